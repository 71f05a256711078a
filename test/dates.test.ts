// The days that words name: words, publication date, first and last day. 2026-02-12 is a Thursday.
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { configuration, PARSERS, readDates, shiftDay } from '../src/dates.ts';

const PUBLISHED = '2026-02-12';

/** The words that were read, with their days: "Feb. 6: 2026-02-06", a range as "from/to". */
function datesOf(text: string, asOf: string = PUBLISHED): string[] {
  return readDates(text, asOf).map(({ start, end, from, to }) => {
    return `${text.slice(start, end)}: ${from === to ? from : `${from}/${to}`}`;
  });
}

describe('a bare weekday is the last one up to the day of publication, that day included', () => {
  test.each([
    ['Vale said Tuesday she would go.', '2026-02-12', ['Tuesday: 2026-02-10']],
    ['They met on Wednesday.', '2026-02-12', ['on Wednesday: 2026-02-11']],
    ['They met on Thursday.', '2026-02-12', ['on Thursday: 2026-02-12']],
    ['They met on Friday in Arden.', '2026-02-12', ['on Friday: 2026-02-06']],
    ['They met on Sunday.', '2026-02-15', ['on Sunday: 2026-02-15']],
    ['They met on Friday.', '2026-01-01', ['on Friday: 2025-12-26']],
    ['Talks on Friday and Saturday failed.', '2026-02-12', ['on Friday: 2026-02-06', 'Saturday: 2026-02-07']],
    ['They met from Monday to Wednesday.', '2026-02-12', ['Monday to Wednesday: 2026-02-09/2026-02-11']],
    ['They met from Friday to Sunday.', '2026-02-12', ['Friday to Sunday: 2026-02-06/2026-02-08']],
    ['They met last Friday.', '2026-02-12', ['last Friday: 2026-02-06']],
  ])('%s (%s)', (text, asOf, expected) => {
    expect(datesOf(text, asOf)).toEqual(expected);
  });
});

describe('a weekday with a word before or behind it is what that word says', () => {
  test.each([
    ['They will meet next Tuesday.', ['next Tuesday: 2026-02-17']],
    ['They will meet this Friday.', ['this Friday: 2026-02-13']],
    ['They met this Tuesday.', ['this Tuesday: 2026-02-10']],
    ['They will meet on the coming Friday.', ['Friday: 2026-02-13']],
    ['They will meet this coming Thursday.', ['Thursday: 2026-02-19']],
    ['They met Wednesday last week.', ['Wednesday last week: 2026-02-04']],
    ['They met on Tuesday of last week.', ['on Tuesday of last week: 2026-02-03']],
    ['They met Monday to Wednesday last week.', ['Monday to Wednesday last week: 2026-02-02/2026-02-04']],
    ['They met this Wednesday, Feb. 11.', ['this Wednesday, Feb. 11: 2026-02-11']],
    ['They will meet on the coming Feb. 20.', ['Feb. 20: 2026-02-20']],
    ['They met on Wednesday, Feb. 4.', ['on Wednesday, Feb. 4: 2026-02-04']],
  ])('%s', (text, expected) => {
    expect(datesOf(text)).toEqual(expected);
  });
});

describe('days counted from the day of publication', () => {
  test.each([
    ['yesterday', '2026-02-12', ['yesterday: 2026-02-11']],
    ['Vale spoke today.', '2026-02-12', ['today: 2026-02-12']],
    ['two days ago', '2026-02-12', ['two days ago: 2026-02-10']],
    ['10 days ago', '2026-02-12', ['10 days ago: 2026-02-02']],
    ['two days ago', '2026-03-01', ['two days ago: 2026-02-27']],
  ])('%s (%s)', (text, asOf, expected) => {
    expect(datesOf(text, asOf)).toEqual(expected);
  });
});

describe('weeks begin on Monday, months on the first', () => {
  test.each([
    ['They met last week.', '2026-02-12', ['last week: 2026-02-02/2026-02-08']],
    ['They met last week.', '2026-02-15', ['last week: 2026-02-02/2026-02-08']],
    ['They met last week.', '2026-02-16', ['last week: 2026-02-09/2026-02-15']],
    ['They met last week.', '2026-01-01', ['last week: 2025-12-22/2025-12-28']],
    ['They met this week.', '2026-02-12', ['this week: 2026-02-09/2026-02-15']],
    ['They met last month.', '2026-01-05', ['last month: 2025-12-01/2025-12-31']],
    ['They met last month.', '2026-03-31', ['last month: 2026-02-01/2026-02-28']],
    ['They met this month.', '2026-02-12', ['this month: 2026-02-01/2026-02-28']],
  ])('%s (%s)', (text, asOf, expected) => {
    expect(datesOf(text, asOf)).toEqual(expected);
  });
});

describe('a day with its month', () => {
  test.each([
    ['They met on Feb. 6.', ['Feb. 6: 2026-02-06']],
    ['They met on February 6, 2025, in Arden.', ['February 6, 2025: 2025-02-06']],
    ['6 February', ['6 February: 2026-02-06']],
    ['the 10th of February', ['10th of February: 2026-02-10']],
    ['Feb. 6-8', ['Feb. 6-8: 2026-02-06/2026-02-08']],
    ['updated 2026-02-06', ['2026-02-06: 2026-02-06']],
    ['Feb. 30', []],
    ['2026-02-30', []],
    ['Jan. 30 to 12', []],
  ])('%s', (text, expected) => {
    expect(datesOf(text)).toEqual(expected);
  });
});

describe('a month alone is the last one up to the month of publication', () => {
  test.each([
    ['in February', ['February: 2026-02-01/2026-02-28']],
    ['They met in January, Vale said.', ['January: 2026-01-01/2026-01-31']],
    ['They met in March.', ['March: 2025-03-01/2025-03-31']],
    ['in march', ['march: 2025-03-01/2025-03-31']],
    ['They met in May.', ['May: 2025-05-01/2025-05-31']],
    ['may', ['may: 2025-05-01/2025-05-31']],
    ['from January to March 2025', ['January to March 2025: 2025-01-01/2025-03-31']],
    ['June of 2024', ['June of 2024: 2024-06-01/2024-06-30']],
    ['February 2024', ['February 2024: 2024-02-01/2024-02-29']],
  ])('%s', (text, expected) => {
    expect(datesOf(text)).toEqual(expected);
  });
});

describe('around the turn of the year', () => {
  test.each([
    ['Dec. 30', '2026-01-05', ['Dec. 30: 2025-12-30']],
    ['in December', '2026-01-05', ['December: 2025-12-01/2025-12-31']],
    ['Dec. 30 to Jan. 2', '2026-01-05', ['Dec. 30 to Jan. 2: 2025-12-30/2026-01-02']],
    ['Jan. 3', '2025-12-30', ['Jan. 3: 2026-01-03']],
    ['Aug. 30', '2026-02-12', ['Aug. 30: 2025-08-30']],
    ['Feb. 29', '2024-03-01', ['Feb. 29: 2024-02-29']],
    ['Feb. 29', '2027-09-01', ['Feb. 29: 2028-02-29']],
  ])('%s read on %s', (text, asOf, expected) => {
    expect(datesOf(text, asOf)).toEqual(expected);
  });
});

describe('no day is read from', () => {
  test.each([
    'a second aircraft carrier',
    'The meeting lasted three hours.',
    'within two weeks',
    '2015',
    'the 2015 plan of action',
    'the 47th anniversary of the 1979 events',
    'Vale may go.',
    'The two may meet 5 times.',
    'They may, officials said, meet again.',
    'They march on.',
    'the march of 5,000 people',
    'That is where he sat.',
    'a few days ago',
    'several days ago',
    '2.5 days ago',
    '1,000 days ago',
    'Fridays',
    '',
  ])('%j', (text) => {
    expect(datesOf(text)).toEqual([]);
  });
});

describe('the zone of the machine', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Tehran', 'America/New_York'])(
    '%s moves no day',
    (zone) => {
      vi.stubEnv('TZ', zone);
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      const texts = ['today', 'yesterday', 'two days ago', 'on Friday', 'last week', 'on Feb. 6', 'in December'];
      expect(
        texts.flatMap((text) => datesOf(text, '2026-03-08').map((found) => found.slice(found.indexOf(': ') + 2))),
      ).toEqual([
        '2026-03-08',
        '2026-03-07',
        '2026-03-06',
        '2026-03-06',
        '2026-02-23/2026-03-01',
        '2026-02-06',
        '2025-12-01/2025-12-31',
      ]);
    },
  );
});

describe('whatever the words', () => {
  const day = fc
    .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const word = fc.constantFrom(
    ...'Monday Friday Sunday last next this coming week month of to on in and from Feb. 29 31 May may march Dec. days'.split(
      ' ',
    ),
    ...['two days ago', 'yesterday', 'today', '2024', '2026-02-12', ',', '-', '5', 'June', 'said', 'until', '12th'],
  );
  const anyText = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));

  test('dates are days of the calendar, first before last, and their words are in order without overlap', () => {
    fc.assert(
      fc.property(anyText, day, (text, asOf) => {
        let before = 0;
        for (const { start, end, from, to } of readDates(text, asOf)) {
          expect(shiftDay(from, 0)).toBe(from);
          expect(shiftDay(to, 0)).toBe(to);
          expect(from <= to).toBe(true);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          before = end;
        }
      }),
    );
  });

  test('a bare weekday lies within the seven days up to the day of publication', () => {
    const weekday = fc.constantFrom('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday');
    fc.assert(
      fc.property(weekday, day, (name, asOf) => {
        const [found] = readDates(`Vale spoke on ${name}.`, asOf);
        expect(found?.from).toBe(found?.to);
        expect(found && found.from <= asOf && found.from > shiftDay(asOf, -7)).toBe(true);
      }),
    );
  });
});

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-03-08', 0, '2026-03-08'],
])('shiftDay: %s and %i days is %s', (from, count, expected) => {
  expect(shiftDay(from, count)).toBe(expected);
});

test('chrono keeps its parsers in the places that are counted on', () => {
  for (const { name, at } of PARSERS) expect(configuration.parsers[at]?.constructor.name).toBe(name);
});
