// "on Tuesday", "in February", "since 10 Feb" within a question: taken out of its words, because what was said rarely
// repeats them, and held against the day a statement was made or the days that a passage names.
import { readDates } from '../dates.ts';
import type { DateRange, LocalDate, Statement } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';

const BEFORE_DAYS = /\b(since|after|until|till|before|on|in|during|by|from|of|late|early)\s+$/iu;
const OPEN_START: LocalDate = '0001-01-01';
const OPEN_END: LocalDate = '9999-12-31';

/** What statements should be about. */
export interface Topic {
  /** '': anything. */
  readonly words: string;
  /** On one of these days; empty: on any. */
  readonly days: readonly DateRange[];
}

/** The words without those of its dates, and the days that they stand for, counted from the newest article. */
export function splitDays(index: StoryIndex, text: string): Topic {
  const days: DateRange[] = [];
  let words = '';
  let end = 0;
  for (const date of readDates(text, index.asOf)) {
    const before = text.slice(end, date.start);
    const keyword = BEFORE_DAYS.exec(before)?.[1]?.toLowerCase() ?? '';
    days.push(openRange(date, keyword));
    words += `${before.replace(BEFORE_DAYS, '')} `;
    end = date.end;
  }
  return { words: `${words}${text.slice(end)}`.trim(), days };
}

/** True when the two have a day in common. */
export function isWithin(range: DateRange, days: readonly DateRange[]): boolean {
  return days.some(({ from, to }) => range.from <= to && from <= range.to);
}

/** Statements made on those days apart from those whose day no article states; all are kept when there are no days. */
export function withinDays(
  statements: readonly Statement[],
  days: readonly DateRange[],
): { readonly kept: Statement[]; readonly undated: Statement[] } {
  if (days.length === 0) return { kept: [...statements], undated: [] };
  return {
    kept: statements.filter(({ saidOn }) => saidOn !== null && isWithin(saidOn, days)),
    undated: statements.filter(({ saidOn }) => saidOn === null),
  };
}

/** The first and last of the days; null where they are open. */
export function limitsOf(days: readonly DateRange[]): { from: LocalDate | null; to: LocalDate | null } {
  const from = days.map((range) => range.from).sort()[0] ?? OPEN_START;
  const to =
    days
      .map((range) => range.to)
      .sort()
      .at(-1) ?? OPEN_END;
  return { from: from === OPEN_START ? null : from, to: to === OPEN_END ? null : to };
}

function openRange({ from, to }: DateRange, keyword: string): DateRange {
  if (keyword === 'since' || keyword === 'after') return { from, to: OPEN_END };
  if (keyword === 'until' || keyword === 'till' || keyword === 'before') return { from: OPEN_START, to };
  return { from, to };
}
