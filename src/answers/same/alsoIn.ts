// withPlaces(index, part): an answer in which statements, and paragraphs of one text, that several articles carry are one finding, the earliest printed first, with
// the other places and how they word it. No statement is lost: each is in exactly one finding or in its `alsoIn`.
import type { PassageSpan } from '../../domain.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Token } from '../../search/tokens.ts';
import type { AlsoIn, Answer, Finding, FindingGroup, WordingRun } from '../answer.ts';
import { align, type Step } from '../check/align.ts';
import { groupSame } from './sameStatement.ts';

type Part = Omit<Answer, 'request' | 'searched'>;

/** Where a finding with several places stands in the list: where the best of them stood, or where its own day puts it. */
export type Place = 'best' | 'own day';

export function withPlaces(index: StoryIndex, part: Part, place: Place): Part {
  if (part.body.kind !== 'findings') return part;
  const { groups } = part.body;
  const findings = groups.flatMap((group) => group.findings);
  const positions = new Map(findings.map((finding, position) => [finding, position]));
  const shown = new Map<number, Finding>();
  for (const same of groupSame(index, findings)) {
    const [first, ...others] = same;
    if (!first) continue;
    // Of several the day may be stated by others alone.
    const own = same.find(({ statement }) => statement?.saidOn) ?? first;
    const at = place === 'best' ? Math.min(...same.map((one) => positions.get(one) ?? 0)) : (positions.get(own) ?? 0);
    shown.set(at, withOthers(index, first, others));
  }
  const isOneLess = (finding: Finding, position: number): boolean => !finding.near && !shown.has(position);
  return {
    ...part,
    body: { kind: 'findings', groups: regrouped(groups, shown) },
    total: part.total - findings.filter(isOneLess).length,
  };
}

/** One finding of several that are the same statement. */
export function withOthers(index: StoryIndex, first: Finding, others: readonly Finding[]): Finding {
  return others.length === 0 ? first : { ...first, alsoIn: others.map((one) => alsoIn(index, first, one)) };
}

/** A group that has lost all its findings to others is left out; one that had none stays. */
function regrouped(groups: readonly FindingGroup[], shown: ReadonlyMap<number, Finding>): FindingGroup[] {
  let position = 0;
  return groups.flatMap((group) => {
    const findings = group.findings.flatMap(() => {
      position += 1;
      return shown.get(position - 1) ?? [];
    });
    return findings.length === 0 && group.findings.length > 0 ? [] : [{ ...group, findings }];
  });
}

function alsoIn(index: StoryIndex, first: Finding, finding: Finding): AlsoIn {
  const [printed, given] = [wordsOfContent(index, first), wordsOfContent(index, finding)];
  const { steps, window } = align(printed, given);
  const covered = new Set(window);
  return {
    finding,
    wording: steps.every((step) => step.printed && step.given) ? [] : readRuns(steps),
    isShorter: printed.some((token) => !covered.has(token)),
  };
}

/** A token of a content, with its span and the text of its passage. */
interface PlacedToken extends Token {
  readonly span: PassageSpan;
  readonly text: string;
}

/** Of a finding without a statement all words of its passage. */
function wordsOfContent(index: StoryIndex, { statement, passage: own }: Finding): PlacedToken[] {
  const whole: PassageSpan = { passageId: own.id, start: 0, end: own.text.length };
  return (statement?.content ?? [whole]).flatMap((span) => {
    const passage = index.findPassage(span.passageId);
    if (!passage) return [];
    return index.tokensOf(passage, span).map((token): PlacedToken => ({ ...token, span, text: passage.text }));
  });
}

/** The content from end to end, its words told apart; behind what is only here the words of the first that are not. */
function readRuns(steps: readonly Step<PlacedToken>[]): WordingRun[] {
  const runs: WordingRun[] = [];
  let missing: PlacedToken[] = [];
  let last: PlacedToken | undefined;
  const endSpan = (): void => {
    if (last) add(runs, 'same', last.text.slice(last.end, last.span.end));
  };
  for (const { printed, given } of steps) {
    if (printed && given) {
      addMissing(runs, missing);
      missing = [];
    } else if (printed) missing.push(printed);
    if (!given) continue;
    if (last && last.span !== given.span) {
      endSpan();
      add(runs, 'gap', '');
    }
    const between = given.text.slice(last?.span === given.span ? last.end : given.span.start, given.start);
    const kind = printed ? 'same' : 'here';
    // "had been" is one difference, "ferry, which" are two.
    add(runs, runs.at(-1)?.kind === kind && !/\S/u.test(between) ? kind : 'same', between);
    add(runs, kind, given.text.slice(given.start, given.end));
    last = given;
  }
  addMissing(runs, missing);
  endSpan();
  return runs;
}

/** Words that stand side by side in the first as they stand there. */
function addMissing(runs: WordingRun[], missing: readonly PlacedToken[]): void {
  for (const span of new Set(missing.map((token) => token.span))) {
    const own = missing.filter((token) => token.span === span);
    const [first, last] = [own[0], own.at(-1)];
    if (first && last) runs.push({ kind: 'first', words: first.text.slice(first.start, last.end) });
  }
}

function add(runs: WordingRun[], kind: WordingRun['kind'], words: string): void {
  const last = runs.at(-1);
  if (last?.kind === kind) runs[runs.length - 1] = { kind, words: last.words + words };
  else if (words !== '' || kind === 'gap') runs.push({ kind, words });
}
