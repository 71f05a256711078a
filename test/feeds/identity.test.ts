// Items are known again whatever publishers do to dates, ids and addresses, and none is taken for another.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FeedItem } from '../../src/feeds/feed.ts';
import { type KnownItem, keysOf, knowItems } from '../../src/feeds/identity.ts';

const FEED = 'https://harbour.example/feed';

function item(path: string, fields: Partial<FeedItem> = {}): FeedItem {
  return {
    ...{ ids: [], address: `https://harbour.example/${path}`, title: `Title of ${path}`, summary: null },
    ...{ publishedAt: new Date('2026-02-12T10:30:00Z'), publishedOn: '2026-02-12', updatedAt: null },
    ...{ outlet: null, language: null, ...fields },
  };
}

/** A store in memory that is shown one listing after the other. */
function follower() {
  const known = new Map<string, KnownItem & { keys: string[] }>();
  return (items: readonly FeedItem[]): string[] => {
    const wanted = new Set(items.flatMap((one) => keysOf(one)));
    const asked = [...known.values()].filter(({ keys }) => keys.some((key) => wanted.has(key)));
    const { fresh, again } = knowItems(FEED, items, asked);
    for (const { id, item: listed, keys } of fresh) {
      expect(known.has(id)).toBe(false);
      known.set(id, { id, keys: [...keys], title: listed.title, publishedAt: listed.publishedAt });
    }
    for (const { id, keys } of again) known.get(id)?.keys.push(...keys);
    return fresh.map(({ item: listed }) => new URL(listed.address).pathname.slice(1) + new URL(listed.address).search);
  };
}

describe('known again:', () => {
  const first = item('one', { ids: ['guid-0001'] });
  test.each([
    ['the same', first],
    ['with another date', item('one', { ids: ['guid-0001'], publishedAt: new Date() })],
    ['with another id', item('one', { ids: ['guid-0002'] })],
    ['without an id, title and date', item('one', { title: null, publishedAt: null })],
    ['over http, with "www." and a slash', { ...first, ids: [], address: 'http://www.harbour.example/one/' }],
    [
      'at another address, by its id and title',
      item('moved', { ids: ['guid-0001'], title: 'TITLE of one', publishedAt: null }),
    ],
    ['at another address with another title, by its id and hour', item('moved', { ids: ['guid-0001'] })],
  ])('%s', (_, later) => {
    const follow = follower();
    expect(follow([first])).toEqual(['one']);
    expect(follow([later])).toEqual([]);
    expect(follow([later, first])).toEqual([]);
  });

  test('by what it was called last: a new address, then a new id', () => {
    const follow = follower();
    follow([first]);
    expect(follow([item('two', { ids: ['guid-0001'] })])).toEqual([]);
    expect(follow([item('two', { ids: ['guid-0009'] })])).toEqual([]);
    expect(follow([item('three', { ids: ['guid-0009'], title: 'Title of one' })])).toEqual([]);
  });
});

describe('another item:', () => {
  test('each address of items that all have one id, in one listing or one after the other', () => {
    const follow = follower();
    const of = (path: string): FeedItem => item(path, { ids: ['1'], publishedAt: null });
    expect(follow([of('a'), of('b')])).toEqual(['a', 'b']);
    expect(follow([of('c'), of('b')])).toEqual(['c']);
    expect(follow([of('d')])).toEqual(['d']);
  });

  test('at another address under the same id, with another title and hour', () => {
    const follow = follower();
    follow([item('a', { ids: ['https://harbour.example/'] })]);
    expect(follow([item('b', { ids: ['https://harbour.example/'], publishedAt: null })])).toEqual(['b']);
  });

  test('with the same id and day, where the day has no hour', () => {
    const follow = follower();
    const day = { ids: ['guid-0001'], publishedAt: new Date('2026-02-12') };
    follow([item('a', day)]);
    expect(follow([item('b', day)])).toEqual(['b']);
  });

  test('with a short id and the same title, on another day', () => {
    const follow = follower();
    follow([item('a', { ids: ['1'], title: 'Live' })]);
    expect(follow([item('b', { ids: ['1'], title: 'Live', publishedAt: new Date('2026-02-13T08:00Z') })])).toEqual([
      'b',
    ]);
  });

  test('with another query', () => {
    const follow = follower();
    expect(follow([item('read?id=1'), item('read?id=2')])).toEqual(['read?id=1', 'read?id=2']);
  });
});

test('an address that is listed twice is one item', () => {
  expect(follower()([item('a', { ids: ['x'] }), item('a', { ids: ['y'] })])).toEqual(['a']);
});

test('very long ids and addresses have keys that a store takes', () => {
  const keys = keysOf(item('x'.repeat(1_900), { ids: ['y'.repeat(2_000), 'z'] }));
  for (const key of keys) expect(key.length).toBeLessThanOrEqual(400);
  expect(new Set(keys).size).toBe(3);
});

test('whatever ids and dates a publisher gives to pages: each page is new once', () => {
  const page = fc.nat(11);
  const listed = fc.record({
    page,
    id: fc.constantFrom('1', '2', 'guid-shared', 'https://harbour.example/', null),
    at: fc.constantFrom(null, '2026-02-12', '2026-02-12T10:30:00Z', '2026-02-13T09:00:00Z'),
    hasTitle: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(fc.array(listed, { maxLength: 8 }), { maxLength: 8 }), (listings) => {
      const follow = follower();
      const seen = new Set<string>();
      for (const listing of listings) {
        // The hour is the page's own, or there is none: one id with one hour is one item.
        const items = listing.map(({ page: number, id, at, hasTitle }) =>
          item(`p${number}`, {
            ids: id === null ? [] : [id],
            publishedAt: at === null ? null : new Date(Date.parse(at) + (at.length > 10 ? number * 1_000 : 0)),
            ...(hasTitle ? {} : { title: null }),
          }),
        );
        const expected = new Set(items.map(({ address }) => new URL(address).pathname.slice(1)));
        const fresh = follow(items);
        expect(fresh).toEqual([...expected].filter((path) => !seen.has(path)));
        for (const path of fresh) seen.add(path);
      }
    }),
    { numRuns: 300 },
  );
});

test('whatever becomes of dates, ids and addresses of known items: none is new', () => {
  const change = fc.record({ number: fc.nat(4), what: fc.constantFrom('date', 'id', 'address', 'title') });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      const follow = follower();
      let items = Array.from({ length: 5 }, (_, number) => item(`p${number}`, { ids: [`guid-000${number}`] }));
      follow(items);
      changes.forEach(({ number, what }, step) => {
        items = items.map((one, place) => {
          if (place !== number) return one;
          if (what === 'date') return { ...one, publishedAt: new Date(2026, 1, 12, step) };
          if (what === 'id') return { ...one, ids: [`guid-new-${step}`] };
          if (what === 'address') return { ...one, address: `${one.address}-${step}` };
          // A title of another spelling: another one is another item where the address and hour are others, too.
          return { ...one, title: one.title?.toUpperCase() ?? null };
        });
        expect(follow(items)).toEqual([]);
      });
    }),
    { numRuns: 100 },
  );
});
