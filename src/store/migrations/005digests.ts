// Version 5: digests. Which channel wants one, the ledger of those that were due, what each channel has had, when each passage was first seen,
// and articles as they were last seen, with what changed.
import type { Migration } from './migration.ts';

export const digests: Migration = async ({ schema }) => {
  await schema
    .createTable('subscriptions')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('community', 'text')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('refusal', 'text')
    .addColumn('refused_at', 'bigint')
    .addColumn('set_by', 'text')
    .addColumn('set_at', 'bigint', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('next_date', 'text', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('subscriptions_next').on('subscriptions').columns(['state', 'next_at']).execute();
  await schema
    .createTable('deliveries')
    .addColumn('subscription_id', 'text', (column) => column.notNull())
    .addColumn('slot', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('not_before', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('worker', 'text')
    .addColumn('plan', 'text')
    .addColumn('pages', 'integer', (column) => column.notNull())
    .addColumn('first_message', 'text')
    .addColumn('reason', 'text')
    .addColumn('finished_at', 'bigint')
    .addPrimaryKeyConstraint('deliveries_key', ['subscription_id', 'slot'])
    .execute();
  await schema.createIndex('deliveries_waiting').on('deliveries').columns(['state', 'not_before']).execute();
  await schema.createIndex('deliveries_finished').on('deliveries').column('finished_at').execute();
  await schema
    .createTable('entries')
    .addColumn('subscription_id', 'text', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('entries_key', ['subscription_id', 'entry'])
    .execute();
  await schema
    .createTable('seen')
    .addColumn('entry', 'text', (column) => column.notNull().primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('seen_at').on('seen').column('at').execute();
  await schema
    .createTable('articles')
    .addColumn('article_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('snapshot', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('article_changes')
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('article_changes_key', ['article_id', 'version'])
    .execute();
  await schema.createIndex('article_changes_at').on('article_changes').column('at').execute();
};
