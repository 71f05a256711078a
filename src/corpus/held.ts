// createCuration(dir): articles that wait for a curator, as files: held/<id>.md, in the shape of an article, with remarks on what to look at. Approved
// they become articles/<id>.md, refused held/refused/<id>.md.
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
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
  /**
   * Puts an article into the corpus that nobody is asked about. `url`, `sameTextAs`: as in its text. One that is held still is not named by it, but names it
   * from now on: what the corpus names must be in it, or it would not load.
   *
   * @throws as hold; IntakeError `duplicate`: by now an article of the corpus has the address, such as one that a curator has just added
   */
  take(
    id: ArticleId,
    text: string,
    of: { readonly url: string; readonly sameTextAs: ArticleId | null },
  ): Promise<Written>;
  /** Addresses of what is held, and of what was refused: not to be fetched again. Files that can't be read have none. */
  addresses(): Promise<ReadonlySet<string>>;
  /** What is held, whole; without files that can't be read. */
  waiting(): Promise<readonly Article[]>;
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

  /** The article of the corpus that has the text of `named`, or that the held one of this name names. */
  const firstOf = async (corpus: readonly Article[], named: ArticleId | null): Promise<ArticleId | null> => {
    const first = firstIn(corpus, named);
    if (first !== null || named === null) return first;
    const held = (await readHeld(folder)).flatMap((read) => ('article' in read ? [read.article] : []));
    return firstIn(corpus, held.find(({ id }) => id === named)?.sameTextAs ?? null);
  };

  return {
    // Its id is to be the same once it is approved.
    hold: (id, text) => writeArticle(folder, id, text, [articles]),
    waiting: async () => (await readHeld(folder)).flatMap((read) => ('article' in read ? [read.article] : [])),
    async held() {
      const read = await readHeld(folder);
      const faults = read.flatMap((one) => ('faults' in one ? one.faults : []));
      if (faults.length > 0 && !onFault) throw new CorpusError('faults', faults);
      for (const fault of faults) onFault?.(fault);
      return read
        .flatMap((one) => ('article' in one ? [one] : []))
        .sort((a, b) => newestFirst(a.article, b.article))
        .map(({ article, text }) => heldOf(article, text));
    },
    async take(id, text, { url, sameTextAs }) {
      const corpus = await readFolder(articles);
      const owner = ownerOf(corpus, url);
      if (owner !== null) throw new IntakeError('duplicate', `${url} is in the corpus as ${owner} by now.`);
      const first = await firstOf(corpus, sameTextAs);
      const written = await writeArticle(articles, id, naming(first, sameTextAs, text));
      if (first === null && sameTextAs !== null) await renameIn(folder, [sameTextAs], written.article.id);
      return written;
    },
    async approve(id) {
      const found = await find(id);
      if (found === null) return null;
      const { article, text, path } = found;
      const corpus = await readFolder(articles);
      const owner = ownerOf(corpus, article.url);
      if (owner !== null)
        throw new IntakeError('duplicate', `${article.url} is in the corpus as ${owner}: refuse this one.`);
      const { sameTextAs } = article;
      const first = await firstOf(corpus, sameTextAs);
      const written = await writeArticle(articles, id, withoutRemarks(naming(first, sameTextAs, text)));
      await rm(path, { force: true });
      if (first !== sameTextAs || written.article.id !== id)
        await renameIn(folder, [id, ...(sameTextAs === null ? [] : [sameTextAs])], first ?? written.article.id);
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
      const read = [...(await readHeld(folder)), ...(await readHeld(refused))];
      return new Set(read.flatMap((one) => ('article' in one ? [one.article.url] : [])));
    },
  };
}

function ownerOf(corpus: readonly Article[], url: string): ArticleId | null {
  return corpus.find((article) => article.url === url && article.status !== 'withdrawn')?.id ?? null;
}

/** The article of the corpus that has the text of `id` and names none itself; null: none, because it is held still, or was refused. */
function firstIn(corpus: readonly Article[], id: ArticleId | null): ArticleId | null {
  const named = id === null ? undefined : corpus.find((article) => article.id === id);
  return named?.sameTextAs ?? named?.id ?? null;
}

/** The text of an article file that names `first` in the place of `before`. */
function naming(first: ArticleId | null, before: ArticleId | null, text: string): string {
  return first === before ? text : reviseArticle(text, { sameTextAs: first });
}

/** Of what is still held, those that have the text of one of `ids` name `first`, which is in the corpus now. */
async function renameIn(folder: string, ids: readonly ArticleId[], first: ArticleId): Promise<void> {
  for (const read of await readHeld(folder)) {
    if ('faults' in read) continue;
    const { id, sameTextAs } = read.article;
    if (ids.includes(sameTextAs ?? id))
      await replaceArticle(folder, id, reviseArticle(read.text, { sameTextAs: first }));
  }
}

/** Those that can be read. */
async function readFolder(articles: string): Promise<Article[]> {
  const { files } = await listArticleFiles(articles);
  const all = await readEach(files, readArticle);
  return all.flatMap((read) => ('article' in read ? [read.article] : []));
}

type Read = { readonly article: Article; readonly text: string } | { readonly faults: readonly Fault[] };

async function readHeld(folder: string): Promise<Read[]> {
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
