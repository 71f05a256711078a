// Everything that people do on a local Slack: each act reaches the bot as Slack sends it, and gives the exchange to await.
import { act } from './acting.ts';
import {
  closeView,
  openHome,
  type Place,
  pressOnMessage,
  pressOnView,
  submitView,
  useCommand,
  useShortcut,
} from './asking.ts';
import type { Core } from './core.ts';
import { wrapped } from './events.ts';
import type { Exchange } from './exchange.ts';
import type { Message } from './messages.ts';
import { changeMessage, deleteMessage, type Saying, say } from './saying.ts';
import type { View } from './views.ts';
import { type Channel, channel, type Person, person, type Workspace, workspace } from './world.ts';

/** Who acts and where, if not the first person in the first channel. */
export interface Where {
  readonly user?: Person;
  readonly channel?: Channel;
  /** For a person who is in no workspace; by default that of the channel. */
  readonly workspace?: Workspace;
}

const COMMAND = '/iran-talks';

export class People {
  /** The first workspace, its first channel and its first person: where and who, if a test does not say. */
  readonly workspace: Workspace;
  readonly channel: Channel;
  readonly user: Person;
  /** The first administrator, if there is one. */
  readonly admin: Person;
  protected readonly core: Core;

  constructor(core: Core) {
    this.core = core;
    this.workspace = core.state.workspaces[0] ?? workspace({ isInstalled: false });
    this.channel = this.workspace.channels[0] ?? channel('nowhere');
    this.user = this.workspace.people[0] ?? person('Ada');
    this.admin = this.workspace.people.find(({ isAdmin }) => isAdmin) ?? person('Mina', { isAdmin: true });
  }

  /** Uses the slash command. @param text what follows it */
  command(text: string, { command = COMMAND, ...where }: Where & { readonly command?: string } = {}): Exchange {
    return useCommand(this.core, command, text, this.#place(where));
  }

  /** Says something in a channel; the app hears of it where it may. */
  say(text: string, { threadTs, files = [], ...where }: Saying & Where = {}): Exchange {
    return say(this.core, text, this.#place(where), { threadTs, files });
  }

  /** Says something to the app in a channel: an `app_mention` and a `message`. */
  mention(text: string, where: Saying & Where = {}): Exchange {
    const { workspace: there } = this.#place(where);
    return this.say(`<@${there.botUserId}> ${text}`, where);
  }

  /** Writes to the app. */
  dm(text: string, { user = this.user, workspace: there = this.workspace, ...saying }: Saying & Where = {}): Exchange {
    return this.say(text, { ...saying, user, workspace: there, channel: this.directMessages(user, there) });
  }

  edit(message: Message, text: string): Exchange {
    return changeMessage(this.core, message, text);
  }

  deleteMessage(message: Message): Exchange {
    return deleteMessage(this.core, message);
  }

  /** Presses a button of a message, modal or Home tab, named by its action_id, label or value. */
  press(which: string, on: Message | View, where: Where = {}): Exchange {
    return this.select(which, undefined, on, where);
  }

  /** Chooses from a menu, named by its action_id or placeholder. @param option its label or value */
  select(which: string, option: string | undefined, on: Message | View, where: Where = {}): Exchange {
    if (!('ts' in on)) return pressOnView(this.core, which, on, this.#viewer(on, where), option);
    const place = this.#place({ channel: this.core.state.getChannel(on.channel), ...where });
    return pressOnMessage(this.core, which, on, place, option);
  }

  /** Uses a shortcut in the menu of a message. */
  shortcut(callbackId: string, message: Message, where: Where = {}): Exchange {
    const place = this.#place({ channel: this.core.state.getChannel(message.channel), ...where });
    return useShortcut(this.core, callbackId, message, place);
  }

  /** Fills in and sends a modal. @param values by action_id or block_id */
  submit(view: View, values: Readonly<Record<string, string>> = {}, where: Where = {}): Exchange {
    return submitView(this.core, view, values, this.#viewer(view, where));
  }

  /** Closes a modal without sending it. */
  closeView(view: View, where: Where = {}): Exchange {
    return closeView(this.core, view, this.#viewer(view, where));
  }

  /** Opens the app's Home, or its messages in the agent view. */
  openHome(user: Person = this.user, tab: 'home' | 'messages' = 'home', there: Workspace = this.workspace): Exchange {
    return openHome(this.core, tab, this.#place({ user, workspace: there, channel: this.directMessages(user, there) }));
  }

  /** Sends an event of any kind. @example slack.event({ type: 'member_joined_channel', user, channel, event_ts }) */
  event(event: Readonly<Record<string, unknown>>, { id }: Workspace = this.workspace): Exchange {
    const setup = { name: String(event['type']), team: id, user: '', message: null, isAnswer: () => false };
    return act(this.core, setup, () => [wrapped(this.core, id, event)]);
  }

  /** Takes the app's tokens away, and tells it. */
  tokensRevoked(from: Workspace = this.workspace): Exchange {
    this.core.state.spoil(from.id, 'revoked');
    return this.event({ type: 'tokens_revoked', tokens: { oauth: [], bot: [from.botUserId] } }, from);
  }

  /** Takes the app away from a workspace, and tells it. */
  uninstall(from: Workspace = this.workspace): Exchange {
    this.core.state.spoil(from.id, 'revoked');
    this.core.state.installed.delete(from.id);
    return this.event({ type: 'app_uninstalled' }, from);
  }

  /** Makes the tokens of a workspace too old; nobody is told. */
  expireTokens(of: Workspace = this.workspace): void {
    this.core.state.spoil(of.id, 'expired');
  }

  /** The channel between somebody and the app. */
  directMessages(user: Person = this.user, { id }: Workspace = this.workspace): Channel {
    return this.core.state.directWith(id, user);
  }

  #place({ user = this.user, channel: where, workspace: home }: Where): Place {
    const { state } = this.core;
    const there = where ?? home?.channels[0] ?? this.channel;
    const workspaceThere = state.getWorkspace(state.teamOf(there));
    state.putPerson(workspaceThere.id, user);
    return { user, channel: state.getChannel(there.id), workspace: workspaceThere };
  }

  #viewer(view: View, where: Where): Place {
    const user = where.user ?? this.core.state.findPerson(view.user)?.person ?? this.user;
    if (user.id !== view.user) throw new Error(`${user.name} does not see the view ${view.id}.`);
    const there = this.core.state.getWorkspace(view.team);
    return this.#place({ ...where, user, channel: where.channel ?? this.directMessages(user, there) });
  }
}
