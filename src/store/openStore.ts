// openStore(url): the store that DATABASE_URL names, at the newest version of its tables and ready.
import { createStore } from './createStore.ts';
import { parseLocation } from './location.ts';
import { migrate } from './migrate.ts';
import { openSqlite } from './openSqlite.ts';
import type { Store } from './store.ts';

/** Chosen by eye: longer than any write or backup of a small file, shorter than what whoever starts the program waits for. */
const PATIENCE_MS = 5_000;

export interface OpenOptions {
  /** How long a database that another process has locked is waited for, in milliseconds. Default: 5,000. */
  readonly patienceMs?: number;
}

/**
 * `await openStore('file:data/iran-talks.sqlite')`. Its folder is made; `file::memory:` is a store that ends with the process.
 * @throws StoreError for whatever keeps it from being used, with what to do
 */
export async function openStore(url: string, { patienceMs = PATIENCE_MS }: OpenOptions = {}): Promise<Store> {
  const backend = await openSqlite(parseLocation(url), patienceMs);
  try {
    await migrate(backend.db, backend.name);
  } catch (cause) {
    await backend.db.destroy();
    throw backend.explain(cause);
  }
  return createStore(backend);
}
