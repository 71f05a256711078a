// Files that would put damaged words into a quotation are refused; harmless differences of editors are not.
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { ARTICLE, articleText, corpusFolder, faultsBelow, faultsOf, refusalOf } from './corpusFolder.ts';

/** Line of the body's first words in `articleText()`: nine lines of front matter, then a blank one. */
const BODY_LINE = 11;
const NOT_UTF_8 = 'is not UTF-8 (perhaps windows-1252): save it as UTF-8 and check quotation marks and accents';

describe('damaged text is refused with the line where it begins', () => {
  test('bytes of windows-1252', async () => {
    // 0x93 and 0x94 are the curly quotation marks of windows-1252.
    const text = Buffer.from(articleText({}, '\x93No,\x94 Vale said.\n'), 'latin1');
    expect(await faultsOf({ [ARTICLE]: text })).toEqual([
      { file: ARTICLE, field: 'encoding', reason: NOT_UTF_8, line: BODY_LINE },
    ]);
  });

  test('UTF-8 that is cut off within a character', async () => {
    const bytes = Buffer.from(articleText({}, 'Vale said “no”'), 'utf8').subarray(0, -1);
    expect(await faultsOf({ [ARTICLE]: bytes })).toEqual([
      { file: ARTICLE, field: 'encoding', reason: NOT_UTF_8, line: BODY_LINE },
    ]);
  });

  test.each([
    ['little', (bytes: Buffer) => bytes],
    ['big', (bytes: Buffer) => bytes.swap16()],
  ])('UTF-16 with a byte order mark, %s endian', async (_, order) => {
    const bytes = order(Buffer.from(`\uFEFF${articleText()}`, 'utf16le'));
    expect(await faultsOf({ [ARTICLE]: bytes })).toEqual([
      { file: ARTICLE, field: 'encoding', reason: 'is UTF-16: save it as UTF-8' },
    ]);
  });

  test.each([
    ['a replacement character', '\uFFFD', 'FFFD'],
    ['a NUL', '\u0000', '0000'],
    ['a bell', '\u0007', '0007'],
    ['an escape', '\u001B', '001B'],
    ['a delete', '\u007F', '007F'],
    ['a windows-1252 quotation mark that was converted as Latin-1', '\u0093', '0093'],
  ])('%s', async (_, character, code) => {
    const text = articleText({}, `Ana Vale spoke.\n\nShe said ${character}no.\n`);
    expect(await faultsOf({ [ARTICLE]: text })).toEqual([
      {
        file: ARTICLE,
        field: 'encoding',
        reason: `holds the character U+${code}, which no printed text has: copy the text again from its source`,
        line: BODY_LINE + 2,
      },
    ]);
  });

  test('damage in speakers.yaml and terms.yaml is found as well', async () => {
    const faults = await faultsOf({ 'speakers.yaml': '# \uFFFD\n[]\n', 'terms.yaml': '[]\n# \u0000\n' });
    expect(faults.map(({ file, field, line }) => [file, field, line])).toEqual([
      ['speakers.yaml', 'encoding', 1],
      ['terms.yaml', 'encoding', 2],
    ]);
  });
});

describe('harmless differences are accepted', () => {
  test('a UTF-8 byte order mark, which is not part of the text', async () => {
    const dir = await corpusFolder({
      [ARTICLE]: `\uFEFF${articleText()}`,
      'speakers.yaml': '\uFEFF[]\n',
      'terms.yaml': '\uFEFF[]\n',
    });
    const corpus = await loadCorpus(dir);
    expect(corpus.articles[0]).toMatchObject({ title: 'Two sides meet in Port Vale', body: '\nAna Vale said no.\n' });
  });

  test('lines that end in CR LF, in all files, with the body kept to the letter', async () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    const dir = await corpusFolder({
      [ARTICLE]: crlf(articleText({}, 'Ana Vale said no.\n\nShe left.\n')),
      'speakers.yaml': crlf('- id: ana-vale\n  name: Ana Vale\n  kind: person\n  pronoun: she\n'),
      'terms.yaml': crlf('- [talks, negotiations]\n- [deal, accord]\n'),
    });
    const corpus = await loadCorpus(dir);
    expect(corpus.articles[0]).toMatchObject({
      publishedOn: '2026-02-12',
      status: 'usable',
      body: '\r\nAna Vale said no.\r\n\r\nShe left.\r\n',
    });
    expect(corpus.speakers[0]?.pronoun).toBe('she');
    expect(corpus.terms).toEqual([{ words: ['talks', 'negotiations'] }, { words: ['deal', 'accord'] }]);
  });

  test('a fault in a file with CR LF is reported on its line', async () => {
    const text = articleText({ status: 'retracted' }).replaceAll('\n', '\r\n');
    expect(await faultsOf({ [ARTICLE]: text })).toMatchObject([{ field: 'status', line: 8 }]);
  });

  test('tabs, other scripts and characters beyond the basic plane', async () => {
    const body = 'علی گفت:\t«نه». 她说：“不。” 😀\n';
    const { articles } = await loadCorpus(await corpusFolder({ [ARTICLE]: articleText({}, body) }));
    expect(articles[0]?.body).toBe(`\n${body}`);
  });
});

describe('a file that cannot be opened is a fault, never a missing article', () => {
  test('a link that points nowhere', async () => {
    const dir = await corpusFolder();
    await symlink(join(dir, 'nowhere.md'), join(dir, 'articles', 'link.md'));
    expect(faultsBelow(dir, await refusalOf(dir))).toEqual([
      { file: 'articles/link.md', field: '', reason: "can't be read: it does not exist (a link may point nowhere)" },
    ]);
  });

  test('a folder with the name of an article', async () => {
    const dir = await corpusFolder();
    await mkdir(join(dir, 'articles', 'folder.md'));
    expect(faultsBelow(dir, await refusalOf(dir))).toEqual([
      { file: 'articles/folder.md', field: '', reason: "can't be read: it is a folder, not a file" },
    ]);
  });
});
