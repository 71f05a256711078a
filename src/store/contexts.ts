// What each conversation remembers: one row for a place.
import type { Kysely } from 'kysely';
import { keyOf, timeOf } from './keys.ts';
import type { Context } from './store.ts';
import type { Tables } from './tables.ts';

export async function findContext(db: Kysely<Tables>, place: string): Promise<Context | null> {
  const query = db.selectFrom('contexts').select(['request', 'page']).where('place', '=', keyOf(place));
  return (await query.executeTakeFirst()) ?? null;
}

export async function saveContext(
  db: Kysely<Tables>,
  { place, request, page, at }: Context & { readonly place: string; readonly at: Date },
): Promise<void> {
  const saved = { request, page, at: timeOf(at) };
  await db
    .insertInto('contexts')
    .values({ place: keyOf(place), ...saved })
    .onConflict((conflict) => conflict.column('place').doUpdateSet(saved))
    .execute();
}
