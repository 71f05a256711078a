// findDates(passage, publishedOn): the days that a passage's own words name, for dating statements and for 'when'.
import { readDates } from '../dates.ts';
import type { DateMention, LocalDate, Passage } from '../domain.ts';

/** Dates in the order of the text, none overlapping. English only. */
export function findDates(passage: Pick<Passage, 'id' | 'text'>, publishedOn: LocalDate): DateMention[] {
  return readDates(passage.text, publishedOn).map(({ start, end, from, to }) => ({
    passageId: passage.id,
    start,
    end,
    from,
    to,
  }));
}
