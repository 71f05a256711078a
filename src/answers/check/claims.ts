// readClaims(index, text): the quotations of a text, and to whom the words around each ascribe it; without quotation marks the words
// behind "Varga said" or "Varga:", else the whole text.

import { ITEM_BREAK } from '../../requests/pasted.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Claim } from '../answer.ts';
import { claimOf, countWords, findName, nameOf } from './claimNames.ts';
import { type Given, givenQuotations } from './given.ts';

export interface ClaimedQuotation {
  readonly quotation: string;
  readonly claimed: Claim | null;
  /** True for words that stand in no quotation marks: what is around the quotation may belong to who asks. */
  readonly isBare: boolean;
}

const ADDRESS = /\bhttps?:\/\/[^\s"“”„«»]+/giu;
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

/** How a question asks for the saying: "Is it true that Varga said …", "Did Varga really say …". */
const ASKING =
  /^(?:(?:hey|hi|so|wait|ok|okay|um|guys|all)[,!]?\s+)*(?:is it (?:true|right|correct|a fact)(?: that)?|(?:can|could) (?:some(?:one|body)|any(?:one|body)|you|we) (?:please )?(?:verify|check|confirm)(?: (?:this|that|if|whether))?|i (?:just )?(?:read|heard|saw)(?: that)?|fact[- ]?check)[:,]?\s+/iu;
const DID_SAY =
  /^(?:did|has|have|does)\s+(.{2,60}?)\s+(?:(?:really|ever|actually|just|also|even)\s+)*(?:say|said|tell|told|claim|claimed|state|stated)\s+(?:that\s+)?/iu;

/** Everything in quotation marks, in order; without marks, or with one pair round "Trump said …", the text itself. */
export function readClaims(index: StoryIndex, text: string): ClaimedQuotation[] {
  const quoted = givenQuotations(text).filter(({ words }) => index.tokenize(words).length > 0);
  const [only] = quoted;
  // A pair round everything is the shell's, put back by the command line, where it holds "Trump said no nuclear weapons".
  const isWhole = quoted.length === 1 && only !== undefined && only.end - only.start === text.trim().length;
  if (quoted.length > 0 && !isWhole) return readAround(index, text, quoted);
  const bare = isWhole ? (only?.words ?? '') : text.replace(ADDRESS, ' ');
  return [readBare(index, withoutAsking(bare)) ?? readWhole(text, only)];
}

function withoutAsking(text: string): string {
  const told = text.replace(ASKING, '').replace(DID_SAY, '$1 said ');
  return told === text ? text : told.replace(/\s*\?+\s*$/u, '');
}

/** Without a mark that has lost its other half. */
function readWhole(text: string, quoted: Given | undefined): ClaimedQuotation {
  const quotation = quoted?.words ?? text.replace(/^[\s"“”„«»]+|[\s"“”„«»]+$/gu, '');
  return { quotation: quotation || text, claimed: null, isBare: quoted === undefined };
}

function readBare(index: StoryIndex, text: string): ClaimedQuotation | null {
  const [, subject = '', content = ''] = BARE_CLAIM.exec(text) ?? [];
  const claimed = claimOf(index, subject, 'clean');
  const isTold = claimed !== null || /^(?:he|she|they)$/iu.test(subject);
  if (isTold && countWords(index, content) >= 2) return { quotation: content, claimed, isBare: true };
  const [, before = '', behind = ''] = BARE_COLON.exec(text) ?? [];
  const named = nameOf(index, before);
  if (named) return { quotation: behind, claimed: named, isBare: true };
  const [, words = '', last = ''] = BARE_DASH.exec(text) ?? [];
  const signed = /^\P{Ll}/u.test(last) ? nameOf(index, last) : null;
  return signed && countWords(index, words) >= 2 ? { quotation: words, claimed: signed, isBare: true } : null;
}

/** A quotation, or several that a cue interrupts: then what stands between them tells who speaks. */
interface Part extends Given {
  readonly told: string | null;
}

/** One claim a quotation: from the words before it, else behind it, else the one of its neighbour ("'a' and 'b', he said"). */
function readAround(index: StoryIndex, text: string, given: readonly Given[]): ClaimedQuotation[] {
  const quoted = withoutInterruptions(index, text, given);
  const between = [...quoted, null].map((part, at) => text.slice(quoted[at - 1]?.end ?? 0, part?.start ?? text.length));
  const before = quoted.map(
    (part, at) => (part.told === null ? null : claimBehind(index, part.told)) ?? claimBefore(index, between[at] ?? ''),
  );
  const claims = quoted.map((_, at) => before[at] ?? claimBehind(index, between[at + 1] ?? ''));
  for (let at = 1; at < claims.length; at += 1) {
    if (!claims[at] && isJoin(index, between[at] ?? '', before[at - 1] ?? null)) {
      claims[at] = claims[at - 1] ?? null;
      before[at] = before[at - 1] ?? null;
    }
  }
  for (let at = claims.length - 2; at >= 0; at -= 1) {
    if (!claims[at] && isJoin(index, between[at + 1] ?? '', null)) claims[at] = claims[at + 1] ?? null;
  }
  const anywhere = claims.some((claim) => claim) ? null : findName(index, between.join(' , '));
  return quoted.map(({ words }, at) => ({ quotation: words, claimed: claims[at] ?? anywhere, isBare: false }));
}

/** "The harbor," Varga said, "will stay open": the second part goes on with the sentence of the first. */
function withoutInterruptions(index: StoryIndex, text: string, given: readonly Given[]): Part[] {
  const parts: Part[] = [];
  for (const next of given) {
    const last = parts.at(-1);
    const told = last ? text.slice(last.end, next.start) : '';
    const isTold = last ? claimBefore(index, text.slice(parts.at(-2)?.end ?? 0, last.start)) !== null : false;
    const goesOn =
      last && !isTold && /^\P{L}*\p{Ll}/u.test(next.words) && !/[.!?…]$/u.test(last.words) && isCueAlone(index, told);
    if (!last || !goesOn) parts.push({ ...next, told: null });
    else
      parts[parts.length - 1] = {
        start: last.start,
        end: next.end,
        words: `${last.words} ${next.words}`,
        told: last.told ?? told,
      };
  }
  return parts;
}

const CONJUNCTION = /\b(?:and|but|while|then|that|or|before|after)\b|[.!?;:/]/iu;

function isCueAlone(index: StoryIndex, text: string): boolean {
  if (CONJUNCTION.test(text)) return false;
  return (
    new RegExp(String.raw`^[\s,–—-]*(?:he|she|they|it)\s+${CUE}[\s,–—-]*$`, 'iu').test(text) ||
    claimBehind(index, text) !== null
  );
}

function claimBefore(index: StoryIndex, text: string): Claim | null {
  const sentence = lastSentence(text.split(ITEM_BREAK).at(-1) ?? '');
  const according = ACCORDING.exec(sentence);
  if (according) return claimOf(index, according[1] ?? '');
  const cued = BEFORE_QUOTE.exec(sentence);
  if (cued) return claimOf(index, lastCueSubject(cued[1] ?? '', cued[2] ?? ''));
  const colon = /^(.*):\s*$/u.exec(sentence);
  // "Tweet from Khamenei:".
  if (colon) return nameOf(index, (colon[1] ?? '').replace(/^.*\b(?:from|by)\s+/iu, ''));
  // `Khamenei "wall of distrust"`, `and Khamenei ("wall of distrust")`: nothing but a name.
  const alone = sentence.replace(/^[\s),;]*(?:(?:and|but|while|or)\s+)?/iu, '').replace(/[\s(|–—-]+$/u, '');
  return /^\p{Lu}/u.test(alone) ? nameOf(index, alone) : null;
}

/** "Trump said Iran insisted": the last subject is whose words they are. */
function lastCueSubject(subject: string, rest: string): string {
  const nested = BEFORE_QUOTE.exec(rest);
  return nested && /\S/u.test(nested[1] ?? '') ? lastCueSubject(nested[1] ?? '', nested[2] ?? '') : subject;
}

function claimBehind(index: StoryIndex, whole: string): Claim | null {
  const [text = ''] = whole.split(ITEM_BREAK);
  const named = NAMED_BEHIND.exec(text);
  if (named) return nameOf(index, named[1] ?? '');
  const cued = BEHIND_QUOTE.exec(text);
  if (cued) return claimOf(index, cued[1] ?? '');
  const sentence = text.trim();
  return /^\p{Lu}/u.test(sentence) && !/[.!?,;:]/u.test(sentence.replace(/\.$/u, '')) ? nameOf(index, sentence) : null;
}

/** True for "and", ", he added,": what follows is by whoever spoke before. The next item of a list is only where a heading names whom. */
function isJoin(index: StoryIndex, text: string, heading: Claim | null): boolean {
  if (text.includes(ITEM_BREAK)) return heading !== null && text.trim() === ITEM_BREAK.trim();
  const rest = text.replace(new RegExp(String.raw`\b(?:${CUE}|then)\b`, 'giu'), ' ');
  return index.tokenize(rest).every((token) => token.isStop);
}

/** What stands behind the last full stop that is no abbreviation's. */
function lastSentence(text: string): string {
  return text.split(/(?<=\p{Ll}[.!?…]|[!?])\s+/u).at(-1) ?? text;
}
