// Articles that wait for a curator, on a real disk.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatArticle } from '../../src/corpus/articleFile.ts';
import { createCuration, type Holding } from '../../src/corpus/held.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { writeArticle } from '../../src/corpus/writeArticle.ts';
import type { Fault } from '../../src/errors.ts';

const text = (number: number, remarks: readonly string[] = [], sameTextAs: string | null = null): string =>
  formatArticle({
    title: `Ferries ${number}`,
    outlet: 'Harbour Post',
    url: `https://harbour.example/${number}`,
    publishedOn: `2026-03-0${number}`,
    updatedOn: null,
    language: 'en',
    retrievedOn: '2026-03-09',
    byline: null,
    status: 'usable',
    captions: [],
    note: null,
    sameTextAs,
    paragraphs: ['“The ferries stop,” Lena Oster said.', 'They had run for years.'],
    remarks,
  });

let dir: string;
let curation: Holding;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'held-'));
  curation = createCuration(dir);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('what is held', () => {
  test('nothing, where there is no folder', async () => {
    expect(await curation.held()).toEqual([]);
    expect(await curation.approve('ferries')).toBeNull();
    expect(await curation.refuse('ferries')).toBeNull();
  });

  test('what has the text of one that waits or was refused comes into the corpus without its name, and is named from then on', async () => {
    const same = (number: number): string =>
      text(number, ['Outlet: guessed']).replace('---\n\n', 'sameTextAs: a\n---\n\n');
    await curation.hold('a', text(1));
    await curation.hold('b', same(2));
    await curation.hold('c', same(3));
    await curation.approve('b');
    expect(await readFile(join(dir, 'articles', 'b.md'), 'utf8')).toBe(text(2));
    expect(await curation.held()).toMatchObject([
      { id: 'c', sameTextAs: 'b', doubts: ['Outlet: guessed'] },
      { id: 'a', sameTextAs: 'b' },
    ]);
    await curation.approve('a');
    expect(await readFile(join(dir, 'articles', 'a.md'), 'utf8')).toContain('sameTextAs: b\n');
  });

  test('is listed newest first, with what to look at', async () => {
    await curation.hold('a', text(1));
    await curation.hold('b', text(2, ['Outlet: guessed']));
    expect(await curation.held()).toMatchObject([
      { id: 'b', title: 'Ferries 2', doubts: ['Outlet: guessed'], paragraphs: 2 },
      { id: 'a', doubts: [], opening: '“The ferries stop,” Lena Oster said.' },
    ]);
  });

  test('approved, it is an article without remarks, and no longer held', async () => {
    await curation.hold('a', text(1, ['Outlet: guessed']));
    expect(await curation.approve('a')).toMatchObject({ id: 'a', title: 'Ferries 1' });
    expect(await readFile(join(dir, 'articles', 'a.md'), 'utf8')).toBe(text(1));
    expect(await curation.held()).toEqual([]);
  });

  test('of two who decide at once, one is told that nothing is held', async () => {
    await curation.hold('a', text(1));
    const both = await Promise.all([curation.refuse('a'), curation.refuse('a')]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
  });

  test('refused, its file and its address stay known', async () => {
    await curation.hold('a', text(1));
    await curation.refuse('a');
    expect(await readdir(join(dir, 'held', 'refused'))).toEqual(['a.md']);
    expect([...(await curation.addresses())]).toEqual(['https://harbour.example/1']);
  });

  test('is refused approval where its address is in the corpus by now', async () => {
    await curation.hold('a', text(1));
    await curation.approve('a');
    await curation.hold('again', text(1));
    await expect(curation.approve('again')).rejects.toMatchObject({ code: 'duplicate' });
    expect((await curation.held()).map(({ id }) => id)).toEqual(['again']);
  });

  /** What the articles of the folder name as their text; the folder must load. */
  const named = async (): Promise<Record<string, string | null>> => {
    await writeFile(join(dir, 'speakers.yaml'), '[]\n');
    await writeFile(join(dir, 'terms.yaml'), '[]\n');
    const { articles } = await loadCorpus(dir);
    return Object.fromEntries(articles.map(({ id, sameTextAs }) => [id, sameTextAs]));
  };

  test('approved in whatever order, copies of one text name one that is in the corpus, which loads', async () => {
    await curation.hold('first', text(1));
    await curation.hold('second', text(2, ['Outlet: guessed'], 'first'));
    await curation.hold('third', text(3, ['Outlet: guessed'], 'first'));
    await curation.approve('second');
    expect(await named()).toEqual({ second: null });
    expect(await curation.held()).toMatchObject([
      { id: 'third', sameTextAs: 'second', doubts: ['Outlet: guessed'] },
      { id: 'first', sameTextAs: 'second' },
    ]);
    await curation.approve('first');
    await curation.approve('third');
    expect(await named()).toEqual({ first: 'second', second: null, third: 'second' });
  });

  test('taken unasked, copies of what is held name one another in the corpus, and the held one names them', async () => {
    await curation.hold('first', text(1));
    await curation.take('second', text(2, [], 'first'), { url: 'https://harbour.example/2', sameTextAs: 'first' });
    await curation.take('third', text(3, [], 'first'), { url: 'https://harbour.example/3', sameTextAs: 'first' });
    expect(await named()).toEqual({ second: null, third: 'second' });
    await curation.approve('first');
    expect(await named()).toEqual({ first: 'second', second: null, third: 'second' });
  });

  test('taken unasked, what a curator has just added under another name is told, and the corpus stays as it is', async () => {
    const url = 'https://harbour.example/1';
    await curation.take('by-hand', text(1), { url, sameTextAs: null });
    await expect(curation.take('by-feed', text(1), { url, sameTextAs: null })).rejects.toMatchObject({
      code: 'duplicate',
    });
    expect(await readdir(join(dir, 'articles'))).toEqual(['by-hand.md']);
  });

  test('approved, a copy of what was refused is an article of its own', async () => {
    await curation.hold('first', text(1));
    await curation.hold('second', text(2, [], 'first'));
    await curation.refuse('first');
    await curation.approve('second');
    expect(await named()).toEqual({ second: null });
  });

  test('no id is that of an article of the corpus, in whatever folder and case', async () => {
    await writeArticle(join(dir, 'articles', '2026'), 'Ferries', text(1));
    expect(await curation.hold('ferries', text(2))).toMatchObject({ article: { id: 'ferries-2' } });
    await curation.approve('ferries-2');
    expect(await writeArticle(join(dir, 'articles'), 'ferries', text(3))).toMatchObject({
      article: { id: 'ferries-3' },
    });
    expect(Object.keys(await named()).sort()).toEqual(['Ferries', 'ferries-2', 'ferries-3']);
  });

  test('approved twice at once, it is one article', async () => {
    await curation.hold('a', text(1));
    const both = await Promise.allSettled([curation.approve('a'), createCuration(dir).approve('a')]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(await readdir(join(dir, 'articles'))).toEqual(['a.md']);
    expect(await curation.held()).toEqual([]);
  });

  test('an id is never a path', async () => {
    await writeFile(join(dir, 'secret.md'), text(1));
    for (const id of ['../secret', '..', '.', '', 'a/b', 'a\\b', 'refused/a'])
      expect(await curation.approve(id)).toBeNull();
    expect(await readdir(dir)).toEqual(['secret.md']);
  });

  test('a file that is broken by hand is named', async () => {
    await curation.hold('a', text(1));
    await writeFile(join(dir, 'held', 'a.md'), 'no front matter');
    await expect(curation.held()).rejects.toThrow(/a\.md:1: has no front matter/);
    await curation.hold('b', text(2));
    const faults: Fault[] = [];
    const others = await createCuration(dir, { onFault: (fault) => faults.push(fault) }).held();
    expect(others.map(({ id }) => id)).toEqual(['b']);
    expect(faults).toMatchObject([{ file: join(dir, 'held', 'a.md'), line: 1 }]);
  });
});
