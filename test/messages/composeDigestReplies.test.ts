import { describe, expect, test } from 'vitest';
import type { DigestSettings, Refusal } from '../../src/domain.ts';
import { RequestError } from '../../src/errors.ts';
import * as replies from '../../src/messages/composeDigestReplies.ts';
import {
  composeDigestStatus,
  type DigestStatus,
  type ToldDelivery,
  type ToldSubscription,
} from '../../src/messages/composeDigestStatus.ts';
import type { Message } from '../../src/messages/message.ts';
import { parseDigest } from '../../src/requests/digest.ts';

const SETTINGS: DigestSettings = {
  ...{ time: '09:00', zone: 'Asia/Tehran', weekdays: [1, 2, 3, 4, 5] },
  ...{ topic: 'missiles', speakers: ['Varga', 'Orlan'], whenEmpty: 'line' },
};
const SUBSCRIPTION: ToldSubscription = {
  ...SETTINGS,
  ...{ platform: 'discord', channel: 'C1', state: 'on', blocked: null },
  next: { date: '2026-02-13', at: new Date('2026-02-13T05:30:00Z') },
};
const POSTED: ToldDelivery = {
  ...{ slot: '2026-02-12', dueAt: new Date('2026-02-12T05:30:00Z'), state: 'posted', attempts: 1, pages: 3 },
  ...{ reason: null, finishedAt: new Date('2026-02-12T05:31:00Z') },
};
const NOW = new Date('2026-02-12T12:00:00Z');

function status(parts: Partial<DigestStatus> = {}, subscription: Partial<ToldSubscription> = {}): DigestStatus {
  return {
    ...{ subscription: { ...SUBSCRIPTION, ...subscription }, channelName: '#talks', deliveries: [POSTED] },
    ...{ missing: [], now: NOW, ...parts },
  };
}

function textOf({ parts, footer }: Message): string {
  const words = parts.map((part) => {
    if (part.kind === 'text') return part.runs.map(({ text }) => text).join('');
    return part.kind === 'rows' ? part.rows.map(({ label, detail }) => `${label}: ${detail}`).join('\n') : '';
  });
  return [...words, ...footer].join('\n');
}

describe('status', () => {
  test('has the next run in the zone of the channel, the last result, and the line that sets it so', () => {
    const message = composeDigestStatus(status());
    expect([message.title, message.summary, message.isPrivate]).toEqual(['Digest of #talks', 'on', true]);
    expect(textOf(message).split('\n')).toEqual([
      'Next: Fri 13 Feb 2026, 09:00 (Asia/Tehran)',
      'When: Mon to Fri at 09:00, Asia/Tehran',
      'About: “missiles”',
      'By: Varga or Orlan',
      'Nothing new: one line says so (empty:line)',
      'Thu 12 Feb 2026: posted at 09:01, 3 messages',
      'Permissions: all that is needed',
      'To set it so again: digest on 09:00 Asia/Tehran weekdays about missiles speaker Varga, Orlan empty:line',
    ]);
  });

  test.each<[string, Partial<ToldDelivery>, string]>([
    ['silent', { state: 'silent' }, 'Thu 12 Feb 2026: nothing was new, so nothing was posted'],
    [
      'missed',
      { state: 'missed', reason: 'the bot was not running' },
      'not posted: the bot was not running; the next one has',
    ],
    ['failed', { state: 'failed', reason: 'Missing Access' }, 'refused: Missing Access; the next one has'],
    ['waiting', { state: 'waiting', attempts: 0 }, 'Thu 12 Feb 2026: waits to be sent'],
    ['tried', { state: 'waiting', attempts: 2, reason: 'down' }, 'tried 2 times: down; it is tried again by itself'],
    ['being sent', { state: 'waiting', attempts: 1 }, 'is being sent'],
    ['asked for', { slot: '2026-02-12 now 2', pages: 1 }, 'Thu 12 Feb 2026, digest now: posted at 09:01\n'],
    ['late', { finishedAt: new Date('2026-02-13T01:00:00Z') }, 'posted on Fri 13 Feb 2026, 04:30, 3 messages'],
  ])('%s', (_, parts, words) => {
    expect(textOf(composeDigestStatus(status({ deliveries: [{ ...POSTED, ...parts }] })))).toContain(words);
  });

  test('says what is missing, or that it could not be asked', () => {
    const text = textOf(composeDigestStatus(status({ missing: ['Send Messages', 'Embed Links'], deliveries: [] })));
    expect(text).toContain(
      'missing in #talks: Send Messages and Embed Links. Somebody who manages it has to allow that.',
    );
    expect(text).toContain('Last: none so far');
    expect(textOf(composeDigestStatus(status({ missing: null })))).toContain('could not be asked');
  });

  test.each<[ToldSubscription['state'], string]>([
    ['paused', 'type digest on to go on'],
    ['off', 'type digest on to turn it on'],
  ])('%s has no next one, and says how to have one', (state, words) => {
    expect(textOf(composeDigestStatus(status({}, { state })))).toContain(words);
  });

  test('one that is due already is', () => {
    expect(textOf(composeDigestStatus(status({ now: SUBSCRIPTION.next.at })))).toContain('Next: due since Fri 13 Feb');
  });

  test.each<[Refusal, string]>([
    ['removed', 'I was removed from the server. Somebody who manages it has to add me again.'],
    ['gone', '#talks was deleted'],
    ['archived', '#talks is archived. Open it again'],
    ['not-invited', 'I am not a member of #talks. Type /invite'],
    ['no-permission', 'I may not post in #talks. Somebody who manages the server has to allow it'],
  ])('blocked, %s: since when, why, what to do, and that it goes on by itself', (refusal, words) => {
    const blocked = { refusal, since: new Date('2026-02-12T05:30:00Z') };
    const text = textOf(composeDigestStatus(status({}, { state: 'blocked', blocked })));
    expect(text).toContain(`Blocked since Thu 12 Feb 2026, 09:00 (Asia/Tehran): ${words}`);
    expect(text).toContain('Then it goes on by itself, with the same settings.');
    expect(text).toContain('then it is tried again');
    const told = textOf(replies.composeDigestRefused({ ...SUBSCRIPTION, channel: '#talks' }, refusal, '#talks'));
    expect(told).toContain(words);
    expect(told).toContain('Then it goes on by itself');
  });
});

describe('replies', () => {
  test('set up, changed, as it was, on again', () => {
    const text = (before: ToldSubscription | null): string => textOf(replies.composeDigestSet(status(), before));
    expect(text(null)).toContain('#talks gets a digest. The first: Fri 13 Feb 2026, 09:00 (Asia/Tehran).');
    expect(text({ ...SUBSCRIPTION, time: '10:00' })).toContain('was changed. The next: Fri');
    expect(text(SUBSCRIPTION)).toContain('is as it was.');
    expect(text({ ...SUBSCRIPTION, state: 'paused' })).toContain('It was paused, and is on again.');
  });

  test('set up where something is missing says so at once', () => {
    const text = textOf(replies.composeDigestSet(status({ missing: ['Send Messages'] }), null));
    expect(text).toContain('something is missing there');
    expect(text).toContain('Send Messages');
  });

  test('off and paused say what becomes of it, and keep the line', () => {
    for (const message of [
      replies.composeDigestOff(SUBSCRIPTION, '#talks'),
      replies.composeDigestPaused(SUBSCRIPTION, '#talks'),
    ]) {
      const line = /digest on \S.*$/u.exec(message.footer[0] ?? '')?.[0] ?? '';
      expect(parseDigest(line, { zone: 'UTC' })).toEqual({ kind: 'on', given: SETTINGS });
      expect(message.isPrivate).toBe(true);
    }
    expect(textOf(replies.composeNoDigest('#talks'))).toContain('#talks has no digest. Type digest on');
  });

  test.each<[string, ToldDelivery | null, string]>([
    ['nothing known', null, 'is being sent to #talks'],
    ['posted', POSTED, 'Posted in #talks, in 3 messages.'],
    ['silent', { ...POSTED, state: 'silent' }, 'nothing was posted'],
    ['failed', { ...POSTED, state: 'failed', reason: 'Missing Access' }, '#talks did not take it: Missing Access.'],
    ['waiting', { ...POSTED, state: 'waiting', attempts: 1, reason: 'down' }, 'tried 1 time: down'],
  ])('now: %s', (_, delivery, words) => {
    expect(textOf(replies.composeDigestNow(delivery, '#talks', 'Asia/Tehran'))).toContain(words);
  });

  test('what can not be read comes with what can', () => {
    const error = new RequestError('incomplete', 'No time zone is called "EST".', 'digest on America/New_York');
    const text = textOf(replies.composeDigestError(error));
    expect(text).toContain('No time zone is called "EST".');
    expect(text).toContain('Did you mean: digest on America/New_York');
  });
});
