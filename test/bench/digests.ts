// digestTable(dir): how many digests a second come out of SQLite and of PostgreSQL (TEST_POSTGRES_URL; left out where it is not set), with a platform
// that takes no time, and how long one takes to be made over a corpus.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { entryKeys } from '../../src/answers/entryKeys.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { contentOver, recordCorpus, refusalWords } from '../../src/digests.ts';
import { loadReader, WEIGHTS_FILE } from '../../src/loadReader.ts';
import { screensOf } from '../../src/messages/screens.ts';
import { readStory } from '../../src/readStory.ts';
import { PACE, round } from '../../src/schedule/rounds.ts';
import type { Sender } from '../../src/schedule/sender.ts';
import { buildStoryIndex, type StoryIndex } from '../../src/search/storyIndex.ts';
import { type Subscription, subscriptionId } from '../../src/store/digestStore.ts';
import { openStore } from '../../src/store/openStore.ts';
import { milliseconds, row, whole } from './table.ts';

const CHANNELS = 300;
const TIMES = 20;
/** Passages that are new when one is timed: those of about three articles. */
const NEW = 60;
const NOW = new Date('2026-06-01T09:05:00Z');
const DUE = new Date('2026-06-01T09:00:00Z');

export async function digestTable(dir: string, root: string): Promise<string[]> {
  const reader = loadReader(join(root, WEIGHTS_FILE));
  const index = buildStoryIndex(readStory(await loadCorpus(dir), reader));
  const small = buildStoryIndex(readStory(await loadCorpus(join(root, 'corpus')), reader));
  const folder = mkdtempSync(join(tmpdir(), 'iran-talks-bench-'));
  try {
    const sqlite = await perSecond(`file:${join(folder, 'bench.sqlite')}`, small);
    const url = process.env['TEST_POSTGRES_URL'];
    const postgres = url ? await onSchema(url, (own) => perSecond(own, small)) : null;
    const { made, record, pages } = timesOf(index);
    return [
      '',
      `Digests, ${CHANNELS} channels at once, one article, a platform that takes no time:`,
      row('  SQLite', `${whole(sqlite)} a second`),
      row('  PostgreSQL', postgres === null ? 'left out: TEST_POSTGRES_URL is not set' : `${whole(postgres)} a second`),
      `One digest over ${whole(index.searched.articles)} articles (medians of ${TIMES}):`,
      row(`  ${NEW} passages new`, `${milliseconds(made)} ms`, `${pages} pages`),
      row('  nothing new', `${milliseconds(record)} ms`),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function subscription(channel: number): Subscription {
  const key = { platform: 'discord', community: '1', channel: String(channel) } as const;
  return {
    ...key,
    id: subscriptionId(key),
    time: '09:00',
    zone: 'UTC',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    topic: null,
    speakers: [],
    whenEmpty: 'record',
    state: 'on',
    blocked: null,
    setBy: null,
    setAt: new Date(0),
    startedAt: new Date(0),
    next: { date: '2026-06-01', at: DUE },
  };
}

const SENDER: Sender = {
  fits: ({ parts }) => parts.length <= 10,
  send: async () => 'm',
  find: async () => null,
  missing: async () => [],
  tell: async () => {},
};

async function perSecond(url: string, index: StoryIndex): Promise<number> {
  const store = await openStore(url);
  try {
    await recordCorpus(index, store, new Date('2026-06-01T08:00:00Z'));
    for (let channel = 0; channel < CHANNELS; channel += 1) await store.saveSubscription(subscription(channel));
    const begun = performance.now();
    await round({
      store,
      content: contentOver(() => index),
      senderOf: () => SENDER,
      now: () => NOW,
      log: { info() {}, warn() {}, error() {} },
      refused: refusalWords,
      worker: 'bench',
      pace: PACE,
    });
    const seconds = (performance.now() - begun) / 1_000;
    const [sent] = await store.deliveries(subscription(0).id, 1);
    if (sent?.state !== 'posted') throw new Error(`a digest was not posted: ${JSON.stringify(sent)}`);
    return CHANNELS / seconds;
  } finally {
    await store.close();
  }
}

/** In a schema of its own, which is gone afterwards. */
async function onSchema<Result>(url: string, work: (url: string) => Promise<Result>): Promise<Result> {
  const name = `bench_${process.pid}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create schema ${name}`);
    const own = new URL(url);
    own.searchParams.set('options', `-csearch_path=${name}`);
    return await work(own.href);
  } finally {
    await client.query(`drop schema if exists ${name} cascade`);
    await client.end();
  }
}

function timesOf(index: StoryIndex): { readonly made: number; readonly record: number; readonly pages: number } {
  const keys = [...entryKeys(index).keys()];
  const seen = new Map(keys.map((key) => [key, DUE]));
  const content = contentOver(() => index);
  const head = { date: '2026-06-01', last: null, now: NOW, isLate: false };
  let pages = 0;
  const time = (had: ReadonlySet<string>): number => {
    const input = { subscription: subscription(0), seen, had, changes: [], from: new Date(0), to: NOW, only: null };
    const times = Array.from({ length: TIMES }, () => {
      const begun = performance.now();
      const { message, chart } = content.make(input);
      const screens = screensOf(message(head), SENDER.fits);
      if (chart !== null) pages = screens.length;
      return performance.now() - begun;
    });
    return times.sort((a, b) => a - b)[TIMES / 2] ?? 0;
  };
  return { made: time(new Set(keys.slice(NEW))), record: time(new Set(keys.slice(1))), pages };
}
