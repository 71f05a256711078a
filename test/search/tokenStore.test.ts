import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../../src/corpus/sentences.ts';
import { createTokenStore, FLAG } from '../../src/search/tokenStore.ts';
import { createTokenizer } from '../../src/search/tokens.ts';

const tokenize = createTokenizer([]);

test('the tokens of a row are those that were given, whatever the texts', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 12 }), (texts) => {
      const store = createTokenStore();
      const rows = texts.map((text) => store.add(text, tokenize(text), splitSentences(text)));
      texts.forEach((text, at) => {
        expect(store.tokens(store.row(rows[at] ?? -1))).toEqual(tokenize(text));
      });
    }),
  );
});

test('more tokens than there was room for at first', () => {
  const store = createTokenStore();
  const text = Array.from({ length: 3000 }, (_, at) => `ship${at} sails`).join(' ');
  store.add('Before.', tokenize('Before.'), []);
  const row = store.add(text, tokenize(text), [{ start: 0, end: text.length }]);
  expect(store.tokens(store.row(row))).toEqual(tokenize(text));
  expect(store.meanLength).toBe((tokenize(text).length + 1) / 2);
});

test('a span has the tokens that begin within it, and their range', () => {
  const store = createTokenStore();
  const text = 'Varga said the harbor will open. Ships wait.';
  const row = store.add(text, tokenize(text), splitSentences(text));
  const within = { start: text.indexOf('the'), end: text.indexOf('.') };
  expect(store.tokens(store.range(row, within)).map(({ word }) => word)).toEqual(['the', 'harbor', 'will', 'open']);
  const { from, to } = store.range(row, within);
  expect(to - from).toBe(4);
  const end = store.row(row).to;
  expect(store.range(row, { start: 900, end: 901 })).toEqual({ from: end, to: end });
});

test('frequency counts rows, words count every time, function words are none', () => {
  const store = createTokenStore();
  for (const text of ['The ship and the ships', 'A ship', 'The port']) store.add(text, tokenize(text), []);
  expect(store.frequency(store.numberOf('ship') ?? -1)).toBe(2);
  expect(store.numberOf('harbor')).toBeUndefined();
  expect([...store.words]).toEqual([
    ['ship', 2],
    ['ships', 1],
    ['port', 1],
  ]);
});

test('flags tell numbers, capitals and where sentences begin', () => {
  const store = createTokenStore();
  const text = 'Varga saw 40 ships. Dolen left.';
  store.add(text, tokenize(text), splitSentences(text));
  const { flags } = store.columns();
  const has = (flag: number): number[] => [0, 1, 2, 3, 4, 5].filter((at) => ((flags[at] ?? 0) & flag) > 0);
  expect(has(FLAG.number)).toEqual([2]);
  expect(has(FLAG.capital)).toEqual([0, 4]);
  expect(has(FLAG.firstOfSentence)).toEqual([0, 4]);
});
