// createSlackSender(parts): digests into channels of Slack: the first page in the channel, with its chart, the others in its thread. Each message carries
// its key as metadata, by which it is found again. The twin of discord/digestSender.ts.
import type { types, webApi } from '@slack/bolt';
import { DeliveryError } from '../errors.ts';
import type { Chart } from '../messages/chart.ts';
import type { Message } from '../messages/message.ts';
import { shorten } from '../messages/shorten.ts';
import type { Log } from '../platform/log.ts';
import type { DigestPage, Sender, SendOptions } from '../schedule/sender.ts';
import type { ChannelKey } from '../store/digestStore.ts';
import { blocksOf, fitsSlack, textOf } from './blocks.ts';
import { chartBlock } from './chart.ts';
import { deliveryErrorOf, neededScope } from './digestErrors.ts';
import { LIMITS } from './limits.ts';
import { escapeText } from './mrkdwn.ts';
import { section, textElements } from './richText.ts';
import { slackError } from './send.ts';

export interface DigestSenderParts {
  /**
   * Clients that may reach the channels of a community, the likeliest first; they repeat no call: one that was lost may have been done.
   * @throws PlatformError `not-installed`
   */
  readonly clientsOf: (community: string | null) => Promise<readonly webApi.WebClient[]>;
  readonly log: Log;
}

const EVENT_TYPE = 'iran_talks_digest';
/** Units for a chart or its words. Chosen by eye: six sides on twenty days need fewer. */
const CHART_ROOM = 2_000;
/** Messages in one answer of Slack, which advises against more. https://docs.slack.dev/reference/methods/conversations.history */
const LISTED = 200;
/** Answers that are looked through for one message. Chosen by eye: a thousand messages since it was due. */
const LISTS = 5;
/** Milliseconds by which this clock may be ahead of Slack's. Chosen by eye. */
const SKEW = 60_000;

interface Body {
  readonly blocks: types.KnownBlock[];
  readonly text: string;
}

export function createSlackSender({ clientsOf, log }: DigestSenderParts): Sender {
  /** By the first client that sees the channel. */
  const withClient = async <Result>(
    { community }: ChannelKey,
    act: (client: webApi.WebClient) => Promise<Result>,
  ): Promise<Result> => {
    const clients = await clientsOf(community);
    for (const [at, client] of clients.entries()) {
      try {
        return await act(client);
      } catch (cause) {
        if (at === clients.length - 1 || slackError(cause) !== 'channel_not_found') throw cause;
      }
    }
    throw new DeliveryError('removed', 'no workspace or organisation has installed the app');
  };

  const told = async <Result>(to: ChannelKey, act: (client: webApi.WebClient) => Promise<Result>): Promise<Result> => {
    try {
      return await withClient(to, act);
    } catch (cause) {
      throw deliveryErrorOf(cause, { channel: to.channel, log });
    }
  };

  const post = async (
    client: webApi.WebClient,
    { channel }: ChannelKey,
    body: Body,
    { key, thread }: SendOptions,
  ): Promise<string> => {
    const send = (place: { thread_ts?: string }) =>
      client.chat.postMessage({
        ...body,
        channel,
        ...place,
        metadata: { event_type: EVENT_TYPE, event_payload: { key } },
        unfurl_links: false,
        unfurl_media: false,
      });
    const { ts } = await send(thread === null ? {} : { thread_ts: thread }).catch((cause: unknown) => {
      // The first page was deleted.
      if (thread === null || !NO_THREAD.has(slackError(cause) ?? '')) throw cause;
      return send({});
    });
    if (ts === undefined) throw new Error('Slack took a message and told no time of it');
    return ts;
  };

  const sendPage = async (
    client: webApi.WebClient,
    to: ChannelKey,
    { message, chart }: DigestPage,
    options: SendOptions,
  ): Promise<string> => {
    const drawn = chart === null ? null : chartBlock(chart);
    if (chart === null) return post(client, to, bodyOf(message), options);
    if (drawn === null) return post(client, to, bodyOf(message, chart, wordsBlock(chart)), options);
    try {
      return await post(client, to, bodyOf(message, chart, drawn), options);
    } catch (cause) {
      if (slackError(cause) !== 'invalid_blocks') throw cause;
      log.warn({ channel: to.channel, cause }, 'slack: a chart was not taken; it is told in words');
      return post(client, to, bodyOf(message, chart, wordsBlock(chart)), options);
    }
  };

  return {
    fits: (message) => fitsSlack(message, CHART_ROOM),
    send: (to, page, options) => told(to, (client) => sendPage(client, to, page, options)),
    async find(to, options) {
      try {
        return await withClient(to, (client) => find(client, to, options));
      } catch (cause) {
        const scope = neededScope(cause);
        if (scope === null) throw deliveryErrorOf(cause, { channel: to.channel, log });
        const about = { channel: to.channel, scope };
        log.error(about, 'slack: a digest can’t be looked for: add the scope to the app and install it again');
        return null;
      }
    },
    async missing(to) {
      try {
        const { channel } = await withClient(to, (client) => client.conversations.info({ channel: to.channel }));
        if (channel?.is_archived) return ['the channel is archived'];
        return channel?.is_member ? [] : [NOT_INVITED];
      } catch (cause) {
        const scope = neededScope(cause);
        if (scope !== null) return [`the app was not granted ${scope}`];
        const { code } = deliveryErrorOf(cause, { channel: to.channel, log });
        if (code === 'removed') return ['the app is not installed here any more'];
        // What may pass is nothing that anybody could mend.
        return code === 'not-invited' ? [NOT_INVITED] : [];
      }
    },
    async tell(to, user, message) {
      try {
        await withClient(to, (client) =>
          client.chat.postMessage({ ...bodyOf(message), channel: user, unfurl_links: false, unfurl_media: false }),
        );
      } catch (cause) {
        log.warn({ user, cause }, 'slack: a manager can’t be told about a digest');
      }
    },
  };
}

const NOT_INVITED = 'nobody has invited the bot: type /invite and its name in the channel';
const NO_THREAD = new Set(['thread_not_found', 'cannot_reply_to_message']);

function bodyOf(message: Message, chart: Chart | null = null, drawn: types.KnownBlock | null = null): Body {
  const text = textOf(message);
  const words = chart === null ? '' : escapeText(chart.alternative);
  return {
    blocks: [...blocksOf(message), ...(drawn === null ? [] : [drawn])],
    // Whoever can't see the chart reads it here.
    text: [text, text.length + words.length < LIMITS.fallback ? words : ''].filter((part) => part !== '').join('\n'),
  };
}

function wordsBlock({ alternative }: Chart): types.KnownBlock {
  return { type: 'rich_text', elements: [section(textElements(shorten(alternative, CHART_ROOM)))] };
}

/** Of a message in the channel; of a further page in the thread, or in the channel where there was no thread. */
async function find(
  client: webApi.WebClient,
  { channel }: ChannelKey,
  { key, thread, since }: Parameters<Sender['find']>[1],
): Promise<string | null> {
  const oldest = String((since.getTime() - SKEW) / 1_000);
  const list = { channel, oldest, inclusive: true, include_all_metadata: true, limit: LISTED };
  const history = (cursor: object): Promise<Listed> => client.conversations.history({ ...list, ...cursor });
  if (thread === null) return findIn(history, key);
  const replies = (cursor: object): Promise<Listed> =>
    client.conversations.replies({ ...list, ts: thread, ...cursor }).catch((cause: unknown) => {
      if (NO_THREAD.has(slackError(cause) ?? '')) return {};
      throw cause;
    });
  return (await findIn(replies, key)) ?? findIn(history, key);
}

interface Listed {
  readonly messages?: readonly { readonly ts?: string; readonly metadata?: unknown }[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

async function findIn(list: (cursor: object) => Promise<Listed>, key: string): Promise<string | null> {
  let cursor = '';
  for (let lists = 0; lists < LISTS; lists += 1) {
    const { messages = [], response_metadata } = await list(cursor === '' ? {} : { cursor });
    const found = messages.find(({ metadata }) => keyOf(metadata) === key);
    if (found?.ts !== undefined) return found.ts;
    cursor = response_metadata?.next_cursor ?? '';
    if (cursor === '') return null;
  }
  return null;
}

/** Of a digest; null: it is none. */
function keyOf(metadata: unknown): unknown {
  const { event_type, event_payload } = (metadata ?? {}) as { event_type?: unknown; event_payload?: { key?: unknown } };
  return event_type === EVENT_TYPE ? (event_payload?.key ?? null) : null;
}
