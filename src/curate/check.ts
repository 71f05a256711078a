// `corpus check`: everything of the corpus read as a start would, and what a start passes over: corrections that correct nothing, articles that wait.
// Every fault on a line, then how much there is. For a person before a commit, and for continuous integration.
import { basename, join } from 'node:path';
import { correctionsPathOf, faultAt, readCorrections } from '../corpus/corrections.ts';
import { readFeeds } from '../corpus/feedsFile.ts';
import { createCuration } from '../corpus/held.ts';
import { listArticleFiles } from '../corpus/listFiles.ts';
import { loadCorpus } from '../corpus/load.ts';
import { type Corpus, isRead } from '../domain.ts';
import { CorpusError, type Fault, formatFault, IntakeError, RequestError } from '../errors.ts';
import { createStoryReader, type StoryReader } from '../readStory.ts';
import { allOf } from '../search/allOf.ts';
import type { Story } from '../search/storyIndex.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';

/** What a further file of the corpus folder is asked for its faults; each new kind of file gets one here. */
type Check = (corpusDir: string) => Promise<readonly Fault[]>;

const OTHERS: readonly Check[] = [faultsOfHeld, faultsOfFeeds];

interface Counts {
  readonly articles: number;
  /** By language, most first: "en 12, fa 1". */
  readonly languages: Readonly<Record<string, number>>;
  /** In languages that statements are not read in. */
  readonly unread: number;
  readonly passages: number;
  readonly statements: number;
  readonly speakers: number;
  readonly corrections: number;
}

export const check: Command = async (words, parts) => {
  const { words: rest, flags } = readOptions('corpus check', words, { json: 'flag' });
  if (rest.length > 0) throw new RequestError('incomplete', 'corpus check takes no words behind it.', 'corpus check');
  const { corpusDir, output, reader } = parts;
  const loaded = await load(corpusDir);
  const others = (await Promise.all(OTHERS.map((ask) => ask(corpusDir)))).flat();
  let counts: Counts | null = null;
  const faults = [...loaded.faults, ...others];
  if (loaded.corpus !== null) {
    const stories = createStoryReader(reader());
    const story = allOf(stories.read(loaded.corpus));
    faults.push(...(await faultsOfUnused(corpusDir, stories.unused())));
    counts = countsOf(loaded.corpus, story);
  }
  if (flags.has('json')) output.write(`${JSON.stringify({ faults, ...counts }, null, 2)}\n`);
  else {
    for (const fault of faults) output.write(`${formatFault(fault)}\n`);
    output.write(`${faults.length > 0 ? '\n' : ''}${counts ? tableOf(counts) : ''}${verdict(faults.length)}\n`);
  }
  return faults.length === 0 ? 0 : 1;
};

async function load(dir: string): Promise<{ readonly corpus: Corpus | null; readonly faults: readonly Fault[] }> {
  try {
    return { corpus: await loadCorpus(dir), faults: [] };
  } catch (cause) {
    if (cause instanceof CorpusError) return { corpus: null, faults: cause.faults };
    throw cause;
  }
}

/** Where they stand in their files. */
async function faultsOfUnused(dir: string, unused: ReturnType<StoryReader['unused']>): Promise<Fault[]> {
  if (unused.length === 0) return [];
  const { files } = await listArticleFiles(join(dir, 'articles'));
  const paths = new Map(files.map((path) => [basename(path, '.md'), correctionsPathOf(path)]));
  const faults: Fault[] = [];
  for (const { articleId, position, field, reason } of unused) {
    const path = paths.get(articleId) ?? articleId;
    const file = await readCorrections(path);
    const lineOf = 'faults' in file ? () => undefined : file.lineOf;
    faults.push(faultAt({ path, lineOf }, [position, field], reason));
  }
  return faults;
}

async function faultsOfFeeds(dir: string): Promise<readonly Fault[]> {
  const read = await readFeeds(join(dir, 'feeds.yaml'));
  return 'faults' in read ? read.faults : [];
}

async function faultsOfHeld(dir: string): Promise<readonly Fault[]> {
  try {
    await createCuration(dir).held();
    return [];
  } catch (cause) {
    if (cause instanceof CorpusError) return cause.faults;
    if (!(cause instanceof IntakeError)) throw cause;
    return [{ file: join(dir, 'held'), field: '', reason: cause.message.replace(/\.$/u, '') }];
  }
}

function countsOf({ articles, speakers }: Corpus, { passages, statements }: Story): Counts {
  const languages = new Map<string, number>();
  for (const { language } of articles) languages.set(language, (languages.get(language) ?? 0) + 1);
  return {
    articles: articles.length,
    languages: Object.fromEntries([...languages].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))),
    unread: articles.filter(({ language }) => !isRead(language)).length,
    passages: passages.length,
    statements: statements.length,
    speakers: speakers.length,
    corrections: articles.reduce((sum, { corrections }) => sum + corrections.length, 0),
  };
}

function tableOf({ languages, unread, ...counts }: Counts): string {
  const list = Object.entries(languages).map(([language, count]) => `${language} ${count}`);
  const remarks: Readonly<Record<string, string>> = {
    articles: `  ${list.join(', ')}${unread > 0 ? `; statements are read in English alone: ${unread} without` : ''}`,
  };
  const rows = Object.entries(counts).map(
    ([name, count]) => `${name.padEnd(12)}${String(count).padStart(8)}${remarks[name] ?? ''}`,
  );
  return `${rows.join('\n')}\n`;
}

function verdict(faults: number): string {
  return faults === 0 ? 'No faults.' : `${faults} ${faults === 1 ? 'fault' : 'faults'}.`;
}
