// When a feed is asked again, and a page: from what is set, what the server says, and how often it failed.

const HOUR_MS = 3_600_000;
/** However long a server says: a feed is looked at once a day. */
export const LONGEST_MS = 24 * HOUR_MS;
/** Milliseconds until the next try of a page: chosen by eye, for sites list what is there a moment later, or is down for an hour. */
const PAGE_RETRY_MS = [5 * 60_000, 30 * 60_000, 2 * HOUR_MS];
/** Tries of a page where its server asks each time to come back later. */
const MOST_ASKED = 10;

/** A tenth more or less, so that feeds that were set up together are not asked together. `random`: 0 to 1. */
function jittered(ms: number, random: number): number {
  return Math.round(ms * (0.9 + 0.2 * random));
}

/** Milliseconds. `freshFor`: what it gave may be kept so long; never asked before. */
export function nextLook(everyMinutes: number, freshFor: number | null, random: number): number {
  const fresh = Math.min(Math.max(freshFor ?? 0, 0), LONGEST_MS) * (1 + 0.1 * random);
  return Math.max(jittered(everyMinutes * 60_000, random), fresh);
}

/** After `failures` in a row, from 1: twice as long each time. `retryAfter`: never asked before. */
export function nextTry(everyMinutes: number, failures: number, retryAfter: number | null, random: number): number {
  const pause = Math.min(everyMinutes * 60_000 * 2 ** Math.min(failures - 1, 20), LONGEST_MS);
  const asked = Math.min(Math.max(retryAfter ?? 0, 0), LONGEST_MS) * (1 + 0.1 * random);
  return Math.max(jittered(pause, random), asked);
}

/** After `attempts` of a page that failed, from 1; null: no more. */
export function nextPageTry(attempts: number, retryAfter: number | null, random: number): number | null {
  const pause = PAGE_RETRY_MS[attempts - 1];
  if (retryAfter === null) return pause === undefined ? null : jittered(pause, random);
  if (attempts >= MOST_ASKED) return null;
  return nextTry(5, attempts, retryAfter, random);
}
