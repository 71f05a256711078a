// personWithin(source): the person whom a source names, alone or with what they are: "Moss", "Hugo Reis, who leads …", "the chief
// negotiator, Lena Moss", "Reis's deputy Ana Vale", "Sen. Grace Vale of Orlan". Leaves alone: those who speak for somebody
// or go by a name ("a spokesman for Lena Moss", "Moss supporters", "Moss's office").
import type { Passage, Span } from '../../domain.ts';
import { pattern } from '../../patterns.ts';
import type { Mention, Person } from '../cast/cast.ts';
import { isPersonNoun, readLabel } from '../cast/labels.ts';
import { isFullName } from '../cast/names.ts';
import { TITLE_NOUNS } from '../lexicon.ts';
import { mentionsIn } from './between.ts';
import type { ResolveContext } from './resolveSpeakers.ts';

export interface PersonWithin {
  /** As printed, without titles. */
  readonly name: string;
  /** Undefined: nobody whom the article has named in full, or one of several. */
  readonly person: Person | undefined;
}

/** What may follow a name in a source: "Moss of the Harbor Union", "Moss (D-Orlan)". */
const BEHIND = /^(?:\.?$|\.?\s+(?:of|from|for|at|with|in|on)\s|\.?\s*[,(–—])/u;
const SPEAKS_FOR = /\b(?:for|of|to|with|by|and|from|about|behind|near)\b/i;
/** "The prosecutor questioning [Mara Dolen]", "those who oppose [Varga]": somebody who does something to that person. */
const IS_DOING = pattern(
  String.raw`\b(?:who|whom|whose|that|which|as|like|than|\p{Ll}+ing|(?!named|called)\p{Ll}+ed)\b`,
);
const BEFORE_NAME =
  /^(?:named|called|deputy|brother|sister|de|la|del|da|di|du|van|von|der|den|bin|ibn|ben|al|el|abu)$/u;
const OFFICE_OF = pattern(
  String.raw`^(?:(?:the|former|then|acting|deputy)\s+)*(?:\p{L}+\s+){0,2}(?:secretary|minister|director|head|chief)\s+of\s+\S`,
  'i',
);

export function personWithin(source: Span, passage: Passage, context: ResolveContext): PersonWithin | undefined {
  const words = passage.text.slice(source.start, source.end);
  const mentions = mentionsIn({ ...source, end: source.end + 1, passage: context.index }, context.cast);
  const isAtEnd = (mention: Mention): boolean =>
    !mention.isPossessive && BEHIND.test(words.slice(Math.max(0, mention.end - source.start)));
  const isMeant = (mention: Mention): boolean =>
    isSaidOf(words.slice(0, Math.max(0, mention.start - source.start - leadLength(mention))));
  const found = mentions.find((mention) => isAtEnd(mention) && isSomebody(mention, words, source) && isMeant(mention));
  return found && { name: found.name, person: found.person };
}

function leadLength({ lead }: Mention): number {
  return lead === '' ? 0 : lead.length + 1;
}

/** A full name or somebody known; a single unknown name only where it is the whole source. */
function isSomebody(mention: Mention, words: string, source: Span): boolean {
  if (mention.person) return true;
  if (mention.lead !== '' && !mention.isAmbiguous && !isFullName(mention)) return false;
  return isFullName(mention) && !/^the\s/i.test(words.slice(Math.max(0, mention.start - source.start - 4)));
}

const NAME_AND_COMMA = pattern(String.raw`[,\s]\p{Lu}[\p{L}]+,$`);
const LAST_NOUN = pattern(String.raw`(?:^|\s)(\p{Ll}[\p{L}'’-]*)$`);

/** Words before a name that say who it is: nothing, "Orlan's foreign minister", "The chief negotiator,". */
function isSaidOf(before: string): boolean {
  const words = before.trim();
  if (words === '' || OFFICE_OF.test(words)) return true;
  const label = /^(?:the|an?|his|her|its|their)\s/i.test(words) && words.endsWith(',') ? readLabel(words) : null;
  // "The aide to Dolen, [Hamo Reis]": the aide is Reis.
  if (label && isPersonNoun(label.head) && !/,.*,/u.test(words)) return true;
  if (words.endsWith(',')) return !NAME_AND_COMMA.test(words) && !/,.*,/u.test(words);
  if (SPEAKS_FOR.test(words) || words.includes(',') || IS_DOING.test(words)) return false;
  const noun = LAST_NOUN.exec(words)?.[1];
  return noun !== undefined && (isPersonNoun(noun) || TITLE_NOUNS.has(noun) || BEFORE_NAME.test(noun));
}
