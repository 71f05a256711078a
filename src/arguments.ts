// requestOfArguments(words): the words of a command line as the text of a request. A shell takes quotation marks away, so
// an argument of several words gets them back: `who said "no nuclear weapons"` stays a search for that phrase.

export function requestOfArguments(words: readonly string[]): string {
  const [only] = words;
  if (words.length === 1 && only !== undefined) return only;
  return words.map((word) => (/\s/u.test(word.trim()) && !/["“”]/u.test(word) ? `"${word}"` : word)).join(' ');
}
