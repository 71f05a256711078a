// findAltered(index, quotation): the statement that a quotation comes nearest to, when that has most of its words in order, with the
// differences word by word.
import type { Passage, Statement } from '../../domain.ts';
import { editDistance } from '../../editDistance.ts';
import { passageIdsOf } from '../../search/statementIndex.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import { isNegation, type Token } from '../../search/tokens.ts';
import type { CheckResult, Claim, Omission } from '../answer.ts';
import { findingOf, isOutermost } from '../findings.ts';
import { type Aligned, align, describe, type Step } from './align.ts';
import { isClaimedBy } from './printed.ts';
import { withBreaks } from './quotationParts.ts';

/** Least share of words in common for "altered". Below it two sentences only share a topic. Chosen by eye. */
const ALTERED_SHARE = 0.6;

/** Longer ones are no quotation of one statement. Chosen by eye. */
const MOST_WORDS = 400;

interface Nearest {
  readonly statement: Statement;
  readonly passage: Passage;
  readonly aligned: Aligned;
  readonly share: number;
}

/** What a check has to tell of an altered quotation; `core`: the words given from the first that is printed to the last, if all are. */
export type Altered = Omit<CheckResult, 'quotation' | 'claimed' | 'apart' | 'notes'> & { readonly core: string | null };

const NOT_FOUND = {
  verdict: 'not-found',
  isClaimed: false,
  finding: null,
  differences: [],
  omission: null,
  core: null,
} as const;

/** `verdict` not-found with `nearest`: a statement that shares words with it, but not those that tell something. */
export function findAltered(index: StoryIndex, quotation: string, claimed: Claim | null): Altered | undefined {
  const nearest = findNearest(index, quotation);
  if (!nearest || nearest.share < ALTERED_SHARE || nearest.aligned.same < 2) return undefined;
  const { statement, passage, aligned, share: score } = nearest;
  if (tellingShare(aligned) < ALTERED_SHARE) {
    const near = findingOf(index, statement, { passageId: passage.id, matched: aligned.matched, score, near: true });
    return { ...NOT_FOUND, nearest: near };
  }
  return {
    verdict: 'altered',
    nearest: null,
    isClaimed: claimed !== null && isClaimedBy(index, statement, claimed),
    finding: findingOf(index, statement, { passageId: passage.id, matched: aligned.matched, score }),
    differences: describe(aligned, { printed: passage.text, given: quotation }),
    omission: turnsOf(aligned.steps, { printed: passage.text, given: quotation }),
    core: coreOf(aligned.steps, quotation),
  };
}

function findNearest(index: StoryIndex, quotation: string): Nearest | undefined {
  const { words: given, breaks } = withBreaks(index, quotation);
  if (given.length > MOST_WORDS) return undefined;
  const shareAtMost = boundOf(given);
  let best: Nearest | undefined;
  const hits = index.searchStatements(index.readQuery(quotation)).filter((hit) => isOutermost(hit.item));
  for (const { item, passage } of hits.flatMap((hit) => inEachPassage(index, hit.item))) {
    const isContent = ({ start, end }: Token): boolean =>
      item.content.some((part) => part.passageId === passage.id && part.start <= start && end <= part.end);
    const printed = index.tokensOf(passage).filter(isContent);
    if (shareAtMost(printed) < Math.max(ALTERED_SHARE, best?.share ?? 0)) continue;
    const aligned = align(printed, given, breaks);
    const share = (2 * aligned.same) / (aligned.window.length - aligned.leftOut + given.length);
    if (share > (best?.share ?? 0)) best = { statement: item, passage, aligned, share };
  }
  return best;
}

/** "An act of war" shares with "an act of piracy" what every sentence has: the share of words that tell something. */
function tellingShare({ steps, leftOut, window }: Aligned): number {
  const isTelling = ({ isStop }: Token): boolean => !isStop;
  const printed = steps.flatMap((step) => (step.printed && isTelling(step.printed) ? [step] : []));
  const given = steps.flatMap((step) => (step.given && isTelling(step.given) ? [step] : []));
  const same = printed.filter((step) => step.given).length;
  const left = printed.flatMap((step) => (step.printed && !step.given ? [step.printed] : []));
  let alike = 0;
  for (const { given: word, printed: both } of given) {
    const at = word && !both ? left.findIndex((other) => isAlike(word, other)) : -1;
    if (at < 0) continue;
    left.splice(at, 1);
    alike += 1;
  }
  // What was left out with a mark is no change; of it, too, only some words tell.
  const marked = Math.min(left.length, Math.round((leftOut * printed.length) / Math.max(1, window.length)));
  const all = printed.length - marked + given.length;
  return all === 0 ? 1 : (2 * (same + alike)) / all;
}

/** "missile" for "missiles", "trust" for "distrust", a typing error. */
function isAlike(a: Token, b: Token): boolean {
  const [short, long] = a.word.length < b.word.length ? [a.word, b.word] : [b.word, a.word];
  return a.stem === b.stem || (short.length > 3 && (long.includes(short) || editDistance(short, long, 1) <= 1));
}

/** A "not" left out or put in; null: neither, or one for the other ("won't" for "will not"). */
function turnsOf(steps: readonly Step[], texts: { readonly printed: string; readonly given: string }): Omission | null {
  const [printed, given] = [
    steps.flatMap((step) => (step.printed && !step.given && isNegation(step.printed.word) ? [step.printed] : [])),
    steps.flatMap((step) => (step.given && !step.printed && isNegation(step.given.word) ? [step.given] : [])),
  ];
  if (printed.length === given.length) return null;
  const [left, put] = [printed[given.length], given[printed.length]];
  return {
    negation: left ? texts.printed.slice(left.start, left.end) : null,
    added: put ? texts.given.slice(put.start, put.end) : null,
    isAcrossSentences: false,
  };
}

function coreOf(steps: readonly Step[], quotation: string): string | null {
  const isShared = (step: Step): boolean => step.printed !== undefined && step.given !== undefined;
  const shared = steps.slice(steps.findIndex(isShared), steps.findLastIndex(isShared) + 1);
  const [first, last] = [shared[0]?.given, shared.at(-1)?.given];
  return first && last && shared.every(isShared) ? quotation.slice(first.start, last.end) : null;
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
