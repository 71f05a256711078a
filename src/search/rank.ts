// createRanker(store): how well a text answers a question, factor by factor. The index finds candidates by single stems; this looks
// at what it can't see: phrases, negation, how much of the question is covered, how close the words stand.
import type { Span } from '../domain.ts';
import {
  type Asked,
  type AskedConcept,
  type AskedPhrase,
  MARK,
  MAX_CONCEPTS,
  type Marks,
  RELATED_SHARE,
  spelledLength,
} from './asked.ts';
import { lengthPenalty, saturated } from './bm25.ts';
import { negationAt } from './negation.ts';
import { FLAG, type Range, type TokenStore } from './tokenStore.ts';
import type { Token } from './tokens.ts';

/** What each factor gave, for `score` and for explaining it. All between 0 and 1. */
export interface Factors {
  /** BM25 as a share of what the question's words can give at most: how rare they are, and how much of the text they are. */
  readonly bm25: number;
  /** Share of the question's weight that the text speaks of. */
  readonly coverage: number;
  /** 1 when every quoted string stands in the text word by word, 0.5 when with other endings, else 0. */
  readonly phrase: number;
  /** 1 when the matched words stand side by side, falling with the distance between them. */
  readonly closeness: number;
}

export interface TextMatch {
  readonly factors: Factors;
  /** Matched words in the order of the text. */
  readonly matched: readonly Span[];
  /** Negations of words that the question has without one: "not" in "not negotiable" for "negotiable". */
  readonly opposed: readonly Token[];
}

/** Looks at one text, given as ranges of the store; nothing is found across the end of a range. */
export interface Ranker {
  factors(asked: Asked, ranges: readonly Range[]): Factors;
  match(asked: Asked, ranges: readonly Range[]): TextMatch;
}

/** Weight of a concept that is there, but without the "not" of the question (or the other way to say it is negated). */
const WITHOUT_NEGATION = 0.25;

/** One place where a concept is spelled. */
interface Occurrence {
  concept: number;
  at: number;
  length: number;
  isNegated: boolean;
}

export function createRanker(store: TokenStore, marks: Marks): Ranker {
  // Filled anew for each text: what is found, and for each concept its first place.
  const found: Occurrence[] = [];
  let size = 0;
  const first = new Int32Array(MAX_CONCEPTS);
  const counts = new Uint32Array(MAX_CONCEPTS);
  const negated = new Uint32Array(MAX_CONCEPTS);
  const skipTo = new Int32Array(MAX_CONCEPTS);
  /** By concept: the last place of a word that nearly means it, and one; 0: none. */
  const related = new Int32Array(MAX_CONCEPTS);

  const negationBefore = (at: number, from: number): Token | undefined => {
    const { flags } = store.columns();
    let back = at;
    while (back > from && ((flags[back] as number) & FLAG.afterBreak) === 0) {
      back -= 1;
      // Rare enough to look at the words themselves then.
      if (((flags[back] as number) & FLAG.negation) > 0)
        return negationAt(store.tokens({ from, to: at + 1 }), at - from);
    }
    return undefined;
  };

  const look = (asked: Asked, ranges: readonly Range[]): void => {
    const columns = store.columns();
    const { concepts, isPlain } = asked;
    const markOf = marks.of(asked);
    size = 0;
    counts.fill(0, 0, concepts.length);
    negated.fill(0, 0, concepts.length);
    related.fill(0, 0, concepts.length);
    skipTo.fill(0, 0, concepts.length);
    for (const { from, to } of ranges) {
      for (let at = from; at < to; at += 1) {
        const mark = markOf[columns.stems[at] as number] as number;
        if (mark === 0) continue;
        const begun = (mark & MARK.byte) - 1;
        if (begun < 0) {
          const other = ((mark >> MARK.related) & MARK.byte) - 1;
          if (other >= 0) related[other] = at + 1;
          continue;
        }
        for (let i = begun; i < concepts.length; i += 1) {
          const length = at < (skipTo[i] as number) ? 0 : longest(concepts[i] as AskedConcept, at, to);
          if (length > 0) {
            const isNegated = negationBefore(at, from) !== undefined;
            const place = found[size];
            if (place) Object.assign(place, { concept: i, at, length, isNegated });
            else found.push({ concept: i, at, length, isNegated });
            size += 1;
            (counts[i] as number) += 1;
            if (isNegated) (negated[i] as number) += 1;
            skipTo[i] = at + length;
          }
          if (isPlain) break;
        }
      }
      skipTo.fill(0, 0, concepts.length);
    }
  };

  const longest = ({ sequences }: AskedConcept, at: number, to: number): number => {
    const columns = store.columns();
    let most = 0;
    for (const sequence of sequences) most = Math.max(most, spelledLength(sequence, columns, { at, to }));
    return most;
  };

  /** True for places that count: of a concept that the question denies those that are denied, if there are any. */
  const isTaken = ({ concept, isNegated }: Occurrence, { concepts }: Asked): boolean =>
    (concepts[concept] as AskedConcept).concept.polarity !== 'negated' || isNegated || negated[concept] === 0;

  const factors = (asked: Asked, ranges: readonly Range[]): Factors => {
    look(asked, ranges);
    const { concepts, total, phrases } = asked;
    first.fill(-1, 0, concepts.length);
    for (let n = 0; n < size; n += 1) {
      const place = found[n] as Occurrence;
      if (first[place.concept] === -1 && isTaken(place, asked)) first[place.concept] = place.at;
    }
    let covered = 0;
    let bm25 = 0;
    const tokens = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
    const length = lengthPenalty(tokens, store.meanLength);
    for (let i = 0; i < concepts.length; i += 1) {
      const { weight, concept } = concepts[i] as AskedConcept;
      if (counts[i] === 0) {
        if ((related[i] as number) > 0 && concept.polarity !== 'negated') covered += weight * RELATED_SHARE;
        continue;
      }
      const isAgreed = concept.polarity !== 'negated' || (negated[i] as number) > 0;
      bm25 += weight * saturated(counts[i] as number, length);
      covered += isAgreed ? weight : weight * WITHOUT_NEGATION;
    }
    const phrase = phrases.length === 0 ? 0 : Math.min(...phrases.map((one) => findPhrase(one, ranges)?.quality ?? 0));
    return { bm25: bm25 / total, coverage: covered / total, phrase, closeness: closenessOf(concepts.length, ranges) };
  };

  /** Share of the distance between the first places that concepts fill; a range's end is one token away from the next range. */
  const closenessOf = (concepts: number, ranges: readonly Range[]): number => {
    let [places, least, most] = [0, Number.POSITIVE_INFINITY, -1];
    for (let i = 0; i < concepts; i += 1) {
      if (counts[i] === 0) continue;
      places += 1;
      const at = offsetOf(first[i] as number, ranges);
      least = Math.min(least, at);
      most = Math.max(most, at);
    }
    return places < 2 ? places : places / (most - least + 1);
  };

  const findPhrase = (
    { words, stems }: AskedPhrase,
    ranges: readonly Range[],
  ): { readonly span: Range; readonly quality: number } | undefined => {
    const columns = store.columns();
    for (const [wanted, column, quality] of [
      [words, columns.words, 1],
      [stems, columns.stems, 0.5],
    ] as const) {
      for (const { from, to } of ranges) {
        for (let at = from; at + wanted.length <= to; at += 1) {
          let length = 0;
          while (length < wanted.length && column[at + length] === wanted[length]) length += 1;
          if (length === wanted.length) return { span: { from: at, to: at + length }, quality };
        }
      }
    }
    return undefined;
  };

  const spanOf = ({ from, to }: Range): Span => {
    const { begins, ends } = store.columns();
    return { start: begins[from] as number, end: ends[to - 1] as number };
  };

  return {
    factors,
    match(asked, ranges) {
      const own = factors(asked, ranges);
      const places = found.slice(0, size);
      const taken = places.filter((place) => isTaken(place, asked));
      const matched = taken.map(({ at, length }) => spanOf({ from: at, to: at + length }));
      asked.concepts.forEach((_, i) => {
        const at = (related[i] as number) - 1;
        if (counts[i] === 0 && at >= 0) matched.push(spanOf({ from: at, to: at + 1 }));
      });
      for (const phrase of [...asked.phrases, asked.whole]) {
        if (phrase.words.length === 0) continue;
        const place = findPhrase(phrase, ranges);
        if (place) matched.push(spanOf(place.span));
      }
      const isOpposed = ({ concept }: Occurrence): boolean =>
        (asked.concepts[concept] as AskedConcept).concept.polarity === 'plain' && negated[concept] === counts[concept];
      const opposed = places.filter(isOpposed).flatMap(({ at }) => {
        const range = ranges.find(({ from, to }) => from <= at && at < to);
        return (range && negationBefore(at, range.from)) ?? [];
      });
      return { factors: own, matched: merge(matched), opposed };
    },
  };
}

function offsetOf(at: number, ranges: readonly Range[]): number {
  let before = 0;
  for (const { from, to } of ranges) {
    if (from <= at && at < to) return before + at - from;
    before += to - from + 1;
  }
  return before;
}

/** What a phrase that is found gives: more than everything else together. */
const PHRASE = 10;
/** What BM25 and closeness give at most, as shares of what coverage gives. Chosen by eye. */
const BESIDE = 0.5;

/** One number for sorting: coverage decides, then closeness and BM25; a phrase found lifts above everything else. */
export function scoreOf({ bm25, coverage, phrase, closeness }: Factors): number {
  return PHRASE * phrase + coverage * coverage * (1 + BESIDE * bm25 + BESIDE * closeness);
}

/** What each factor gives of scoreOf. */
export function partsOfScore({ bm25, coverage, phrase, closeness }: Factors): Factors {
  const share = BESIDE * coverage * coverage;
  return { bm25: share * bm25, coverage: coverage * coverage, phrase: PHRASE * phrase, closeness: share * closeness };
}

/** Sorted and without overlaps. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && span.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}
