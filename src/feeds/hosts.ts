// createHosts(parts): one request at a time to each host, with a pause behind it, whichever feed or page it is for; and hosts that asked to be
// left alone for a while.

/** Milliseconds between two requests to one host. Chosen by eye: half of what a person who reads would do. */
export const HOST_PAUSE_MS = 2_000;

export interface Hosts {
  /** Does the work when it is the host's turn. @throws what the work throws, and what `wait` throws when the signal is raised */
  visit<Value>(address: string, work: () => Promise<Value>, signal: AbortSignal): Promise<Value>;
  /** Nobody is to ask this host before. */
  leaveAlone(address: string, until: Date): void;
  /** Null: it may be asked. */
  leftAloneUntil(address: string): Date | null;
}

interface Parts {
  readonly now: () => Date;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export function createHosts({ now, wait }: Parts): Hosts {
  const last = new Map<string, Promise<unknown>>();
  const free = new Map<string, number>();
  const alone = new Map<string, Date>();
  const hostOf = (address: string): string => new URL(address).host;
  return {
    visit(address, work, signal) {
      const host = hostOf(address);
      const visit = async <Value>(of: () => Promise<Value>): Promise<Value> => {
        const pause = (free.get(host) ?? 0) - now().getTime();
        // A clock that was put back would have everybody wait for as long.
        if (pause > 0) await wait(Math.min(pause, HOST_PAUSE_MS), signal);
        signal.throwIfAborted();
        try {
          return await of();
        } finally {
          free.set(host, now().getTime() + HOST_PAUSE_MS);
        }
      };
      const before = last.get(host) ?? Promise.resolve();
      const own = before.catch(() => undefined).then(() => visit(work));
      const settled = own
        .catch(() => undefined)
        .then(() => {
          if (last.get(host) === settled) last.delete(host);
        });
      last.set(host, settled);
      return own;
    },
    leaveAlone(address, until) {
      const host = hostOf(address);
      if (until > (alone.get(host) ?? new Date(0))) alone.set(host, until);
    },
    leftAloneUntil(address) {
      const host = hostOf(address);
      const until = alone.get(host);
      if (until === undefined) return null;
      if (until > now()) return until;
      alone.delete(host);
      return null;
    },
  };
}
