// poll(setting, claim, round): one look at one feed: what it lists is written down, the pages of what waits are taken in, and it is given back with the
// instant of the next look. A fault of the feed, its server or one page is told in the log and stops nothing else.
import type { FeedSetting } from '../corpus/feedsFile.ts';
import { IntakeError } from '../errors.ts';
import type { FeedClaim, FeedEnd, FeedOutcome } from '../store/feedStore.ts';
import { formatSetting } from './keptItem.ts';
import { list } from './listing.ts';
import { nextLook, nextTry } from './pace.ts';
import { takeInPages, Unwritten } from './pages.ts';
import { beginRound, type Round, type Shared, TakenOver } from './round.ts';

export interface PollReport {
  /** Items that it lists; null: nothing changed, or it could not be read. */
  readonly listed: number | null;
  /** Why the feed could not be read; null: it could. */
  readonly error: IntakeError | null;
  /** Of the pages of this look, in their order. */
  readonly pages: readonly FeedOutcome[];
}

const NOTHING: PollReport = { listed: null, error: null, pages: [] };

/** @throws what the store says, and bugs, once the feed is given back where that is possible */
export async function poll(
  setting: FeedSetting,
  claim: FeedClaim,
  shared: Shared,
  signal: AbortSignal,
): Promise<PollReport> {
  const { store, now, log, random } = shared;
  const round = beginRound(shared, claim, signal);
  const back = (ms: number): Date => new Date(now().getTime() + ms);
  let end: FeedEnd = { ...unchanged(claim, setting), nextAt: back(nextLook(setting.every, null, random())) };
  try {
    const looked = await look(setting, claim, round);
    end = looked.end;
    const pages = await takeInPages(setting, claim, round);
    return { ...looked.report, pages };
  } catch (cause) {
    if (cause instanceof TakenOver) {
      log.warn({ feed: setting.address }, 'feeds: another process goes on with this feed');
      return NOTHING;
    }
    if (signal.aborted) {
      // What was not done is done by whoever looks next, at once.
      end = { ...end, nextAt: now() };
      return NOTHING;
    }
    if (!(cause instanceof Unwritten)) throw cause;
    const about = { feed: setting.address, cause: cause.cause };
    log.error(about, 'feeds: an article could not be written; it waits, and is tried again at the next look');
    return NOTHING;
  } finally {
    await store.releaseFeed(claim, end);
  }
}

function unchanged(claim: FeedClaim, setting: FeedSetting): Omit<FeedEnd, 'nextAt'> {
  const { failures, error, movedTo, isStopped } = claim;
  const now = formatSetting(setting);
  // A listing that was read for other words does not count as read for these.
  return { failures, error, movedTo, isStopped, setting: now, keepsValidators: claim.setting === now };
}

async function look(
  setting: FeedSetting,
  claim: FeedClaim,
  round: Round,
): Promise<{ end: FeedEnd; report: Omit<PollReport, 'pages'> }> {
  const { now, random, hosts } = round;
  const after = (ms: number): Date => new Date(now().getTime() + ms);
  const alone = hosts.leftAloneUntil(claim.movedTo ?? setting.address);
  if (alone !== null)
    return {
      end: { ...unchanged(claim, setting), nextAt: alone },
      report: { listed: null, error: null },
    };
  try {
    const { items, freshFor, movedTo } = await list(setting, claim, round);
    const nextAt = after(nextLook(setting.every, freshFor, random()));
    const end = {
      ...unchanged(claim, setting),
      nextAt,
      failures: 0,
      error: null,
      movedTo,
      isStopped: false,
      keepsValidators: true,
    };
    return { end, report: { listed: items, error: null } };
  } catch (cause) {
    if (!(cause instanceof IntakeError) || round.signal.aborted) throw cause;
    return { end: failed(cause, setting, claim, round), report: { listed: null, error: cause } };
  }
}

function failed(cause: IntakeError, setting: FeedSetting, claim: FeedClaim, round: Round): FeedEnd {
  const { now, random, hosts, log } = round;
  const failures = claim.failures + 1;
  const nextAt = new Date(now().getTime() + nextTry(setting.every, failures, cause.retryAfter, random()));
  const address = claim.movedTo ?? setting.address;
  if (cause.retryAfter !== null) hosts.leaveAlone(address, nextAt);
  const isStopped = cause.status === 410 && claim.movedTo === null;
  const about = { feed: setting.address, failures, cause };
  if (isStopped)
    log.warn(
      about,
      'feeds: a feed is gone for good and is not asked any more; change or remove its entry in feeds.yaml',
    );
  else log.warn({ ...about, nextAt }, 'feeds: a feed can not be read now; it is asked again later');
  const movedTo = hasLost(cause) ? null : claim.movedTo;
  return { ...unchanged(claim, setting), nextAt, failures, error: cause.code, movedTo, isStopped };
}

/** What says that there is no feed any more: where it moved to once, its first address is asked again. */
function hasLost({ code, status }: IntakeError): boolean {
  if (code === 'status') return status !== null && status >= 400 && status < 500 && status !== 429;
  return ['feed', 'content-type', 'redirects', 'private', 'address', 'encoding'].includes(code);
}
