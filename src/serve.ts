// serve(parts): the bot: whatever platforms are set up, in one process with one store, until it is told to stop. Loaded only where a token is
// set, so that the terminal starts without it.
import { randomBytes } from 'node:crypto';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { type Approval, createApproval } from './approval/approval.ts';
import type { Config, DiscordConfig, SlackConfig } from './config.ts';
import { type ConversationParts, createConversation } from './conversation/conversation.ts';
import { createTurns } from './conversation/turns.ts';
import { createCuration, type Holding } from './corpus/held.ts';
import { fitsDiscord } from './discord/embeds.ts';
import { isShard, refusalFor } from './discord/shard.ts';
import { formatFault, IranTalksError, type PlatformError } from './errors.ts';
import { followFeeds } from './followFeeds.ts';
import type { LiveApp } from './liveApp.ts';
import { followCorpus } from './liveCorpus.ts';
import { checkDigestLine, createLiveDigests, type LiveDigests } from './liveDigests.ts';
import { createLog, type Logger } from './log.ts';
import { chartSvg } from './messages/chartSvg.ts';
import type { Running } from './platform/running.ts';
import type { Sender } from './schedule/sender.ts';
import { fitsSlack } from './slack/blocks.ts';
import { createInstallationStore, createRemovals } from './slack/installations.ts';
import { openStore } from './store/openStore.ts';
import type { Store } from './store/store.ts';

export interface ServeParts {
  /** The app; `onFault` gets what it did not expect, `onProblem` what it goes on without, in words. */
  readonly createApp: (onFault: (cause: unknown) => void, onProblem: (message: string) => void) => LiveApp;
  /** The folder that its corpus was loaded from. */
  readonly corpusDir: string;
  readonly config: Config;
  /** Of the program, for servers that articles are fetched from. */
  readonly version: string;
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
/** Milliseconds after the start until a process is warmed up: whoever waited for it to come back asks first. */
const WARM_UP_AFTER = 5_000;
/** Milliseconds until it is seen again whether nobody waits for an answer. */
const IDLE_AGAIN = 50;
/** From so many passages on, an answer may take longer than platforms wait for a first sign: measured in `npm run bench`. */
const MANY_PASSAGES = 50_000;
/** Questions that Slack suggests. */
const PROMPTS = 4;

/** What goes on until the process ends. */
interface Life {
  readonly log: Logger;
  readonly stopping: AbortController;
  /** The exit status, once it is told to stop. */
  readonly ended: Promise<number>;
}

/** The exit status: 0 when stopped by a signal, 1 when no platform is left. @throws ConfigError, StoreError, PlatformError */
export async function serve(parts: ServeParts): Promise<number> {
  checkDigestLine(parts.config);
  const life = begin(parts);
  try {
    return await live(parts, life);
  } catch (cause) {
    // Stopped while it was still starting.
    if (life.stopping.signal.aborted && !(cause instanceof IranTalksError)) return life.ended;
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
    // What discord.js tells a process that is gone.
    process.on('error', () => stopping.abort('disconnect'));
    if (!process.connected) stopping.abort('disconnect');
  }
  return { log, stopping, ended };
}

/** Starts every platform; each goes on while another one can't be reached. A refusal at the start ends all: it is a setting to be mended. */
async function live(parts: ServeParts, life: Life): Promise<number> {
  const { discord, slack } = platformsOf(parts);
  const { log, stopping, ended } = life;
  const isAnswering = slack !== null || (discord !== null && discord.shards !== 'auto');
  // A process that only starts others needs neither.
  const store = isAnswering ? await openStore(parts.config.databaseUrl) : null;
  const running: Running[] = [];
  try {
    const end = endOf([discord, slack].filter((platform) => platform !== null).length, life);
    const answering = store === null ? null : answeringWith(store, parts, life);
    const starts = [
      ...(discord === null ? [] : [startOnDiscord(discord, answering, { ...parts, ...life, end })]),
      ...(slack === null || answering === null ? [] : [startOnSlack(slack, answering, { ...life, end })]),
    ].map(async (start) => {
      const platform = await start;
      running.push(platform);
      if ('sender' in platform) answering?.digests.connect(platform.name, platform.sender);
    });
    const isBusy = (): boolean => running.some((platform) => platform.isBusy());
    const upkeep =
      answering === null
        ? Promise.resolve()
        : Promise.all([
            warmUp(answering.app, { isBusy, log, signal: stopping.signal }),
            forget(answering.store, log, stopping.signal),
            followCorpus(answering.app, {
              dir: parts.corpusDir,
              log,
              signal: stopping.signal,
              onCorpus: answering.digests.onCorpus,
            }),
            answering.digests.run(stopping.signal),
            followFeeds({
              ...{ store: answering.store, curation: answering.curation, corpusDir: parts.corpusDir, log, wait, newId },
              ...{ allowsPrivate: parts.config.allowsPrivate, version: parts.version, signal: stopping.signal },
              corpus: () => answering.app.corpus,
            }),
          ]);
    const status = await Promise.race([ended, Promise.all(starts).then(() => ended)]);
    await Promise.allSettled(running.map((platform) => platform.stop(GRACE)));
    await upkeep;
    log.info({ status }, 'stopped');
    return status;
  } catch (cause) {
    stopping.abort(stopping.signal.reason ?? LOST);
    await Promise.allSettled(running.map((platform) => platform.stop(GRACE)));
    throw cause;
  } finally {
    await store?.close();
  }
}

/** A process that another one has started is of Discord alone, and starts no others. */
function platformsOf({ config, env }: ServeParts): { discord: DiscordConfig | null; slack: SlackConfig | null } {
  if (!isShard(env)) return config;
  return { discord: config.discord === null ? null : { ...config.discord, shards: null }, slack: null };
}

/** Tells that a platform is lost while others go on; the last one ends the process. */
function endOf(platforms: number, { log, stopping }: Life): (error: PlatformError) => void {
  let left = platforms;
  return (error) => {
    log.fatal({ cause: error }, error.message);
    left -= 1;
    if (left <= 0) stopping.abort(LOST);
  };
}

/** What answers, and what the platforms share of it. */
interface Answering {
  readonly app: LiveApp;
  readonly store: Store;
  readonly digests: LiveDigests;
  readonly approval: Approval;
  readonly curation: Holding;
  readonly conversation: Omit<ConversationParts, 'fits'>;
}

function answeringWith(store: Store, { createApp, corpusDir, config }: ServeParts, { log }: Life): Answering {
  // What somebody asked stays out of the log.
  const app = createApp(
    (cause) => log.error({ cause }, 'a fault while answering'),
    (message) => log.warn({}, `cache: ${message}`),
  );
  const digests = createLiveDigests({ store, index: () => app.index, config, log, wait, newId });
  const curation = createCuration(corpusDir, {
    onFault: (fault) => log.warn({ file: fault.file }, `held: not listed, mend or remove it: ${formatFault(fault)}`),
  });
  const approval = createApproval({ curation, curatedFrom: config.curatedFrom, log });
  const conversation = {
    respond: app.respond,
    version: app.version,
    memory: store,
    now: () => new Date(),
    newId,
    onFault: (cause: unknown, doing: string) => log.error({ cause, doing }, 'a fault beside an answer'),
  };
  return { app, store, digests, approval, curation, conversation };
}

/** Short and unique. */
function newId(): string {
  return BigInt(`0x${randomBytes(10).toString('hex')}`).toString(36);
}

type Ends = Life & { readonly end: (error: PlatformError) => void };

/** A platform that digests go to. */
type Started = Running & { readonly name: 'slack' | 'discord'; readonly sender: Sender };

async function startOnDiscord(
  discord: DiscordConfig,
  answering: Answering | null,
  { env, program, log, stopping, end }: Ends & ServeParts,
): Promise<Running | Started> {
  const shared = { log, wait, signal: stopping.signal };
  if (discord.shards === 'auto' || answering === null) {
    const { manageShards } = await import('./discord/shards.ts');
    return manageShards({ ...discord, ...shared, program, onEnd: end });
  }
  const [{ startDiscord }, { chartPng }] = await Promise.all([
    import('./discord/start.ts'),
    import('./discord/chartPng.ts'),
  ]);
  const { app, conversation, digests, approval } = answering;
  /** Told to the process that has started this one, so that it does not start it again in vain. */
  const tell = async (error: PlatformError): Promise<void> => {
    const refusal = isShard(env) ? refusalFor(error) : null;
    if (refusal) await new Promise((resolve) => (process.send ? process.send(refusal, resolve) : resolve(null)));
  };
  const running = startDiscord({
    ...shared,
    conversation: createConversation({ ...conversation, fits: fitsDiscord }),
    complete: app.complete,
    digests,
    approval,
    chartPng: (chart) => chartPng(chartSvg(chart)),
    turns: createTurns(AT_ONCE, setImmediate),
    isSlow: () => app.index.searched.passages >= MANY_PASSAGES,
    settings: discord,
    onEnd: (error) => void tell(error).then(() => end(error)),
  }).catch(async (cause: PlatformError) => {
    if (cause.name === 'PlatformError') await tell(cause);
    throw cause;
  });
  return { ...(await running), name: 'discord' };
}

async function startOnSlack(
  slack: SlackConfig,
  { app, store, digests, approval, conversation }: Answering,
  life: Ends,
): Promise<Started> {
  const { startSlack } = await import('./slack/start.ts');
  const { log, stopping, end } = life;
  const installations = createInstallationStore(store, { now: () => new Date(), log });
  const running = await startSlack({
    conversation: createConversation({ ...conversation, fits: fitsSlack }),
    turns: createTurns(AT_ONCE, setImmediate),
    digests,
    approval,
    home: app.home,
    prompts: () => app.examples(PROMPTS).map((message) => ({ title: message, message })),
    settings: slack,
    installations,
    removals: createRemovals(installations),
    log,
    wait,
    signal: stopping.signal,
    now: Date.now,
    onEnd: end,
  });
  return { ...running, name: 'slack' };
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return setTimeout(ms, undefined, signal ? { signal } : {});
}

interface WarmUp {
  readonly isBusy: () => boolean;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** In slices, and only while nobody waits for an answer. */
async function warmUp(app: LiveApp, { isBusy, log, signal }: WarmUp): Promise<void> {
  try {
    await setTimeout(WARM_UP_AFTER, undefined, { ref: false, signal }).catch(() => undefined);
    if (signal.aborted) return;
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
