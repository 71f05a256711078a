// What curators do in the terminal, on a real folder and a real local site.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatArticle } from '../../src/corpus/articleFile.ts';
import { createCuration } from '../../src/corpus/held.ts';
import { type Desk, openDesk, pageOf, STORY } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const FILE = 'articles/harbour-post-2026-03-04-ferries-stop-as-crews-walk-out.md';
const ID = FILE.replace(/^articles\/|\.md$/gu, '');
const put = (paragraphs = STORY, more = {}): string => {
  const address = `${desk.site}/ferries`;
  desk.pages.set('/ferries', pageOf(paragraphs, { address, ...more }));
  return address;
};
const articles = async (): Promise<string[]> => (await readdir(join(desk.dir, 'articles'))).sort();

describe('corpus add', () => {
  test('a page becomes an article file, without what stands around it', async () => {
    const { status, output } = await desk.run(['add', put(), '--yes']);
    expect(status).toBe(0);
    expect(output).toContain("Harbour Post (from the page's JSON-LD)");
    expect(output).toContain(`Added ${ID}`);
    expect(await desk.read(FILE)).toBe(
      formatArticle({
        title: 'Ferries stop as crews walk out',
        outlet: 'Harbour Post',
        url: `${desk.site}/ferries`,
        publishedOn: '2026-03-04',
        updatedOn: null,
        language: 'en',
        retrievedOn: '2026-03-05',
        byline: 'Mira Holt',
        status: 'usable',
        captions: [],
        note: null,
        sameTextAs: null,
        paragraphs: STORY.map((text) => text.replace('&ldquo;', '“').replace('&rdquo;', '”')),
      }),
    );
    const isLong = (line: string): boolean => line.length > 80 && !/:\/\/|\.md$|corpus show/u.test(line);
    expect(output.split('\n').filter(isLong)).toEqual([]);
  });

  test('nothing is written where nobody can be asked and nobody said --yes', async () => {
    const { status, errors } = await desk.run(['add', put()]);
    expect([status, await articles()]).toEqual([1, []]);
    expect(errors).toContain('--yes');
  });

  test('the same address a second time is told, with what to do', async () => {
    await desk.run(['add', put(), '--yes']);
    const { status, errors } = await desk.run(['add', put(), '--yes']);
    expect(status).toBe(1);
    expect(errors).toContain(`corpus update ${ID}`);
    expect(await articles()).toEqual([`${ID}.md`]);
  });

  test('one source that fails keeps no other from being added', async () => {
    const { status, errors } = await desk.run(['add', `${desk.site}/gone`, put(), '--yes']);
    expect(status).toBe(1);
    expect(errors).toContain('404');
    expect(await articles()).toEqual([`${ID}.md`]);
  });

  test('the text of the shipped article, as it is copied from its page, gives the shipped file', async () => {
    await desk.close();
    desk = await openDesk('2026-11-22');
    const name = 'cgtn-2026-02-12-trump-netanyahu';
    const shipped = await readFile(join(import.meta.dirname, '..', '..', 'corpus', 'articles', `${name}.md`), 'utf8');
    const [, front = '', body = ''] = /^---\n([\s\S]*?)---\n([\s\S]*)$/u.exec(shipped) ?? [];
    const caption = /captions:\n {2}- "(.*)"/u.exec(front)?.[1] ?? '';
    const url = /url: (.*)/u.exec(front)?.[1] ?? '';
    const furniture = [
      'CHOOSE YOUR LANGUAGE',
      '互联网新闻信息许可证00000000000',
      'Disinformation report hotline: 000-00000000',
    ];
    await desk.write('copied.txt', [caption, ...body.trim().split(/\n\n/u), ...furniture].join('\n'));
    const words = ['add', join(desk.dir, 'copied.txt'), '--url', url, '--outlet', 'CGTN', '--id', name, '--yes'];
    expect(await desk.run(words)).toMatchObject({ status: 0 });
    expect(await desk.read(`articles/${name}.md`)).toBe(shipped);
  });

  test('what is piped in is read; what is missing is asked for by the names of its options', async () => {
    const text = STORY.join('\n\n').replaceAll(/&[lr]dquo;/gu, '"');
    const { status, errors } = await desk.run(['add', '-', '--yes'], text);
    expect([status, await articles()]).toEqual([1, []]);
    expect(errors).toMatch(/--outlet.*--url.*--published/u);
    const given = [
      '--title',
      'Ferries',
      '--outlet',
      'Harbour Post',
      '--url',
      'https://harbour.example/1',
      '--published',
      '2026-03-04',
    ];
    expect(await desk.run(['add', '-', '--yes', '--json', ...given], text)).toMatchObject({
      status: 0,
      output: expect.stringContaining('"added"'),
    });
    expect(await articles()).toEqual(['harbour-post-2026-03-04-ferries.md']);
  });

  test('a PDF, an empty file, a folder and a file that is not there each say what to do, under the name that was typed', async () => {
    await desk.write('a.pdf', '%PDF-1.7 and so on');
    await desk.write('empty.txt', '');
    const sources = ['a.pdf', 'empty.txt', 'articles', 'none.txt'].map((name) => join(desk.dir, name));
    const { status, errors } = await desk.run(['add', ...sources, '--outlet', 'Harbour Post', '--yes']);
    expect(status).toBe(1);
    expect(errors.replaceAll(`${desk.dir}/`, '').split('\n')).toEqual([
      'a.pdf: This is a PDF: save its text as .txt and add that.',
      'empty.txt: This is empty: give a page, or a text with blank lines between paragraphs.',
      "articles: This can't be read: it is a folder: name its files.",
      "none.txt: This can't be read: there is no such file. An address begins with https://.",
      '',
    ]);
    expect(await articles()).toEqual([]);
  });

  test('paragraphs that are not shown are counted; another language and the same text in the same outlet are told', async () => {
    expect((await desk.run(['add', put(), '--yes'])).output).toContain('¶ 3 is not shown here');
    desk.pages.set('/again', pageOf(STORY, { address: `${desk.site}/again` }));
    const { output } = await desk.run(['add', `${desk.site}/again`, '--language', 'fa', '--yes']);
    const flat = output.replace(/\s+/gu, ' ');
    expect(flat).toContain('statements are read in English alone; this text (fa)');
    expect(flat).toContain(`It is nearly the text of ${ID} (Harbour Post), of the same outlet.`);
    expect(flat).not.toContain('two outlets');
  });

  test.each([
    [['add'], 'needs an address'],
    [['add', 'a', 'b', '--title', 'x'], 'belongs to one article'],
    [['ad', 'x'], 'Did you mean corpus add?'],
  ])('%j is refused', async (words, message) => {
    await expect(desk.run(words)).rejects.toThrow(message);
  });
});

describe('corpus update', () => {
  const changed = STORY.map((text) => text.replace('14 of the 20', '16 of the 20'));

  test('nothing has changed', async () => {
    await desk.run(['add', put(), '--yes']);
    expect(await desk.run(['update', ID])).toMatchObject({ status: 0, output: `${ID}: nothing has changed.\n` });
  });

  test('shows which words went and came; takes them up only when told to', async () => {
    await desk.run(['add', put(), '--yes']);
    const before = await desk.read(FILE);
    put(changed, { modified: '2026-03-06T10:00:00Z' });
    const looked = await desk.run(['update', ID]);
    expect(looked.output).toMatch(/before “.*14 of the 20.*”, now\s+“.*16 of the 20.*”/su);
    expect(await desk.read(FILE)).toBe(before);
    expect(await desk.run(['update', ID, '--yes', '--corrected'])).toMatchObject({ status: 0 });
    expect(await desk.read(FILE)).toBe(
      before
        .replace('14 of the 20', '16 of the 20')
        .replace('status: usable\n', 'status: corrected\n')
        .replace('byline: Mira Holt\n', 'byline: Mira Holt\n')
        .replace(/(byline.*\nstatus.*\n)/u, '$1updatedOn: 2026-03-06\n'),
    );
  });

  test('withdrawn without fetching; a page that is gone tells how', async () => {
    await desk.run(['add', put(), '--yes']);
    desk.pages.set('/ferries', 410);
    expect((await desk.run(['update', ID])).errors).toBe(
      `${ID}: its page was taken down (410): ${desk.site}/ferries. If the outlet has withdrawn it: corpus update ${ID} --withdrawn; if it has moved, mend url in its file.\n`,
    );
    expect(await desk.run(['update', ID, '--withdrawn', '--yes', '--note', 'Taken back on 6 March.'])).toMatchObject({
      status: 0,
    });
    expect(await desk.read(FILE)).toMatch(/status: withdrawn[\s\S]*note: Taken back on 6 March\./u);
  });

  test('an article that is withdrawn stays so, and is not called unchanged', async () => {
    await desk.run(['add', put(), '--yes']);
    await desk.run(['update', ID, '--withdrawn', '--yes']);
    const before = await desk.read(FILE);
    put(changed);
    const { output } = await desk.run(['update', ID, '--yes']);
    expect(output).toBe(
      `${ID}: is withdrawn, nothing was changed. If the outlet has it again: corpus update ${ID} --usable\n`,
    );
    expect(await desk.read(FILE)).toBe(before);
    await desk.run(['update', ID, '--usable', '--yes']);
    expect(await desk.read(FILE)).toMatch(/status: usable[\s\S]*16 of the 20/u);
  });

  test('a correction whose words go with the change is told', async () => {
    await desk.run(['add', put(), '--yes']);
    const place = ['correct', ID, '3', '--words'];
    await desk.run([...place, '14 of the 20 ferries', '--name', 'Otto Quill']);
    put(changed);
    const { errors } = await desk.run(['update', ID, '--yes']);
    expect(errors).toMatch(/Correction 1 \(“14 of the 20 ferries”\) is not used any more: .*corrections\.yaml\n/u);
  });

  test('a page that is cut is not taken up unseen', async () => {
    await desk.run(['add', put(), '--yes']);
    put(STORY.slice(0, 1));
    const before = await desk.read(FILE);
    const { errors } = await desk.run(['update', ID, '--yes']);
    expect(errors).toContain('less than half');
    expect(await desk.read(FILE)).toBe(before);
  });

  test('an id that is nearly right is told', async () => {
    await desk.run(['add', put(), '--yes']);
    await expect(desk.run(['update', 'ferries-stop'])).rejects.toThrow(ID);
  });
});

describe('what is held', () => {
  test('is listed, approved and refused', async () => {
    await desk.run(['add', put(), '--yes']);
    const text = (await desk.read(FILE)).replace('/ferries', '/other').replace('title: Ferries', 'title: More ferries');
    const curation = createCuration(desk.dir);
    await curation.hold('a', text);
    await curation.hold('b', text.replace('/other', '/third'));
    const { output } = await desk.run(['held']);
    expect(output).toMatch(/Held for approval +2 articles/u);
    expect(output).toContain('corpus approve a');
    expect(output.replace(/\s+/gu, ' ')).toContain(`To read one in full: ${join(desk.dir, 'held')}/<id>.md`);
    desk.pages.set('/other', pageOf(STORY, { address: `${desk.site}/other` }));
    expect((await desk.run(['add', `${desk.site}/other`, '--yes'])).errors).toContain('corpus approve a\n');
    expect((await desk.run(['approve', 'a'])).output).toBe('Approved a\n');
    expect((await desk.run(['refuse', 'b'])).output).toBe('Refused b\n');
    expect(await desk.run(['approve', 'b'])).toMatchObject({
      status: 1,
      errors: expect.stringContaining('nothing is held'),
    });
    expect(await articles()).toEqual(['a.md', `${ID}.md`]);
    expect((await desk.run(['held'])).output).toContain('Nothing is held');
  });
});
