// What people write to the bot: mentions and direct messages.
import type { webApi } from '@slack/bolt';
import { heldTextOf, onHeld } from './heldCommand.ts';
import type { ListenParts } from './parts.ts';
import { placeOf } from './places.ts';
import { work } from './work.ts';

export interface Ids {
  readonly teamId: string | null;
  readonly botUserId: string | null;
}

export function idsOf({ teamId, botUserId }: { readonly teamId?: string; readonly botUserId?: string }): Ids {
  return { teamId: teamId ?? null, botUserId: botUserId ?? null };
}

interface Spoken extends Ids {
  readonly text: string;
  readonly user: string;
  readonly channel: string;
  readonly thread: string | null;
  /** False: the thread would begin with this message. */
  readonly isInThread: boolean;
  readonly client: webApi.WebClient;
  readonly eventId: string;
}

export async function onMessage(parts: ListenParts, spoken: Spoken): Promise<void> {
  const { text, user, channel, thread, client, teamId, botUserId, eventId } = spoken;
  if (user === botUserId) return;
  const place = placeOf({ teamId, channel, thread, isNew: false });
  const words = botUserId === null ? text : text.replaceAll(`<@${botUserId}>`, ' ').trim();
  const held = heldTextOf(words);
  if (held !== null) {
    // What one person alone sees of a thread that nobody has begun is seen by nobody.
    const inThread = spoken.isInThread ? thread : null;
    const from = { client, channel, user, thread: inThread, teamId, responseUrl: null };
    return onHeld(parts, from, held, `event/${eventId}`);
  }
  await work(parts, { client, channel, user, thread, teamId, responseUrl: null }, `event/${eventId}`, () =>
    parts.conversation.answer({ text: words, user, place, audience: 'public' }),
  );
}
