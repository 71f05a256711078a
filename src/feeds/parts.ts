// What feeds are given by whoever starts them.

import type { FeedSetting } from '../corpus/feedsFile.ts';
import type { ArticleId, LocalDate } from '../domain.ts';
import type { Fetched, Fetcher } from '../fetch/fetcher.ts';
import type { Draft } from '../intake/draft.ts';
import type { FeedStore } from '../store/feedStore.ts';

/** Where a draft came from, and what it is like. */
export interface DraftContext {
  /** Address of the feed, as feeds.yaml has it. */
  readonly feed: string;
  /** Address of the item. */
  readonly address: string;
  /** The day on which it was fetched, in Greenwich. */
  readonly retrievedOn: LocalDate;
  /** The article that has the same text; null: none. */
  readonly sameTextAs: ArticleId | null;
}

type Maybe<Value> = Value | Promise<Value>;

export interface FeedsParts {
  /** What feeds.yaml says now: asked at every look. */
  readonly feeds: () => readonly FeedSetting[];
  readonly store: FeedStore;
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  /** A page as a draft. @throws IntakeError */
  readonly readDraft: (fetched: Fetched) => Maybe<Draft>;
  /**
   * Both write an article, the one among those that wait, the other into the corpus. Title, outlet, date, address and paragraphs are there.
   * @throws IntakeError `duplicate` where its address is there already: it counts as known; any other error: the article waits, and it is tried later
   */
  readonly hold: (draft: Draft, context: DraftContext) => Promise<{ readonly id: ArticleId }>;
  readonly take: (draft: Draft, context: DraftContext) => Promise<{ readonly id: ArticleId }>;
  /** The article of the corpus or among those that wait whose text is the same; share: of the words, 0 to 1. */
  readonly findSame: (draft: Draft) => Maybe<{ readonly id: ArticleId; readonly share: number } | null>;
  /** Whether an address is that of an article in the corpus, of one that waits, or of one that was refused. */
  readonly hasAddress: (url: string) => Maybe<boolean>;
  readonly now: () => Date;
  /** Resolves after so many milliseconds, or rejects when the signal is raised. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: FeedsLog;
  /** Unique among all processes that share the store. */
  readonly worker: string;
}

export interface FeedsLog {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}
