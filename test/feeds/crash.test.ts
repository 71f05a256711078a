// A process that dies at any step, before it or after it: whoever goes on loses nothing and does nothing twice.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IntakeError } from '../../src/errors.ts';
import type { FeedsParts } from '../../src/feeds/parts.ts';
import type { Fetcher } from '../../src/fetch/fetcher.ts';
import type { Store } from '../../src/store/store.ts';
import { expectOnce, newWorld, readDraft, settingOf, type World } from './site.ts';
import { rss } from './written.ts';

const ORIGIN = 'https://harbour.example';
const FEED = `${ORIGIN}/feed`;

/** A server without a network: the second page says that it has another address. */
const PAGES: Readonly<Record<string, string>> = {
  '/a': '<title>a</title><p>One.</p>',
  '/b?id=1': `<link rel="canonical" href="${ORIGIN}/canonical/b"><title>b</title><p>Two.</p>`,
  '/c': '<title>c</title><p>Three.</p>',
};
const LISTING = rss(Object.keys(PAGES).map((path) => ({ address: `${ORIGIN}${path}`, title: path })));
const URLS = [`${ORIGIN}/a`, `${ORIGIN}/c`, `${ORIGIN}/canonical/b`];

const scripted: Pick<Fetcher, 'fetch'> = {
  async fetch(address, { known }) {
    const { pathname, search } = new URL(address);
    const isFeed = pathname === '/feed';
    if (isFeed && known?.etag === '"1"') return { kind: 'unchanged', freshFor: null };
    const bytes = new TextEncoder().encode(isFeed ? LISTING : PAGES[pathname + search]);
    const rest = { redirects: [], isMoved: false, contentType: null, lastModified: null, freshFor: null };
    return { kind: 'fetched', address, bytes, etag: isFeed ? '"1"' : null, ...rest };
  },
};

class Crash extends Error {}

/** Every call counts; at call `at` the process dies, before it is carried out or after. Then nothing more is done. */
function dying(world: World, at: number, isAfter: boolean): { parts: Partial<FeedsParts>; died: () => boolean } {
  let calls = 0;
  const step = <Args extends unknown[], Value>(work: (...args: Args) => Value | Promise<Value>) => {
    return async (...args: Args): Promise<Value> => {
      calls += 1;
      if (calls > at || (calls === at && !isAfter)) throw new Crash();
      const value = await work(...args);
      if (calls >= at) throw new Crash();
      return value;
    };
  };
  const { store, corpus } = world;
  const names = [
    ...(['claimFeed', 'renewFeed', 'saveListing', 'releaseFeed', 'finishFeedItem', 'retryFeedItem'] as const),
    ...(['knownFeedItems', 'waitingFeedItems'] as const),
  ];
  const steps = Object.fromEntries(
    names.map((name) => [name, step((store[name] as (...args: unknown[]) => Promise<unknown>).bind(store))]),
  );
  const { hold, take, hasAddress } = corpus.parts;
  // Known by its address alone: what has the same text may be nowhere but in the corpus.
  const findSame = (): null => null;
  return {
    died: () => calls >= at,
    parts: {
      store: { ...store, ...steps } as Store,
      fetcher: { fetch: step(scripted.fetch) },
      readDraft,
      ...{ hold: step(hold), take: step(take), findSame: step(findSame), hasAddress: step(hasAddress) },
    },
  };
}

/** Every other look dies, as `crashes` say; then one is left in peace. */
async function follow(crashes: readonly { at: number; isAfter: boolean }[]): Promise<{ world: World; died: boolean }> {
  const world = await newWorld();
  world.settings.push(settingOf(FEED));
  let died = false;
  for (const [number, { at, isAfter }] of crashes.entries()) {
    const mortal = dying(world, at, isAfter);
    await world
      .feeds({ ...mortal.parts, worker: `w${number}` })
      .pollOnce(FEED)
      .catch((cause: unknown) => {
        if (!mortal.died()) throw cause;
      });
    died = mortal.died();
    // Until the claim of the dead has run out.
    world.later(600);
  }
  await world.feeds({ fetcher: scripted, worker: 'last', findSame: () => null }).pollOnce(FEED);
  return { world, died };
}

async function expectAll({ store, corpus }: World): Promise<void> {
  expectOnce(corpus);
  expect(corpus.urls().sort()).toEqual(URLS);
  const kept = await store.feedItems(FEED, 9);
  expect(kept.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'held' && outcome !== 'known')).toEqual([]);
  expect(kept).toHaveLength(3);
}

test.each([
  ['before', false],
  ['after', true],
])('dead %s each of the steps', async (_, isAfter) => {
  let steps = 0;
  for (let at = 1; ; at += 1) {
    const { world, died } = await follow([{ at, isAfter }]);
    await expectAll(world);
    if (!died) break;
    steps = at;
  }
  // Three pages of seven steps and more, and a listing.
  expect(steps).toBeGreaterThan(25);
});

test('dead several times, at any steps', async () => {
  const crash = fc.record({ at: fc.integer({ min: 1, max: 36 }), isAfter: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(crash, { minLength: 2, maxLength: 5 }), async (crashes) => {
      await expectAll((await follow(crashes)).world);
    }),
    { numRuns: 25 },
  );
});

test('dead once an article was written, and then met by a page that can not be read', async () => {
  const world = await newWorld();
  world.settings.push(settingOf(FEED));
  let holds = 0;
  const hold: FeedsParts['hold'] = async (draft, context) => {
    await world.corpus.parts.hold(draft, context);
    holds += 1;
    // Of the page that says that it has another address.
    if (holds === 2) throw new Crash();
    return { id: `a${holds}` };
  };
  const failing: typeof scripted = {
    fetch(address, options) {
      if (options.wanted === 'page') throw new IntakeError('timeout', 'It took too long.');
      return scripted.fetch(address, options);
    },
  };
  const parts = { fetcher: scripted, findSame: () => null };
  await world.feeds({ ...parts, hold }).pollOnce(FEED);
  expect((await world.feeds({ ...parts, fetcher: failing }).pollOnce(FEED))?.pages).toEqual(['waiting', 'waiting']);
  world.later(3_600);
  expect((await world.feeds(parts).pollOnce(FEED))?.pages.toSorted()).toEqual(['held', 'known']);
  await expectAll(world);
});
