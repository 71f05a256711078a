// Two runs of words side by side: which are in both, which only in one. For telling how a quotation differs from what was
// printed. Words are compared as the tokeniser folds them; what is shown keeps the spelling of its own text.
import type { Span } from '../../domain.ts';
import type { Token } from '../../search/tokens.ts';
import type { Difference } from '../answer.ts';

/** One step through both texts; `printed` or `given` is absent where the other side has one word more. */
export interface Step<Word extends Token = Token> {
  readonly printed?: Word;
  readonly given?: Word;
}

export interface Aligned<Word extends Token = Token> {
  readonly steps: readonly Step<Word>[];
  /** How many words are in both. */
  readonly same: number;
  /** Printed words that the quotation covers: what stands around them is no difference. */
  readonly window: readonly Word[];
  /** How many of these were left out with a mark. */
  readonly leftOut: number;
  readonly matched: readonly Span[];
}

/** A shared word outweighs this many printed words skipped for it: "if" three sentences before the rest does not. Chosen by eye. */
const SHARED_WEIGHT = 2;

/**
 * The stretch of `printed` that is most like `given`, word by word: what stands before and behind the stretch costs
 * nothing, what is skipped inside it does, but for words that whoever quotes has left out with a mark: before the given words whose
 * numbers are in `breaks`. Of equal ones the first.
 */
export function align<Word extends Token>(
  printed: readonly Word[],
  given: readonly Word[],
  breaks: ReadonlySet<number> = new Set(),
): Aligned<Word> {
  const width = given.length + 1;
  const table = new Int32Array((printed.length + 1) * width);
  const cell = (i: number, j: number): number => table[i * width + j] ?? 0;
  const costOf = (j: number): number => (breaks.has(j) ? 0 : 1);
  const isSame = (i: number, j: number): boolean => printed[i]?.word === given[j]?.word;
  for (let i = printed.length - 1; i >= 0; i -= 1) {
    for (let j = given.length - 1; j >= 0; j -= 1) {
      const onward = Math.max(0, cell(i, j + 1), cell(i + 1, j) - costOf(j));
      table[i * width + j] = isSame(i, j) ? Math.max(onward, cell(i + 1, j + 1) + SHARED_WEIGHT) : onward;
    }
  }
  let from = 0;
  for (let i = 0; i < printed.length; i += 1) if (cell(i, 0) > cell(from, 0)) from = i;
  const steps: Step<Word>[] = printed.slice(0, from).map((token) => ({ printed: token }));
  const leftOut = new Set<Word>();
  let [i, j] = [from, 0];
  while (i < printed.length || j < given.length) {
    const [a, b] = [printed[i], given[j]];
    if (a && b && isSame(i, j) && cell(i, j) === cell(i + 1, j + 1) + SHARED_WEIGHT) {
      steps.push({ printed: a, given: b });
      i += 1;
      j += 1;
    } else if (b && (!a || cell(i, j + 1) === cell(i, j))) {
      steps.push({ given: b });
      j += 1;
    } else if (a) {
      steps.push({ printed: a });
      if (breaks.has(j)) leftOut.add(a);
      i += 1;
    }
  }
  const shared = steps.flatMap((step) => (step.printed && step.given ? [step.printed] : []));
  const window = windowOf(steps, shared, printed);
  const covered = new Set(window);
  return {
    steps: steps.filter((step) => step.given !== undefined || (step.printed && covered.has(step.printed))),
    same: shared.length,
    window,
    leftOut: window.filter((token) => leftOut.has(token)).length,
    matched: shared.map(({ start, end }) => ({ start, end })),
  };
}

/**
 * The printed words that the quotation covers: from the first shared word to the last, and at each end as many more as the
 * quotation has words there that were not found ("no missile" against "no missiles": the last word was changed).
 */
function windowOf<Word extends Token>(
  steps: readonly Step<Word>[],
  shared: readonly Word[],
  printed: readonly Word[],
): Word[] {
  const [first, last] = [shared[0], shared.at(-1)];
  if (!first || !last) return [];
  const isShared = (step: Step): boolean => step.printed !== undefined && step.given !== undefined;
  const countGiven = (list: readonly Step[]): number => list.filter((step) => step.given !== undefined).length;
  const before = countGiven(steps.slice(0, steps.findIndex(isShared)));
  const behind = countGiven(steps.slice(steps.findLastIndex(isShared) + 1));
  return printed.slice(Math.max(0, printed.indexOf(first) - before), printed.indexOf(last) + behind + 1);
}

/** Runs of equal steps, in the words of the text they come from. */
export function describe(
  aligned: Pick<Aligned, 'steps'>,
  texts: { readonly printed: string; readonly given: string },
): Difference[] {
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
