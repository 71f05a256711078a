// Digests on the wire to Slack: sent, found again after an answer that was lost, and refused in every way.
import { WebClient } from '@slack/web-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { type DeliveryError, PlatformError } from '../../../src/errors.ts';
import type { Message } from '../../../src/messages/message.ts';
import type { Sender } from '../../../src/schedule/sender.ts';
import { createSlackSender } from '../../../src/slack/digestSender.ts';
import { loggerOf } from '../../../src/slack/log.ts';
import type { ChannelKey } from '../../../src/store/digestStore.ts';
import { aMinuteAgo, CHART, messageOf, NO_LOG, optionsOf, pageOf } from '../digestPages.ts';
import type { Scripted } from '../scripts.ts';
import { rateLimited, refused } from '../slack/answers.ts';
import { type LocalSlack, startSlack } from '../slack/server.ts';
import { type Channel, channel, person, SCOPES, workspace } from '../slack/world.ts';
import { textOf } from './seen.ts';

const [ada, mina] = [person('Ada'), person('Mina', { isAdmin: true })];
const general = channel('general');
const busy = channel('busy');
const outside = channel('outside', { hasBot: false });
const secret = channel('secret', { kind: 'private', hasBot: false });
const old = channel('old', { isArchived: true });
const home = workspace({ people: [ada, mina], channels: [general, busy, outside, secret, old] });
const other = workspace({ people: [ada], channels: [channel('general')] });

let slack: LocalSlack;
let sender: Sender;

/** As the adapter makes them: nothing is repeated. */
const clientOf = (local: LocalSlack, token = local.botToken): WebClient =>
  new WebClient(token, {
    slackApiUrl: local.url,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 1_500,
    logger: loggerOf(NO_LOG) as never,
  });
const senderOf = (local: LocalSlack, ...tokens: string[]): Sender =>
  createSlackSender({
    clientsOf: async () =>
      (tokens.length === 0 ? [local.botToken] : tokens).map((each) => clientOf(local, each)) as never,
    log: NO_LOG,
  });

beforeAll(async () => {
  slack = await startSlack({ workspaces: [home, other] });
  sender = senderOf(slack);
});

const to = ({ id }: Channel): ChannelKey => ({ platform: 'slack', community: home.id, channel: id });
const refusalOf = (sent: Promise<unknown>): Promise<DeliveryError> =>
  sent.then(
    () => expect.fail('it was sent'),
    (cause) => cause as DeliveryError,
  );

describe('the first page', () => {
  test('is a message that rings for nobody, with its key where nobody sees it', async () => {
    const options = optionsOf();
    const ts = await sender.send(to(general), pageOf('Varga & <!channel>'), options);
    const sent = slack.messages(general).at(-1);
    expect(sent).toMatchObject({
      ts,
      threadTs: null,
      metadata: { event_type: 'iran_talks_digest', event_payload: { key: options.key } },
    });
    expect(slack.requests.at(-1)?.args).toMatchObject({ unfurl_links: false, unfurl_media: false });
  });

  test('has its chart, which Slack draws, and its words in the text that is read out', async () => {
    await sender.send(to(general), pageOf('With a chart', CHART), optionsOf());
    const sent = slack.messages(general).at(-1);
    expect(sent?.blocks.at(-1)).toMatchObject({
      type: 'data_visualization',
      title: CHART.title,
      chart: {
        type: 'bar',
        series: [
          {
            name: 'Orlan',
            data: [
              { label: '10 Feb', value: 1 },
              { label: '11 Feb', value: 3 },
            ],
          },
          {
            name: 'Dolen',
            data: [
              { label: '10 Feb', value: 0 },
              { label: '11 Feb', value: 2 },
            ],
          },
        ],
        axis_config: { categories: CHART.labels },
      },
    });
    expect(sent?.text).toContain(CHART.alternative);
  });

  test.each<[string, typeof CHART]>([
    [
      'more sides than Slack draws',
      { ...CHART, series: 'abcdefg'.split('').map((name) => ({ name, values: [1, 1] })) },
    ],
    ['more days', { ...CHART, labels: Array.from({ length: 21 }, (_, day) => `${day + 1} Feb`) }],
    ['a side of a long name', { ...CHART, series: [{ name: 'The Ministry of Harbours of Orlan', values: [1, 2] }] }],
    ['a long title', { ...CHART, title: 'x'.repeat(51) }],
    ['no days', { ...CHART, labels: [], series: [] }],
  ])('tells a chart in words that has %s', async (_, chart) => {
    await sender.send(to(general), pageOf('In words', chart), optionsOf());
    const sent = slack.messages(general).at(-1);
    expect(sent?.blocks.map(({ type }) => type)).not.toContain('data_visualization');
    expect(sent && textOf(sent)).toContain(chart.alternative);
  });

  test('tells a chart in words where Slack does not take it', async () => {
    slack.on('chat.postMessage', [refused('invalid_blocks')]);
    await sender.send(to(general), pageOf('Refused', CHART), optionsOf());
    const sent = slack.messages(general).at(-1);
    expect(sent && textOf(sent)).toContain(CHART.alternative);
  });

  test('is taken with its chart when it is the longest that is said to fit', async () => {
    const long = (units: number): Message =>
      messageOf(
        'Long',
        [2_400, 2_400, 1_500, units].map((length) => 'x'.repeat(length)),
      );
    const units = Array.from({ length: 2_400 }, (_, at) => at + 1).findLast((each) => sender.fits(long(each))) ?? 0;
    expect(units).toBeGreaterThan(500);
    const labels = Array.from({ length: 20 }, (_, day) => `${day + 1} Feb`);
    const series = 'abcdef'.split('').map((name) => ({ name, values: labels.map(() => 1) }));
    const id = await sender.send(
      to(general),
      { message: long(units), chart: { ...CHART, labels, series } },
      optionsOf(),
    );
    expect(slack.messages(general).at(-1)?.ts).toBe(id);
  });
});

describe('further pages', () => {
  test('go into the thread of the first', async () => {
    const first = await sender.send(to(general), pageOf('1 of 2'), optionsOf());
    await sender.send(to(general), pageOf('2 of 2'), optionsOf({ thread: first }));
    expect(slack.messages(general).at(-1)?.threadTs).toBe(first);
  });

  test('go into the channel when the first one was deleted', async () => {
    const first = await sender.send(to(general), pageOf('1 of 2'), optionsOf());
    await clientOf(slack).chat.delete({ channel: general.id, ts: first });
    const second = await sender.send(to(general), pageOf('2 of 2'), optionsOf({ thread: first }));
    expect(slack.messages(general).at(-1)).toMatchObject({ ts: second, threadTs: null });
  });
});

describe('a page is found again by its key', () => {
  test('when the answer was lost, and it was sent once', async () => {
    const options = optionsOf();
    const before = slack.messages(general).length;
    slack.on('chat.postMessage', [{ drop: 'close', isDone: true }]);
    expect((await refusalOf(sender.send(to(general), pageOf(), options))).code).toBe('transient');
    expect(slack.messages(general)).toHaveLength(before + 1);
    const found = await sender.find(to(general), { ...options, since: aMinuteAgo() });
    expect(found).toBe(slack.messages(general).at(-1)?.ts);
  });

  test('in the thread, and in the channel where that is gone', async () => {
    const first = await sender.send(to(general), pageOf(), optionsOf());
    const second = optionsOf({ thread: first });
    const ts = await sender.send(to(general), pageOf(), second);
    expect(await sender.find(to(general), { ...second, since: aMinuteAgo() })).toBe(ts);
    const behind = optionsOf({ thread: '1.000000' });
    const alone = await sender.send(to(general), pageOf(), behind);
    expect(await sender.find(to(general), { ...behind, since: aMinuteAgo() })).toBe(alone);
  });

  test('behind more messages than Slack gives at once', async () => {
    const options = optionsOf();
    const ts = await sender.send(to(busy), pageOf(), options);
    const { chat } = clientOf(slack);
    const lunch = { channel: busy.id, text: 'Lunch?', unfurl_links: false, unfurl_media: false };
    await Promise.all(Array.from({ length: 210 }, () => chat.postMessage(lunch)));
    expect(await sender.find(to(busy), { ...options, since: aMinuteAgo() })).toBe(ts);
  });

  test('and not where there is none, nor among messages of long before', async () => {
    const options = optionsOf();
    expect(await sender.find(to(general), { ...options, since: aMinuteAgo() })).toBeNull();
    await sender.send(to(general), pageOf(), options);
    const since = new Date(Date.now() + 3_600_000);
    expect(await sender.find(to(general), { ...options, since })).toBeNull();
  });

  test('but not without the scope for it: that can’t be told', async () => {
    const scopes = SCOPES.filter((scope) => scope !== 'channels:history');
    const local = await startSlack({ workspaces: [workspace({ channels: [general], scopes })] });
    const options = optionsOf();
    await senderOf(local).send(to(general), pageOf(), options);
    expect(await senderOf(local).find(to(general), { ...options, since: aMinuteAgo() })).toBeNull();
  });

  test('and what Slack refuses then is thrown', async () => {
    const asked = sender.find(to(outside), { ...optionsOf(), since: aMinuteAgo() });
    expect((await refusalOf(asked)).code).toBe('not-invited');
  });
});

describe('what Slack refuses', () => {
  test.each<[string, Channel, string]>([
    ['in a channel that nobody invited the bot to: not-invited', outside, 'not-invited'],
    ['in a private one: not-invited', secret, 'not-invited'],
    ['in one that is archived: archived', old, 'archived'],
  ])('%s', async (_, there, code) => {
    const error = await refusalOf(sender.send(to(there), pageOf(), optionsOf()));
    expect(error).toMatchObject({ name: 'DeliveryError', code });
  });

  test.each<[string, Scripted, object]>([
    ['account_inactive', refused('account_inactive'), { code: 'removed' }],
    ['token_revoked', refused('token_revoked'), { code: 'removed' }],
    ['app_uninstalled', refused('app_uninstalled'), { code: 'removed' }],
    ['restricted_action', refused('restricted_action'), { code: 'no-permission' }],
    ['a channel for some', refused('restricted_action_read_only_channel'), { code: 'no-permission' }],
    ['a limit', rateLimited(3_600), { code: 'transient', retryAfter: 3_600_000 }],
    ['a fault of Slack', refused('fatal_error'), { code: 'transient', retryAfter: null }],
    ['503', { status: 503 }, { code: 'transient', retryAfter: null }],
    ['silence', { hang: true }, { code: 'transient', retryAfter: null }],
  ])('%s', async (_, answer, error) => {
    slack.on('chat.postMessage', [answer]);
    expect(await refusalOf(sender.send(to(general), pageOf(), optionsOf()))).toMatchObject(error);
  });

  test.each<[string, () => Promise<never[]>]>([
    ['is nowhere', async () => []],
    [
      'was removed',
      async () => {
        throw new PlatformError('not-installed', 'This workspace has not installed the app, or has removed it');
      },
    ],
  ])('an installation that %s: removed', async (_, clientsOf) => {
    const alone = createSlackSender({ clientsOf, log: NO_LOG });
    expect((await refusalOf(alone.send(to(general), pageOf(), optionsOf()))).code).toBe('removed');
    expect(await alone.missing(to(general))).toEqual(['the app is not installed here any more']);
  });
});

test('of several organisations the one that has the channel is taken', async () => {
  const both = senderOf(slack, other.botToken, home.botToken);
  const ts = await both.send({ ...to(general), community: null }, pageOf(), optionsOf());
  expect(slack.messages(general).at(-1)?.ts).toBe(ts);
});

describe('what is missing', () => {
  const invite = 'nobody has invited the bot: type /invite and its name in the channel';
  test.each<[string, Channel, string[]]>([
    ['nothing', general, []],
    ['an invitation', outside, [invite]],
    ['an invitation to a private channel', secret, [invite]],
    ['an open channel', old, ['the channel is archived']],
  ])('%s', async (_, there, missing) => {
    expect(await sender.missing(to(there))).toEqual(missing);
  });

  test('a scope', async () => {
    const scopes = SCOPES.filter((scope) => scope !== 'channels:read');
    const local = await startSlack({ workspaces: [workspace({ channels: [general], scopes })] });
    expect(await senderOf(local).missing(to(general))).toEqual(['the app was not granted channels:read']);
  });
});

test('a manager is told in a direct message, and what is refused then throws nothing', async () => {
  await sender.tell(to(general), mina.id, messageOf('Digests stopped here'));
  expect(slack.messages(slack.directMessages(mina)).map(textOf).join()).toContain('Digests stopped here');
  slack.on('chat.postMessage', [refused('user_not_found')]);
  await sender.tell(to(general), mina.id, messageOf('Digests stopped here'));
  expect(slack.messages(slack.directMessages(mina))).toHaveLength(1);
});
