// Items as the store keeps them: JSON that feeds alone read.
import type { FeedSetting } from '../corpus/feedsFile.ts';
import type { KnownFeedItem } from '../store/feedStore.ts';
import type { FeedItem } from './feed.ts';
import type { KnownItem } from './identity.ts';

export interface WrittenItem {
  readonly item: FeedItem;
  /** Of the feed that listed it. */
  readonly feedTitle: string | null;
}

/** Without the summary: words are looked for in it once, and it may be long. */
export function formatItem({ item, feedTitle }: WrittenItem): string {
  return JSON.stringify({ ...item, summary: null, feedTitle });
}

export function readItem(json: string): WrittenItem {
  const { feedTitle, ...written } = JSON.parse(json) as Omit<FeedItem, 'publishedAt' | 'updatedAt'> & {
    readonly publishedAt: string | null;
    readonly updatedAt: string | null;
    readonly feedTitle: string | null;
  };
  const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
  const item = { ...written, publishedAt: dateOf(written.publishedAt), updatedAt: dateOf(written.updatedAt) };
  return { item, feedTitle };
}

export function knownOf({ id, keys, item }: KnownFeedItem): KnownItem {
  const { title, publishedAt } = readItem(item).item;
  return { id, keys, title, publishedAt };
}

/** Of a setting: another one has another. */
export function formatSetting({ address, outlet, include, exclude, every, approval, language }: FeedSetting): string {
  return JSON.stringify({ address, outlet, include, exclude, every, approval, language });
}
