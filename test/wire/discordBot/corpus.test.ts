// The corpus folder of a bot that runs: the next answer is from what was put there, without a restart.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleText, corpusFolder } from '../../corpus/corpusFolder.ts';
import { startDiscord } from '../discord/server.ts';
import { startBot } from './bot.ts';
import { textOf } from './seen.ts';

test('an article file that is put into CORPUS_DIR changes the answer; a broken one is told in the log', async () => {
  const dir = await corpusFolder();
  const discord = await startDiscord();
  const bot = await startBot(discord, { CORPUS_DIR: dir });
  await bot.logged('corpus: watched');
  const ask = async (): Promise<string> =>
    textOf(await discord.slash('iran-talks who said', { words: 'lantern' }).answer());
  expect(await ask()).not.toContain('the lantern burns');
  const text = articleText({ url: 'https://example.org/lantern' }, 'Vale said the lantern burns.\n');
  await writeFile(join(dir, 'articles/lantern.md'), text);
  const { level, added } = await bot.logged('corpus: 1 new, 0 changed, 0 removed; 2 articles, 2 passages');
  expect({ level, added }).toEqual({ level: 30, added: ['lantern'] });
  expect(await ask()).toContain('the lantern burns');
  await writeFile(join(dir, 'articles/lantern.md'), '---\n');
  expect((await bot.logged('corpus: broken')).level).toBe(40);
  expect(await ask()).toContain('the lantern burns');
  expect(await bot.stop()).toBe(0);
});
