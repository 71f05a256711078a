// nearestName(index, text, side): whom the words beside a quotation name, whatever their verb: "Varga thundered:", "Dolen's own words,". A
// list of verbs would let a wrong name pass with a verb that it lacks. Of several names the nearest that can be a subject.
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Claim } from '../answer.ts';
import { claimOf, isUnnamedBehind } from './claimNames.ts';

/** "he", of whom the text leaves open who is meant: nobody's name, and nobody else's. */
export interface Open {
  readonly pronoun: string;
}

export type Told = Claim | Open;

export function isOpen(told: Told | null): told is Open {
  return told !== null && 'pronoun' in told;
}

/** 'before': the text ends where the quotation begins. 'behind': it begins where the quotation ends. */
export function nearestName(index: StoryIndex, text: string, side: 'before' | 'behind'): Told | null {
  const named = namesIn(index, text);
  const ordered = side === 'before' ? named.reverse() : named;
  return (ordered.find(({ isSubject }) => isSubject) ?? ordered[0])?.told ?? null;
}

interface Named {
  readonly told: Told;
  /** False behind "at", "of" and other words that a subject does not follow, and for "Varga's crane". */
  readonly isSubject: boolean;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}.'’-]*[\p{L}\p{N}])?(?:['’](?!\p{L}))?/gu;
const POSSESSIVE = /['’]s?$/u;
const SAYING =
  /^(?:words?|tweets?|posts?|statements?|quotes?|quotations?|remarks?|speech|comments?|answer|reply|line)$/iu;
const PRONOUN = /^(?:he|she|they)$/iu;
const OPENS_CLAUSE =
  /^(?:and|but|while|whereas|as|when|because|that|if|then|so|though|although|until|whether|how|what|where|did|does|has|by|per|from|minister|president|leader|premier|envoy|ambassador|secretary|official|spokes\p{L}+|\p{L}+ly)$/iu;
const OF_WORDS = /^(?:words?|voice|lips|mouth|quote|statement|post|tweet)$/iu;
const MONTH_OR_DAY =
  /^(?:\p{L}+day|January|February|March|April|May|June|July|August|September|October|November|December)$/u;
/** A verb of some sort: "thundered", "insists". */
const VERB = /^(?:\p{Ll}{2,}(?:ed|es|[^s]s)|swore|spoke|went|put|shot|hit|held|gave|made|let)$/u;
const BEFORE_VERB = /^(?:\p{Ll}+ly|also|then|later|once|now|just|again|even|has|have|had)$/u;
const MOST_WORDS = 5;

function namesIn(index: StoryIndex, text: string): Named[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index: start }) => ({
    word,
    start,
    end: start + word.length,
  }));
  const wordAt = (at: number): string => words[at]?.word ?? '';
  const isApart = (at: number): boolean =>
    at === 0 || /[^\s'’.]|\.\s/u.test(text.slice(words[at - 1]?.end, words[at]?.start));
  const isSubject = (from: number, to: number): boolean => {
    const isOfWords = /^of$/iu.test(wordAt(from - 1)) && OF_WORDS.test(wordAt(from - 2));
    const opens = isApart(from) || OPENS_CLAUSE.test(wordAt(from - 1)) || isOfWords;
    const next = wordAt(to).toLowerCase() === 'own' ? wordAt(to + 1) : wordAt(to);
    return opens && (!POSSESSIVE.test(wordAt(to - 1)) || SAYING.test(next));
  };
  const found: Named[] = [];
  for (let at = 0; at < words.length; ) {
    const length = PRONOUN.test(wordAt(at)) ? 1 : 0;
    if (length > 0) found.push({ told: { pronoun: wordAt(at).toLowerCase() }, isSubject: isSubject(at, at + 1) });
    const known = length > 0 ? null : knownAt(index, text, { words, at, isApart });
    if (known) found.push({ told: known.claim, isSubject: isSubject(at, at + known.length) });
    const unknown = length > 0 || known ? null : unknownAt(index, text, { words, at, isApart });
    if (unknown) found.push({ told: unknown.claim, isSubject: true });
    at += length || known?.length || unknown?.length || 1;
  }
  return found;
}

interface At {
  readonly words: readonly { readonly word: string; readonly start: number; readonly end: number }[];
  readonly at: number;
  /** True where punctuation stands before a word. */
  readonly isApart: (at: number) => boolean;
}

interface Run {
  readonly claim: Claim;
  readonly length: number;
}

/** The longest run of words from here on that a Speaker or an outlet is called. */
function knownAt(index: StoryIndex, text: string, { words, at, isApart }: At): Run | null {
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length -= 1) {
    const isOne = words.slice(at + 1, at + length).every((_, offset) => !isApart(at + 1 + offset));
    if (!isOne || isUnnamedBehind(words[at + length]?.word ?? '')) continue;
    const run = text.slice(words[at]?.start, words[at + length - 1]?.end);
    const claim = claimOf(index, run) ?? null;
    const bare = claim?.speaker || claim?.outlet ? claim : claimOf(index, run.replace(POSSESSIVE, ''));
    if (bare?.speaker || bare?.outlet) return { claim: bare, length };
  }
  return null;
}

/** Somebody without an entry: words with capitals that a verb follows, or precedes where the quotation ends: "fumed Lena Oster". */
function unknownAt(index: StoryIndex, text: string, { words, at, isApart }: At): Run | null {
  let length = 0;
  while (length < MOST_WORDS && isCapital(words[at + length]?.word) && (length === 0 || !isApart(at + length)))
    length += 1;
  let verb = at + length;
  while (BEFORE_VERB.test(words[verb]?.word ?? '')) verb += 1;
  const isFollowed = VERB.test(words[verb]?.word ?? '') && !isApart(at + length);
  const isPreceded = at === 1 && VERB.test(words[0]?.word ?? '');
  // "Talks collapsed": a capital that only begins a sentence is no name.
  const least = at === 0 && !isPreceded ? 2 : 1;
  if (length < least || !(isFollowed || isPreceded)) return null;
  const claim = claimOf(index, text.slice(words[at]?.start, words[at + length - 1]?.end));
  return claim ? { claim, length } : null;
}

function isCapital(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word) && !MONTH_OR_DAY.test(word);
}
