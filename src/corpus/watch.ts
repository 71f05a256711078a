// watchCorpus(dir, parts): tells what changes in a corpus folder while the process goes on. Events of the file system tell when to look; network
// file systems send none for what others write, so that all is looked through every half minute besides.
import type { Article, ArticleId, Corpus } from '../domain.ts';
import { type Fault, formatFault } from '../errors.ts';
import { type BellTimes, createBell } from './bell.ts';
import { createFolderReader } from './folder.ts';
import { createFolderWatches, type WatchFolder } from './watchFolders.ts';

/** What is different in a corpus from the one before. */
export interface CorpusChange {
  readonly corpus: Corpus;
  readonly added: readonly ArticleId[];
  readonly changed: readonly ArticleId[];
  /** Whose files are gone. */
  readonly removed: readonly ArticleId[];
  /** Those among the changed that are withdrawn now and were not. */
  readonly withdrawn: readonly ArticleId[];
  /** Whether speakers or words that mean the same have changed. */
  readonly hasOtherNames: boolean;
}

export interface WatchTimes extends BellTimes {
  /** Milliseconds between two looks without an event. */
  readonly pollMs: number;
  /** The same while the folder is gone: nothing tells that it is back. */
  readonly gonePollMs: number;
}

/** Chosen by eye: an editor writes a file in several steps, a copy many files in a row. */
export const WATCH_TIMES: WatchTimes = { quietMs: 300, longestMs: 2_000, pollMs: 30_000, gonePollMs: 2_000 };

export interface WatchParts {
  /** What was loaded from the folder: what has not changed stays the same object. */
  readonly corpus: Corpus;
  /** Waited for: the next change is told after it. */
  readonly onChange: (change: CorpusChange) => Promise<void> | void;
  /** Each fault once, as long as it lasts. The last good version of its file counts. */
  readonly onFault: (fault: Fault) => void;
  /** Nothing is wrong any more with a file or folder that had faults, or it is gone. */
  readonly onMended: (file: string) => void;
  /** Gets what `onChange` throws: the change is not told again, but together with the next one. */
  readonly onError: (cause: unknown) => void;
  /** Once: from here on no event is missed. */
  readonly onWatching?: () => void;
  readonly signal: AbortSignal;
  readonly times?: Partial<WatchTimes>;
  readonly watchFolder?: WatchFolder;
}

/** Until the signal; never rejects, unless a part but `onChange` throws. */
export async function watchCorpus(dir: string, parts: WatchParts): Promise<void> {
  const { signal, onChange, onError } = parts;
  const times = { ...WATCH_TIMES, ...parts.times };
  const reader = createFolderReader(dir, parts.corpus);
  const bell = createBell(times, signal);
  const watches = createFolderWatches(bell.ring, parts.watchFolder);
  const report = createReport(parts);
  let [taken, tried] = [parts.corpus, parts.corpus];
  let touched: ReadonlySet<string> = new Set();
  let [isWatching, isAgain] = [false, false];
  try {
    while (!signal.aborted) {
      const { corpus, faults, folders, isGone } = await reader.read(touched);
      const { isNew, faults: unwatched } = await watches.follow(folders);
      if (signal.aborted) return;
      // Between the look and the watch something may have come.
      isAgain = isNew && !isAgain;
      if (isAgain) {
        touched = new Set();
        continue;
      }
      const isUnsure = report([...faults, ...unwatched]);
      if (corpus !== tried) {
        tried = corpus;
        try {
          await onChange(changeOf(taken, corpus));
          taken = corpus;
        } catch (cause) {
          onError(cause);
        }
      }
      if (!isWatching) parts.onWatching?.();
      isWatching = true;
      touched = await bell.next(isUnsure ? times.quietMs : isGone ? times.gonePollMs : times.pollMs);
    }
  } finally {
    watches.close();
  }
}

/**
 * Gets all faults of each look. A fault is told when a second look finds it, too: a file that is still being written looks broken.
 * True: one waits for it.
 */
function createReport({
  onFault,
  onMended,
}: Pick<WatchParts, 'onFault' | 'onMended'>): (now: readonly Fault[]) => boolean {
  let [seen, reported]: [ReadonlySet<string>, ReadonlySet<string>] = [new Set(), new Set()];
  let told: ReadonlySet<string> = new Set();
  return (now) => {
    const faults = new Map(now.map((fault) => [formatFault(fault), fault]));
    const broken = new Set(now.map(({ file }) => file));
    const before = reported;
    reported = new Set([...faults.keys()].filter((key) => before.has(key) || seen.has(key)));
    seen = new Set(faults.keys());
    const fresh = [...faults].filter(([key]) => reported.has(key) && !before.has(key)).map(([, fault]) => fault);
    const mended = [...told].filter((file) => !broken.has(file));
    told = new Set([...[...told].filter((file) => broken.has(file)), ...fresh.map(({ file }) => file)]);
    for (const fault of fresh) onFault(fault);
    for (const file of mended) onMended(file);
    return reported.size < faults.size;
  };
}

function changeOf(before: Corpus, corpus: Corpus): CorpusChange {
  const [old, now] = [byId(before), byId(corpus)];
  const changed = corpus.articles.filter((article) => {
    const was = old.get(article.id);
    return was !== undefined && was !== article;
  });
  return {
    corpus,
    added: corpus.articles.filter(({ id }) => !old.has(id)).map(idOf),
    changed: changed.map(idOf),
    removed: before.articles.filter(({ id }) => !now.has(id)).map(idOf),
    withdrawn: changed
      .filter(({ id, status }) => status === 'withdrawn' && old.get(id)?.status !== 'withdrawn')
      .map(idOf),
    hasOtherNames: before.speakers !== corpus.speakers || before.terms !== corpus.terms,
  };
}

function byId({ articles }: Corpus): ReadonlyMap<ArticleId, Article> {
  return new Map(articles.map((article) => [article.id, article]));
}

function idOf({ id }: Article): ArticleId {
  return id;
}
