// readIntroduction(text, run): what an article says of somebody beside the name: "Foreign Minister [Parviz Danesh]", "[Lena Moss],
// a sailor,", "spokeswoman [Ana Vale]", "Ms. [Moss]". Gives labels, and the pronoun where the words tell it.

import { pattern } from '../../patterns.ts';
import { pronounOfGivenName } from './givenNames.ts';
import { isPersonNoun, type Label, pronounsOf, readLabel } from './labels.ts';
import type { NameRun } from './names.ts';

export type PersonPronoun = 'he' | 'she';

/** What the words beside a name tell. `certainty` orders the evidence for the pronoun: a title outweighs a first name. */
export interface Introduction {
  readonly labels: readonly Label[];
  readonly pronoun: PersonPronoun | null;
  readonly certainty: number;
}

const TITLE = 3;
const GIVEN_NAME = 2;
const POSSESSIVE = 1;
/** Of a pronoun that was resolved to this person, because nobody else had spoken. */
export const RESOLVED = 0.5;

/** ", the foreign minister," ", Orlan's envoy to Velmora," ", 54, a sailor who". */
const APPOSITION = pattern(
  String.raw`^,(?:\s+\d{1,3},)?\s+((?:(?:the|a|an|its|his|her|their)\s+|(?:\p{Lu}[\p{L}.-]*\s+)*\p{Lu}[\p{L}.-]*['’]s?\s+)?(?:[\p{L}.'’-]+\s+){0,4}?(\p{Ll}[\p{L}-]+))(?=[,.;]|\s+(?:of|for|at|in|to|who|with|from|on)\b)`,
  'u',
);
const BEFORE = pattern(String.raw`(?:^|[\s(])((?:[\p{L}.'’-]+ ){0,3}(\p{Ll}[\p{L}-]+)) $`, 'u');
const OWN = pattern(String.raw`^[^.!?;:"“”]{0,80}?\b(?:(his|himself)|(her(?= \p{Ll}{3})|herself))\b`, 'u');

/**
 * Reads at most 100 characters on both sides of the run, and nothing where no word beside it can tell anything. `reach`: where the
 * next name begins; `known`: certainty of the pronoun that is known already.
 */
export function readIntroduction(text: string, run: NameRun, reach: number, known: number): Introduction {
  const labels: Label[] = [];
  const title = run.lead === '' ? labelBefore(text, run) : readLabel(run.lead);
  if (title) labels.push(title);
  const apposition = run.isPossessive || text[run.end] !== ',' ? null : labelBehind(text.slice(run.end, run.end + 100));
  if (apposition) labels.push(apposition);
  return { labels, ...pronounFrom(text, run, { labels, reach, known }) };
}

/** "Orlan's foreign minister Parviz Danesh": a title in small letters. */
function labelBefore(text: string, run: NameRun): Label | null {
  const end = run.start - 1;
  if (text[end] !== ' ') return null;
  const noun = text.slice(text.lastIndexOf(' ', end - 1) + 1, end);
  if (!isPersonNoun(noun)) return null;
  const match = BEFORE.exec(text.slice(Math.max(0, run.start - 60), run.start));
  return match ? readLabel(match[1] ?? '') : null;
}

const NOUN_BEHIND = pattern(String.raw`^,(?:\s+\d{1,3},)?\s+(?:the|an?|its|his|her|their|\p{Lu}\S*['’]s?)\s`, 'u');

function labelBehind(text: string): Label | null {
  const match = APPOSITION.exec(text);
  const isNoun = NOUN_BEHIND.test(match?.[0] ?? '');
  // ", met the governor": what somebody does is no apposition.
  const isDeed = /\S\s+(?:the|an?|his|her|its|their)\s/u.test(match?.[1] ?? '');
  return match && !isDeed && (isNoun || isPersonNoun(match[2] ?? '')) ? readLabel(match[1] ?? '') : null;
}

function pronounFrom(
  text: string,
  run: NameRun,
  { labels, reach, known }: { readonly labels: readonly Label[]; readonly reach: number; readonly known: number },
): Pick<Introduction, 'pronoun' | 'certainty'> {
  for (const { head, modifiers } of labels) {
    for (const word of [head, ...modifiers]) {
      const [pronoun, other] = isPersonNoun(word) || /^(?:mr|mrs|ms)$/u.test(word) ? pronounsOf(word) : [];
      if (other === undefined && (pronoun === 'he' || pronoun === 'she')) return { pronoun, certainty: TITLE };
    }
  }
  if (known < GIVEN_NAME) {
    const given = run.name.includes(' ') ? pronounOfGivenName(/^[^ \u00a0]+/u.exec(run.name)?.[0] ?? '') : null;
    if (given) return { pronoun: given, certainty: GIVEN_NAME };
  }
  if (known < POSSESSIVE && !run.isPossessive) {
    const own = OWN.exec(text.slice(run.end, Math.min(reach, run.end + 100)));
    if (own) return { pronoun: own[1] === undefined ? 'she' : 'he', certainty: POSSESSIVE };
  }
  return { pronoun: null, certainty: 0 };
}
