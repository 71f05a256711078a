// A world for digests: a store, a platform that remembers what it was sent, articles that appear, and processes that crash, sleep, and have
// clocks of their own. Time passes when a test says so.

import { DeliveryError } from '../../src/errors.ts';
import type { Message } from '../../src/messages/message.ts';
import type { DigestContent } from '../../src/schedule/content.ts';
import { firstDue } from '../../src/schedule/due.ts';
import { type Pace, type RoundParts, round } from '../../src/schedule/rounds.ts';
import type { Sender } from '../../src/schedule/sender.ts';
import type { ChannelKey, DigestSettings, DigestStore, Subscription } from '../../src/store/digestStore.ts';
import { subscriptionId } from '../../src/store/digestStore.ts';

/** The process ends here: nothing that it would have done later is done. */
export class Crash extends Error {}

/** What the platform has. */
export interface Posted {
  readonly channel: string;
  readonly key: string;
  /** The entries that it shows. */
  readonly entries: readonly string[];
  readonly thread: string | null;
  readonly id: string;
  readonly at: number;
}

/** Milliseconds for which a platform drops a message of the same key. */
const NONCE_MS = 5 * 60_000;
/** Entries of a page. */
export const PER_PAGE = 3;

export function message(title: string, rows: readonly string[]): Message {
  return {
    title,
    summary: '',
    parts: rows.length === 0 ? [] : [{ kind: 'rows', rows: rows.map((label) => ({ label, detail: '' })) }],
    footer: [],
    isPrivate: false,
    range: null,
  };
}

export function rowsOf({ parts }: Message): string[] {
  return parts.flatMap((part) => (part.kind === 'rows' ? part.rows.map(({ label }) => label) : []));
}

/** Entries that are new, in their order; "nothing" where there is none. */
export const content: DigestContent = {
  make({ seen, had, from, only, subscription }) {
    const fresh = [...seen].filter(([entry, at]) => at >= from && !had.has(entry)).map(([entry]) => entry);
    const entries = (only ?? fresh).toSorted();
    const shown = message('Digest', entries.length === 0 ? ['nothing'] : entries);
    return {
      entries,
      isSilent: entries.length === 0 && subscription.whenEmpty === 'silence',
      message: () => shown,
      chart: null,
      preview: () => shown,
    };
  },
};

export interface Platform extends Sender {
  readonly posted: Posted[];
  readonly told: { user: string; message: Message }[];
  /** What the next sends give, the first one first: 'ok' where none is left. */
  readonly script: ('ok' | 'crash before' | 'crash after' | 'transient' | 'lost' | 'refused')[];
}

export function platform(clock: () => number): Platform {
  const posted: Posted[] = [];
  const told: { user: string; message: Message }[] = [];
  const script: Platform['script'] = [];
  const refused: DeliveryError = new DeliveryError('no-permission', 'I may not write there');
  return {
    posted,
    told,
    script,
    fits: (page) => rowsOf(page).length <= PER_PAGE,
    async send(to, page, { key, thread }) {
      const how = script.shift() ?? 'ok';
      if (how === 'crash before') throw new Crash();
      if (how === 'transient') throw new DeliveryError('transient', 'the platform is down', { retryAfter: 1_000 });
      if (how === 'refused') throw refused;
      const known = posted.find((one) => one.key === key && clock() - one.at < NONCE_MS);
      const id = known?.id ?? `m${posted.length + 1}`;
      if (!known) posted.push({ channel: to.channel, key, entries: rowsOf(page.message), thread, id, at: clock() });
      if (how === 'crash after') throw new Crash();
      if (how === 'lost') throw new DeliveryError('uncertain', 'the reply was lost');
      return id;
    },
    find: async (_, { key }) => posted.find((one) => one.key === key)?.id ?? null,
    missing: async () => [],
    async tell(_, user, what) {
      told.push({ user, message: what });
    },
  };
}

/** A store that ends the process after so many calls, before or after it did what the call asks for; null: never. */
export function crashing(store: DigestStore, after: () => number | null): DigestStore {
  let calls = 0;
  return new Proxy(store, {
    get(target, name) {
      const own = Reflect.get(target, name) as unknown;
      if (typeof own !== 'function') return own;
      return async (...given: unknown[]) => {
        calls += 1;
        if (calls === after()) throw new Crash();
        const result: unknown = await Reflect.apply(own, target, given);
        calls += 1;
        if (calls === after()) throw new Crash();
        return result;
      };
    },
  });
}

export const CHANNEL: ChannelKey = { platform: 'discord', community: 'S1', channel: 'C1' };
const DAILY: DigestSettings = {
  time: '09:00',
  zone: 'UTC',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  topic: null,
  speakers: [],
  whenEmpty: 'line',
};

export function subscription(
  now: Date,
  fields: Partial<Subscription> = {},
  channel: Partial<ChannelKey> = {},
): Subscription {
  const key = { ...CHANNEL, ...channel };
  const settings = { ...DAILY, ...fields };
  return {
    ...key,
    ...settings,
    id: subscriptionId(key),
    state: 'on',
    blocked: null,
    setBy: 'U1',
    setAt: now,
    startedAt: now,
    next: firstDue(now, settings),
    ...fields,
  };
}

const QUIET = { info() {}, warn() {}, error() {} };
export const PACE: Pace = { atOnce: 4, spread: 60_000, lease: 300_000 };

export interface ProcessOptions {
  readonly store: DigestStore;
  readonly sender: Sender;
  readonly now: () => Date;
  readonly worker?: string;
}

export function parts({ store, sender, now, worker = 'w1' }: ProcessOptions): RoundParts {
  return {
    store,
    content,
    now,
    worker,
    log: QUIET,
    pace: PACE,
    senderOf: () => sender,
    refused: (_, refusal) => message(refusal, []),
  };
}

/** One round; true where the process crashed in it. Any other fault is thrown. */
export async function crashes(given: RoundParts): Promise<boolean> {
  try {
    await round(given);
    return false;
  } catch (cause) {
    if (cause instanceof Crash) return true;
    throw cause;
  }
}
