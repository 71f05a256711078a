// readWeekdays(words) and formatWeekdays(days): days of the week as managers type them: "Mon-Fri", "weekdays", "mon,wed". 1 is Monday, 7 Sunday.

const NAMES: readonly (readonly string[])[] = [
  ['mon', 'monday'],
  ['tue', 'tues', 'tuesday'],
  ['wed', 'weds', 'wednesday'],
  ['thu', 'thur', 'thurs', 'thursday'],
  ['fri', 'friday'],
  ['sat', 'saturday'],
  ['sun', 'sunday'],
];
const SETS: Readonly<Record<string, readonly number[]>> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  everyday: [1, 2, 3, 4, 5, 6, 7],
  day: [1, 2, 3, 4, 5, 6, 7],
  days: [1, 2, 3, 4, 5, 6, 7],
  weekday: [1, 2, 3, 4, 5],
  weekdays: [1, 2, 3, 4, 5],
  workdays: [1, 2, 3, 4, 5],
  weekend: [6, 7],
  weekends: [6, 7],
};

/** The days that one word stands for, "Sat-Mon" over the end of the week; null: it is no day. */
export function readWeekdays(word: string): readonly number[] | null {
  const lower = word.toLowerCase().replace(/\.$/u, '');
  if (Object.hasOwn(SETS, lower)) return SETS[lower] ?? null;
  const [first, last, more] = lower.split(/[-–—]/u);
  const from = dayNamed(first ?? '');
  if (from === null || more !== undefined) return null;
  if (last === undefined) return [from];
  const to = dayNamed(last);
  if (to === null) return null;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, more) => ((from - 1 + more) % 7) + 1);
}

/** @example formatWeekdays([1, 2, 3, 4, 5]) // 'weekdays' */
export function formatWeekdays(days: readonly number[]): string {
  const key = days.join('');
  if (key === '1234567') return 'daily';
  if (key === '12345') return 'weekdays';
  if (key === '67') return 'weekends';
  return days.map((day) => NAMES[day - 1]?.[0] ?? '').join(',');
}

/** "Mondays", "mon."; null: none. */
function dayNamed(word: string): number | null {
  const at = NAMES.findIndex((names) => names.includes(word) || names.includes(word.replace(/s$/u, '')));
  return at === -1 ? null : at + 1;
}
