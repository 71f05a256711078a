// shorten(text): what a reader typed, short enough to be repeated in a title or an error. Never for printed words: those are
// shown by whole sentences (fit.ts).

/** A longer word is no word of a language; most terminals and phones show about as many in a line. */
const MAX_WORD_CHARS = 60;

/** At most `maxChars` characters, "…" included; ends between words where it can. */
export function shorten(text: string, maxChars: number): string {
  const short = shortenWords(text);
  if (charactersOf(short).length <= maxChars) return short;
  const cut = charactersOf(short)
    .slice(0, maxChars - 1)
    .join('');
  return `${cut.replace(/\s+\S*$/u, '')}…`;
}

/** Every word at most 60 characters, "…" included. */
function shortenWords(text: string): string {
  return text.replace(/\S+/gu, (word) => {
    const characters = charactersOf(word);
    return characters.length <= MAX_WORD_CHARS ? word : `${characters.slice(0, MAX_WORD_CHARS - 1).join('')}…`;
  });
}

/** Code points: half an emoji would be no character. */
function charactersOf(text: string): string[] {
  return [...text];
}
