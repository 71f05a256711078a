// What may follow "since" and "until". Knows forms and the calendar, not the corpus: which day "Tuesday" is depends on the
// newest article and is read when the request is answered.

const DAY_NAMES = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const MONTH_NAMES = [
  ...['jan(?:uary)?', 'feb(?:ruary)?', 'mar(?:ch)?', 'apr(?:il)?', 'may', 'june?', 'july?', 'aug(?:ust)?'],
  ...['sept?(?:ember)?', 'oct(?:ober)?', 'nov(?:ember)?', 'dec(?:ember)?'],
];
const MONTHS = `(?:${MONTH_NAMES.join('|')})\\.?`;
const ORDINAL = '(?:st|nd|rd|th)?';
const RELATIVE = new RegExp(
  String.raw`^(?:${DAY_NAMES}|last ${DAY_NAMES}|yesterday|today|(?:last|this) (?:week|month)|\d{1,3} days? ago|${MONTHS}(?: \d{4})?)$`,
  'iu',
);
const ISO_DAY = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/u;
const DAY_FIRST = new RegExp(String.raw`^(?<day>\d{1,2})${ORDINAL} (?<name>${MONTHS})(?:,? (?<year>\d{4}))?$`, 'iu');
const MONTH_FIRST = new RegExp(String.raw`^(?<name>${MONTHS}) (?<day>\d{1,2})${ORDINAL}(?:,? (?<year>\d{4}))?$`, 'iu');
/** How dates begin, also ones that can't be read. "may" and "march" are verbs, too: they need more behind them. */
const DATE_LIKE = new RegExp(
  String.raw`^(?:\d|${DAY_NAMES}\b|(?!(?:may|march)\b(?! \d))(?:${MONTHS})(?:\s|$)|(?:yesterday|today|tonight|tomorrow|now|someday|noon|midnight)\b|(?:last|past|this|next) (?:${DAY_NAMES}|days?|weeks?|weekend|months?|years?|night|morning|evening|spring|summer|autumn|fall|winter|quarter|decade)\b)`,
  'iu',
);
/** "since 3 carriers left the Gulf for good" is no date. Chosen by eye. */
const MAX_WORDS = 4;

/** The forms that are read, for those who typed another one. */
export const DATE_FORMS = '2026-02-10, 10 Feb, Tuesday, yesterday, 3 days ago, last week or February';

/** True for a day, a week or a month that there is: not for 2026-13-40 and not for 30 Feb. */
export function isReadableDate(words: string): boolean {
  if (RELATIVE.test(words)) return true;
  const { year, month, day, name } =
    (ISO_DAY.exec(words) ?? DAY_FIRST.exec(words) ?? MONTH_FIRST.exec(words))?.groups ?? {};
  if (day === undefined) return false;
  const at =
    name === undefined
      ? Number(month) - 1
      : MONTH_NAMES.findIndex((one) => new RegExp(`^${one}\\.?$`, 'iu').test(name));
  // Without a year the 29th of February may be one of a leap year.
  const date = new Date(Date.UTC(Number(year ?? 2024), at, Number(day)));
  return at >= 0 && at < 12 && date.getUTCMonth() === at && date.getUTCDate() === Number(day);
}

/** True for words that were meant as a date: "2026-13-40", "last year"; not for "the war". */
export function isDateLike(words: string): boolean {
  return DATE_LIKE.test(words) && words.split(' ').length <= MAX_WORDS;
}
