// What a noun phrase says that somebody is, and what may take it up again.
import { describe, expect, test } from 'vitest';
import { fitsLabel, headsFor, type Label, readDescription, readLabel } from '../../../src/attribution/cast/labels.ts';

describe('readLabel', () => {
  test.each([
    ['A senior U.S. official familiar with the talks', 'official', ['senior', 'u.s.'], null],
    ['Israeli and U.S. officials', 'officials', ['israeli', 'u.s.'], null],
    ['Orlan Foreign Minister', 'minister', ['orlan', 'foreign'], null],
    ["Varga's office", 'office', ['varga'], null],
    ['Two harbor officials', 'officials', ['harbor'], 2],
    ['Sen.', 'senator', [], null],
  ])('%s', (words, head, modifiers, count) => {
    expect(readLabel(words)).toEqual({ head, modifiers, count });
  });

  test('people of two kinds are no label', () => {
    expect(readLabel('officials and diplomats')).toBeNull();
  });
});

describe('fitsLabel', () => {
  test.each([
    ['the official', 'A senior U.S. official', true],
    ['the officials', 'A senior U.S. official', false],
    ['the U.S. official', 'A senior U.S. official', true],
    ['the Orlan official', 'A senior U.S. official', false],
    ['the two officials', 'Three officials', false],
    ['the lawmaker', 'Sen.', true],
    ['the lawmakers', 'Two senators', true],
    ['the foreign minister', 'Orlan Foreign Minister', true],
    ['the minister', 'Orlan Foreign Minister', true],
    ['the minister', 'Orlan Prime Minister', false],
    ['the prime minister', 'Orlan Prime Minister', true],
    ['the president', 'Orlan Vice President', false],
    ['the vice president', 'Orlan Vice President', true],
    ['the leader', 'Orlan Prime Minister', true],
    ['the leader', 'Orlan Foreign Minister', false],
    ['the sailor', 'a senator', false],
  ])('%s for %s: %s', (description, words, isFit) => {
    const [a, b] = [readDescription(description), readLabel(words)];
    expect(a && b && fitsLabel(a, b)).toBe(isFit);
    // Whatever fits is kept under the noun by which it is looked up.
    if (isFit) expect(headsFor((b as Label).head)).toContain((a as Label).head);
  });

  test.each(['a captain', 'Varga', 'the House', 'the captain, Moss'])('%s points back to nobody', (words) => {
    expect(readDescription(words)).toBeNull();
  });
});
