// A file that another connection has locked: waited for without stopping the process, and nothing is lost when it is over.
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { afterEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/openStore.ts';
import type { Store } from '../../src/store/store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { newFolder, rowsOf } from './files.ts';

const AT = new Date(Date.UTC(2026, 1, 12));
const context = { request: 'who said "missiles"', page: 1 };

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

async function stand(patienceMs?: number): Promise<{ file: string; store: Store; other: Database.Database }> {
  const file = join(newFolder(), 'store.sqlite');
  const store = await openStore(`file:${file}`, patienceMs === undefined ? {} : { patienceMs });
  stores.push(store);
  return { file, store, other: new Database(file) };
}

/** What comes first: the promise's end, or a turn of the event loop. */
function now(promise: Promise<unknown>): Promise<'waiting' | 'done'> {
  const turn = new Promise<'waiting'>((resolve) => setImmediate(() => resolve('waiting')));
  return Promise.race([promise.then(() => 'done' as const), turn]);
}

describe('while another process writes', () => {
  test('a write waits, and is carried out when the other one has ended', async () => {
    const { file, store, other } = await stand();
    other.exec('begin immediate');
    const saving = store.saveContext('p', context, AT);
    expect(await now(saving)).toBe('waiting');
    other.exec('commit');
    await saving;
    expect(rowsOf(file, 'select place from contexts')).toEqual([{ place: 'p' }]);
  });

  test('writes keep their order', async () => {
    const { store, other } = await stand();
    other.exec('begin immediate');
    const saves = [1, 2, 3].map((page) => store.saveContext('p', { ...context, page }, AT));
    expect(await now(Promise.all(saves))).toBe('waiting');
    other.exec('commit');
    await Promise.all(saves);
    expect(await store.findContext('p')).toEqual({ ...context, page: 3 });
  });

  test('a reading does not wait', async () => {
    const { store, other } = await stand();
    await store.saveContext('p', context, AT);
    other.exec('begin exclusive');
    expect(await store.findContext('p')).toEqual(context);
    other.exec('commit');
  });

  test('for longer than it waits, a write is refused and changes nothing', async () => {
    const { store, other } = await stand(5);
    other.exec('begin immediate');
    const refusal = expect(store.saveContext('p', context, AT)).rejects;
    await refusal.toMatchObject({ name: 'StoreError', code: 'locked' });
    await expect(store.claimOnce('k', AT)).rejects.toThrow(/is locked by another program: close what has it open/);
    other.exec('commit');
    expect(await store.findContext('p')).toBeNull();
    expect(await store.claimOnce('k', AT)).toBe(true);
  });

  test('a store can be opened as soon as the other one ends, and is refused before', async () => {
    const file = join(newFolder(), 'store.sqlite');
    const other = new Database(file);
    other.exec('begin exclusive');
    await expect(openStore(`file:${file}`, { patienceMs: 5 })).rejects.toMatchObject({ code: 'locked' });
    const opening = openStore(`file:${file}`);
    expect(await now(opening)).toBe('waiting');
    other.exec('commit');
    stores.push(await opening);
  });
});

test('hundreds of calls at once leave turns to whatever else the process has to do', async () => {
  const { store } = await stand();
  let turns = 0;
  let isOver = false;
  const turn = (): void => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  turn();
  await Promise.all(Array.from({ length: 200 }, (_, number) => store.claimOnce(`k${number}`, AT)));
  isOver = true;
  expect(turns).toBeGreaterThan(190);
});

describe('after a write was refused', () => {
  test('the next one is there for everybody once it is acknowledged, and leaves the file to others', async () => {
    const { file, store, other } = await stand(0);
    other.exec('begin immediate');
    await expect(store.saveContext('refused', context, AT)).rejects.toMatchObject({ code: 'locked' });
    await expect(store.claimOnce('refused', AT)).rejects.toMatchObject({ code: 'locked' });
    other.exec('commit');
    await store.saveContext('kept', context, AT);
    expect(await store.claimOnce('kept', AT)).toBe(true);
    expect(rowsOf(file, 'select place from contexts')).toEqual([{ place: 'kept' }]);
    expect(rowsOf(file, 'select key from claims')).toEqual([{ key: 'kept' }]);
    other.exec("insert into claims values ('other', 0)");
  });

  test("with kysely's own dialect on libsql it would be lost, which is why the store has one of its own", async () => {
    const { file, other } = await stand();
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(file) }) });
    const claim = (key: string): Promise<unknown> => db.insertInto('claims').values({ key, at: 0 }).execute();
    other.exec('begin immediate');
    await expect(claim('refused')).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    other.exec('commit');
    await claim('acknowledged');
    expect(rowsOf(file, 'select key from claims')).toEqual([]);
    await db.destroy();
  });
});
