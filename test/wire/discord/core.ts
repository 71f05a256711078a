// What all parts of the local Discord share, and how they tell the gateway about messages, threads and guilds.
import {
  type APIMessage,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageDeleteDispatchData,
  MessageFlags,
  PermissionFlagsBits,
  type TextChannelType,
} from 'discord-api-types/v10';
import type { Journal } from '../journal.ts';
import type { Commands } from './commands.ts';
import type { Exchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import type { Messages } from './messages.ts';
import { memberWithoutUser } from './objects.ts';
import { channelPermissions } from './permissions.ts';
import { INTENT_OF } from './session.ts';
import { isDirectWithApp, type State } from './state.ts';
import { APP_ID, type Channel } from './world.ts';

export interface Core {
  readonly state: State;
  readonly messages: Messages;
  readonly commands: Commands;
  readonly gateway: Gateway;
  /** Interactions by their id. */
  readonly exchanges: Map<string, Exchange>;
  /** Every message that the bot posts itself, outside of interactions. */
  readonly posted: Journal<APIMessage>;
  /** People who installed the app for themselves. */
  readonly installedBy: ReadonlySet<string>;
  /** What a test must hear of: it fails when it ends. */
  readonly report: (fault: string) => void;
}

/** Whether the app's bot may do something in a channel; in direct messages it may. */
export function mayApp(core: Core, channel: Channel, permission: bigint): boolean {
  const guild = core.state.findGuild(channel.guildId);
  if (guild === undefined) return isDirectWithApp(channel);
  return guild.hasApp && (channelPermissions(guild, channel, APP_ID) & permission) === permission;
}

/** MESSAGE_CREATE or MESSAGE_UPDATE, as the app sees it: also for its own messages, never for private ones. */
export function announceMessage(core: Core, event: 'create' | 'update', message: APIMessage): void {
  const channel = core.state.getChannel(message.channel_id);
  const isPrivate = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  if (isPrivate || !mayApp(core, channel, PermissionFlagsBits.ViewChannel)) return;
  const type = event === 'create' ? GatewayDispatchEvents.MessageCreate : GatewayDispatchEvents.MessageUpdate;
  core.gateway.dispatch(
    type,
    (session) => withPlace(core, channel, core.messages.seen(message, session.readsContent)),
    audienceOf(channel),
  );
}

export function announceDeletion(core: Core, message: APIMessage): void {
  const channel = core.state.getChannel(message.channel_id);
  if (!mayApp(core, channel, PermissionFlagsBits.ViewChannel)) return;
  const data: GatewayMessageDeleteDispatchData = { id: message.id, channel_id: channel.id, ...guildIdOf(channel) };
  core.gateway.dispatch(GatewayDispatchEvents.MessageDelete, data, audienceOf(channel));
}

/** Guild, channel and membership, which only events carry. */
function withPlace(core: Core, channel: Channel, message: APIMessage): GatewayMessageCreateDispatchData {
  const guild = core.state.findGuild(channel.guildId);
  const author = core.state.findPerson(message.author.id);
  return {
    ...message,
    ...guildIdOf(channel),
    ...(guild === undefined || author === undefined ? {} : { member: memberWithoutUser(guild, author) }),
    channel_type: channel.type as TextChannelType,
  };
}

export function guildIdOf({ guildId }: Channel): { guild_id?: string } {
  return guildId === null ? {} : { guild_id: guildId };
}

function audienceOf({ guildId }: Channel): { guildId: string | null; intent: number } {
  return { guildId, intent: guildId === null ? INTENT_OF.directMessages : INTENT_OF.guildMessages };
}
