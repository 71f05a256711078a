// The trained reader as it ships: what it adds to the written rules, on invented sentences, and how it fails.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWeights } from '../../../src/attribution/reader/weights.ts';
import { createWordReader } from '../../../src/attribution/reader/words.ts';
import { splitSentences } from '../../../src/corpus/sentences.ts';
import { WEIGHTS_FILE } from '../../../src/loadReader.ts';
import { reader } from '../../reader.ts';

const read = (text: string) => reader.read({ text, sentences: splitSentences(text) });
const found = (text: string): (string | null)[][] =>
  read(text).map(({ source, content }) => [
    source && text.slice(source.start, source.end),
    ...content.map(({ start, end }) => text.slice(start, end)),
  ]);

describe('reads', () => {
  test.each<[string, (string | null)[]]>([
    ['"The harbor is ours," marvelled Varga.', ['Varga', '"The harbor is ours,"']],
    ['Varga explained that the gates would stay closed.', ['Varga', 'that the gates would stay closed']],
    ['Dolen acknowledged the harbor had lost money.', ['Dolen', 'the harbor had lost money']],
    ['The harbor, Dolen noted, had lost money.', ['Dolen', 'The harbor', 'had lost money']],
    ['"We go," Varga told reporters on Monday. "We go tonight."', ['Varga', '"We go,"', '"We go tonight."']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});

describe('leaves alone', () => {
  test.each(['Varga visited the harbor on Monday.', 'The harbor has two gates and a wall.', ''])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('a sentence is read alike whatever stands beside it, unless that may tell, too', () => {
  const told = 'Dolen acknowledged the harbor had lost money.';
  const sure = (text: string): readonly number[] => read(text).map(({ confidence }) => confidence);
  expect(sure(`The rain fell on Monday. ${told}`)).toEqual(sure(told));
  expect(sure(`${told} The rain fell on Monday.`)).toEqual(sure(told));
  expect(sure(`He smiled. ${told.replace('the harbor', '“the harbor”')}`)).not.toEqual(
    sure(told.replace('the harbor', '“the harbor”')),
  );
});

test('every reading lies in its text, and the same text gives the same readings', () => {
  const pieces = [
    'Varga',
    'said',
    '"',
    '“',
    '”',
    ',',
    '.',
    'that',
    'told',
    'according to',
    'the port',
    'he',
    ':',
    '\n',
    '’',
    '--',
    '的',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { maxLength: 40 }),
      (list) => {
        const text = list.join(' ');
        const readings = read(text);
        for (const { cue, content, source } of readings) {
          for (const { start, end } of [cue, ...content, ...(source ? [source] : [])]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        }
        expect(read(text)).toEqual(readings);
      },
    ),
    { numRuns: 300 },
  );
});

test('words keep their place, and a quotation that never closes runs to the end', () => {
  const text = 'He said “go and stay.';
  const words = createWordReader(() => false)(text, splitSentences(text));
  expect([...words.quoted]).toEqual([0, 0, 1, 1, 1, 1, 1]);
  expect(text.slice(words.start[3], words.end[3])).toBe('go');
});

describe('weights', () => {
  const bytes = readFileSync(WEIGHTS_FILE);

  test('are at most 2 MB', () => {
    expect(bytes.length).toBeLessThanOrEqual(2_000_000);
  });

  test('are the same wherever they lie in memory', () => {
    const shifted = new Uint8Array(bytes.length + 1).subarray(1);
    shifted.set(bytes);
    const [here, there] = [parseWeights(bytes), parseWeights(shifted)];
    expect(Buffer.from(there.general.ids.buffer).equals(Buffer.from(here.general.ids.buffer))).toBe(true);
    expect(there.cue).toEqual(here.cue);
  });

  test('that are cut short, too long, empty or of another version are refused with what to do', () => {
    const other = Buffer.from(bytes);
    other.write(other.toString('latin1', 4, 40).replace('"version":2', '"version":9'), 4, 'latin1');
    for (const broken of [
      bytes.subarray(0, 1000),
      bytes.subarray(0, -4),
      Buffer.concat([bytes, bytes]),
      new Uint8Array(),
      other,
    ]) {
      expect(() => parseWeights(broken)).toThrow(/weights file .*install the program again/);
    }
  });
});

describe('a long passage', () => {
  const sentence = 'Varga explained that the gates would stay closed. The harbor has two gates. ';

  test('is read in blocks: every sentence of it as if it stood alone', () => {
    const readings = read(sentence.repeat(300));
    expect(readings).toHaveLength(300);
    expect(new Set(readings.map(({ content }) => (content[0]?.end ?? 0) - (content[0]?.start ?? 0))).size).toBe(1);
  });

  test('without any full stop ends, too', () => {
    expect(() => read('Varga said the gates, '.repeat(3000))).not.toThrow();
  });
});
