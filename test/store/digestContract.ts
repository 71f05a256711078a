// What every store must do for digests: a part of the contract, on the databases that describeStore runs on.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleChange, Claim, Enqueued, Subscription } from '../../src/store/digestStore.ts';
import type { Store } from '../../src/store/store.ts';
import { idOf, subscription } from './subscription.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 1, 12) + seconds * 1000);

/** One digest of that day, then the next day's. */
function planOf(slot: string, fields: Partial<Enqueued['deliveries'][number]> = {}): Enqueued {
  const delivery = { slot, dueAt: at(0), notBefore: at(0), state: 'waiting', reason: null, ...fields } as const;
  return { deliveries: [delivery], next: { date: '2026-02-13', at: at(86_400) } };
}

/** Two pieces and a half of the store's, and some of them twice. */
const MANY = Array.from({ length: 2_500 }, (_, number) => `ferry#${number % 2_400}`);
const STRANGE = `'; drop table entries; -- \0 \ud83d \\u0000 🕊 محمد`;

export interface Place {
  readonly store: Store;
  /** A connection of its own, where the database is shared. */
  open(): Promise<Store>;
}

export function describeDigests(place: () => Place, isShared: boolean): void {
  const waiting = async (channel: string, slot: string, due = 0): Promise<void> => {
    const { store } = place();
    if ((await store.findSubscription(idOf(channel))) === null) await store.saveSubscription(subscription(channel));
    await store.addDelivery({ subscriptionId: idOf(channel), slot, dueAt: at(due), notBefore: at(due) });
  };
  const claim = (now: number, until: number, worker = 'w1', most = 100): Promise<Claim[]> =>
    place().store.claimDeliveries(at(now), { worker, until: at(until), most });
  const claimOne = async (now: number, until: number, worker = 'w1'): Promise<Claim> => {
    const [only, ...others] = await claim(now, until, worker);
    expect(others).toEqual([]);
    if (only === undefined) throw new Error('nothing could be claimed');
    return only;
  };
  const posted = (entries: readonly string[] = [], seconds = 1) =>
    ({ state: 'posted', reason: null, entries, at: at(seconds) }) as const;

  describe('a subscription', () => {
    test('is null where there is none', async () => {
      expect(await place().store.findSubscription('slack/T1/C1')).toBeNull();
      expect(await place().store.subscriptions()).toEqual([]);
    });

    test.each<[string, Partial<Subscription>]>([
      ['as it is at first', {}],
      ['of an organisation', { community: null, id: 'slack/org/C1' }],
      ['with all settings', { topic: STRANGE, speakers: ['Varga', STRANGE], weekdays: [7], whenEmpty: 'line' }],
      ['that is blocked', { state: 'blocked', blocked: { refusal: 'archived', since: at(-3) }, setBy: null }],
    ])('is read back %s', async (_, fields) => {
      const saved = subscription('C1', fields);
      await place().store.saveSubscription(saved);
      expect(await place().store.findSubscription(saved.id)).toEqual(saved);
    });

    test('replaces one of the same id, and all are listed by id', async () => {
      const { store } = place();
      for (const channel of ['Cb', 'CA', 'Ca', 'C10', 'C9']) await store.saveSubscription(subscription(channel));
      const paused = subscription('Ca', { state: 'paused', topic: 'ferries', next: { date: '2026-03-01', at: at(9) } });
      await store.saveSubscription(paused);
      const all = await store.subscriptions();
      expect(all.map(({ channel }) => channel)).toEqual(['C10', 'C9', 'CA', 'Ca', 'Cb']);
      expect(all[3]).toEqual(paused);
    });

    test('is blocked once, and only when it is on', async () => {
      const { store } = place();
      await store.saveSubscription(subscription('C1'));
      await store.saveSubscription(subscription('C2', { state: 'paused' }));
      expect(await store.blockSubscription(idOf('C1'), 'removed', at(5))).toBe(true);
      expect(await store.blockSubscription(idOf('C1'), 'gone', at(6))).toBe(false);
      expect(await store.blockSubscription(idOf('C2'), 'gone', at(6))).toBe(false);
      expect(await store.blockSubscription(idOf('C3'), 'gone', at(6))).toBe(false);
      const blocked = { state: 'blocked', blocked: { refusal: 'removed', since: at(5) } };
      expect(await store.findSubscription(idOf('C1'))).toMatchObject(blocked);
      expect(await store.findSubscription(idOf('C2'))).toMatchObject({ state: 'paused', blocked: null });
    });
  });

  describe('enqueueDue', () => {
    test('plans what is on or blocked and due, the longest due first, each once', async () => {
      const { store } = place();
      const due = (seconds: number): Partial<Subscription> => ({ next: { date: '2026-02-12', at: at(seconds) } });
      await store.saveSubscription(subscription('C1', due(10)));
      await store.saveSubscription(subscription('C2', due(5)));
      await store.saveSubscription(
        subscription('C3', { ...due(7), state: 'blocked', blocked: { refusal: 'gone', since: at(1) } }),
      );
      await store.saveSubscription(subscription('C4', due(11)));
      await store.saveSubscription(subscription('C5', { ...due(0), state: 'paused' }));
      await store.saveSubscription(subscription('C6', { ...due(0), state: 'off' }));
      const planned: string[] = [];
      const plan = ({ channel, next }: Subscription): Enqueued => {
        planned.push(`${channel} ${next.date}`);
        return planOf(next.date);
      };
      expect(await store.enqueueDue(at(10), 2, plan)).toBe(2);
      expect(await store.enqueueDue(at(10), 2, plan)).toBe(1);
      expect(await store.enqueueDue(at(10), 2, plan)).toBe(0);
      expect(planned).toEqual(['C2 2026-02-12', 'C3 2026-02-12', 'C1 2026-02-12']);
      expect((await store.findSubscription(idOf('C1')))?.next).toEqual({ date: '2026-02-13', at: at(86_400) });
      expect(await store.deliveries(idOf('C1'), 9)).toEqual([
        {
          subscriptionId: idOf('C1'),
          slot: '2026-02-12',
          dueAt: at(0),
          state: 'waiting',
          attempts: 0,
          plan: null,
          pages: 0,
          firstMessage: null,
          reason: null,
          finishedAt: null,
        },
      ]);
    });

    test('leaves rows that are there, and can say that one was missed', async () => {
      const { store } = place();
      await waiting('C1', '2026-02-12');
      await store.finishDelivery(await claimOne(0, 9), posted());
      const missed = planOf('2026-02-11', { dueAt: at(-60), state: 'missed', reason: 'the bot was down' });
      const both = { ...missed, deliveries: [...missed.deliveries, ...planOf('2026-02-12').deliveries] };
      expect(await store.enqueueDue(at(1), 9, () => both)).toBe(1);
      expect(await store.deliveries(idOf('C1'), 9)).toMatchObject([
        { slot: '2026-02-12', state: 'posted', attempts: 1 },
        { slot: '2026-02-11', state: 'missed', reason: 'the bot was down', finishedAt: at(-60) },
      ]);
      expect(await claim(9, 10)).toEqual([]);
    });

    test('may plan nothing but the next date', async () => {
      const { store } = place();
      await store.saveSubscription(subscription('C1'));
      expect(await store.enqueueDue(at(1), 9, () => ({ ...planOf(''), deliveries: [] }))).toBe(1);
      expect(await store.deliveries(idOf('C1'), 9)).toEqual([]);
      expect(await store.enqueueDue(at(1), 9, () => planOf('x'))).toBe(0);
    });

    test('does all or nothing', async () => {
      const { store } = place();
      for (const channel of ['C1', 'C2', 'C3']) await store.saveSubscription(subscription(channel));
      let calls = 0;
      const breaks = (): Enqueued => {
        calls += 1;
        if (calls === 3) throw new Error('the plan is wrong');
        return planOf('2026-02-12');
      };
      await expect(store.enqueueDue(at(1), 9, breaks)).rejects.toThrow('the plan is wrong');
      for (const channel of ['C1', 'C2', 'C3']) expect(await store.deliveries(idOf(channel), 9)).toEqual([]);
      expect(await store.enqueueDue(at(1), 9, () => planOf('2026-02-12'))).toBe(3);
    });
  });

  describe('a delivery', () => {
    test('is added once for a slot, and the newest are told first', async () => {
      const { store } = place();
      await store.saveSubscription(subscription('C1'));
      const add = (slot: string, seconds: number): Promise<boolean> =>
        store.addDelivery({ subscriptionId: idOf('C1'), slot, dueAt: at(seconds), notBefore: at(seconds) });
      expect([await add('a', 1), await add('c', 3), await add('b', 2), await add('a', 9)]).toEqual([
        true,
        true,
        true,
        false,
      ]);
      expect((await store.deliveries(idOf('C1'), 2)).map(({ slot }) => slot)).toEqual(['c', 'b']);
      expect(await store.deliveries(idOf('C2'), 2)).toEqual([]);
    });

    test('is claimed when its time has come, the longest waiting first, up to a number', async () => {
      for (const [channel, due] of [
        ['C1', 3],
        ['C2', 1],
        ['C3', 2],
        ['C4', 9],
      ] as const)
        await waiting(channel, '2026-02-12', due);
      const first = await claim(3, 60, 'w1', 2);
      expect(first).toMatchObject([
        { subscriptionId: idOf('C2'), worker: 'w1', attempts: 1, until: at(60), state: 'waiting', dueAt: at(1) },
        { subscriptionId: idOf('C3') },
      ]);
      expect(await claim(3, 60, 'w2')).toMatchObject([{ subscriptionId: idOf('C1'), worker: 'w2' }]);
      expect(await claim(8, 60, 'w2')).toEqual([]);
      expect(await claim(9, 60, 'w2')).toMatchObject([{ subscriptionId: idOf('C4') }]);
    });

    test('is taken over when its time is up, and its former worker writes nothing', async () => {
      const { store } = place();
      await waiting('C1', '2026-02-12');
      const former = await claimOne(0, 10, 'w1');
      expect(await store.savePlan(former, 'plan of w1')).toBe(true);
      expect(await store.saveProgress(former, 1, 'm1')).toBe(true);
      expect(await claim(9, 20, 'w2')).toEqual([]);
      const latter = await claimOne(10, 20, 'w2');
      expect(latter).toMatchObject({ attempts: 2, plan: 'plan of w1', pages: 1, firstMessage: 'm1' });
      const before = await store.deliveries(idOf('C1'), 1);
      expect(await store.savePlan(former, 'x')).toBe(false);
      expect(await store.saveProgress(former, 9, 'x')).toBe(false);
      expect(await store.retryDelivery(former, at(0), 'x')).toBe(false);
      expect(await store.finishDelivery(former, posted(['ferry#1']))).toBe(false);
      expect(await store.deliveries(idOf('C1'), 1)).toEqual(before);
      expect(await store.entriesOf(idOf('C1'))).toEqual(new Set());
      expect(await store.finishDelivery(latter, posted(['ferry#2']))).toBe(true);
      expect(await store.entriesOf(idOf('C1'))).toEqual(new Set(['ferry#2']));
    });

    test('taken over by a worker of the same name is no longer that of the former one', async () => {
      const { store } = place();
      await waiting('C1', '2026-02-12');
      const former = await claimOne(0, 10, 'w1');
      const latter = await claimOne(10, 20, 'w1');
      expect(await store.savePlan(former, 'x')).toBe(false);
      expect(await store.savePlan(latter, 'y')).toBe(true);
    });

    test('of a channel waits until another one of it is done', async () => {
      const { store } = place();
      await waiting('C1', '2026-02-12', 1);
      await waiting('C1', '2026-02-12 now 1', 2);
      const first = await claimOne(5, 10, 'w1');
      expect(first.slot).toBe('2026-02-12');
      expect(await claim(5, 10, 'w2')).toEqual([]);
      await store.finishDelivery(first, posted());
      expect((await claimOne(5, 10, 'w2')).slot).toBe('2026-02-12 now 1');
    });

    test('waits again for its time, with the reason', async () => {
      const { store } = place();
      await waiting('C1', '2026-02-12');
      const first = await claimOne(0, 10);
      expect(await store.retryDelivery(first, at(30), 'Slack answers 503')).toBe(true);
      expect(await store.savePlan(first, 'x')).toBe(false);
      expect(await store.deliveries(idOf('C1'), 1)).toMatchObject([{ state: 'waiting', reason: 'Slack answers 503' }]);
      expect(await claim(29, 40)).toEqual([]);
      expect(await claimOne(30, 40)).toMatchObject({ attempts: 2, reason: 'Slack answers 503' });
    });

    test.each(['posted', 'silent', 'missed', 'failed'] as const)(
      'is %s once, and is never claimed again',
      async (state) => {
        const { store } = place();
        await waiting('C1', '2026-02-12');
        const mine = await claimOne(0, 10);
        expect(await store.finishDelivery(mine, { state, reason: 'r', entries: [], at: at(2) })).toBe(true);
        expect(await store.finishDelivery(mine, posted(['ferry#1']))).toBe(false);
        expect(await claim(99, 100)).toEqual([]);
        expect(await store.deliveries(idOf('C1'), 1)).toMatchObject([{ state, reason: 'r', finishedAt: at(2) }]);
        expect(await store.entriesOf(idOf('C1'))).toEqual(new Set());
      },
    );

    test('that is posted opens a channel that was blocked, and no other', async () => {
      const { store } = place();
      const blocked = { state: 'blocked', blocked: { refusal: 'removed', since: at(-9) } } as const;
      for (const channel of ['C1', 'C2']) await store.saveSubscription(subscription(channel, blocked));
      await store.saveSubscription(subscription('C3', { state: 'paused' }));
      for (const channel of ['C1', 'C2', 'C3']) await waiting(channel, '2026-02-12');
      for (const mine of await claim(0, 10)) {
        const state = mine.subscriptionId === idOf('C2') ? 'failed' : 'posted';
        await store.finishDelivery(mine, { ...posted(), state });
      }
      expect(await store.findSubscription(idOf('C1'))).toMatchObject({ state: 'on', blocked: null });
      expect(await store.findSubscription(idOf('C2'))).toMatchObject(blocked);
      expect(await store.findSubscription(idOf('C3'))).toMatchObject({ state: 'paused' });
    });

    test('leaves what its channel has now had, however much, and nobody else', async () => {
      const { store } = place();
      for (const channel of ['C1', 'C2']) await waiting(channel, '2026-02-12');
      const [first, second] = await claim(0, 10);
      if (first === undefined || second === undefined) throw new Error('two were waiting');
      await store.finishDelivery(first, posted(MANY));
      await store.finishDelivery(second, posted([STRANGE, 'ferry#1']));
      expect(await store.entriesOf(first.subscriptionId)).toEqual(new Set(MANY));
      expect(await store.entriesOf(second.subscriptionId)).toEqual(new Set([STRANGE, 'ferry#1']));
    });

    test('is finished with its entries or not at all', async () => {
      const { store } = place();
      await waiting('C1', '2026-02-12');
      const mine = await claimOne(0, 10);
      const tooLong = posted(['ferry#1', 'k'.repeat(500)]);
      await expect(store.finishDelivery(mine, tooLong)).rejects.toThrow(RangeError);
      expect(await store.entriesOf(idOf('C1'))).toEqual(new Set());
      expect(await store.finishDelivery(mine, posted(['ferry#1']))).toBe(true);
    });

    test('is claimed as by a list in memory, whatever happens', async () => {
      const step = fc.record({
        passes: fc.nat(6),
        worker: fc.constantFrom('w1', 'w2', 'w3'),
        lasts: fc.integer({ min: 1, max: 8 }),
        end: fc.constantFrom('finish', 'retry', 'crash'),
      });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
          run += 1;
          const rows: { key: string; channel: string; notBefore: number; isHeld: boolean; isDone: boolean }[] = [];
          for (const [due, name] of ['a 1', 'a 2', 'b 1', 'c 1'].entries()) {
            const [channel = '', slot = ''] = `${run}${name}`.split(' ');
            await waiting(channel, slot, due);
            rows.push({ key: `${idOf(channel)} ${slot}`, channel, notBefore: due, isHeld: false, isDone: false });
          }
          let now = 0;
          for (const { passes, worker, lasts, end } of steps) {
            now += passes;
            const isOpen = (channel: string): boolean =>
              !rows.some((row) => row.channel === channel && !row.isDone && row.isHeld && row.notBefore > now);
            const expected = rows.filter(
              ({ channel, notBefore, isDone }, index) =>
                !isDone &&
                notBefore <= now &&
                isOpen(channel) &&
                !rows.slice(0, index).some((row) => row.channel === channel && !row.isDone && row.notBefore <= now),
            );
            const claims = await claim(now, now + lasts, worker);
            expect(claims.map(({ subscriptionId: id, slot }) => `${id} ${slot}`)).toEqual(
              expected.map(({ key }) => key),
            );
            for (const [index, row] of expected.entries()) {
              const mine = claims[index] as Claim;
              row.notBefore = now + lasts;
              row.isHeld = true;
              if (end === 'finish') {
                expect(await place().store.finishDelivery(mine, posted())).toBe(true);
                row.isDone = true;
              } else if (end === 'retry') {
                expect(await place().store.retryDelivery(mine, at(now + 2), 'busy')).toBe(true);
                row.notBefore = now + 2;
                row.isHeld = false;
              }
            }
          }
          // Nothing of this run is left for the next one.
          for (let time = now + 10; rows.some(({ isDone }) => !isDone); time += 10) {
            for (const mine of await claim(time, time + 5)) {
              await place().store.finishDelivery(mine, posted());
              const done = rows.find(({ key }) => key === `${mine.subscriptionId} ${mine.slot}`);
              if (done !== undefined) done.isDone = true;
            }
          }
        }),
        { numRuns: 15 },
      );
    });
  });

  describe('what was seen', () => {
    test('keeps its first instant, and is read from an instant on, which is included', async () => {
      const { store } = place();
      await store.recordSeen(['ferry#1', 'ferry#2'], at(1));
      await store.recordSeen(['ferry#2', STRANGE], at(2));
      await store.recordSeen([], at(3));
      expect(await store.seenSince(at(0))).toEqual(
        new Map([
          ['ferry#1', at(1)],
          ['ferry#2', at(1)],
          [STRANGE, at(2)],
        ]),
      );
      expect(await store.seenSince(at(2))).toEqual(new Map([[STRANGE, at(2)]]));
    });

    test('may be much, and by several at once', async () => {
      const { store } = place();
      await Promise.all([store.recordSeen(MANY, at(1)), store.recordSeen([...MANY].reverse(), at(1))]);
      expect((await store.seenSince(at(1))).size).toBe(2_400);
    });
  });

  describe('articles', () => {
    test('are as they were saved last, by id', async () => {
      const { store } = place();
      expect(await store.articleVersions()).toEqual([]);
      const article = (articleId: string, version: string, snapshot = '{}') => ({ articleId, version, snapshot });
      await store.saveArticles([article('b', '1'), article('a', '1'), article('B', '1')], []);
      await store.saveArticles([article('b', '2', STRANGE)], []);
      expect(await store.articleVersions()).toEqual([article('B', '1'), article('a', '1'), article('b', '2', STRANGE)]);
    });

    test('have changes, each told once, the oldest first, from an instant on', async () => {
      const { store } = place();
      const change = (articleId: string, version: string, seconds: number, detail = ''): ArticleChange => ({
        articleId,
        version,
        at: at(seconds),
        detail,
      });
      await store.saveArticles([], [change('b', '2', 5), change('a', '2', 5, STRANGE), change('a', '3', 1)]);
      await store.saveArticles([], [change('b', '2', 9, 'again')]);
      expect(await store.articleChanges(at(0))).toEqual([
        change('a', '3', 1),
        change('a', '2', 5, STRANGE),
        change('b', '2', 5),
      ]);
      expect(await store.articleChanges(at(5))).toHaveLength(2);
      expect(await store.articleChanges(at(6))).toEqual([]);
    });
  });

  test('forget deletes what was finished before the instant, and nothing else of digests', async () => {
    const { store } = place();
    for (const slot of ['1', '2', '3']) await waiting('C1', slot, Number(slot));
    for (const seconds of [4, 5]) await store.finishDelivery(await claimOne(seconds, 9), posted(['ferry#1'], seconds));
    await store.recordSeen(['ferry#1'], at(0));
    await store.saveArticles(
      [{ articleId: 'a', version: '1', snapshot: '{}' }],
      [{ articleId: 'a', version: '1', at: at(0), detail: '' }],
    );
    expect(await store.forget(at(5))).toEqual({ contexts: 0, shown: 0, claims: 0, deliveries: 1, feedItems: 0 });
    expect((await store.deliveries(idOf('C1'), 9)).map(({ slot }) => slot)).toEqual(['3', '2']);
    expect(await store.forget(at(99))).toMatchObject({ deliveries: 1 });
    expect(await store.deliveries(idOf('C1'), 9)).toMatchObject([{ slot: '3', state: 'waiting' }]);
    expect(await store.subscriptions()).toHaveLength(1);
    expect((await store.entriesOf(idOf('C1'))).size).toBe(1);
    expect((await store.seenSince(at(0))).size).toBe(1);
    expect([await store.articleVersions(), await store.articleChanges(at(0))]).toMatchObject([[{}], [{}]]);
  });

  const never = new Date(Number.NaN);
  const anyClaim = { subscriptionId: 'x', slot: 'y', worker: 'w', attempts: 1 } as Claim;

  test('after close every call is refused', async () => {
    const { store } = place();
    await store.close();
    const calls = [
      store.saveSubscription(subscription('C1')),
      store.findSubscription('x'),
      store.subscriptions(),
      store.enqueueDue(at(0), 1, () => planOf('x')),
      store.addDelivery({ subscriptionId: 'x', slot: 'y', dueAt: at(0), notBefore: at(0) }),
      claim(0, 1),
      store.savePlan(anyClaim, ''),
      store.saveProgress(anyClaim, 1, ''),
      store.retryDelivery(anyClaim, at(0), ''),
      store.finishDelivery(anyClaim, posted()),
      store.blockSubscription('x', 'gone', at(0)),
      store.deliveries('x', 1),
      store.entriesOf('x'),
      store.recordSeen(['x'], at(0)),
      store.seenSince(at(0)),
      store.articleVersions(),
      store.saveArticles([], []),
      store.articleChanges(at(0)),
    ];
    for (const call of await Promise.allSettled(calls))
      expect(call).toMatchObject({ status: 'rejected', reason: { name: 'StoreError', code: 'closed' } });
  });

  test('an invalid date or a key that is too long is a bug of the caller', async () => {
    const { store } = place();
    const long = 'k'.repeat(401);
    const calls = [
      store.saveSubscription(subscription('C1', { setAt: never })),
      store.saveSubscription(subscription('C1', { id: long })),
      store.enqueueDue(never, 1, () => planOf('x')),
      store.addDelivery({ subscriptionId: 'x', slot: long, dueAt: at(0), notBefore: at(0) }),
      store.addDelivery({ subscriptionId: 'x', slot: 'y', dueAt: never, notBefore: at(0) }),
      store.claimDeliveries(never, { worker: 'w', until: at(0), most: 1 }),
      store.retryDelivery(anyClaim, never, ''),
      store.finishDelivery(anyClaim, { ...posted(), at: never }),
      store.blockSubscription('x', 'gone', never),
      store.recordSeen([long], at(0)),
      store.recordSeen(['x'], never),
      store.seenSince(never),
      store.saveArticles([{ articleId: long, version: '1', snapshot: '' }], []),
      store.articleChanges(never),
    ];
    for (const call of calls) await expect(call).rejects.toThrow(RangeError);
  });

  if (!isShared) return;

  describe('several processes', () => {
    const WORKERS = ['w1', 'w2', 'w3', 'w4'];

    test('never get the same delivery, nor two of one channel', async () => {
      const stores = await Promise.all(WORKERS.map(() => place().open()));
      for (let channel = 0; channel < 25; channel += 1)
        for (const slot of ['1', '2']) await waiting(`C${channel}`, slot, channel % 3);
      const held = new Set<string>();
      const claimed: string[] = [];
      await Promise.all(
        stores.flatMap((store, index) =>
          // Two at a time in each process: a process is no lock either.
          [1, 2].map(async (half) => {
            const worker = `${WORKERS[index]} ${half}`;
            for (let empty = 0; empty < 3; ) {
              const claims = await store.claimDeliveries(at(9), { worker, until: at(60), most: 3 });
              empty = claims.length === 0 ? empty + 1 : 0;
              for (const { subscriptionId: id } of claims) {
                expect(held.has(id)).toBe(false);
                held.add(id);
              }
              for (const mine of claims) {
                claimed.push(`${mine.subscriptionId} ${mine.slot}`);
                held.delete(mine.subscriptionId);
                expect(await store.finishDelivery(mine, posted())).toBe(true);
              }
            }
          }),
        ),
      );
      // Whoever found all of them taken has gone: the last ones are claimed in peace.
      for (let rest = await claim(9, 60); rest.length > 0; rest = await claim(9, 60))
        for (const mine of rest) {
          claimed.push(`${mine.subscriptionId} ${mine.slot}`);
          await place().store.finishDelivery(mine, posted());
        }
      expect(claimed).toHaveLength(50);
      expect(new Set(claimed).size).toBe(50);
    });

    test('plan each that is due once', async () => {
      const stores = await Promise.all(WORKERS.map(() => place().open()));
      for (let channel = 0; channel < 40; channel += 1)
        await place().store.saveSubscription(subscription(`C${channel}`));
      const planned: string[] = [];
      const counts = await Promise.all(
        stores.map(async (store) => {
          let total = 0;
          for (let empty = 0; empty < 3; ) {
            const count = await store.enqueueDue(at(1), 4, ({ id, next }) => {
              planned.push(id);
              return planOf(next.date);
            });
            empty = count === 0 ? empty + 1 : 0;
            total += count;
          }
          return total;
        }),
      );
      const rest = await place().store.enqueueDue(at(1), 40, ({ id }) => {
        planned.push(id);
        return planOf('2026-02-12');
      });
      expect(counts.reduce((sum, count) => sum + count, rest)).toBe(40);
      expect(planned.toSorted()).toEqual([...new Set(planned)].toSorted());
      expect(await claim(1, 60)).toHaveLength(40);
    });

    test('finish one delivery once', async () => {
      const stores = await Promise.all(WORKERS.map(() => place().open()));
      await waiting('C1', '2026-02-12');
      const mine = await claimOne(0, 10);
      const ends = await Promise.all(
        stores.map((store, index) => store.finishDelivery(mine, posted([`ferry#${index}`]))),
      );
      expect(ends.filter(Boolean)).toHaveLength(1);
      expect(await place().store.entriesOf(idOf('C1'))).toEqual(new Set([`ferry#${ends.indexOf(true)}`]));
    });
  });
}
