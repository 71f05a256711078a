// `npm run bench`: how long a start and each kind of request take, as a table. Absolute times belong to the machine; the
// ratio to an empty `node -e 0` on the same machine, in the same run, is what can be compared.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../src/app.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { loadReader, WEIGHTS_FILE } from '../../src/loadReader.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');
const RUNS = 9;
const REQUESTS = [
  'who said "no nuclear weapons"',
  'ask when were the talks in Muscat',
  'speaker Trump',
  'compare Trump and Iran on missiles',
  'timeline',
  'check "wall of distrust"',
  'help',
];

function main(): void {
  const empty = startCpu(['-e', '0']);
  const answer = startCpu([join(ROOT, 'dist/main.js'), 'who', 'said', 'no nuclear weapons']);
  console.log(`node ${process.version}, ${RUNS} runs each, median`);
  console.log(row('start', 'cpu s', 'ratio'));
  console.log(row('node -e 0', empty.toFixed(3), '1.0'));
  console.log(row('start to printed answer', answer.toFixed(3), (answer / empty).toFixed(1)));
}

async function requests(): Promise<void> {
  const corpus = await loadCorpus(join(ROOT, 'corpus'));
  const app = createApp(corpus, {
    reader: loadReader(join(ROOT, WEIGHTS_FILE)),
    onFault: (cause) => {
      throw cause;
    },
  });
  console.log(`\n${row('request', 'p50 ms', 'p99 ms')}`);
  for (const text of REQUESTS) {
    const times = Array.from({ length: 300 }, () => {
      const start = performance.now();
      app.respond(text, { freeText: 'refuse', page: 1, perPage: 10 });
      return performance.now() - start;
    })
      .slice(100)
      .sort((a, b) => a - b);
    console.log(row(text, at(times, 0.5).toFixed(2), at(times, 0.99).toFixed(2)));
  }
}

/** User and system seconds of a whole process, median of RUNS after one run to warm the disk's cache. */
function startCpu(args: readonly string[]): number {
  const seconds = Array.from({ length: RUNS + 1 }, () => {
    const result = spawnSync('/bin/sh', ['-c', '"$0" "$@" >/dev/null; times', process.execPath, ...args], {
      encoding: 'utf8',
    });
    if (result.status !== 0) throw new Error(`${args.join(' ')} ended with ${result.status}: ${result.stderr}`);
    return childSeconds(result.stdout);
  });
  return at(
    seconds.slice(1).sort((a, b) => a - b),
    0.5,
  );
}

/** The second line of the shell's `times`: user and system time of its children, as "0m0.12s 0m0.03s". */
function childSeconds(output: string): number {
  const [, children = ''] = output.trim().split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function row(...cells: readonly string[]): string {
  const [first = '', ...rest] = cells;
  return first.padEnd(44) + rest.map((cell) => cell.padStart(10)).join('');
}

main();
await requests();
