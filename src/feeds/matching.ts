// isWanted(item, words): whether an item is one that its feed is followed for, by words of its title and summary. Case, accents and marks between
// words do not count.
import type { FeedItem } from './feed.ts';

export interface WantedWords {
  /** One of them must be there; empty: every item. */
  readonly include: readonly string[];
  /** None of them may be there. */
  readonly exclude: readonly string[];
}

/** Scripts that put no space between words: there a word is found anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export function isWanted(
  { title, summary }: Pick<FeedItem, 'title' | 'summary'>,
  { include, exclude }: WantedWords,
): boolean {
  const texts = [title, summary].map((text) => ` ${folded(text ?? '')} `);
  const has = (phrase: string): boolean => {
    const words = folded(phrase);
    if (words === '') return false;
    const wanted = UNSPACED.test(words) ? words : ` ${words} `;
    return texts.some((text) => text.includes(wanted));
  };
  return (include.length === 0 || include.some(has)) && !exclude.some(has);
}

/** Words in one spelling, a space between them. Letters that Persian and Arabic keyboards write differently are one. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|\u200c|\u200d|\u0640/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ي', 'ی')
    .replaceAll('ى', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
