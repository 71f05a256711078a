// The invented news that benchmarks and load tests are made of: the same for the same seed, like news in its words, and read like news.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findingsOf } from '../../../src/answers/answer.ts';
import { answerRequest } from '../../../src/answers/answerRequest.ts';
import { createAppOver, readCorpus } from '../../../src/app.ts';
import { loadCorpus } from '../../../src/corpus/load.ts';
import { reader } from '../../reader.ts';
import { questionsOf } from '../questions.ts';
import { createNews } from './inventNews.ts';
import { writeCorpus } from './writeCorpus.ts';

const ARTICLES = 24;
const news = createNews(1);
const articles = Array.from({ length: ARTICLES }, (_, number) => news.article(number));
const index = readCorpus({ articles, speakers: news.speakers, terms: [] }, reader);
const dir = mkdtempSync(join(tmpdir(), 'iran-talks-news-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('an article is the same for the same seed and number, whichever was made before', () => {
  expect(createNews(1).article(17)).toEqual(articles[17]);
  expect(createNews(2).article(17).body).not.toBe(articles[17]?.body);
});

test('articles have some 750 words in some 20 paragraphs', () => {
  for (const { body } of articles) {
    expect(Math.abs(body.split(/\s+/).length - 775)).toBeLessThan(40);
    expect(Math.abs(body.split('\n\n').length - 20)).toBeLessThan(8);
  }
});

test('words are used as in news: half of the text is a few words, most words stand once or twice', () => {
  const counts = new Map<string, number>();
  const words = articles.flatMap(({ body }) => body.toLowerCase().match(/\p{L}+/gu) ?? []);
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => b - a);
  const sum = (list: readonly number[]): number => list.reduce((total, count) => total + count, 0);
  expect(sum(sorted.slice(0, 100)) / words.length).toBeGreaterThan(0.5);
  expect(sorted.filter((count) => count <= 2).length / sorted.length).toBeGreaterThan(0.5);
  expect(news.words).toBeGreaterThan(30_000);
});

test('statements of every kind are read in it, by speakers with and without an entry, and by "he" and "she"', () => {
  const statements = index.statements();
  expect(statements.length / ARTICLES).toBeGreaterThan(10);
  const share = (is: (statement: (typeof statements)[number]) => boolean): number =>
    statements.filter(is).length / statements.length;
  for (const kind of ['direct', 'indirect', 'mixed']) expect(share((one) => one.kind === kind)).toBeGreaterThan(0.1);
  expect(share(({ speaker }) => speaker.speakerId !== null)).toBeGreaterThan(0.1);
  expect(share(({ speaker }) => speaker.isNamed)).toBeGreaterThan(0.6);
  expect(share(({ speaker }) => !speaker.isNamed)).toBeGreaterThan(0.05);
  expect(share(({ speaker }) => speaker.resolvedBy === 'pronoun')).toBeGreaterThan(0.01);
  expect(share(({ saidOn }) => saidOn !== null)).toBeGreaterThan(0.2);
});

test('some statements are carried by several outlets', () => {
  const findings = findingsOf(answerRequest(index, { kind: 'timeline', topic: null }));
  expect(findings.filter(({ alsoIn }) => alsoIn.length > 0).length).toBeGreaterThan(5);
});

test('written as files it loads; for another size only what differs is written', async () => {
  writeCorpus(dir, news, 6);
  const loaded = await loadCorpus(dir);
  expect(loaded.articles.map(({ id }) => id).sort()).toEqual(articles.slice(0, 6).map(({ id }) => id));
  expect(loaded.articles.find(({ id }) => id === articles[3]?.id)?.body.trim()).toBe(articles[3]?.body);
  writeCorpus(dir, news, 4);
  expect(readdirSync(join(dir, 'articles'))).toHaveLength(4);
  writeCorpus(dir, news, 6);
  expect((await loadCorpus(dir)).articles).toEqual(loaded.articles);
});

test('requests of every kind are made from it, the same each time; each is read, and most find something', () => {
  const app = createAppOver(index, (cause) => {
    throw cause;
  });
  const asked = questionsOf(index, 12);
  expect(questionsOf(index, 12)).toEqual(asked);
  for (const { kind, texts } of asked) {
    const replies = texts.map((text) => app.respond(text, { freeText: 'refuse', page: 1, perPage: 10 }));
    expect(replies.map(({ outcome }) => outcome)).toEqual(texts.map(() => 'answered'));
    const found = replies.filter(({ json }) => Number(json['total'] ?? 0) > 0).length;
    if (!/help|not there/u.test(kind)) expect(`${kind} ${found > 4}`).toBe(`${kind} true`);
  }
});
