// Which words a "not" turns round, and which it leaves alone.
import { expect, test } from 'vitest';
import { negationAt, negationWord } from '../../src/search/negation.ts';
import { createTokenizer } from '../../src/search/tokens.ts';

const tokenize = createTokenizer([]);
function negationOf(text: string, word: string): string | undefined {
  const tokens = tokenize(text);
  const found = negationAt(
    tokens,
    tokens.findIndex((token) => token.word === word),
  );
  return found && negationWord(found);
}

test.each([
  ['the harbor will not open', 'open', 'not'],
  ['the harbor fees are not open to negotiation', 'negotiation', 'not'],
  ['no sign of shifting', 'shifting', 'no'],
  ['no new harbor fees', 'harbor', 'no'],
  ['it has not yet paid', 'paid', 'not'],
  ["they don't pay", 'pay', "don't"],
  ['the port would not negotiate over fees', 'negotiate', 'not'],
])('%s: %s is negated', (text, word, negation) => {
  expect(negationOf(text, word)).toBe(negation);
});

test.each([
  ['they do not expect the talks to succeed', 'talks'],
  ['the port would not negotiate over fees', 'fees'],
  ['not only fees', 'fees'],
  ['whether or not a deal is reached', 'deal'],
  ['the road will not open, fees rise', 'fees'],
  ['it is not open but fees rise', 'fees'],
  ['fees are not high', 'fees'],
])('%s: %s is not', (text, word) => {
  expect(negationOf(text, word)).toBeUndefined();
});
