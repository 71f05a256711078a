// createSpelling(words): which words of the corpus are a typing error away. Every word is filed under itself and under what is left
// when one letter is taken out; two words that are one error apart, and most that are two apart, share such a key. So a look-up
// costs as many steps as the word has letters, not as many as there are words.
import { editDistance } from '../editDistance.ts';

export interface Candidate {
  readonly word: string;
  readonly distance: number;
  /** How often it stands in the corpus. */
  readonly count: number;
}

export interface Spelling {
  /** Nearest first, then the most frequent. */
  near(word: string, most: number): Candidate[];
}

/** Shorter words are one letter away from too many others. */
const MIN_FILED = 3;

export function createSpelling(words: ReadonlyMap<string, number>): Spelling {
  const list = [...words.keys()].filter((word) => word.length >= MIN_FILED);
  let size = 0;
  for (const word of list) size += word.length + 1;
  // Pairs of a key's hash and the number of a word, in the order of the hashes. Equal hashes of other keys are sorted out by distance.
  const pairs = new Float64Array(size);
  let used = 0;
  list.forEach((word, number) => {
    for (const key of keysOf(word)) {
      pairs[used] = hash(key) * WORDS + number;
      used += 1;
    }
  });
  pairs.sort();
  return {
    near(word, most) {
      const found = new Set<number>();
      for (const key of keysOf(word)) {
        const first = hash(key) * WORDS;
        for (let at = lowerBound(pairs, first); at < size && (pairs[at] as number) < first + WORDS; at += 1)
          found.add((pairs[at] as number) - first);
      }
      return [...found]
        .flatMap((number): Candidate[] => {
          const other = list[number] as string;
          const distance = editDistance(word, other, most);
          return distance > most ? [] : [{ word: other, distance, count: words.get(other) ?? 0 }];
        })
        .sort((a, b) => a.distance - b.distance || b.count - a.count || (a.word < b.word ? -1 : 1));
    },
  };
}

/** More words than a corpus has; with 30 bits of a hash a pair is a whole number below 2 to the 53. */
const WORDS = 2 ** 22;

function keysOf(word: string): string[] {
  const keys = [word];
  for (let i = 0; i < word.length; i += 1) keys.push(word.slice(0, i) + word.slice(i + 1));
  return keys;
}

/** 30 bits of FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0) & 0x3fffffff;
}

/** The first place whose number is not below `wanted`. */
function lowerBound(sorted: Float64Array, wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
