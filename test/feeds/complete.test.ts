// What the page lacks is filled from its feed; what is guessed is in doubt.
import { describe, expect, test } from 'vitest';
import { completeDraft, isDoubtful } from '../../src/feeds/complete.ts';
import type { FeedItem } from '../../src/feeds/feed.ts';
import type { Draft } from '../../src/intake/draft.ts';
import { draftOf } from './site.ts';

const NOW = new Date('2026-02-12T12:00:00Z');
const ITEM: FeedItem = {
  ...{ ids: [], address: 'https://harbour.example/one', title: 'From the feed', summary: null },
  ...{ publishedAt: new Date('2026-02-11T23:30:00Z'), publishedOn: '2026-02-11', updatedAt: null },
  ...{ outlet: 'Pier Agency', language: 'fr' },
};
const EMPTY = draftOf({ title: null, outlet: null, publishedOn: null, language: null, url: null });

function complete(draft: Draft, item: Partial<FeedItem> = {}, words = {}, feedTitle: string | null = null): Draft {
  const about = {
    words: { outlet: null, language: null, ...words },
    feedTitle,
    address: 'https://harbour.example/1',
    now: NOW,
  };
  return completeDraft(draft, { ...ITEM, ...item }, about);
}

test('a page that has all keeps it', () => {
  const draft = draftOf({ publishedOn: { value: '2026-02-12', from: 'json-ld' } });
  expect(complete(draft)).toEqual(draft);
});

test('what the page lacks is the feed’s, and settles what was in doubt about it', () => {
  const doubts = [
    { field: 'title', reason: 'no title was found' },
    { field: 'captions', reason: 'two are alike' },
  ] as const;
  const completed = complete({ ...EMPTY, doubts }, { updatedAt: NOW });
  expect(completed).toMatchObject({
    title: { value: 'From the feed', from: 'feed' },
    outlet: { value: 'Pier Agency', from: 'feed' },
    publishedOn: { value: '2026-02-11', from: 'feed' },
    updatedOn: { value: '2026-02-12', from: 'feed' },
    language: { value: 'fr', from: 'feed' },
    url: { value: 'https://harbour.example/1', from: 'address' },
    doubts: [{ field: 'captions' }],
  });
  expect(isDoubtful(completed)).toBe(false);
});

test('what feeds.yaml says counts for more than page and feed', () => {
  const doubts = [{ field: 'outlet', reason: 'two names' }] as const;
  const completed = complete({ ...draftOf(), doubts }, {}, { outlet: 'Harbour Post', language: 'de' });
  expect(completed).toMatchObject({
    ...{ outlet: { value: 'Harbour Post', from: 'given' }, language: { value: 'de', from: 'given' }, doubts: [] },
  });
});

describe('in doubt is', () => {
  test.each<[string, Draft, Partial<FeedItem>, object]>([
    [
      'a day that nobody names',
      EMPTY,
      { publishedAt: null, publishedOn: null },
      { publishedOn: { value: '2026-02-12' } },
    ],
    [
      'a day that is yet to come',
      EMPTY,
      { publishedAt: new Date('2026-02-14'), publishedOn: '2026-02-14' },
      { publishedOn: { value: '2026-02-12', from: 'guess' } },
    ],
    [
      'a day that is another in the feed',
      draftOf({ publishedOn: { value: '2025-02-11', from: 'time' } }),
      {},
      { publishedOn: { value: '2025-02-11', from: 'time' } },
    ],
    ['an outlet that nobody names', EMPTY, { outlet: null }, { outlet: { value: 'harbour.example', from: 'guess' } }],
  ])('%s', (_, draft, item, expected) => {
    const completed = complete(draft, item);
    expect(completed).toMatchObject(expected);
    expect(completed.doubts).toHaveLength(1);
    expect(isDoubtful(completed)).toBe(true);
  });

  test('the title of a feed as an outlet', () => {
    expect(complete(EMPTY, { outlet: null }, {}, 'Harbour Post: News')).toMatchObject({
      ...{ outlet: { value: 'Harbour Post: News', from: 'guess' }, doubts: [{ field: 'outlet' }] },
    });
  });

  test('a page without a body', () => {
    expect(isDoubtful(draftOf({ paragraphs: [] }))).toBe(true);
    expect(isDoubtful({ ...draftOf(), doubts: [{ field: 'byline', reason: 'two' }] })).toBe(false);
  });
});

test('a language that nobody names is unknown, and a curator is asked', () => {
  const draft = complete(draftOf({ language: null }), { language: null });
  expect(draft).toMatchObject({ language: { value: 'und', from: 'guess' }, doubts: [{ field: 'language' }] });
  expect(isDoubtful(draft)).toBe(true);
});

test('a day of a feed that is further ahead than tomorrow is no day of publication', () => {
  const item = { publishedAt: new Date('2026-02-13T11:00:00Z'), publishedOn: '2026-02-14' };
  expect(complete(EMPTY, item).publishedOn).toEqual({ value: '2026-02-12', from: 'guess' });
  expect(complete(EMPTY, { ...item, publishedOn: '2026-02-13' }).publishedOn?.value).toBe('2026-02-13');
});
