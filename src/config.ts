// parseConfig(env): the settings, checked as a whole. An empty variable counts as missing, as in a copied .env.example.
import * as z from 'zod/mini';
import { ConfigError, type Fault } from './errors.ts';

/** Every variable that is read, with its default; `.env.example` lists the same (a test compares them). */
const schema = z.object({
  CORPUS_DIR: z.optional(z.string()),
  DATABASE_URL: z.optional(z.string()),
  DISCORD_TOKEN: z.optional(z.string()),
  DISCORD_GUILD_ID: z.optional(z.string()),
  DISCORD_SHARDS: z.optional(z.string()),
  DISCORD_API_URL: z.optional(z.string()),
  LOG_LEVEL: z.optional(z.string()),
  NO_COLOR: z.optional(z.string()),
});

type Given = z.infer<typeof schema>;

export const VARIABLES = Object.keys(schema.shape);

/** Variables of a platform to come: set, they would be ignored, and nothing is ignored in silence. */
const NOT_YET = /^SLACK_(?:BOT_TOKEN|APP_TOKEN|SIGNING_SECRET)$/;

export interface Config {
  /** Folder with articles/, speakers.yaml and terms.yaml; null: the corpus that comes with the program. */
  readonly corpusDir: string | null;
  /** What must outlive the process is kept there: "file:" and a path, as openStore reads it. */
  readonly databaseUrl: string;
  /** Null: no bot on Discord. */
  readonly discord: DiscordConfig | null;
  /** From which level on is logged. */
  readonly logLevel: LogLevel;
  /** False when NO_COLOR is set (no-color.org). */
  readonly mayColour: boolean;
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
    ...faultsOfDiscord(values),
    ...faultsOfLog(values.LOG_LEVEL),
  ];
  if (faults.length > 0) throw new ConfigError(faults);
  return {
    corpusDir: values.CORPUS_DIR ?? null,
    databaseUrl: values.DATABASE_URL ?? DEFAULT_DATABASE_URL,
    discord: discordOf(values),
    logLevel: (values.LOG_LEVEL ?? 'info') as LogLevel,
    mayColour: values.NO_COLOR === undefined,
  };
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

function faultsOfLog(level: string | undefined): Fault[] {
  if (level === undefined || LOG_LEVELS.some((known) => known === level)) return [];
  return [{ file: 'LOG_LEVEL', field: '', reason: `must be one of ${LOG_LEVELS.join(', ')}` }];
}

/** Set, they are ignored: a slip, or a platform to come. */
function faultsOfPlatforms(given: Readonly<Record<string, unknown>>): Fault[] {
  const slips = ['DISCORD_BOT_TOKEN'].filter((name) => name in given && !('DISCORD_TOKEN' in given));
  const toCome = Object.keys(given).filter((name) => NOT_YET.test(name));
  return [
    ...slips.map((file) => ({ file, field: '', reason: 'is not read: the token of Discord is called DISCORD_TOKEN' })),
    ...toCome.map((file) => ({
      file,
      field: '',
      reason: 'is set, but this version does not connect to Slack: remove it',
    })),
  ];
}

/** The value is not repeated: it may hold a password. */
function faultsOfDatabase(url: string | undefined): Fault[] {
  if (url === undefined || /^\s*file:/iu.test(url)) return [];
  const reason = 'must be "file:" and a path, such as file:data/iran-talks.sqlite; this version uses no other database';
  return [{ file: 'DATABASE_URL', field: '', reason }];
}
