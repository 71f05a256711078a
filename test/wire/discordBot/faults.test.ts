// What goes wrong on the way to and from Discord while the bot runs: each answer arrives once, and the process lives.
import Database from 'libsql';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { rateLimited, refusal } from '../discord/answers.ts';
import type { Exchange } from '../discord/exchange.ts';
import type { RecordedRequest } from '../discord/rest.ts';
import { type LocalDiscord, startDiscord } from '../discord/server.ts';
import { channel, guild, person } from '../discord/world.ts';
import type { Script, Scripted } from '../scripts.ts';
import { type Bot, startBot } from './bot.ts';
import { labelsOf, textOf } from './seen.ts';

const CALLBACK = '/interactions/:id/:token/callback';
const MESSAGES = '/channels/:channel/messages';
let discord: LocalDiscord;
let bot: Bot;
let scripts: Script[] = [];

beforeAll(async () => {
  discord = await startDiscord();
  bot = await startBot(discord);
});

afterEach(() => {
  for (const script of scripts.splice(0)) script.stop();
  expect(bot.child.exitCode).toBeNull();
});

const script = (...[method, route, plan]: Parameters<LocalDiscord['on']>): void => {
  scripts = [...scripts, discord.on(method, route, plan)];
};
const answersIn = (): number => discord.messages().filter(({ author }) => author.id === discord.bot.id).length;

const question = (): Exchange => discord.slash('iran-talks who said', { words: 'no nuclear weapons' });

describe('an answer to a command arrives once', () => {
  test.each<[string, Scripted[]]>([
    ['after 429', [rateLimited(0.05)]],
    ['after 429 for everything', [rateLimited(0.05, { isGlobal: true })]],
    ['after 500', [{ status: 500 }]],
    ['after 502 and 503', [{ status: 502 }, { status: 503 }]],
    ['when the connection is closed before', [{ drop: 'close' }]],
    ['when the connection is reset before', [{ drop: 'reset' }]],
    ['when Discord does not answer, and did nothing', [{ hang: true }]],
  ])('%s', async (_, plan) => {
    script('POST', CALLBACK, plan);
    const before = answersIn();
    expect(textOf(await question().answer({ timeoutMs: 8_000 }))).toContain('Donald Trump');
    await discord.slash('iran-talks speakers').answer();
    expect(answersIn() - before).toBe(2);
  });

  test.each<[string, Scripted, number]>([
    ['when the connection is closed after', { drop: 'close', isDone: true }, 0],
    // discord.js repeats these by itself.
    ['when the connection is reset after', { drop: 'reset', isDone: true }, 1],
    ['when Discord does not answer, and did it', { hang: true, isDone: true }, 1],
  ])('%s', async (_, lost, repeated) => {
    script('POST', CALLBACK, [lost]);
    const before = answersIn();
    const asked = question();
    const { message } = await asked.reply('edit', 0, { timeoutMs: 8_000 });
    expect(message && textOf(message)).toContain('Donald Trump');
    expect(answersIn() - before).toBe(1);
    const [first] = asked.replies;
    if (message && first?.message) expect(message.components).toEqual(first.message.components);
    const faults = discord.takeFaults();
    expect(faults).toHaveLength(repeated);
    for (const fault of faults) expect(fault).toContain('was answered twice');
  });

  test('and buttons under it act', async () => {
    script('POST', CALLBACK, [{ drop: 'close', isDone: true }]);
    const { message } = await question().reply('edit');
    if (message === null) throw new Error('An edit without a message.');
    expect(textOf(await discord.button('Context', message).answer())).toContain('Before');
  });
});

describe('an answer to a message arrives once', () => {
  test.each<[string, Scripted[], number]>([
    ['after 429', [rateLimited(0.05)], 2],
    ['after 500 and 504', [{ status: 500 }, { status: 504 }], 3],
    ['when the connection is closed before', [{ drop: 'close' }], 2],
    ['when the connection is closed after', [{ drop: 'close', isDone: true }], 2],
    ['when the connection is reset after', [{ drop: 'reset', isDone: true }], 2],
    ['when Discord does not answer, and did it', [{ hang: true, isDone: true }], 2],
  ])('%s', async (_, plan, requests) => {
    script('POST', MESSAGES, plan);
    const from = discord.requests.length;
    const asked = discord.say('who said no nuclear weapons', { mentions: [discord.bot] });
    const isTry = ({ method, route }: RecordedRequest): boolean => method === 'POST' && route === MESSAGES;
    const tries = (): RecordedRequest[] => discord.requests.slice(from).filter(isTry);
    for (let left = requests, at = from; left > 0; left -= 1) {
      const sent = await discord.request('POST', MESSAGES, { from: at, timeoutMs: 8_000 });
      at = discord.requests.indexOf(sent) + 1;
    }
    expect(textOf(await asked.answer())).toContain('Donald Trump');
    await discord.say('speakers', { mentions: [discord.bot] }).answer();
    expect(tries()).toHaveLength(requests + 1);
    expect(asked.answers.filter((answer) => textOf(answer).includes('no nuclear'))).toHaveLength(1);
  });
});

describe('what can’t be answered is logged, with ids, and the next is answered', () => {
  test('an interaction that Discord gave up', async () => {
    script('POST', CALLBACK, [refusal(404, 10_062, 'Unknown interaction')]);
    discord.slash('iran-talks speakers');
    expect(await bot.logged('an interaction could no longer be answered')).toMatchObject({
      level: 40,
      interaction: expect.any(String),
      guild: discord.guild.id,
    });
  });

  test('an answer that Discord refuses: the asker is told that something went wrong', async () => {
    script('POST', CALLBACK, [refusal(400, 50_035, 'Invalid Form Body')]);
    const answer = await discord.slash('iran-talks speakers').answer();
    expect(textOf(answer)).toContain('Something went wrong here');
    expect(await bot.logged('an interaction was not answered')).toMatchObject({ level: 50 });
  });

  test('a message that Discord refuses: as well', async () => {
    script('POST', MESSAGES, [refusal(400, 50_035, 'Invalid Form Body')]);
    const answer = await discord.say('speakers', { mentions: [discord.bot] }).answer();
    expect(textOf(answer)).toContain('Something went wrong here');
  });

  test('a message in a channel that was deleted', async () => {
    script('POST', MESSAGES, [refusal(404, 10_003, 'Unknown Channel')]);
    discord.say('speakers', { mentions: [discord.bot] });
    expect(await bot.logged('a message could no longer be answered')).toMatchObject({ channel: discord.channel.id });
  });

  test('a permission that only Discord knew of: the asker is told', async () => {
    script('POST', MESSAGES, [refusal(403, 50_013, 'Missing Permissions')]);
    const from = discord.requests.length;
    discord.say('speakers', { mentions: [discord.bot] });
    const isTold = ({ body }: { body: unknown }): boolean => JSON.stringify(body).includes('a permission is missing');
    await bot.logged('a permission is missing');
    const told = await discord.request('POST', `/channels/${discord.directMessages().id}/messages`, { from });
    expect(isTold(told)).toBe(true);
  });

  test('completion while Discord is down', async () => {
    script('POST', CALLBACK, [{ status: 500 }, { status: 500 }, { status: 500 }, { status: 500 }]);
    discord.autocomplete('iran-talks speaker', { name: 'a' }, 'name');
    await bot.logged('a completion came too late');
  });
});

describe('delivered twice, answered once', () => {
  test('a command', async () => {
    const asked = discord.slash('iran-talks speakers');
    await asked.answer();
    discord.deliverAgain(asked);
    await bot.logged('an interaction was delivered again');
    expect(asked.replies).toHaveLength(1);
  });
});

test('a store that another process has locked keeps nobody waiting', async () => {
  const other = new Database(bot.database.replace('file:', ''));
  other.exec('begin immediate');
  const first = await question().first({ timeoutMs: 8_000 });
  other.exec('rollback');
  other.close();
  expect(first.ms).toBeLessThan(2_800);
  expect(first.message && textOf(first.message)).toContain('Donald Trump');
  // Without what was asked its buttons could not act.
  expect(first.message && labelsOf(first.message)).toEqual([]);
});

describe('the gateway', () => {
  const works = async (): Promise<void> => {
    expect(textOf(await discord.slash('iran-talks speakers').answer())).toContain('Donald Trump');
  };

  test('asks to reconnect: what was asked meanwhile is answered', async () => {
    const from = discord.gateway.events.length;
    discord.gateway.reconnect();
    await discord.gateway.until('closed', { from });
    const asked = discord.say('speakers', { mentions: [discord.bot] });
    await discord.gateway.until('resumed', { from });
    expect(textOf(await asked.answer())).toContain('Donald Trump');
  });

  test('drops the connection: what was asked meanwhile is answered', async () => {
    const from = discord.gateway.events.length;
    discord.gateway.drop();
    const asked = discord.say('speakers', { mentions: [discord.bot] });
    await discord.gateway.until('resumed', { from });
    expect(textOf(await asked.answer())).toContain('Donald Trump');
    await works();
  });

  test('says that the session is invalid, and can be resumed', async () => {
    const from = discord.gateway.events.length;
    discord.gateway.invalidateSessions({ isResumable: true });
    await discord.gateway.until('resumed', { from });
    await works();
  });

  test('says that the session is over: a new one is begun', async () => {
    const from = discord.gateway.events.length;
    discord.gateway.invalidateSessions({ isResumable: false });
    await discord.gateway.until('ready', { from, timeoutMs: 12_000 });
    await discord.gateway.delivered();
    await works();
  });

  test('an outage of a server is no removal', async () => {
    discord.world.beginOutage(discord.guild);
    await bot.logged('a server is unavailable');
    discord.world.endOutage(discord.guild);
    await discord.gateway.delivered();
    await works();
    expect(bot.logs.some(({ msg }) => msg.includes('removed from a server'))).toBe(false);
  });

  test('a server removes the app and adds it again; another adds it', async () => {
    discord.world.removeApp(discord.guild);
    expect(await bot.logged('removed from a server')).toMatchObject({ guild: discord.guild.id });
    const ada = person('Ada');
    const room = channel('room');
    const other = guild({ name: 'Another desk', members: [ada], channels: [room] });
    discord.world.addApp(other);
    expect(await bot.logged('added to a server')).toMatchObject({ guild: other.id });
    const answer = await discord.slash('iran-talks speakers', {}, { user: ada, channel: room }).answer();
    expect(textOf(answer)).toContain('Donald Trump');
  });
});
