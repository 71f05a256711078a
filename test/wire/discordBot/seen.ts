// What somebody sees of a message on Discord.
import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { walk } from '../discord/checks/walk.ts';

/** Its words from top to bottom, without bold and backslashes. */
export function textOf({ content, embeds }: APIMessage): string {
  return [
    content,
    ...embeds.flatMap(({ title, author, description, footer }) => [title, author?.name, description, footer?.text]),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n')
    .replace(/\*\*|\\/gu, '');
}

/** Whether the asker alone sees it. */
export function isPrivate({ flags }: APIMessage): boolean {
  return (Number(flags ?? 0) & Number(MessageFlags.Ephemeral)) !== 0;
}

/** Its buttons, in order. */
export function labelsOf({ components }: APIMessage): string[] {
  return walk(components).flatMap(({ component: { label } }) => (typeof label === 'string' ? [label] : []));
}
