// What every store must do, whatever database is behind it: describeStore(database) runs it on one. A database is a row in
// store.test.ts.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Feedback, type Installation, MAX_KEY_LENGTH, type Shown, type Store } from '../../src/store/store.ts';
import { describeDigests } from './digestContract.ts';
import { describeFeeds } from './feedContract.ts';

/** A database that is empty at first. */
export interface Stand {
  /** The first call makes its tables; each call is a connection of its own where the database `isShared`. */
  open(): Promise<Store>;
  remove(): Promise<void>;
}

export interface Kind {
  readonly name: string;
  /** Several connections see the same, and it outlives them. */
  readonly isShared: boolean;
  stand(): Promise<Stand>;
}

const at = (seconds: number): Date => new Date(Date.UTC(2026, 1, 12) + seconds * 1000);

function shown(fields: Partial<Shown> = {}): Shown {
  const plain = { id: 'a1', request: 'who said "missiles"', page: 1, isPrivate: false, askedBy: 'u1', place: 'p1' };
  return { ...plain, ...fields };
}

function feedback(fields: Partial<Feedback> = {}): Feedback {
  return {
    platform: 'discord',
    community: 'c1',
    place: 'p1',
    user: 'u1',
    passageId: 'ferry#4',
    statementId: 'ferry#4.1',
    request: 'who said ferries',
    verdict: 'wrong',
    note: null,
    ...fields,
  };
}

function installation(fields: Partial<Installation> = {}): Installation {
  const plain = { platform: 'slack', enterprise: null, team: 'T1', isEnterprise: false, installation: '{"of":"T1"}' };
  return { ...plain, ...fields };
}

/** Of a whole organisation. */
function enterprise(fields: Partial<Installation> = {}): Installation {
  return installation({ enterprise: 'E1', team: null, isEnterprise: true, installation: '{"of":"E1"}', ...fields });
}

const HARD_TEXTS = [
  ['nothing', ''],
  ['emoji and other scripts', '🕊️👩‍👩‍👧 محمد Ελλάδα “x” – e\u0301'],
  ['NUL', 'a\0b\0'],
  ['half a surrogate pair', 'a\ud83d b\udd4a'],
  ['what looks like an escape', '\\u0000 \\u005c \\\\u005c \\'],
  ['SQL', `'; drop table contexts; -- " % _ $1 ? :a`],
  ['white space and controls', ' \t\r\n\v\u0001\u001f\u007f\u2028\ufeff '],
  ['no characters', '\ufffe\uffff\ufffd'],
  ['100 kB', '“Ferries 🕊” '.repeat(100_000 / 20)],
] as const;

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc.constantFrom(...HARD_TEXTS.map(([, text]) => text)),
);
const anyKey = anyText.map((text) => text.slice(0, MAX_KEY_LENGTH));

export function describeStore({ name, isShared, stand }: Kind): void {
  describe(name, () => {
    let place: Stand;
    let store: Store;
    const opened: Store[] = [];
    const open = async (): Promise<Store> => {
      const another = await place.open();
      opened.push(another);
      return another;
    };
    beforeEach(async () => {
      place = await stand();
      store = await open();
    });
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.close();
      await place.remove();
    });

    describe('a context', () => {
      test('is null for a place where nothing was saved', async () => {
        expect(await store.findContext('discord/channel/1')).toBeNull();
      });

      test('is what was saved last for its place, and for no other', async () => {
        await store.saveContext('discord/channel/1', { request: 'who said missiles', page: 1 }, at(0));
        await store.saveContext('discord/channel/2', { request: 'speakers', page: 3 }, at(1));
        await store.saveContext('discord/channel/1', { request: 'timeline', page: 2 }, at(2));
        expect(await store.findContext('discord/channel/1')).toEqual({ request: 'timeline', page: 2 });
        expect(await store.findContext('discord/channel/2')).toEqual({ request: 'speakers', page: 3 });
      });

      test('saved last counts, also where its instant is earlier', async () => {
        await store.saveContext('p', { request: 'speakers', page: 1 }, at(9));
        await store.saveContext('p', { request: 'sources', page: 1 }, at(1));
        expect(await store.findContext('p')).toEqual({ request: 'sources', page: 1 });
      });

      test('belongs to a place to the letter', async () => {
        const places = ['a', 'A', 'a ', 'á', 'a\u0301', 'a\0', 'a\0b', '\\u0061', '', '\ud800', '\ud801', '\ufffd'];
        for (const [page, key] of places.entries()) await store.saveContext(key, { request: key, page }, at(page));
        for (const [page, key] of places.entries())
          expect(await store.findContext(key)).toEqual({ request: key, page });
      });

      test.each(HARD_TEXTS)('keeps a request with %s', async (_, request) => {
        await store.saveContext('p', { request, page: 1 }, at(0));
        expect(await store.findContext('p')).toEqual({ request, page: 1 });
      });

      test('is what a map would hold, whatever the texts', async () => {
        const saves = fc.array(fc.record({ place: anyKey, request: anyText, page: fc.nat() }), { maxLength: 20 });
        const known = new Map<string, { request: string; page: number }>();
        await fc.assert(
          fc.asyncProperty(saves, async (list) => {
            for (const { place: key, request, page } of list) {
              await store.saveContext(key, { request, page }, at(0));
              known.set(key, { request, page });
            }
            for (const { place: key } of list) expect(await store.findContext(key)).toEqual(known.get(key));
          }),
        );
      });
    });

    describe('a shown answer', () => {
      test('is null for an id that was not saved', async () => {
        expect(await store.findShown('a1')).toBeNull();
      });

      test.each([shown(), shown({ id: 'a2', isPrivate: true, page: 7 })])('is read back: $id', async (answer) => {
        await store.saveShown(answer, at(0));
        expect(await store.findShown(answer.id)).toEqual(answer);
      });

      test('replaces one of the same id', async () => {
        await store.saveShown(shown(), at(0));
        const other = shown({ request: 'speakers', page: 2, isPrivate: true, askedBy: 'u2', place: 'p2' });
        await store.saveShown(other, at(1));
        expect(await store.findShown('a1')).toEqual(other);
      });

      test.each(HARD_TEXTS)('keeps %s in each of its texts', async (_, text) => {
        const key = text.slice(0, MAX_KEY_LENGTH);
        const answer = shown({ id: key, request: text, askedBy: text, place: text });
        await store.saveShown(answer, at(0));
        expect(await store.findShown(key)).toEqual(answer);
      });
    });

    describe('feedback', () => {
      test('is empty where nobody pressed', async () => {
        expect(await store.feedback(at(0))).toEqual([]);
      });

      test('is counted by statement, what most people called wrong first', async () => {
        const presses: [string, string, 'right' | 'wrong'][] = [
          ['u1', 'ferry#4.1', 'right'],
          ['u2', 'ferry#4.1', 'wrong'],
          ['u1', 'harbour#2.1', 'wrong'],
          ['u2', 'harbour#2.1', 'wrong'],
          ['u3', 'ferry#4.2', 'right'],
          ['u4', 'ferry#4.2', 'right'],
        ];
        for (const [user, statementId, verdict] of presses) {
          const passageId = statementId.replace(/\.\d+$/, '');
          await store.addFeedback(feedback({ user, passageId, statementId, verdict }), at(0));
        }
        expect(await store.feedback(at(0))).toEqual([
          { passageId: 'harbour#2', statementId: 'harbour#2.1', right: 0, wrong: 2, notes: [] },
          { passageId: 'ferry#4', statementId: 'ferry#4.1', right: 1, wrong: 1, notes: [] },
          { passageId: 'ferry#4', statementId: 'ferry#4.2', right: 2, wrong: 0, notes: [] },
        ]);
      });

      test('of the same user on the same statement is replaced by a second press, wherever it is made', async () => {
        await store.addFeedback(feedback({ verdict: 'wrong', note: 'It was Moss.' }), at(0));
        await store.addFeedback(feedback({ verdict: 'right', place: 'p2', community: null, request: 'ask x' }), at(1));
        const [only, ...others] = await store.feedback(at(0));
        expect(others).toEqual([]);
        expect(only).toMatchObject({ right: 1, wrong: 0, notes: [] });
        expect(await store.feedback(at(1))).toHaveLength(1);
      });

      test.each([
        ['another user', { user: 'u2' }],
        ['another platform', { platform: 'slack' }],
      ])('of %s is counted, too', async (_, other) => {
        await store.addFeedback(feedback(), at(0));
        await store.addFeedback(feedback(other), at(0));
        expect(await store.feedback(at(0))).toMatchObject([{ statementId: 'ferry#4.1', wrong: 2 }]);
      });

      test('on a passage without a statement is apart from that on its statements', async () => {
        await store.addFeedback(feedback(), at(0));
        await store.addFeedback(feedback({ statementId: null }), at(0));
        await store.addFeedback(feedback({ statementId: null, verdict: 'right' }), at(0));
        expect(await store.feedback(at(0))).toEqual([
          { passageId: 'ferry#4', statementId: 'ferry#4.1', right: 0, wrong: 1, notes: [] },
          { passageId: 'ferry#4', statementId: null, right: 1, wrong: 0, notes: [] },
        ]);
      });

      test('has the notes, newest first, with what was asked', async () => {
        const request = 'who said ferries';
        await store.addFeedback(feedback({ user: 'u1', note: 'It was Moss.' }), at(1));
        await store.addFeedback(feedback({ user: 'u2', verdict: 'right', note: '' }), at(3));
        await store.addFeedback(feedback({ user: 'u3', note: null }), at(4));
        await store.addFeedback(feedback({ user: 'u4', note: 'Not\0 her 🕊' }), at(2));
        const [summary] = await store.feedback(at(0));
        expect(summary?.notes).toEqual([
          { verdict: 'right', note: '', request, at: at(3) },
          { verdict: 'wrong', note: 'Not\0 her 🕊', request, at: at(2) },
          { verdict: 'wrong', note: 'It was Moss.', request, at: at(1) },
        ]);
      });

      test('is read from an instant on, which is included', async () => {
        await store.addFeedback(feedback({ user: 'u1' }), at(1));
        await store.addFeedback(feedback({ user: 'u2' }), at(2));
        await store.addFeedback(feedback({ user: 'u3' }), at(3));
        expect(await store.feedback(at(2))).toMatchObject([{ wrong: 2 }]);
        expect(await store.feedback(at(4))).toEqual([]);
      });
    });

    describe('a claim', () => {
      test('is given once for each key', async () => {
        expect(await store.claimOnce('discord/interaction/1', at(0))).toBe(true);
        expect(await store.claimOnce('discord/interaction/1', at(0))).toBe(false);
        expect(await store.claimOnce('discord/interaction/1', at(9))).toBe(false);
        expect(await store.claimOnce('discord/interaction/2', at(0))).toBe(true);
      });

      test('is given to one of 200 who ask at the same moment', async () => {
        const claims = await Promise.all(Array.from({ length: 200 }, () => store.claimOnce('k', at(0))));
        expect(claims.filter(Boolean)).toHaveLength(1);
      });

      test('is given once for each of the texts, whatever is in them', async () => {
        const claimed = new Set<string>();
        await fc.assert(
          fc.asyncProperty(anyKey, async (key) => {
            expect(await store.claimOnce(key, at(0))).toBe(!claimed.has(key));
            claimed.add(key);
          }),
        );
      });
    });

    describe('an installation', () => {
      test('is null where nothing is installed', async () => {
        expect(await store.findInstallation(installation())).toBeNull();
        expect(await store.installations('slack')).toEqual([]);
      });

      test('is that of its workspace, or of its organisation, and of its platform', async () => {
        const all = [
          installation(),
          installation({ team: 'T2', installation: 'b' }),
          installation({ team: 'E1', installation: 'c' }),
          installation({ platform: 'other', installation: 'd' }),
          enterprise(),
          enterprise({ enterprise: 'T1', installation: 'e' }),
        ];
        for (const each of all) await store.saveInstallation(each, at(0));
        for (const each of all) expect(await store.findInstallation(each)).toBe(each.installation);
      });

      test('of a workspace is found whether its organisation is told or not', async () => {
        await store.saveInstallation(installation({ enterprise: 'E1' }), at(0));
        expect(await store.findInstallation(installation())).toBe('{"of":"T1"}');
        expect(await store.findInstallation(enterprise())).toBeNull();
      });

      test('replaces an earlier one, with all that is known of it', async () => {
        await store.saveInstallation(installation(), at(5));
        await store.saveInstallation(installation({ enterprise: 'E1', installation: 'new' }), at(1));
        expect(await store.findInstallation(installation())).toBe('new');
        expect(await store.installations('slack')).toMatchObject([{ enterprise: 'E1', team: 'T1' }]);
      });

      test('is listed by platform, organisations first, without what was granted', async () => {
        for (const team of ['T2', 'T1']) await store.saveInstallation(installation({ team }), at(0));
        await store.saveInstallation(enterprise(), at(0));
        await store.saveInstallation(installation({ platform: 'other' }), at(0));
        expect(await store.installations('slack')).toEqual([
          { platform: 'slack', enterprise: 'E1', team: null, isEnterprise: true },
          { platform: 'slack', enterprise: null, team: 'T1', isEnterprise: false },
          { platform: 'slack', enterprise: null, team: 'T2', isEnterprise: false },
        ]);
      });

      test('is removed once, and no other with it', async () => {
        for (const each of [installation(), installation({ team: 'T2' }), enterprise()])
          await store.saveInstallation(each, at(0));
        expect(await store.removeInstallation(installation())).toBe(true);
        expect(await store.removeInstallation(installation())).toBe(false);
        expect(await store.findInstallation(installation())).toBeNull();
        expect(await store.installations('slack')).toHaveLength(2);
      });

      test('is removed when it was installed up to the instant, inclusive', async () => {
        await store.saveInstallation(installation(), at(5));
        expect(await store.removeInstallation(installation(), at(4))).toBe(false);
        expect(await store.findInstallation(installation())).not.toBeNull();
        expect(await store.removeInstallation(installation(), at(5))).toBe(true);
        expect(await store.findInstallation(installation())).toBeNull();
      });

      test('is renewed only while it is the one that was installed then', async () => {
        expect(await store.renewInstallation(installation({ installation: 'a' }), at(1))).toBe(false);
        await store.saveInstallation(installation(), at(1));
        await store.saveInstallation(installation({ team: 'T2' }), at(1));
        expect(await store.renewInstallation(installation({ installation: 'b' }), at(1))).toBe(true);
        expect(await store.findInstallation(installation())).toBe('b');
        await store.saveInstallation(installation({ installation: 'again' }), at(2));
        expect(await store.renewInstallation(installation({ installation: 'c' }), at(1))).toBe(false);
        expect(await store.findInstallation(installation())).toBe('again');
        expect(await store.findInstallation(installation({ team: 'T2' }))).toBe('{"of":"T1"}');
      });

      test.each(HARD_TEXTS)('keeps %s, in its ids as well', async (_, text) => {
        const saved = installation({ team: text.slice(0, 300), enterprise: text.slice(0, 300), installation: text });
        await store.saveInstallation(saved, at(0));
        expect(await store.findInstallation(saved)).toBe(text);
        const { installation: _text, ...key } = saved;
        expect(await store.installations('slack')).toEqual([key]);
      });
    });

    describe('forget', () => {
      test('deletes what was saved before the instant, not at it, and counts', async () => {
        for (const seconds of [1, 2, 3]) {
          await store.saveContext(`p${seconds}`, { request: 'speakers', page: 1 }, at(seconds));
          await store.saveShown(shown({ id: `a${seconds}` }), at(seconds));
          await store.claimOnce(`k${seconds}`, at(seconds));
        }
        await store.saveShown(shown({ id: 'a0' }), at(0));
        await store.claimOnce('k0', at(0));
        await store.claimOnce('k00', at(0));
        expect(await store.forget(at(2))).toEqual({ contexts: 1, shown: 2, claims: 3, deliveries: 0, feedItems: 0 });
        expect([await store.findContext('p1'), await store.findShown('a1')]).toEqual([null, null]);
        expect(await store.findContext('p2')).not.toBeNull();
        expect(await store.findShown('a2')).not.toBeNull();
        expect(await store.claimOnce('k2', at(9))).toBe(false);
        expect(await store.claimOnce('k1', at(9))).toBe(true);
      });

      test('finds nothing the second time', async () => {
        await store.claimOnce('k', at(0));
        await store.forget(at(1));
        expect(await store.forget(at(1))).toEqual({ contexts: 0, shown: 0, claims: 0, deliveries: 0, feedItems: 0 });
      });

      test('goes by the last saving, and by the first claim', async () => {
        for (const seconds of [0, 5]) {
          await store.saveContext('p', { request: 'speakers', page: 1 }, at(seconds));
          await store.saveShown(shown(), at(seconds));
          await store.claimOnce('k', at(seconds));
        }
        expect(await store.forget(at(5))).toEqual({ contexts: 0, shown: 0, claims: 1, deliveries: 0, feedItems: 0 });
      });

      test('leaves feedback and installations alone', async () => {
        await store.addFeedback(feedback(), at(0));
        await store.saveInstallation(installation(), at(0));
        await store.forget(at(9));
        expect(await store.feedback(at(0))).toHaveLength(1);
        expect(await store.installations('slack')).toHaveLength(1);
      });

      test('deletes many, and the process goes on meanwhile', async () => {
        const claims = Array.from({ length: 1_100 }, (_, number) => store.claimOnce(`k${number}`, at(0)));
        await Promise.all(claims);
        const order: string[] = [];
        const forgotten = store.forget(at(1)).then((counts) => {
          order.push('forgotten');
          return counts;
        });
        setImmediate(() => order.push('something else'));
        expect(await forgotten).toEqual({ contexts: 0, shown: 0, claims: 1_100, deliveries: 0, feedItems: 0 });
        expect(order).toEqual(['something else', 'forgotten']);
      });
    });

    describe('close', () => {
      test('is followed by refusals that say so, and may be repeated', async () => {
        await Promise.all([store.close(), store.close()]);
        await store.close();
        const calls = [
          store.findContext('p'),
          store.saveContext('p', { request: 'speakers', page: 1 }, at(0)),
          store.findShown('a1'),
          store.saveShown(shown(), at(0)),
          store.addFeedback(feedback(), at(0)),
          store.feedback(at(0)),
          store.claimOnce('k', at(0)),
          store.saveInstallation(installation(), at(0)),
          store.renewInstallation(installation(), at(0)),
          store.findInstallation(installation()),
          store.removeInstallation(installation()),
          store.installations('slack'),
          store.forget(at(0)),
        ];
        for (const call of await Promise.allSettled(calls)) {
          expect(call).toMatchObject({ status: 'rejected', reason: { name: 'StoreError', code: 'closed' } });
        }
      });

      test('waits for what was asked before', async () => {
        const calls = Array.from({ length: 50 }, (_, number) => store.claimOnce(`k${number}`, at(0)));
        const finding = store.findContext('p');
        await store.close();
        expect(await Promise.all(calls)).toEqual(calls.map(() => true));
        expect(await finding).toBeNull();
      });

      test('waits for the last of many deletions', async () => {
        await Promise.all(Array.from({ length: 1_100 }, (_, number) => store.claimOnce(`k${number}`, at(0))));
        const forgetting = store.forget(at(1));
        await store.close();
        expect(await forgetting).toEqual({ contexts: 0, shown: 0, claims: 1_100, deliveries: 0, feedItems: 0 });
      });
    });

    describe('a bug of the caller', () => {
      test('is a key that is too long for an index', async () => {
        const [fits, tooLong] = ['🕊'.repeat(MAX_KEY_LENGTH / 2), 'k'.repeat(MAX_KEY_LENGTH + 1)];
        expect(await store.claimOnce(fits, at(0))).toBe(true);
        const context = { request: 'speakers', page: 1 };
        await store.saveContext(fits, context, at(0));
        expect(await store.findContext(fits)).toEqual(context);
        await store.addFeedback(feedback({ user: fits, statementId: fits }), at(0));
        const calls = [
          store.claimOnce(tooLong, at(0)),
          store.saveContext(tooLong, context, at(0)),
          store.findContext(tooLong),
          store.saveShown(shown({ id: tooLong }), at(0)),
          store.findShown(tooLong),
          store.addFeedback(feedback({ user: tooLong }), at(0)),
          store.addFeedback(feedback({ statementId: tooLong }), at(0)),
          store.addFeedback(feedback({ statementId: null, passageId: tooLong }), at(0)),
          store.saveInstallation(installation({ team: tooLong }), at(0)),
          store.renewInstallation(installation({ team: tooLong }), at(0)),
          store.findInstallation(enterprise({ enterprise: tooLong })),
          store.removeInstallation(installation({ team: tooLong })),
          store.installations(tooLong),
        ];
        for (const call of calls) await expect(call).rejects.toThrow(RangeError);
      });

      test('is an installation of nobody', async () => {
        const nobody = [installation({ enterprise: 'E1', team: null }), enterprise({ enterprise: null, team: 'T1' })];
        for (const each of nobody) {
          await expect(store.saveInstallation(each, at(0))).rejects.toThrow(RangeError);
          await expect(store.findInstallation(each)).rejects.toThrow(RangeError);
        }
      });

      test('is an invalid date, which saves nothing', async () => {
        const never = new Date(Number.NaN);
        await expect(store.claimOnce('k', never)).rejects.toThrow(RangeError);
        await expect(store.saveContext('p', { request: 'speakers', page: 1 }, never)).rejects.toThrow(RangeError);
        await expect(store.saveShown(shown(), never)).rejects.toThrow(RangeError);
        await expect(store.addFeedback(feedback(), never)).rejects.toThrow(RangeError);
        await expect(store.feedback(never)).rejects.toThrow(RangeError);
        await expect(store.saveInstallation(installation(), never)).rejects.toThrow(RangeError);
        await expect(store.renewInstallation(installation(), never)).rejects.toThrow(RangeError);
        await expect(store.removeInstallation(installation(), never)).rejects.toThrow(RangeError);
        await expect(store.forget(never)).rejects.toThrow(RangeError);
        expect(await store.claimOnce('k', at(0))).toBe(true);
      });
    });

    describeDigests(() => ({ store, open }), isShared);
    describeFeeds(() => ({ store, open }), isShared);

    if (!isShared) return;

    describe('two connections', () => {
      test('see at once what the other one saved', async () => {
        const other = await open();
        await store.saveContext('p', { request: 'speakers', page: 1 }, at(0));
        expect(await other.findContext('p')).toEqual({ request: 'speakers', page: 1 });
        await other.saveContext('p', { request: 'sources', page: 2 }, at(0));
        expect(await store.findContext('p')).toEqual({ request: 'sources', page: 2 });
      });

      test('that claim the same keys at the same moment get each of them once', async () => {
        const other = await open();
        const keys = Array.from({ length: 100 }, (_, number) => `k${number}`);
        const claims = await Promise.all(
          keys.map((key) => Promise.all([store.claimOnce(key, at(0)), other.claimOnce(key, at(0))])),
        );
        for (const pair of claims) expect(pair.filter(Boolean)).toHaveLength(1);
      });
    });

    test('what was saved is there when it is opened again', async () => {
      await store.saveContext('p', { request: 'speakers', page: 1 }, at(0));
      await store.saveShown(shown(), at(0));
      await store.addFeedback(feedback({ note: 'It was Moss.' }), at(0));
      await store.claimOnce('k', at(0));
      await store.saveInstallation(installation(), at(0));
      const summaries = await store.feedback(at(0));
      await store.close();
      const again = await open();
      expect(await again.findContext('p')).toEqual({ request: 'speakers', page: 1 });
      expect(await again.findShown('a1')).toEqual(shown());
      expect(await again.feedback(at(0))).toEqual(summaries);
      expect(await again.claimOnce('k', at(1))).toBe(false);
      expect(await again.findInstallation(installation())).toBe('{"of":"T1"}');
    });
  });
}
