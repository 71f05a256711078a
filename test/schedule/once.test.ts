// Whatever happens, each channel gets exactly one digest for each local date that is due, and nothing that came is lost between two: two processes on
// one store, crashes at any call, a platform that fails, and clocks that are put forward and back.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueSince } from '../../src/schedule/due.ts';
import { openStore } from '../../src/store/openStore.ts';
import { crashes, crashing, type Posted, parts, platform, subscription } from './world.ts';

const START = Date.parse('2026-03-27T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Clocks change in London and Sydney within these days; in Tehran they do not any more. */
const CHANNELS = [
  { channel: 'C1', time: '01:30', zone: 'Europe/London' },
  { channel: 'C2', time: '02:30', zone: 'Australia/Sydney' },
  { channel: 'C3', time: '09:00', zone: 'Asia/Tehran' },
  { channel: 'C4', time: '23:45', zone: 'Pacific/Kiritimati' },
] as const;

/** One thing that happens. minutes: how much time passes before it. */
const event = fc.record({
  minutes: fc.integer({ min: 1, max: 6 * 60 }),
  process: fc.constantFrom(0, 1),
  /** The call of the store at which the process ends; null: it does not. */
  crashAt: fc.option(fc.integer({ min: 1, max: 60 }), { freq: 2 }),
  platform: fc.constantFrom<('ok' | 'crash before' | 'crash after' | 'transient' | 'lost')[]>(
    [],
    [],
    ['crash before'],
    ['ok', 'crash after'],
    ['transient'],
    ['lost', 'ok', 'lost'],
  ),
  /** By how many minutes the process's clock is wrong from now on. */
  skew: fc.option(fc.integer({ min: -90, max: 90 }), { freq: 3 }),
  /** Both at the same time. */
  both: fc.boolean(),
  arrives: fc.boolean(),
});

test('exactly one for each channel and date, and nothing lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 12, maxLength: 40 }), async (events) => {
      const store = await openStore('file::memory:');
      try {
        let time = START;
        const sender = platform(() => time);
        const skews = [0, 0];
        const workers = [1, 1];
        const subscriptions = CHANNELS.map(({ channel, ...when }) => subscription(new Date(START), when, { channel }));
        for (const one of subscriptions) await store.saveSubscription(one);
        let items = 0;
        const arrive = async (): Promise<void> => {
          items += 1;
          await store.recordSeen([`e${items}`], new Date(time));
        };
        const run = async (process: number, crashAt: number | null): Promise<void> => {
          const now = (): Date => new Date(time + (skews[process] ?? 0) * MINUTE);
          const worker = `p${process}.${workers[process]}`;
          const isDead = await crashes(
            parts({ store: crashing(store, () => crashAt) as typeof store, sender, now, worker }),
          );
          // The next one is another process.
          if (isDead) workers[process] = (workers[process] ?? 0) + 1;
        };
        /** A good hour: nothing fails for so long that a day passes. */
        const settle = async (): Promise<void> => {
          sender.script.length = 0;
          for (let tries = 0; tries < 5; tries += 1) {
            time += 16 * MINUTE;
            await run(tries % 2, null);
          }
        };
        for (const [at, { minutes, process, crashAt, platform: faults, skew, both, arrives }] of events.entries()) {
          if (at % 3 === 2) await settle();
          time += minutes * MINUTE;
          if (skew !== null) skews[process] = skew;
          if (arrives) await arrive();
          sender.script.splice(0, sender.script.length, ...faults);
          await Promise.all([run(process, crashAt), ...(both ? [run(1 - process, null)] : [])]);
        }
        sender.script.length = 0;
        skews.fill(0);
        await arrive();
        const end = time + 50 * HOUR;
        for (; time < end; time += 20 * MINUTE) await run(0, null);
        for (const one of subscriptions) expectOnce(sender.posted, one, time - 20 * MINUTE, items);
      } finally {
        await store.close();
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 60_000);

/** `last`: the last time that something was sent. What comes due in the minute before it is spread over the next. */
function expectOnce(all: readonly Posted[], one: ReturnType<typeof subscription>, last: number, items: number): void {
  const posted = all.filter(({ channel }) => channel === one.channel);
  // The first page of each digest.
  const digests = posted.filter(({ thread }) => thread === null);
  const dueBy = (time: number): number => dueSince(one.next, new Date(time), one, 1_000).length;
  expect(digests.length).toBeGreaterThanOrEqual(dueBy(last - MINUTE));
  expect(digests.length).toBeLessThanOrEqual(dueBy(last));
  expect(new Set(posted.map(({ key }) => key)).size).toBe(posted.length);
  const shown = posted.flatMap(({ entries }) => entries).filter((entry) => entry !== 'nothing');
  expect([one.channel, shown.toSorted()]).toEqual([
    one.channel,
    Array.from({ length: items }, (_, at) => `e${at + 1}`).toSorted(),
  ]);
}
