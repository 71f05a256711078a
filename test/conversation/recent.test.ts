import { expect, test } from 'vitest';
import { createRecent } from '../../src/conversation/recent.ts';

test('keeps what was used last', () => {
  const recent = createRecent<number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  expect(recent.get('a')).toBe(1);
  recent.set('c', 3);
  expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual([1, undefined, 3]);
  recent.set('c', 4);
  expect(['a', 'c'].map((key) => recent.get(key))).toEqual([1, 4]);
});
