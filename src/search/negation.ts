// negationAt(tokens, at): the "not" or "no" that turns a word round, in questions and in printed words alike. Read from the
// words alone, without a grammar: near, in the same clause, and not across a verb that takes the negation itself.
import { isNegation, type Token } from './tokens.ts';

/** "not open to negotiation": content words from the negation to the last word it turns round. Chosen by eye. */
const REACH = 2;
/** "do not expect the talks to succeed": behind an auxiliary it is the verb that is negated, not the verb's object. */
const REACH_OF_VERB = 1;
const AUXILIARIES = new Set('do does did will would shall should can could may might must has have had'.split(' '));
const NEGATED_AUXILIARIES = /^(?:cannot|(?:ca|wo|do|does|did|would|could|should|has|have|had)nt)$/;
const ADVERBS = new Set('yet even really currently necessarily still longer'.split(' '));
const CLAUSE_WORDS = new Set('but while that because which who if whether although though'.split(' '));

/** The negation that reaches the word at `at`, at most `most` content words before it. "Not only" and "whether or not" are none. */
export function negationAt(tokens: readonly Token[], at: number, most = REACH): Token | undefined {
  let words = 1;
  for (let back = at - 1; back >= 0 && words <= most; back -= 1) {
    const token = tokens[back];
    if (!token || tokens[back + 1]?.isAfterBreak === true || CLAUSE_WORDS.has(token.word)) return undefined;
    if (isNegation(token.word)) {
      const isNone = tokens[back + 1]?.word === 'only' || tokens[back - 1]?.word === 'or';
      return !isNone && words <= reachOf(tokens, back) ? token : undefined;
    }
    if (!token.isStop && !ADVERBS.has(token.word)) words += 1;
  }
  return undefined;
}

function reachOf(tokens: readonly Token[], at: number): number {
  const isVerbal =
    NEGATED_AUXILIARIES.test(tokens[at]?.word ?? '') ||
    (tokens[at]?.word !== 'no' && AUXILIARIES.has(tokens[at - 1]?.word ?? ''));
  return isVerbal ? REACH_OF_VERB : REACH;
}

/** A folded negation as it is written: "dont" is "don't". */
export function negationWord({ word }: Token): string {
  return word.replace(/nt$/, "n't");
}
