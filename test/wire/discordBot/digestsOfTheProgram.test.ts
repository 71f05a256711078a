// The whole program on both platforms: a manager sets a digest up, an article comes into the corpus folder, and it is posted, with its chart.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { startDiscord } from '../discord/server.ts';
import { channel, guild, member, person } from '../discord/world.ts';
import { newFolder } from '../program.ts';
import { startSlack } from '../slack/server.ts';
import { channel as slackChannel, person as slackPerson, workspace } from '../slack/world.ts';
import { startBot } from './bot.ts';
import { textOf } from './seen.ts';

const mina = person('Mina');
const talks = channel('talks');
const admin = slackPerson('Mina', { isAdmin: true });
const news = slackChannel('news');

/** An invented article, beside the shipped one, whose front matter it takes but for what tells them apart. */
function addArticle(corpus: string): void {
  const folder = join(corpus, 'articles');
  const [shipped = ''] = readdirSync(folder);
  const front = readFileSync(join(folder, shipped), 'utf8').split('\n---\n')[0] ?? '';
  const own = front
    .replace(/^title: .*$/mu, 'title: An invented article')
    .replace(/^outlet: .*$/mu, 'outlet: Harbor Gazette')
    .replace(/^url: .*$/mu, 'url: https://example.org/invented')
    .replace(/^captions:\n(?: .*\n)*/mu, '')
    .replace(/^note: .*$/mu, '');
  const body =
    'Teo Varga said the northern ferry will run again.\n\nTeo Varga told reporters the southern ferry will not.';
  writeFileSync(join(folder, 'invented.md'), `${own}\n---\n\n${body}\n`);
}

test('set up, filled from the folder, posted, and told of', async () => {
  const corpus = join(newFolder(), 'corpus');
  cpSync(resolve('corpus'), corpus, { recursive: true });
  const discord = await startDiscord({
    guilds: [guild({ members: [member(mina, { may: ['ManageGuild'] })], channels: [talks] })],
  });
  const slack = await startSlack({ workspaces: [workspace({ people: [admin], channels: [news] })] });
  const bot = await startBot(discord, { ...slack.env('socket'), ...discord.env, CORPUS_DIR: corpus });
  await bot.logged('slack: connected');
  await bot.logged('corpus: watched');

  const set = await discord
    .slash('iran-talks digest on', { time: '09:00', zone: 'Asia/Tehran' }, { user: mina })
    .answer();
  expect(textOf(set)).toContain('#talks gets a digest');
  const onSlack = { user: admin, channel: news };
  const alsoSet = await slack.command('digest on 18:00 Europe/London', onSlack).answer();
  expect(JSON.stringify(alsoSet.blocks)).toContain('#news gets a digest');

  addArticle(corpus);
  await bot.logged('corpus: 1 new');
  const now = await discord.slash('iran-talks digest now', {}, { user: mina }).answer();
  expect(textOf(now)).toMatch(/[Pp]osted/u);
  const isDigest = ({ embeds }: APIMessage): boolean => embeds.at(-1)?.footer?.text.startsWith('digest ') === true;
  const [posted] = discord.messages(talks).filter(isDigest);
  expect(posted && textOf(posted)).toContain('northern ferry');
  expect(posted?.attachments).toMatchObject([{ filename: 'chart.png', content_type: 'image/png' }]);

  await slack.command('digest now', onSlack).answer();
  const inNews = slack.messages(news).filter(({ ephemeralTo }) => ephemeralTo === null);
  expect(inNews).toHaveLength(1);
  expect(JSON.stringify(inNews[0]?.blocks)).toContain('southern ferry');
  expect(JSON.stringify(inNews[0]?.blocks)).toContain('data_visualization');
  const status = await slack.command('digest status', onSlack).answer();
  expect(JSON.stringify(status.blocks)).toContain('18:00');
  expect(await bot.stop()).toBe(0);
});
