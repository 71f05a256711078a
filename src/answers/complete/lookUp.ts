// buildLookUp(rows): which rows have the words that somebody has typed so far. Each typed word may be the beginning of one; where no word
// begins so, the nearest by typing errors count.
import { editDistance } from '../../editDistance.ts';
import { SLICE } from './slices.ts';

/** What a row is found by: one list of words, or several where it has several names. Folded, as the tokeniser gives them. */
export type RowWords = readonly (readonly string[])[];

export interface LookUp {
  /**
   * At most `most` numbers of rows that have all words: first those that begin with them, then those that have them side by side, then
   * the others; equal ones in the order of the rows. All rows for no words.
   */
  find(typed: readonly string[], most: number): number[];
}

const WORDS_A_SLICE = 2000;
/** More typed words tell nothing more, and marks are bytes. */
const MOST_WORDS = 16;
/** Rows that are looked at for better ones once there are enough: a letter or two begin words of nearly all. Chosen by eye. */
const MOST_SEEN = 2000;
/** Stands before each list of words of a row. */
const START = '|';

export function* buildLookUp(rows: Iterable<RowWords>): Generator<void, LookUp> {
  const texts: string[] = [];
  const byWord = new Map<string, number[]>();
  for (const lists of rows) {
    const row = texts.length;
    for (const word of new Set(lists.flat())) {
      const others = byWord.get(word);
      if (others) others.push(row);
      else byWord.set(word, [row]);
    }
    texts.push(lists.map((words) => `${START} ${words.join(' ')} `).join(''));
    if (texts.length % SLICE === 0) yield;
  }
  const words = [...byWord.keys()].sort();
  yield;
  const rowsOf: Int32Array[] = [];
  for (const word of words) {
    rowsOf.push(Int32Array.from(byWord.get(word) ?? []));
    byWord.delete(word);
    if (rowsOf.length % WORDS_A_SLICE === 0) yield;
  }
  yield;
  const nearest = nearestWords(words);
  /** For each row, how many of the typed words it has, counted from the first. */
  const has = new Uint8Array(texts.length);

  const mark = (numbers: Iterable<number>, at: number): void => {
    for (const number of numbers)
      for (const row of rowsOf[number] as Int32Array) if (has[row] === at) has[row] = at + 1;
  };
  return {
    find(typed, most) {
      const looked = typed.slice(0, MOST_WORDS);
      has.fill(0);
      let count = 0;
      for (const word of looked) {
        const [from, to] = rangeOf(words, word);
        // "No nuc" is not "not nuc": a word with others behind it is whole, where there is one.
        const isWhole = count < looked.length - 1 && words[from] === word;
        mark(from === to ? nearest(word) : range(from, isWhole ? from + 1 : to), count);
        count += 1;
      }
      const phrase = ` ${looked.join(' ')}`;
      const [first, beside, others]: [number[], number[], number[]] = [[], [], []];
      let seen = 0;
      for (let row = 0; row < texts.length && first.length < most; row += 1) {
        if (has[row] !== count) continue;
        seen += 1;
        if (seen > MOST_SEEN && first.length + beside.length + others.length >= most) break;
        const text = texts[row] as string;
        if (count === 0 || text.includes(START + phrase)) first.push(row);
        else if (beside.length < most && text.includes(phrase)) beside.push(row);
        else if (others.length < most) others.push(row);
      }
      return [...first, ...beside, ...others].slice(0, most);
    },
  };
}

/** The words that begin so: from the first to the last, exclusive. */
function rangeOf(words: readonly string[], beginning: string): [number, number] {
  const bound = (isBefore: (word: string) => boolean): number => {
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(words[middle] as string)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [bound((word) => word < beginning), bound((word) => word < beginning || word.startsWith(beginning))];
}

function* range(from: number, to: number): Generator<number> {
  for (let number = from; number < to; number += 1) yield number;
}

/** Shorter words are near too many others. */
const MIN_MISTYPED = 3;
const MIN_TWO_ERRORS = 8;

/** Numbers of the words whose beginnings have the fewest typing errors against a word; a slip of the first letter only in two swapped ones. */
function nearestWords(words: readonly string[]): (word: string) => readonly number[] {
  const letters = Int32Array.from(words, lettersOf);
  return (word) => {
    if (word.length < MIN_MISTYPED) return [];
    let least = word.length < MIN_TWO_ERRORS ? 1 : 2;
    let found: number[] = [];
    const own = lettersOf(word);
    for (const first of new Set(word.slice(0, 2))) {
      for (const number of range(...rangeOf(words, first))) {
        if (bitsOf(own & ~(letters[number] as number)) > least) continue;
        const distance = distanceToBeginning(word, words[number] as string, least);
        if (distance > least || (first !== word[0] && words[number]?.[1] !== word[0])) continue;
        if (distance < least) found = [];
        least = distance;
        found.push(number);
      }
    }
    return found;
  };
}

function distanceToBeginning(typed: string, word: string, most: number): number {
  let least = most + 1;
  const lengths = new Set<number>();
  for (let more = -most; more <= most; more += 1) lengths.add(Math.min(word.length, typed.length + more));
  for (const length of lengths) least = Math.min(least, editDistance(typed, word.slice(0, length), least));
  return least;
}

/** A bit for each letter from a to z, one for all else. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at) - 97;
    letters |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return letters;
}

function bitsOf(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count += 1;
  return count;
}
