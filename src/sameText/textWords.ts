// textWords(paragraph): the words of a paragraph as two outlets' house styles have them alike: without case, accents and marks, one spelling for
// British and American, figures for small numbers. Never shown to anybody.

export interface TextWord {
  readonly word: string;
  /** A number, a weekday or a month: what differs between two days of one template. */
  readonly isFigure: boolean;
}

/** Scripts without white space give their characters one by one. A number keeps its commas and points. */
const WORD =
  /\p{N}+(?:[.,]\p{N}+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu;
/** The same in ASCII, which takes a fifth of the time. */
const PLAIN_WORD = /\d+(?:[.,]\d+)*|[a-z0-9]+/g;
const NUMBER = /^\p{N}/u;
const MARKS = /[\p{M}'’ʼ`´]/gu;

const SMALL = new Map(
  'three four five six seven eight nine ten eleven twelve'.split(' ').map((word, at) => [word, String(at + 3)]),
);
const DAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'.split(
    ' ',
  ),
);

export function textWords(paragraph: string): TextWord[] {
  const folded = paragraph.normalize('NFKD').replace(MARKS, '').toLowerCase();
  return (folded.match(isPlain(folded) ? PLAIN_WORD : WORD) ?? []).map((word) => {
    const small = SMALL.get(word);
    if (small !== undefined) return { word: small, isFigure: true };
    if (NUMBER.test(word)) return { word: word.replaceAll(',', ''), isFigure: true };
    return { word: spelling(word), isFigure: DAYS.has(word) };
  });
}

/** Nothing but letters, digits and signs that ASCII has, or that part words there, too. */
function isPlain(folded: string): boolean {
  return !/[^\x20-\x7e\u2010-\u2026\s]/.test(folded);
}

/** What of a word may be spelled in two ways: a quick look before it is changed. */
const TWO_WAYS = /mmes?$|tres?$|our|is[eia]|ogues?$|ll(?:ed|ing|ers?)$|ence$/;

/** "Programme", "centre", "organised", "labour", "travelled", "dialogue" as American papers spell them; nothing that is read. */
function spelling(word: string): string {
  if (word.length < 5 || !TWO_WAYS.test(word)) return word;
  return word
    .replace(/mme(s?)$/, 'm$1')
    .replace(/tre(s?)$/, 'ter$1')
    .replace(/our(?=$|s$|ed$|ing$|er|it|ab)/, 'or')
    .replace(/is(?=e$|es$|ed$|ing$|ation)/, 'iz')
    .replace(/ogue(s?)$/, 'og$1')
    .replace(/ll(?=ed$|ing$|ers?$)/, 'l')
    .replace(/ence$/, 'ense');
}
