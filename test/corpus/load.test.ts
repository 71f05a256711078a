// The corpus folder as a whole: which files count, in which order, and that every fault of every file comes at once.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { formatFault } from '../../src/errors.ts';
import { ARTICLE, articleText, corpusFolder, faultsBelow, faultsOf, refusalOf } from './corpusFolder.ts';

describe('articles of a folder', () => {
  test('come newest first, those of one day by id', async () => {
    const dir = await corpusFolder({
      [ARTICLE]: null,
      'articles/b.md': articleText({ publishedOn: '2026-02-11' }),
      'articles/a.md': articleText({ publishedOn: '2026-02-11' }),
      'articles/2026/c.md': articleText({ publishedOn: '2026-02-12' }),
      'articles/d.md': articleText({ publishedOn: '2025-12-31' }),
    });
    expect((await loadCorpus(dir)).articles.map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
  });

  test('are all loaded when there are more than are opened at once', async () => {
    const ids = Array.from({ length: 130 }, (_, index) => `a${index + 1000}`);
    const dir = await corpusFolder(Object.fromEntries(ids.map((id) => [`articles/${id}.md`, articleText()])));
    const { articles } = await loadCorpus(dir);
    expect(articles.map(({ id }) => id)).toEqual([...ids, 'example-2026-02-12-talks']);
  });

  test('do not include files and folders whose name begins with a dot', async () => {
    const dir = await corpusFolder({
      'articles/.DS_Store': 'x',
      'articles/.draft.md': 'x',
      'articles/.obsidian/app.json': '{}',
      'articles/.trash/old.md': articleText(),
    });
    expect((await loadCorpus(dir)).articles.map(({ id }) => id)).toEqual(['example-2026-02-12-talks']);
  });

  test('a file of another kind among them is reported, so that no article is lost by its ending', async () => {
    const reason = 'is no article file: rename it to <id>.md or move it away';
    expect(await faultsOf({ 'articles/talks.txt': articleText(), 'articles/2026/TALKS.MD': articleText() })).toEqual(
      expect.arrayContaining([
        { file: 'articles/talks.txt', field: '', reason },
        { file: 'articles/2026/TALKS.MD', field: '', reason },
      ]),
    );
  });

  test('an id used in two folders is reported with both files', async () => {
    const dir = await corpusFolder({ 'articles/1/talks.md': articleText(), 'articles/2/talks.md': articleText() });
    expect(faultsBelow(dir, await refusalOf(dir))).toEqual([
      {
        file: 'articles/2/talks.md',
        field: 'id',
        reason: `"talks" is also the id of ${join(dir, 'articles', '1', 'talks.md')}: rename one`,
      },
    ]);
  });

  test('ids that differ in case only are reported: some file systems hold only one of them', async () => {
    const faults = await faultsOf({ 'articles/1/Talks.md': articleText(), 'articles/2/talks.md': articleText() });
    expect(faults).toMatchObject([{ file: 'articles/2/talks.md', field: 'id' }]);
  });
});

describe('an address', () => {
  const url = 'https://example.org/once';

  test('of two articles is reported, naming the other file', async () => {
    const dir = await corpusFolder({ 'articles/a.md': articleText({ url }), 'articles/b.md': articleText({ url }) });
    const other = join(dir, 'articles', 'a.md');
    const reason = `is also the address of ${other}: keep one of them, or mark one as withdrawn`;
    const [fault] = faultsBelow(dir, await refusalOf(dir));
    expect(fault).toEqual({ file: 'articles/b.md', field: 'url', reason });
  });

  test('may be that of a withdrawn article, too', async () => {
    const withdrawn = articleText({ url, status: 'withdrawn' });
    const dir = await corpusFolder({
      'articles/a.md': withdrawn,
      'articles/b.md': articleText({ url }),
      'articles/c.md': withdrawn,
    });
    expect((await loadCorpus(dir)).articles).toHaveLength(4);
  });
});

describe('the article that has the same text', () => {
  const naming = (id: string): string => articleText({ sameTextAs: id });

  test('is named by its id, whatever folder it is in, also when it is withdrawn', async () => {
    const dir = await corpusFolder({
      'articles/2026/a.md': articleText(),
      'articles/b.md': naming('a'),
      'articles/c.md': naming('a'),
      'articles/d.md': articleText({ status: 'withdrawn' }),
      'articles/e.md': naming('d'),
    });
    const named = (await loadCorpus(dir)).articles.map(({ id, sameTextAs }) => [id, sameTextAs]);
    expect(Object.fromEntries(named)).toMatchObject({ a: null, b: 'a', c: 'a', e: 'd' });
  });

  test.each([
    ['nobody', { 'b.md': naming('nobody') }, '"nobody" is no article of the corpus'],
    ['an article in other letters', { 'a.md': articleText(), 'b.md': naming('A') }, '"A" is no article of the corpus'],
    ['itself', { 'b.md': naming('b') }, 'names the article itself'],
    [
      'one that names another',
      { 'a.md': articleText(), 'b.md': naming('c'), 'c.md': naming('a') },
      '"c" has the text of "a" itself: name "a" here, too',
    ],
  ])('is not %s', async (_, articles, reason) => {
    const files = Object.fromEntries(Object.entries(articles).map(([name, text]) => [`articles/${name}`, text]));
    expect(await faultsOf(files)).toEqual([
      { file: 'articles/b.md', field: 'sameTextAs', reason: expect.stringContaining(reason) },
    ]);
  });

  test('is not each the other: both are told', async () => {
    const faults = await faultsOf({ 'articles/a.md': naming('b'), 'articles/b.md': naming('a') });
    expect(faults.map(({ file, field }) => `${file} ${field}`)).toEqual([
      'articles/a.md sameTextAs',
      'articles/b.md sameTextAs',
    ]);
  });

  test('whose file is broken is one fault, that of its own file', async () => {
    const faults = await faultsOf({ 'articles/a.md': articleText({ url: null }), 'articles/b.md': naming('a') });
    expect(faults.map(({ file }) => file)).toEqual(['articles/a.md']);
  });
});

describe('a folder without articles', () => {
  test('has the code no-articles and says what to do', async () => {
    const dir = await corpusFolder({ [ARTICLE]: null });
    await mkdir(join(dir, 'articles'));
    const error = await refusalOf(dir);
    expect(error.code).toBe('no-articles');
    expect(faultsBelow(dir, error)).toEqual([
      { file: 'articles', field: '', reason: expect.stringMatching(/^holds no articles: add one as <id>\.md/) },
    ]);
  });

  test('also reports what is wrong with the other files', async () => {
    const dir = await corpusFolder({ [ARTICLE]: null, 'articles/.keep': '', 'terms.yaml': '- [alone]\n' });
    const error = await refusalOf(dir);
    expect(error.code).toBe('no-articles');
    expect(faultsBelow(dir, error).map(({ file }) => file)).toEqual(['articles', 'terms.yaml']);
  });

  test('"articles" that is missing is a fault with a hint at CORPUS_DIR', async () => {
    const dir = await corpusFolder({ [ARTICLE]: null });
    const error = await refusalOf(dir);
    expect(error.code).toBe('faults');
    expect(faultsBelow(dir, error)).toEqual([
      {
        file: 'articles',
        field: '',
        reason:
          'can\'t be read: it does not exist (a link may point nowhere). CORPUS_DIR must name a folder that holds "articles"',
      },
    ]);
  });

  test('a file in place of the corpus folder is one fault that says what is wanted', async () => {
    const dir = await corpusFolder();
    const error = await refusalOf(join(dir, 'terms.yaml'));
    const reason = 'is a file: CORPUS_DIR must name the folder that holds "articles", speakers.yaml and terms.yaml';
    expect(error.faults).toEqual([{ file: join(dir, 'terms.yaml'), field: '', reason }]);
  });

  test('a file in place of its "articles" says so', async () => {
    const dir = await corpusFolder({ [ARTICLE]: null, articles: 'x' });
    expect(faultsBelow(dir, await refusalOf(dir))[0]?.reason).toContain(
      "can't be read: a file stands where a folder is wanted",
    );
  });

  test('a corpus folder in which nothing is there has three faults', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'iran-talks-corpus-'));
    onTestFinished(() => rm(dir, { recursive: true, force: true }));
    const faults = faultsBelow(dir, await refusalOf(dir));
    expect(faults.map(({ file }) => file)).toEqual(['articles', 'speakers.yaml', 'terms.yaml']);
  });
});

describe('faults', () => {
  test('of several files come together, each on a line of the message', async () => {
    const dir = await corpusFolder({
      'articles/a.md': articleText({ url: null, status: 'gone' }),
      'articles/b.md': 'no front matter\n',
      'articles/c.txt': 'x',
      'speakers.yaml': '- { id: ana-vale, name: Ana Vale, kind: person, pronoun: she, speaksFor: nowhere }\n',
      'terms.yaml': null,
    });
    const error = await refusalOf(dir);
    expect(error.code).toBe('faults');
    const places = faultsBelow(dir, error).map(({ file, field }) => `${file} ${field}`.trim());
    expect(places.sort()).toEqual([
      'articles/a.md status',
      'articles/a.md url',
      'articles/b.md',
      'articles/c.txt',
      'speakers.yaml ana-vale.speaksFor',
      'terms.yaml',
    ]);
    const [first, ...lines] = error.message.split('\n');
    expect(first).toBe("The corpus can't be used, 6 faults:");
    expect(lines).toEqual(error.faults.map((fault) => `  ${formatFault(fault)}`));
  });

  test('are written as file, line, field and reason, as far as they are known', () => {
    const fault = { file: 'corpus/a.md', field: 'url', reason: 'is missing' };
    expect(formatFault({ ...fault, line: 2 })).toBe('corpus/a.md:2: url: is missing');
    expect(formatFault(fault)).toBe('corpus/a.md: url: is missing');
    expect(formatFault({ ...fault, field: '' })).toBe('corpus/a.md: is missing');
  });

  test('one fault is counted as one', async () => {
    const dir = await corpusFolder({ 'terms.yaml': null });
    expect((await refusalOf(dir)).message).toMatch(/^The corpus can't be used, 1 fault:\n {2}\S/);
  });
});

describe('the corpus that comes with the program', () => {
  test('loads, newest article first, with its speakers and terms', async () => {
    const { articles, speakers, terms } = await loadCorpus('corpus');
    const days = articles.map(({ publishedOn }) => publishedOn);
    expect(days).toEqual([...days].sort().reverse());
    expect(articles.map(({ id }) => id)).toContain('cgtn-2026-02-12-trump-netanyahu');
    expect(speakers.map(({ id }) => id)).toContain('abbas-araghchi');
    expect(terms.length).toBeGreaterThan(0);
  });
});
