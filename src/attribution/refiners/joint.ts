// readJoint(words): the members of "Roarke and Whitfield", so that what two said is given to neither alone. Leaves alone: one person
// with an "and" in the description ("Moss, the minister of trade and industry"), one name with an "and" in it that is an entry,
// and unnamed people of two kinds ("Israeli and U.S. officials").
import { isPersonNoun } from '../cast/labels.ts';
import { findNameRuns } from '../cast/names.ts';

/** The words of each member, in order; null when it is one source. `isNamed`: true for words that are somebody's whole name. */
export function readJoint(words: string, isNamed: (words: string) => boolean): string[] | null {
  if (!/\s(?:and|or|&|with|as well as)\s/u.test(words)) return null;
  const plain = words
    .replace(/^both\s+/i, '')
    .replace(/\s*\([^)]*(?:\)|$)/gu, '')
    .replace(/\s+(?:both|each|jointly)$/i, '');
  // Descriptions between commas say who the one before is: "Moss, the mayor, and Reis".
  const heads = plain.replace(/,\s+(?!and\b|or\b|along\b|together\b|as well\b)[^,]*(?:,|$)(?=\s|$)/gi, ' ');
  const members = heads
    .split(/\s*,?\s+(?:and|or|&|along with|together with|as well as)\s+|,\s+/i)
    .map((member) => member.trim())
    .filter((member) => member !== '');
  if (members.length < 2) return null;
  const named = members.filter((member) => isNamed(member) || isName(member));
  // Beside "the captain" only somebody known: "the Ministry of Trade and Industry" is one body.
  const isPerson = (member: string): boolean => !/\sof\s/u.test(member) && UNNAMED.test(member);
  const rest = members.filter((member) => !named.includes(member));
  return named.length > 0 && rest.every(isPerson) && (rest.length === 0 || named.some(isNamed)) ? members : null;
}

/** "the captain", "his aide", "Varga's lawyer". */
const UNNAMED = /^(?:an?|the|his|her|their|\S+['’]s?)\s/i;

/** A name and nothing else but what somebody is: "Moss", "Senator Grace Vale", "former mayor Hugo Reis". */
function isName(member: string): boolean {
  const [run, ...others] = findNameRuns(member);
  if (run === undefined || others.length > 0 || run.isPossessive || member.length - run.end > 1) return false;
  const before = member.slice(0, run.start - (run.lead === '' ? 0 : run.lead.length + 1)).trim();
  return before === '' || isPersonNoun(before.toLowerCase().split(/\s+/u).at(-1) ?? '');
}
