// What people write to the bot: mentions, replies to it, direct messages. Nothing else is read, and nothing that a bot wrote.
import { type Client, type Message, MessageType } from 'discord.js';
import type { Asked, Conversation, Said } from '../conversation/conversation.ts';
import type { Turns } from '../conversation/turns.ts';
import type { Log } from '../platform/log.ts';
import { mayReply, missingPermissions } from './permissions.ts';
import { messageKey, placeOf } from './places.ts';
import { answerMessage, bodyOf, hasCode } from './send.ts';

export interface MessageParts {
  readonly client: Client<true>;
  readonly conversation: Conversation;
  readonly log: Log;
  readonly isStopping: () => boolean;
  readonly turns: Turns;
}

export function createMessageListener(parts: MessageParts): (message: Message) => Promise<void> {
  const { client, conversation, log, turns } = parts;
  return async (message) => {
    const about = { message: message.id, channel: message.channelId, guild: message.guildId };
    try {
      const text = textFor(client, message);
      if (text === null) return;
      if (!(await conversation.isFirst(messageKey(message.id))))
        return log.debug(about, 'discord: a message was delivered again');
      const from = performance.now();
      const { channel } = message;
      const missing = message.inGuild() ? missingPermissions(message.channel) : [];
      if (missing.length > 0) return await tellPrivately(parts, message, missing);
      const said = parts.isStopping()
        ? conversation.tell({ kind: 'stopping' })
        : await turns.take(() => conversation.answer(askedBy(message, text)));
      const isReply = channel.isDMBased() ? false : !message.inGuild() || mayReply(message.channel);
      const sent = await answerMessage(message, said, isReply);
      await conversation.remember(messageKey(sent), said);
      log.debug({ ...about, ms: Math.round(performance.now() - from) }, 'discord: a message was answered');
    } catch (cause) {
      if (hasCode(cause, 'missingPermissions', 'missingAccess')) return await tellPrivately(parts, message, []);
      if (hasCode(cause, 'unknownChannel', 'cannotSendToUser'))
        return log.warn({ ...about, cause }, 'discord: a message could no longer be answered');
      log.error({ ...about, cause }, 'discord: a message was not answered');
      await apologise(parts, message);
    }
  };
}

/** Nobody is left without an answer because Discord refused it. */
async function apologise({ conversation, log }: MessageParts, message: Message): Promise<void> {
  try {
    await answerMessage(message, conversation.tell({ kind: 'fault' }), true);
  } catch (cause) {
    log.warn({ message: message.id, cause }, 'discord: nor could it be said that something went wrong');
  }
}

/** What is asked of the bot, without the mention of it; null: it is not spoken to. */
function textFor(client: Client<true>, message: Message): string | null {
  const { author, content, mentions, type, webhookId } = message;
  if (author.bot || webhookId !== null || (type !== MessageType.Default && type !== MessageType.Reply)) return null;
  const text = content.replace(new RegExp(`<@!?${client.user.id}>`, 'gu'), ' ').trim();
  // A picture alone is answered with help, as an empty mention is.
  if (message.channel.isDMBased()) return text;
  // @everyone, roles of the bot and replies to it are other things than its name.
  const isNamed = mentions.has(client.user, { ignoreEveryone: true, ignoreRoles: true, ignoreRepliedUser: true });
  if (isNamed) return text;
  // The words of a reply that does not ring for the bot are not given to it.
  return mentions.repliedUser?.id === client.user.id && text !== '' ? text : null;
}

function askedBy({ guildId, channelId, channel, author, reference }: Message, text: string): Asked {
  const place = placeOf({
    guildId,
    channelId,
    isShared: channel.isDMBased() || channel.isThread(),
    userId: author.id,
    repliesTo: reference?.messageId ?? null,
    isNew: false,
  });
  // A message is answered by one, which everybody there sees.
  return { text, place, user: author.id, audience: 'public' };
}

/** `missing` empty: Discord does not tell what. Nothing is said in the channel, where it could not be. */
async function tellPrivately(
  { conversation, log }: MessageParts,
  message: Message,
  missing: readonly string[],
): Promise<void> {
  const about = { message: message.id, channel: message.channelId, guild: message.guildId, missing };
  log.warn(about, 'discord: a permission is missing');
  const { channel } = message;
  const name = 'name' in channel && channel.name ? `#${channel.name}` : 'that channel';
  // Once a day is enough to be told.
  if (!(await conversation.isFirstToday(`discord/told/${message.channelId}/${message.author.id}`))) return;
  const said: Said = conversation.tell({ kind: 'missing-permission', permissions: missing, channel: name });
  try {
    await message.author.send(bodyOf(said));
  } catch (cause) {
    log.warn({ ...about, cause }, 'discord: nor can the asker be told');
  }
}
