// readClaims(index, text): the quotations of a text, and to whom the words around each ascribe it; without quotation marks the words
// behind "Varga said" or "Varga:", else the whole text.

import { ITEM_BREAK } from '../../requests/pasted.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Claim } from '../answer.ts';
import { readBare } from './bareClaims.ts';
import { claimOf, findName, nameOf } from './claimNames.ts';
import { BETWEEN, CUE } from './cues.ts';
import { type Given, givenQuotations } from './given.ts';
import { isOpen, nearestName, type Told } from './nearestName.ts';

export interface ClaimedQuotation {
  readonly quotation: string;
  readonly claimed: Claim | null;
  /** True for words that stand in no quotation marks: what is around the quotation may belong to who asks. */
  readonly isBare: boolean;
}

const ADDRESS = /\bhttps?:\/\/[^\s"“”„«»]+/giu;
/** "that", "on Tuesday", "in a post on Truth Social": what may stand between a cue and the words. */
const BEFORE_QUOTE = new RegExp(String.raw`^(.*?)\s*\b${BETWEEN}${CUE}\b([^.!?]{0,80})$`, 'iu');
const BEHIND_QUOTE = new RegExp(String.raw`^[\s,–—-]*([^.;:!?,]*(?:\.\p{L}[^.;:!?,]*)*?)\s*\b${BETWEEN}${CUE}\b`, 'iu');
const NAME = String.raw`((?:\p{L}\.(?:\p{L}\.)*|[^\s,.;:()!?"“”]+)(?:\s+(?:\p{L}\.(?:\p{L}\.)*|[^\s,.;:()!?"“”]+)){0,9}?)`;
const NAMED_BEHIND = new RegExp(
  String.raw`^[\s,.]*(?:[–—~-]+\s*|(?:(?:is|was|were)\s+)?(?:${CUE}\s+)?by\s+|per\s+|from\s+|\(\s*|according to\s+|${CUE}\s+)${NAME}(?=\s*(?:$|[,.;:()!?]|\s(?:on|in|at|to|during|yesterday|today)\s))`,
  'iu',
);
const ACCORDING = /\baccording to\s+([^.;:!?]+?)\s*[,:]?\s*$/iu;
/** "Dolen quoted Varga as saying", "Dolen, quoting Varga:". */
const QUOTED_AS =
  /\b(?:(?:quot|cit)(?:ed|es|ing)\s+(?!by\b)(\S.*?)\s+as\s+(?:saying|having said)\b[^.!?]{0,40}|(?:quoting|citing)\s+([^,:]{2,60}))[\s,:]*$/iu;
/** "North Wire reports (that) Varga called it". */
const NAMED_WITHIN = new RegExp(
  String.raw`\b${CUE}\s+(?:that\s+)?([^,;:"“”]{2,60}?)\s+(?:has\s+|had\s+)?(?:called|calls|described|describes|denounced|branded|dubbed|labell?ed|deemed)\b[^.!?]{0,80}$`,
  'iu',
);

/** How a question asks for the saying: "Is it true that Varga said …", "Did Varga really say …". */
const ASKING =
  /^(?:(?:hey|hi|so|wait|ok|okay|um|guys|all)[,!]?\s+)*(?:is it (?:true|right|correct|a fact)(?: that)?|(?:(?:if|whether)\s+)?(?:this|that|it)(?: is| was)? (?:true|right|correct|real)(?: that)?|(?:can|could) (?:some(?:one|body)|any(?:one|body)|you|we) (?:please )?(?:verify|check|confirm)(?: (?:this|that|if|whether))?|i (?:just )?(?:read|heard|saw)(?: that)?|fact[- ]?check)[:,]?\s+/iu;
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

/** The words of a message that are printed, with whom the rest of it names. */
export function claimAround(index: StoryIndex, text: string, core: string): Claim | null {
  const start = text.indexOf(core);
  if (start < 0) return null;
  return readAround(index, text, [{ start, end: start + core.length, words: core }])[0]?.claimed ?? null;
}

/** A quotation, or several that a cue interrupts: then what stands between them tells who speaks. */
interface Part extends Given {
  readonly told: string | null;
}

/**
 * One claim a quotation: from the words before it, else behind it, else the one of its neighbour ("'a' and 'b', he said"), else the
 * nearest name.
 */
function readAround(index: StoryIndex, text: string, given: readonly Given[]): ClaimedQuotation[] {
  const quoted = withoutInterruptions(index, text, given);
  const between = [...quoted, null].map((part, at) => text.slice(quoted[at - 1]?.end ?? 0, part?.start ?? text.length));
  const before = quoted.map(
    (part, at) => (part.told === null ? null : claimBehind(index, part.told)) ?? claimBefore(index, between[at] ?? ''),
  );
  const told = quoted.map((_, at): Told | null => {
    const [first, behind] = [before[at] ?? null, claimBehind(index, between[at + 1] ?? '')];
    return first && !(isOpen(first) && behind) ? first : behind;
  });
  const joinOn = (): void => {
    for (let at = 1; at < told.length; at += 1) {
      if (!mayBe(told[at] ?? null, told[at - 1] ?? null)) continue;
      if (!isJoin(index, between[at] ?? '', before[at - 1] ?? null)) continue;
      told[at] = told[at - 1] ?? null;
      before[at] = before[at - 1] ?? null;
    }
    for (let at = told.length - 2; at >= 0; at -= 1) {
      if (!told[at] && isJoin(index, between[at + 1] ?? '', null)) told[at] = told[at + 1] ?? null;
    }
  };
  joinOn();
  for (const [at] of quoted.entries()) told[at] ??= nearestBefore(index, between[at] ?? '');
  joinOn();
  for (const [at, { words }] of quoted.entries()) {
    // `"…." Varga thundered: "…"`: the sentence belongs to the next one.
    const isNext = at + 1 < quoted.length && /[.!?…]$/u.test(words);
    if (!isNext) told[at] ??= nearestBehind(index, between[at + 1] ?? '');
  }
  joinOn();
  const anywhere = told.some((one) => one) ? null : findName(index, between.join(' , '));
  return quoted.map(({ words }, at) => ({ quotation: words, claimed: claimIn(told[at] ?? anywhere), isBare: false }));
}

function claimIn(told: Told | null): Claim | null {
  return isOpen(told) ? null : told;
}

/** True where nobody is named, or a pronoun that may be the neighbour's: "he" is not Mara Dolen. */
function mayBe(told: Told | null, neighbour: Told | null): boolean {
  if (told === null) return true;
  if (!isOpen(told) || neighbour === null || isOpen(neighbour)) return false;
  return PERSONAL.test(told.pronoun) && (!neighbour.speaker || neighbour.speaker.pronoun === told.pronoun);
}

const PERSONAL = /^(?:he|she|they|it)$/iu;

function nearestBefore(index: StoryIndex, text: string): Told | null {
  return nearestName(index, lastSentence(text.split(ITEM_BREAK).at(-1) ?? ''), 'before');
}

function nearestBehind(index: StoryIndex, text: string): Told | null {
  const [item = ''] = text.split(ITEM_BREAK);
  return nearestName(index, item.split(SENTENCE_END)[0] ?? '', 'behind');
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

const SENTENCE_END = /(?<=\p{Ll}[.!?…]|[!?])\s+/u;
const CONJUNCTION = /\b(?:and|but|while|then|that|or|before|after)\b|[.!?;:/]/iu;

function isCueAlone(index: StoryIndex, text: string): boolean {
  if (CONJUNCTION.test(text)) return false;
  return (
    new RegExp(String.raw`^[\s,–—-]*(?:he|she|they|it)\s+${CUE}[\s,–—-]*$`, 'iu').test(text) ||
    claimBehind(index, text) !== null
  );
}

function claimBefore(index: StoryIndex, text: string): Told | null {
  const sentence = lastSentence(headingOf(text));
  const according = ACCORDING.exec(sentence);
  if (according) return claimOf(index, according[1] ?? '');
  const within = QUOTED_AS.exec(sentence) ?? NAMED_WITHIN.exec(sentence);
  const inner = within ? claimOf(index, within[1] ?? within[2] ?? '') : null;
  if (inner) return inner;
  const cued = BEFORE_QUOTE.exec(sentence);
  if (cued) return toldBy(index, lastCueSubject(cued[1] ?? '', cued[2] ?? ''));
  const colon = /^(.*):\s*$/u.exec(sentence);
  // "Tweet from Khamenei:".
  if (colon) return nameOf(index, (colon[1] ?? '').replace(/^.*\b(?:from|by)\s+/iu, ''));
  // `Khamenei "wall of distrust"`, `and Khamenei ("wall of distrust")`: nothing but a name.
  const alone = sentence.replace(/^[\s),;]*(?:(?:and|but|while|or)\s+)?/iu, '').replace(/[\s(|–—-]+$/u, '');
  const named = /^\p{Lu}/u.test(alone) ? nameOf(index, alone) : null;
  // "Then came".
  return named && (named.speaker || named.outlet || /^\P{Ll}/u.test(named.name)) ? named : null;
}

/** What stands before a quotation in its line; "and Varga" in a line of its own goes with the next. */
function headingOf(text: string): string {
  const [above = '', own = ''] = ['', ...text.split(ITEM_BREAK)].slice(-2);
  return own.trim() === '' && /^\s*(?:and|but|while)\s/iu.test(above) ? above : own;
}

/** "Trump said Iran insisted": the last subject is whose words they are. */
function lastCueSubject(subject: string, rest: string): string {
  const nested = BEFORE_QUOTE.exec(rest);
  return nested && /\S/u.test(nested[1] ?? '') ? lastCueSubject(nested[1] ?? '', nested[2] ?? '') : subject;
}

/** "Varga didn't say": by whom then is left open. */
const DENYING = /\b(?:did|do|does|has|have|had)(?:n['’]t|\s+not)\s*$|\bnever\s*$/iu;
const LEFT_OPEN = /(?:^|[^\p{L}])(?<pronoun>he|she|they|it|who|whom|whoever)\s*$/iu;

const WAS_QUOTED = /\s+(?:is|was|were|has been|had been)\s+quoted(?:\s+by\s+.+)?\s+as\s*$/iu;

/** The subject of a cue. */
function toldBy(index: StoryIndex, subject: string): Told | null {
  if (DENYING.test(subject)) return { pronoun: '' };
  const claim = claimOf(index, subject.replace(WAS_QUOTED, ''));
  const pronoun = claim ? undefined : LEFT_OPEN.exec(subject)?.groups?.['pronoun'];
  return pronoun === undefined ? claim : { pronoun: pronoun.toLowerCase() };
}

function claimBehind(index: StoryIndex, whole: string): Told | null {
  const [text = ''] = whole.split(ITEM_BREAK);
  const named = NAMED_BEHIND.exec(text);
  if (named) return nameOf(index, named[1] ?? '');
  const cued = BEHIND_QUOTE.exec(text);
  if (cued) return toldBy(index, cued[1] ?? '');
  const sentence = text.trim();
  return /^\p{Lu}/u.test(sentence) && !/[.!?,;:]/u.test(sentence.replace(/\.$/u, '')) ? nameOf(index, sentence) : null;
}

/** True for "and", ", he added,": what follows is by whoever spoke before. The next item of a list is only where a heading names whom. */
function isJoin(index: StoryIndex, text: string, heading: Told | null): boolean {
  if (text.includes(ITEM_BREAK)) return heading !== null && text.trim() === ITEM_BREAK.trim();
  const rest = text.replace(new RegExp(String.raw`\b(?:${CUE}|then)\b`, 'giu'), ' ');
  return index.tokenize(rest).every((token) => token.isStop);
}

/** What stands behind the last full stop that is no abbreviation's. */
function lastSentence(text: string): string {
  return text.split(SENTENCE_END).at(-1) ?? text;
}
