// missingPermissions(channel): what the bot may not do in a channel though an answer there needs it, in the words that Discord's settings have.
import { type GuildTextBasedChannel, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';

const NEEDED = [
  [PermissionFlagsBits.ViewChannel, 'View Channel'],
  [PermissionFlagsBits.EmbedLinks, 'Embed Links'],
] as const;
const SEND = [PermissionFlagsBits.SendMessages, 'Send Messages'] as const;
const SEND_IN_THREADS = [PermissionFlagsBits.SendMessagesInThreads, 'Send Messages in Threads'] as const;

type Permission = readonly [flag: bigint, name: string];

/** Empty where it may, and where it is not known what it may: then Discord tells. */
export function missingPermissions(channel: GuildTextBasedChannel): string[] {
  return missingOf([...NEEDED, channel.isThread() ? SEND_IN_THREADS : SEND], channel);
}

/** The same for digests: a picture, further pages in a thread, and seeing what was posted before. */
export function missingForDigests(channel: GuildTextBasedChannel): string[] {
  return missingOf(
    [
      ...NEEDED,
      ...(channel.isThread() ? [] : [SEND]),
      [PermissionFlagsBits.AttachFiles, 'Attach Files'],
      ...(channel.isThread() ? [] : ([[PermissionFlagsBits.CreatePublicThreads, 'Create Public Threads']] as const)),
      SEND_IN_THREADS,
      [PermissionFlagsBits.ReadMessageHistory, 'Read Message History'],
    ],
    channel,
  );
}

function missingOf(needed: readonly Permission[], channel: GuildTextBasedChannel): string[] {
  const may = permissionsIn(channel);
  if (may === null) return [];
  return needed.filter(([flag]) => !may.has(flag)).map(([, name]) => name);
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
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.EmbedLinks,
  PermissionFlagsBits.AttachFiles,
  PermissionFlagsBits.ReadMessageHistory,
].reduce((all, one) => all | one);

/** The address where somebody who manages a server adds the bot to it, with what it needs and no more. */
export function inviteLink(applicationId: string): string {
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${INVITED_WITH}`;
}
