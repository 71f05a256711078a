// What people do with commands, buttons and forms, as calls of the conversation, and its answers as answers to Discord.
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import { isHeldAction } from '../approval/actions.ts';
import type { Approval, Choice } from '../approval/approval.ts';
import { parseAction } from '../conversation/actions.ts';
import type { Audience, Conversation, Form, Place, Said } from '../conversation/conversation.ts';
import type { Turns } from '../conversation/turns.ts';
import type { Log } from '../platform/log.ts';
import type { Digests } from '../schedule/digests.ts';
import { CHECK_NAME, COMMAND_NAME } from './commands.ts';
import { commandText, type Given } from './commandText.ts';
import { FIELDS, modalOf } from './components.ts';
import { digestOf } from './digestCommand.ts';
import { curatorOf, onHeld, onHeldPress } from './heldCommand.ts';
import { LIMITS } from './limits.ts';
import { messageKey, placeOf } from './places.ts';
import { type Answerable, answerInteraction, deferReply, hasCode, sayMore } from './send.ts';
import { zonesFor } from './zones.ts';

/** What can be completed while somebody types, and where in a subcommand. */
export type Completable = 'speaker' | 'outlet' | 'topic' | 'words' | 'quotation' | 'passage' | 'date';

/** At most so many choices, of at most so many units. */
export type Complete = (
  what: Completable,
  typed: string,
  room: { readonly choices: number; readonly units: number },
) => readonly Choice[];

export interface InteractionParts {
  readonly conversation: Conversation;
  readonly complete: Complete;
  readonly digests: Pick<Digests, 'command'>;
  readonly approval: Approval;
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
      const from = performance.now();
      await answered(parts, interaction);
      log.debug({ ...about, ms: Math.round(performance.now() - from) }, 'discord: an interaction was answered');
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
  const id = await answerInteraction(interaction, said, log).catch((cause: unknown) => {
    conversation.lost(said);
    throw cause;
  });
  if (id !== null) await conversation.remember(messageKey(id), said);
}

async function onCommand(parts: InteractionParts, interaction: ChatInputCommandInteraction): Promise<void> {
  const { conversation } = parts;
  const { options, commandName } = interaction;
  const subcommand = [options.getSubcommandGroup(false), options.getSubcommand(false)].filter(Boolean).join(' ');
  if (commandName === COMMAND_NAME && subcommand.startsWith('digest ')) return onDigest(parts, interaction);
  if (commandName === COMMAND_NAME && subcommand === 'held') return onHeld(parts, interaction);
  const given: Given = Object.fromEntries(
    Object.keys(COMPLETED)
      .concat('question')
      .map((name) => [name, options.getString(name) ?? undefined]),
  );
  const read = commandText(subcommand, given);
  if ('wrong' in read) return say(parts, interaction, conversation.tell({ kind: 'unreadable', text: read.wrong }));
  // Help is for who asks for it.
  const audience = seenBy(interaction, options.getBoolean('private') || subcommand === 'help' ? 'private' : 'if-empty');
  const asked = { ...askerOf(interaction), text: read.text, audience };
  await work(parts, interaction, audience, () => conversation.answer(asked));
}

/** Settings of a channel are its managers' business. */
async function onDigest(parts: InteractionParts, interaction: ChatInputCommandInteraction): Promise<void> {
  const { conversation, digests } = parts;
  const asked = digestOf(interaction);
  if ('refused' in asked) return say(parts, interaction, conversation.tell(asked.refused));
  let others: readonly Said[] = [];
  await work(parts, interaction, 'private', async () => {
    const [first, ...rest] = conversation.tellMessage(await digests.command(asked.text, asked.by));
    others = rest;
    return first;
  });
  for (const said of others) await sayMore(interaction, said);
}

/** The quotations of somebody's message, for the asker alone: it can be shared. */
async function onCheck(parts: InteractionParts, interaction: MessageContextMenuCommandInteraction): Promise<void> {
  const { conversation } = parts;
  const { content } = interaction.targetMessage;
  if (interaction.commandName !== CHECK_NAME)
    return say(parts, interaction, conversation.tell({ kind: 'unknown-button' }));
  await work(parts, interaction, 'private', () => conversation.check({ ...askerOf(interaction), text: content }));
}

async function onButton(parts: InteractionParts, interaction: ButtonInteraction): Promise<void> {
  const { customId: action } = interaction;
  if (isHeldAction(action)) return onHeldPress(parts, interaction);
  const kind = parseAction(action)?.kind;
  const press = (): Promise<Said | Form> => parts.conversation.press({ ...askerOf(interaction), action });
  // A form can't come behind a deferral.
  if (kind !== 'wrong') return work(parts, interaction, kind === 'share' ? 'if-empty' : 'private', press);
  const given = await parts.turns.take(press);
  if (isForm(given)) await interaction.showModal(modalOf(given));
  else await say(parts, interaction, given);
}

async function onForm(parts: InteractionParts, interaction: ModalSubmitInteraction): Promise<void> {
  const { customId: action, fields } = interaction;
  const [finding = '1'] = fields.fields.has(FIELDS.finding) ? fields.getStringSelectValues(FIELDS.finding) : [];
  const filled = { finding: Number(finding), note: fields.getTextInputValue(FIELDS.note), verdict: 'wrong' } as const;
  await work(parts, interaction, 'private', () =>
    parts.conversation.takeDown({ ...askerOf(interaction), action }, filled),
  );
}

/** Does it when it is its turn, and says what it gives; where that may take long, Discord is told before that an answer will come. */
async function work(
  parts: InteractionParts,
  interaction: Answerable,
  audience: Audience,
  act: () => Promise<Said | Form>,
): Promise<void> {
  const { turns } = parts;
  if (parts.isSlow() || turns.waiting >= MANY_WAITING)
    await turns.first(() => deferReply(interaction, audience === 'private', parts.log));
  const given = await turns.take(act);
  if (isForm(given)) throw new Error('a form where none was asked for');
  await say(parts, interaction, given);
}

function isForm(given: Said | Form): given is Form {
  return 'findings' in given;
}

/** Between somebody and the bot everything is private. */
function seenBy({ context }: Answerable, audience: Audience): Audience {
  return context === InteractionContextType.BotDM ? 'public' : audience;
}

function askerOf(interaction: Answerable): { readonly place: Place; readonly user: string } {
  return { place: placeOfInteraction(interaction), user: interaction.user.id };
}

function placeOfInteraction(interaction: Answerable): Place {
  const { guildId, channelId, channel, user } = interaction;
  return placeOf({
    guildId,
    channelId: channelId ?? user.id,
    isShared: guildId === null || (channel?.isThread() ?? false),
    userId: user.id,
    repliesTo: null,
    isNew: true,
  });
}

/** A choice too late is no fault: somebody types on. */
async function completed(
  { complete, approval, log }: InteractionParts,
  interaction: AutocompleteInteraction,
): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const what = COMPLETED[name];
  const room = { choices: LIMITS.choices, units: LIMITS.choice };
  const choicesOf = async (): Promise<readonly Choice[]> => {
    if (name === 'zone') return zonesFor(value, room.choices).map((zone) => ({ label: zone, value: zone }));
    if (name === 'approve' || name === 'refuse') return approval.complete(value, curatorOf(interaction), room);
    return what ? complete(what, value, room) : [];
  };
  const choices = await choicesOf();
  try {
    await interaction.respond(choices.map(({ label, value }) => ({ name: label, value })));
  } catch (cause) {
    log.debug({ interaction: interaction.id, cause }, 'discord: a completion came too late');
  }
}
