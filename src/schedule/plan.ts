// What was decided for a delivery before its first message was sent, so that whoever goes on after a crash sends the same: kept as JSON in the ledger.
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Delivery } from '../store/digestStore.ts';

export interface Plan {
  readonly entries: readonly string[];
  /** Milliseconds since 1970: when it was decided. */
  readonly at: number;
  readonly isLate: boolean;
}

const schema = z.object({ entries: z.array(z.string()), at: z.number(), isLate: z.boolean() });

export function formatPlan(plan: Plan): string {
  return JSON.stringify(plan);
}

/** Null: nothing was decided, or by another version that this one can't read. */
export function readPlan(text: string | null): Plan | null {
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Of one page, from 1, the same for every try: 22 letters at most. */
export function pageKey({ subscriptionId, slot }: Pick<Delivery, 'subscriptionId' | 'slot'>, page: number): string {
  const hash = createHash('sha256').update(`${subscriptionId}\n${slot}`).digest('hex').slice(0, 16);
  return `d${hash}-${page}`;
}

/** A number from 0 to 1, exclusive, that is always the same for a channel: channels of one time are spread by it. */
export function shareOf(subscriptionId: string): number {
  return createHash('sha256').update(subscriptionId).digest().readUInt32BE(0) / 2 ** 32;
}
