// The gateway with the real client: log-in and what is refused, heartbeats, lost connections and sessions, shards, servers that
// come and go. discord.js waits half a second before it connects again; nothing here waits longer.
import { inflateSync } from 'node:zlib';
import { Events, GatewayIntentBits, type Client as RealClient } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { GatewayEvent } from './gateway.ts';
import { shardOf } from './ids.ts';
import { clientOf, login } from './realClient.ts';
import { startDiscord } from './server.ts';
import { channel, guild, person, thread } from './world.ts';

/** The next event of a client. */
function next<T>(client: RealClient, event: string): Promise<T> {
  return new Promise((resolve) => {
    client.once(event as Events.Raw, (value: unknown) => resolve(value as T));
  });
}

describe('log-in', () => {
  test('brings the bot, its guilds with channels, threads and its own permissions', async () => {
    const general = channel('general');
    const quiet = channel('quiet', { denyApp: ['SendMessages'] });
    const newsroom = guild({ name: 'Newsroom', channels: [general, quiet, thread('Thursday', general)] });
    const discord = await startDiscord({ guilds: [newsroom, guild({ hasApp: false })] });
    const client = await login(discord);
    expect(client.user.id).toBe(discord.bot.id);
    expect(client.application.id).toBe(discord.bot.id);
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Newsroom']);
    const [first, second, third] = client.guilds.cache.get(newsroom.id)?.channels.cache.values() ?? [];
    expect([first?.name, second?.name, third?.name]).toEqual(['general', 'quiet', 'Thursday']);
    const may = (id: string) => client.guilds.cache.get(newsroom.id)?.members.me?.permissionsIn(id);
    expect(may(general.id)?.has('SendMessages')).toBe(true);
    expect(may(quiet.id)?.has('SendMessages')).toBe(false);
    expect(discord.gateway.events.map(({ kind }) => kind)).toEqual(['connected', 'identified', 'ready']);
  });

  test('records what the client identified with, but for the token', async () => {
    const discord = await startDiscord();
    await login(discord);
    const { data } = await discord.gateway.until('identified');
    expect(data).toMatchObject({ intents: 4_609, shard: [0, 1], compress: false });
    expect(data).not.toHaveProperty('token');
    expect(discord.gateway.events[0]?.data).toEqual({ v: '10', encoding: 'json' });
  });

  test('with a wrong token is refused by REST', async () => {
    const discord = await startDiscord();
    await expect(clientOf(discord).login('wrong.bot.token')).rejects.toThrow('An invalid token was provided.');
    expect(discord.gateway.events).toEqual([]);
  });

  test('with a token that REST took and the gateway does not is closed with 4004', async () => {
    const discord = await startDiscord();
    discord.on('GET', '/gateway/bot', { status: 200, body: discord.gateway.information });
    await expect(clientOf(discord).login('wrong.bot.token')).rejects.toThrow('Authentication failed');
    expect((await discord.gateway.until('refused')).data).toBe(4_004);
  });

  test('with a privileged intent that the portal has not switched on is closed with 4014', async () => {
    const discord = await startDiscord();
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
    await expect(clientOf(discord, { intents }).login(discord.token)).rejects.toThrow('Used disallowed intents');
    expect((await discord.gateway.until('refused')).data).toBe(4_014);
  });

  test('with one that is switched on is let in', async () => {
    const discord = await startDiscord({ privilegedIntents: GatewayIntentBits.MessageContent });
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
    expect((await login(discord, { intents })).isReady()).toBe(true);
  });

  test('without sessions left is given up by the client before it identifies', async () => {
    const discord = await startDiscord({ sessionsLeft: 0 });
    await expect(clientOf(discord).login(discord.token)).rejects.toThrow('Not enough sessions remaining');
    expect(discord.gateway.events).toEqual([]);
  });

  test('takes one session of those that are left', async () => {
    const discord = await startDiscord({ sessionsLeft: 10 });
    await login(discord);
    expect(discord.gateway.information.session_start_limit.remaining).toBe(9);
  });

  test('of one shard for more guilds than a shard may have is closed with 4011', async () => {
    const discord = await startDiscord({ guilds: [guild(), guild(), guild()], guildsPerShard: 2 });
    await expect(clientOf(discord).login(discord.token)).rejects.toThrow('Sharding is required');
    expect((await discord.gateway.until('refused')).data).toBe(4_011);
  });
});

test('two shards have each their guilds, and events come to the shard of theirs', async () => {
  const guilds = [guild({ name: 'a' }), guild({ name: 'b' }), guild({ name: 'c' }), guild({ name: 'd' })];
  const discord = await startDiscord({ guilds, shards: 2 });
  const client = await login(discord, { shards: 'auto' });
  expect(client.guilds.cache.map(({ id, shardId }) => [id, shardId])).toEqual(
    expect.arrayContaining(guilds.map(({ id }) => [id, shardOf(id, 2)])),
  );
  expect(new Set(client.guilds.cache.map(({ shardId }) => shardId))).toEqual(new Set([0, 1]));
  const shards: number[] = [];
  client.on(Events.Raw, ({ t }: { t: string }, shard: number) => {
    if (t === 'MESSAGE_CREATE') shards.push(shard);
  });
  for (const { channels } of guilds) {
    if (channels[0] !== undefined) discord.say('Hello', { channel: channels[0] });
  }
  discord.dm('Hello');
  await discord.gateway.delivered();
  expect(shards.sort()).toEqual([0, 0, 0, 1, 1]);
});

test('heartbeats are answered, and name the last event', async () => {
  const discord = await startDiscord({ heartbeatInterval: 20 });
  await login(discord);
  // READY and GUILD_CREATE; the first heartbeats may come before them.
  const names = ({ kind, data }: GatewayEvent) => kind === 'heartbeat' && data === 2;
  await discord.gateway.journal.until(names, 'a heartbeat that names the second event');
});

// Beside each other, because the client waits half a second in each.
describe.concurrent('a connection', () => {
  test('whose heartbeats get no answer is ended by the client and resumed', async ({ onTestFinished }) => {
    const discord = await startDiscord({ heartbeatInterval: 20 });
    await login(discord, { onTestFinished });
    discord.gateway.acknowledges = false;
    expect((await discord.gateway.until('closed')).data).toBe(4_200);
    discord.gateway.acknowledges = true;
    await discord.gateway.until('resumed');
  });

  test('that is lost is resumed at the address of READY, and what was missed comes after', async ({
    onTestFinished,
  }) => {
    const discord = await startDiscord();
    const client = await login(discord, { onTestFinished });
    const heard: string[] = [];
    client.on(Events.MessageCreate, ({ id }) => heard.push(id));
    const before = discord.say('Before');
    await discord.gateway.delivered();
    discord.gateway.drop();
    await discord.gateway.until('closed');
    const during = discord.say('During');
    expect((await discord.gateway.until('resumed')).data).toEqual({ seq: 3, isAtResumeAddress: true });
    await discord.gateway.delivered();
    expect(heard).toEqual([before.message.id, during.message.id]);
  });

  test('is resumed when Discord asks for it with opcode 7', async ({ onTestFinished }) => {
    const discord = await startDiscord();
    const client = await login(discord, { onTestFinished });
    const resumed = next(client, Events.ShardResume);
    discord.gateway.reconnect();
    expect((await discord.gateway.until('closed')).data).toBe(4_200);
    await discord.gateway.until('resumed');
    await resumed;
  });

  test('is begun anew when the session is not known any more', async ({ onTestFinished }) => {
    const discord = await startDiscord();
    await login(discord, { onTestFinished });
    discord.gateway.forgetSessions();
    discord.gateway.drop();
    const from = discord.gateway.events.length;
    await discord.gateway.until('refused', { from });
    await discord.gateway.until('ready', { from });
    await discord.gateway.delivered();
  });

  test('that ends with a code which forbids it is not taken up again', async ({ onTestFinished }) => {
    const discord = await startDiscord();
    const client = await login(discord, { onTestFinished });
    const disconnected = next<{ code: number }>(client, Events.ShardDisconnect);
    discord.gateway.drop(4_004);
    expect((await disconnected).code).toBe(4_004);
  });

  test('goes on when its session is invalid and may be resumed', async ({ onTestFinished }) => {
    const discord = await startDiscord();
    await login(discord, { onTestFinished });
    const from = discord.gateway.events.length;
    discord.gateway.invalidateSessions({ isResumable: true });
    await discord.gateway.until('resumed');
    expect(discord.gateway.events.slice(from).map(({ kind }) => kind)).toEqual(['resumed']);
  });

  test('is begun anew when its session is invalid and may not', async ({ onTestFinished }) => {
    const discord = await startDiscord();
    const client = await login(discord, { onTestFinished });
    const from = discord.gateway.events.length;
    discord.gateway.invalidateSessions({ isResumable: false });
    const { session } = await discord.gateway.until('ready', { from });
    expect(session).not.toBe(discord.gateway.events[2]?.session);
    await discord.gateway.delivered();
    expect(client.guilds.cache.size).toBe(1);
  });
});

describe('a server', () => {
  test('that can not be reached is unavailable, not removed, and comes back', async () => {
    const discord = await startDiscord();
    const client = await login(discord);
    const lost = next<{ id: string }>(client, Events.GuildUnavailable);
    discord.world.beginOutage(discord.guild);
    expect((await lost).id).toBe(discord.guild.id);
    expect(client.guilds.cache.get(discord.guild.id)?.available).toBe(false);
    const found = next<{ id: string }>(client, Events.GuildAvailable);
    discord.world.endOutage(discord.guild);
    expect((await found).id).toBe(discord.guild.id);
  });

  test('that can not be reached at log-in does not hold it up', async () => {
    const [here, away] = [guild(), guild()];
    const discord = await startDiscord({ guilds: [here, away] });
    discord.world.beginOutage(away);
    const client = await login(discord);
    expect(client.guilds.cache.get(away.id)?.available).toBe(false);
    expect(client.guilds.cache.get(here.id)?.available).toBe(true);
  });

  test('that removes the app is gone, and refuses what the bot still sends', async () => {
    const discord = await startDiscord();
    const client = await login(discord);
    const removed = next<{ id: string }>(client, Events.GuildDelete);
    discord.world.removeApp(discord.guild);
    expect((await removed).id).toBe(discord.guild.id);
    await expect(client.rest.get(`/channels/${discord.channel.id}`)).rejects.toThrow('Missing Access');
  });

  test('that adds the app is new', async () => {
    const discord = await startDiscord();
    const client = await login(discord);
    const added = next<{ name: string }>(client, Events.GuildCreate);
    discord.world.addApp(guild({ name: 'Desk', members: [person('Mina')] }));
    expect((await added).name).toBe('Desk');
  });

  test('that deletes a channel or changes its permissions tells so', async () => {
    const [general, old] = [channel('general'), channel('old')];
    const discord = await startDiscord({ guilds: [guild({ channels: [general, old] })] });
    const client = await login(discord);
    discord.world.changeChannel(general, { denyApp: ['EmbedLinks'] });
    discord.world.deleteChannel(old);
    await discord.gateway.delivered();
    const here = client.guilds.cache.first();
    expect(here?.channels.cache.has(old.id)).toBe(false);
    expect(here?.members.me?.permissionsIn(general.id).has('EmbedLinks')).toBe(false);
  });
});

describe('a client that is not discord.js', () => {
  /** Payloads that come, decompressed by `read`. */
  async function talk(url: string, ...sent: object[]): Promise<{ socket: WebSocket; got: (Buffer | string)[] }> {
    const socket = new WebSocket(url);
    const got: (Buffer | string)[] = [];
    socket.on('message', (data: Buffer, isBinary) => got.push(isBinary ? data : String(data)));
    await new Promise((resolve) => {
      socket.once('message', resolve);
    });
    for (const payload of sent) socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload));
    return { socket, got };
  }

  const identify = (token: string, fields: object = {}) => ({
    op: 2,
    d: { token, intents: 1, properties: {}, ...fields },
  });

  test('gets compressed payloads where it asks for them', async () => {
    const discord = await startDiscord();
    const { socket, got } = await talk(
      `${discord.gateway.address}/?v=10&encoding=json`,
      identify(discord.token, { compress: true }),
    );
    await discord.gateway.until('ready');
    await new Promise((resolve) => {
      if (got.length === 3) resolve(undefined);
      socket.on('message', () => got.length === 3 && resolve(undefined));
    });
    const [hello, ready, created] = got;
    expect(JSON.parse(String(hello))).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
    expect(JSON.parse(inflateSync(ready as Buffer).toString())).toMatchObject({ op: 0, t: 'READY', s: 1 });
    expect(JSON.parse(inflateSync(created as Buffer).toString())).toMatchObject({ op: 0, t: 'GUILD_CREATE', s: 2 });
    socket.terminate();
  });

  test('gets one stream of zlib, flushed after each payload, where it asks for that', async () => {
    const discord = await startDiscord({ guilds: [] });
    const { socket, got } = await talk(
      `${discord.gateway.address}/?v=10&encoding=json&compress=zlib-stream`,
      identify(discord.token),
    );
    await new Promise((resolve) => {
      socket.on('message', () => got.length === 2 && resolve(undefined));
    });
    const chunks = got as Buffer[];
    for (const chunk of chunks) expect([...chunk.subarray(-4)]).toEqual([0, 0, 255, 255]);
    // Without its end, which a stream that goes on has not.
    const text = inflateSync(Buffer.concat(chunks), { finishFlush: 2 }).toString();
    expect(text).toMatch(/^\{.*"op":10.*\}\{.*"op":0.*"t":"READY"|^\{.*"op":10.*\}\{.*"t":"READY".*\}$/su);
    socket.terminate();
  });

  test.each<[string, string, object | string, number]>([
    ['another version', '?v=9&encoding=json', {}, 4_012],
    ['another encoding', '?v=10&encoding=etf', {}, 4_002],
    ['intents that do not exist', '?v=10&encoding=json', identify('local.bot.token', { intents: 1 << 30 }), 4_013],
    [
      'a shard beyond the number of shards',
      '?v=10&encoding=json',
      identify('local.bot.token', { shard: [2, 2] }),
      4_010,
    ],
    [
      'a session that is resumed with a wrong token',
      '?v=10&encoding=json',
      { op: 6, d: { token: 'x', session_id: 'x', seq: 0 } },
      4_004,
    ],
  ])('is refused for %s', async (_, query, payload, code) => {
    const discord = await startDiscord();
    const socket = new WebSocket(`${discord.gateway.address}/${query}`);
    socket.on('message', () => socket.send(JSON.stringify(payload)));
    const closed = await new Promise((resolve) => {
      socket.on('close', resolve);
    });
    expect(closed).toBe(code);
  });

  test.each<[string, string, number]>([
    ['what is no payload', 'hello', 4_002],
    ['more than 4,096 bytes', JSON.stringify({ op: 1, d: 'x'.repeat(5_000) }), 4_002],
    ['an opcode that this app has no need of', JSON.stringify({ op: 8, d: {} }), 4_001],
  ])('is refused, and the test told, for %s', async (_, payload, code) => {
    const discord = await startDiscord();
    const socket = new WebSocket(`${discord.gateway.address}/?v=10&encoding=json`);
    socket.on('message', () => socket.send(payload));
    const closed = await new Promise((resolve) => {
      socket.on('close', resolve);
    });
    expect(closed).toBe(code);
    expect(discord.takeFaults()).toHaveLength(1);
  });
});
