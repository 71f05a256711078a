// People who use the app: commands, buttons, shortcuts, forms, the Home tab. Each sends what Slack would, refuses what Slack's client
// would not send, and gives the exchange to await the answer from.
import { act } from './acting.ts';
import type { Core } from './core.ts';
import { wrapped } from './events.ts';
import type { Exchange } from './exchange.ts';
import { filledView } from './forms.ts';
import { newTs } from './ids.ts';
import type { Message } from './messages.ts';
import { messageObject, teamObject, viewObject } from './objects.ts';
import { actionOf } from './pressing.ts';
import type { Shown } from './shown.ts';
import type { Outgoing } from './transport.ts';
import type { View } from './views.ts';
import { APP_ID, type Channel, type Person, type Workspace } from './world.ts';

/** Who acts, and where. */
export interface Place {
  readonly workspace: Workspace;
  readonly user: Person;
  readonly channel: Channel;
}

const TOKEN = 'local-verification-token';
const CHANNEL_NAME = { im: 'directmessage', private: 'privategroup', mpim: 'mpdm' } as const;

function channelName({ kind, name }: Channel): string {
  return kind === 'public' ? name : CHANNEL_NAME[kind];
}

/** Uses a slash command. @param text what follows it */
export function useCommand(core: Core, command: string, text: string, place: Place): Exchange {
  const { workspace, user, channel } = place;
  if (!core.state.scopesIn(workspace.id).includes('commands')) throw new Error('The app has no commands: no scope.');
  if (channel.isArchived) throw new Error(`Nobody writes in ${channel.name}: it is archived.`);
  const setup = {
    name: `${command} ${text}`,
    team: workspace.id,
    user: user.id,
    message: null,
    isAnswer: isSeenIn(core, place),
  };
  return act(core, setup, (exchangeId) => [
    {
      type: 'slash_commands',
      payload: {
        token: TOKEN,
        team_id: workspace.id,
        team_domain: workspace.domain,
        ...(workspace.enterprise === null
          ? {}
          : { enterprise_id: workspace.enterprise.id, enterprise_name: workspace.enterprise.name }),
        channel_id: channel.id,
        channel_name: channelName(channel),
        user_id: user.id,
        user_name: user.name.toLowerCase(),
        command,
        text,
        api_app_id: APP_ID,
        is_enterprise_install: 'false',
        response_url: responseUrl(core, 'commands', exchangeId, place, null),
        trigger_id: core.triggers.issue({ exchangeId, team: workspace.id, user: user.id }),
      },
    },
  ]);
}

/**
 * Presses a button on a message, or chooses from a menu. On a private message only who sees it may.
 * @param which its action_id, label or value; a feedback button's label or value
 * @param option the label or value that is chosen from a menu
 */
export function pressOnMessage(core: Core, which: string, on: Message, place: Place, option?: string): Exchange {
  const { workspace, user, channel } = place;
  const message = core.messages.find(on.channel, on.ts);
  if (message === undefined) throw new Error(`The message ${on.ts} is not there any more.`);
  if (message.ephemeralTo !== null && message.ephemeralTo !== user.id) {
    throw new Error(`${user.name} does not see the message ${on.ts}: it is private.`);
  }
  const action = actionOf(message.blocks, which, option);
  const isSeen = isSeenIn(core, place);
  const isAnswer = (shown: Shown) =>
    isSeen(shown) || (shown.message?.ts === message.ts && shown.message.channel === channel.id);
  const setup = { name: `the button "${which}"`, team: workspace.id, user: user.id, message, isAnswer };
  return act(core, setup, (exchangeId) => [
    interactive(core, exchangeId, place, {
      type: 'block_actions',
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: channel.id,
        is_ephemeral: message.ephemeralTo !== null,
        ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
      },
      channel: { id: channel.id, name: channelName(channel) },
      // A private message is not part of it.
      ...(message.ephemeralTo === null ? { message: messageObject(core, message) } : {}),
      state: { values: {} },
      response_url: responseUrl(core, 'actions', exchangeId, place, message),
      actions: [action],
    }),
  ]);
}

/** The same on a modal or the Home tab. */
export function pressOnView(core: Core, which: string, on: View, place: Place, option?: string): Exchange {
  const view = core.views.find({ id: on.id });
  if (view === undefined) throw new Error(`The view ${on.id} is not there any more.`);
  const { workspace, user } = place;
  const action = actionOf(view.body['blocks'], which, option);
  const setup = {
    name: `the button "${which}"`,
    team: workspace.id,
    user: user.id,
    message: null,
    isAnswer: ofViewer(view),
  };
  return act(core, setup, (exchangeId) => [
    interactive(core, exchangeId, place, {
      type: 'block_actions',
      container: { type: 'view', view_id: view.id },
      view: viewObject(workspace, view),
      actions: [action],
    }),
  ]);
}

/** Uses a shortcut in the menu of a message; the app sees what the message says. */
export function useShortcut(core: Core, callbackId: string, message: Message, place: Place): Exchange {
  const { workspace, user, channel } = place;
  const setup = {
    name: `the shortcut "${callbackId}"`,
    team: workspace.id,
    user: user.id,
    message,
    isAnswer: isSeenIn(core, place),
  };
  return act(core, setup, (exchangeId) => [
    interactive(core, exchangeId, place, {
      type: 'message_action',
      callback_id: callbackId,
      action_ts: newTs(),
      message_ts: message.ts,
      message: messageObject(core, message),
      channel: { id: channel.id, name: channelName(channel) },
      response_url: responseUrl(core, 'actions', exchangeId, place, null),
    }),
  ]);
}

/**
 * Sends a modal that is open.
 * @param values what is typed or chosen, by action_id or block_id; others keep what they had
 * @throws Error where Slack's client would not send it: something that must be there is not
 */
export function submitView(core: Core, on: View, values: Readonly<Record<string, string>>, place: Place): Exchange {
  const view = core.views.open.find(({ id }) => id === on.id);
  if (view === undefined) throw new Error(`The modal ${on.id} is not open.`);
  const { workspace, user } = place;
  const filled = filledView(view, values);
  const name = `the form "${String(view.body['callback_id'])}"`;
  const setup = { name, team: workspace.id, user: user.id, message: null, isAnswer: ofViewer(view) };
  return act(core, setup, (exchangeId) => [
    interactive(core, exchangeId, place, {
      type: 'view_submission',
      view: viewObject(workspace, view, filled),
      response_urls: [],
    }),
  ]);
}

/** Closes a modal; the bot hears of it where it has asked to. */
export function closeView(core: Core, view: View, place: Place): Exchange {
  core.views.close(view);
  const { workspace, user } = place;
  const setup = { name: 'the closed form', team: workspace.id, user: user.id, message: null, isAnswer: ofViewer(view) };
  return act(core, setup, (exchangeId) => {
    if (view.body['notify_on_close'] !== true) return [];
    const closed = { type: 'view_closed', view: viewObject(workspace, view), is_cleared: false };
    return [interactive(core, exchangeId, place, closed)];
  });
}

/** Opens the app's Home or its messages. */
export function openHome(core: Core, tab: 'home' | 'messages', { workspace, user }: Place): Exchange {
  const direct = core.state.directWith(workspace.id, user);
  const view = core.views.home(workspace.id, user.id);
  const event = {
    type: 'app_home_opened',
    user: user.id,
    channel: direct.id,
    tab,
    event_ts: newTs(),
    ...(tab === 'home' && view !== null ? { view: viewObject(workspace, view) } : {}),
  };
  const isAnswer = ({ kind, view: shown, message, body }: Shown) =>
    (kind === 'home' && shown?.user === user.id) ||
    message?.channel === direct.id ||
    (body as { channel_id?: unknown } | null)?.channel_id === direct.id;
  const setup = { name: `opening "${tab}"`, team: workspace.id, user: user.id, message: null, isAnswer };
  return act(core, setup, () => [wrapped(core, workspace.id, event)]);
}

/** An answer that names no act: a message in the channel or privately, one to the person, their Home tab. */
function isSeenIn(core: Core, { workspace, user, channel }: Place): (shown: Shown) => boolean {
  const places = [channel.id, core.state.directWith(workspace.id, user).id];
  return ({ kind, message, view }) => {
    if (kind === 'home') return view?.user === user.id;
    if (message === null || (kind !== 'post' && kind !== 'ephemeral')) return false;
    return places.includes(message.channel) && (message.ephemeralTo === null || message.ephemeralTo === user.id);
  };
}

function ofViewer({ user, id, rootId }: View): (shown: Shown) => boolean {
  return ({ view }) =>
    view !== null && view.user === user && (view.body['type'] === 'home' || [id, rootId].includes(view.rootId));
}

function interactive(core: Core, exchangeId: string, { workspace, user }: Place, part: object): Outgoing {
  const { id, name } = user;
  return {
    type: 'interactive',
    payload: {
      token: TOKEN,
      api_app_id: APP_ID,
      team: teamObject(workspace),
      user: { id, name: name.toLowerCase(), username: name.toLowerCase(), team_id: user.teamId ?? workspace.id },
      enterprise: workspace.enterprise,
      is_enterprise_install: false,
      trigger_id: core.triggers.issue({ exchangeId, team: workspace.id, user: id }),
      ...part,
    },
  };
}

function responseUrl(
  core: Core,
  kind: 'commands' | 'actions',
  exchangeId: string,
  { workspace, user, channel }: Place,
  original: Message | null,
): string {
  const url = { exchangeId, team: workspace.id, channel: channel.id, user: user.id, original };
  return `${core.origin()}${core.responseUrls.issue(kind, url)}`;
}
