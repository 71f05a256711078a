// serve(parts): the bot: whatever platforms are set up, in one process with one store, until it is told to stop. Loaded only where a token is
// set, so that the terminal starts without it.
import { randomBytes } from 'node:crypto';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import type { App } from './app.ts';
import type { Config, DiscordConfig } from './config.ts';
import { type ConversationParts, createConversation } from './conversation/conversation.ts';
import { createTurns } from './conversation/turns.ts';
import { fitsDiscord } from './discord/embeds.ts';
import { isShard, manageShards, refusalFor } from './discord/shards.ts';
import { type Running, startDiscord } from './discord/start.ts';
import { IranTalksError, PlatformError } from './errors.ts';
import { openStore } from './store/openStore.ts';
import type { Store } from './store/store.ts';

export interface ServeParts {
  /** The app; `onFault` gets what it did not expect. */
  readonly createApp: (onFault: (cause: unknown) => void) => App;
  readonly config: Config;
  /** Path of the program, which shards run again. */
  readonly program: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Milliseconds that answers which are underway may still take when the process is stopped. */
const GRACE = 10_000;
/** How long conversations go on, and their buttons act, in milliseconds. Chosen by eye. */
const KEPT = 90 * 24 * 3_600_000;
/** Milliseconds between two times that older ones are forgotten. */
const FORGET_EVERY = 24 * 3_600_000;
/** Answers that are made at the same time: while one waits for the store another may be looked for. Chosen by eye. */
const AT_ONCE = 4;
/** Milliseconds until it is seen again whether nobody waits for an answer. */
const IDLE_AGAIN = 50;
/** From so many passages on, an answer may take longer than platforms wait for a first sign: measured in `npm run bench`. */
const MANY_PASSAGES = 50_000;

/** What goes on until the process ends. */
interface Life {
  readonly log: Logger;
  readonly stopping: AbortController;
  /** The exit status, once it is told to stop. */
  readonly ended: Promise<number>;
}

/** The exit status: 0 when stopped by a signal, 1 when no platform is left. @throws StoreError, PlatformError */
export async function serve(parts: ServeParts): Promise<number> {
  const life = begin(parts);
  const { discord } = parts.config;
  try {
    const isManager = discord?.shards === 'auto' && !isShard(parts.env);
    return isManager ? await manage(discord, parts, life) : await answer(parts, life);
  } catch (cause) {
    // Stopped while it was still starting.
    if (life.stopping.signal.aborted) return life.ended;
    throw cause;
  }
}

const LOST = 'no platform is left';

function begin({ config, env }: ServeParts): Life {
  const log = createLog(config.logLevel);
  process.on('unhandledRejection', (cause) => log.error({ cause }, 'a fault that nobody waited for'));
  const stopping = new AbortController();
  const ended = new Promise<number>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve(stopping.signal.reason === LOST ? 1 : 0));
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      log.info({ signal }, 'stopping');
      stopping.abort(signal);
    });
  // A process that another one has started ends with it, also when that was before this line.
  if (isShard(env)) {
    process.on('disconnect', () => stopping.abort('disconnect'));
    if (!process.connected) stopping.abort('disconnect');
  }
  return { log, stopping, ended };
}

/** This process only starts others, which answer. */
async function manage(discord: DiscordConfig, { program }: ServeParts, life: Life): Promise<number> {
  const { log, stopping, ended } = life;
  const onEnd = (error: PlatformError): void => endWith(error, life);
  const running = await manageShards({ ...discord, program, log, wait, signal: stopping.signal, onEnd });
  const status = await ended;
  await running.stop(GRACE);
  log.info({ status }, 'stopped');
  return status;
}

async function answer(parts: ServeParts, life: Life): Promise<number> {
  const { log, stopping, ended } = life;
  const store = await openStore(parts.config.databaseUrl);
  try {
    // What somebody asked stays out of the log.
    const app = parts.createApp((cause) => log.error({ cause }, 'a fault while answering'));
    const running = await start(app, parts, { ...life, store });
    const isBusy = (): boolean => running.some((platform) => platform.isBusy());
    const upkeep = Promise.all([
      warmUp(app, { isBusy, log, signal: stopping.signal }),
      forget(store, log, stopping.signal),
    ]);
    const status = await ended;
    await Promise.all(running.map((platform) => platform.stop(GRACE)));
    await upkeep;
    log.info({ status }, 'stopped');
    return status;
  } finally {
    await store.close();
  }
}

function endWith(error: PlatformError, { log, stopping }: Life): void {
  log.fatal({ cause: error }, error.message);
  stopping.abort(LOST);
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return setTimeout(ms, undefined, signal ? { signal } : {});
}

async function start(
  app: App,
  { config, env }: ServeParts,
  life: Life & { readonly store: Store },
): Promise<Running[]> {
  const { discord } = config;
  if (discord === null) return [];
  const { log, stopping, store } = life;
  /** Told to the process that has started this one, so that it does not start it again in vain. */
  const tell = async (error: PlatformError): Promise<void> => {
    const refusal = isShard(env) ? refusalFor(error) : null;
    if (refusal) await new Promise((resolve) => (process.send ? process.send(refusal, resolve) : resolve(null)));
  };
  try {
    const platform = await startDiscord({
      conversation: createConversation({ ...partsOf(app, store, log), fits: fitsDiscord }),
      complete: app.complete,
      turns: createTurns(AT_ONCE, setImmediate),
      isSlow: () => app.index.searched.passages >= MANY_PASSAGES,
      settings: discord,
      log,
      wait,
      signal: stopping.signal,
      onEnd: (error) => void tell(error).then(() => endWith(error, life)),
    });
    return [platform];
  } catch (cause) {
    if (cause instanceof PlatformError) await tell(cause);
    throw cause;
  }
}

function partsOf(app: App, memory: Store, log: Logger): Omit<ConversationParts, 'fits'> {
  return {
    respond: app.respond,
    memory,
    now: () => new Date(),
    newId: () => BigInt(`0x${randomBytes(10).toString('hex')}`).toString(36),
    onFault: (cause, doing) => log.error({ cause, doing }, 'a fault beside an answer'),
  };
}

/** Line by line as JSON. Of an error only what tells what went wrong: bodies have what people wrote, addresses may have secrets. */
function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { cause: fieldsOf } });
}

function fieldsOf(cause: unknown): unknown {
  if (!(cause instanceof Error)) return String(cause);
  const { name, message, stack } = cause;
  const { code, status, method } = cause as { code?: unknown; status?: unknown; method?: unknown };
  const inner = cause.cause === undefined ? {} : { cause: fieldsOf(cause.cause) };
  return { name, message, ...(cause instanceof IranTalksError ? {} : { stack }), code, status, method, ...inner };
}

interface WarmUp {
  readonly isBusy: () => boolean;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** In slices, and only while nobody waits for an answer. */
async function warmUp(app: App, { isBusy, log, signal }: WarmUp): Promise<void> {
  try {
    for (const _ of app.warmUp()) {
      await setImmediate();
      while (isBusy() && !signal.aborted) await setTimeout(IDLE_AGAIN, undefined, { ref: false });
      if (signal.aborted) return;
    }
  } catch (cause) {
    log.error({ cause }, 'a fault while warming up');
  }
}

async function forget(store: Store, log: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const forgotten = await store.forget(new Date(Date.now() - KEPT));
      log.debug(forgotten, 'what was kept longest is forgotten');
    } catch (cause) {
      log.error({ cause }, 'a fault while forgetting');
    }
    await setTimeout(FORGET_EVERY, undefined, { ref: false, signal }).catch(() => undefined);
  }
}
