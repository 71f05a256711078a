// wantedOf(question): what kind of thing a question wants to know, as far as its words tell: it decides what makes a passage a good one.
import type { Wanted } from '../../search/passageFeatures.ts';
import { readQuestion } from './question.ts';

const DAY = /\b(?:when|(?:what|which) (?:year|day|date|month|decade|century|time))\b/i;
const NUMBER =
  /\bhow (?:many|much|long|old|often|far|big|large|high|tall|deep|wide|fast)\b|\b(?:what|which) (?:percentage|percent|number|amount|age|share)\b/i;
const PLACE =
  /\bwhere\b|\b(?:what|which) (?:city|country|state|place|town|location|region|river|island|county|capital)\b/i;
const NAME = /\bwho(?:m|se)?\b/i;

export function wantedOf(question: string): Wanted {
  if (readQuestion(question).kind !== 'other') return 'said';
  if (DAY.test(question)) return 'day';
  if (NUMBER.test(question)) return 'number';
  if (PLACE.test(question)) return 'place';
  return NAME.test(question) ? 'name' : 'other';
}
