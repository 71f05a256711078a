// findLargest(load): the largest corpus that can be loaded in two gigabytes, found by trying sizes, each in a process of its own.
import type { Measured } from './result.ts';

/** Bytes that the process may have at any moment until the index stands, in megabytes. */
export const MOST_MEMORY = 2000;
/** Two sizes as near as this to each other are the same. */
const NEAR = 0.06;
const MOST_TRIES = 6;

/** `load` gives null where the heap did not suffice. `known`: a size that was measured, to guess from. */
export async function findLargest(
  known: Measured,
  load: (articles: number) => Promise<Measured | null>,
): Promise<Measured> {
  let best = known;
  let tooLarge = Number.POSITIVE_INFINITY;
  let next = guess(known, known.articles * 10);
  for (let tries = 0; tries < MOST_TRIES && tooLarge / best.articles > 1 + NEAR; tries += 1) {
    const measured = await load(next);
    if (measured && measured.memory.peak <= MOST_MEMORY) best = measured;
    else tooLarge = Math.min(tooLarge, next);
    const between = Math.round((best.articles + Math.min(tooLarge, best.articles * 2)) / 2);
    const guessed = guess(measured ?? best, between);
    next = guessed > best.articles && guessed < tooLarge ? guessed : between;
  }
  return best;
}

/** Memory grows with the articles; a little less than what should just fit. `otherwise` where that tells nothing. */
function guess({ articles, memory }: Measured, otherwise: number): number {
  const perArticle = (memory.peak - EMPTY) / articles;
  return perArticle > 0 ? Math.round(((MOST_MEMORY - EMPTY) / perArticle) * 0.97) : otherwise;
}

/** Megabytes of the process before it has read anything, about. */
const EMPTY = 100;
