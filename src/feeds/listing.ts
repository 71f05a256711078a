// list(parts): what a feed lists now, asked conditionally, and written down as a whole: which items are new, and which of these are wanted. What a server
// says of a listing (ETag) is written down with it, never before: else an item would be lost with the process.
import type { FeedSetting } from '../corpus/feedsFile.ts';
import { IntakeError } from '../errors.ts';
import type { Fetched, Unchanged } from '../fetch/fetcher.ts';
import type { FeedClaim, NewFeedItem } from '../store/feedStore.ts';
import { decodeFeed } from './decodeFeed.ts';
import type { Feed, FeedItem } from './feed.ts';
import { keysOf, knowItems } from './identity.ts';
import { formatItem, formatSetting, knownOf } from './keptItem.ts';
import { isWanted } from './matching.ts';
import { readFeed } from './readFeed.ts';
import { type Round, TakenOver } from './round.ts';

/** The first time, what is older than this is passed over: 48 hours, as long as news sitemaps list an item. */
const RECENT_MS = 48 * 3_600_000;
/** The first time, of items without a date only so many are wanted, the first of the feed. Chosen by eye. */
const MOST_UNDATED = 10;
/** Sitemaps of an index that are read at a look, those that changed last. Chosen by eye: news is in the last ones. */
const MOST_CHILDREN = 5;

export interface Listed {
  /** null: nothing changed. */
  readonly items: number | null;
  readonly freshFor: number | null;
  readonly movedTo: string | null;
}

/** @throws IntakeError for what is wrong with the feed or its server; TakenOver; what the store says */
export async function list(setting: FeedSetting, claim: FeedClaim, round: Round): Promise<Listed> {
  const { store, log, now } = round;
  const address = claim.movedTo ?? setting.address;
  const isChanged = claim.setting !== formatSetting(setting);
  const fetched = await round.visit(address, () => round.fetch(address, 'feed', isChanged ? null : claim));
  if (fetched.kind === 'unchanged') return { items: null, freshFor: fetched.freshFor, movedTo: claim.movedTo };
  const top = readFeed(decodeFeed(fetched.bytes, fetched.contentType), fetched);
  const isIndex = top.children.length > 0;
  const { feed, validators } = isIndex ? await readChildren(top, isChanged, round) : { feed: top, validators: [] };
  const movedTo = fetched.isMoved ? fetched.address : claim.movedTo;
  const { fresh, again } = await recognised(setting, claim, feed, round);
  const listing = {
    // An index may stay as it is while what it lists changes.
    etag: isIndex ? null : fetched.etag,
    lastModified: isIndex ? null : fetched.lastModified,
    ...{ movedTo, setting: formatSetting(setting), fresh, again, at: now() },
  };
  if (!(await store.saveListing(claim, listing))) throw new TakenOver();
  for (const [child, known] of validators) round.children.set(child, known);
  const about = { feed: setting.address, listed: feed.items.length, new: fresh.length };
  if (fresh.length > 0) log.info(about, 'feeds: new items were listed');
  if (feed.leftOut > 0 && (fresh.length > 0 || claim.listedAt === null))
    log.warn(
      { ...about, leftOut: feed.leftOut },
      'feeds: items without an address can not be fetched and are left out',
    );
  if (movedTo !== claim.movedTo)
    log.warn(
      { feed: setting.address, movedTo },
      'feeds: a feed has moved for good; put its new address into feeds.yaml',
    );
  return { items: feed.items.length, freshFor: fetched.freshFor, movedTo };
}

async function recognised(
  setting: FeedSetting,
  claim: FeedClaim,
  feed: Feed,
  { store, now }: Round,
): Promise<{ fresh: NewFeedItem[]; again: { id: string; isWanted: boolean; keys: readonly string[] }[] }> {
  const known = await store.knownFeedItems(setting.address, feed.items.flatMap(keysOf));
  const { fresh, again } = knowItems(setting.address, feed.items, known.map(knownOf));
  const at = now().getTime();
  const isTakenUp = claim.listedAt === null ? firstTime(at) : () => true;
  const excluded = new Set(known.filter(({ outcome }) => outcome === 'excluded').map(({ id }) => id));
  return {
    fresh: fresh.map(({ id, item, keys }) => {
      const wanted = isWanted(item, setting);
      const outcome = !wanted ? 'excluded' : isTakenUp(item) ? 'waiting' : 'passed';
      const order = Math.min(item.publishedAt?.getTime() ?? at, at);
      return { id, outcome, order, item: formatItem({ item, feedTitle: feed.title }), keys } as const;
    }),
    again: again.map(({ id, item, keys }) => ({ id, keys, isWanted: excluded.has(id) && isWanted(item, setting) })),
  };
}

function firstTime(at: number): (item: FeedItem) => boolean {
  let undated = 0;
  return ({ publishedAt }) => {
    if (publishedAt !== null) return at - publishedAt.getTime() <= RECENT_MS;
    undated += 1;
    return undated <= MOST_UNDATED;
  };
}

type Validators = Pick<Fetched, 'etag' | 'lastModified'>;

/** All of them as one feed. One that fails is told and asked again at the next look; where all fail, so does the feed. */
async function readChildren(
  index: Feed,
  isChanged: boolean,
  round: Round,
): Promise<{ feed: Feed; validators: [string, Validators][] }> {
  const items: FeedItem[] = [];
  const validators: [string, Validators][] = [];
  const faults: IntakeError[] = [];
  let { leftOut } = index;
  let read = 0;
  for (const child of index.children.slice(0, MOST_CHILDREN)) {
    try {
      const known = isChanged ? null : (round.children.get(child) ?? null);
      const fetched: Fetched | Unchanged = await round.visit(child, () => round.fetch(child, 'feed', known));
      read += 1;
      if (fetched.kind === 'unchanged') continue;
      const feed = readFeed(decodeFeed(fetched.bytes, fetched.contentType), fetched);
      if (feed.children.length > 0) {
        const sentence = `The sitemap at ${child} is an index within an index: put its address into feeds.yaml instead.`;
        throw new IntakeError('feed', sentence);
      }
      items.push(...feed.items);
      leftOut += feed.leftOut;
      validators.push([child, fetched]);
    } catch (cause) {
      if (!(cause instanceof IntakeError)) throw cause;
      faults.push(cause);
      round.log.warn({ sitemap: child, cause }, 'feeds: a sitemap of an index can not be read now');
    }
  }
  if (read === 0 && faults[0]) throw faults[0];
  return { feed: { ...index, items, leftOut }, validators };
}
