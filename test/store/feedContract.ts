// What every store must do for feeds: a part of the contract, on the databases that describeStore runs on.
import { describe, expect, test } from 'vitest';
import type { FeedClaim, FeedEnd, Listing, NewFeedItem } from '../../src/store/feedStore.ts';
import type { Place } from './digestContract.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 1, 12) + seconds * 1000);
const DAY = 86_400;
const FEED = 'https://harbour.example/feed';

function item(id: string, fields: Partial<NewFeedItem> = {}): NewFeedItem {
  return { id, outcome: 'waiting', order: 0, item: `{"of":"${id}"}`, keys: [`a:${id}`], ...fields };
}

function listing(fields: Partial<Listing> = {}): Listing {
  const plain = { etag: '"1"', lastModified: null, movedTo: null, setting: '{}', fresh: [], again: [], at: at(0) };
  return { ...plain, ...fields };
}

function end(fields: Partial<FeedEnd> = {}): FeedEnd {
  const plain = { nextAt: at(900), failures: 0, error: null, movedTo: null, setting: '{}' };
  return { ...plain, isStopped: false, keepsValidators: true, ...fields };
}

export function describeFeeds(place: () => Place, isShared: boolean): void {
  const claim = async (seconds = 0, worker = 'w1', mustBeDue = true): Promise<FeedClaim | null> =>
    place().store.claimFeed(FEED, { now: at(seconds), worker, until: at(seconds + 300), mustBeDue });
  const claimed = async (seconds = 0, worker = 'w1'): Promise<FeedClaim> => {
    const got = await claim(seconds, worker);
    if (got === null) throw new Error('the feed could not be claimed');
    return got;
  };

  describe('a feed', () => {
    test('is one worker’s until it gives it back, or lets its time pass', async () => {
      expect(await place().store.feedStates()).toEqual([]);
      const first = await claimed();
      expect(first).toMatchObject({ address: FEED, etag: null, listedAt: null, setting: null, failures: 0 });
      expect(await claim(299, 'w2')).toBeNull();
      expect(await claim(299, 'w2', false)).toBeNull();
      // The same worker, too, is another one after it has let its time pass.
      const second = await claimed(300, 'w1');
      for (const write of [
        place().store.renewFeed(first, at(900)),
        place().store.saveListing(first, listing({ fresh: [item('1')] })),
        place().store.releaseFeed(first, end()),
      ])
        expect(await write).toBe(false);
      expect(await place().store.feedItems(FEED, 9)).toEqual([]);
      expect(await place().store.renewFeed(second, at(900))).toBe(true);
      expect(await claim(899, 'w2')).toBeNull();
      expect(await place().store.releaseFeed(second, end({ nextAt: at(1_000) }))).toBe(true);
      expect(await place().store.releaseFeed(second, end())).toBe(false);
      expect(await claim(999)).toBeNull();
      expect(await claim(999, 'w1', false)).not.toBeNull();
    });

    test('is read back as it was left', async () => {
      const mine = await claimed();
      const movedTo = 'https://harbour.example/new';
      await place().store.saveListing(mine, listing({ lastModified: 'Thu', movedTo, at: at(5) }));
      const left = end({ failures: 3, error: 'timeout', movedTo, setting: '{"every":5}', isStopped: true });
      await place().store.releaseFeed(mine, left);
      expect(await place().store.feedStates()).toEqual([
        {
          ...{ address: FEED, etag: '"1"', lastModified: 'Thu', movedTo, nextAt: at(900), failures: 3 },
          ...{ error: 'timeout', setting: '{"every":5}', isStopped: true, listedAt: at(5), leasedUntil: null },
        },
      ]);
      await place().store.releaseFeed(await claimed(900), end({ keepsValidators: false }));
      expect(await place().store.feedStates()).toMatchObject([{ etag: null, lastModified: null }]);
    });
  });

  describe('items of a feed', () => {
    test('wait by their order until they are done, and stay what they were first', async () => {
      const { store } = place();
      const mine = await claimed();
      const fresh = [item('late', { order: 9 }), item('soon', { order: 1 }), item('no', { outcome: 'excluded' })];
      await store.saveListing(mine, listing({ fresh }));
      await store.saveListing(mine, listing({ fresh: [item('soon', { outcome: 'passed', item: '{}' })], at: at(1) }));
      expect((await store.waitingFeedItems(FEED, at(0), 9)).map(({ id }) => id)).toEqual(['soon', 'late']);
      expect(await store.waitingFeedItems(FEED, at(0), 1)).toMatchObject([{ item: '{"of":"soon"}', attempts: 0 }]);
      const retry = { notBefore: at(60), attempts: 1, error: 'timeout' };
      expect(await store.retryFeedItem(mine, 'soon', retry)).toBe(true);
      expect((await store.waitingFeedItems(FEED, at(59), 9)).map(({ id }) => id)).toEqual(['late']);
      expect(await store.waitingFeedItems(FEED, at(60), 1)).toMatchObject([{ attempts: 1, error: 'timeout' }]);
      const done = { outcome: 'held', articleId: 'a1', error: null, attempts: 1 } as const;
      expect(await store.finishFeedItem(mine, 'soon', done)).toBe(true);
      expect(await store.finishFeedItem(mine, 'soon', { ...done, outcome: 'failed' })).toBe(false);
      expect(await store.retryFeedItem(mine, 'soon', retry)).toBe(false);
      const kept = await store.feedItems(FEED, 9);
      expect(kept.find(({ id }) => id === 'soon')).toMatchObject({
        outcome: 'held',
        articleId: 'a1',
        firstSeenAt: at(0),
      });
    });

    test('are known by any of their keys, also later ones, in their feed alone', async () => {
      const { store } = place();
      const mine = await claimed();
      await store.saveListing(
        mine,
        listing({ fresh: [item('1', { keys: ['a:1', 'i:x'] }), item('2', { keys: ['i:x'] })] }),
      );
      await store.saveListing(mine, listing({ again: [{ id: '1', isWanted: false, keys: ['a:1', 'a:new'] }] }));
      expect(await store.knownFeedItems(FEED, ['a:new', 'a:none'])).toMatchObject([
        { id: '1', keys: ['a:1', 'a:new', 'i:x'] },
      ]);
      expect((await store.knownFeedItems(FEED, ['i:x'])).map(({ id }) => id)).toEqual(['1', '2']);
      expect(await store.knownFeedItems('https://other.example/', ['i:x'])).toEqual([]);
      const many = Array.from({ length: 1_100 }, (_, number) => item(`m${number}`, { order: number }));
      await store.saveListing(mine, listing({ fresh: many }));
      expect(
        await store.knownFeedItems(
          FEED,
          many.flatMap(({ keys }) => keys),
        ),
      ).toHaveLength(1_100);
    });

    test('that were excluded wait once they are wanted; others stay', async () => {
      const { store } = place();
      const mine = await claimed();
      const fresh = [item('1', { outcome: 'excluded' }), item('2', { outcome: 'passed' })];
      await store.saveListing(mine, listing({ fresh }));
      const again = ['1', '2'].map((id) => ({ id, isWanted: true, keys: [] }));
      await store.saveListing(mine, listing({ again }));
      expect((await store.waitingFeedItems(FEED, at(0), 9)).map(({ id }) => id)).toEqual(['1']);
    });

    test('are forgotten a year later, but for those that are listed or wait', async () => {
      const { store } = place();
      const mine = await claimed();
      const fresh = [item('old', { outcome: 'passed' }), item('listed', { outcome: 'passed' }), item('waits')];
      await store.saveListing(mine, listing({ fresh }));
      const later = at(10 * DAY);
      // Nothing was listed since: they may be listed still.
      expect(await store.forget(at(900 * DAY))).toMatchObject({ feedItems: 0 });
      await store.saveListing(mine, listing({ again: [{ id: 'listed', isWanted: false, keys: [] }], at: later }));
      expect(await store.forget(at(364 * DAY))).toMatchObject({ feedItems: 0 });
      expect(await store.forget(at(366 * DAY))).toMatchObject({ feedItems: 1 });
      expect((await store.feedItems(FEED, 9)).map(({ id }) => id).sort()).toEqual(['listed', 'waits']);
      expect(await store.knownFeedItems(FEED, ['a:old'])).toEqual([]);
    });
  });

  if (!isShared) return;

  test('a feed that several claim at the same moment is one’s', async () => {
    const other = await place().open();
    const stores = [place().store, other, place().store, other];
    const claims = await Promise.all(
      stores.map((store, number) =>
        store.claimFeed(FEED, { now: at(0), worker: `w${number}`, until: at(300), mustBeDue: true }),
      ),
    );
    expect(claims.filter((one) => one !== null)).toHaveLength(1);
  });
}
