// Options of a subcommand become the request that somebody would type, and mean the same when it is read.
import { describe, expect, test } from 'vitest';
import { commandText, type Given } from '../../src/discord/commandText.ts';
import { parseRequest } from '../../src/requests/request.ts';

const textOf = (subcommand: string, given: Given): string => {
  const read = commandText(subcommand, given);
  return 'text' in read ? read.text : `wrong: ${read.wrong}`;
};

describe('as somebody would type it', () => {
  test.each<[string, Given, string]>([
    ['who said', { words: 'no missiles' }, 'who said no missiles'],
    ['who said', { words: '"no missiles"', speaker: 'Donald Trump' }, 'who said "no missiles" by Donald Trump'],
    [
      'who said',
      { words: ' talks ', since: '10 Feb', until: '2026-02-12' },
      'who said talks since 10 Feb until 2026-02-12',
    ],
    ['who said', { words: 'talks', outlet: 'CGTN', speaker: '' }, 'who said talks outlet:CGTN'],
    ['ask', { question: 'when were the talks' }, 'ask when were the talks'],
    ['speaker', { name: 'Trump', topic: 'missiles' }, 'speaker Trump about missiles'],
    ['speaker', { name: '"U.S. officials"' }, 'speaker U.S. officials'],
    ['compare', { a: 'Trump', b: 'Iran', topic: 'missiles' }, 'compare Trump and Iran on missiles'],
    ['timeline', {}, 'timeline'],
    ['timeline', { topic: 'missiles', speaker: 'Trump' }, 'timeline missiles by Trump'],
    ['timeline', { speaker: 'Trump' }, 'timeline by Trump'],
    ['check', { quotation: '"no missiles"' }, 'check "no missiles"'],
    ['source', { passage: 'cgtn-1#4' }, 'source cgtn-1#4'],
    ['speakers', {}, 'speakers'],
    ['help', {}, 'help'],
  ])('%s %j', (subcommand, given, text) => {
    expect(textOf(subcommand, given)).toBe(text);
    expect(() => parseRequest(text)).not.toThrow();
  });
});

describe('names that hold the words of the grammar stay names', () => {
  test.each<[string, Given, object]>([
    [
      'compare',
      { a: 'Israeli and U.S. officials', b: 'Trump' },
      { kind: 'compare', a: 'Israeli and U.S. officials', b: 'Trump' },
    ],
    ['speaker', { name: 'Envoys about to leave', topic: 'fees' }, { name: 'Envoys about to leave', about: 'fees' }],
    [
      'who said',
      { words: 'fees', speaker: 'Envoys since removed by the council of ministers' },
      { words: 'fees', by: 'Envoys since removed by the council of ministers' },
    ],
  ])('%s %j', (subcommand, given, request) => {
    expect(parseRequest(textOf(subcommand, given))).toMatchObject(request);
  });
});

describe('what is no request says what to type', () => {
  test.each<[string, Given]>([
    ['who said', { words: 'talks', since: '2026-13-40' }],
    ['who said', { words: 'talks', until: 'the war' }],
    ['dance', {}],
  ])('%s %j', (subcommand, given) => {
    expect(textOf(subcommand, given)).toMatch(/^wrong: .*\bType\b/u);
  });
});
