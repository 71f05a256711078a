// manageShards(parts): one process for each part of the servers, as Discord asks of bots in more than 2,500. Each runs this same program and talks to
// Discord with its share; this one only starts them, starts them again when they end, and ends with them when Discord refuses the bot.
import { REST, type RESTGetAPIGatewayBotResult, Routes, type Shard, ShardingManager } from 'discord.js';
import { PlatformError } from '../errors.ts';
import type { Log } from '../platform/log.ts';
import { PAUSES, persist, type Wait } from '../platform/persist.ts';
import type { Running } from '../platform/running.ts';
import type { Refusal } from './shard.ts';
import { refusalOf } from './start.ts';

export interface ShardParts {
  readonly token: string;
  /** Null: Discord's own. */
  readonly apiUrl: string | null;
  /** Path of the program that each process runs. */
  readonly program: string;
  readonly log: Log;
  readonly wait: Wait;
  readonly signal: AbortSignal;
  /** Gets what Discord refuses: no further try would change it. */
  readonly onEnd: (error: PlatformError) => void;
}

/** Milliseconds in which as many may log in as Discord says (max_concurrency): five seconds, and some for the way. */
const BETWEEN = 5_500;
/** Until a process that did not come up has said why, in milliseconds. */
const LAST_WORDS = 5_000;
/** Until a process must have connected. It loads the corpus before. */
const READY_WITHIN = 120_000;
/** Milliseconds that a process has for its goodbye when its answers are given. */
const GOODBYE = 3_000;

/** @throws PlatformError `token`, `address`; the signal's reason, when it is stopped before */
export async function manageShards(parts: ShardParts): Promise<Running> {
  const { token, program, log, wait, onEnd } = parts;
  const stopping = new AbortController();
  const signal = AbortSignal.any([parts.signal, stopping.signal]);
  const { totalShards, atOnce } = await persist(() => recommended(parts), { ...parts, platform: 'discord', refusalOf });
  // Started again here, where there are pauses.
  const manager = new ShardingManager(program, { token, totalShards, respawn: false });

  const run = async (shard: Shard, tries: number): Promise<void> => {
    try {
      if (tries > 0) await wait(PAUSES[Math.min(tries, PAUSES.length) - 1] ?? 0, signal);
      await shard.spawn(READY_WITHIN);
      log.info({ shard: shard.id }, 'discord: a process is connected');
      shard.once('death', () => void again(shard, 1));
    } catch (cause) {
      if (signal.aborted) return;
      log.warn({ shard: shard.id, cause }, 'discord: a process did not come up');
      await ending(shard);
      await again(shard, tries + 1);
    }
  };
  /** It may be about to say that Discord refuses it. */
  const ending = async ({ process: child }: Shard): Promise<void> => {
    if (child === null || !('exitCode' in child) || child.exitCode !== null) return;
    const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await Promise.race([exit, wait(LAST_WORDS, signal).catch(() => undefined)]);
    child.kill('SIGKILL');
  };
  const again = async (shard: Shard, tries: number): Promise<void> => {
    if (signal.aborted) return;
    log.warn({ shard: shard.id }, 'discord: a process ended; another is started');
    await run(shard, tries);
  };

  const start = async (): Promise<void> => {
    for (let id = 0; id < totalShards; id += 1) {
      const shard = manager.createShard(id);
      shard.on('error', (cause) => log.error({ shard: id, cause }, 'discord: a process failed'));
      shard.on('message', (message: unknown) => {
        if (!isRefusal(message) || signal.aborted) return;
        stopping.abort();
        onEnd(new PlatformError(message.refused.code, message.refused.message));
      });
      log.info({ shard: id, of: totalShards }, 'discord: a process is started');
      await run(shard, 0);
      if (id < totalShards - 1 && (id + 1) % atOnce === 0) await wait(BETWEEN, signal);
    }
  };
  const starting = start().catch((cause: unknown) => {
    if (!signal.aborted) log.error({ cause }, 'discord: the processes could not be started');
  });

  return {
    isBusy: () => false,
    async stop(graceMs) {
      stopping.abort();
      const processes = manager.shards.map((shard) => shard.process).filter((child) => child !== null);
      const ended = processes.map((child) => new Promise<void>((resolve) => child.once('exit', () => resolve())));
      for (const child of processes) child.kill('SIGTERM');
      await Promise.race([Promise.all(ended), wait(graceMs + GOODBYE)]);
      for (const child of processes) child.kill('SIGKILL');
      await starting;
    },
  };
}

function isRefusal(message: unknown): message is Refusal {
  return typeof message === 'object' && message !== null && 'refused' in message;
}

interface Recommended {
  readonly totalShards: number;
  /** How many may log in at the same time. */
  readonly atOnce: number;
}

/** discord.js asks Discord's own address for it, whatever address is set. @throws PlatformError `token`, `address` */
async function recommended({ token, apiUrl }: ShardParts): Promise<Recommended> {
  const rest = new REST(apiUrl === null ? {} : { api: apiUrl }).setToken(token);
  try {
    const { shards, session_start_limit } = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
    return { totalShards: shards, atOnce: Math.max(1, session_start_limit.max_concurrency) };
  } catch (cause) {
    throw refusalOf((cause as { status?: unknown }).status === 401 ? { code: 'TokenInvalid' } : cause) ?? cause;
  }
}
