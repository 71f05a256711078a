// Digests by command: only for admins and owners of the workspace and for whoever created the channel. The twin of discord/digestCommand.ts.
import type { SlashCommand, webApi } from '@slack/bolt';
import type { Notice } from '../messages/composeNotice.ts';
import { neededScope } from './digestErrors.ts';
import { managesWorkspace } from './managers.ts';
import type { ListenParts } from './parts.ts';
import { closedBy } from './send.ts';
import { work } from './work.ts';

/** What stands behind "digest"; null: the command is about something else. */
export function digestTextOf(text: string): string | null {
  return /^\s*digests?(?:[:,]?\s+|\s*$)(.*)$/isu.exec(text)?.[1]?.trim() ?? null;
}

interface Asked {
  readonly text: string;
  readonly command: Pick<
    SlashCommand,
    'channel_id' | 'channel_name' | 'user_id' | 'trigger_id' | 'response_url' | 'team_id'
  >;
  readonly client: webApi.WebClient;
  readonly teamId: string | null;
}

export async function onDigest(parts: ListenParts, { text, command, client, teamId }: Asked): Promise<void> {
  const { conversation, digests, log } = parts;
  const { channel_id: channel, channel_name: name, user_id: user, response_url: responseUrl } = command;
  const target = { client, channel, user, thread: null, teamId, responseUrl };
  await work(parts, target, `command/${command.trigger_id}`, async () => {
    if (channel.startsWith('D')) return conversation.tell({ kind: 'needs-server' });
    const refused = await refusalOf(command, { client, teamId }).catch((cause: unknown): Notice => {
      log.warn({ channel, cause }, 'slack: whether somebody may set digests could not be looked up');
      return { kind: 'manager-unknown', scope: neededScope(cause) };
    });
    if (refused !== null) return conversation.tell(refused);
    const message = await digests.command(text, {
      channel: { platform: 'slack', community: teamId, channel },
      // Of private ones Slack does not tell it.
      channelName: name === 'privategroup' ? 'this channel' : `#${name}`,
      user,
    });
    return conversation.tellMessage(message);
  });
}

/** Why somebody may not; null: they may. @throws what Slack said */
async function refusalOf(
  { channel_id: channel, user_id: user }: Asked['command'],
  { client, teamId }: Pick<Asked, 'client' | 'teamId'>,
): Promise<Notice | null> {
  if (await managesWorkspace(user, teamId, client)) return null;
  try {
    const { channel: there } = await client.conversations.info({ channel });
    if (there?.creator === user) return null;
  } catch (cause) {
    if (closedBy(cause) === null) throw cause;
    return { kind: 'not-invited', channel: 'this channel' };
  }
  return {
    kind: 'needs-manager',
    who: 'the admins and owners of this workspace and by whoever created the channel',
  };
}
