// The largest size that fits, found in few tries, whatever memory does.
import { expect, test } from 'vitest';
import { findLargest, MOST_MEMORY } from './largest.ts';
import type { Measured } from './result.ts';

function measured(articles: number, peak: number): Measured {
  const times = { files: 0, statements: 0, index: 0 };
  return { articles, passages: 0, statements: 0, times, memory: { rss: peak, heap: 0, arrays: 0, peak }, requests: [] };
}

test.each([
  ['grows with the articles', (articles: number): number => 100 + articles * 0.13],
  ['grows faster for many', (articles: number): number => 100 + articles * 0.05 + (articles / 400) ** 2],
  ['grows in steps', (articles: number): number => 100 + Math.ceil(articles / 1500) * 190],
])('memory %s', async (_, peakOf) => {
  const tried: number[] = [];
  const found = await findLargest(measured(1000, peakOf(1000)), async (articles) => {
    tried.push(articles);
    return measured(articles, peakOf(articles));
  });
  expect(found.memory.peak).toBeLessThanOrEqual(MOST_MEMORY);
  expect(peakOf(found.articles * 1.2)).toBeGreaterThan(MOST_MEMORY * 0.9);
  expect(tried.length).toBeLessThanOrEqual(6);
});

test('a size for which the heap does not suffice is too large', async () => {
  const found = await findLargest(measured(1000, 230), async (articles) =>
    articles > 5000 ? null : measured(articles, 100 + articles * 0.13),
  );
  expect(found.articles).toBeLessThanOrEqual(5000);
  expect(found.articles).toBeGreaterThan(4000);
});
