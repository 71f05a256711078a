// Version 1: what conversations remember, and the answers that were shown. Indexed by instant: forgetting looks for old ones.
import type { Migration } from './migration.ts';

export const conversations: Migration = async ({ schema }) => {
  await schema
    .createTable('contexts')
    .addColumn('place', 'text', (column) => column.notNull().primaryKey())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('page', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('contexts_at').on('contexts').column('at').execute();
  await schema
    .createTable('shown')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('page', 'integer', (column) => column.notNull())
    .addColumn('is_private', 'integer', (column) => column.notNull())
    .addColumn('asked_by', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('shown_at').on('shown').column('at').execute();
};
