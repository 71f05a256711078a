// When feeds and pages are asked again.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextLook, nextPageTry, nextTry } from '../../src/feeds/pace.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const random = fc.double({ min: 0, max: 1, noNaN: true });
const every = fc.integer({ min: 5, max: 1_440 });

test('a feed is looked at as often as it is set, a tenth more or less, but not before its server says', () => {
  expect([0, 0.5, 1].map((jitter) => nextLook(15, null, jitter) / MINUTE)).toEqual([13.5, 15, 16.5]);
  expect(nextLook(15, 60 * MINUTE, 0)).toBe(60 * MINUTE);
  fc.assert(
    fc.property(every, fc.option(fc.integer({ min: -DAY, max: 400 * DAY })), random, (minutes, fresh, jitter) => {
      const ms = nextLook(minutes, fresh, jitter);
      expect(ms).toBeGreaterThanOrEqual(Math.max(Math.floor(0.9 * minutes * MINUTE), Math.min(fresh ?? 0, DAY)));
      expect(ms).toBeLessThanOrEqual(Math.max(1.1 * minutes * MINUTE, 1.1 * DAY));
    }),
  );
});

test('after failures it is twice as long each time, a day at most, and not before the server says', () => {
  expect([1, 2, 3, 4, 99].map((failures) => nextTry(15, failures, null, 0.5) / MINUTE)).toEqual([
    15, 30, 60, 120, 1_440,
  ]);
  expect(nextTry(15, 1, 3 * 60 * MINUTE, 0)).toBe(180 * MINUTE);
  fc.assert(
    fc.property(every, fc.integer({ min: 1, max: 5_000 }), fc.option(fc.nat(400 * DAY)), random, (...given) => {
      const [minutes, failures, after, jitter] = given;
      const ms = nextTry(minutes, failures, after, jitter);
      expect(ms).toBeGreaterThanOrEqual(Math.max(Math.floor(0.9 * minutes * MINUTE), Math.min(after ?? 0, DAY)));
      expect(ms).toBeLessThanOrEqual(1.1 * DAY);
    }),
  );
});

test('a page is tried again three times, or ten where its server asks each time to come back', () => {
  expect([1, 2, 3, 4].map((attempts) => nextPageTry(attempts, null, 0.5))).toEqual([
    ...[5, 30, 120].map((minutes) => minutes * MINUTE),
    null,
  ]);
  expect([1, 9, 10].map((attempts) => nextPageTry(attempts, 1_000, 0.5) !== null)).toEqual([true, true, false]);
});
