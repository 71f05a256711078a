// readWords(text): a passage as parallel arrays of words with coarse tags, for the trained reader. Tags come from closed lists
// and endings, not from a part-of-speech model: with one (wink-nlp) the reader was no better on the development part.
import type { Span } from '../../domain.ts';
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
  /** The last closing mark before a word and the next opening one behind it; -1: none. */
  readonly closedBefore: Int32Array;
  readonly opensBehind: Int32Array;
}

const WORD =
  /``|''|‘‘|’’|["“”„«»]|\p{L}(?:\.\p{L})+\.?|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+(?:['’](?!s\b)\p{L}+)*|['’]s\b|\.\.\.|--|\S/gu;
const MARK = /^(?:``|''|‘‘|’’|["“”„«»])$/u;
const OPENING = /^(?:“|„|«|``|‘‘)$/u;
const CLOSING = /^(?:”|»|’’)$/u;

/** What a word is wherever it stands; kept, because texts repeat their words. */
interface Look {
  readonly lower: string;
  readonly id: number;
  readonly suffix: number;
  readonly tag: Tag;
  readonly shape: number;
  readonly isCue: boolean;
}

/** A reader of texts. It keeps what it knows of words it has seen, up to a bound, so that memory stays small. */
export function createWordReader(
  isCue: (word: string) => boolean,
): (text: string, sentences: readonly Span[]) => Words {
  const looks = new Map<string, Look>();
  const lookAt = (word: string): Look => {
    let look = looks.get(word);
    if (!look) {
      if (looks.size > MAX_KEPT_WORDS) looks.clear();
      look = describe(word, isCue);
      looks.set(word, look);
    }
    return look;
  };
  return (text, sentences) => readWords(text, sentences, lookAt);
}

const MAX_KEPT_WORDS = 100_000;

function readWords(text: string, sentences: readonly Span[], lookAt: (word: string) => Look): Words {
  const matches = [...text.matchAll(WORD)];
  const n = matches.length;
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
    closedBefore: new Int32Array(n + 1),
    opensBehind: new Int32Array(n + 1),
  };
  let sentence = 0;
  let glyph: string | null = null;
  matches.forEach((match, i) => {
    const word = match[0];
    const look = lookAt(word);
    while (sentence < sentences.length - 1 && match.index >= (sentences[sentence]?.end ?? 0)) sentence += 1;
    const wasOpen = glyph !== null;
    let tag = look.tag;
    let isQuoted = wasOpen;
    if (MARK.test(word)) {
      const isClosing = CLOSING.test(word);
      if (glyph === null && !isClosing) {
        glyph = word;
        tag = TAG.QOPEN;
        isQuoted = true;
      } else if (
        glyph !== null &&
        !OPENING.test(word) &&
        (isClosing || word === glyph || glyph === '“' || glyph === '``')
      ) {
        glyph = null;
        tag = TAG.QCLOSE;
      } else {
        tag = TAG.PUNCT;
      }
    }
    words.start[i] = match.index;
    words.end[i] = match.index + word.length;
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
  });
  fillMarks(words);
  return words;
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
  const isUpper = /\p{Lu}/u.test(first);
  const isCapitals = word.length > 1 && word === word.toUpperCase();
  const shape = isUpper ? (isCapitals ? 2 : 1) : /\p{N}/u.test(first) ? 3 : /\p{L}/u.test(first) ? 0 : NO_WORD;
  const tag = tagOf(word, lower, isUpper ? (isCapitals ? 'capitals' : 'name') : 'small');
  return { lower, id: hash(lower), suffix: hash(`~${lower.slice(-3)}`), tag, shape, isCue: isCue(word) };
}

/** 32-bit FNV-1a over UTF-16 units: the same on every machine, so that weights trained here fit there. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value | 0;
}
