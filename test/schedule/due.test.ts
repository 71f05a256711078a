// Local dates and instants, with the clock changes of zones that have them on other days, at other hours, or not at all.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueAt, dueSince, firstDue, localDateOf, nextDue } from '../../src/schedule/due.ts';

const DAILY = [1, 2, 3, 4, 5, 6, 7];

describe('the instant of a local date', () => {
  test.each([
    ['an ordinary day', 'Europe/London', '2026-02-12', '09:00', '2026-02-12T09:00:00.000Z'],
    ['New York, a time that clocks skip', 'America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z'],
    ['New York, a time that they show twice', 'America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
    ['London, skipped', 'Europe/London', '2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
    ['London, twice', 'Europe/London', '2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
    ['Tehran, while it still changed its clocks', 'Asia/Tehran', '2022-06-01', '09:00', '2022-06-01T04:30:00.000Z'],
    ['Tehran, since it no longer does', 'Asia/Tehran', '2026-06-01', '09:00', '2026-06-01T05:30:00.000Z'],
    ['Sydney, skipped in October', 'Australia/Sydney', '2026-10-04', '02:15', '2026-10-03T16:15:00.000Z'],
    ['Sydney, twice in April', 'Australia/Sydney', '2026-04-05', '02:15', '2026-04-04T15:15:00.000Z'],
    ['Kathmandu, at +05:45', 'Asia/Kathmandu', '2026-02-12', '09:00', '2026-02-12T03:15:00.000Z'],
    ['Lord Howe, half an hour skipped', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00.000Z'],
    ['Cairo, where midnight is skipped', 'Africa/Cairo', '2026-04-24', '00:00', '2026-04-23T22:00:00.000Z'],
    ['the first to begin a day', 'Pacific/Kiritimati', '2026-02-12', '09:00', '2026-02-11T19:00:00.000Z'],
    ['the last to begin it', 'Etc/GMT+12', '2026-02-12', '09:00', '2026-02-12T21:00:00.000Z'],
  ])('%s', (_, zone, date, time, at) => {
    expect(dueAt(date, { time, zone, weekdays: DAILY })?.toISOString()).toBe(at);
  });

  test('a date that Samoa left out has none, and is passed over', () => {
    const when = { time: '09:00', zone: 'Pacific/Apia', weekdays: DAILY };
    expect(dueAt('2011-12-30', when)).toBeNull();
    expect(nextDue('2011-12-29', when).date).toBe('2011-12-31');
  });

  test('only on the weekdays that were chosen', () => {
    const when = { time: '09:00', zone: 'UTC', weekdays: [1, 5] };
    expect(dueAt('2026-02-12', when)).toBeNull();
    expect(nextDue('2026-02-12', when).date).toBe('2026-02-13');
    expect(nextDue('2026-02-13', when).date).toBe('2026-02-16');
  });
});

const ZONES = [
  ...['America/New_York', 'Europe/London', 'Asia/Tehran', 'Australia/Sydney', 'Asia/Kathmandu', 'Pacific/Apia'],
  ...['Pacific/Kiritimati', 'Etc/GMT+12', 'Africa/Cairo', 'America/Santiago', 'Australia/Lord_Howe', 'Pacific/Chatham'],
];
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const anyNow = fc.date({ min: new Date('2010-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });

test('every date comes once, in its order, and is that date there', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), anyTime, anyNow, (zone, time, now) => {
      const when = { time, zone, weekdays: DAILY };
      const first = firstDue(now, when);
      expect(first.at.getTime()).toBeGreaterThan(now.getTime());
      const later = new Date(first.at.getTime() + 10 * 24 * 3_600_000);
      const all = dueSince(first, later, when, 100);
      expect(new Set(all.map(({ date }) => date)).size).toBe(all.length);
      for (const [at, due] of all.entries()) {
        expect(localDateOf(due.at, zone)).toBe(due.date);
        if (at > 0) expect(due.at.getTime()).toBeGreaterThan((all[at - 1]?.at ?? new Date(0)).getTime());
      }
      expect(all.length).toBeGreaterThanOrEqual(9);
    }),
    { numRuns: 60 },
  );
});

test('after a long time the last ones are given', () => {
  const when = { time: '09:00', zone: 'UTC', weekdays: DAILY };
  const dates = dueSince(
    { date: '2026-01-01', at: new Date('2026-01-01T09:00Z') },
    new Date('2026-03-01T10:00Z'),
    when,
    3,
  );
  expect(dates.map(({ date }) => date)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
});
