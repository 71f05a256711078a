// requestOfArguments(words): the words of a command line as the text of a request. A shell takes quotation marks away, so
// an argument of several words gets them back: `who said "no nuclear weapons"` stays a search for that phrase.
import { editDistance } from './editDistance.ts';

export function requestOfArguments(words: readonly string[]): string {
  const [only] = words;
  if (words.length === 1 && only !== undefined) return only;
  return words.map((word) => (/\s/u.test(word.trim()) && !/["“”]/u.test(word) ? `"${word}"` : word)).join(' ');
}

/** "--pages=2" is probably "page", one of those that there are; undefined: it is like none of them. */
export function nearestOption(option: string, known: readonly string[]): string | undefined {
  const name = option.replace(/^--|=.*$/gsu, '').toLowerCase();
  // As many errors as a mistyped command may have.
  return known.find((one) => editDistance(one, name, 2) <= (one.length <= 4 ? 1 : 2));
}
