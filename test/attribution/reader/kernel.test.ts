// The products of the network in WebAssembly against plain loops, and the shipped bytes against their source.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKernel } from '../../../src/attribution/reader/kernel.ts';
import { compileWat, SOURCE } from '../../bench/compileWat.ts';

test('the shipped bytes are what kernel.wat compiles to', async () => {
  const shipped = readFileSync('src/attribution/reader/kernelWasm.ts', 'utf8');
  expect(shipped).toBe(await compileWat(readFileSync(SOURCE, 'utf8')));
});

test('out = bias + x · w, for any number of rows', () => {
  const number = fc.float({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom(16, 32, 48),
      fc.infiniteStream(number),
      (n, k, h, numbers) => {
        const take = (length: number): Float32Array =>
          Float32Array.from({ length }, () => numbers.next().value as number);
        const [xs, ws, biases] = [take(n * k), take(k * h), take(h)];
        const kernel = createKernel(65_536);
        const x = kernel.room((n + 1) * k);
        x.values.set(xs);
        const out = kernel.room((n + 1) * h);
        const [w, bias] = [kernel.keepWeights(ws, k), kernel.keep(biases)];
        kernel.multiply({ x: x.at, w: w.at, bias: bias.at, out: out.at, n, k, h });
        for (let row = 0; row < n; row += 1) {
          for (let column = 0; column < h; column += 1) {
            let sum = biases[column] as number;
            for (let i = 0; i < k; i += 1) sum += (xs[row * k + i] as number) * (ws[i * h + column] as number);
            expect(out.values[row * h + column]).toBeCloseTo(sum, 4);
          }
        }
      },
    ),
    { numRuns: 50 },
  );
});

const small = fc.float({ min: -1, max: 1, noNaN: true });
const times = { numRuns: 40 };
/** Numbers of a stream as they are asked for. */
const taker =
  (numbers: IterableIterator<number>) =>
  (length: number): Float32Array =>
    Float32Array.from({ length }, () => numbers.next().value as number);

test('the narrow product is the same to a part in a thousand', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom(8, 32, 128),
      fc.constantFrom(16, 48),
      fc.infiniteStream(small),
      (n, k, h, numbers) => {
        const take = taker(numbers);
        const [xs, ws, biases] = [take(n * k), take(k * h), take(h)];
        const kernel = createKernel(524_288);
        const x = kernel.room((n + 1) * k);
        x.values.set(xs);
        const { at: w, scale } = kernel.keepNarrow(ws, k, 4096);
        const bias = kernel.keep(biases).at;
        const narrow = kernel.room((n + 1) * k).at;
        kernel.narrow(x, narrow, n * k, 4096);
        const out = kernel.room((n + 1) * h);
        kernel.multiplyNarrow({ w, bias, k, h, scale: scale / 4096 }, narrow, out.at, n);
        for (let row = 0; row < n; row += 1) {
          for (let column = 0; column < h; column += 1) {
            let [sum, size] = [biases[column] as number, 1];
            for (let i = 0; i < k; i += 1) {
              sum += (xs[row * k + i] as number) * (ws[i * h + column] as number);
              size += Math.abs(ws[i * h + column] as number);
            }
            expect(Math.abs((out.values[row * h + column] as number) - sum)).toBeLessThan(size / 1000);
          }
        }
      },
    ),
    times,
  );
});

test('a narrow sum at its largest does not pass 32 bits', () => {
  const k = 128;
  const kernel = createKernel(65_536);
  const x = kernel.keep(new Float32Array(2 * k).fill(2));
  const { at: w, scale } = kernel.keepNarrow(new Float32Array(k * 16).fill(3), k, 2 * 4096);
  const [bias, narrow, out] = [kernel.room(16).at, kernel.room(k).at, kernel.room(32)];
  kernel.narrow(x, narrow, 2 * k, 4096);
  kernel.multiplyNarrow({ w, bias, k, h: 16, scale: scale / 4096 }, narrow, out.at, 1);
  expect((out.values[0] as number) / (2 * 3 * k)).toBeCloseTo(1, 3);
});

test('scan: state = forget · state + (1 − forget) · input, in both directions', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      fc.infiniteStream(fc.float({ min: -2, max: 2, noNaN: true })),
      (n, isAdded, numbers) => {
        const units = 4;
        const take = taker(numbers);
        const kernel = createKernel(65_536);
        const gated = kernel.keep(take(n * 4 * units));
        const before = take(n * 2 * units);
        const states = kernel.keep(before);
        kernel.scan({ gated: gated.at, states: states.at, n, units, isAdded });
        for (const backward of [0, 1]) {
          for (let u = 0; u < units; u += 1) {
            let state = 0;
            for (let step = 0; step < n; step += 1) {
              const row = backward ? n - 1 - step : step;
              const at = row * 4 * units + 2 * units * backward + u;
              const forget = Math.min(1, Math.max(0, gated.values[at] as number));
              const input = Math.min(1, Math.max(-1, gated.values[at + units] as number));
              state = forget * state + (1 - forget) * input;
              const out = row * 2 * units + units * backward + u;
              expect(states.values[out]).toBeCloseTo(state + (isAdded ? (before[out] as number) : 0), 4);
            }
          }
        }
      },
    ),
    times,
  );
});

test('gather adds three rows, rate and choose weigh what is above zero', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.infiniteStream(small), (n, numbers) => {
      const width = 8;
      const take = taker(numbers);
      const kernel = createKernel(65_536);
      const rows = kernel.keep(take(5 * width));
      const weights = kernel.keep(take(width));
      const place = (row: number): number => rows.at + 4 * width * (row % 5);
      const row = (index: number, h: number): number => rows.values[(index % 5) * width + h] as number;
      const threes = kernel.places(3 * n);
      const fours = kernel.places(4 * n);
      for (let i = 0; i < n; i += 1) {
        threes.values.set([place(i), place(i + 1), place(i + 3)], 3 * i);
        fours.values.set([place(i), place(i + 1), place(i + 2), place(i + 3)], 4 * i);
      }
      const sums = kernel.room(n * width);
      kernel.gather(threes.at, sums.at, n, width);
      const [rated, chosen] = [kernel.room(n), kernel.room(n)];
      kernel.rate({ x: sums.at, stride: width }, weights, rated, n);
      kernel.choose({ places: fours.at, base: place(4) }, weights, chosen, n);
      for (let i = 0; i < n; i += 1) {
        let [rate, choice] = [0, 0];
        for (let h = 0; h < width; h += 1) {
          const three = row(i, h) + row(i + 1, h) + row(i + 3, h);
          expect(sums.values[i * width + h]).toBeCloseTo(three, 5);
          rate += Math.max(0, three) * (weights.values[h] as number);
          choice += Math.max(0, three + row(i + 2, h) + row(4, h)) * (weights.values[h] as number);
        }
        expect(rated.values[i]).toBeCloseTo(rate, 4);
        expect(chosen.values[i]).toBeCloseTo(choice, 4);
      }
    }),
    times,
  );
});
