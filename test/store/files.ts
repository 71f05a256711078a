// Folders for the databases of tests, and a look into these past the store.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { onTestFinished } from 'vitest';

/** An empty folder, deleted when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'iran-talks-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Rows as the file has them. */
export function rowsOf(file: string, query: string): unknown[] {
  const database = new Database(file);
  const rows = database.prepare(query).all();
  database.close();
  return rows;
}
