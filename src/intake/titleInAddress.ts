// titleInAddress(address): the words of a title as many outlets put them into the address: "…/Trump-tells-Netanyahu-he-wants-1KHfHAsaeU8/amp.html".

/** Fewer words are a section or a name. Chosen by eye. */
const LEAST_WORDS = 4;

/** Null: no part of the path reads like a title. Accents and marks are not in addresses: a curator must look. */
export function titleInAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const parts = new URL(address).pathname.split('/').map((part) => decoded(part).replace(/\.[a-z]{2,5}$/iu, ''));
  const titles = parts.map(wordsOf).filter((words) => words.length >= LEAST_WORDS);
  const longest = titles.sort((a, b) => b.length - a.length)[0];
  if (longest === undefined) return null;
  const title = longest.join(' ');
  return title.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function wordsOf(part: string): string[] {
  const words = part.split(/[-_+\s]+/u).filter((word) => word !== '');
  // Dates and numbers before it, an id of letters and digits behind it.
  while (words.length > 0 && /^\d+$/u.test(words[0] ?? '')) words.shift();
  while (words.length > 0 && isId(words.at(-1) ?? '')) words.pop();
  return words.every((word) => /\p{L}|^\d{1,4}$/u.test(word)) ? words : [];
}

/** "1KHfHAsaeU8", "a12345678", "20260212"; not "2026", "G20" or "covid19". */
function isId(word: string): boolean {
  if (/^\d{5,}$/u.test(word)) return true;
  return word.length >= 7 && /\d/u.test(word) && /\p{L}/u.test(word) && !/^\p{L}{4,}\d{1,2}$/u.test(word);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Damaged on the way: its words are not those of the title.
    return '';
  }
}
