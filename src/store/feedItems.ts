// Items that feeds listed: what each is known by, and what became of it.
import type { Kysely } from 'kysely';
import { compare } from './compare.ts';
import type {
  FeedClaim,
  FeedItemEnd,
  FeedItemRetry,
  FeedOutcome,
  KeptFeedItem,
  KnownFeedItem,
  ListedAgain,
  NewFeedItem,
} from './feedStore.ts';
import { keyOf, timeOf } from './keys.ts';
import type { Tables } from './tables.ts';

/** Rows of one query: PostgreSQL takes 65,535 values in one, SQLite 32,766. */
const PIECE = 1_000;
const DAY_MS = 24 * 3_600_000;

/** Those that are there already stay as they are. */
export async function addItems(
  db: Kysely<Tables>,
  feed: string,
  items: readonly NewFeedItem[],
  time: number,
): Promise<void> {
  const rows = items.map(({ id, outcome, order, item }) => ({
    ...{ id: keyOf(id), feed, outcome, place: order, item, first_seen_at: time, listed_at: time },
    ...{ not_before: 0, attempts: 0, error: null, article_id: null },
  }));
  for (const piece of piecesOf(rows)) {
    await db
      .insertInto('feed_items')
      .values(piece)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
  await addKeys(db, feed, items);
}

export async function listAgain(
  db: Kysely<Tables>,
  feed: string,
  again: readonly ListedAgain[],
  time: number,
): Promise<void> {
  for (const piece of piecesOf(again)) {
    const ids = piece.map(({ id }) => keyOf(id));
    // To a day: a feed lists most of its items every time.
    await db
      .updateTable('feed_items')
      .set({ listed_at: time })
      .where('id', 'in', ids)
      .where('listed_at', '<', time - DAY_MS)
      .execute();
  }
  for (const piece of piecesOf(again.filter(({ isWanted }) => isWanted))) {
    await db
      .updateTable('feed_items')
      .set({ outcome: 'waiting' satisfies FeedOutcome })
      .where(
        'id',
        'in',
        piece.map(({ id }) => keyOf(id)),
      )
      .where('outcome', '=', 'excluded' satisfies FeedOutcome)
      .execute();
  }
  await addKeys(db, feed, again);
}

async function addKeys(
  db: Kysely<Tables>,
  feed: string,
  items: readonly { readonly id: string; readonly keys: readonly string[] }[],
): Promise<void> {
  const rows = items.flatMap(({ id, keys }) => keys.map((key) => ({ feed, key: keyOf(key), item_id: id })));
  for (const piece of piecesOf(rows)) {
    await db
      .insertInto('feed_keys')
      .values(piece)
      .onConflict((conflict) => conflict.columns(['feed', 'key', 'item_id']).doNothing())
      .execute();
  }
}

export async function finishItem(
  db: Kysely<Tables>,
  claim: FeedClaim,
  id: string,
  { outcome, articleId, error, attempts }: FeedItemEnd,
): Promise<boolean> {
  return saveOfItem(db, claim, id, { outcome, article_id: articleId, error, attempts });
}

export async function retryItem(
  db: Kysely<Tables>,
  claim: FeedClaim,
  id: string,
  { notBefore, attempts, error }: FeedItemRetry,
): Promise<boolean> {
  return saveOfItem(db, claim, id, { not_before: timeOf(notBefore), attempts, error });
}

/** Of one that is waiting, and whose feed is still this worker's. */
async function saveOfItem(
  db: Kysely<Tables>,
  claim: FeedClaim,
  id: string,
  values: Partial<Tables['feed_items']>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('feed_items')
    .set(values)
    .where('id', '=', keyOf(id))
    .where('outcome', '=', 'waiting' satisfies FeedOutcome)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('feeds')
          .select('address')
          .where('address', '=', keyOf(claim.address))
          .where('worker', '=', keyOf(claim.worker))
          .where('lease', '=', claim.lease),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function findKnown(db: Kysely<Tables>, feed: string, keys: readonly string[]): Promise<KnownFeedItem[]> {
  const found = new Map<string, { row: Tables['feed_items']; keys: string[] }>();
  for (const piece of piecesOf([...new Set(keys)])) {
    const having = db
      .selectFrom('feed_keys')
      .select('item_id')
      .where('feed', '=', keyOf(feed))
      .where('key', 'in', piece.map(keyOf));
    const rows = await db
      .selectFrom('feed_items')
      .innerJoin('feed_keys', 'feed_keys.item_id', 'feed_items.id')
      .selectAll('feed_items')
      .select('feed_keys.key')
      .where('feed_items.id', 'in', having)
      .execute();
    for (const { key, ...row } of rows) {
      const one = found.get(row.id);
      if (one === undefined) found.set(row.id, { row, keys: [key] });
      else if (!one.keys.includes(key)) one.keys.push(key);
    }
  }
  return [...found.values()]
    .map(({ row, keys: all }) => ({ ...itemOf(row), keys: all.sort(compare) }))
    .sort((a, b) => a.firstSeenAt.getTime() - b.firstSeenAt.getTime() || compare(a.id, b.id));
}

export async function readWaiting(db: Kysely<Tables>, feed: string, now: Date, most: number): Promise<KeptFeedItem[]> {
  const rows = await db
    .selectFrom('feed_items')
    .selectAll()
    .where('feed', '=', keyOf(feed))
    .where('outcome', '=', 'waiting' satisfies FeedOutcome)
    .where('not_before', '<=', timeOf(now))
    .orderBy('place')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(itemOf);
}

export async function readItems(db: Kysely<Tables>, feed: string, most: number): Promise<KeptFeedItem[]> {
  const rows = await db
    .selectFrom('feed_items')
    .selectAll()
    .where('feed', '=', keyOf(feed))
    .orderBy('first_seen_at', 'desc')
    .orderBy('place', 'desc')
    .limit(most)
    .execute();
  return rows.map(itemOf);
}

/** Those of a feed that does not change are listed still, however long ago that was seen: only a later listing without them tells. */
export async function forgetItems(db: Kysely<Tables>, before: number, most: number): Promise<bigint> {
  const old = await db
    .selectFrom('feed_items')
    .innerJoin('feeds', 'feeds.address', 'feed_items.feed')
    .select('feed_items.id')
    .where('feed_items.listed_at', '<', before)
    .where('feed_items.outcome', '!=', 'waiting' satisfies FeedOutcome)
    .where(({ eb, ref }) => eb('feeds.listed_at', '>', eb(ref('feed_items.listed_at'), '+', 2 * DAY_MS)))
    .limit(most)
    .execute();
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return 0n;
  return db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('feed_keys').where('item_id', 'in', ids).execute();
    return (await transaction.deleteFrom('feed_items').where('id', 'in', ids).executeTakeFirst()).numDeletedRows;
  });
}

function* piecesOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += PIECE) yield rows.slice(from, from + PIECE);
}

function itemOf(row: Tables['feed_items']): KeptFeedItem {
  return {
    id: row.id,
    feed: row.feed,
    outcome: row.outcome as FeedOutcome,
    item: row.item,
    firstSeenAt: new Date(Number(row.first_seen_at)),
    attempts: row.attempts,
    error: row.error,
    articleId: row.article_id,
  };
}
