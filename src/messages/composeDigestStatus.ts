// composeDigestStatus(status): what a channel's managers see of its digest: whether it is on, when the next one comes in the channel's zone, what
// became of the last ones, what the bot may not do there, and the line that would set it so.
import type { DigestSettings, LocalDate, Refusal } from '../domain.ts';
import { formatDigest } from '../requests/digest.ts';
import { formatInstant, formatMoment, formatWeekdays, localOf } from './instants.ts';
import type { Message, Part, Row } from './message.ts';
import { refusalWords } from './refusals.ts';
import { count, formatWeekday, list, quoted } from './words.ts';

/** What is told of a subscription. */
export interface ToldSubscription extends DigestSettings {
  readonly platform: 'slack' | 'discord';
  readonly channel: string;
  readonly state: 'on' | 'paused' | 'blocked' | 'off';
  readonly blocked: { readonly refusal: Refusal; readonly since: Date } | null;
  readonly next: { readonly date: LocalDate; readonly at: Date };
}

/** What is told of one digest. */
export interface ToldDelivery {
  /** The local date; "2026-02-12 now 1" for one that was asked for. */
  readonly slot: string;
  readonly dueAt: Date;
  readonly state: 'waiting' | 'posted' | 'silent' | 'missed' | 'failed';
  readonly attempts: number;
  /** Messages that were sent. */
  readonly pages: number;
  readonly reason: string | null;
  readonly finishedAt: Date | null;
}

export interface DigestStatus {
  readonly subscription: ToldSubscription;
  /** As people call it: "#talks". */
  readonly channelName: string;
  /** The newest first. */
  readonly deliveries: readonly ToldDelivery[];
  /** What the bot may not do there, in the platform's words; null: it could not be asked. */
  readonly missing: readonly string[] | null;
  readonly now: Date;
}

export function composeDigestStatus(status: DigestStatus): Message {
  return {
    title: `Digest of ${status.channelName}`,
    summary: STATES[status.subscription.state],
    parts: statusParts(status),
    footer: [`To set it so again: ${formatDigest(status.subscription)}`],
    isPrivate: true,
    range: null,
  };
}

const STATES: Readonly<Record<ToldSubscription['state'], string>> = {
  on: 'on',
  paused: 'paused',
  blocked: 'blocked',
  off: 'off',
};

export function statusParts(status: DigestStatus): Part[] {
  const { subscription, deliveries } = status;
  const { zone } = subscription;
  const rows: Row[] = [
    { label: 'Next', detail: nextWords(status) },
    ...settingRows(subscription),
    ...(deliveries.length === 0
      ? [{ label: 'Last', detail: 'none so far' }]
      : deliveries.map((delivery) => ({ label: slotWords(delivery.slot), detail: resultWords(delivery, zone) }))),
    { label: 'Permissions', detail: missingWords(status) },
  ];
  return [...blockedPart(status), { kind: 'rows', rows }];
}

/** When it comes, and what of. */
export function settingRows(settings: DigestSettings): Row[] {
  const { time, zone, weekdays, topic, speakers, whenEmpty } = settings;
  return [
    { label: 'When', detail: `${formatWeekdays(weekdays)} at ${time}, ${zone}` },
    { label: 'About', detail: topic === null ? 'everything' : quoted(topic) },
    { label: 'By', detail: speakers.length === 0 ? 'everybody' : list(speakers, 'or') },
    { label: 'Nothing new', detail: EMPTY[whenEmpty] },
  ];
}

const EMPTY: Readonly<Record<DigestSettings['whenEmpty'], string>> = {
  silence: 'nothing is posted (empty:silence)',
  line: 'one line says so (empty:line)',
  record: 'one statement from the record that was not posted here (empty:record)',
};

/** "Fri 13 Feb 2026, 09:00 (Europe/London)". */
export function nextWords({ subscription, now }: Pick<DigestStatus, 'subscription' | 'now'>): string {
  const { state, next, zone } = subscription;
  if (state === 'paused') return 'none while it is paused; type digest on to go on with the same settings';
  if (state === 'off') return 'none; type digest on to turn it on with the same settings';
  const at = formatInstant(next.at, zone);
  if (state === 'blocked') return `${at}: then it is tried again`;
  return next.at <= now ? `due since ${at}, in a moment` : at;
}

function blockedPart({ subscription, channelName }: DigestStatus): Part[] {
  const { blocked, platform, zone } = subscription;
  if (blocked === null) return [];
  const { what, todo } = refusalWords(blocked.refusal, platform, channelName);
  const text = `Blocked since ${formatInstant(blocked.since, zone)}: ${what} ${todo} Then it goes on by itself, with the same settings.`;
  return [{ kind: 'text', runs: [{ text, style: 'plain' }] }];
}

/** "Thu 12 Feb 2026", "Thu 12 Feb 2026, digest now". */
function slotWords(slot: string): string {
  const day = formatWeekday(slot.slice(0, 10));
  return slot.length > 10 ? `${day}, digest now` : day;
}

export function resultWords({ state, attempts, pages, reason, finishedAt, dueAt }: ToldDelivery, zone: string): string {
  const because = reason === null ? '' : `: ${reason}`;
  switch (state) {
    case 'posted':
      return `posted${timeWords(finishedAt, dueAt, zone)}${pages > 1 ? `, ${count(pages, 'message')}` : ''}`;
    case 'silent':
      return 'nothing was new, so nothing was posted';
    case 'missed':
      return `not posted${because}; the next one has what it would have had`;
    case 'failed':
      return `refused${because}; the next one has what it would have had`;
    case 'waiting':
      if (attempts === 0) return 'waits to be sent';
      return reason === null
        ? 'is being sent'
        : `tried ${count(attempts, 'time')}${because}; it is tried again by itself`;
  }
}

/** " at 09:01", with the day where that is another than it was due. */
function timeWords(finishedAt: Date | null, dueAt: Date, zone: string): string {
  if (finishedAt === null) return '';
  const { date, time } = localOf(finishedAt, zone);
  return date === localOf(dueAt, zone).date ? ` at ${time}` : ` on ${formatMoment(finishedAt, zone)}`;
}

function missingWords({ missing, channelName }: DigestStatus): string {
  if (missing === null) return 'could not be asked: type digest status in the channel, there again in a minute';
  if (missing.length === 0) return 'all that is needed';
  return `missing in ${channelName}: ${list(missing, 'and')}. Somebody who manages it has to allow that.`;
}
