// parseLocation(url): what DATABASE_URL names, a file or a PostgreSQL database. A file's path is taken as it is written, not decoded.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreError } from '../errors.ts';

const TAKES =
  'DATABASE_URL takes a file, such as file:data/iran-talks.sqlite or file:/var/lib/iran-talks/store.sqlite, ' +
  'or a PostgreSQL database, such as postgres://bot@localhost:5432/iran_talks';

/** `path` is absolute, or ":memory:". `url` is as it was given, without white space around it. */
export type Location =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/**
 * `file:data/store.sqlite` is relative to the working directory; `file:///var/lib/store.sqlite` is read as every file URL is;
 * `postgres:` and `postgresql:` are the same.
 * @throws StoreError `url`. Its message never repeats the value, which may hold a password.
 */
export function parseLocation(url: string): Location {
  const given = url.trim();
  return /^postgres(?:ql)?:/iu.test(given) ? parseServer(given) : { kind: 'file', path: parseFile(given) };
}

function parseServer(url: string): Location {
  if (!/^\w+:\/\//u.test(url)) throw refusal('behind "postgres:" come two slashes');
  // Some leave the host out and name a socket's folder behind "?host=", which is no URL to Node.
  const isRead = URL.canParse(url.replace('@/', '@localhost/')) && !url.includes('#');
  if (!isRead) throw refusal('in a user or password, write # as %23, / as %2F, ? as %3F, : as %3A and @ as %40');
  return { kind: 'postgres', url };
}

function parseFile(url: string): string {
  const [, path = ''] = /^file:(.*)$/isu.exec(url) ?? [];
  if (path === ':memory:') return path;
  if (path === '') throw refusal('this version keeps its state in no other kind of database');
  if (/[?#]/u.test(path)) throw refusal('a file has no parameters, and no "?" or "#" in its name');
  if (path.includes('\0')) throw refusal('no path has a NUL');
  if (/[/\\]$|(?:^|[/\\])\.{1,2}$/u.test(path)) throw refusal('this names a folder');
  if (!path.startsWith('//')) return resolve(path);
  try {
    return fileURLToPath(url);
  } catch (cause) {
    throw refusal('behind "file://" come a third slash and an absolute path', cause);
  }
}

function refusal(why: string, cause?: unknown): StoreError {
  return new StoreError('url', `${TAKES}: ${why}.`, { cause });
}
