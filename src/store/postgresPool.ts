// The connections to a PostgreSQL server, as kysely takes them: a lost one never ends the process, is used no more, and it is known whether what was
// sent may have been carried out.
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Patience } from './patiently.ts';
import { isLoss } from './postgresFaults.ts';

/** Chosen by eye: three processes stay below a third of the 100 that a server takes by default. */
const MOST = 10;
/** In milliseconds, for a new connection or one that is free again. Chosen by eye. */
const CONNECT_MS = 10_000;
/** A process that stands still in the middle of a transaction keeps others from its rows for no longer. Chosen by eye. */
const BEGIN = "begin; set local idle_in_transaction_session_timeout = '10s'";

const INT8 = 20;

/** Numbers of 64 bits come as numbers: instants and counts stay far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};

const uncertain = new WeakSet<object>();

/** Whether a write may have been carried out though it failed with this: the connection was lost before the server answered. */
export function mayBeDone(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && uncertain.has(cause);
}

/** Connects when the first query is asked. */
export function createPool(url: string, patience: Patience): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'iran-talks',
    max: MOST,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    types,
  });
  // Whoever asks next is told, or gets another connection; without a listener the process would end.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return {
    connect: async () => checkOut(await pool.connect(), patience),
    end: () => pool.end(),
  };
}

/** One connection, until it is released. */
function checkOut(client: pg.PoolClient, patience: Patience): PostgresPoolClient {
  let loss: { readonly cause: unknown } | null = null;
  let isInTransaction = false;
  const ask = (text: string, parameters: readonly unknown[] = []): Promise<unknown> => {
    // Its type does not know of the time for one query alone.
    const timed: pg.QueryConfig & { query_timeout?: number } = { text, values: [...parameters] };
    if (patience.answerMs !== undefined) timed.query_timeout = patience.answerMs;
    return client.query(timed);
  };
  const send = async (text: string, parameters: readonly unknown[]): Promise<unknown> => {
    // The reason stays the first one: what kysely asks afterwards, to go back, fails for no other.
    if (loss !== null) throw loss.cause;
    let mayBeSent = false;
    const isWrite = text === 'commit' || (!isInTransaction && text !== 'begin' && !/^select\b/iu.test(text));
    try {
      // A write is sent only where the server was there a moment ago: what fails here was not sent, and may be sent again.
      if (isWrite && text !== 'commit') await ask('');
      mayBeSent = isWrite;
      const result = await ask(text === 'begin' ? BEGIN : text, parameters);
      if (text === 'begin') isInTransaction = true;
      if (text === 'commit' || text === 'rollback') isInTransaction = false;
      return result;
    } catch (cause) {
      const kind = isLoss(cause);
      if (kind !== null) loss = { cause };
      if (kind === 'unanswered' && mayBeSent) uncertain.add(Object(cause));
      throw cause;
    }
  };
  return {
    // Streams, its other way to be called, are not read here.
    query: send as PostgresPoolClient['query'],
    release: (isDiscarded = false) => client.release(isDiscarded || loss !== null),
  };
}
