// Days, counts and lists as readers see them. English, independent of the machine's language and zone.
import type { DateRange, LocalDate, SaidOn } from '../domain.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "12 Feb 2026". */
export function formatDay(day: LocalDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** "Tue 10 Feb 2026". */
export function formatWeekday(day: LocalDate): string {
  return `${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]} ${formatDay(day)}`;
}

/** "Tue 10 Feb 2026" or "2 Feb 2026 to 8 Feb 2026". */
export function formatRange(range: DateRange): string {
  return range.from === range.to ? formatWeekday(range.from) : `${formatDay(range.from)} to ${formatDay(range.to)}`;
}

/** When something was said: "Tue 10 Feb 2026 (implied)" where the article does not say it of this statement. */
export function dayWords(saidOn: SaidOn | null): string {
  if (!saidOn) return 'day not stated';
  return saidOn.certain ? formatRange(saidOn) : `${formatRange(saidOn)} (implied)`;
}

/** "1 article", "2 articles". */
export function count(number: number, noun: string): string {
  // Not toLocaleString: its first call loads 11 ms of language data, for a comma.
  const digits = String(number).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${digits} ${noun}${number === 1 ? '' : 's'}`;
}

/** The words within “ ”, whatever marks they hold. */
export function quoted(words: string): string {
  return `“${words}”`;
}

/** "a, b or c". */
export function list(items: readonly string[], conjunction: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
}

/** "Persian" for "fa"; the code itself, where it has no name. Loads data of languages: called only for what is not English. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(code) ?? code;
  } catch {
    return code;
  }
}
