// A command line as the text of a request: what the shell took away is put back.
import { describe, expect, test } from 'vitest';
import { nearestOption, requestOfArguments } from '../src/arguments.ts';

describe('requestOfArguments', () => {
  test.each([
    ['words are joined by spaces', ['who', 'said', 'deal'], 'who said deal'],
    [
      'an argument of several words gets its quotation marks back',
      ['who', 'said', 'no nuclear weapons', 'by', 'Vale'],
      'who said "no nuclear weapons" by Vale',
    ],
    ['one argument alone is the whole request', ['who said deal by Vale'], 'who said deal by Vale'],
    [
      'one argument alone keeps its quotation marks',
      ['who said "no nuclear weapons"'],
      'who said "no nuclear weapons"',
    ],
    ['quotation marks of the reader are not doubled', ['who', 'said', '"no deal"'], 'who said "no deal"'],
    ['curly quotation marks are not doubled', ['check', '“no deal”', 'by', 'Vale'], 'check “no deal” by Vale'],
    ['an apostrophe is no quotation mark', ['who', 'said', "Vale's office said"], 'who said "Vale\'s office said"'],
    ['spaces at the ends make no phrase', ['who', 'said', ' deal '], 'who said  deal '],
    ['a no-break space joins words to a phrase', ['who', 'said', 'no\u00A0deal'], 'who said "no\u00A0deal"'],
    [
      'a value of several words gets them, too: the grammar takes them off',
      ['who', 'said', 'deal', 'by', 'the harbor minister', 'since', 'last week'],
      'who said deal by "the harbor minister" since "last week"',
    ],
    ['no argument is an empty request', [], ''],
  ])('%s', (_, words, expected) => {
    expect(requestOfArguments(words)).toBe(expected);
  });
});

describe('nearestOption', () => {
  const known = ['json', 'explain', 'page', 'help', 'version'];
  test.each([
    ['--pages', 'page'],
    ['--pge=2', 'page'],
    ['--explian', 'explain'],
    ['--JSON', 'json'],
    ['--since=never', undefined],
    ['--x', undefined],
  ])('%s: %s', (option, expected) => {
    expect(nearestOption(option, known)).toBe(expected);
  });
});
