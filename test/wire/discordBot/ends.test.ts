// How the bot comes up and goes down on Discord: refused, unreachable, stopped while it answers, and faults that nobody waited for.
import { describe, expect, test } from 'vitest';
import { refusal } from '../discord/answers.ts';
import { type LocalDiscord, startDiscord } from '../discord/server.ts';
import { channel, guild, person } from '../discord/world.ts';
import { type Bot, launch, STARTS, startBot } from './bot.ts';
import { textOf } from './seen.ts';

const CALLBACK = '/interactions/:id/:token/callback';
const STACK = /^\s+at .*:\d+:\d+/mu;

describe.concurrent('a start that Discord refuses ends with status 1 and one sentence on what to change', () => {
  test('a wrong token', async () => {
    const discord = await startDiscord();
    const bot = launch({ ...discord.env, DISCORD_TOKEN: 'another.bot.token' });
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toContain(
      'Discord refuses DISCORD_TOKEN: in the developer portal, under Bot, press “Reset Token” and copy the new one.\n',
    );
    expect(bot.output()).not.toContain('another.bot.token');
    expect(bot.output()).not.toMatch(STACK);
  });

  test.each<[string, number, string]>([
    ['a token that the gateway does not take', 4_004, 'Discord refuses DISCORD_TOKEN'],
    ['intents', 4_014, 'Discord refuses what the bot wants to hear'],
    ['too many servers for one process', 4_011, 'set DISCORD_SHARDS=auto'],
  ])('%s', async (_, code, sentence) => {
    const discord = await startDiscord();
    const bot = launch(discord.env);
    await discord.gateway.until('connected', { timeoutMs: STARTS });
    discord.gateway.drop(code);
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toContain(sentence);
    expect(bot.output()).not.toMatch(STACK);
  });
});

test.concurrent('an address that is no Discord’s is told, and ends it with status 1', async () => {
  const discord = await startDiscord();
  discord.on('GET', '/gateway/bot', { status: 404 });
  const bot = launch(discord.env);
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toContain('Nothing of Discord is at DISCORD_API_URL');
});

test.concurrent('a log-in that hangs does not keep it from ending', async () => {
  const discord = await startDiscord();
  discord.on('GET', '/gateway/bot', { hang: true });
  const bot = launch(discord.env);
  await discord.request('GET', '/gateway/bot', { timeoutMs: STARTS });
  expect(await bot.stop()).toBe(0);
});

test.concurrent('commands that can’t be registered keep nobody from asking', async () => {
  const discord = await startDiscord();
  discord.on('PUT', '/applications/:app/commands', [refusal(400, 50_035, 'Invalid Form Body')]);
  const bot = launch(discord.env);
  expect((await bot.logged('the commands could not be registered')).level).toBe(50);
  expect(textOf(await discord.say('speakers', { mentions: [discord.bot] }).answer())).toContain('Donald Trump');
});

test.concurrent('a bot that is in no server yet says how to add it to one, and what is wrong with DISCORD_GUILD_ID until it is', async () => {
  const desk = guild({ hasApp: false });
  const discord = await startDiscord({ guilds: [desk] });
  const bot = launch({ ...discord.env, DISCORD_GUILD_ID: desk.id });
  const { invite } = await bot.logged('the bot is in no server yet');
  // Attach Files, Create Public Threads, View Channel, Send Messages, Embed Links, Read Message History, Send Messages in Threads: as README says.
  expect(invite).toBe(
    `https://discord.com/oauth2/authorize?client_id=${discord.bot.id}&scope=bot+applications.commands&permissions=309237763072`,
  );
  expect((await bot.logged('the commands could not be registered')).msg).toContain('check that DISCORD_GUILD_ID');
  discord.world.addApp(desk);
  await bot.logged('the commands were registered');
  expect(discord.commands(desk)).toHaveLength(2);
});

/** One process, from a start that has to wait to an end. */
describe('a bot that lives through what goes wrong', () => {
  /** With the first signal a fault of its own, with the next one a fault in every answer. */
  const faults = `process.once('SIGUSR2', () => {
    process.on('SIGUSR2', () => {
      String.prototype.normalize = () => { throw new Error('broken by a test'); };
      console.log('{"msg":"broken"}');
    });
    Promise.reject(new Error('a fault of a test'));
  })`;
  let discord: LocalDiscord;
  let bot: Bot;
  const works = async (): Promise<void> => {
    expect(textOf(await discord.slash('iran-talks speakers').answer())).toContain('Donald Trump');
  };

  test('waits for a Discord that can’t be reached', async () => {
    discord = await startDiscord();
    const down = discord.on('GET', '/gateway/bot', { status: 503 });
    bot = launch({
      ...discord.env,
      NODE_OPTIONS: `${discord.env.NODE_OPTIONS} --import=data:text/javascript,${encodeURIComponent(faults)}`,
    });
    expect(await bot.logged('it is tried again')).toMatchObject({ level: 40, nextTryIn: 1_000 });
    down.stop();
    await bot.logged('the commands were registered');
    await works();
  });

  test('logs a fault that nobody waited for, with where it came from', async () => {
    bot.child.kill('SIGUSR2');
    const logged = await bot.logged('a fault that nobody waited for');
    expect(logged).toMatchObject({
      level: 50,
      cause: { message: 'a fault of a test', stack: expect.stringMatching(STACK) },
    });
    await works();
  });

  test('logs what goes wrong in an answer without what was asked', async () => {
    bot.child.kill('SIGUSR2');
    await bot.logged('broken');
    const answer = await discord.slash('iran-talks ask', { question: 'what did my sécret source tell' }).answer();
    expect(textOf(answer)).toContain('Something went wrong here');
    expect(await bot.logged('a fault while answering')).toMatchObject({
      level: 50,
      cause: { message: 'broken by a test' },
    });
    expect(bot.output()).not.toMatch(/s.cret source/u);
  });

  test('ends with status 1, and what to change, when its token is reset', async () => {
    discord.gateway.drop(4_004);
    expect(await bot.ended).toBe(1);
    expect((await bot.logged('Discord refuses DISCORD_TOKEN')).level).toBe(60);
  });
});

/** Three processes, one after the other, with the commands where each setting wants them; each is stopped in another way. */
describe('started again and again', () => {
  const desk = guild({ members: [person('Ada')], channels: [channel('general')] });
  const inDesk = { DISCORD_GUILD_ID: desk.id };
  let discord: LocalDiscord;
  let bot: Bot;

  async function stopAnswering(signal: NodeJS.Signals): Promise<void> {
    discord.on('POST', CALLBACK, [{ delayMs: 300 }]);
    const from = discord.requests.length;
    const asked = discord.slash('iran-talks speakers');
    await discord.request('POST', CALLBACK, { from });
    const status = bot.stop(signal);
    await bot.logged('stopping');
    const late = discord.slash('iran-talks speakers');
    expect(textOf(await late.answer())).toContain('I am being restarted. Ask again in a minute.');
    expect(textOf(await asked.answer())).toContain('Donald Trump');
    expect(await status).toBe(0);
    expect(bot.logs.at(-1)).toMatchObject({ msg: 'stopped', status: 0 });
  }

  test('commands of one server alone are registered there', async () => {
    discord = await startDiscord({ guilds: [desk] });
    bot = await startBot(discord, inDesk);
    expect(discord.commands(desk).map(({ name }) => name)).toEqual(['iran-talks', 'Check quotations']);
    expect(discord.commands()).toEqual([]);
    expect(textOf(await discord.slash('iran-talks speakers').answer())).toContain('Donald Trump');
  });

  test('stopped by SIGTERM it answers first what is being answered', () => stopAnswering('SIGTERM'));

  test('commands that were of one server are everywhere then', async () => {
    bot = await startBot(discord);
    expect(discord.commands()).toHaveLength(2);
    // Told by whoever uses one of those that are left.
    await discord.slash('iran-talks speakers').answer();
    await expect.poll(() => discord.commands(desk)).toEqual([]);
    expect(bot.logs.filter(({ level }) => level >= 40)).toEqual([]);
  });

  test('stopped by SIGINT it answers first what is being answered', () => stopAnswering('SIGINT'));

  test('commands that were everywhere are of one server then', async () => {
    bot = await startBot(discord, inDesk);
    // There first, so that nobody is without them meanwhile.
    await expect.poll(() => [discord.commands(), discord.commands(desk).length]).toEqual([[], 2]);
  });

  test('an answer that does not get through is waited for ten seconds, no longer', async () => {
    discord.on('POST', CALLBACK, { hang: true });
    const before = discord.requests.length;
    discord.slash('iran-talks speakers');
    await discord.request('POST', CALLBACK, { from: before });
    const from = performance.now();
    expect(await bot.stop()).toBe(0);
    expect(performance.now() - from).toBeLessThan(12_500);
    expect(await bot.logged('stopped before everything was answered')).toMatchObject({ level: 40, left: 1 });
  });
});
