// Where somebody speaks on Discord, as the conversation knows places. In threads and direct messages everybody goes on from what was
// asked last; in a channel where many speak, each from their own last question, and from the answer they reply to.
import type { Place } from '../conversation/conversation.ts';

interface Spoken {
  readonly guildId: string | null;
  readonly channelId: string;
  /** A thread, a direct message, a group. */
  readonly isShared: boolean;
  readonly userId: string;
  /** The message that is replied to; null: none. */
  readonly repliesTo: string | null;
  /** True for a command, which says all that it asks. */
  readonly isNew: boolean;
}

export function placeOf({ guildId, channelId, isShared, userId, repliesTo, isNew }: Spoken): Place {
  const own = isShared ? `discord/channel/${channelId}` : `discord/channel/${channelId}/user/${userId}`;
  return {
    platform: 'discord',
    community: guildId,
    channel: channelId,
    goesOnFrom: isNew ? [] : [...(repliesTo === null ? [] : [messageKey(repliesTo)]), own],
    keptAs: own,
    isShared,
  };
}

/** Under which an answer is kept for replies to it. */
export function messageKey(id: string): string {
  return `discord/message/${id}`;
}
