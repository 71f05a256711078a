// Instants as the readers of a channel see them: in its zone, which is always named. English, whatever the machine's language and zone.
import type { LocalDate } from '../domain.ts';
import { formatDay, formatWeekday } from './words.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date and time that clocks show there. @throws RangeError for no zone */
export function localOf(at: Date, zone: string): { readonly date: LocalDate; readonly time: string } {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** "Thu 12 Feb 2026, 09:00 (Europe/London)". */
export function formatInstant(at: Date, zone: string): string {
  return `${formatMoment(at, zone)} (${zone})`;
}

/** The same where the zone is named beside it. */
export function formatMoment(at: Date, zone: string): string {
  const { date, time } = localOf(at, zone);
  return `${formatWeekday(date)}, ${time}`;
}

/** "12 Feb". */
export function formatShortDay(day: LocalDate): string {
  return formatDay(day).replace(/ \d+$/u, '');
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Of 1 Monday to 7 Sunday: "every day", "Mon to Fri", "Mon, Wed". */
export function formatWeekdays(days: readonly number[]): string {
  const key = days.join('');
  if (key === '1234567') return 'every day';
  if (key === '12345') return 'Mon to Fri';
  return days.map((day) => WEEKDAYS[day - 1] ?? '').join(', ');
}
