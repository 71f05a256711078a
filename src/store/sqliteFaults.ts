// What SQLite's result codes mean to whoever runs the program: https://www.sqlite.org/rescode.html (read November 2026).
import Database from 'libsql';
import { StoreError, type StoreErrorCode } from '../errors.ts';

const BUSY = 5;

/** Another process has the file: worth trying again. */
export function isBusy(cause: unknown): boolean {
  return primaryCode(cause) === BUSY;
}

/** The primary result code; null for any other error. Extended codes have it in their last eight bits. */
function primaryCode(cause: unknown): number | null {
  return cause instanceof Database.SqliteError && cause.rawCode !== undefined ? cause.rawCode & 0xff : null;
}

type Meaning = readonly [code: StoreErrorCode, sentence: (name: string) => string];

const PERMISSION: Meaning = [
  'permission',
  (name) =>
    `${name} can't be written: give the user who runs this program permission to read and write it and its folder.`,
];

const MEANINGS: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  [3, PERMISSION],
  [
    BUSY,
    [
      'locked',
      (name) =>
        `${name} is locked by another program: close what has it open (a SQLite shell, a backup), then try again.`,
    ],
  ],
  [8, PERMISSION],
  [
    10,
    [
      'disk',
      (name) =>
        `The disk with ${name} can't be read or written: look at the disk and its quotas; what was saved before stays.`,
    ],
  ],
  [
    11,
    ['damaged', (name) => `${name} is damaged: put a backup in its place, or move it away to begin with an empty one.`],
  ],
  [13, ['full', (name) => `The disk with ${name} is full: make room on it; what was saved before stays.`]],
  [14, PERMISSION],
  [
    26,
    ['not-a-database', (name) => `${name} is no SQLite database: move it away, or name another file in DATABASE_URL.`],
  ],
]);

/** The StoreError for a fault outside the program; null for anything else, which is a bug. `name` begins the sentence or follows "with". */
export function findSqliteFault(cause: unknown, name: string): StoreError | null {
  const [code, sentence] = MEANINGS.get(primaryCode(cause) ?? 0) ?? [];
  if (code === undefined || sentence === undefined) return null;
  return new StoreError(code, sentence(name), { cause });
}
