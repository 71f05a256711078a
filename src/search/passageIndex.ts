// createPassageIndex(passages): which passages answer a question best. MiniSearch gives those that have the question's rare words; all of
// them are then weighed by what the whole question finds in them (passageFeatures.ts). A question costs what its rare words cost:
// frequent ones are only looked up in the passages that the others gave.
import type { Passage, Span, Statement } from '../domain.ts';
import { type Asked, askedOf } from './asked.ts';
import {
  coverageOf,
  FEATURES,
  type PassageTable,
  readFeatures,
  type SaidRange,
  type Wanted,
} from './passageFeatures.ts';
import { passageScore } from './passageScore.ts';
import { type Concept, type Query, stems } from './query.ts';
import { createStemIndex } from './stemIndex.ts';
import { createTokenStore, type Range, type TokenStore } from './tokenStore.ts';
import type { Tokenizer } from './tokens.ts';
import { frequencyOf, weighConcepts } from './vocabulary.ts';

export interface PassageHit {
  readonly passage: Passage;
  readonly score: number;
  /** In the order of FEATURES. */
  readonly features: Float64Array;
}

export interface PassageIndex {
  readonly store: TokenStore;
  /** The question in the store's numbers. */
  asked(query: Query): Asked;
  /** The stems of a question's rarest words: what to look up. */
  rarest(query: Query): string[];
  /** Best first; equal ones in the order given. At most `most`. */
  search(query: Query, wanted: Wanted, most: number): PassageHit[];
  /** For a passage, the share of the question that it has, however it stands there; no part of it has more. 1 for one that is not indexed. */
  bound(query: Query): (passageId: string) => number;
  /** Passages that have every one of the stems, none of function words, in the order given. */
  having(stems: readonly string[]): Passage[];
  /** For each of the stems, most of the weight of `others` that stands in one passage with it; 0 where none does. */
  together(stems: readonly string[], others: readonly string[]): number[];
  /** Where the tokens of a passage stand, those that begin within `within` if it is given. @throws Error for a passage that is not in the index */
  rangeOf(passageId: string, within?: Span): Range;
}

/** What the index is made of. */
export interface PassageParts {
  readonly passages: readonly Passage[];
  /** Those whose content or cue stands in a passage. */
  readonly statementsIn: (id: string) => readonly Statement[];
  readonly titleOf: (articleId: string) => string;
  readonly tokenize: Tokenizer;
}

/**
 * Passages that have a word, summed over the words looked up: the rarest words are, up to so many. 800 instead of 2,000 lost at most
 * 0.1 of 100 first passages on three sets of questions, and halved the time.
 */
const MOST_POSTINGS = 800;

/** Passages that are weighed by all that they show; as many more as are equal to the last of them. */
const MOST_WEIGHED = 48;
/** Passages of a word that are looked at for the others. Chosen by eye. */
const MOST_TOGETHER = 300;

export function createPassageIndex({ passages, statementsIn, titleOf, tokenize }: PassageParts): PassageIndex {
  const store = createTokenStore();
  const index = createStemIndex<number>();
  const rowOf = new Map<string, number>();
  for (const { id, text, sentences } of passages) {
    const tokens = tokenize(text);
    rowOf.set(id, store.add(text, tokens, sentences));
    index.add({ id: rowOf.size - 1, stems: stems(tokens).join(' ') });
  }
  const weightOf = weighConcepts(store, passages.length);
  const known = new WeakMap<Query, Asked>();
  const asked = (query: Query): Asked => {
    const made = known.get(query) ?? askedOf(query, store, weightOf);
    known.set(query, made);
    return made;
  };
  const numbersOf = (text: string): number[] => stems(tokenize(text)).flatMap((stem) => store.numberOf(stem) ?? []);
  const titles = new Map<string, ReadonlySet<number>>();
  for (const { articleId } of passages) {
    if (!titles.has(articleId)) titles.set(articleId, new Set(numbersOf(titleOf(articleId))));
  }
  const said = passages.map(({ id }, row) =>
    statementsIn(id).map(
      ({ content, speaker }): SaidRange => ({
        ranges: content.flatMap((span) => (span.passageId === id ? [store.range(row, span)] : [])),
        speaker: numbersOf(speaker.name),
      }),
    ),
  );
  const none: ReadonlySet<number> = new Set();
  const table: PassageTable = {
    store,
    titles: passages.map(({ articleId }) => titles.get(articleId) ?? none),
    said,
  };
  const stemsOf = (row: number): Int32Array => {
    const { from, to } = store.row(row);
    return store.columns().stems.subarray(from, to);
  };
  const isFound = new Uint8Array(passages.length);
  /** Rows that have one of the terms. */
  const rowsWith = (terms: readonly string[]): number[] => {
    const rows: number[] = [];
    // What the index has found is taken from here; results of its own, one an object, would take most of the time.
    const boostDocument = (id: number): number => {
      if (isFound[id] === 0) rows.push(id);
      isFound[id] = 1;
      return 0;
    };
    if (terms.length > 0) index.search(terms.join(' '), { boostDocument });
    for (const row of rows) isFound[row] = 0;
    return rows;
  };
  /** Those that have most of the question. */
  const candidates = (query: Query, asked: Asked): number[] => {
    const rows = rowsWith(rarest(query.concepts, store));
    if (rows.length <= MOST_WEIGHED) return rows;
    const shares = Float64Array.from(rows, (row) => coverageOf(store.columns(), store.row(row), asked));
    const least = Float64Array.from(shares).sort()[rows.length - MOST_WEIGHED] as number;
    return rows.filter((_, at) => (shares[at] as number) >= least);
  };
  return {
    store,
    asked,
    rarest: ({ concepts }) => rarest(concepts, store),
    bound(query) {
      const made = asked(query);
      return (id) => {
        const row = rowOf.get(id);
        // A concept of several words may be told by one that begins with another's first: such questions are not bounded.
        return row === undefined || !made.isPlain ? 1 : coverageOf(store.columns(), store.row(row), made);
      };
    },
    having(stems) {
      const numbers = stems.map((stem) => store.numberOf(stem) ?? -1);
      const [first] = [...stems].sort((a, b) => frequencyOf(store, a) - frequencyOf(store, b));
      return rowsWith(first === undefined ? [] : [first])
        .sort((a, b) => a - b)
        .filter((row) => {
          const own = stemsOf(row);
          return numbers.every((number) => own.includes(number));
        })
        .map((row) => passages[row] as Passage);
    },
    together(stems, others) {
      const wanted = others
        .flatMap((other) => {
          const number = store.numberOf(other);
          return number === undefined ? [] : [{ other, number, weight: 1 / store.frequency(number) }];
        })
        .sort((a, b) => b.weight - a.weight);
      const numbers = stems.map((stem) => store.numberOf(stem) ?? -1);
      const most = stems.map(() => 0);
      // Where a rare word of the question stands, the word that was meant stands, too.
      for (const { id } of wanted.slice(0, 2).flatMap(({ other }) => index.search(other).slice(0, MOST_TOGETHER))) {
        const row = stemsOf(id as number);
        const weight = wanted.reduce((sum, { number, weight }) => sum + (row.includes(number) ? weight : 0), 0);
        numbers.forEach((number, position) => {
          if (weight > (most[position] as number) && row.includes(number)) most[position] = weight;
        });
      }
      return most;
    },
    rangeOf(passageId, within) {
      const row = rowOf.get(passageId);
      if (row === undefined) throw new Error(`passage ${passageId} is not in the index`);
      return within ? store.range(row, within) : store.row(row);
    },
    search(query, wanted, most) {
      const made = asked(query);
      const hits = candidates(query, made).map((row) => {
        const features = new Float64Array(FEATURES.length);
        readFeatures(table, row, { asked: made, wanted }, features);
        return { row, score: passageScore(features, wanted), features };
      });
      return hits
        .sort((a, b) => b.score - a.score || a.row - b.row)
        .slice(0, most)
        .map(({ row, score, features }) => ({ passage: passages[row] as Passage, score, features }));
    },
  };
}

/** The stems to look up: of the rarest concept all, then of the next as long as they are in few passages. */
function rarest(concepts: readonly Concept[], store: TokenStore): string[] {
  const counted = concepts
    .map(({ alternatives }) => {
      // A sequence stands nowhere where its rarest word does not.
      const stems = alternatives.flatMap((sequence) => {
        const [first] = [...sequence].sort((a, b) => frequencyOf(store, a) - frequencyOf(store, b));
        return first === undefined || frequencyOf(store, first) === 0 ? [] : [first];
      });
      return { stems, count: stems.reduce((sum, stem) => sum + frequencyOf(store, stem), 0) };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  const found = new Set<string>();
  let postings = 0;
  for (const { stems, count } of counted) {
    if (postings > 0 && postings + count > MOST_POSTINGS) break;
    postings += count;
    for (const stem of stems) found.add(stem);
  }
  return [...found];
}
