// sharedText(a, b): whether two texts are one, printed by two outlets, and how much of the shorter the other has. Cut, shuffled, edited and with
// paragraphs put in it stays one; an article that quotes the same words, goes on from it, or fills the same template does not.
import type { Fingerprint } from './fingerprint.ts';

/** Of the shorter text's runs. Between a third, which live blogs share from hour to hour, and what is left of a text that was cut and edited. */
const LEAST_SHARE = 0.55;
/** Of the longer text's: half of it may be cut, and of the half a few words changed. */
const LEAST_OF_LONGER = 0.33;
/** Runs: fewer are a greeting or a headline, and one text only where all are the same. */
const LEAST_RUNS = 12;
/** Runs in which only the figures differ: of a lone corrected figure four. */
const MOST_OTHER_FIGURES = 7;
/** … of all runs with figures that they share but for these. */
const MOST_OTHER_SHARE = 0.4;

/** Between 0 and 1, the share of the shorter text's runs; null: they are not the same text. */
export function sharedText(a: Fingerprint, b: Fingerprint): number | null {
  const [short, long] = a.runs.length <= b.runs.length ? [a.runs, b.runs] : [b.runs, a.runs];
  if (short.length < LEAST_OF_LONGER * long.length) return null;
  const shared = countShared(short, long);
  if (shared < LEAST_RUNS && !(shared > 0 && shared === long.length)) return null;
  const share = shared / short.length;
  if (share < LEAST_SHARE || shared < LEAST_OF_LONGER * long.length) return null;
  return isOtherDay(a, b) ? null : share;
}

/** Both ascending. */
function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared;
}

/** The words around the figures are the same and the figures are not: one template, two days. */
function isOtherDay({ figures: a }: Fingerprint, { figures: b }: Fingerprint): boolean {
  let [same, other] = [0, 0];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference < 0) i += 2;
    else if (difference > 0) j += 2;
    else {
      const [endA, endB] = [endOfRun(a, i), endOfRun(b, j)];
      const alike = countShared(printedIn(a, i, endA), printedIn(b, j, endB));
      same += alike;
      other += Math.min(endA - i, endB - j) / 2 - alike;
      [i, j] = [endA, endB];
    }
  }
  return other > MOST_OTHER_FIGURES && other > MOST_OTHER_SHARE * (same + other);
}

/** Where pairs with the same words around their figures end. */
function endOfRun(pairs: Uint32Array, start: number): number {
  let end = start + 2;
  while (pairs[end] === pairs[start]) end += 2;
  return end;
}

function printedIn(pairs: Uint32Array, start: number, end: number): Uint32Array {
  return pairs.subarray(start, end).filter((_, at) => at % 2 === 1);
}
