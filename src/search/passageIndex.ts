// createPassageIndex(passages): which passages answer a question best. Those that have most of its words (candidates.ts) are weighed by
// all that the whole question finds in them (passageFeatures.ts).
import type { Passage, Span, Statement } from '../domain.ts';
import { type Asked, askedOf, createMarks } from './asked.ts';
import { createCandidates, type Selection } from './candidates.ts';
import { createFeatureReader, FEATURES, type PassageTable, type SaidRange, type Wanted } from './passageFeatures.ts';
import { passageScore } from './passageScore.ts';
import { type Query, stems } from './query.ts';
import { createRanker, type Ranker } from './rank.ts';
import { remembered } from './remembered.ts';
import { createStemIndex } from './stemIndex.ts';
import { createTokenStore, type Range, type TokenStore } from './tokenStore.ts';
import type { Token, Tokenizer } from './tokens.ts';
import { frequencyOf, weighing } from './vocabulary.ts';
import { createWordPlaces, type WordPlace } from './wordPlaces.ts';

export interface PassageHit {
  readonly passage: Passage;
  readonly score: number;
  /** In the order of FEATURES. */
  readonly features: Float64Array;
}

export interface PassageIndex {
  readonly store: TokenStore;
  /** Looks at parts of passages. */
  readonly ranker: Ranker;
  /** The question in the store's numbers. */
  asked(query: Query): Asked;
  /** Best first; equal ones in the order given. At most `most`. */
  search(query: Query, wanted: Wanted, most: number): PassageHit[];
  /** Passages in which a statement may match, with `alsoBest` also those that have most of the question, in no order. */
  covering(query: Query, alsoBest: boolean): Passage[];
  /** For a passage, the share of the question that it has, however it stands there; no part of it has more. 1 for one that is not indexed. */
  bound(query: Query): (passageId: string) => number;
  /** Passages that have every one of the stems, none of function words, in the order given. */
  having(stems: readonly string[]): Passage[];
  /** Passages that have the words as they are typed in this order; and where these stand side by side. */
  inOrder(words: readonly Token[]): Passage[];
  sideBySide(words: readonly Token[]): Generator<WordPlace>;
  /** True where two stems stand side by side in some text. */
  isPair(first: string, second: string): boolean;
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

/** Passages of a word that are looked at for the others. Chosen by eye. */
const MOST_TOGETHER = 300;

/** Passages that are indexed in one step. */
const A_STEP = 64;

/** Steps of a few milliseconds, the longest about 100 for 20,000 passages; gives the index with the last one. */
export function* createPassageIndex(parts: PassageParts): Generator<void, PassageIndex> {
  const { passages, tokenize } = parts;
  const store = createTokenStore();
  const rowOf = new Map<string, number>();
  for (const { id, text, sentences } of passages) {
    rowOf.set(id, store.add(text, tokenize(text), sentences));
    if (rowOf.size % A_STEP === 0) yield;
  }
  const index = yield* createStemIndex(store);
  yield;
  const weigh = weighing(store, passages.length);
  const asked = remembered((query: Query) => askedOf(query, store, weigh));
  const marks = createMarks(store.stems);
  const { table, articleOf } = tableOf(parts, store);
  const candidates = createCandidates({ store, marks, index, articleOf });
  const places = createWordPlaces(store, candidates.rowsWith);
  const selected = remembered((query: Query): Selection => candidates.select(asked(query)));
  const readFeatures = createFeatureReader({ ...table, marks });
  const stemsOf = (row: number): Int32Array => {
    const { from, to } = store.row(row);
    return store.columns().stems.subarray(from, to);
  };
  return {
    store,
    ranker: createRanker(store, marks),
    asked,
    covering(query, alsoBest) {
      const { covering, best } = selected(query);
      const rows = alsoBest ? new Set([...best, ...covering]) : covering;
      return Array.from(rows, (row) => passages[row] as Passage);
    },
    bound(query) {
      const made = asked(query);
      return (id) => {
        const row = rowOf.get(id);
        // A concept of several words may be told by one that begins with another's first: such questions are not bounded.
        return row === undefined || !made.isPlain ? 1 : candidates.shareOf(row, made);
      };
    },
    having(stems) {
      const numbers = stems.map((stem) => store.numberOf(stem) ?? -1);
      const [first] = [...stems].sort((a, b) => frequencyOf(store, a) - frequencyOf(store, b));
      return candidates
        .rowsWith(first === undefined ? [] : [first])
        .sort((a, b) => a - b)
        .filter((row) => {
          const own = stemsOf(row);
          return numbers.every((number) => own.includes(number));
        })
        .map((row) => passages[row] as Passage);
    },
    isPair(first, second) {
      const [a, b] = [store.numberOf(first), store.numberOf(second)];
      if (a === undefined || b === undefined) return false;
      const rarer = store.frequency(a) < store.frequency(b) ? first : second;
      return candidates.rowsWith([rarer]).some((row) => {
        const own = stemsOf(row);
        for (let at = own.indexOf(a); at >= 0; at = own.indexOf(a, at + 1)) if (own[at + 1] === b) return true;
        return false;
      });
    },
    inOrder: (words) => places.inOrder(words).map((row) => passages[row] as Passage),
    sideBySide: places.sideBySide,
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
      for (const row of wanted
        .slice(0, 2)
        .flatMap(({ other }) => candidates.rowsWith([other]).slice(0, MOST_TOGETHER))) {
        const own = stemsOf(row);
        const weight = wanted.reduce((sum, { number, weight }) => sum + (own.includes(number) ? weight : 0), 0);
        numbers.forEach((number, position) => {
          if (weight > (most[position] as number) && own.includes(number)) most[position] = weight;
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
      const { best, articleShares } = selected(query);
      const shareOf = new Map(best.map((row, at) => [row, articleShares[at] as number]));
      const asking = { asked: asked(query), wanted, articleShare: (row: number): number => shareOf.get(row) ?? 0 };
      const hits = best.map((row) => {
        const features = new Float64Array(FEATURES.length);
        readFeatures(row, asking, features);
        return { row, score: passageScore(features, wanted), features };
      });
      return hits
        .sort((a, b) => b.score - a.score || a.row - b.row)
        .slice(0, most)
        .map(({ row, score, features }) => ({ passage: passages[row] as Passage, score, features }));
    },
  };
}

/** What is known of each passage beside its words. */
function tableOf(
  { passages, statementsIn, titleOf, tokenize }: PassageParts,
  store: TokenStore,
): { readonly table: Omit<PassageTable, 'marks'>; readonly articleOf: Int32Array } {
  const numbersOf = (text: string): number[] => stems(tokenize(text)).flatMap((stem) => store.numberOf(stem) ?? []);
  const articles = new Map<string, { readonly number: number; readonly title: ReadonlySet<number> }>();
  const isFirst = new Uint8Array(passages.length);
  passages.forEach(({ articleId }, row) => {
    if (articles.has(articleId)) return;
    isFirst[row] = 1;
    articles.set(articleId, { number: articles.size, title: new Set(numbersOf(titleOf(articleId))) });
  });
  const articleFor = ({ articleId }: Passage): { readonly number: number; readonly title: ReadonlySet<number> } =>
    articles.get(articleId) ?? { number: 0, title: new Set() };
  const said = passages.map(({ id }, row) =>
    statementsIn(id).map(
      ({ content, speaker }): SaidRange => ({
        ranges: content.flatMap((span) => (span.passageId === id ? [store.range(row, span)] : [])),
        speaker: numbersOf(speaker.name),
      }),
    ),
  );
  const titles = passages.map((passage) => articleFor(passage).title);
  const articleOf = Int32Array.from(passages, (passage) => articleFor(passage).number);
  return { table: { store, titles, said, isFirst }, articleOf };
}
