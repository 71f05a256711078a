// `npm run -s bench:search -- --passages P.jsonl --queries Q.jsonl`: a line of JSON for each question, with the passages that `ask`
// gives, best first, and the milliseconds it took. P holds {"id","title","text"}, Q {"qid","query"}. Passages whose ids agree up to
// the last "#" are one article. Speakers and words that mean the same come from the texts alone: both lists are empty.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Finding, findingsOf } from '../../src/answers/answer.ts';
import { answerRequest } from '../../src/answers/answerRequest.ts';
import { createAppOver } from '../../src/app.ts';
import { findDates } from '../../src/attribution/dates.ts';
import { extractStatements } from '../../src/attribution/extract.ts';
import { createGazetteer } from '../../src/attribution/speakers.ts';
import { splitSentences } from '../../src/corpus/sentences.ts';
import type { Article, DateMention, Passage, Statement } from '../../src/domain.ts';
import { loadReader, WEIGHTS_FILE } from '../../src/loadReader.ts';
import { buildStoryIndex, type StoryIndex } from '../../src/search/storyIndex.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');
const DAY = '2026-01-01';

interface Given {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

function main(): void {
  const { values } = parseArgs({ options: { passages: { type: 'string' }, queries: { type: 'string' } } });
  if (values.passages === undefined || values.queries === undefined)
    throw new Error('name both files: npm run -s bench:search -- --passages P.jsonl --queries Q.jsonl');
  const given = linesOf<Given>(values.passages);
  const start = performance.now();
  const index = indexOf(given);
  console.error(`${given.length} passages, read and indexed in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  // As a process that serves a platform does when it starts.
  for (const _ of createAppOver(index, rethrow).warmUp());
  for (const { qid, query } of linesOf<{ qid: string; query: string }>(values.queries)) {
    const start = performance.now();
    const answer = answerRequest(index, { kind: 'ask', question: query });
    const ms = performance.now() - start;
    const hits = [
      ...new Set(
        findingsOf(answer)
          .flatMap(placesOf)
          .map(({ passage }) => passage.id),
      ),
    ];
    console.log(JSON.stringify({ qid, hits, ms: Number(ms.toFixed(3)) }));
  }
}

function rethrow(cause: unknown): void {
  throw cause;
}

/** The passages of a finding, those that answer best first: the same statement in several articles is one finding. */
function placesOf(finding: Finding): Finding[] {
  return [finding, ...finding.alsoIn.map((place) => place.finding)].sort((a, b) => b.score - a.score);
}

function linesOf<Line>(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Line);
}

function indexOf(given: readonly Given[]): StoryIndex {
  const gazetteer = createGazetteer([]);
  const reader = loadReader(join(ROOT, WEIGHTS_FILE));
  const articles = new Map<string, { readonly article: Article; readonly passages: Passage[] }>();
  for (const { id, title, text } of given) {
    const articleId = id.slice(0, id.lastIndexOf('#'));
    const passages: Passage[] = articles.get(articleId)?.passages ?? [];
    const number = passages.length + 1;
    passages.push({ id, articleId, kind: 'paragraph', number, text, offset: 0, sentences: splitSentences(text) });
    articles.set(articleId, { article: articleOf(articleId, title), passages });
  }
  const statements: Statement[] = [];
  const dates: DateMention[] = [];
  for (const { passages } of articles.values()) {
    statements.push(...extractStatements({ passages, publishedOn: DAY, language: 'en' }, gazetteer, reader));
    dates.push(...passages.flatMap((passage) => findDates(passage, DAY)));
  }
  return buildStoryIndex({
    articles: [...articles.values()].map(({ article }) => article),
    passages: [...articles.values()].flatMap(({ passages }) => passages),
    statements,
    dates,
    gazetteer,
    terms: [],
  });
}

function articleOf(id: string, title: string): Article {
  return {
    id,
    title,
    outlet: 'Benchmark',
    url: `https://example.org/${encodeURIComponent(id)}`,
    publishedOn: DAY,
    updatedOn: null,
    retrievedOn: DAY,
    language: 'en',
    byline: null,
    status: 'usable',
    note: null,
    captions: [],
    body: '',
  };
}

main();
