// A corrections file that comes, changes, breaks or goes while the process goes on.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CorpusChange } from '../../src/corpus/watch.ts';
import { ARTICLE, articleText, corpusFolder } from './corpusFolder.ts';
import { watching } from './watching.ts';

const ID = 'example-2026-02-12-talks';
const BESIDE = ARTICLE.replace(/\.md$/u, '.corrections.yaml');
const OTHER = { 'articles/b.md': articleText({ url: 'https://example.org/news/b' }) };
const entry = (name: string): string => `- { passage: 1, words: "no", name: ${name} }\n`;
const namesIn = ({ corpus }: CorpusChange): unknown[] =>
  corpus.articles.find(({ id }) => id === ID)?.corrections.map(({ speaker }) => speaker) ?? [];

test('an article is another object with each change of its corrections, and no other article is', async () => {
  const dir = await corpusFolder(OTHER);
  const watch = await watching(dir);
  const seen = new Set<unknown>();
  const next = async (): Promise<CorpusChange> => {
    const { change } = await watch.next('change');
    expect(change).toMatchObject({ added: [], changed: [ID], removed: [] });
    seen.add(change.corpus.articles.find(({ id }) => id === ID));
    return change;
  };
  await writeFile(join(dir, BESIDE), entry('Ana Pell'));
  expect(namesIn(await next())).toEqual([{ name: 'Ana Pell' }]);
  await writeFile(join(dir, BESIDE), entry('Ina Moor'));
  expect(namesIn(await next())).toEqual([{ name: 'Ina Moor' }]);
  await rm(join(dir, BESIDE));
  expect(namesIn(await next())).toEqual([]);
  expect(seen.size).toBe(3);
});

test('corrections that are broken, or name somebody unknown, are told, and those read last stay until they are mended', async () => {
  const dir = await corpusFolder({ [BESIDE]: entry('Ana Pell') });
  const watch = await watching(dir);
  await writeFile(join(dir, BESIDE), '- { passage: 1 }\n');
  expect((await watch.next('fault')).text).toContain(`${BESIDE}:1: 0.words: is missing`);
  await writeFile(join(dir, BESIDE), '- { passage: 1, words: "no", speaker: ina-moor }\n');
  expect((await watch.next('fault')).text).toContain('no speaker has the id "ina-moor"');
  expect(watch.told.filter(({ kind }) => kind === 'change')).toEqual([]);
  const speakers = '- { id: ina-moor, name: Ina Moor, kind: person, pronoun: she }\n';
  await writeFile(join(dir, 'speakers.yaml'), speakers);
  expect(namesIn((await watch.next('change')).change)).toEqual([{ id: 'ina-moor' }]);
  expect(await watch.next('mended')).toMatchObject({ file: join(dir, BESIDE) });
});

test('a speaker who is taken off the list is missed in the corrections that name them', async () => {
  const dir = await corpusFolder({ [BESIDE]: '- { passage: 1, words: "no", speaker: ana-vale }\n' });
  const watch = await watching(dir);
  await writeFile(join(dir, 'speakers.yaml'), '- { id: ina-moor, name: Ina Moor, kind: person, pronoun: she }\n');
  expect((await watch.next('fault')).text).toContain('no speaker has the id "ana-vale"');
});

test('a corrections file beside no article is told', async () => {
  const dir = await corpusFolder();
  const watch = await watching(dir);
  await writeFile(join(dir, 'articles/b.corrections.yaml'), entry('Ana Pell'));
  expect((await watch.next('fault')).text).toContain('corrects no article');
});
