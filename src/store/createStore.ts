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
}

export function createStore({ db, explain, settle, skipsLocked }: Backend): Store {
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;
  const run = <T>(work: () => Promise<T>): Promise<T> => {
    if (closing !== null)
      return Promise.reject(new StoreError('closed', 'The store is closed: the program is ending.'));
    const promise = work().catch((cause: unknown) => {
      throw explain(cause);
    });
    const end = (): boolean => running.delete(promise);
    running.add(promise);
    promise.then(end, end);
    return promise;
  };
  const close = async (): Promise<void> => {
    await Promise.allSettled(running);
    try {
      settle();
    } finally {
      await db.destroy();
    }
  };
  return {
    findContext: (place) => run(() => findContext(db, place)),
    saveContext: (place, context, at) => run(() => saveContext(db, { place, ...context, at })),
    findShown: (id) => run(() => findShown(db, id)),
    saveShown: (shown, at) => run(() => saveShown(db, shown, at)),
    addFeedback: (feedback, at) => run(() => addFeedback(db, feedback, at)),
    feedback: (since) => run(() => readFeedback(db, since)),
    claimOnce: (key, at) => run(() => claimOnce(db, key, at)),
    saveInstallation: (installation, at) => run(() => saveInstallation(db, installation, at)),
    renewInstallation: (installation, at) => run(() => renewInstallation(db, installation, at)),
    findInstallation: (key) => run(() => findInstallation(db, key)),
    removeInstallation: (key, upTo) => run(() => removeInstallation(db, key, upTo ?? null)),
    installations: (platform) => run(() => readInstallations(db, platform)),
    saveSubscription: (subscription) => run(() => saveSubscription(db, subscription)),
    findSubscription: (id) => run(() => findSubscription(db, id)),
    subscriptions: () => run(() => readSubscriptions(db)),
    enqueueDue: (now, most, plan) => run(() => enqueueDue(db, { now, most, plan, skipsLocked })),
    addDelivery: (delivery) => run(() => addDelivery(db, delivery)),
    claimDeliveries: (now, options) => run(() => claimDeliveries(db, { now, ...options, skipsLocked })),
    savePlan: (claim, plan) => run(() => saveOfClaim(db, claim, { plan })),
    saveProgress: (claim, pages, first) => run(() => saveOfClaim(db, claim, { pages, first_message: first })),
    retryDelivery: (claim, notBefore, reason) => run(() => retryDelivery(db, claim, notBefore, reason)),
    finishDelivery: (claim, end) => run(() => finishDelivery(db, claim, end)),
    blockSubscription: (id, refusal, at) => run(() => blockSubscription(db, id, refusal, at)),
    deliveries: (id, most) => run(() => readDeliveries(db, id, most)),
    entriesOf: (id) => run(() => readEntries(db, id)),
    recordSeen: (entries, at) => run(() => recordSeen(db, entries, at)),
    seenSince: (since) => run(() => readSeen(db, since)),
    articleVersions: () => run(() => readVersions(db)),
    saveArticles: (versions, changes) => run(() => saveArticles(db, versions, changes)),
    articleChanges: (since) => run(() => readChanges(db, since)),
    forget: (before) => run(() => forgetBefore(db, before)),
    close() {
      closing ??= close().catch((cause: unknown) => {
        throw explain(cause);
      });
      return closing;
    },
  };
}
