// readVocabulary(index): which words the corpus has, how rare each is, and which of them a mistyped word may mean.
import type { Weighing } from './asked.ts';
import { shareOf } from './commonWords.ts';
import type { PassageIndex } from './passageIndex.ts';
import type { Vocabulary } from './query.ts';
import { type Candidate, createSpelling } from './spelling.ts';
import { createTerms, type SameWords } from './terms.ts';
import type { TokenStore } from './tokenStore.ts';
import { stemOf, type Tokenizer } from './tokens.ts';

/** Inverse document frequency as BM25 has it, of a stem that is in `count` of `rows` passages; above 0. */
function idf(count: number, rows: number): number {
  return Math.log(1 + (rows - count + 0.5) / (count + 0.5));
}

/** In how many passages a stem stands. */
export function frequencyOf(store: TokenStore, stem: string): number {
  const number = store.numberOf(stem);
  return number === undefined ? 0 : store.frequency(number);
}

/** A question of common words alone still finds its passage. */
const LEAST_WEIGHT = 0.3;

/** Rare words count more, unknown ones most. `rows`: passages in all. */
export function weighing(store: TokenStore, rows: number): Weighing {
  const weigh = (count: number): number => Math.max(LEAST_WEIGHT, idf(count, rows));
  return {
    concept: ({ alternatives }) => {
      let most = 0;
      for (const stems of alternatives)
        most = Math.max(most, Math.min(...stems.map((stem) => frequencyOf(store, stem))));
      return weigh(most);
    },
    stem: (stem) => weigh(frequencyOf(store, stem)),
  };
}

export function readVocabulary(index: PassageIndex, tokenize: Tokenizer, groups: readonly SameWords[]): Vocabulary {
  const { store } = index;
  const spelling = createSpelling(store.words);
  return {
    tokenize,
    terms: createTerms(groups, tokenize),
    hasStem: (stem) => store.numberOf(stem) !== undefined,
    hasWord: (word) => store.words.has(word),
    isPair: index.isPair,
    correct(word, others) {
      const isShort = word.length < MIN_SURE_LENGTH;
      const isSparse = isShort && store.words.size < MIN_WORDS;
      const most = isSparse && shareOf(stemOf(word)) > 0 ? 0 : errorsIn(word);
      if (most === 0) return [];
      const least = isSparse ? MIN_READ_LENGTH : 0;
      const near = spelling
        .near(word, most)
        .filter((candidate) => candidate.word[0] === word[0] && candidate.word.length >= least);
      const nearest = near.filter(({ distance }) => distance === near[0]?.distance).slice(0, MOST_CANDIDATES);
      const beside = besideOf(nearest, others);
      const rated = nearest.map((candidate, at) => ({ ...candidate, together: beside[at] ?? 0 }));
      rated.sort((a, b) => b.together - a.together || b.count - a.count);
      const best = rated[0]?.together ?? 0;
      // A short word is near too many: it is read as another only where that one stands beside the rest of the question.
      if (best === 0) return isShort ? [] : rated.slice(0, 1).map((candidate) => candidate.word);
      return rated
        .filter(({ together }) => together >= best * ALSO)
        .slice(0, MOST_READINGS)
        .map((candidate) => candidate.word);
    },
  };

  function besideOf(candidates: readonly Candidate[], others: readonly string[]): readonly number[] {
    if (others.length === 0) return [];
    return index.together(
      candidates.map(({ word }) => tokenize(word)[0]?.stem ?? ''),
      others,
    );
  }
}

/** Words as near as the nearest that are held against the rest of the question. Chosen by eye. */
const MOST_CANDIDATES = 6;
/** Words that a mistyped one is read as at once, and how far they stand beside the rest of the question, against the likeliest. Chosen by eye. */
const MOST_READINGS = 3;
const ALSO = 0.5;
/** "Vance" is no "chance", "times" no "ties". */
const MIN_SURE_LENGTH = 6;
/** A corpus of fewer words lacks many that are no typing errors: there a short word is read as a longer one only. Chosen by eye: of the political news of PolNeAR, 10 articles have
 * 1,800 words that are not function words, 100 have 7,100, 500 have 20,000. */
const MIN_WORDS = 5000;

const MIN_READ_LENGTH = 5;

/** Typing errors that a word may have. */
function errorsIn(word: string): number {
  if (word.length < 4 || /\p{N}/u.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}
