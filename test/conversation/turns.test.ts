import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns } from '../../src/conversation/turns.ts';

/** Work that ends when it is told to. */
function open(): { readonly promise: Promise<void>; readonly end: () => void } {
  let end = (): void => {};
  const promise = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { promise, end };
}

test('at most so many at a time, in the order in which they came; the others are counted', async () => {
  const turns = createTurns(2, setImmediate);
  const works = [open(), open(), open(), open()];
  const begun: number[] = [];
  const done = works.map(({ promise }, at) =>
    turns.take(async () => {
      begun.push(at);
      await promise;
      return at;
    }),
  );
  expect(turns.waiting).toBe(2);
  works[1]?.end();
  await done[1];
  await setImmediate();
  expect([begun, turns.waiting]).toEqual([[0, 1, 2], 1]);
  for (const { end } of works) end();
  expect(await Promise.all(done)).toEqual([0, 1, 2, 3]);
  expect(turns.waiting).toBe(0);
});

test('work that fails fails for who asked, and the next has its turn', async () => {
  const turns = createTurns(1, setImmediate);
  const failed = turns.take(() => Promise.reject(new Error('no')));
  const next = turns.take(async () => 'yes');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('yes');
});

test('the event loop turns between two', async () => {
  const turns = createTurns(1, setImmediate);
  const events: string[] = [];
  const both = [turns.take(async () => events.push('first')), turns.take(async () => events.push('second'))];
  void turns.take(async () => undefined).then(() => events.push('third'));
  const tick = setImmediate().then(() => events.push('came meanwhile'));
  await Promise.all([...both, tick]);
  expect(events.indexOf('came meanwhile')).toBeLessThan(events.indexOf('second'));
});

test('what is urgent goes first, and what hangs keeps nobody for ever', async () => {
  const turns = createTurns(1, setImmediate);
  const events: string[] = [];
  const urgent = turns.first(async () => {
    await setImmediate();
    await setImmediate();
    events.push('urgent');
  });
  await Promise.all([urgent, turns.take(async () => events.push('work'))]);
  expect(events).toEqual(['urgent', 'work']);
  const hung = open();
  const hanging = turns.first(() => hung.promise);
  expect(await turns.take(async () => 'done')).toBe('done');
  hung.end();
  await hanging;
});
