// `npm run -s bench:decisions -- --gold DIR [--skip K] > FILE`: annotated texts as the decisions that the reader takes, a line of
// JSON a passage, for train_network.py. Words, candidates and classes come from the reader itself, so that what is learnt is what
// will be asked. With --skip, every sixth text from the K-th (0 to 5) on is left out, to be measured on.
import { parseArgs } from 'node:util';
import {
  hasClosed,
  leftEnds,
  leftStarts,
  rightEnds,
  rightKind,
  rightStarts,
  sourceEnds,
  sourceStarts,
} from '../../src/attribution/reader/candidates.ts';
import { contextOf, distanceOf, type Edge } from '../../src/attribution/reader/contexts.ts';
import { placeOf } from '../../src/attribution/reader/inputs.ts';
import { TAG, tagOf } from '../../src/attribution/reader/tags.ts';
import { createWordReader, NO_WORD, type Words } from '../../src/attribution/reader/words.ts';
import { splitPassages } from '../../src/corpus/passages.ts';
import { type Attribution, readAnnotated } from './polnear.ts';

const OPTIONS = { gold: { type: 'string' }, skip: { type: 'string', default: '' } } as const;
/** An annotated edge that is no candidate counts as the nearest one, up to so many words away. */
const MAX_SHIFT = 4;

/** One choice among candidates (word indexes; -1: nothing there), with the classes that the network is told of each. */
interface Decision {
  readonly edge: Edge;
  readonly cue: number;
  readonly reference: number;
  readonly candidates: readonly number[];
  readonly fromCue: readonly number[];
  readonly fromReference: readonly number[];
  readonly contexts: readonly number[];
  /** Index of the right candidate. */
  readonly wanted: number;
}

interface Gold {
  readonly cue: readonly number[];
  readonly content: readonly number[];
  readonly source: readonly number[];
}

function main(): void {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.gold === undefined) throw new Error('name the folder with text/ and attributions/: --gold DIR');
  const texts = readAnnotated(values.gold).filter((_, index) => String(index % 6) !== values.skip);
  const wordsOf = createWordReader(() => false);
  const pages = texts.flatMap(({ id, text, attributions }) =>
    splitPassages({ id, body: text, captions: [] }).map((passage) => {
      const words = wordsOf(passage.text, passage.sentences);
      return { words, gold: goldOf(words, passage.offset, passage.text.length, attributions) };
    }),
  );
  const share = cueShares(pages);
  for (const { words, gold } of pages) {
    if (words.n === 0) continue;
    const heads = new Map<number, Gold>();
    for (const one of gold) {
      const head = headOf(words, one.cue, share);
      if (head !== undefined && !heads.has(head)) heads.set(head, one);
    }
    const line = {
      words: words.lower,
      endings: [...words.suffix].map((hash) => hash >>> 0),
      tags: [...words.tag],
      places: Array.from({ length: words.n }, (_, i) => placeOf(words, i)),
      cues: [...heads.keys()],
      decisions: [...heads].flatMap(([head, one]) => decisionsOf(words, head, one)),
    };
    console.log(JSON.stringify(line));
  }
}

/** The attributions whose cue stands in the passage, in word indexes. */
function goldOf(words: Words, offset: number, length: number, attributions: readonly Attribution[]): Gold[] {
  const locate = (spans: Attribution['cue']): number[] => {
    const found: number[] = [];
    for (let i = 0; i < words.n; i += 1) {
      const [start, end] = [(words.start[i] as number) + offset, (words.end[i] as number) + offset];
      if (spans.some(([from, to]) => start < to && end > from)) found.push(i);
    }
    return found;
  };
  return attributions
    .filter(({ cue: [first] }) => first !== undefined && first[0] >= offset && first[0] < offset + length)
    .map(({ cue, content, source }) => ({
      cue: locate(cue),
      content: locate(content),
      source: locate(source).filter((i) => words.shape[i] !== NO_WORD),
    }))
    .filter(({ cue, content }) => cue.length > 0 && content.length > 0);
}

/** How often a word is part of a cue where it is used; of words that were it once only, nothing. */
function cueShares(pages: readonly { words: Words; gold: readonly Gold[] }[]): Map<string, number> {
  const [all, asCue] = [new Map<string, number>(), new Map<string, number>()];
  const count = (table: Map<string, number>, word: string): void => void table.set(word, (table.get(word) ?? 0) + 1);
  for (const { words, gold } of pages) {
    for (const word of words.lower) count(all, word);
    for (const { cue } of gold) for (const i of cue) count(asCue, words.lower[i] as string);
  }
  return new Map([...asCue].filter(([, uses]) => uses > 1).map(([word, uses]) => [word, uses / (all.get(word) ?? 1)]));
}

/** The word that stands for a cue: its verb of saying if it has one, else the word that is most often a cue. */
function headOf(words: Words, cue: readonly number[], share: ReadonlyMap<string, number>): number | undefined {
  const may = cue.filter((i) => words.shape[i] !== NO_WORD);
  const shareOf = (i: number): number => share.get(words.lower[i] as string) ?? 0.01;
  const saying = may.find((i) => tagOf(words.lower[i] as string, words.lower[i] as string, 'small') === TAG.SAY);
  return saying ?? [...may].sort((a, b) => shareOf(b) - shareOf(a) || a - b)[0];
}

function decisionsOf(words: Words, cue: number, { content, source }: Gold): Decision[] {
  const found: Decision[] = [];
  const add = (edge: Edge, candidates: readonly number[], wanted: number, reference = cue, kind = 0): void => {
    const index = nearest(candidates, wanted);
    if (index === undefined || candidates.length < 2) return;
    found.push({
      edge,
      cue,
      reference,
      candidates,
      fromCue: candidates.map((at) => distanceOf(at, cue)),
      fromReference: candidates.map((at) => distanceOf(at, reference)),
      contexts: candidates.map((at) => contextOf(words, edge, { cue, reference, kind }, at)),
      wanted: index,
    });
  };
  const [right, left] = [content.filter((i) => i > cue), content.filter((i) => i < cue)];
  const [start = -1, end = -1] = [right[0], left.at(-1)];
  const has = (word: number): boolean => content.includes(word);
  add('rightStart', rightStarts(words, cue), start, cue, hasClosed(words, cue) ? 1 : 0);
  if (start >= 0) add('rightEnd', rightEnds(words, start), right.at(-1) as number, start);
  add('leftEnd', leftEnds(words, cue), end, cue, rightKind(words, cue, start));
  if (end >= 0) add('leftStart', leftStarts(words, end), left[0] as number, end);
  const [first = -1, last = -1] = [source[0], source.at(-1)];
  add('sourceEnd', sourceEnds(words, cue, has), last, cue, (end >= 0 ? 1 : 0) + (start >= 0 ? 2 : 0));
  if (last >= 0) add('sourceStart', sourceStarts(words, cue, last, has), first, last);
  return found;
}

/** -1 exactly, an edge within MAX_SHIFT words; undefined when no candidate is near. */
function nearest(candidates: readonly number[], wanted: number): number | undefined {
  let best: number | undefined;
  candidates.forEach((candidate, index) => {
    const isFar = wanted < 0 ? candidate !== wanted : candidate < 0 || Math.abs(candidate - wanted) > MAX_SHIFT;
    if (isFar) return;
    if (best === undefined || Math.abs(candidate - wanted) < Math.abs((candidates[best] as number) - wanted))
      best = index;
  });
  return best;
}

main();
