// wantedOf(question): what kind of thing a question wants to know, as far as its words tell: it decides what makes a passage a good one.
import type { Wanted } from '../search/passageFeatures.ts';
import { readQuestion } from './question.ts';

const NUMBER =
  /\b(?:when|how (?:many|much|long|old|often|far|big|large|high|tall)|(?:what|which) (?:year|day|date|month|percentage|number|age|time))\b/i;
const PLACE = /\b(?:where|(?:what|which) (?:city|country|state|town|place|region|county|location))\b/i;
const NAME = /\bwho(?:m|se)?\b/i;
const WHO_SAID = /^who\b.*?\b(?:said|says)\b/i;

export function wantedOf(question: string): Wanted {
  if (WHO_SAID.test(question) || readQuestion(question).kind !== 'other') return 'said';
  if (NUMBER.test(question)) return 'number';
  if (PLACE.test(question)) return 'place';
  return NAME.test(question) ? 'name' : 'other';
}
