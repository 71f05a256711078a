// matchesOf(hits): which statements say the words, whoever said them and whenever: the quoted words as they stand, else all
// of them in one sentence; what the printed words negate though the question does not comes last, with a note.
import { overlaps, type Statement } from '../domain.ts';
import type { Hit } from '../search/hit.ts';
import { negationWord } from '../search/negation.ts';
import { type Query, stems } from '../search/query.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import { isNegation } from '../search/tokens.ts';
import type { Note } from './answer.ts';
import { isStatementMatch } from './matching.ts';

type StatementHit = Hit<Statement>;

export function matchesOf(
  index: StoryIndex,
  query: Query,
  hits: readonly StatementHit[],
): { matching: StatementHit[]; notes: Note[] } {
  const inPhrase = query.phrases.length === 0 ? [] : hits.filter((hit) => hit.factors.phrase > 0);
  if (inPhrase.length > 0) return { matching: unopposedFirst(inPhrase), notes: [] };
  const withWords = hits.filter((hit) => isStatementMatch(hit.factors) && hasPhraseWords(index, query, hit.item));
  const notes = query.phrases.map(
    (phrase): Note => ({ kind: 'phrase-not-found', phrase: phrase.map((token) => token.word).join(' ') }),
  );
  return { matching: unopposedFirst(withWords), notes: withWords.length === 0 ? [] : notes };
}

/** Which matches print a "not" that the question lacks. */
export function negationNotes(hits: readonly StatementHit[]): Note[] {
  const opposed = hits.filter((hit) => hit.opposed.length > 0);
  if (opposed.length === 0) return [];
  const words = new Set(opposed.flatMap((hit) => hit.opposed.map(negationWord)));
  return [{ kind: 'negated', words: [...words], passages: [...new Set(opposed.map(({ item }) => item.passageId))] }];
}

/**
 * Quoted words, though not as they stand: all that carry meaning within one sentence of the content. One word alone is
 * no match: "we will never negotiate" is not every word on negotiations.
 */
function hasPhraseWords(index: StoryIndex, query: Query, statement: Statement): boolean {
  return query.phrases.every((phrase) => {
    const wanted = stems(phrase).filter((stem) => !isNegation(stem));
    return wanted.length > 1 && sentencesOf(index, statement).some((words) => wanted.every((stem) => words.has(stem)));
  });
}

/** The stems of what was said, sentence by sentence. */
function sentencesOf(index: StoryIndex, { content }: Statement): Set<string>[] {
  return [...new Set(content.map(({ passageId }) => passageId))].flatMap((id) => {
    const { text = '', sentences = [] } = index.findPassage(id) ?? {};
    return sentences.map((sentence) => {
      const words = content
        .filter((span) => span.passageId === id && overlaps(span, sentence))
        .map(({ start, end }) => text.slice(Math.max(start, sentence.start), Math.min(end, sentence.end)));
      return new Set(stems(index.tokenize(words.join(' '))));
    });
  });
}

/** A stable sort: "not open to negotiation" comes after every "open to negotiation". */
function unopposedFirst(hits: readonly StatementHit[]): StatementHit[] {
  return [...hits].sort((a, b) => Math.min(a.opposed.length, 1) - Math.min(b.opposed.length, 1));
}
