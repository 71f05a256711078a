// watching(dir): a watch over a corpus folder, and what it tells, to be waited for.
import { onTestFinished } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { type CorpusChange, type WatchParts, watchCorpus } from '../../src/corpus/watch.ts';
import { type Fault, formatFault } from '../../src/errors.ts';

export type Told =
  | { readonly kind: 'change'; readonly change: CorpusChange }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly text: string }
  | { readonly kind: 'mended'; readonly file: string }
  | { readonly kind: 'error'; readonly cause: unknown };

export interface Watching {
  /** All that it has told. */
  readonly told: readonly Told[];
  /** The next one of this kind that nobody has waited for yet. */
  next<Kind extends Told['kind']>(kind: Kind): Promise<Extract<Told, { kind: Kind }>>;
  /** Ends it and waits for its end. */
  stop(): Promise<void>;
}

/** Quick, but nothing is found by looking: only what an event tells. */
const TIMES = { quietMs: 20, longestMs: 500, pollMs: 3_600_000, gonePollMs: 20 };

/** Resolves once no event is missed any more; ended with the test. */
export async function watching(dir: string, parts: Partial<WatchParts> = {}): Promise<Watching> {
  const stopping = new AbortController();
  const told: Told[] = [];
  const unread: Told[] = [];
  const waiting = new Set<() => void>();
  const tell = (one: Told): void => {
    told.push(one);
    unread.push(one);
    for (const check of [...waiting]) check();
  };
  const corpus = parts.corpus ?? (await loadCorpus(dir));
  let ready: () => void = () => undefined;
  const isWatching = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const ended = watchCorpus(dir, {
    corpus,
    onWatching: ready,
    onFault: (fault) => tell({ kind: 'fault', fault, text: formatFault(fault) }),
    onMended: (file) => tell({ kind: 'mended', file }),
    onError: (cause) => tell({ kind: 'error', cause }),
    signal: stopping.signal,
    ...parts,
    onChange: async (change) => {
      await parts.onChange?.(change);
      tell({ kind: 'change', change });
    },
    times: { ...TIMES, ...parts.times },
  });
  const stop = (): Promise<void> => {
    stopping.abort();
    return ended;
  };
  onTestFinished(stop);
  await isWatching;
  return {
    told,
    stop,
    next: (kind) =>
      new Promise((resolve) => {
        const check = (): void => {
          const at = unread.findIndex((one) => one.kind === kind);
          if (at < 0) return;
          waiting.delete(check);
          resolve(unread.splice(at, 1)[0] as Extract<Told, { kind: typeof kind }>);
        };
        waiting.add(check);
        check();
      }),
  };
}
