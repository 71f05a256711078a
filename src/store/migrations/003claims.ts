// Version 3: what was taken in hand, so that an event that is delivered twice is answered once.
import type { Migration } from './migration.ts';

export const claims: Migration = async ({ schema }) => {
  await schema
    .createTable('claims')
    .addColumn('key', 'text', (column) => column.notNull().primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('claims_at').on('claims').column('at').execute();
};
