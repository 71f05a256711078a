// indexOfLines(file): an index over texts that are no articles of the corpus, for measuring: a file of JSON lines {"id","title","text"}. Passages
// whose ids agree up to the last "#" are one article. Speakers and words that mean the same come from the texts alone: both lists are empty.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDates } from '../../src/attribution/dates.ts';
import { extractStatements } from '../../src/attribution/extract.ts';
import type { Reader } from '../../src/attribution/reader/reader.ts';
import { createGazetteer } from '../../src/attribution/speakers.ts';
import { splitSentences } from '../../src/corpus/sentences.ts';
import type { Article, DateMention, Passage, Statement } from '../../src/domain.ts';
import { loadReader, WEIGHTS_FILE } from '../../src/loadReader.ts';
import { buildStoryIndex, type StoryIndex } from '../../src/search/storyIndex.ts';

const DAY = '2026-01-01';

export interface Given {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export function linesOf<Line>(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Line);
}

/** @param root folder of the repository, where the reader's weights are */
export function indexOfLines(file: string, root: string): StoryIndex {
  return createIndexer(root)(linesOf<Given>(file));
}

/** For many indexes: what they share is loaded once. */
export function createIndexer(root: string): (given: readonly Given[]) => StoryIndex {
  const reader = loadReader(join(root, WEIGHTS_FILE));
  return (given) => indexOf(given, reader);
}

function indexOf(given: readonly Given[], reader: Reader): StoryIndex {
  const gazetteer = createGazetteer([]);
  const articles = new Map<string, { readonly article: Article; readonly passages: Passage[] }>();
  for (const { id, title, text } of given) {
    const articleId = articleIdOf(id);
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

/** Of a passage's id. */
export function articleIdOf(id: string): string {
  return id.slice(0, id.lastIndexOf('#'));
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
    corrections: [],
    sameTextAs: null,
  };
}
