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
/** Too short to be told from any other of its kind. */
const SHORT = ['Watch the report on the ferries of Kelluth.', 'It was made on Wednesday in the port.'];
const PARAGRAPHS = [1, 2, 3, 4, 5, 6, 7].map((number) => `Part ${number} of it. ${LINE.repeat(2)}`);

function rssOf(site: string, path: string): string {
  return `<rss version="2.0"><channel><title>News</title><link>${site}</link><description>-</description><item><title>Ferries stop</title><link>${site}${path}</link><guid>${site}${path}</guid><pubDate>Wed, 04 Mar 2026 08:00:00 GMT</pubDate></item></channel></rss>`;
}

/** A corpus folder, its feeds, and a store; each `start` is another process. Both paths of a site have the same text under another title. */
async function openFeeds(feedsYaml: string, paragraphs: readonly string[] = PARAGRAPHS) {
  const dir = await mkdtemp(join(tmpdir(), 'feeds-'));
  for (const name of ['speakers.yaml', 'terms.yaml'])
    await cp(join(import.meta.dirname, '..', 'corpus', name), join(dir, name));
  await mkdir(join(dir, 'articles'));
  await writeFile(join(dir, 'feeds.yaml'), feedsYaml);
  const store = await openStore('file::memory:');
  const curation = createCuration(dir);
  const now = new Date('2026-03-04T12:00:00Z');
  const rest = { redirects: [], isMoved: false, etag: null, lastModified: null, freshFor: null };
  const infos: string[] = [];
  const start = () =>
    createLiveFeeds({
      ...{ store, corpusDir: dir, curation, now: () => now, random: () => 0, wait: async () => {}, newId: () => 'a' },
      corpus: () => ({ articles: [], speakers: [], terms: [] }),
      fetcher: {
        fetch: async (address) => {
          const { origin, pathname } = new URL(address);
          const isFeed = pathname.startsWith('/rss');
          const path = pathname === '/rss-again' ? '/ferries-again' : '/ferries';
          const text = isFeed ? rssOf(origin, path) : pageOf(paragraphs, { address, title: `Title of ${pathname}` });
          const contentType = isFeed ? 'application/rss+xml' : 'text/html';
          return { kind: 'fetched', address, contentType, bytes: new TextEncoder().encode(text), ...rest };
        },
      },
      readDraft: ({ bytes, address }) => readPage(new TextDecoder().decode(bytes), { address, today: '2026-03-04' }),
      log: { info: (_, message) => void infos.push(message), warn() {}, error() {} },
    });
  return {
    ...{ dir, curation, infos },
    async poll(address: string) {
      const feeds = start();
      await feeds.settings();
      return (await feeds.pollOnce(address))?.pages;
    },
    async close() {
      await store.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

const feedOf = (address: string): string => `- address: ${address}\n  outlet: Paper of ${new URL(address).hostname}\n`;

test('what is taken never names what is only held: the corpus can be read, and what is held names it', async () => {
  const [asked, taken] = ['https://harbour.example', 'https://island.example'];
  const feeds = await openFeeds(`${feedOf(`${asked}/rss`)}${feedOf(`${taken}/rss`)}  approval: take\n`);
  try {
    expect(await feeds.poll(`${asked}/rss`)).toEqual(['held']);
    expect(await feeds.poll(`${taken}/rss`)).toEqual(['taken']);
    const [article] = (await loadCorpus(feeds.dir)).articles;
    expect(article).toMatchObject({ url: `${taken}/ferries`, sameTextAs: null });
    expect(await feeds.curation.held()).toMatchObject([{ url: `${asked}/ferries`, sameTextAs: article?.id }]);
  } finally {
    await feeds.close();
  }
});

test('what one outlet issues again, under another address, id and title, is passed over, and that is told', async () => {
  const site = 'https://harbour.example';
  const feeds = await openFeeds(`${feedOf(`${site}/rss`)}${feedOf(`${site}/rss-again`)}  approval: take\n`);
  try {
    expect(await feeds.poll(`${site}/rss`)).toEqual(['held']);
    expect(await feeds.poll(`${site}/rss-again`)).toEqual(['known']);
    expect((await feeds.curation.held()).map(({ url }) => url)).toEqual([`${site}/ferries`]);
    expect(feeds.infos).toContain('feeds: an article was issued again at another address; it is passed over');
  } finally {
    await feeds.close();
  }
});

test('pages of a few words, which many have alike, are each an article of its own', async () => {
  const site = 'https://harbour.example';
  const feeds = await openFeeds(`${feedOf(`${site}/rss`)}${feedOf(`${site}/rss-again`)}`, SHORT);
  try {
    for (const path of ['/rss', '/rss-again']) expect(await feeds.poll(`${site}${path}`)).toEqual(['held']);
    expect(await feeds.curation.held()).toHaveLength(2);
  } finally {
    await feeds.close();
  }
});
