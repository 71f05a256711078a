// persist(connect): connects again and again until it works; what a platform refuses is a setting to be mended, and ends it.
import type { PlatformError } from '../errors.ts';
import type { Log } from './log.ts';

/** Resolves after so many milliseconds; rejects when `signal` says so before. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

export interface PersistParts {
  /** "discord": what the log calls it. */
  readonly platform: string;
  readonly log: Log;
  readonly wait: Wait;
  /** Ends it when the process is stopped meanwhile. */
  readonly signal: AbortSignal;
  /** What no further try would change; undefined: whatever may pass. */
  readonly refusalOf: (cause: unknown) => PlatformError | undefined;
}

/** Between two tries, in milliseconds; the last one again and again. Discord allows 1,000 log-ins a day. */
export const PAUSES = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000];

/** @throws PlatformError; the signal's reason */
export async function persist<Result>(
  connect: () => Promise<Result>,
  { platform, log, wait, signal, refusalOf }: PersistParts,
): Promise<Result> {
  const stopped = new Promise<never>((_, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  // Where nobody waits for it any more it is no fault.
  stopped.catch(() => undefined);
  for (let tries = 0; ; tries += 1) {
    try {
      return await Promise.race([connect(), stopped]);
    } catch (cause) {
      signal.throwIfAborted();
      const refused = refusalOf(cause);
      if (refused) throw refused;
      const pause = PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 0;
      log.warn({ cause, nextTryIn: pause }, `${platform}: can’t be reached; it is tried again`);
      await wait(pause, signal);
    }
  }
}
