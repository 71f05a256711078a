// partsOf(index, quotation): the words of a quotation that must be printed side by side, parted where whoever quotes has left words out or
// put some in: "…", "[…]", "[Iran]", "[T]he".

import { LINE_HYPHEN } from '../../requests/pasted.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Token } from '../../search/tokens.ts';

/** "…", "[…]", "[Iran]": words left out or put in by whoever quotes; what stands between them must be printed. */
const OMISSION = /\s*(?:\[[^\]]*\]|…|\.(?:\s?\.){2,}|\(\.{3}\)|\(…\))\s*/u;
/** "[T]he": only the size of the letter was changed. */
const CAPITAL = /\[(\p{L})\](?=\p{L})/gu;
/** "stay[ed]", "[re]open": another word. */
const ENDING = /(?:\p{L}+\[\p{L}+\]\p{L}*|\[\p{L}+\]\p{L}+)/gu;
const HYPHENED = new RegExp(String.raw`(\p{L}+)${LINE_HYPHEN}(\p{L}+)`, 'gu');

/** Parts of at least one word, in order. */
export function partsOf(index: StoryIndex, quotation: string): Token[][] {
  return quotation
    .split(OMISSION)
    .map((part) => index.tokenize(part))
    .filter((part) => part.length > 0);
}

/** Its words, with their places in it, and the numbers of those before which words were left out or put in. */
export function withBreaks(
  index: StoryIndex,
  quotation: string,
): { readonly words: Token[]; readonly breaks: ReadonlySet<number> } {
  const marks = [...quotation.matchAll(new RegExp(OMISSION, 'gu'))];
  const masked = marks.reduce(
    (text, { 0: mark, index: at }) => text.slice(0, at) + ' '.repeat(mark.length) + text.slice(at + mark.length),
    quotation,
  );
  const words = index.tokenize(masked);
  const breaks = marks.map(({ index: at }) => words.findIndex(({ start }) => start >= at));
  return { words, breaks: new Set(breaks.filter((at) => at > 0)) };
}

/** The quotation as it must be printed, but for words left out and put in. */
export function asPrinted(index: StoryIndex, quotation: string): string {
  return quotation
    .replace(CAPITAL, '$1')
    .replace(ENDING, '[…]')
    .replace(HYPHENED, (_, a: string, b: string) => (isPrinted(index, a + b) ? a + b : `${a}-${b}`));
}

function isPrinted(index: StoryIndex, word: string): boolean {
  for (const _ of index.placesOf(index.tokenize(word))) return true;
  return false;
}

const SENTENCE_END = /(?<=[.!?…]["”’)]*)\s+(?=["“‘(]*[\p{Lu}\p{Lo}\p{N}])|\s+\/\s+/u;

/** Its sentences; one, where none ends within. */
export function sentencesOf(text: string): string[] {
  return text.split(SENTENCE_END).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
