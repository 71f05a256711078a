// createLiveDigests(parts): digests in a running bot: sent through whatever platforms are connected, from whatever corpus answers come from.
import { hostname } from 'node:os';
import type { Config } from './config.ts';
import { contentOver, digestWords, recordCorpus, refusalWords } from './digests.ts';
import { ConfigError, RequestError } from './errors.ts';
import type { Logger } from './log.ts';
import { parseDigest } from './requests/digest.ts';
import { createDigests } from './schedule/createDigests.ts';
import type { Digests } from './schedule/digests.ts';
import type { Sender } from './schedule/sender.ts';
import type { StoryIndex } from './search/storyIndex.ts';
import { subscriptionId } from './store/digestStore.ts';
import type { Store } from './store/store.ts';

export interface LiveDigestsParts {
  readonly store: Store;
  /** The index that answers come from now. */
  readonly index: () => StoryIndex;
  readonly config: Pick<Config, 'defaultZone' | 'digest'>;
  readonly log: Logger;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Unique, for the name of this process in the ledger. */
  readonly newId: () => string;
}

export interface LiveDigests extends Pick<Digests, 'command'> {
  /** From now on that platform's digests are sent. */
  connect(platform: 'slack' | 'discord', sender: Sender): void;
  /** Takes down what is new in a corpus. @throws StoreError */
  onCorpus(index: StoryIndex): Promise<void>;
  /** Sends what is due, once the first corpus is taken down and a platform is there, until the signal; never rejects. */
  run(signal: AbortSignal): Promise<void>;
}

export function createLiveDigests({ store, index, config, log, wait, newId }: LiveDigestsParts): LiveDigests {
  const senders = new Map<string, Sender>();
  const now = (): Date => new Date();
  const [isTakenDown, takenDown] = event();
  const [isConnected, connected] = event();
  const digests = createDigests({
    store,
    content: contentOver(index),
    senderOf: (platform) => senders.get(platform),
    now,
    log,
    worker: `${hostname().slice(0, 100)}/${process.pid}/${newId()}`,
    parse: parseDigest,
    words: digestWords,
    refused: refusalWords,
    defaultZone: config.defaultZone,
    wait,
  });

  /** As a setting has it, unless somebody has set it there by command. */
  const setUpBySetting = async (): Promise<void> => {
    if (config.digest === null) return;
    const { channel, on } = config.digest;
    const found = await store.findSubscription(subscriptionId(channel));
    // Whoever set it otherwise, or turned it off, would not want every restart to undo that.
    if (found && (found.setBy !== null || found.state === 'off' || found.state === 'paused'))
      return log.info({ channel: found.id }, 'digests: it was set there by command; DIGEST_CHANNEL is passed over');
    const { title } = await digests.command(`on ${on}`, { channel, channelName: 'the channel', user: null });
    log.info({ channel: subscriptionId(channel) }, `digests: DIGEST_CHANNEL: ${title}`);
  };

  return {
    command: digests.command,
    connect(platform, sender) {
      senders.set(platform, sender);
      connected();
    },
    async onCorpus(index) {
      await recordCorpus(index, store, now());
      takenDown();
    },
    async run(signal) {
      const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      await Promise.race([Promise.all([isTakenDown, isConnected]), stopped]);
      if (signal.aborted) return;
      try {
        await setUpBySetting();
      } catch (cause) {
        log.error({ cause }, 'digests: DIGEST_CHANNEL could not be set up');
      }
      await digests.run(signal);
    },
  };
}

/** Reads what DIGEST_CHANNEL says behind the channel. @throws ConfigError for what can't be read */
export function checkDigestLine({ digest, defaultZone }: Pick<Config, 'digest' | 'defaultZone'>): void {
  if (digest === null) return;
  try {
    parseDigest(`on ${digest.on}`, { zone: defaultZone });
  } catch (cause) {
    if (!(cause instanceof RequestError)) throw cause;
    const instead =
      cause.suggestion === null ? '' : ` Behind the channel may stand: ${cause.suggestion.replace(/^digest on /u, '')}`;
    const reason = `${cause.message}${instead}`.replace(/\.$/u, '');
    throw new ConfigError([{ file: 'DIGEST_CHANNEL', field: '', reason }]);
  }
}

/** A promise, and what fulfils it. */
function event(): [promise: Promise<void>, happen: () => void] {
  let happen = (): void => {};
  const promise = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return [promise, happen];
}
