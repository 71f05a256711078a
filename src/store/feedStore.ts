// What feeds must remember: when each is asked next and what its server said last, and every item that was listed, with what became of it. Plain
// data; what it means is decided in feeds. Instants are arguments.
import type { ArticleId } from '../domain.ts';

/** A feed as it was left. */
export interface FeedState {
  /** As feeds.yaml has it, at most MAX_KEY_LENGTH units. */
  readonly address: string;
  /** What the server gave with the listing that is written down. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Where the server says that it is for good; null: at its address. */
  readonly movedTo: string | null;
  /** When it is asked next. */
  readonly nextAt: Date;
  /** Failures since it could be read last. */
  readonly failures: number;
  /** Code of the last failure; null: there was none since. */
  readonly error: string | null;
  /** Of what feeds.yaml said of it then, as feeds write it; null: it was never asked. */
  readonly setting: string | null;
  /** It is not asked until its setting changes. */
  readonly isStopped: boolean;
  /** When a listing was written down last; null: never. */
  readonly listedAt: Date | null;
  /** Until then it is one worker's; null: nobody's. */
  readonly leasedUntil: Date | null;
}

/** A feed that is this worker's until `until`. Every later call names it, and does nothing where it was taken over. */
export interface FeedClaim extends FeedState {
  readonly worker: string;
  /** Times that it was claimed: whoever has another number was taken over. */
  readonly lease: number;
}

/**
 * waiting: its page is to be fetched. held, taken: it was. excluded: by the words of its feed. passed: it was listed before the feed was followed. known: its
 * address is in the corpus, or was held. refused: it can never be fetched. failed: it could not be fetched several times.
 */
export type FeedOutcome = 'waiting' | 'held' | 'taken' | 'excluded' | 'passed' | 'known' | 'refused' | 'failed';

/** An item as its feed listed it first. */
export interface NewFeedItem {
  /** Unique among all feeds. */
  readonly id: string;
  readonly outcome: 'waiting' | 'excluded' | 'passed';
  /** The lower, the sooner its page is fetched: milliseconds since 1970. */
  readonly order: number;
  /** As JSON, as feeds write it. */
  readonly item: string;
  /** By which it is known again, unique within the feed. */
  readonly keys: readonly string[];
}

/** An item that was listed again. */
export interface ListedAgain {
  readonly id: string;
  /** It was excluded, and is not any more. */
  readonly isWanted: boolean;
  /** All that it is known by now. */
  readonly keys: readonly string[];
}

export interface Listing {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly movedTo: string | null;
  readonly setting: string;
  readonly fresh: readonly NewFeedItem[];
  readonly again: readonly ListedAgain[];
  readonly at: Date;
}

/** An item of the store. */
export interface KeptFeedItem {
  readonly id: string;
  readonly feed: string;
  readonly outcome: FeedOutcome;
  readonly item: string;
  readonly firstSeenAt: Date;
  /** Tries to fetch its page that failed. */
  readonly attempts: number;
  /** Code of the last of them. */
  readonly error: string | null;
  /** Of held and taken. */
  readonly articleId: ArticleId | null;
}

export interface KnownFeedItem extends KeptFeedItem {
  readonly keys: readonly string[];
}

export interface FeedStore {
  /** By address. */
  feedStates(): Promise<FeedState[]>;
  /** null: another worker has it, or (where it `mustBeDue`) its time has not come. One that is not known is due at once. */
  claimFeed(
    address: string,
    options: { readonly now: Date; readonly worker: string; readonly until: Date; readonly mustBeDue: boolean },
  ): Promise<FeedClaim | null>;
  /** Each of these is false, and nothing is written, where the claim was taken over. */
  renewFeed(claim: FeedClaim, until: Date): Promise<boolean>;
  /** A listing with all its items, in one transaction. */
  saveListing(claim: FeedClaim, listing: Listing): Promise<boolean>;
  /** Gives it back, to be asked again at `nextAt`. */
  releaseFeed(claim: FeedClaim, end: FeedEnd): Promise<boolean>;
  /** Of an item that is waiting. */
  finishFeedItem(claim: FeedClaim, id: string, end: FeedItemEnd): Promise<boolean>;
  /** Waits again until `notBefore`. */
  retryFeedItem(claim: FeedClaim, id: string, retry: FeedItemRetry): Promise<boolean>;
  /** Items of a feed that have one of these keys, each with all its keys. */
  knownFeedItems(feed: string, keys: readonly string[]): Promise<KnownFeedItem[]>;
  /** Waiting ones whose time has come, by their order. */
  waitingFeedItems(feed: string, now: Date, most: number): Promise<KeptFeedItem[]>;
  /** The newest of a feed by when they were first seen, whatever became of them. */
  feedItems(feed: string, most: number): Promise<KeptFeedItem[]>;
}

export interface FeedEnd {
  readonly nextAt: Date;
  readonly failures: number;
  readonly error: string | null;
  readonly movedTo: string | null;
  readonly setting: string;
  readonly isStopped: boolean;
  /** False: what the server gave with the last listing is forgotten, so that the next one is read whole. */
  readonly keepsValidators: boolean;
}

export interface FeedItemEnd {
  readonly outcome: Exclude<FeedOutcome, 'waiting'>;
  readonly articleId: ArticleId | null;
  readonly error: string | null;
  readonly attempts: number;
}

export interface FeedItemRetry {
  readonly notBefore: Date;
  readonly attempts: number;
  readonly error: string | null;
}
