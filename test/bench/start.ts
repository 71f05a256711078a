// startTable(): how much CPU time a start takes up to the printed answer, beside an empty `node -e 0` in the same minutes.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { row } from './table.ts';

const RUNS = 9;

export function startTable(root: string): string[] {
  const empty = startCpu(['-e', '0']);
  const answer = startCpu([join(root, 'dist/main.js'), 'who', 'said', 'no nuclear weapons']);
  return [
    `node ${process.version}; start: ${RUNS} runs each, median`,
    row('  start', 'cpu s', 'ratio'),
    row('  node -e 0', empty.toFixed(3), '1.0'),
    row('  to the printed answer', answer.toFixed(3), (answer / empty).toFixed(1)),
  ];
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
  return (
    seconds
      .slice(1)
      .sort((a, b) => a - b)
      .at(RUNS >> 1) ?? 0
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
