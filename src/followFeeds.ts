// followFeeds(parts): the feeds of a running bot. Nothing of it is loaded before there is a feeds.yaml: most corpora have none.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Holding } from './corpus/held.ts';
import type { Corpus } from './domain.ts';
import type { Logger } from './log.ts';
import type { FeedStore } from './store/feedStore.ts';

export interface FollowFeedsParts {
  readonly corpusDir: string;
  readonly corpus: () => Corpus;
  readonly curation: Holding;
  readonly store: FeedStore;
  readonly allowsPrivate: boolean;
  /** Of this program, for the servers that are asked. */
  readonly version: string;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly newId: () => string;
  readonly signal: AbortSignal;
}

/** Milliseconds between two looks for the file. Chosen by eye. */
const LOOK_EVERY = 5_000;

/** Until the signal; never rejects. */
export async function followFeeds(parts: FollowFeedsParts): Promise<void> {
  const { corpusDir, allowsPrivate, version, log, wait, signal } = parts;
  const file = join(corpusDir, 'feeds.yaml');
  try {
    while (!(await isThere(file))) {
      await wait(LOOK_EVERY, signal).catch(() => undefined);
      if (signal.aborted) return;
    }
    const [{ createLiveFeeds }, { createFetcher }, { userAgentOf }, { readBytes }] = await Promise.all([
      import('./liveFeeds.ts'),
      import('./fetch/createFetcher.ts'),
      import('./fetch/userAgent.ts'),
      import('./intake/readBytes.ts'),
    ]);
    const fetcher = createFetcher({ allowsPrivate, userAgent: userAgentOf(version) });
    try {
      const now = (): Date => new Date();
      const readDraft: Parameters<typeof createLiveFeeds>[0]['readDraft'] = (fetched) =>
        readBytes(fetched.bytes, { ...fetched, today: now().toISOString().slice(0, 10) });
      await createLiveFeeds({ ...parts, fetcher, readDraft, now, random: Math.random }).run(signal);
    } finally {
      await fetcher.close();
    }
  } catch (cause) {
    log.error({ cause }, 'feeds: a fault; they are not followed until the next start');
  }
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
