// The whole program on both platforms: managers set digests up, a feed brings an article, a manager approves it, a curator corrects who said it, and
// the channels are told of both, with a chart.
import { execFileSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, expect, test } from 'vitest';
import { pageOf } from '../../curate/desk.ts';
import { startDiscord } from '../discord/server.ts';
import { channel, guild, member, person } from '../discord/world.ts';
import { listen, stopListening } from '../listen.ts';
import { newFolder } from '../program.ts';
import { startSlack } from '../slack/server.ts';
import { channel as slackChannel, person as slackPerson, workspace } from '../slack/world.ts';
import { startBot } from './bot.ts';
import { textOf } from './seen.ts';

const mina = person('Mina');
const talks = channel('talks');
const admin = slackPerson('Mina', { isAdmin: true });
const news = slackChannel('news');
const home = guild({ members: [member(mina, { may: ['ManageGuild'] })], channels: [talks] });
const MAIN = resolve('dist/main.js');

const STORY = [
  'Teo Varga said the northern ferry will run again once the pier has been mended, which the port office expects in spring.',
  'Teo Varga told reporters the southern ferry will not, because its hull is too old and nobody wants to pay for another one.',
  'The port office had closed both lines in autumn, when a storm took away a part of the pier and two of the four landing stages.',
];

const site = createServer((request, response) => {
  const address = `http://${request.headers.host}`;
  if (request.url === '/rss.xml') {
    const item = `<item><title>Ferries</title><link>${address}/ferries</link><guid>${address}/ferries</guid><pubDate>${new Date().toUTCString()}</pubDate></item>`;
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(
      `<rss version="2.0"><channel><title>Harbor Gazette</title><link>${address}</link>${item}</channel></rss>`,
    );
  } else {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(pageOf(STORY, { title: 'A ferry runs again', address: `${address}/ferries` }));
  }
});
afterAll(() => stopListening(site));

test('fetched from a feed, approved, answered from, posted, corrected, and told of again', async () => {
  const corpus = join(newFolder(), 'corpus');
  cpSync(resolve('corpus'), corpus, { recursive: true });
  writeFileSync(
    join(corpus, 'feeds.yaml'),
    `- address: http://127.0.0.1:${await listen(site)}/rss.xml\n  outlet: Harbor Gazette\n`,
  );
  const discord = await startDiscord({ guilds: [home] });
  const slack = await startSlack({ workspaces: [workspace({ people: [admin], channels: [news] })] });
  const settings = { CORPUS_DIR: corpus, ALLOW_PRIVATE_ADDRESSES: 'yes', CURATED_FROM: `discord/${home.id}` };
  const bot = await startBot(discord, { ...slack.env('socket'), ...discord.env, ...settings });
  await bot.logged('slack: connected');
  await bot.logged('corpus: watched');

  const asMina = { user: mina };
  const set = await discord.slash('iran-talks digest on', { time: '09:00', zone: 'Asia/Tehran' }, asMina).answer();
  expect(textOf(set)).toContain('#talks gets a digest');
  const onSlack = { user: admin, channel: news };
  const alsoSet = await slack.command('digest on 18:00 Europe/London', onSlack).answer();
  expect(JSON.stringify(alsoSet.blocks)).toContain('#news gets a digest');

  await bot.logged('feeds: an article was held');
  const list = await discord.slash('iran-talks held', {}, asMina).answer();
  expect(textOf(list)).toContain('A ferry runs again');
  const approved = await discord.button('Approve', list, asMina).answer();
  expect(textOf(approved)).toContain('Approved: A ferry runs again');
  const { added } = (await bot.logged('corpus: 1 new')) as unknown as { added: string[] };
  expect(added).toEqual(['harbor-gazette-2026-03-04-a-ferry-runs-again']);

  const digests = (): string[] =>
    discord
      .messages(talks)
      .filter(({ embeds }: APIMessage) => embeds.at(-1)?.footer?.text.startsWith('digest ') === true)
      .map(textOf);
  expect(textOf(await discord.slash('iran-talks digest now', {}, asMina).answer())).toMatch(/[Pp]osted/u);
  expect(digests()[0]).toContain('northern ferry');
  const withChart = discord.messages(talks).find(({ attachments }) => attachments.length > 0);
  expect(withChart?.attachments).toMatchObject([{ filename: 'chart.png', content_type: 'image/png' }]);
  await slack.command('digest now', onSlack).answer();
  const inNews = slack.messages(news).filter(({ ephemeralTo }) => ephemeralTo === null);
  expect(inNews).toHaveLength(1);
  expect(JSON.stringify(inNews[0]?.blocks)).toContain('southern ferry');
  expect(JSON.stringify(inNews[0]?.blocks)).toContain('data_visualization');

  const words = ['corpus', 'correct', `${added[0]}#2.1`, '--name', 'Lena Moss', '--reason', 'The outlet mended it.'];
  execFileSync(process.execPath, [MAIN, ...words], { env: { ...process.env, CORPUS_DIR: corpus }, stdio: 'pipe' });
  await bot.logged('corpus: 0 new, 1 changed');
  const answer = textOf(await discord.slash('iran-talks who said', { words: 'southern ferry' }, asMina).answer());
  expect(answer).toContain('Lena Moss');
  expect(answer).toContain('set by a curator (The outlet mended it.)');
  await discord.slash('iran-talks digest now', {}, asMina).answer();
  expect(digests().at(-1)).toMatch(/a curator corrected it to Lena Moss/u);

  const status = await slack.command('digest status', onSlack).answer();
  expect(JSON.stringify(status.blocks)).toContain('18:00');
  expect(await bot.stop()).toBe(0);
});
