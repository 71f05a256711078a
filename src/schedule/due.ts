// When a channel's digest is due: each local date of its weekdays once, at its time in its zone. A time that clocks skip that day is due as
// much later as they skip; one that they show twice, the first time; a date that a zone leaves out has no digest.
import { Cron } from 'croner';
import type { LocalDate } from '../domain.ts';
import type { DigestSettings } from '../store/digestStore.ts';

export interface Due {
  readonly date: LocalDate;
  readonly at: Date;
}

type When = Pick<DigestSettings, 'time' | 'zone' | 'weekdays'>;

const DAY_MS = 24 * 3_600_000;
/** Before any digest: croner looks from there on. */
const LONG_AGO = new Date(0);
/** Of one week there is at least one due date, but for a date that a zone leaves out. */
const DAYS_AHEAD = 15;

/** The instant of a date's digest; null: none is due on it. */
export function dueAt(date: LocalDate, { time, zone, weekdays }: When): Date | null {
  if (!weekdays.includes(weekdayOf(date))) return null;
  const at = new Cron(`${date}T${time}:00`, { timezone: zone, paused: true }).nextRun(LONG_AGO);
  return at !== null && localDateOf(at, zone) === date ? at : null;
}

/** The first one after a date, whenever that is. */
export function nextDue(after: LocalDate, when: When): Due {
  let date = after;
  for (let days = 0; days < DAYS_AHEAD; days += 1) {
    date = dayAfter(date);
    const at = dueAt(date, when);
    if (at) return { date, at };
  }
  throw new Error(`no digest is due within ${DAYS_AHEAD} days after ${after} in ${when.zone}`);
}

/** The first one that is still to come at an instant. */
export function firstDue(now: Date, when: When): Due {
  let due = nextDue(dayBefore(localDateOf(now, when.zone)), when);
  while (due.at <= now) due = nextDue(due.date, when);
  return due;
}

/** From one date on, inclusive, all that are due at an instant, the earliest first; at most the last `most`. */
export function dueSince(first: Due, now: Date, when: When, most: number): Due[] {
  const found: Due[] = [];
  for (let due = first; due.at <= now; due = nextDue(due.date, when)) {
    found.push(due);
    if (found.length > most) found.shift();
  }
  return found;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date that calendars show there. @throws RangeError for no zone */
export function localDateOf(at: Date, zone: string): LocalDate {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  return format.format(at);
}

/** 1 Monday to 7 Sunday. */
function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

function dayAfter(date: LocalDate): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

function dayBefore(date: LocalDate): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}
