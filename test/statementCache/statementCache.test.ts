// What was read in articles, kept for the next process: the same as if it had been read again, or not used.
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import type { Article, Corpus } from '../../src/domain.ts';
import { createStoryReader } from '../../src/readStory.ts';
import { allOf } from '../../src/search/allOf.ts';
import type { Story } from '../../src/search/storyIndex.ts';
import { cacheFolderOf } from '../../src/statementCache/cacheFolder.ts';
import { createStatementCache } from '../../src/statementCache/statementCache.ts';
import { programVersion } from '../../src/statementCache/version.ts';
import { INVENTED } from '../attribution/readText.ts';
import { reader } from '../reader.ts';
import { article } from '../storyOf.ts';

let dir: string;
let path: string;
let problems: string[];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'iran-talks-cache-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  path = join(dir, 'state', 'statements.cache');
  problems = [];
});

const correction = {
  ...{ passage: '1', words: 'ferry', speaker: { name: 'Ana Pell' }, saidOn: { from: '2026-02-10', to: '2026-02-10' } },
  ...{ content: null, by: null, on: null, reason: 'she signs it' },
};
const A = article({
  id: 'a',
  body: 'Dolen told reporters on Tuesday that the ferry will stop. “Ships wait,” she added.\n\nThe Gazette, citing two officials, said ‘tugs’ wait.',
  captions: [' A ferry at the pier. '],
  corrections: [correction, { ...correction, words: 'never printed' }],
});
const B = article({ id: 'b', body: 'Varga said the harbor will open in June.\n\nHe denied that it was closed.' });

const corpusOf = (...articles: readonly Article[]): Corpus => ({ articles, speakers: INVENTED, terms: [] });

/** Another process: what it has, and which articles it had to read. */
function start(
  corpus: Corpus,
  { version = '1', makesFolder = true } = {},
): { story: Story; read: string[]; unused: number } {
  const onProblem = (message: string): void => void problems.push(message);
  const cache = createStatementCache({ path, version, makesFolder, onProblem });
  let read: string[] = [];
  const stories = createStoryReader(reader, {
    find: cache.find,
    keep(all, fresh, speakers) {
      read = [...fresh].map(({ id }) => id);
      cache.keep(all, fresh, speakers);
    },
  });
  const story = allOf(stories.read(corpus));
  return { story, read, unused: stories.unused().length };
}

test('the next process reads nothing and has the same, down to dates, captions, corrections and what is unused', () => {
  const corpus = corpusOf(A, B);
  const first = start(corpus);
  const next = start(corpus);
  expect([first.read, next.read, problems]).toEqual([['a', 'b'], [], []]);
  const { passages, statements, dates } = first.story;
  expect(next.story).toMatchObject({ passages, statements, dates });
  expect([first.unused, next.unused]).toEqual([1, 1]);
  expect(statements.length).toBeGreaterThan(4);
});

test('the shipped corpus comes back as it was read', async () => {
  const corpus = await loadCorpus('corpus');
  const { passages, statements, dates } = start(corpus).story;
  expect(start(corpus)).toMatchObject({ read: [], story: { passages, statements, dates } });
});

describe('is read again', () => {
  test.each<[string, Partial<Article>, string[]]>([
    ['an article with other words', { body: `${B.body} Rain fell.` }, ['b']],
    ['one of another day', { publishedOn: '2026-02-13' }, ['b']],
    ['one in another language', { language: 'fa' }, ['b']],
    ['one with another caption', { captions: ['A tug.'] }, ['b']],
    ['one with a correction', { corrections: [correction] }, ['b']],
    ['not one with another title, note or state', { title: 'Other', note: 'Read.', status: 'corrected' }, []],
  ])('%s', (_, parts, read) => {
    start(corpusOf(A, B));
    expect(start(corpusOf(A, { ...B, ...parts })).read).toEqual(read);
    expect(start(corpusOf(A, { ...B, ...parts })).read).toEqual([]);
  });

  test('everything by another program, or among other speakers', () => {
    const corpus = corpusOf(A, B);
    start(corpus);
    expect(start(corpus, { version: '2' }).read).toEqual(['a', 'b']);
    expect(start({ ...corpus, speakers: INVENTED.slice(1) }).read).toEqual(['a', 'b']);
    expect(start(corpus).read).toEqual([]);
  });
});

test('what changes again and again does not make the file grow without end', async () => {
  for (let round = 0; round < 120; round += 1) start(corpusOf({ ...B, body: `Varga said it is ${round}.` }));
  expect((await readFile(path, 'utf8')).split('\n').length).toBeLessThan(60);
});

test('nothing that is damaged is used, wherever it is damaged, and the file is whole again afterwards', async () => {
  const corpus = corpusOf(A, B);
  const { passages, statements, dates } = start(corpus).story;
  const whole = await readFile(path);
  const damage = fc.record({ at: fc.nat(whole.length - 1), value: fc.nat(255), isCut: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(damage, async ({ at, value, isCut }) => {
      const bytes = isCut ? whole.subarray(0, at) : Buffer.from(whole);
      if (!isCut) bytes[at] = value;
      await writeFile(path, bytes);
      expect(start(corpus).story).toMatchObject({ passages, statements, dates });
      problems = [];
      expect([start(corpus).read, problems]).toEqual([[], []]);
    }),
    { numRuns: 25 },
  );
});

test.each([
  ['a file of another program', 'SQLite format 3\0'],
  ['an empty file', ''],
])('%s is told once and written anew', async (_, text) => {
  start(corpusOf(A));
  await writeFile(path, text);
  expect(start(corpusOf(A)).read).toEqual(['a']);
  expect(problems).toEqual([expect.stringContaining('is written anew')]);
  expect([start(corpusOf(A)).read, problems.length]).toEqual([[], 1]);
});

test('a folder that can’t be written is told once, and all goes on', async () => {
  await writeFile(join(dir, 'state'), 'a file stands there');
  const onProblem = (message: string): void => void problems.push(message);
  const stories = createStoryReader(reader, createStatementCache({ path, version: '1', makesFolder: true, onProblem }));
  expect(allOf(stories.read(corpusOf(A))).statements.length).toBeGreaterThan(0);
  allOf(stories.read(corpusOf(A, B)));
  expect(problems.filter((text) => text.includes('can’t be kept') || text.includes("can't be kept"))).toHaveLength(1);
});

test('a folder that nobody has made is not made where that is not asked for, and nothing is told', async () => {
  start(corpusOf(A), { makesFolder: false });
  expect([await readdir(dir), problems]).toEqual([[], []]);
});

test('what others on this machine should not read they can’t, and no draft is left', async () => {
  start(corpusOf(A));
  expect((await stat(path)).mode & 0o077).toBe(0);
  expect(await readdir(join(dir, 'state'))).toEqual(['statements.cache']);
  await chmod(path, 0o600);
});

test('the version is another one with each script and each further file, and no other', async () => {
  const [script, weights] = [join(dir, 'main.js'), join(dir, 'weights.bin')];
  await writeFile(script, 'one');
  await writeFile(weights, 'w');
  const version = (): string => programVersion(dir, [weights]);
  const first = version();
  await writeFile(join(dir, 'notes.txt'), 'none of it');
  expect(version()).toBe(first);
  await writeFile(script, 'two');
  const second = version();
  await writeFile(weights, 'v');
  expect(new Set([first, second, version()]).size).toBe(3);
});

test('it lies beside the database, or where a setting says', () => {
  const of = (databaseUrl: string, cacheDir: string | null = null): string | null =>
    cacheFolderOf({ databaseUrl, cacheDir });
  expect(of('file:data/iran-talks.sqlite')).toBe('data');
  expect(of('file:///var/lib/talks/store.sqlite')).toBe('/var/lib/talks');
  expect(of('file:store.sqlite')).toBe('.');
  expect(of('file::memory:')).toBeNull();
  expect(of('postgres://bot@localhost/talks')).toBe('data');
  expect(of('file::memory:', '/tmp/x')).toBe('/tmp/x');
});
