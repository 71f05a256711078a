// entryKeys(index): what a channel has had, by a key for each passage that does not change when paragraphs are put in before it, nor from one
// process to another: a hash of the article's id and the passage's words.
import type { ArticleId, PassageId } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';

/** Every digest of every channel asks for them: they are kept as long as the index is. */
const known = new WeakMap<StoryIndex, ReadonlyMap<string, PassageId>>();

/** Passages that may be shown, in the order of the corpus; of two alike in one article the first. */
export function entryKeys(index: StoryIndex): ReadonlyMap<string, PassageId> {
  let keys = known.get(index);
  if (!keys) {
    const found = new Map<string, PassageId>();
    for (const { id, articleId, text } of index.shownPassages()) {
      const key = entryKey(articleId, text);
      if (!found.has(key)) found.set(key, id);
    }
    keys = found;
    known.set(index, keys);
  }
  return keys;
}

/** @example entryKey('cgtn-2026-02-12-trump-netanyahu', 'Ships wait.') // 16 hexadecimal digits */
export function entryKey(articleId: ArticleId, text: string): string {
  const whole = `${articleId}\n${text}`;
  return hash32(whole, 0x811c9dc5, 0x01000193) + hash32(whole, 0x9747b28c, 0x85ebca6b);
}

/**
 * FNV-1a over UTF-16 units, with its offset and prime or with others, and the mixing that ends MurmurHash3, by which every bit of the input reaches
 * every bit of the result. http://www.isthe.com/chongo/tech/comp/fnv/
 */
function hash32(text: string, offset: number, prime: number): string {
  let hash = offset;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return (hash >>> 0).toString(16).padStart(8, '0');
}
