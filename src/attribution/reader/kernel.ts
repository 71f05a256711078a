// createKernel(): the network's arithmetic in WebAssembly (kernel.wat), four numbers at a time. Loops written here take about six
// times as long (1.8 against 11 thousand million multiplications a second, on one core, 96 × 192).
import { KERNEL_WASM } from './kernelWasm.ts';

/** As much of the global of that name as is used here; the standard library's types leave it to browsers. */
declare const WebAssembly: {
  Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
};

/** A stretch of the kernel's memory: its place in bytes and its numbers. */
export interface Room {
  readonly at: number;
  readonly values: Float32Array;
}

/** out[n × h] = bias[h] + x[n × k] · w[k × h]; h is a multiple of 16; places in bytes, x and out with room for an even n. */
export interface Product {
  readonly x: number;
  readonly w: number;
  readonly bias: number;
  readonly out: number;
  readonly n: number;
  readonly k: number;
  readonly h: number;
}

/** A matrix of whole numbers of 16 bits: `scale` times one of them is the number it stands for. */
export interface NarrowWeights {
  readonly at: number;
  readonly scale: number;
}

/** A layer of narrow numbers: x times `scale` of x times `scale` of w are the real ones; places in bytes, k even, h a multiple of 16. */
export interface NarrowLayer {
  readonly w: number;
  readonly bias: number;
  readonly k: number;
  readonly h: number;
  readonly scale: number;
}

/** Both directions over `n` rows; `units` (a multiple of 4) of each. See `scan` in kernel.wat. */
export interface Scan {
  /** Rows of 4 × units: forget and input of the forward, then of the backward direction. */
  readonly gated: number;
  /** Rows of 2 × units. */
  readonly states: number;
  readonly n: number;
  readonly units: number;
  readonly isAdded: boolean;
}

export interface Kernel {
  /** Room for so many numbers. */
  room(length: number): Room;
  /** Room that holds these numbers. */
  keep(values: Float32Array): Room;
  /** A matrix of k rows as `multiply` wants its w. */
  keepWeights(values: Float32Array, k: number): Room;
  /** Room for so many whole numbers: its place and its numbers. */
  places(length: number): { readonly at: number; readonly values: Int32Array };
  multiply(product: Product): void;
  /** As `multiply`, of n rows of narrow numbers at place x; twice as fast. */
  multiplyNarrow(layer: NarrowLayer, x: number, out: number, n: number): void;
  /** A matrix of an even k rows for `multiplyNarrow`, as fine as its sums allow when no number of x is beyond ±`most` whole ones. */
  keepNarrow(values: Float32Array, k: number, most: number): NarrowWeights;
  /** The first `length` numbers of `x`, a multiple of 8, times `scale` as whole numbers of 16 bits at place `out`. */
  narrow(x: Room, out: number, length: number, scale: number): void;
  scan(scan: Scan): void;
  /** Row i of `out` (of `width` numbers) = the sum of the three rows at places[3i] to places[3i + 2], in bytes. */
  gather(places: number, out: number, n: number, width: number): void;
  /** out[i] = the sum of weights[j] · max(0, x[i][j]); rows of x are `stride` numbers apart, of which as many count as `weights` holds. */
  rate(rows: { readonly x: number; readonly stride: number }, weights: Room, out: Room, n: number): void;
  /** The same of the sum of the row at `base` and the four rows at places[4i] to places[4i + 3]. */
  choose(rows: { readonly places: number; readonly base: number }, weights: Room, out: Room, n: number): void;
}

const PAGE = 65_536;
type Call = (...places: number[]) => void;

/** Numbers are single precision. @param bytes room for everything that will be asked for */
export function createKernel(bytes: number): Kernel {
  const pages = Math.ceil(bytes / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const code = Uint8Array.from(atob(KERNEL_WASM), (character) => character.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { reader: { memory } });
  const call = (name: string): Call => exports[name] as Call;
  const [multiply, multiplyNarrow, narrow] = [call('multiply'), call('multiplyNarrow'), call('narrow')];
  const [scan, gather, rate, choose] = [call('scan'), call('gather'), call('rate'), call('choose')];
  let used = 0;
  const take = (length: number): number => {
    const at = used;
    // Places are multiples of 16 bytes.
    used += Math.ceil(length / 4) * 16;
    if (used > pages * PAGE) throw new Error(`the reader needs more than the ${pages * PAGE} bytes it asked for`);
    return at;
  };
  const room = (length: number): Room => {
    const at = take(length);
    return { at, values: new Float32Array(memory.buffer, at, length) };
  };
  const keep = (values: Float32Array): Room => {
    const kept = room(values.length);
    kept.values.set(values);
    return kept;
  };
  return {
    room,
    keep,
    keepWeights: (values, k) => keep(inPanels(values, k)),
    places(length) {
      const at = take(length);
      return { at, values: new Int32Array(memory.buffer, at, length) };
    },
    multiply({ x, w, bias, out, n, k, h }) {
      multiply(x, w, bias, out, n, k, h);
    },
    multiplyNarrow({ w, bias, k, h, scale }, x, out, n) {
      multiplyNarrow(x, w, bias, out, n, k, h, scale);
    },
    keepNarrow(values, k, most) {
      const scale = finestScale(values, k, most);
      const at = take(Math.ceil(values.length / 2));
      fillPairs(values, k, 1 / scale, new Int16Array(memory.buffer, at, values.length));
      return { at, scale };
    },
    narrow(x, out, length, scale) {
      narrow(x.at, out, length, scale);
    },
    scan({ gated, states, n, units, isAdded }) {
      const [gate, state, added] = [16 * units, 8 * units, isAdded ? 1 : 0];
      scan(gated, gate, states, state, n, 4 * units, added);
      const last = n - 1;
      scan(gated + last * gate + 8 * units, -gate, states + last * state + 4 * units, -state, n, 4 * units, added);
    },
    gather(places, out, n, width) {
      gather(places, out, n, 4 * width);
    },
    rate({ x, stride }, weights, out, n) {
      rate(x, 4 * stride, weights.at, out.at, n, 4 * weights.values.length);
    },
    choose({ places, base }, weights, out, n) {
      choose(places, base, weights.at, out.at, n, 4 * weights.values.length);
    },
  };
}

// Plain loops over whole numbers: these run once, when the program starts, before anything is compiled.

/** Columns in panels of 16, each by rows. */
function inPanels(values: Float32Array, k: number): Float32Array {
  const h = values.length / k;
  const panels = new Float32Array(values.length);
  for (let from = 0; from < h; from += PANEL) {
    for (let row = 0; row < k; row += 1) {
      const at = row * h + from;
      panels.set(values.subarray(at, at + PANEL), from * k + row * PANEL);
    }
  }
  return panels;
}

const PANEL = 16;

/** Panels with the two numbers of a pair of rows side by side, `factor` times as large and rounded. */
function fillPairs(values: Float32Array, k: number, factor: number, out: Int16Array): void {
  const h = values.length / k;
  let next = 0;
  for (let from = 0; from < h; from += PANEL) {
    for (let row = 0; row < k; row += 2) {
      const end = row * h + from + PANEL;
      for (let at = row * h + from; at < end; at += 1) {
        out[next] = Math.round((values[at] as number) * factor);
        out[next + 1] = Math.round((values[at + h] as number) * factor);
        next += 2;
      }
    }
  }
}

/** The smallest scale with which every number fits 16 bits and no sum can pass 32: that of the column with the largest numbers. */
function finestScale(values: Float32Array, k: number, most: number): number {
  const h = values.length / k;
  const sums = new Float64Array(h);
  let largest = 1e-9;
  for (let row = 0, at = 0; row < k; row += 1) {
    for (let column = 0; column < h; column += 1, at += 1) {
      const size = Math.abs(values[at] as number);
      sums[column] = (sums[column] as number) + size;
      if (size > largest) largest = size;
    }
  }
  // Rounding adds up to half a step a row.
  return Math.max(largest / 32767, Math.max(...sums) / (2 ** 31 / most - k));
}
