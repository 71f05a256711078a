// A local Slack: Web API, response_urls, Socket Mode and signed requests over real sockets of this machine, for the real Bolt or the
// whole program.
import { createServer, type Server } from 'node:http';
import { Journal, type Wait } from '../journal.ts';
import { listen, stopListening } from '../listen.ts';
import { fits, type Plan, type Script } from '../scripts.ts';
import { watch } from '../watch.ts';
import { send } from './acting.ts';
import { Api, type RecordedRequest } from './api.ts';
import { LIMITS } from './checks/limits.ts';
import type { Core, Settings } from './core.ts';
import { CREDENTIALS } from './credentials.ts';
import type { Exchange } from './exchange.ts';
import { HttpMode } from './httpMode.ts';
import { Browser, Install } from './install.ts';
import { type Message, Messages } from './messages.ts';
import { ASSISTANT_METHODS } from './methods/assistant.ts';
import { authMethods } from './methods/auth.ts';
import { CHAT_METHODS } from './methods/chat.ts';
import { CONVERSATION_METHODS } from './methods/conversations.ts';
import { VIEW_METHODS } from './methods/views.ts';
import { People } from './people.ts';
import { programEnv } from './programEnv.ts';
import { ResponseUrls } from './responseUrls.ts';
import type { Shown } from './shown.ts';
import { SocketMode } from './socketMode.ts';
import { State } from './state.ts';
import type { Retry } from './transport.ts';
import { Triggers } from './triggers.ts';
import { type View, Views } from './views.ts';
import { type Channel, type Person, type Workspace, workspace } from './world.ts';

export interface SlackOptions extends Partial<Settings> {
  /** By default one with a channel "general", a member, Ada, and an administrator, Mina. */
  readonly workspaces?: readonly Workspace[];
}

/**
 * Starts a Slack on a free port of 127.0.0.1. What the bot does wrong, and every request that is neither scripted nor known, fails
 * the test that is running.
 * @example
 * const slack = await startSlack();
 * const app = new App({ token: slack.botToken, appToken: slack.credentials.appToken, socketMode: true, clientOptions: { slackApiUrl: slack.url } });
 * await app.start();
 * expect((await slack.command('who said missiles').answer()).text).toContain('missiles');
 */
export async function startSlack(options: SlackOptions = {}): Promise<LocalSlack> {
  const slack = new LocalSlack(options);
  await slack.listen();
  watch(slack);
  return slack;
}

/** What a core needs of the server around it. */
interface Surroundings {
  readonly socket: SocketMode;
  readonly report: (fault: string) => void;
  readonly origin: () => string;
}

function coreOf(workspaces: readonly Workspace[], settings: Settings, { socket, report, origin }: Surroundings): Core {
  const state = new State(workspaces);
  const { clientId: _, ...secrets } = CREDENTIALS;
  return {
    state,
    messages: new Messages(),
    views: new Views(),
    exchanges: new Map(),
    shown: new Journal<Shown>(({ kind, by, body }) => `${kind} by ${by}: ${JSON.stringify(body)}`.slice(0, 300)),
    triggers: new Triggers(),
    responseUrls: new ResponseUrls(),
    transport: socket,
    mayMention: [],
    settings,
    report,
    secrets: () => [...Object.values(secrets), ...state.tokens.keys(), ...state.refreshTokens.keys()],
    origin,
  };
}

export class LocalSlack extends People {
  /** appToken, signingSecret, clientId, clientSecret, stateSecret. */
  readonly credentials = CREDENTIALS;
  readonly socket: SocketMode;
  readonly #api: Api;
  readonly #server: Server;
  readonly #install = new Install();
  readonly #faults: string[];
  readonly #at: { port: number };

  constructor({ workspaces = [workspace()], ...given }: SlackOptions) {
    const faults: string[] = [];
    const at = { port: 0 };
    const settings = { acknowledgeMs: LIMITS.acknowledgement, retries: false, rotatesTokens: false, ...given };
    const report = (fault: string) => void faults.push(fault);
    const socket = new SocketMode(settings.acknowledgeMs, report);
    super(coreOf(workspaces, settings, { socket, report, origin: () => originOf(at.port) }));
    this.socket = socket;
    this.#faults = faults;
    this.#at = at;
    this.#api = new Api(this.core, [
      ...authMethods(socket, this.#install),
      ...CHAT_METHODS,
      ...VIEW_METHODS,
      ...CONVERSATION_METHODS,
      ...ASSISTANT_METHODS,
    ]);
    this.#server = createServer((request, response) => void this.#api.handle(request, response));
    this.#server.on('upgrade', (request, stream, head) => socket.upgrade(request, stream, head));
  }

  /** For `SLACK_API_URL` and for `clientOptions.slackApiUrl` of Bolt. */
  get url(): string {
    return `${originOf(this.#at.port)}/api/`;
  }

  get botToken(): string {
    return this.workspace.botToken;
  }

  /** For the whole program in a process of its own, that is reached over Socket Mode. */
  env(mode: 'socket'): Record<string, string>;
  /** … or by requests to `port` of this machine, where Slack sends them from now on. `oauth`: it installs itself. */
  env(mode: 'http', port: number, setup?: { readonly oauth?: boolean }): Record<string, string>;
  env(mode: 'socket' | 'http', port = 0, { oauth = false }: { readonly oauth?: boolean } = {}): Record<string, string> {
    if (mode === 'socket') this.useSocket();
    else this.useHttp(port);
    const how = mode === 'http' && oauth ? 'oauth' : mode;
    return programEnv({ url: this.url, botToken: this.botToken, mode: how, port });
  }

  /** From now on, what happens reaches the bot over its sockets, as at the beginning. */
  useSocket(): void {
    this.core.transport = this.socket;
  }

  /** From now on, what happens is sent to a port of this machine. */
  useHttp(port: number, path = '/slack/events'): void {
    const url = `${originOf(port)}${path}`;
    this.core.transport = new HttpMode(url, CREDENTIALS.signingSecret, this.core.settings.acknowledgeMs);
  }

  /** Signed requests that a test writes itself. @throws Error in Socket Mode */
  get http(): HttpMode {
    const { transport } = this.core;
    if (transport instanceof HttpMode) return transport;
    throw new Error('There is no address of the bot: slack.useHttp(port) says where it is.');
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
    return this.core.messages.in(of.id);
  }

  /** A message as it is now. */
  message({ channel: there, ts }: Message): Message | undefined {
    return this.core.messages.find(there, ts);
  }

  /** Somebody's Home tab of the app. */
  home(of: Person = this.user, { id }: Workspace = this.workspace): View | null {
    return this.core.views.home(id, of.id);
  }

  /** All modals that are open, the first below. */
  get views(): readonly View[] {
    return this.core.views.open;
  }

  /** Everything that the bot made people see. */
  get shown(): Journal<Shown> {
    return this.core.shown;
  }

  /** Delivers something once more, with the same event_id. @param retry as Slack says it where nobody acknowledged */
  deliverAgain(again: Exchange, retry: Retry | null = null): void {
    for (const each of again.outgoing) send(this.core, again, each, retry);
  }

  /** Makes the response_url of an act too old, as after thirty minutes. */
  expireResponseUrl(of: Exchange): void {
    this.core.responseUrls.expire(of.id);
  }

  /** Makes the trigger_id of an act too old, as after three seconds. */
  expireTrigger(of: Exchange): void {
    this.core.triggers.expire(of.id);
  }

  /** Lets the bot mention somebody in texts like this. @example slack.mayMention(/Shared by <@\w+>/) */
  mayMention(pattern: RegExp): void {
    this.core.mayMention.push(pattern);
  }

  /** Changes a channel while the bot runs. @example slack.change(general, { isArchived: true }) */
  change(there: Channel, change: Partial<Omit<Channel, 'id'>>): void {
    const now = this.core.state.getChannel(there.id);
    this.core.state.putChannel(this.core.state.teamOf(there), { ...now, ...change });
  }

  /** Somebody's browser, on the bot's own pages. */
  browser(port: number): Browser {
    return new Browser(originOf(port), this.#install);
  }

  /** What was wrong since the last time, taken away: a test that means to break a rule looks here. */
  takeFaults(): readonly string[] {
    return this.#faults.splice(0);
  }

  async listen(): Promise<void> {
    this.#at.port = await listen(this.#server);
  }

  /** Ends all connections and stops listening. */
  async close(): Promise<void> {
    this.core.transport.close();
    this.socket.close();
    this.#api.close();
    await stopListening(this.#server);
  }
}

function originOf(port: number): string {
  return `http://127.0.0.1:${port}`;
}
