// Opens a PostgreSQL database for the store: how kysely speaks to it, how a failed call is repeated, and how processes that start at once make
// its tables once.
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { StoreError } from '../errors.ts';
import type { Backend } from './createStore.ts';
import type { Patience } from './patiently.ts';
import { findPostgresFault, isPassing } from './postgresFaults.ts';
import { createPool, mayBeDone } from './postgresPool.ts';
import type { Tables } from './tables.ts';
import { textPlugin } from './textPlugin.ts';

/** In milliseconds. Chosen by eye: longer than another process needs to bring the tables up to date. */
const MIGRATION_MS = 30_000;

/**
 * No connection is made yet, and its tables are not looked at: see migrate.
 * @throws StoreError `url`
 */
export function openPostgres(url: string, patience: Patience): Backend {
  const name = nameOf(url);
  const explain = (cause: unknown): unknown => findPostgresFault(cause, name, mayBeDone(cause)) ?? cause;
  return {
    name,
    db: new Kysely<Tables>({
      dialect: new PostgresDialect({ pool: createPool(url, patience) }),
      plugins: [textPlugin],
    }),
    explain,
    settle: () => {},
    skipsLocked: true,
    attempt: (work, isRepeatable) =>
      repeatedly(work, (cause) => isPassing(cause) && (isRepeatable || !mayBeDone(cause)), patience),
    beginMigration: (transaction) => beginMigration(transaction, name),
  };
}

/** "The PostgreSQL database iran_talks at db.example.org:5432": with what the driver takes where the address leaves something out. */
function nameOf(url: string): string {
  try {
    const { database, host, port } = new pg.Client({ connectionString: url });
    return `The PostgreSQL database ${database} at ${host.startsWith('/') ? host : `${host}:${port}`}`;
  } catch (cause) {
    // A file of a certificate that is not there, for example; the driver's message names that file, never the password.
    const why =
      cause instanceof Error && 'syscall' in cause ? cause.message : 'it has a parameter that is not understood';
    throw new StoreError('url', `DATABASE_URL names a PostgreSQL database that can't be used: ${why}.`);
  }
}

/** Chosen by eye: a connection that was cut is there again at once, a server that is started again within a second or more. */
const [FIRST_MS, LONGEST_MS] = [20, 500];

async function repeatedly<T>(
  work: () => Promise<T>,
  mayRepeat: (cause: unknown) => boolean,
  patience: Patience,
): Promise<T> {
  let delay = FIRST_MS;
  for (let waited = 0; ; waited += delay, delay = Math.min(2 * delay, LONGEST_MS)) {
    try {
      return await work();
    } catch (cause) {
      if (!mayRepeat(cause) || waited >= patience.ms) throw cause;
    }
    const ms = delay;
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
}

/** Any number, the same in every version: other programs that lock so have others. */
const LOCK = 1_920_260_212;

/** The lock is that of a schema, for each may have tables of its own, and ends with the transaction. */
async function beginMigration(transaction: Kysely<Tables>, name: string): Promise<void> {
  await sql`select set_config('lock_timeout', ${String(MIGRATION_MS)}, true)`.execute(transaction);
  await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)}, hashtext(current_schema()::text))`.execute(transaction);
  const { rows } = await sql<{ encoding: string }>`select getdatabaseencoding() as encoding`.execute(transaction);
  const encoding = rows[0]?.encoding;
  if (encoding === 'UTF8') return;
  throw new StoreError(
    'encoding',
    `${name} has the encoding ${encoding}, which can't keep every text: make one with "create database … encoding 'UTF8' template template0", and name it in DATABASE_URL.`,
  );
}
