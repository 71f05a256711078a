// Trains the reader's weights: node dist/bench/test/bench/train.js --gold DIR [--out FILE] [--epochs N] [--rate R]. DIR has text/ and
// attributions/ as polnear.ts reads them. Takes about half a minute for 840 articles; the same input gives the same file.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  leftEnds,
  leftStarts,
  mayBeCue,
  rightEnds,
  rightStarts,
  sourceEnds,
  sourceStarts,
} from '../../src/attribution/reader/candidates.ts';
import {
  addLeftEnd,
  addLeftStart,
  addRightEnd,
  addRightStart,
  rightKind,
} from '../../src/attribution/reader/contentFeatures.ts';
import { addCueFeatures } from '../../src/attribution/reader/cueFeatures.ts';
import { Features, score, TABLE_BITS } from '../../src/attribution/reader/linear.ts';
import { DECISIONS, type Decision, sigmoid, type Tables } from '../../src/attribution/reader/reader.ts';
import { addSourceEnd, addSourceStart } from '../../src/attribution/reader/sourceFeatures.ts';
import { TAG, tagOf } from '../../src/attribution/reader/tags.ts';
import { formatWeights } from '../../src/attribution/reader/weights.ts';
import { createWordReader, type Words } from '../../src/attribution/reader/words.ts';
import { splitPassages } from '../../src/corpus/passages.ts';
import { type Attribution, readAnnotated } from './polnear.ts';

const OPTIONS = {
  gold: { type: 'string' },
  out: { type: 'string', default: 'src/attribution/reader/weights.bin' },
  epochs: { type: 'string', default: '8' },
  rate: { type: 'string', default: '0.05' },
  skip: { type: 'string', default: '' },
} as const;
/** A weight of 1 is this many steps of a byte; at 32 the development part scored as with unrounded weights (80.3 and 80.2). */
const SCALE = 32;
/** A word is a known cue when it is one at least this often, and in at least this share of its uses. */
const MIN_CUE_USES = 2;
const MIN_CUE_SHARE = 0.05;

interface Example {
  readonly head: number;
  readonly content: ReadonlySet<number>;
  readonly source: readonly number[];
  readonly right: readonly number[];
  readonly left: readonly number[];
}

interface Page {
  readonly words: Words;
  readonly gold: readonly { cue: number[]; content: number[]; source: number[] }[];
  examples: Map<number, Example>;
}

/** A table while it is trained: weights, and the squared gradients of AdaGrad. */
interface Table {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly sum: Float64Array;
}

function main(): void {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.gold === undefined) throw new Error('name the folder with text/ and attributions/: --gold DIR');
  const wordsOf = createWordReader();
  const pages = readAnnotated(values.gold).flatMap(({ id, text, attributions }, index) =>
    values.skip !== '' && index % 6 === Number(values.skip) ? [] : pagesOf(id, text, attributions, wordsOf),
  );
  const { cues, share } = knownCues(pages);
  for (const page of pages) page.examples = examplesOf(page, cues, share);
  const trained = train(pages, cues, { epochs: Number(values.epochs), rate: Number(values.rate) });
  writeFileSync(values.out, formatWeights({ tables: trained, cues }, SCALE));
  console.log(`${pages.length} paragraphs, ${cues.size} known cues, written to ${values.out}`);
}

function pagesOf(
  id: string,
  text: string,
  attributions: readonly Attribution[],
  wordsOf: ReturnType<typeof createWordReader>,
): Page[] {
  return splitPassages({ id, body: text, captions: [] }).map((passage) => {
    const words = wordsOf(passage.text, passage.sentences);
    const locate = (spans: Attribution['cue']): number[] => {
      const found: number[] = [];
      for (let i = 0; i < words.n; i += 1) {
        const start = (words.start[i] as number) + passage.offset;
        const end = (words.end[i] as number) + passage.offset;
        if (spans.some(([from, to]) => start < to && end > from)) found.push(i);
      }
      return found;
    };
    const here = attributions.filter(
      ({ cue: [first] }) =>
        first !== undefined && first[0] >= passage.offset && first[0] < passage.offset + passage.text.length,
    );
    const gold = here
      .map(({ cue, content, source }) => ({ cue: locate(cue), content: locate(content), source: locate(source) }))
      .filter(({ cue, content }) => cue.length > 0 && content.length > 0);
    return { words, gold, examples: new Map() };
  });
}

function knownCues(pages: readonly Page[]): { cues: Set<string>; share: Map<string, number> } {
  const all = new Map<string, number>();
  const asCue = new Map<string, number>();
  const count = (table: Map<string, number>, word: string): void => void table.set(word, (table.get(word) ?? 0) + 1);
  for (const { words, gold } of pages) {
    for (const word of words.lower) count(all, word);
    for (const i of new Set(gold.flatMap(({ cue }) => cue))) count(asCue, words.lower[i] as string);
  }
  const cues = new Set<string>();
  const share = new Map<string, number>();
  for (const [word, uses] of asCue) {
    const part = uses / (all.get(word) ?? uses);
    if (uses < MIN_CUE_USES || part < MIN_CUE_SHARE || word === 'that' || !/^[\p{L}:'-]+$/u.test(word)) continue;
    cues.add(word);
    share.set(word, part);
  }
  return { cues, share };
}

/** One example a cue: its head is a verb of saying if it has one, else the word that is most often a cue. */
function examplesOf(
  { words, gold }: Page,
  cues: ReadonlySet<string>,
  share: ReadonlyMap<string, number>,
): Map<number, Example> {
  const examples = new Map<number, Example>();
  for (const { cue, content, source } of gold) {
    const may = cue.filter((i) => mayBeCue(words, i, (word) => cues.has(word)));
    const saying = may.find((i) => tagOf(words.lower[i] ?? '', words.lower[i] ?? '', 'small') === TAG.SAY);
    const shareOf = (i: number): number => share.get(words.lower[i] ?? '') ?? 0.01;
    const head =
      saying ??
      may.reduce<number | undefined>(
        (best, i) => (best === undefined || shareOf(i) > shareOf(best) ? i : best),
        undefined,
      );
    if (head === undefined || examples.has(head)) continue;
    const named = source.filter((i) => words.shape[i] !== 4);
    const [right, left] = [content.filter((i) => i > head), content.filter((i) => i < head)];
    examples.set(head, { head, content: new Set(content), source: named, right, left });
  }
  return examples;
}

function train(
  pages: readonly Page[],
  cues: ReadonlySet<string>,
  { epochs, rate }: { epochs: number; rate: number },
): Tables {
  const size = 1 << TABLE_BITS;
  const table = (): Table => ({
    weights: new Float32Array(size),
    squares: new Float32Array(size),
    sum: new Float64Array(size),
  });
  const tables = Object.fromEntries(DECISIONS.map((decision) => [decision, table()])) as Record<Decision, Table>;
  const out = new Features();
  const random = generator(12345);
  let averaged = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const step = rate / (1 + epoch * 0.5);
    let loss = 0;
    for (const page of shuffled(pages, random)) loss += learnPage(page, cues, { tables, out, step });
    // Later epochs are averaged: the last one alone follows its last examples.
    if (epoch >= epochs / 2) {
      averaged += 1;
      for (const { sum, weights } of Object.values(tables))
        for (let i = 0; i < size; i += 1) (sum[i] as number) += weights[i] as number;
    }
    console.log(`epoch ${epoch + 1} of ${epochs}, loss of cues ${loss.toFixed(0)}`);
  }
  return Object.fromEntries(
    DECISIONS.map((decision) => [decision, Float32Array.from(tables[decision].sum, (sum) => sum / averaged)]),
  ) as Record<Decision, Float32Array>;
}

interface Learner {
  readonly tables: Readonly<Record<Decision, Table>>;
  readonly out: Features;
  readonly step: number;
}

function learnPage({ words, examples }: Page, cues: ReadonlySet<string>, learner: Learner): number {
  const { tables, out, step } = learner;
  let loss = 0;
  for (let i = 0; i < words.n; i += 1) {
    if (!mayBeCue(words, i, (word) => cues.has(word))) continue;
    out.count = 0;
    addCueFeatures(words, i, out);
    const isCue = examples.has(i) ? 1 : 0;
    const probability = sigmoid(score(tables.cue.weights, out, 0, out.count));
    loss -= Math.log(Math.max(1e-9, isCue ? probability : 1 - probability));
    update(tables.cue, out, 0, out.count, { gradient: isCue - probability, step });
  }
  for (const example of examples.values()) learnExample(words, example, learner);
  return loss;
}

function learnExample(words: Words, { head, content, source, right, left }: Example, learner: Learner): void {
  const { out } = learner;
  const [rightFrom = -1, rightTo = -1] = [right[0], right.at(-1)];
  const [leftFrom = -1, leftTo = -1] = [left[0], left.at(-1)];
  const pick = (decision: Decision, candidates: readonly number[], wanted: number, add: (at: number) => void): void =>
    learnChoice(learner, decision, { candidates, wanted: indexOf(candidates, wanted), add });
  pick('rightStart', rightStarts(words, head), rightFrom, (at) => addRightStart(words, head, at, out));
  if (rightFrom >= 0)
    pick('rightEnd', rightEnds(words, rightFrom), rightTo, (at) => addRightEnd(words, head, rightFrom, at, out));
  const kind = rightKind(words, head, rightFrom);
  pick('leftEnd', leftEnds(words, head), leftTo, (at) => addLeftEnd(words, head, at, kind, out));
  if (leftTo >= 0)
    pick('leftStart', leftStarts(words, leftTo), leftFrom, (at) => addLeftStart(words, head, leftTo, at, out));
  const chosen = { isLeft: left.length > 0, isRight: right.length > 0, has: (word: number) => content.has(word) };
  const [first = -1, last = -1] = [source[0], source.at(-1)];
  pick('sourceEnd', sourceEnds(words, head, chosen.has), last, (at) => addSourceEnd(words, head, at, chosen, out));
  if (last >= 0)
    pick('sourceStart', sourceStarts(words, head, last, chosen.has), first, (at) =>
      addSourceStart(words, head, last, at, out),
    );
}

/** The candidate that is meant: -1 exactly, an edge within four words; undefined when none is. */
function indexOf(candidates: readonly number[], wanted: number): number | undefined {
  let best: number | undefined;
  candidates.forEach((candidate, index) => {
    if (wanted < 0 ? candidate !== wanted : candidate < 0 || Math.abs(candidate - wanted) > 4) return;
    if (best === undefined || Math.abs(candidate - wanted) < Math.abs((candidates[best] ?? 0) - wanted)) best = index;
  });
  return best;
}

/** One step of softmax regression over the candidates. */
function learnChoice(
  { tables, out, step }: Learner,
  decision: Decision,
  choice: {
    readonly candidates: readonly number[];
    readonly wanted: number | undefined;
    readonly add: (at: number) => void;
  },
): void {
  if (choice.wanted === undefined || choice.candidates.length < 2) return;
  const table = tables[decision];
  out.count = 0;
  const ends = choice.candidates.map((candidate) => {
    choice.add(candidate);
    return out.count;
  });
  const scores = ends.map((end, index) => score(table.weights, out, ends[index - 1] ?? 0, end));
  const top = Math.max(...scores);
  const total = scores.reduce((sum, value) => sum + Math.exp(value - top), 0);
  scores.forEach((value, index) => {
    const gradient = (index === choice.wanted ? 1 : 0) - Math.exp(value - top) / total;
    update(table, out, ends[index - 1] ?? 0, ends[index] ?? 0, { gradient, step });
  });
}

function update(
  table: Table,
  out: Features,
  from: number,
  to: number,
  { gradient, step }: { gradient: number; step: number },
): void {
  if (Math.abs(gradient) < 1e-3) return;
  const { weights, squares } = table;
  for (let i = from; i < to; i += 1) {
    const at = out.at[i] as number;
    squares[at] = (squares[at] as number) + gradient * gradient;
    weights[at] = (weights[at] as number) + (step * gradient) / Math.sqrt((squares[at] as number) + 1e-2);
  }
}

/** Numbers from 0 to 1 that are the same every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as Item, list[i] as Item];
  }
  return list;
}

main();
