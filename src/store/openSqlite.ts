// Opens a SQLite file for the store: makes its folder, chooses how SQLite writes, and says what is wrong where that fails.
//
// WAL: readers and the one writer do not wait for each other, and a process that is killed leaves nothing half written.
// synchronous=NORMAL also survives kill -9; a power cut takes the last moments back, and nothing else. See PRAGMAS.
import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import Database from 'libsql';
import { StoreError } from '../errors.ts';
import type { Backend } from './createStore.ts';
import { libsqlDialect } from './libsqlDialect.ts';
import { type Patience, patiently } from './patiently.ts';
import { findSqliteFault } from './sqliteFaults.ts';
import type { Tables } from './tables.ts';
import { textPlugin } from './textPlugin.ts';

/**
 * `file` is an absolute path or ":memory:", which is a database of its own each time.
 * Its tables are not looked at: see migrate.
 * @throws StoreError `folder`, `permission`, `full`, `not-a-database`, `other-program`, `locked`, `damaged`, `disk`
 */
export async function openSqlite(file: string, patience: Patience): Promise<Backend> {
  if (file !== ':memory:') makeFile(file);
  const database = connect(file);
  const explain = (cause: unknown): unknown => findSqliteFault(cause, file) ?? cause;
  try {
    await setUp(database, patience.ms);
    await refuseOthers(database, file, patience.ms);
  } catch (cause) {
    database.close();
    throw explain(cause);
  }
  return {
    name: `The database file ${file}`,
    db: new Kysely<Tables>({ dialect: libsqlDialect(database, patience), plugins: [textPlugin] }),
    explain,
    settle: () => settle(database),
    skipsLocked: false,
    // libsqlDialect waits for locks itself, and nothing else passes.
    attempt: (work) => work(),
    // `begin immediate` lets one in at a time.
    beginMigration: async () => {},
  };
}

/** An empty file is an empty database. Nobody else may read what people asked. */
function makeFile(file: string): void {
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const sentence = `The folder ${folder} for the database can't be made (${codeOf(cause)}): make it, or name another file in DATABASE_URL.`;
    throw new StoreError('folder', sentence, { cause });
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw new StoreError('not-a-database', `${file} is a folder: name a file in DATABASE_URL.`);
  }
  try {
    closeSync(openSync(file, 'ax', 0o600));
  } catch (cause) {
    const code = codeOf(cause);
    // It was there already. It is not opened to look at: closing it would take SQLite's locks away from this whole process.
    if (code === 'EEXIST') return;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new StoreError('full', `The disk with ${file} is full: make room on it, then start again.`, { cause });
    }
    const sentence = `The database file ${file} can't be made (${code}): give the user who runs this program permission to write in its folder.`;
    throw new StoreError('permission', sentence, { cause });
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}

function connect(file: string): Database.Database {
  try {
    return new Database(file);
  } catch (cause) {
    // libsql tells no code here, and has no other reason: the file is there, and it is no folder.
    const sentence = `The database file ${file} can't be opened: give the user who runs this program permission to read and write it and its folder.`;
    throw new StoreError('permission', sentence, { cause });
  }
}

/** Every one of them may meet a lock. */
const PRAGMAS = [
  // Waiting is done by patiently, for SQLite would do it in the thread that answers people.
  'pragma busy_timeout = 0',
  // Safe against kill -9; when the power goes, the last moments may be lost, and nothing else. With `full` each answer would wait for the
  // disk four times: 200 of them at once took 3.2 s of one processor instead of 0.2 s.
  'pragma synchronous = normal',
  'pragma foreign_keys = on',
  // A file system without shared memory stays with the older journal: as safe, and slower.
  'pragma journal_mode = wal',
];

async function setUp(database: Database.Database, patienceMs: number): Promise<void> {
  for (const pragma of PRAGMAS) await patiently(() => database.exec(pragma), patienceMs);
}

async function refuseOthers(database: Database.Database, file: string, patienceMs: number): Promise<void> {
  const query = "select name from sqlite_schema where type = 'table'";
  const rows = await patiently(() => database.prepare(query).all() as { name: string }[], patienceMs);
  if (rows.length === 0 || rows.some(({ name }) => name === 'schema_version')) return;
  throw new StoreError(
    'other-program',
    `The database file ${file} belongs to another program: name another file in DATABASE_URL.`,
  );
}

/** Takes what is in the journal into the file, so that the file alone is a backup. Another process that reads may keep it from that. */
function settle(database: Database.Database): void {
  database.exec('pragma wal_checkpoint(truncate)');
}
