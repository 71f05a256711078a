// What is wrong with one article file is reported with file, field, line and reason.
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { ARTICLE, articleText, corpusFolder, faultsOf } from './corpusFolder.ts';

const NO_DAY = 'is not a day of the calendar written YYYY-MM-DD';
const NO_LANGUAGE = 'is not a language code such as en, fa or zh-CN';
const NO_ADDRESS = 'is not an address that begins with https:// or http://';

describe('a field that must be there', () => {
  test.each([
    ['title', 'is missing'],
    ['outlet', 'is missing'],
    ['url', 'is missing: give an address that begins with https:// or http://'],
    ['publishedOn', 'is missing: give a day of the calendar written YYYY-MM-DD'],
    ['retrievedOn', 'is missing: give a day of the calendar written YYYY-MM-DD'],
    ['language', 'is missing: give a language code such as en, fa or zh-CN'],
  ])('%s is reported when it is left out', async (field, reason) => {
    expect(await faultsOf({ [ARTICLE]: articleText({ [field]: null }) })).toEqual([
      { file: ARTICLE, field, reason, line: 2 },
    ]);
  });

  test('title is reported when it is blank, a number, or has no value', async () => {
    const reasons = await Promise.all(
      ['"  "', '2026', ''].map(async (title) => (await faultsOf({ [ARTICLE]: articleText({ title }) }))[0]?.reason),
    );
    expect(reasons).toEqual([
      'is empty',
      'must be text (put it in quotation marks), not 2026',
      'must be text (put it in quotation marks), not null',
    ]);
  });
});

describe('a value that cannot be used is quoted in the reason', () => {
  test.each([
    ['publishedOn', '2026-02-30', 5, `"2026-02-30" ${NO_DAY}`],
    ['publishedOn', '"2025-02-29"', 5, `"2025-02-29" ${NO_DAY}`],
    ['publishedOn', '12/02/2026', 5, `"12/02/2026" ${NO_DAY}`],
    ['publishedOn', '2026-02-12T10:00:00Z', 5, `"2026-02-12T10:00:00Z" ${NO_DAY}`],
    ['publishedOn', '20260212', 5, `20260212 ${NO_DAY}`],
    ['retrievedOn', '2026-13-01', 7, `"2026-13-01" ${NO_DAY}`],
    ['updatedOn', 'yesterday', 9, `"yesterday" ${NO_DAY}`],
    ['status', 'retracted', 8, '"retracted" is not one of usable, corrected, withdrawn'],
    ['url', 'ftp://example.org/talks', 4, `"ftp://example.org/talks" ${NO_ADDRESS}`],
    ['url', 'javascript:alert(1)', 4, `"javascript:alert(1)" ${NO_ADDRESS}`],
    ['url', 'example.org/talks', 4, `"example.org/talks" ${NO_ADDRESS}`],
    ['language', 'English', 6, `"English" ${NO_LANGUAGE}`],
    ['language', 'false', 6, `false ${NO_LANGUAGE}`],
    ['captions', 'one caption', 9, 'must be a list ([one, two], or lines that begin with "- "), not "one caption"'],
    ['captions', '[" "]', 9, 'is empty'],
  ])('%s: %s', async (field, value, line, reason) => {
    const at = value === '[" "]' ? `${field}.0` : field;
    const faults = await faultsOf({ [ARTICLE]: articleText({ [field]: value }) });
    expect(faults).toEqual([{ file: ARTICLE, field: at, reason, line }]);
  });

  test.each([
    ['title', 2, 'x'.repeat(500)],
    ['outlet', 3, 'x'.repeat(200)],
    ['url', 4, `https://example.org/${'x'.repeat(1_980)}`],
  ])('%s: one character more than can be sent on every platform is too long', async (field, line, value) => {
    const { articles } = await loadCorpus(await corpusFolder({ [ARTICLE]: articleText({ [field]: value }) }));
    expect(articles[0]).toMatchObject({ [field]: value });
    const most = value.length;
    expect(await faultsOf({ [ARTICLE]: articleText({ [field]: `${value}x` }) })).toEqual([
      { file: ARTICLE, field, reason: `has ${most + 1} characters: give at most ${most}`, line },
    ]);
  });

  test('the language code "no" is text, as in YAML 1.2', async () => {
    const { articles } = await loadCorpus(await corpusFolder({ [ARTICLE]: articleText({ language: 'no' }) }));
    expect(articles[0]?.language).toBe('no');
  });

  test('a day is read with and without quotation marks', async () => {
    const text = articleText({ publishedOn: '2026-02-12', updatedOn: '"2026-02-13"', retrievedOn: "'2026-02-14'" });
    const { articles } = await loadCorpus(await corpusFolder({ [ARTICLE]: text }));
    expect(articles[0]).toMatchObject({
      publishedOn: '2026-02-12',
      updatedOn: '2026-02-13',
      retrievedOn: '2026-02-14',
    });
  });

  test('fields that may be left out are null, empty or usable then', async () => {
    const { articles } = await loadCorpus(await corpusFolder({ [ARTICLE]: articleText({ status: null }) }));
    expect(articles[0]).toMatchObject({ updatedOn: null, byline: null, note: null, captions: [], status: 'usable' });
  });
});

describe('the day of retrieval', () => {
  test('more than a day before publication is reported', async () => {
    expect(await faultsOf({ [ARTICLE]: articleText({ retrievedOn: '2026-02-10' }) })).toEqual([
      {
        file: ARTICLE,
        field: 'retrievedOn',
        reason: '2026-02-10 lies before 2026-02-12, the day of publication: correct one of them',
        line: 7,
      },
    ]);
  });

  test('one day before it is not: the outlet may be in another time zone', async () => {
    const dir = await corpusFolder({ [ARTICLE]: articleText({ retrievedOn: '2026-02-11' }) });
    expect((await loadCorpus(dir)).articles).toHaveLength(1);
  });
});

describe('front matter', () => {
  test('a key that is not known is a fault: it is nearly always a misspelt one', async () => {
    expect(await faultsOf({ [ARTICLE]: articleText({ pubishedOn: '2026-02-12' }) })).toEqual([
      {
        file: ARTICLE,
        field: 'pubishedOn',
        reason: 'is no key that this file can have: correct its spelling or remove it',
        line: 9,
      },
    ]);
  });

  test.each([
    ['text without any', 'Ana Vale said no.\n'],
    ['an opening line without a closing one', '---\ntitle: Two sides meet\n\nAna Vale said no.\n'],
    ['front matter that begins on a later line', `\n${articleText()}`],
    ['a rule of four dashes before the front matter', `----\n${articleText()}`],
  ])('%s is reported as missing', async (_, text) => {
    const faults = await faultsOf({ [ARTICLE]: text });
    expect(faults).toEqual([
      { file: ARTICLE, field: '', reason: expect.stringMatching(/^has no front matter: begin with/), line: 1 },
    ]);
  });

  test('a key given twice is reported on its second line', async () => {
    const faults = await faultsOf({ [ARTICLE]: articleText({ 'title ': 'Another' }) });
    expect(faults).toEqual([
      { file: ARTICLE, field: '', reason: 'is not valid YAML: Map keys must be unique', line: 9 },
    ]);
  });

  test.each([
    // The parser notices at the end of the front matter, on its closing line.
    ['an open quotation mark', '"Two sides meet', 9],
    ['a colon and a space within bare text', 'Talks: the two sides meet', 2],
    ['an alias without its anchor', '*word', 2],
  ])('%s is reported as invalid YAML with its line', async (_, title, line) => {
    const [fault] = await faultsOf({ [ARTICLE]: articleText({ title }) });
    expect(fault).toEqual({ file: ARTICLE, field: '', reason: expect.stringMatching(/^is not valid YAML: ./), line });
  });

  test('every fault of it is reported, in one go, together with an empty body', async () => {
    const text = articleText({ title: null, url: 'none', publishedOn: '2026-02-30', author: 'Ana Vale' }, ' \n\n');
    const fields = (await faultsOf({ [ARTICLE]: text })).map(({ field }) => field);
    expect(fields.sort()).toEqual(['author', 'body', 'publishedOn', 'title', 'url']);
  });
});

describe('body and file name', () => {
  test.each(['', '\n', ' \t\r\n\n'])('a body of %j is empty, which is a fault', async (body) => {
    expect(await faultsOf({ [ARTICLE]: articleText({}, body) })).toEqual([
      { file: ARTICLE, field: 'body', reason: 'is empty: put the paragraphs below the front matter' },
    ]);
  });

  test('the body is kept to the letter, a line of dashes within it included', async () => {
    const body = '  “No,” Vale said.\t\n---\nNext line \n\n\nLast.';
    const { articles } = await loadCorpus(await corpusFolder({ [ARTICLE]: articleText({}, body) }));
    expect(articles[0]?.body).toBe(`\n${body}`);
  });

  test.each(['two words', 'a.b', 'a#1', '-a', 'a--b'])('"%s.md" cannot be the name of an article', async (name) => {
    const file = `articles/${name}.md`;
    expect(await faultsOf({ [ARTICLE]: null, [file]: articleText() })).toEqual([
      { file, field: 'file name', reason: expect.stringMatching(/^is the article's id .*: rename the file$/) },
    ]);
  });
});
