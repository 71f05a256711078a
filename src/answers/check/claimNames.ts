// claimOf(index, words): whom words name, where somebody ascribes a quotation: a speaker, an outlet, or a name as it was given. Dropped, a
// name without an entry would let "Khamenei said …" pass as true.
import type { Speaker } from '../../domain.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Claim } from '../answer.ts';

/** Subjects that name nobody. */
const NOBODY =
  /^(?:i|you|he|she|it|we|they|who|whoever|one|someone|somebody|anyone|anybody|no one|nobody|everyone|everybody|people|some|this|that|which)$/iu;
/** What stands before a subject in its sentence: "I read that Trump said". */
const CLAUSE =
  /^.*\b(?:is|was|were|are|be|been|would|could|should|did|does|read|reads|heard|think|thinks|thought|believe|know|see|saw|that|if|whether|because|what|when|where|as|while|though|how|why)\b\s*/iu;
const LEADING =
  /^(?:(?:and|but|or|then|so|also|there|here|now|well|yes|no|breaking|update|yesterday|today|again|did|does|do|has|have|had)\s+)+/iu;
/** Words before a colon or behind a dash that announce a quotation and name nobody. */
const ANNOUNCING =
  /^(?:quote|quotation|quoted|statement|question|check|true|false|fake|real|really|verify|claim|text|post|tweet|headline|title|example|note|update|way|source|news|breaking|fyi|ps|re|wow|lol)$/iu;
/** Kinds of people who speak without a name: "officials". */
const UNNAMED =
  /\b(?:officials?|sources?|spokes\p{L}+|diplomats?|analysts?|aides?|advis[eo]rs?|ministers?|ministry|experts?|lawmakers?|presidents?|leaders?|premier|envoys?|ambassadors?|secretary|governments?|office|administration|commanders?|generals?)\b/iu;
const SETTING =
  /^(?:after|before|during|following|amid|in|on|at|with|for|from|under|speaking|asked|meeting|despite|hours|days|minutes)\s[^,]*,\s+(?=\S)/iu;
const MAX_NAME_WORDS = 10;
/** Words of a name that may be mistyped; longer ones describe somebody. Chosen by eye. */
const MAX_MISTYPED_WORDS = 3;

const WHEN =
  /\s+(?:yesterday|today|tonight|earlier|later|again|now|this (?:morning|evening|week)|last (?:night|week)|(?:on )?\p{Lu}\p{Ll}+day)$/iu;
/** "Varga's tweet", "in Varga's words". */
const POSSESSED =
  /^(?:in\s+)?(\S.*?)['’]s?\s+(?:(?:own|latest|last|exact)\s+)*(?:tweets?|posts?|statements?|words|quotes?|quotations?|remarks?|speech|comments?|answer|reply|interview)$/iu;

/** The subject of a cue, as a claim; null for "he" and for what is no noun phrase; 'clean': also where a clause stands before it. */
export function claimOf(index: StoryIndex, subject: string, form: 'clean' | 'any' = 'any'): Claim | null {
  if (form === 'clean' && (LEADING.test(subject) || CLAUSE.test(subject))) return null;
  // "Masoud Pezeshkian, the Iranian president, said".
  const [first = ''] = subject
    // "Reuters: Khamenei said".
    .replace(/^.*:\s+/u, '')
    .replace(/[\s,]+$/u, '')
    // "After talks with Dolen, Varga said".
    .replace(SETTING, '')
    .split(/,\s+(?=(?:the|a|an|who)\b|\p{Lu})/u);
  const words = first
    .replace(CLAUSE, '')
    // "2/ Varga": one of a thread.
    .replace(/^\s*\d{1,2}[/.)]\s*/u, '')
    .replace(/^[\s\p{P}]+/u, '')
    .replace(LEADING, '')
    .replace(/\s*\([^()]*\)$/u, '')
    .replace(WHEN, '')
    .replace(/^[\s\p{P}]+|[\s,;:]+$/gu, '');
  if (words === '' || NOBODY.test(words)) return null;
  const found = index.story.gazetteer.find(words, index.asOf);
  if (found) return claimBy(index, found.speaker);
  const outlet = outletCalled(index, words);
  if (outlet !== null) return { speaker: null, name: outlet, outlet };
  const count = words.split(/\s+/u).length;
  const isName = count <= MAX_NAME_WORDS && countWords(index, words) > 0;
  // "Vagra said": with a typing error, which is told.
  const nearest = isName && count <= MAX_MISTYPED_WORDS ? index.story.gazetteer.nearest(words) : undefined;
  if (nearest) return { ...claimBy(index, nearest), typed: words };
  return isName ? { speaker: null, name: words, outlet: null } : null;
}

/** Where no cue says that somebody is named: a known name, words with capitals, unnamed officials, or one word. */
export function nameOf(index: StoryIndex, text: string): Claim | null {
  const claim = claimOf(index, text.trim().replace(POSSESSED, '$1'));
  if (!claim || claim.speaker || claim.outlet !== null) return claim;
  const words = claim.name.split(/\s+/u);
  if (words.some((word) => ANNOUNCING.test(word.replace(/[^\p{L}]/gu, '')))) return null;
  const isCapital = (word: string): boolean => /^[^\p{L}]*(?:\p{Lu}|\p{Lo}|(?:of|the|and|al|bin|de|von)\b)/u.test(word);
  return words.length === 1 || words.every(isCapital) || UNNAMED.test(claim.name) ? claim : null;
}

/** Who has an entry as an outlet publishes, also where the corpus has no article of theirs. */
function claimBy(index: StoryIndex, speaker: Speaker): Claim {
  const names = [speaker.name, ...speaker.aliases];
  const outlet =
    speaker.kind === 'outlet' ? (names.map((name) => outletCalled(index, name)).find(Boolean) ?? speaker.name) : null;
  return { speaker, name: speaker.name, outlet };
}

const outlets = new WeakMap<StoryIndex, ReadonlyMap<string, string>>();

/** The outlet of an article, as the corpus writes it; null: none is called so. */
function outletCalled(index: StoryIndex, name: string): string | null {
  const keyOf = (words: string): string =>
    index
      .tokenize(words.replace(/^the\s+/iu, ''))
      .map(({ word }) => word)
      .join(' ');
  const names = new Set(outlets.has(index) ? [] : index.story.articles.map(({ outlet }) => outlet));
  const known = outlets.get(index) ?? new Map([...names].reverse().map((outlet) => [keyOf(outlet), outlet]));
  outlets.set(index, known);
  return known.get(keyOf(name)) ?? null;
}

/** True for the word behind "U.S." in "U.S. officials": it is not the U.S. that is named. */
export function isUnnamedBehind(word: string): boolean {
  return UNNAMED.test(word);
}

/** A known name anywhere in the text, the longest first; not the "U.S." of "U.S. officials". */
export function findName(index: StoryIndex, text: string): Claim | null {
  const words = text.match(/[\p{L}\p{N}.'’-]+|,/gu) ?? [];
  for (let length = Math.min(5, words.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      if (isUnnamedBehind(words[start + length] ?? '')) continue;
      const found = index.story.gazetteer.find(words.slice(start, start + length).join(' '), index.asOf);
      if (found) return claimBy(index, found.speaker);
    }
  }
  return null;
}

export function countWords(index: StoryIndex, text: string): number {
  return index.tokenize(text).filter((token) => !token.isStop).length;
}
