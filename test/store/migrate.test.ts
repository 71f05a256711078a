// Every version of the tables leads to the newest, with what is in them; what can't be understood is left alone.
import { join } from 'node:path';
import { sql } from 'kysely';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/all.ts';
import type { Migration } from '../../src/store/migrations/migration.ts';
import { openSqlite } from '../../src/store/openSqlite.ts';
import { openStore } from '../../src/store/openStore.ts';
import { newFolder, rowsOf } from './files.ts';

const AT = new Date(Date.UTC(2026, 1, 12));
const SCHEMA = "select sql from sqlite_schema where sql is not null and name <> 'schema_version' order by rowid";

/** What a program with these migrations alone would have made. */
async function make(file: string, migrations: readonly Migration[]): Promise<void> {
  const backend = await openSqlite(file, { ms: 0 });
  try {
    await migrate(backend, migrations);
  } finally {
    await backend.db.destroy();
  }
}

const newFile = (): string => join(newFolder(), 'store.sqlite');

describe('the tables of each version are, for ever', () => {
  // A row is added with each migration, and none is ever changed: databases of that version are out there.
  test.each([
    [
      1,
      [
        'CREATE TABLE "contexts" ("place" text not null primary key, "request" text not null, "page" integer not null, "at" bigint not null)',
        'CREATE INDEX "contexts_at" on "contexts" ("at")',
        'CREATE TABLE "shown" ("id" text not null primary key, "request" text not null, "page" integer not null, "is_private" integer not null, "asked_by" text not null, "place" text not null, "at" bigint not null)',
        'CREATE INDEX "shown_at" on "shown" ("at")',
      ],
    ],
    [
      2,
      [
        'CREATE TABLE "feedback" ("platform" text not null, "pressed_by" text not null, "about" text not null, "community" text, "place" text not null, "passage_id" text not null, "statement_id" text, "request" text not null, "verdict" text not null, "note" text, "at" bigint not null, constraint "feedback_key" primary key ("platform", "pressed_by", "about"))',
        'CREATE INDEX "feedback_at" on "feedback" ("at")',
      ],
    ],
    [
      3,
      [
        'CREATE TABLE "claims" ("key" text not null primary key, "at" bigint not null)',
        'CREATE INDEX "claims_at" on "claims" ("at")',
      ],
    ],
    [
      4,
      [
        'CREATE TABLE "installations" ("platform" text not null, "key" text not null, "enterprise" text, "team" text, "is_enterprise" integer not null, "installation" text not null, "at" bigint not null, constraint "installations_key" primary key ("platform", "key"))',
      ],
    ],
    [
      5,
      [
        'CREATE TABLE "subscriptions" ("id" text not null primary key, "platform" text not null, "community" text, "channel" text not null, "settings" text not null, "state" text not null, "refusal" text, "refused_at" bigint, "set_by" text, "set_at" bigint not null, "started_at" bigint not null, "next_date" text not null, "next_at" bigint not null)',
        'CREATE INDEX "subscriptions_next" on "subscriptions" ("state", "next_at")',
        'CREATE TABLE "deliveries" ("subscription_id" text not null, "slot" text not null, "due_at" bigint not null, "not_before" bigint not null, "state" text not null, "attempts" integer not null, "worker" text, "plan" text, "pages" integer not null, "first_message" text, "reason" text, "finished_at" bigint, constraint "deliveries_key" primary key ("subscription_id", "slot"))',
        'CREATE INDEX "deliveries_waiting" on "deliveries" ("state", "not_before")',
        'CREATE INDEX "deliveries_finished" on "deliveries" ("finished_at")',
        'CREATE TABLE "entries" ("subscription_id" text not null, "entry" text not null, "at" bigint not null, constraint "entries_key" primary key ("subscription_id", "entry"))',
        'CREATE TABLE "seen" ("entry" text not null primary key, "at" bigint not null)',
        'CREATE INDEX "seen_at" on "seen" ("at")',
        'CREATE TABLE "articles" ("article_id" text not null primary key, "version" text not null, "snapshot" text not null)',
        'CREATE TABLE "article_changes" ("article_id" text not null, "version" text not null, "at" bigint not null, "detail" text not null, constraint "article_changes_key" primary key ("article_id", "version"))',
        'CREATE INDEX "article_changes_at" on "article_changes" ("at")',
      ],
    ],
    [
      6,
      [
        'CREATE TABLE "feeds" ("address" text not null primary key, "etag" text, "last_modified" text, "moved_to" text, "next_at" bigint not null, "failures" integer not null, "error" text, "setting" text, "is_stopped" integer not null, "listed_at" bigint, "worker" text, "leased_until" bigint, "lease" integer not null)',
        'CREATE TABLE "feed_items" ("id" text not null primary key, "feed" text not null, "outcome" text not null, "place" bigint not null, "item" text not null, "first_seen_at" bigint not null, "listed_at" bigint not null, "not_before" bigint not null, "attempts" integer not null, "error" text, "article_id" text)',
        'CREATE INDEX "feed_items_waiting" on "feed_items" ("feed", "outcome", "not_before")',
        'CREATE INDEX "feed_items_listed" on "feed_items" ("listed_at")',
        'CREATE TABLE "feed_keys" ("feed" text not null, "key" text not null, "item_id" text not null, constraint "feed_keys_key" primary key ("feed", "key", "item_id"))',
        'CREATE INDEX "feed_keys_item" on "feed_keys" ("item_id")',
      ],
    ],
  ])('of version %i those of the one before and its own', async (version, own) => {
    const [before, file] = [newFile(), newFile()];
    await make(before, MIGRATIONS.slice(0, version - 1));
    await make(file, MIGRATIONS.slice(0, version));
    const earlier = rowsOf(before, SCHEMA);
    expect(rowsOf(file, SCHEMA)).toEqual([...earlier, ...own.map((text) => ({ sql: text }))]);
    expect(version).toBeLessThanOrEqual(MIGRATIONS.length);
  });

  test('and every version has its row above', () => {
    expect(MIGRATIONS).toHaveLength(6);
  });
});

describe('openStore', () => {
  test.each(MIGRATIONS.map((_, version) => version))('takes version %i to the newest', async (version) => {
    const [file, fresh] = [newFile(), newFile()];
    await make(file, MIGRATIONS.slice(0, version));
    await (await openStore(`file:${file}`)).close();
    await (await openStore(`file:${fresh}`)).close();
    expect(rowsOf(file, 'select version from schema_version')).toEqual([{ version: MIGRATIONS.length }]);
    expect(rowsOf(file, SCHEMA)).toEqual(rowsOf(fresh, SCHEMA));
  });

  test('keeps what older versions saved', async () => {
    const file = newFile();
    await make(file, MIGRATIONS.slice(0, 1));
    const old = new Database(file);
    old.exec("insert into contexts values ('p', 'speakers', 2, 0)");
    old.exec("insert into shown values ('a1', 'sources', 3, 1, 'u1', 'p', 0)");
    old.close();
    const store = await openStore(`file:${file}`);
    expect(await store.findContext('p')).toEqual({ request: 'speakers', page: 2 });
    const answer = { id: 'a1', request: 'sources', page: 3, isPrivate: true, askedBy: 'u1', place: 'p' };
    expect(await store.findShown('a1')).toEqual(answer);
    await store.close();
  });

  test('changes nothing the second time', async () => {
    const file = newFile();
    await (await openStore(`file:${file}`)).close();
    const once = rowsOf(file, SCHEMA);
    const store = await openStore(`file:${file}`);
    await store.claimOnce('k', AT);
    await store.close();
    await (await openStore(`file:${file}`)).close();
    expect(rowsOf(file, SCHEMA)).toEqual(once);
    expect(rowsOf(file, 'select version from schema_version')).toEqual([{ version: MIGRATIONS.length }]);
    expect(rowsOf(file, 'select key from claims')).toEqual([{ key: 'k' }]);
  });

  test('refuses a database of a newer program, says which versions, and leaves it alone', async () => {
    const file = newFile();
    const addition: Migration = async (db) => void (await sql`create table later (a text)`.execute(db));
    await make(file, [...MIGRATIONS, addition]);
    await expect(openStore(`file:${file}`)).rejects.toMatchObject({
      name: 'StoreError',
      code: 'newer',
      message: `The database file ${file} was written by a newer version of this program (version 7 of its tables, this program knows 6): run the newer program, or name another database in DATABASE_URL.`,
    });
    expect(rowsOf(file, 'select version from schema_version')).toEqual([{ version: 7 }]);
  });
});

describe('a migration that fails', () => {
  test('leaves the version that was there, and is made up for by the next start', async () => {
    const file = newFile();
    await make(file, MIGRATIONS.slice(0, 1));
    const before = rowsOf(file, SCHEMA);
    const breaks: Migration = async (db) => {
      await sql`create table half (a text)`.execute(db);
      throw new Error('the power went');
    };
    await expect(make(file, [...MIGRATIONS, breaks])).rejects.toThrow('the power went');
    expect(rowsOf(file, SCHEMA)).toEqual(before);
    expect(rowsOf(file, 'select version from schema_version')).toEqual([{ version: 1 }]);
    await (await openStore(`file:${file}`)).close();
    expect(rowsOf(file, 'select version from schema_version')).toEqual([{ version: 6 }]);
  });
});
