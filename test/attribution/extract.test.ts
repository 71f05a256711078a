// Properties of the engine as a whole, over words that make trouble.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INVENTED, readText } from './readText.ts';

const PIECES = [
  'Varga',
  'said',
  'told',
  '"',
  '“',
  '”',
  "'",
  ', ',
  '. ',
  ' that ',
  ' he ',
  'the official',
  'according to',
  ' added',
  ' on Monday',
  ' insisting ',
  '\n\n',
  'citing',
  '…',
  ' (',
  ') ',
  ' – ',
  'reportedly expect',
  'U.S. ',
  '💧',
  'ا',
  '的',
];
const proseLike = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), { maxLength: 40 })
  .map((list) => list.join(' '));

describe('extractStatements', () => {
  test('never throws, and every span lies in its passage and slices to words', () => {
    fc.assert(
      fc.property(proseLike, (text) => {
        for (const { statement, says, cue } of readText(text, { speakers: INVENTED })) {
          expect(statement.content.length).toBeGreaterThan(0);
          for (const words of says) expect(words.trim()).toBe(words === '' ? 'never empty' : words);
          expect(cue).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });

  test('is deterministic', () => {
    fc.assert(
      fc.property(proseLike, (text) => {
        expect(readText(text, { speakers: INVENTED })).toEqual(readText(text, { speakers: INVENTED }));
      }),
      { numRuns: 50 },
    );
  });

  test('gives every statement an id of its own', () => {
    fc.assert(
      fc.property(proseLike, (text) => {
        const ids = readText(text, { speakers: INVENTED }).map(({ statement }) => statement.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 50 },
    );
  });
});
