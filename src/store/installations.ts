// Where the program is installed: one row for a workspace, one for an organisation. What was granted there is text to the store.
import type { Kysely } from 'kysely';
import { compare } from './compare.ts';
import { keyOf, timeOf } from './keys.ts';
import type { Installation, InstallationKey } from './store.ts';
import type { Tables } from './tables.ts';

export async function saveInstallation(db: Kysely<Tables>, saved: Installation, at: Date): Promise<void> {
  const row = rowOf(saved, at);
  await db
    .insertInto('installations')
    .values({ platform: keyOf(saved.platform), key: textOf(saved), ...row })
    .onConflict((conflict) => conflict.columns(['platform', 'key']).doUpdateSet(row))
    .execute();
}

export async function renewInstallation(db: Kysely<Tables>, saved: Installation, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('installations')
    .set(rowOf(saved, at))
    .where('platform', '=', keyOf(saved.platform))
    .where('key', '=', textOf(saved))
    .where('at', '=', timeOf(at))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function findInstallation(db: Kysely<Tables>, key: InstallationKey): Promise<string | null> {
  const row = await db
    .selectFrom('installations')
    .select('installation')
    .where('platform', '=', keyOf(key.platform))
    .where('key', '=', textOf(key))
    .executeTakeFirst();
  return row?.installation ?? null;
}

/** `upTo` null: whenever it was installed. */
export async function removeInstallation(
  db: Kysely<Tables>,
  key: InstallationKey,
  upTo: Date | null,
): Promise<boolean> {
  const query = db
    .deleteFrom('installations')
    .where('platform', '=', keyOf(key.platform))
    .where('key', '=', textOf(key));
  const { numDeletedRows } = await (upTo === null ? query : query.where('at', '<=', timeOf(upTo))).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function readInstallations(db: Kysely<Tables>, platform: string): Promise<InstallationKey[]> {
  const query = db.selectFrom('installations').select(['key', 'enterprise', 'team', 'is_enterprise']);
  const rows = await query.where('platform', '=', keyOf(platform)).execute();
  rows.sort((a, b) => compare(a.key, b.key));
  return rows.map(({ enterprise, team, is_enterprise }) => {
    return { platform, enterprise, team, isEnterprise: is_enterprise === 1 };
  });
}

function rowOf({ enterprise, team, isEnterprise, installation }: Installation, at: Date) {
  return { enterprise, team, is_enterprise: isEnterprise ? 1 : 0, installation, at: timeOf(at) };
}

/** An organisation by its own id, a workspace by its own, whatever organisation it belongs to: it may join one later. */
function textOf({ enterprise, team, isEnterprise }: InstallationKey): string {
  const id = isEnterprise ? enterprise : team;
  if (id === null) throw new RangeError(`an installation of ${isEnterprise ? 'an enterprise' : 'a team'} needs its id`);
  return keyOf(`${isEnterprise ? 'enterprise' : 'team'}/${id}`);
}
