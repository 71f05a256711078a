// How what is said gets to Discord: as the answer to an interaction, which must not be lost on a dropped connection, or as a message.
import {
  type APIEmbed,
  type BaseMessageOptions,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  HTTPError,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Said } from '../conversation/conversation.ts';
import type { Log } from '../platform/log.ts';
import { rowsOf } from './components.ts';
import { embedsOf } from './embeds.ts';

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** Codes of Discord: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
export const CODES = {
  unknownChannel: 10_003,
  unknownGuild: 10_004,
  unknownMessage: 10_008,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  acknowledged: 40_060,
  missingAccess: 50_001,
  cannotSendToUser: 50_007,
  missingPermissions: 50_013,
  threadClosed: 50_083,
  threadIsThere: 160_004,
} as const;

export function hasCode(cause: unknown, ...names: (keyof typeof CODES)[]): boolean {
  return cause instanceof DiscordAPIError && names.some((name) => CODES[name] === cause.code);
}

interface Body extends Pick<BaseMessageOptions, 'content' | 'components' | 'allowedMentions'> {
  readonly embeds: APIEmbed[];
}

/** Mentions in it name people and ring for nobody. */
export function bodyOf({ message, buttons, sharedBy }: Said): Body {
  return {
    ...(sharedBy === null ? {} : { content: `Shared by <@${sharedBy}>` }),
    embeds: embedsOf(message),
    components: rowsOf(buttons),
    allowedMentions: { parse: [] },
  };
}

/**
 * Says it as the answer to an interaction.
 *
 * @returns the id of the message, where others can reply to it; null: nobody can
 * @throws what Discord said, where the answer could not be given in any way
 */
export async function answerInteraction(interaction: Answerable, said: Said, log: Log): Promise<string | null> {
  const body = bodyOf(said);
  if (interaction.deferred) return answerDeferred(interaction, said, body);
  const payload = { ...body, ...(said.isPrivate ? { flags: MessageFlags.Ephemeral as const } : {}) };
  const reply = async (): Promise<string | null> => {
    if (said.isPrivate || said.context === null) {
      await interaction.reply(payload);
      return null;
    }
    const response = await interaction.reply({ ...payload, withResponse: true });
    return response.resource?.message?.id ?? null;
  };
  try {
    return await reply();
  } catch (cause) {
    // discord.js repeats a request by itself, and then is told of its own first one.
    if (hasCode(cause, 'acknowledged')) return correct(interaction, body);
    // Discord has said no: another try would not change that.
    if (cause instanceof DiscordAPIError) throw cause;
    log.warn({ interaction: interaction.id, cause }, 'discord: an answer may be lost on the way; it is sent again');
    return answerAgain(interaction, body, reply);
  }
}

/** Tells Discord that an answer will come. Whether that arrived is seen when the answer is sent. @throws what Discord said */
export async function deferReply(interaction: Answerable, isPrivate: boolean, log: Log): Promise<void> {
  await arriving(interaction, log, () => interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}));
}

/** Tells Discord that the message of a button will change. @throws what Discord said */
export async function deferUpdate(interaction: MessageComponentInteraction, log: Log): Promise<void> {
  await arriving(interaction, log, () => interaction.deferUpdate());
}

async function arriving({ id }: Answerable, log: Log, defer: () => Promise<unknown>): Promise<void> {
  try {
    await defer();
  } catch (cause) {
    if (cause instanceof DiscordAPIError) throw cause;
    log.warn({ interaction: id, cause }, 'discord: a deferral may be lost on the way');
  }
}

/** Puts it into the place of the message whose button was pressed. @throws what Discord said */
export async function update(interaction: MessageComponentInteraction, said: Said, log: Log): Promise<void> {
  const body = bodyOf(said);
  try {
    if (interaction.deferred) await interaction.editReply(body);
    else await interaction.update(body);
  } catch (cause) {
    if (hasCode(cause, 'acknowledged')) return void (await correct(interaction, body));
    if (cause instanceof DiscordAPIError) throw cause;
    log.warn({ interaction: interaction.id, cause }, 'discord: a change may be lost on the way; it is sent again');
    await correct(interaction, body);
  }
}

/** Says what did not fit into the answer, in a message of its own behind it. */
export async function sayMore(interaction: Answerable, said: Said): Promise<void> {
  await interaction.followUp({
    ...bodyOf(said),
    ...(said.isPrivate ? { flags: MessageFlags.Ephemeral as const } : {}),
  });
}

/** Whether the first try arrived is not known: where Discord has an answer it is put into its place, else it is given anew. */
async function answerAgain(
  interaction: Answerable,
  body: Body,
  reply: () => Promise<string | null>,
): Promise<string | null> {
  try {
    return await correct(interaction, body);
  } catch (cause) {
    if (!hasCode(cause, 'unknownMessage', 'unknownWebhook', 'unknownInteraction')) throw cause;
    return await reply();
  }
}

/** Puts it into the place of the answer that Discord has. */
async function correct({ webhook }: Answerable, body: Body): Promise<string> {
  return (await webhook.editMessage('@original', body)).id;
}

/** A deferral fixes who sees what stands in its place: a private answer to a public one is sent without it. */
async function answerDeferred(interaction: Answerable, said: Said, body: Body): Promise<string | null> {
  if (interaction.isMessageComponent() && interaction.ephemeral === null) {
    // What stands there is the message of the button, which is not to be lost.
    await interaction.followUp({ ...body, ...(said.isPrivate ? { flags: MessageFlags.Ephemeral as const } : {}) });
    return null;
  }
  if (said.isPrivate === (interaction.ephemeral ?? false)) return (await interaction.editReply(body)).id;
  // Before: what is sent first while it stands is put into its place.
  await interaction.deleteReply();
  await interaction.followUp({ ...body, ...(said.isPrivate ? { flags: MessageFlags.Ephemeral as const } : {}) });
  return null;
}

/** Says it in a channel, under the message that asked. `nonce` keeps Discord from showing a repeated request twice. */
export async function answerMessage(asked: Message, said: Said, isReply: boolean): Promise<string> {
  const options = { ...bodyOf(said), nonce: asked.id, enforceNonce: true };
  const send = async (): Promise<Message> =>
    isReply
      ? asked.reply({ ...options, allowedMentions: { parse: [], repliedUser: false }, failIfNotExists: false })
      : sendTo(asked, options);
  try {
    return (await send()).id;
  } catch (cause) {
    // What Discord has said no to, or could not do four times, it would not do now.
    if (cause instanceof DiscordAPIError || cause instanceof HTTPError) throw cause;
    return (await send()).id;
  }
}

async function sendTo(
  { channel }: Message,
  options: Body & { nonce: string; enforceNonce: boolean },
): Promise<Message> {
  if (!channel.isSendable()) throw new Error(`messages can't be sent to channels of type ${channel.type}`);
  return channel.send(options);
}
