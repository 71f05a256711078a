// parseLocation(url): what DATABASE_URL names. For now a file; its path is taken as it is written, not decoded.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreError } from '../errors.ts';

const TAKES = 'DATABASE_URL takes a file, such as file:data/iran-talks.sqlite or file:/var/lib/iran-talks/store.sqlite';

/**
 * An absolute path, or ":memory:". `file:data/store.sqlite` is relative to the working directory; `file:///var/lib/store.sqlite` is
 * read as every file URL is.
 * @throws StoreError `url`. Its message never repeats the value, which may hold a password.
 */
export function parseLocation(url: string): string {
  const [, path = ''] = /^file:(.*)$/isu.exec(url.trim()) ?? [];
  if (path === ':memory:') return path;
  if (path === '') throw refusal('this version keeps its state in no other kind of database');
  if (/[?#]/u.test(path)) throw refusal('it has no parameters, and no "?" or "#" in its name');
  if (path.includes('\0')) throw refusal('no path has a NUL');
  if (/[/\\]$|(?:^|[/\\])\.{1,2}$/u.test(path)) throw refusal('this names a folder');
  if (!path.startsWith('//')) return resolve(path);
  try {
    return fileURLToPath(url.trim());
  } catch (cause) {
    throw refusal('behind "file://" come a third slash and an absolute path', cause);
  }
}

function refusal(why: string, cause?: unknown): StoreError {
  return new StoreError('url', `${TAKES}: ${why}.`, { cause });
}
