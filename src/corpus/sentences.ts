// splitSentences(text): where sentences begin and end, for citing by whole sentences. Works on any script; the
// abbreviations are those of English news.
import { matchesOf, NUMBER, pattern } from '../patterns.ts';

/** Words that end in a full stop inside a sentence, without the stop. A capital counts: "Sat. 7 Feb." but "there he sat." */
const ABBREVIATIONS = new Set(
  `Mr Mrs Ms Dr Prof Sen Rep Gov Gen Col Lt Sgt Capt Maj Adm Rev Hon St Ft Mt Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
   Mon Tue Wed Thu Fri Sat Sun vs dept Dept est Est approx vol Vol cf e.g E.g i.e I.e`.split(/\s+/),
);
/** Those that a sentence may also end in: "… Orr Jr. The …", "at 5 p.m. On …". */
const ENDING_ABBREVIATIONS = new Set(`Jr Sr Inc Corp Co Ltd etc a.m p.m`.split(/\s+/));
/** Those that a number follows: "No. 5", but "He said no." */
const NUMBERED = new Set(`No Nos no nos Fig fig`.split(/\s+/));
/** A stop, question or exclamation mark, with the marks that close behind it. */
const END = /[.!?…]+["“”’«»')\]]*(?=\s|$)|[。！？]+["”’」』》）]*|[؟۔।]+["»)]*(?=\s|$)/gu;

/** Sentences in order, trimmed of white space; together they hold every character that is not white space. */
export function splitSentences(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of matchesOf(END, text)) {
    const end = match.index + match[0].length;
    if (isInside(text, match.index, end)) continue;
    push(spans, text, start, end);
    start = end;
  }
  push(spans, text, start, text.length);
  return spans;
}

const SMALL = pattern(String.raw`\p{Ll}`);
const WORD_AT_END = pattern(String.raw`[\p{L}\p{N}.'’-]+$`, 'u');
const INITIALS = pattern(String.raw`^(?:\p{L}{1,2}\.)*\p{Lu}$`);
const NEXT_WORD = pattern(String.raw`^\s*["“‘']?([\p{L}’']+)`);

/** True for the stop of "U.S. President", "Sen. Lee", "George H.W. Bush", and for the mark of `"Why?" she asked`. */
function isInside(text: string, stop: number, end: number): boolean {
  const rest = /^\s*(\S)/u.exec(text.slice(end, end + 20))?.[1];
  if (rest === undefined) return false;
  // A small letter goes on with the sentence.
  if (SMALL.test(rest)) return true;
  const word = WORD_AT_END.exec(text.slice(Math.max(0, stop - 24), stop))?.[0] ?? '';
  if (end - stop > 1 || text[stop] !== '.') return false;
  // "Then-Sen. Lee".
  if (ABBREVIATIONS.has(word.slice(word.lastIndexOf('-') + 1))) return true;
  if (NUMBERED.has(word)) return NUMBER.test(rest);
  // Initials and dotted abbreviations: "H.W", "U.S", "D.C", "Ph.D", "J". A sentence may end in one ("… in the U.S. The …"):
  // then the next word is a common opener.
  const isEnding = ENDING_ABBREVIATIONS.has(word);
  if (!isEnding && !INITIALS.test(word)) return false;
  const next = NEXT_WORD.exec(text.slice(end, end + 40))?.[1] ?? '';
  return !((isEnding || word.includes('.')) && OPENERS.has(next));
}

const OPENERS = new Set(
  `The A An It He She They We In On At But And However Also This That These Those After Before While When If As For
   Meanwhile Earlier Later Both Its His Her Their There`.split(/\s+/),
);

function push(spans: { start: number; end: number }[], text: string, start: number, end: number): void {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  if (from < to) spans.push({ start: from, end: to });
}
