// What people do with commands, buttons and forms, as calls of the conversation, and its answers as answers to Discord.
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Conversation, Said } from '../conversation/conversation.ts';
import type { Turns } from '../conversation/turns.ts';
import { CHECK_NAME, COMMAND_NAME } from './commands.ts';
import { commandText, type Given } from './commandText.ts';
import { FIELDS, modalOf } from './components.ts';
import { LIMITS } from './limits.ts';
import type { Log } from './log.ts';
import { messageKey, placeOf } from './places.ts';
import { type Answerable, answerInteraction, hasCode } from './send.ts';

/** What can be completed while somebody types, and where in a subcommand. */
export type Completable = 'speaker' | 'outlet' | 'topic' | 'words' | 'quotation' | 'passage' | 'date';

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** At most so many choices, of at most so many units. */
export type Complete = (
  what: Completable,
  typed: string,
  room: { readonly choices: number; readonly units: number },
) => readonly Choice[];

export interface InteractionParts {
  readonly conversation: Conversation;
  readonly complete: Complete;
  readonly log: Log;
  /** True once the process is being stopped: what comes now is answered with "ask again". */
  readonly isStopping: () => boolean;
  /** True where an answer may take longer than Discord waits for a first sign. */
  readonly isSlow: () => boolean;
  readonly turns: Turns;
}

/** From so many on that wait before it, a command is told at once that its answer will come. Discord waits 3 s; an answer takes milliseconds. */
const MANY_WAITING = 20;

const COMPLETED: Readonly<Record<string, Completable>> = {
  words: 'words',
  speaker: 'speaker',
  name: 'speaker',
  a: 'speaker',
  b: 'speaker',
  since: 'date',
  until: 'date',
  outlet: 'outlet',
  topic: 'topic',
  quotation: 'quotation',
  passage: 'passage',
};

export function createInteractionListener(parts: InteractionParts): (interaction: Interaction) => Promise<void> {
  const { conversation, log } = parts;
  return async (interaction) => {
    const about = { interaction: interaction.id, type: interaction.type, guild: interaction.guildId };
    try {
      if (interaction.isAutocomplete()) return await completed(parts, interaction);
      // Others are of a version that had more.
      if (!isAnswerable(interaction)) return log.warn(about, 'discord: an interaction of a kind that is not known');
      if (!(await conversation.isFirst(`discord/interaction/${interaction.id}`)))
        return log.debug(about, 'discord: an interaction was delivered again');
      if (parts.isStopping()) return void (await say(parts, interaction, conversation.tell({ kind: 'stopping' })));
      await answered(parts, interaction);
    } catch (cause) {
      if (hasCode(cause, 'unknownInteraction', 'acknowledged'))
        return log.warn({ ...about, cause }, 'discord: an interaction could no longer be answered');
      log.error({ ...about, cause }, 'discord: an interaction was not answered');
      if (isAnswerable(interaction)) await apologise(parts, interaction);
    }
  };
}

/** Nobody is left without an answer because Discord refused it. */
async function apologise(parts: InteractionParts, interaction: Answerable): Promise<void> {
  try {
    await say(parts, interaction, parts.conversation.tell({ kind: 'fault' }));
  } catch (cause) {
    parts.log.warn({ interaction: interaction.id, cause }, 'discord: nor could it be said that something went wrong');
  }
}

function isAnswerable(interaction: Interaction): interaction is Answerable & Interaction {
  return (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isButton() ||
    interaction.isModalSubmit()
  );
}

async function answered(parts: InteractionParts, interaction: Answerable): Promise<void> {
  if (interaction.isModalSubmit()) return onForm(parts, interaction);
  if (interaction.isMessageContextMenuCommand()) return onCheck(parts, interaction);
  if (interaction.isChatInputCommand()) return onCommand(parts, interaction);
  if (interaction.isButton()) return onButton(parts, interaction);
}

async function say({ conversation, log }: InteractionParts, interaction: Answerable, said: Said): Promise<void> {
  const id = await answerInteraction(interaction, said, log);
  if (id !== null) await conversation.remember(messageKey(id), said);
}

async function onCommand(parts: InteractionParts, interaction: ChatInputCommandInteraction): Promise<void> {
  const { conversation } = parts;
  const { options, commandName } = interaction;
  const subcommand = [options.getSubcommandGroup(false), options.getSubcommand(false)].filter(Boolean).join(' ');
  if (commandName === COMMAND_NAME && subcommand.startsWith('digest '))
    return say(parts, interaction, conversation.tell(digestNotice(interaction)));
  const given: Given = Object.fromEntries(
    Object.keys(COMPLETED)
      .concat('question')
      .map((name) => [name, options.getString(name) ?? undefined]),
  );
  const read = commandText(subcommand, given);
  if ('wrong' in read) return say(parts, interaction, conversation.tell({ kind: 'unreadable', text: read.wrong }));
  await answerText(parts, interaction, read.text, options.getBoolean('private') ?? false);
}

/** Settings of a channel are its managers' business. */
function digestNotice({
  memberPermissions,
  guildId,
}: ChatInputCommandInteraction): Parameters<Conversation['tell']>[0] {
  if (memberPermissions === null || guildId === null) return { kind: 'needs-server' };
  return memberPermissions.has(PermissionFlagsBits.ManageGuild)
    ? { kind: 'no-digests-yet' }
    : { kind: 'needs-manager', permission: 'Manage Server' };
}

/** The quotations of somebody's message, for the asker alone: it can be shared. */
async function onCheck(parts: InteractionParts, interaction: MessageContextMenuCommandInteraction): Promise<void> {
  const { content } = interaction.targetMessage;
  if (interaction.commandName !== CHECK_NAME || content.trim() === '')
    return say(parts, interaction, parts.conversation.tell({ kind: 'no-quotation' }));
  await answerText(parts, interaction, `check ${content}`, true);
}

type Command = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

async function answerText(
  parts: InteractionParts,
  interaction: Command,
  text: string,
  wantsPrivate: boolean,
): Promise<void> {
  if (parts.isSlow() || parts.turns.waiting >= MANY_WAITING)
    await parts.turns.first(() => defer(parts, interaction, wantsPrivate));
  const asked = { text, place: placeOfInteraction(interaction), user: interaction.user.id, wantsPrivate };
  await say(parts, interaction, await parts.turns.take(() => parts.conversation.answer(asked)));
}

/** Whether it arrived is seen when the answer is sent. */
async function defer({ log }: InteractionParts, interaction: Command, isPrivate: boolean): Promise<void> {
  try {
    await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
  } catch (cause) {
    if (cause instanceof DiscordAPIError) throw cause;
    log.warn({ interaction: interaction.id, cause }, 'discord: a deferral may be lost on the way');
  }
}

async function onButton(parts: InteractionParts, interaction: ButtonInteraction): Promise<void> {
  const { customId, user } = interaction;
  const pressed = { user: user.id, place: placeOfInteraction(interaction), action: customId };
  const given = await parts.turns.take(() => parts.conversation.press(pressed));
  if ('findings' in given) await interaction.showModal(modalOf(given));
  else await say(parts, interaction, given);
}

async function onForm(parts: InteractionParts, interaction: ModalSubmitInteraction): Promise<void> {
  const { customId, fields, user } = interaction;
  const [finding = '1'] = fields.fields.has(FIELDS.finding) ? fields.getStringSelectValues(FIELDS.finding) : [];
  const pressed = { user: user.id, place: placeOfInteraction(interaction), action: customId };
  const filled = { finding: Number(finding), note: fields.getTextInputValue(FIELDS.note) };
  await say(parts, interaction, await parts.turns.take(() => parts.conversation.takeDown(pressed, filled)));
}

function placeOfInteraction(interaction: Answerable): ReturnType<typeof placeOf> {
  const { guildId, channelId, channel, user } = interaction;
  return placeOf({
    guildId,
    channelId: channelId ?? user.id,
    isShared: guildId === null || (channel?.isThread() ?? false),
    userId: user.id,
    repliesTo: null,
  });
}

/** A choice too late is no fault: somebody types on. */
async function completed({ complete, log }: InteractionParts, interaction: AutocompleteInteraction): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const what = COMPLETED[name];
  const choices = what ? complete(what, value, { choices: LIMITS.choices, units: LIMITS.choice }) : [];
  try {
    await interaction.respond(choices.map(({ label, value }) => ({ name: label, value })));
  } catch (cause) {
    log.debug({ interaction: interaction.id, cause }, 'discord: a completion came too late');
  }
}
