// isTooShort(index, words): whether words are too few to tell whose they are: such words are in every text.
import type { Passage } from '../../domain.ts';
import { findQuotations } from '../../quotations.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Token } from '../../search/tokens.ts';
import type { WordPlace } from '../../search/wordPlaces.ts';

/** Words that are no stop words, below which a quotation could be anybody's: "Trump", "the deal". */
const TELLING_WORDS = 2;
/** As many words in a row are telling, whatever they are: "we will just have to see". Chosen by eye. */
const TELLING_ROW = 5;

/** Not where somebody's whole printed quotation is that short ("inalienable"). */
export function isTooShort(index: StoryIndex, parts: readonly (readonly Token[])[]): boolean {
  if (parts.some((part) => part.length >= TELLING_ROW)) return false;
  const words = parts.flat();
  if (words.filter((token) => !token.isStop).length >= TELLING_WORDS) return false;
  for (const { passage, place } of index.placesOf(words)) if (isWholeQuotation(passage, place)) return false;
  return true;
}

const MARKS = /["“”„«»'‘’`]/u;

/** True where nothing else stands within the same quotation marks. An opening mark that is never closed counts up to the passage's end. */
function isWholeQuotation({ text }: Passage, { before, start, end, behind }: WordPlace): boolean {
  const [from, to] = [before ?? 0, behind ?? text.length];
  const isMarked = MARKS.test(text.slice(from, start)) && (behind === null || MARKS.test(text.slice(end, to)));
  return (
    isMarked &&
    findQuotations(text).some((one) => from <= one.start && one.start < start && end <= one.end && one.end <= to)
  );
}
