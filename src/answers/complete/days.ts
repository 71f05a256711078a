// dateOffers(index): days of the corpus, the newest first, and words for days and weeks counted from it. What somebody has typed is
// offered itself once it is a date.
import { readDates, shiftDay } from '../../dates.ts';
import type { DateRange, LocalDate } from '../../domain.ts';
import { isReadableDate } from '../../requests/dateWords.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import { createTokenizer } from '../../search/tokens.ts';
import type { Choice, Offers } from './choices.ts';
import { buildLookUp, type LookUp } from './lookUp.ts';
import { inSlices } from './slices.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November'],
  'December',
];
const WORDS = ['today', 'yesterday', 'this week', 'last week', 'this month', 'last month'];
const DAYS_AGO = [2, 3, 7, 14, 30];
/** Days of the corpus that are offered. Chosen by eye. */
const MOST_DAYS = 400;
const MOST_MONTHS = 24;

const tokenize = createTokenizer([]);
const wordsOf = (text: string): string[] => tokenize(text).map(({ word }) => word);

interface Row extends Choice {
  readonly words: readonly string[][];
}

export function dateOffers(index: StoryIndex): Offers {
  const made = inSlices(() => build(index));
  return {
    steps: () => (index.statements().length === 0 ? [] : made.steps()),
    *offer(typed, { choices }): Generator<Choice> {
      if (index.statements().length === 0) return;
      const { rows, lookUp } = made.get();
      const own = typed.replace(/\s+/gu, ' ').trim();
      const number = /^(\d{1,3})(?:\s+d\p{L}*)?(?:\s+a\p{L}*)?$/iu.exec(own)?.[1];
      for (const words of [
        own,
        ...(number === undefined ? [] : [`${number} ${number === '1' ? 'day' : 'days'} ago`]),
      ]) {
        const choice = choiceOf(index, words);
        if (choice) yield choice;
      }
      for (const row of lookUp.find(wordsOf(own), choices * 2)) yield rows[row] as Row;
    },
  };
}

function* build(index: StoryIndex): Generator<void, { rows: readonly Row[]; lookUp: LookUp }> {
  const days = daysOf(index);
  const months = [...new Set(days.map((day) => day.slice(0, 7)))].slice(0, MOST_MONTHS);
  yield;
  const rows: Row[] = [];
  const add = (value: string, others: readonly string[] = []): void => {
    const choice = choiceOf(index, value);
    if (choice) rows.push({ ...choice, words: [value, ...others].map(wordsOf) });
  };
  for (const word of WORDS.slice(0, 4)) add(word);
  for (const day of days.slice(0, MOST_DAYS)) add(dayWords(day), [day, weekdayOf(day), monthFirst(day)]);
  yield;
  for (const word of WORDS.slice(4)) add(word);
  for (const month of months) add(`${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`, [month]);
  for (let back = 0; back < 7; back += 1) add(weekdayOf(shiftDay(index.asOf, -back)));
  for (const back of DAYS_AGO) add(`${back} days ago`);
  yield;
  return { rows, lookUp: yield* buildLookUp(rows.map(({ words }) => words)) };
}

/** When something was said or published, the newest first, up to the newest publication. */
function daysOf(index: StoryIndex): LocalDate[] {
  const said = index.statements().flatMap(({ saidOn }) => (saidOn === null ? [] : [saidOn.to]));
  const published = index.story.articles.flatMap(({ status, publishedOn }) =>
    status === 'withdrawn' ? [] : [publishedOn],
  );
  return [...new Set([...said, ...published])]
    .filter((day) => day <= index.asOf)
    .sort()
    .reverse();
}

/** Null for what is no date. */
function choiceOf(index: StoryIndex, value: string): Choice | null {
  if (!isReadableDate(value)) return null;
  const [range] = readDates(value, index.asOf);
  return range ? { value, label: labelOf(value, range) } : null;
}

function labelOf(value: string, { from, to }: DateRange): string {
  if (from !== to) return `${value} · ${dayWords(from)} to ${dayWords(to)}`;
  const [day, weekday] = [dayWords(from), weekdayOf(from)];
  if (value === day) return `${value} · ${weekday}`;
  return `${value} · ${value.toLowerCase() === weekday.toLowerCase() ? day : `${weekday}, ${day}`}`;
}

/** "12 February 2026". */
function dayWords(day: LocalDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** "February 12 2026". */
function monthFirst(day: LocalDate): string {
  const [date, month, year] = dayWords(day).split(' ');
  return `${month} ${date} ${year}`;
}

function weekdayOf(day: LocalDate): string {
  return WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}
