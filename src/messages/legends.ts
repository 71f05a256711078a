// legendsOf(parts): what marks mean that do not explain themselves, on platforms that underline and strike through.
import type { Part, Run } from './message.ts';

const LEGENDS: readonly (readonly [styles: readonly Run['style'][], words: string])[] = [
  [['left-out'], 'Underlined: printed, and not in the quotation given.'],
  [['put-in'], 'Struck through: in the quotation given, and not printed.'],
  [['here'], 'Underlined: printed in this article alone.'],
  [['first'], 'Struck through: printed in the first article, and not in this one.'],
];

/** What marks mean that do not explain themselves. */
export function legendsOf(parts: readonly Part[]): string[] {
  const styles = new Set(parts.flatMap(runsOf).map(({ style }) => style));
  return LEGENDS.filter(([wanted]) => wanted.some((style) => styles.has(style))).map(([, words]) => words);
}

function runsOf(part: Part): readonly Run[] {
  if (part.kind === 'text') return part.runs;
  if (part.kind !== 'finding') return [];
  return [...part.quote.runs, ...(part.also?.places ?? []).flatMap(({ runs }) => runs)];
}
