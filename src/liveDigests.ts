// createLiveDigests(parts): digests in a running bot: sent through whatever platforms are connected, from whatever corpus answers come from.
import { hostname } from 'node:os';
import type { Config } from './config.ts';
import { contentOver, digestWords, recordCorpus, refusalWords } from './digests.ts';
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
  /** Sends what is due, once the first corpus is taken down, until the signal; never rejects. */
  run(signal: AbortSignal): Promise<void>;
}

export function createLiveDigests({ store, index, config, log, wait, newId }: LiveDigestsParts): LiveDigests {
  const senders = new Map<string, Sender>();
  const now = (): Date => new Date();
  let begun = (): void => {};
  const isBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
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

  /** As a setting has it, unless a manager has set another one up there. */
  const setUpBySetting = async (): Promise<void> => {
    if (config.digest === null) return;
    const { channel, on } = config.digest;
    const found = await store.findSubscription(subscriptionId(channel));
    if (found && found.setBy !== null && found.state !== 'off')
      return log.info({ channel: found.id }, 'digests: a manager has set one up there; DIGEST_CHANNEL is passed over');
    const { title } = await digests.command(`on ${on}`, { channel, channelName: 'the channel', user: null });
    log.info({ channel: subscriptionId(channel) }, `digests: DIGEST_CHANNEL: ${title}`);
  };

  return {
    command: digests.command,
    connect: (platform, sender) => void senders.set(platform, sender),
    async onCorpus(index) {
      await recordCorpus(index, store, now());
      begun();
    },
    async run(signal) {
      const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      await Promise.race([isBegun, stopped]);
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

/** What DIGEST_CHANNEL says behind the channel, checked when the bot starts. @throws RequestError */
export function checkDigestLine({ digest, defaultZone }: Pick<Config, 'digest' | 'defaultZone'>): void {
  if (digest !== null) parseDigest(`on ${digest.on}`, { zone: defaultZone });
}
