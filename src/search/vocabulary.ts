// readVocabulary(passages): which words the corpus has, how rare each is, and which of them a mistyped word may mean.
import type { Passage, TermGroup } from '../domain.ts';
import { editDistance } from '../editDistance.ts';
import type { Concept, Vocabulary } from './query.ts';
import type { Tokenizer } from './tokens.ts';

/** What buildQuery and rankText must know of the corpus. */
export interface CorpusVocabulary extends Vocabulary {
  /** Weight of a concept, above 0: rare words count more, unknown ones most. */
  weightOf(concept: Concept): number;
}

export function readVocabulary(
  passages: readonly Passage[],
  tokenize: Tokenizer,
  terms: readonly TermGroup[],
): CorpusVocabulary {
  const frequency = new Map<string, number>();
  const words = new Map<string, number>();
  for (const { text } of passages) {
    const seen = new Set<string>();
    for (const { word, stem, isStop } of tokenize(text)) {
      if (!isStop) words.set(word, (words.get(word) ?? 0) + 1);
      if (!seen.has(stem)) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
      seen.add(stem);
    }
  }
  // Inverse document frequency as BM25 has it; never 0, so that a question of common words alone still finds its passage.
  const idf = (count: number): number => Math.log(1 + (passages.length - count + 0.5) / (count + 0.5));
  return {
    tokenize,
    terms,
    hasStem: (stem) => frequency.has(stem),
    correct: (word) => correctWord(word, words),
    weightOf: ({ alternatives }) => {
      const counts = alternatives.map((sequence) => Math.min(...sequence.map((stem) => frequency.get(stem) ?? 0)));
      return Math.max(0.3, idf(Math.max(...counts)));
    },
  };
}

// Shorter words have too many neighbours to guess from: "Vance" is no "chance", "times" no "ties".
const MIN_CORRECTED_LENGTH = 6;

function correctWord(word: string, words: ReadonlyMap<string, number>): string | undefined {
  if (word.length < MIN_CORRECTED_LENGTH || /\p{N}/u.test(word)) return undefined;
  const most = word.length < 9 ? 1 : 2;
  let best: { word: string; distance: number; count: number } | undefined;
  for (const [other, count] of words) {
    if (other[0] !== word[0] || Math.abs(other.length - word.length) > most) continue;
    const distance = editDistance(word, other, most);
    if (distance > most) continue;
    const isBetter =
      best === undefined || distance < best.distance || (distance === best.distance && count > best.count);
    if (isBetter) best = { word: other, distance, count };
  }
  return best?.word;
}
