// createCuration(dir): articles that wait for a curator, as files: held/<id>.md, in the shape of an article, with remarks on what to look at. Approved
// they become articles/<id>.md, refused held/refused/<id>.md.
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Article, ArticleId } from '../domain.ts';
import { CorpusError, type Fault, IntakeError } from '../errors.ts';
import { remarksIn, withoutRemarks } from './articleFile.ts';
import { readArticle } from './articles.ts';
import type { Curation, HeldArticle } from './curation.ts';
import { explain } from './files.ts';
import { listArticleFiles } from './listFiles.ts';
import { newestFirst, readEach } from './load.ts';
import { splitPassages } from './passages.ts';
import { reviseArticle } from './reviseArticle.ts';
import { replaceArticle, type Written, writeArticle } from './writeArticle.ts';

export interface Holding extends Curation {
  /** Puts an article on the list; its text is that of formatArticle. @throws IntakeError `file`, CorpusError */
  hold(id: ArticleId, text: string): Promise<Written>;
  /** Addresses of what is held, and of what was refused: not to be fetched again. Files that can't be read have none. */
  addresses(): Promise<ReadonlySet<string>>;
  /** What is held, whole; without files that can't be read. */
  waiting(): Promise<readonly Article[]>;
  /** `id` came into the corpus before `first`, which has the same text and waits or was refused: what is held names `id` from now on. */
  follow(first: ArticleId, id: ArticleId): Promise<void>;
}

const ID = /^[\p{L}\p{N}_-]+$/u;

/** `onFault`: gets what is wrong with files that can't be read, and the others are listed; without it, all of it is thrown. */
export function createCuration(dir: string, { onFault }: { readonly onFault?: (fault: Fault) => void } = {}): Holding {
  const folder = join(dir, 'held');
  const refused = join(folder, 'refused');
  const articles = join(dir, 'articles');

  /** Null: no such file. */
  const find = async (id: ArticleId): Promise<{ article: Article; text: string; path: string } | null> => {
    // An id comes from a button or a person: never a path.
    if (!ID.test(id)) return null;
    const path = join(folder, `${id}.md`);
    const text = await readFile(path, 'utf8').catch(absent);
    if (text === null) return null;
    const read = await readArticle(path);
    if ('faults' in read) throw new CorpusError('faults', read.faults);
    return { article: read.article, text, path };
  };

  const follow = async (first: ArticleId, id: ArticleId): Promise<void> => {
    for (const one of await readFolder(folder))
      if ('article' in one && (one.article.id === first || one.article.sameTextAs === first))
        await replaceArticle(folder, one.article.id, reviseArticle(one.text, { sameTextAs: id }));
  };

  return {
    hold: (id, text) => writeArticle(folder, id, text),
    follow,
    waiting: async () => (await readFolder(folder)).flatMap((one) => ('article' in one ? [one.article] : [])),
    async held() {
      const read = await readFolder(folder);
      const faults = read.flatMap((one) => ('faults' in one ? one.faults : []));
      if (faults.length > 0 && !onFault) throw new CorpusError('faults', faults);
      for (const fault of faults) onFault?.(fault);
      return read
        .flatMap((one) => ('article' in one ? [one] : []))
        .sort((a, b) => newestFirst(a.article, b.article))
        .map(({ article, text }) => heldOf(article, text));
    },
    async approve(id) {
      const found = await find(id);
      if (found === null) return null;
      const { article, text, path } = found;
      const owner = await ownerOf(articles, article);
      if (owner !== null)
        throw new IntakeError('duplicate', `${article.url} is in the corpus as ${owner}: refuse this one.`);
      const first = article.sameTextAs;
      const isThere = first === null || (await isArticle(articles, first));
      const approved = isThere ? text : reviseArticle(text, { sameTextAs: null });
      const written = await writeArticle(articles, id, withoutRemarks(approved));
      await rm(path, { force: true });
      if (!isThere) await follow(first, written.article.id);
      return heldOf(article, text);
    },
    async refuse(id) {
      const found = await find(id);
      if (found === null) return null;
      try {
        await mkdir(refused, { recursive: true });
        await rename(found.path, join(refused, `${id}.md`));
      } catch (cause) {
        if (absent(cause) === null) return null;
      }
      return heldOf(found.article, found.text);
    },
    async addresses() {
      const read = [...(await readFolder(folder)), ...(await readFolder(refused))];
      return new Set(read.flatMap((one) => ('article' in one ? [one.article.url] : [])));
    },
  };
}

/** An article may name one of the corpus alone: a corpus with any other name in it can't be read. */
async function isArticle(articles: string, id: ArticleId): Promise<boolean> {
  return (await listArticleFiles(articles)).files.some((file) => basename(file, '.md') === id);
}

async function ownerOf(articles: string, { url }: Article): Promise<ArticleId | null> {
  const { files } = await listArticleFiles(articles);
  for (const read of await readEach(files, readArticle))
    if ('article' in read && read.article.url === url && read.article.status !== 'withdrawn') return read.article.id;
  return null;
}

type Read = { readonly article: Article; readonly text: string } | { readonly faults: readonly Fault[] };

async function readFolder(folder: string): Promise<Read[]> {
  const names = (await readdir(folder).catch(absent)) ?? [];
  const files = names
    .filter((name) => extname(name) === '.md' && !name.startsWith('.'))
    .map((name) => join(folder, name));
  const read = await readEach(files.sort(), async (file): Promise<Read | null> => {
    const text = await readFile(file, 'utf8').catch(absent);
    // Somebody else has just decided on it.
    if (text === null) return null;
    const one = await readArticle(file);
    return 'faults' in one ? one : { article: one.article, text };
  });
  return read.filter((one) => one !== null);
}

/** Null where nothing is there. @throws IntakeError `file` otherwise */
function absent(cause: unknown): null {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
  throw new IntakeError('file', `What is held for approval can't be read or changed: ${explain(cause)}.`, { cause });
}

function heldOf(article: Article, text: string): HeldArticle {
  const { id, title, outlet, url, publishedOn, language, sameTextAs } = article;
  const paragraphs = splitPassages(article).filter(({ kind }) => kind === 'paragraph');
  return {
    ...{ id, title, outlet, url, publishedOn, language, sameTextAs },
    opening: paragraphs[0]?.text ?? '',
    paragraphs: paragraphs.length,
    doubts: remarksIn(text),
  };
}
