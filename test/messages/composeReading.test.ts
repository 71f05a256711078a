import { expect, test } from 'vitest';
import type { ReadingPart } from '../../src/answers/answer.ts';
import { readingWords } from '../../src/messages/composeReading.ts';

test.each<[ReadingPart[], string]>([
  [[{ kind: 'words', words: 'Orlan' }], 'Orlan'],
  [[{ kind: 'days', from: '2026-02-10', to: null }], 'since 10 Feb 2026'],
  [[{ kind: 'days', from: null, to: '2026-02-10' }], 'until 10 Feb 2026'],
  [[{ kind: 'days', from: '2026-02-10', to: '2026-02-10' }], 'Tue 10 Feb 2026'],
  [[{ kind: 'days', from: '2026-02-02', to: '2026-02-08' }], '2 Feb 2026 to 8 Feb 2026'],
  [
    [
      { kind: 'words', words: 'Orlan' },
      { kind: 'words', words: 'fees' },
      { kind: 'except', name: 'Teo Varga' },
      { kind: 'outlet', name: 'Harbor Gazette' },
      { kind: 'direct' },
    ],
    'Orlan · fees · not Teo Varga · in Harbor Gazette · direct quotations only',
  ],
])('%o', (parts, words) => {
  expect(readingWords(parts)).toBe(words);
});
