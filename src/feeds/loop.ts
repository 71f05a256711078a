// createFeeds(parts): the feeds of feeds.yaml, followed until the signal: each is looked at when it is due, by one of all processes that share the store.
import type { FeedSetting } from '../corpus/feedsFile.ts';
import { IntakeError } from '../errors.ts';
import type { FeedState } from '../store/feedStore.ts';
import { createHosts } from './hosts.ts';
import { formatSetting } from './keptItem.ts';
import { LONGEST_MS } from './pace.ts';
import type { FeedsParts } from './parts.ts';
import { type PollReport, poll } from './poll.ts';
import { LEASE_MS, type Shared } from './round.ts';

export interface Feeds {
  /** Until the signal; never rejects. What is underway then is let go of, and gone on with after the next start. */
  run(signal: AbortSignal): Promise<void>;
  /**
   * Looks at one feed now, whether it is due or not. null: another process is looking at it.
   * @throws IntakeError `address` where feeds.yaml has no such feed; what the store says
   */
  pollOnce(address: string, signal?: AbortSignal): Promise<PollReport | null>;
}

/** Milliseconds between two looks at what is due. Chosen by eye: feeds are due every five minutes at most. */
const LOOK_EVERY = 10_000;
/** Feeds that are looked at at the same time. Chosen by eye: most of it is waiting. */
const AT_ONCE = 4;

export function createFeeds(parts: FeedsParts): Feeds {
  const { feeds, store, now, wait, log, worker } = parts;
  const shared: Shared = { ...parts, hosts: createHosts({ now, wait }), children: new Map() };
  const running = new Map<string, Promise<unknown>>();

  const follow = async (setting: FeedSetting, mustBeDue: boolean, signal: AbortSignal): Promise<PollReport | null> => {
    const at = now();
    const until = new Date(at.getTime() + LEASE_MS);
    const claim = await store.claimFeed(setting.address, { now: at, worker, until, mustBeDue });
    return claim === null ? null : poll(setting, claim, shared, signal);
  };

  const start = (setting: FeedSetting, mustBeDue: boolean, signal: AbortSignal): void => {
    const { address } = setting;
    const task = follow(setting, mustBeDue, signal)
      .catch((cause: unknown) => {
        if (!signal.aborted) log.error({ feed: address, cause }, 'feeds: a fault at a feed; it is gone on with later');
      })
      .finally(() => running.delete(address));
    running.set(address, task);
  };

  const look = async (signal: AbortSignal): Promise<void> => {
    const settings = feeds();
    if (settings.length === 0) return;
    const states = new Map((await store.feedStates()).map((state) => [state.address, state]));
    const due = settings
      .filter(({ address }) => !running.has(address))
      .map((setting) => ({ setting, state: states.get(setting.address) }))
      .flatMap(({ setting, state }) => {
        const isDue = dueness(setting, state, now());
        return isDue === 'no' ? [] : [{ setting, mustBeDue: isDue === 'yes', at: state?.nextAt.getTime() ?? 0 }];
      })
      .sort((a, b) => a.at - b.at);
    for (const { setting, mustBeDue } of due.slice(0, Math.max(0, AT_ONCE - running.size)))
      start(setting, mustBeDue, signal);
  };

  return {
    async run(signal) {
      while (!signal.aborted) {
        try {
          await look(signal);
        } catch (cause) {
          log.error({ cause }, 'feeds: a fault while looking for what is due; it is gone on with in a moment');
        }
        await wait(LOOK_EVERY, signal).catch(() => undefined);
      }
      await Promise.allSettled(running.values());
    },
    async pollOnce(address, signal = new AbortController().signal) {
      const setting = feeds().find((one) => one.address === address);
      if (setting === undefined)
        throw new IntakeError('address', `feeds.yaml has no feed ${address}: add it there, or correct the address.`);
      return follow(setting, false, signal);
    },
  };
}

/** changed: its setting is another one, or the clock was wrong when its next look was set; it is looked at whatever is written down. */
function dueness(setting: FeedSetting, state: FeedState | undefined, at: Date): 'no' | 'yes' | 'changed' {
  if (state === undefined) return 'yes';
  if (state.leasedUntil !== null && state.leasedUntil > at) return 'no';
  const isChanged = state.setting !== null && state.setting !== formatSetting(setting);
  // A tenth is jitter, the rest what a server may ask for.
  if (isChanged || state.nextAt.getTime() - at.getTime() > 1.5 * LONGEST_MS) return 'changed';
  return !state.isStopped && state.nextAt <= at ? 'yes' : 'no';
}
