// createDigests(parts): the digests of all channels: managers' commands, and the loop that sends what is due.

import type { Digests } from './digests.ts';
import { createManage, type ManageParts } from './manage.ts';
import { mendedNext, PACE, type RoundParts, round } from './rounds.ts';

export interface DigestsParts extends Omit<ManageParts, 'sendNow'>, Omit<RoundParts, 'pace'> {
  readonly pace?: RoundParts['pace'];
  /** Resolves after so many milliseconds, or rejects when the signal is raised. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Milliseconds between two looks at what is due: a digest may be so late. Chosen by eye. */
const LOOK_EVERY = 10_000;
/** Milliseconds after which a manager is told that it is still being sent. Chosen by eye: people wait so long. */
const SOON = 8_000;
/** Looks between two at next dates that can't be: an hour. */
const MEND_EVERY = 360;

export function createDigests(given: DigestsParts): Digests {
  const parts = { ...given, pace: given.pace ?? PACE, isStopping: () => isStopping };
  const { store, log, now, wait } = parts;
  // One round at a time: a second one would take other deliveries, and more would be sent at once than is meant to.
  let last: Promise<void> = Promise.resolve();
  let isStopping = false;
  const sendNow = (): Promise<void> => {
    const next = last.catch(() => undefined).then(() => round(parts));
    last = next;
    return next;
  };
  return {
    // A manager is not kept waiting for the digests of all others.
    command: createManage({
      ...parts,
      sendNow: () => Promise.race([sendNow(), wait(SOON, new AbortController().signal)]),
    }),
    async run(signal) {
      signal.addEventListener('abort', () => {
        isStopping = true;
      });
      for (let looks = 0; !signal.aborted; looks += 1) {
        try {
          if (looks % MEND_EVERY === 0) await mend();
          await sendNow();
        } catch (cause) {
          log.error({ cause }, 'digests: a fault while sending what is due; it is gone on with in a moment');
        }
        await wait(LOOK_EVERY, signal).catch(() => undefined);
      }
      await last.catch(() => undefined);
    },
  };

  async function mend(): Promise<void> {
    for (const subscription of await store.subscriptions()) {
      const next = mendedNext(subscription, now());
      if (next === null) continue;
      log.warn(
        { subscription: subscription.id },
        'digests: a next date was too far away; the clock was wrong when it was set',
      );
      await store.saveSubscription({ ...subscription, next });
    }
  }
}
