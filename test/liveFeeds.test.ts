// Feeds over a real corpus folder and a real store; only the pages are given.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCuration } from '../src/corpus/held.ts';
import { loadCorpus } from '../src/corpus/load.ts';
import { readPage } from '../src/intake/readPage.ts';
import { createLiveFeeds } from '../src/liveFeeds.ts';
import { openStore } from '../src/store/openStore.ts';
import { pageOf } from './curate/desk.ts';

const LINE =
  'The crews of Kelluth and the harbour office met again on Wednesday, and no day for the next talks was named. ';
const PARAGRAPHS = [1, 2, 3, 4, 5, 6, 7].map((number) => `Part ${number} of it. ${LINE.repeat(2)}`);

function rssOf(address: string): string {
  return `<rss version="2.0"><channel><title>News</title><link>${address}</link><description>-</description><item><title>Ferries stop</title><link>${address}/ferries</link><guid>${address}/ferries</guid><pubDate>Wed, 04 Mar 2026 08:00:00 GMT</pubDate></item></channel></rss>`;
}

test('what is taken never names what is only held: the corpus can be read, and what is held names it', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'feeds-'));
  for (const name of ['speakers.yaml', 'terms.yaml'])
    await cp(join(import.meta.dirname, '..', 'corpus', name), join(dir, name));
  await mkdir(join(dir, 'articles'));
  const [asked, taken] = ['https://harbour.example', 'https://island.example'];
  const feedOf = (site: string): string => `- address: ${site}/rss\n  outlet: Paper of ${new URL(site).hostname}\n`;
  await writeFile(join(dir, 'feeds.yaml'), `${feedOf(asked)}${feedOf(taken)}  approval: take\n`);
  const store = await openStore('file::memory:');
  const curation = createCuration(dir);
  const now = new Date('2026-03-04T12:00:00Z');
  // Each is another process: what was held before is known from its file.
  const start = () =>
    createLiveFeeds({
      ...{ store, corpusDir: dir, curation, now: () => now, random: () => 0, wait: async () => {}, newId: () => 'a' },
      corpus: () => ({ articles: [], speakers: [], terms: [] }),
      fetcher: {
        fetch: async (address) => {
          const site = new URL(address).origin;
          const isFeed = address.endsWith('/rss');
          const text = isFeed ? rssOf(site) : pageOf(PARAGRAPHS, { address });
          const contentType = isFeed ? 'application/rss+xml' : 'text/html';
          const bytes = new TextEncoder().encode(text);
          return {
            kind: 'fetched',
            address,
            redirects: [],
            isMoved: false,
            contentType,
            bytes,
            etag: null,
            lastModified: null,
            freshFor: null,
          };
        },
      },
      readDraft: ({ bytes, address }) => readPage(new TextDecoder().decode(bytes), { address, today: '2026-03-04' }),
      log: { info() {}, warn() {}, error() {} },
    });
  try {
    for (const [site, outcome] of [
      [asked, 'held'],
      [taken, 'taken'],
    ]) {
      const feeds = start();
      await feeds.settings();
      expect((await feeds.pollOnce(`${site}/rss`))?.pages).toEqual([outcome]);
    }
    const [article] = (await loadCorpus(dir)).articles;
    expect(article).toMatchObject({ url: `${taken}/ferries`, sameTextAs: null });
    expect(await curation.held()).toMatchObject([{ url: `${asked}/ferries`, sameTextAs: article?.id }]);
  } finally {
    await store.close();
    await rm(dir, { recursive: true, force: true });
  }
});
