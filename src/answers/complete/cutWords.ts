// Which words of what was said are shown where there is room for some: from where to where, never without a "not" that stands before them.
import { isNegation, type Token } from '../../search/tokens.ts';

/** True where a "not" stands in the same clause before the token at a place. */
export function leavesOutNot(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at > 0 && tokens[at]?.isAfterBreak === false; at -= 1)
    if (isNegation(tokens[at - 1]?.word ?? '')) return true;
  return false;
}

/** Printed words, on one line. */
export function textOf(text: string, tokens: readonly Token[]): string {
  return text.slice(tokens[0]?.start, tokens.at(-1)?.end).replace(/\s+/gu, ' ');
}

/** Share of the room that words before the typed ones take at most, when not all of them fit. Chosen by eye. */
const BEFORE_SHARE = 0.4;

/**
 * The token to begin with: the first, unless the typed words would then be out of sight; else where a clause begins. Null where a "not" of
 * that clause would be left out.
 */
export function firstShown(tokens: readonly Token[], words: readonly string[], units: number): number | null {
  const [first = ''] = words;
  const side = tokens.findIndex((_, at) =>
    words.every((word, offset) => tokens[at + offset]?.word.startsWith(word) === true),
  );
  const found = side >= 0 ? side : tokens.findIndex(({ word }) => word.startsWith(first));
  const last = tokens[found + words.length - 1] ?? tokens.at(-1);
  if (found <= 0 || !last || last.end - (tokens[0]?.start ?? 0) <= units) return 0;
  const reach = (tokens[found]?.start ?? 0) - units * BEFORE_SHARE;
  const earliest = tokens.findIndex(({ start }) => start >= reach);
  const breaks = tokens.flatMap(({ isAfterBreak }, at) => (isAfterBreak && at <= found ? [at] : []));
  const from = breaks.find((at) => at >= earliest) ?? earliest;
  return leavesOutNot(tokens, from) ? null : from;
}

/** As many tokens as fit. */
export function cutOf(
  text: string,
  { tokens, from, units }: { readonly tokens: readonly Token[]; readonly from: number; readonly units: number },
): { from: number; to: number } {
  let to = from;
  while (to < tokens.length && textOf(text, tokens.slice(from, to + 1)).length <= units) to += 1;
  return { from, to };
}
