// "by Trump", "since Tuesday": what limits a request, read against the corpus. Names that nobody has stay words of the
// question and are said to be unknown, so that nothing a reader typed is dropped in silence.
import { readDates } from '../dates.ts';
import type { LocalDate, Speaker, Statement, StatementId } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Note } from './answer.ts';
import { dayOf, isOutermost } from './findings.ts';

export interface Filters {
  /** Statements of a source without an entry ("Israeli sources"), by id, instead of a speaker; null: no such limit. */
  readonly among: { readonly name: string; readonly ids: ReadonlySet<StatementId> } | null;
  readonly by: Speaker | null;
  /** First and last day said (or published, where the article gives no day); both included. */
  readonly since: LocalDate | null;
  readonly until: LocalDate | null;
}

export const NO_FILTERS: Filters = { among: null, by: null, since: null, until: null };

/** The speaker that `name` means, with a note when it was read with a typing error. */
export function readSpeaker(index: StoryIndex, name: string): { speaker: Speaker | null; notes: Note[] } {
  const { gazetteer } = index.story;
  const found = gazetteer.find(name, index.asOf);
  if (found) return { speaker: found.speaker, notes: [] };
  const nearest = gazetteer.nearest(name);
  if (!nearest) return { speaker: null, notes: [] };
  return { speaker: nearest, notes: [{ kind: 'corrected', typed: name, read: [nearest.name] }] };
}

/** The first (`since`) or last (`until`) day that the words name, counted from the newest article. */
export function readDay(index: StoryIndex, words: string | null, end: 'from' | 'to'): LocalDate | null {
  if (words === null) return null;
  return readDates(words, index.asOf)[0]?.[end] ?? null;
}

/** True when the statement is by the speaker, or by somebody who speaks for it, within the days. */
export function passes(index: StoryIndex, statement: Statement, filters: Filters): boolean {
  const day = dayOf(index, statement);
  if (filters.since !== null && day < filters.since) return false;
  if (filters.until !== null && day > filters.until) return false;
  if (filters.among !== null && !filters.among.ids.has(statement.id)) return false;
  return filters.by === null || isBy(index, statement, filters.by);
}

/** `speaker Iran` takes in Araghchi and Pezeshkian, who speak for Iran's government; `speaker Araghchi` only him. */
export function isBy(index: StoryIndex, statement: Statement, speaker: Speaker): boolean {
  const id = statement.speaker.speakerId;
  return id !== null && index.story.gazetteer.isOnSideOf(id, speaker.id, dayOf(index, statement));
}

/**
 * A carried statement is shown within the one that carries it ("According to X, Y said …"); a request for Y's words alone lists it by
 * itself, unless the carrier is on Y's side too.
 */
export function isListed(index: StoryIndex, statement: Statement, by: Speaker | null): boolean {
  if (isOutermost(statement)) return true;
  if (by === null || !isBy(index, statement, by)) return false;
  const carrier = index.statementsIn(statement.passageId).find(({ id }) => id === statement.carriedBy);
  return carrier === undefined || !isBy(index, carrier, by);
}
