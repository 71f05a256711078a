// What Discord's client offers to a person in a place: commands by context, permission and installation.
import {
  type APIApplicationCommand,
  type APIInteraction,
  type ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type Locale,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Core } from './core.ts';
import { channelPermissions } from './permissions.ts';
import { isDirectWithApp } from './state.ts';
import type { Channel, Person } from './world.ts';

/** Who acts, and where; what is left out is the first person and the first channel of the world. */
export interface Where {
  readonly user?: Person;
  readonly channel?: Channel;
  /** The language of the person's client, where it is not the person's own. */
  readonly locale?: Locale;
}

export interface Place {
  readonly user: Person;
  readonly channel: Channel;
  readonly locale: Locale;
}

/** @throws Error where the person would not find the command. */
export function getCommand(
  core: Core,
  name: string,
  type: ApplicationCommandType,
  { user, channel }: Place,
): APIApplicationCommand {
  const command = core.commands.find(channel.guildId, name, type);
  if (command === undefined) throw new Error(`No command "${name}" is registered here: has the bot registered it yet?`);
  const context = contextOf(channel);
  const contexts = command.contexts ?? [InteractionContextType.Guild, InteractionContextType.BotDM];
  if (!contexts.includes(context)) {
    throw new Error(
      `"${name}" is not offered in ${InteractionContextType[context]}: contexts are ${contexts.join(', ')}.`,
    );
  }
  const guild = core.state.findGuild(channel.guildId);
  if (guild === undefined) return command;
  const may = channelPermissions(guild, channel, user.id);
  const needed = BigInt(command.default_member_permissions ?? 0) | PermissionFlagsBits.UseApplicationCommands;
  const isForNobody = command.default_member_permissions === '0';
  const isAdministrator = (may & PermissionFlagsBits.Administrator) !== 0n;
  if (!isAdministrator && (isForNobody || (may & needed) !== needed)) {
    throw new Error(`Discord does not offer "${name}" to ${user.name}: it needs the permissions ${needed}.`);
  }
  return command;
}

export function contextOf(channel: Channel): InteractionContextType {
  if (channel.guildId !== null) return InteractionContextType.Guild;
  return isDirectWithApp(channel) ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel;
}

export type Owners = APIInteraction['authorizing_integration_owners'];

/** Through whose installation the app is here. */
export function ownersOf(core: Core, { user, channel }: Place): Owners {
  const guild = core.state.findGuild(channel.guildId);
  const isDirect = isDirectWithApp(channel);
  return {
    ...(guild?.hasApp === true || isDirect ? { [ApplicationIntegrationType.GuildInstall]: guild?.id ?? '0' } : {}),
    ...(core.installedBy.has(user.id) ? { [ApplicationIntegrationType.UserInstall]: user.id } : {}),
  };
}

/** @throws Error where the app is not installed in a way that the command supports. */
export function ownersFor(
  core: Core,
  { name, integration_types: types, guild_id }: APIApplicationCommand,
  place: Place,
): Owners {
  const supported = guild_id === undefined ? (types ?? [0]) : [ApplicationIntegrationType.GuildInstall];
  const entries = Object.entries(ownersOf(core, place)).filter(([type]) =>
    supported.some((each) => String(each) === type),
  );
  if (entries.length > 0) return Object.fromEntries(entries);
  throw new Error(
    `"${name}" is not offered here: neither the guild nor ${place.user.name} has installed the app for it.`,
  );
}
