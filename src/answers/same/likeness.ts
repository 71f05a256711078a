// likenessOf(a, b): how much of what two statements say is the same, word by word in order; null where they do not say the same. Wrong
// company is worse than none: one "not", another number, another name, an opposite verb sets two statements apart whatever else they share.

import { editDistance } from '../../editDistance.ts';
import { type Gap, gapsOf, isContrary, type Pair } from './contrary.ts';
import type { TellingWord, Wording } from './wording.ts';

/** Of the invented pairs of the tests, those that are the same share 0.73 and more; those that nothing else tells apart 0.67 and less. */
const SAME_SHARE = 0.7;
/** Where as many words within quotation marks are the same on both sides, one side may have left out more of what was said. */
const QUOTED_ROW = 5;
export const LEAST_SHARE = 0.5;
/** Of an unnamed source nothing else tells that it is the same. Chosen by eye. */
const QUOTED_ROW_UNNAMED = 6;
/** Telling words in such a row: "that we will have to" is anybody's. */
const TELLING_IN_ROW = 3;
/** Fewer telling words are the same by chance, unless there are no others. */
const LEAST_SAME = 3;
const LEAST_IDENTICAL = 2;
/** A word in place of another is worse than a word more: it may be a synonym, or the opposite. */
const REPLACED = 2;

/** Between 0 and 1; `source`: whether it is known to be the same, or only its words are: "a senior official". */
export function likenessOf(a: Wording, b: Wording, source: 'sure' | 'unnamed'): number | null {
  const isUnnamed = source === 'unnamed';
  if (Math.min(a.words.length, b.words.length) < LEAST_IDENTICAL || shareAtMost(a, b) < LEAST_SHARE) return null;
  const pairs = alignWords(a.words, b.words);
  const share = shareOf(pairs.length, gapsOf(a, b, pairs));
  if (share < LEAST_SHARE || (pairs.length < LEAST_SAME && share < 1)) return null;
  if (isContrary(a, b, pairs)) return null;
  if (share >= SAME_SHARE && !isUnnamed) return share;
  return longestQuotedRow(a, b) >= (isUnnamed ? QUOTED_ROW_UNNAMED : QUOTED_ROW) ? share : null;
}

function shareOf(same: number, gaps: readonly Gap[]): number {
  const other = gaps.reduce((sum, { a, b }) => sum + a.length + b.length + REPLACED * Math.min(a.length, b.length), 0);
  return same === 0 ? 0 : (2 * same) / (2 * same + other);
}

/** The most that the share can be, whatever the order: a quick look before words are aligned. */
function shareAtMost(a: Wording, b: Wording): number {
  const left = new Map<string, number>();
  for (const { form } of a.words) left.set(form, (left.get(form) ?? 0) + 1);
  let same = 0;
  for (const { form } of b.words) {
    const count = left.get(form) ?? 0;
    if (count > 0) same += 1;
    left.set(form, count - 1);
  }
  return (2 * same) / (a.words.length + b.words.length);
}

/** The same form, or a name that is written nearly the same: Zelensky, Zelenskyy. */
function isSameWord(a: TellingWord | undefined, b: TellingWord | undefined): boolean {
  if (!a || !b) return false;
  if (a.form === b.form) return true;
  if (a.kind !== 'name' || b.kind !== 'name' || Math.min(a.form.length, b.form.length) < LEAST_LETTERS) return false;
  return editDistance(a.form, b.form, 1) <= 1;
}

/** Iran and Iraq are one letter apart. */
const LEAST_LETTERS = 7;

/** Positions of the longest list of words that both have in this order. */
function alignWords(a: readonly TellingWord[], b: readonly TellingWord[]): Pair[] {
  const width = b.length + 1;
  const table = new Int32Array((a.length + 1) * width);
  const cell = (i: number, j: number): number => table[i * width + j] ?? 0;
  const isSame = (i: number, j: number): boolean => isSameWord(a[i], b[j]);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] = isSame(i, j) ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (isSame(i, j)) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (cell(i + 1, j) >= cell(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** How many words within quotation marks stand side by side in both, when enough of them tell something; else 0. */
function longestQuotedRow(a: Wording, b: Wording): number {
  let longest = 0;
  let before = new Int32Array(b.tokens.length + 1);
  for (const [i, { word }] of a.tokens.entries()) {
    const row = new Int32Array(b.tokens.length + 1);
    if (a.quoted[i] === 1) {
      for (const [j, other] of b.tokens.entries()) {
        if (b.quoted[j] !== 1 || other.word !== word) continue;
        const length = (before[j] ?? 0) + 1;
        row[j + 1] = length;
        const isTelling = (): boolean =>
          a.tokens.slice(i + 1 - length, i + 1).filter(({ isStop }) => !isStop).length >= TELLING_IN_ROW;
        if (length > longest && length >= QUOTED_ROW && isTelling()) longest = length;
      }
    }
    before = row;
  }
  return longest;
}
