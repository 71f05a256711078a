// What becomes of one channel's digest when all goes well, when the platform refuses or is down, and when the process ends at any step.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { round } from '../../src/schedule/rounds.ts';
import { openStore } from '../../src/store/openStore.ts';
import type { Store } from '../../src/store/store.ts';
import { crashes, crashing, parts, platform, subscription } from './world.ts';

const START = Date.parse('2026-02-10T12:00:00Z');
const HOUR = 3_600_000;

let store: Store;
let time: number;
let sender: ReturnType<typeof platform>;
const now = (): Date => new Date(time);
const own = (over: Partial<Parameters<typeof parts>[0]> = {}): ReturnType<typeof parts> =>
  parts({ store, sender, now, ...over });
/** The second minute after it is due: channels are spread over one. */
const at = (iso: string): void => {
  time = Date.parse(iso) + 61_000;
};

beforeEach(async () => {
  store = await openStore('file::memory:');
  time = START;
  sender = platform(() => time);
  await store.saveSubscription(subscription(now()));
  await store.recordSeen(['e1', 'e2'], new Date(START + HOUR));
});
afterEach(() => store.close());

const states = async (): Promise<string[]> =>
  (await store.deliveries('discord/S1/C1', 50)).map(({ slot, state }) => `${slot} ${state}`).sort();

test('nothing is sent before it is due; once it is, it is sent once, and has what was new', async () => {
  time = Date.parse('2026-02-11T08:59:00Z');
  await round(own());
  expect(sender.posted).toEqual([]);
  at('2026-02-11T09:00:00Z');
  await round(own());
  await round(own());
  expect(sender.posted.map(({ entries }) => entries)).toEqual([['e1', 'e2']]);
  expect(await states()).toEqual(['2026-02-11 posted']);
  expect((await store.findSubscription('discord/S1/C1'))?.next.date).toBe('2026-02-12');
});

test('what was had is not had again; the next one has what came since', async () => {
  at('2026-02-11T09:00:00Z');
  await round(own());
  await store.recordSeen(['e1', 'e3'], now());
  at('2026-02-12T09:00:00Z');
  await round(own());
  expect(sender.posted.map(({ entries }) => entries)).toEqual([['e1', 'e2'], ['e3']]);
});

test('what does not fit into one message goes on in its thread', async () => {
  await store.recordSeen(['e3', 'e4', 'e5', 'e6', 'e7'], now());
  at('2026-02-11T09:00:00Z');
  await round(own());
  expect(sender.posted.map(({ entries, thread }) => [entries, thread])).toEqual([
    [['e1', 'e2', 'e3'], null],
    [['e4', 'e5', 'e6'], 'm1'],
    [['e7'], 'm1'],
  ]);
});

test('after hours off it is one digest; after days the last date alone, with all that came', async () => {
  at('2026-02-11T20:00:00Z');
  await round(own());
  expect(sender.posted).toHaveLength(1);
  await store.recordSeen(['e3'], now());
  at('2026-02-15T10:00:00Z');
  await round(own());
  expect(await states()).toEqual([
    '2026-02-11 posted',
    '2026-02-12 missed',
    '2026-02-13 missed',
    '2026-02-14 missed',
    '2026-02-15 posted',
  ]);
  expect(sender.posted[1]?.entries).toEqual(['e3']);
});

test('a day late is too late: the next regular one has what it would have had', async () => {
  await store.saveSubscription(subscription(now(), { weekdays: [3] }));
  at('2026-02-13T10:00:00Z');
  await round(own());
  expect(await states()).toEqual(['2026-02-11 missed']);
  expect(sender.posted).toEqual([]);
  at('2026-02-18T09:00:00Z');
  await round(own());
  expect(sender.posted.map(({ entries }) => entries)).toEqual([['e1', 'e2']]);
});

test('silence, where it was chosen: nothing is sent, and that is written down', async () => {
  await store.saveSubscription(subscription(now(), { whenEmpty: 'silence', startedAt: new Date(START + 2 * HOUR) }));
  at('2026-02-11T09:00:00Z');
  await round(own());
  expect(sender.posted).toEqual([]);
  expect(await states()).toEqual(['2026-02-11 silent']);
});

describe('the platform', () => {
  test('that is down is tried again later', async () => {
    sender.script.push('transient', 'transient');
    at('2026-02-11T09:00:00Z');
    await round(own());
    await round(own());
    expect(sender.posted).toEqual([]);
    for (let tries = 0; tries < 3; tries += 1) {
      time += 6 * 60_000;
      await round(own());
    }
    expect(sender.posted).toHaveLength(1);
  });

  test('whose reply was lost is asked whether it has the message', async () => {
    sender.script.push('lost');
    at('2026-02-11T09:00:00Z');
    await round(own());
    time += 20 * 60_000;
    await round(own());
    expect(sender.posted).toHaveLength(1);
    expect(await states()).toEqual(['2026-02-11 posted']);
  });

  test('that refuses blocks the channel, its manager is told once, and it resumes by itself with all that came', async () => {
    sender.script.push('refused', 'refused');
    at('2026-02-11T09:00:00Z');
    await round(own());
    expect(await store.findSubscription('discord/S1/C1')).toMatchObject({
      state: 'blocked',
      blocked: { refusal: 'no-permission' },
    });
    at('2026-02-12T09:00:00Z');
    await round(own());
    expect(sender.told.map(({ user }) => user)).toEqual(['U1']);
    at('2026-02-13T09:00:00Z');
    await round(own());
    expect(await store.findSubscription('discord/S1/C1')).toMatchObject({ state: 'on', blocked: null });
    expect(sender.posted.map(({ entries }) => entries)).toEqual([['e1', 'e2']]);
    expect(await states()).toEqual(['2026-02-11 failed', '2026-02-12 failed', '2026-02-13 posted']);
  });

  test('that is not connected yet is waited for', async () => {
    at('2026-02-11T09:00:00Z');
    await round({ ...own(), senderOf: () => undefined });
    time += 5 * 60_000;
    await round(own());
    expect(sender.posted).toHaveLength(1);
  });
});

test.each([['paused'], ['off']] as const)('%s: nothing is sent', async (state) => {
  await store.saveSubscription(subscription(now(), { state }));
  at('2026-02-11T09:00:00Z');
  await round(own());
  expect(sender.posted).toEqual([]);
});

test('a crash at any step leaves one digest, with everything in it', async () => {
  await store.close();
  for (const platformCrash of [null, 'crash before', 'crash after'] as const) {
    for (let step = 1; step <= 24; step += 1) {
      store = await openStore('file::memory:');
      time = START;
      sender = platform(() => time);
      await store.saveSubscription(subscription(now()));
      await store.recordSeen(['e1', 'e2', 'e3', 'e4'], new Date(START + HOUR));
      if (platformCrash !== null) sender.script.push(...Array<'ok'>((step - 1) % 2).fill('ok'), platformCrash);
      at('2026-02-11T09:00:00Z');
      const dying = crashing(store, () => (platformCrash === null ? step : null));
      await crashes(own({ store: dying }));
      // Later than a platform drops repetitions: what it has is looked for.
      time += 11 * 60_000;
      await round(own({ worker: 'w2' }));
      time += 11 * 60_000;
      await round(own({ worker: 'w3' }));
      const about = `${platformCrash ?? 'store'} ${step}`;
      expect([about, sender.posted.map(({ entries }) => entries)]).toEqual([about, [['e1', 'e2', 'e3'], ['e4']]]);
      expect(await states()).toEqual(['2026-02-11 posted']);
      if (step < 24 || platformCrash !== 'crash after') await store.close();
    }
  }
});
