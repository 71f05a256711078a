// `npm run bench`: how long a start, loading and each kind of request take, and how much memory, at one article, at 1,000 invented ones and
// at as many as fit into two gigabytes; as a table. Absolute times belong to the machine; ratios within one run can be compared.
// `--quick` leaves the largest size out; `--articles N` measures N instead of 1,000.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FLAGS, HEAP_LIMIT, measureIn } from './child.ts';
import { digestTable } from './digests.ts';
import { findLargest, MOST_MEMORY } from './largest.ts';
import { createNews } from './news/inventNews.ts';
import { writeCorpus } from './news/writeCorpus.ts';
import { createProgress } from './progress.ts';
import type { Measured } from './result.ts';
import { startTable } from './start.ts';
import { restartLines, sizeTable, whole } from './table.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const SEED = 1;

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, articles: { type: 'string', default: '1000' } },
});
const progress = createProgress();
const dir = mkdtempSync(join(tmpdir(), 'iran-talks-bench-'));

async function main(): Promise<void> {
  progress.show('start');
  print(startTable(ROOT));
  print(['', `each size in a process of its own, with ${FLAGS.join(' ')}`]);
  print(sizeTable(await measured(join(ROOT, 'corpus'), [], '1 article')));
  const known = await invented(Number(values.articles));
  progress.show('digests');
  print(await digestTable(dir, ROOT));
  if (!values.quick) await largest(known);
}

/** An invented corpus of a size, with MiniSearch beside it. */
async function invented(articles: number): Promise<Measured> {
  write(articles);
  const questions = join(dir, 'questions.json');
  const label = `${whole(articles)} articles`;
  const own = await measured(dir, ['--questions', questions], label);
  const other = await measured(dir, ['--baseline', questions], `${label}, MiniSearch`);
  print(sizeTable(own, other));
  print(restartLines(await restarted(label)));
  return own;
}

/** As a process starts after another one that has kept what it read. */
async function restarted(label: string): Promise<Measured> {
  const args = ['--load-only', '--cache', join(dir, 'statements.cache')];
  await measured(dir, args, `${label}, kept`);
  return measured(dir, args, `${label}, again`);
}

async function largest(known: Measured): Promise<void> {
  const found = await findLargest(known, (articles) => {
    write(articles);
    return measureIn(dir, ['--load-only'], `${whole(articles)} articles`, progress);
  });
  write(found.articles);
  print(['', `As many as fit into ${whole(MOST_MEMORY)} MB while loading:`]);
  print(sizeTable(await measured(dir, [], `${whole(found.articles)} articles`)));
}

function write(articles: number): void {
  progress.show(`${whole(articles)} articles: writing`);
  writeCorpus(dir, createNews(SEED), articles);
}

async function measured(from: string, args: readonly string[], label: string): Promise<Measured> {
  const result = await measureIn(from, args, label, progress);
  if (!result) throw new Error(`${label} do not fit into a heap of ${HEAP_LIMIT} MB: ask for fewer with --articles`);
  return result;
}

function print(lines: readonly string[]): void {
  progress.clear();
  for (const line of lines) console.log(line);
}

function cleanUp(): void {
  progress.clear();
  rmSync(dir, { recursive: true, force: true });
}

process.once('SIGINT', () => {
  cleanUp();
  process.exit(130);
});
try {
  await main();
} finally {
  cleanUp();
}
