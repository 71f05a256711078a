// createManage(parts): what a channel's manager asks of its digest: to set it up, to see when the next one comes and why the last one did or did not,
// to see what it would hold now, to have it now, to pause it, to turn it off. Settings stay when it is turned off.
import { RequestError } from '../errors.ts';
import type { Message } from '../messages/message.ts';
import {
  type Delivery,
  type DigestSettings,
  type DigestStore,
  type Subscription,
  subscriptionId,
} from '../store/digestStore.ts';
import { type DeliverParts, inputFor } from './deliver.ts';
import type { Manager } from './digests.ts';
import { firstDue, localDateOf, nextDue } from './due.ts';

/** What stands behind "digest", read. `given`: what was typed; the rest stays as it is. */
export type DigestRequest =
  | { readonly kind: 'on'; readonly given: Partial<DigestSettings> }
  | { readonly kind: 'off' | 'status' | 'preview' | 'now' | 'pause' };

export interface Status {
  readonly subscription: Subscription;
  readonly channelName: string;
  /** The newest first. */
  readonly deliveries: readonly Delivery[];
  /** What the platform does not let the bot do there; null: it could not be asked. */
  readonly missing: readonly string[] | null;
  readonly now: Date;
}

/** Replies, each a message for the manager alone. */
export interface ManageWords {
  unreadable(error: RequestError): Message;
  fault(): Message;
  /** before: what it was; null: there was none, or it was off. */
  set(status: Status, before: Subscription | null): Message;
  status(status: Status): Message;
  none(channelName: string): Message;
  off(subscription: Subscription, channelName: string): Message;
  paused(subscription: Subscription, channelName: string): Message;
  /** What became of a digest that was asked for now; null: it is still being sent. */
  now(delivery: Delivery | null, channelName: string, zone: string): Message;
}

export interface ManageParts extends DeliverParts {
  readonly parse: (text: string, defaults: { readonly zone: string }) => DigestRequest;
  readonly words: ManageWords;
  readonly defaultZone: string;
  /** Sends what waits; see round. */
  readonly sendNow: () => Promise<void>;
}

/** What a digest is where its manager says nothing. The issue's own defaults but for the time, which was chosen by eye. */
const DEFAULTS: Omit<DigestSettings, 'zone'> = {
  time: '09:00',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  topic: null,
  speakers: [],
  whenEmpty: 'record',
};
/** Digests that a status tells of. Chosen by eye. */
const TOLD = 3;
/** Dates that may have had their digest already. */
const LOOKED_BACK = 40;

/** Never rejects. */
export function createManage(parts: ManageParts): (text: string, by: Manager) => Promise<Message> {
  const { words, log } = parts;
  return async (text, by) => {
    try {
      return await answered(parts.parse(text, { zone: parts.defaultZone }), by, parts);
    } catch (cause) {
      if (cause instanceof RequestError) return words.unreadable(cause);
      log.error({ cause, channel: by.channel.channel }, 'digests: a manager could not be answered');
      return words.fault();
    }
  };
}

async function answered(request: DigestRequest, by: Manager, parts: ManageParts): Promise<Message> {
  const { store, words, now } = parts;
  const found = await store.findSubscription(subscriptionId(by.channel));
  if (request.kind === 'on') {
    const before = found?.state === 'off' ? null : found;
    const subscription = await setUp(found, request.given, by, parts);
    return words.set(await statusOf(subscription, by, parts), before);
  }
  if (request.kind === 'preview') return preview(found, by, parts);
  if (!found || (found.state === 'off' && request.kind !== 'status')) return words.none(by.channelName);
  switch (request.kind) {
    case 'status':
      return words.status(await statusOf(found, by, parts));
    case 'off':
    case 'pause': {
      const state = request.kind === 'off' ? 'off' : 'paused';
      const changed: Subscription = { ...found, state, blocked: null, setBy: by.user, setAt: now() };
      await store.saveSubscription(changed);
      return state === 'off' ? words.off(changed, by.channelName) : words.paused(changed, by.channelName);
    }
    case 'now':
      return words.now(await postNow(found, parts), by.channelName, found.zone);
  }
}

async function setUp(
  found: Subscription | null,
  given: Partial<DigestSettings>,
  { channel, user }: Manager,
  { store, defaultZone, now }: ManageParts,
): Promise<Subscription> {
  const at = now();
  const before = found ?? { ...DEFAULTS, zone: defaultZone };
  const { time, zone, weekdays, topic, speakers, whenEmpty } = { ...before, ...given };
  const settings = { time, zone, weekdays, topic, speakers, whenEmpty };
  const next =
    keptNext(found, settings, at) ?? (await nextWithout(subscriptionId(channel), settings, { store, now: at }));
  const subscription: Subscription = {
    ...channel,
    ...settings,
    id: subscriptionId(channel),
    state: 'on',
    blocked: null,
    setBy: user,
    setAt: at,
    // What came while it was paused is new to the channel; what came while it was off is not.
    startedAt: found && found.state !== 'off' ? found.startedAt : at,
    next,
  };
  await store.saveSubscription(subscription);
  return subscription;
}

/** One that is due, and only not yet looked at, is not lost by new settings; null: it is to be found anew. */
function keptNext(found: Subscription | null, settings: DigestSettings, now: Date): Subscription['next'] | null {
  if (!found || (found.state !== 'on' && found.state !== 'blocked')) return null;
  const isSame =
    found.time === settings.time && found.zone === settings.zone && found.weekdays.join() === settings.weekdays.join();
  return isSame || found.next.at <= now ? found.next : null;
}

/** The next date that has had none: a time that is moved to later in the day gives no second one. */
async function nextWithout(
  id: string,
  settings: DigestSettings,
  { store, now }: { readonly store: DigestStore; readonly now: Date },
): Promise<Subscription['next']> {
  const slots = new Set((await store.deliveries(id, LOOKED_BACK)).map(({ slot }) => slot));
  let next = firstDue(now, settings);
  while (slots.has(next.date)) next = nextDue(next.date, settings);
  return next;
}

async function statusOf(subscription: Subscription, { channelName }: Manager, parts: ManageParts): Promise<Status> {
  const { store, senderOf, now, log } = parts;
  const deliveries = await store.deliveries(subscription.id, TOLD);
  const missing = await (senderOf(subscription.platform)?.missing(subscription) ?? Promise.resolve(null)).catch(
    (cause: unknown) => {
      log.warn({ cause, subscription: subscription.id }, 'digests: what is missing in a channel could not be asked');
      return null;
    },
  );
  return { subscription, channelName, deliveries, missing, now: now() };
}

/** Also before it is set up: as it would be with the defaults. */
async function preview(found: Subscription | null, by: Manager, parts: ManageParts): Promise<Message> {
  const { store, content, now, defaultZone } = parts;
  const to = now();
  const zone = found?.zone ?? defaultZone;
  const subscription: Subscription = found ?? {
    ...by.channel,
    ...DEFAULTS,
    zone,
    id: subscriptionId(by.channel),
    state: 'off',
    blocked: null,
    setBy: by.user,
    setAt: to,
    startedAt: to,
    next: firstDue(to, { ...DEFAULTS, zone }),
  };
  const { input, last } = await inputFor(subscription, to, { store, slot: null });
  return content.make(input).preview({ date: localDateOf(to, zone), last, now: to, isLate: false });
}

/** Beside the one of the day: what it has is not in that any more. */
async function postNow(subscription: Subscription, { store, now, sendNow }: ManageParts): Promise<Delivery | null> {
  const at = now();
  const date = localDateOf(at, subscription.zone);
  const known = await store.deliveries(subscription.id, LOOKED_BACK);
  const number = known.filter(({ slot }) => slot.startsWith(`${date} now `)).length + 1;
  const slot = `${date} now ${number}`;
  await store.addDelivery({ subscriptionId: subscription.id, slot, dueAt: at, notBefore: at });
  await sendNow();
  const [delivery] = (await store.deliveries(subscription.id, LOOKED_BACK)).filter((one) => one.slot === slot);
  return delivery ?? null;
}
