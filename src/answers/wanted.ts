// wantedOf(question): what kind of thing a question wants to know, as far as its words tell: it decides what makes a passage a good one.
import type { Wanted } from '../search/passageFeatures.ts';
import { readQuestion, whoSaidWords } from './question.ts';

const NUMBER =
  /\b(?:when|how (?:many|much|long|old|often|far|big|large|high|tall)|(?:what|which) (?:year|day|date|month|percentage|number|age|time))\b/i;
const NAME = /\bwho(?:m|se)?\b/i;

export function wantedOf(question: string): Wanted {
  if (whoSaidWords(question) !== undefined || readQuestion(question).kind !== 'other') return 'said';
  if (NUMBER.test(question)) return 'number';
  return NAME.test(question) ? 'name' : 'other';
}
