// createReader(weights): finds cues, and for each its content and source, with trained linear models. Pure: the weights come as
// an argument. The models were trained by test/bench/train.ts; what on is told in CONTRIBUTING.md.
import type { Passage, Span } from '../../domain.ts';
import { leftEnds, leftStarts, mayBeCue, rightEnds, rightStarts, sourceEnds, sourceStarts } from './candidates.ts';
import { addLeftEnd, addLeftStart, addRightEnd, addRightStart, rightKind } from './contentFeatures.ts';
import { addCueFeatures } from './cueFeatures.ts';
import { Features, score, type Table } from './linear.ts';
import { addSourceEnd, addSourceStart, type ChosenContent } from './sourceFeatures.ts';
import { TAG } from './tags.ts';
import { createWordReader, type Words } from './words.ts';

/** The decisions, in the order of their tables in the weights file. */
export const DECISIONS = ['cue', 'rightStart', 'rightEnd', 'leftEnd', 'leftStart', 'sourceEnd', 'sourceStart'] as const;
export type Decision = (typeof DECISIONS)[number];
export type Tables = Readonly<Record<Decision, Table>>;

export interface ReaderWeights {
  readonly tables: Tables;
  /** A weight is its table's number divided by this. */
  readonly scale: number;
  /** Words that may be cues anywhere. */
  readonly cues: ReadonlySet<string>;
}

/** What was read of one cue; spans count in the passage's text. */
export interface Reading {
  readonly cue: Span;
  readonly cueWord: string;
  readonly content: readonly Span[];
  readonly source: Span | null;
  /** Probability that it is a statement at all, 0 to 1. */
  readonly confidence: number;
}

export interface Reader {
  /** Readings in the order of their cues, none below `MIN_CONFIDENCE`. */
  read(passage: Pick<Passage, 'text' | 'sentences'>): Reading[];
}

/** A quotation that nothing likelier accounts for is given to its likeliest cue; anything else must be likely by itself. */
export const MIN_CONFIDENCE_QUOTED = 0.2;
export const MIN_CONFIDENCE = 0.6;
/** Below this a cue is not looked at further. */
const FLOOR = MIN_CONFIDENCE_QUOTED;

export function createReader(weights: ReaderWeights): Reader {
  const wordsOf = createWordReader();
  const features = new Features();
  const isKnownCue = (word: string): boolean => weights.cues.has(word);
  return {
    read({ text, sentences }) {
      const words = wordsOf(text, sentences);
      const drafts: Draft[] = [];
      const hasQuotation = words.quoted.includes(1);
      for (let i = 0; i < words.n; i += 1) {
        if (!mayBeCue(words, i, isKnownCue)) continue;
        features.count = 0;
        addCueFeatures(words, i, features);
        const confidence = sigmoid(score(weights.tables.cue, features, 0, features.count) / weights.scale);
        // Only a quotation can make up for a low confidence (see accept).
        const floor = hasQuotation ? FLOOR : MIN_CONFIDENCE;
        const draft = confidence < floor ? null : complete(words, i, weights.tables, features);
        if (draft) drafts.push({ ...draft, cue: i, confidence });
      }
      return accept(words, drafts).map((draft) => toReading(words, draft));
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

function complete(words: Words, cue: number, tables: Tables, out: Features): Omit<Draft, 'cue' | 'confidence'> | null {
  const starts = rightStarts(words, cue);
  const right = choose(tables.rightStart, starts, out, (at) => addRightStart(words, cue, at, out));
  const kind = rightKind(words, cue, right.best);
  const ends = leftEnds(words, cue);
  const left = choose(tables.leftEnd, ends, out, (at) => addLeftEnd(words, cue, at, kind, out));
  let [start, end] = [right.best, left.best];
  // Somebody said something: where neither side was chosen, the side that came nearest is.
  if (start < 0 && end < 0) {
    if (right.margin >= left.margin) start = right.second;
    else end = left.second;
  }
  const content: [number, number][] = [];
  if (end >= 0) {
    const first = choose(tables.leftStart, leftStarts(words, end), out, (at) => addLeftStart(words, cue, end, at, out));
    content.push([first.best, end]);
  }
  const lasts = start >= 0 ? rightEnds(words, start) : [];
  if (lasts.length > 0) {
    const last = choose(tables.rightEnd, lasts, out, (at) => addRightEnd(words, cue, start, at, out));
    content.push([start, last.best]);
  }
  if (content.length === 0) return null;
  return { content, source: sourceOf(words, cue, content, { tables, out }) };
}

function sourceOf(
  words: Words,
  cue: number,
  content: readonly (readonly [number, number])[],
  { tables, out }: { readonly tables: Tables; readonly out: Features },
): readonly [number, number] | null {
  const chosen = chosenContent(cue, content);
  const ends = sourceEnds(words, cue, chosen.has);
  const end = choose(tables.sourceEnd, ends, out, (at) => addSourceEnd(words, cue, at, chosen, out)).best;
  if (end < 0) return null;
  const starts = sourceStarts(words, cue, end, chosen.has);
  if (starts.length === 0) return [end, end];
  return [choose(tables.sourceStart, starts, out, (at) => addSourceStart(words, cue, end, at, out)).best, end];
}

/** Content as the features of the source see it. */
export function chosenContent(cue: number, content: readonly (readonly [number, number])[]): ChosenContent {
  return {
    isLeft: content.some(([from]) => from < cue),
    isRight: content.some(([from]) => from > cue),
    has: (word) => content.some(([from, to]) => from <= word && word <= to),
  };
}

interface Choice {
  readonly best: number;
  /** The best candidate that is not -1, and how far it lies above -1 (below: negative). */
  readonly second: number;
  readonly margin: number;
}

function choose(table: Table, candidates: readonly number[], out: Features, add: (candidate: number) => void): Choice {
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  let second = -1;
  let secondScore = Number.NEGATIVE_INFINITY;
  let none = 0;
  for (const candidate of candidates) {
    out.count = 0;
    add(candidate);
    const value = score(table, out, 0, out.count);
    if (value > bestScore) [best, bestScore] = [candidate, value];
    if (candidate < 0) none = value;
    else if (value > secondScore) [second, secondScore] = [candidate, value];
  }
  return { best, second, margin: secondScore - none };
}

/** Likeliest first: each takes the quoted words of its content; later ones need quoted words of their own, or certainty. */
function accept(words: Words, drafts: readonly Draft[]): Draft[] {
  const taken = new Uint8Array(words.n);
  const accepted: Draft[] = [];
  for (const draft of [...drafts].sort((a, b) => b.confidence - a.confidence || a.cue - b.cue)) {
    let fresh = 0;
    for (const [from, to] of draft.content) {
      for (let i = from; i <= to; i += 1) if (words.quoted[i] && !taken[i] && words.shape[i] !== 4) fresh += 1;
    }
    const isQuotation = fresh >= 2 && !words.quoted[draft.cue];
    if (draft.confidence < (isQuotation ? MIN_CONFIDENCE_QUOTED : MIN_CONFIDENCE)) continue;
    for (const [from, to] of draft.content) taken.fill(1, from, to + 1);
    accepted.push(draft);
  }
  return accepted.sort((a, b) => a.cue - b.cue);
}

/** "al-Harthi": a part of a word joined by a hyphen takes the whole word. */
function wholeWord(words: Words, [from, to]: readonly [number, number]): readonly [number, number] {
  let first = from;
  while (first > 0 && words.start[first] === words.end[first - 1] && words.tag[first - 1] !== TAG.QOPEN) first -= 1;
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

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
