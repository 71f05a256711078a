// A round: one feed that is this worker's for a while, with what every request of it goes through.
import type { Fetched, FetchOptions, Unchanged } from '../fetch/fetcher.ts';
import type { FeedClaim } from '../store/feedStore.ts';
import type { Hosts } from './hosts.ts';
import type { FeedsParts } from './parts.ts';

/** The claim was taken over: nothing more is done. */
export class TakenOver extends Error {}

/** Milliseconds that a feed is one worker's; before each request it is again. Chosen by eye: longer than any request. */
export const LEASE_MS = 300_000;

export type Validators = Pick<Fetched, 'etag' | 'lastModified'>;

export interface Shared extends FeedsParts {
  readonly hosts: Hosts;
  /** What servers gave with each sitemap of an index, as long as the process lives. */
  readonly children: Map<string, Validators>;
}

export interface Round extends Shared {
  readonly signal: AbortSignal;
  /** Does the work when it is the host's turn, if the feed is this worker's still. */
  readonly visit: <Value>(address: string, work: () => Promise<Value>) => Promise<Value>;
  readonly fetch: (
    address: string,
    wanted: FetchOptions['wanted'],
    known: Validators | null,
  ) => Promise<Fetched | Unchanged>;
}

export function beginRound(shared: Shared, claim: FeedClaim, signal: AbortSignal): Round {
  const { store, now, fetcher, hosts } = shared;
  return {
    ...shared,
    signal,
    visit: (address, work) =>
      hosts.visit(
        address,
        async () => {
          if (!(await store.renewFeed(claim, new Date(now().getTime() + LEASE_MS)))) throw new TakenOver();
          return work();
        },
        signal,
      ),
    fetch(address, wanted, known) {
      const isKnown = known !== null && (known.etag !== null || known.lastModified !== null);
      const validators = isKnown ? { known: { etag: known.etag, lastModified: known.lastModified } } : {};
      return fetcher.fetch(address, { wanted, signal, ...validators });
    },
  };
}
