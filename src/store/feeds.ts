// Feeds as they were left, and whose each is meanwhile. A claim is a row whose count of leases is known: whoever has another count was taken over, and
// writes nothing.
import type { Kysely } from 'kysely';
import { compare } from './compare.ts';
import { addItems, listAgain } from './feedItems.ts';
import type { FeedClaim, FeedEnd, FeedState, Listing } from './feedStore.ts';
import { keyOf, timeOf } from './keys.ts';
import type { Tables } from './tables.ts';

export async function readFeeds(db: Kysely<Tables>): Promise<FeedState[]> {
  const rows = await db.selectFrom('feeds').selectAll().execute();
  return rows.map(stateOf).sort((a, b) => compare(a.address, b.address));
}

interface ClaimOptions {
  readonly now: Date;
  readonly worker: string;
  readonly until: Date;
  readonly mustBeDue: boolean;
}

/** One statement decides who gets it, so that it holds between processes. */
export async function claimFeed(
  db: Kysely<Tables>,
  address: string,
  { now, worker, until, mustBeDue }: ClaimOptions,
): Promise<FeedClaim | null> {
  const time = timeOf(now);
  await db
    .insertInto('feeds')
    .values({ ...newFeed(keyOf(address)), next_at: time })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .execute();
  const query = db
    .updateTable('feeds')
    .set(({ eb }) => ({ worker: keyOf(worker), leased_until: timeOf(until), lease: eb('lease', '+', 1) }))
    .where('address', '=', address)
    .where(({ eb, or }) => or([eb('worker', 'is', null), eb('leased_until', '<=', time)]));
  const rows = await (mustBeDue ? query.where('next_at', '<=', time) : query).returningAll().execute();
  const row = rows[0];
  return row === undefined ? null : { ...stateOf(row), worker, lease: Number(row.lease) };
}

export async function renewFeed(db: Kysely<Tables>, claim: FeedClaim, until: Date): Promise<boolean> {
  return saveOfFeed(db, claim, { leased_until: timeOf(until) });
}

export async function saveListing(
  db: Kysely<Tables>,
  claim: FeedClaim,
  { etag, lastModified, movedTo, setting, fresh, again, at }: Listing,
): Promise<boolean> {
  const time = timeOf(at);
  return db.transaction().execute(async (transaction) => {
    const values = { etag, last_modified: lastModified, moved_to: movedTo, setting, listed_at: time };
    if (!(await saveOfFeed(transaction, claim, values))) return false;
    await addItems(transaction, claim.address, fresh, time);
    await listAgain(transaction, claim.address, again, time);
    return true;
  });
}

export async function releaseFeed(
  db: Kysely<Tables>,
  claim: FeedClaim,
  { nextAt, failures, error, movedTo, setting, isStopped, keepsValidators }: FeedEnd,
): Promise<boolean> {
  return saveOfFeed(db, claim, {
    ...{ next_at: timeOf(nextAt), failures, error, moved_to: movedTo, setting, is_stopped: isStopped ? 1 : 0 },
    ...(keepsValidators ? {} : { etag: null, last_modified: null }),
    worker: null,
    leased_until: null,
  });
}

/** Of a claim that is still this worker's, which also locks it for the rest of a transaction. */
export async function saveOfFeed(
  db: Kysely<Tables>,
  claim: FeedClaim,
  values: Partial<Tables['feeds']>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('feeds')
    .set(values)
    .where('address', '=', keyOf(claim.address))
    .where('worker', '=', keyOf(claim.worker))
    .where('lease', '=', claim.lease)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function newFeed(address: string): Omit<Tables['feeds'], 'next_at'> {
  return {
    ...{ address, etag: null, last_modified: null, moved_to: null, failures: 0, error: null, setting: null },
    ...{ is_stopped: 0, listed_at: null, worker: null, leased_until: null, lease: 0 },
  };
}

function stateOf(row: Tables['feeds']): FeedState {
  return {
    address: row.address,
    etag: row.etag,
    lastModified: row.last_modified,
    movedTo: row.moved_to,
    nextAt: new Date(Number(row.next_at)),
    failures: row.failures,
    error: row.error,
    setting: row.setting,
    isStopped: row.is_stopped === 1,
    listedAt: row.listed_at === null ? null : new Date(Number(row.listed_at)),
    leasedUntil: row.leased_until === null ? null : new Date(Number(row.leased_until)),
  };
}
