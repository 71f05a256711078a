// `npm run -s bench:keys`: how long one completion takes after each key, in invented news of about 18,000 passages, and how long it takes to
// prepare them. What is typed: what is offered, key by key, and the same with two letters swapped. `--articles N` takes another size.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Completable } from '../../src/answers/complete/choices.ts';
import { createCompletions } from '../../src/answers/complete/complete.ts';
import { readCorpus } from '../../src/app.ts';
import { loadReader, WEIGHTS_FILE } from '../../src/loadReader.ts';
import { createNews } from './news/inventNews.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const KINDS: readonly Completable[] = ['speaker', 'outlet', 'topic', 'words', 'quotation', 'passage', 'date'];
/** Discord's. */
const ROOM = { choices: 25, units: 100 };
const MOST_KEYS = 24;

const { values } = parseArgs({ options: { articles: { type: 'string', default: '1300' } } });
const news = createNews(1);
const articles = Array.from({ length: Number(values.articles) }, (_, number) => news.article(number));
const index = readCorpus({ articles, speakers: news.speakers, terms: [] }, loadReader(join(ROOT, WEIGHTS_FILE)));
console.log(`${index.searched.passages} passages, ${index.statements().length} statements`);

const completions = createCompletions(index);
const steps: number[] = [];
let before = performance.now();
for (const _ of completions.prepare()) {
  const now = performance.now();
  steps.push(now - before);
  before = now;
}
const [p50, p95] = shares(steps);
const sum = steps.reduce((all, step) => all + step, 0);
console.log(
  `prepared in ${sum.toFixed(0)} ms, ${steps.length} steps of ${p50} (p95 ${p95}, at most ${steps.at(-1)?.toFixed(2)}) ms`,
);
for (const kind of KINDS) {
  const times: number[] = [];
  for (const { value } of completions.complete(kind, '', ROOM)) {
    for (let keys = 1; keys <= Math.min(value.length, MOST_KEYS); keys += 1) {
      const typed = value.slice(0, keys);
      for (const text of [typed, typed.replace(/(\p{L})(\p{L})$/u, '$2$1')]) {
        const start = performance.now();
        completions.complete(kind, text, ROOM);
        times.push(performance.now() - start);
      }
    }
  }
  const [median, most] = shares(times);
  console.log(
    `${kind.padEnd(10)} ${times.length} key presses: p50 ${median} ms, p95 ${most} ms, at most ${times.at(-1)?.toFixed(2)} ms`,
  );
}

/** Sorts the times. */
function shares(times: number[]): [string, string] {
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * times.length)] ?? 0).toFixed(2);
  return [at(0.5), at(0.95)];
}
