// Properties of the engine as a whole, over words that make trouble.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractStatements } from '../../src/attribution/extract.ts';
import { createGazetteer } from '../../src/attribution/speakers.ts';
import { splitPassages } from '../../src/corpus/passages.ts';
import type { PassageSpan, Statement } from '../../src/domain.ts';
import { reader } from '../reader.ts';
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
  'Roarke and Whitfield',
  'Foreign Minister Parviz Danesh',
  'Mr. Moss',
  'the two allies',
  'the foreign minister',
  "Moss's",
  'She said',
  'J. D. Marsh',
  'al-',
  '\u00a0',
  '\u2028',
];
/** Halves of a character beyond U+FFFF without the other half. */
const loneSurrogate = fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code));
const longWord = fc
  .tuple(fc.constantFrom('a', 'Aa', 'A.', '"', "'", '-', '💧', ', '), fc.integer({ min: 1, max: 3000 }))
  .map(([unit, times]) => unit.repeat(times));
const proseLike = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...PIECES), weight: 20 },
      { arbitrary: fc.string({ maxLength: 6 }), weight: 10 },
      { arbitrary: loneSurrogate, weight: 2 },
      { arbitrary: longWord, weight: 1 },
    ),
    { maxLength: 40 },
  )
  .map((list) => list.join(' '));

/** Every span that a statement names, with the name of its place. */
function spansOf(statement: Statement): readonly (readonly [string, PassageSpan])[] {
  const { source, cue, content, saidOn, addressee, venue, via, speaker } = statement;
  const named = { source, cue, addressee, venue, saidOn: saidOn?.words ?? null, antecedent: speaker.antecedent };
  return [
    ...Object.entries(named).flatMap(([name, span]) => (span ? [[name, span] as const] : [])),
    ...[...content, ...via.map(({ words }) => words)].map((span) => ['content or via', span] as const),
  ];
}

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

  test('names no span outside the passage that it names', () => {
    fc.assert(
      fc.property(proseLike, (text) => {
        const passages = splitPassages({ id: 'invented', body: text, captions: [text.slice(0, 80)] });
        const lengths = new Map(passages.map((passage) => [passage.id, passage.text.length]));
        const article = { passages, publishedOn: '2026-02-12', language: 'en' };
        for (const statement of extractStatements(article, createGazetteer(INVENTED), reader)) {
          for (const [name, { passageId, start, end }] of spansOf(statement)) {
            const isInside = 0 <= start && start < end && end <= (lengths.get(passageId) ?? 0);
            expect(isInside, `${name} ${start}-${end} of ${passageId} (${lengths.get(passageId)})`).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \n\n \n'],
    ['one mark', '"'],
    ['half a character', '\ud83d'],
    ['a word of 100,000 letters', 'A'.repeat(100_000)],
    ['a cue 5,000 times', 'said '.repeat(5_000)],
    ['5,000 marks', '"'.repeat(5_000)],
    ['5,000 names in a row', 'Lena Moss and '.repeat(5_000)],
  ])('reads %s', (_, text) => {
    expect(() => readText(text, { speakers: INVENTED })).not.toThrow();
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

describe('a long article', () => {
  const SENTENCES = [
    'Varga told the Harbor Gazette on Tuesday that the port will open.',
    '"No more delays," he added.',
    'Foreign Minister Parviz Danesh met sailors at the old gates.',
    '"We talked," the foreign minister said.',
    'A senior port official said ships wait outside the harbor.',
    'The official added that the fees are too high for most of them.',
    'Lena Moss, a sailor, said the port is old.',
    '"It is cold," Moss said, and she left.',
    'She said it rains.',
    'Hugo Reis disagreed; he said it snows.',
    'Roarke and Whitfield both said the gates will open.',
    'The two allies said the fees rise.',
    'Orlan denied closing the port, insisting it was open.',
  ];

  /** Half of it in paragraphs of four sentences, half in a single one; new people all along. */
  function articleOf(words: number): string {
    const parts: string[] = [];
    let count = 0;
    for (let at = 0; count < words; at += 1) {
      const letters = [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
      const sentence =
        at % 5 === 0 ? `Senator Ana V${letters} said ships wait.` : (SENTENCES[(at * 7) % SENTENCES.length] ?? '');
      parts.push(sentence, count < words / 2 && at % 4 === 3 ? '\n\n' : ' ');
      count += sentence.split(' ').length;
    }
    return parts.join('');
  }

  function msPerWord(words: number): number {
    const text = articleOf(words);
    const passages = splitPassages({ id: 'invented', body: text, captions: [] });
    const article = { passages, publishedOn: '2026-02-12', language: 'en' };
    const start = performance.now();
    const found = extractStatements(article, createGazetteer(INVENTED), reader);
    const ms = performance.now() - start;
    expect(found.length).toBeGreaterThan(words / 20);
    return ms / words;
  }

  test('takes no longer a word at 50,000 words than at 6,250', () => {
    msPerWord(10_000);
    const short = msPerWord(6_250);
    // Eight times as long: time that grew with the square of it would make this 8.
    expect(msPerWord(50_000) / short).toBeLessThan(4);
  }, 20_000);
});
