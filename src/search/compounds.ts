// "Airstrikes" in a question and "air strikes" in a text, or the other way round: one word for what others spell as two.
import type { Token, Tokenizer } from './tokens.ts';

/** What must be known of the texts. */
export interface Spelled {
  readonly tokenize: Tokenizer;
  hasStem(stem: string): boolean;
  /** As it is typed, folded. */
  hasWord(word: string): boolean;
  /** True where two stems stand side by side in some text. */
  isPair(first: string, second: string): boolean;
}

/** Letters of the shortest part, "air", and of the shortest word that is taken apart: shorter ones are parts of other words by chance. */
const LEAST_PART = 3;
const LEAST_WHOLE = 7;

/** The stem of the one word that a token and the next are spelled as, where no text has them side by side. */
export function joinedAt(tokens: readonly Token[], at: number, spelled: Spelled): string | undefined {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first || !second || first.isStop || second.isStop || second.isAfterBreak) return undefined;
  if (first.word.length < LEAST_PART || second.word.length < LEAST_PART) return undefined;
  const joined = formsOf(first.word + second.word).find(spelled.hasWord);
  if (joined === undefined || spelled.isPair(first.stem, second.stem)) return undefined;
  return spelled.tokenize(joined)[0]?.stem;
}

/** The stems of the two words that stand side by side in some text for a word that no text has. */
export function partsOf({ word, stem, isStop }: Token, spelled: Spelled): readonly [string, string] | undefined {
  if (isStop || word.length < LEAST_WHOLE || spelled.hasStem(stem)) return undefined;
  for (let at = LEAST_PART; at <= word.length - LEAST_PART; at += 1) {
    if (!spelled.hasWord(word.slice(0, at))) continue;
    const last = formsOf(word.slice(at)).find(spelled.hasWord);
    const [first, second] = [word.slice(0, at), last ?? ''].map((part) => spelled.tokenize(part)[0]);
    const areWords = first && second && !first.isStop && !second.isStop;
    if (areWords && spelled.isPair(first.stem, second.stem)) return [first.stem, second.stem];
  }
  return undefined;
}

/** In one number and the other. */
function formsOf(word: string): readonly string[] {
  return [word, word.endsWith('s') ? word.slice(0, -1) : `${word}s`];
}
