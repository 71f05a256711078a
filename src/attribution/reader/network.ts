// createNetwork(weights): a small recurrent network that reads a passage in both directions and scores which words are cues and
// where content and source lie. Its gates look at their inputs alone ("minimal" gated units), so all multiplying is done for many
// words at once, in WebAssembly (kernel.ts). Trained by test/bench/train_network.py; what on is told in CONTRIBUTING.md.
import { firstOfSentence } from './candidates.ts';
import { type Asked, contextOf, distanceOf, EDGES, type Edge } from './contexts.ts';
import { createInputs, type InputWeights, inputBytes, type Layer, MAX_BLOCK, type Matrix } from './inputs.ts';
import { createKernel, type NarrowLayer, type Room } from './kernel.ts';
import type { Words } from './words.ts';

/** A hidden layer (inputs by rows), its bias, and what each hidden number counts; the last number of `output` is its bias. */
export interface Head {
  readonly weights: Matrix;
  readonly bias: Float32Array;
  readonly output: Float32Array;
}

/** Of an edge: `weights` take the cue, these the span's other edge, the candidate, two distances and the context. */
export interface EdgeHead extends Head {
  readonly reference: Matrix;
  readonly candidate: Matrix;
  readonly fromCue: Matrix;
  readonly fromReference: Matrix;
  readonly contexts: Matrix;
}

/** Every hidden layer is as wide as that of the cue. */
export interface NetworkWeights extends InputWeights {
  /** A layer's gates by columns: forget and input of the forward direction, then of the backward one. */
  readonly gates: readonly Layer[];
  readonly cue: Head;
  readonly edges: Readonly<Record<Edge, EdgeHead>>;
}

/** Scores words of one passage at a time. */
export interface Network {
  /** Reads the words around `at`; the other methods are about them, until it is called again. */
  readAround(words: Words, at: number): void;
  /** Log-odds that the word is a cue. */
  cue(at: number): number;
  /** Begins the decision about an edge. */
  begin(edge: Edge, asked: Asked): void;
  /** How well each candidate fits, in log-odds that sum to one choice; -1: "nothing there". Overwritten by the next call. */
  score(candidates: readonly number[]): Float32Array;
}

/** States are multiplied as whole numbers of this part of one; the development part scored the same as without rounding. */
const STATE_STEPS = 4096;
/** Decisions that look at the span's other edge. */
const REFERS: ReadonlySet<Edge> = new Set(['rightEnd', 'leftStart', 'sourceStart']);

export function createNetwork(weights: NetworkWeights): Network {
  const [first, ...layers] = weights.gates;
  if (!first) throw new Error('a network needs a layer');
  const width = first.weights.columns;
  const stateSize = width / 2;
  const hidden = weights.cue.weights.columns;
  const heads = EDGES.map((edge) => weights.edges[edge]);
  const cueLayer = widened(weights.cue.weights, weights.cue.bias);
  const candidateLayers = heads.map(({ candidate }) => widened(candidate));
  const askedLayers = heads.map((head) => widened(head.weights, head.bias));
  const referenceLayers = heads.map(({ reference }) => widened(reference));
  const all = [...layers, cueLayer, ...candidateLayers, ...askedLayers, ...referenceLayers];
  const kernel = createKernel(inputBytes(weights, width) + bytesOf(all, width) + headBytes(weights));
  const inputs = createInputs(weights, first, kernel);
  // A state lies within ±1, and those of all layers are added.
  const most = STATE_STEPS * weights.gates.length;
  const keep = (layer: Layer) => {
    const { at: w, scale } = kernel.keepNarrow(layer.weights.values, stateSize, most);
    const bias = kernel.keep(layer.bias).at;
    return { w, bias, k: stateSize, h: layer.weights.columns, scale: scale / STATE_STEPS };
  };
  const gates = layers.map(keep);
  const ofCue = keep(cueLayer);
  const ofCandidates = candidateLayers.map(keep);
  const ofAsked = askedLayers.map(keep);
  const ofReference = referenceLayers.map(keep);
  const cueOutput = kernel.keep(weights.cue.output.subarray(0, hidden));
  const tables = heads.map((head) => ({
    fromCue: kernel.keep(head.fromCue.values).at,
    fromReference: kernel.keep(head.fromReference.values).at,
    contexts: kernel.keep(head.contexts.values).at,
    output: kernel.keep(head.output.subarray(0, hidden)),
  }));
  const rows = MAX_BLOCK + 2;
  const states = kernel.room(rows * stateSize);
  /** The states as whole numbers of 1/STATE_STEPS, two in the room of one number. */
  const narrow = kernel.room((rows * stateSize) / 2).at;
  const gated = kernel.room(rows * width);
  const cues = kernel.room(rows * ofCue.h);
  const odds = kernel.room(rows);
  const candidateSums = ofCandidates.map(({ h }) => kernel.room(rows * h));
  const nothing = kernel.room(hidden);
  // One row, and the one beside it that the kernel fills, too.
  const sums = kernel.room(2 * Math.max(...[...ofAsked, ...ofReference].map(({ h }) => h)));
  const base = kernel.room(hidden);
  const places = kernel.places(4 * MAX_CANDIDATES);
  const scores = kernel.room(MAX_CANDIDATES);
  let words: Words | undefined;
  let [from, to] = [0, 0];
  /** By edge, 1 for each row of `candidateSums` that has been multiplied: only words that are asked about are. */
  const isReady = heads.map(() => new Uint8Array(rows));

  const readBlock = (given: Words): void => {
    const n = to - from;
    inputs.fill(given, from, to, gated.at);
    const units = stateSize / 2;
    kernel.scan({ gated: gated.at, states: states.at, n, units, isAdded: false });
    kernel.narrow(states, narrow, n * stateSize, STATE_STEPS);
    for (const layer of gates) {
      kernel.multiplyNarrow(layer, narrow, gated.at, n);
      kernel.scan({ gated: gated.at, states: states.at, n, units, isAdded: true });
      kernel.narrow(states, narrow, n * stateSize, STATE_STEPS);
    }
    kernel.multiplyNarrow(ofCue, narrow, cues.at, n);
    kernel.rate({ x: cues.at, stride: ofCue.h }, cueOutput, odds, n);
    for (const ready of isReady) ready.fill(0, 0, n);
  };

  /** Multiplies the candidates that have not been, with what lies between them. */
  const prepare = (position: number, candidates: readonly number[]): void => {
    const ready = isReady[position] as Uint8Array;
    const layer = ofCandidates[position] as NarrowLayer;
    let [first, last] = [to, from - 1];
    for (const at of candidates) {
      if (at < from || at >= to || ready[at - from] === 1) continue;
      if (at < first) first = at;
      if (at > last) last = at;
    }
    if (last < first) return;
    const start = first - from;
    const n = last + 1 - first;
    const out = (candidateSums[position] as Room).at + 4 * layer.h * start;
    kernel.multiplyNarrow(layer, narrow + 2 * stateSize * start, out, n);
    ready.fill(1, start, start + n);
  };

  /** Adds what the state of word `at` gives to `base`; a word outside the block gives nothing. */
  const addState = (layer: NarrowLayer, at: number): void => {
    if (at < from || at >= to) return;
    kernel.multiplyNarrow(layer, narrow + 2 * stateSize * (at - from), sums.at, 1);
    for (let h = 0; h < hidden; h += 1) (base.values[h] as number) += sums.values[h] as number;
  };
  let edge: Edge = 'rightStart';
  let asked: Asked = { cue: 0, reference: 0, kind: 0 };

  return {
    readAround(given, at) {
      if (words === given && from <= at && at < to) return;
      words = given;
      [from, to] = blockAround(given, at);
      readBlock(given);
    },
    cue(at) {
      return (odds.values[at - from] as number) + (weights.cue.output[hidden] as number);
    },
    begin(decision, given) {
      [edge, asked] = [decision, given];
      const position = EDGES.indexOf(edge);
      base.values.fill(0);
      addState(ofAsked[position] as NarrowLayer, given.cue);
      if (REFERS.has(edge)) addState(ofReference[position] as NarrowLayer, given.reference);
    },
    score(candidates) {
      const position = EDGES.indexOf(edge);
      const table = tables[position] as (typeof tables)[number];
      const own = (candidateSums[position] as Room).at;
      const given = words as Words;
      const row = 4 * hidden;
      if (candidates.length > MAX_CANDIDATES)
        throw new Error(`${candidates.length} candidates, ${MAX_CANDIDATES} at most`);
      prepare(position, candidates);
      for (let index = 0; index < candidates.length; index += 1) {
        const at = candidates[index] as number;
        const isHere = at >= from && at < to;
        places.values[4 * index] = isHere ? own + row * (at - from) : nothing.at;
        places.values[4 * index + 1] = table.fromCue + row * distanceOf(at, asked.cue);
        places.values[4 * index + 2] = table.fromReference + row * distanceOf(at, asked.reference);
        places.values[4 * index + 3] = table.contexts + row * contextOf(given, edge, asked, at);
      }
      kernel.choose({ places: places.at, base: base.at }, table.output, scores, candidates.length);
      return scores.values.subarray(0, candidates.length);
    },
  };
}

/** Candidates of one decision at most; candidates.ts gives fewer. */
const MAX_CANDIDATES = 512;

/** Bytes that the tables and outputs of the heads take. */
function headBytes({ cue, edges }: NetworkWeights): number {
  const numbers = EDGES.reduce((sum, edge) => {
    const { fromCue, fromReference, contexts, output } = edges[edge];
    return sum + fromCue.values.length + fromReference.values.length + contexts.values.length + output.length;
  }, cue.output.length);
  return 4 * (numbers + 5 * MAX_CANDIDATES);
}

/** Bytes of the kernel's memory that the layers behind the first take, with the rows of a block; more than they need. */
function bytesOf(layers: readonly Layer[], width: number): number {
  const numbers = layers.reduce((sum, { weights, bias }) => sum + weights.values.length + bias.length, 0);
  const columns = layers.reduce((sum, { weights }) => sum + weights.columns, 0);
  return 4 * (numbers + (MAX_BLOCK + 2) * (2 * width + columns + 1)) + 16 * 1024;
}

/** A layer with zeros up to a width that the kernel takes. */
function widened(matrix: Matrix, bias: Float32Array = new Float32Array(0)): Layer {
  const columns = Math.ceil(matrix.columns / 16) * 16;
  const rows = matrix.values.length / matrix.columns;
  const values = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row += 1)
    values.set(matrix.values.subarray(row * matrix.columns, (row + 1) * matrix.columns), row * columns);
  const wide = new Float32Array(columns);
  wide.set(bias);
  return { weights: { columns, values }, bias: wide };
}

/** The words read together: sentences in a row that may tell, or of many a block that ends with a sentence if one ends in its second half. */
function blockAround(words: Words, at: number): [number, number] {
  let [first, last] = [words.sentence[at] as number, words.sentence[at] as number];
  while (first > 0 && words.isTold[first - 1] === 1) first -= 1;
  while (last + 1 < words.isTold.length && words.isTold[last + 1] === 1) last += 1;
  const end = (words.lastOf[last] ?? words.n - 1) + 1;
  // Blocks are found from the start, so that they do not depend on what was asked first.
  for (let from = words.firstOf[first] ?? 0; ; ) {
    let to = Math.min(end, from + MAX_BLOCK);
    const first = to < end ? firstOfSentence(words, to) : to;
    if (first > from + MAX_BLOCK / 2) to = first;
    if (at < to || to >= end) return [from, to];
    from = to;
  }
}
