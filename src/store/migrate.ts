// Brings a database to the newest version, in one transaction that only one process can be in. The version is a row of the
// database itself. A process that is killed here leaves the version that was there.
import { StoreError } from '../errors.ts';
import type { Backend } from './createStore.ts';
import { MIGRATIONS } from './migrations/all.ts';

/**
 * Carries out what is missing. `migrations` is all of them but where older versions are made.
 * @throws StoreError `newer` where the database has been through more than that: nothing is changed.
 */
export async function migrate(
  { db, name, beginMigration }: Pick<Backend, 'db' | 'name' | 'beginMigration'>,
  migrations = MIGRATIONS,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await beginMigration(transaction);
    await transaction.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    const row = await transaction.selectFrom('schema_version').select('version').executeTakeFirst();
    const version = row?.version ?? 0;
    if (version > migrations.length) throw newer(name, version, migrations.length);
    for (const step of migrations.slice(version)) await step(transaction);
    // Written also where it stays the same: what can't be written is told at the start, not with the first question.
    await transaction.deleteFrom('schema_version').execute();
    await transaction.insertInto('schema_version').values({ version: migrations.length }).execute();
  });
}

function newer(name: string, version: number, known: number): StoreError {
  return new StoreError(
    'newer',
    `${name} was written by a newer version of this program (version ${version} of its tables, this program knows ${known}): ` +
      'run the newer program, or name another database in DATABASE_URL.',
  );
}
