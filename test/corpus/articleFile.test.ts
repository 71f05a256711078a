// Article files as the program writes them: what is put in comes out to the letter, and the shipped article is what it would write.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ArticleFields,
  articleId,
  formatArticle,
  remarksIn,
  withoutRemarks,
} from '../../src/corpus/articleFile.ts';
import { readArticle } from '../../src/corpus/articles.ts';
import { splitPassages } from '../../src/corpus/passages.ts';
import { reviseArticle } from '../../src/corpus/reviseArticle.ts';
import { replaceArticle, writeArticle } from '../../src/corpus/writeArticle.ts';

const FIELDS: ArticleFields = {
  title: 'Ferries: "never again"',
  outlet: 'Harbour Post',
  url: 'https://harbour.example/1',
  publishedOn: '2026-03-04',
  updatedOn: null,
  language: 'en',
  retrievedOn: '2026-03-05',
  byline: null,
  status: 'usable',
  captions: [],
  note: null,
  sameTextAs: null,
  paragraphs: ['“The ferries stop,” Lena Oster said.', 'They had run for years.'],
};

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'article-file-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** What a reader of the corpus gets of a text. */
async function readBack(text: string) {
  const path = join(dir, 'one.md');
  await writeFile(path, text);
  const read = await readArticle(path);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.article;
}

/** Printed text on one line: no control characters, no white space at its ends. */
const LINE = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) =>
    text
      .replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFFFD\uFEFF]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '');

describe('formatArticle', () => {
  test('writes what is read back to the letter, whatever the texts hold', async () => {
    const texts = fc.record({
      title: LINE,
      outlet: LINE,
      byline: fc.option(LINE),
      note: fc.option(LINE),
      captions: fc.array(LINE, { maxLength: 3 }),
      paragraphs: fc.array(LINE, { minLength: 1, maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const article = await readBack(formatArticle({ ...FIELDS, ...given }));
        const { title, outlet, byline, note, captions } = article;
        const paragraphs = splitPassages(article).flatMap(({ kind, text }) => (kind === 'paragraph' ? [text] : []));
        expect({ title, outlet, byline, note, captions, paragraphs }).toEqual(given);
      }),
      { numRuns: 60 },
    );
  });

  test('remarks are for curators, and gone once they are taken out', async () => {
    const text = formatArticle({ ...FIELDS, remarks: ['Published: two\ndays'] });
    expect(remarksIn(text)).toEqual(['Published: two days']);
    expect(withoutRemarks(text)).toBe(formatArticle(FIELDS));
    expect((await readBack(text)).title).toBe(FIELDS.title);
  });

  test('a paragraph that begins as a remark does stays a paragraph', () => {
    const text = formatArticle({ ...FIELDS, paragraphs: ['# look at: the quay, she said.', 'It is empty.'] });
    expect([remarksIn(text), withoutRemarks(text)]).toEqual([[], text]);
  });

  test('a remark that quotes what no file may hold can be read back', async () => {
    const text = formatArticle({ ...FIELDS, remarks: ['Title: the heading is "a\u001b[2J\ud800\ufffdb"'] });
    expect(remarksIn(text)).toEqual(['Title: the heading is "a [2J b"']);
    expect((await readBack(text)).title).toBe(FIELDS.title);
  });
});

describe('articleId', () => {
  test.each([
    [
      'Harbour Post',
      'Ferries: "never again", says Oster’s crew — today and tomorrow',
      'harbour-post-2026-03-04-ferries-never-again-says-osters-crew',
    ],
    ['L’Écho', 'Où vont les navires ?', 'lecho-2026-03-04-ou-vont-les-navires'],
    ['خبر', 'گفت‌وگوها ادامه دارد', 'خبر-2026-03-04-گفت-وگوها-ادامه-دارد'],
    ['!', '?', '2026-03-04'],
  ])('%s, %s', (outlet, title, id) => {
    expect(articleId({ outlet, title, publishedOn: '2026-03-04' })).toBe(id);
  });

  test('no character is cut in two, and the longest names of its files are taken by a disk', () => {
    const title = Array.from({ length: 6 }, () => `海${'\u{20000}'.repeat(40)}`).join(' ');
    for (const outlet of ['港', '港'.repeat(40)]) {
      const id = articleId({ outlet, title, publishedOn: '2026-03-04' });
      expect(id).not.toMatch(/\p{Cs}/u);
      expect(Buffer.byteLength(`.${id}-1000.corrections.yaml.4194304.new`)).toBeLessThanOrEqual(255);
    }
  });
});

describe('writeArticle', () => {
  test('a second one of the same name gets a number; the first stays', async () => {
    const folder = join(dir, 'twice');
    const first = await writeArticle(folder, 'ferries', formatArticle(FIELDS));
    const second = await writeArticle(
      folder,
      'ferries',
      formatArticle({ ...FIELDS, url: 'https://harbour.example/2' }),
    );
    expect([basename(first.path), basename(second.path), second.article.id]).toEqual([
      'ferries.md',
      'ferries-2.md',
      'ferries-2',
    ]);
    expect(await readFile(first.path, 'utf8')).toBe(formatArticle(FIELDS));
    expect(await readdir(folder)).toEqual(['ferries-2.md', 'ferries.md']);
  });

  test('a text that is no article is refused, and the folder is as it was', async () => {
    const folder = join(dir, 'refused');
    await expect(writeArticle(folder, 'ferries', formatArticle({ ...FIELDS, url: 'nowhere' }))).rejects.toThrow(
      /ferries\.md:4: url/,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  test('an id is never a path: nothing beside the folder is touched', async () => {
    const folder = join(dir, 'ids');
    const { path } = await writeArticle(folder, 'ferries', formatArticle(FIELDS));
    for (const id of ['../ferries', '../../ferries', 'a/b', '.', '', 'a b'])
      await expect(writeArticle(folder, id, 'words')).rejects.toMatchObject({ code: 'file' });
    expect(await readFile(path, 'utf8')).toBe(formatArticle(FIELDS));
    expect(await readdir(folder)).toEqual(['ferries.md']);
  });

  test('of two that write the same article at once, one is told that it is there', async () => {
    const folder = join(dir, 'same');
    const both = await Promise.allSettled([1, 2].map(() => writeArticle(folder, 'ferries', formatArticle(FIELDS))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'duplicate' } });
    expect(await readdir(folder)).toEqual(['ferries.md']);
  });

  test('a folder that cannot be made is told, with what to do', async () => {
    await writeFile(join(dir, 'file'), '');
    await expect(writeArticle(join(dir, 'file', 'articles'), 'ferries', formatArticle(FIELDS))).rejects.toMatchObject({
      code: 'file',
      message: expect.stringContaining('a file stands where a folder is wanted'),
    });
  });

  test('many writers at once: each article is there once, whole', async () => {
    const folder = join(dir, 'many');
    const texts = Array.from({ length: 8 }, (_, at) =>
      formatArticle({ ...FIELDS, url: `https://harbour.example/${at}` }),
    );
    await Promise.all(texts.map((text) => writeArticle(folder, 'ferries', text)));
    const written = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
    expect(written.sort()).toEqual(texts.sort());
  });
});

describe('reviseArticle', () => {
  const text = `---\n# by hand\ntitle: Ferries # checked\noutlet: Harbour Post\nurl: https://harbour.example/1\npublishedOn: 2026-03-04\nlanguage: en\nretrievedOn: 2026-03-05\nbyline: Mira Holt\n---\n\nThe ferries stop.\n`;

  test('only what changes is another: comments, order and the body stay', () => {
    const revised = reviseArticle(text, { status: 'corrected', byline: null, captions: ['A: “b”'] });
    expect(revised).toBe(text.replace('byline: Mira Holt\n', 'status: corrected\ncaptions:\n  - "A: “b”"\n'));
  });

  test('new paragraphs take the place of the old ones', async () => {
    const { path } = await writeArticle(join(dir, 'revised'), 'ferries', text);
    const written = await replaceArticle(
      join(dir, 'revised'),
      'ferries',
      reviseArticle(text, { paragraphs: ['One.', 'Two.'] }),
    );
    expect(written.path).toBe(path);
    expect(splitPassages(written.article).map((passage) => passage.text)).toEqual(['One.', 'Two.']);
    expect(await readdir(join(dir, 'revised'))).toEqual(['ferries.md']);
  });
});
