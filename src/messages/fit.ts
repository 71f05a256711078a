// Long passages are shown by whole sentences around what matters, never cut inside one: a true half of a sentence can say
// the opposite of the whole.
import type { Passage, Span } from '../domain.ts';

/** A part of a passage that fits; the flags say where the passage goes on. */
export interface Fitted extends Span {
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/**
 * The sentences that hold `focus` (all of them, when it is empty: from the first), and as many before and behind as fit into
 * `maxChars`, before first: what precedes tells who speaks. A sentence of the focus is shown whole even when it alone is longer.
 */
export function fitPassage(
  passage: Pick<Passage, 'text' | 'sentences'>,
  focus: readonly Span[],
  maxChars: number,
): Fitted {
  const { text, sentences } = passage;
  const last = sentences.length - 1;
  if (text.length <= maxChars || last < 0) return { start: 0, end: text.length, isCutBefore: false, isCutAfter: false };
  const touched = sentences.flatMap((sentence, index) =>
    focus.some((span) => span.start < sentence.end && sentence.start < span.end) ? [index] : [],
  );
  let from = touched[0] ?? 0;
  let to = touched.at(-1) ?? from;
  const length = (a: number, b: number): number => (sentences[b]?.end ?? 0) - (sentences[a]?.start ?? 0);
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    if (from > 0 && length(from - 1, to) <= maxChars) {
      from -= 1;
      isGrowing = true;
    } else if (to < last && length(from, to + 1) <= maxChars) {
      to += 1;
      isGrowing = true;
    }
  }
  const start = sentences[from]?.start ?? 0;
  const end = sentences[to]?.end ?? text.length;
  return { start, end, isCutBefore: from > 0, isCutAfter: to < last };
}
