// readTime(word, next): a time of day as managers type it: 9, 9:00, 0900, 9am, 9.30 pm, 21h, noon. Given as "09:00", of 24 hours.

/** `taken`: how many of the two words it is. `time` null: it looks like a time, and is none ("25:00"). */
export interface ReadTime {
  readonly time: string | null;
  readonly taken: 1 | 2;
}

const TIME = /^(\d{1,2})(?:[:.h](\d{2})|(\d{2}))?(?:h|hrs?|(?:o['’]clock))?(am|pm|a\.m\.?|p\.m\.?)?$/iu;
const HALF = /^(?:am|pm|a\.m\.?|p\.m\.?)$/iu;

/** Undefined for what does not look like a time. */
export function readTime(word: string, next: string | undefined): ReadTime | undefined {
  if (/^noon$/iu.test(word)) return { time: '12:00', taken: 1 };
  if (/^midnight$/iu.test(word)) return { time: '00:00', taken: 1 };
  const match = TIME.exec(word);
  // "9:5" and "9:000" are mistyped times, "Etc/GMT+5" is none.
  if (!match) return /^\d[\d:.]*(?:[ap]m)?$/iu.test(word) ? { time: null, taken: 1 } : undefined;
  const [, hours = '', minutes, short, own] = match;
  const isSplit = own === undefined && next !== undefined && HALF.test(next);
  const half = (own ?? (isSplit ? next : undefined))?.charAt(0).toLowerCase();
  return { time: timeOf(Number(hours), Number(minutes ?? short ?? 0), half), taken: isSplit ? 2 : 1 };
}

function timeOf(hours: number, minutes: number, half: string | undefined): string | null {
  if (minutes > 59 || (half === undefined ? hours > 23 : hours < 1 || hours > 12)) return null;
  const hour = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
