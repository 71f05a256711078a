// loadCorpus(dir): the corpus folder to Articles, Speakers and TermGroups. Every fault of every file is collected and
// thrown together: a curator mends them in one go, and no article is ever dropped in silence.
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import type { Article, Corpus } from '../domain.ts';
import { CorpusError, type Fault } from '../errors.ts';
import { readArticle } from './articles.ts';
import { explain } from './files.ts';
import { readSpeakers, readTerms } from './speakersFile.ts';

/**
 * Reads `<dir>/articles/**\/*.md`, `<dir>/speakers.yaml` and `<dir>/terms.yaml`. Articles are sorted by publication
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
    const reason = 'holds no articles: add one as <id>.md (README, "Add an article"), or set CORPUS_DIR';
    throw new CorpusError('no-articles', [{ file: folder, field: '', reason }, ...faults]);
  }
  const articles = await readArticles(listed.files, faults);
  if (faults.length > 0 || 'faults' in speakers || 'faults' in terms) throw new CorpusError('faults', faults);
  return { articles: articles.sort(newestFirst), speakers: speakers.speakers, terms: terms.terms };
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

// Files are opened a few at a time: thousands of open files would exhaust the process's descriptors.
const FILES_AT_ONCE = 64;

async function readArticles(files: readonly string[], faults: Fault[]): Promise<Article[]> {
  const articles: Article[] = [];
  const owners = new Map<string, string>();
  const addresses = new Map<string, string>();
  for (let start = 0; start < files.length; start += FILES_AT_ONCE) {
    const batch = files.slice(start, start + FILES_AT_ONCE);
    const results = await Promise.all(batch.map((file) => readArticle(file)));
    results.forEach((result, index) => {
      const file = batch[index] ?? '';
      // Compared without case: two such files would be one on macOS and Windows.
      const key = basename(file, '.md').toLowerCase();
      const owner = owners.get(key);
      if (owner !== undefined) {
        faults.push({ file, field: 'id', reason: `"${basename(file, '.md')}" is also the id of ${owner}: rename one` });
      }
      owners.set(key, owner ?? file);
      if ('faults' in result) faults.push(...result.faults);
      else {
        faults.push(...sharedAddress(result.article, file, addresses));
        articles.push(result.article);
      }
    });
  }
  return articles;
}

/** The same text twice would count as two reports of it. A withdrawn one may keep the address of what replaced it. */
function sharedAddress({ url, status }: Article, file: string, addresses: Map<string, string>): Fault[] {
  if (status === 'withdrawn') return [];
  const owner = addresses.get(url);
  addresses.set(url, owner ?? file);
  return owner === undefined
    ? []
    : [{ file, field: 'url', reason: `is also the address of ${owner}: keep one of them, or mark one as withdrawn` }];
}

async function listArticleFiles(folder: string): Promise<{ files: string[]; faults: Fault[] }> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files: string[] = [];
    const faults: Fault[] = [];
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      const isHidden = relative(folder, path)
        .split(sep)
        .some((name) => name.startsWith('.'));
      if (isHidden || (entry.isDirectory() && extname(entry.name) !== '.md')) continue;
      if (extname(entry.name) === '.md') files.push(path);
      else faults.push({ file: path, field: '', reason: 'is no article file: rename it to <id>.md or move it away' });
    }
    return { files: files.sort(), faults };
  } catch (cause) {
    const reason = `can't be read: ${explain(cause)}. CORPUS_DIR must name a folder that holds "articles"`;
    return { files: [], faults: [{ file: folder, field: '', reason }] };
  }
}

function newestFirst(a: Article, b: Article): number {
  return a.publishedOn === b.publishedOn ? compare(a.id, b.id) : compare(b.publishedOn, a.publishedOn);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
