// Answers as they were shown: one row for an id that a button carries.
import type { Kysely } from 'kysely';
import { keyOf, timeOf } from './keys.ts';
import type { Shown } from './store.ts';
import type { Tables } from './tables.ts';

export async function findShown(db: Kysely<Tables>, id: string): Promise<Shown | null> {
  const query = db.selectFrom('shown').selectAll().where('id', '=', keyOf(id));
  const row = await query.executeTakeFirst();
  if (row === undefined) return null;
  const { request, page, place } = row;
  return { id: row.id, request, page, isPrivate: row.is_private === 1, askedBy: row.asked_by, place };
}

export async function saveShown(db: Kysely<Tables>, shown: Shown, at: Date): Promise<void> {
  const { id, request, page, isPrivate, askedBy, place } = shown;
  const saved = { request, page, is_private: isPrivate ? 1 : 0, asked_by: askedBy, place, at: timeOf(at) };
  await db
    .insertInto('shown')
    .values({ id: keyOf(id), ...saved })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(saved))
    .execute();
}
