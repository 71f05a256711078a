// readWords(text): a passage as parallel arrays of words with coarse tags, for the trained reader. Tags come from closed lists
// and endings, not from a part-of-speech model: with one (wink-nlp) the reader was no better on the development part.
import type { Span } from '../../domain.ts';
import { CAPITAL_FIRST, LETTER, NUMBER, pattern } from '../../patterns.ts';
import { TAG, type Tag, tagOf } from './tags.ts';

/** The shape of what is no word: marks. */
export const NO_WORD = 4;

/** A passage word by word. Index i of every array is word i; -1 and n are outside. */
export interface Words {
  readonly n: number;
  /** UTF-16 units of the passage's text, end exclusive. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly lower: readonly string[];
  /** Hashes of the lower-case word and of its last three letters. */
  readonly id: Int32Array;
  readonly suffix: Int32Array;
  readonly tag: Int32Array;
  /** 0 small letters, 1 capitalised, 2 capitals, 3 digits, 4 no word. */
  readonly shape: Uint8Array;
  /** 1 for a word that may be a cue without a quotation. */
  readonly isCue: Uint8Array;
  /** 1 within double quotation marks, marks included. */
  readonly quoted: Uint8Array;
  /** Index of the sentence, and first and last word of each. */
  readonly sentence: Int32Array;
  readonly firstOf: readonly number[];
  readonly lastOf: readonly number[];
  /** By sentence: 1 where somebody's words may be told, for a cue or a quotation in it or beside it. */
  readonly isTold: Uint8Array;
  /** The last closing mark before a word and the next opening one behind it; -1: none. */
  readonly closedBefore: Int32Array;
  readonly opensBehind: Int32Array;
}

/** A word or mark, wherever it is looked for. */
const WORD = pattern(
  String.raw`\x60\x60|''|‘‘|’’|["“”„«»]|\p{L}(?:\.\p{L})+\.?|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+(?:['’](?!s\b)\p{L}+)*|['’]s\b|\.\.\.|--|\S`,
  'uy',
);
const MARKS: ReadonlySet<string> = new Set(['``', "''", '‘‘', '’’', '"', '“', '”', '„', '«', '»']);
const OPENING: ReadonlySet<string> = new Set(['“', '„', '«', '``', '‘‘']);
const CLOSING: ReadonlySet<string> = new Set(['”', '»', '’’']);

/** What a word is wherever it stands; kept, because texts repeat their words. */
interface Look {
  readonly word: string;
  readonly lower: string;
  readonly id: number;
  readonly suffix: number;
  readonly tag: Tag;
  readonly shape: number;
  readonly isCue: boolean;
  readonly isMark: boolean;
}

/** A reader of texts. It keeps what it knows of words it has seen, up to a bound, so that memory stays small. */
export function createWordReader(
  isCue: (word: string) => boolean,
): (text: string, sentences: readonly Span[]) => Words {
  const lookAt = createLooks(isCue);
  return (text, sentences) => readWords(text, sentences, lookAt);
}

/** Looks are forgotten at so many; at most half the places of the table are taken then. */
const MAX_KEPT_WORDS = 60_000;
const PLACES = 2 ** 17;

/**
 * What a word is, by where it stands in a text. A table by hashes of the letters: a Map would need the word as a string of its own, and
 * took twice the time of all the rest that is done for a word.
 */
function createLooks(isCue: (word: string) => boolean): (text: string, start: number, end: number) => Look {
  const hashes = new Int32Array(PLACES);
  const places = new Int32Array(PLACES);
  let looks: Look[] = [];
  return (text, start, end) => {
    const own = hash(text, start, end);
    let place = own & (PLACES - 1);
    // 0 is free, n is the look of number n - 1.
    for (let number = places[place] as number; number > 0; number = places[place] as number) {
      const look = looks[number - 1] as Look;
      if (hashes[place] === own && isAt(look.word, text, start, end)) return look;
      place = (place + 1) & (PLACES - 1);
    }
    if (looks.length === MAX_KEPT_WORDS) {
      looks = [];
      places.fill(0);
      place = own & (PLACES - 1);
    }
    const look = describe(text.slice(start, end), isCue);
    hashes[place] = own;
    places[place] = looks.push(look);
    return look;
  };
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i += 1) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

function readWords(
  text: string,
  sentences: readonly Span[],
  lookAt: (text: string, start: number, end: number) => Look,
): Words {
  const places = splitWords(text);
  const n = places.length / 2;
  const words = {
    n,
    start: new Int32Array(n),
    end: new Int32Array(n),
    lower: new Array<string>(n),
    id: new Int32Array(n),
    suffix: new Int32Array(n),
    tag: new Int32Array(n),
    shape: new Uint8Array(n),
    isCue: new Uint8Array(n),
    quoted: new Uint8Array(n),
    sentence: new Int32Array(n),
    firstOf: [] as number[],
    lastOf: [] as number[],
    isTold: new Uint8Array(Math.max(1, sentences.length)),
    closedBefore: new Int32Array(n + 1),
    opensBehind: new Int32Array(n + 1),
  };
  let sentence = 0;
  let glyph: string | null = null;
  for (let i = 0; i < n; i += 1) {
    const [start, end] = [places[2 * i] as number, places[2 * i + 1] as number];
    const look = lookAt(text, start, end);
    while (sentence < sentences.length - 1 && start >= (sentences[sentence]?.end ?? 0)) sentence += 1;
    let tag = look.tag;
    let isQuoted = glyph !== null;
    if (look.isMark) {
      const mark = look.lower;
      const isClosing = CLOSING.has(mark);
      const closes =
        glyph !== null && !OPENING.has(mark) && (isClosing || mark === glyph || glyph === '“' || glyph === '``');
      tag = closes ? TAG.QCLOSE : TAG.PUNCT;
      if (closes) glyph = null;
      else if (glyph === null && !isClosing) {
        glyph = mark;
        tag = TAG.QOPEN;
        isQuoted = true;
      }
    }
    words.start[i] = start;
    words.end[i] = end;
    words.lower[i] = look.lower;
    words.id[i] = look.id;
    words.suffix[i] = look.suffix;
    words.shape[i] = look.shape;
    words.isCue[i] = look.isCue ? 1 : 0;
    words.tag[i] = tag;
    words.quoted[i] = isQuoted ? 1 : 0;
    words.sentence[i] = sentence;
    words.firstOf[sentence] ??= i;
    words.lastOf[sentence] = i;
  }
  fillMarks(words);
  fillTold(words);
  return words;
}

/** Kinds of characters below 128. */
const [SPACE, SMALL, DIGIT, SINGLE, MIXED] = [1, 2, 3, 4, 0];
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\s/u.test(character)) return SPACE;
  if (/[a-z]/i.test(character)) return SMALL;
  if (/\d/u.test(character)) return DIGIT;
  // What may be part of a longer mark.
  return /[-.'`]/u.test(character) ? MIXED : SINGLE;
});

/** What no plain word or number goes on with: spaces, marks but those that may stand within one, dashes and curly double marks. */
function endsWord(code: number): boolean {
  if (code < 128) return KINDS[code] === SPACE || KINDS[code] === SINGLE || code === 0x2d;
  return code === 0x2013 || code === 0x2014 || code === 0x201c || code === 0x201d;
}

/**
 * Beginning and end of each word, as WORD finds them: [start, end, start, end, …]. Plain words, numbers and marks, which are most of
 * a text, are found without it.
 */
function splitWords(text: string): number[] {
  const places: number[] = [];
  const { length } = text;
  for (let at = 0; at < length; ) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? KINDS[code] : MIXED;
    if (kind === SPACE) {
      at += 1;
      continue;
    }
    let end = at + 1;
    let isPlain = kind === SINGLE;
    if (kind === SMALL || kind === DIGIT) {
      while (end < length && KINDS[text.charCodeAt(end)] === kind) end += 1;
      const next = text.charCodeAt(end);
      // A full stop may belong to "U.S." or "1.5", but not behind a longer word.
      isPlain = end === length || endsWord(next) || (next === 0x2e && kind === SMALL && end > at + 1);
      isPlain &&= !(kind === DIGIT && next === 0x2c);
    }
    if (!isPlain) {
      WORD.lastIndex = at;
      const match = WORD.exec(text);
      if (!match) {
        at += 1;
        continue;
      }
      end = at + match[0].length;
    }
    places.push(at, end);
    at = end;
  }
  return places;
}

function fillTold({
  n,
  isTold,
  sentence,
  isCue,
  quoted,
}: Pick<Words, 'n' | 'isTold' | 'sentence' | 'isCue' | 'quoted'>): void {
  for (let i = 0; i < n; i += 1) {
    const at = sentence[i] as number;
    if (isCue[i] === 1) isTold[at] = 1;
    if (quoted[i] === 1) isTold.fill(1, Math.max(0, at - 1), at + 2);
  }
}

function fillMarks(words: Pick<Words, 'n' | 'tag' | 'closedBefore' | 'opensBehind'>): void {
  let closed = -1;
  for (let i = 0; i < words.n; i += 1) {
    words.closedBefore[i] = closed;
    if (words.tag[i] === TAG.QCLOSE) closed = i;
  }
  words.closedBefore[words.n] = closed;
  let opens = -1;
  words.opensBehind[words.n] = -1;
  for (let i = words.n - 1; i >= 0; i -= 1) {
    words.opensBehind[i] = opens;
    if (words.tag[i] === TAG.QOPEN) opens = i;
  }
}

function describe(word: string, isCue: (word: string) => boolean): Look {
  const lower = word.toLowerCase().replace(/’/g, "'");
  const first = word[0] ?? '';
  const isUpper = CAPITAL_FIRST.test(first);
  const isCapitals = word.length > 1 && word === word.toUpperCase();
  const shape = isUpper ? (isCapitals ? 2 : 1) : NUMBER.test(first) ? 3 : LETTER.test(first) ? 0 : NO_WORD;
  const tag = tagOf(word, lower, isUpper ? (isCapitals ? 'capitals' : 'name') : 'small');
  const isMark = MARKS.has(word);
  return { word, lower, id: hash(lower), suffix: hash(`~${lower.slice(-3)}`), tag, shape, isCue: isCue(word), isMark };
}

/** 32-bit FNV-1a over UTF-16 units: the same on every machine, so that weights trained here fit there. */
export function hash(text: string, start = 0, end = text.length): number {
  let value = 0x811c9dc5;
  for (let i = start; i < end; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value | 0;
}
