// createCandidates(parts): which passages are worth a closer look. MiniSearch gives those that have a question's rarest words; what share
// of the whole question each of them has is read from the token store. A question costs what its rare words cost: frequent ones are only
// looked up in the passages that the others gave.
import type MiniSearch from 'minisearch';
import { type Asked, type AskedConcept, MARK, MAX_CONCEPTS, type Marks, RELATED_SHARE } from './asked.ts';
import type { Concept } from './query.ts';
import type { StemEntry } from './stemIndex.ts';
import type { Range, TokenStore } from './tokenStore.ts';
import { frequencyOf } from './vocabulary.ts';

/** Passages that have some of a question. */
export interface Selection {
  /** Rows that have at least COVERED of it, however it stands there. */
  readonly covering: readonly number[];
  /** The rows that have most of it, at most so many; of equal ones those that have its words most often for their length. */
  readonly best: readonly number[];
  /** By position in `best`: the share of the question that the passages of its article have together. */
  readonly articleShares: Float64Array;
}

export interface Candidates {
  select(asked: Asked): Selection;
  /** The share of a question that a row has, however it stands there. */
  shareOf(row: number, asked: Asked): number;
  /** Rows that have one of the stems, in no order. */
  rowsWith(stems: readonly string[]): number[];
}

export interface CandidateParts {
  readonly store: TokenStore;
  readonly marks: Marks;
  readonly index: MiniSearch<StemEntry>;
  /** By row: the number of its article, from 0. */
  readonly articleOf: Int32Array;
}

/**
 * Passages that have a word, summed over the words looked up: the rarest words are, up to an eighth of the corpus, within these bounds. 800 instead of
 * 2,000 lost at most 0.1 of 100 first passages on three sets of questions and halved the time; 300 of 2,429 passages lost none.
 */
const FEWEST_POSTINGS = 300;
const MOST_POSTINGS = 800;
const SHARE_OF_POSTINGS = 1 / 8;
/** The share of a question that a passage has at least where a statement in it may match. */
export const COVERED = 0.6;
/** In so small a corpus every passage is looked at: the one that answers may have none of the question's words. Chosen by eye. */
const FEW_PASSAGES = 300;
/** Passages that are weighed by all that they show. */
const MOST_WEIGHED = 64;
/** Passages with a smaller share of what the best has are not weighed. At 0.5 a quarter is left, and no first passage of 100 is another. */
const LEAST_OF_BEST = 0.5;
/** So many are weighed all the same: nearest ones, where none answers. */
const FEWEST = 10;
/** What is known of an article are the first of a question's concepts, one a bit. */
const MASK_BITS = 31;
/** Tokens between two of the question's words that stand beside each other. */
const NEAR = 4;
/** What only tells passages with equal shares of the question apart: shares differ by more, or not at all. */
const TIE = 1e-7;

export function createCandidates({ store, marks, index, articleOf }: CandidateParts): Candidates {
  const mostPostings = Math.min(MOST_POSTINGS, Math.max(FEWEST_POSTINGS, articleOf.length * SHARE_OF_POSTINGS));
  const all = [...articleOf.keys()];
  const isFound = new Uint8Array(articleOf.length);
  const articleMasks = new Int32Array(articleOf.reduce((most, article) => Math.max(most, article + 1), 0));
  /** Of the row last looked at, by concept: 0 not there, 1 in a word that nearly means it, 2 there. */
  const seen = new Uint8Array(MAX_CONCEPTS);
  /** The concepts of the row last looked at, as bits, how often their words stand there, and how often two of them beside each other. */
  const looked = { mask: 0, hits: 0, pairs: 0 };
  /** By row: the weight of the words looked up that it has. Zeros between two questions. */
  const bounds = new Float64Array(articleOf.length);

  const rowsWith = (stems: readonly string[]): number[] => {
    const rows: number[] = [];
    // What the index has found is taken from here; results of its own, one an object, would take most of the time.
    const boostDocument = (id: number): number => {
      if (isFound[id] === 0) rows.push(id);
      isFound[id] = 1;
      return 0;
    };
    if (stems.length > 0) index.search(stems.join(' '), { boostDocument });
    for (const row of rows) isFound[row] = 0;
    return rows;
  };

  /** Rows that have one of the rarest words; `first`: where one with most of them stands; `rest`: what a row may have beside those it has. */
  const lookUp = (
    asked: Asked,
  ): { readonly rows: readonly number[]; readonly first: number; readonly rest: number } => {
    if (articleOf.length <= FEW_PASSAGES) return { rows: all, first: 0, rest: asked.total };
    const { weights, rest } = rarest(asked, store, mostPostings);
    const rows: number[] = [];
    let first = 0;
    const boostDocument = (row: number, stem: string): number => {
      const before = bounds[row] as number;
      const bound = before + (weights.get(stem) ?? 0);
      bounds[row] = bound;
      if (before === 0) rows.push(row);
      if (bound > (bounds[rows[first] as number] as number)) first = rows.length - 1;
      return 0;
    };
    if (weights.size > 0) index.search([...weights.keys()].join(' '), { boostDocument });
    return { rows, first, rest };
  };

  const shareIn = (table: Int32Array, { from, to }: Range, { concepts, total }: Asked): number => {
    const { stems } = store.columns();
    seen.fill(0, 0, concepts.length);
    let [weight, bits, hits, pairs, last, lastAt] = [0, 0, 0, 0, -1, 0];
    for (let at = from; at < to; at += 1) {
      const mark = table[stems[at] as number] as number;
      if (mark === 0) continue;
      const concept = (mark & MARK.byte) - 1;
      if (concept < 0) {
        const other = ((mark >> MARK.related) & MARK.byte) - 1;
        if (other >= 0 && seen[other] === 0) {
          seen[other] = 1;
          weight += RELATED_SHARE * (concepts[other] as AskedConcept).weight;
        }
        continue;
      }
      hits += 1;
      if (last >= 0 && last !== concept && at - lastAt <= NEAR) pairs += 1;
      last = concept;
      lastAt = at;
      const before = seen[concept] as number;
      if (before === 2) continue;
      seen[concept] = 2;
      if (concept < MASK_BITS) bits |= 1 << concept;
      weight += (before === 1 ? 1 - RELATED_SHARE : 1) * (concepts[concept] as AskedConcept).weight;
    }
    looked.mask = bits;
    looked.hits = hits;
    looked.pairs = pairs;
    return weight / total;
  };

  return {
    rowsWith,
    shareOf: (row, asked) => shareIn(marks.of(asked), store.row(row), asked),
    select(asked) {
      const { rows, first, rest } = lookUp(asked);
      const table = marks.of(asked);
      const covering: number[] = [];
      const best = createBest(MOST_WEIGHED);
      let most = 0;
      const look = (at: number): void => {
        const row = rows[at] as number;
        const range = store.row(row);
        const share = shareIn(table, range, asked);
        if (share >= COVERED) covering.push(row);
        most = Math.max(most, share);
        const article = articleOf[row] as number;
        articleMasks[article] = (articleMasks[article] as number) | looked.mask;
        best.offer(row, share + TIE * (looked.pairs + looked.hits / (looked.hits + range.to - range.from)));
      };
      if (rows.length > 0) look(first);
      rows.forEach((row, at) => {
        const bound = ((bounds[row] as number) + rest) / asked.total;
        bounds[row] = 0;
        // A row that cannot have enough is not looked at.
        if (at !== first && (bound >= LEAST_OF_BEST * most || best.size() < FEWEST)) look(at);
      });
      const taken = best.above(most * LEAST_OF_BEST, FEWEST);
      const articleShares = Float64Array.from(
        taken,
        (row) => weightOf(articleMasks[articleOf[row] as number] as number, asked) / asked.total,
      );
      for (const row of rows) articleMasks[articleOf[row] as number] = 0;
      return { covering, best: taken, articleShares };
    },
  };
}

function weightOf(mask: number, { concepts }: Asked): number {
  let weight = 0;
  for (let i = 0; i < concepts.length && i < MASK_BITS; i += 1) {
    if ((mask & (1 << i)) !== 0) weight += (concepts[i] as AskedConcept).weight;
  }
  return weight;
}

/**
 * The stems to look up with the weight of what they say: of the rarest concept all, then of the next as long as they are in few passages. `rest`: the
 * weight of the others, and of words that nearly mean what was looked up.
 */
function rarest(
  { concepts, total }: Asked,
  store: TokenStore,
  most: number,
): { weights: Map<string, number>; rest: number } {
  const counted = concepts
    .map(({ concept, weight, hasRelated }) => {
      const stems = lookedUp(concept, store);
      const beside = hasRelated ? RELATED_SHARE * weight : 0;
      return { stems, weight, beside, count: stems.reduce((sum, stem) => sum + frequencyOf(store, stem), 0) };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  const weights = new Map<string, number>();
  let [postings, rest] = [0, total];
  for (const { stems, weight, beside, count } of counted) {
    if (postings > 0 && postings + count > most) break;
    postings += count;
    rest += beside - weight;
    for (const stem of stems) weights.set(stem, (weights.get(stem) ?? 0) + weight);
  }
  return { weights, rest };
}

/** Of each way of saying it the rarest stem: a sequence stands nowhere where that does not. */
function lookedUp({ alternatives }: Concept, store: TokenStore): string[] {
  return alternatives.flatMap((sequence) => {
    const [first] = [...sequence].sort((a, b) => frequencyOf(store, a) - frequencyOf(store, b));
    return first === undefined || frequencyOf(store, first) === 0 ? [] : [first];
  });
}

/** Keeps the rows with the highest keys, at most `most`; of equal ones those that came first. A heap, the least at its root. */
interface Best {
  offer(row: number, key: number): void;
  size(): number;
  /** Those with at least that key, and the first `fewest`. Highest first. */
  above(least: number, fewest: number): number[];
}

function createBest(most: number): Best {
  const rows: number[] = [];
  const keys: number[] = [];
  const swap = (a: number, b: number): void => {
    [rows[a], rows[b]] = [rows[b] as number, rows[a] as number];
    [keys[a], keys[b]] = [keys[b] as number, keys[a] as number];
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < rows.length && (keys[left] as number) < (keys[least] as number)) least = left;
      if (right < rows.length && (keys[right] as number) < (keys[least] as number)) least = right;
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };
  return {
    offer(row, key) {
      if (rows.length === most) {
        if (key <= (keys[0] as number)) return;
        rows[0] = row;
        keys[0] = key;
        sink();
        return;
      }
      rows.push(row);
      keys.push(key);
      for (let at = rows.length - 1; at > 0; ) {
        const above = (at - 1) >> 1;
        if ((keys[above] as number) <= (keys[at] as number)) break;
        swap(at, above);
        at = above;
      }
    },
    size: () => rows.length,
    above(least, fewest) {
      const order = [...rows.keys()].sort((a, b) => (keys[b] as number) - (keys[a] as number));
      return order
        .filter((at, place) => place < fewest || (keys[at] as number) >= least)
        .map((at) => rows[at] as number);
    },
  };
}
