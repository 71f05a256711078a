// measureSameText(options): how many variants of invented articles are found among many others, and how many that are none.

import { createTextIndex, type TextIndex } from '../../src/sameText/textIndex.ts';
import { createNews } from '../bench/news/inventNews.ts';
import { createRandom } from '../bench/news/random.ts';
import { APART, type Material, SAME, template, type Variant } from './variants.ts';

export interface Row {
  readonly name: string;
  readonly isSame: boolean;
  readonly tried: number;
  /** Found with its own article; of what is not the same: found with any. */
  readonly found: number;
  /** Median and 99th of 100, microseconds a look-up. */
  readonly us: readonly [number, number];
  /** Of those found, the least and the most. */
  readonly shares: readonly [number, number];
}

export interface Measured {
  readonly rows: readonly Row[];
  /** Bytes that an article takes, where the process can tell. */
  readonly bytesPerArticle: number | null;
}

/** `tried`: articles of which each variant is made. */
export function measureSameText({
  seed,
  articles,
  tried,
}: {
  readonly seed: number;
  readonly articles: number;
  readonly tried: number;
}): Measured {
  const news = createNews(seed);
  const paragraphsOf = (number: number): readonly string[] => news.article(number).body.split('\n\n');
  const index = createTextIndex();
  const before = usedBytes();
  let added = 0;
  // What the variants are made of beside their own article is not in the index.
  for (let number = 0; added < articles; number += 1) {
    if (number % 8 === 1) continue;
    index.add(`a${number}`, paragraphsOf(number));
    added += 1;
  }
  const after = usedBytes();
  const material = (number: number): Material => ({
    paragraphs: paragraphsOf(number),
    // Eight in a row, of which the first four tell one event.
    sameEvent: paragraphsOf(number + 1),
    other: paragraphsOf(2 * articles + 8 + number),
  });
  const step = Math.max(8, Math.floor(articles / tried / 8) * 8);
  const numbers = Array.from({ length: tried }, (_, at) => (at * step) % Math.max(8, articles - (articles % 8)));
  const materials = new Map(numbers.map((number) => [number, material(number)]));
  const rows = [...SAME, ...APART].map((variant) => measure(index, { variant, seed, materials }));
  return { rows, bytesPerArticle: before === null || after === null ? null : (after - before) / articles };
}

interface Trial {
  readonly variant: Variant;
  readonly seed: number;
  /** By number of their article. */
  readonly materials: ReadonlyMap<number, Material>;
}

function measure(index: TextIndex, { variant, seed, materials }: Trial): Row {
  const isSame = SAME.includes(variant);
  const times: number[] = [];
  const shares: number[] = [];
  for (const [number, given] of materials) {
    const random = createRandom(seed, variant.name, number);
    const id = `a${number}`;
    // What a template has filled in on one day is in the index, too.
    const isTemplate = variant.name.includes('template');
    if (isTemplate) index.add(id, template(createRandom(seed, 'first day', number), given.paragraphs));
    const made = variant.make(random, given);
    const start = performance.now();
    const found = index.find(made);
    times.push((performance.now() - start) * 1_000);
    if (found && (!isSame || found.id === id)) shares.push(found.share);
    if (isTemplate) index.add(id, given.paragraphs);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;
  return {
    name: variant.name,
    isSame,
    tried: materials.size,
    found: shares.length,
    us: [at(0.5), at(0.99)],
    shares: [Math.min(...shares), Math.max(...shares)],
  };
}

/** Null where memory can't be tidied up first. */
function usedBytes(): number | null {
  if (!globalThis.gc) return null;
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Found of all that are the same, and of all that are not. */
export function sumOf(rows: readonly Row[], isSame: boolean): { readonly found: number; readonly tried: number } {
  const own = rows.filter((row) => row.isSame === isSame);
  const sum = (key: 'found' | 'tried'): number => own.reduce((all, row) => all + row[key], 0);
  return { found: sum('found'), tried: sum('tried') };
}
