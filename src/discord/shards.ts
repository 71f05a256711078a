// manageShards(parts): one process for each part of the servers, as Discord asks of bots in more than 2,500. Each runs this same program and talks to
// Discord with its share; this one only starts them, and starts them again.
import { REST, type RESTGetAPIGatewayBotResult, Routes, ShardingManager } from 'discord.js';
import { PlatformError } from '../errors.ts';
import type { Log } from './log.ts';
import { type Running, refusalOf } from './start.ts';

export interface ShardParts {
  readonly token: string;
  /** Null: Discord's own. */
  readonly apiUrl: string | null;
  /** Path of the program that each process runs. */
  readonly program: string;
  readonly log: Log;
  readonly wait: (ms: number) => Promise<void>;
}

/** Between two log-ins, in milliseconds: Discord's own limit. */
const BETWEEN = 5_500;
/** Until a process must have connected. It loads the corpus before. */
const READY_WITHIN = 120_000;

/** True in a process that manageShards has started. */
export function isShard(env: Readonly<Record<string, string | undefined>>): boolean {
  return env['SHARDING_MANAGER'] !== undefined;
}

/** @throws PlatformError `token`; `connection`, where the first processes do not come up */
export async function manageShards({ token, apiUrl, program, log, wait }: ShardParts): Promise<Running> {
  const manager = new ShardingManager(program, {
    token,
    totalShards: await recommended(token, apiUrl),
    respawn: true,
  });
  manager.on('shardCreate', (shard) => {
    log.info({ shard: shard.id }, 'discord: a process is started');
    shard.on('death', () => log.warn({ shard: shard.id }, 'discord: a process ended; another is started'));
    shard.on('error', (cause) => log.error({ shard: shard.id, cause }, 'discord: a process failed'));
  });
  try {
    await manager.spawn({ delay: BETWEEN, timeout: READY_WITHIN });
  } catch (cause) {
    manager.respawn = false;
    for (const shard of manager.shards.values()) shard.kill();
    throw new PlatformError('connection', 'The processes for Discord did not come up; the log above says why.', {
      cause,
    });
  }
  return {
    isBusy: () => false,
    async stop(graceMs) {
      manager.respawn = false;
      const processes = manager.shards.map((shard) => shard.process);
      const ended = processes.map(
        (child) => new Promise<void>((resolve) => (child ? child.once('exit', () => resolve()) : resolve())),
      );
      for (const child of processes) child?.kill('SIGTERM');
      await Promise.race([Promise.all(ended), wait(graceMs)]);
      for (const child of processes) child?.kill('SIGKILL');
    },
  };
}

/** discord.js asks Discord's own address for it, whatever address is set. */
async function recommended(token: string, apiUrl: string | null): Promise<number> {
  const rest = new REST(apiUrl === null ? {} : { api: apiUrl }).setToken(token);
  try {
    const { shards } = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
    return shards;
  } catch (cause) {
    throw (cause as { status?: unknown }).status === 401 ? (refusalOf({ code: 'TokenInvalid' }) ?? cause) : cause;
  }
}
