// takeInPages(setting, claim, round): the pages of items that wait, the oldest first: fetched, read, and held or taken. An item is done only once its
// article is written; what a crash interrupts is gone on with, and known by its address.
import type { FeedSetting } from '../corpus/feedsFile.ts';
import { CorpusError, IntakeError } from '../errors.ts';
import type { Fetched } from '../fetch/fetcher.ts';
import type { Draft } from '../intake/draft.ts';
import type { FeedClaim, FeedItemEnd, FeedOutcome, KeptFeedItem } from '../store/feedStore.ts';
import { completeDraft, isDoubtful } from './complete.ts';
import type { FeedItem } from './feed.ts';
import { addressKey, itemAddress } from './itemAddress.ts';
import { readItem } from './keptItem.ts';
import { nextPageTry } from './pace.ts';
import { type Round, TakenOver } from './round.ts';

/** Pages of a feed at one look: with the pause between them most of a minute. Chosen by eye. */
export const MOST_PAGES = 20;
/** Written down before an article is written: whoever finds it there again knows that it may be this item's. */
const BEGUN = 'begun';

/** The article can't be written, which is not the page's fault: the round ends, and the item waits. */
export class Unwritten extends Error {}

type End = Pick<FeedItemEnd, 'outcome' | 'articleId'>;

/** @throws TakenOver, Unwritten, what the store says */
export async function takeInPages(setting: FeedSetting, claim: FeedClaim, round: Round): Promise<FeedOutcome[]> {
  const { store, now } = round;
  const outcomes: FeedOutcome[] = [];
  for (const kept of await store.waitingFeedItems(setting.address, now(), MOST_PAGES)) {
    round.signal.throwIfAborted();
    outcomes.push(await takeIn(kept, setting, claim, round));
  }
  return outcomes;
}

async function takeIn(kept: KeptFeedItem, setting: FeedSetting, claim: FeedClaim, round: Round): Promise<FeedOutcome> {
  const { store, hosts, log } = round;
  const { item } = readItem(kept.item);
  const about = { feed: setting.address, address: item.address, title: item.title };
  const alone = hosts.leftAloneUntil(item.address);
  if (alone !== null) {
    const { attempts, error } = kept;
    if (!(await store.retryFeedItem(claim, kept.id, { notBefore: alone, attempts, error }))) throw new TakenOver();
    return 'waiting';
  }
  let end: End;
  try {
    end = await round.visit(item.address, () => write(kept, setting, claim, round));
  } catch (cause) {
    round.signal.throwIfAborted();
    if (!(cause instanceof IntakeError)) throw cause;
    return missed(kept, cause, claim, round, about);
  }
  const done = { ...end, error: null, attempts: kept.attempts };
  if (!(await store.finishFeedItem(claim, kept.id, done))) throw new TakenOver();
  if (end.outcome !== 'known') log.info({ ...about, article: end.articleId }, `feeds: an article was ${end.outcome}`);
  return end.outcome;
}

/** @throws IntakeError for the page; Unwritten */
async function write(kept: KeptFeedItem, setting: FeedSetting, claim: FeedClaim, round: Round): Promise<End> {
  const { store, now, hasAddress, findSame, hold, take } = round;
  const { item, feedTitle } = readItem(kept.item);
  const known: End = { outcome: 'known', articleId: null };
  if (await hasAddress(item.address)) return known;
  const fetched = await round.fetch(item.address, 'page', null);
  if (fetched.kind === 'unchanged') throw new IntakeError('content-type', `${item.address} gave no page.`);
  const address = itemAddress(fetched.address, item.address) ?? item.address;
  const read = await readPage(fetched, item, round);
  const completed = completeDraft(read, item, { words: setting, feedTitle, address, now: now() });
  if (completed.title === null || completed.paragraphs.length === 0)
    throw new IntakeError('no-article', `No article was found at ${item.address}: add it by hand with "corpus add".`);
  const same = await findSame(completed);
  const place = await placeOf(completed, item, address, round);
  if (place === 'taken' || (place === 'shared' && (same !== null || kept.error === BEGUN))) return known;
  const draft = place === 'shared' ? elsewhere(completed, item) : completed;
  const context = {
    ...{ feed: setting.address, address: item.address },
    ...{ retrievedOn: now().toISOString().slice(0, 10), sameTextAs: same?.id ?? null },
  };
  const isTaken = setting.approval === 'take' && place === 'free' && !isDoubtful(draft);
  const begun = { notBefore: now(), attempts: kept.attempts, error: BEGUN };
  if (!(await store.retryFeedItem(claim, kept.id, begun))) throw new TakenOver();
  try {
    const { id } = await (isTaken ? take : hold)(draft, context);
    return { outcome: isTaken ? 'taken' : 'held', articleId: id };
  } catch (cause) {
    if (cause instanceof CorpusError) {
      // The disk is well: what stands in the page makes no article, and keeps no other item from being taken in.
      const sentence = `What was found at ${item.address} is no article that the corpus takes: add it by hand with "corpus add".`;
      throw new IntakeError('no-article', sentence, { cause });
    }
    if (cause instanceof IntakeError) {
      if (cause.code === 'duplicate') return known;
      // Nothing was written.
      await store.retryFeedItem(claim, kept.id, { ...begun, error: kept.error });
    }
    throw new Unwritten('an article could not be written', { cause });
  }
}

/** What the reader can't stand is a fault of this page alone: told as one, and tried again like one. */
async function readPage(fetched: Fetched, item: FeedItem, { readDraft, log }: Round): Promise<Draft> {
  try {
    return await readDraft(fetched);
  } catch (cause) {
    if (cause instanceof IntakeError) throw cause;
    log.error({ address: item.address, cause }, 'feeds: a fault while reading a page');
    throw new IntakeError('no-article', `The page at ${item.address} can not be read.`, { cause });
  }
}

/** Whether the address that the page has, or that its item led to, is that of an article: of this one (taken), or perhaps of another (shared). */
async function placeOf(
  draft: Draft,
  item: FeedItem,
  address: string,
  { hasAddress }: Round,
): Promise<'free' | 'taken' | 'shared'> {
  for (const other of new Set([draft.url?.value ?? address, address])) {
    if (other === item.address || !(await hasAddress(other))) continue;
    return addressKey(other) === addressKey(item.address) ? 'taken' : 'shared';
  }
  return 'free';
}

/** Some sites give all their pages one canonical address: another text is another article, under the address of its item. */
function elsewhere(draft: Draft, item: FeedItem): Draft {
  const reason = `the page says that it is ${draft.url?.value ?? 'elsewhere'}, which is an article with another text`;
  const url = { value: item.address, from: 'feed' } as const;
  return { ...draft, url, doubts: [...draft.doubts, { field: 'url', reason }] };
}

/** Of these no later try is worth a request. */
function isFinal({ code, status }: IntakeError): boolean {
  return ['address', 'private', 'content-type'].includes(code) || status === 410;
}

async function missed(
  kept: KeptFeedItem,
  cause: IntakeError,
  claim: FeedClaim,
  round: Round,
  about: object,
): Promise<FeedOutcome> {
  const { store, now, random, hosts, log } = round;
  const attempts = kept.attempts + 1;
  const pause = isFinal(cause) ? null : nextPageTry(attempts, cause.retryAfter, random());
  if (pause !== null) {
    const notBefore = new Date(now().getTime() + pause);
    if (cause.retryAfter !== null) hosts.leaveAlone(readItem(kept.item).item.address, notBefore);
    // What was begun stays begun: its article may be written.
    const retry = { notBefore, attempts, error: kept.error === BEGUN ? BEGUN : cause.code };
    if (!(await store.retryFeedItem(claim, kept.id, retry))) throw new TakenOver();
    log.info({ ...about, attempts, cause }, 'feeds: a page can not be taken in now; it is tried again');
    return 'waiting';
  }
  const outcome = isFinal(cause) ? 'refused' : 'failed';
  const end = { outcome, articleId: null, error: cause.code, attempts } as const;
  if (!(await store.finishFeedItem(claim, kept.id, end))) throw new TakenOver();
  log.warn(
    { ...about, attempts, cause },
    'feeds: a page is given up; "corpus add" with its address takes it in by hand',
  );
  return outcome;
}
