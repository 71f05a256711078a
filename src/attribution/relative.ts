// antecedentOf(text, at): whom a "who" at `at` stands for: "[Lena Moss], who said …", "[Lena Moss], the chief negotiator, who said …",
// "[the officials] who said …". Undefined where it is not plain: "a spokesman for Moss, who said …" may be either.
import type { Span } from '../domain.ts';
import { pattern } from '../patterns.ts';
import { isPersonNoun, pronounsOf, readLabel } from './cast/labels.ts';
import { findNameRuns } from './cast/names.ts';

/** Characters before the pronoun in which its antecedent may stand. */
const REACH = 160;
/** ", the chief negotiator" between a name and the pronoun. */
const APPOSITION = pattern(String.raw`,\s+(?:(?:an?|the|his|her|its|their|one)\s|\p{Ll})[^,.;:!?"“”]{1,90}$`, 'u');
const INNER = String.raw`(?:(?!(?:of|for|from|with|to|by|in|on|at|and|or|the|an?)\s)[\p{L}\p{M}.’'-]+\s+)`;
const NOUN_PHRASE = pattern(
  String.raw`(?:^|\s)((?:(?:an?|the|one|some|many|several|two|three|four|five|other|those|these|most|all)\s+${INNER}{0,3})?([\p{L}\p{M}’'-]+))$`,
  'i',
);
/** "A spokesman for [Moss]", "the killer of [Moss]", "Reis and [Moss]": others may be meant. */
const OF_TWO = pattern(
  String.raw`(?:\b\p{L}+\s+(?:for|to|of|with|by)\s+(?:the\s+)?(?:\p{Lu}\S*\s+)*|\b(?:and|or)\s+(?:\p{Lu}\S*\s+)*)$`,
  'u',
);
/** "It was not [Moss] who said so", "nobody knows whether it was [Moss] who said so". */
const OPEN = /\b(?:not|never|no|nobody|none|whether|if|asked|asks|unlike)\b|n['’]t\b/i;
/** "Asks who said so": a question, no antecedent. */
const ASKS = /^(?:knows|says|asks|wonders|sees|decides|determines|tells|shows|explains|is|was|does|has|as|this)$/i;

/** The span of the antecedent in `text`. `at`: where the pronoun begins. */
export function antecedentOf(text: string, at: number): Span | undefined {
  const from = Math.max(0, at - REACH);
  const before = text.slice(from, at).replace(/,?\s*$/u, '');
  if (before === '' || at - from - before.length === 0) return undefined;
  if (OPEN.test(before.slice(before.search(/[^.!?]*$/u)))) return undefined;
  const hasComma = text.slice(from + before.length, at).startsWith(',');
  const apposition = hasComma ? APPOSITION.exec(before) : null;
  const named = apposition && nameAtEnd(before.slice(0, apposition.index));
  const found = named ?? nameAtEnd(before) ?? nounAtEnd(before);
  return found && { start: from + found.start, end: from + found.end };
}

/** A name with its titles that ends the text, unless it only tells whose somebody is. */
function nameAtEnd(text: string): Span | undefined {
  const run = findNameRuns(text.slice(-80)).at(-1);
  const shift = Math.max(0, text.length - 80);
  if (!run || run.isPossessive || run.end + shift !== text.length) return undefined;
  const start = shift + run.start - (run.lead === '' ? 0 : run.lead.length + 1);
  return OF_TWO.test(text.slice(0, start)) ? undefined : { start, end: text.length };
}

const SMALL_FIRST = pattern(String.raw`^\p{Ll}`);

/** "the officials", "two sailors", "voters" at the end of the text. */
function nounAtEnd(text: string): Span | undefined {
  const match = NOUN_PHRASE.exec(text.slice(-80));
  const [, words = '', noun = ''] = match ?? [];
  const label = readLabel(words);
  const head = noun.toLowerCase();
  const isPlural = pronounsOf(head).includes('they') && !ASKS.test(head);
  // "Those who say", "people who say" are nobody.
  const isPerson =
    SMALL_FIRST.test(noun) &&
    !/^(?:those|people|ones)$/u.test(head) &&
    label?.head === head &&
    (isPlural || isPersonNoun(head));
  return isPerson ? { start: text.length - words.length, end: text.length } : undefined;
}
