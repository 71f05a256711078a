// listArticleFiles(folder): which files below a folder are articles, and which correct one.
import { readdir } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import type { Fault } from '../errors.ts';
import { articlePathOf } from './corrections.ts';
import { explain } from './files.ts';

export interface ListedFiles {
  /** Paths of article files, sorted. */
  readonly files: readonly string[];
  /** Paths of `<id>.corrections.yaml` that stand beside their article's file. */
  readonly corrections: ReadonlySet<string>;
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
    const corrections = new Map<string, string>();
    const faults: Fault[] = [];
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      const isHidden = relative(folder, path)
        .split(sep)
        .some((name) => name.startsWith('.'));
      if (isHidden) continue;
      if (entry.isDirectory()) folders.push(path);
      const corrected = entry.isDirectory() ? null : articlePathOf(path);
      if (extname(entry.name) === '.md') files.push(path);
      else if (corrected !== null) corrections.set(path, corrected);
      else if (!entry.isDirectory())
        faults.push({ file: path, field: '', reason: 'is no article file: rename it to <id>.md or move it away' });
    }
    const articles = new Set(files);
    for (const [file, article] of corrections) {
      if (articles.has(article)) continue;
      const reason = `corrects no article: there is no ${basename(article)} beside it; move it there or remove it`;
      faults.push({ file, field: '', reason });
      corrections.delete(file);
    }
    return { files: files.sort(), corrections: new Set(corrections.keys()), folders, faults, isReadable: true };
  } catch (cause) {
    const reason = `can't be read: ${explain(cause)}. CORPUS_DIR must name a folder that holds "articles"`;
    return {
      files: [],
      corrections: new Set(),
      folders: [],
      faults: [{ file: folder, field: '', reason }],
      isReadable: false,
    };
  }
}

/** What to say of a folder without any. */
export function noArticles(folder: string): Fault {
  const reason = 'holds no articles: add one as <id>.md (README, "Add an article"), or set CORPUS_DIR';
  return { file: folder, field: '', reason };
}
