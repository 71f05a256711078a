// A news site on this machine, a corpus in memory, and a clock that moves by waiting: what feeds are tested with.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import type { FeedSetting } from '../../src/corpus/feedsFile.ts';
import { IntakeError } from '../../src/errors.ts';
import { createFeeds, type Feeds } from '../../src/feeds/loop.ts';
import type { DraftContext, FeedsParts } from '../../src/feeds/parts.ts';
import type { Fetcher } from '../../src/fetch/fetcher.ts';
import type { Draft } from '../../src/intake/draft.ts';
import { openStore } from '../../src/store/openStore.ts';
import type { Store } from '../../src/store/store.ts';

export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export interface Site {
  readonly origin: string;
  /** By path; what is not there is a 404. A function is asked each time. */
  readonly paths: Map<string, Reply | ((headers: IncomingHttpHeaders) => Reply)>;
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** Paths, then forgotten. */
  takeAsked(): string[];
}

export async function startSite(): Promise<Site> {
  const paths: Site['paths'] = new Map();
  const asked: Site['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers });
    const found = paths.get(path) ?? { status: 404 };
    const { status = 200, headers = {}, body = '' } = typeof found === 'function' ? found(request.headers) : found;
    response.writeHead(status, { 'content-type': 'text/html', ...headers });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, paths, asked, takeAsked: () => asked.splice(0).map(({ path }) => path) };
}

/** As a server that knows what it sent: 304 where it is asked with the ETag. */
export function tagged(body: string, etag: string, headers: Record<string, string> = {}) {
  return (asked: IncomingHttpHeaders): Reply =>
    asked['if-none-match'] === etag ? { status: 304, headers } : { body, headers: { ...headers, etag } };
}

export function page(title: string, words = `${title}: the ferries run.`): Reply {
  return { body: `<title>${title}</title><p>${words}</p>` };
}

/** A small fetcher over node's own. */
export const fetcher: Pick<Fetcher, 'fetch'> = {
  async fetch(address, { known, signal }) {
    const redirects: string[] = [];
    const statuses: number[] = [];
    const headers: Record<string, string> = {};
    if (known?.etag) headers['if-none-match'] = known.etag;
    if (known?.lastModified) headers['if-modified-since'] = known.lastModified;
    for (let at = address; ; ) {
      const response = await fetch(at, { headers, redirect: 'manual', ...(signal ? { signal } : {}) });
      const location = response.headers.get('location');
      const cache = /max-age=(\d+)/.exec(response.headers.get('cache-control') ?? '')?.[1];
      const freshFor = cache === undefined ? null : Number(cache) * 1_000;
      const after = response.headers.get('retry-after');
      if (response.status === 304) return { kind: 'unchanged', freshFor };
      if (location !== null) {
        redirects.push(at);
        statuses.push(response.status);
        at = new URL(location, at).href;
        continue;
      }
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (!response.ok) {
        const retryAfter = after === null ? null : Number(after) * 1_000;
        throw new IntakeError('status', `${at} answered ${response.status}.`, { status: response.status, retryAfter });
      }
      return {
        kind: 'fetched',
        address: at,
        redirects,
        isMoved: redirects.length > 0 && statuses.every((status) => status === 301 || status === 308),
        contentType: response.headers.get('content-type'),
        bytes,
        etag: response.headers.get('etag'),
        lastModified: response.headers.get('last-modified'),
        freshFor,
      };
    }
  },
};

export function draftOf(fields: Partial<Draft> = {}): Draft {
  return {
    title: { value: 'Ferries run', from: 'title' },
    outlet: { value: 'Harbour Post', from: 'open-graph' },
    byline: null,
    publishedOn: { value: '2026-02-12', from: 'time' },
    updatedOn: null,
    url: { value: 'https://harbour.example/one', from: 'open-graph' },
    language: { value: 'en', from: 'html' },
    status: { value: 'usable', from: 'guess' },
    ...{ paragraphs: ['The ferries run.'], captions: [], leftOut: [], doubts: [], ...fields },
  };
}

/** Title, canonical address and paragraphs, as page() writes them; no date. */
export const readDraft: FeedsParts['readDraft'] = ({ bytes, address }) => {
  const html = Buffer.from(bytes).toString();
  if (html.includes('crash the reader')) throw new TypeError('a bug');
  const title = /<title>(.*?)<\/title>/.exec(html)?.[1];
  const url = /<link rel="canonical" href="(.*?)">/.exec(html)?.[1] ?? address;
  const paragraphs = [...html.matchAll(/<p>(.*?)<\/p>/g)].map(([, text = '']) => text);
  return draftOf({
    title: title === undefined ? null : { value: title, from: 'title' },
    url: { value: url, from: 'meta' },
    ...{ publishedOn: null, paragraphs },
  });
};

/** Articles by their address, with how they came in. */
export interface Corpus {
  readonly written: { readonly how: 'held' | 'taken'; readonly draft: Draft; readonly context: DraftContext }[];
  readonly parts: Pick<FeedsParts, 'hold' | 'take' | 'findSame' | 'hasAddress'>;
  urls(): string[];
}

export function corpusInMemory(): Corpus {
  const written: Corpus['written'] = [];
  const urlOf = ({ url }: Draft): string => url?.value ?? '';
  const write = (how: 'held' | 'taken') => async (draft: Draft, context: DraftContext) => {
    written.push({ how, draft, context });
    return { id: `a${written.length}` };
  };
  return {
    written,
    urls: () => written.map(({ draft }) => urlOf(draft)),
    parts: {
      hold: write('held'),
      take: write('taken'),
      findSame(draft) {
        const words = draft.paragraphs.join(' ');
        const index = written.findIndex((one) => one.draft.paragraphs.join(' ') === words);
        return index < 0 ? null : { id: `a${index + 1}`, share: 1 };
      },
      hasAddress: (url) => written.some(({ draft }) => urlOf(draft) === url),
    },
  };
}

export function settingOf(address: string, fields: Partial<FeedSetting> = {}): FeedSetting {
  const plain = { outlet: null, include: [], exclude: [], every: 15, approval: 'ask', language: null } as const;
  return { address, ...plain, ...fields };
}

export interface World {
  readonly store: Store;
  readonly corpus: Corpus;
  readonly settings: FeedSetting[];
  /** "warn feeds: a feed has moved …". */
  readonly lines: string[];
  /** Everything that was written down with the lines. */
  readonly abouts: object[];
  readonly waits: number[];
  clock: { now: Date };
  feeds(parts?: Partial<FeedsParts>): Feeds;
  later(seconds: number): void;
  /** Runs for so many seconds of its clock. */
  runFor(seconds: number, feeds?: Feeds): Promise<void>;
  /** Seconds until a feed is asked next. */
  nextIn(address: string): Promise<number | null>;
}

export const START = new Date('2026-02-12T12:00:00Z');

export async function newWorld(): Promise<World> {
  const store = await openStore('file::memory:');
  onTestFinished(() => store.close());
  const corpus = corpusInMemory();
  const clock = { now: START };
  const settings: FeedSetting[] = [];
  const [lines, abouts, waits]: [string[], object[], number[]] = [[], [], []];
  const line = (level: string) => (about: object, message: string) => {
    lines.push(`${level} ${message}`);
    abouts.push(about);
  };
  // Looks that are underway: the clock stands still for whoever waits for sockets of this machine.
  let underway = 0;
  const counted: Store = {
    ...store,
    async claimFeed(...given) {
      underway += 1;
      const claim = await store.claimFeed(...given);
      if (claim === null) underway -= 1;
      return claim;
    },
    async releaseFeed(...given) {
      const isReleased = await store.releaseFeed(...given);
      underway -= 1;
      return isReleased;
    },
  };
  let isOver = (): void => {};
  let end = Number.POSITIVE_INFINITY;
  const later = (seconds: number): void => {
    clock.now = new Date(clock.now.getTime() + seconds * 1_000);
  };
  const world: World = {
    ...{ store, corpus, settings, lines, abouts, waits, clock, later },
    feeds: (parts = {}) =>
      createFeeds({
        feeds: () => settings,
        ...{ store: counted, fetcher, readDraft, ...corpus.parts },
        now: () => clock.now,
        async wait(ms, signal) {
          signal.throwIfAborted();
          waits.push(ms);
          // Longer than any pause between requests: the loop's.
          while (ms > 5_000 && underway > 0) await new Promise((resolve) => setTimeout(resolve, 1));
          later(ms / 1_000);
          if (clock.now.getTime() >= end) isOver();
        },
        random: () => 0.5,
        log: { info: line('info'), warn: line('warn'), error: line('error') },
        worker: 'w1',
        ...parts,
      }),
    async runFor(seconds, feeds = world.feeds()) {
      const stop = new AbortController();
      end = clock.now.getTime() + seconds * 1_000;
      isOver = () => stop.abort();
      await feeds.run(stop.signal);
      end = Number.POSITIVE_INFINITY;
    },
    async nextIn(address) {
      const state = (await store.feedStates()).find((one) => one.address === address);
      return state === undefined ? null : (state.nextAt.getTime() - clock.now.getTime()) / 1_000;
    },
  };
  return world;
}

/** Every article once. */
export function expectOnce(corpus: Corpus): void {
  expect(new Set(corpus.urls()).size).toBe(corpus.written.length);
}
