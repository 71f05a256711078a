// isContrary(a, b, pairs): whether two statements that share words say something else with the rest: another number, day or name, the
// opposite, or one "not" more.
import { isNegation } from '../../search/tokens.ts';
import { areOpposite } from './opposites.ts';
import type { TellingWord, Wording } from './wording.ts';

/** Positions of words that are the same, among the telling words of both. */
export type Pair = readonly [a: number, b: number];

/** Words between two that both have; before the first and behind the last such word, too. */
export interface Gap {
  readonly a: readonly TellingWord[];
  readonly b: readonly TellingWord[];
}

export function gapsOf(a: Wording, b: Wording, pairs: readonly Pair[]): Gap[] {
  const edges: readonly Pair[] = [[-1, -1], ...pairs, [a.words.length, b.words.length]];
  return edges.slice(1).map(([i, j], at) => {
    const [fromA, fromB] = edges[at] ?? [-1, -1];
    return { a: a.words.slice(fromA + 1, i), b: b.words.slice(fromB + 1, j) };
  });
}

export function isContrary(a: Wording, b: Wording, pairs: readonly Pair[]): boolean {
  const gaps = gapsOf(a, b, pairs);
  const [onlyA, onlyB] = [gaps.flatMap((gap) => gap.a), gaps.flatMap((gap) => gap.b)];
  const both = (kind: TellingWord['kind']): boolean =>
    [onlyA, onlyB].every((only) => only.some((one) => one.kind === kind));
  return (
    denies(a) !== denies(b) ||
    asks(a) !== asks(b) ||
    both('number') ||
    both('day') ||
    gaps.some((gap) => isName(gap.a) && isName(gap.b)) ||
    onlyA.some((x) => onlyB.some((y) => (x.kind === 'name' && x.form === y.form) || areOpposite(x.stem, y.stem))) ||
    isTurned(a, b, pairs) ||
    arePeopleOther(a, b)
  );
}

function isName(words: readonly TellingWord[]): boolean {
  return words.some(({ kind }) => kind === 'name');
}

/** "denied seeking" says the opposite of "said it seeks". */
function denies({ cue }: Wording): boolean {
  return cue?.sense === 'denied' || cue?.sense === 'rejected';
}

/** "asked whether the port was open". */
function asks({ cue, tokens }: Wording): boolean {
  return cue?.sense === 'asked' || tokens[0]?.word === 'whether';
}

/** Turned round in one and not in the other; sure in one ("will") and open in the other ("may"). */
function isTurned(a: Wording, b: Wording, pairs: readonly Pair[]): boolean {
  const [sameA, sameB] = [pairs.map(([i]) => i), pairs.map(([, j]) => j)];
  const [isSameA, isSameB] = [new Set(sameA), new Set(sameB)];
  return (
    turnsIn(a, isSameA).join() !== turnsIn(b, isSameB).join() ||
    pairs.some(([i, j]) => {
      const [x, y] = [a.words[i]?.modal ?? null, b.words[j]?.modal ?? null];
      return isTurnedAt(a, i, isSameA) !== isTurnedAt(b, j, isSameB) || (x !== null && y !== null && x !== y);
    })
  );
}

/** Behind "not" or, in this text alone, "refuse"; not behind both. */
function isTurnedAt({ words }: Wording, at: number, isSame: ReadonlySet<number>): boolean {
  const isReversed = words[at]?.isLinked === true && words[at - 1]?.isReversing === true && !isSame.has(at - 1);
  return (words[at]?.isNegated ?? false) !== isReversed;
}

const PEOPLE: readonly ReadonlySet<string>[] = ['i me my we us our', 'he him his', 'she her', 'they them their'].map(
  (words) => new Set(words.split(' ')),
);

/**
 * "He would resign" and "she would resign"; in quotation marks "we" and "they", too. Reported, the speaker's "we" is "they": that tells
 * nothing.
 */
function arePeopleOther(a: Wording, b: Wording): boolean {
  const isQuoted = [a, b].every(({ quoted }) => !quoted.includes(0));
  const [ofA = [], ofB = []] = [a, b].map(({ tokens }) =>
    PEOPLE.map((people) => tokens.some(({ word }) => people.has(word))),
  );
  const isSwapped = (x: number, y: number): boolean =>
    ofA[x] === true && ofB[y] === true && ofA[y] !== true && ofB[x] !== true;
  const pairs = isQuoted
    ? [
        [0, 1],
        [0, 2],
        [0, 3],
        [1, 2],
        [1, 3],
        [2, 3],
      ]
    : [[1, 2]];
  return pairs.some(([x = 0, y = 0]) => isSwapped(x, y) || isSwapped(y, x));
}

/**
 * For each gap 0 or 1: whether what turns a meaning round stands in it an odd number of times. Before the first common word and behind
 * the last only what no other word separates from it: further words are another point.
 */
function turnsIn({ tokens, words }: Wording, isSame: ReadonlySet<number>): number[] {
  const others = words.filter((_, position) => !isSame.has(position));
  const turns = [
    ...[...tokens.keys()].filter((at) => isTurning(tokens, at)),
    ...others.filter((word) => word.isReversing).map(({ at }) => at),
  ];
  const plain = others.filter((word) => !word.isReversing).map(({ at }) => at);
  const edges = words.filter((_, position) => isSame.has(position)).map(({ at }) => at);
  const [first = -1, last = tokens.length] = [edges[0], edges.at(-1)];
  const starts = [plain.findLast((at) => at < first) ?? -1, ...edges];
  const ends = [...edges, plain.find((at) => at > last) ?? tokens.length];
  return starts.map((start, gap) => turns.filter((at) => start < at && at < (ends[gap] ?? 0)).length % 2);
}

/** "not", but not that of "not only" and "whether or not". */
function isTurning(tokens: Wording['tokens'], at: number): boolean {
  return isNegation(tokens[at]?.word ?? '') && tokens[at + 1]?.word !== 'only' && tokens[at - 1]?.word !== 'or';
}
