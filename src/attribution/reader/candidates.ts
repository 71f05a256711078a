// Where the edges of content and source may lie. What is not among these can't be chosen;
// every list is bounded, so reading stays linear in the length of a text.
import { TAG } from './tags.ts';
import type { Words } from './words.ts';

/** Reach of candidates in words, and in sentences for quotations that run on. */
const RIGHT_REACH = 28;
const LEFT_REACH = 30;
const SENTENCES = 7;

/** First words of content behind the cue; -1 first. */
export function rightStarts(words: Words, cue: number): number[] {
  const last = words.lastOf[words.sentence[cue] as number] as number;
  const found = [-1];
  for (let j = cue + 1; j <= Math.min(last, cue + RIGHT_REACH); j += 1) {
    const tag = words.tag[j];
    if (tag !== TAG.COMMA && tag !== TAG.STOP && tag !== TAG.QCLOSE && tag !== TAG.APOS) found.push(j);
  }
  const opens = words.opensBehind[cue] as number;
  if (opens >= 0 && opens <= last && opens > cue + RIGHT_REACH) found.push(opens);
  if (last + 1 < words.n && words.quoted[last + 1]) found.push(last + 1);
  return found;
}

/** Last words of content that begins at `from`. */
export function rightEnds(words: Words, from: number): number[] {
  const found: number[] = [];
  const sentence = words.sentence[from] as number;
  for (let at = from; at < words.n && (words.sentence[at] as number) <= sentence + SENTENCES; at += 1) {
    const isLast = words.lastOf[words.sentence[at] as number] === at;
    const isClosing = words.tag[at] === TAG.QCLOSE;
    if ((words.sentence[at] as number) > sentence && !isLast && !isClosing) continue;
    if (isLast || isClosing || ENDS_BEFORE.has(words.tag[at + 1] ?? -1)) found.push(at);
    const goesOn = words.quoted[at + 1] === 1 || (words.quoted[at] === 1 && !isClosing);
    if (isLast && at + 1 < words.n && !goesOn) break;
  }
  return found;
}

const ENDS_BEFORE: ReadonlySet<number> = new Set([
  TAG.COMMA,
  TAG.STOP,
  TAG.COLON,
  TAG.DASH,
  TAG.PUNCT,
  TAG.SUB,
  TAG.CONJ,
  TAG.ING,
  TAG.SAY,
]);

/** Last words of content before the cue; -1 first. */
export function leftEnds(words: Words, cue: number): number[] {
  const first = words.firstOf[words.sentence[cue] as number] as number;
  const found = [-1];
  for (let at = cue - 1; at >= Math.max(first, cue - LEFT_REACH); at -= 1) {
    const next = words.tag[at + 1] as number;
    const isMark = next === TAG.COMMA || next === TAG.DASH || next === TAG.COLON;
    const isSubject =
      (next === TAG.NAME || next === TAG.PRON || next === TAG.DET || next === TAG.TITLE) && cue - at <= 6;
    const isFrame = words.lower[at + 1] === 'as' || words.lower[at + 1] === 'according';
    if (words.tag[at] === TAG.QCLOSE || isMark || at === cue - 1 || isSubject || isFrame) found.push(at);
  }
  if (first > 0 && words.tag[first - 1] === TAG.QCLOSE) found.push(first - 1);
  return found;
}

/** First words of content that ends at `end`. */
export function leftStarts(words: Words, end: number): number[] {
  const found: number[] = [];
  const sentence = words.sentence[end] as number;
  for (let at = end; at >= 0 && (words.sentence[at] as number) >= sentence - SENTENCES; at -= 1) {
    const isFirst = words.firstOf[words.sentence[at] as number] === at;
    const isOpening = words.tag[at] === TAG.QOPEN;
    if ((words.sentence[at] as number) < sentence && !isFirst && !isOpening) continue;
    const isBehind = STARTS_BEHIND.has(at > 0 ? (words.tag[at - 1] as number) : -1);
    if (isFirst || isOpening || isBehind || words.tag[at] === TAG.SUB) found.push(at);
    if (isFirst && ((at > 0 && !words.quoted[at]) || isOpening)) break;
  }
  return found;
}

const STARTS_BEHIND: ReadonlySet<number> = new Set([
  TAG.COMMA,
  TAG.COLON,
  TAG.DASH,
  TAG.PUNCT,
  TAG.THAT,
  TAG.CONJ,
  TAG.SUB,
]);

/** Last words of a source in the cue's sentence, outside the content; -1 first. */
export function sourceEnds(words: Words, cue: number, isContent: (word: number) => boolean): number[] {
  const sentence = words.sentence[cue] as number;
  const found = [-1];
  const from = Math.max(words.firstOf[sentence] as number, cue - 45);
  for (let j = from; j <= Math.min(words.lastOf[sentence] as number, cue + 20); j += 1) {
    if (j !== cue && !isContent(j) && words.shape[j] !== 4 && !NO_SOURCE_END.has(words.tag[j] as number)) found.push(j);
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
  const first = words.firstOf[words.sentence[end] as number] as number;
  const found: number[] = [];
  for (let at = end; at >= Math.max(first, end - 30); at -= 1) {
    if (at === cue || isContent(at)) break;
    const tag = words.tag[at];
    if (tag !== TAG.COMMA && tag !== TAG.STOP && tag !== TAG.APOS && tag !== TAG.QCLOSE) found.push(at);
  }
  return found;
}

/**
 * True where the cue model is asked: known cues anywhere, and any word that may be a verb within eight words of a quotation
 * mark ("…," she marvelled), which no list of cues can hold.
 */
export function mayBeCue(words: Words, i: number, isKnownCue: (word: string) => boolean): boolean {
  const lower = words.lower[i] as string;
  if (isKnownCue(lower)) return true;
  const tag = words.tag[i] as number;
  if (words.shape[i] === 4 || words.quoted[i] === 1 || NO_VERB.has(tag)) return false;
  if (tag !== TAG.ED && tag !== TAG.ING && !VERB_LIKE.test(lower)) return false;
  const closed = words.closedBefore[i] as number;
  const opens = words.opensBehind[i] as number;
  const isHere = (mark: number): boolean =>
    mark >= 0 && words.sentence[mark] === words.sentence[i] && Math.abs(mark - i) <= 8;
  return isHere(closed) || isHere(opens);
}

const NO_VERB: ReadonlySet<number> = new Set([
  TAG.NAME,
  TAG.PRON,
  TAG.DET,
  TAG.PREP,
  TAG.APOS,
  TAG.NUM,
  TAG.CAPS,
  TAG.AUX,
  TAG.MODAL,
]);
const VERB_LIKE = /(?:s|[^e]d|ote|oke|ang|ought|an|ade|ave)$/u;
