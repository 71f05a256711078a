// readQuestion(question): whose words a question asks for. "What did X say about Y" asks for X's statements, "what was said
// in Z" for statements by anybody, everything else for passages. X is the whole noun phrase before the verb of saying: "the
// senior U.S. official" is not "the U.S.".

/**
 * `isName`: the phrase looks like a name or stands alone, so that nobody being called so is an answer. `isTold`: what X wants,
 * announced or denied is asked for, which others tell as well: "what did X deny", "X position on fees", not "did X deny it".
 */
export type Question =
  | {
      readonly kind: 'saying';
      readonly subject: string;
      readonly topic: string;
      readonly isName: boolean;
      readonly isTold: boolean;
    }
  | { readonly kind: 'said'; readonly topic: string }
  | { readonly kind: 'other' };

interface Word {
  readonly text: string;
  /** Lower case, without "'s" and a final dot. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const SAYING = new Set(
  `say said says saying tell told tells claim claimed claims deny denied denies insist insisted insists warn warned warns think
   thinks thought want wants wanted demand demanded demands announce announced announces comment commented comments reiterate
   reiterated promise promised promises vow vowed add added speak speaks spoke respond
   responded responds react reacts reacted reply replies replied remarks position stance`.split(/\s+/),
);
const NOUNS = new Set(['position', 'stance', 'comment', 'comments', 'demand', 'demands']);
const TOLD = new Set(
  `think thinks thought want wants wanted position stance claim claimed claims deny denied denies insist insisted insists warn warned warns
   demand demanded demands announce announced announces reiterate reiterated promise promised promises vow vowed`.split(
    /\s+/,
  ),
);
const AUXILIARIES = new Set(
  'do does did has have had is was were are be been being will would can could should may might must'.split(' '),
);
const QUESTION_WORDS = new Set('what which when where why how who whom that'.split(' '));
const TRAILING_ADVERBS = new Set(
  'also ever just still already actually publicly exactly really previously else not never'.split(' '),
);
/** Nobody in particular: then the question is about what was said, whoever said it. */
const ANYBODY = /^(?:anyone|anybody|someone|somebody|everyone|everybody|people|others|they|he|she|it|we|one)$/u;
/** Where "the position of Iran" ends: "on its missile program". */
const AFTER_OF = /^(?:on|about|regarding|concerning|towards?|to|in|over|with|for)$/u;

/** Who is called by what they are: "the senior Iranian official" is not any senior official. */
const SPEAKS =
  /^(?:officials?|sources?|spokes(?:man|woman|person|people)|ministers?|diplomats?|envoys?|negotiators?|commanders?)$/u;
/** "China's [foreign ministry]", "Varga's [wife]": whoever is not called so by an article is nobody. */
const OF_SOMEBODY =
  /^(?:ministry|presidents?|premier|governments?|parliament|embassy|ambassadors?|army|military|navy|chancellor|king|queen|wife|husband|son|daughter|brother|sister|widow|widower)$/u;
const POSSESSIVE = /^\p{Lu}\p{L}+['’]s$/u;

/** Not "who is said to have". */
const WHO_SAID = /^who\b(?!.*?\b(?:is|are|was|were|be|been) said\b).*?\b(?:said|says)\b\s*(.*)$/iu;

/** What "who said …" asks about; undefined for any other question. */
export function whoSaidWords(question: string): string | undefined {
  const words = WHO_SAID.exec(question)?.[1]?.trim();
  return words === '' ? undefined : words;
}

const FRAME = /\bhow (?:long|often|old|far|big|large)\b/giu;

/** The words that an answer may repeat: "long" of "how long" is none. */
export function withoutFrame(question: string): string {
  return question.replace(FRAME, 'how');
}

/** "Where did Varga make a speech", "when did Varga give his remarks": where Varga spoke. */
const SPEECH =
  /^((?:where|when|(?:on )?(?:what|which) day) (?:did|does|will) .{1,60}? )(?:give|make|deliver|hold) (?:an? |the |his |her |their |its )?(?:speech|remarks)\b(?! of\b)/iu;

export function readQuestion(asked: string): Question {
  const question = asked.replace(/\b(?:have|has|had) to (?=say\b)/i, '').replace(SPEECH, '$1speak');
  const words = wordsIn(question);
  const verb = words.findIndex(({ key }) => SAYING.has(key));
  const found = words[verb];
  if (!found) return { kind: 'other' };
  if (NOUNS.has(found.key) && words[verb + 1]?.key === 'of') return positionOf(question, words, verb + 2);
  const anchor = words.slice(0, verb).findLastIndex(({ key }) => AUXILIARIES.has(key) || QUESTION_WORDS.has(key));
  const phrase = words.slice(anchor + 1, verb);
  if (asksWho(question, words[anchor], phrase) || isOtherwise(found, words[verb + 1])) return { kind: 'other' };
  while (TRAILING_ADVERBS.has(phrase.at(-1)?.key ?? '')) phrase.pop();
  const topic = [wantedBefore(question, words, anchor), question.slice(found.end).trim()].join(' ').trim();
  const isAnybody = phrase.length === 1 && ANYBODY.test(phrase[0]?.key ?? '');
  if (isAnybody || (phrase.length === 0 && isPassive(words[anchor]))) return { kind: 'said', topic };
  const isTold = TOLD.has(found.key) && (anchor < 0 || words.slice(0, verb).some(({ key }) => QUESTION_WORDS.has(key)));
  return phrase.length === 0 ? { kind: 'other' } : saying(question, phrase, { topic, isAnchored: anchor >= 0, isTold });
}

/** Not "what else", "what exactly". */
const KIND_OF = /^(?:kind|sort|type)s? of (?!things?$)/i;
const BEHIND = /^(?:in|on|at|to|for|from|with|during|by|of)$/;
/** When, where and to whom something was said is no part of what. */
const SETTING =
  /\b(?:days?|dates?|times?|years?|months?|weeks?|place|city|country|interviews?|outlets?|networks?|channels?|newspapers?|papers?|magazines?|shows?|programs?|programmes?|occasions?|events?|articles?|paragraphs?|words|ways?|language|statements?|speech|speeches|tweets?|posts?|meetings?)$/i;

/** "[Right]" of "which right does Orlan say …", "[deal]" of "what kind of deal does Varga want": what is asked for is part of the topic. */
function wantedBefore(question: string, words: readonly Word[], anchor: number): string {
  const first = words.findIndex(({ key }) => key === 'which' || key === 'what');
  const [from, to] = [words[first]?.end, words[anchor]?.start];
  if (first < 0 || first >= anchor - 1 || from === undefined || to === undefined) return '';
  const phrase = question.slice(from, to).trim();
  const isOfWhat = words[first]?.key === 'which' || KIND_OF.test(phrase);
  if (!isOfWhat || SETTING.test(phrase) || BEHIND.test(words[first - 1]?.key ?? '')) return '';
  return words.slice(first + 1, anchor).some(({ key }) => AUXILIARIES.has(key)) ? '' : phrase;
}

/** "Which judge denied", "what magazine said Orlan was": who it was is what is asked. Not "what Varga said", nor "what officials said". */
function asksWho(question: string, anchor: Word | undefined, phrase: readonly Word[]): boolean {
  if (anchor?.key === 'which') return true;
  if (anchor?.key !== 'what' || phrase.length === 0 || SPEAKS.test(phrase.at(-1)?.key ?? '')) return false;
  // Where no name has a capital, a name may be in lower case, too.
  return /\p{Lu}/u.test(question.slice(anchor.end)) && phrase.every(({ text }) => !/^\p{Lu}/u.test(text));
}

/** "Added" is a word of saying where it stands alone or before what was said: not "which college did the town add". */
function isOtherwise({ key }: Word, next: Word | undefined): boolean {
  return /^add(?:ed)?$/u.test(key) && next !== undefined && !/^(?:that|about|on|in|when|to reporters)$/u.test(next.key);
}

function positionOf(question: string, words: readonly Word[], from: number): Question {
  const length = words.slice(from).findIndex(({ key }) => AFTER_OF.test(key));
  const phrase = length === -1 ? words.slice(from) : words.slice(from, from + length);
  const topic = question.slice(phrase.at(-1)?.end ?? question.length).trim();
  return phrase.length === 0 ? { kind: 'other' } : saying(question, phrase, { topic, isAnchored: true, isTold: true });
}

function saying(
  question: string,
  phrase: readonly Word[],
  { topic, isAnchored, isTold }: { topic: string; isAnchored: boolean; isTold: boolean },
): Question {
  const subject = question.slice(phrase[0]?.start, phrase.at(-1)?.end).replace(/['’]s$/u, '');
  const names = phrase.filter(({ key }) => key !== 'the');
  const isName =
    isAnchored &&
    (names.length === 1 ||
      names.every(({ text }) => /^\p{Lu}/u.test(text)) ||
      (POSSESSIVE.test(names[0]?.text ?? '') && OF_SOMEBODY.test(names.at(-1)?.key ?? '')) ||
      SPEAKS.test(names.at(-1)?.key ?? ''));
  return { kind: 'saying', subject, topic, isName, isTold };
}

/** "What was said": nobody stands before the verb. Not "what is the position". */
function isPassive(word: Word | undefined): boolean {
  return /^(?:was|were|be|been|being)$/u.test(word?.key ?? '');
}

function wordsIn(question: string): Word[] {
  return [...question.matchAll(/[\p{L}\p{N}.'’-]*[\p{L}\p{N}](?:\.(?=\s+\p{Ll}))?/gu)].map(({ 0: text, index }) => ({
    text,
    key: text.toLowerCase().replace(/['’]s$|\.$/u, ''),
    start: index,
    end: index + text.length,
  }));
}
