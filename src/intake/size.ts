// sizeDoubts(texts): what is far larger than an article is looked at by somebody before the program reads who says what in it, at every start.
import type { Doubt } from './draft.ts';

/**
 * Characters. Chosen by eye, far above articles and their paragraphs: a paragraph of nothing but "said" takes the square of its length to read, 17 s
 * for 100,000.
 */
const MOST = { all: 300_000, paragraph: 20_000 };

export function sizeDoubts(texts: readonly string[]): Doubt[] {
  const all = texts.reduce((sum, text) => sum + text.length, 0);
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
  if (all > MOST.all) return [{ field: 'body', reason: `the text has ${all} characters: it may be no article` }];
  if (longest > MOST.paragraph)
    return [{ field: 'body', reason: `a paragraph has ${longest} characters: its breaks may be lost` }];
  return [];
}
