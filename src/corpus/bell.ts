// createBell(times): many events in a short time to one.
import { setTimeout } from 'node:timers/promises';

export interface BellTimes {
  /** Milliseconds without an event after which it is quiet. */
  readonly quietMs: number;
  /** Milliseconds after which nobody waits for quiet any longer. */
  readonly longestMs: number;
}

export interface Bell {
  /** @param path what it is about; null: nobody knows */
  ring(path: string | null): void;
  /** What it was rung about, once it is quiet again; nothing, when it was not rung for so many milliseconds or the signal came. */
  next(mostMs: number): Promise<ReadonlySet<string>>;
}

export function createBell({ quietMs, longestMs }: BellTimes, signal: AbortSignal): Bell {
  let paths = new Set<string>();
  let rings = 0;
  let wake = new AbortController();
  const pause = (ms: number, ...until: readonly AbortSignal[]): Promise<void> =>
    setTimeout(ms, undefined, { ref: false, signal: AbortSignal.any([signal, ...until]) }).catch(() => undefined);
  return {
    ring(path) {
      rings += 1;
      if (path !== null) paths.add(path);
      wake.abort();
    },
    async next(mostMs) {
      if (rings === 0) await pause(mostMs, wake.signal);
      const end = performance.now() + longestMs;
      let heard = 0;
      while (rings > heard && !signal.aborted && performance.now() < end) {
        heard = rings;
        await pause(Math.min(quietMs, end - performance.now()));
      }
      const rung = paths;
      [paths, rings, wake] = [new Set(), 0, new AbortController()];
      return rung;
    },
  };
}
