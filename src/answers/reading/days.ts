// findDays(text): "on Tuesday", "since 10 Feb", "between Monday and Wednesday", "in early February" within a request, and the days that
// they stand for, counted from the newest article. What was said rarely repeats them, so they are held against the day of the saying.
import { readDates, shiftDay } from '../../dates.ts';
import type { DateRange, LocalDate, Span } from '../../domain.ts';

const OPEN_START: LocalDate = '0001-01-01';
const OPEN_END: LocalDate = '9999-12-31';

/** A date with the words that lead to it. since: from its first day on. until: up to its last. on: on its days. */
export interface DaySpan extends Span, DateRange {
  readonly kind: 'since' | 'until' | 'on';
  /** True where nothing leads to it: "Sept 11" may be a day that limits, or words that were said. */
  readonly isBare: boolean;
}

const LEADING =
  /(?:^|(?<=[\s,;(]))(?:(since|after|from|starting(?: from| on)?|as of|until|till|up to|through|before|prior to|by|on|in|during|within|over|of|between|dated|around)\s+)?(?:the\s+)?(?:(early|beginning of|start of|mid|middle of|late|end of)[\s-]+)?(?:the\s+)?$/i;
/** A date may hold the word that leads to it. */
const LED = /^(?:on|in|since|until|before|after)\b/i;
const ONWARDS = /^\s+(?:on|onwards?|and later)(?=$|[\s,.;!?])/i;
/** The "10 and" of "between 10 and 12 February". */
const SAME_MONTH = /(?:^|(?<=\s))((\d{1,2})(?:st|nd|rd|th)?)\s*(?:and|or|,|&)\s*$/i;
const DAY_OF_MONTH = /^(?:on )?\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+(\D.*)$/i;
const TO = /^\s*(?:and|to|until|till|through|-|–)\s*$/i;
const RANGE = /\s(?:to|until|till|through)\s/i;
const JOIN = /^[\s,;]*(?:and|or|&|but|to|until|till|through)?\s*$/i;

/** In the order of the text, none overlapping, each with the words that belong to it: "since 10 Feb", "and Wednesday". */
export function findDays(text: string, asOf: LocalDate): DaySpan[] {
  const spans: (DaySpan & { readonly lead: string })[] = [];
  for (const date of datesIn(text, asOf)) {
    const before = spans.at(-1);
    const from = before?.end ?? 0;
    const isRange = before && /^(?:between|from)$/.test(before.lead) && TO.test(text.slice(from, date.start));
    if (isRange) {
      spans[spans.length - 1] = { ...before, end: date.end, to: date.to, lead: '' };
      continue;
    }
    const [words = '', lead = '', part = ''] = LEADING.exec(text.slice(from, date.start)) ?? [];
    const onwards = /^(?:from|starting)/i.test(lead) ? ONWARDS.exec(text.slice(date.end)) : null;
    // "Since Monday until Wednesday" is read as one range.
    const isClosed = RANGE.test(text.slice(date.start, date.end));
    const keyword = isClosed ? '' : onwards ? 'since' : lead.toLowerCase();
    const start = date.start - words.length;
    spans.push({
      start: before && JOIN.test(text.slice(from, start)) ? from : start,
      end: date.end + (onwards?.[0].length ?? 0),
      lead: keyword,
      isBare: /^(?:of)?$/.test(keyword) && part === '' && !isClosed && !LED.test(text.slice(date.start)),
      ...limitOf(partOf(date, part.toLowerCase()), keyword),
    });
  }
  return spans.map(({ lead: _, ...span }) => span);
}

/** A date as it was typed. */
export interface NamedDay extends Span, DateRange {
  readonly words: string;
}

/**
 * The first two of a text that leave no day between them: "since 20 Feb" with "until 1 Feb", "between 20 Feb and 1 Feb". Of bare weekdays
 * in a range ("from Monday to Sunday") the last may be to come.
 */
export function reversedDays(text: string, asOf: LocalDate): { first: NamedDay; last: NamedDay } | null {
  const spans = findDays(text, asOf);
  const dates = datesIn(text, asOf).map((date): NamedDay => ({ ...date, words: text.slice(date.start, date.end) }));
  const within = (span: Span): NamedDay[] => dates.filter(({ start, end }) => start >= span.start && end <= span.end);
  const of = (kind: DaySpan['kind']): NamedDay[] => spans.filter((span) => span.kind === kind).flatMap(within);
  const pairs = [
    ...dates.map((date) => ends(date, asOf)),
    ...spans.filter(({ kind, from, to }) => kind === 'on' && from > to).map(within),
    ...of('since').flatMap((first) => of('until').map((last) => [first, last])),
  ];
  for (const [first, last] of pairs) if (first && last && first.from > last.to) return { first, last };
  return null;
}

const ENDS = /^(.*\S)(?:\s+(?:to|until|till|through|-)\s+|\s*–\s*)(\S.*)$/i;
const WEEKDAY = /^\w+day$/i;

/** The two days of "20 Feb until 1 Feb", which is read as up to the next year's February. */
function ends({ start, words, end }: NamedDay, asOf: LocalDate): NamedDay[] {
  const [, a = '', b = ''] = ENDS.exec(words) ?? [];
  const [[first], [last]] = [readDates(a, asOf), readDates(b, asOf)];
  if (!first || !last || (WEEKDAY.test(a) && WEEKDAY.test(b))) return [];
  return [
    { ...first, start, end: start + a.length, words: a },
    { ...last, start: end - b.length, end, words: b },
  ];
}

/** The days that several dates leave: on one of those named, and not before the last "since" or after the first "until". */
export function daysOf(spans: readonly Pick<DaySpan, 'kind' | 'from' | 'to'>[]): DateRange[] {
  const named = spans.filter(({ kind }) => kind === 'on').map(({ from, to }) => ({ from, to }));
  const open = spans.filter(({ kind }) => kind !== 'on');
  if (open.length === 0) return named;
  const from = open.map((span) => span.from).reduce((a, b) => (a > b ? a : b));
  const to = open.map((span) => span.to).reduce((a, b) => (a < b ? a : b));
  return named.length === 0 ? [{ from, to }] : sharedDays(named, [{ from, to }]);
}

/** The days that two lists have in common; where they have none, ranges that end before they begin, so that no day is within. */
export function sharedDays(a: readonly DateRange[], b: readonly DateRange[]): DateRange[] {
  const shared = a.flatMap((one) =>
    b.map((other) => ({
      from: one.from > other.from ? one.from : other.from,
      to: one.to < other.to ? one.to : other.to,
    })),
  );
  const some = shared.filter(({ from, to }) => from <= to);
  return some.length > 0 ? some : shared;
}

/** `since` and `until` of a request, as far as they name days. */
export function openDays(
  since: DateRange | undefined,
  until: DateRange | undefined,
): Pick<DaySpan, 'kind' | 'from' | 'to'>[] {
  return [
    ...(since ? [{ kind: 'since', from: since.from, to: OPEN_END } as const] : []),
    ...(until ? [{ kind: 'until', from: OPEN_START, to: until.to } as const] : []),
  ];
}

/** True for "until Tuesday" alone. */
export function isOpenStart({ from }: DateRange): boolean {
  return from === OPEN_START;
}

/** True when the two have a day in common. */
export function isWithin(range: DateRange, days: readonly DateRange[]): boolean {
  return days.some(({ from, to }) => from <= to && range.from <= to && from <= range.to);
}

/** The first and last of the days; null where they are open. */
export function limitsOf(days: readonly DateRange[]): { from: LocalDate | null; to: LocalDate | null } {
  const from = days.map((range) => range.from).reduce((a, b) => (a < b ? a : b), OPEN_END);
  const to = days.map((range) => range.to).reduce((a, b) => (a > b ? a : b), OPEN_START);
  return { from: from === OPEN_START ? null : from, to: to === OPEN_END ? null : to };
}

/** As `readDates`, and "10" in "10 and 12 February". */
function datesIn(text: string, asOf: LocalDate): (Span & DateRange)[] {
  let end = 0;
  return readDates(text, asOf).flatMap((date) => {
    const month = DAY_OF_MONTH.exec(text.slice(date.start, date.end))?.[1];
    const day = month === undefined ? null : SAME_MONTH.exec(text.slice(end, date.start));
    end = date.end;
    const [other] = day ? readDates(`${day[2]} ${month}`, asOf) : [];
    if (!day || !other) return [date];
    const start = date.start - day[0].length;
    return [{ start, end: start + (day[1]?.length ?? 0), from: other.from, to: other.to }, date];
  });
}

/** "Early" in a month is up to the 10th, "late" from the 21st: the thirds that newspapers count by. */
function partOf({ from, to }: DateRange, part: string): DateRange {
  if (part === '' || !from.endsWith('-01') || from.slice(0, 7) !== to.slice(0, 7) || from === to) return { from, to };
  const day = (date: number): LocalDate => `${from.slice(0, 8)}${date}`;
  if (/^(?:early|beginning|start)/.test(part)) return { from, to: day(10) };
  if (/^mid/.test(part)) return { from: day(11), to: day(20) };
  return { from: day(21), to };
}

function limitOf({ from, to }: DateRange, keyword: string): Pick<DaySpan, 'kind' | 'from' | 'to'> {
  if (/^(?:since|as of|starting)/.test(keyword)) return { kind: 'since', from, to: OPEN_END };
  if (keyword === 'after') return { kind: 'since', from: shiftDay(to, 1), to: OPEN_END };
  if (/^(?:until|till|up to|through|by)$/.test(keyword)) return { kind: 'until', from: OPEN_START, to };
  if (/^(?:before|prior to)$/.test(keyword)) return { kind: 'until', from: OPEN_START, to: shiftDay(from, -1) };
  return { kind: 'on', from, to };
}
