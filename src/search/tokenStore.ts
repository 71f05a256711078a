// createTokenStore(): the tokens of every passage in a few typed arrays. A text is taken apart once, when it is indexed; what is asked
// later reads numbers. Seventeen bytes a token, and room to grow.
import type { Span } from '../domain.ts';
import { isNegation, type Token } from './tokens.ts';

/** Flags of a token, as bits. year: four digits from 1000 to 2099. place: with a capital, behind "in", "at", "near" … */
export const FLAG = {
  stop: 1,
  afterBreak: 2,
  number: 4,
  capital: 8,
  firstOfSentence: 16,
  negation: 32,
  year: 64,
  place: 128,
} as const;

const YEAR = /^(?:1\d|20)\d\d$/;
const BEFORE_PLACE = new Set('in at near on from to of'.split(' '));

/** One entry a token, texts one behind the other: the numbers of its stem and its word, where it stands in its text, its flags. */
export interface Columns {
  readonly stems: Int32Array;
  readonly words: Int32Array;
  readonly begins: Int32Array;
  readonly ends: Int32Array;
  readonly flags: Uint8Array;
}

/** Positions in the columns, the last exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface TokenStore {
  /** How many stems there are; their numbers are 0 to one less. */
  readonly stems: number;
  /** How many texts there are; their rows are numbered from 0. */
  readonly rows: number;
  /** Mean tokens of a row. */
  readonly meanLength: number;
  /** Those of all texts; to be asked for again once a text is added. */
  columns(): Columns;
  /** Takes a text's tokens; gives the row's number. `sentences` in the order of the text. */
  add(text: string, tokens: readonly Token[], sentences: readonly Span[]): number;
  /** Where the tokens of a text stand. */
  row(number: number): Range;
  /** The tokens of a row that begin within a span of its text. */
  range(number: number, within: Span): Range;
  /** Tokens as they were given. */
  tokens(range: Range): Token[];
  numberOf(stem: string): number | undefined;
  numberOfWord(word: string): number | undefined;
  /** In how many rows the stem stands. */
  frequency(stem: number): number;
  /** By its number. @throws Error for a number that is none's */
  stem(number: number): string;
  /** Words as they were typed, folded, without function words, and how often they stand anywhere. */
  readonly words: ReadonlyMap<string, number>;
}

const FIRST_CAPACITY = 4096;

export function createTokenStore(): TokenStore {
  const stemNumbers = new Map<string, number>();
  const stemList: string[] = [];
  const wordNumbers = new Map<string, number>();
  const wordList: string[] = [];
  /** By word: the number of its stem, and how often it stands in texts where it is no function word. */
  const stemOfWord: number[] = [];
  const counts: number[] = [];
  let words: Map<string, number> | null = null;
  const frequencies: number[] = [];
  const lastRow: number[] = [];
  const starts = [0];
  let columns = columnsOf(FIRST_CAPACITY);
  let used = 0;

  const grow = (): void => {
    const wider = columnsOf(2 * columns.stems.length);
    wider.stems.set(columns.stems);
    wider.words.set(columns.words);
    wider.begins.set(columns.begins);
    wider.ends.set(columns.ends);
    wider.flags.set(columns.flags);
    columns = wider;
  };
  const row = (number: number): Range => ({ from: starts[number] ?? 0, to: starts[number + 1] ?? 0 });

  return {
    get stems() {
      return stemList.length;
    },
    get rows() {
      return starts.length - 1;
    },
    get meanLength() {
      return starts.length === 1 ? 0 : used / (starts.length - 1);
    },
    get words() {
      words ??= new Map(
        wordList.flatMap((word, number) =>
          (counts[number] ?? 0) > 0 ? [[word, counts[number] as number] as const] : [],
        ),
      );
      return words;
    },
    columns: () => columns,
    add(text, tokens, sentences) {
      const number = starts.length - 1;
      words = null;
      let sentence = -1;
      let before = '';
      for (const { word, stem, isStop, isAfterBreak, start, end } of tokens) {
        if (used === columns.stems.length) grow();
        const wordAt = numbered(word, wordNumbers, wordList);
        // One word has one stem, mostly: it is looked up once.
        let at = stemOfWord[wordAt] ?? -1;
        if (at < 0 || stemList[at] !== stem) {
          at = numbered(stem, stemNumbers, stemList);
          stemOfWord[wordAt] = at;
        }
        if (lastRow[at] !== number) {
          frequencies[at] = (frequencies[at] ?? 0) + 1;
          lastRow[at] = number;
        }
        if (!isStop) counts[wordAt] = (counts[wordAt] ?? 0) + 1;
        let isFirst = false;
        while (sentence + 1 < sentences.length && start >= (sentences[sentence + 1] as Span).start) {
          sentence += 1;
          isFirst = true;
        }
        const initial = text.charCodeAt(start);
        const isCapital = initial >= 0x41 && initial <= 0x5a;
        const isNumber = initial >= 0x30 && initial <= 0x39;
        columns.stems[used] = at;
        columns.words[used] = wordAt;
        columns.begins[used] = start;
        columns.ends[used] = end;
        columns.flags[used] =
          (isStop ? FLAG.stop : 0) |
          (isAfterBreak ? FLAG.afterBreak : 0) |
          (isNumber ? FLAG.number : 0) |
          (isCapital ? FLAG.capital : 0) |
          (isFirst ? FLAG.firstOfSentence : 0) |
          (isNegation(word) ? FLAG.negation : 0) |
          (isNumber && YEAR.test(word) ? FLAG.year : 0) |
          (isCapital && BEFORE_PLACE.has(before) ? FLAG.place : 0);
        before = word;
        used += 1;
      }
      starts.push(used);
      return number;
    },
    row,
    range(number, within) {
      const { begins } = columns;
      const { from, to } = row(number);
      const first = firstFrom(begins, { from, to }, within.start);
      return { from: first, to: firstFrom(begins, { from: first, to }, within.end) };
    },
    tokens({ from, to }) {
      const { stems, words, begins, ends, flags } = columns;
      return Array.from({ length: to - from }, (_, offset): Token => {
        const at = from + offset;
        const flag = flags[at] as number;
        return {
          word: wordList[words[at] as number] as string,
          stem: stemList[stems[at] as number] as string,
          isStop: (flag & FLAG.stop) > 0,
          isAfterBreak: (flag & FLAG.afterBreak) > 0,
          start: begins[at] as number,
          end: ends[at] as number,
        };
      });
    },
    numberOf: (stem) => stemNumbers.get(stem),
    numberOfWord: (word) => wordNumbers.get(word),
    stem(number) {
      const stem = stemList[number];
      if (stem === undefined) throw new Error(`no stem has the number ${number}`);
      return stem;
    },
    frequency: (stem) => frequencies[stem] ?? 0,
  };
}

/** The first place of a range whose number is not below `wanted`, or its end. */
function firstFrom(sorted: Int32Array, { from, to }: Range, wanted: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function columnsOf(capacity: number): Columns {
  return {
    stems: new Int32Array(capacity),
    words: new Int32Array(capacity),
    begins: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    flags: new Uint8Array(capacity),
  };
}

function numbered(text: string, numbers: Map<string, number>, list: string[]): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, list.length);
  return list.push(text) - 1;
}
