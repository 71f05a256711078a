// missingPermissions(channel): what the bot may not do in a channel though an answer there needs it, in the words that Discord's settings have.
import { type GuildTextBasedChannel, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';

const NEEDED = [
  [PermissionFlagsBits.ViewChannel, 'View Channel'],
  [PermissionFlagsBits.EmbedLinks, 'Embed Links'],
] as const;

/** Empty where it may, and where it is not known what it may: then Discord tells. */
export function missingPermissions(channel: GuildTextBasedChannel): string[] {
  const may = permissionsIn(channel);
  if (may === null) return [];
  const send = channel.isThread()
    ? ([PermissionFlagsBits.SendMessagesInThreads, 'Send Messages in Threads'] as const)
    : ([PermissionFlagsBits.SendMessages, 'Send Messages'] as const);
  return [...NEEDED, send].filter(([flag]) => !may.has(flag)).map(([, name]) => name);
}

/** A reply stands under what it answers; without this permission the answer is sent without. */
export function mayReply(channel: GuildTextBasedChannel): boolean {
  return permissionsIn(channel)?.has(PermissionFlagsBits.ReadMessageHistory) ?? true;
}

function permissionsIn(channel: GuildTextBasedChannel): Readonly<PermissionsBitField> | null {
  const me = channel.guild.members.me;
  // Without its own membership roles are unknown, and @everyone's alone would be too few.
  return me === null ? null : channel.permissionsFor(me);
}

const INVITED_WITH = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.EmbedLinks,
  PermissionFlagsBits.ReadMessageHistory,
].reduce((all, one) => all | one);

/** The address where somebody who manages a server adds the bot to it, with what it needs and no more. */
export function inviteLink(applicationId: string): string {
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${INVITED_WITH}`;
}
