// `check <quotation>`: were these words printed, and as whose? Compared word by word: marks, case, ellipses and square
// brackets make no difference, a changed word does and is shown.
import type { Passage, Speaker, Statement } from '../domain.ts';
import { findPhrase } from '../search/rank.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Token } from '../search/tokens.ts';
import type { Answer, CheckResult, Difference, Finding, Note } from './answer.ts';
import { isBy } from './filters.ts';
import { findingOf, isOutermost, passageFinding } from './findings.ts';
import { notesOn } from './matching.ts';

const QUOTED = /["“„«]([^"“”„«»]+)["”“»]/gu;
const CLAIM = /^(.{2,60}?)\s+(?:said|says|told\s.{2,40}?|added|wrote|insisted|warned)(?:\s+that)?[:,]?\s+(\S.*)$/iu;
/** "…", "[…]", "[Iran]": words left out or put in by whoever quotes; what stands between them must be printed. */
const OMISSION = /\s*(?:\[[^\]]*\]|…|\.{3,}|\(\.{3}\))\s*/u;
/** Least share of words in common for "altered". Below it two sentences only share a topic. Chosen by eye. */
const ALTERED_SHARE = 0.6;

export function answerCheck(index: StoryIndex, text: string): Omit<Answer, 'request' | 'searched'> {
  const { quotations, claimed } = readQuotations(index, text);
  const checks = quotations.map((quotation) => checkQuotation(index, quotation, claimed));
  const missing = checks.filter((check) => check.verdict === 'not-found');
  const notes: Note[] = missing.flatMap(({ quotation }) => notesOn(index.readQuery(quotation)));
  return {
    reading: claimed ? `ascribed to ${claimed.name}` : null,
    body: { kind: 'checks', checks },
    total: checks.length - missing.length,
    notes: missing.length > 0 ? [{ kind: 'nothing', what: 'quotation' }, ...notes] : notes,
  };
}

/** Everything in quotation marks, with the speaker named outside them; without marks the whole text. */
function readQuotations(index: StoryIndex, text: string): { quotations: string[]; claimed: Speaker | null } {
  const quoted = [...text.matchAll(QUOTED)]
    .map((match) => match[1] ?? '')
    .filter((words) => index.tokenize(words).length > 0);
  if (quoted.length > 0) return { quotations: quoted, claimed: findName(index, text.replace(QUOTED, ' , ')) };
  const claim = CLAIM.exec(text);
  const speaker = claim ? index.story.gazetteer.find(claim[1] ?? '', index.asOf)?.speaker : undefined;
  return speaker ? { quotations: [claim?.[2] ?? ''], claimed: speaker } : { quotations: [text], claimed: null };
}

function findName(index: StoryIndex, text: string): Speaker | null {
  const words = text.match(/[\p{L}\p{N}.'’-]+/gu) ?? [];
  for (let length = Math.min(5, words.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const found = index.story.gazetteer.find(words.slice(start, start + length).join(' '), index.asOf);
      if (found) return found.speaker;
    }
  }
  return null;
}

function checkQuotation(index: StoryIndex, quotation: string, claimed: Speaker | null): CheckResult {
  const parts = quotation
    .split(OMISSION)
    .map((part) => index.tokenize(part))
    .filter((part) => part.length > 0);
  const base = { quotation, claimed, isClaimed: false, differences: [] };
  if (parts.length === 0) return { ...base, verdict: 'not-found', finding: null };
  const verbatim = findVerbatim(index, parts, claimed);
  if (verbatim) {
    const { statement } = verbatim;
    const isClaimed = claimed !== null && statement !== null && isBy(index, statement, claimed);
    const isOther = claimed !== null && !isClaimed;
    const verdict = statement === null ? 'not-a-statement' : isOther ? 'another-speaker' : 'verbatim';
    return { ...base, isClaimed, verdict, finding: verbatim };
  }
  return findAltered(index, quotation, claimed) ?? { ...base, verdict: 'not-found', finding: null };
}

/** The passage that prints every part in order; a statement's content before words that nobody is said to have said. */
function findVerbatim(
  index: StoryIndex,
  parts: readonly (readonly Token[])[],
  claimed: Speaker | null,
): Finding | undefined {
  const candidates: Finding[] = [];
  for (const passage of searchable(index)) {
    const matched = locate(parts, index.tokenize(passage.text));
    if (!matched) continue;
    const statement = index
      .statementsIn(passage.id)
      .find(
        (one) =>
          isOutermost(one) &&
          matched.every((span) => one.content.some((part) => part.start <= span.start && span.end <= part.end)),
      );
    candidates.push(
      statement
        ? findingOf(index, statement, { matched, score: 1 })
        : passageFinding(index, passage, { matched, score: 1 }),
    );
  }
  const isClaimed = ({ statement }: Finding): boolean =>
    statement !== null && claimed !== null && isBy(index, statement, claimed);
  return candidates.find(isClaimed) ?? candidates.find(({ statement }) => statement !== null) ?? candidates[0];
}

function locate(
  parts: readonly (readonly Token[])[],
  tokens: readonly Token[],
): { start: number; end: number }[] | undefined {
  const spans: { start: number; end: number }[] = [];
  let rest = tokens;
  for (const part of parts) {
    const found = findPhrase(part, rest);
    if (!found || found.quality < 1) return undefined;
    spans.push(found.span);
    rest = rest.filter((token) => token.start >= found.span.end);
  }
  return spans;
}

function searchable(index: StoryIndex): readonly Passage[] {
  return index.story.articles.filter(({ status }) => status !== 'withdrawn').flatMap(({ id }) => index.passagesOf(id));
}

/** The statement that shares most words in order with the quotation, when that is most of them. */
function findAltered(index: StoryIndex, quotation: string, claimed: Speaker | null): CheckResult | undefined {
  const given = index.tokenize(quotation);
  let best: { statement: Statement; aligned: Aligned; share: number } | undefined;
  for (const { item } of index.searchStatements(index.readQuery(quotation)).filter((hit) => isOutermost(hit.item))) {
    const passage = index.findPassage(item.passageId);
    if (!passage) continue;
    const printed = item.content.flatMap((span) =>
      index
        .tokenize(passage.text.slice(span.start, span.end))
        .map((token) => ({ ...token, start: token.start + span.start, end: token.end + span.start })),
    );
    const aligned = align(printed, given);
    const share = (2 * aligned.same) / (aligned.window.length + given.length);
    if (share > (best?.share ?? 0)) best = { statement: item, aligned, share };
  }
  if (!best || best.share < ALTERED_SHARE || best.aligned.same < 2) return undefined;
  const passage = index.findPassage(best.statement.passageId);
  const differences = passage ? describe(best.aligned, { printed: passage.text, given: quotation }) : [];
  const finding = findingOf(index, best.statement, { matched: best.aligned.matched, score: best.share });
  const isClaimed = claimed !== null && isBy(index, best.statement, claimed);
  return { quotation, claimed, isClaimed, verdict: 'altered', finding, differences };
}

interface Aligned {
  /** Steps through both texts; `printed` and `given` are tokens, absent where the other side has one more. */
  readonly steps: readonly { readonly printed?: Token; readonly given?: Token }[];
  readonly same: number;
  /** Printed tokens from the first to the last that is shared: what stands around them is no difference. */
  readonly window: readonly Token[];
  readonly matched: readonly { start: number; end: number }[];
}

/** Longest common subsequence of words. */
function align(printed: readonly Token[], given: readonly Token[]): Aligned {
  const width = given.length + 1;
  const table = new Uint32Array((printed.length + 1) * width);
  const cell = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = printed.length - 1; i >= 0; i -= 1) {
    for (let j = given.length - 1; j >= 0; j -= 1) {
      const isSame = printed[i]?.word === given[j]?.word;
      table[i * width + j] = isSame ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
    }
  }
  const steps: { printed?: Token; given?: Token }[] = [];
  let [i, j] = [0, 0];
  while (i < printed.length || j < given.length) {
    const [a, b] = [printed[i], given[j]];
    if (a && b && a.word === b.word) {
      steps.push({ printed: a, given: b });
      i += 1;
      j += 1;
    } else if (b && (!a || cell(i, j + 1) >= cell(i + 1, j))) {
      steps.push({ given: b });
      j += 1;
    } else if (a) {
      steps.push({ printed: a });
      i += 1;
    }
  }
  const shared = steps.flatMap((step) => (step.printed && step.given ? [step.printed] : []));
  const window = windowOf(steps, shared, printed);
  return {
    steps: steps.filter(
      (step) => step.given !== undefined || (step.printed !== undefined && window.includes(step.printed)),
    ),
    same: shared.length,
    window,
    matched: shared.map(({ start, end }) => ({ start, end })),
  };
}

/**
 * The printed words that the quotation covers: from the first shared word to the last, and at each end as many more as the
 * quotation has words there that were not found ("no missile" against "no missiles": the last word was changed).
 */
function windowOf(steps: Aligned['steps'], shared: readonly Token[], printed: readonly Token[]): Token[] {
  const [first, last] = [shared[0], shared.at(-1)];
  if (!first || !last) return [];
  const isShared = (step: Aligned['steps'][number]): boolean => step.printed !== undefined && step.given !== undefined;
  const countGiven = (list: Aligned['steps']): number => list.filter((step) => step.given !== undefined).length;
  const before = countGiven(steps.slice(0, steps.findIndex(isShared)));
  const behind = countGiven(steps.slice(steps.findLastIndex(isShared) + 1));
  return printed.slice(Math.max(0, printed.indexOf(first) - before), printed.indexOf(last) + behind + 1);
}

/** Runs of equal steps, in the words of the text they come from. */
function describe(aligned: Aligned, texts: { readonly printed: string; readonly given: string }): Difference[] {
  const runs: { kind: Difference['kind']; words: string[] }[] = [];
  for (const { printed, given } of aligned.steps) {
    const kind = printed && given ? 'same' : printed ? 'printed' : 'given';
    const words = printed
      ? texts.printed.slice(printed.start, printed.end)
      : texts.given.slice(given?.start, given?.end);
    const last = runs.at(-1);
    if (last?.kind === kind) last.words.push(words);
    else runs.push({ kind, words: [words] });
  }
  return runs.map(({ kind, words }) => ({ kind, words: words.join(' ') }));
}
