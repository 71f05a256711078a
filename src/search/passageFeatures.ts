// createFeatureReader(table): what a passage shows of a question, as numbers between 0 and 1 (BM25 and length aside), read in one pass
// over the numbers of its stems. What each is worth is decided in passageScore.ts.
import {
  type Asked,
  type AskedConcept,
  MARK,
  MAX_CONCEPTS,
  type Marks,
  RELATED_SHARE,
  spelledLength,
} from './asked.ts';
import { lengthPenalty, saturated } from './bm25.ts';
import { type Columns, FLAG, type Range, type TokenStore } from './tokenStore.ts';

/** In the order of the weights; what each says stands beside the line that writes it. */
export const FEATURES = [
  'bm25',
  'coverage',
  'sentence',
  'titled',
  'order',
  'near',
  'window',
  'pairs',
  'loose',
  'exact',
  'title',
  'titleOnly',
  'speaker',
  'said',
  'saidBy',
  'year',
  'number',
  'name',
  'place',
  'first',
  'length',
  'article',
  'lacksNumber',
  'lacksRare',
  'lacksCommon',
  'unknownRare',
  'unknownCommon',
  'size',
  'single',
  'unknownName',
  'unknown',
] as const;
export type Feature = (typeof FEATURES)[number];

/** What a question wants to know: who said its words, what somebody said, a day, a number, somebody, a place, or anything else. */
export type Wanted = 'words' | 'said' | 'day' | 'number' | 'name' | 'place' | 'other';

/** A statement in a passage: where its content stands, and the stems of who says it. */
export interface SaidRange {
  readonly ranges: readonly Range[];
  readonly speaker: readonly number[];
}

export interface PassageTable {
  readonly store: TokenStore;
  readonly marks: Marks;
  /** By row: the stems of its article's title, its statements, and 1 where it is an article's first paragraph. */
  readonly titles: readonly ReadonlySet<number>[];
  readonly said: readonly (readonly SaidRange[])[];
  readonly isFirst: Uint8Array;
}

/** One question to many passages. `articleShare`: of a row, the share of the question that passages of its article have together. */
export interface Asking {
  readonly asked: Asked;
  readonly wanted: Wanted;
  readonly articleShare: (row: number) => number;
}

/** Content words between two words of the question that still stand together. */
const REACH = 4;
/** Words of any kind between two words of the question that stand as they were asked for. */
const PAIR_REACH = 3;
const WINDOW_SLACK = 2;
const FAR = -1_000_000;
/** The logarithm of a passage of 1,000 words is about 7. */
const LENGTH_SCALE = 7;
/** Words of a question from which on it is long. */
const MANY_WORDS = 8;
/** Words of the question that are looked at in one passage. */
const MOST_HITS = 256;
const MOST_PLACES = 256;

/** Writes the features of a row into `out`, in the order of FEATURES. */
export type FeatureReader = (row: number, asking: Asking, out: Float64Array) => void;

export function createFeatureReader(table: PassageTable): FeatureReader {
  const { store, marks } = table;
  const counts = new Uint16Array(MAX_CONCEPTS);
  const inTitle = new Uint8Array(MAX_CONCEPTS);
  const ordered = new Float64Array(MAX_CONCEPTS);
  const closest = new Float64Array(MAX_CONCEPTS);
  /** The last sentence that has the concept, and the last that has a word that nearly means it. */
  const seenIn = new Int32Array(MAX_CONCEPTS);
  const relatedIn = new Int32Array(MAX_CONCEPTS);
  const lastAt = new Int32Array(MAX_CONCEPTS);
  const exact = new Uint8Array(MAX_CONCEPTS);
  const inWindow = new Uint8Array(MAX_CONCEPTS);
  // Hits in the order of the text: which concept, at which content word.
  const hitConcept = new Uint8Array(MOST_HITS);
  const hitAt = new Int32Array(MOST_HITS);
  let hits = 0;
  const placeSeen = new Int32Array(MOST_PLACES);
  const paired = new Float64Array(MOST_PLACES);

  /** The best sentence: its weight, the same with the title's words, and which kinds of answer it has beside the question's words. */
  const best = { weight: 0, titled: 0, kinds: 0 };

  const reset = (m: number, words: number): void => {
    counts.fill(0, 0, m);
    ordered.fill(0, 0, m);
    closest.fill(0, 0, m);
    seenIn.fill(-1, 0, m);
    relatedIn.fill(-1, 0, m);
    lastAt.fill(FAR, 0, m);
    exact.fill(0, 0, m);
    placeSeen.fill(FAR, 0, words);
    paired.fill(0, 0, words);
    hits = 0;
    best.weight = 0;
    best.titled = 0;
    best.kinds = 0;
  };

  const read = (row: number, { asked }: Asking): void => {
    const { concepts, order } = asked;
    const markOf = marks.of(asked);
    const columns = store.columns();
    const { stems, words, flags } = columns;
    const { from, to } = store.row(row);
    let [sentence, weight, titled, kinds] = [0, 0, 0, 0];
    let [content, last] = [0, -1];
    for (let at = from; at < to; at += 1) {
      const flag = flags[at] as number;
      if ((flag & FLAG.firstOfSentence) !== 0) {
        closeSentence(weight, titled, kinds);
        weight = 0;
        titled = 0;
        kinds = 0;
        sentence += 1;
      }
      if ((flag & (FLAG.stop | FLAG.negation)) === 0) content += 1;
      const mark = markOf[stems[at] as number] as number;
      if (mark === 0) {
        kinds |= kindsOf(flag);
        continue;
      }
      for (let place = mark >> MARK.place; place > 0; place = order.next[place - 1] as number) {
        placeSeen[place - 1] = at;
        if (place === 1) continue;
        const gap = at - (placeSeen[place - 2] as number);
        if (gap > 0 && gap <= PAIR_REACH) paired[place - 1] = Math.max(paired[place - 1] as number, 1 / gap);
      }
      const first = (mark & MARK.byte) - 1;
      const concept = first < 0 ? -1 : conceptOf(columns, { at, to }, { asked, first });
      if (concept < 0) {
        kinds |= kindsOf(flag);
        const other = ((mark >> MARK.related) & MARK.byte) - 1;
        if (other >= 0 && seenIn[other] !== sentence && relatedIn[other] !== sentence) {
          relatedIn[other] = sentence;
          const share = RELATED_SHARE * (concepts[other] as AskedConcept).weight;
          weight += share;
          if (inTitle[other] === 0) titled += share;
        }
        continue;
      }
      const own = concepts[concept] as AskedConcept;
      (counts[concept] as number) += 1;
      if (seenIn[concept] !== sentence) {
        seenIn[concept] = sentence;
        const share = (relatedIn[concept] === sentence ? 1 - RELATED_SHARE : 1) * own.weight;
        weight += share;
        if (inTitle[concept] === 0) titled += share;
      }
      if (own.words.includes(words[at] as number)) exact[concept] = 1;
      if (hits < MOST_HITS) {
        hitConcept[hits] = concept;
        hitAt[hits] = content;
        hits += 1;
      }
      // The word before it in the question, or the one before that where a word was left out.
      for (let back = 1; back <= 2 && concept >= back; back += 1) {
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
    closeSentence(weight, titled, kinds);
  };

  const closeSentence = (weight: number, titled: number, kinds: number): void => {
    if (weight > best.weight) best.kinds = kinds;
    else if (weight === best.weight && weight > 0) best.kinds |= kinds;
    best.weight = Math.max(best.weight, weight);
    best.titled = Math.max(best.titled, titled);
  };

  /** The most weight that stands within a few more content words than the question has. */
  const windowOf = (concepts: readonly AskedConcept[]): number => {
    const width = concepts.length + WINDOW_SLACK;
    inWindow.fill(0, 0, concepts.length);
    let [first, weight, most] = [0, 0, 0];
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
      if (weight > most) most = weight;
    }
    return most;
  };

  return (row, asking, out) => {
    const { asked, wanted } = asking;
    const { concepts, total, order } = asked;
    const m = concepts.length;
    const title = table.titles[row] as ReadonlySet<number>;
    const said = table.said[row] as readonly SaidRange[];
    let titleWeight = 0;
    for (let i = 0; i < m; i += 1) {
      inTitle[i] = isIn(concepts[i] as AskedConcept, title) ? 1 : 0;
      if (inTitle[i] === 1) titleWeight += (concepts[i] as AskedConcept).weight;
    }
    reset(m, order.weights.length);
    read(row, asking);
    const { from, to } = store.row(row);
    let [bm25, covered, asTyped, titleOnly, bySpeaker, pairs, near, pairWeight] = [0, 0, 0, 0, 0, 0, 0, 0];
    const length = lengthPenalty(to - from, store.meanLength);
    for (let i = 0; i < m; i += 1) {
      const concept = concepts[i] as AskedConcept;
      const { weight } = concept;
      const count = counts[i] as number;
      bm25 += weight * saturated(count, length);
      if (count > 0) covered += weight;
      else {
        if ((relatedIn[i] as number) >= 0) covered += RELATED_SHARE * weight;
        if (inTitle[i] === 1) titleOnly += weight;
        if (said.some(({ speaker }) => isNamed(concept, speaker))) bySpeaker += weight;
      }
      if (exact[i] === 1) asTyped += weight;
      if (i === 0) continue;
      const pair = Math.min(weight, (concepts[i - 1] as AskedConcept).weight);
      pairWeight += pair;
      pairs += pair * (ordered[i] as number);
      near += pair * (closest[i] as number);
    }
    const [told, by] = saidBest(store.columns(), said, asked);
    const hasKind = (kind: number): number => ((best.kinds & kind) > 0 ? best.weight / total : 0);
    // How rare and how frequent the question's words are here.
    out[0] = bm25 / total;
    // Its share in the passage, in one sentence, in one sentence or the title.
    out[1] = covered / total;
    out[2] = best.weight / total;
    out[3] = (best.titled + titleWeight) / total;
    // Content words beside each other: as asked for, in any order, within a window.
    out[4] = pairWeight === 0 ? 0 : pairs / pairWeight;
    out[5] = pairWeight === 0 ? 0 : near / pairWeight;
    out[6] = windowOf(concepts) / total;
    // Words of any kind side by side as asked for: all of them, and those pairs that hold a function word.
    out[7] = pairShare(order, false);
    out[8] = pairShare(order, true);
    // With the very ending that was typed.
    out[9] = asTyped / total;
    out[10] = titleWeight / total;
    out[11] = titleOnly / total;
    // Said by somebody whom the question names; said at all; both.
    out[12] = bySpeaker / total;
    out[13] = told;
    out[14] = by;
    // The best sentence has what is asked for beside the question's own words.
    out[15] = wanted === 'day' ? hasKind(KIND.year) : 0;
    out[16] = wanted === 'number' || wanted === 'day' ? hasKind(KIND.number) : 0;
    out[17] = wanted === 'name' ? hasKind(KIND.name) : 0;
    out[18] = wanted === 'place' ? hasKind(KIND.place) : 0;
    out[19] = table.isFirst[row] as number;
    out[20] = Math.log(to - from + 1) / LENGTH_SCALE;
    // What the article has of the question, in whichever paragraph.
    out[21] = asking.articleShare(row);
    writeLacks(asked, out);
  };

  /** What the passage lacks of the question, by the kind of word, and how much of that no text has; how many words there are. */
  function writeLacks({ concepts, total }: Asked, out: Float64Array): void {
    let [number, rare, common, unknownRare, unknownCommon, unknown] = [0, 0, 0, 0, 0, 0];
    concepts.forEach(({ concept: { kind, isUnknown }, weight }, i) => {
      if (isUnknown) unknown += 1;
      if (counts[i] !== 0 || (relatedIn[i] as number) >= 0) return;
      if (kind === 'number') number = 1;
      else if (kind === 'rare') {
        rare += weight;
        if (isUnknown) unknownRare += weight;
      } else {
        common += weight;
        if (isUnknown) unknownCommon += weight;
      }
    });
    out[22] = number;
    out[23] = rare / total;
    out[24] = common / total;
    out[25] = unknownRare / total;
    out[26] = unknownCommon / total;
    out[27] = Math.min(concepts.length, MANY_WORDS) / MANY_WORDS;
    out[28] = concepts.length < 2 ? 1 : 0;
    out[29] = concepts.some(({ concept: { isUnknownName } }) => isUnknownName) ? 1 : 0;
    out[30] = unknown / (concepts.length || 1);
  }

  function pairShare({ weights, isLoose }: Asked['order'], isLooseOnly: boolean): number {
    let [share, total] = [0, 0];
    for (let place = 1; place < weights.length; place += 1) {
      if (isLooseOnly && isLoose[place] === 0) continue;
      total += weights[place] as number;
      share += (weights[place] as number) * (paired[place] as number);
    }
    return total === 0 ? 0 : share / total;
  }
}

/** Kinds of answers that a token may be, as bits. */
const KIND = { year: 1, number: 2, name: 4, place: 8 } as const;

function kindsOf(flag: number): number {
  if ((flag & FLAG.number) !== 0) return (flag & FLAG.year) !== 0 ? KIND.year : KIND.number;
  const isName = (flag & FLAG.capital) !== 0 && (flag & (FLAG.firstOfSentence | FLAG.stop)) === 0;
  return isName ? KIND.name | ((flag & FLAG.place) !== 0 ? KIND.place : 0) : 0;
}

/** The concept whose words begin at a position, or -1; `first`: the first that may. */
function conceptOf(
  columns: Columns,
  place: { readonly at: number; readonly to: number },
  { asked, first }: { readonly asked: Asked; readonly first: number },
): number {
  const { concepts, isPlain } = asked;
  // Several concepts may begin with one stem; nearly always it is one, of one word.
  for (let i = first; i < concepts.length; i += 1) {
    for (const sequence of (concepts[i] as AskedConcept).sequences) {
      if (spelledLength(sequence, columns, place) > 0) return i;
    }
    if (isPlain) return -1;
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
function saidBest(
  columns: Columns,
  said: readonly SaidRange[],
  { concepts }: Asked,
): readonly [words: number, by: number] {
  let [most, mostBy] = [0, 0];
  for (const { ranges, speaker } of said) {
    let [isBy, rest, told] = [false, 0, 0];
    for (const concept of concepts) {
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
