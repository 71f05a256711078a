// Which channel wants a digest and when; and how those that are due come into the ledger, each once, whoever looks.
import type { Kysely, Transaction } from 'kysely';
import { compare } from './compare.ts';
import type { DigestSettings, Enqueued, Refusal, Subscription } from './digestStore.ts';
import { keyOf, timeOf } from './keys.ts';
import type { Tables } from './tables.ts';

export async function saveSubscription(db: Kysely<Tables>, subscription: Subscription): Promise<void> {
  const { id, ...row } = rowOf(subscription);
  await db
    .insertInto('subscriptions')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function findSubscription(db: Kysely<Tables>, id: string): Promise<Subscription | null> {
  const row = await db.selectFrom('subscriptions').selectAll().where('id', '=', keyOf(id)).executeTakeFirst();
  return row ? subscriptionOf(row) : null;
}

export async function readSubscriptions(db: Kysely<Tables>): Promise<Subscription[]> {
  const rows = await db.selectFrom('subscriptions').selectAll().execute();
  return rows.map(subscriptionOf).sort((a, b) => compare(a.id, b.id));
}

interface EnqueueOptions {
  readonly now: Date;
  readonly most: number;
  readonly plan: (subscription: Subscription) => Enqueued;
  readonly skipsLocked: boolean;
}

/** How many were due. */
export async function enqueueDue(
  db: Kysely<Tables>,
  { now, most, plan, skipsLocked }: EnqueueOptions,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const query = transaction
      .selectFrom('subscriptions')
      .selectAll()
      .where('state', 'in', ['on', 'blocked'])
      .where('next_at', '<=', timeOf(now))
      .orderBy('next_at')
      .limit(most);
    const rows = await (skipsLocked ? query.forUpdate().skipLocked() : query).execute();
    for (const row of rows) await enqueue(transaction, row.id, plan(subscriptionOf(row)));
    return rows.length;
  });
}

async function enqueue(transaction: Transaction<Tables>, id: string, { deliveries, next }: Enqueued): Promise<void> {
  if (deliveries.length > 0) {
    await transaction
      .insertInto('deliveries')
      .values(
        deliveries.map(({ slot, dueAt, notBefore, state, reason }) => ({
          ...newDelivery(id, slot, dueAt, notBefore),
          state,
          reason,
          finished_at: state === 'waiting' ? null : timeOf(dueAt),
        })),
      )
      .onConflict((conflict) => conflict.columns(['subscription_id', 'slot']).doNothing())
      .execute();
  }
  await transaction
    .updateTable('subscriptions')
    .set({ next_date: next.date, next_at: timeOf(next.at) })
    .where('id', '=', id)
    .execute();
}

/** A row of the ledger that nobody has claimed. */
export function newDelivery(
  id: string,
  slot: string,
  dueAt: Date,
  notBefore: Date,
): Omit<Tables['deliveries'], 'state'> {
  return {
    subscription_id: keyOf(id),
    slot: keyOf(slot),
    due_at: timeOf(dueAt),
    not_before: timeOf(notBefore),
    attempts: 0,
    worker: null,
    plan: null,
    pages: 0,
    first_message: null,
    reason: null,
    finished_at: null,
  };
}

/** False where it was not on. */
export async function blockSubscription(db: Kysely<Tables>, id: string, refusal: Refusal, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('subscriptions')
    .set({ state: 'blocked', refusal, refused_at: timeOf(at) })
    .where('id', '=', keyOf(id))
    .where('state', '=', 'on')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function rowOf({ id, platform, community, channel, blocked, next, ...rest }: Subscription): Tables['subscriptions'] {
  const { state, setBy, setAt, startedAt, time, zone, weekdays, topic, speakers, whenEmpty } = rest;
  const settings: DigestSettings = { time, zone, weekdays, topic, speakers, whenEmpty };
  return {
    id: keyOf(id),
    platform,
    community,
    channel,
    settings: JSON.stringify(settings),
    state,
    refusal: blocked?.refusal ?? null,
    refused_at: blocked ? timeOf(blocked.since) : null,
    set_by: setBy,
    set_at: timeOf(setAt),
    started_at: timeOf(startedAt),
    next_date: next.date,
    next_at: timeOf(next.at),
  };
}

function subscriptionOf(row: Tables['subscriptions']): Subscription {
  return {
    ...(JSON.parse(row.settings) as DigestSettings),
    id: row.id,
    platform: row.platform as Subscription['platform'],
    community: row.community,
    channel: row.channel,
    state: row.state as Subscription['state'],
    blocked:
      row.refusal === null
        ? null
        : { refusal: row.refusal as Refusal, since: new Date(Number(row.refused_at ?? row.set_at)) },
    setBy: row.set_by,
    setAt: new Date(Number(row.set_at)),
    startedAt: new Date(Number(row.started_at)),
    next: { date: row.next_date, at: new Date(Number(row.next_at)) },
  };
}
