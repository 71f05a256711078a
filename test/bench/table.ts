// What was measured as lines of a table.
import type { Measured, RequestTimes } from './result.ts';

const FIRST_COLUMN = 26;

export function row(...cells: readonly string[]): string {
  const [first = '', ...rest] = cells;
  return first.padEnd(FIRST_COLUMN) + rest.map((cell) => cell.padStart(11)).join('');
}

/** "1,000". */
export function whole(number: number): string {
  return String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function milliseconds(number: number): string {
  return number < 100 ? number.toFixed(2) : whole(number);
}

/** Size, load, memory and each kind of request; with a baseline what it took, and how many times as long the same request took here. */
export function sizeTable(measured: Measured, baseline: Measured | null = null): string[] {
  const { articles, passages, statements, times, memory, requests } = measured;
  const load = times.files + times.statements + times.index;
  const head = `${whole(articles)} ${articles === 1 ? 'article' : 'articles'}, ${whole(passages)} passages, ${whole(statements)} statements`;
  const ratio = baseline ? ['MiniS. p50', 'ratio p50', 'ratio p99'] : [];
  return [
    '',
    head,
    `  load  ${seconds(load)} from files to a ready index: files ${seconds(times.files)}, statements ${seconds(times.statements)}, index ${seconds(times.index)}`,
    `  memory  ${whole(memory.rss)} MB of the process (heap ${whole(memory.heap)}, arrays ${whole(memory.arrays)}), ${whole(memory.peak)} MB at most while loading`,
    ...(baseline
      ? [
          `  MiniSearch with its defaults, title and text of the same passages: index ${seconds(baseline.times.index)} (ratio ${(times.index / baseline.times.index).toFixed(1)}), memory ${whole(baseline.memory.rss)} MB`,
        ]
      : []),
    row('  request', 'p50 ms', 'p95 ms', 'p99 ms', 'requests', ...ratio),
    ...requests.map((one) =>
      requestRow(
        one,
        baseline?.requests.find(({ kind }) => kind === one.kind),
      ),
    ),
  ];
}

/** A start of a process after another one that has kept what it read. */
export function restartLines({ times, memory }: Measured): string[] {
  const all = times.files + times.statements + times.index;
  return [
    `  restart  ${seconds(all)}: files ${seconds(times.files)}, statements as they were kept ${seconds(times.statements)}, index ${seconds(times.index)}; memory ${whole(memory.rss)} MB, ${whole(memory.peak)} MB at most`,
  ];
}

function requestRow({ kind, count, p50, p95, p99 }: RequestTimes, other: RequestTimes | undefined): string {
  const compared = other ? [milliseconds(other.p50), ratio(p50, other.p50), ratio(p99, other.p99)] : [];
  return row(`  ${kind}`, milliseconds(p50), milliseconds(p95), milliseconds(p99), String(count), ...compared);
}

function ratio(own: number, other: number): string {
  return (own / other).toFixed(own < other ? 3 : 1);
}

function seconds(number: number): string {
  return `${number.toFixed(number < 10 ? 2 : 1)} s`;
}
