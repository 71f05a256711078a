// Articles that wait, by command, by a mention and by button: only for admins and owners of a workspace that CURATED_FROM names. The twin of
// discord/heldCommand.ts.
import type { webApi } from '@slack/bolt';
import type { Curator } from '../approval/approval.ts';
import type { Said } from '../conversation/conversation.ts';
import { fitsSlack } from './blocks.ts';
import { neededScope } from './digestErrors.ts';
import { managesWorkspace } from './managers.ts';
import type { ListenParts } from './parts.ts';
import type { Target } from './send.ts';
import { work } from './work.ts';

/** What stands behind "held"; null: the text is about something else, such as talks that were held. */
export function heldTextOf(text: string): string | null {
  const found = /^\s*held(\s+(?:approve|refuse)\b.*)?\s*$/isu.exec(text);
  return found === null ? null : (found[1] ?? '').trim();
}

type From = Omit<Target, 'log'> & { readonly teamId: string | null };

/** For whoever asked alone. @param id of the event, to pass it over when it comes twice */
export async function onHeld(parts: ListenParts, from: From, text: string, id: string): Promise<void> {
  await work(parts, from, id, async () => seenIn(from, await parts.approval.command(text, curatorOf(parts, from))));
}

/** The message is changed, where there is still something to decide in it. */
export async function onHeldPress(parts: ListenParts, from: From, action: string, id: string): Promise<void> {
  await work(parts, from, id, async () => seenIn(from, await parts.approval.press(action, curatorOf(parts, from))));
}

/** What is said in a direct message is private as it is, and stays there. */
function seenIn({ channel, responseUrl }: From, said: Said): Said {
  const isDirect = channel.startsWith('D') && (responseUrl === null || said.replaces === true);
  return isDirect ? { ...said, isPrivate: false } : said;
}

function curatorOf({ log }: ListenParts, { client, user, teamId }: From): Curator {
  return {
    platform: 'slack',
    community: teamId,
    user,
    refusal: () => refusalOf(user, teamId, { client, log }),
    fits: fitsSlack,
  };
}

async function refusalOf(
  user: string,
  teamId: string | null,
  { client, log }: { readonly client: webApi.WebClient } & Pick<ListenParts, 'log'>,
): ReturnType<Curator['refusal']> {
  try {
    if (await managesWorkspace(user, teamId, client)) return null;
    return { kind: 'needs-manager', who: 'the admins and owners of this workspace', of: 'articles' };
  } catch (cause) {
    log.warn({ user, cause }, 'slack: whether somebody may approve articles could not be looked up');
    return { kind: 'manager-unknown', scope: neededScope(cause), of: 'articles' };
  }
}
