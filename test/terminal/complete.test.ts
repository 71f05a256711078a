import { describe, expect, test } from 'vitest';
import { type CompletePart, completeLine, keepingTyped } from '../../src/terminal/complete.ts';
import { app } from '../messages/shipped.ts';

const VALUES: Readonly<Record<Parameters<CompletePart>[0], readonly string[]>> = {
  speaker: ['Lena Oster', 'Harbour Board', '“Envoys about to leave”'],
  outlet: ['Harbour Gazette'],
  topic: ['ferries', 'ferry fees'],
  words: ['the ferries stand by', 'ferry fees rise'],
  quotation: ['"the ferries stand by"'],
  passage: ['harbour-1#4'],
  date: ['yesterday', '10 February 2026'],
};
/** Those that have what is typed, marks left out. */
const complete: CompletePart = (what, typed) => {
  const looked = typed.replace(/["“”]/gu, '').toLowerCase();
  return VALUES[what].filter((value) => value.toLowerCase().includes(looked));
};

test.each([
  ['wh', ['who said ']],
  ['WHO', ['who said ']],
  ['sp', ['speaker ', 'speakers']],
  ['source', ['sources', 'source ']],
  ['com', ['compare ']],
  ['e', ['exit']],
])('"%s" can become the commands that begin so', (line, expected) => {
  expect(completeLine(line, complete)).toEqual(expected);
});

test('an empty line offers every command', () => {
  expect(completeLine('', complete)).toEqual(
    expect.arrayContaining(['who said ', 'ask ', 'timeline ', 'help', 'exit']),
  );
});

describe('what can stand at the end of the line is offered, and what was typed before it stays', () => {
  test.each([
    ['speaker ', ['speaker Lena Oster', 'speaker Harbour Board', 'speaker “Envoys about to leave”']],
    ['speaker OST', ['speaker Lena Oster']],
    ['Speaker ost', ['Speaker Lena Oster']],
    ['speaker Lena Oster about fee', ['speaker Lena Oster about ferry fees']],
    ['speaker envoys about to', ['speaker “Envoys about to leave”']],
    ['compare har', ['compare Harbour Board']],
    ['compare Harbour Board and lena', ['compare Harbour Board and Lena Oster']],
    ['compare Harbour Board vs lena', ['compare Harbour Board vs Lena Oster']],
    [
      'compare Oster and Board on ferr',
      ['compare Oster and Board on ferries', 'compare Oster and Board on ferry fees'],
    ],
    ['who said fer', ['who said the ferries stand by', 'who said ferry fees rise']],
    ['who said "fees', ['who said "ferry fees rise"']],
    ['who said “fees', ['who said “ferry fees rise”']],
    ['who said ferries except har', ['who said ferries except Harbour Board']],
    ['who said ferries by ost', ['who said ferries by Lena Oster']],
    ['who said ferries by Lena Oster since ye', ['who said ferries by Lena Oster since yesterday']],
    ['who said ferries until 10', ['who said ferries until 10 February 2026']],
    ['who said ferries outlet:h', ['who said ferries outlet:Harbour Gazette']],
    ['timeline fees', ['timeline ferry fees']],
    ['timeline fees by lena', ['timeline fees by Lena Oster']],
    ['timeline by lena', ['timeline by Lena Oster']],
    ['check ferr', ['check "the ferries stand by"']],
    ['source harb', ['source harbour-1#4']],
  ])('%s', (line, expected) => {
    expect(completeLine(line, complete)).toEqual(expected);
  });

  test('"by" within quotation marks is a word that is looked for', () => {
    expect(completeLine('who said "the ferries stand by', complete)).toEqual(['who said "the ferries stand by"']);
  });
});

test.each(['frobnicate', 'who said tunnels', 'timeline har', 'help', 'speaker Nobody', 'speakers ', 'ask fer'])(
  '"%s" offers nothing',
  (line) => {
    expect(completeLine(line, complete)).toEqual([]);
  },
);

test('a line that is complete is not offered again', () => {
  expect(completeLine('speaker Lena Oster', complete)).toEqual([]);
});

describe('what is typed stays', () => {
  test.each([
    ['where nothing is left to choose', 'speaker ost', ['speaker Lena Oster'], ['speaker Lena Oster']],
    ['where all lines go on from it', 'sp', ['speaker ', 'speakers'], ['speaker ', 'speakers']],
    [
      'where some do not',
      'who said fer',
      ['who said the ferries', 'who said ferry fees'],
      ['who said fer', 'who said the ferries', 'who said ferry fees'],
    ],
  ])('%s', (_, line, lines, expected) => {
    expect(keepingTyped(lines, line)).toEqual(expected);
  });
});

describe('with the completions of the shipped corpus', () => {
  const shipped: CompletePart = (what, typed) =>
    app.complete(what, typed, { choices: 20, units: 100 }).map(({ value }) => value);

  test.each([
    ['speaker foreign', ['speaker Seyed Abbas Araghchi']],
    ['who said "no nuclear w', ['who said "No nuclear weapons, no missiles"']],
    ['who said missiles by foriegn', ['who said missiles by Seyed Abbas Araghchi']],
    ['who said missiles outlet:', ['who said missiles outlet:CGTN']],
    ['timeline misiles', ['timeline missile']],
    ['check no nuclear', ['check "No nuclear weapons, no missiles"']],
    ['source muscat', ['source cgtn-2026-02-12-trump-netanyahu#11']],
  ])('%s', (line, expected) => {
    expect(completeLine(line, shipped)).toEqual(expected);
    for (const one of expected)
      expect(app.respond(one, { freeText: 'refuse', page: 1, perPage: 5 }).outcome).toBe('answered');
  });
});
