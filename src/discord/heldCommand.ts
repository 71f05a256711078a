// Articles that wait, by command and by button: only for those who may Manage Server in one that CURATED_FROM names. The twin of slack/heldCommand.ts.
import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Approval, Curator } from '../approval/approval.ts';
import type { Said } from '../conversation/conversation.ts';
import type { Turns } from '../conversation/turns.ts';
import type { Log } from '../platform/log.ts';
import { fitsDiscord } from './embeds.ts';
import { answerInteraction, deferReply, deferUpdate, update } from './send.ts';

interface HeldParts {
  readonly approval: Approval;
  readonly turns: Turns;
  readonly log: Log;
}

/** Files are read for it, which may take longer than Discord waits: it is told before that an answer will come. */
export async function onHeld(
  { approval, turns, log }: HeldParts,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const { options } = interaction;
  await deferReply(interaction, true, log);
  const text = heldText(options.getString('approve'), options.getString('refuse'));
  await answerInteraction(interaction, await turns.take(() => approval.command(text, curatorOf(interaction))), log);
}

/** The message is changed, where there is still something to decide in it. */
export async function onHeldPress({ approval, turns, log }: HeldParts, interaction: ButtonInteraction): Promise<void> {
  await deferUpdate(interaction, log);
  const said: Said = await turns.take(() => approval.press(interaction.customId, curatorOf(interaction)));
  if (said.replaces) await update(interaction, said, log);
  else await answerInteraction(interaction, said, log);
}

/** As it would be typed; both at once can't be read. */
export function heldText(approve: string | null, refuse: string | null): string {
  const given = Object.entries({ approve, refuse }).flatMap(([verb, id]) =>
    id?.trim() ? [`${verb} ${id.trim()}`] : [],
  );
  return given.length === 2 ? `with ${given.join(' and ')}` : (given[0] ?? '');
}

export function curatorOf({ guildId, memberPermissions, user }: Interaction): Curator {
  const mayManage = memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  return {
    platform: 'discord',
    community: guildId,
    user: user.id,
    refusal: async () =>
      mayManage ? null : { kind: 'needs-manager', who: 'those who may Manage Server', of: 'articles' },
    fits: fitsDiscord,
  };
}
