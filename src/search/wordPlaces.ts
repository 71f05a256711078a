// createWordPlaces(store): where words stand as they are typed: texts that have them in this order, and places where they stand side by
// side. The rarest word that is indexed tells where to look; words that are all function words are looked for in every text.
import type { TokenStore } from './tokenStore.ts';
import type { Token } from './tokens.ts';
import { frequencyOf } from './vocabulary.ts';

/** Words side by side in the text of a row: the first begins at `start`, the last ends at `end`. */
export interface WordPlace {
  readonly row: number;
  /** Where the word before ends (null: there is none), and where the word behind begins. */
  readonly before: number | null;
  readonly start: number;
  readonly end: number;
  readonly behind: number | null;
}

export interface WordPlaces {
  /** Rows that have every word in this order, whatever stands between them; in their order. */
  inOrder(words: readonly Token[]): number[];
  /** Places where the words stand side by side, row by row. */
  sideBySide(words: readonly Token[]): Generator<WordPlace>;
}

/** `rowsWith`: rows that have one of some stems. */
export function createWordPlaces(
  store: TokenStore,
  rowsWith: (stems: readonly string[]) => readonly number[],
): WordPlaces {
  /** The words as numbers, and the rows that may have them all. */
  const lookUp = (
    words: readonly Token[],
  ): { readonly numbers: readonly number[]; readonly rows: readonly number[] } => {
    const numbers = words.map(({ word }) => store.numberOfWord(word) ?? -1);
    if (numbers.length === 0 || numbers.includes(-1)) return { numbers, rows: [] };
    const [rarest] = words
      .filter(({ isStop }) => !isStop)
      .map(({ stem }) => ({ stem, frequency: frequencyOf(store, stem) }))
      .sort((a, b) => a.frequency - b.frequency);
    if (rarest) return { numbers, rows: [...rowsWith([rarest.stem])].sort((a, b) => a - b) };
    return { numbers, rows: Array.from({ length: store.rows }, (_, row) => row) };
  };
  return {
    inOrder(words) {
      const { numbers, rows } = lookUp(words);
      const { words: all } = store.columns();
      return rows.filter((row) => {
        const { from, to } = store.row(row);
        let next = 0;
        for (let at = from; at < to && next < numbers.length; at += 1) if (all[at] === numbers[next]) next += 1;
        return next === numbers.length;
      });
    },
    *sideBySide(words) {
      const { numbers, rows } = lookUp(words);
      const { words: all, begins, ends } = store.columns();
      for (const row of rows) {
        const { from, to } = store.row(row);
        for (let at = from; at + numbers.length <= to; at += 1) {
          if (all[at] !== numbers[0] || !numbers.every((number, offset) => all[at + offset] === number)) continue;
          const last = at + numbers.length - 1;
          yield {
            row,
            before: at === from ? null : (ends[at - 1] as number),
            start: begins[at] as number,
            end: ends[last] as number,
            behind: last + 1 === to ? null : (begins[last + 1] as number),
          };
        }
      }
    },
  };
}
