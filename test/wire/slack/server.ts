// A local Slack: Web API, response_urls, Socket Mode and signed requests over real sockets of this machine, for the real Bolt or the
// whole program.
import { createServer, type Server } from 'node:http';
import { guardedEnv } from '../guardedEnv.ts';
import { Journal, type Wait } from '../journal.ts';
import { listen, stopListening } from '../listen.ts';
import { fits, type Plan, type Script } from '../scripts.ts';
import { watch } from '../watch.ts';
import { act, send } from './acting.ts';
import { Api, type RecordedRequest } from './api.ts';
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
import { LIMITS } from './checks/limits.ts';
import type { Core, Settings } from './core.ts';
import { wrapped } from './events.ts';
import type { Exchange } from './exchange.ts';
import { HttpMode, type HttpReply, type SentRequest, type Signing } from './httpMode.ts';
import { Browser, CLIENT_ID, CLIENT_SECRET, Install } from './install.ts';
import { type Message, Messages } from './messages.ts';
import { ASSISTANT_METHODS } from './methods/assistant.ts';
import { authMethods } from './methods/auth.ts';
import { CHAT_METHODS } from './methods/chat.ts';
import { CONVERSATION_METHODS } from './methods/conversations.ts';
import { VIEW_METHODS } from './methods/views.ts';
import { ResponseUrls } from './responseUrls.ts';
import { changeMessage, deleteMessage, type Saying, say } from './saying.ts';
import type { Shown } from './shown.ts';
import { SocketMode } from './socketMode.ts';
import { State } from './state.ts';
import type { Retry } from './transport.ts';
import { Triggers } from './triggers.ts';
import { type View, Views } from './views.ts';
import { type Channel, channel, type Person, person, type Workspace, workspace } from './world.ts';

export interface SlackOptions extends Partial<Settings> {
  /** By default one with a channel "general", a member, Ada, and an administrator, Mina. */
  readonly workspaces?: readonly Workspace[];
}

/** Who acts and where, if not the first person in the first channel. */
export interface Where {
  readonly user?: Person;
  readonly channel?: Channel;
  /** For a person who is in no workspace; by default that of the channel. */
  readonly workspace?: Workspace;
}

const COMMAND = '/iran-talks';

/**
 * Starts a Slack on a free port of 127.0.0.1. What the bot does wrong, and every request that is neither scripted nor known, fails
 * the test that is running.
 * @example
 * const slack = await startSlack();
 * const app = new App({ token: slack.botToken, appToken: slack.appToken, socketMode: true, clientOptions: { slackApiUrl: slack.url } });
 * await app.start();
 * expect((await slack.command('who said missiles').answer()).text).toContain('missiles');
 */
export async function startSlack(options: SlackOptions = {}): Promise<LocalSlack> {
  const slack = new LocalSlack(options);
  await slack.listen();
  watch(slack);
  return slack;
}

export class LocalSlack {
  readonly appToken = 'xapp-1-local-app-token';
  readonly signingSecret = 'local-signing-secret';
  readonly clientId = CLIENT_ID;
  readonly clientSecret = CLIENT_SECRET;
  readonly stateSecret = 'local-state-secret';
  /** The first workspace, its first channel and its first person: where and who, if a test does not say. */
  readonly workspace: Workspace;
  readonly channel: Channel;
  readonly user: Person;
  /** The first administrator, if there is one. */
  readonly admin: Person;
  readonly socket: SocketMode;
  readonly #core: Core;
  readonly #api: Api;
  readonly #server: Server;
  readonly #install = new Install();
  #faults: string[] = [];
  #port = 0;

  constructor({ workspaces = [workspace()], ...settings }: SlackOptions) {
    const report = (fault: string) => this.#faults.push(fault);
    const state = new State(workspaces);
    const whole = { acknowledgeMs: LIMITS.acknowledgement, retries: false, rotatesTokens: false, ...settings };
    this.socket = new SocketMode(whole.acknowledgeMs, report);
    this.#core = {
      state,
      messages: new Messages(),
      views: new Views(),
      exchanges: new Map(),
      shown: new Journal<Shown>(({ kind, by, body }) => `${kind} by ${by}: ${JSON.stringify(body)}`.slice(0, 300)),
      triggers: new Triggers(),
      responseUrls: new ResponseUrls(),
      transport: this.socket,
      mayMention: [],
      settings: whole,
      report,
      secrets: () => [
        ...[this.appToken, this.signingSecret, this.clientSecret, this.stateSecret],
        ...state.tokens.keys(),
        ...state.refreshTokens.keys(),
      ],
      origin: () => this.#origin,
    };
    this.#api = new Api(this.#core, this.appToken, [
      ...authMethods(this.socket, this.#install),
      ...CHAT_METHODS,
      ...VIEW_METHODS,
      ...CONVERSATION_METHODS,
      ...ASSISTANT_METHODS,
    ]);
    this.#server = createServer((request, response) => void this.#api.handle(request, response));
    this.#server.on('upgrade', (request, socket, head) => this.socket.upgrade(request, socket, head));
    this.workspace = workspaces[0] ?? workspace({ isInstalled: false });
    this.channel = this.workspace.channels[0] ?? channel('nowhere');
    this.user = this.workspace.people[0] ?? person('Ada');
    this.admin = this.workspace.people.find(({ isAdmin }) => isAdmin) ?? person('Mina', { isAdmin: true });
  }

  /** For `SLACK_API_URL` and for `clientOptions.slackApiUrl` of Bolt. */
  get url(): string {
    return `${this.#origin}/api/`;
  }

  get botToken(): string {
    return this.workspace.botToken;
  }

  get #origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** For the whole program in a process of its own, that is reached over Socket Mode. */
  env(mode: 'socket'): Record<string, string>;
  /** … or by requests to `port` of this machine, where Slack sends them from now on. `oauth`: the app installs itself. */
  env(mode: 'http', port: number, setup?: { readonly oauth?: boolean }): Record<string, string>;
  env(mode: 'socket' | 'http', port = 0, { oauth = false }: { readonly oauth?: boolean } = {}): Record<string, string> {
    const shared = { SLACK_API_URL: this.url, ...guardedEnv() };
    if (mode === 'socket') {
      this.useSocket();
      return { ...shared, SLACK_BOT_TOKEN: this.botToken, SLACK_APP_TOKEN: this.appToken };
    }
    this.useHttp(port);
    const installing = {
      SLACK_CLIENT_ID: this.clientId,
      SLACK_CLIENT_SECRET: this.clientSecret,
      SLACK_STATE_SECRET: this.stateSecret,
    };
    return {
      ...shared,
      SLACK_SIGNING_SECRET: this.signingSecret,
      HOST: '127.0.0.1',
      PORT: String(port),
      ...(oauth ? installing : { SLACK_BOT_TOKEN: this.botToken }),
    };
  }

  /** From now on, what happens reaches the bot over its sockets, as at the beginning. */
  useSocket(): void {
    this.#core.transport = this.socket;
  }

  /** From now on, what happens is sent to a port of this machine. */
  useHttp(port: number, path = '/slack/events'): void {
    const url = `http://127.0.0.1:${port}${path}`;
    this.#core.transport = new HttpMode(url, this.signingSecret, this.#core.settings.acknowledgeMs);
  }

  /** Signed requests that a test writes itself. @throws Error in Socket Mode */
  get #http(): HttpMode {
    const { transport } = this.#core;
    if (transport instanceof HttpMode) return transport;
    throw new Error('There is no address of the bot: slack.useHttp(port) says where it is.');
  }

  /** Sends a body to the bot: signed, unless `signing` says what is wrong with it. */
  post(body: string | object, signing: Signing = {}): Promise<HttpReply> {
    return this.#http.post(typeof body === 'string' ? body : JSON.stringify(body), signing);
  }

  /** Sends a request again, byte by byte: by default the last. */
  repeat(request: SentRequest | undefined = this.#http.sent.at(-1)): Promise<HttpReply> {
    if (request === undefined) throw new Error('Nothing has been sent yet.');
    return this.#http.repeat(request);
  }

  /** Asks the bot whether its address is its own. @returns its answer, which must be `challenge` */
  verifyUrl(challenge = 'challenge'): Promise<HttpReply> {
    return this.post({ token: 'local-verification-token', challenge, type: 'url_verification' });
  }

  /** Asks the bot whether its certificate is good, without a signature. */
  checkSsl(): Promise<HttpReply> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.post('ssl_check=1&token=local-verification-token', { isSigned: false, headers });
  }

  /** Every request of the bot, in the order in which they were complete; "response_url" among the methods. */
  get requests(): readonly RecordedRequest[] {
    return this.#api.journal.items;
  }

  /** The first request of a method, also one that has been; `from: slack.requests.length` leaves those out. */
  request(method: string | RegExp, wait: Wait = {}): Promise<RecordedRequest> {
    const isWanted = (each: RecordedRequest) => fits(method, each.method);
    return this.#api.journal.until(isWanted, `a call of ${method}`, wait);
  }

  /** Scripts what a method, or "response_url", answers. @example slack.on('chat.postMessage', [rateLimited(1)]) */
  on(method: string | RegExp, plan: Plan): Script {
    return this.#api.on(method, plan);
  }

  /** All messages of a channel, the oldest first, with private ones. */
  messages(of: Channel = this.channel): readonly Message[] {
    return this.#core.messages.in(of.id);
  }

  /** A message as it is now. */
  message({ channel: there, ts }: Message): Message | undefined {
    return this.#core.messages.find(there, ts);
  }

  /** Somebody's Home tab of the app. */
  home(of: Person = this.user, { id }: Workspace = this.workspace): View | null {
    return this.#core.views.home(id, of.id);
  }

  /** All modals that are open, the first below. */
  get views(): readonly View[] {
    return this.#core.views.open;
  }

  /** Everything that the bot made people see. */
  get shown(): Journal<Shown> {
    return this.#core.shown;
  }

  /** Uses the slash command. @param text what follows it */
  command(text: string, { command = COMMAND, ...where }: Where & { readonly command?: string } = {}): Exchange {
    return useCommand(this.#core, command, text, this.#place(where));
  }

  /** Says something in a channel; the app hears of it where it may. */
  say(text: string, { threadTs, files = [], ...where }: Saying & Where = {}): Exchange {
    return say(this.#core, text, this.#place(where), { threadTs, files });
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
    return changeMessage(this.#core, message, text);
  }

  deleteMessage(message: Message): Exchange {
    return deleteMessage(this.#core, message);
  }

  /** Presses a button of a message, modal or Home tab, named by its action_id, label or value. */
  press(which: string, on: Message | View, where: Where = {}): Exchange {
    return this.select(which, undefined, on, where);
  }

  /** Chooses from a menu, named by its action_id or placeholder. @param option its label or value */
  select(which: string, option: string | undefined, on: Message | View, where: Where = {}): Exchange {
    if (!('ts' in on)) return pressOnView(this.#core, which, on, this.#viewer(on, where), option);
    const place = this.#place({ channel: this.#core.state.getChannel(on.channel), ...where });
    return pressOnMessage(this.#core, which, on, place, option);
  }

  /** Uses a shortcut in the menu of a message. */
  shortcut(callbackId: string, message: Message, where: Where = {}): Exchange {
    const place = this.#place({ channel: this.#core.state.getChannel(message.channel), ...where });
    return useShortcut(this.#core, callbackId, message, place);
  }

  /** Fills in and sends a modal. @param values by action_id or block_id */
  submit(view: View, values: Readonly<Record<string, string>> = {}, where: Where = {}): Exchange {
    return submitView(this.#core, view, values, this.#viewer(view, where));
  }

  /** Closes a modal without sending it. */
  closeView(view: View, where: Where = {}): Exchange {
    return closeView(this.#core, view, this.#viewer(view, where));
  }

  /** Opens the app's Home, or its messages in the agent view. */
  openHome(user: Person = this.user, tab: 'home' | 'messages' = 'home', there: Workspace = this.workspace): Exchange {
    return openHome(
      this.#core,
      tab,
      this.#place({ user, workspace: there, channel: this.directMessages(user, there) }),
    );
  }

  /** Sends an event of any kind. @example slack.event({ type: 'member_joined_channel', user, channel, event_ts }) */
  event(event: Readonly<Record<string, unknown>>, { id }: Workspace = this.workspace): Exchange {
    const setup = { name: String(event['type']), team: id, user: '', message: null, isAnswer: () => false };
    return act(this.#core, setup, () => [wrapped(this.#core, id, event)]);
  }

  /** Takes the app's tokens away, and tells it. */
  tokensRevoked(from: Workspace = this.workspace): Exchange {
    this.#core.state.spoil(from.id, 'revoked');
    return this.event({ type: 'tokens_revoked', tokens: { oauth: [], bot: [from.botUserId] } }, from);
  }

  /** Takes the app away from a workspace, and tells it. */
  uninstall(from: Workspace = this.workspace): Exchange {
    this.#core.state.spoil(from.id, 'revoked');
    this.#core.state.installed.delete(from.id);
    return this.event({ type: 'app_uninstalled' }, from);
  }

  /** Makes the tokens of a workspace too old; nobody is told. */
  expireTokens(of: Workspace = this.workspace): void {
    this.#core.state.spoil(of.id, 'expired');
  }

  /** Delivers something once more, with the same event_id. @param retry as Slack says it where nobody acknowledged */
  deliverAgain(again: Exchange, retry: Retry | null = null): void {
    for (const each of again.outgoing) send(this.#core, again, each, retry);
  }

  /** Makes the response_url of an act too old, as after thirty minutes. */
  expireResponseUrl(of: Exchange): void {
    this.#core.responseUrls.expire(of.id);
  }

  /** Makes the trigger_id of an act too old, as after three seconds. */
  expireTrigger(of: Exchange): void {
    this.#core.triggers.expire(of.id);
  }

  /** Lets the bot mention somebody in texts like this. @example slack.mayMention(/Shared by <@\w+>/) */
  mayMention(pattern: RegExp): void {
    this.#core.mayMention.push(pattern);
  }

  /** The channel between somebody and the app. */
  directMessages(user: Person = this.user, { id }: Workspace = this.workspace): Channel {
    return this.#core.state.directWith(id, user);
  }

  /** Changes a channel while the bot runs. @example slack.change(general, { isArchived: true }) */
  change(there: Channel, change: Partial<Omit<Channel, 'id'>>): void {
    const now = this.#core.state.getChannel(there.id);
    this.#core.state.putChannel(this.#core.state.teamOf(there), { ...now, ...change });
  }

  /** Somebody's browser, on the bot's own pages. */
  browser(port: number): Browser {
    return new Browser(`http://127.0.0.1:${port}`, this.#install);
  }

  /** What was wrong since the last time, taken away: a test that means to break a rule looks here. */
  takeFaults(): readonly string[] {
    const faults = this.#faults;
    this.#faults = [];
    return faults;
  }

  async listen(): Promise<void> {
    this.#port = await listen(this.#server);
  }

  /** Ends all connections and stops listening. */
  async close(): Promise<void> {
    this.#core.transport.close();
    this.socket.close();
    this.#api.close();
    await stopListening(this.#server);
  }

  #place({ user = this.user, channel: where, workspace: home }: Where): Place {
    const { state } = this.#core;
    const there = where ?? home?.channels[0] ?? this.channel;
    const workspaceThere = state.getWorkspace(state.teamOf(there));
    state.putPerson(workspaceThere.id, user);
    return { user, channel: state.getChannel(there.id), workspace: workspaceThere };
  }

  #viewer(view: View, where: Where): Place {
    const user = where.user ?? this.#core.state.findPerson(view.user)?.person ?? this.user;
    if (user.id !== view.user) throw new Error(`${user.name} does not see the view ${view.id}.`);
    const there = this.#core.state.getWorkspace(view.team);
    return this.#place({ ...where, user, channel: where.channel ?? this.directMessages(user, there) });
  }
}
