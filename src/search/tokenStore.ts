// createTokenStore(): the tokens of every passage in a few typed arrays. A text is taken apart once, when it is indexed; what is asked
// later reads numbers. Seventeen bytes a token, and room to grow.
import type { Span } from '../domain.ts';
import type { Token } from './tokens.ts';

/** Flags of a token, as bits. */
export const FLAG = { stop: 1, afterBreak: 2, number: 4, capital: 8, firstOfSentence: 16 } as const;

/** The tokens of one text stand at `from` (inclusive) to `to` (exclusive) of these: numbers of stems and of words, and flags. */
export interface Row {
  readonly from: number;
  readonly to: number;
  readonly stems: Int32Array;
  readonly words: Int32Array;
  readonly flags: Uint8Array;
}

export interface TokenStore {
  /** How many stems there are; their numbers are 0 to one less. */
  readonly stems: number;
  /** Mean tokens of a row. */
  readonly meanLength: number;
  /** Takes a text's tokens; gives the row's number. `sentences` in the order of the text. */
  add(text: string, tokens: readonly Token[], sentences: readonly Span[]): number;
  row(number: number): Row;
  /** The row's tokens as they were given, those that begin within `within` if it is given. */
  tokens(number: number, within?: Span): Token[];
  /** Positions, as those of a Row, of the tokens of a row that begin within a span. */
  range(number: number, within: Span): readonly [from: number, to: number];
  numberOf(stem: string): number | undefined;
  numberOfWord(word: string): number | undefined;
  /** In how many rows the stem stands. */
  frequency(stem: number): number;
  /** Words as they were typed, folded, without function words, and how often they stand anywhere. */
  readonly words: ReadonlyMap<string, number>;
}

const FIRST_CAPACITY = 4096;

export function createTokenStore(): TokenStore {
  const stemNumbers = new Map<string, number>();
  const stemList: string[] = [];
  const wordNumbers = new Map<string, number>();
  const wordList: string[] = [];
  const words = new Map<string, number>();
  const frequencies: number[] = [];
  const lastRow: number[] = [];
  const starts = [0];
  let stems = new Int32Array(FIRST_CAPACITY);
  let wordIds = new Int32Array(FIRST_CAPACITY);
  let begins = new Int32Array(FIRST_CAPACITY);
  let ends = new Int32Array(FIRST_CAPACITY);
  let flags = new Uint8Array(FIRST_CAPACITY);
  let used = 0;

  const grow = (): void => {
    const wider = <Numbers extends Int32Array | Uint8Array>(old: Numbers, made: Numbers): Numbers => {
      made.set(old);
      return made;
    };
    const capacity = 2 * stems.length;
    stems = wider(stems, new Int32Array(capacity));
    wordIds = wider(wordIds, new Int32Array(capacity));
    begins = wider(begins, new Int32Array(capacity));
    ends = wider(ends, new Int32Array(capacity));
    flags = wider(flags, new Uint8Array(capacity));
  };
  const limits = (number: number): readonly [number, number] => [starts[number] ?? 0, starts[number + 1] ?? 0];

  return {
    get stems() {
      return stemList.length;
    },
    get meanLength() {
      return starts.length === 1 ? 0 : used / (starts.length - 1);
    },
    words,
    add(text, tokens, sentences) {
      const number = starts.length - 1;
      let sentence = -1;
      for (const { word, stem, isStop, isAfterBreak, start, end } of tokens) {
        if (used === stems.length) grow();
        const at = numbered(stem, stemNumbers, stemList);
        if (lastRow[at] !== number) {
          frequencies[at] = (frequencies[at] ?? 0) + 1;
          lastRow[at] = number;
        }
        if (!isStop) words.set(word, (words.get(word) ?? 0) + 1);
        let isFirst = false;
        while (sentence + 1 < sentences.length && start >= (sentences[sentence + 1] as Span).start) {
          sentence += 1;
          isFirst = true;
        }
        const initial = text.charCodeAt(start);
        stems[used] = at;
        wordIds[used] = numbered(word, wordNumbers, wordList);
        begins[used] = start;
        ends[used] = end;
        flags[used] =
          (isStop ? FLAG.stop : 0) |
          (isAfterBreak ? FLAG.afterBreak : 0) |
          (initial >= 0x30 && initial <= 0x39 ? FLAG.number : 0) |
          (initial >= 0x41 && initial <= 0x5a ? FLAG.capital : 0) |
          (isFirst ? FLAG.firstOfSentence : 0);
        used += 1;
      }
      starts.push(used);
      return number;
    },
    row(number) {
      const [from, to] = limits(number);
      return { from, to, stems, words: wordIds, flags };
    },
    tokens(number, within) {
      const [from, to] = limits(number);
      const found: Token[] = [];
      for (let at = from; at < to; at += 1) {
        const start = begins[at] as number;
        if (within && (start < within.start || start >= within.end)) continue;
        found.push({
          word: wordList[wordIds[at] as number] as string,
          stem: stemList[stems[at] as number] as string,
          isStop: ((flags[at] as number) & FLAG.stop) > 0,
          isAfterBreak: ((flags[at] as number) & FLAG.afterBreak) > 0,
          start,
          end: ends[at] as number,
        });
      }
      return found;
    },
    range(number, within) {
      const [from, to] = limits(number);
      let [first, last] = [from, to];
      while (first < to && (begins[first] as number) < within.start) first += 1;
      while (last > first && (begins[last - 1] as number) >= within.end) last -= 1;
      return [first, last];
    },
    numberOf: (stem) => stemNumbers.get(stem),
    numberOfWord: (word) => wordNumbers.get(word),
    frequency: (stem) => frequencies[stem] ?? 0,
  };
}

function numbered(text: string, numbers: Map<string, number>, list: string[]): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, list.length);
  return list.push(text) - 1;
}
