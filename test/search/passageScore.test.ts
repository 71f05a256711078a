// From where on a passage answers: for what somebody said themselves less is enough among few passages, and as much as ever among many.
import { expect, test } from 'vitest';
import { FEATURES } from '../../src/search/passageFeatures.ts';
import { isAnswer, isOwnAnswer } from '../../src/search/passageScore.ts';

type Judge = typeof isAnswer;

/** The least share of the question, in hundredths, with which a passage answers that has nothing else. */
function leastShare(judge: Judge, passages: number, wanted: 'said' | 'words' | 'other'): number {
  const at = FEATURES.indexOf('coverage');
  for (let share = 0; share < 2_000; share += 1) {
    const features = new Float64Array(FEATURES.length);
    features[at] = share / 100;
    if (judge(features, wanted, passages)) return share;
  }
  throw new Error('no share is enough');
}

test.each([14, 600, 5_000])('of %d passages, less of a question is enough where its speaker says it', (passages) => {
  expect(leastShare(isOwnAnswer, passages, 'said')).toBeLessThan(leastShare(isAnswer, passages, 'said'));
});

test('the more passages, the less lower the line; among 25,000 it is the same', () => {
  const lower = [14, 600, 2_000, 9_000, 25_000, 300_000].map(
    (passages) => leastShare(isAnswer, passages, 'said') - leastShare(isOwnAnswer, passages, 'said'),
  );
  expect(lower.every((one, at) => at === 0 || one <= (lower[at - 1] ?? 0) + 1)).toBe(true);
  expect(lower.slice(-2)).toEqual([0, 0]);
});

test('for questions of any other kind it is the same', () => {
  expect(leastShare(isOwnAnswer, 14, 'other')).toBe(leastShare(isAnswer, 14, 'other'));
});

test('whatever else speaks for it, a passage without a fifth of the question answers nothing but what was said', () => {
  const features = new Float64Array(FEATURES.length);
  for (const name of ['bm25', 'near', 'loose', 'titleOnly', 'saidBy', 'article'] as const)
    features[FEATURES.indexOf(name)] = 5;
  const judged = [0.19, 0.2].map((share) => {
    features[FEATURES.indexOf('coverage')] = share;
    return (['other', 'day', 'said'] as const).map((wanted) => isAnswer(features, wanted, 14));
  });
  expect(judged).toEqual([
    [false, false, true],
    [true, true, true],
  ]);
});
