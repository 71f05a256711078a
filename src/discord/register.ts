// registerCommands(client): tells Discord the commands, only when it has others: each time counts against a daily limit, and people see
// "outdated command" for a while.
import { type Client, Routes } from 'discord.js';
import type { Log } from '../platform/log.ts';
import { COMMANDS } from './commands.ts';

/** @param guildId for one server alone, where changes show at once, and nowhere else any more; null: everywhere */
export async function registerCommands(client: Client<true>, guildId: string | null, log: Log): Promise<void> {
  if (guildId === null) return overwrite(client, null, COMMANDS, log);
  await overwrite(client, guildId, COMMANDS.map(ofOneServer), log);
  await overwrite(client, null, [], log);
}

/** Takes away what an earlier start left in a server: people would see every command twice. */
export async function forgetCommands(client: Client<true>, guildId: string, log: Log): Promise<void> {
  await overwrite(client, guildId, [], log);
}

async function overwrite(
  client: Client<true>,
  guildId: string | null,
  wanted: readonly object[],
  log: Log,
): Promise<void> {
  const { id } = client.application;
  const route = guildId === null ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId);
  const known = await client.rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  if (isSame(known, wanted)) {
    log.debug({ guildId }, 'discord: the commands are registered already');
    return;
  }
  await client.rest.put(route, { body: wanted });
  log.info({ guildId, commands: wanted.length }, 'discord: the commands were registered');
}

/** Where a command can be used is said of those alone that are everywhere. */
function ofOneServer({ contexts: _, integration_types: __, ...command }: (typeof COMMANDS)[number]): object {
  return command;
}

/** Whether Discord has what we would send; it adds ids and leaves out what is its default. */
export function isSame(known: unknown, wanted: unknown): boolean {
  return JSON.stringify(ordered(known)) === JSON.stringify(ordered(wanted));
}

/** What we define of a command or an option. */
const FIELDS = new Set([
  ...['type', 'name', 'name_localizations', 'description', 'description_localizations', 'options', 'required'],
  ...['autocomplete', 'max_length', 'min_length', 'choices', 'contexts', 'integration_types', 'value'],
  'default_member_permissions',
]);
/** Lists without an order of their own. */
const SETS = new Set(['contexts', 'integration_types']);

function ordered(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map(definition).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function definition(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, one]) => FIELDS.has(key) && !isDefault(one))
    .map(([key, one]): [string, unknown] => [key, fieldValue(key, one)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

function fieldValue(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return SETS.has(key) ? [...value].sort() : value.map(definition);
  // Languages.
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return value;
}

/** Message commands have an empty description. */
function isDefault(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}
