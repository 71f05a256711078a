// loadCorpus(dir): the corpus folder to Articles, Speakers and TermGroups. Every fault of every file is collected and
// thrown together: a curator mends them in one go, and no article is ever dropped in silence.
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Article, Corpus } from '../domain.ts';
import { CorpusError, type Fault } from '../errors.ts';
import { readArticle } from './articles.ts';
import { createClaims } from './claims.ts';
import { correctionsPathOf, faultsOfSpeakers, readCorrections } from './corrections.ts';
import { type ListedFiles, listArticleFiles, noArticles } from './listFiles.ts';
import { faultsOfSameText } from './sameTextAs.ts';
import { readSpeakers, readTerms } from './speakersFile.ts';

/**
 * Reads `<dir>/articles/**\/*.md` with what is corrected beside them, `<dir>/speakers.yaml` and `<dir>/terms.yaml`. Articles are sorted by publication
 * date, newest first, then by id. Files and folders whose name begins with a dot (editors leave them) are passed over.
 *
 * @throws CorpusError `no-articles` when there is nothing to load, `faults` with every fault found otherwise.
 */
export async function loadCorpus(dir: string): Promise<Corpus> {
  await refuseFile(dir);
  const folder = join(dir, 'articles');
  const [listed, speakers, terms] = await Promise.all([
    listArticleFiles(folder),
    readSpeakers(join(dir, 'speakers.yaml')),
    readTerms(join(dir, 'terms.yaml')),
  ]);
  const faults: Fault[] = [...listed.faults];
  if ('faults' in speakers) faults.push(...speakers.faults);
  if ('faults' in terms) faults.push(...terms.faults);
  if (listed.files.length === 0 && listed.faults.length === 0) {
    throw new CorpusError('no-articles', [noArticles(folder), ...faults]);
  }
  const articles = await readArticles(listed.files, faults);
  const known = 'faults' in speakers ? null : speakers.speakers;
  const corrected = await withCorrections(articles, listed, { speakers: known, faults });
  if (faults.length > 0 || 'faults' in speakers || 'faults' in terms) throw new CorpusError('faults', faults);
  return { articles: corrected.sort(newestFirst), speakers: speakers.speakers, terms: terms.terms };
}

/** One sentence, not the same fault for each of three files below it. */
async function refuseFile(dir: string): Promise<void> {
  const isFile = await stat(dir).then(
    (stats) => !stats.isDirectory(),
    () => false,
  );
  if (!isFile) return;
  const reason = 'is a file: CORPUS_DIR must name the folder that holds "articles", speakers.yaml and terms.yaml';
  throw new CorpusError('faults', [{ file: dir, field: '', reason }]);
}

interface ReadArticle {
  readonly file: string;
  readonly article: Article;
}

async function readArticles(files: readonly string[], faults: Fault[]): Promise<ReadArticle[]> {
  const claims = createClaims();
  const results = await readEach(files, readArticle);
  const byId = new Map(
    results.map((result, index) => [basename(files[index] ?? '', '.md'), 'faults' in result ? null : result.article]),
  );
  return results.flatMap((result, index) => {
    const file = files[index] ?? '';
    faults.push(...claims.claimId(file));
    if ('faults' in result) {
      faults.push(...result.faults);
      return [];
    }
    faults.push(...claims.claimAddress(result.article, file));
    faults.push(...faultsOfSameText(result.article, file, (id) => byId.get(id)));
    return [{ file, article: result.article }];
  });
}

/** Each with what its corrections file says. `speakers` null: they can't be read, so that nobody is missed among them. */
async function withCorrections(
  articles: readonly ReadArticle[],
  { corrections }: ListedFiles,
  { speakers, faults }: { readonly speakers: Corpus['speakers'] | null; readonly faults: Fault[] },
): Promise<Article[]> {
  const corrected = articles.filter(({ file }) => corrections.has(correctionsPathOf(file)));
  const read = await readEach(corrected, ({ file }) => readCorrections(correctionsPathOf(file)));
  const byArticle = new Map<Article, Article>();
  corrected.forEach(({ article }, at) => {
    const file = read[at];
    if (file === undefined) return;
    if ('faults' in file) faults.push(...file.faults);
    else {
      if (speakers !== null) faults.push(...faultsOfSpeakers(file, speakers));
      byArticle.set(article, { ...article, corrections: file.corrections });
    }
  });
  return articles.map(({ article }) => byArticle.get(article) ?? article);
}

// Files are opened a few at a time: thousands of open files would exhaust the process's descriptors.
const FILES_AT_ONCE = 64;

/** What `read` gives for each, in their order. */
export async function readEach<File, Result>(
  files: readonly File[],
  read: (file: File) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < files.length; start += FILES_AT_ONCE)
    results.push(...(await Promise.all(files.slice(start, start + FILES_AT_ONCE).map((file) => read(file)))));
  return results;
}

/** How the articles of a corpus are sorted: newest first, those of one day by id. */
export function newestFirst(a: Article, b: Article): number {
  return a.publishedOn === b.publishedOn ? compare(a.id, b.id) : compare(b.publishedOn, a.publishedOn);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
