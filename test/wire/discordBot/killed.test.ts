// The whole program is killed in the middle of its digests, twice: every channel has its digest once.
import { join } from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/store/openStore.ts';
import { subscription } from '../../schedule/world.ts';
import { startDiscord } from '../discord/server.ts';
import { channel, guild } from '../discord/world.ts';
import { launch, newFolder } from '../program.ts';

const MANY = 50;
const MESSAGES = /^\/channels\/\d+\/messages$/u;

test('50 channels, killed twice: one digest each', async () => {
  const channels = Array.from({ length: MANY }, (_, at) => channel(`talks-${at}`));
  const bySetting = channel('by-setting');
  const home = guild({ channels: [...channels, bySetting] });
  const discord = await startDiscord({ guilds: [home] });
  const file = join(newFolder(), 'bot.sqlite');
  const url = `file:${file}`;
  const due = new Date(Date.now() - 5 * 60_000);
  const store = await openStore(url);
  for (const [at, { id }] of channels.entries()) {
    // Some have all of the corpus, which is several messages, the others one entry from the record.
    const startedAt = new Date(at % 5 === 0 ? due.getTime() - 3_600_000 : Date.now() + 3_600_000);
    const key = { platform: 'discord', community: home.id, channel: id } as const;
    const set = subscription(new Date(due.getTime() - 3_600_000), { whenEmpty: 'record', startedAt }, key);
    await store.saveSubscription({ ...set, next: { date: due.toISOString().slice(0, 10), at: due } });
  }
  await store.close();

  const posted = (): number =>
    discord.requests.filter(({ path, method }) => method === 'POST' && MESSAGES.test(path)).length;
  for (const atLeast of [8, 24]) {
    const bot = launch({ ...discord.env, DATABASE_URL: url });
    while (posted() < atLeast)
      await discord.request('POST', MESSAGES, { from: discord.requests.length, timeoutMs: 20_000 });
    bot.child.kill('SIGKILL');
    await bot.ended;
    // Whoever is gone has its deliveries for minutes more: they pass at once here.
    const database = new Database(file);
    database.exec("update deliveries set not_before = 0 where state = 'waiting'");
    database.close();
  }
  const line = `discord/${home.id}/${bySetting.id} 23:30 Asia/Tehran about missiles`;
  const bot = launch({ ...discord.env, DATABASE_URL: url, DIGEST_CHANNEL: line });
  const after = await openStore(url);
  const states = async (): Promise<string[]> => {
    const all = await Promise.all((await after.subscriptions()).map(({ id }) => after.deliveries(id, 9)));
    return all.flat().map(({ state }) => state);
  };
  while ((await states()).some((state) => state === 'waiting') || (await states()).length < MANY)
    await discord.request('POST', MESSAGES, { from: discord.requests.length, timeoutMs: 100 }).catch(() => undefined);
  expect(await states()).toEqual(Array.from({ length: MANY }, () => 'posted'));
  await bot.logged('digests: DIGEST_CHANNEL');
  expect(await after.findSubscription(`discord/${home.id}/${bySetting.id}`)).toMatchObject({
    time: '23:30',
    zone: 'Asia/Tehran',
    topic: 'missiles',
    setBy: null,
  });
  await after.close();
  expect(channels.map((one) => discord.messages(one).length)).toEqual(channels.map(() => 1));
  for (const [at, one] of channels.entries()) {
    // A thread has the id of the message that it was begun from.
    const [first] = discord.messages(one);
    const keys = discord.messages({ ...one, id: first?.id ?? '' }).map(({ embeds }) => embeds.at(-1)?.footer?.text);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length > 1).toBe(at % 5 === 0);
  }
  expect(await bot.stop()).toBe(0);
});
