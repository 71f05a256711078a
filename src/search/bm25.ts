// BM25 in two parts, as Robertson and Zaragoza write it: how much a text's length is held against it, and what a word gives that stands
// there several times. Its usual constants are taken; others made no difference on three sets of questions.

/** How soon a repeated word stops counting. */
const K = 1.2;
/** How much a long text is held against it: 0 not at all, 1 in full. */
const B = 0.7;

/** @param size tokens of the text @param mean tokens of a text on average, above 0 */
export function lengthPenalty(size: number, mean: number): number {
  return K * (1 - B + (B * size) / (mean || 1));
}

/** Between 0 and 1: the share of what a word gives at most. */
export function saturated(count: number, penalty: number): number {
  return count / (count + penalty);
}
