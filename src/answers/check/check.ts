// `check <quotation>`: were these words printed, and as whose? Compared word by word: marks and case make no difference, a
// changed word does and is shown, and so is what was left out where the quotation has an ellipsis or brackets.
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Answer, CheckResult, Claim, Note, Verdict } from '../answer.ts';
import { findingOf, isOpenPronoun, passageFinding } from '../findings.ts';
import { notesOn } from '../matching.ts';
import { findAcross } from './across.ts';
import { findAltered } from './altered.ts';
import { findApart } from './apart.ts';
import { type ClaimedQuotation, claimAround, readClaims } from './claims.ts';
import { withPlacesOf } from './places.ts';
import { findPrinted, omittedWords, type Printed, spanOf } from './printed.ts';
import { asPrinted, partsOf, sentencesOf } from './quotationParts.ts';
import { isTooShort } from './tooShort.ts';
import { unreadWords } from './unreadWords.ts';

/** Quotations of one message that are looked at; a message has few, and each takes up to some 20 ms. Chosen by eye. */
const MOST_CHECKED = 40;

/** Parts of a quotation between which something is left out. More are no quotation. Chosen by eye. */
const MOST_PARTS = 50;

export function answerCheck(index: StoryIndex, text: string): Omit<Answer, 'request' | 'searched'> {
  const quotations = readClaims(index, text);
  const each = quotations.slice(0, MOST_CHECKED).map((one) => checkClaimed(index, one));
  const isUnsure = each[0]?.verdict === 'not-found' || each[0]?.verdict === 'altered';
  const bySentence = quotations[0]?.isBare === true && isUnsure ? checkSentences(index, text) : null;
  const looked = bySentence?.checks ?? each;
  const isLone = looked.length === 1;
  const checks = isLone ? looked : looked.map((check) => ({ ...check, notes: notesOnMissing(index, check) }));
  const isNothing = checks.some(({ verdict }) => verdict === 'not-found');
  const names = [...new Set(checks.flatMap(({ claimed }) => (claimed ? [claimed.name] : [])))];
  const left = quotations.length - each.length;
  const mistyped = new Map(checks.flatMap(({ claimed }) => (claimed?.typed ? [[claimed.typed, claimed.name]] : [])));
  const unread = bySentence ? [] : unreadWords(index, text, checks);
  return {
    reading: names.length > 0 ? [{ kind: 'words', words: `ascribed to ${names.join(', ')}` }] : null,
    body: { kind: 'checks', checks },
    total: checks.filter(({ finding }) => finding !== null).length,
    notes: [
      ...(isNothing ? [{ kind: 'nothing', what: 'quotation' } as const] : []),
      ...(isLone ? checks.flatMap((check) => notesOnMissing(index, check)) : []),
      ...[...mistyped].map(([typed, name]): Note => ({ kind: 'corrected', typed, read: [name] })),
      ...(bySentence?.notes ?? []),
      ...(unread.length > 0 ? [{ kind: 'unread-words', words: unread } as const] : []),
      ...(left > 0 ? [{ kind: 'not-checked', quotations: left } as const] : []),
    ],
  };
}

/** Which words no article has tells something of a quotation, nothing of a whole message. Chosen by eye. */
const MOST_CHARS_NOTED = 600;

function notesOnMissing(index: StoryIndex, { quotation, verdict }: CheckResult): Note[] {
  return verdict !== 'not-found' || quotation.length > MOST_CHARS_NOTED ? [] : notesOn(index.readQuery(quotation));
}

/** A shorter sentence of a message is like a printed one by chance. Chosen by eye. */
const LEAST_WORDS_ALTERED = 5;

/** A message without quotation marks: those of its sentences that somebody printed. Null: none, or there is only one. */
function checkSentences(index: StoryIndex, text: string): { checks: CheckResult[]; notes: Note[] } | null {
  const sentences = sentencesOf(text);
  if (sentences.length < 2) return null;
  const looked = sentences.slice(0, MOST_CHECKED);
  const all = looked.flatMap((one) =>
    readClaims(index, one)
      .slice(0, 1)
      .map((claim) => checkClaimed(index, claim)),
  );
  const isLong = (quotation: string): boolean => index.tokenize(quotation).length >= LEAST_WORDS_ALTERED;
  const checks = all.filter(
    ({ finding, verdict, quotation }) => finding && (verdict !== 'altered' || isLong(quotation)),
  );
  const note: Note = { kind: 'by-sentence', sentences: looked.length, found: checks.length };
  const left = sentences.length - looked.length;
  const rest: Note[] = left > 0 ? [{ kind: 'not-checked', quotations: left }] : [];
  return checks.length === 0 ? null : { checks, notes: [note, ...rest] };
}

function checkClaimed(index: StoryIndex, claim: ClaimedQuotation): CheckResult {
  const check = checkWords(index, claim);
  // Against an altered one the differences are told: of the one place that is shown.
  return check.verdict === 'altered' ? check : withPlacesOf(index, check);
}

/** Words without marks may be more than the quotation: "I think the harbor will stay open". */
function checkWords(index: StoryIndex, { quotation, claimed, isBare }: ClaimedQuotation): CheckResult {
  const { core, ...check } = checkQuotation(index, quotation, claimed);
  if (!isBare || core === null || core === quotation) return check;
  const { core: _, ...ofCore } = checkQuotation(index, core, claimed ?? claimAround(index, quotation, core));
  return ofCore.finding === null || ofCore.verdict === 'altered' ? check : ofCore;
}

function checkQuotation(
  index: StoryIndex,
  given: string,
  claimed: Claim | null,
): CheckResult & { core: string | null } {
  const quotation = asPrinted(index, given);
  const parts = partsOf(index, quotation);
  const own = { quotation: given, claimed, core: null, apart: [], nearest: null, notes: [] };
  const nothing = { ...own, isClaimed: false, differences: [], omission: null, finding: null };
  if (parts.length === 0 || parts.length > MOST_PARTS) return { ...nothing, verdict: 'not-found' };
  if (isTooShort(index, parts)) return { ...nothing, verdict: 'too-short' };
  const printed = findPrinted(index, parts, claimed) ?? findAcross(index, parts, claimed);
  if (printed) return { ...own, ...resultOf(index, printed, claimed) };
  const apart = findApart(index, quotation, { claimed, which: 'all' });
  const altered = apart ? undefined : findAltered(index, quotation, claimed);
  const changed = apart ?? (altered?.finding ? altered : findApart(index, quotation, { claimed, which: 'some' }));
  return { ...nothing, verdict: 'not-found', ...(changed ?? altered) };
}

function resultOf(
  index: StoryIndex,
  printed: Printed,
  claimed: Claim | null,
): Pick<CheckResult, 'verdict' | 'isClaimed' | 'finding' | 'differences' | 'omission'> {
  const { passage, statement, runs, isClaimed, omission } = printed;
  const options = { passageId: passage.id, matched: runs.map(spanOf), score: 1 };
  return {
    verdict: verdictOf(printed, claimed),
    isClaimed,
    omission,
    finding: statement ? findingOf(index, statement, options) : passageFinding(index, passage, options),
    differences: omittedWords(printed),
  };
}

/** An outlet that is named need not have said the words; what it prints in its own name is its own. */
function verdictOf({ statement, omission, isClaimed, isQuoted }: Printed, claimed: Claim | null): Verdict {
  if (omission) return 'altered';
  const isOfOutlet = claimed !== null && claimed.outlet !== null;
  if (!statement) return isOfOutlet && isClaimed ? 'verbatim' : 'not-a-statement';
  // "He" of whom the article leaves open who is meant is nobody else.
  if (claimed && !isClaimed && !isOfOutlet && !isOpenPronoun(statement)) return 'another-speaker';
  return isQuoted ? 'verbatim' : 'paraphrase';
}
