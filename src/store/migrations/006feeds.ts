// Version 6: feeds. When each is asked next and whose it is meanwhile, every item that was listed, and by what each is known again.
import type { Migration } from './migration.ts';

export const feeds: Migration = async ({ schema }) => {
  await schema
    .createTable('feeds')
    .addColumn('address', 'text', (column) => column.notNull().primaryKey())
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('moved_to', 'text')
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('error', 'text')
    .addColumn('setting', 'text')
    .addColumn('is_stopped', 'integer', (column) => column.notNull())
    .addColumn('listed_at', 'bigint')
    .addColumn('worker', 'text')
    .addColumn('leased_until', 'bigint')
    .addColumn('lease', 'integer', (column) => column.notNull())
    .execute();
  await schema
    .createTable('feed_items')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('feed', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('place', 'bigint', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('first_seen_at', 'bigint', (column) => column.notNull())
    .addColumn('listed_at', 'bigint', (column) => column.notNull())
    .addColumn('not_before', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('error', 'text')
    .addColumn('article_id', 'text')
    .execute();
  await schema.createIndex('feed_items_waiting').on('feed_items').columns(['feed', 'outcome', 'not_before']).execute();
  await schema.createIndex('feed_items_listed').on('feed_items').column('listed_at').execute();
  await schema
    .createTable('feed_keys')
    .addColumn('feed', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('feed_keys_key', ['feed', 'key', 'item_id'])
    .execute();
  await schema.createIndex('feed_keys_item').on('feed_keys').column('item_id').execute();
};
