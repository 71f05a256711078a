// Every version of the tables leads to the newest on PostgreSQL, too, however many processes start at once.
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Backend } from '../../src/store/createStore.ts';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/all.ts';
import type { Migration } from '../../src/store/migrations/migration.ts';
import { openPostgres } from '../../src/store/openPostgres.ts';
import { openStore } from '../../src/store/openStore.ts';
import { newSchema, POSTGRES_URL, type Schema } from './postgres.ts';

const AT = new Date(Date.UTC(2026, 1, 12));
const VERSION = 'select version from schema_version';

/** Dropped when the test is over. */
async function schema(): Promise<Schema> {
  const made = await newSchema();
  onTestFinished(made.drop);
  return made;
}

async function withBackend<T>(url: string, work: (backend: Backend) => Promise<T>): Promise<T> {
  const backend = openPostgres(url, { ms: 1_000 });
  try {
    return await work(backend);
  } finally {
    await backend.db.destroy();
  }
}

/** Columns and indexes, without the schema's name. */
async function shapeOf({ name, rowsOf }: Schema): Promise<string> {
  const columns = `select table_name, column_name, data_type, is_nullable from information_schema.columns where table_schema = '${name}' order by 1, 2`;
  const indexes = `select indexdef from pg_indexes where schemaname = '${name}' order by 1`;
  return JSON.stringify([await rowsOf(columns), await rowsOf(indexes)]).replaceAll(name, '');
}

describe.skipIf(POSTGRES_URL === null)('on PostgreSQL', () => {
  test('older versions are taken to the newest, with what was saved', async () => {
    const [old, fresh] = [await schema(), await schema()];
    await withBackend(old.url, (backend) => migrate(backend, MIGRATIONS.slice(0, 1)));
    await old.rowsOf("insert into contexts values ('p', 'speakers', 2, 0)");
    const store = await openStore(old.url);
    expect(await store.findContext('p')).toEqual({ request: 'speakers', page: 2 });
    await store.close();
    await (await openStore(fresh.url)).close();
    expect(await old.rowsOf(VERSION)).toEqual([{ version: MIGRATIONS.length }]);
    expect(await shapeOf(old)).toBe(await shapeOf(fresh));
  });

  test('stores that are opened at the same moment make the tables once', async () => {
    const own = await schema();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(own.url)));
    const claims = await Promise.all(stores.map((store) => store.claimOnce('k', AT)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    for (const store of stores) await store.close();
    expect(await own.rowsOf(VERSION)).toEqual([{ version: MIGRATIONS.length }]);
  });

  test('one that migrates is waited for by those of its schema, and by no others', async () => {
    const [own, other] = [await schema(), await schema()];
    await withBackend(own.url, async (backend) => {
      let isOver = false;
      const slow: Migration = async () => {
        await (await openStore(other.url)).close();
        const opening = openStore(own.url).then(async (store) => {
          expect(isOver).toBe(true);
          await store.close();
        });
        await own.untilWaiting(1);
        waiting.push(opening);
      };
      const waiting: Promise<void>[] = [];
      await migrate(backend, [...MIGRATIONS.slice(0, -1), slow]);
      isOver = true;
      await Promise.all(waiting);
    });
  });

  test('a database of a newer program is refused and left alone', async () => {
    const own = await schema();
    const addition: Migration = async (db) => void (await sql`create table later (a text)`.execute(db));
    await withBackend(own.url, (backend) => migrate(backend, [...MIGRATIONS, addition]));
    const newer = MIGRATIONS.length + 1;
    await expect(openStore(own.url)).rejects.toMatchObject({
      name: 'StoreError',
      code: 'newer',
      message: expect.stringMatching(
        new RegExp(`^The PostgreSQL database .* \\(version ${newer} of its tables, this program knows ${newer - 1}\\)`),
      ),
    });
    expect(await own.rowsOf(VERSION)).toEqual([{ version: newer }]);
  });

  test('a migration that fails leaves the version that was there', async () => {
    const own = await schema();
    await withBackend(own.url, (backend) => migrate(backend, MIGRATIONS.slice(0, 1)));
    const before = await shapeOf(own);
    const breaks: Migration = async (db) => {
      await sql`create table half (a text)`.execute(db);
      throw new Error('the power went');
    };
    const failing = withBackend(own.url, (backend) => migrate(backend, [...MIGRATIONS, breaks]));
    await expect(failing).rejects.toThrow('the power went');
    expect(await shapeOf(own)).toBe(before);
    expect(await own.rowsOf(VERSION)).toEqual([{ version: 1 }]);
  });

  test('a start that loses its connection in the middle is made up for', async () => {
    const own = await schema();
    let times = 0;
    const cut: Migration = async (db) => {
      times += 1;
      if (times === 1) await own.endConnections();
      await sql`create table later (a text)`.execute(db);
    };
    await withBackend(own.url, (backend) => backend.attempt(() => migrate(backend, [...MIGRATIONS, cut]), true));
    expect(times).toBe(2);
    expect(await own.rowsOf(VERSION)).toEqual([{ version: MIGRATIONS.length + 1 }]);
  });

  test('instants and counts are numbers', async () => {
    const own = await schema();
    await (await openStore(own.url)).close();
    await withBackend(own.url, async ({ db }) => {
      await db.insertInto('claims').values({ key: 'k', at: AT.getTime() }).execute();
      const query = db.selectFrom('claims').select(['at', (eb) => eb.fn.countAll().over().as('count')]);
      expect(await query.executeTakeFirst()).toEqual({ at: AT.getTime(), count: 1 });
    });
  });
});
