// Version 2: what people thought of findings, one row for each of them and each statement.
import type { Migration } from './migration.ts';

export const feedback: Migration = async ({ schema }) => {
  await schema
    .createTable('feedback')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('pressed_by', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('community', 'text')
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('passage_id', 'text', (column) => column.notNull())
    .addColumn('statement_id', 'text')
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('feedback_key', ['platform', 'pressed_by', 'about'])
    .execute();
  await schema.createIndex('feedback_at').on('feedback').column('at').execute();
};
