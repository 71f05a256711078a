// What is on this Discord now: the world that a test began with and what has become of it. A test's own objects are never
// changed; whoever holds one finds the present one by its id.
import { ChannelType } from 'discord-api-types/v10';
import { worldId } from './ids.ts';
import { isThread } from './permissions.ts';
import { APP_ID, type Channel, type Guild, type Person, person } from './world.ts';

/** The app's own user. */
export const BOT: Person = { ...person('iran-talks'), id: APP_ID, isBot: true };

export class State {
  readonly #guilds = new Map<string, Guild>();
  readonly #people = new Map<string, Person>([[BOT.id, BOT]]);
  readonly #direct = new Map<string, Channel>();
  /** Where a channel of a guild is. */
  readonly #homes = new Map<string, string>();
  /** Guilds that Discord can't reach for a while. */
  readonly outages = new Set<string>();

  constructor(guilds: readonly Guild[], groups: readonly Channel[]) {
    for (const guild of guilds) this.putGuild(guild);
    for (const group of groups) this.#putDirect(group);
  }

  get guilds(): readonly Guild[] {
    return [...this.#guilds.values()];
  }

  putGuild(guild: Guild): void {
    this.#guilds.set(guild.id, guild);
    for (const { id } of guild.channels) this.#homes.set(id, guild.id);
    for (const { user } of guild.members) this.#people.set(user.id, user);
  }

  removeGuild(id: string): void {
    const guild = this.#guilds.get(id);
    if (guild !== undefined) this.#guilds.set(id, { ...guild, hasApp: false });
    this.outages.delete(id);
  }

  findGuild(id: string | null): Guild | undefined {
    return id === null ? undefined : this.#guilds.get(id);
  }

  /** @throws Error for a guild that the test did not give to `startDiscord`. */
  getGuild(id: string): Guild {
    const guild = this.#guilds.get(id);
    if (guild === undefined) throw new Error(`No guild ${id} is in this world: give it to startDiscord({ guilds }).`);
    return guild;
  }

  findChannel(id: string): Channel | undefined {
    const home = this.#homes.get(id);
    if (home === undefined) return this.#direct.get(id);
    return this.getGuild(home).channels.find((channel) => channel.id === id);
  }

  /** @throws Error for a channel that is in no guild of the test. */
  getChannel(id: string): Channel {
    const channel = this.findChannel(id);
    if (channel === undefined)
      throw new Error(`No channel ${id} is in this world: give it to a guild, or was it deleted?`);
    return channel;
  }

  putChannel(channel: Channel): void {
    const guild = this.findGuild(channel.guildId);
    if (guild === undefined) this.#putDirect(channel);
    else this.putGuild({ ...guild, channels: [...guild.channels.filter(({ id }) => id !== channel.id), channel] });
  }

  removeChannel(id: string): void {
    const guild = this.findGuild(this.#homes.get(id) ?? null);
    this.#homes.delete(id);
    this.#direct.delete(id);
    if (guild === undefined) return;
    this.putGuild({ ...guild, channels: guild.channels.filter((channel) => channel.id !== id) });
  }

  /** The direct messages between somebody and the app, opened if need be. */
  directWith(user: Person): Channel {
    const open = [...this.#direct.values()].find(
      (channel) => isDirectWithApp(channel) && channel.people.some(({ id }) => id === user.id),
    );
    if (open !== undefined) return open;
    const channel: Channel = {
      id: worldId(),
      name: '',
      type: ChannelType.DM,
      guildId: null,
      parentId: null,
      overwrites: [],
      isArchived: false,
      isLocked: false,
      people: [user],
    };
    this.#putDirect(channel);
    return channel;
  }

  putPerson(user: Person): void {
    if (!this.#people.has(user.id)) this.#people.set(user.id, user);
  }

  findPerson(id: string): Person | undefined {
    return this.#people.get(id);
  }

  #putDirect(channel: Channel): void {
    this.#direct.set(channel.id, channel);
    for (const user of channel.people) this.putPerson(user);
  }
}

/** Whether it is between the app and one person. A direct message of two people is none of the app's. */
export function isDirectWithApp({ type, people }: Channel): boolean {
  return type === ChannelType.DM && people.length === 1;
}

/** The channel and the threads below it, which a message may be in. */
export function isWithin(channel: Channel, other: Channel): boolean {
  return channel.id === other.id || (isThread(channel) && channel.parentId === other.id);
}
