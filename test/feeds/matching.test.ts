// Which items a feed is followed for.
import { expect, test } from 'vitest';
import { isWanted } from '../../src/feeds/matching.ts';

const wants = (title: string, include: string[], exclude: string[] = [], summary: string | null = null): boolean =>
  isWanted({ title, summary }, { include, exclude });

test.each([
  ['any item where no word is named', 'Ferries run', []],
  ['a word', 'Ferries run', ['ferries']],
  ['one of several', 'Ferries run', ['boats', 'RUN']],
  ['a phrase, whatever stands between its words', 'The Harbour-talks: day 2', ['harbour talks']],
  ['without its accents', 'Zürich café', ['zurich', 'cafe']],
  ['with accents that the item lacks', 'Zurich', ['Zürich']],
  ['before an apostrophe', 'Harbour’s talks', ['harbour']],
  ['in Persian, whatever the keyboard', 'مذاكرات بندري', ['مذاکرات']],
  ['in a script without spaces', '港湾会谈今日开始', ['会谈']],
])('wanted: %s', (_, title, include) => {
  expect(wants(title, include)).toBe(true);
});

test.each([
  ['a part of a word', 'Ferryman', ['ferry']],
  ['another form', 'Ferries', ['ferry']],
  ['words of a phrase in another order', 'talks harbour', ['harbour talks']],
  ['a phrase that begins in the title and ends in the summary', 'harbour', ['harbour talks']],
])('not wanted: %s', (_, title, include) => {
  expect(wants(title, include, [], 'talks')).toBe(false);
});

test('a word that is excluded counts for more, in title and summary', () => {
  expect(wants('Ferries run', ['ferries'], ['RUN'])).toBe(false);
  expect(wants('Ferries', ['ferries'], ['football cup'], 'At the football cup')).toBe(false);
  expect(wants('Ferries', [], ['cup'], 'cupboard')).toBe(true);
});

test('an item without title and summary is wanted where no word is named', () => {
  expect(isWanted({ title: null, summary: null }, { include: [], exclude: ['x'] })).toBe(true);
  expect(isWanted({ title: null, summary: null }, { include: ['x'], exclude: [] })).toBe(false);
});
