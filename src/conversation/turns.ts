// createTurns(atOnce, breathe): work that is done in the order in which it came, a few at a time, so that the process can take in what comes
// meanwhile, and tell how much is waiting.

export interface Turns {
  /** Resolves with what the work gives, once it was its turn. */
  take<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Something that is not to be held up by the others: while it is underway each of them lets the event loop turn more often before it begins. */
  first<Result>(work: () => Promise<Result>): Promise<Result>;
  /** How many have not had their turn yet. */
  readonly waiting: number;
}

/** Turns of the event loop that one waits at most for what comes first. Chosen by eye: what hangs must not keep the others. */
const PATIENCE = 20;

/** @param breathe resolves after the event loop has turned once: setImmediate of node:timers/promises */
export function createTurns(atOnce: number, breathe: () => Promise<unknown>): Turns {
  const queue: (() => void)[] = [];
  let free = atOnce;
  let urgent = 0;
  const next = (): void => {
    const first = queue.shift();
    if (first) first();
    else free += 1;
  };
  return {
    get waiting() {
      return queue.length;
    },
    async first(work) {
      urgent += 1;
      try {
        return await work();
      } finally {
        urgent -= 1;
      }
    },
    async take(work) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => queue.push(resolve));
      try {
        await breathe();
        for (let turns = 1; urgent > 0 && turns < PATIENCE; turns += 1) await breathe();
        return await work();
      } finally {
        next();
      }
    },
  };
}
