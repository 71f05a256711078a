// Linear models over hashed features: a feature is a number, its weight stands in a table at that number. One table a decision.

/** Number of weights of one table, as a power of two. 2^18: with 2^20 the development part scored a point less. */
export const TABLE_BITS = 18;

/** Collects the features of one candidate after the other. */
export class Features {
  readonly at = new Int32Array(1 << 16);
  count = 0;
  private template = 0;

  /** Begins a candidate of a decision: templates are numbered from `first`, so that two decisions never share a feature. */
  begin(first: number): void {
    this.template = first;
  }

  /** The next template's value. */
  add(value: number): void {
    this.addAs(this.template, value);
    this.template += 1;
  }

  /** A value of a named template: for bags of words, where several values share one. */
  addAs(template: number, value: number): void {
    const mixed =
      Math.imul(value ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b) ^ (value >>> 15) ^ (template * 0x27d4eb2d);
    this.at[this.count] = Math.imul(mixed, 0xc2b2ae35) >>> (32 - TABLE_BITS);
    this.count += 1;
  }
}

/** Two values as one. Order matters. */
export function mix(a: number, b: number): number {
  return Math.imul(a ^ Math.imul(b + 0x7f4a7c15, 0x9e3779b1), 0x85ebca6b) ^ (b >>> 13);
}

/** Distances as a few classes; the sign is kept. */
export function bucket(distance: number): number {
  if (distance < 0) return -bucket(-distance);
  if (distance <= 5) return distance;
  if (distance <= 7) return 6;
  if (distance <= 10) return 7;
  if (distance <= 15) return 8;
  if (distance <= 25) return 9;
  return distance <= 40 ? 10 : 11;
}

/** Weights of one decision: bytes as shipped, floats while they are trained. */
export type Table = Int8Array | Float32Array;

/** Sum of the weights of the features `from` (inclusive) to `to` (exclusive). */
export function score(table: Table, features: Features, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += table[features.at[i] as number] as number;
  return sum;
}
