// Days that a request names, read from its words alone, counted from Thursday 12 February 2026.
import { describe, expect, test } from 'vitest';
import { daysOf, findDays, limitsOf } from '../../../src/answers/reading/days.ts';

const AS_OF = '2026-02-12';
const read = (text: string): unknown[] => {
  const spans = findDays(text, AS_OF);
  const rest = spans.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  const { from, to } = limitsOf(daysOf(spans));
  return [rest.replace(/\s+/gu, ' ').trim(), from, to];
};

describe('of the words are left, and the first and last day are', () => {
  test.each([
    ['missiles on Tuesday', 'missiles', '2026-02-10', '2026-02-10'],
    ['missiles yesterday', 'missiles', '2026-02-11', '2026-02-11'],
    ['missiles on 10 February', 'missiles', '2026-02-10', '2026-02-10'],
    ['missiles since Tuesday', 'missiles', '2026-02-10', null],
    ['missiles since last week', 'missiles', '2026-02-02', null],
    ['since Tuesday, missiles', ', missiles', '2026-02-10', null],
    ['missiles from Monday on', 'missiles', '2026-02-09', null],
    ['missiles from Monday onwards', 'missiles', '2026-02-09', null],
    ['missiles starting Monday', 'missiles', '2026-02-09', null],
    ['missiles after 10 Feb', 'missiles', '2026-02-11', null],
    ['missiles before Tuesday', 'missiles', null, '2026-02-09'],
    ['missiles prior to 10 Feb', 'missiles', null, '2026-02-09'],
    ['missiles until Tuesday', 'missiles', null, '2026-02-10'],
    ['missiles by Tuesday', 'missiles', null, '2026-02-10'],
    ['missiles up to 10 Feb', 'missiles', null, '2026-02-10'],
    ['missiles between Monday and Wednesday', 'missiles', '2026-02-09', '2026-02-11'],
    ['missiles between 9 Feb and 11 Feb', 'missiles', '2026-02-09', '2026-02-11'],
    ['missiles between 9 and 11 February', 'missiles', '2026-02-09', '2026-02-11'],
    ['missiles between the 9th and 11th February', 'missiles', '2026-02-09', '2026-02-11'],
    ['missiles from Monday to Wednesday', 'missiles', '2026-02-09', '2026-02-11'],
    ['missiles from 9 Feb until 11 Feb', 'missiles', '2026-02-09', '2026-02-11'],
    ['missiles since Monday until Wednesday', 'missiles', '2026-02-09', '2026-02-11'],
    ['missiles after Monday but before Thursday', 'missiles', '2026-02-10', '2026-02-11'],
    ['missiles on Monday and Wednesday', 'missiles', '2026-02-09', '2026-02-11'],
    ['missiles on 9 and 11 February', 'missiles', '2026-02-09', '2026-02-11'],
    ['missiles last week', 'missiles', '2026-02-02', '2026-02-08'],
    ['missiles this month', 'missiles', '2026-02-01', '2026-02-28'],
    ['missiles in February', 'missiles', '2026-02-01', '2026-02-28'],
    ['missiles in early February', 'missiles', '2026-02-01', '2026-02-10'],
    ['missiles at the beginning of February', 'missiles at', '2026-02-01', '2026-02-10'],
    ['missiles in mid-February', 'missiles', '2026-02-11', '2026-02-20'],
    ['missiles in late January', 'missiles', '2026-01-21', '2026-01-31'],
    ['missiles since early February', 'missiles', '2026-02-01', null],
    ['what did Varga say on Tuesday about missiles', 'what did Varga say about missiles', '2026-02-10', '2026-02-10'],
    ['missiles 2026-02-10', 'missiles', '2026-02-10', '2026-02-10'],
    ['missiles 3 days ago', 'missiles', '2026-02-09', '2026-02-09'],
  ])('%s', (text, words, from, to) => {
    expect(read(text)).toEqual([words, from, to]);
  });

  test('two days that are named are those two, and none between them', () => {
    expect(daysOf(findDays('on Monday and Wednesday', AS_OF))).toEqual([
      { from: '2026-02-09', to: '2026-02-09' },
      { from: '2026-02-11', to: '2026-02-11' },
    ]);
  });
});

test.each([
  'missiles since the war',
  'they may march on',
  'the second carrier',
  'between Iran and Israel',
  '2015 deal',
])('%s names no day', (text) => {
  expect(findDays(text, AS_OF)).toEqual([]);
});
