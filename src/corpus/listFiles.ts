// listArticleFiles(folder): which files below a folder are articles.
import { readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Fault } from '../errors.ts';
import { explain } from './files.ts';

export interface ListedFiles {
  /** Paths of article files, sorted. */
  readonly files: readonly string[];
  /** Paths of the folders below it that are looked into. */
  readonly folders: readonly string[];
  /** Files that are none, or why the folder can't be read. */
  readonly faults: readonly Fault[];
  readonly isReadable: boolean;
}

/** Files and folders whose name begins with a dot (editors leave them) are passed over. Never rejects. */
export async function listArticleFiles(folder: string): Promise<ListedFiles> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files: string[] = [];
    const folders: string[] = [];
    const faults: Fault[] = [];
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      const isHidden = relative(folder, path)
        .split(sep)
        .some((name) => name.startsWith('.'));
      if (isHidden) continue;
      if (entry.isDirectory()) folders.push(path);
      if (extname(entry.name) === '.md') files.push(path);
      else if (!entry.isDirectory())
        faults.push({ file: path, field: '', reason: 'is no article file: rename it to <id>.md or move it away' });
    }
    return { files: files.sort(), folders, faults, isReadable: true };
  } catch (cause) {
    const reason = `can't be read: ${explain(cause)}. CORPUS_DIR must name a folder that holds "articles"`;
    return { files: [], folders: [], faults: [{ file: folder, field: '', reason }], isReadable: false };
  }
}

/** What to say of a folder without any. */
export function noArticles(folder: string): Fault {
  const reason = 'holds no articles: add one as <id>.md (README, "Add an article"), or set CORPUS_DIR';
  return { file: folder, field: '', reason };
}
