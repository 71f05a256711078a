// startDiscord(parts): logs in, registers the commands, listens; gives what stops it. A token or an intent that Discord refuses is an error with
// what to change in the developer portal; anything else that keeps Discord from being reached is waited out.
import { type Client, type CloseEvent, Events, GatewayCloseCodes, type Interaction, type Message } from 'discord.js';
import type { DiscordConfig } from '../config.ts';
import { PlatformError } from '../errors.ts';
import type { Chart } from '../messages/chart.ts';
import type { Log } from '../platform/log.ts';
import { persist, type Wait } from '../platform/persist.ts';
import { createUnderway, type Running } from '../platform/running.ts';
import type { Sender } from '../schedule/sender.ts';
import { createClient } from './client.ts';
import { createDiscordSender } from './digestSender.ts';
import { createInteractionListener, type InteractionParts } from './interactions.ts';
import { createMessageListener } from './messages.ts';
import { inviteLink } from './permissions.ts';
import { forgetCommands, registerCommands } from './register.ts';

export interface DiscordParts
  extends Pick<InteractionParts, 'conversation' | 'complete' | 'digests' | 'approval' | 'isSlow' | 'turns'> {
  readonly settings: DiscordConfig;
  /** A picture of a chart, as PNG. */
  readonly chartPng: (chart: Chart) => Uint8Array;
  readonly log: Log;
  readonly wait: Wait;
  /** Ends the log-in when the process is stopped meanwhile. */
  readonly signal: AbortSignal;
  /** Gets what ends the connection for good while it runs: a token that was reset. */
  readonly onEnd: (error: PlatformError) => void;
}

/** @throws PlatformError `token`, `intents`, `sharding`, `address`; the signal's reason, when it is stopped before it is connected */
export async function startDiscord(parts: DiscordParts): Promise<Running & { readonly sender: Sender }> {
  const { settings, log } = parts;
  const underway = createUnderway({ platform: 'discord', log, wait: parts.wait });
  const { track, isStopping } = underway;
  const connect = async (): Promise<Client<true>> => {
    const client = createClient(settings.apiUrl);
    watch(client, parts);
    client.on(Events.InteractionCreate, (interaction: Interaction) => {
      const listen = createInteractionListener({ ...parts, isStopping });
      void track(listen(interaction));
    });
    client.on(Events.MessageCreate, (message: Message) => {
      if (client.isReady()) void track(createMessageListener({ ...parts, client, isStopping })(message));
    });
    const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
    try {
      await client.login(settings.token);
      await ready;
    } catch (cause) {
      // It may wait for ever for a connection that is just being made.
      client.destroy().catch(() => undefined);
      throw cause;
    }
    return client as Client<true>;
  };

  const client = await persist(connect, { ...parts, platform: 'discord', refusalOf });
  log.info({ user: client.user.tag, servers: client.guilds.cache.size }, 'discord: connected');
  if (client.guilds.cache.size === 0 && client.shard === null)
    log.info(
      { invite: inviteLink(client.application.id) },
      'discord: the bot is in no server yet: open the link to add it to one',
    );
  // One of several processes is enough.
  if (client.shard?.ids.includes(0) ?? true) void track(register(client, parts));
  client.on(Events.GuildCreate, ({ id }) => {
    if (id === settings.guildId) void track(register(client, parts));
  });
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isCommand() && interaction.commandGuildId !== null && settings.guildId === null)
      void track(forget(client, interaction.commandGuildId, log));
  });
  const sender = createDiscordSender({ client, chartPng: parts.chartPng, log });
  return { ...underway.running(() => client.destroy()), sender };
}

/** Without commands people can still mention the bot: a fault is told, and the next start tries again. */
async function register(client: Client<true>, { settings, log }: DiscordParts): Promise<void> {
  try {
    await registerCommands(client, settings.guildId, log);
  } catch (cause) {
    log.error(
      { cause, guildId: settings.guildId },
      settings.guildId === null
        ? 'discord: the commands could not be registered; they are tried again at the next start'
        : 'discord: the commands could not be registered: check that DISCORD_GUILD_ID is the id of a server that the bot is in',
    );
  }
}

async function forget(client: Client<true>, guildId: string, log: Log): Promise<void> {
  try {
    await forgetCommands(client, guildId, log);
  } catch (cause) {
    log.warn({ cause, guildId }, 'discord: commands of an earlier start could not be taken away');
  }
}

/** What goes on with the connection and the servers; all of it is logged, some of it ends it. */
function watch(client: Client, { log, onEnd }: DiscordParts): void {
  client.on(Events.Error, (cause) => log.error({ cause }, 'discord: an error of the client'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'discord: a warning of the client'));
  client.on(Events.ShardError, (cause, shard) => log.warn({ cause, shard }, 'discord: the connection failed'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'discord: reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'discord: resumed'));
  client.on(Events.ShardDisconnect, ({ code }: CloseEvent, shard) => {
    log.error({ code, shard }, 'discord: disconnected for good');
    if (client.isReady()) onEnd(refusalOfClose(code) ?? lost(code));
  });
  client.on(Events.Invalidated, () => onEnd(lost(null)));
  client.on(Events.GuildCreate, ({ id }) => log.info({ guild: id }, 'discord: added to a server'));
  client.on(Events.GuildUnavailable, ({ id }) => log.warn({ guild: id }, 'discord: a server is unavailable'));
  client.on(Events.GuildDelete, ({ id }) =>
    log.info({ guild: id }, 'discord: removed from a server; what is kept of it stays'),
  );
}

function lost(code: number | null): PlatformError {
  const why = code === null ? '' : ` (${code})`;
  return new PlatformError('connection', `Discord ended the connection for good${why}. Start the bot again.`);
}

/** What Discord refuses at log-in; undefined for what may pass. */
export function refusalOf(cause: unknown): PlatformError | undefined {
  const code = (cause as { code?: unknown } | null)?.code;
  const message = cause instanceof Error ? cause.message : '';
  if (cause instanceof PlatformError) return cause;
  // Discord itself has an answer there: whatever this is, it is no Discord.
  if ((cause as { status?: unknown } | null)?.status === 404)
    return new PlatformError(
      'address',
      'Nothing of Discord is at DISCORD_API_URL: it is the address of the REST interface, such as https://discord.com/api; leave it out for Discord itself.',
    );
  if (code === 'TokenInvalid') return refusalOfClose(GatewayCloseCodes.AuthenticationFailed);
  if (code === 'DisallowedIntents' || /disallowed intents/iu.test(message))
    return refusalOfClose(GatewayCloseCodes.DisallowedIntents);
  if (/sharding is required/iu.test(message)) return refusalOfClose(GatewayCloseCodes.ShardingRequired);
  if (/authentication failed/iu.test(message)) return refusalOfClose(GatewayCloseCodes.AuthenticationFailed);
  return undefined;
}

function refusalOfClose(code: number): PlatformError | undefined {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return new PlatformError(
        'token',
        'Discord refuses DISCORD_TOKEN: in the developer portal, under Bot, press “Reset Token” and copy the new one.',
      );
    case GatewayCloseCodes.DisallowedIntents:
    case GatewayCloseCodes.InvalidIntents:
      return new PlatformError(
        'intents',
        'Discord refuses what the bot wants to hear (Guilds, Guild Messages, Direct Messages; none of them is privileged): in the developer portal, under Bot, see whether the application is limited.',
      );
    case GatewayCloseCodes.ShardingRequired:
      return new PlatformError(
        'sharding',
        'Discord wants several connections for so many servers: set DISCORD_SHARDS=auto.',
      );
    default:
      return undefined;
  }
}
