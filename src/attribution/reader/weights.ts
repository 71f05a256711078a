// The weights file: parseWeights(bytes). A header of JSON (version, tensors) behind its length, then the tensors one behind the
// other, each padded to four bytes; little-endian. Written by test/bench/train_network.py.
import { EDGES, type Edge } from './contexts.ts';
import type { Layer, Matrix, WordVectors } from './inputs.ts';
import type { EdgeHead, NetworkWeights } from './network.ts';

/** Raised whenever words, tags or contexts change: weights fit only the code that they were trained with. */
export const WEIGHTS_VERSION = 2;

interface Tensor {
  readonly name: string;
  readonly type: 'f32' | 'i32' | 'i16' | 'i8';
  readonly columns: number;
  /** Numbers in all. */
  readonly length: number;
  /** A number is what is stored times this. */
  readonly scale: number;
}

interface Stored extends Tensor {
  readonly at: number;
}

const BYTES = { f32: 4, i32: 4, i16: 2, i8: 1 } as const;

/** @throws Error when the bytes are no network of this version: the file belongs to the program, so that is a broken install. */
export function parseWeights(bytes: Uint8Array): NetworkWeights {
  const stored = directoryOf(bytes);
  const find = (name: string): Stored => {
    const tensor = stored.get(name);
    if (!tensor) throw new Error(`the weights file lacks "${name}": install the program again`);
    return tensor;
  };
  const numbers = (name: string): Float32Array => toNumbers(bytes, find(name));
  const matrix = (name: string): Matrix => ({ columns: find(name).columns, values: numbers(name) });
  const words = (name: string): WordVectors => {
    const [ids, vectors] = [find(`${name}.ids`), find(name)];
    return {
      // A copy is aligned, as below.
      ids: new Int32Array(new Uint8Array(bytes.subarray(ids.at, ids.at + 4 * ids.length)).buffer),
      columns: vectors.columns,
      values: new Int8Array(bytes.buffer, bytes.byteOffset + vectors.at, vectors.length),
      scale: vectors.scale,
    };
  };
  const head = (name: string) => ({
    weights: matrix(`${name}.weights`),
    bias: numbers(`${name}.bias`),
    output: numbers(`${name}.output`),
  });
  const edge = (name: Edge): EdgeHead => ({
    ...head(name),
    reference: matrix(`${name}.reference`),
    candidate: matrix(`${name}.candidate`),
    fromCue: matrix(`${name}.fromCue`),
    fromReference: matrix(`${name}.fromReference`),
    contexts: matrix(`${name}.contexts`),
  });
  const gates: Layer[] = [];
  for (let layer = 0; stored.has(`gates${layer}.weights`); layer += 1) {
    gates.push({ weights: matrix(`gates${layer}.weights`), bias: numbers(`gates${layer}.bias`) });
  }
  return {
    general: words('general'),
    trained: words('trained'),
    endings: matrix('endings'),
    tags: matrix('tags'),
    places: matrix('places'),
    gates,
    cue: head('cue'),
    edges: Object.fromEntries(EDGES.map((name) => [name, edge(name)])) as Record<Edge, EdgeHead>,
  };
}

function directoryOf(bytes: Uint8Array): Map<string, Stored> {
  const broken = (): Error =>
    new Error(`the weights file is damaged (${bytes.length} bytes): install the program again`);
  const length = bytes.length < 4 ? -1 : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  if (length < 0 || bytes.length < 4 + length) throw broken();
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as {
    version: number;
    tensors: Tensor[];
  };
  if (header.version !== WEIGHTS_VERSION) {
    throw new Error(
      `the weights file is of version ${header.version}, not ${WEIGHTS_VERSION}: install the program again`,
    );
  }
  const stored = new Map<string, Stored>();
  let at = 4 + length;
  for (const tensor of header.tensors) {
    stored.set(tensor.name, { ...tensor, at });
    at += Math.ceil((tensor.length * BYTES[tensor.type]) / 4) * 4;
  }
  if (at !== bytes.length) throw broken();
  return stored;
}

function toNumbers(bytes: Uint8Array, { type, at, length, scale }: Stored): Float32Array {
  // A copy is aligned, whatever the bytes' own place in memory.
  const { buffer } = new Uint8Array(bytes.subarray(at, at + length * BYTES[type]));
  if (type === 'f32') return new Float32Array(buffer);
  if (type === 'i32')
    throw new Error('the weights file holds whole numbers where others belong: install the program again');
  const stored = type === 'i8' ? new Int8Array(buffer) : new Int16Array(buffer);
  const numbers = new Float32Array(length);
  for (let i = 0; i < length; i += 1) numbers[i] = (stored[i] as number) * scale;
  return numbers;
}
