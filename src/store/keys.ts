// What a query is given is checked before it, so that every database refuses the same, and says so in the same words.
import { MAX_KEY_LENGTH } from './store.ts';

/** The key itself. @throws RangeError where no database could be sure to index it: a bug of the caller. */
export function keyOf(key: string): string {
  if (key.length <= MAX_KEY_LENGTH) return key;
  throw new RangeError(
    `a key of the store has at most ${MAX_KEY_LENGTH} characters, not ${key.length}: ${key.slice(0, 40)}…`,
  );
}

/** Milliseconds since 1970 in UTC. @throws RangeError for an invalid date, which would be stored as nothing. */
export function timeOf(at: Date): number {
  const time = at.getTime();
  if (Number.isNaN(time)) throw new RangeError('the store was given an invalid date');
  return time;
}
