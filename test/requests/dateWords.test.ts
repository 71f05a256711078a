// The forms of dates that requests may hold, and what only looks like one.
import { describe, expect, test } from 'vitest';
import { isDateLike, isReadableDate } from '../../src/requests/dateWords.ts';

describe('read', () => {
  test.each([
    ...['2026-02-10', '2024-02-29', '10 Feb', '10th February 2026', 'Feb. 10, 2026', '29 Feb', 'Sept 3', 'Tuesday'],
    ...['last Friday', 'yesterday', 'today', 'last week', 'this month', '3 days ago', 'February', 'May', 'feb 2026'],
  ])('%s', (words) => {
    expect(isReadableDate(words)).toBe(true);
  });
});

describe('meant as a date, and none', () => {
  test.each([
    ...['2026-13-40', '2026-02-30', '2025-02-29', '30 Feb', 'Feb 31', '29 Feb 2026', '0 May', '10/02/2026', '2015'],
    ...['someday', 'last year', 'next week', 'this summer', 'tomorrow', '2 weeks ago', 'Friday night', 'February 100'],
  ])('%s', (words) => {
    expect(isReadableDate(words)).toBe(false);
    expect(isDateLike(words)).toBe(true);
  });
});

describe('words', () => {
  test.each([
    ...['the war', 'this war began', 'decision day', 'marines left', 'may come', 'the last meeting', 'Iran agreed'],
    ...['3 carriers left the Gulf for good', 'monetary talks'],
  ])('%s', (words) => {
    expect(isReadableDate(words)).toBe(false);
    expect(isDateLike(words)).toBe(false);
  });
});
