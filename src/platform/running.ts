// createUnderway(parts): what is being answered on a platform, so that it is answered before the process ends.
import type { Log } from './log.ts';
import type { Wait } from './persist.ts';

/** A platform that is connected. */
export interface Running {
  /** True while somebody waits for an answer. */
  readonly isBusy: () => boolean;
  /** Answers what is being answered, at most for `graceMs`, and says goodbye. */
  stop(graceMs: number): Promise<void>;
}

export interface UnderwayParts {
  /** "discord": what the log calls it. */
  readonly platform: string;
  readonly log: Log;
  readonly wait: Wait;
}

export interface Underway {
  /** Gives the work itself. */
  track(work: Promise<void>): Promise<void>;
  /** True once the process is being stopped: what comes now is answered with "ask again". */
  readonly isStopping: () => boolean;
  /** @param goodbye ends the connections; it may take forever */
  running(goodbye: () => Promise<unknown>): Running;
}

/** Milliseconds for ending connections. Chosen by eye. */
const GOODBYE = 2_000;

export function createUnderway({ platform, log, wait }: UnderwayParts): Underway {
  const underway = new Set<Promise<void>>();
  let isStopping = false;
  /** What comes meanwhile, and is told to come back, included. */
  const allDone = async (): Promise<void> => {
    while (underway.size > 0) await Promise.allSettled(underway);
  };
  return {
    isStopping: () => isStopping,
    track(work) {
      const tracked = work.finally(() => underway.delete(tracked));
      underway.add(tracked);
      return tracked;
    },
    running: (goodbye) => ({
      isBusy: () => underway.size > 0,
      async stop(graceMs) {
        isStopping = true;
        await Promise.race([allDone(), wait(graceMs)]);
        if (underway.size > 0) log.warn({ left: underway.size }, `${platform}: stopped before everything was answered`);
        await Promise.race([goodbye(), wait(GOODBYE)]);
      },
    }),
  };
}
