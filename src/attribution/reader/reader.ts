// createReader(weights): finds cues, and for each its content and source, with a trained network. Pure: the weights come as an
// argument. The network decides one edge after the other; this file asks it, in which order, and what to do with the answers.
import type { Passage, Span } from '../../domain.ts';
import {
  hasClosed,
  leftEnds,
  leftStarts,
  rightEnds,
  rightKind,
  rightStarts,
  sourceEnds,
  sourceStarts,
} from './candidates.ts';
import type { Edge } from './contexts.ts';
import { createNetwork, type Network, type NetworkWeights } from './network.ts';
import { TAG } from './tags.ts';
import { createWordReader, NO_WORD, type Words } from './words.ts';

/** What was read of one cue; spans count in the passage's text. */
export interface Reading {
  readonly cue: Span;
  readonly cueWord: string;
  readonly content: readonly Span[];
  readonly source: Span | null;
  /** Probability that it is a statement and that every edge is right, 0 to 1. */
  readonly confidence: number;
}

export interface Reader {
  /** False for a passage, or a part of it, in which no word may be a cue; then only quotation marks could show a statement. */
  hasCue(passage: Pick<Passage, 'text' | 'sentences'>, within?: Span): boolean;
  /** Readings in the order of their cues, none below `MIN_CONFIDENCE`. */
  read(passage: Pick<Passage, 'text' | 'sentences'>): Reading[];
}

/** A quotation that nothing likelier accounts for is given to its likeliest cue; anything else must be likely by itself. */
export const MIN_CONFIDENCE_QUOTED = 0.1;
export const MIN_CONFIDENCE = 0.3;

/** @param isCue whether a word may introduce what nobody's quotation marks show; where none does and nothing is quoted, nothing is read */
export function createReader(weights: NetworkWeights, isCue: (word: string) => boolean): Reader {
  const wordsOf = createWordReader(isCue);
  const network = createNetwork(weights);
  /** The passage that was split last: it is asked about twice. */
  let last: { readonly text: string; readonly sentences: readonly Span[]; readonly words: Words } | undefined;
  const split = ({ text, sentences }: Pick<Passage, 'text' | 'sentences'>): Words => {
    if (last?.text !== text || last.sentences !== sentences)
      last = { text, sentences, words: wordsOf(text, sentences) };
    return last.words;
  };
  return {
    hasCue(passage, within) {
      const { isCue, start } = split(passage);
      if (!within) return isCue.includes(1);
      for (let at = isCue.indexOf(1); at >= 0; at = isCue.indexOf(1, at + 1)) {
        if ((start[at] as number) >= within.end) return false;
        if ((start[at] as number) >= within.start) return true;
      }
      return false;
    },
    read(passage) {
      const words = split(passage);
      const drafts: Draft[] = [];
      const hasQuotation = words.quoted.includes(1);
      // Only a quotation can make up for a low confidence (see accept).
      const floor = hasQuotation ? MIN_CONFIDENCE_QUOTED : MIN_CONFIDENCE;
      const least = Math.log(floor / (1 - floor));
      for (let i = 0; i < words.n; i += 1) {
        if (words.shape[i] === NO_WORD || !(hasQuotation || words.isCue[i])) continue;
        if (words.isTold[words.sentence[i] as number] === 0) continue;
        network.readAround(words, i);
        const odds = network.cue(i);
        if (odds < least) continue;
        const isCue = sigmoid(odds);
        const completed = complete(words, i, network, floor / isCue);
        if (completed) {
          const { content, source, confidence } = completed;
          drafts.push({ cue: i, confidence: isCue * confidence, content, source });
        }
      }
      return accept(words, shared(words, drafts)).map((draft) => toReading(words, draft));
    },
  };
}

/** A reading in word indexes, both ends included. */
interface Draft {
  readonly cue: number;
  readonly confidence: number;
  readonly content: readonly (readonly [number, number])[];
  readonly source: readonly [number, number] | null;
}

/** Its `confidence` is that of the edges alone. */
type Completed = Omit<Draft, 'cue'>;

/** Content behind the cue, before it or on both sides, then the source; null when nothing can be content, or nothing as sure as `least`. */
function complete(words: Words, cue: number, network: Network, least: number): Completed | null {
  let confidence = 1;
  const choose = (edge: Edge, candidates: readonly number[], reference = cue, kind = 0): Choice => {
    network.begin(edge, { cue, reference, kind });
    const choice = best(network.score(candidates), candidates);
    confidence *= choice.certainty;
    return choice;
  };
  const right = choose('rightStart', rightStarts(words, cue), cue, hasClosed(words, cue) ? 1 : 0);
  const left = choose('leftEnd', leftEnds(words, cue), cue, rightKind(words, cue, right.best));
  let [start, end] = [right.best, left.best];
  if (confidence < least) return null;
  // Somebody said something: where neither side was chosen, the side that came nearest is.
  if (start < 0 && end < 0) {
    if (right.margin >= left.margin) start = right.second;
    else end = left.second;
  }
  const content: [number, number][] = [];
  if (end >= 0) content.push([choose('leftStart', leftStarts(words, end), end).best, end]);
  if (start >= 0) content.push([start, choose('rightEnd', rightEnds(words, start), start).best]);
  if (content.length === 0 || confidence < least) return null;
  const has = (word: number): boolean => content.some(([from, to]) => from <= word && word <= to);
  const sides = (end >= 0 ? 1 : 0) + (start >= 0 ? 2 : 0);
  const last = choose('sourceEnd', sourceEnds(words, cue, has), cue, sides).best;
  if (last < 0) return { content, source: null, confidence };
  const firsts = sourceStarts(words, cue, last, has);
  const first = firsts.length === 0 ? last : choose('sourceStart', firsts, last).best;
  return { content, source: [first, last], confidence };
}

interface Choice {
  readonly best: number;
  /** Probability of the best one among all candidates. */
  readonly certainty: number;
  /** The best candidate that is not -1, and how far it lies above -1 (below: negative). */
  readonly second: number;
  readonly margin: number;
}

/** `values` are log-odds, one a candidate. */
function best(values: Float32Array, candidates: readonly number[]): Choice {
  let [at, highest] = [0, Number.NEGATIVE_INFINITY];
  let [second, secondHighest, none] = [-1, Number.NEGATIVE_INFINITY, 0];
  for (let i = 0; i < values.length; i += 1) {
    const [value, candidate] = [values[i] as number, candidates[i] as number];
    if (value > highest) [at, highest] = [i, value];
    if (candidate < 0) none = value;
    else if (value > secondHighest) [second, secondHighest] = [candidate, value];
  }
  let total = 0;
  for (const value of values) total += Math.exp(value - highest);
  return { best: candidates[at] ?? -1, certainty: 1 / total, second, margin: secondHighest - none };
}

/** How many drafts behind one are looked at for a quotation that both claim. */
const NEAR = 6;

/** `"A," said X. "B," said Y.`: "B" belongs to Y alone, whose cue stands in its sentence. Drafts come in the order of their cues. */
function shared(words: Words, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, position) => {
    const sentence = words.sentence[draft.cue] as number;
    const behind = drafts.slice(position + 1, position + 1 + NEAR);
    const content = draft.content.flatMap(([from, to]): (readonly [number, number])[] => {
      const next = behind.find(
        ({ cue, content: [first] }) =>
          (words.sentence[cue] as number) > sentence &&
          first !== undefined &&
          first[0] < cue &&
          from <= first[0] &&
          first[0] <= to,
      );
      const last = next?.content[0] ? next.content[0][0] - 1 : to;
      return last >= from ? [[from, last]] : [];
    });
    return content.length === 0 ? draft : { ...draft, content };
  });
}

/** Likeliest first: each takes the quoted words of its content; later ones need quoted words of their own, or certainty. */
function accept(words: Words, drafts: readonly Draft[]): Draft[] {
  const taken = new Uint8Array(words.n);
  const accepted: Draft[] = [];
  for (const draft of [...drafts].sort((a, b) => b.confidence - a.confidence || a.cue - b.cue)) {
    let [quoted, fresh] = [0, 0];
    for (const [from, to] of draft.content) {
      for (let i = from; i <= to; i += 1) {
        if (!words.quoted[i] || words.shape[i] === NO_WORD) continue;
        quoted += 1;
        if (!taken[i]) fresh += 1;
      }
    }
    // A quotation has one speaker; what is said within it has its cue there, too.
    if (quoted > 0 && fresh === 0 && !taken[draft.cue]) continue;
    const isQuotation = fresh >= 2 && !words.quoted[draft.cue];
    if (draft.confidence < (isQuotation ? MIN_CONFIDENCE_QUOTED : MIN_CONFIDENCE)) continue;
    for (const [from, to] of draft.content) taken.fill(1, from, to + 1);
    accepted.push(draft);
  }
  return accepted.sort((a, b) => a.cue - b.cue);
}

/** Parts of a word joined by hyphens at most. */
const LONGEST_WORD = 6;

/** "al-Harthi": a part of a word joined by a hyphen takes the whole word. */
function wholeWord(words: Words, [from, to]: readonly [number, number]): readonly [number, number] {
  let first = from;
  while (
    first > 0 &&
    from - first < LONGEST_WORD &&
    words.start[first] === words.end[first - 1] &&
    words.tag[first - 1] !== TAG.QOPEN
  )
    first -= 1;
  return [first, to];
}

function toReading(words: Words, { cue, confidence, content, source }: Draft): Reading {
  const span = ([from, to]: readonly [number, number]): Span => ({
    start: words.start[from] as number,
    end: words.end[to] as number,
  });
  let from = cue;
  while (from > 0 && isCuePart(words, from - 1, cue) && !source?.includes(from - 1)) from -= 1;
  return {
    cue: span([from, cue]),
    cueWord: words.lower[cue] as string,
    content: content.map(span),
    source: source ? span(wholeWord(words, source)) : null,
    confidence,
  };
}

/** "has long" before "denied": auxiliaries and adverbs belong to the cue. */
function isCuePart(words: Words, i: number, cue: number): boolean {
  const tag = words.tag[i];
  return (
    words.sentence[i] === words.sentence[cue] &&
    (tag === TAG.AUX || tag === TAG.ADV || tag === TAG.MODAL || tag === TAG.NEG)
  );
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
