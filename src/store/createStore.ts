// createStore(backend): the store's calls as queries, the same for every database that kysely knows.
import type { Kysely } from 'kysely';
import { StoreError } from '../errors.ts';
import { claimOnce } from './claims.ts';
import { findContext, saveContext } from './contexts.ts';
import {
  addDelivery,
  claimDeliveries,
  finishDelivery,
  readDeliveries,
  retryDelivery,
  saveOfClaim,
} from './deliveries.ts';
import { addFeedback, readFeedback } from './feedback.ts';
import { findKnown, finishItem, readItems, readWaiting, retryItem } from './feedItems.ts';
import { claimFeed, readFeeds, releaseFeed, renewFeed, saveListing } from './feeds.ts';
import { forgetBefore } from './forget.ts';
import {
  findInstallation,
  readInstallations,
  removeInstallation,
  renewInstallation,
  saveInstallation,
} from './installations.ts';
import { readChanges, readEntries, readSeen, readVersions, recordSeen, saveArticles } from './seen.ts';
import { findShown, saveShown } from './shown.ts';
import type { Store } from './store.ts';
import {
  blockSubscription,
  enqueueDue,
  findSubscription,
  readSubscriptions,
  saveSubscription,
} from './subscriptions.ts';
import type { Tables } from './tables.ts';

/** A database, and what differs between databases. Its tables are of the newest version: see migrate. */
export interface Backend {
  /** How messages call it: "The database file /srv/data/iran-talks.sqlite". */
  readonly name: string;
  readonly db: Kysely<Tables>;
  /** The StoreError that a driver's error stands for, or what it was given, which is then a bug. */
  readonly explain: (cause: unknown) => unknown;
  /** Called once, before the database is closed. */
  readonly settle: () => void;
  /** Whether rows that another transaction holds are passed over; else a transaction has the whole database to itself. */
  readonly skipsLocked: boolean;
  /**
   * Does a call's work, again where it failed for a reason that passes and nothing was carried out. `isRepeatable`: twice is as good as once, so also
   * where that is not known.
   */
  readonly attempt: <T>(work: () => Promise<T>, isRepeatable: boolean) => Promise<T>;
  /** First in the transaction of migrate: no other process is in one behind it. */
  readonly beginMigration: (transaction: Kysely<Tables>) => Promise<void>;
}

export function createStore({ db, explain, settle, skipsLocked, attempt }: Backend): Store {
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;
  const start = <T>(work: () => Promise<T>, isRepeatable: boolean): Promise<T> => {
    if (closing !== null)
      return Promise.reject(new StoreError('closed', 'The store is closed: the program is ending.'));
    const promise = attempt(work, isRepeatable).catch((cause: unknown) => {
      throw explain(cause);
    });
    const end = (): boolean => running.delete(promise);
    running.add(promise);
    promise.then(end, end);
    return promise;
  };
  /** What tells whether it was the one that did it: the second time it would not be. */
  const run = <T>(work: () => Promise<T>): Promise<T> => start(work, false);
  /** Readings, and writes after which the same is there, however often they are made. */
  const repeatably = <T>(work: () => Promise<T>): Promise<T> => start(work, true);
  const close = async (): Promise<void> => {
    await Promise.allSettled(running);
    try {
      settle();
    } finally {
      await db.destroy();
    }
  };
  return {
    findContext: (place) => repeatably(() => findContext(db, place)),
    saveContext: (place, context, at) => repeatably(() => saveContext(db, { place, ...context, at })),
    findShown: (id) => repeatably(() => findShown(db, id)),
    saveShown: (shown, at) => repeatably(() => saveShown(db, shown, at)),
    addFeedback: (feedback, at) => repeatably(() => addFeedback(db, feedback, at)),
    feedback: (since) => repeatably(() => readFeedback(db, since)),
    claimOnce: (key, at) => run(() => claimOnce(db, key, at)),
    saveInstallation: (installation, at) => repeatably(() => saveInstallation(db, installation, at)),
    renewInstallation: (installation, at) => run(() => renewInstallation(db, installation, at)),
    findInstallation: (key) => repeatably(() => findInstallation(db, key)),
    removeInstallation: (key, upTo) => run(() => removeInstallation(db, key, upTo ?? null)),
    installations: (platform) => repeatably(() => readInstallations(db, platform)),
    saveSubscription: (subscription) => repeatably(() => saveSubscription(db, subscription)),
    findSubscription: (id) => repeatably(() => findSubscription(db, id)),
    subscriptions: () => repeatably(() => readSubscriptions(db)),
    enqueueDue: (now, most, plan) => run(() => enqueueDue(db, { now, most, plan, skipsLocked })),
    addDelivery: (delivery) => run(() => addDelivery(db, delivery)),
    claimDeliveries: (now, options) => run(() => claimDeliveries(db, { now, ...options, skipsLocked })),
    savePlan: (claim, plan) => repeatably(() => saveOfClaim(db, claim, { plan })),
    saveProgress: (claim, pages, first) => repeatably(() => saveOfClaim(db, claim, { pages, first_message: first })),
    retryDelivery: (claim, notBefore, reason) => run(() => retryDelivery(db, claim, notBefore, reason)),
    finishDelivery: (claim, end) => run(() => finishDelivery(db, claim, end)),
    blockSubscription: (id, refusal, at) => run(() => blockSubscription(db, id, refusal, at)),
    deliveries: (id, most) => repeatably(() => readDeliveries(db, id, most)),
    entriesOf: (id) => repeatably(() => readEntries(db, id)),
    recordSeen: (entries, at) => repeatably(() => recordSeen(db, entries, at)),
    seenSince: (since) => repeatably(() => readSeen(db, since)),
    articleVersions: () => repeatably(() => readVersions(db)),
    saveArticles: (versions, changes) => repeatably(() => saveArticles(db, versions, changes)),
    articleChanges: (since) => repeatably(() => readChanges(db, since)),
    feedStates: () => repeatably(() => readFeeds(db)),
    claimFeed: (address, options) => run(() => claimFeed(db, address, options)),
    renewFeed: (claim, until) => repeatably(() => renewFeed(db, claim, until)),
    saveListing: (claim, listing) => repeatably(() => saveListing(db, claim, listing)),
    releaseFeed: (claim, end) => run(() => releaseFeed(db, claim, end)),
    finishFeedItem: (claim, id, end) => run(() => finishItem(db, claim, id, end)),
    retryFeedItem: (claim, id, retry) => repeatably(() => retryItem(db, claim, id, retry)),
    knownFeedItems: (feed, keys) => repeatably(() => findKnown(db, feed, keys)),
    waitingFeedItems: (feed, now, most) => repeatably(() => readWaiting(db, feed, now, most)),
    feedItems: (feed, most) => repeatably(() => readItems(db, feed, most)),
    forget: (before) => repeatably(() => forgetBefore(db, before)),
    close() {
      closing ??= close().catch((cause: unknown) => {
        throw explain(cause);
      });
      return closing;
    },
  };
}
