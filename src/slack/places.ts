// Where somebody speaks on Slack, as the conversation knows places. In threads and direct messages everybody goes on from what was asked last.
import type { Place } from '../conversation/conversation.ts';

interface Spoken {
  /** Of the installation that the event came to; null: an install of a whole organisation. */
  readonly teamId: string | null;
  readonly channel: string;
  /** The first message of the thread; null: none. */
  readonly thread: string | null;
  /** True for a command, which says all that it asks. */
  readonly isNew: boolean;
}

export function placeOf({ teamId, channel, thread, isNew }: Spoken): Place {
  const own = keyOf(teamId, channel, thread);
  return {
    platform: 'slack',
    community: teamId,
    channel,
    goesOnFrom: isNew ? [] : [own],
    keptAs: isNew ? null : own,
    isShared: true,
  };
}

/** Under which what was asked is kept: of a thread, or of a channel outside of threads. */
export function keyOf(teamId: string | null, channel: string, thread: string | null): string {
  return `slack/${teamId ?? 'org'}/${channel}${thread === null ? '' : `/${thread}`}`;
}
