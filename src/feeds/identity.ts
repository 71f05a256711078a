// knowItems(items, known): which items of a listing were listed before. Publishers date items anew, give them new ids or new addresses, and give one
// id to many; an item must be fetched once, and none be lost.
//
// One address is one item, whatever else changes. An id tells only where it can't be that of another item: not where it stands at two addresses, in this
// listing or in what is known, and not alone: title or hour must be the same, too. Where that is not so the item is new, and its text tells whether
// it is another's.
import { createHash } from 'node:crypto';
import type { FeedItem } from './feed.ts';
import { addressKey } from './itemAddress.ts';
import { folded } from './matching.ts';

export interface KnownItem {
  readonly id: string;
  /** Each of keysOf what was listed as this item. */
  readonly keys: readonly string[];
  /** As it was listed first. */
  readonly title: string | null;
  readonly publishedAt: Date | null;
}

export interface Recognised {
  /** In the order of the listing. */
  readonly fresh: readonly { readonly id: string; readonly item: FeedItem; readonly keys: readonly string[] }[];
  /** Each known item once. */
  readonly again: readonly { readonly id: string; readonly item: FeedItem; readonly keys: readonly string[] }[];
}

/** Shorter ids are counted up by many programs, or are the same for all items. Chosen by eye. */
const SHORT_ID = 6;

/** "a:" and the address, then "i:" and each id. Long ones as their hash: a key of the store has at most 400 units. */
export function keysOf(item: FeedItem): readonly [string, ...string[]] {
  return [keyOf('a', addressKey(item.address)), ...item.ids.map((id) => keyOf('i', id))];
}

function keyOf(kind: string, text: string): string {
  return `${kind}:${text.length <= 200 ? text : createHash('sha256').update(text).digest('hex')}`;
}

/** Of a new item: the same for whoever sees it first. */
function idOf(feed: string, [address]: readonly string[]): string {
  return createHash('sha256').update(`${feed}\n${address}`).digest('hex');
}

/** `feed`: its address. `known`: at least all that have one of the items' keys. */
export function knowItems(feed: string, items: readonly FeedItem[], known: readonly KnownItem[]): Recognised {
  const byAddress = new Map<string, KnownItem>();
  const byId = new Map<string, KnownItem[]>();
  for (const one of known) {
    for (const key of new Set(one.keys)) {
      if (key.startsWith('a:')) byAddress.set(key, one);
      else byId.set(key, [...(byId.get(key) ?? []), one]);
    }
  }
  const once = new Map<string, { item: FeedItem; keys: Set<string> }>();
  for (const item of items) {
    const keys = keysOf(item);
    const first = once.get(keys[0]);
    if (first === undefined) once.set(keys[0], { item, keys: new Set(keys) });
    else for (const key of keys) first.keys.add(key);
  }
  const listedAt = new Map<string, number>();
  for (const { keys } of once.values()) for (const key of keys) listedAt.set(key, (listedAt.get(key) ?? 0) + 1);

  const fresh: { id: string; item: FeedItem; keys: string[] }[] = [];
  const again = new Map<string, { id: string; item: FeedItem; keys: string[] }>();
  for (const [address, { item, keys }] of once) {
    const found = byAddress.get(address) ?? sameId(item, keys);
    if (found === null) fresh.push({ id: idOf(feed, [address]), item, keys: [...keys] });
    else {
      const before = again.get(found.id);
      if (before === undefined) again.set(found.id, { id: found.id, item, keys: [...keys] });
      else before.keys.push(...keys);
    }
  }
  return { fresh, again: [...again.values()] };

  function sameId(item: FeedItem, keys: ReadonlySet<string>): KnownItem | null {
    for (const key of keys) {
      const [only, ...others] = byId.get(key) ?? [];
      if (only === undefined || others.length > 0 || (listedAt.get(key) ?? 0) > 1) continue;
      if (isSame(item, only, key.length - 2 < SHORT_ID)) return only;
    }
    return null;
  }
}

function isSame(item: FeedItem, known: KnownItem, isShort: boolean): boolean {
  const [title, before] = [folded(item.title ?? ''), folded(known.title ?? '')];
  const isTitle = title !== '' && title === before;
  const at = item.publishedAt?.getTime() ?? null;
  const isHour = at !== null && at === known.publishedAt?.getTime();
  // Midnight is a date without an hour, which many items have.
  return isShort ? isTitle && isHour : isTitle || (isHour && at % 86_400_000 !== 0);
}
