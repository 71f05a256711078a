// writeArticle(folder, id, text): a new article file, whole or not at all; an old one is never overwritten. replaceArticle: a new version of one.
import { link, mkdir, mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Article, ArticleId } from '../domain.ts';
import { CorpusError, IntakeError } from '../errors.ts';
import { isArticleId, readArticle } from './articles.ts';
import { explain } from './files.ts';
import { listArticleFiles } from './listFiles.ts';

export interface Written {
  readonly article: Article;
  readonly path: string;
}

/** Ids that are tried when the first is taken: "-2", "-3" … */
const MOST_TRIES = 1_000;

/**
 * Writes `<folder>/<id>.md`, or `<id>-2.md` where another article has the id, be it in a folder below or in `others`. The file is read back before
 * it gets its name.
 *
 * @throws CorpusError `faults`: the text is no article; IntakeError `file`: the disk refuses; `duplicate`: the article that has the id has the address,
 * too, as when two do the same at once. The folder is then as it was.
 */
export async function writeArticle(
  folder: string,
  id: ArticleId,
  text: string,
  others: readonly string[] = [],
): Promise<Written> {
  if (!isArticleId(id))
    throw new IntakeError('file', `"${id}" can't name an article: give letters, digits, "-" and "_" only.`);
  return atWork(folder, async (temp) => {
    const owners = await ownersIn([folder, ...others]);
    for (let number = 1; number <= MOST_TRIES; number += 1) {
      const one = number === 1 ? id : `${id}-${number}`;
      const { article, path } = await checked(temp, one, text);
      const target = join(folder, `${one}.md`);
      const owner = owners.get(one.toLowerCase());
      if (owner === undefined && (await placeNew(path, target))) return { article, path: target };
      await refuseSame(article, owner ?? target);
    }
    throw new IntakeError('file', `${MOST_TRIES} articles are called ${id}: give this one another name with --id.`);
  });
}

/** Files by their ids without case: such names would be one on macOS and Windows, and are one to whoever reads the folder. */
async function ownersIn(folders: readonly string[]): Promise<Map<string, string>> {
  const listed = await Promise.all(folders.map(listArticleFiles));
  return new Map(listed.flatMap(({ files }) => files.map((file) => [basename(file, '.md').toLowerCase(), file])));
}

async function refuseSame({ url, status }: Article, file: string): Promise<void> {
  const owner = await readArticle(file);
  if ('faults' in owner || owner.article.url !== url) return;
  if (status === 'withdrawn' || owner.article.status === 'withdrawn') return;
  throw new IntakeError('duplicate', `${url} is there already as ${owner.article.id}. Nothing was written.`);
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
