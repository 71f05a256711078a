// openStore(url): the store that DATABASE_URL names, at the newest version of its tables and ready.
import { type Backend, createStore } from './createStore.ts';
import { parseLocation } from './location.ts';
import { migrate } from './migrate.ts';
import { openSqlite } from './openSqlite.ts';
import type { Patience } from './patiently.ts';
import type { Store } from './store.ts';

/** Chosen by eye: longer than any write or backup of a small file, shorter than what whoever starts the program waits for. */
const START_PATIENCE_MS = 5_000;
/**
 * Of each call later. Chosen by eye: several of them fit into the 3 s that platforms wait for a first sign; where a server was lost, it is worth more,
 * for it may be started again.
 */
const CALL_PATIENCE_MS = { file: 500, postgres: 1_500 };
/** Chosen by eye: a statement takes milliseconds; a server that is gone without a word would be waited for a quarter of an hour by the system. */
const ANSWER_MS = 30_000;

export interface OpenOptions {
  /**
   * How long a database that another process has locked, or a server that can't be reached, is waited for, in milliseconds. Default: 5,000 at the start;
   * later 500, and 1,500 for a server.
   */
  readonly patienceMs?: number;
}

/**
 * `await openStore('file:data/iran-talks.sqlite')`. Its folder is made; `file::memory:` is a store that ends with the process.
 * `await openStore('postgres://bot@localhost:5432/iran_talks')`: the database must be there, its tables are made.
 * @throws StoreError for whatever keeps it from being used, with what to do
 */
export async function openStore(url: string, { patienceMs }: OpenOptions = {}): Promise<Store> {
  const location = parseLocation(url);
  const patience: Patience = { ms: patienceMs ?? START_PATIENCE_MS };
  const backend: Backend =
    location.kind === 'file'
      ? await openSqlite(location.path, patience)
      : (await import('./openPostgres.ts')).openPostgres(location.url, patience);
  try {
    await backend.attempt(() => migrate(backend), true);
  } catch (cause) {
    await backend.db.destroy();
    throw backend.explain(cause);
  }
  patience.ms = patienceMs ?? CALL_PATIENCE_MS[location.kind];
  patience.answerMs = ANSWER_MS;
  return createStore(backend);
}
