// writeArticle(folder, id, text): a new article file, whole or not at all; an old one is never overwritten. replaceArticle: a new version of one.
import { link, mkdir, mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article, ArticleId } from '../domain.ts';
import { CorpusError, IntakeError } from '../errors.ts';
import { readArticle } from './articles.ts';
import { explain } from './files.ts';

export interface Written {
  readonly article: Article;
  readonly path: string;
}

/** Ids that are tried when the first is taken: "-2", "-3" … */
const MOST_TRIES = 1_000;

/**
 * Writes `<folder>/<id>.md`, or `<id>-2.md` where another article has the id. The file is read back before it gets its name.
 *
 * @throws CorpusError `faults`: the text is no article; IntakeError `file`: the disk refuses. The folder is then as it was.
 */
export async function writeArticle(folder: string, id: ArticleId, text: string): Promise<Written> {
  return atWork(folder, async (temp) => {
    for (let number = 1; number <= MOST_TRIES; number += 1) {
      const one = number === 1 ? id : `${id}-${number}`;
      const { article, path } = await checked(temp, one, text);
      const target = join(folder, `${one}.md`);
      if (await placeNew(path, target)) return { article, path: target };
    }
    throw new IntakeError('file', `${MOST_TRIES} articles are called ${id}: give this one another name with --id.`);
  });
}

/** Puts a new text in the place of a file, for readers in one step. @throws as writeArticle */
export async function replaceArticle(folder: string, id: ArticleId, text: string): Promise<Written> {
  return atWork(folder, async (temp) => {
    const { article, path } = await checked(temp, id, text);
    const target = join(folder, `${id}.md`);
    await rename(path, target);
    return { article, path: target };
  });
}

/** In a folder whose name begins with a dot, which nobody reads, on the same disk. */
async function atWork<Result>(folder: string, work: (temp: string) => Promise<Result>): Promise<Result> {
  let temp: string | null = null;
  try {
    await mkdir(folder, { recursive: true });
    temp = await mkdtemp(join(folder, '.new-'));
    return await work(temp);
  } catch (cause) {
    if (cause instanceof CorpusError || cause instanceof IntakeError) throw cause;
    throw new IntakeError('file', `${folder} can't be written: ${explain(cause)}. Nothing was changed.`, { cause });
  } finally {
    if (temp !== null) await rm(temp, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** False: something is there already. */
async function placeNew(path: string, target: string): Promise<boolean> {
  try {
    // Unlike a rename, a link never takes the place of a file.
    await link(path, target);
    return true;
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'EEXIST') return false;
    // File systems without links, such as those of memory cards.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw cause;
    if (
      await stat(target).then(
        () => true,
        () => false,
      )
    )
      return false;
    await rename(path, target);
    return true;
  }
}

async function checked(temp: string, id: ArticleId, text: string): Promise<Written> {
  const path = join(temp, `${id}.md`);
  const file = await open(path, 'w');
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
  const read = await readArticle(path);
  if ('faults' in read)
    throw new CorpusError(
      'faults',
      read.faults.map((fault) => ({ ...fault, file: `${id}.md` })),
    );
  return { article: read.article, path };
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
