// What a manager asks of a channel's digest, on a real store.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseDigest } from '../../src/requests/digest.ts';
import { createManage, type ManageWords } from '../../src/schedule/manage.ts';
import { round } from '../../src/schedule/rounds.ts';
import { openStore } from '../../src/store/openStore.ts';
import type { Store } from '../../src/store/store.ts';
import { CHANNEL, message, parts, platform } from './world.ts';

/** Each reply names itself and what it was given. */
const words: ManageWords = {
  unreadable: (error) => message(`unreadable ${error.suggestion}`, []),
  fault: () => message('fault', []),
  set: ({ subscription, missing }, before) =>
    message(`${before ? 'changed' : 'set'} ${subscription.next.at.toISOString()} missing ${missing?.join()}`, []),
  status: ({ subscription, deliveries }) =>
    message(`status ${subscription.state} ${deliveries.map(({ slot, state }) => `${slot} ${state}`).join()}`, []),
  none: (channel) => message(`none ${channel}`, []),
  off: () => message('off', []),
  paused: () => message('paused', []),
  now: (delivery, channel, zone) => message(`now ${delivery?.state}, ${channel}, ${zone}`, []),
};

let store: Store;
let time: number;
let sender: ReturnType<typeof platform>;
let say: (text: string) => Promise<string>;
const shared = (): ReturnType<typeof parts> => parts({ store, sender, now: () => new Date(time) });

beforeEach(async () => {
  store = await openStore('file::memory:');
  time = Date.parse('2026-02-10T12:00:00Z');
  sender = platform(() => time);
  const manage = createManage({
    ...shared(),
    parse: parseDigest,
    words,
    defaultZone: 'Europe/London',
    sendNow: () => round(shared()),
  });
  say = async (text) => (await manage(text, { channel: CHANNEL, channelName: '#talks', user: 'U1' })).title;
});
afterEach(() => store.close());

test('what is not named is 09:00 in the default zone on every day, with the record where nothing is new', async () => {
  expect(await say('on')).toBe('set 2026-02-11T09:00:00.000Z missing ');
  expect(await store.findSubscription('discord/S1/C1')).toMatchObject({
    time: '09:00',
    zone: 'Europe/London',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    whenEmpty: 'record',
    state: 'on',
    setBy: 'U1',
  });
});

test('what is changed later leaves the rest', async () => {
  await say('on 18:30 Asia/Tehran mon-fri about missiles');
  expect(await say('on 7:15')).toBe('changed 2026-02-11T03:45:00.000Z missing ');
  expect(await store.findSubscription('discord/S1/C1')).toMatchObject({
    time: '07:15',
    zone: 'Asia/Tehran',
    weekdays: [1, 2, 3, 4, 5],
    topic: 'missiles',
  });
});

describe('a time that is changed', () => {
  test('to later on a day that had its digest gives no second one', async () => {
    await say('on 12:30');
    time = Date.parse('2026-02-10T12:32:00Z');
    await round(shared());
    expect(sender.posted).toHaveLength(1);
    expect(await say('on 18:00')).toBe('changed 2026-02-11T18:00:00.000Z missing ');
  });

  test('while a digest is due, and not yet looked at, loses none', async () => {
    await say('on 12:30');
    time = Date.parse('2026-02-10T12:32:00Z');
    await say('on 18:00');
    await round(shared());
    expect((await store.deliveries('discord/S1/C1', 9)).map(({ slot }) => slot)).toEqual(['2026-02-10']);
    expect((await store.findSubscription('discord/S1/C1'))?.next.at.toISOString()).toBe('2026-02-11T18:00:00.000Z');
  });
});

test('what comes while it is paused is new afterwards, what comes while it is off is not', async () => {
  await say('on');
  expect(await say('pause')).toBe('paused');
  await store.recordSeen(['e1'], new Date(time));
  time += 3_600_000;
  await say('on');
  expect(await say('now')).toBe('now posted, #talks, Europe/London');
  await say('off');
  time += 3_600_000;
  await store.recordSeen(['e2'], new Date(time));
  time += 3_600_000;
  await say('on');
  await say('now');
  expect(sender.posted.map(({ entries }) => entries)).toEqual([['e1'], ['nothing']]);
});

test('now is posted beside the one of the day, which has nothing of it', async () => {
  await say('on 12:30');
  await store.recordSeen(['e1'], new Date(time));
  expect(await say('now')).toBe('now posted, #talks, Europe/London');
  expect(await say('now')).toBe('now posted, #talks, Europe/London');
  time = Date.parse('2026-02-10T12:32:00Z');
  await round(shared());
  expect(sender.posted.map(({ entries }) => entries)).toEqual([['e1'], ['nothing'], ['nothing']]);
  expect(await say('status')).toBe('status on 2026-02-10 posted,2026-02-10 now 1 posted,2026-02-10 now 2 posted');
});

test('now tells what the platform refused', async () => {
  await say('on');
  sender.script.push('refused');
  expect(await say('now')).toBe('now failed, #talks, Europe/London');
  expect(await say('status')).toBe('status blocked 2026-02-10 now 1 failed');
});

test.each(['off', 'status', 'now', 'pause'])('%s without a digest says that there is none', async (text) => {
  expect(await say(text)).toBe('none #talks');
});

test('preview is there before a digest is set up, and posts nothing', async () => {
  expect(await say('preview')).toBe('Digest');
  await say('on');
  expect(await say('preview')).toBe('Digest');
  expect(sender.posted).toEqual([]);
});

test('what can’t be read changes nothing, and says what to type', async () => {
  await say('on');
  expect(await say('on 25:00')).toMatch(/^unreadable digest on /u);
  expect((await store.findSubscription('discord/S1/C1'))?.time).toBe('09:00');
});

test('a store that fails is a fault, not silence', async () => {
  await store.close();
  expect(await say('status')).toBe('fault');
  store = await openStore('file::memory:');
});
