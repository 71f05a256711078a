// Where the edges of content and source may lie. What is not among these can't be chosen; every list is bounded, so reading
// stays linear in the length of a text.
import { TAG } from './tags.ts';
import { NO_WORD, type Words } from './words.ts';

/** Reach of candidates in words, before and behind the cue; of one content, also in sentences, for quotations that run on. */
const RIGHT_REACH = 28;
const LEFT_REACH = 30;
const CONTENT_WORDS = 300;
const CONTENT_SENTENCES = 7;
/** A source ends at most this far before and behind the cue, and is at most so long. */
const SOURCE_LEFT_REACH = 45;
const SOURCE_RIGHT_REACH = 20;
const SOURCE_WORDS = 30;

/** No span begins with one of these. */
const NO_START: ReadonlySet<number> = new Set([TAG.COMMA, TAG.STOP, TAG.QCLOSE, TAG.APOS]);

/** First words of content behind the cue; -1 first. */
export function rightStarts(words: Words, cue: number): number[] {
  const last = lastOfSentence(words, cue);
  const found = [-1];
  for (let at = cue + 1; at <= Math.min(last, cue + RIGHT_REACH); at += 1) {
    if (!NO_START.has(words.tag[at] as number)) found.push(at);
  }
  const opens = words.opensBehind[cue] as number;
  if (opens > cue + RIGHT_REACH && opens <= last) found.push(opens);
  if (last + 1 < words.n && words.quoted[last + 1]) found.push(last + 1);
  return found;
}

/** Last words of content that begins at `from`: any of its sentence; of later ones only their ends and closing marks. */
export function rightEnds(words: Words, from: number): number[] {
  const found: number[] = [];
  const sentence = words.sentence[from] as number;
  const limit = Math.min(words.n, from + CONTENT_WORDS);
  for (let at = from; at < limit && (words.sentence[at] as number) <= sentence + CONTENT_SENTENCES; at += 1) {
    const isLast = lastOfSentence(words, at) === at;
    const isClosing = words.tag[at] === TAG.QCLOSE;
    if (words.sentence[at] === sentence || isLast || isClosing) found.push(at);
    const goesOn = words.quoted[at + 1] === 1 || (words.quoted[at] === 1 && !isClosing);
    if (isLast && at + 1 < words.n && !goesOn) break;
  }
  return found;
}

/** Last words of content before the cue; -1 first. */
export function leftEnds(words: Words, cue: number): number[] {
  const first = firstOfSentence(words, cue);
  const found = [-1];
  for (let at = cue - 1; at >= Math.max(first, cue - LEFT_REACH); at -= 1) found.push(at);
  if (first > 0 && words.tag[first - 1] === TAG.QCLOSE) found.push(first - 1);
  return found;
}

/** First words of content that ends at `end`: any of its sentence; of earlier ones only their beginnings and opening marks. */
export function leftStarts(words: Words, end: number): number[] {
  const found: number[] = [];
  const sentence = words.sentence[end] as number;
  const limit = Math.max(0, end - CONTENT_WORDS);
  for (let at = end; at >= limit && (words.sentence[at] as number) >= sentence - CONTENT_SENTENCES; at -= 1) {
    const isFirst = firstOfSentence(words, at) === at;
    const isOpening = words.tag[at] === TAG.QOPEN;
    if (words.sentence[at] === sentence || isFirst || isOpening) found.push(at);
    if (isFirst && ((at > 0 && !words.quoted[at]) || isOpening)) break;
  }
  return found;
}

/** Last words of a source in the cue's sentence, outside the content; -1 first. */
export function sourceEnds(words: Words, cue: number, isContent: (word: number) => boolean): number[] {
  const found = [-1];
  const from = Math.max(firstOfSentence(words, cue), cue - SOURCE_LEFT_REACH);
  const to = Math.min(lastOfSentence(words, cue), cue + SOURCE_RIGHT_REACH);
  for (let at = from; at <= to; at += 1) {
    const isWord = words.shape[at] !== NO_WORD && !NO_SOURCE_END.has(words.tag[at] as number);
    if (at !== cue && isWord && !isContent(at)) found.push(at);
  }
  return found;
}

const NO_SOURCE_END: ReadonlySet<number> = new Set([
  TAG.AUX,
  TAG.MODAL,
  TAG.PREP,
  TAG.DET,
  TAG.THAT,
  TAG.TO,
  TAG.CONJ,
  TAG.SUB,
  TAG.ADV,
  TAG.NEG,
  TAG.APOS,
]);

/** First words of a source that ends at `end`. */
export function sourceStarts(words: Words, cue: number, end: number, isContent: (word: number) => boolean): number[] {
  const found: number[] = [];
  for (let at = end; at >= Math.max(firstOfSentence(words, end), end - SOURCE_WORDS); at -= 1) {
    if (at === cue || isContent(at)) break;
    if (!NO_START.has(words.tag[at] as number)) found.push(at);
  }
  return found;
}

/** What stands behind a cue, for the decision on what stands before it: 0 nothing; the numbers are part of the weights. */
export function rightKind(words: Words, cue: number, start: number): number {
  if (start < 0) return 0;
  if (start > lastOfSentence(words, cue)) return 1;
  const closed = words.closedBefore[start] as number;
  if (words.tag[start] === TAG.QOPEN) return closed >= 0 && words.sentence[closed] === words.sentence[cue] ? 2 : 3;
  if (words.tag[start] === TAG.THAT || words.tag[start - 1] === TAG.THAT) return 4;
  return words.tag[start - 1] === TAG.COMMA ? 5 : 6;
}

/** True when a quotation has closed before the cue in its sentence. */
export function hasClosed(words: Words, cue: number): boolean {
  const closed = words.closedBefore[cue] as number;
  return closed >= 0 && words.sentence[closed] === words.sentence[cue];
}

export function firstOfSentence(words: Words, at: number): number {
  return words.firstOf[words.sentence[at] as number] as number;
}

export function lastOfSentence(words: Words, at: number): number {
  return words.lastOf[words.sentence[at] as number] as number;
}
