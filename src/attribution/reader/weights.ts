// The weights file: parseWeights(bytes) and formatWeights(weights). A header of JSON (version, scale, cue words) behind its
// length, then one table of signed bytes a decision, in the order of DECISIONS.
import { TABLE_BITS } from './linear.ts';
import { DECISIONS, type Decision, type ReaderWeights } from './reader.ts';

/** Raised whenever features or tags change: weights fit only the code that they were trained with. */
export const WEIGHTS_VERSION = 1;

interface Header {
  readonly version: number;
  /** A weight is its byte divided by this. */
  readonly scale: number;
  readonly cues: readonly string[];
}

/** @throws Error when the bytes are no weights of this version: the file belongs to the program, so that is a broken install. */
export function parseWeights(bytes: Uint8Array): ReaderWeights {
  const size = 1 << TABLE_BITS;
  const length = bytes.length < 4 ? -1 : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  if (length < 0 || bytes.length !== 4 + length + DECISIONS.length * size) {
    throw new Error(`the weights file is damaged (${bytes.length} bytes): install the program again`);
  }
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header;
  if (header.version !== WEIGHTS_VERSION) {
    throw new Error(
      `the weights file is of version ${header.version}, not ${WEIGHTS_VERSION}: install the program again`,
    );
  }
  const tables = {} as Record<Decision, Int8Array>;
  DECISIONS.forEach((decision, position) => {
    // A view, not a copy: nothing is computed when the program starts.
    tables[decision] = new Int8Array(bytes.buffer, bytes.byteOffset + 4 + length + position * size, size);
  });
  return { tables, scale: header.scale, cues: new Set(header.cues) };
}

/** Weights as bytes; each is rounded to 1/`scale` and kept within what a byte holds. */
export function formatWeights(weights: Pick<ReaderWeights, 'tables' | 'cues'>, scale: number): Uint8Array {
  const header: Header = { version: WEIGHTS_VERSION, scale, cues: [...weights.cues].sort() };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const size = 1 << TABLE_BITS;
  const bytes = new Uint8Array(4 + json.length + DECISIONS.length * size);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  DECISIONS.forEach((decision, position) => {
    const from = 4 + json.length + position * size;
    weights.tables[decision].forEach((weight, i) => {
      bytes[from + i] = Math.max(-127, Math.min(127, Math.round(weight * scale))) & 0xff;
    });
  });
  return bytes;
}
