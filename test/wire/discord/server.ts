// A local Discord: REST and gateway over real sockets of this machine, for the real client or the whole program.
import { createServer, type Server } from 'node:http';
import {
  type APIApplicationCommand,
  type APIMessage,
  ChannelType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { guardedEnv } from '../guardedEnv.ts';
import { Journal, type Wait } from '../journal.ts';
import { listen, stopListening } from '../listen.ts';
import { fits, type Plan, type Script } from '../scripts.ts';
import { watch } from '../watch.ts';
import { askAgain, press, submitModal, typeInto, useCommand, useMenu } from './asking.ts';
import { Changes } from './changes.ts';
import { Commands } from './commands.ts';
import { announceMessage, type Core } from './core.ts';
import { Exchange } from './exchange.ts';
import { Gateway, type GatewayOptions } from './gateway.ts';
import { Messages } from './messages.ts';
import type { Place, Where } from './offered.ts';
import type { Values } from './options.ts';
import { type RecordedRequest, Rest } from './rest.ts';
import type { Method } from './routes/route.ts';
import { changeMessage, deleteMessage, openThread, type Said, type Saying, say } from './saying.ts';
import { BOT, State } from './state.ts';
import { type Channel, channel, defaultGuild, type Guild, guild, mayManage, type Person, person } from './world.ts';

export interface DiscordOptions extends Partial<GatewayOptions> {
  /** By default one guild with a channel "general", a member, Ada, and one who manages the guild, Mina. */
  readonly guilds?: readonly Guild[];
  /** Direct messages and groups of people that the app is no part of. */
  readonly groups?: readonly Channel[];
  /** People who installed the app for themselves. */
  readonly installedBy?: readonly Person[];
  /** Global commands that are registered already. */
  readonly commands?: readonly RESTPostAPIApplicationCommandsJSONBody[];
}

/** 41.25 s, as Discord says it. */
const HEARTBEAT_INTERVAL = 41_250;

/**
 * Starts a Discord on a free port of 127.0.0.1. What the bot does wrong, and every request that is neither scripted nor known,
 * fails the test that is running.
 * @example
 * const discord = await startDiscord();
 * const client = new Client({ intents, rest: { api: discord.url } });
 * await client.login(discord.token);
 * expect((await discord.say('Hello', { mentions: [discord.bot] }).answer()).content).toBe('Hello, Ada');
 */
export async function startDiscord(options: DiscordOptions = {}): Promise<LocalDiscord> {
  const discord = new LocalDiscord(options);
  await discord.listen();
  watch(discord);
  return discord;
}

export class LocalDiscord {
  readonly token: string;
  readonly gateway: Gateway;
  /** The app's own user: `mentions: [discord.bot]`. */
  readonly bot = BOT;
  /** The first guild, its first text channel and its first member who is not the owner: where and who, if a test does not say. */
  readonly guild: Guild;
  readonly channel: Channel;
  readonly user: Person;
  /** The first member who may manage the guild, if there is one. */
  readonly manager: Person;
  /** What becomes of guilds and channels while the bot runs. */
  readonly world: Changes;
  readonly #core: Core;
  readonly #rest: Rest;
  readonly #server: Server;
  #faults: string[] = [];
  #port = 0;

  constructor({ guilds = [defaultGuild()], groups = [], installedBy = [], commands = [], ...gateway }: DiscordOptions) {
    this.token = gateway.token ?? 'local.bot.token';
    const state = new State(guilds, groups);
    const report = (fault: string) => this.#faults.push(fault);
    this.gateway = new Gateway(state, { ...GATEWAY, ...gateway, token: this.token }, report);
    this.#core = {
      state,
      gateway: this.gateway,
      messages: new Messages(state),
      commands: new Commands(),
      exchanges: new Map(),
      posted: new Journal(({ content, embeds }) =>
        `the bot posted ${JSON.stringify({ content, embeds })}`.slice(0, 300),
      ),
      installedBy: new Set(installedBy.map(({ id }) => id)),
      report,
    };
    this.world = new Changes(this.#core);
    for (const each of installedBy) state.putPerson(each);
    this.#core.commands.overwrite(null, commands);
    this.#rest = new Rest(this.#core, this.token);
    this.#server = createServer((request, response) => void this.#rest.handle(request, response));
    this.#server.on('upgrade', (request, socket, head) => this.gateway.upgrade(request, socket, head));
    this.guild = guilds[0] ?? guild({ hasApp: false });
    this.channel = this.guild.channels.find(({ type }) => type === ChannelType.GuildText) ?? channel('nowhere');
    const members = this.guild.members.filter(({ user }) => user.id !== this.guild.ownerId);
    this.user = members[0]?.user ?? person('Ada');
    this.manager = members.find(mayManage)?.user ?? person('Mina');
  }

  /** For `DISCORD_API_URL` and for `rest.api` of discord.js, which adds "/v10". */
  get url(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  /** For the whole program in a process of its own: where Discord is, the token, and the guard against any other host. */
  get env(): Record<'DISCORD_API_URL' | 'DISCORD_TOKEN' | 'NODE_OPTIONS' | 'LOOPBACK_BREACHES', string> {
    return {
      DISCORD_API_URL: this.url,
      DISCORD_TOKEN: this.token,
      ...guardedEnv(),
    };
  }

  /** Every request, in the order in which they were complete. */
  get requests(): readonly RecordedRequest[] {
    return this.#rest.journal.items;
  }

  /** The first request of a route, also one that has been; `from: discord.requests.length` leaves those out. */
  request(method: Method, pattern: string | RegExp, wait: Wait = {}): Promise<RecordedRequest> {
    const isWanted = (each: RecordedRequest) => each.method === method && fits(pattern, each.path);
    return this.#rest.journal.until(isWanted, `${method} ${pattern}`, wait);
  }

  /** Scripts what a route answers. @example discord.on('POST', '/channels/:id/messages', [rateLimited(0.05)]) */
  on(method: Method, pattern: string | RegExp, plan: Plan): Script {
    return this.#rest.on(method, pattern, plan);
  }

  /** The commands that are registered now, global or of a guild. */
  commands(of: Guild | null = null): readonly APIApplicationCommand[] {
    return this.#core.commands.in(of?.id ?? null);
  }

  /** All messages of a channel, the oldest first, with private ones. */
  messages(of: Channel = this.channel): readonly APIMessage[] {
    return this.#core.messages.in(of.id);
  }

  /** Uses a slash command. @example discord.slash('iran-talks who said', { words: 'no nuclear weapons' }, { user: ada }) */
  slash(path: string, values: Values = {}, where: Where = {}): Exchange {
    return useCommand(this.#core, path, values, this.#place(where));
  }

  /** Types into an option. @example discord.autocomplete('iran-talks speaker', { name: 'Var' }, 'name') */
  autocomplete(path: string, values: Values, focused: string, where: Where = {}): Exchange {
    return typeInto(this.#core, path, values, focused, this.#place(where));
  }

  /** Presses a button, named by its label or `custom_id`. */
  button(which: string, on: APIMessage, where: Where = {}): Exchange {
    const there = this.#core.state.getChannel(on.channel_id);
    return press(this.#core, which, on, this.#place({ channel: there, ...where }));
  }

  /** Fills in and sends the modal that `asked` was answered with. */
  modalSubmit(asked: Exchange, values: Readonly<Record<string, string>>): Promise<Exchange> {
    return submitModal(this.#core, asked, values);
  }

  /** Uses a command of a message's menu. @example discord.messageCommand('Check quotations', said.message) */
  messageCommand(name: string, message: APIMessage, where: Where = {}): Exchange {
    const there = this.#core.state.getChannel(message.channel_id);
    return useMenu(this.#core, name, message, this.#place({ channel: there, ...where }));
  }

  /** Says something in a channel or thread. */
  say(text: string, { user = this.user, channel: there = this.channel, ...saying }: Saying & Where = {}): Said {
    return say(this.#core, text, user, there, saying);
  }

  /** Delivers an interaction or a message once more, as Discord sometimes does. */
  deliverAgain(again: Exchange | Said): void {
    if (again instanceof Exchange) askAgain(this.#core, again);
    else announceMessage(this.#core, 'create', again.message);
  }

  /** Writes to the app. */
  dm(text: string, { user = this.user, ...saying }: Saying & Where = {}): Said {
    return say(this.#core, text, user, this.directMessages(user), saying);
  }

  edit(message: APIMessage, text: string): Said {
    return changeMessage(this.#core, message, text);
  }

  deleteMessage(message: APIMessage): void {
    deleteMessage(this.#core, message);
  }

  openThread(name: string, parent: Channel = this.channel): Channel {
    return openThread(this.#core, name, parent);
  }

  /** The channel between somebody and the app. */
  directMessages(user: Person = this.user): Channel {
    return this.#core.state.directWith(user);
  }

  /** What was wrong since the last time, taken away: a test that means to break a rule looks here. */
  takeFaults(): readonly string[] {
    const faults = this.#faults;
    this.#faults = [];
    return faults;
  }

  async listen(): Promise<void> {
    this.#port = await listen(this.#server);
    this.gateway.address = `ws://127.0.0.1:${this.#port}`;
  }

  /** Ends all connections and stops listening. */
  async close(): Promise<void> {
    this.gateway.close();
    this.#rest.close();
    await stopListening(this.#server);
  }

  #place({ user = this.user, channel: there = this.channel, locale = user.locale }: Where): Place {
    return { user, channel: this.#core.state.getChannel(there.id), locale };
  }
}

const GATEWAY: Omit<GatewayOptions, 'token'> = {
  heartbeatInterval: HEARTBEAT_INTERVAL,
  privilegedIntents: 0,
  guildsPerShard: 2_500,
  sessionsLeft: 1_000,
  shards: 1,
  sessionsPerFiveSeconds: 16,
};
