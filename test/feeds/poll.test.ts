// One look at one feed, on a real server and a real store.
import { describe, expect, test } from 'vitest';
import { CorpusError, IntakeError } from '../../src/errors.ts';
import { expectOnce, fetcher, newWorld, page, START, settingOf, startSite, tagged } from './site.ts';
import { rss, sitemap } from './written.ts';

const ago = (hours: number): string => new Date(START.getTime() - hours * 3_600_000).toUTCString();

/** A feed of these paths, with a page for each. */
async function siteWith(paths: readonly string[], hours = 1) {
  const [site, world] = [await startSite(), await newWorld()];
  const feed = `${site.origin}/feed`;
  const items = paths.map((path, at) => ({ address: `${site.origin}${path}`, title: path, date: ago(hours + at) }));
  for (const path of paths) site.paths.set(path, page(path));
  site.paths.set('/feed', tagged(rss(items), '"1"'));
  world.settings.push(settingOf(feed));
  return { site, world, feed, items };
}

describe('what a feed lists', () => {
  test('is held, the oldest first, with what the feed says; then only what is new is fetched', async () => {
    const { site, world, feed, items } = await siteWith(['/b', '/a']);
    const feeds = world.feeds();
    expect(await feeds.pollOnce(feed)).toMatchObject({ listed: 2, error: null, pages: ['held', 'held'] });
    expect(site.takeAsked()).toEqual(['/feed', '/a', '/b']);
    expect(world.corpus.written).toMatchObject([
      {
        how: 'held',
        draft: { title: { value: '/a' }, publishedOn: { value: '2026-02-12', from: 'feed' }, doubts: [] },
        context: { feed, address: `${site.origin}/a`, retrievedOn: '2026-02-12', sameTextAs: null },
      },
      { draft: { title: { value: '/b' } } },
    ]);
    expect(await feeds.pollOnce(feed)).toMatchObject({ listed: null, pages: [] });
    expect(site.asked[0]?.headers['if-none-match']).toBe('"1"');
    expect(site.takeAsked()).toEqual(['/feed']);
    const more = [{ address: `${site.origin}/c`, title: 'c', date: ago(30) }, ...items];
    site.paths.set('/c', page('c'));
    site.paths.set('/feed', tagged(rss(more), '"2"'));
    expect(await feeds.pollOnce(feed)).toMatchObject({ listed: 3, pages: ['held'] });
    expect(site.takeAsked()).toEqual(['/feed', '/c']);
    const kept = await world.store.feedItems(feed, 9);
    expect(kept.map(({ outcome, articleId }) => [outcome, articleId]).sort()).toEqual([
      ['held', 'a1'],
      ['held', 'a2'],
      ['held', 'a3'],
    ]);
  });

  test('the first time is taken up from the last 48 hours, and ten without a date; later all of it', async () => {
    const { site, world, feed } = await siteWith([]);
    const dated = [47, 49, 500].map((hours) => ({ address: `${site.origin}/h${hours}`, date: ago(hours) }));
    const undated = Array.from({ length: 12 }, (_, at) => ({ address: `${site.origin}/u${at}` }));
    for (const { address } of [...dated, ...undated]) site.paths.set(new URL(address).pathname, page(address));
    site.paths.set('/feed', { body: rss([...dated, ...undated]) });
    const feeds = world.feeds();
    await feeds.pollOnce(feed);
    const expected = ['h47', ...Array.from({ length: 10 }, (_, at) => `u${at}`)].map(
      (path) => `${site.origin}/${path}`,
    );
    expect(world.corpus.urls().sort()).toEqual(expected.sort());
    const late = { address: `${site.origin}/h501`, date: ago(501) };
    site.paths.set('/h501', page('late'));
    site.paths.set('/feed', { body: rss([...dated, ...undated, late]) });
    await feeds.pollOnce(feed);
    expect(world.corpus.urls().slice(11)).toEqual([`${site.origin}/h501`]);
  });

  test('is twenty pages a look, and none is lost', async () => {
    const paths = Array.from({ length: 23 }, (_, at) => `/p${at}`);
    const { world, feed } = await siteWith(paths);
    const feeds = world.feeds();
    expect((await feeds.pollOnce(feed))?.pages).toHaveLength(20);
    // The feed is as it was: what waits is gone on with all the same.
    expect(await feeds.pollOnce(feed)).toMatchObject({ listed: null, pages: ['held', 'held', 'held'] });
    expectOnce(world.corpus);
    expect(world.corpus.written).toHaveLength(23);
  });

  test('is only what has its words; what was excluded is taken up once they change', async () => {
    const { site, world, feed, items } = await siteWith(['/ferry', '/football']);
    world.settings[0] = settingOf(feed, { include: ['ferry'] });
    const feeds = world.feeds();
    await feeds.pollOnce(feed);
    expect(world.corpus.urls()).toEqual([items[0]?.address]);
    world.settings[0] = settingOf(feed, { include: ['ferry', 'football'] });
    site.takeAsked();
    await feeds.pollOnce(feed);
    // It is read whole, although it is as it was.
    expect(site.takeAsked()).toEqual(['/feed', '/football']);
    expect(world.corpus.urls()).toEqual(items.map(({ address }) => address));
  });

  test('may be a news sitemap, or an index of them, each asked for what changed', async () => {
    const { site, world } = await siteWith([]);
    const map = (path: string) => sitemap([{ address: `${site.origin}${path}`, title: path, date: '2026-02-12' }]);
    for (const path of ['/a', '/b']) site.paths.set(path, page(path));
    const sitemaps = ['/m1', '/m2', '/broken'].map((path) => `<sitemap><loc>${site.origin}${path}</loc></sitemap>`);
    site.paths.set('/index', tagged(`<sitemapindex>${sitemaps.join('')}</sitemapindex>`, '"i"'));
    site.paths.set('/m1', tagged(map('/a'), '"m"'));
    site.paths.set('/m2', { body: map('/b') });
    world.settings.push(settingOf(`${site.origin}/index`));
    const feeds = world.feeds();
    expect(await feeds.pollOnce(`${site.origin}/index`)).toMatchObject({ listed: 2, pages: ['held', 'held'] });
    expect(world.corpus.written).toMatchObject([{ draft: { outlet: { from: 'open-graph' } } }, {}]);
    expect(world.lines.filter((line) => line.startsWith('warn'))).toEqual([
      'warn feeds: a sitemap of an index can not be read now',
    ]);
    expect(await feeds.pollOnce(`${site.origin}/index`)).toMatchObject({ listed: 1, pages: [] });
    expect(site.asked.filter(({ path }) => path === '/m1').at(-1)?.headers['if-none-match']).toBe('"m"');
  });
});

describe('an article', () => {
  test('is taken where nobody is to be asked, and held where something is in doubt', async () => {
    const { site, world, feed } = await siteWith([]);
    const items = [{ address: `${site.origin}/a`, date: ago(2) }, { address: `${site.origin}/undated` }];
    for (const path of ['/a', '/undated']) site.paths.set(path, page(path));
    site.paths.set('/feed', { body: rss(items) });
    world.settings[0] = settingOf(feed, { approval: 'take' });
    expect((await world.feeds().pollOnce(feed))?.pages).toEqual(['taken', 'held']);
    expect(world.corpus.written[1]?.draft.doubts).toMatchObject([{ field: 'publishedOn' }]);
  });

  test('that is in the corpus, or was refused, is not fetched', async () => {
    const { site, world, feed } = await siteWith(['/a']);
    const feeds = world.feeds({ hasAddress: (url) => url === `${site.origin}/a` });
    expect((await feeds.pollOnce(feed))?.pages).toEqual(['known']);
    expect(site.takeAsked()).toEqual(['/feed']);
  });

  test('that was written meanwhile by somebody else is known', async () => {
    const { world, feed } = await siteWith(['/a']);
    const hold = async () => {
      throw new IntakeError('duplicate', 'It is there.');
    };
    expect((await world.feeds({ hold }).pollOnce(feed))?.pages).toEqual(['known']);
  });

  test('of an agency in two outlets is written twice, the second as the same text', async () => {
    const { site, world, feed } = await siteWith(['/b', '/a']);
    for (const path of ['/a', '/b']) site.paths.set(path, page(path, 'By an agency.'));
    await world.feeds().pollOnce(feed);
    expect(world.corpus.written.map(({ context }) => context.sameTextAs)).toEqual([null, 'a1']);
  });

  test('under the same canonical address as another is known by its text, and else held under its own', async () => {
    const { site, world, feed } = await siteWith(['/c', '/b', '/a']);
    const canonical = `<link rel="canonical" href="${site.origin}/">`;
    for (const [path, words] of [
      ['/a', 'One.'],
      ['/b', 'Two.'],
      ['/c', 'Two.'],
    ])
      site.paths.set(`${path}`, { body: `${canonical}<title>t</title><p>${words}</p>` });
    world.settings[0] = settingOf(feed, { approval: 'take' });
    expect((await world.feeds().pollOnce(feed))?.pages).toEqual(['taken', 'held', 'known']);
    expect(world.corpus.urls()).toEqual([`${site.origin}/`, `${site.origin}/b`]);
  });

  test('that can not be written waits, and so do those behind it', async () => {
    const { world, feed } = await siteWith(['/b', '/a']);
    const hold = async () => {
      throw new IntakeError('file', 'The disk is full.');
    };
    await world.feeds({ hold }).pollOnce(feed);
    expect(world.lines.at(-1)).toMatch(/^error feeds: an article could not be written/);
    expect((await world.feeds().pollOnce(feed))?.pages).toEqual(['held', 'held']);
  });
});

describe('a page that fails', () => {
  test('is tried again three times, then told, and stops no other', async () => {
    const { site, world, feed } = await siteWith(['/b', '/a']);
    site.paths.set('/a', { status: 500 });
    const feeds = world.feeds();
    const looks: unknown[] = [];
    for (let look = 0; look < 5; look += 1) {
      looks.push((await feeds.pollOnce(feed))?.pages);
      world.later(3 * 3_600);
    }
    expect(looks).toEqual([['waiting', 'held'], ['waiting'], ['waiting'], ['failed'], []]);
    expect(site.takeAsked().filter((path) => path === '/a')).toHaveLength(4);
    const told = world.lines.findIndex((line) => line.startsWith('warn feeds: a page is given up'));
    expect(world.abouts[told]).toMatchObject({ address: `${site.origin}/a`, attempts: 4, cause: { code: 'status' } });
    const kept = await world.store.feedItems(feed, 9);
    expect(kept.find(({ outcome }) => outcome === 'failed')).toMatchObject({ attempts: 4, error: 'status' });
  });

  test.each([
    ['without an article', { body: '<title>x</title>' }, 'waiting'],
    ['that the reader can not stand', { body: 'crash the reader' }, 'waiting'],
    ['that is gone for good', { status: 410 }, 'refused'],
  ] as const)('%s is one', async (_, reply, outcome) => {
    const { site, world, feed } = await siteWith(['/b', '/a']);
    site.paths.set('/a', reply);
    expect((await world.feeds().pollOnce(feed))?.pages).toEqual([outcome, 'held']);
  });

  test('with a plea to come back later has its whole host left alone', async () => {
    const { site, world, feed } = await siteWith(['/b', '/a']);
    site.paths.set('/a', { status: 503, headers: { 'retry-after': '7200' } });
    const feeds = world.feeds();
    expect((await feeds.pollOnce(feed))?.pages).toEqual(['waiting', 'waiting']);
    site.paths.set('/a', page('/a'));
    world.later(7_100);
    site.takeAsked();
    expect(await feeds.pollOnce(feed)).toMatchObject({ listed: null, pages: [] });
    expect(site.takeAsked()).toEqual([]);
    world.later(1_000);
    expect((await feeds.pollOnce(feed))?.pages).toEqual(['held', 'held']);
  });
});

describe('a feed that fails', () => {
  test('is asked twice as late each time, until it can be read', async () => {
    const { site, world, feed, items } = await siteWith(['/a']);
    site.paths.set('/feed', { body: '<html><p>We are down.</p></html>' });
    const feeds = world.feeds();
    const pauses: unknown[] = [];
    for (let look = 0; look < 4; look += 1) {
      expect((await feeds.pollOnce(feed))?.error).toMatchObject({ code: 'feed' });
      pauses.push(await world.nextIn(feed));
    }
    expect(pauses).toEqual([900, 1_800, 3_600, 7_200]);
    site.paths.set('/feed', { body: rss(items) });
    await feeds.pollOnce(feed);
    expect(await world.store.feedStates()).toMatchObject([{ failures: 0, error: null }]);
  });

  test('is asked when it says, and what it may be kept for is kept', async () => {
    const { site, world, feed } = await siteWith([]);
    site.paths.set('/feed', { status: 429, headers: { 'retry-after': '10000' } });
    const feeds = world.feeds();
    await feeds.pollOnce(feed);
    expect(await world.nextIn(feed)).toBeGreaterThanOrEqual(10_000);
    world.later(11_000);
    site.paths.set('/feed', tagged(rss([]), '"1"', { 'cache-control': 'max-age=5000' }));
    for (const listed of [0, null]) {
      expect(await feeds.pollOnce(feed)).toMatchObject({ listed });
      expect(await world.nextIn(feed)).toBeGreaterThanOrEqual(5_000);
    }
  });

  test('whose words changed meanwhile is read whole afterwards', async () => {
    const { site, world, feed } = await siteWith(['/a']);
    world.settings[0] = settingOf(feed, { include: ['nothing'] });
    const feeds = world.feeds();
    await feeds.pollOnce(feed);
    world.settings[0] = settingOf(feed);
    const whole = site.paths.get('/feed');
    site.paths.set('/feed', { status: 500 });
    await feeds.pollOnce(feed);
    if (whole) site.paths.set('/feed', whole);
    expect((await feeds.pollOnce(feed))?.pages).toEqual(['held']);
  });
});

describe('a feed that has moved', () => {
  test('for good is asked at its new address, told once, and asked at the first where there is none', async () => {
    const { site, world, feed, items } = await siteWith(['/a']);
    site.paths.set('/feed', { status: 301, headers: { location: '/new' } });
    site.paths.set('/new', { body: rss(items) });
    const feeds = world.feeds();
    await feeds.pollOnce(feed);
    site.takeAsked();
    await feeds.pollOnce(feed);
    expect(site.takeAsked()).toEqual(['/new']);
    expect(world.lines.filter((line) => line.includes('moved'))).toHaveLength(1);
    site.paths.set('/new', { status: 410 });
    await feeds.pollOnce(feed);
    site.paths.set('/feed', { body: rss(items) });
    expect(await feeds.pollOnce(feed)).toMatchObject({ error: null });
    expect(site.takeAsked()).toEqual(['/new', '/feed']);
    expectOnce(world.corpus);
  });

  test('to a page, or for now, is asked at its own address', async () => {
    const { site, world, feed } = await siteWith([]);
    site.paths.set('/feed', { status: 301, headers: { location: '/login' } });
    site.paths.set('/login', { body: '<html></html>' });
    const feeds = world.feeds();
    await feeds.pollOnce(feed);
    site.paths.set('/feed', { status: 302, headers: { location: '/new' } });
    site.paths.set('/new', { body: rss([]) });
    await feeds.pollOnce(feed);
    expect(await world.store.feedStates()).toMatchObject([{ movedTo: null, failures: 0 }]);
  });
});

test('a feed that another process looks at is left to it, and what is not in feeds.yaml is refused', async () => {
  const { world, feed } = await siteWith(['/a']);
  const slow: typeof fetcher = {
    async fetch(address, options) {
      expect(await world.feeds({ worker: 'w2' }).pollOnce(feed)).toBeNull();
      return fetcher.fetch(address, options);
    },
  };
  expect((await world.feeds({ fetcher: slow }).pollOnce(feed))?.pages).toEqual(['held']);
  await expect(world.feeds().pollOnce('https://other.example/')).rejects.toMatchObject({ code: 'address' });
});

test('no line has words of an article but its title', async () => {
  const { site, world, feed } = await siteWith(['/a']);
  site.paths.set('/a', page('/a', 'Words of the body.'));
  site.paths.set('/feed', {
    body: rss([{ address: `${site.origin}/a`, title: 'Its title', summary: 'Its summary.', date: ago(1) }]),
  });
  await world.feeds().pollOnce(feed);
  const written = JSON.stringify(world.abouts);
  expect(written).toContain('Its title');
  expect(written).not.toMatch(/Words of the body|Its summary/);
});

test('a page that makes no article is tried again and given up, and keeps no other item from being taken in', async () => {
  const { world, feed } = await siteWith(['/b', '/a']);
  const { hold } = world.corpus.parts;
  const feeds = world.feeds({
    async hold(draft, context) {
      if (context.address.endsWith('/a'))
        throw new CorpusError('faults', [
          { file: 'a.md', field: 'title', reason: 'has 501 characters: give at most 500' },
        ]);
      return hold(draft, context);
    },
  });
  expect(await feeds.pollOnce(feed)).toMatchObject({ pages: ['waiting', 'held'] });
  for (let look = 0; look < 12; look += 1) {
    world.later(3 * 86_400);
    await feeds.pollOnce(feed);
  }
  const outcomes = (await world.store.feedItems(feed, 9)).map(({ outcome }) => outcome);
  expect(outcomes.sort()).toEqual(['failed', 'held']);
});
