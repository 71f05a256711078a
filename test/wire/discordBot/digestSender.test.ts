// Digests on the wire to Discord: sent, found again after an answer that was lost, and refused in every way.
import { ChannelType } from 'discord.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDiscordSender } from '../../../src/discord/digestSender.ts';
import type { DeliveryError } from '../../../src/errors.ts';
import type { Message, Part } from '../../../src/messages/message.ts';
import type { Sender } from '../../../src/schedule/sender.ts';
import type { ChannelKey } from '../../../src/store/digestStore.ts';
import { aMinuteAgo, CHART, messageOf, NO_LOG, optionsOf, pageOf } from '../digestPages.ts';
import { rateLimited, refusal } from '../discord/answers.ts';
import { login } from '../discord/realClient.ts';
import { type LocalDiscord, startDiscord } from '../discord/server.ts';
import { type Channel, channel, guild, member, person, thread } from '../discord/world.ts';
import type { Scripted } from '../scripts.ts';
import { textOf } from './seen.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const mina = person('Mina', { takesMessages: true });
const shy = person('Shy', { takesMessages: false });
const general = channel('general');
const quiet = channel('quiet', { denyApp: ['SendMessages'] });
const hidden = channel('hidden', { denyApp: ['ViewChannel'] });
const flat = channel('flat', { denyApp: ['CreatePublicThreads'] });
const mute = channel('mute', { denyApp: ['SendMessagesInThreads'] });
const bare = channel('bare', { denyApp: ['AttachFiles'] });
const blind = channel('blind', { denyApp: ['ReadMessageHistory', 'EmbedLinks'] });
const [gone, busy] = [channel('gone'), channel('busy')];
const inThread = thread('Thursday', general);
const closed = thread('Closed', general, { isArchived: true, isLocked: true });
const home = guild({
  members: [member(mina), member(shy)],
  channels: [general, quiet, hidden, flat, mute, bare, blind, gone, busy, inThread, closed],
});
const left = guild({ hasApp: false, channels: [channel('general')] });

let discord: LocalDiscord;
let sender: Sender;
let picture: () => Uint8Array = () => PNG;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  discord = await startDiscord({ guilds: [home, left] });
  const atEnd = (end: () => Promise<void>): void => void ends.push(end);
  const client = await login(discord, { onTestFinished: atEnd as never });
  sender = createDiscordSender({ client, chartPng: () => picture(), log: NO_LOG });
  return async () => {
    for (const end of ends) await end();
  };
});

const to = ({ id }: Channel, community = home.id): ChannelKey => ({ platform: 'discord', community, channel: id });
const refusalOf = (sent: Promise<unknown>): Promise<DeliveryError> =>
  sent.then(
    () => expect.fail('it was sent'),
    (cause) => cause as DeliveryError,
  );
/** The messages of the thread that was begun from one. */
const threadOf = (id: string): string[] => discord.messages({ ...general, id }).map(textOf);

describe('the first page', () => {
  test('is a message that rings for nobody, with its key small below it', async () => {
    const options = optionsOf();
    const id = await sender.send(to(general), pageOf('Varga & @everyone'), options);
    const sent = discord.messages(general).at(-1);
    expect(sent).toMatchObject({ id, nonce: options.key, mention_everyone: false });
    expect(sent?.embeds.at(-1)?.footer?.text).toBe(`digest ${options.key}`);
  });

  test('has its chart as a picture that is told in words, too', async () => {
    picture = () => PNG;
    await sender.send(to(general), pageOf('With a chart', CHART), optionsOf());
    const { attachments = [] } = discord.messages(general).at(-1) ?? {};
    expect(attachments).toMatchObject([
      { filename: 'chart.png', content_type: 'image/png', size: 4, description: CHART.alternative },
    ]);
    expect(discord.requests.at(-1)?.files[0]?.bytes).toEqual(PNG);
  });

  test('tells a chart in words where no picture can be sent, or drawn', async () => {
    await sender.send(to(bare), pageOf('No files here', CHART), optionsOf());
    picture = () => {
      throw new Error('no font');
    };
    await sender.send(to(general), pageOf('No picture', CHART), optionsOf());
    picture = () => PNG;
    for (const there of [bare, general]) {
      const sent = discord.messages(there).at(-1);
      expect(sent?.attachments).toEqual([]);
      expect(sent?.content).toBe(CHART.alternative);
    }
  });

  test('is not there twice when it is sent again with its key', async () => {
    const options = optionsOf();
    const before = discord.messages(general).length;
    const ids = [await sender.send(to(general), pageOf(), options), await sender.send(to(general), pageOf(), options)];
    expect(new Set(ids).size).toBe(1);
    expect(discord.messages(general)).toHaveLength(before + 1);
  });
});

test('the longest message that is said to fit is taken with its key', async () => {
  const text = (units: number): Part => ({ kind: 'text', runs: [{ text: 'x'.repeat(units), style: 'plain' }] });
  const long = (units: number): Message => ({
    ...messageOf('Long'),
    parts: [text(3_000), text(800), { kind: 'heading', text: 'Dolen' }, text(units)],
  });
  const units = Array.from({ length: 2_200 }, (_, at) => at + 1).findLast((each) => sender.fits(long(each))) ?? 0;
  expect(units).toBeGreaterThan(1_500);
  expect(sender.fits(long(units + 1))).toBe(false);
  const id = await sender.send(to(general), { message: long(units), chart: null }, optionsOf());
  expect(discord.messages(general).at(-1)?.id).toBe(id);
});

describe('further pages', () => {
  test('go into a thread with the title of the digest', async () => {
    const first = await sender.send(to(general), pageOf('1 of 3'), optionsOf());
    for (const title of ['2 of 3', '3 of 3'])
      await sender.send(to(general), pageOf(title), optionsOf({ thread: first }));
    expect(threadOf(first).map((text) => text.slice(0, 6))).toEqual(['2 of 3', '3 of 3']);
    const made = discord.requests.filter(({ path }) => path === `/channels/${general.id}/messages/${first}/threads`);
    expect(made.map(({ body }) => body)).toMatchObject([{ name: 'Digest of 12 Feb 2026' }]);
  });

  test('go on in a thread that an earlier process began', async () => {
    const first = await sender.send(to(general), pageOf('1 of 2'), optionsOf());
    discord.on('POST', `/channels/${general.id}/messages/${first}/threads`, [{ drop: 'close', isDone: true }]);
    const second = optionsOf({ thread: first });
    expect((await refusalOf(sender.send(to(general), pageOf('2 of 2'), second))).code).toBe('transient');
    await sender.send(to(general), pageOf('2 of 2'), second);
    expect(threadOf(first)).toHaveLength(1);
  });

  test.each([
    ['where none may be made', flat],
    ['where the bot may not write in them', mute],
    ['in a thread', inThread],
  ])('go into the channel %s', async (_, there) => {
    const first = await sender.send(to(there), pageOf('1 of 2'), optionsOf());
    const second = await sender.send(to(there), pageOf('2 of 2'), optionsOf({ thread: first }));
    expect(
      discord
        .messages(there)
        .map(({ id }) => id)
        .slice(-2),
    ).toEqual([first, second]);
  });

  test('go into the channel when the first one was deleted', async () => {
    const first = await sender.send(to(general), pageOf('1 of 2'), optionsOf());
    const message = discord.messages(general).find(({ id }) => id === first);
    if (message) discord.deleteMessage(message);
    const second = await sender.send(to(general), pageOf('2 of 2'), optionsOf({ thread: first }));
    expect(discord.messages(general).at(-1)?.id).toBe(second);
  });
});

describe('a page is found again by its key', () => {
  const lost = { drop: 'close', isDone: true } as const;

  test('when the answer was lost', async () => {
    const options = optionsOf();
    discord.on('POST', `/channels/${general.id}/messages`, [lost]);
    expect((await refusalOf(sender.send(to(general), pageOf(), options))).code).toBe('transient');
    const found = await sender.find(to(general), { ...options, since: aMinuteAgo() });
    expect(found).toBe(discord.messages(general).at(-1)?.id);
  });

  test('in its thread, and in the channel where there was none', async () => {
    const first = await sender.send(to(general), pageOf(), optionsOf());
    const second = optionsOf({ thread: first });
    const ids = [await sender.send(to(general), pageOf(), second)];
    const alone = await sender.send(to(flat), pageOf(), optionsOf());
    const behind = optionsOf({ thread: alone });
    ids.push(await sender.send(to(flat), pageOf(), behind));
    expect([
      await sender.find(to(general), { ...second, since: aMinuteAgo() }),
      await sender.find(to(flat), { ...behind, since: aMinuteAgo() }),
    ]).toEqual(ids);
  });

  test('behind more messages of others than Discord gives at once', async () => {
    for (let said = 0; said < 130; said += 1) discord.say('Lunch?', { user: mina, channel: mute });
    const options = optionsOf();
    const id = await sender.send(to(mute), pageOf(), options);
    expect(await sender.find(to(mute), { ...options, since: aMinuteAgo() })).toBe(id);
  });

  test('and not where there is none, whoever writes the key', async () => {
    const options = optionsOf();
    discord.say(`digest ${options.key}`, { user: mina, channel: general });
    expect(await sender.find(to(general), { ...options, since: aMinuteAgo() })).toBeNull();
    expect(await sender.find(to(general), { ...options, thread: '1', since: aMinuteAgo() })).toBeNull();
  });

  test('and not among messages of long before', async () => {
    const options = optionsOf();
    await sender.send(to(general), pageOf(), options);
    const since = new Date(Date.now() + 3_600_000);
    expect(await sender.find(to(general), { ...options, since })).toBeNull();
  });
});

describe('what Discord refuses', () => {
  beforeAll(() => discord.world.deleteChannel(gone));

  test.each<[string, ChannelKey, string]>([
    ['in a channel that was deleted: gone', to(gone), 'gone'],
    ['where the bot may not write: no-permission', to(quiet), 'no-permission'],
    ['where it sees nothing: no-permission', to(hidden), 'no-permission'],
    ['in a server that it is not in: removed', to(left.channels[0] ?? general, left.id), 'removed'],
    ['in a thread that is locked: archived', to(closed), 'archived'],
  ])('%s', async (_, there, code) => {
    expect(await refusalOf(sender.send(there, pageOf(), optionsOf()))).toMatchObject({ name: 'DeliveryError', code });
  });

  test.each<[string, Scripted | Scripted[]]>([
    ['500, again and again', { status: 500 }],
    ['a reason that is not known', refusal(400, 50_035, 'Invalid Form Body')],
    ['a connection that is closed', [{ drop: 'close' }]],
  ])('may pass: %s', async (_, plan) => {
    const script = discord.on('POST', `/channels/${general.id}/messages`, plan);
    const error = await refusalOf(sender.send(to(general), pageOf(), optionsOf()));
    script.stop();
    expect(error).toMatchObject({ code: 'transient', retryAfter: null });
  });

  test('and what it limits for an hour is not waited for, but told', async () => {
    discord.on('POST', `/channels/${busy.id}/messages`, [rateLimited(3_600)]);
    const error = await refusalOf(sender.send(to(busy), pageOf(), optionsOf()));
    expect(error.code).toBe('transient');
    expect(error.retryAfter).toBeGreaterThanOrEqual(3_600_000);
  });
});

describe('what is missing', () => {
  test.each<[string, ChannelKey, string[]]>([
    ['nothing', to(general), []],
    ['nothing in a thread', to(inThread), []],
    ['writing', to(quiet), ['Send Messages']],
    ['threads', to(flat), ['Create Public Threads']],
    ['writing in threads', to(mute), ['Send Messages in Threads']],
    ['files', to(bare), ['Attach Files']],
    ['embeds, and what was before', to(blind), ['Embed Links', 'Read Message History']],
    ['the channel', to({ ...general, id: '1' }), ['the channel is not there any more']],
    ['the bot', to(left.channels[0] ?? general, left.id), ['the bot is not in this server any more']],
    ['a server', to({ ...general, id: '2', type: ChannelType.DM }), ['the channel is not there any more']],
  ])('%s', async (_, there, missing) => {
    expect(await sender.missing(there)).toEqual(missing);
  });

  test('seeing it', async () => {
    expect(await sender.missing(to(hidden))).toContain('View Channel');
  });
});

test('a manager is told in a direct message, and where that is not taken nothing is thrown', async () => {
  await sender.tell(to(general), mina.id, messageOf('Digests stopped here'));
  expect(discord.messages(discord.directMessages(mina)).map(textOf).join()).toContain('Digests stopped here');
  await sender.tell(to(general), shy.id, messageOf('Digests stopped here'));
  expect(discord.messages(discord.directMessages(shy))).toEqual([]);
});
