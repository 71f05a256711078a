// Buttons of held articles: what they say survives a restart, fits into a button of Discord, and is never read from anything else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatHeldAction, type HeldAction, isHeldAction, keyOf, parseHeldAction } from '../../src/approval/actions.ts';

const key = fc.string().map(keyOf);
const from = fc.nat({ max: 9_999_999 });
const decision = fc
  .record({
    kind: fc.constantFrom('approve' as const, 'refuse' as const),
    keys: fc.array(key, { minLength: 1, maxLength: 5 }),
    from,
  })
  .chain((one) => fc.nat({ max: one.keys.length - 1 }).map((place) => ({ ...one, place })));
const action: fc.Arbitrary<HeldAction> = fc.oneof(
  decision,
  fc.record({ kind: fc.constant('page' as const), from }),
  fc.record({ kind: fc.constant('after' as const), key, from }),
);

test('every action is read as what was written, in 100 units', () => {
  fc.assert(
    fc.property(action, (one) => {
      const text = formatHeldAction(one);
      expect(text.length).toBeLessThanOrEqual(100);
      expect(isHeldAction(text)).toBe(true);
      expect(parseHeldAction(text)).toEqual(one);
    }),
  );
});

test.each([
  'held.approve.2.0123456789ab.0',
  'held.approve.0.0123456789ab.0',
  'held.approve.1..0',
  'held.approve.1.0123456789AB.0',
  'held.publish.1.0123456789ab.0',
  'held.page.-1',
  'held.page.12345678',
  'held.after.xyz.0',
  ' held.page.1',
  'held.page.1\n',
])('%j is none', (text) => {
  expect(parseHeldAction(text)).toBeNull();
});

test('ids that begin alike, however long, have keys of their own', () => {
  const long = 'a-very-long-name-of-an-article-'.repeat(12);
  expect(new Set(['1', '2', '3'].map((end) => keyOf(`${long}${end}`))).size).toBe(3);
  expect(keyOf(`${long}1`)).toMatch(/^[0-9a-f]{12}$/u);
});
