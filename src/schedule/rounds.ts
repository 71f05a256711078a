// round(parts): what is due is put into the ledger, and what waits there is sent, a few at a time. Everything is read from the store each
// time: a process that slept, was restarted, or has its clock put right neither skips a date nor repeats one.
import type { Enqueued, Subscription } from '../store/digestStore.ts';
import { type DeliverParts, deliver, TOO_LATE_MS } from './deliver.ts';
import { dueSince, firstDue, nextDue } from './due.ts';
import { shareOf } from './plan.ts';

export interface RoundParts extends DeliverParts {
  /** Unique among all processes that share the store. */
  readonly worker: string;
  readonly pace: Pace;
  /** True once the process is to end: what is underway is sent to its end, nothing more is begun. */
  readonly isStopping?: () => boolean;
}

export interface Pace {
  /** Sent at the same time by this process. */
  readonly atOnce: number;
  /** Milliseconds over which channels of one time are spread. */
  readonly spread: number;
  /** Milliseconds that a delivery is this process's alone. */
  readonly lease: number;
}

/**
 * 1,000 channels of one time are 17 a second. Discord takes 50 requests a second of a bot, Slack one message a second and channel:
 * https://discord.com/developers/docs/topics/rate-limits, https://docs.slack.dev/apis/web-api/rate-limits (read November 2026).
 */
export const PACE: Pace = { atOnce: 8, spread: 60_000, lease: 300_000 };

/** Subscriptions that are taken in one transaction. Chosen by eye: about 50 ms of SQLite. */
const MOST_DUE = 200;
/** Dates that are written down as missed after a long time off. Chosen by eye. */
const MOST_MISSED = 31;
/** A next date further away than any week allows was set while the clock was wrong. */
const TOO_FAR_MS = 9 * 24 * 3_600_000;

/** Sends all that is due now. @throws what the store says; what was begun is gone on with in a later round */
export async function round(parts: RoundParts): Promise<void> {
  const { store, now, pace } = parts;
  while ((await store.enqueueDue(now(), MOST_DUE, (subscription) => enqueued(subscription, now(), pace))) === MOST_DUE);
  while (parts.isStopping?.() !== true) {
    const at = now();
    const until = new Date(at.getTime() + pace.lease);
    const claims = await store.claimDeliveries(at, { worker: parts.worker, until, most: pace.atOnce });
    if (claims.length === 0) return;
    const results = await Promise.allSettled(claims.map((claim) => deliver(claim, parts)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }
}

/** The last date that is due is sent unless it is a day late; those before it are covered by it. */
export function enqueued(subscription: Subscription, now: Date, { spread }: Pick<Pace, 'spread'>): Enqueued {
  const due = dueSince(subscription.next, now, subscription, MOST_MISSED);
  const last = due.at(-1);
  const deliveries = due.map(({ date, at }): Enqueued['deliveries'][number] => {
    const isSent = at === last?.at && now.getTime() - at.getTime() < TOO_LATE_MS;
    const notBefore = new Date(at.getTime() + shareOf(subscription.id) * spread);
    const reason = isSent ? null : 'the bot was not running then; the next digest has what this one would have had';
    return { slot: date, dueAt: at, notBefore, state: isSent ? 'waiting' : 'missed', reason };
  });
  return { deliveries, next: nextDue(last?.date ?? subscription.next.date, subscription) };
}

/** The next date as it should be, where the one that is written down can't be; else null. */
export function mendedNext(subscription: Subscription, now: Date): Subscription['next'] | null {
  return subscription.next.at.getTime() - now.getTime() > TOO_FAR_MS ? firstDue(now, subscription) : null;
}
