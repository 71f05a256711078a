// openStore(url): the store that DATABASE_URL names, at the newest version of its tables and ready.
import { createStore } from './createStore.ts';
import { parseLocation } from './location.ts';
import { migrate } from './migrate.ts';
import { openSqlite } from './openSqlite.ts';
import type { Store } from './store.ts';

/** Chosen by eye: longer than any write or backup of a small file, shorter than what whoever starts the program waits for. */
const START_PATIENCE_MS = 5_000;
/** Of each call later. Chosen by eye: several of them fit into the 3 s that platforms wait for a first sign. */
const CALL_PATIENCE_MS = 500;

export interface OpenOptions {
  /** How long a database that another process has locked is waited for, in milliseconds. Default: 5,000 at the start, 500 later. */
  readonly patienceMs?: number;
}

/**
 * `await openStore('file:data/iran-talks.sqlite')`. Its folder is made; `file::memory:` is a store that ends with the process.
 * @throws StoreError for whatever keeps it from being used, with what to do
 */
export async function openStore(url: string, { patienceMs }: OpenOptions = {}): Promise<Store> {
  const patience = { ms: patienceMs ?? START_PATIENCE_MS };
  const backend = await openSqlite(parseLocation(url), patience);
  try {
    await migrate(backend.db, backend.name);
  } catch (cause) {
    await backend.db.destroy();
    throw backend.explain(cause);
  }
  patience.ms = patienceMs ?? CALL_PATIENCE_MS;
  return createStore(backend);
}
