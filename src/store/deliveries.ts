// The ledger: one row for each digest that was due. A claim is a row whose worker and count of attempts are known: whoever has another count was
// taken over, and writes nothing.
import type { Kysely } from 'kysely';
import type { Claim, Delivery, DeliveryState } from './digestStore.ts';
import { keyOf, timeOf } from './keys.ts';
import { newDelivery } from './subscriptions.ts';
import type { Tables } from './tables.ts';

interface NewDelivery {
  readonly subscriptionId: string;
  readonly slot: string;
  readonly dueAt: Date;
  readonly notBefore: Date;
}

export async function addDelivery(
  db: Kysely<Tables>,
  { subscriptionId, slot, dueAt, notBefore }: NewDelivery,
): Promise<boolean> {
  const rows = await db
    .insertInto('deliveries')
    .values({ ...newDelivery(subscriptionId, slot, dueAt, notBefore), state: 'waiting' })
    .onConflict((conflict) => conflict.columns(['subscription_id', 'slot']).doNothing())
    .returning('slot')
    .execute();
  return rows.length === 1;
}

interface ClaimOptions {
  readonly now: Date;
  readonly worker: string;
  readonly until: Date;
  readonly most: number;
  readonly skipsLocked: boolean;
}

/**
 * One of a subscription at a time: what two digests of a channel have is decided one after the other. Its subscription is locked meanwhile, and it is
 * seen again behind the lock whether another process was faster.
 */
export async function claimDeliveries(
  db: Kysely<Tables>,
  { now, worker, until, most, skipsLocked }: ClaimOptions,
): Promise<Claim[]> {
  const time = timeOf(now);
  return db.transaction().execute(async (transaction) => {
    const query = transaction
      .selectFrom('deliveries')
      .innerJoin('subscriptions', 'subscriptions.id', 'deliveries.subscription_id')
      .selectAll('deliveries')
      .where('deliveries.state', '=', 'waiting')
      .where('not_before', '<=', time)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('deliveries as other')
              .select('other.slot')
              .whereRef('other.subscription_id', '=', 'deliveries.subscription_id')
              .where('other.state', '=', 'waiting')
              .where('other.worker', 'is not', null)
              .where('other.not_before', '>', time),
          ),
        ),
      )
      .orderBy('due_at')
      .limit(most);
    const rows = await (skipsLocked ? query.forUpdate().skipLocked() : query).execute();
    const claims: Claim[] = [];
    for (const row of rows) {
      const isTaken = claims.some(({ subscriptionId }) => subscriptionId === row.subscription_id);
      if (isTaken || (skipsLocked && (await isClaimed(transaction, row.subscription_id, time)))) continue;
      const attempts = row.attempts + 1;
      await transaction
        .updateTable('deliveries')
        .set({ worker: keyOf(worker), attempts, not_before: timeOf(until) })
        .where('subscription_id', '=', row.subscription_id)
        .where('slot', '=', row.slot)
        .execute();
      claims.push({ ...deliveryOf(row), attempts, worker, until });
    }
    return claims;
  });
}

async function isClaimed(transaction: Kysely<Tables>, subscriptionId: string, time: number): Promise<boolean> {
  const other = await transaction
    .selectFrom('deliveries')
    .select('slot')
    .where('subscription_id', '=', subscriptionId)
    .where('state', '=', 'waiting')
    .where('worker', 'is not', null)
    .where('not_before', '>', time)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** Of a claim that is still this worker's: false, and nothing is written, where it is not. */
export async function saveOfClaim(
  db: Kysely<Tables>,
  claim: Claim,
  values: Partial<Tables['deliveries']>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set(values)
    .where('subscription_id', '=', keyOf(claim.subscriptionId))
    .where('slot', '=', keyOf(claim.slot))
    .where('state', '=', 'waiting')
    .where('worker', '=', keyOf(claim.worker))
    .where('attempts', '=', claim.attempts)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function retryDelivery(
  db: Kysely<Tables>,
  claim: Claim,
  notBefore: Date,
  reason: string,
): Promise<boolean> {
  return saveOfClaim(db, claim, { not_before: timeOf(notBefore), reason, worker: null });
}

interface End {
  readonly state: Exclude<DeliveryState, 'waiting'>;
  readonly reason: string | null;
  readonly entries: readonly string[];
  readonly at: Date;
}

/** Rows of one query: PostgreSQL takes 65,535 values in one, SQLite 32,766. */
const PIECE = 1_000;

export async function finishDelivery(
  db: Kysely<Tables>,
  claim: Claim,
  { state, reason, entries, at }: End,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const isOurs = await saveOfClaim(transaction, claim, { state, reason, finished_at: timeOf(at), worker: null });
    if (!isOurs) return false;
    for (let from = 0; from < entries.length; from += PIECE) {
      const rows = entries.slice(from, from + PIECE).map((entry) => {
        return { subscription_id: claim.subscriptionId, entry: keyOf(entry), at: timeOf(at) };
      });
      await transaction
        .insertInto('entries')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['subscription_id', 'entry']).doNothing())
        .execute();
    }
    if (state === 'posted') {
      await transaction
        .updateTable('subscriptions')
        .set({ state: 'on', refusal: null, refused_at: null })
        .where('id', '=', claim.subscriptionId)
        .where('state', '=', 'blocked')
        .execute();
    }
    return true;
  });
}

export async function readDeliveries(db: Kysely<Tables>, subscriptionId: string, most: number): Promise<Delivery[]> {
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('subscription_id', '=', keyOf(subscriptionId))
    .orderBy('due_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(deliveryOf);
}

function deliveryOf(row: Tables['deliveries']): Delivery {
  return {
    subscriptionId: row.subscription_id,
    slot: row.slot,
    dueAt: new Date(Number(row.due_at)),
    state: row.state as DeliveryState,
    attempts: row.attempts,
    plan: row.plan,
    pages: row.pages,
    firstMessage: row.first_message,
    reason: row.reason,
    finishedAt: row.finished_at === null ? null : new Date(Number(row.finished_at)),
  };
}
