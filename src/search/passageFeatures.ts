// readFeatures(row, asked): what a passage shows of a question, as numbers between 0 and 1 (BM25 aside), read in one pass over the
// numbers of its stems. What each is worth is decided in passageScore.ts.
import { type Asked, type AskedConcept, MAX_CONCEPTS, spelledLength } from './asked.ts';
import { type Columns, FLAG, type Range, type TokenStore } from './tokenStore.ts';

/** In the order of the weights. */
export const FEATURES = [
  'bm25',
  'coverage',
  'sentence',
  'order',
  'near',
  'window',
  'exact',
  'title',
  'titleOnly',
  'speaker',
  'said',
  'saidBy',
  'number',
  'name',
  'short',
] as const;
export type Feature = (typeof FEATURES)[number];

/** What a question wants to know: what somebody said, a number or day, somebody, or anything else. */
export type Wanted = 'said' | 'number' | 'name' | 'other';

/** A statement in a passage: where its content stands, and the stems of who says it. */
export interface SaidRange {
  readonly ranges: readonly Range[];
  readonly speaker: readonly number[];
}

export interface PassageTable {
  readonly store: TokenStore;
  /** By row: the stems of its article's title, and its statements. */
  readonly titles: readonly ReadonlySet<number>[];
  readonly said: readonly (readonly SaidRange[])[];
}

/** BM25's usual constants: how soon a repeated word stops counting, and how much a long text is held against it. */
const K = 1.2;
const B = 0.7;
/** Content words between two words of the question that still stand together. */
const REACH = 4;
const FAR = -1_000_000;

const counts = new Uint16Array(MAX_CONCEPTS);
const ordered = new Float64Array(MAX_CONCEPTS);
const closest = new Float64Array(MAX_CONCEPTS);
const seenIn = new Int32Array(MAX_CONCEPTS);
const lastAt = new Int32Array(MAX_CONCEPTS);
const exact = new Uint8Array(MAX_CONCEPTS);
/** Hits in the order of the text: which concept, at which content word; as many as are looked at. */
const MOST_HITS = 256;
const hitConcept = new Uint8Array(MOST_HITS);
const hitAt = new Int32Array(MOST_HITS);
const inWindow = new Uint8Array(MAX_CONCEPTS);

/** Writes the features into `out`, in the order of FEATURES. */
export function readFeatures(
  table: PassageTable,
  row: number,
  { asked, wanted }: { readonly asked: Asked; readonly wanted: Wanted },
  out: Float64Array,
): void {
  const { concepts, total } = asked;
  const m = concepts.length;
  const { from, to } = table.store.row(row);
  const columns = table.store.columns();
  const { words, flags } = columns;
  const title = table.titles[row] as ReadonlySet<number>;
  const said = table.said[row] as readonly SaidRange[];
  const size = to - from;
  counts.fill(0, 0, m);
  ordered.fill(0, 0, m);
  closest.fill(0, 0, m);
  seenIn.fill(-1, 0, m);
  lastAt.fill(FAR, 0, m);
  exact.fill(0, 0, m);
  let hits = 0;
  let [sentence, weight, best] = [0, 0, 0];
  let [hasNumber, hasName, bestNumber, bestName] = [false, false, false, false];
  let [content, last] = [0, -1];
  const close = (): void => {
    if (weight > best || (weight === best && best > 0 && (hasNumber || hasName))) {
      bestNumber = weight > best ? hasNumber : bestNumber || hasNumber;
      bestName = weight > best ? hasName : bestName || hasName;
      best = weight;
    }
    weight = 0;
    hasNumber = false;
    hasName = false;
  };
  for (let at = from; at < to; at += 1) {
    const flag = flags[at] as number;
    if (flag & FLAG.firstOfSentence) {
      close();
      sentence += 1;
    }
    if (!(flag & FLAG.stop)) content += 1;
    const concept = conceptOf(columns, { at, to }, asked);
    if (concept < 0) {
      if (flag & FLAG.number) hasNumber = true;
      else if ((flag & FLAG.capital) !== 0 && !(flag & (FLAG.firstOfSentence | FLAG.stop))) hasName = true;
      continue;
    }
    (counts[concept] as number) += 1;
    if (seenIn[concept] !== sentence) {
      seenIn[concept] = sentence;
      weight += (concepts[concept] as AskedConcept).weight;
    }
    if (words[at] === (concepts[concept] as AskedConcept).word) exact[concept] = 1;
    if (hits < MOST_HITS) {
      hitConcept[hits] = concept;
      hitAt[hits] = content;
      hits += 1;
    }
    // The word before it in the question, or the one before that where a word was left out.
    for (let back = 1; back <= 2 && concept - back >= 0; back += 1) {
      const gap = content - (lastAt[concept - back] as number);
      if (gap <= REACH) ordered[concept] = Math.max(ordered[concept] as number, 1 / (Math.max(1, gap) * back));
    }
    if (last >= 0 && last !== concept) {
      const gap = content - (lastAt[last] as number);
      if (gap <= REACH) closest[concept] = Math.max(closest[concept] as number, 1 / Math.max(1, gap));
    }
    last = concept;
    lastAt[concept] = content;
  }
  close();
  let [bm25, covered, asTyped, inTitle, titleOnly, bySpeaker, pairs, near, pairWeight] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  const length = K * (1 - B + (B * size) / table.store.meanLength);
  for (let i = 0; i < m; i += 1) {
    const concept = concepts[i] as AskedConcept;
    const count = counts[i] as number;
    bm25 += (concept.weight * count * (K + 1)) / (count + length);
    if (count > 0) covered += concept.weight;
    if (exact[i] === 1) asTyped += concept.weight;
    if (isIn(concept, title)) {
      inTitle += concept.weight;
      if (count === 0) titleOnly += concept.weight;
    }
    if (count === 0 && said.some(({ speaker }) => isNamed(concept, speaker))) bySpeaker += concept.weight;
    if (i === 0) continue;
    const pair = Math.min(concept.weight, (concepts[i - 1] as AskedConcept).weight);
    pairWeight += pair;
    pairs += pair * (ordered[i] as number);
    near += pair * (closest[i] as number);
  }
  const [told, by] = saidBest(columns, said, asked);
  out[0] = bm25 / (total * (K + 1));
  out[1] = covered / total;
  out[2] = best / total;
  out[3] = pairWeight === 0 ? 0 : pairs / pairWeight;
  out[4] = pairWeight === 0 ? 0 : near / pairWeight;
  out[5] = windowOf(hits, concepts) / total;
  out[6] = asTyped / total;
  out[7] = inTitle / total;
  out[8] = titleOnly / total;
  out[9] = bySpeaker / total;
  out[10] = told;
  out[11] = by;
  out[12] = wanted === 'number' && bestNumber ? best / total : 0;
  out[13] = wanted === 'name' && bestName ? best / total : 0;
  out[14] = size < SHORT ? 1 - size / SHORT : 0;
}

const seen = new Uint8Array(MAX_CONCEPTS);

/** The share of a question that a text has, however it stands there: a quick look before `readFeatures`. */
export function coverageOf({ stems }: Columns, { from, to }: Range, { concepts, conceptAt, total }: Asked): number {
  seen.fill(0, 0, concepts.length);
  let weight = 0;
  for (let at = from; at < to; at += 1) {
    const concept = (conceptAt[stems[at] as number] as number) - 1;
    if (concept < 0 || seen[concept] === 1) continue;
    seen[concept] = 1;
    weight += (concepts[concept] as AskedConcept).weight;
  }
  return weight / total;
}

/** The most weight that stands within a few more content words than the question has. */
function windowOf(hits: number, concepts: readonly AskedConcept[]): number {
  const width = concepts.length + WINDOW_SLACK;
  inWindow.fill(0, 0, concepts.length);
  let [first, weight, best] = [0, 0, 0];
  for (let at = 0; at < hits; at += 1) {
    const concept = hitConcept[at] as number;
    while ((hitAt[at] as number) - (hitAt[first] as number) >= width) {
      const left = hitConcept[first] as number;
      (inWindow[left] as number) -= 1;
      if (inWindow[left] === 0) weight -= (concepts[left] as AskedConcept).weight;
      first += 1;
    }
    if (inWindow[concept] === 0) weight += (concepts[concept] as AskedConcept).weight;
    (inWindow[concept] as number) += 1;
    if (weight > best) best = weight;
  }
  return best;
}

const WINDOW_SLACK = 2;

/** Tokens below which a text is a heading rather than a paragraph. */
const SHORT = 12;

/** The concept whose words begin at a position, or -1. */
function conceptOf(
  columns: Columns,
  place: { readonly at: number; readonly to: number },
  { conceptAt, concepts }: Asked,
): number {
  const first = (conceptAt[columns.stems[place.at] as number] as number) - 1;
  if (first < 0) return -1;
  // Several concepts may begin with one stem; nearly always it is one, of one word.
  for (let i = first; i < concepts.length; i += 1) {
    for (const sequence of (concepts[i] as AskedConcept).sequences) {
      if (spelledLength(sequence, columns, place) > 0) return i;
    }
  }
  return -1;
}

function isIn({ sequences }: AskedConcept, stems: ReadonlySet<number>): boolean {
  return sequences.some((sequence) => sequence.every((stem) => stems.has(stem)));
}

function isNamed({ sequences }: AskedConcept, speaker: readonly number[]): boolean {
  return sequences.some((sequence) => sequence.every((stem) => speaker.includes(stem)));
}

/** The statement that says most of the question: its share of it, and that share once more where the question names its speaker. */
function saidBest(columns: Columns, said: readonly SaidRange[], asked: Asked): readonly [words: number, by: number] {
  let [most, mostBy] = [0, 0];
  for (const { ranges, speaker } of said) {
    let [isBy, rest, told] = [false, 0, 0];
    for (const concept of asked.concepts) {
      if (isNamed(concept, speaker)) {
        isBy = true;
        continue;
      }
      rest += concept.weight;
      if (ranges.some((range) => standsIn(concept, columns, range))) told += concept.weight;
    }
    const share = rest === 0 ? 0 : told / rest;
    most = Math.max(most, share);
    if (isBy) mostBy = Math.max(mostBy, share);
  }
  return [most, mostBy];
}

function standsIn({ sequences }: AskedConcept, columns: Columns, { from, to }: Range): boolean {
  for (const sequence of sequences) {
    for (let at = from; at < to; at += 1) if (spelledLength(sequence, columns, { at, to }) > 0) return true;
  }
  return false;
}
