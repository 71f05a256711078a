// digestOf(interaction): what a command about digests asks for, and by whom; or why whoever typed it may not.
import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import type { Notice } from '../messages/composeNotice.ts';
import type { Manager } from '../schedule/digests.ts';
import { digestText } from './commandText.ts';

const OPTIONS = ['time', 'zone', 'days', 'topic', 'speaker', 'empty'];

export type AskedDigest = { readonly refused: Notice } | { readonly text: string; readonly by: Manager };

/** In a server, by whoever may manage it. */
export function digestOf(interaction: ChatInputCommandInteraction): AskedDigest {
  const { memberPermissions, guildId, channelId, channel, user, options } = interaction;
  if (memberPermissions === null || guildId === null) return { refused: { kind: 'needs-server' } };
  if (!memberPermissions.has(PermissionFlagsBits.ManageGuild))
    return { refused: { kind: 'needs-manager', who: 'those who may Manage Server' } };
  const given = Object.fromEntries(OPTIONS.map((name) => [name, options.getString(name) ?? undefined]));
  const name = channel !== null && 'name' in channel ? channel.name : null;
  return {
    text: digestText(options.getSubcommand(), given),
    by: {
      channel: { platform: 'discord', community: guildId, channel: channelId },
      channelName: name === null ? 'this channel' : `#${name}`,
      user: user.id,
    },
  };
}
