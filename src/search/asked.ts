// askedOf(query, store): a question in the numbers of the token store, made once for each question: what is looked for is then
// compared as numbers, wherever it is looked for.
import type { Concept, Query } from './query.ts';
import { type Columns, FLAG, type TokenStore } from './tokenStore.ts';
import type { Token } from './tokens.ts';

/** A question in numbers. */
export interface Asked {
  readonly query: Query;
  readonly concepts: readonly AskedConcept[];
  /** Strings in quotation marks. */
  readonly phrases: readonly AskedPhrase[];
  /** By stem: number of the first concept whose sequence it begins, and one; 0: none. As long as the store has stems. */
  readonly conceptAt: Uint8Array;
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
  /** Number of the word as it was typed, or corrected; -1: no text has it. */
  readonly word: number;
}

/** The words of a quoted string in order, and their stems; -1: no text has it. */
export interface AskedPhrase {
  readonly words: readonly number[];
  readonly stems: readonly number[];
}

/** Pairs of neighbouring words, named by the place of the second one. */
export interface AskedOrder {
  /** By stem: the first place where the question has it, and one; 0: nowhere. As long as the store has stems. */
  readonly placeAt: Uint8Array;
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
    return { concept, sequences, weight: weigh.concept(concept), word: store.numberOfWord(concept.word) ?? -1 };
  });
  const conceptAt = new Uint8Array(store.stems);
  concepts.forEach(({ sequences }, position) => {
    for (const [first] of sequences) if (first !== undefined && conceptAt[first] === 0) conceptAt[first] = position + 1;
  });
  const firsts = concepts.flatMap(({ sequences }) => [...new Set(sequences.map(([first]) => first))]);
  const total = concepts.reduce((sum, { weight }) => sum + weight, 0);
  return {
    query,
    concepts,
    phrases: query.phrases.map((phrase) => ({
      words: phrase.map(({ word }) => store.numberOfWord(word) ?? -1),
      stems: phrase.map(({ stem }) => store.numberOf(stem) ?? -1),
    })),
    conceptAt,
    order: orderOf(query.words, store, weigh),
    total: total || 1,
    isPlain: new Set(firsts).size === firsts.length && query.concepts.length <= MAX_CONCEPTS,
  };
}

/** Words whose order is looked at: a place and one must fit into a byte. */
const MAX_WORDS = 200;

function orderOf(words: readonly Token[], store: TokenStore, weigh: Weighing): AskedOrder {
  const taken = words.slice(0, MAX_WORDS);
  const placeAt = new Uint8Array(store.stems);
  const next = new Uint8Array(taken.length);
  for (let place = taken.length - 1; place >= 0; place -= 1) {
    const stem = store.numberOf((taken[place] as Token).stem);
    if (stem === undefined) continue;
    next[place] = placeAt[stem] as number;
    placeAt[stem] = place + 1;
  }
  const stemWeights = taken.map(({ stem }) => weigh.stem(stem));
  const before = (place: number): Token => taken[place - 1] as Token;
  return {
    placeAt,
    next,
    weights: Float64Array.from(stemWeights, (weight, place) =>
      place === 0 ? 0 : Math.min(weight, stemWeights[place - 1] as number),
    ),
    isLoose: Uint8Array.from(taken, ({ isStop }, place) => (place > 0 && (isStop || before(place).isStop) ? 1 : 0)),
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
