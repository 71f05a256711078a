// programVersion(files): what stands for all that decides how an article is read: the program's own files, the weights, Node with its tables of
// Unicode. A number that somebody must raise would be forgotten.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param folder whose scripts are the program: "dist"
 * @param others further files that it reads by
 * @throws Error when one can't be read: it belongs to the program, so that is a broken install
 */
export function programVersion(folder: string, others: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  const scripts = readdirSync(folder)
    .filter((name) => /\.[cm]?js$/u.test(name))
    .sort()
    .map((name) => join(folder, name));
  for (const file of [...scripts, ...others]) hash.update(`\0${file.length}\0`).update(readFileSync(file));
  return hash.digest('hex');
}
