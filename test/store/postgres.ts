// The PostgreSQL of TEST_POSTGRES_URL, for tests: schemas of their own, and a look into them past the store.
import pg from 'pg';

/** Null: tests on PostgreSQL are left out, which test/buildOnce.ts says. */
export const POSTGRES_URL = process.env['TEST_POSTGRES_URL'] || null;

/** On a connection of its own. */
export async function onServer<T>(work: (client: pg.Client) => Promise<T>, url = POSTGRES_URL): Promise<T> {
  const client = new pg.Client({ connectionString: url ?? '' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export interface Schema {
  /** Of the database with this schema alone. What is acknowledged is not waited for at the disk, which is a tenth of the time. */
  readonly url: string;
  readonly name: string;
  /** Rows as the server has them. */
  rowsOf(query: string): Promise<unknown[]>;
  drop(): Promise<void>;
}

let made = 0;

/** An empty one. */
export async function newSchema(): Promise<Schema> {
  made += 1;
  const name = `test_${process.pid}_${Date.now()}_${made}`;
  await onServer((client) => client.query(`create schema ${name}`));
  const url = new URL(POSTGRES_URL ?? '');
  url.searchParams.set('options', `-csearch_path=${name} -csynchronous_commit=off`);
  return {
    url: url.href,
    name,
    rowsOf: (query) => onServer(async (client) => (await client.query(query)).rows, url.href),
    drop: () => onServer(async (client) => void (await client.query(`drop schema ${name} cascade`))),
  };
}
