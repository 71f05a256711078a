// People who are no entry of the cast and may still be whom "he" means: "An aide disagreed. …", "Reis disagreed. …". Where one of
// them stands between a speaker and a pronoun, the pronoun stays open.

import { matchesOf, pattern } from '../../patterns.ts';
import { isPersonNoun } from '../cast/labels.ts';
import type { NameRun } from '../cast/names.ts';

const SUBJECT = pattern(
  String.raw`(?:^|[.!?]["”]?\s+)(?:(?:But|And|Yet|Meanwhile|Still|Then),?\s+)?(?:an?|the|one|another|his|her|its|their|\p{Lu}[\p{L}.-]*['’]s?)\s(?=((?:[\p{L}.'’-]+\s){0,5}[\p{L}-]+))`,
  'gi',
);
/** Where a subject has ended. */
const ENDS_SUBJECT = pattern(
  String.raw`\b(?:has|had|have|is|was|were|are|did|does|will|would|who|that|of|for|in|on|at|to|\p{L}+ed)\b`,
);

/** True when a sentence of the text begins with somebody who has no name: "An aide", "Varga's lawyer". */
export function hasUnnamedSubject(text: string): boolean {
  for (const match of matchesOf(SUBJECT, text)) {
    const words = match[1] ?? '';
    const subject = words.slice(0, ENDS_SUBJECT.exec(words)?.index ?? words.length);
    if (subject.split(/\s+/u).some((word) => isPersonNoun(word.toLowerCase()))) return true;
  }
  return false;
}

const BEGINS_SENTENCE = /(?:^|[.!?]["”’']?\s+(?:(?:But|And|Yet|Meanwhile|Still),? )?)$/u;
const VERB = pattern(
  String.raw`^(?:,|\s+(?:has|had|is|was|did|does|would|will|could|may|also|then|later|never|said|told|came|went|left|met|took|gave|made|spoke|kept|held|\p{Ll}{2,}ed)\b)`,
);
/** Words that stand first in a sentence and are no names: "Negotiations continued.", "Inflation rose." */
const COMMON = /(?:s|ion|ing|ly|ed|ment|ness|ity|ance|ence)$/u;

/** "Reis disagreed.": a single word that does at the start of a sentence what people do. */
export function isUnknownSubject({ name, start, end }: NameRun, text: string): boolean {
  if (/\s/u.test(name) || (COMMON.test(name) && !/[aeiou]s$/u.test(name))) return false;
  return BEGINS_SENTENCE.test(text.slice(Math.max(0, start - 14), start)) && VERB.test(text.slice(end, end + 24));
}
