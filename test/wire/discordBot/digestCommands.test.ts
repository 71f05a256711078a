// Commands about digests on Discord, up to the digests themselves: who may, what they are asked, and what is shown.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../../src/messages/message.ts';
import { messageOf, optionsOf, pageOf, recordingDigests } from '../digestPages.ts';
import { type LocalDiscord, startDiscord } from '../discord/server.ts';
import { channel, groupOf, guild, member, person } from '../discord/world.ts';
import { startInProcess } from './inProcess.ts';
import { isPrivate, textOf } from './seen.ts';

const [ada, mina] = [person('Ada'), person('Mina')];
const general = channel('general');
const home = guild({ members: [ada, member(mina, { may: ['ManageGuild'] })], channels: [general] });
const group = groupOf(ada, mina);
let answer: (text: string) => Message;
const recorded = recordingDigests((text) => answer(text));
let discord: LocalDiscord;
let bot: Awaited<ReturnType<typeof startInProcess>>;

beforeAll(async () => {
  discord = await startDiscord({ guilds: [home], groups: [group], installedBy: [ada] });
  bot = await startInProcess(discord, { digests: recorded.digests });
  await discord.request('PUT', /commands$/u);
});
afterAll(() => bot.stop(1_000));
beforeEach(() => {
  recorded.asked.length = 0;
  answer = (text) => messageOf(`Asked: ${text}`);
});

const asMina = { user: mina };

test.each<[string, Record<string, string>, string]>([
  [
    'on',
    { time: '09:00', zone: 'Europe/London', days: 'mon-fri', topic: 'missiles', speaker: 'Varga', empty: 'line' },
    'on 09:00 Europe/London mon-fri about missiles speaker Varga empty:line',
  ],
  ['on', {}, 'on'],
  ['on', { zone: 'Asia/Tehran', empty: 'silence' }, 'on Asia/Tehran empty:silence'],
  ...['off', 'status', 'preview', 'now', 'pause'].map(
    (name) => [name, {}, name] as [string, object & {}, string] as never,
  ),
])('digest %s %j', async (name, values, text) => {
  const told = await discord.slash(`iran-talks digest ${name}`, values, asMina).answer();
  expect(textOf(told)).toContain(`Asked: ${text}`);
  expect(isPrivate(told)).toBe(true);
  expect(recorded.asked).toEqual([
    {
      text,
      by: {
        channel: { platform: 'discord', community: home.id, channel: general.id },
        channelName: '#general',
        user: mina.id,
      },
    },
  ]);
});

test('whoever does not manage the server is told who may', async () => {
  const told = await discord.slash('iran-talks digest off', {}, { user: ada }).answer();
  expect(textOf(told)).toContain('set here by those who may Manage Server');
  expect(isPrivate(told)).toBe(true);
  expect(recorded.asked).toEqual([]);
});

test('where there is no server, that digests are of channels', async () => {
  const told = await discord.slash('iran-talks digest on', {}, { user: ada, channel: group }).answer();
  expect(textOf(told)).toContain('channels of a server');
  expect(recorded.asked).toEqual([]);
});

test('an answer of several screens is shown as a whole, to who asked alone', async () => {
  const texts = Array.from({ length: 12 }, (_, at) => `Paragraph ${at + 1}: ${'the ferries run '.repeat(60)}`);
  answer = () => messageOf('Preview', texts);
  const asked = discord.slash('iran-talks digest preview', {}, asMina);
  const screens = [await asked.first(), await asked.reply('followUp', 0), await asked.reply('followUp', 1)];
  expect(screens.map((screen) => screen.isPrivate)).toEqual([true, true, true]);
  const all = screens.map(({ message }) => (message === null ? '' : textOf(message))).join('\n');
  for (let at = 1; at <= texts.length; at += 1) expect(all.includes(`Paragraph ${at}:`)).toBe(true);
});

describe('a zone is completed', () => {
  test.each([
    ['new y', 'America/New_York'],
    ['Kathm', 'Asia/Kathmandu'],
    ['lond', 'Europe/London'],
    ['utc', 'UTC'],
  ])('%s', async (zone, first) => {
    const choices = await discord.autocomplete('iran-talks digest on', { zone }, 'zone', asMina).choices();
    expect(choices[0]).toEqual({ name: first, value: first });
  });

  test('with 25 at most', async () => {
    const asked = discord.autocomplete('iran-talks digest on', { zone: 'a' }, 'zone', asMina);
    expect(await asked.choices()).toHaveLength(25);
  });
});

test('the platform that was started sends digests', async () => {
  const channelKey = { platform: 'discord', community: home.id, channel: general.id } as const;
  const id = await bot.sender.send(channelKey, pageOf(), optionsOf());
  expect(discord.messages(general).at(-1)?.id).toBe(id);
});
