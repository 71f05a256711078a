// createLiveFeeds(parts): the feeds of a corpus folder where the parts meet: what they bring becomes an article, or is held until somebody approves it.
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type FeedSetting, readFeeds } from './corpus/feedsFile.ts';
import type { Holding } from './corpus/held.ts';
import { paragraphsOf } from './corpus/passages.ts';
import type { Article, ArticleId, Corpus } from './domain.ts';
import { articleOfDraft } from './draftArticle.ts';
import { formatFault, IntakeError } from './errors.ts';
import { createFeeds, type Feeds } from './feeds/loop.ts';
import type { FeedsLog } from './feeds/parts.ts';
import type { Fetched, Fetcher } from './fetch/fetcher.ts';
import type { Draft } from './intake/draft.ts';
import { countWords } from './intake/printed.ts';
import { createTextIndex, type TextIndex } from './sameText/textIndex.ts';
import type { FeedStore } from './store/feedStore.ts';

export interface LiveFeedsParts {
  readonly store: FeedStore;
  readonly corpusDir: string;
  /** What answers come from now. */
  readonly corpus: () => Corpus;
  readonly curation: Holding;
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly readDraft: (fetched: Fetched) => Draft;
  readonly now: () => Date;
  readonly random: () => number;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Unique, for the name of this process. */
  readonly newId: () => string;
  readonly log: FeedsLog;
}

export interface LiveFeeds extends Pick<Feeds, 'pollOnce'> {
  /** What feeds.yaml says now; what is wrong with it is thrown. @throws IntakeError `feed` */
  settings(): Promise<readonly FeedSetting[]>;
  /** Until the signal; never rejects. */
  run(signal: AbortSignal): Promise<void>;
}

/** Milliseconds between two looks at feeds.yaml. Chosen by eye. */
const FILE_EVERY = 5_000;

export function createLiveFeeds(parts: LiveFeedsParts): LiveFeeds {
  const { corpusDir, curation, store, fetcher, readDraft, now, random, wait, newId, log } = parts;
  const file = join(corpusDir, 'feeds.yaml');
  let feeds: readonly FeedSetting[] = [];
  const texts = createKnownTexts(parts.corpus);

  const refuseKnown = async (draft: Draft): Promise<void> => {
    const url = draft.url?.value ?? '';
    if (await hasAddress(url)) throw new IntakeError('duplicate', `${url} is in the corpus, held or refused already.`);
    const before = texts.issuedBefore(draft.outlet?.value ?? '', draft.paragraphs);
    if (before === null) return;
    log.info(
      { address: url, article: before },
      'feeds: an article was issued again at another address; it is passed over',
    );
    throw new IntakeError('duplicate', `${url} is ${before}, issued again at another address.`);
  };
  /** Also those that were written since the folder was last looked at. */
  const taken = new Set<string>();
  let knowsHeld = false;
  const hasAddress = async (url: string): Promise<boolean> =>
    taken.has(url) || texts.hasAddress(url) || (await curation.addresses()).has(url);

  const loop = createFeeds({
    ...{ store, fetcher, readDraft, now, random, log, hasAddress },
    feeds: () => feeds,
    worker: `${hostname().slice(0, 100)}/${process.pid}/${newId()}`,
    wait: (ms, signal) => wait(ms, signal),
    async findSame({ paragraphs }) {
      // What an earlier process held is not in the corpus.
      if (!knowsHeld) for (const article of await curation.waiting()) texts.add(article);
      knowsHeld = true;
      return texts.find(paragraphs);
    },
    async hold(draft, context) {
      await refuseKnown(draft);
      const remarks = draft.doubts.map(({ field, reason }) => `${field}: ${reason}`);
      const sameTextAs = texts.firstOf(context.sameTextAs);
      const { id, text } = articleOfDraft(draft, { sameTextAs, retrievedOn: context.retrievedOn, remarks });
      const { article } = await curation.hold(id, text);
      texts.add(article);
      return { id: article.id };
    },
    async take(draft, context) {
      await refuseKnown(draft);
      const sameTextAs = texts.firstOf(context.sameTextAs);
      const { id, text } = articleOfDraft(draft, { sameTextAs, retrievedOn: context.retrievedOn });
      const { article } = await curation.take(id, text, { url: draft.url?.value ?? '', sameTextAs });
      taken.add(article.url);
      texts.add(article);
      return { id: article.id };
    },
  });

  const settings = async (): Promise<readonly FeedSetting[]> => {
    const read = await readFeeds(file);
    if ('faults' in read) {
      const faults = read.faults.map((fault) => `  ${formatFault(fault)}`).join('\n');
      throw new IntakeError('feed', `The feeds can't be followed:\n${faults}`);
    }
    feeds = read.feeds;
    return feeds;
  };

  let version = '';
  /** Reads the file where it is another one than before; the last good version counts while it has faults. */
  const look = async (): Promise<void> => {
    const now = await stat(file).then(
      ({ mtimeMs, size }) => `${mtimeMs} ${size}`,
      () => 'none',
    );
    if (now === version) return;
    version = now;
    await settings().then(
      (read) => log.info({ feeds: read.map(({ address }) => address) }, `feeds: ${read.length} in feeds.yaml`),
      (cause: unknown) => log.warn({ cause }, cause instanceof Error ? cause.message : 'feeds.yaml is broken'),
    );
  };
  const follow = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      await wait(FILE_EVERY, signal).catch(() => undefined);
      if (!signal.aborted) await look();
    }
  };

  return {
    settings,
    pollOnce: loop.pollOnce,
    async run(signal) {
      await look();
      await Promise.all([follow(signal), loop.run(signal)]);
    },
  };
}

interface KnownTexts {
  find(paragraphs: readonly string[]): { readonly id: ArticleId; readonly share: number } | null;
  /** What was written a moment ago and is not in the corpus yet. */
  add(article: Article): void;
  hasAddress(url: string): boolean;
  /** The article of this outlet that has these very words; null: none. */
  issuedBefore(outlet: string, paragraphs: readonly string[]): ArticleId | null;
  /** The one that the others name, of an article that has the same text as another. */
  firstOf(id: ArticleId | null): ArticleId | null;
}

/** The corpus, looked through when something is asked of it: most corpora have no feed. */
function createKnownTexts(corpus: () => Corpus): KnownTexts {
  const index: TextIndex = createTextIndex();
  let seen: Corpus['articles'] = [];
  let known = new Map<ArticleId, Article>();
  const added = new Map<ArticleId, Article>();
  /** By outlet and words. Also of what was withdrawn, and refused since the start: that is not to come back under another address. */
  const issues = new Map<string, ArticleId>();
  const put = (article: Article): void => {
    const { id, outlet, status } = article;
    const paragraphs = paragraphsOf(article);
    const key = issueKey(outlet, paragraphs);
    if (key !== null) issues.set(key, id);
    if (status === 'withdrawn') index.remove(id);
    else index.add(id, paragraphs);
  };
  const catchUp = (): void => {
    const { articles } = corpus();
    if (articles === seen) return;
    const next = new Map(articles.map((article) => [article.id, article]));
    for (const id of known.keys()) if (!next.has(id) && !added.has(id)) index.remove(id);
    for (const article of articles) {
      added.delete(article.id);
      if (known.get(article.id) !== article) put(article);
    }
    [seen, known] = [articles, next];
  };
  return {
    find(paragraphs) {
      catchUp();
      return index.find(paragraphs);
    },
    add(article) {
      added.set(article.id, article);
      put(article);
    },
    issuedBefore(outlet, paragraphs) {
      catchUp();
      const key = issueKey(outlet, paragraphs);
      return key === null ? null : (issues.get(key) ?? null);
    },
    hasAddress(url) {
      return corpus().articles.some((article) => article.url === url && article.status !== 'withdrawn');
    },
    firstOf(id) {
      const article = id === null ? undefined : (known.get(id) ?? added.get(id));
      return article?.sameTextAs ?? id;
    },
  };
}

/** Words from which on a text is no other one's by chance: "Watch the video" stands on many pages. Chosen by eye. */
const LEAST_WORDS = 50;

/** Marks, capitals and white space aside. Null: too short to tell. */
function issueKey(outlet: string, paragraphs: readonly string[]): string | null {
  if (paragraphs.reduce((sum, text) => sum + countWords(text), 0) < LEAST_WORDS) return null;
  const words = [outlet, ...paragraphs].map((text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' '),
  );
  return createHash('sha256').update(words.join('\n')).digest('base64');
}
