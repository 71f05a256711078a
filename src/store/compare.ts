// Order is made here, never by a query: databases have orders of their own for texts.

/** By UTF-16 units. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
