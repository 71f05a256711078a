// createFolderReader(dir, corpus): the corpus folder read again and again. Only what has changed is read; of what is broken now the last good
// version counts.
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Article, ArticleId, Corpus } from '../domain.ts';
import type { Fault } from '../errors.ts';
import { readArticle } from './articles.ts';
import { correctionsPathOf, faultsOfSpeakers, readCorrections } from './corrections.ts';
import { explain } from './files.ts';
import { type ListedFiles, listArticleFiles, noArticles } from './listFiles.ts';
import { newestFirst, readEach } from './load.ts';
import { type ReadFile, settle } from './settle.ts';
import { readSpeakers, readTerms } from './speakersFile.ts';

export interface FolderReading {
  /** The same object as before where nothing has changed, down to each article. */
  readonly corpus: Corpus;
  /** All that is wrong now. */
  readonly faults: readonly Fault[];
  /** Folders in which something may change. */
  readonly folders: readonly string[];
  /** The folder or its articles are gone: all of the corpus is what was read last. */
  readonly isGone: boolean;
}

export interface FolderReader {
  /**
   * One call at a time. Never rejects.
   *
   * @param touched paths that are read whatever their time and size say
   */
  read(touched: ReadonlySet<string>): Promise<FolderReading>;
}

type Result<Value> = { readonly value: Value } | { readonly faults: readonly Fault[] };

/** @param corpus what was loaded from the folder before */
export function createFolderReader(dir: string, corpus: Corpus): FolderReader {
  const folder = join(dir, 'articles');
  const speakers = createSource(readSpeakersFile, corpus.speakers);
  const terms = createSource(readTermsFile, corpus.terms);
  const articles = createArticleFiles(corpus.articles);
  let [now, faults]: [Corpus, readonly Fault[]] = [corpus, []];
  let strangers: readonly Fault[] = [];
  return {
    async read(touched) {
      const gone = await faultOfFolder(dir);
      if (gone) return { corpus: now, faults: [gone, ...faults], folders: [], isGone: true };
      const [listed, { value: names, faults: ofNames }, { value: words, faults: ofWords }] = await Promise.all([
        listArticleFiles(folder),
        speakers.read(join(dir, 'speakers.yaml'), touched),
        terms.read(join(dir, 'terms.yaml'), touched),
      ]);
      const isGone = listed.files.length === 0;
      const found = isGone ? articles.kept() : await articles.read(listed, names, touched);
      const next = { articles: found.articles, speakers: names, terms: words };
      if (!isSame(now, next)) now = next;
      if (listed.isReadable) strangers = listed.faults;
      faults = [...strangers, ...found.faults, ...ofNames, ...ofWords];
      const ofFolder = listed.isReadable ? (isGone ? [noArticles(folder)] : []) : listed.faults;
      return { corpus: now, faults: [...ofFolder, ...faults], folders: foldersOf(dir, folder, listed), isGone };
    },
  };
}

function foldersOf(dir: string, folder: string, { folders, isReadable }: ListedFiles): string[] {
  return [dir, ...(isReadable ? [folder] : []), ...folders];
}

async function faultOfFolder(dir: string): Promise<Fault | null> {
  const reason = await stat(dir).then(
    (stats) => (stats.isDirectory() ? null : 'a file stands where a folder is wanted'),
    explain,
  );
  return reason === null
    ? null
    : { file: dir, field: '', reason: `can't be read: ${reason}. What was read last stays until it is back` };
}

function isSame(a: Corpus, b: Corpus): boolean {
  return (
    a.speakers === b.speakers &&
    a.terms === b.terms &&
    a.articles.length === b.articles.length &&
    a.articles.every((article, at) => article === b.articles[at])
  );
}

interface Source<Value> {
  /** The last good value, and what is wrong with the file now. */
  read(
    path: string,
    touched: ReadonlySet<string>,
  ): Promise<{ readonly value: Value; readonly faults: readonly Fault[] }>;
}

/** One file that is read when it has changed. */
function createSource<Value>(read: (path: string) => Promise<Result<Value>>, first: Value): Source<Value> {
  let [value, stamp]: [Value, string | null] = [first, null];
  return {
    async read(path, touched) {
      const newer = await stampOf(path);
      if (stamp !== null && newer === stamp && !touched.has(path)) return { value, faults: [] };
      const result = await read(path);
      // What is broken is read again each time: its file may come back without another time.
      stamp = 'value' in result ? newer : null;
      if ('value' in result) value = sameOr(value, result.value);
      return { value, faults: 'value' in result ? [] : result.faults };
    },
  };
}

async function readSpeakersFile(path: string): Promise<Result<Corpus['speakers']>> {
  const read = await readSpeakers(path);
  return 'faults' in read ? read : { value: read.speakers };
}

async function readTermsFile(path: string): Promise<Result<Corpus['terms']>> {
  const read = await readTerms(path);
  return 'faults' in read ? read : { value: read.terms };
}

interface ArticleFile {
  /** Of the article's file and the one that corrects it. Null: they are read again. */
  readonly stamp: string | null;
  /** Among whom the speakers were looked for whom corrections name. */
  readonly speakers: Corpus['speakers'];
  readonly found: Article | null;
  readonly good: Article | null;
  readonly faults: readonly Fault[];
}

interface Reading {
  /** Whether its last good version may be that of a file elsewhere. */
  readonly mayInherit: boolean;
  readonly touched: ReadonlySet<string>;
  readonly listed: ListedFiles;
  readonly speakers: Corpus['speakers'];
}

interface ReadCorrections {
  readonly corrections: Article['corrections'];
  readonly faults: readonly Fault[];
}

const NO_CORRECTIONS: ReadCorrections = { corrections: [], faults: [] };

/** Of a file that is broken, or names somebody unknown, what was read last. */
async function readBeside(path: string, speakers: Corpus['speakers'], good: Article | null): Promise<ReadCorrections> {
  const file = await readCorrections(path);
  const faults = 'faults' in file ? file.faults : faultsOfSpeakers(file, speakers);
  const corrections = 'faults' in file || faults.length > 0 ? (good?.corrections ?? []) : file.corrections;
  return { corrections, faults };
}

interface Articles {
  readonly articles: readonly Article[];
  readonly faults: readonly Fault[];
}

function createArticleFiles(first: readonly Article[]): {
  read(listed: ListedFiles, speakers: Corpus['speakers'], touched: ReadonlySet<string>): Promise<Articles>;
  kept(): Articles;
} {
  let files: ReadonlyMap<string, ArticleFile> = new Map();
  let [articles, faults]: [readonly Article[], readonly Fault[]] = [first, []];
  let known: ReadonlyMap<ArticleId, Article> = new Map(first.map((article) => [article.id, article]));

  const readOne = async (path: string, { mayInherit, touched, listed, speakers }: Reading): Promise<ArticleFile> => {
    const before = files.get(path);
    const beside = correctionsPathOf(path);
    const isCorrected = listed.corrections.has(beside);
    const stamps = [await stampOf(path), isCorrected ? await stampOf(beside) : 'none'];
    const stamp = stamps.includes(null) ? null : stamps.join(' ');
    const isKnown = before?.speakers === speakers || before?.found?.corrections.length === 0;
    if (before?.stamp && before.stamp === stamp && isKnown && !touched.has(path) && !touched.has(beside)) return before;
    const result = await readArticle(path);
    // A file that was moved into another folder goes on as itself.
    const good = before?.good ?? (mayInherit ? known.get(basename(path, '.md')) : undefined) ?? null;
    if ('faults' in result) return { stamp: null, speakers, found: null, good, faults: result.faults };
    const { corrections, faults } = isCorrected ? await readBeside(beside, speakers, good) : NO_CORRECTIONS;
    const found = sameOr(good, { ...result.article, corrections });
    return { stamp: faults.length > 0 ? null : stamp, speakers, found, good, faults };
  };

  return {
    kept: () => ({ articles, faults }),
    async read(listed, speakers, touched) {
      const paths = listed.files;
      const taken = new Set(paths.filter((path) => files.get(path)?.good).map((path) => basename(path, '.md')));
      const read = await readEach(paths, (path) =>
        readOne(path, { mayInherit: !taken.has(basename(path, '.md')), touched, listed, speakers }),
      );
      const entries = paths.map((file, at): ReadFile & ArticleFile => ({ file, ...(read[at] as ArticleFile) }));
      const settled = settle(entries);
      files = new Map(
        entries.map(({ file, ...entry }) => [file, { ...entry, good: settled.articles.get(file) ?? entry.good }]),
      );
      articles = [...settled.articles.values()].sort(newestFirst);
      known = new Map(articles.map((article) => [article.id, article]));
      faults = [...entries.flatMap((entry) => entry.faults), ...settled.faults];
      return { articles, faults };
    },
  };
}

/** Changes with whatever is written, moved over it, or shown to others; null: it can't be told. */
async function stampOf(path: string): Promise<string | null> {
  return stat(path).then(
    ({ dev, ino, size, mtimeMs, ctimeMs }) => [dev, ino, size, mtimeMs, ctimeMs].join(' '),
    () => null,
  );
}

/** The object as it was, where the other one says the same. */
function sameOr<Value>(before: Value | null, after: Value): Value {
  return before !== null && JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
