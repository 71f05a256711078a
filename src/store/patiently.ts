// Waits for a lock without stopping the process: SQLite's own busy timeout sleeps in the thread that also has to answer people.
import { isBusy } from './sqliteFaults.ts';

/** May be changed while the database is open. */
export interface Patience {
  /** How long a locked file or a server that can't be reached is waited for, in milliseconds. */
  ms: number;
  /** How long a server may take for one answer, in milliseconds; left out: as long as it takes. A file takes no notice. */
  answerMs?: number;
}

/** Chosen by eye: another process's write takes a fraction of a millisecond. */
const [FIRST_MS, LONGEST_MS] = [1, 50];

/** Does the work, again and again while the database is locked, until `patienceMs` have been waited; then the error is thrown. */
export async function patiently<T>(work: () => T, patienceMs: number): Promise<T> {
  let delay = FIRST_MS;
  for (let waited = 0; ; waited += delay, delay = Math.min(2 * delay, LONGEST_MS)) {
    try {
      return work();
    } catch (cause) {
      if (!isBusy(cause) || waited >= patienceMs) throw cause;
    }
    const ms = delay;
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
}
