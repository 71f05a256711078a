// deliver(claim, parts): sends one digest of one channel, page by page, and writes down each step, so that whoever goes on after a crash knows what
// was sent. What is not known is asked of the platform before anything is sent again.

import type { LocalDate } from '../domain.ts';
import { DeliveryError } from '../errors.ts';
import type { Message } from '../messages/message.ts';
import { screensOf } from '../messages/screens.ts';
import type { ArticleChange, Claim, DigestStore, Refusal, Subscription } from '../store/digestStore.ts';
import type { DigestContent, DigestMade } from './content.ts';
import { localDateOf } from './due.ts';
import { formatPlan, type Plan, pageKey, readPlan } from './plan.ts';
import type { Sender } from './sender.ts';

export interface DeliverParts {
  readonly store: DigestStore;
  /** Undefined where the platform is not set up, or not yet connected. */
  readonly senderOf: (platform: Subscription['platform']) => Sender | undefined;
  readonly content: DigestContent;
  readonly now: () => Date;
  readonly log: DeliverLog;
  /** What a manager is told when the platform refuses. */
  readonly refused: (subscription: Subscription, refusal: Refusal) => Message;
}

export interface DeliverLog {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/** After so long a digest is not sent any more: the next one has what it would have had. From the issue's own words, "less than a day late". */
export const TOO_LATE_MS = 24 * 3_600_000;
/** From so long on it says that it is late: retries and the spread of channels take less. Chosen by eye. */
const LATE_MS = 10 * 60_000;
/** What was seen by another process shortly before a digest may be known here only after it: so far back what a channel has not had is looked for. */
export const OVERLAP_MS = 48 * 3_600_000;
/** A send that begins later than this before the claim ends may end behind it. Chosen by eye: a send with its repetitions takes less. */
const MARGIN_MS = 45_000;
/** Milliseconds in which a platform is connected, mostly. Chosen by eye. */
const CONNECTS_MS = 15_000;
/** Milliseconds until a next try: 1, 2, 5, 15 minutes, then every half hour. Chosen by eye. */
const RETRY_MS = [60_000, 120_000, 300_000, 900_000, 1_800_000];

/** The claim was taken over, or would end while something is sent: nothing more is done. */
class TakenOver extends Error {}

/** Never rejects for what a platform does; a fault of the store or of the program leaves the claim to run out, and is thrown. */
export async function deliver(claim: Claim, parts: DeliverParts): Promise<void> {
  const { store, now, log } = parts;
  const about = { subscription: claim.subscriptionId, slot: claim.slot, attempt: claim.attempts };
  const subscription = await store.findSubscription(claim.subscriptionId);
  if (!subscription || subscription.state === 'off' || subscription.state === 'paused') {
    await end(claim, parts, 'missed', 'digests were off or paused then');
    return;
  }
  const isTooLate = now().getTime() - claim.dueAt.getTime() >= TOO_LATE_MS;
  const sender = parts.senderOf(subscription.platform);
  if (!sender && !isTooLate) {
    const later = new Date(now().getTime() + CONNECTS_MS);
    await store.retryDelivery(claim, later, `the bot is not connected to ${subscription.platform}`);
    return;
  }
  try {
    if (!sender || (isTooLate && !(await isBegun(claim, subscription, sender)))) {
      await end(claim, parts, 'missed', claim.reason ?? 'the bot was not running for a day');
      return;
    }
    await send(claim, subscription, sender, parts);
    log.info(about, 'digests: one was posted');
  } catch (cause) {
    if (cause instanceof TakenOver) log.warn(about, 'digests: another process goes on with this one');
    else if (cause instanceof DeliveryError && sender) await refusedBy(cause, { claim, subscription, sender }, parts);
    else throw cause;
  }
}

async function send(claim: Claim, subscription: Subscription, sender: Sender, parts: DeliverParts): Promise<void> {
  const { store, now } = parts;
  const { made, plan, last } = await planned(claim, subscription, parts);
  if (made.isSilent) return end(claim, parts, 'silent', 'nothing was new');
  const head = { date: dateOf(claim, subscription), last, now: new Date(plan.at), isLate: plan.isLate };
  const message = made.message(head);
  const pages = screensOf(message, sender.fits);
  let first = claim.firstMessage;
  for (let page = claim.pages; page < pages.length; page += 1) {
    if (now().getTime() > claim.until.getTime() - MARGIN_MS) throw new TakenOver();
    const options = { key: pageKey(claim, page + 1), thread: page === 0 ? null : first, title: message.title };
    // Before anything was decided nothing was sent.
    const isTried = claim.attempts > 1 && claim.plan !== null && page === claim.pages;
    const known = isTried ? await sender.find(subscription, { ...options, since: claim.dueAt }) : null;
    const content = {
      message: withCount(pages[page] ?? message, page, pages.length),
      chart: page === 0 ? made.chart : null,
    };
    const id = known ?? (await sender.send(subscription, content, options));
    first ??= id;
    if (!(await store.saveProgress(claim, page + 1, first))) throw new TakenOver();
  }
  await end(claim, parts, 'posted', null, plan.entries);
}

/** Whether the channel has some of it: then it gets the rest, however late. */
async function isBegun(claim: Claim, subscription: Subscription, sender: Sender): Promise<boolean> {
  if (claim.pages > 0) return true;
  if (claim.plan === null) return false;
  const options = { key: pageKey(claim, 1), thread: null, title: '', since: claim.dueAt };
  return (await sender.find(subscription, options)) !== null;
}

interface Planned {
  readonly made: DigestMade;
  readonly plan: Plan;
  /** When the digest before was posted; null: there was none. */
  readonly last: Date | null;
}

/** What was decided before, else what is decided now, written down. */
async function planned(claim: Claim, subscription: Subscription, parts: DeliverParts): Promise<Planned> {
  const { store, content, now } = parts;
  const to = now();
  const { input, last } = await inputFor(subscription, to, { store, slot: claim.slot });
  const known = readPlan(claim.plan);
  if (known !== null) return { made: content.make({ ...input, only: known.entries }), plan: known, last };
  const made = content.make({ ...input, only: null });
  const isLate = to.getTime() - claim.dueAt.getTime() >= LATE_MS;
  const plan: Plan = { entries: made.entries, at: to.getTime(), isLate };
  if (!(await store.savePlan(claim, formatPlan(plan)))) throw new TakenOver();
  return { made, plan, last };
}

/** What is known of a channel at an instant; `slot`: the digest that is made, null for none; `last`: when the one before was posted. */
export async function inputFor(
  subscription: Subscription,
  to: Date,
  { store, slot }: { readonly store: DigestStore; readonly slot: string | null },
): Promise<{ readonly input: Parameters<DigestContent['make']>[0]; readonly last: Date | null }> {
  const deliveries = await store.deliveries(subscription.id, LOOKED_BACK);
  const last = lastPosted(deliveries);
  // What another digest is about to have, of which some may be there already.
  const planned = deliveries.flatMap((other) =>
    other.state === 'waiting' && other.slot !== slot ? (readPlan(other.plan)?.entries ?? []) : [],
  );
  const from = new Date(Math.max(subscription.startedAt.getTime(), (last?.getTime() ?? 0) - OVERLAP_MS));
  const [seen, entries, changes] = await Promise.all([
    store.seenSince(from),
    store.entriesOf(subscription.id),
    store.articleChanges(from),
  ]);
  const had = new Set([...entries, ...planned]);
  const untold = changes.filter((change) => !had.has(changeEntry(change)));
  return { input: { subscription, seen, had, changes: untold, from, to, only: null }, last };
}

/** Deliveries that are looked at for the last one that was posted. Chosen by eye. */
const LOOKED_BACK = 40;

function lastPosted(deliveries: Awaited<ReturnType<DigestStore['deliveries']>>): Date | null {
  return deliveries.find(({ state }) => state === 'posted' || state === 'silent')?.finishedAt ?? null;
}

/** Under which a channel has been told of a change. */
export function changeEntry({ articleId, version }: ArticleChange): string {
  return `change/${articleId}/${version}`;
}

function dateOf({ slot, dueAt }: Claim, { zone }: Subscription): LocalDate {
  return /^\d{4}-\d\d-\d\d$/u.test(slot) ? slot : localDateOf(dueAt, zone);
}

async function end(
  claim: Claim,
  { store, now }: DeliverParts,
  state: 'posted' | 'silent' | 'missed' | 'failed',
  reason: string | null,
  entries: readonly string[] = [],
): Promise<void> {
  if (!(await store.finishDelivery(claim, { state, reason, entries, at: now() }))) throw new TakenOver();
}

async function again(claim: Claim, { store, now }: DeliverParts, reason: string, retryAfter = 0): Promise<void> {
  const pause = RETRY_MS[Math.min(claim.attempts, RETRY_MS.length) - 1] ?? 0;
  await store.retryDelivery(claim, new Date(now().getTime() + Math.max(pause, retryAfter)), reason);
}

interface Refused {
  readonly claim: Claim;
  readonly subscription: Subscription;
  readonly sender: Sender;
}

async function refusedBy(
  error: DeliveryError,
  { claim, subscription, sender }: Refused,
  parts: DeliverParts,
): Promise<void> {
  const { store, now, log } = parts;
  const about = { subscription: claim.subscriptionId, slot: claim.slot, attempt: claim.attempts, cause: error };
  if (error.code === 'transient' || error.code === 'uncertain') {
    log.warn(about, 'digests: the platform did not take one now; it is sent later');
    await again(claim, parts, error.message, error.retryAfter ?? 0);
    return;
  }
  log.warn(about, 'digests: the platform refuses a channel');
  await store.finishDelivery(claim, { state: 'failed', reason: error.message, entries: [], at: now() });
  const isNew = await store.blockSubscription(subscription.id, error.code, now());
  if (isNew && subscription.setBy !== null)
    await sender.tell(subscription, subscription.setBy, parts.refused(subscription, error.code));
}

/** "3 statements · 1 of 2". */
function withCount(message: Message, page: number, of: number): Message {
  if (of === 1) return message;
  return { ...message, summary: [message.summary, `${page + 1} of ${of}`].filter((part) => part !== '').join(' · ') };
}
