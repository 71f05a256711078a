// What digests must remember: which channel wants one and when, what was sent, what each channel has had, and when each passage was first
// seen. Plain data; what it means is decided in schedule. Instants are arguments.
import type { ArticleId, DigestSettings, LocalDate, Refusal } from '../domain.ts';

export type { DigestSettings, Refusal, WhenEmpty } from '../domain.ts';

/** A channel as its platform numbers it. */
export interface ChannelKey {
  readonly platform: 'slack' | 'discord';
  /** Server or workspace; null: an installation of a whole organisation. */
  readonly community: string | null;
  readonly channel: string;
}

export interface Subscription extends ChannelKey, DigestSettings {
  /** subscriptionId(channel). */
  readonly id: string;
  /** paused: by a manager. blocked: by the platform; it is tried again whenever it is due. off: settings stay. */
  readonly state: 'on' | 'paused' | 'blocked' | 'off';
  /** Of `blocked`; else null. */
  readonly blocked: { readonly refusal: Refusal; readonly since: Date } | null;
  /** Who set it up, as the platform names people; null: whoever runs the bot, by a setting. */
  readonly setBy: string | null;
  readonly setAt: Date;
  /** What was first seen before is not new here. */
  readonly startedAt: Date;
  /** The next local date, and its instant. */
  readonly next: { readonly date: LocalDate; readonly at: Date };
}

/**
 * waiting: to be sent, or being sent. posted, silent: done (nothing new, and silence was chosen). missed: not sent in time; what it would have had is
 * in the next. failed: the platform refused.
 */
export type DeliveryState = 'waiting' | 'posted' | 'silent' | 'missed' | 'failed';

/** One digest of one channel: a row of the ledger, one for a channel and slot. */
export interface Delivery {
  readonly subscriptionId: string;
  /** The local date; "2026-02-12 now 1" for one that was asked for. */
  readonly slot: string;
  readonly dueAt: Date;
  readonly state: DeliveryState;
  /** Times that it was claimed. */
  readonly attempts: number;
  /** What was decided before the first message was sent, as the schedule writes it; null: nothing yet. */
  readonly plan: string | null;
  /** Messages that were sent and recorded, and the id of the first. */
  readonly pages: number;
  readonly firstMessage: string | null;
  /** Why it waits again, was missed or failed; null: no reason to tell. */
  readonly reason: string | null;
  readonly finishedAt: Date | null;
}

/** A delivery that is this worker's until `until`. Every later call names it, and does nothing where it was taken over. */
export interface Claim extends Delivery {
  readonly worker: string;
  readonly until: Date;
}

/** What a due subscription is given: rows of the ledger, and when it is due next. */
export interface Enqueued {
  readonly deliveries: readonly {
    readonly slot: string;
    readonly dueAt: Date;
    /** Not sent before. */
    readonly notBefore: Date;
    readonly state: 'waiting' | 'missed';
    readonly reason: string | null;
  }[];
  readonly next: { readonly date: LocalDate; readonly at: Date };
}

/** An article as it was last seen. */
export interface ArticleVersion {
  readonly articleId: ArticleId;
  /** Of its words, title and status: another one has another. */
  readonly version: string;
  /** As JSON, as the schedule writes it. */
  readonly snapshot: string;
}

/** An article that was corrected, withdrawn or changed. */
export interface ArticleChange {
  readonly articleId: ArticleId;
  /** After the change. */
  readonly version: string;
  readonly at: Date;
  /** As JSON, as the schedule writes it: what it was, and what it is. */
  readonly detail: string;
}

export interface DigestStore {
  /** Replaces one of the same id. */
  saveSubscription(subscription: Subscription): Promise<void>;
  findSubscription(id: string): Promise<Subscription | null>;
  /** By id. */
  subscriptions(): Promise<Subscription[]>;
  /**
   * Takes up to `most` subscriptions that are on or blocked and due at `now`, the longest due first, and gives each what `plan` says, in one
   * transaction; rows that are there already stay. No two processes take the same one at the same time. Returns how many were due.
   */
  enqueueDue(now: Date, most: number, plan: (subscription: Subscription) => Enqueued): Promise<number>;
  /** False where there is one for the slot. */
  addDelivery(delivery: { subscriptionId: string; slot: string; dueAt: Date; notBefore: Date }): Promise<boolean>;
  /** Waiting ones whose time has come, or whose worker let its own time pass; the longest waiting first. Nobody else gets them until `until`. */
  claimDeliveries(now: Date, options: { worker: string; until: Date; most: number }): Promise<Claim[]>;
  /** Each is false, and nothing is written, where the claim was taken over or the delivery is done. */
  savePlan(claim: Claim, plan: string): Promise<boolean>;
  saveProgress(claim: Claim, pages: number, firstMessage: string): Promise<boolean>;
  /** Waits again until `notBefore`. */
  retryDelivery(claim: Claim, notBefore: Date, reason: string): Promise<boolean>;
  /** With what the channel has now had, in one transaction; a subscription that was blocked and took it is on again. */
  finishDelivery(
    claim: Claim,
    end: { state: Exclude<DeliveryState, 'waiting'>; reason: string | null; entries: readonly string[]; at: Date },
  ): Promise<boolean>;
  /** Blocks a subscription that is on. False where it was blocked before: its manager was told. */
  blockSubscription(id: string, refusal: Refusal, at: Date): Promise<boolean>;
  /** The newest by due time, whatever their state. */
  deliveries(subscriptionId: string, most: number): Promise<Delivery[]>;
  /** What a channel has had, since ever. */
  entriesOf(subscriptionId: string): Promise<ReadonlySet<string>>;
  /** Keeps the first instant of each; what was seen before keeps its own. */
  recordSeen(entries: readonly string[], at: Date): Promise<void>;
  /** First seen at or after an instant. */
  seenSince(since: Date): Promise<ReadonlyMap<string, Date>>;
  articleVersions(): Promise<ArticleVersion[]>;
  /** Replaces versions of the same articles, and keeps the changes; a change to a version that is known stays as it was. */
  saveArticles(versions: readonly ArticleVersion[], changes: readonly ArticleChange[]): Promise<void>;
  /** At or after an instant, the oldest first. */
  articleChanges(since: Date): Promise<ArticleChange[]>;
}

/** "slack/T1/C1": one for each channel. */
export function subscriptionId({ platform, community, channel }: ChannelKey): string {
  return `${platform}/${community ?? 'org'}/${channel}`;
}
