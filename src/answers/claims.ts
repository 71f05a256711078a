// readClaims(index, text): the quotations of a text, and to whom the words around each ascribe it. A name without an entry in
// speakers.yaml is kept as it was given: dropped, it would let "Khamenei said …" pass as true.
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Claim } from './answer.ts';

export interface ClaimedQuotation {
  readonly quotation: string;
  readonly claimed: Claim | null;
}

const QUOTED = /["“„«]([^"“”„«»]+)["”“»]/gu;
const CUE =
  '(?:said|says|say|saying|told|tells|added|adds|wrote|writes|posted|tweeted|insisted|insists|warned|warns|denied|claimed|claims|declared|announced|reiterated|repeated|confirmed|argued|stated|reported|reports)';
/** "has also said", "reportedly said". */
const BETWEEN = String.raw`(?:(?:has|have|had|also|later|then|again|once|already|earlier|\p{L}+ly)\s+)*`;
/** "that", "on Tuesday", "in a post on Truth Social": what may stand between a cue and the words. */
const BEFORE_QUOTE = new RegExp(String.raw`^(.*?)\s*\b${BETWEEN}${CUE}\b([^.!?]{0,80})$`, 'iu');
const BEHIND_QUOTE = new RegExp(String.raw`^[\s,–—-]*([^.;:!?,]*(?:\.\p{L}[^.;:!?,]*)*?)\s*\b${BETWEEN}${CUE}\b`, 'iu');
const NAME = String.raw`((?:\p{L}\.(?:\p{L}\.)*|[^\s,.;:()!?"“”]+)(?:\s+(?:\p{L}\.(?:\p{L}\.)*|[^\s,.;:()!?"“”]+)){0,9}?)`;
const NAMED_BEHIND = new RegExp(
  String.raw`^[\s,.]*(?:[–—~-]+\s*|(?:(?:is|was|were)\s+)?(?:${CUE}\s+)?by\s+|per\s+|\(\s*|according to\s+|${CUE}\s+)${NAME}(?=\s*(?:$|[,.;:()!?]|\s(?:on|in|at|to|during|yesterday|today)\s))`,
  'iu',
);
const ACCORDING = /\baccording to\s+([^.;:!?]+?)\s*[,:]?\s*$/iu;
const BARE_CLAIM = new RegExp(String.raw`^(.{2,90}?)\s+${BETWEEN}${CUE}(?:\s+that)?(?:\s*[:,])?\s+(\S.*)$`, 'iu');
const BARE_COLON = /^([^:"“”]{2,60}):\s+(\S.*)$/u;
const BARE_DASH = /^(\S.*?\S)\s+(?:[-–—]+|by)\s+([^,;:"“”–—]{2,60})$/u;

/** Subjects that name nobody. */
const NOBODY =
  /^(?:i|you|he|she|it|we|they|who|whoever|one|someone|somebody|anyone|anybody|no one|nobody|everyone|everybody|people|some|this|that|which)$/iu;
/** What stands before a subject in its sentence: "I read that Trump said". */
const CLAUSE =
  /^.*\b(?:is|was|were|are|be|been|would|could|should|did|does|read|reads|heard|think|thinks|thought|believe|know|see|saw|that|if|whether|because|what|when|where|as|while|though|how|why)\b\s*/iu;
const LEADING =
  /^(?:(?:and|but|or|then|so|also|there|here|now|well|yes|no|yesterday|today|again|did|does|do|has|have|had)\s+)+/iu;
/** Words before a colon or behind a dash that announce a quotation and name nobody. */
const ANNOUNCING =
  /^(?:quote|quotation|quoted|statement|question|check|true|false|fake|real|really|verify|claim|text|post|tweet|headline|title|example|note|update|way|source|fyi|ps|re|wow|lol)$/iu;
/** Kinds of people who speak without a name: "officials". */
const UNNAMED =
  /\b(?:officials?|sources?|spokes\p{L}+|diplomats?|analysts?|aides?|advis[eo]rs?|ministers?|ministry|experts?|lawmakers?|presidents?|leaders?|premier|envoys?|ambassadors?|secretary|governments?|office|administration|commanders?|generals?)\b/iu;
const MAX_NAME_WORDS = 10;

/** Everything in quotation marks, in order; without marks, or with one pair round "Trump said …", the text itself. */
export function readClaims(index: StoryIndex, text: string): ClaimedQuotation[] {
  const quoted = [...text.matchAll(QUOTED)].filter((match) => index.tokenize(match[1] ?? '').length > 0);
  const [only] = quoted;
  // A pair round everything is the shell's, put back by the command line, where it holds "Trump said no nuclear weapons".
  const isWhole = quoted.length === 1 && only?.[0] === text.trim();
  const bare = quoted.length === 0 ? text : isWhole ? (only?.[1] ?? '') : null;
  const claim = bare === null ? null : readBare(index, bare);
  if (claim) return [claim];
  if (quoted.length === 0) return [{ quotation: text, claimed: null }];
  return readAround(index, text, quoted);
}

function readBare(index: StoryIndex, text: string): ClaimedQuotation | null {
  const [, subject = '', content = ''] = BARE_CLAIM.exec(text) ?? [];
  const claimed = LEADING.test(subject) || CLAUSE.test(subject) ? null : claimOf(index, subject);
  const isTold = claimed !== null || /^(?:he|she|they)$/iu.test(subject);
  if (isTold && countWords(index, content) >= 2) return { quotation: content, claimed };
  const [, before = '', behind = ''] = BARE_COLON.exec(text) ?? [];
  const named = nameOf(index, before);
  if (named) return { quotation: behind, claimed: named };
  const [, words = '', last = ''] = BARE_DASH.exec(text) ?? [];
  const signed = /^\P{Ll}/u.test(last) ? nameOf(index, last) : null;
  return signed && countWords(index, words) >= 2 ? { quotation: words, claimed: signed } : null;
}

/** One claim a quotation: from the words before it, else behind it, else the one of its neighbour ("'a' and 'b', he said"). */
function readAround(index: StoryIndex, text: string, quoted: readonly RegExpExecArray[]): ClaimedQuotation[] {
  const between = [...quoted, null].map((match, position) => {
    const previous = quoted[position - 1];
    const start = previous ? previous.index + previous[0].length : 0;
    return text.slice(start, match?.index ?? text.length);
  });
  const claims: (Claim | null)[] = quoted.map(
    (_, at) => claimBefore(index, between[at] ?? '') ?? claimBehind(index, between[at + 1] ?? ''),
  );
  for (let at = 1; at < claims.length; at += 1) {
    if (!claims[at] && isJoin(index, between[at] ?? '')) claims[at] = claims[at - 1] ?? null;
  }
  for (let at = claims.length - 2; at >= 0; at -= 1) {
    if (!claims[at] && isJoin(index, between[at + 1] ?? '')) claims[at] = claims[at + 1] ?? null;
  }
  const anywhere = claims.some((claim) => claim) ? null : findName(index, between.join(' , '));
  return quoted.map((match, at) => ({ quotation: match[1] ?? '', claimed: claims[at] ?? anywhere }));
}

function claimBefore(index: StoryIndex, text: string): Claim | null {
  const sentence = lastSentence(text);
  const according = ACCORDING.exec(sentence);
  if (according) return claimOf(index, according[1] ?? '');
  const cued = BEFORE_QUOTE.exec(sentence);
  if (cued) return claimOf(index, lastCueSubject(cued[1] ?? '', cued[2] ?? ''));
  const colon = /^(.*):\s*$/u.exec(sentence);
  // "Tweet from Khamenei:".
  if (colon) return nameOf(index, (colon[1] ?? '').replace(/^.*\b(?:from|by)\s+/iu, ''));
  // `Khamenei "wall of distrust"`: nothing but a name.
  return /^[\p{Lu}]/u.test(sentence.trim()) ? nameOf(index, sentence) : null;
}

/** "Trump said Iran insisted": the last subject is whose words they are. */
function lastCueSubject(subject: string, rest: string): string {
  const nested = BEFORE_QUOTE.exec(rest);
  return nested && /\S/u.test(nested[1] ?? '') ? lastCueSubject(nested[1] ?? '', nested[2] ?? '') : subject;
}

function claimBehind(index: StoryIndex, text: string): Claim | null {
  const named = NAMED_BEHIND.exec(text);
  if (named) return nameOf(index, named[1] ?? '');
  const cued = BEHIND_QUOTE.exec(text);
  if (cued) return claimOf(index, cued[1] ?? '');
  const sentence = text.trim();
  return /^\p{Lu}/u.test(sentence) && !/[.!?,;:]/u.test(sentence.replace(/\.$/u, '')) ? nameOf(index, sentence) : null;
}

/** The subject of a cue, as a claim; null for "he" and for what is no noun phrase. */
function claimOf(index: StoryIndex, subject: string): Claim | null {
  // "Masoud Pezeshkian, the Iranian president, said".
  const [first = ''] = subject
    // "Reuters: Khamenei said".
    .replace(/^.*:\s+/u, '')
    .replace(/[\s,]+$/u, '')
    .split(/,\s+(?=(?:the|a|an|who)\b|\p{Lu})/u);
  const words = first
    .replace(CLAUSE, '')
    .replace(LEADING, '')
    .replace(/^[\s\p{P}]+|[\s,;:]+$/gu, '');
  if (words === '' || NOBODY.test(words)) return null;
  const found = index.story.gazetteer.find(words, index.asOf);
  if (found) return { speaker: found.speaker, name: found.speaker.name };
  const count = words.split(/\s+/u).length;
  const isName = count <= MAX_NAME_WORDS && countWords(index, words) > 0;
  return isName ? { speaker: null, name: words } : null;
}

/** Where no cue says that somebody is named: a known name, words with capitals, unnamed officials, or one word. */
function nameOf(index: StoryIndex, text: string): Claim | null {
  const claim = claimOf(index, text);
  if (!claim || claim.speaker) return claim;
  const words = claim.name.split(/\s+/u);
  if (words.some((word) => ANNOUNCING.test(word.replace(/[^\p{L}]/gu, '')))) return null;
  const isCapital = (word: string): boolean => /^[^\p{L}]*(?:\p{Lu}|\p{Lo}|(?:of|the|and|al|bin|de|von)\b)/u.test(word);
  return words.length === 1 || words.every(isCapital) || UNNAMED.test(claim.name) ? claim : null;
}

/** True for "and", ", he added,": what follows is by whoever spoke before. */
function isJoin(index: StoryIndex, text: string): boolean {
  const rest = text.replace(new RegExp(String.raw`\b(?:${CUE}|then)\b`, 'giu'), ' ');
  return index.tokenize(rest).every((token) => token.isStop);
}

/** A known name anywhere in the text, the longest first; not the "U.S." of "U.S. officials". */
function findName(index: StoryIndex, text: string): Claim | null {
  const words = text.match(/[\p{L}\p{N}.'’-]+|,/gu) ?? [];
  for (let length = Math.min(5, words.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      if (UNNAMED.test(words[start + length] ?? '')) continue;
      const found = index.story.gazetteer.find(words.slice(start, start + length).join(' '), index.asOf);
      if (found) return { speaker: found.speaker, name: found.speaker.name };
    }
  }
  return null;
}

/** What stands behind the last full stop that is no abbreviation's. */
function lastSentence(text: string): string {
  return text.split(/(?<=\p{Ll}[.!?…]|[!?])\s+/u).at(-1) ?? text;
}

function countWords(index: StoryIndex, text: string): number {
  return index.tokenize(text).filter((token) => !token.isStop).length;
}
