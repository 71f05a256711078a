// Messages, channels, people and views as Slack writes them.
import type { Message } from './messages.ts';
import type { State } from './state.ts';
import type { View } from './views.ts';
import { APP_ID, type Channel, type Person, type Workspace } from './world.ts';

export function messageObject({ state }: { state: State }, message: Message): Record<string, unknown> {
  const workspace = state.getWorkspace(state.teamOf(state.getChannel(message.channel)));
  const { ts, threadTs, user, botId, text, blocks, metadata, files, isEdited } = message;
  const author = botId === workspace.botId ? workspace.botUserId : user;
  return {
    type: 'message',
    ...(author === null ? {} : { user: author }),
    ...(botId === null ? {} : { bot_id: botId, app_id: APP_ID }),
    text,
    ts,
    team: (user === null ? undefined : state.findPerson(user)?.person.teamId) ?? workspace.id,
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
    ...(blocks.length === 0 ? {} : { blocks }),
    ...(metadata === null ? {} : { metadata }),
    ...(files.length === 0
      ? {}
      : { files: files.map(({ name }, number) => ({ id: `F${number}`, name })), upload: false }),
    ...(isEdited ? { edited: { user: author, ts } } : {}),
  };
}

/** What `channel_type` says of an event. */
export const CHANNEL_TYPE = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const;

export function channelObject(team: string, there: Channel): Record<string, unknown> {
  const { id, name, kind, isArchived, hasBot, isShared, creator, userId } = there;
  const ofAll = { id, is_archived: isArchived, context_team_id: team, is_im: kind === 'im', is_mpim: kind === 'mpim' };
  if (kind === 'im') return { ...ofAll, user: userId };
  return {
    ...ofAll,
    name,
    name_normalized: name,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_private: kind !== 'public',
    is_member: hasBot,
    is_shared: isShared,
    is_ext_shared: isShared,
    is_general: name === 'general',
    ...(creator === null ? {} : { creator }),
  };
}

export function userObject(team: string, person: Person, withLocale: boolean): Record<string, unknown> {
  const { id, name, isBot, isAdmin, locale, timeZone } = person;
  return {
    id,
    team_id: person.teamId ?? team,
    name: name.toLowerCase(),
    real_name: name,
    tz: timeZone,
    is_bot: isBot,
    is_admin: isAdmin,
    is_owner: false,
    deleted: false,
    profile: { display_name: name, real_name: name },
    ...(person.teamId === null ? {} : { is_stranger: true }),
    ...(withLocale ? { locale } : {}),
  };
}

export function viewObject(workspace: Workspace, view: View, values: unknown = {}): Record<string, unknown> {
  const { type, blocks, callback_id, private_metadata, title, submit, close, external_id, ...rest } = view.body;
  return {
    id: view.id,
    team_id: view.team,
    app_installed_team_id: view.team,
    type,
    blocks,
    private_metadata: private_metadata ?? '',
    callback_id: callback_id ?? '',
    state: { values },
    hash: view.hash,
    title: title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    submit: submit ?? null,
    close: close ?? null,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
    external_id: external_id ?? '',
    app_id: APP_ID,
    bot_id: workspace.botId,
    clear_on_close: rest['clear_on_close'] ?? false,
    notify_on_close: rest['notify_on_close'] ?? false,
  };
}

export function teamObject({ id, domain, enterprise }: Workspace): Record<string, unknown> {
  return enterprise === null
    ? { id, domain }
    : { id, domain, enterprise_id: enterprise.id, enterprise_name: enterprise.name };
}
