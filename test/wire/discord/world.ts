// What is on Discord before a test begins, as plain data: people, guilds with channels, threads, roles and members. A
// factory fills in everything that its test is not about.
import { ChannelType, Locale, type PermissionFlagsBits } from 'discord-api-types/v10';
import { guildId, worldId } from './ids.ts';

/** "ManageGuild", "EmbedLinks": the names that discord-api-types gives to permissions. */
export type Permission = keyof typeof PermissionFlagsBits;

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
  /** Whether the app may write to them: false makes Discord refuse a direct message (50007). */
  readonly takesMessages: boolean;
  readonly locale: Locale;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
}

export interface Member {
  readonly user: Person;
  readonly roles: readonly Role[];
  readonly nick: string | null;
}

/** What a channel allows or denies to a role or a person, beyond what the guild does. */
export interface Overwrite {
  readonly id: string;
  readonly isRole: boolean;
  readonly allow: readonly Permission[];
  readonly deny: readonly Permission[];
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly type: ChannelType;
  /** null for direct messages and groups. */
  readonly guildId: string | null;
  /** The channel above a thread. */
  readonly parentId: string | null;
  readonly overwrites: readonly Overwrite[];
  readonly isArchived: boolean;
  readonly isLocked: boolean;
  /** Whom a direct message or a group is between, other than the app. */
  readonly people: readonly Person[];
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: Locale;
  /** Whether the app's bot is a member; false: only people who installed the app for themselves use it there. */
  readonly hasApp: boolean;
  /** What everybody may do. */
  readonly everyone: readonly Permission[];
  /** What the role of the app's bot adds to that. */
  readonly app: readonly Permission[];
  /** Of the role that Discord makes for the app's bot. */
  readonly appRoleId: string;
  readonly roles: readonly Role[];
  readonly members: readonly Member[];
  readonly channels: readonly Channel[];
}

/** The application's id, which is also its bot's, as for every app made since 2016. */
export const APP_ID = worldId();

/** What a new server gives to everybody, as far as a bot's answers depend on it. */
const EVERYONE: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'ReadMessageHistory',
  'MentionEveryone',
  'UseApplicationCommands',
];

/** @example person('Ada', { locale: Locale.French }) */
export function person(name: string, overrides: Partial<Omit<Person, 'id' | 'name'>> = {}): Person {
  return { id: worldId(), name, isBot: false, takesMessages: true, locale: Locale.EnglishUS, ...overrides };
}

/** @example role('editors', ['ManageGuild']) */
export function role(name: string, permissions: readonly Permission[] = []): Role {
  return { id: worldId(), name, permissions };
}

/**
 * Somebody in a guild; `may` are permissions of their own, given by a role.
 * @example member(mina, { may: ['ManageGuild'] })
 */
export function member(
  user: Person,
  {
    may = [],
    roles = [],
    nick = null,
  }: { may?: readonly Permission[]; roles?: readonly Role[]; nick?: string | null } = {},
): Member {
  return { user, roles: may.length === 0 ? roles : [...roles, role(`${user.name}'s`, may)], nick };
}

export interface ChannelSetup extends Partial<Pick<Channel, 'type' | 'parentId' | 'isArchived' | 'isLocked'>> {
  /** What the app's bot may not do here, whatever its roles allow. */
  readonly denyApp?: readonly Permission[];
  /** What nobody may do here; roles and members of `overwrites` may be excepted. */
  readonly denyEveryone?: readonly Permission[];
  readonly overwrites?: readonly Overwrite[];
}

/** A text channel of the guild that it is given to. @example channel('quiet', { denyApp: ['SendMessages'] }) */
export function channel(name: string, setup: ChannelSetup = {}): Channel {
  const { denyApp = [], denyEveryone = [], overwrites = [], ...rest } = setup;
  const ofApp = { id: APP_ID, isRole: false, allow: [], deny: denyApp };
  const ofAll = { id: EVERYONE_ID, isRole: true, allow: [], deny: denyEveryone };
  return {
    id: worldId(),
    name,
    type: ChannelType.GuildText,
    guildId: null,
    parentId: null,
    isArchived: false,
    isLocked: false,
    people: [],
    ...rest,
    overwrites: [...overwrites, ofApp, ofAll].filter(({ allow, deny }) => allow.length + deny.length > 0),
  };
}

/** Stands for the role of everybody until the guild is known, whose id it has. */
const EVERYONE_ID = '0';

/** The channel within a guild. */
export function placed(channel: Channel, home: string): Channel {
  const overwrites = channel.overwrites.map((each) => (each.id === EVERYONE_ID ? { ...each, id: home } : each));
  return { ...channel, guildId: home, overwrites };
}

/** A public thread below a channel of the same guild. @example thread('Thursday', general) */
export function thread(name: string, parent: Channel, setup: ChannelSetup = {}): Channel {
  return channel(name, { type: ChannelType.PublicThread, parentId: parent.id, ...setup });
}

export interface GuildSetup extends Partial<Pick<Guild, 'name' | 'locale' | 'hasApp' | 'everyone' | 'app'>> {
  readonly roles?: readonly Role[];
  readonly members?: readonly (Member | Person)[];
  /** By default one, "general". */
  readonly channels?: readonly Channel[];
}

/** A server; its owner is nobody whom a test uses. @example guild({ members: [ada], channels: [general] }) */
export function guild(setup: GuildSetup = {}): Guild {
  const { roles = [], members = [], channels = [channel('general')], ...rest } = setup;
  const id = guildId();
  const owner = person('Owner');
  const joined = [owner, ...members].map((each) => ('user' in each ? each : member(each)));
  const all = new Map([...roles, ...joined.flatMap((each) => each.roles)].map((each) => [each.id, each]));
  return {
    id,
    name: 'Newsroom',
    ownerId: owner.id,
    locale: Locale.EnglishUS,
    hasApp: true,
    everyone: EVERYONE,
    app: [],
    appRoleId: worldId(),
    ...rest,
    roles: [...all.values()],
    members: joined,
    channels: channels.map((each) => placed(each, id)),
  };
}

/** What a test has that names no guild: a reader, Ada, and a manager, Mina, in "general". */
export function defaultGuild(): Guild {
  return guild({ members: [person('Ada'), member(person('Mina'), { may: ['ManageGuild'] })] });
}

export function mayManage({ roles }: Member): boolean {
  return roles.some(({ permissions }) => permissions.includes('ManageGuild'));
}

/** A direct message or group that the app is no part of: a user-installed app is used there. @example groupOf(ada, mina) */
export function groupOf(...people: readonly Person[]): Channel {
  const type = people.length === 2 ? ChannelType.DM : ChannelType.GroupDM;
  return { ...channel('group'), type, people };
}
