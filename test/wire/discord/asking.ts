// People who use the app: commands, completion, buttons, modals and the menu of a message. Each dispatches what Discord would,
// refuses what Discord's client would not send, and gives the exchange to await the answer from.
import { randomUUID } from 'node:crypto';
import {
  type APIApplicationCommand,
  type APIInteraction,
  type APIMessage,
  ApplicationCommandType,
  ComponentType,
  GatewayDispatchEvents,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { walk } from './checks/walk.ts';
import { type Core, mayApp } from './core.ts';
import { Exchange } from './exchange.ts';
import { filledModal } from './forms.ts';
import { newId } from './ids.ts';
import { channelObject, memberObject, userObject } from './objects.ts';
import { contextOf, getCommand, type Owners, ownersFor, ownersOf, type Place } from './offered.ts';
import { fillOptions, type Values } from './options.ts';
import { channelPermissions } from './permissions.ts';
import { APP_ID, type Channel, type Guild, type Person } from './world.ts';

/**
 * Uses a slash command.
 * @param path the command with its subcommand: "iran-talks who said"
 * @throws Error where Discord would not let this person send it
 */
export function useCommand(core: Core, path: string, values: Values, place: Place): Exchange {
  const [name = '', ...rest] = path.split(' ');
  const command = getCommand(core, name, ApplicationCommandType.ChatInput, place);
  const guild = core.state.findGuild(place.channel.guildId);
  const filled = fillOptions(command, rest, values, { guild, getChannel: (id) => core.state.getChannel(id) });
  return ask(core, place, ownersFor(core, command, place), {
    type: InteractionType.ApplicationCommand,
    data: { ...commandData(command), ...withResolved(filled) },
  });
}

/** Types into an option; the other values may be incomplete. */
export function typeInto(core: Core, path: string, values: Values, focused: string, place: Place): Exchange {
  const [name = '', ...rest] = path.split(' ');
  const command = getCommand(core, name, ApplicationCommandType.ChatInput, place);
  const guild = core.state.findGuild(place.channel.guildId);
  const typed = { ...values, [focused]: values[focused] ?? '' };
  const getChannel = (id: string) => core.state.getChannel(id);
  const filled = fillOptions(command, rest, typed, { guild, getChannel, focused });
  return ask(core, place, ownersFor(core, command, place), {
    type: InteractionType.ApplicationCommandAutocomplete,
    data: { ...commandData(command), ...withResolved(filled) },
  });
}

/** Uses a command in the menu of a message; the app sees what the message says. */
export function useMenu(core: Core, name: string, message: APIMessage, place: Place): Exchange {
  const command = getCommand(core, name, ApplicationCommandType.Message, place);
  return ask(core, place, ownersFor(core, command, place), {
    type: InteractionType.ApplicationCommand,
    data: { ...commandData(command), target_id: message.id, resolved: { messages: { [message.id]: message } } },
  });
}

/**
 * Presses a button. On a private message only who sees it may.
 * @param which its `custom_id` or its label
 */
export function press(core: Core, which: string, on: APIMessage, place: Place): Exchange {
  const message = core.messages.find(on.channel_id, on.id);
  if (message === undefined) throw new Error(`The message ${on.id} is not there any more.`);
  const isPrivate = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  if (isPrivate && message.interaction_metadata?.user.id !== place.user.id) {
    throw new Error(`${place.user.name} does not see the message ${on.id}: it is private.`);
  }
  const buttons = walk(message.components).map(({ component }) => component);
  const button = buttons.find((each) => each['custom_id'] === which) ?? buttons.find((each) => each['label'] === which);
  const all = buttons.flatMap(({ label, custom_id }) => (custom_id === undefined ? [] : [`"${label}" (${custom_id})`]));
  if (button === undefined)
    throw new Error(`No button "${which}" is on the message: there are ${all.join(', ') || 'none'}.`);
  if (button['custom_id'] === undefined) throw new Error(`"${which}" is a link: pressing it tells the app nothing.`);
  if (button['disabled'] === true) throw new Error(`"${which}" can't be pressed: it is disabled.`);
  const owners = message.interaction_metadata?.authorizing_integration_owners ?? ownersOf(core, place);
  const data = { component_type: ComponentType.Button, custom_id: button['custom_id'], id: button['id'] };
  return ask(core, place, owners, { type: InteractionType.MessageComponent, data, message }, message);
}

/**
 * Sends a modal that an exchange was answered with.
 * @param values what is typed, by the `custom_id` of the input; others keep what they had
 */
export async function submitModal(
  core: Core,
  asked: Exchange,
  values: Readonly<Record<string, string>>,
): Promise<Exchange> {
  const modal = await asked.modal();
  const place = placeOf(core, asked);
  const { source, interaction } = asked;
  return ask(
    core,
    place,
    interaction.authorizing_integration_owners,
    {
      type: InteractionType.ModalSubmit,
      data: filledModal(modal, values),
      ...(source === null ? {} : { message: source }),
    },
    source,
  );
}

function placeOf(core: Core, { interaction }: Exchange): Place {
  const user = core.state.findPerson((interaction.member?.user ?? interaction.user)?.id ?? '');
  if (user === undefined) throw new Error('An interaction of nobody.');
  const channel = core.state.getChannel(interaction.channel?.id ?? '');
  return { user, channel, locale: 'locale' in interaction ? interaction.locale : user.locale };
}

function commandData({ id, name, type, guild_id }: APIApplicationCommand) {
  return { id, name, type, ...(guild_id === undefined ? {} : { guild_id }) };
}

function withResolved({ options, resolved }: ReturnType<typeof fillOptions>) {
  return {
    ...(options.length === 0 ? {} : { options }),
    ...(Object.keys(resolved).length === 0 ? {} : { resolved }),
  };
}

/** Sends INTERACTION_CREATE. @throws Error where no client has ever connected: it could not be answered. */
function ask(
  core: Core,
  place: Place,
  owners: Owners,
  part: Pick<APIInteraction, 'type'> & { readonly data: object; readonly message?: APIMessage },
  source: APIMessage | null = null,
): Exchange {
  const interaction = { ...baseOf(core, place, owners), ...part } as unknown as APIInteraction;
  const exchange = new Exchange(interaction, source);
  core.exchanges.set(interaction.id, exchange);
  const receivers = send(core, place.channel, interaction);
  if (receivers === 0) throw new Error('Nobody would receive the interaction: no client is connected. Wait for it.');
  return exchange;
}

/** Sends the event of an interaction once more. */
export function askAgain(core: Core, { interaction }: Exchange): void {
  send(core, core.state.getChannel(interaction.channel?.id ?? ''), interaction);
}

/** How many sessions have it. */
function send(core: Core, { guildId }: Channel, interaction: APIInteraction): number {
  const home = core.state.findGuild(guildId)?.hasApp === true ? guildId : null;
  return core.gateway.dispatch(GatewayDispatchEvents.InteractionCreate, interaction, { guildId: home }).length;
}

function baseOf(core: Core, { user, channel, locale }: Place, owners: Owners) {
  const guild = core.state.findGuild(channel.guildId);
  return {
    id: newId(),
    application_id: APP_ID,
    token: `${randomUUID()}${randomUUID()}`.replaceAll('-', ''),
    version: 1,
    channel_id: channel.id,
    channel: { ...channelObject(channel), permissions: permissionsIn(guild, channel, user.id) },
    app_permissions: appPermissions(core, guild, channel),
    locale,
    entitlements: [],
    authorizing_integration_owners: owners,
    context: contextOf(channel),
    attachment_size_limit: 10_485_760,
    ...(guild === undefined ? { user: userObject(user) } : inGuild(guild, channel, user)),
  };
}

function inGuild(guild: Guild, channel: Channel, user: Person) {
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: { ...memberObject(guild, user), permissions: permissionsIn(guild, channel, user.id) },
  };
}

function permissionsIn(guild: Guild | undefined, channel: Channel, userId: string): string {
  return guild === undefined ? '0' : String(channelPermissions(guild, channel, userId));
}

/** Where the app's bot is not, Discord lets it attach files, embed links and mention everyone. */
function appPermissions(core: Core, guild: Guild | undefined, channel: Channel): string {
  if (guild?.hasApp === true) return String(channelPermissions(guild, channel, APP_ID));
  const { AttachFiles, EmbedLinks, MentionEveryone, UseExternalEmojis } = PermissionFlagsBits;
  const isDirect = guild === undefined && mayApp(core, channel, 0n);
  return String(AttachFiles | EmbedLinks | MentionEveryone | (isDirect ? UseExternalEmojis : 0n));
}
