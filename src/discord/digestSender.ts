// createDiscordSender(parts): digests into channels of Discord: the first page in the channel, with its chart as a picture, the others in a thread of
// it. Each message carries its key where it can be read again: Discord gives no nonce back.
import { type APIEmbed, type APIMessage, type Client, type RawFile, REST, Routes, SnowflakeUtil } from 'discord.js';
import { createRecent } from '../conversation/recent.ts';
import type { Chart } from '../messages/chart.ts';
import { shorten } from '../messages/shorten.ts';
import type { Log } from '../platform/log.ts';
import type { DigestPage, Sender, SendOptions } from '../schedule/sender.ts';
import type { ChannelKey } from '../store/digestStore.ts';
import { deliveryErrorOf, isNo } from './digestErrors.ts';
import { embedsOf, fitsDiscord } from './embeds.ts';
import { LIMITS } from './limits.ts';
import { escapeText } from './markdown.ts';
import { missingForDigests } from './permissions.ts';
import { hasCode } from './send.ts';

export interface DigestSenderParts {
  readonly client: Client<true>;
  /** A picture of it, as PNG. */
  readonly chartPng: (chart: Chart) => Uint8Array;
  readonly log: Log;
}

/** Milliseconds that one request waits for its turn; where Discord asks for more, the digest waits, and holds up nothing. Chosen by eye. */
const LONGEST_WAIT = 5_000;
/** Of a key, and of what stands before it in a footer. */
const KEY_ROOM = 40;
/** Messages in one answer of Discord: its own limit. */
const LISTED = 100;
/** Answers that are looked through for one message. Chosen by eye: a thousand messages since it was due. */
const LISTS = 10;
/** Milliseconds by which this clock may be ahead of Discord's. Chosen by eye. */
const SKEW = 60_000;
/** Digests whose thread is known. Chosen by eye: pages follow each other. */
const KNOWN_THREADS = 500;
/** Minutes until Discord puts a thread aside in which nobody writes: a day. */
const ARCHIVED_AFTER = 1_440;

/** What is sent: a body, and perhaps a picture beside it. */
interface Sent {
  readonly body: object;
  readonly files: RawFile[];
}

export function createDiscordSender({ client, chartPng, log }: DigestSenderParts): Sender {
  // Of its own: an answer may wait for its turn for as long as it takes, a digest is tried again.
  const rest = new REST({
    ...client.options.rest,
    rejectOnRateLimit: ({ retryAfter, timeToReset, sublimitTimeout }) =>
      Math.max(retryAfter, timeToReset, sublimitTimeout) > LONGEST_WAIT,
  }).setToken(client.token);
  /** Where further pages of a digest go, by its first message. */
  const places = createRecent<string>(KNOWN_THREADS);

  const post = async (channel: string, { body, files }: Sent): Promise<string> =>
    ((await rest.post(Routes.channelMessages(channel), { body, files })) as APIMessage).id;

  /** The thread of a first message, begun if need be; the channel itself where there can be none. */
  const placeOf = async ({ channel }: ChannelKey, first: string, title: string): Promise<string> => {
    const known = places.get(first);
    if (known !== undefined) return known;
    const name = shorten(title.trim() === '' ? 'Digest' : title, LIMITS.threadName);
    const begin = { body: { name, auto_archive_duration: ARCHIVED_AFTER } };
    const place = await rest.post(Routes.threads(channel, first), begin).then(
      // A thread has the id of the message that it was begun from.
      () => first,
      (cause: unknown) => {
        if (hasCode(cause, 'threadIsThere')) return first;
        if (!isNo(cause)) throw cause;
        log.info({ channel, cause }, 'discord: a digest has no thread; its pages go into the channel');
        return channel;
      },
    );
    places.set(first, place);
    return place;
  };

  const postPage = async (to: ChannelKey, sent: Sent, { thread, title }: SendOptions): Promise<string> => {
    if (thread === null) return post(to.channel, sent);
    const place = await placeOf(to, thread, title);
    try {
      return await post(place, sent);
    } catch (cause) {
      // It was locked or deleted, or the bot may not write in threads.
      if (place === to.channel || !isNo(cause)) throw cause;
      places.set(thread, to.channel);
      return post(to.channel, sent);
    }
  };

  /** The picture, where it can be drawn; else its words. */
  const withChart = (sent: Sent, chart: Chart): Sent => {
    try {
      const data = chartPng(chart);
      const description = shorten(chart.alternative, LIMITS.alternative);
      return {
        body: { ...sent.body, attachments: [{ id: 0, filename: 'chart.png', description }] },
        files: [{ name: 'chart.png', data: Buffer.from(data), contentType: 'image/png' }],
      };
    } catch (cause) {
      log.error({ cause }, 'discord: a chart could not be drawn; it is told in words');
      return inWords(sent, chart);
    }
  };

  const sendPage = async (to: ChannelKey, { message, chart }: DigestPage, options: SendOptions): Promise<string> => {
    const { key } = options;
    const plain = { body: { ...bodyOf(withKey(embedsOf(message), key)), nonce: key, enforce_nonce: true }, files: [] };
    if (chart === null) return postPage(to, plain, options);
    const drawn = withChart(plain, chart);
    try {
      return await postPage(to, drawn, options);
    } catch (cause) {
      // It may be the picture alone that is not allowed.
      if (drawn.files.length === 0 || !hasCode(cause, 'missingPermissions')) throw cause;
      return postPage(to, inWords(plain, chart), options);
    }
  };

  /** The id of the bot's own message with the key, among those since an instant, the oldest first. */
  const findIn = async (channel: string, key: string, since: Date): Promise<string | null> => {
    let after = String(SnowflakeUtil.generate({ timestamp: since.getTime() - SKEW, increment: 0n }));
    for (let lists = 0; lists < LISTS; lists += 1) {
      const query = new URLSearchParams({ limit: String(LISTED), after });
      const messages = (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
      const found = messages.find(({ author, embeds }) => author.id === client.user.id && hasKey(embeds, key));
      if (found) return found.id;
      // The newest of them stands first.
      const [newest] = messages;
      if (newest === undefined || messages.length < LISTED) return null;
      after = newest.id;
    }
    return null;
  };

  const find = async ({ channel }: ChannelKey, options: Parameters<Sender['find']>[1]): Promise<string | null> => {
    const { key, thread, since } = options;
    const inThread =
      thread === null
        ? null
        : await findIn(thread, key, since).catch((cause: unknown) => {
            // It was never begun.
            if (isNo(cause)) return null;
            throw cause;
          });
    return inThread ?? findIn(channel, key, since);
  };

  const isRemoved = async ({ community }: ChannelKey): Promise<boolean> => {
    if (community === null || client.guilds.cache.has(community)) return false;
    return rest.get(Routes.guild(community)).then(
      () => false,
      (cause: unknown) => hasCode(cause, 'unknownGuild', 'missingAccess'),
    );
  };

  const told = async <Result>(to: ChannelKey, act: () => Promise<Result>): Promise<Result> => {
    try {
      return await act();
    } catch (cause) {
      throw await deliveryErrorOf(cause, { log, channel: to.channel, isRemoved: () => isRemoved(to) });
    }
  };

  return {
    fits: (message) => fitsDiscord(message, KEY_ROOM),
    send: (to, page, options) => told(to, () => sendPage(to, page, options)),
    find: (to, options) => told(to, () => find(to, options)),
    async missing(to) {
      try {
        const channel = await client.channels.fetch(to.channel, { allowUnknownGuild: true });
        if (channel === null || !channel.isTextBased() || channel.isDMBased())
          return ['this is no channel of a server that messages can be sent to'];
        // Of another process's server what the bot may do there is not known here.
        return client.guilds.cache.has(channel.guildId) ? missingForDigests(channel) : [];
      } catch (cause) {
        const { code } = await deliveryErrorOf(cause, { log, channel: to.channel, isRemoved: () => isRemoved(to) });
        if (code === 'removed') return ['the bot is not in this server any more'];
        if (code === 'gone') return ['the channel is not there any more'];
        // What may pass is nothing that anybody could mend.
        return code === 'no-permission' ? ['View Channel'] : [];
      }
    },
    async tell(_, user, message) {
      try {
        const direct = (await rest.post(Routes.userChannels(), { body: { recipient_id: user } })) as { id: string };
        await post(direct.id, { body: bodyOf(embedsOf(message)), files: [] });
      } catch (cause) {
        log.warn({ user, cause }, 'discord: a manager can’t be told about a digest');
      }
    },
  };
}

/** Mentions in it ring for nobody. */
function bodyOf(embeds: APIEmbed[]): object {
  return { embeds, allowed_mentions: { parse: [] } };
}

function inWords(sent: Sent, { alternative }: Chart): Sent {
  return { body: { ...sent.body, content: shorten(escapeText(alternative), LIMITS.content) }, files: [] };
}

/** Small, below everything. */
function withKey(embeds: readonly APIEmbed[], key: string): APIEmbed[] {
  return [...embeds.slice(0, -1), { ...embeds.at(-1), footer: { text: footerOf(key) } }];
}

function hasKey(embeds: readonly APIEmbed[], key: string): boolean {
  return embeds.some(({ footer }) => footer?.text === footerOf(key));
}

function footerOf(key: string): string {
  return `digest ${key}`;
}
