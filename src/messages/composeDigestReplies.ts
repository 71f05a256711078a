// What a channel's manager is told, alone: that a digest was set up, changed, paused or turned off, what became of one that was asked for now, that
// a platform refuses the channel. Each says what to do next.
import type { DigestSettings, Refusal } from '../domain.ts';
import type { RequestError } from '../errors.ts';
import { formatDigest } from '../requests/digest.ts';
import { composeError } from './compose.ts';
import {
  type DigestStatus,
  nextWords,
  resultWords,
  settingRows,
  statusParts,
  type ToldDelivery,
  type ToldSubscription,
} from './composeDigestStatus.ts';
import type { Message, Part } from './message.ts';
import { refusalWords } from './refusals.ts';

/** A command that can't be read, with one that can. */
export function composeDigestError(error: RequestError): Message {
  return composeError(error, { nextBy: 'button' });
}

/** `before`: what it was; null: there was none, or it was off. */
export function composeDigestSet(status: DigestStatus, before: ToldSubscription | null): Message {
  const { subscription, channelName, missing } = status;
  const next = nextWords(status);
  const lacks = missing !== null && missing.length > 0;
  const head = before === null ? `${channelName} gets a digest.` : changedWords(before, subscription, channelName);
  const warning = lacks
    ? ' But something is missing there, see below: until it is allowed, nothing can be posted.'
    : '';
  const parts = lacks ? statusParts(status) : rowsPart(subscription);
  return reply({
    title: `Digest of ${channelName}`,
    text: `${head} The ${before === null ? 'first' : 'next'}: ${next}.${warning}`,
    parts,
    footer: [
      'digest preview shows what it would hold now, digest now posts it, digest pause and digest off stop it.',
      `The whole line: ${formatDigest(subscription)}`,
    ],
  });
}

export function composeNoDigest(channelName: string): Message {
  return reply({
    title: `Digest of ${channelName}`,
    text: `${channelName} has no digest. Type digest on to set one up, or digest on 09:00 Europe/London weekdays about missiles to say when and what of; digest preview shows what it would hold.`,
  });
}

export function composeDigestOff(subscription: ToldSubscription, channelName: string): Message {
  return reply({
    title: `Digest of ${channelName}`,
    text: `${channelName} gets no digest any more. Its settings are kept: type digest on to turn it on again. What is first seen until then will not be in it.`,
    footer: [`It was: ${formatDigest(subscription)}`],
  });
}

export function composeDigestPaused(subscription: ToldSubscription, channelName: string): Message {
  return reply({
    title: `Digest of ${channelName}`,
    text: `The digest of ${channelName} is paused. Type digest on to go on: the first one then has what came in between.`,
    footer: [`It stays: ${formatDigest(subscription)}`],
  });
}

/** What became of one that was asked for now; null: it is still being sent. */
export function composeDigestNow(delivery: ToldDelivery | null, channelName: string, zone: string): Message {
  return reply({ title: `Digest of ${channelName}`, text: postedWords(delivery, channelName, zone) });
}

/** `channelName`: as people call it, where that is known. */
export function composeDigestRefused(
  subscription: ToldSubscription,
  refusal: Refusal,
  channelName = `the channel ${subscription.channel}`,
): Message {
  const { what, todo } = refusalWords(refusal, subscription.platform, channelName);
  return reply({
    title: `Digest of ${channelName} could not be posted`,
    text: `${what} ${todo} Then it goes on by itself: its settings are kept, it is tried again whenever it is due, and what it could not tell comes with the next one.`,
    parts: rowsPart(subscription),
  });
}

function postedWords(delivery: ToldDelivery | null, channelName: string, zone: string): string {
  if (delivery === null) return `The digest is being sent to ${channelName}; digest status tells what became of it.`;
  const { state, pages, reason } = delivery;
  switch (state) {
    case 'posted':
      return `Posted in ${channelName}${pages > 1 ? `, in ${pages} messages` : ''}. What it has will not be in the next one.`;
    case 'silent':
      return `Nothing is new for ${channelName}, and it has chosen silence then (empty:silence): nothing was posted.`;
    case 'failed':
      return `${channelName} did not take it${reason === null ? '' : `: ${reason}`}. digest status tells what to do.`;
    case 'waiting':
    case 'missed':
      return `Not posted in ${channelName} yet: ${resultWords(delivery, zone)}.`;
  }
}

const SETTINGS = ['time', 'zone', 'weekdays', 'topic', 'speakers', 'whenEmpty'] as const;

function changedWords(before: ToldSubscription, after: ToldSubscription, channelName: string): string {
  const isSame = (key: (typeof SETTINGS)[number]): boolean => String(before[key]) === String(after[key]);
  const again = before.state === 'on' ? '' : ` It was ${before.state}, and is on again.`;
  if (SETTINGS.every(isSame)) return `The digest of ${channelName} is as it was.${again}`;
  return `The digest of ${channelName} was changed.${again}`;
}

function rowsPart(settings: DigestSettings): Part[] {
  return [{ kind: 'rows', rows: settingRows(settings) }];
}

interface Reply {
  readonly title: string;
  readonly text: string;
  readonly parts?: readonly Part[];
  readonly footer?: readonly string[];
}

function reply({ title, text, parts = [], footer = [] }: Reply): Message {
  return {
    title,
    summary: '',
    parts: [{ kind: 'text', runs: [{ text, style: 'plain' }] }, ...parts],
    footer,
    isPrivate: true,
    range: null,
  };
}
