// What counts as a match. One place for the thresholds, so that every request draws the same line between "this answers"
// and "the nearest there is".
import type { Query } from '../search/query.ts';
import type { Factors } from '../search/rank.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Note } from './answer.ts';

/**
 * Least share of a question's weight that a statement must speak of. At 0.7 "missiles are not negotiable" keeps what was
 * said of missiles and negotiations and drops what was said of missiles alone. Chosen on the article's own questions.
 */
export const STATEMENT_COVERAGE = 0.7;
/** The same for passages and topics, where a question brings words that no answer repeats ("held", "happened"). */
export const PASSAGE_COVERAGE = 0.6;
/**
 * Where a question names the speaker and nothing of theirs has that much: a question tells more than a topic does ("when he called for
 * strikes"). Of 200 questions that the article answers 4 more are answered so, of 200 that it does not, none.
 */
export const SPEAKER_COVERAGE = 0.45;
/** Below this a passage is not even shown as the nearest. */
export const NEAR_COVERAGE = 0.1;
/** Nearest passages shown when nothing matches. */
export const NEAREST = 5;

export function isStatementMatch(factors: Pick<Factors, 'coverage'>): boolean {
  return factors.coverage >= STATEMENT_COVERAGE;
}

/** Notes on how the words were read: corrected ones, and ones that the corpus does not have. */
export function notesOn(query: Query): Note[] {
  const unknown = query.concepts.filter((concept) => concept.isUnknown).map((concept) => concept.text);
  const corrected = query.concepts.flatMap((concept): Note[] =>
    concept.corrected.length === 0 ? [] : [{ kind: 'corrected', typed: concept.text, read: concept.corrected }],
  );
  return [...corrected, ...(unknown.length > 0 ? [{ kind: 'unknown-words', words: unknown } as const] : [])];
}

/** Told with every answer while the corpus holds withdrawn articles. */
export function withdrawnNote(index: StoryIndex): Note[] {
  const articles = index.story.articles.length - index.searched.articles;
  return articles === 0 ? [] : [{ kind: 'withdrawn', articles }];
}

/** Each note once, and one list of unknown words for all. */
export function mergeNotes(notes: readonly Note[]): Note[] {
  const words = notes.flatMap((note) => (note.kind === 'unknown-words' ? note.words : []));
  const others = new Map(
    notes.filter(({ kind }) => kind !== 'unknown-words').map((note) => [JSON.stringify(note), note]),
  );
  return [
    ...others.values(),
    ...(words.length > 0 ? [{ kind: 'unknown-words', words: [...new Set(words)] } as const] : []),
  ];
}
