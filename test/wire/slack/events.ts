// Events as the bot hears of them, where its scopes and its channels let it: https://docs.slack.dev/apis/events-api (read November
// 2026).
import { randomUUID } from 'node:crypto';
import type { Core } from './core.ts';
import { newTs, slackId } from './ids.ts';
import type { Message } from './messages.ts';
import { CHANNEL_TYPE, messageObject } from './objects.ts';
import type { Outgoing } from './transport.ts';
import { APP_ID, type Channel } from './world.ts';

const HISTORY = {
  public: 'channels:history',
  private: 'groups:history',
  im: 'im:history',
  mpim: 'mpim:history',
} as const;

/** An event in its wrapping. @param from the workspace where it happened, if that is not the one that has the app */
export function wrapped(
  core: Core,
  team: string,
  event: Readonly<Record<string, unknown>>,
  { from = team, isShared = false }: { from?: string | undefined; isShared?: boolean } = {},
): Outgoing {
  const { enterprise, botUserId } = core.state.getWorkspace(team);
  const enterpriseId = enterprise?.id ?? null;
  const payload = {
    token: 'local-verification-token',
    team_id: from,
    ...(enterpriseId === null ? {} : { enterprise_id: enterpriseId }),
    context_team_id: team,
    context_enterprise_id: enterpriseId,
    api_app_id: APP_ID,
    event,
    type: 'event_callback',
    event_id: slackId('Ev'),
    event_time: Math.floor(Date.now() / 1_000),
    authorizations: [
      { enterprise_id: enterpriseId, team_id: team, user_id: botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: isShared,
    event_context: `4-${randomUUID()}`,
  };
  return { type: 'events_api', payload };
}

/** Whether the bot hears what is said in a channel. */
function hears(core: Core, there: Channel): boolean {
  return there.hasBot && core.state.scopesIn(core.state.teamOf(there)).includes(HISTORY[there.kind]);
}

/** What a new message tells the bot: `app_mention`, `message`, both, or nothing. */
export function eventsOfMessage(core: Core, message: Message): Outgoing[] {
  const there = core.state.getChannel(message.channel);
  const team = core.state.teamOf(there);
  const event = { ...writtenObject(core, message), channel: there.id, event_ts: message.ts };
  const wrap = (each: Record<string, unknown>) => wrapped(core, team, each, originOf(core, message, there));
  const isMention = message.text.includes(`<@${core.state.getWorkspace(team).botUserId}>`);
  const hearsMentions = there.hasBot && core.state.scopesIn(team).includes('app_mentions:read');
  const mention = isMention && hearsMentions && there.kind !== 'im' ? [wrap({ ...event, type: 'app_mention' })] : [];
  if (!hears(core, there)) return mention;
  const subtype = message.files.length === 0 ? {} : { subtype: 'file_share' };
  return [...mention, wrap({ ...event, ...subtype, channel_type: CHANNEL_TYPE[there.kind] })];
}

/** What an edit tells the bot. */
export function eventsOfChange(core: Core, message: Message, previous: Message): Outgoing[] {
  return hidden(core, message, {
    subtype: 'message_changed',
    message: writtenObject(core, message),
    previous_message: writtenObject(core, previous),
  });
}

/** What a deletion tells the bot. */
export function eventsOfDeletion(core: Core, message: Message): Outgoing[] {
  return hidden(core, message, {
    subtype: 'message_deleted',
    deleted_ts: message.ts,
    previous_message: writtenObject(core, message),
  });
}

function hidden(core: Core, message: Message, event: Readonly<Record<string, unknown>>): Outgoing[] {
  const there = core.state.getChannel(message.channel);
  if (!hears(core, there)) return [];
  const ts = newTs();
  const whole = { type: 'message', ...event, channel: there.id, hidden: true, ts, event_ts: ts };
  const team = core.state.teamOf(there);
  const outgoing = { ...whole, channel_type: CHANNEL_TYPE[there.kind] };
  return [wrapped(core, team, outgoing, originOf(core, message, there))];
}

/** Sends the bot what it has posted or changed itself, as Slack does; nobody need be there to hear it. */
export function announce(core: Core, message: Message, previous?: Message): void {
  if (message.ephemeralTo !== null) return;
  const outgoing = previous === undefined ? eventsOfMessage(core, message) : eventsOfChange(core, message, previous);
  for (const each of outgoing) {
    try {
      void core.transport.send(each, null);
    } catch {
      // No socket is open: an event of the bot's own making is not missed.
    }
  }
}

/** People write rich text. */
function writtenObject(core: Core, message: Message): Record<string, unknown> {
  const written = messageObject(core, message);
  if (message.botId !== null) return written;
  const parent = message.threadTs === null ? undefined : core.messages.find(message.channel, message.threadTs);
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text: message.text }] };
  return {
    client_msg_id: randomUUID(),
    ...written,
    ...(parent?.user ? { parent_user_id: parent.user } : {}),
    blocks: [{ type: 'rich_text', block_id: slackId('b'), elements: [section] }],
  };
}

function originOf(core: Core, message: Message, there: Channel): { from?: string | undefined; isShared: boolean } {
  const author = message.user === null ? undefined : core.state.findPerson(message.user)?.person;
  return { from: author?.teamId ?? undefined, isShared: there.isShared };
}
