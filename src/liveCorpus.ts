// followCorpus(app, parts): what changes in the corpus folder is answered from, and told in the log, while the bot goes on.
import { setImmediate } from 'node:timers/promises';
import { type CorpusChange, type WatchTimes, watchCorpus } from './corpus/watch.ts';
import { formatFault } from './errors.ts';
import type { LiveApp } from './liveApp.ts';
import type { Logger } from './log.ts';
import type { StoryIndex } from './search/storyIndex.ts';

export interface FollowParts {
  /** The corpus folder that the app's corpus was loaded from. */
  readonly dir: string;
  readonly log: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
  readonly signal: AbortSignal;
  /** Gets every index that answers come from: the first one, and each that takes its place. What it throws is logged. */
  readonly onCorpus?: (index: StoryIndex) => Promise<void> | void;
  readonly times?: Partial<WatchTimes>;
}

/** Until the signal; never rejects. */
export async function followCorpus(
  app: LiveApp,
  { dir, log, signal, onCorpus, times = {} }: FollowParts,
): Promise<void> {
  const tell = async (): Promise<void> => {
    try {
      await onCorpus?.(app.index);
    } catch (cause) {
      log.error({ cause }, 'corpus: a fault while what is new in it was taken down');
    }
  };
  let told: ReadonlySet<string> = new Set();
  const tellUnused = (): void => {
    const now = new Map(app.unusedCorrections().map((one) => [JSON.stringify(one), one]));
    for (const [key, { articleId, position, field, reason }] of now) {
      const message = `corpus: correction ${position + 1} of ${articleId} is not used: ${field}: ${reason}`;
      if (!told.has(key)) log.warn({ articleId, position: position + 1 }, message);
    }
    told = new Set(now.keys());
  };
  try {
    tellUnused();
    await tell();
    await watchCorpus(dir, {
      corpus: app.corpus,
      async onChange(change) {
        const begun = performance.now();
        await app.replace(change.corpus, setImmediate);
        const ms = Math.round(performance.now() - begun);
        tellUnused();
        await tell();
        // What is logged is there for everything, digests included.
        log.info({ ...fieldsOf(change), ms }, `corpus: ${summaryOf(change, app.index)}`);
      },
      onFault: (fault) => log.warn({ file: fault.file }, `corpus: broken, not taken up: ${formatFault(fault)}`),
      onMended: (file) => log.info({ file }, `corpus: mended: ${file}`),
      onError: (cause) =>
        log.error({ cause }, 'corpus: a fault while a change was taken up; what was read before stays'),
      onWatching: () => log.debug('corpus: watched'),
      signal,
      times,
    });
  } catch (cause) {
    log.error({ cause }, 'corpus: a fault; changes are no longer seen until the next start');
  }
}

/** Ids in one line of the log. Chosen by eye. */
const MOST_IDS = 20;

function fieldsOf({ added, changed, removed, withdrawn }: CorpusChange): Readonly<Record<string, readonly string[]>> {
  const lists = Object.entries({ added, changed, removed, withdrawn }).filter(([, ids]) => ids.length > 0);
  return Object.fromEntries(lists.map(([name, ids]) => [name, ids.slice(0, MOST_IDS)]));
}

/** "1 new, 1 changed (1 withdrawn), 0 removed, speakers or terms changed; 2 articles, 27 passages". */
function summaryOf(change: CorpusChange, { searched }: StoryIndex): string {
  const { added, changed, removed, withdrawn, hasOtherNames } = change;
  const withdrawals = withdrawn.length > 0 ? ` (${withdrawn.length} withdrawn)` : '';
  const names = hasOtherNames ? ', speakers or terms changed' : '';
  const news = `${added.length} new, ${changed.length} changed${withdrawals}, ${removed.length} removed${names}`;
  return `${news}; ${countOf(searched.articles, 'article')}, ${countOf(searched.passages, 'passage')}`;
}

function countOf(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
