import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DigestSettings } from '../../src/domain.ts';
import { RequestError } from '../../src/errors.ts';
import { formatDigest, parseDigest } from '../../src/requests/digest.ts';
import { readTime } from '../../src/requests/times.ts';
import { readWeekdays } from '../../src/requests/weekdays.ts';
import { readZone } from '../../src/requests/zones.ts';

const DEFAULTS = { zone: 'Europe/London' };
const ALL = [1, 2, 3, 4, 5, 6, 7];

function errorOf(text: string): RequestError {
  try {
    parseDigest(text, DEFAULTS);
  } catch (cause) {
    if (cause instanceof RequestError) return cause;
    throw cause;
  }
  throw new Error(`"${text}" was read`);
}

describe('what stands alone', () => {
  test.each([
    ['', 'status'],
    ['  ', 'status'],
    ['digest', 'status'],
    ['status', 'status'],
    ['OFF', 'off'],
    ['Preview.', 'preview'],
    ['now!', 'now'],
    ['pause', 'pause'],
    ['digest pause', 'pause'],
  ])('%j is %s', (text, kind) => {
    expect(parseDigest(text, DEFAULTS)).toEqual({ kind });
  });
});

describe('settings', () => {
  test.each<[string, Partial<DigestSettings>]>([
    ['on', {}],
    ['on 10:00', { time: '10:00' }],
    ['On 9', { time: '09:00' }],
    ['on at 9:00 every day', { time: '09:00', weekdays: ALL }],
    ['on europe/london 9am', { time: '09:00', zone: 'Europe/London' }],
    ['on 9.30 pm in Asia/Tehran weekdays', { time: '21:30', zone: 'Asia/Tehran', weekdays: [1, 2, 3, 4, 5] }],
    ['on weekends 21h UTC', { time: '21:00', zone: 'UTC', weekdays: [6, 7] }],
    ['on mon,wed', { weekdays: [1, 3] }],
    ['on mon wed fri', { weekdays: [1, 3, 5] }],
    ['on Fri and Monday', { weekdays: [1, 5] }],
    ['on Mon to Fri', { weekdays: [1, 2, 3, 4, 5] }],
    ['on Sat – Mon', { weekdays: [1, 6, 7] }],
    ['on about missiles', { topic: 'missiles' }],
    ['on 9 about nuclear weapons speaker Varga', { time: '09:00', topic: 'nuclear weapons', speakers: ['Varga'] }],
    [
      'on speaker Varga, Mara Dolen and Orlan about ferries',
      { speakers: ['Varga', 'Mara Dolen', 'Orlan'], topic: 'ferries' },
    ],
    ['on speaker Varga speaker Dolen', { speakers: ['Varga', 'Dolen'] }],
    ['on speaker "Israeli and U.S. officials", Varga', { speakers: ['Israeli and U.S. officials', 'Varga'] }],
    ['on speaker varga, Varga', { speakers: ['varga'] }],
    ['on about "the speaker of parliament" empty:line', { topic: 'the speaker of parliament', whenEmpty: 'line' }],
    ['on empty: Silence 10:00', { whenEmpty: 'silence', time: '10:00' }],
    ['on about everything speaker everybody', { topic: null, speakers: [] }],
    ['on about “everything”', { topic: 'everything' }],
    ['on about “Monday” talks', { topic: '"Monday" talks' }],
  ])('%s', (text, given) => {
    expect(parseDigest(text, DEFAULTS)).toEqual({ kind: 'on', given });
  });
});

describe('what can not be read says what to type', () => {
  test.each([
    ['on 9 EST', 'digest on 09:00 America/New_York', 'EST'],
    ['on 9am London weekdays about ships', 'digest on 09:00 Europe/London weekdays about ships', 'London'],
    ['on New York speaker Varga', 'digest on America/New_York speaker Varga', 'New York'],
    ['on Iran', 'digest on Asia/Tehran', 'Iran'],
    ['on Asia/Tehrn', 'digest on Asia/Tehran', 'Asia/Tehrn'],
    ['on kathmandu', 'digest on Asia/Kathmandu', 'kathmandu'],
    ['on UTC+3', 'digest on Europe/London', 'UTC+3'],
    ['on 25:00', 'digest on 09:00', '25:00'],
    ['on 13pm about ships', 'digest on 09:00 about ships', '13pm'],
    ['on 9:00 10:00', 'digest on 09:00', '9:00 10:00'],
    ['on 10:00 about', 'digest on 10:00 about everything', 'everything'],
    ['on 10:00 speaker', 'digest on 10:00 speaker everybody', 'Which speaker'],
    ['on empty:nothing', 'digest on empty:silence', 'nothing'],
    ['of', 'digest off', 'of'],
    ['stauts', 'digest status', 'stauts'],
    ['10:00 weekdays', 'digest on 10:00 weekdays', '10:00'],
    ['about missiles', 'digest on about missiles', 'about'],
    ['zork', 'digest status', 'zork'],
    ['off tomorrow', 'digest off', 'tomorrow'],
  ])('%s', (text, suggestion, words) => {
    const error = errorOf(text);
    expect(error.suggestion).toBe(suggestion);
    expect(error.message).toContain(words);
    expect(() => parseDigest(suggestion, DEFAULTS)).not.toThrow();
  });

  test('a zone is incomplete, a command unknown', () => {
    expect(errorOf('on EST').code).toBe('incomplete');
    expect(errorOf('zork').code).toBe('unknown-request');
  });
});

describe('a line that sets all', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'ships',
        'about',
        'speaker',
        'everything',
        'all',
        'and',
        'empty:line',
        '"no',
        'no"',
        'Mon',
        '9',
        'é',
        'a,b',
        '&',
        'everybody',
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((list) => list.join(' '))
    // Nobody's topic or name stands wholly within marks: they are taken off when it is typed.
    .filter((text) => !/^".*"$/u.test(text) && (text.match(/"/gu)?.length ?? 0) % 2 === 0);
  const settings: fc.Arbitrary<DigestSettings> = fc.record({
    time: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
    zone: fc.constantFrom('UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))),
    weekdays: fc.subarray(ALL, { minLength: 1 }),
    topic: fc.option(words),
    speakers: fc.uniqueArray(words, { maxLength: 3, selector: (name) => name.toLowerCase() }),
    whenEmpty: fc.constantFrom('silence', 'line', 'record'),
  });

  test('is read as the same settings', () => {
    fc.assert(
      fc.property(settings, (given) => {
        expect(parseDigest(formatDigest(given), DEFAULTS)).toEqual({ kind: 'on', given });
      }),
      { numRuns: 300 },
    );
  });

  test('names every setting', () => {
    const given: DigestSettings = {
      time: '09:00',
      zone: 'UTC',
      weekdays: ALL,
      topic: null,
      speakers: ['Varga'],
      whenEmpty: 'record',
    };
    expect(formatDigest(given)).toBe('digest on 09:00 UTC daily about everything speaker Varga empty:record');
  });
});

describe('times', () => {
  test.each([
    ['9', '09:00'],
    ['9:00', '09:00'],
    ['09:00', '09:00'],
    ['0930', '09:30'],
    ['9am', '09:00'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['9.30pm', '21:30'],
    ['21h', '21:00'],
    ['21h30', '21:30'],
    ['9p.m.', '21:00'],
    ['24:00', null],
    ['9:60', null],
    ['0am', null],
    ['9:5', null],
  ])('%s', (word, time) => {
    expect(readTime(word, undefined)).toEqual({ time, taken: 1 });
  });

  test('"9 pm" is two words', () => {
    expect(readTime('9', 'pm')).toEqual({ time: '21:00', taken: 2 });
  });

  test.each(['mon', 'UTC', 'Etc/GMT+5', 'noons', '+03:00'])('%s is none', (word) => {
    expect(readTime(word, undefined)).toBeUndefined();
  });
});

test('days', () => {
  expect(readWeekdays('Mondays')).toEqual([1]);
  expect(readWeekdays('thurs')).toEqual([4]);
  expect(readWeekdays('fri-mon')).toEqual([5, 6, 7, 1]);
  expect(readWeekdays('mon-zork')).toBeNull();
  expect(readWeekdays('mo')).toBeNull();
});

describe('zones', () => {
  test.each([
    ['europe/LONDON', 'Europe/London'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
    ['asia/kathmandu', 'Asia/Kathmandu'],
    ['us/eastern', 'US/Eastern'],
    ['america/port_of_spain', 'America/Port_of_Spain'],
    ['America/New York', 'America/New_York'],
    ['pacific/apia', 'Pacific/Apia'],
  ])('%s', (text, zone) => {
    expect(readZone(text)).toEqual({ zone });
  });

  test.each([
    ['CET', 'Europe/Paris'],
    ['EST', 'America/New_York'],
    ['Londn', 'Europe/London'],
    ['Japan', 'Asia/Tokyo'],
    ['Sydney', 'Australia/Sydney'],
    ['Tehran time', 'Asia/Tehran'],
    ['zork', null],
    ['constructor', null],
    ['+03:00', null],
  ])('%s is none', (text, meant) => {
    expect(readZone(text)).toEqual({ zone: null, meant });
  });
});
