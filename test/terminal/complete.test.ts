import { expect, test } from 'vitest';
import { completeLine } from '../../src/terminal/complete.ts';

const NAMES = ['Lena Oster', 'Harbour Board', 'Marit Osterling'];

test.each([
  ['wh', ['who said ']],
  ['WHO', ['who said ']],
  ['sp', ['speaker ', 'speakers']],
  ['source', ['sources', 'source ']],
  ['com', ['compare ']],
  ['e', ['exit']],
])('"%s" can become the commands that begin so', (line, expected) => {
  expect(completeLine(line, NAMES)).toEqual(expected);
});

test('an empty line offers every command', () => {
  expect(completeLine('', NAMES)).toEqual(expect.arrayContaining(['who said ', 'ask ', 'timeline ', 'help', 'exit']));
});

test.each([
  ['speaker ', ['speaker Lena Oster', 'speaker Harbour Board', 'speaker Marit Osterling']],
  ['speaker oster', ['speaker Lena Oster', 'speaker Marit Osterling']],
  ['compare har', ['compare Harbour Board']],
  ['compare Harbour Board and lena', ['compare Harbour Board and Lena Oster']],
  ['who said ferries except mar', ['who said ferries except Marit Osterling']],
  ['who said ferries by mar', ['who said ferries by Marit Osterling']],
])('where a speaker can stand, "%s" offers names, and what was typed before them stays', (line, expected) => {
  expect(completeLine(line, NAMES)).toEqual(expected);
});

test.each(['frobnicate', 'who said ferries', 'timeline har', 'help', 'speaker Nobody'])(
  '"%s" offers nothing',
  (line) => {
    expect(completeLine(line, NAMES)).toEqual([]);
  },
);

test('every completion begins with a command word and holds the letters typed for the name', () => {
  for (const line of completeLine('speaker bo', NAMES)) expect(line).toMatch(/^speaker .*bo/iu);
});
