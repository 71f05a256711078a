// readFeedDate(text): the instant and the day that a feed means by a date, in the many forms in which they are written. Nothing is guessed that may mean
// two days: 02/03/2026 has no date.
import type { LocalDate } from '../domain.ts';

export interface FeedDate {
  readonly at: Date;
  /** The day at the place of the offset that it is written with. */
  readonly on: LocalDate;
}

/** Minutes before or after Greenwich. RFC 822, section 5.1, and what feeds write beside it. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ Z: 0, UT: 0, UTC: 0, GMT: 0, WET: 0, BST: 60, WEST: 60, CET: 60, CEST: 120, EET: 120, EEST: 180, MSK: 180 },
  ...{ IRST: 210, IRDT: 270, GST: 240, PKT: 300, SGT: 480, HKT: 480, JST: 540, KST: 540, AEST: 600, AEDT: 660 },
  ...{ EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420, AKST: -540, HST: -600 },
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A feed that says another year has no clock. */
const YEARS = { first: 1990, last: 2100 };
/** Characters. Longer is no date. */
const LONGEST = 80;

const OFFSET = String.raw`(?:(?:GMT|UTC|UT)?\s*([+-])(\d{1,2}):?(\d{2})?|([A-Z]{1,4})\b)?`;
const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AP]\.?M\.?)?\s*${OFFSET}`;
const ISO = /^(\d{4})-?(\d{2})-?(\d{2})(?:(?:T|\s)\s*(.+))?$/i;
const COMPACT_TIME = new RegExp(String.raw`^(\d{2})(\d{2})(\d{2})?\s*${OFFSET}$`, 'i');
const CLOCK = new RegExp(`^${TIME}$`, 'i');
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(?:at\s+)?(.+))?$/i;
const MONTH_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(?:at\s+)?(.+))?$/i;
/** "Feb 12 10:00:00 EST 2026". */
const YEAR_LAST = /^([a-z]{3,9})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?(?:\s+[A-Z]{1,4})?)\s+(\d{4})$/i;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(.+))?$/;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;

/** Null: no date, or one that may be read in two ways. A date without a zone is read as of Greenwich. */
export function readFeedDate(text: string | null | undefined): FeedDate | null {
  const written = (text ?? '').replace(/\s+/gu, ' ').trim();
  if (written === '' || written.length > LONGEST) return null;
  if (/^\d{10}$|^\d{13}$/.test(written)) return fromEpoch(Number(written) * (written.length === 10 ? 1_000 : 1));
  const plain = written.replace(WEEKDAY, '').replace(/\s*\([A-Za-z ]*\)$/, '');
  const iso = ISO.exec(plain);
  if (iso) return made(iso[1], Number(iso[2]), iso[3], iso[4]);
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst) return made(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1], dayFirst[4]);
  const yearLast = YEAR_LAST.exec(plain);
  if (yearLast) return made(yearLast[4], monthOf(yearLast[1]), yearLast[2], yearLast[3]);
  const monthFirst = MONTH_FIRST.exec(plain);
  if (monthFirst) return made(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2], monthFirst[4]);
  const dotted = DOTTED.exec(plain);
  if (dotted) return made(dotted[3], Number(dotted[2]), dotted[1], dotted[4]);
  return null;
}

function fromEpoch(time: number): FeedDate | null {
  const at = new Date(time);
  const isLikely = at.getUTCFullYear() >= YEARS.first && at.getUTCFullYear() <= YEARS.last;
  return isLikely ? { at, on: at.toISOString().slice(0, 10) } : null;
}

function monthOf(name = ''): number {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  const isMonth =
    index >= 0 &&
    /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i.test(
      name,
    );
  return isMonth ? index + 1 : 0;
}

/** `clock`: the rest of it; one that can't be read leaves the day alone. */
function made(yearText = '', month = 0, dayText = '', clock?: string): FeedDate | null {
  const year = yearText.length === 2 ? 2_000 + Number(yearText) : Number(yearText);
  const day = Number(dayText);
  const midnight = Date.UTC(year, month - 1, day);
  const date = new Date(midnight);
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isDay || year < YEARS.first || year > YEARS.last) return null;
  const minutes = clock === undefined ? null : minutesOf(clock.trim());
  const local = midnight + (minutes?.local ?? 0) * 60_000;
  return { at: new Date(local - (minutes?.offset ?? 0) * 60_000), on: new Date(local).toISOString().slice(0, 10) };
}

/** Minutes since midnight there, and of the zone. */
function minutesOf(clock: string): { local: number; offset: number } | null {
  const found = CLOCK.exec(clock);
  if (!found) {
    const compact = COMPACT_TIME.exec(clock);
    if (!compact) return null;
    const [, hours, mins, seconds = '0', ...offset] = compact;
    return within(Number(hours), Number(mins), Number(seconds), offsetOf(offset));
  }
  const [, hourText, mins, seconds = '0', half, ...offset] = found;
  let hours = Number(hourText);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  return within(hours, Number(mins), Number(seconds), offsetOf(offset));
}

function within(hours: number, mins: number, seconds: number, offset: number | null): ReturnType<typeof minutesOf> {
  // 24:00 is the end of the day; a leap second is one.
  if (hours > 24 || mins > 59 || seconds > 60 || offset === null) return null;
  return { local: hours * 60 + mins + seconds / 60, offset };
}

/** Null: a zone that is not known, with which the instant is not. */
function offsetOf([sign, hours, mins = '0', name]: readonly (string | undefined)[]): number | null {
  if (sign !== undefined) {
    const minutes = Number(hours) * 60 + Number(mins);
    return minutes > 14 * 60 ? null : minutes * (sign === '-' ? -1 : 1);
  }
  return name === undefined ? 0 : (ZONES[name.toUpperCase()] ?? null);
}
