// A list of what happened that can be waited on: tests await what arrives, and never sleep. A wait that nothing ends fails
// with what did arrive.

/** Chosen by eye: a machine that is busy answers within a second; an answer that is missing must not cost a whole run. */
export const WAIT_MS = 5_000;

interface Waiter<T> {
  readonly from: number;
  readonly isWanted: (item: T) => boolean;
  readonly resolve: (item: T) => void;
}

export interface Wait {
  /** The first item that counts; 0, the default, counts all from the beginning. */
  readonly from?: number;
  readonly timeoutMs?: number;
}

export class Journal<T> {
  readonly #items: T[] = [];
  readonly #waiters = new Set<Waiter<T>>();
  readonly #show: (item: T) => string;

  /** @param show one line that tells an item to whoever reads a failed wait. */
  constructor(show: (item: T) => string) {
    this.#show = show;
  }

  get items(): readonly T[] {
    return this.#items;
  }

  add(item: T): void {
    this.#items.push(item);
    const position = this.#items.length - 1;
    for (const waiter of [...this.#waiters]) {
      if (position < waiter.from || !waiter.isWanted(item)) continue;
      this.#waiters.delete(waiter);
      waiter.resolve(item);
    }
  }

  /**
   * The first item that is wanted, also one that is there already.
   * @param what names it in the error: "a heartbeat", "an answer to /ask".
   * @throws Error after `timeoutMs`, with the last items that did arrive.
   */
  until(isWanted: (item: T) => boolean, what: string, { from = 0, timeoutMs = WAIT_MS }: Wait = {}): Promise<T> {
    const found = this.#items.slice(from).find(isWanted);
    if (found !== undefined) return Promise.resolve(found);
    // Made here, where its stack names the test that waits.
    const error = new Error(`Waited ${timeoutMs} ms in vain for ${what}.`);
    return new Promise((resolve, reject) => {
      const waiter = {
        from,
        isWanted,
        resolve: (item: T) => {
          clearTimeout(timer);
          resolve(item);
        },
      };
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        error.message += ` ${this.#tellLast()}`;
        reject(error);
      }, timeoutMs);
      this.#waiters.add(waiter);
    });
  }

  #tellLast(): string {
    // Chosen by eye: enough to see what came instead.
    const last = this.#items.slice(-8).map((item) => `\n  ${this.#show(item)}`);
    return last.length === 0 ? 'Nothing has arrived at all.' : `Last to arrive:${last.join('')}`;
  }
}
