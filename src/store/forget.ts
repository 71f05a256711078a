// Deletes what is older than an instant, in pieces: years of rows at once would keep everybody waiting.
import type { Kysely } from 'kysely';
import { forgetItems } from './feedItems.ts';
import { timeOf } from './keys.ts';
import type { Forgotten } from './store.ts';
import type { Tables } from './tables.ts';

/** Rows of one piece. Chosen by eye: about 10 ms of SQLite. */
const PIECE = 1_000;
/** Milliseconds that items of feeds are kept longer than the rest: one that a feed lists again must be known again. Chosen by eye: a year. */
const ITEMS_KEPT = 365 * 24 * 3_600_000;

export async function forgetBefore(db: Kysely<Tables>, before: Date): Promise<Forgotten> {
  const time = timeOf(before);
  const contexts = await inPieces(async () => {
    const old = db.selectFrom('contexts').select('place').where('at', '<', time).limit(PIECE);
    return (await db.deleteFrom('contexts').where('place', 'in', old).executeTakeFirst()).numDeletedRows;
  });
  const shown = await inPieces(async () => {
    const old = db.selectFrom('shown').select('id').where('at', '<', time).limit(PIECE);
    return (await db.deleteFrom('shown').where('id', 'in', old).executeTakeFirst()).numDeletedRows;
  });
  const claims = await inPieces(async () => {
    const old = db.selectFrom('claims').select('key').where('at', '<', time).limit(PIECE);
    return (await db.deleteFrom('claims').where('key', 'in', old).executeTakeFirst()).numDeletedRows;
  });
  const deliveries = await inPieces(async () => {
    const old = db
      .selectFrom('deliveries')
      .select(['subscription_id', 'slot'])
      .where('finished_at', '<', time)
      .where('state', '!=', 'waiting')
      .limit(PIECE);
    const { numDeletedRows } = await db
      .deleteFrom('deliveries')
      .where(({ refTuple, eb }) =>
        eb(refTuple('subscription_id', 'slot'), 'in', old.$asTuple('subscription_id', 'slot')),
      )
      .executeTakeFirst();
    return numDeletedRows;
  });
  const feedItems = await inPieces(() => forgetItems(db, time - ITEMS_KEPT, PIECE));
  return { contexts, shown, claims, deliveries, feedItems };
}

/** Repeats a deletion until it finds nothing; others get their turn in between. The number of rows in all. */
async function inPieces(deletePiece: () => Promise<bigint>): Promise<number> {
  let total = 0;
  for (;;) {
    const deleted = Number(await deletePiece());
    total += deleted;
    if (deleted < PIECE) return total;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
