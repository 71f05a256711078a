// createInputs(weights, layer, kernel): the first layer's gates of each word. The layer is linear in what is known of a word (its
// vectors, ending, tag and place), so each part is multiplied once, kept, and only added afterwards.
import type { Kernel } from './kernel.ts';
import type { Words } from './words.ts';

/** Numbers by rows of `columns`. */
export interface Matrix {
  readonly columns: number;
  readonly values: Float32Array;
}

/** A linear layer: inputs by rows. */
export interface Layer {
  readonly weights: Matrix;
  readonly bias: Float32Array;
}

/** Vectors of words: row i belongs to ids[i], a hash of the word (words.ts); ids ascend. A number is its byte times `scale`. */
export interface WordVectors {
  readonly ids: Int32Array;
  readonly columns: number;
  readonly values: Int8Array;
  readonly scale: number;
}

/** What is known of words; the first layer takes the five one behind the other, in this order. */
export interface InputWeights {
  /** Of words in general use, and of words of the training texts. */
  readonly general: WordVectors;
  readonly trained: WordVectors;
  /** By the hash of the last three letters, by tag (tags.ts), by `placeOf`. */
  readonly endings: Matrix;
  readonly tags: Matrix;
  readonly places: Matrix;
}

export interface Inputs {
  /** Writes the gates of the words `from` (inclusive) to `to` (exclusive), at most MAX_BLOCK, as rows at place `out`. */
  fill(words: Words, from: number, to: number, out: number): void;
}

/** Words read at once at most: a longer passage is read in blocks, so that memory is bounded and time linear. */
export const MAX_BLOCK = 1024;
/** Words whose part is kept at most. */
const MAX_KEPT = 12_288;

/** Bytes of the kernel's memory that inputs take, for gates of so many numbers. */
export function inputBytes(known: InputWeights, width: number): number {
  const own = known.general.columns + known.trained.columns + known.endings.columns;
  const { tags, places } = known;
  const outs = MAX_KEPT + rowsOf(tags) + rowsOf(places) + 3;
  const ins = (rowsOf(tags) + 1) * tags.columns + (rowsOf(places) + 1) * places.columns;
  const weights = own + tags.columns + places.columns + 3;
  return 4 * ((outs + weights) * width + ins + (MAX_BLOCK + 1) * (own + 3)) + PADDING;
}

/** Rooms begin at multiples of 16 bytes. */
const PADDING = 8192;

export function createInputs(known: InputWeights, { weights, bias }: Layer, kernel: Kernel): Inputs {
  const { general, trained, endings, tags, places } = known;
  const width = weights.columns;
  const own = general.columns + trained.columns + endings.columns;
  /** Every row of `matrix` times the rows of the layer from `first` on, and a bias. */
  const multiplied = (matrix: Matrix, first: number, added: Float32Array): number => {
    const [n, k] = [rowsOf(matrix), matrix.columns];
    const out = kernel.room((n + 1) * width).at;
    const x = kernel.room((n + 1) * k);
    x.values.set(matrix.values);
    const rows = weights.values.subarray(first * width, (first + k) * width);
    const [w, from] = [kernel.keepWeights(rows, k).at, kernel.keep(added).at];
    kernel.multiply({ x: x.at, w, bias: from, out, n, k, h: width });
    return out;
  };
  const byTag = multiplied(tags, own, new Float32Array(width));
  const byPlace = multiplied(places, own + tags.columns, bias);
  const ownWeights = kernel.keepWeights(weights.values.subarray(0, own * width), own);
  const noBias = kernel.keep(new Float32Array(width));
  const vectors = kernel.room((MAX_BLOCK + 1) * own);
  const kept = kernel.room((MAX_KEPT + 1) * width);
  const at = kernel.places(3 * MAX_BLOCK);
  const rowOf = new Map<number, number>();

  /** Vectors and ending of a word, one behind the other, as a row of `vectors`. */
  const writeVectors = (id: number, ending: number, row: number): void => {
    const first = row * own;
    vectors.values.fill(0, first, first + own);
    copyVector(general, id, vectors.values, first);
    copyVector(trained, id, vectors.values, first + general.columns);
    const from = ((ending >>> 0) % rowsOf(endings)) * endings.columns;
    const end = endings.values.subarray(from, from + endings.columns);
    vectors.values.set(end, first + general.columns + trained.columns);
  };

  /** Multiplies the words that are not kept yet, all at once. */
  const keepNew = (words: Words, from: number, to: number): void => {
    if (rowOf.size + (to - from) > MAX_KEPT) rowOf.clear();
    const first = rowOf.size;
    for (let i = from; i < to; i += 1) {
      const id = words.id[i] as number;
      if (rowOf.has(id)) continue;
      writeVectors(id, words.suffix[i] as number, rowOf.size - first);
      rowOf.set(id, rowOf.size);
    }
    const n = rowOf.size - first;
    const out = kept.at + 4 * first * width;
    kernel.multiply({ x: vectors.at, w: ownWeights.at, bias: noBias.at, out, n, k: own, h: width });
  };

  return {
    fill(words, from, to, out) {
      keepNew(words, from, to);
      for (let i = from; i < to; i += 1) {
        const row = 3 * (i - from);
        at.values[row] = kept.at + 4 * width * (rowOf.get(words.id[i] as number) as number);
        at.values[row + 1] = byTag + 4 * width * (words.tag[i] as number);
        at.values[row + 2] = byPlace + 4 * width * placeOf(words, i);
      }
      kernel.gather(at.at, out, to - from, width);
    },
  };
}

function rowsOf(matrix: Matrix): number {
  return matrix.values.length / matrix.columns;
}

/** A word's shape, whether it stands within quotation marks, and whether it is the first or last of its sentence: 0 to 39. */
export function placeOf(words: Words, i: number): number {
  const sentence = words.sentence[i] as number;
  const isFirst = words.firstOf[sentence] === i;
  const isLast = words.lastOf[sentence] === i;
  return (words.shape[i] as number) + 5 * (words.quoted[i] as number) + (isFirst ? 10 : 0) + (isLast ? 20 : 0);
}

/** The vector of a word; of an unknown word, nothing. */
function copyVector({ ids, columns, values, scale }: WordVectors, id: number, out: Float32Array, first: number): void {
  let [low, high] = [0, ids.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] as number) < id) low = middle + 1;
    else high = middle;
  }
  if (ids[low] !== id) return;
  for (let k = 0; k < columns; k += 1) out[first + k] = (values[low * columns + k] as number) * scale;
}
