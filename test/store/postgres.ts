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
  /** Deletes all rows but the version, which is faster than another schema. */
  empty(): Promise<void>;
  /** Of everybody who uses it, but for `spared`. */
  endConnections(spared?: pg.Client): Promise<void>;
  /** Until so many of them wait for a lock. */
  untilWaiting(count: number): Promise<void>;
  drop(): Promise<void>;
}

let made = 0;

/** An empty one. */
export async function newSchema(): Promise<Schema> {
  made += 1;
  const name = `test_${process.pid}_${Date.now()}_${made}`;
  await onServer((client) => client.query(`create schema ${name}`));
  const url = new URL(POSTGRES_URL ?? '');
  // By which its connections are found.
  url.searchParams.set('application_name', name);
  url.searchParams.set('options', `-csearch_path=${name} -csynchronous_commit=off`);
  return {
    url: url.href,
    name,
    rowsOf: (query) => onServer(async (client) => (await client.query(query)).rows, url.href),
    async empty() {
      await onServer(async (client) => {
        const deletions = `select string_agg(format('delete from %I', tablename), ';') as sql from pg_tables where schemaname = $1 and tablename <> 'schema_version'`;
        await client.query((await client.query<{ sql: string }>(deletions, [name])).rows[0]?.sql ?? '');
      }, url.href);
    },
    async endConnections(spared) {
      const { rows } = (await spared?.query<{ pid: number }>('select pg_backend_pid() as pid')) ?? { rows: [] };
      const query =
        'select pid, pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and pid <> $2';
      const still = 'select pid from pg_stat_activity where application_name = $1 and pid = any($2)';
      await onServer(async (client) => {
        const ended = await client.query<{ pid: number }>(query, [name, rows[0]?.pid ?? 0]);
        const pids = ended.rows.map(({ pid }) => pid);
        while ((await client.query(still, [name, pids])).rowCount !== 0);
      });
    },
    async untilWaiting(count) {
      const query =
        "select count(*)::int as count from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock'";
      await onServer(async (client) => {
        while ((await client.query<{ count: number }>(query, [name])).rows[0]?.count !== count);
      });
    },
    drop: () => onServer(async (client) => void (await client.query(`drop schema ${name} cascade`))),
  };
}
