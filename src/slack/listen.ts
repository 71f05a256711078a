// listen(app, parts): what the bot hears on Slack, and who takes it up. The manifest asks for the same: see manifest.ts.
import type { App, types } from '@slack/bolt';
import { ACTION } from './buttons.ts';
import { digestTextOf, onDigest } from './digestCommand.ts';
import { heldTextOf, onHeld } from './heldCommand.ts';
import { onHome } from './home.ts';
import { onAction, onCheck, onForm, type Pressed } from './interactions.ts';
import { COMMAND, SHORTCUT } from './manifest.ts';
import { idsOf, onMessage } from './messages.ts';
import type { ListenParts, RemovedEvent } from './parts.ts';
import { placeOf } from './places.ts';
import { WRONG } from './views.ts';
import { work } from './work.ts';

export function listen(app: App, parts: ListenParts): void {
  const { conversation, track } = parts;
  app.command(COMMAND, async ({ ack, command, client, context }) => {
    await ack();
    const digest = digestTextOf(command.text);
    if (digest !== null)
      return void (await track(onDigest(parts, { text: digest, command, client, teamId: context.teamId ?? null })));
    const target = {
      client,
      channel: command.channel_id,
      user: command.user_id,
      thread: null,
      teamId: context.teamId ?? null,
      responseUrl: command.response_url,
    };
    const held = heldTextOf(command.text);
    if (held !== null) return void (await track(onHeld(parts, target, held, `command/${command.trigger_id}`)));
    const place = placeOf({ teamId: context.teamId ?? null, channel: command.channel_id, thread: null, isNew: true });
    const asked = { text: command.text, user: command.user_id, place, audience: 'private' as const };
    await track(work(parts, target, `command/${command.trigger_id}`, () => conversation.answer(asked)));
  });
  app.event('app_mention', async ({ event, client, context, body }) => {
    if (event.user === undefined || event.bot_id !== undefined || 'edited' in event) return;
    const { text, user, channel, thread_ts, ts } = event;
    const spoken = { text, user, channel, thread: thread_ts ?? ts, isInThread: thread_ts !== undefined };
    await track(onMessage(parts, { ...spoken, client, ...idsOf(context), eventId: body.event_id }));
  });
  app.event('message', async ({ event, client, context, body }) => {
    if (event.channel_type !== 'im' || !isWritten(event.subtype)) return;
    const { user, text = '', channel, thread_ts = null, bot_id } = event as types.GenericMessageEvent;
    if (bot_id !== undefined || user === undefined || user === 'USLACKBOT') return;
    const spoken = { text, user, channel, thread: thread_ts, isInThread: thread_ts !== null };
    await track(onMessage(parts, { ...spoken, client, ...idsOf(context), eventId: body.event_id }));
  });
  app.action(ACTION, async ({ ack, body, action, client, context }) => {
    await ack();
    if (body.type !== 'block_actions' || !('type' in action)) return;
    await track(onAction(parts, body, { ...(action as Pressed), client, teamId: context.teamId ?? null }));
  });
  app.view(WRONG.callback, async ({ ack, body, client, context }) => {
    await ack();
    await track(onForm(parts, body, { client, teamId: context.teamId ?? null }));
  });
  app.shortcut({ callback_id: SHORTCUT, type: 'message_action' }, async ({ ack, shortcut, client, context }) => {
    await ack();
    await track(onCheck(parts, shortcut, { client, teamId: context.teamId ?? null }));
  });
  app.event('app_home_opened', async ({ event: { tab = 'home', user, channel }, client }) => {
    await track(onHome(parts, { tab, user, channel }, client));
  });
  app.event('app_uninstalled', async ({ body }) => void (await parts.onRemoved(removed('app_uninstalled', body, {}))));
  app.event('tokens_revoked', async ({ event, body }) => {
    await parts.onRemoved(removed('tokens_revoked', body, event.tokens));
  });
  app.error(async (cause) => parts.log.error({ cause }, 'slack: an event was not handled'));
}

/** Whether somebody wrote it: other kinds are changes, and what Slack itself says. */
function isWritten(subtype: string | undefined): boolean {
  return subtype === undefined || subtype === 'file_share' || subtype === 'thread_broadcast';
}

interface Envelope {
  readonly team_id: string;
  readonly enterprise_id?: string;
  readonly event_time: number;
  readonly authorizations?: readonly { readonly is_enterprise_install?: boolean }[];
}

function removed(
  type: RemovedEvent['type'],
  { team_id, enterprise_id, authorizations, event_time }: Envelope,
  { bot = [], oauth = [] }: { readonly bot?: readonly string[]; readonly oauth?: readonly string[] },
): RemovedEvent {
  return {
    type,
    teamId: team_id ?? null,
    enterpriseId: enterprise_id ?? null,
    isEnterpriseInstall: authorizations?.[0]?.is_enterprise_install ?? false,
    botTokens: bot,
    userTokens: oauth,
    at: new Date(event_time * 1_000),
  };
}
