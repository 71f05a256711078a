// Words a typing error away, against a search through all words.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../src/editDistance.ts';
import { createSpelling } from '../../src/search/spelling.ts';

const WORDS = new Map([
  ['harbor', 9],
  ['harbors', 2],
  ['ships', 4],
  ['shops', 7],
  ['negotiation', 3],
  ['ab', 1],
]);

describe('near', () => {
  const spelling = createSpelling(WORDS);

  test.each([
    ['a letter too many', 'harrbor', 'harbor'],
    ['a letter too few', 'harbr', 'harbor'],
    ['another letter', 'hatbor', 'harbor'],
    ['two letters swapped', 'harobr', 'harbor'],
    ['two errors', 'negotation', 'negotiation'],
  ])('%s', (_, typed, meant) => {
    expect(spelling.near(typed, 2)[0]?.word).toBe(meant);
  });

  test('the nearest first, then the most frequent', () => {
    expect(spelling.near('shaps', 1).map(({ word }) => word)).toEqual(['shops', 'ships']);
    expect(spelling.near('harbor', 2).map(({ word, distance }) => [word, distance])).toEqual([
      ['harbor', 0],
      ['harbors', 1],
    ]);
  });

  test('what is further away, and words of two letters, are not found', () => {
    expect(spelling.near('enrichment', 2)).toEqual([]);
    expect(spelling.near('abc', 1)).toEqual([]);
    expect(createSpelling(new Map()).near('harbor', 2)).toEqual([]);
  });
});

test('every word one error away is found, and nothing that is further away', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 3, maxLength: 7 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 30 }), word, (words, typed) => {
      const found = createSpelling(new Map(words.map((one) => [one, 1]))).near(typed, 1);
      const wanted = words.filter((one) => editDistance(typed, one, 1) <= 1);
      expect(found.map((one) => one.word).sort()).toEqual(wanted.sort());
    }),
    { numRuns: 300 },
  );
});
