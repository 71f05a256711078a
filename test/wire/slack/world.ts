// What is on Slack before a test begins, as plain data: workspaces with people and channels. A factory fills in everything that
// its test is not about.
import { slackId } from './ids.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
  readonly isAdmin: boolean;
  /** "en-US", as `users.info` tells it to who asks with `include_locale`. */
  readonly locale: string;
  /** "Europe/Berlin" */
  readonly timeZone: string;
  /** The workspace of somebody who is in a shared channel from elsewhere; null: the channel's own. */
  readonly teamId: string | null;
}

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly isArchived: boolean;
  /** Whether the app's bot is a member. */
  readonly hasBot: boolean;
  /** Shared with another organisation by Slack Connect. */
  readonly isShared: boolean;
  /** Who made it; null: nobody whom a test uses. */
  readonly creator: string | null;
  /** Whom a direct message is with, other than the app; null for channels. */
  readonly userId: string | null;
}

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly enterprise: { readonly id: string; readonly name: string } | null;
  readonly botUserId: string;
  readonly botId: string;
  readonly botToken: string;
  /** What the bot's token was granted. */
  readonly scopes: readonly string[];
  /** false: the app is not there yet; the browser installs it. */
  readonly isInstalled: boolean;
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
}

export const APP_ID = slackId('A');

/** What the app asks for, as far as it needs them. */
export const SCOPES: readonly string[] = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'users:read',
];

/** @example person('Ada', { locale: 'fr-FR' }) */
export function person(name: string, overrides: Partial<Omit<Person, 'id' | 'name'>> = {}): Person {
  return {
    id: slackId('U'),
    name,
    isBot: false,
    isAdmin: false,
    locale: 'en-US',
    timeZone: 'Europe/London',
    teamId: null,
    ...overrides,
  };
}

const LETTER: Readonly<Record<ChannelKind, string>> = { public: 'C', private: 'C', im: 'D', mpim: 'C' };

/** @example channel('quiet', { hasBot: false }) · channel('old', { isArchived: true }) · channel('partners', { isShared: true }) */
export function channel(name: string, overrides: Partial<Omit<Channel, 'id' | 'name'>> = {}): Channel {
  const kind = overrides.kind ?? 'public';
  return {
    id: slackId(LETTER[kind]),
    name,
    kind,
    isArchived: false,
    hasBot: true,
    isShared: false,
    creator: null,
    userId: null,
    ...overrides,
  };
}

export type WorkspaceSetup = Partial<
  Pick<Workspace, 'name' | 'enterprise' | 'scopes' | 'isInstalled' | 'people' | 'channels'>
>;

/** @example workspace({ people: [ada], channels: [general], scopes: SCOPES.filter((scope) => scope !== 'users:read') }) */
export function workspace(setup: WorkspaceSetup = {}): Workspace {
  const id = slackId('T');
  return {
    id,
    name: 'Newsroom',
    domain: 'newsroom',
    enterprise: null,
    botUserId: slackId('U'),
    botId: slackId('B'),
    botToken: `xoxb-${id.slice(-4)}-local-bot-token`,
    scopes: SCOPES,
    isInstalled: true,
    people: [person('Ada'), person('Mina', { isAdmin: true })],
    channels: [channel('general')],
    ...setup,
  };
}
