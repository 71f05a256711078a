// createNetwork(weights): a small recurrent network that reads a passage in both directions and scores which words are cues and
// where content and source lie. Its gates look at their inputs alone ("minimal" gated units), so all multiplying is done for many
// words at once, in WebAssembly (kernel.ts). Trained by test/bench/train_network.py; what on is told in CONTRIBUTING.md.
import { firstOfSentence, lastOfSentence } from './candidates.ts';
import { type Asked, contextOf, distanceOf, EDGES, type Edge } from './contexts.ts';
import { createInputs, type InputWeights, inputBytes, type Layer, MAX_BLOCK, type Matrix } from './inputs.ts';
import { createKernel } from './kernel.ts';
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
  const cueLayer = widened([weights.cue.weights], [weights.cue.bias]);
  const candidateLayer = widened(heads.map(({ candidate }) => candidate));
  const askedLayer = widened(
    heads.map((head) => head.weights),
    heads.map(({ bias }) => bias),
  );
  const referenceLayers = heads.map(({ reference }) => widened([reference]));
  const all = [...layers, cueLayer, candidateLayer, askedLayer, ...referenceLayers];
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
  const ofCandidates = keep(candidateLayer);
  const ofAsked = keep(askedLayer);
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
  const candidateSums = kernel.room(rows * ofCandidates.h);
  const nothing = kernel.room(ofCandidates.h);
  // One row, and the one beside it that the kernel fills, too.
  const askedSums = kernel.room(2 * ofAsked.h);
  const referenceSums = kernel.room(2 * Math.max(...ofReference.map(({ h }) => h)));
  const base = kernel.room(hidden);
  const places = kernel.places(4 * MAX_CANDIDATES);
  const scores = kernel.room(MAX_CANDIDATES);
  let words: Words | undefined;
  let [from, to] = [0, 0];
  /** 1 for each row of `candidateSums` that has been multiplied: only sentences that are asked about are. */
  const isReady = new Uint8Array(rows);
  let cueOfSums = -1;

  const readBlock = (given: Words): void => {
    const n = to - from;
    const scan = { gated: gated.at, states: states.at, n, units: stateSize / 2 };
    inputs.fill(given, from, to, gated.at);
    kernel.scan({ ...scan, isAdded: false });
    kernel.narrow(states, narrow, n * stateSize, STATE_STEPS);
    for (const layer of gates) {
      kernel.multiplyNarrow({ ...layer, x: narrow, out: gated.at, n });
      kernel.scan({ ...scan, isAdded: true });
      kernel.narrow(states, narrow, n * stateSize, STATE_STEPS);
    }
    kernel.multiplyNarrow({ ...ofCue, x: narrow, out: cues.at, n });
    kernel.rate({ x: cues.at, stride: ofCue.h }, cueOutput, odds, n);
    isReady.fill(0);
    cueOfSums = -1;
  };

  /** Multiplies the sentence of word `at`. */
  const prepare = (given: Words, at: number): void => {
    const start = Math.max(from, firstOfSentence(given, at)) - from;
    const end = Math.min(to, lastOfSentence(given, at) + 1) - from;
    const x = narrow + 2 * stateSize * start;
    kernel.multiplyNarrow({ ...ofCandidates, x, out: candidateSums.at + 4 * ofCandidates.h * start, n: end - start });
    isReady.fill(1, start, end);
  };

  /** What the state of word `at` gives to hidden layers; a word outside the block gives nothing. */
  const multiplyState = (layer: typeof ofAsked, at: number, out: typeof askedSums): void => {
    if (at < from || at >= to) out.values.fill(0);
    else kernel.multiplyNarrow({ ...layer, x: narrow + 2 * stateSize * (at - from), out: out.at, n: 1 });
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
      if (cueOfSums !== given.cue) {
        multiplyState(ofAsked, given.cue, askedSums);
        cueOfSums = given.cue;
      }
      [edge, asked] = [decision, given];
      const position = EDGES.indexOf(edge);
      base.values.set(askedSums.values.subarray(position * hidden, (position + 1) * hidden));
      const ofEdge = ofReference[position];
      if (!REFERS.has(edge) || !ofEdge) return;
      multiplyState(ofEdge, given.reference, referenceSums);
      for (let h = 0; h < hidden; h += 1) (base.values[h] as number) += referenceSums.values[h] as number;
    },
    score(candidates) {
      const position = EDGES.indexOf(edge);
      const table = tables[position] as (typeof tables)[number];
      const given = words as Words;
      const row = 4 * hidden;
      if (candidates.length > MAX_CANDIDATES)
        throw new Error(`${candidates.length} candidates, ${MAX_CANDIDATES} at most`);
      candidates.forEach((at, index) => {
        const isHere = at >= from && at < to;
        if (isHere && isReady[at - from] === 0) prepare(given, at);
        const own = candidateSums.at + 4 * ((at - from) * ofCandidates.h + position * hidden);
        places.values[4 * index] = isHere ? own : nothing.at;
        places.values[4 * index + 1] = table.fromCue + row * distanceOf(at, asked.cue);
        places.values[4 * index + 2] = table.fromReference + row * distanceOf(at, asked.reference);
        places.values[4 * index + 3] = table.contexts + row * contextOf(given, edge, asked, at);
      });
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

/** Layers of the same inputs as one, side by side, with zeros up to a width that the kernel takes. */
function widened(matrices: readonly Matrix[], biases: readonly Float32Array[] = []): Layer {
  const used = matrices.reduce((total, matrix) => total + matrix.columns, 0);
  const columns = Math.ceil(used / 16) * 16;
  const rows = matrices[0] ? matrices[0].values.length / matrices[0].columns : 0;
  const values = new Float32Array(rows * columns);
  const bias = new Float32Array(columns);
  let at = 0;
  matrices.forEach(({ values: own, columns: width }, index) => {
    for (let row = 0; row < rows; row += 1)
      values.set(own.subarray(row * width, (row + 1) * width), row * columns + at);
    bias.set(biases[index] ?? [], at);
    at += width;
  });
  return { weights: { columns, values }, bias };
}

/** The words read together: the passage, or of a long one a block that ends with a sentence if one ends in its second half. */
function blockAround(words: Words, at: number): [number, number] {
  // Blocks are found from the start, so that they do not depend on what was asked first.
  for (let from = 0; ; ) {
    let to = Math.min(words.n, from + MAX_BLOCK);
    const first = to < words.n ? firstOfSentence(words, to) : to;
    if (first > from + MAX_BLOCK / 2) to = first;
    if (at < to || to >= words.n) return [from, to];
    from = to;
  }
}
