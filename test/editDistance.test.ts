// Typing errors between two words, by example and by the properties that a distance has.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../src/editDistance.ts';

const FAR = 100;

/** Levenshtein, by its definition: without swaps, the obvious way. */
function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return plainDistance(restA, restB);
  return 1 + Math.min(plainDistance(restA, b), plainDistance(a, restB), plainDistance(restA, restB));
}

describe('editDistance counts', () => {
  test.each([
    ['nothing for the same word', 'Araghchi', 'Araghchi', 0],
    ['a letter left out', 'Araghchi', 'Araghci', 1],
    ['a letter put in', 'Vale', 'Valle', 1],
    ['a letter changed', 'Araghchi', 'Araqhchi', 1],
    ['two neighbours swapped as one error', 'Netanyahu', 'Netanyauh', 1],
    ['two letters swapped over a third as two', 'abc', 'cba', 2],
    ['each error', 'kitten', 'sitting', 3],
    ['case', 'Vale', 'vale', 1],
    ['the length of a word against nothing', '', 'Vale', 4],
    ['nothing between two empty words', '', '', 0],
  ])('%s', (_, a, b, expected) => {
    expect(editDistance(a, b, FAR)).toBe(expected);
  });
});

describe('`most` cuts off', () => {
  test.each([
    ['a distance above it', 'kitten', 'sitting', 2, 3],
    ['words whose lengths differ by more', 'Vale', 'Valentine', 2, 3],
    ['a distance far above it that is known only at the end', 'abc', 'bcxy', 1, 2],
    ['every difference when it is 0', 'Vale', 'Vole', 0, 1],
  ])('%s, giving most + 1', (_, a, b, most, expected) => {
    expect(editDistance(a, b, most)).toBe(expected);
  });

  test('nothing at the distance itself', () => {
    expect(editDistance('kitten', 'sitting', 3)).toBe(3);
  });
});

describe('for any two words', () => {
  // Few letters, so that words are often near each other; few of them, as the plain distance is slow.
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

  test('the distance is the same both ways', () => {
    fc.assert(fc.property(word, word, (a, b) => editDistance(a, b, FAR) === editDistance(b, a, FAR)));
  });

  test('it is 0 exactly when they are the same', () => {
    fc.assert(fc.property(word, word, (a, b) => (editDistance(a, b, FAR) === 0) === (a === b)));
    fc.assert(fc.property(fc.string(), (a) => editDistance(a, a, 0) === 0));
  });

  test('it is at most the plain Levenshtein distance, and at least half of it: a swap saves one of two', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const plain = plainDistance(a, b);
        const distance = editDistance(a, b, FAR);
        expect(distance).toBeLessThanOrEqual(plain);
        expect(distance * 2).toBeGreaterThanOrEqual(plain);
      }),
    );
  });

  test('swapping two neighbours is one error', () => {
    fc.assert(
      fc.property(word, word, fc.tuple(fc.constantFrom('x', 'y'), fc.constantFrom('z', 'w')), (a, b, [c, d]) => {
        expect(editDistance(`${a}${c}${d}${b}`, `${a}${d}${c}${b}`, FAR)).toBe(1);
      }),
    );
  });

  test('with any `most` it is the full distance or most + 1, whichever is smaller', () => {
    fc.assert(
      fc.property(word, word, fc.nat(8), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(editDistance(a, b, FAR), most + 1));
      }),
    );
  });
});
