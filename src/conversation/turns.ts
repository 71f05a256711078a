// createTurns(atOnce, breathe): work that is done in the order in which it came, a few at a time, so that the process can take in what comes
// meanwhile, and tell how much is waiting.

export interface Turns {
  /** Resolves with what the work gives, once it was its turn. */
  take<Result>(work: () => Promise<Result>): Promise<Result>;
  /** How many have not had their turn yet. */
  readonly waiting: number;
}

/** @param breathe resolves after the event loop has turned once: setImmediate of node:timers/promises */
export function createTurns(atOnce: number, breathe: () => Promise<unknown>): Turns {
  const queue: (() => void)[] = [];
  let free = atOnce;
  const next = (): void => {
    const first = queue.shift();
    if (first) first();
    else free += 1;
  };
  return {
    get waiting() {
      return queue.length;
    },
    async take(work) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => queue.push(resolve));
      try {
        await breathe();
        return await work();
      } finally {
        next();
      }
    },
  };
}
