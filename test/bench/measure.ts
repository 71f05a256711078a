// One size of corpus in a process of its own, so that its memory is its own: `node --expose-gc measure.js DIR`. Reads the folder, asks
// requests of every kind, and sends what it measured to the process that started it. With `--baseline FILE` it indexes the same passages
// with MiniSearch as it comes, and asks it the questions that the first process has left in FILE. With `--cache FILE` what another process has
// read is taken from there.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { createAppOver } from '../../src/app.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { splitPassages } from '../../src/corpus/passages.ts';
import { loadReader, WEIGHTS_FILE } from '../../src/loadReader.ts';
import { readStory, type StoryCache } from '../../src/readStory.ts';
import { buildStoryIndex } from '../../src/search/storyIndex.ts';
import { createStatementCache } from '../../src/statementCache/statementCache.ts';
import { programVersion } from '../../src/statementCache/version.ts';
import { type Questions, questionsOf } from './questions.ts';
import type { Measured, Message, RequestTimes } from './result.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const MEGABYTE = 1e6;
/** Requests of a kind: as many, or as many as fit into the time. */
const REQUESTS = 300;
const WARM_UP = 30;
const MOST_SECONDS = 8;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    baseline: { type: 'string' },
    questions: { type: 'string' },
    cache: { type: 'string' },
    'load-only': { type: 'boolean' },
  },
});
const [dir = ''] = positionals;
send({ kind: 'result', result: values.baseline === undefined ? await measure() : await baseline(values.baseline) });
process.disconnect?.();

async function measure(): Promise<Measured> {
  const reader = loadReader(join(ROOT, WEIGHTS_FILE));
  const files = await timed('files', () => loadCorpus(dir));
  const story = await timed('statements', () => readStory(files.value, reader, cacheIn(values.cache)));
  const index = await timed('index', () => buildStoryIndex(story.value));
  const { searched } = index.value;
  const size = {
    articles: searched.articles,
    passages: searched.passages,
    statements: index.value.statements().length,
  };
  const times = { files: files.seconds, statements: story.seconds, index: index.seconds };
  const memory = memoryNow();
  if (values['load-only']) return { ...size, times, memory, requests: [] };
  const app = createAppOver(index.value, (cause) => {
    throw cause;
  });
  const questions = questionsOf(index.value, REQUESTS + WARM_UP);
  if (values.questions !== undefined) writeFileSync(values.questions, JSON.stringify(questions));
  const requests = questions.map(({ kind, texts }) =>
    ask(kind, texts, (text) => app.respond(text, { freeText: 'refuse', page: 1, perPage: 10 })),
  );
  return { ...size, times, memory, requests };
}

function cacheIn(path: string | undefined): StoryCache | undefined {
  if (path === undefined) return undefined;
  const version = programVersion(join(ROOT, 'dist'), [join(ROOT, WEIGHTS_FILE)]);
  return createStatementCache({ path, version, makesFolder: true, onProblem: (message) => console.error(message) });
}

/** What MiniSearch takes for the same passages and questions: ids alone, without statements, words marked or an answer composed. */
async function baseline(file: string): Promise<Measured> {
  const corpus = await timed('files', () => loadCorpus(dir));
  const titles = new Map(corpus.value.articles.map(({ id, title }) => [id, title]));
  const passages = corpus.value.articles.flatMap((article) => splitPassages(article));
  const index = await timed('index', () => {
    const made = new MiniSearch({ fields: ['title', 'text'] });
    made.addAll(passages.map(({ id, articleId, text }) => ({ id, title: titles.get(articleId), text })));
    return made;
  });
  const questions = JSON.parse(readFileSync(file, 'utf8')) as Questions[];
  const requests = questions
    .filter(({ kind }) => /^(?:who said|ask|check)/.test(kind))
    .map(({ kind, texts }) =>
      ask(
        kind,
        texts.map((text) => text.replace(/^(?:who said|ask|check) /, '')),
        (text) => index.value.search(text),
      ),
    );
  const times = { files: corpus.seconds, statements: 0, index: index.seconds };
  return {
    articles: corpus.value.articles.length,
    passages: passages.length,
    statements: 0,
    times,
    memory: memoryNow(),
    requests,
  };
}

function ask(kind: string, texts: readonly string[], answer: (text: string) => unknown): RequestTimes {
  send({ kind: 'stage', stage: kind });
  const started = performance.now();
  const times: number[] = [];
  for (const [at, text] of texts.entries()) {
    const start = performance.now();
    answer(text);
    const end = performance.now();
    if (at >= WARM_UP || end - started > MOST_SECONDS * 100) times.push(end - start);
    if (end - started > MOST_SECONDS * 1000) break;
  }
  times.sort((a, b) => a - b);
  const share = (part: number): number => times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0;
  return { kind, count: times.length, p50: share(0.5), p95: share(0.95), p99: share(0.99) };
}

async function timed<Value>(
  stage: string,
  work: () => Value | Promise<Value>,
): Promise<{ value: Value; seconds: number }> {
  send({ kind: 'stage', stage });
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}

/** `peak`: the most that the process has had since it started; the others once nothing more can be given back. */
function memoryNow(): Measured['memory'] {
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return {
    rss: rss / MEGABYTE,
    heap: heapUsed / MEGABYTE,
    arrays: arrayBuffers / MEGABYTE,
    peak: (process.resourceUsage().maxRSS * 1024) / MEGABYTE,
  };
}

function send(message: Message): void {
  process.send?.(message);
}
