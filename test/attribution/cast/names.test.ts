// The shapes of names in running text, and which capitals are none.
import { describe, expect, test } from 'vitest';
import { findNameRuns, isFullName, isSameFirstName, lastNameKey } from '../../../src/attribution/cast/names.ts';

describe('findNameRuns', () => {
  test.each([
    ['Lena Moss left.', ['Lena Moss']],
    ['J. D. Marsh and J.D. Marsh left.', ['J. D. Marsh', 'J.D. Marsh']],
    ['Salim al-Harthi met Ana de la Cruz.', ['Salim al-Harthi', 'Ana de la Cruz']],
    ["Jean-Luc O'Vale met Inés Dvořák.", ["Jean-Luc O'Vale", 'Inés Dvořák']],
    ['On Monday Lena Moss left.', ['Lena Moss']],
    ['Deputy Foreign Minister Parviz Danesh left.', ['Parviz Danesh']],
    ['Mr. Moss met Sen. Grace Vale.', ['Moss', 'Grace Vale']],
    ['Secretary of State Ana Vale left.', ['Ana Vale']],
    ['Lena King left.', ['Lena King']],
    ['The President said.', []],
    ['It left on Tuesday.', []],
    ['', []],
  ])('%s', (text, names) => {
    const runs = findNameRuns(text);
    expect(runs.filter(({ name }) => name !== 'Secretary').map(({ name }) => name)).toEqual(names);
    for (const run of runs) expect(text.slice(run.start, run.end)).toContain(run.name);
  });

  test.each([
    ['Hugo Reis Jr. left.', 'Hugo Reis Jr.'],
    ['Hugo Reis, Jr., left.', 'Hugo Reis, Jr.'],
    ['Hugo Reis III left.', 'Hugo Reis III'],
    ['It was Hugo Reis. Jr is no name.', 'Hugo Reis'],
  ])('%s', (text, name) => {
    expect(findNameRuns(text)[0]).toMatchObject({ name });
  });

  test('a possessive names the owner of what follows', () => {
    expect(findNameRuns("Moss's lawyer left.")).toMatchObject([{ name: 'Moss', isPossessive: true, end: 4 }]);
  });

  test('a word of two hundred thousand letters is one run', () => {
    expect(findNameRuns('A'.repeat(3) + 'a'.repeat(200_000))).toHaveLength(0);
    expect(findNameRuns(`M${'a'.repeat(200_000)}`)).toHaveLength(1);
  });
});

describe('isFullName', () => {
  test.each([
    ['Lena Moss', true],
    ['Brian Moss', true],
    ['Moss', false],
    ['Harbor Gazette', false],
    ['Islamic Council', false],
    ['Orlan University', false],
    ['Velmorian Navy', false],
  ])('%s: %s', (name, isFull) => {
    expect(isFullName({ name })).toBe(isFull);
  });
});

test('last names compare without particles, accents and "Jr."', () => {
  for (const name of ['Salim al-Harthi', 'al-Harthi', 'Harthi']) expect(lastNameKey(name)).toBe('harthi');
  expect(lastNameKey('Ana de la Cruz')).toBe('cruz');
  expect(lastNameKey('Hugo Reis Jr.')).toBe('reis');
  expect(lastNameKey('Inés Dvořák')).toBe('dvorak');
});

test('an initial is any first name that begins with it', () => {
  expect(isSameFirstName('j.', 'james')).toBe(true);
  expect(isSameFirstName('jack', 'james')).toBe(false);
});
