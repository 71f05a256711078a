// Kysely on libsql's synchronous SQLite. Kysely's own SqliteDialect takes libsql's Database, too, and loses writes on it: a statement
// that found the file locked stays open (libsql neither resets nor ends it), and while it is open SQLite commits nothing that
// follows, though it reports success. So no statement here ever meets a lock: `begin immediate` waits for it first, and `exec`, which
// runs that, does end what it began. test/store/busy.test.ts shows the loss.

import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type Database from 'libsql';
import { patiently } from './patiently.ts';

/** Waits where another process has the file, up to `patience`; then the driver's error is thrown. */
export function libsqlDialect(database: Database.Database, patience: { readonly ms: number }): Dialect {
  return {
    createDriver: () => createDriver(database, patience),
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

function createDriver(database: Database.Database, patience: { readonly ms: number }): Driver {
  const begin = (): Promise<void> => patiently(() => void database.exec('begin immediate'), patience.ms);
  const commit = async (): Promise<void> => void database.exec('commit');
  const rollBack = async (): Promise<void> => {
    // After a full disk SQLite may have gone back by itself.
    if (database.inTransaction) database.exec('rollback');
  };
  const inTransaction = async <T>(work: () => T): Promise<T> => {
    await begin();
    try {
      const result = work();
      await commit();
      return result;
    } catch (cause) {
      await rollBack();
      throw cause;
    }
  };
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const work = (): QueryResult<R> => execute(database, query);
      if (database.inTransaction) return work();
      return SelectQueryNode.is(query.query) ? patiently(work, patience.ms) : inTransaction(work);
    },
    streamQuery() {
      throw new Error('the store reads no streams');
    },
  };
  const queue = createQueue();
  return {
    async init() {},
    async acquireConnection() {
      await queue.enter();
      return connection;
    },
    async releaseConnection() {
      queue.leave();
    },
    beginTransaction: begin,
    commitTransaction: commit,
    rollbackTransaction: rollBack,
    async destroy() {
      await queue.enter();
      database.close();
    },
  };
}

function execute<R>(database: Database.Database, { sql, parameters }: CompiledQuery): QueryResult<R> {
  const statement = database.prepare(sql);
  if (statement.reader) return { rows: statement.all(parameters) as R[] };
  const { changes } = statement.run(parameters);
  return { rows: [], numAffectedRows: BigInt(changes) };
}

/**
 * One at a time, in the order in which they came. Between two of them the event loop turns once: libsql works in the thread that
 * also has to answer people, and hundreds of writes at once would keep it from that until the last one is on the disk.
 */
function createQueue(): { enter: () => Promise<void>; leave: () => void } {
  let last = Promise.resolve();
  let inside = 0;
  let leave = (): void => {};
  return {
    async enter() {
      const before = last;
      const isAlone = inside === 0;
      inside += 1;
      let done = (): void => {};
      last = new Promise((resolve) => {
        done = resolve;
      });
      await before;
      if (!isAlone) await new Promise((resolve) => setImmediate(resolve));
      leave = done;
    },
    leave() {
      inside -= 1;
      leave();
    },
  };
}
