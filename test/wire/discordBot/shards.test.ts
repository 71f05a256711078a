// Many processes of one bot: what Discord refuses ends them all, what breaks is started again, and none outlives the one that started them.
import { describe, expect, test } from 'vitest';
import { type LocalDiscord, startDiscord } from '../discord/server.ts';
import { channel, guild, person } from '../discord/world.ts';
import { type Bot, launch, STARTS } from './bot.ts';
import { textOf } from './seen.ts';

const [ada, mina] = [person('Ada'), person('Mina')];
const rooms = Array.from({ length: 6 }, (_, n) => channel(`room-${n}`));
const guilds = rooms.map((room) => guild({ members: [ada, mina], channels: [room] }));

const startShards = (discord: LocalDiscord): Bot => launch({ ...discord.env, DISCORD_SHARDS: 'auto' });
const readyIn = (discord: LocalDiscord, from = 0): number =>
  discord.gateway.events.slice(from).filter(({ kind }) => kind === 'ready').length;
async function untilReady(discord: LocalDiscord, shards: number, from = 0): Promise<void> {
  let at = from;
  for (let left = shards; left > 0; left -= 1) {
    const event = await discord.gateway.until('ready', { from: at, timeoutMs: STARTS });
    at = discord.gateway.events.indexOf(event, at) + 1;
  }
}
/** Until no process is connected any more. */
async function untilAlone(discord: LocalDiscord): Promise<void> {
  for (let at = 0; discord.gateway.sessions.length > 0; ) {
    const event = await discord.gateway.until('closed', { from: at, timeoutMs: STARTS });
    at = discord.gateway.events.indexOf(event, at) + 1;
  }
}

/** Milliseconds in which two processes start, and two more after them. */
const MANY_STARTS = 3 * STARTS;

describe.concurrent('shards', () => {
  test(
    'answer each its own servers, start again when they break, and end the bot with status 1 when Discord refuses them',
    async () => {
      const discord = await startDiscord({ guilds, shards: 2 });
      const bot = startShards(discord);
      await untilReady(discord, 2);
      const shards = discord.gateway.events.flatMap(({ kind, shard }) => (kind === 'ready' ? [shard] : []));
      expect(new Set(shards)).toEqual(new Set([0, 1]));
      for (const room of rooms) {
        const answer = await discord.slash('iran-talks speakers', {}, { user: ada, channel: room }).answer();
        expect(textOf(answer)).toContain('Donald Trump');
      }
      expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
      const from = discord.gateway.events.length;
      // Like any other end that has no reason: lost for good, and not refused.
      discord.gateway.drop(4_010);
      discord.gateway.forgetSessions();
      await untilReady(discord, 2, from);
      expect((await bot.logged('a process ended; another is started')).level).toBe(40);
      const again = discord.gateway.events.length;
      discord.gateway.drop(4_004);
      discord.gateway.forgetSessions();
      expect(await bot.ended).toBe(1);
      expect((await bot.logged('Discord refuses DISCORD_TOKEN')).level).toBe(60);
      await untilAlone(discord);
      // Not started again.
      expect(readyIn(discord, again)).toBe(0);
    },
    MANY_STARTS,
  );

  test('that Discord refuses at the start end it, too', async () => {
    const discord = await startDiscord({ guilds, shards: 2 });
    const bot = startShards(discord);
    await discord.gateway.until('connected', { timeoutMs: STARTS });
    discord.gateway.drop(4_014);
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toContain('Discord refuses what the bot wants to hear');
  });

  test('end when the bot is killed', async () => {
    const discord = await startDiscord({ guilds, shards: 1 });
    const bot = startShards(discord);
    await untilReady(discord, 1);
    bot.child.kill('SIGKILL');
    await untilAlone(discord);
  });

  test('are not started any more when it is stopped meanwhile', async () => {
    const discord = await startDiscord({ guilds, shards: 4, sessionsPerFiveSeconds: 1 });
    const bot = startShards(discord);
    await untilReady(discord, 1);
    const from = performance.now();
    expect(await bot.stop()).toBe(0);
    expect(performance.now() - from).toBeLessThan(5_000);
    expect(readyIn(discord)).toBeLessThan(3);
    await untilAlone(discord);
  });

  test('wait for a Discord that can’t be reached, and end with the bot', async () => {
    const discord = await startDiscord({ guilds, shards: 1 });
    const down = discord.on('GET', '/gateway/bot', { status: 503 });
    const bot = startShards(discord);
    expect(await bot.logged('it is tried again')).toMatchObject({ level: 40 });
    down.stop();
    await untilReady(discord, 1);
    expect(await bot.stop()).toBe(0);
    await untilAlone(discord);
  });
});
