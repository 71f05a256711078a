// Who was first: the database's own key decides, so that it holds between processes.
import type { Kysely } from 'kysely';
import { keyOf, timeOf } from './keys.ts';
import type { Tables } from './tables.ts';

export async function claimOnce(db: Kysely<Tables>, key: string, at: Date): Promise<boolean> {
  const rows = await db
    .insertInto('claims')
    .values({ key: keyOf(key), at: timeOf(at) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .execute();
  return rows.length === 1;
}
