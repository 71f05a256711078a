// `check <quotation>`: were these words printed, and as whose? Compared word by word: marks and case make no difference, a
// changed word does and is shown, and so is what was left out where the quotation has an ellipsis or brackets.
import type { Passage, Statement } from '../domain.ts';
import { findQuotations } from '../quotations.ts';
import { passageIdsOf } from '../search/statementIndex.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Token } from '../search/tokens.ts';
import type { WordPlace } from '../search/wordPlaces.ts';
import { type Aligned, align, describe } from './align.ts';
import type { Answer, CheckResult, Claim, Note, Verdict } from './answer.ts';
import { readClaims } from './claims.ts';
import { findingOf, isOutermost, passageFinding } from './findings.ts';
import { notesOn } from './matching.ts';
import { findPrinted, isClaimedBy, omittedWords, type Printed, spanOf } from './printed.ts';

/** "…", "[…]", "[Iran]": words left out or put in by whoever quotes; what stands between them must be printed. */
const OMISSION = /\s*(?:\[[^\]]*\]|…|\.(?:\s?\.){2,}|\(\.{3}\))\s*/u;
/** Least share of words in common for "altered". Below it two sentences only share a topic. Chosen by eye. */
const ALTERED_SHARE = 0.6;
/** Words that are no stop words, below which a quotation could be anybody's: "Trump", "the deal". */
const TELLING_WORDS = 2;
/** As many words in a row are telling, whatever they are: "we will just have to see". Chosen by eye. */
const TELLING_ROW = 5;

export function answerCheck(index: StoryIndex, text: string): Omit<Answer, 'request' | 'searched'> {
  const quotations = readClaims(index, text);
  const checks = quotations.map(({ quotation, claimed }) => checkQuotation(index, quotation, claimed));
  const missing = checks.filter(({ verdict }) => verdict === 'not-found');
  const notes: Note[] = missing.flatMap(({ quotation }) => notesOn(index.readQuery(quotation)));
  const names = [...new Set(quotations.flatMap(({ claimed }) => (claimed ? [claimed.name] : [])))];
  return {
    reading: names.length > 0 ? [{ kind: 'words', words: `ascribed to ${names.join(', ')}` }] : null,
    body: { kind: 'checks', checks },
    total: checks.filter(({ finding }) => finding !== null).length,
    notes: missing.length > 0 ? [{ kind: 'nothing', what: 'quotation' }, ...notes] : notes,
  };
}

function checkQuotation(index: StoryIndex, quotation: string, claimed: Claim | null): CheckResult {
  const parts = quotation
    .split(OMISSION)
    .map((part) => index.tokenize(part))
    .filter((part) => part.length > 0);
  const base = { quotation, claimed, isClaimed: false, differences: [], omission: null, finding: null };
  if (parts.length === 0) return { ...base, verdict: 'not-found' };
  if (parts.every((part) => part.length < TELLING_ROW) && isTooShort(index, parts.flat()))
    return { ...base, verdict: 'too-short' };
  const printed = findPrinted(index, parts, claimed);
  if (!printed) return findAltered(index, quotation, claimed) ?? { ...base, verdict: 'not-found' };
  const { passage, statement, runs, isClaimed, omission } = printed;
  const matched = runs.map(spanOf);
  const options = { passageId: passage.id, matched, score: 1 };
  return {
    ...{ quotation, claimed, isClaimed, omission },
    verdict: verdictOf(printed, claimed),
    finding: statement ? findingOf(index, statement, options) : passageFinding(index, passage, options),
    differences: runs.length > 1 ? omittedWords(index, printed) : [],
  };
}

/** Too few words to tell whose they are, unless somebody's whole printed quotation is that short ("inalienable"). */
function isTooShort(index: StoryIndex, words: readonly Token[]): boolean {
  if (words.filter((token) => !token.isStop).length >= TELLING_WORDS) return false;
  for (const { passage, place } of index.placesOf(words)) if (isWholeQuotation(passage, place)) return false;
  return true;
}

const MARKS = /["“”„«»'‘’`]/u;

/** True where nothing else stands within the same quotation marks. An opening mark that is never closed counts up to the passage's end. */
function isWholeQuotation({ text }: Passage, { before, start, end, behind }: WordPlace): boolean {
  const [from, to] = [before ?? 0, behind ?? text.length];
  const isMarked = MARKS.test(text.slice(from, start)) && (behind === null || MARKS.test(text.slice(end, to)));
  return (
    isMarked &&
    findQuotations(text).some((one) => from <= one.start && one.start < start && end <= one.end && one.end <= to)
  );
}

function verdictOf({ statement, omission, isClaimed, isQuoted }: Printed, claimed: Claim | null): Verdict {
  if (omission) return 'altered';
  if (!statement) return 'not-a-statement';
  if (claimed && !isClaimed) return 'another-speaker';
  return isQuoted ? 'verbatim' : 'paraphrase';
}

/** The statement that shares most words in order with the quotation, when that is most of them. */
function findAltered(index: StoryIndex, quotation: string, claimed: Claim | null): CheckResult | undefined {
  const given = index.tokenize(quotation);
  const shareAtMost = boundOf(given);
  let best: { statement: Statement; passage: Passage; aligned: Aligned; share: number } | undefined;
  const hits = index.searchStatements(index.readQuery(quotation)).filter((hit) => isOutermost(hit.item));
  for (const { item, passage } of hits.flatMap((hit) => inEachPassage(index, hit.item))) {
    const isContent = ({ start, end }: Token): boolean =>
      item.content.some((part) => part.passageId === passage.id && part.start <= start && end <= part.end);
    const printed = index.tokensOf(passage).filter(isContent);
    if (shareAtMost(printed) < Math.max(ALTERED_SHARE, best?.share ?? 0)) continue;
    const aligned = align(printed, given);
    const share = (2 * aligned.same) / (aligned.window.length + given.length);
    if (share > (best?.share ?? 0)) best = { statement: item, passage, aligned, share };
  }
  if (!best || best.share < ALTERED_SHARE || best.aligned.same < 2) return undefined;
  const { passage, aligned, share: score } = best;
  const differences = describe(aligned, { printed: passage.text, given: quotation });
  const finding = findingOf(index, best.statement, { passageId: passage.id, matched: aligned.matched, score });
  const isClaimed = claimed !== null && isClaimedBy(index, best.statement, claimed);
  return { quotation, claimed, isClaimed, verdict: 'altered', finding, differences, omission: null };
}

/** The most that `share` can be, by the words alone whatever their order: a quick look before they are aligned. */
function boundOf(given: readonly Token[]): (printed: readonly Token[]) => number {
  const words = new Map<string, number>();
  for (const { word } of given) words.set(word, (words.get(word) ?? 0) + 1);
  return (printed) => {
    const left = new Map(words);
    let same = 0;
    for (const { word } of printed) {
      const count = left.get(word) ?? 0;
      if (count > 0) same += 1;
      left.set(word, count - 1);
    }
    return (2 * same) / (same + given.length);
  };
}

function inEachPassage(index: StoryIndex, item: Statement): { item: Statement; passage: Passage }[] {
  return passageIdsOf(item).flatMap((id) => {
    const passage = index.findPassage(id);
    return passage ? [{ item, passage }] : [];
  });
}
