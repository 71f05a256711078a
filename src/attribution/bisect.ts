// Look-up in spans by their place, so that a long passage costs no more a look than a short one: lowerBound(list, at) in a list that is
// in the order of the text, findOverlapping(items) in any.
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

/** A look-up of the items whose span shares a unit with the one given, in the order of `items`. */
export function findOverlapping<Item>(
  items: readonly Item[],
  spanOf: (item: Item) => Span,
): (span: Span) => readonly Item[] {
  const sorted = items
    .map((item, order) => ({ item, order, start: spanOf(item).start, end: spanOf(item).end }))
    .sort((a, b) => a.start - b.start);
  // The furthest end so far: where it lies before the span, nothing further left can reach it.
  const furthest: number[] = [];
  for (const { end } of sorted) furthest.push(Math.max(end, furthest.at(-1) ?? end));
  return (span) => {
    const found: typeof sorted = [];
    for (let at = lowerBound(sorted, span.end) - 1; at >= 0 && (furthest[at] ?? 0) > span.start; at -= 1) {
      const entry = sorted[at];
      if (entry && entry.end > span.start) found.push(entry);
    }
    return found.sort((a, b) => a.order - b.order).map(({ item }) => item);
  };
}
