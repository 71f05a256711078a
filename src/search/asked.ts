// askedOf(query, store): a question in the numbers of the token store, made once for each question: what is looked for is then
// compared as numbers, wherever it is looked for.
import type { Concept, Query } from './query.ts';
import { relatedStems } from './synonyms.ts';
import { type Columns, FLAG, type TokenStore } from './tokenStore.ts';
import type { Token } from './tokens.ts';

/** A question in numbers. */
export interface Asked {
  readonly query: Query;
  readonly concepts: readonly AskedConcept[];
  /** Strings in quotation marks. */
  readonly phrases: readonly AskedPhrase[];
  /** All its words as if they stood in quotation marks: where a text has them so, the whole is marked. */
  readonly whole: AskedPhrase;
  /** What its stems mean for the question: see Marks. */
  readonly marked: readonly (readonly [stem: number, mark: number])[];
  /** Every word of the question in its order, function words included. */
  readonly order: AskedOrder;
  /** Sum of the weights; above 0. */
  readonly total: number;
  /** True when no two concepts begin with the same stem, and none was left out. */
  readonly isPlain: boolean;
}

export interface AskedConcept {
  readonly concept: Concept;
  /** Sequences of stems that say it, as numbers. Those with a stem that no text has are left out. */
  readonly sequences: readonly (readonly number[])[];
  /** Above 0: rare ones count more. */
  readonly weight: number;
  /** True when some text has a word that nearly means it. */
  readonly hasRelated: boolean;
  /** Numbers of the word as it was typed, or as it is read; -1: no text has it. */
  readonly words: readonly number[];
}

/** The words of a quoted string in order, and their stems; -1: no text has it. */
export interface AskedPhrase {
  readonly words: readonly number[];
  readonly stems: readonly number[];
}

/** What a word gives that nearly means a word of the question, as a share of what that word gives. Chosen on the article's own questions. */
export const RELATED_SHARE = 0.6;

/** Pairs of neighbouring words, named by the place of the second one. */
export interface AskedOrder {
  /** The next place with the same stem, and one; 0: there is none. */
  readonly next: Uint8Array;
  /** Above 0: pairs of rare words count more; at 0, the first word, there is none. */
  readonly weights: Float64Array;
  /** 1: one of the two is a function word. */
  readonly isLoose: Uint8Array;
}

/** Concepts that are told apart in one question at most: more are not weighed. A marker of each fits into a byte. */
export const MAX_CONCEPTS = 100;

/** How much a concept and a stem count, above 0: rare ones more. */
export interface Weighing {
  concept(concept: Concept): number;
  stem(stem: string): number;
}

export function askedOf(query: Query, store: TokenStore, weigh: Weighing): Asked {
  const concepts = query.concepts.slice(0, MAX_CONCEPTS).map((concept): AskedConcept => {
    const sequences = concept.alternatives.flatMap((sequence): number[][] => {
      const numbers = sequence.map((stem) => store.numberOf(stem));
      return numbers.every((number) => number !== undefined) && numbers.length > 0 ? [numbers] : [];
    });
    const typed = concept.corrected.length > 0 ? concept.corrected : [concept.word];
    const words = typed.map((word) => store.numberOfWord(word) ?? -1);
    const others = concept.alternatives.flatMap(related);
    const hasRelated = others.some((stem) => store.numberOf(stem) !== undefined);
    return { concept, sequences, weight: weigh.concept(concept), hasRelated, words };
  });
  const firsts = concepts.flatMap(({ sequences }) => [...new Set(sequences.map(([first]) => first))]);
  const words = query.words.slice(0, MAX_WORDS);
  const places = placesOf(words, store);
  const total = concepts.reduce((sum, { weight }) => sum + weight, 0);
  return {
    query,
    concepts,
    phrases: query.phrases.map((phrase) => phraseOf(phrase, store)),
    whole: phraseOf(query.words, store),
    marked: markedOf(concepts, places.first, store),
    order: orderOf(words, places.next, weigh),
    total: total || 1,
    isPlain: new Set(firsts).size === firsts.length && query.concepts.length <= MAX_CONCEPTS,
  };
}

function phraseOf(tokens: readonly Token[], store: TokenStore): AskedPhrase {
  return {
    words: tokens.map(({ word }) => store.numberOfWord(word) ?? -1),
    stems: tokens.map(({ stem }) => store.numberOf(stem) ?? -1),
  };
}

/** Of a phrase no word alone. */
function related(sequence: readonly string[]): readonly string[] {
  const [stem] = sequence;
  return stem === undefined || sequence.length > 1 ? [] : [...relatedStems(stem)];
}

/** Words whose order is looked at: a place and one must fit into a byte. */
const MAX_WORDS = 200;

/** By stem the first place where the question has it, and one; by place the next with the same stem, and one; 0: there is none. */
function placesOf(
  words: readonly Token[],
  store: TokenStore,
): { readonly first: ReadonlyMap<number, number>; readonly next: Uint8Array } {
  const first = new Map<number, number>();
  const next = new Uint8Array(words.length);
  for (let place = words.length - 1; place >= 0; place -= 1) {
    const stem = store.numberOf((words[place] as Token).stem);
    if (stem === undefined) continue;
    next[place] = first.get(stem) ?? 0;
    first.set(stem, place + 1);
  }
  return { first, next };
}

function orderOf(words: readonly Token[], next: Uint8Array, weigh: Weighing): AskedOrder {
  const stemWeights = words.map(({ stem }) => weigh.stem(stem));
  const before = (place: number): Token => words[place - 1] as Token;
  return {
    next,
    weights: Float64Array.from(stemWeights, (weight, place) =>
      place === 0 ? 0 : Math.min(weight, stemWeights[place - 1] as number),
    ),
    isLoose: Uint8Array.from(words, ({ isStop }, place) => (place > 0 && (isStop || before(place).isStop) ? 1 : 0)),
  };
}

function markedOf(
  concepts: readonly AskedConcept[],
  places: ReadonlyMap<number, number>,
  store: TokenStore,
): [stem: number, mark: number][] {
  const marks = new Map<number, number>();
  concepts.forEach(({ sequences }, position) => {
    for (const [first] of sequences) if (first !== undefined && !marks.has(first)) marks.set(first, position + 1);
  });
  concepts.forEach(({ concept }, position) => {
    for (const stem of concept.alternatives.flatMap(related)) {
      const number = store.numberOf(stem);
      if (number !== undefined && !marks.has(number)) marks.set(number, (position + 1) << MARK.related);
    }
  });
  for (const [stem, place] of places) marks.set(stem, (marks.get(stem) ?? 0) | (place << MARK.place));
  return [...marks];
}

/**
 * What a stem means for a question, in three bytes of one number, each 0 for nothing: number of the first concept whose sequence it begins,
 * and one; number of the first concept that it nearly means, and one; the first place where the question has it, and one.
 */
export const MARK = { byte: 0xff, related: 8, place: 16 } as const;

/** The marks of one question at a time, by stem: a table for each would be as long as the vocabulary. */
export interface Marks {
  of(asked: Asked): Int32Array;
}

export function createMarks(stems: number): Marks {
  const table = new Int32Array(stems);
  let shown: Asked | undefined;
  return {
    of(asked) {
      if (shown !== asked) {
        for (const [stem] of shown?.marked ?? []) table[stem] = 0;
        for (const [stem, mark] of asked.marked) table[stem] = mark;
        shown = asked;
      }
      return table;
    },
  };
}

/** How many tokens from `at` on, before `to`, spell the sequence, function words between its stems skipped; 0: they do not. */
export function spelledLength(
  sequence: readonly number[],
  { stems, flags }: Columns,
  { at, to }: { readonly at: number; readonly to: number },
): number {
  if (sequence[0] !== stems[at]) return 0;
  let next = at + 1;
  for (let position = 1; position < sequence.length; position += 1) {
    while (next < to && ((flags[next] as number) & FLAG.stop) > 0 && stems[next] !== sequence[position]) next += 1;
    if (next >= to || stems[next] !== sequence[position]) return 0;
    next += 1;
  }
  return next - at;
}
