// What people do on Slack, as calls of the conversation, and its answers as answers to Slack. The twin of discord/interactions.ts and messages.ts.
import type { App, BlockAction, SlackViewAction, types, webApi } from '@slack/bolt';
import type { Audience, Conversation, Said } from '../conversation/conversation.ts';
import type { Turns } from '../conversation/turns.ts';
import type { Message } from '../messages/message.ts';
import { ACTION, readThumb } from './buttons.ts';
import type { Log } from './log.ts';
import { COMMAND, SHORTCUT } from './manifest.ts';
import { placeOf } from './places.ts';
import { closedBy, say, sayDirectly, slackError, type Target } from './send.ts';
import { answerView, homeView, readMetadata, WRONG, wrongView } from './views.ts';

export interface Prompt {
  readonly title: string;
  readonly message: string;
}

export interface ListenParts {
  readonly conversation: Conversation;
  readonly log: Log;
  readonly turns: Turns;
  /** True once the process is being stopped: what comes now is answered with "ask again". */
  readonly isStopping: () => boolean;
  /** Work that is to be ended before the process does. */
  readonly track: (work: Promise<void>) => Promise<void>;
  /** What the Home tab shows. */
  readonly home: () => Message;
  /** Questions that the corpus answers, at most four. */
  readonly prompts: () => readonly Prompt[];
  /** An event that says that somebody removed the app, or took back its tokens. */
  readonly onRemoved: (event: RemovedEvent) => Promise<void>;
  /** Gets errors of Slack that say that the token is no longer good. */
  readonly onRefused: (error: string, teamId: string | null) => void;
}

export interface RemovedEvent {
  readonly type: 'app_uninstalled' | 'tokens_revoked';
  readonly teamId: string | null;
  readonly enterpriseId: string | null;
  readonly isEnterpriseInstall: boolean;
  /** Ids of bot users. */
  readonly botTokens: readonly string[];
  /** Ids of people. */
  readonly userTokens: readonly string[];
  /** When it happened, to the second. */
  readonly at: Date;
}

export function listen(app: App, parts: ListenParts): void {
  const { conversation, track } = parts;
  app.command(COMMAND, async ({ ack, command, client, context }) => {
    await ack();
    const target = {
      client,
      channel: command.channel_id,
      user: command.user_id,
      thread: null,
      responseUrl: command.response_url,
    };
    const place = placeOf({ teamId: context.teamId ?? null, channel: command.channel_id, thread: null, isNew: true });
    const asked = { text: command.text, user: command.user_id, place, audience: 'private' as Audience };
    await track(work(parts, target, `command/${command.trigger_id}`, () => conversation.answer(asked)));
  });
  app.event('app_mention', async ({ event, client, context, body }) => {
    if (event.user === undefined || event.bot_id !== undefined || 'edited' in event) return;
    const spoken = { text: event.text, user: event.user, channel: event.channel, thread: event.thread_ts ?? event.ts };
    await track(onMessage(parts, { ...spoken, client, ...idsOf(context), eventId: body.event_id }));
  });
  app.event('message', async ({ event, client, context, body }) => {
    if (event.channel_type !== 'im' || (event.subtype !== undefined && event.subtype !== 'file_share')) return;
    const { user, text = '', channel, thread_ts = null, bot_id } = event as types.GenericMessageEvent;
    if (bot_id !== undefined || user === undefined || user === 'USLACKBOT') return;
    const spoken = { text, user, channel, thread: thread_ts };
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

interface Ids {
  readonly teamId: string | null;
  readonly botUserId: string | null;
}

function idsOf({ teamId, botUserId }: { readonly teamId?: string; readonly botUserId?: string }): Ids {
  return { teamId: teamId ?? null, botUserId: botUserId ?? null };
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

/** Does it when it is its turn, and says what it gives; what was delivered before is passed over. */
async function work(parts: ListenParts, to: Omit<Target, 'log'>, id: string, act: () => Promise<Said>): Promise<void> {
  const { conversation, log, turns } = parts;
  const target = { ...to, log };
  const about = { channel: to.channel, id };
  try {
    if (!(await conversation.isFirst(`slack/${id}`))) return log.debug(about, 'slack: it was delivered again');
    const from = performance.now();
    await say(target, parts.isStopping() ? conversation.tell({ kind: 'stopping' }) : await turns.take(act));
    log.debug({ ...about, ms: Math.round(performance.now() - from) }, 'slack: it was answered');
  } catch (cause) {
    await failed(parts, target, about, cause);
  }
}

/** Nobody is left without a reason: it is told where the bot may still write. */
async function failed(parts: ListenParts, target: Target, about: object, cause: unknown): Promise<void> {
  const { conversation, log } = parts;
  const why = closedBy(cause);
  if (why === null) log.error({ ...about, cause }, 'slack: it was not answered');
  else log.warn({ ...about, why }, 'slack: the bot can’t write there');
  const error = slackError(cause);
  if (error !== null) parts.onRefused(error, null);
  try {
    if (why !== null && !(await conversation.isFirstToday(`slack/told/${target.channel}/${target.user}`))) return;
    const said = conversation.tell(why === null ? { kind: 'fault' } : { kind: why, channel: 'that channel' });
    await sayDirectly(target, said);
  } catch (second) {
    log.warn({ ...about, cause: second }, 'slack: nor could it be said that something went wrong');
  }
}

interface Spoken extends Ids {
  readonly text: string;
  readonly user: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly client: webApi.WebClient;
  readonly eventId: string;
}

async function onMessage(parts: ListenParts, spoken: Spoken): Promise<void> {
  const { text, user, channel, thread, client, teamId, botUserId, eventId } = spoken;
  if (user === botUserId) return;
  const place = placeOf({ teamId, channel, thread, isNew: false });
  const words = botUserId === null ? text : text.replaceAll(`<@${botUserId}>`, ' ').trim();
  await work(parts, { client, channel, user, thread, responseUrl: null }, `event/${eventId}`, () =>
    parts.conversation.answer({ text: words, user, place, audience: 'public' }),
  );
}

interface Pressed {
  readonly action_id: string;
  readonly value?: string;
}

interface Asker {
  readonly client: webApi.WebClient;
  readonly teamId: string | null;
}

async function onAction(parts: ListenParts, body: BlockAction, pressed: Pressed & Asker): Promise<void> {
  const { conversation } = parts;
  const { client, teamId, value = '' } = pressed;
  const opened = body.view === undefined ? null : (readMetadata(body.view.private_metadata) ?? {});
  const channel = body.channel?.id ?? opened?.channel ?? body.user.id;
  const thread = body.message?.['thread_ts'] ?? opened?.thread ?? null;
  const place = placeOf({ teamId, channel, thread, isNew: true });
  const user = body.user.id;
  const target = { client, channel, user, thread, responseUrl: body.response_url ?? null };
  const id = `action/${body.trigger_id}`;
  const thumb = readThumb(value);
  if (thumb) {
    const { action, finding, verdict } = thumb;
    await work(parts, target, id, async () => {
      const said = await conversation.takeDown({ user, place, action }, { finding, note: '', verdict });
      if (verdict === 'wrong')
        await askWhy(parts, body.trigger_id, { user, place, action }, { client, finding, channel, thread });
      return said;
    });
    return;
  }
  const press = async (): Promise<Said> => {
    const given = await conversation.press({ user, place, action: value });
    return 'findings' in given ? conversation.tell({ kind: 'unknown-button' }) : given;
  };
  // In a modal there is no message to answer: what is private is put on top of it.
  if (body.view !== undefined && !/^act\.share\./u.test(pressed.action_id)) {
    await inView(parts, id, press, (said) =>
      client.views.push({
        trigger_id: body.trigger_id,
        view: answerView(said, 'Passages around', { channel, thread }),
      }),
    );
  } else await work(parts, target, id, press);
}

/** A thumb down is taken down already; what is wrong may be said, too. */
async function askWhy(
  { conversation, log }: ListenParts,
  trigger_id: string,
  pressed: Parameters<Conversation['press']>[0],
  {
    client,
    finding,
    channel,
    thread,
  }: { client: webApi.WebClient; finding: number; channel: string; thread: string | null },
): Promise<void> {
  const form = await conversation.press(pressed);
  if (!('findings' in form)) return;
  const thumb = { verdict: 'wrong', finding, action: pressed.action } as const;
  try {
    const view = wrongView(thumb, form.findings[finding - 1] ?? '', { channel, thread });
    await client.views.open({ trigger_id, view });
  } catch (cause) {
    log.warn({ cause }, 'slack: it could not be asked what is wrong');
  }
}

async function onForm(parts: ListenParts, body: SlackViewAction, { client, teamId }: Asker): Promise<void> {
  const {
    action = '',
    finding = 1,
    channel = body.user.id,
    thread = null,
  } = readMetadata(body.view.private_metadata) ?? {};
  const note = body.view.state.values[WRONG.block]?.[WRONG.input]?.value ?? '';
  const user = body.user.id;
  const place = placeOf({ teamId, channel, thread, isNew: true });
  // What was pressed is taken down and thanked for; without words there is nothing more.
  if (note.trim() === '') return;
  await work(parts, { client, channel, user, thread, responseUrl: null }, `view/${body.view.id}`, () =>
    parts.conversation.takeDown({ user, place, action }, { finding, note, verdict: 'wrong' }),
  );
}

interface Shortcut {
  readonly trigger_id: string;
  readonly user: { readonly id: string };
  readonly channel: { readonly id: string };
  readonly message: { readonly text?: string; readonly ts: string; readonly thread_ts?: string };
}

async function onCheck(parts: ListenParts, shortcut: Shortcut, { client, teamId }: Asker): Promise<void> {
  const { message, channel, user, trigger_id } = shortcut;
  const thread = message.thread_ts ?? message.ts;
  const place = placeOf({ teamId, channel: channel.id, thread, isNew: true });
  await inView(
    parts,
    `shortcut/${trigger_id}`,
    () => parts.conversation.check({ text: message.text ?? '', user: user.id, place }),
    (said) =>
      client.views.open({ trigger_id, view: answerView(said, 'Check quotations', { channel: channel.id, thread }) }),
  );
}

/** Shows it in a modal. */
async function inView(
  parts: ListenParts,
  id: string,
  act: () => Promise<Said>,
  show: (said: Said) => Promise<unknown>,
): Promise<void> {
  const { conversation, log, turns } = parts;
  try {
    if (!(await conversation.isFirst(`slack/${id}`))) return log.debug({ id }, 'slack: it was delivered again');
    await show(parts.isStopping() ? conversation.tell({ kind: 'stopping' }) : await turns.take(act));
  } catch (cause) {
    log.error({ id, cause }, 'slack: a modal could not be shown');
  }
}

async function onHome(
  { log, home, prompts }: ListenParts,
  { tab, user, channel }: { readonly tab: 'home' | 'messages'; readonly user: string; readonly channel: string },
  client: webApi.WebClient,
): Promise<void> {
  try {
    if (tab === 'home') await client.views.publish({ user_id: user, view: homeView(home()) });
    else {
      const asked = prompts();
      if (asked.length > 0)
        await client.assistant.threads.setSuggestedPrompts({
          channel_id: channel,
          title: 'Ask, for example',
          prompts: [...asked] as [Prompt, ...Prompt[]],
        });
    }
  } catch (cause) {
    log.warn({ cause, tab }, 'slack: the app’s own page could not be shown');
  }
}
