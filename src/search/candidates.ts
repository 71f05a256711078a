// createCandidates(parts): which passages are worth a closer look. MiniSearch gives those that have a question's rarest words; what share
// of the whole question each of them has is read from the token store. A question costs what its rare words cost: frequent ones are only
// looked up in the passages that the others gave.
import type MiniSearch from 'minisearch';
import { type Asked, type AskedConcept, MAX_CONCEPTS } from './asked.ts';
import type { Concept } from './query.ts';
import type { StemEntry } from './stemIndex.ts';
import type { Columns, Range, TokenStore } from './tokenStore.ts';
import { frequencyOf } from './vocabulary.ts';

/** Passages that have some of a question. */
export interface Selection {
  readonly rows: readonly number[];
  /** By position in `rows`: the share of the question that the passage has, however it stands there. */
  readonly shares: Float64Array;
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
  readonly index: MiniSearch<StemEntry<number>>;
  /** By row: the number of its article, from 0. */
  readonly articleOf: Int32Array;
}

/**
 * Passages that have a word, summed over the words looked up: the rarest words are, up to so many. 800 instead of 2,000 lost at most
 * 0.1 of 100 first passages on three sets of questions, and halved the time.
 */
const MOST_POSTINGS = 800;
/** Passages that are weighed by all that they show. */
const MOST_WEIGHED = 48;
/** What is known of an article are the first of a question's concepts, one a bit. */
const MASK_BITS = 31;
/** Told apart are only passages with equal shares of the question: shares differ by more, or not at all. */
const TIE = 1e-6;

export function createCandidates({ store, index, articleOf }: CandidateParts): Candidates {
  const isFound = new Uint8Array(articleOf.length);
  const articleMasks = new Int32Array(articleOf.reduce((most, article) => Math.max(most, article + 1), 0));
  const seen = new Uint8Array(MAX_CONCEPTS);
  /** The concepts of the row last looked at, as bits, and how often their words stand there. */
  const looked = { mask: 0, hits: 0 };

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

  const shareIn = ({ stems }: Columns, { from, to }: Range, { concepts, conceptAt, total }: Asked): number => {
    seen.fill(0, 0, concepts.length);
    let [weight, mask, hits] = [0, 0, 0];
    for (let at = from; at < to; at += 1) {
      const concept = (conceptAt[stems[at] as number] as number) - 1;
      if (concept < 0) continue;
      hits += 1;
      if (seen[concept] === 1) continue;
      seen[concept] = 1;
      if (concept < MASK_BITS) mask |= 1 << concept;
      weight += (concepts[concept] as AskedConcept).weight;
    }
    looked.mask = mask;
    looked.hits = hits;
    return weight / total;
  };

  return {
    rowsWith,
    shareOf: (row, asked) => shareIn(store.columns(), store.row(row), asked),
    select(asked) {
      const rows = rowsWith(rarest(asked, store));
      const columns = store.columns();
      const shares = new Float64Array(rows.length);
      const best = createBest(MOST_WEIGHED);
      rows.forEach((row, at) => {
        const range = store.row(row);
        const share = shareIn(columns, range, asked);
        shares[at] = share;
        const article = articleOf[row] as number;
        articleMasks[article] = (articleMasks[article] as number) | looked.mask;
        best.offer(row, share + (TIE * looked.hits) / (looked.hits + range.to - range.from));
      });
      const taken = best.taken();
      const articleShares = Float64Array.from(
        taken,
        (row) => weightOf(articleMasks[articleOf[row] as number] as number, asked) / asked.total,
      );
      for (const row of rows) articleMasks[articleOf[row] as number] = 0;
      return { rows, shares, best: taken, articleShares };
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

/** The stems to look up: of the rarest concept all, then of the next as long as they are in few passages. */
function rarest({ query }: Asked, store: TokenStore): string[] {
  const counted = query.concepts
    .map((concept) => {
      const stems = lookedUp(concept, store);
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

/** Of each way of saying it the rarest stem: a sequence stands nowhere where that does not. */
function lookedUp({ alternatives }: Concept, store: TokenStore): string[] {
  return alternatives.flatMap((sequence) => {
    const [first] = [...sequence].sort((a, b) => frequencyOf(store, a) - frequencyOf(store, b));
    return first === undefined || frequencyOf(store, first) === 0 ? [] : [first];
  });
}

/** Keeps the rows with the highest keys, at most `most`; of equal ones those that came first. A heap, the least at its root. */
function createBest(most: number): { offer(row: number, key: number): void; taken(): number[] } {
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
    taken: () => rows,
  };
}
