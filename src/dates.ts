// readDates(text, asOf): the days that words name, in articles and in questions. chrono reads the expression; which of
// the possible days is meant is decided here, the way news means it: a bare weekday is the last one up to that day.
import type { ParsedComponents, ParsedResult } from 'chrono-node';
import * as chrono from 'chrono-node/en';
import type { DateRange, LocalDate } from './domain.ts';

const DAY_MS = 86_400_000;
// Read as days only when one of these stands in the words: "a second carrier", "three hours", "2015" are no days here.
const DAY_WORDS =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|(?:last|this|past) (?:week|month)|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|\d{4}-\d{2}-\d{2}|days? ago)\b/i;

// chrono builds each parser's pattern when it is first used: 150 ms of CPU time for "two days ago", 22 ms for "6 February", more
// than reading a whole article. So a parser is asked only about texts that hold what it needs. Times of day and durations are
// never days, and their parsers are never asked.
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
/** By their places in chrono's list, because a bundler may shorten names; a test holds the places against the names. */
export const PARSERS: readonly { readonly name: string; readonly at: number; readonly needs: RegExp }[] = [
  { name: 'ISOFormatParser', at: 1, needs: /\d-\d/ },
  { name: 'ENWeekdayParser', at: 6, needs: /day\b/i },
  { name: 'ENCasualDateParser', at: 12, needs: /\b(?:yesterday|today|tonight)\b/i },
  { name: 'ENRelativeDateFormatParser', at: 16, needs: /\b(?:week|month)\b/i },
  {
    name: 'ENMonthNameLittleEndianParser',
    at: 4,
    needs: new RegExp(`\\d(?:st|nd|rd|th)?(?:\\s+(?:of\\s+)?|[-/])${MONTH}`, 'i'),
  },
  { name: 'ENMonthNameMiddleEndianParser', at: 5, needs: new RegExp(`${MONTH}\\.?[\\s,/-]*(?:the\\s+)?\\w`, 'i') },
  { name: 'ENMonthNameParser', at: 15, needs: new RegExp(MONTH, 'i') },
  { name: 'ENYearMonthNameParser', at: 11, needs: new RegExp(`\\d{4}.{1,3}${MONTH}`, 'i') },
  { name: 'ENTimeUnitAgoFormatParser', at: 9, needs: /\bago\b/i },
];
export const configuration = chrono.configuration.createCasualConfiguration(false);

function readerFor(text: string): chrono.Chrono {
  const parsers = PARSERS.flatMap(({ at, needs }) => {
    const parser = needs.test(text) ? configuration.parsers[at] : undefined;
    return parser ? [parser] : [];
  });
  return new chrono.Chrono({ parsers, refiners: configuration.refiners });
}

/** Dates in the order of the text, none overlapping. English only. "Tuesday" and "last week" count from `asOf`. */
export function readDates(
  text: string,
  asOf: LocalDate,
): { start: number; end: number; from: LocalDate; to: LocalDate }[] {
  if (!DAY_WORDS.test(text)) return [];
  // Noon in UTC with time zone 0: the machine's own zone can't move the day.
  const results = readerFor(text).parse(
    text,
    { instant: new Date(`${asOf}T12:00:00Z`), timezone: 0 },
    { forwardDate: false },
  );
  return results.flatMap((result) => {
    const words = result.text.replace(/(?:[\s,.]|\bof$)+$/u, '');
    const before = text.slice(0, result.index);
    if (!DAY_WORDS.test(words) || isVerb(words, text, before) || isVague(words, before)) return [];
    const isComing = isBareWeekday(result) && /\b(?:up)?coming\s+$/i.test(before);
    const range = isComing ? comingDay(result, asOf) : rangeOf(result, asOf);
    // "Jan. 30 to 12" is no range.
    const isRange = range.from <= range.to && isDay(range.from) && isDay(range.to);
    return !isRange ? [] : [{ start: result.index, end: result.index + words.length, ...range }];
  });
}

/** "They may, officials said, …" and "to march on": months only as in "since march", or when nothing else is typed. */
function isVerb(words: string, text: string, before: string): boolean {
  if (!/^(?:may|march|august)$/.test(words) || words === text.trim()) return false;
  return !/\b(?:in|since|until|till|by|from|during|before|after|of|last|early|mid|late)[\s-]+$/i.test(before);
}

/** "A few days ago", "2.5 days ago", the "000 days ago" of "1,000 days ago": no day is named. */
function isVague(words: string, before: string): boolean {
  return /\bago$/i.test(words) && (/\b(?:few|several|half)\b|\d[.,]\d/i.test(words) || /\d[.,]$/.test(before));
}

function isBareWeekday({ start }: ParsedResult): boolean {
  return start.isCertain('weekday') && !start.isCertain('day');
}

/** "The coming Friday": the first one after that day. */
function comingDay(result: ParsedResult, asOf: LocalDate): DateRange {
  const ahead = (weekday(dayOf(result.start)) - weekday(asOf) + 7) % 7;
  const day = shiftDay(asOf, ahead === 0 ? 7 : ahead);
  return { from: day, to: day };
}

function rangeOf(result: ParsedResult, asOf: LocalDate): DateRange {
  const { start, end } = result;
  const first = dayOf(start);
  const words = result.text.toLowerCase();
  const isBare = isBareWeekday(result);
  const isThisWeek = /\bthis (?:week\b|\w+day\b)/.test(words);
  const isDated = start.isCertain('weekday') && !isBare;
  if (!isDated && (isThisWeek || /\b(?:last|past) week\b/.test(words))) {
    const monday = shiftDay(asOf, -fromMonday(asOf) - (isThisWeek ? 0 : 7));
    if (!isBare) return { from: monday, to: shiftDay(monday, 6) };
    return { from: shiftDay(monday, fromMonday(first)), to: shiftDay(monday, fromMonday(end ? dayOf(end) : first)) };
  }
  const last = end ? lastDayOf(end) : first;
  // chrono takes the nearest weekday, which may lie ahead; in news "Friday" is behind, "next Friday" ahead.
  if (isBare && !end?.isCertain('day') && first > asOf && !/\bnext\b/.test(words)) {
    return { from: shiftDay(first, -7), to: shiftDay(last, -7) };
  }
  if (end) return { from: first, to: last };
  if (!start.isCertain('day') && !start.isCertain('weekday')) {
    // chrono counts "last month" from the day: on the 31st of March it would be March.
    const ago = /\b(last|past|this) month\b/.exec(words)?.[1];
    if (ago) return wholeMonth(Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7)) - (ago === 'this' ? 0 : 1));
    return start.isCertain('month') ? monthOf(first, result, asOf) : { from: first, to: first };
  }
  if (!start.isCertain('year') && start.isCertain('month') && first > shiftDay(asOf, 180)) {
    const earlier = `${Number(first.slice(0, 4)) - 1}${first.slice(4)}`;
    // Only the 29th of February has no day a year before.
    if (isDay(earlier)) return { from: earlier, to: earlier };
  }
  return { from: first, to: first };
}

function monthOf(first: LocalDate, result: ParsedResult, asOf: LocalDate): DateRange {
  const isAhead = !result.start.isCertain('year') && first.slice(0, 7) > asOf.slice(0, 7);
  return wholeMonth(Number(first.slice(0, 4)) - (isAhead ? 1 : 0), Number(first.slice(5, 7)));
}

/** "January to March" ends with March. */
function lastDayOf(end: ParsedComponents): LocalDate {
  const isMonth = end.isCertain('month') && !end.isCertain('day') && !end.isCertain('weekday');
  return isMonth ? wholeMonth(end.get('year') ?? 0, end.get('month') ?? 1).to : dayOf(end);
}

/** `month` counts from 1; 0 is December of the year before. */
function wholeMonth(year: number, month: number): DateRange {
  const dayAt = (at: number): LocalDate => new Date(at).toISOString().slice(0, 10);
  return { from: dayAt(Date.UTC(year, month - 1, 1)), to: dayAt(Date.UTC(year, month, 0)) };
}

function dayOf(parts: ParsedComponents): LocalDate {
  const pad = (value: number | null): string => String(value ?? 1).padStart(2, '0');
  return `${String(parts.get('year')).padStart(4, '0')}-${pad(parts.get('month'))}-${pad(parts.get('day'))}`;
}

function weekday(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** False for the 30th of February. */
function isDay(day: LocalDate): boolean {
  return shiftDay(day, 0) === day;
}

/** Days since Monday. */
function fromMonday(day: LocalDate): number {
  return (weekday(day) + 6) % 7;
}

/** The day `count` days later (earlier when negative). */
export function shiftDay(day: LocalDate, count: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}
