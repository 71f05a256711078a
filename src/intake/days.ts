// dayPrinted(text): the calendar day that a page's date names, as it is printed: with its own offset, never moved to another zone. "2026-02-11T23:30:00-05:00"
// is 11 February, for the paper that printed it and for its readers.
import type { LocalDate } from '../domain.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const YEAR_FIRST = /(?<!\d)(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/;
const DENSE = /(?<![\d-])((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6})?(?![\d-])/;
const DAY_FIRST = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?${MONTH},?[\s-]+(\d{4})(?!\d)`,
  'i',
);
const MONTH_FIRST = new RegExp(String.raw`\b${MONTH}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)`, 'i');
const NUMBERS = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/;

/** The first day named, or null; "03/04/2026" is none, because nobody can tell which of the two it is. */
export function dayPrinted(text: string): LocalDate | null {
  const plain = text
    .slice(0, 300)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const first = YEAR_FIRST.exec(plain);
  if (first) return dayOf(first[1], first[2], first[3]);
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst) return dayOf(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(plain);
  if (monthFirst) return dayOf(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const numbers = NUMBERS.exec(plain);
  if (numbers) {
    const [, a = '', b = '', year] = numbers;
    if (a === b || Number(a) > 12) return dayOf(year, b, a);
    return Number(b) > 12 ? dayOf(year, a, b) : null;
  }
  const dense = DENSE.exec(plain);
  return dense ? dayOf(dense[1], dense[2], dense[3]) : null;
}

/** The day in an address: /2026/02/12/, 2026-02-12, 20260212, /2026/feb/12/. */
export function dayInAddress(address: string): LocalDate | null {
  let path: string;
  try {
    path = new URL(address).pathname;
  } catch {
    return null;
  }
  const named = new RegExp(String.raw`/(\d{4})/${MONTH}/(\d{1,2})(?:/|$)`, 'i').exec(path);
  if (named) return dayOf(named[1], monthOf(named[2]), named[3]);
  const parted = /(?<!\d)((?:19|20)\d{2})([-/_])?(\d{1,2})\2(\d{1,2})(?!\d)/.exec(path);
  if (parted?.[2]) return dayOf(parted[1], parted[3], parted[4]);
  const dense =
    /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/.exec(path) ??
    // /2026/0211/ and /202602/11/.
    /\/((?:19|20)\d{2})\/?(\d{2})\/?(\d{2})\//.exec(path);
  return dense ? dayOf(dense[1], dense[2], dense[3]) : null;
}

/** Days between two, without sign. */
export function daysApart(one: LocalDate, other: LocalDate): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}

function monthOf(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);
}

function dayOf(year = '', month = '', day = ''): LocalDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}
