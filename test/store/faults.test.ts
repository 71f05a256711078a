// What can be wrong with a file: each has a code, and a sentence that says what to do.
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { createStore } from '../../src/store/createStore.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openSqlite } from '../../src/store/openSqlite.ts';
import { openStore } from '../../src/store/openStore.ts';
import { newFolder, rowsOf } from './files.ts';

const AT = new Date(Date.UTC(2026, 1, 12));
const context = { request: 'who said "missiles"', page: 1 };
/** No rights of this user count for it: "nobody" on Linux. */
const NOBODY = 65_534;

async function errorOf(promise: Promise<unknown>): Promise<StoreError> {
  try {
    await promise;
  } catch (cause) {
    if (cause instanceof StoreError) return cause;
    throw cause;
  }
  throw new Error('it succeeded');
}

/** The administrator may write everywhere: then it is tried as somebody who may not. */
async function asUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

/** To whom asUser is, with what SQLite has laid beside it. */
function giveAway(file: string): void {
  if (process.geteuid?.() !== 0) return;
  for (const path of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(path)) chownSync(path, NOBODY, NOBODY);
}

/** A folder that somebody without special rights can get to. */
function openFolder(): string {
  const folder = newFolder();
  chmodSync(folder, 0o755);
  return folder;
}

describe('openStore', () => {
  test('makes the folder and the file, for its user alone', async () => {
    const file = join(newFolder(), 'state', 'of the bot', 'store.sqlite');
    const store = await openStore(`file:${file}`);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    for (const end of ['', '-wal', '-shm']) expect(statSync(`${file}${end}`).mode & 0o777).toBe(0o600);
    await store.close();
  });

  test('writes through a journal, which kill -9 does not harm, and waits for the disk only when the journal is taken in', async () => {
    const { db } = await openSqlite(join(newFolder(), 'store.sqlite'), { ms: 0 });
    const read = async (pragma: string): Promise<unknown> => (await sql.raw(`pragma ${pragma}`).execute(db)).rows;
    expect(await read('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await read('synchronous')).toEqual([{ synchronous: 1 }]);
    expect(await read('foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    await db.destroy();
  });

  test('refuses an address of another kind before it touches anything', async () => {
    expect(await errorOf(openStore('mysql://localhost/store'))).toMatchObject({ code: 'url' });
  });

  test('a folder that cannot be made', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'notes'), 'a file');
    const error = await errorOf(openStore(`file:${folder}/notes/store.sqlite`));
    expect(error.code).toBe('folder');
    expect(error.message).toBe(
      `The folder ${folder}/notes for the database can't be made (EEXIST): make it, or name another file in DATABASE_URL.`,
    );
  });

  test('a folder in which this user may make no folder', async () => {
    const folder = openFolder();
    chmodSync(folder, 0o555);
    const error = await asUser(() => errorOf(openStore(`file:${folder}/data/store.sqlite`)));
    expect(error).toMatchObject({ code: 'folder', message: expect.stringContaining('(EACCES): make it') });
  });

  test('a folder in which this user may make no file', async () => {
    const folder = openFolder();
    chmodSync(folder, 0o555);
    const error = await asUser(() => errorOf(openStore(`file:${folder}/store.sqlite`)));
    expect(error).toMatchObject({
      code: 'permission',
      message: expect.stringContaining('permission to write in its folder'),
    });
  });

  test('a file that this user may not read', async () => {
    const file = join(openFolder(), 'store.sqlite');
    await (await openStore(`file:${file}`)).close();
    chmodSync(file, 0o000);
    const error = await asUser(() => errorOf(openStore(`file:${file}`)));
    expect(error).toMatchObject({
      code: 'permission',
      message: expect.stringContaining('read and write it and its folder'),
    });
  });

  test.each([
    ['of the newest version', true],
    ['that is empty', false],
  ])('a file %s that this user may only read', async (_, isMade) => {
    const folder = openFolder();
    chmodSync(folder, 0o777);
    const file = join(folder, 'store.sqlite');
    if (isMade) await (await openStore(`file:${file}`)).close();
    else writeFileSync(file, '');
    giveAway(file);
    chmodSync(file, 0o444);
    const error = await asUser(() => errorOf(openStore(`file:${file}`)));
    expect(error).toMatchObject({
      code: 'permission',
      message: expect.stringContaining('read and write it and its folder'),
    });
  });

  test.each([
    ['a text', 'These are notes on ferries, not a database. '.repeat(50)],
    ['a short text', 'notes'],
  ])('a file that is %s is refused and left as it is', async (_, text) => {
    const file = join(newFolder(), 'notes.txt');
    writeFileSync(file, text);
    const error = await errorOf(openStore(`file:${file}`));
    expect(error.code).toBe('not-a-database');
    expect(error.message).toBe(`${file} is no SQLite database: move it away, or name another file in DATABASE_URL.`);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('a folder in the place of the file', async () => {
    const folder = join(newFolder(), 'store.sqlite');
    mkdirSync(folder);
    const error = await errorOf(openStore(`file:${folder}`));
    expect(error).toMatchObject({
      code: 'not-a-database',
      message: `${folder} is a folder: name a file in DATABASE_URL.`,
    });
  });

  test('a database of another program is refused and left as it is', async () => {
    const file = join(newFolder(), 'store.sqlite');
    const other = new Database(file);
    other.exec('create table contexts (id integer)');
    other.close();
    const error = await errorOf(openStore(`file:${file}`));
    expect(error).toMatchObject({
      code: 'other-program',
      message: expect.stringContaining('belongs to another program'),
    });
    expect(rowsOf(file, 'select name from sqlite_schema')).toEqual([{ name: 'contexts' }]);
  });

  test('an empty file is taken for an empty database', async () => {
    const file = join(newFolder(), 'store.sqlite');
    writeFileSync(file, '');
    const store = await openStore(`file:${file}`);
    expect(await store.claimOnce('k', AT)).toBe(true);
    await store.close();
  });

  test('a damaged file', async () => {
    const file = join(newFolder(), 'store.sqlite');
    const store = await openStore(`file:${file}`);
    for (let number = 0; number < 200; number += 1) await store.saveContext(`p${number}`, context, AT);
    await store.close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xff, 100, 4_096));
    const error = await errorOf(openStore(`file:${file}`));
    expect(error).toMatchObject({ code: 'damaged', message: expect.stringContaining('put a backup in its place') });
  });
});

describe('a full disk', () => {
  test('refuses the write, keeps what was there, and is forgiven once there is room', async () => {
    const file = join(newFolder(), 'store.sqlite');
    const backend = await openSqlite(file, { ms: 0 });
    await migrate(backend);
    const allow = (pages: number): Promise<unknown> => sql.raw(`pragma max_page_count = ${pages}`).execute(backend.db);
    await allow(60);
    const store = createStore(backend);
    const request = 'ferries '.repeat(500);
    let saved = 0;
    const fill = async (): Promise<void> => {
      for (; saved < 200; saved += 1) await store.saveContext(`p${saved}`, { request, page: saved }, AT);
    };
    const error = await errorOf(fill());
    expect(error.code).toBe('full');
    expect(error.message).toBe(`The disk with ${file} is full: make room on it; what was saved before stays.`);
    expect(saved).toBeGreaterThan(5);
    for (let page = 0; page < saved; page += 1) expect(await store.findContext(`p${page}`)).toEqual({ request, page });
    expect(await store.findContext(`p${saved}`)).toBeNull();
    await allow(10_000);
    await fill();
    expect(rowsOf(file, 'select count(*) as count from contexts')).toEqual([{ count: 200 }]);
    await store.close();
  });
});

describe('close', () => {
  test('leaves everything in the one file, so that a copy of it is a backup', async () => {
    const file = join(newFolder(), 'store.sqlite');
    const store = await openStore(`file:${file}`);
    await store.saveContext('p', context, AT);
    await store.close();
    const copy = join(newFolder(), 'copy.sqlite');
    writeFileSync(copy, readFileSync(file));
    expect(existsSync(`${copy}-wal`)).toBe(false);
    const restored = await openStore(`file:${copy}`);
    expect(await restored.findContext('p')).toEqual(context);
    await restored.close();
  });
});
