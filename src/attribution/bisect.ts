// lowerBound(list, at): look-up in spans that are in the order of the text, so that a long passage costs no more a look than a
// short one.
import type { Span } from '../domain.ts';

/** Position of the first span that starts at or behind `at`; the length of the list when none does. */
export function lowerBound(list: readonly Pick<Span, 'start'>[], at: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
