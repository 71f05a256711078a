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
