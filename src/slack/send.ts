// How what is said gets to Slack: through the address that came with a command or a button, else as a message; private ones to the asker alone.
import { setTimeout } from 'node:timers/promises';
import type { types, webApi } from '@slack/bolt';
import type { Said } from '../conversation/conversation.ts';
import type { Log } from '../platform/log.ts';
import { blocksOf, textOf } from './blocks.ts';
import { actionsOf, behindOf } from './buttons.ts';

export interface Target {
  readonly client: webApi.WebClient;
  readonly channel: string;
  readonly user: string;
  /** The first message of the thread that it is said in; null: in the channel itself. */
  readonly thread: string | null;
  /** Takes five answers within half an hour; null: there is none. */
  readonly responseUrl: string | null;
  readonly log: Log;
}

/** Milliseconds until such an address is given up. Chosen by eye. */
const RESPONSE_TIMEOUT = 3_000;

export interface Body {
  readonly blocks: types.KnownBlock[];
  readonly text: string;
}

export function bodyOf(said: Said): Body {
  const { message, buttons, sharedBy } = said;
  const by = sharedBy === null ? [] : [sharedBlock(sharedBy)];
  return {
    blocks: [...by, ...blocksOf(message, behindOf(buttons)), ...actionsOf(buttons)],
    text: `${sharedBy === null ? '' : 'Shared: '}${textOf(message) || 'iran-talks'}`,
  };
}

/** Names who shared it, and rings for nobody else. */
function sharedBlock(user: string): types.KnownBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: `Shared by <@${user}>` }] };
}

/** The `ts` of the message, where it is one that others can reply to; null: nobody can. @throws what Slack said, where it could not be said in any way */
export async function say(target: Target, said: Said): Promise<string | null> {
  const body = bodyOf(said);
  const { responseUrl, log, channel } = target;
  if (responseUrl !== null) {
    try {
      await respond(responseUrl, target, said, body);
      return null;
    } catch (cause) {
      log.warn({ channel, cause }, 'slack: the address for answers did not take it; it is sent as a message');
    }
  }
  try {
    return await post(target, said, body);
  } catch (cause) {
    // What is for one person alone can be said to them anywhere.
    if (!said.isPrivate || closedBy(cause) === null) throw cause;
    await sayDirectly(target, said);
    return null;
  }
}

async function respond(
  responseUrl: string,
  { thread }: Target,
  { isPrivate, replaces }: Said,
  body: Body,
): Promise<void> {
  const response = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      ...body,
      response_type: isPrivate ? 'ephemeral' : 'in_channel',
      replace_original: replaces ?? false,
      delete_original: false,
      unfurl_links: false,
      unfurl_media: false,
      ...(thread === null ? {} : { thread_ts: thread }),
    }),
    signal: AbortSignal.timeout(RESPONSE_TIMEOUT),
  });
  const text = await response.text();
  if (!response.ok || /"ok"\s*:\s*false/u.test(text))
    throw new Error(`status ${response.status}: ${text.slice(0, 100)}`);
}

async function post(
  { client, channel, user, thread }: Target,
  { isPrivate }: Said,
  body: Body,
): Promise<string | null> {
  const there = { channel, ...(thread === null ? {} : { thread_ts: thread }) };
  if (isPrivate) {
    await patiently(() => client.chat.postEphemeral({ ...body, ...there, user }));
    return null;
  }
  const { ts } = await patiently(() => client.chat.postMessage({ ...body, ...there, ...QUIET }));
  return ts ?? null;
}

const QUIET = { unfurl_links: false, unfurl_media: false } as const;

/** Says it to somebody in their direct messages. */
export async function sayDirectly({ client, user }: Pick<Target, 'client' | 'user'>, said: Said): Promise<void> {
  await patiently(() => client.chat.postMessage({ ...bodyOf(said), channel: user, ...QUIET }));
}

/** Times that one message waits for its turn where Slack says that there are too many. */
const MOST_WAITS = 5;

/** Each message waits for itself: Slack's limits are of a channel, and Bolt's own waiting would hold up the whole workspace. */
async function patiently<Result>(call: () => Promise<Result>): Promise<Result> {
  for (let waits = 1; ; waits += 1) {
    try {
      return await call();
    } catch (cause) {
      const { retryAfter } = cause as { retryAfter?: unknown };
      if (typeof retryAfter !== 'number' || waits > MOST_WAITS) throw cause;
      await setTimeout(retryAfter * 1_000);
    }
  }
}

/** What Slack answered with, such as "not_in_channel"; null: it is not Slack's word. */
export function slackError(cause: unknown): string | null {
  const data = (cause as { data?: { error?: unknown } } | null)?.data;
  return typeof data?.error === 'string' ? data.error : null;
}

const NOT_INVITED = new Set(['not_in_channel', 'channel_not_found', 'user_not_in_channel']);
const CLOSED = new Set([
  'is_archived',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
]);

/** Why the bot can't write in a channel; null: for another reason. */
export function closedBy(cause: unknown): 'not-invited' | 'closed-channel' | null {
  const error = slackError(cause) ?? '';
  if (NOT_INVITED.has(error)) return 'not-invited';
  return CLOSED.has(error) ? 'closed-channel' : null;
}
