// parseConfig(env): the settings, checked as a whole. An empty variable counts as missing, as in a copied .env.example.
import * as z from 'zod/mini';
import { ConfigError, type Fault } from './errors.ts';

/** Every variable that is read, with its default; `.env.example` lists the same (a test compares them). */
const schema = z.object({
  CORPUS_DIR: z.optional(z.string()),
  CACHE_DIR: z.optional(z.string()),
  DATABASE_URL: z.optional(z.string()),
  ALLOW_PRIVATE_ADDRESSES: z.optional(z.string()),
  DISCORD_TOKEN: z.optional(z.string()),
  DISCORD_GUILD_ID: z.optional(z.string()),
  DISCORD_SHARDS: z.optional(z.string()),
  DISCORD_API_URL: z.optional(z.string()),
  SLACK_BOT_TOKEN: z.optional(z.string()),
  SLACK_APP_TOKEN: z.optional(z.string()),
  SLACK_SIGNING_SECRET: z.optional(z.string()),
  SLACK_CLIENT_ID: z.optional(z.string()),
  SLACK_CLIENT_SECRET: z.optional(z.string()),
  SLACK_STATE_SECRET: z.optional(z.string()),
  SLACK_PUBLIC_URL: z.optional(z.string()),
  SLACK_API_URL: z.optional(z.string()),
  HOST: z.optional(z.string()),
  PORT: z.optional(z.string()),
  DEFAULT_TIME_ZONE: z.optional(z.string()),
  DIGEST_CHANNEL: z.optional(z.string()),
  CURATED_FROM: z.optional(z.string()),
  LOG_LEVEL: z.optional(z.string()),
  NO_COLOR: z.optional(z.string()),
});

type Given = z.infer<typeof schema>;

export const VARIABLES = Object.keys(schema.shape);

export interface Config {
  /** Folder with articles/, speakers.yaml and terms.yaml; null: the corpus that comes with the program. */
  readonly corpusDir: string | null;
  /** Folder in which what is read from articles is kept for the next start; null: beside the database's file. */
  readonly cacheDir: string | null;
  /** What must outlive the process is kept there: a file or a PostgreSQL database, as openStore reads it. */
  readonly databaseUrl: string;
  /** True: pages and feeds may be fetched from addresses of this machine and of private networks. */
  readonly allowsPrivate: boolean;
  /** Null: no bot on Discord. */
  readonly discord: DiscordConfig | null;
  /** Null: no bot on Slack. */
  readonly slack: SlackConfig | null;
  /** Where Slack and people reach the web server, without a slash at its end; null: not given. */
  readonly slackPublicUrl: string | null;
  /** IANA: of digests whose managers name none. */
  readonly defaultZone: string;
  /** A channel's digest without a command, as it is written: a channel, then what stands behind "digest on"; null: none. */
  readonly digest: { readonly channel: ChannelName; readonly on: string } | null;
  /** Whose managers approve articles that were fetched, there; empty: nobody does in a chat. */
  readonly curatedFrom: readonly CommunityName[];
  /** From which level on is logged. */
  readonly logLevel: LogLevel;
  /** False when NO_COLOR is set (no-color.org). */
  readonly mayColour: boolean;
}

/** A workspace or a server: "slack/T024BE7LD". */
export interface CommunityName {
  readonly platform: 'slack' | 'discord';
  readonly community: string;
}

/** Of whom a digest is: "slack/T024BE7LD/C024BE91L". */
export interface ChannelName extends CommunityName {
  readonly channel: string;
}

export interface DiscordConfig {
  readonly token: string;
  /** Address of the REST interface without its version; null: Discord's own. */
  readonly apiUrl: string | null;
  /** The one server that has the commands; null: all have them. */
  readonly guildId: string | null;
  /** auto: as many processes as Discord recommends; null: this one. */
  readonly shards: 'auto' | null;
}

export interface SlackConfig {
  /** Of the one workspace; null: many, each with its installation. */
  readonly botToken: string | null;
  /** Socket Mode; null: signed requests. */
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  readonly oauth: { readonly clientId: string; readonly clientSecret: string; readonly stateSecret: string } | null;
  /** Address of the Web API with a slash at its end; null: Slack's own. */
  readonly apiUrl: string | null;
  /** Where Slack and people reach the web server, without a slash at its end; null: not given. */
  readonly publicUrl: string | null;
  /** What the web server is bound to. */
  readonly host: string;
  readonly port: number;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Relative to the working directory. */
const DEFAULT_DATABASE_URL = 'file:data/iran-talks.sqlite';

/** @throws ConfigError with every problem. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const values = schema.parse(given);
  const faults = [
    ...faultsOfPlatforms(given),
    ...faultsOfDatabase(values.DATABASE_URL),
    ...faultsOfFetching(values.ALLOW_PRIVATE_ADDRESSES),
    ...faultsOfDiscord(values),
    ...faultsOfSlack(values),
    ...faultsOfDigests(values),
    ...faultsOfCuration(values.CURATED_FROM),
    ...faultsOfLog(values.LOG_LEVEL),
  ];
  if (faults.length > 0) throw new ConfigError(faults);
  return {
    corpusDir: values.CORPUS_DIR ?? null,
    cacheDir: values.CACHE_DIR ?? null,
    databaseUrl: values.DATABASE_URL ?? DEFAULT_DATABASE_URL,
    allowsPrivate: values.ALLOW_PRIVATE_ADDRESSES?.trim().toLowerCase() === 'yes',
    discord: discordOf(values),
    slack: slackOf(values),
    slackPublicUrl: publicUrlOf(values),
    defaultZone: zoneOf(values.DEFAULT_TIME_ZONE ?? DEFAULT_ZONE) ?? DEFAULT_ZONE,
    digest: digestOf(values.DIGEST_CHANNEL),
    curatedFrom: namesIn(values.CURATED_FROM).flatMap((name) => communityOf(name) ?? []),
    logLevel: (values.LOG_LEVEL ?? 'info') as LogLevel,
    mayColour: values.NO_COLOR === undefined,
  };
}

/** Anything but two plain words might be meant either way. */
function faultsOfFetching(value: string | undefined): Fault[] {
  if (value === undefined || /^\s*(?:yes|no)\s*$/iu.test(value)) return [];
  return [{ file: 'ALLOW_PRIVATE_ADDRESSES', field: '', reason: 'must be yes or no' }];
}

function discordOf(values: Given): DiscordConfig | null {
  if (values.DISCORD_TOKEN === undefined) return null;
  return {
    token: tokenOf(values.DISCORD_TOKEN),
    // Some write it with the version, which discord.js adds.
    apiUrl: values.DISCORD_API_URL?.trim().replace(/(?:\/v\d+)?\/*$/u, '') ?? null,
    guildId: values.DISCORD_GUILD_ID ?? null,
    shards: values.DISCORD_SHARDS === undefined ? null : 'auto',
  };
}

/** This machine alone: a proxy stands before it. */
const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = 3000;

function slackOf(values: Given): SlackConfig | null {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET } = values;
  if (SLACK_BOT_TOKEN === undefined && SLACK_CLIENT_ID === undefined) return null;
  const text = (value: string | undefined): string | null => value?.trim() ?? null;
  const isDistributed = SLACK_CLIENT_ID !== undefined;
  return {
    botToken: isDistributed ? null : text(SLACK_BOT_TOKEN),
    appToken: isDistributed ? null : text(SLACK_APP_TOKEN),
    signingSecret: text(values.SLACK_SIGNING_SECRET),
    oauth: isDistributed
      ? {
          clientId: SLACK_CLIENT_ID.trim(),
          clientSecret: SLACK_CLIENT_SECRET?.trim() ?? '',
          stateSecret: SLACK_STATE_SECRET?.trim() ?? '',
        }
      : null,
    apiUrl: values.SLACK_API_URL?.trim().replace(/\/*$/u, '/') ?? null,
    publicUrl: publicUrlOf(values),
    host: text(values.HOST) ?? DEFAULT_HOST,
    port: values.PORT === undefined ? DEFAULT_PORT : Number(values.PORT),
  };
}

function publicUrlOf({ SLACK_PUBLIC_URL }: Given): string | null {
  return SLACK_PUBLIC_URL?.trim().replace(/\/+$/u, '') ?? null;
}

/** Socket Mode needs an app token, signed requests a signing secret, many workspaces all of OAuth. No value is repeated. */
function faultsOfSlack(values: Given): Fault[] {
  const faults: Fault[] = [];
  const fault = (file: keyof Given, reason: string): void => void faults.push({ file, field: '', reason });
  const {
    SLACK_BOT_TOKEN,
    SLACK_APP_TOKEN,
    SLACK_SIGNING_SECRET,
    SLACK_CLIENT_ID,
    SLACK_API_URL,
    SLACK_PUBLIC_URL,
    PORT,
  } = values;
  if (SLACK_BOT_TOKEN !== undefined && !/^xox[be][-.]\S+$/u.test(SLACK_BOT_TOKEN.trim()))
    fault(
      'SLACK_BOT_TOKEN',
      'must be a bot token, which begins with xoxb-: api.slack.com/apps, your app, OAuth & Permissions',
    );
  if (SLACK_APP_TOKEN !== undefined && !/^xapp-\S+$/u.test(SLACK_APP_TOKEN.trim()))
    fault(
      'SLACK_APP_TOKEN',
      'must be an app-level token, which begins with xapp-: api.slack.com/apps, your app, Basic Information',
    );
  if (SLACK_CLIENT_ID !== undefined) {
    for (const name of ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_SIGNING_SECRET'] as const)
      if (values[name] === undefined) fault(name, 'is missing: many workspaces (SLACK_CLIENT_ID) need it, too');
    if (SLACK_BOT_TOKEN !== undefined)
      fault('SLACK_BOT_TOKEN', 'is of one workspace, SLACK_CLIENT_ID for many: remove one of them');
    if (SLACK_APP_TOKEN !== undefined)
      fault('SLACK_APP_TOKEN', 'is for one workspace, SLACK_CLIENT_ID for many: remove one of them');
  } else {
    for (const name of ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const)
      if (values[name] !== undefined) fault(name, 'is set, but SLACK_CLIENT_ID is not: set it, or remove this');
    if (SLACK_BOT_TOKEN !== undefined && SLACK_APP_TOKEN === undefined && SLACK_SIGNING_SECRET === undefined)
      fault('SLACK_APP_TOKEN', 'is missing: set it for Socket Mode, or SLACK_SIGNING_SECRET for signed requests');
    if (SLACK_BOT_TOKEN === undefined)
      for (const name of ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const)
        if (values[name] !== undefined)
          fault('SLACK_BOT_TOKEN', `is missing, but ${name} is set: set the token, or remove the other`);
  }
  for (const [name, address] of [
    ['SLACK_API_URL', SLACK_API_URL],
    ['SLACK_PUBLIC_URL', SLACK_PUBLIC_URL],
  ] as const)
    if (address !== undefined && !/^https?:\/\/[^\s/]+/iu.test(address.trim()))
      fault(name, 'must be an address with http or https');
  if (PORT !== undefined && !(/^\d{1,5}$/u.test(PORT.trim()) && Number(PORT) <= 65_535))
    fault('PORT', 'must be a number from 0 to 65535');
  return faults;
}

/** As it is copied, or as other programs write it. */
function tokenOf(typed: string): string {
  return typed.trim().replace(/^Bot\s+/i, '');
}

/** No value is repeated: one of them may be the token in the wrong place. */
function faultsOfDiscord(values: Given): Fault[] {
  const { DISCORD_TOKEN, DISCORD_API_URL, DISCORD_GUILD_ID, DISCORD_SHARDS } = values;
  const faults: Fault[] = [];
  const fault = (file: string, reason: string): void => void faults.push({ file, field: '', reason });
  const others = Object.entries({ DISCORD_API_URL, DISCORD_GUILD_ID, DISCORD_SHARDS }).filter(([, value]) => value);
  if (DISCORD_TOKEN === undefined) {
    for (const [name] of others)
      fault(name, 'is set, but DISCORD_TOKEN is not: set the token, or remove this to use the terminal');
  } else if (/\s/u.test(tokenOf(DISCORD_TOKEN)))
    fault('DISCORD_TOKEN', 'has a space in it: copy the token again from the developer portal, under Bot');
  else if (!/^[\x21-\x7e]+$/u.test(tokenOf(DISCORD_TOKEN)))
    fault('DISCORD_TOKEN', 'has characters that no token has: copy it again from the developer portal, under Bot');
  if (DISCORD_API_URL !== undefined && !/^https?:\/\/[^\s/]+/iu.test(DISCORD_API_URL))
    fault('DISCORD_API_URL', 'must be an address with http or https; leave it out for Discord itself');
  if (DISCORD_GUILD_ID !== undefined && !/^\d{17,20}$/u.test(DISCORD_GUILD_ID))
    fault(
      'DISCORD_GUILD_ID',
      'must be the id of a server, 17 to 20 digits: right-click it in Discord, “Copy Server ID”',
    );
  if (DISCORD_SHARDS !== undefined && DISCORD_SHARDS !== 'auto')
    fault('DISCORD_SHARDS', 'must be auto, or be left out for one process');
  return faults;
}

const DEFAULT_ZONE = 'UTC';

/** As Intl writes it; null: there is no such zone. */
function zoneOf(zone: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone.trim() }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** Slack numbers with letters, Discord with digits; behind them stands what "digest on" takes, which is read later. */
const DIGEST = /^(?:(slack)\/([TE][A-Z0-9]+)\/([CG][A-Z0-9]+)|(discord)\/(\d{17,20})\/(\d{17,20}))(?:\s+(.*))?$/su;

function digestOf(line: string | undefined): Config['digest'] {
  const [, slack, team, channel, discord, server, place, on = ''] = DIGEST.exec(line?.trim() ?? '') ?? [];
  if (slack !== undefined && team !== undefined && channel !== undefined)
    return { channel: { platform: 'slack', community: team, channel }, on };
  if (discord !== undefined && server !== undefined && place !== undefined)
    return { channel: { platform: 'discord', community: server, channel: place }, on };
  return null;
}

function faultsOfDigests({ DEFAULT_TIME_ZONE, DIGEST_CHANNEL }: Given): Fault[] {
  const faults: Fault[] = [];
  if (DEFAULT_TIME_ZONE !== undefined && zoneOf(DEFAULT_TIME_ZONE) === null)
    faults.push({
      file: 'DEFAULT_TIME_ZONE',
      field: '',
      reason: 'must be a time zone by its IANA name, such as Europe/London or America/New_York',
    });
  if (DIGEST_CHANNEL !== undefined && digestOf(DIGEST_CHANNEL) === null)
    faults.push({
      file: 'DIGEST_CHANNEL',
      field: '',
      reason:
        'must begin with a channel, slack/T…/C… (both stand in its address in the browser) or discord/ and the ids of the server and the channel; behind it may stand a time, a zone and so on, as behind "digest on"',
    });
  return faults;
}

function namesIn(line: string | undefined): string[] {
  return (line ?? '').split(/[\s,]+/u).filter((name) => name !== '');
}

/** Null: it names neither a workspace nor a server. */
function communityOf(name: string): CommunityName | null {
  const [, slack, discord] = /^(?:slack\/(T[A-Z0-9]+)|discord\/(\d{17,20}))$/u.exec(name) ?? [];
  if (slack !== undefined) return { platform: 'slack', community: slack };
  return discord === undefined ? null : { platform: 'discord', community: discord };
}

function faultsOfCuration(line: string | undefined): Fault[] {
  return namesIn(line)
    .filter((name) => communityOf(name) === null)
    .map((name) => ({
      file: 'CURATED_FROM',
      field: '',
      reason: `must name workspaces and servers, with commas between them: slack/T… (it stands in the workspace's address in the browser, without the channel) or discord/ and the server's id, 17 to 20 digits; "${name.slice(0, 60)}" is neither`,
    }));
}

function faultsOfLog(level: string | undefined): Fault[] {
  if (level === undefined || LOG_LEVELS.some((known) => known === level)) return [];
  return [{ file: 'LOG_LEVEL', field: '', reason: `must be one of ${LOG_LEVELS.join(', ')}` }];
}

/** Names that other programs have for what is set: it would be ignored. */
function faultsOfPlatforms(given: Readonly<Record<string, unknown>>): Fault[] {
  const slips = { DISCORD_BOT_TOKEN: 'DISCORD_TOKEN', SLACK_TOKEN: 'SLACK_BOT_TOKEN' };
  return Object.entries(slips)
    .filter(([slip, name]) => slip in given && !(name in given))
    .map(([file, name]) => ({ file, field: '', reason: `is not read: this program calls it ${name}` }));
}

/** The value is not repeated: it may hold a password. */
function faultsOfDatabase(url: string | undefined): Fault[] {
  if (url === undefined || /^\s*(?:file:|postgres(?:ql)?:\/\/)/iu.test(url)) return [];
  const reason =
    'must be "file:" and a path, such as file:data/iran-talks.sqlite, or the address of a PostgreSQL database, such as postgres://bot@localhost:5432/iran_talks';
  return [{ file: 'DATABASE_URL', field: '', reason }];
}
