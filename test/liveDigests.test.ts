// DIGEST_CHANNEL is checked when the bot starts, not when it is first due.
import { expect, test } from 'vitest';
import { checkDigestLine, createLiveDigests } from '../src/liveDigests.ts';
import { createLog } from '../src/log.ts';
import type { Subscription } from '../src/store/digestStore.ts';
import { openStore } from '../src/store/openStore.ts';
import { platform, subscription } from './schedule/world.ts';
import { storyOf } from './storyOf.ts';

const channel = { platform: 'slack', community: 'T1', channel: 'C1' } as const;

test.each(['', '09:00 Europe/London mon-fri about missiles', 'about missiles'])('takes %j', (on) => {
  expect(() => checkDigestLine({ digest: { channel, on }, defaultZone: 'UTC' })).not.toThrow();
});

test.each([
  ['25:00', '"25:00"'],
  ['09:00 London', '"London"'],
])('refuses %j, and says what it takes', (on, sentence) => {
  expect(() => checkDigestLine({ digest: { channel, on }, defaultZone: 'UTC' })).toThrow(
    expect.objectContaining({ name: 'ConfigError', message: expect.stringContaining(sentence) }),
  );
});

test('without it there is nothing to check', () => {
  expect(() => checkDigestLine({ digest: null, defaultZone: 'UTC' })).not.toThrow();
});

/** What the channel of the setting has after a start of the bot, where it had `before`. */
async function startedWith(before: Partial<Subscription> | null): Promise<Subscription | null> {
  const store = await openStore('file::memory:');
  const stopping = new AbortController();
  try {
    if (before) await store.saveSubscription(subscription(new Date(), before, channel));
    const index = storyOf(['Varga said the harbor will open.']);
    const digests = createLiveDigests({
      store,
      index: () => index,
      config: { defaultZone: 'UTC', digest: { channel, on: '07:45 Asia/Tehran' } },
      log: createLog('silent'),
      // The first look is the last one.
      wait: async () => stopping.abort(),
      newId: () => 'one',
    });
    await digests.onCorpus(index);
    digests.connect('slack', platform(Date.now));
    await digests.run(stopping.signal);
    return await store.findSubscription('slack/T1/C1');
  } finally {
    await store.close();
  }
}

test('sets a digest up, also one that it had set otherwise', async () => {
  const set = { state: 'on', time: '07:45', zone: 'Asia/Tehran', setBy: null };
  expect(await startedWith(null)).toMatchObject(set);
  expect(await startedWith({ setBy: null, time: '10:00' })).toMatchObject(set);
});

test.each<Partial<Subscription>>([
  { setBy: 'U1', state: 'on', time: '10:00' },
  { setBy: 'U1', state: 'off', time: '10:00' },
  { setBy: null, state: 'paused', time: '10:00' },
])('leaves alone what was set by command: %j', async (before) => {
  expect(await startedWith(before)).toMatchObject(before);
});
