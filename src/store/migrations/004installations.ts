// Version 4: where the program is installed, one row for each workspace or organisation of a platform.
import type { Migration } from './migration.ts';

export const installations: Migration = async ({ schema }) => {
  await schema
    .createTable('installations')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('enterprise', 'text')
    .addColumn('team', 'text')
    .addColumn('is_enterprise', 'integer', (column) => column.notNull())
    .addColumn('installation', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('installations_key', ['platform', 'key'])
    .execute();
};
