// What a curator gives, what the page says, and what is read from the address, in this order.
import { expect, test } from 'vitest';
import { completeDraft, missingIn } from '../../src/curate/complete.ts';
import type { Draft, Found } from '../../src/intake/draft.ts';
import { article } from '../storyOf.ts';

const EMPTY: Draft = {
  ...{ title: null, outlet: null, byline: null, publishedOn: null, updatedOn: null, url: null, language: null },
  status: { value: 'usable', from: 'guess' },
  ...{ paragraphs: ['The ferries stop.'], captions: [], leftOut: [], doubts: [] },
};
const url: Found<string> = { value: 'https://harbour.example/2026/03/04/ferries-stop-as-crews-walk', from: 'address' };
const known = article({ id: 'a', body: 'x', outlet: 'Harbour Post', url: 'https://www.harbour.example/1' });

test('title and day are read from the address where nothing else has them', () => {
  expect(completeDraft({ ...EMPTY, url }, {}, { articles: [] })).toMatchObject({
    title: { value: 'Ferries stop as crews walk', from: 'address' },
    publishedOn: { value: '2026-03-04', from: 'address' },
    outlet: null,
  });
});

test('what is given counts above everything, and is in no doubt', () => {
  const doubts = [{ field: 'title', reason: 'two titles' } as const];
  const title: Found<string> = { value: 'Ferries', from: 'heading' };
  const draft = completeDraft({ ...EMPTY, title, doubts }, { title: 'Ferries stop' }, { articles: [] });
  expect(draft).toMatchObject({ title: { value: 'Ferries stop', from: 'given' }, doubts: [] });
});

test('an outlet that is only guessed is called as in the corpus; one that the page names stands, with a doubt', () => {
  const guessed: Found<string> = { value: 'harbour.example', from: 'guess' };
  const named: Found<string> = { value: 'Harbour Post Weekend', from: 'json-ld' };
  const of = (outlet: Found<string> | null) => completeDraft({ ...EMPTY, url, outlet }, {}, { articles: [known] });
  for (const outlet of [guessed, null])
    expect(of(outlet)).toMatchObject({ outlet: { value: 'Harbour Post' }, doubts: [] });
  expect(of(named)).toMatchObject({
    outlet: named,
    doubts: [{ field: 'outlet', reason: 'other articles of this site are of "Harbour Post"' }],
  });
});

test('what is missing is told by its fields', () => {
  expect(missingIn({ ...EMPTY, url })).toEqual(['title', 'outlet', 'publishedOn', 'language']);
});
