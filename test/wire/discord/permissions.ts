// Who may do what where, computed as Discord does: https://docs.discord.com/developers/topics/permissions (read November 2026).
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { APP_ID, type Channel, type Guild, type Permission } from './world.ts';

const ALL = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);
const THREADS: ReadonlySet<ChannelType> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

export function isThread({ type }: Pick<Channel, 'type'>): boolean {
  return THREADS.has(type);
}

export function bitsOf(permissions: readonly Permission[]): bigint {
  return permissions.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n);
}

/** What somebody may do in the guild as a whole. */
export function guildPermissions(guild: Guild, userId: string): bigint {
  if (userId === guild.ownerId) return ALL;
  const own = guild.members.find(({ user }) => user.id === userId)?.roles ?? [];
  const ofApp = userId === APP_ID ? bitsOf(guild.app) : 0n;
  const bits = own.reduce((sum, { permissions }) => sum | bitsOf(permissions), bitsOf(guild.everyone) | ofApp);
  return (bits & PermissionFlagsBits.Administrator) === 0n ? bits : ALL;
}

/** What somebody may do in a channel; in a thread, what they may in the channel above it. */
export function channelPermissions(guild: Guild, channel: Channel, userId: string): bigint {
  const base = guildPermissions(guild, userId);
  if (base === ALL) return ALL;
  const { overwrites } = parentOf(guild, channel);
  const roleIds = new Set([
    ...(guild.members.find(({ user }) => user.id === userId)?.roles ?? []).map(({ id }) => id),
    ...(userId === APP_ID ? [guild.appRoleId] : []),
  ]);
  const steps = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id, isRole }) => isRole && id !== guild.id && roleIds.has(id)),
    overwrites.filter(({ id }) => id === userId),
  ];
  const bits = steps.reduce((sum, step) => {
    const denied = step.reduce((all, { deny }) => all | bitsOf(deny), 0n);
    const allowed = step.reduce((all, { allow }) => all | bitsOf(allow), 0n);
    return (sum & ~denied) | allowed;
  }, base);
  return withImplied(bits, isThread(channel));
}

/** Who sees no channel may do nothing in it; who may not send, sends no embeds, files or pings either. */
function withImplied(bits: bigint, isInThread: boolean): bigint {
  if ((bits & PermissionFlagsBits.ViewChannel) === 0n) return 0n;
  const sends = isInThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  const withSending = bitsOf(['EmbedLinks', 'AttachFiles', 'MentionEveryone', 'SendTTSMessages']);
  return (bits & sends) === 0n ? bits & ~withSending : bits;
}

function parentOf(guild: Guild, channel: Channel): Channel {
  return isThread(channel) ? (guild.channels.find(({ id }) => id === channel.parentId) ?? channel) : channel;
}
