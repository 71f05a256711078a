// The corpus folder while the process goes on: what is told of each change, and what stays while something is broken.
import { chmod, mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import type { CorpusChange } from '../../src/corpus/watch.ts';
import { type WatchFolder, watchFolder } from '../../src/corpus/watchFolders.ts';
import { ARTICLE, articleText, corpusFolder } from './corpusFolder.ts';
import { watching } from './watching.ts';

const ID = 'example-2026-02-12-talks';
const url = (name: string): string => `https://example.org/news/${name}`;
const other = (name: string, fields: Readonly<Record<string, string>> = {}, body?: string): string =>
  articleText({ url: url(name), ...fields }, body);
const bodies = ({ corpus }: CorpusChange): Record<string, string> =>
  Object.fromEntries(corpus.articles.map(({ id, body }) => [id, body.trim()]));
const BROKEN = '---\ntitle: [\n---\n\nNo.\n';

/** Saved as most editors do: under another name, then moved over the old one. */
async function saveOver(path: string, text: string): Promise<void> {
  await writeFile(`${path}~`, text);
  await rename(`${path}~`, path);
}

describe('an article file', () => {
  test('that is new is taken up', async () => {
    const dir = await corpusFolder();
    const watch = await watching(dir);
    await writeFile(join(dir, 'articles/b.md'), other('b'));
    const { change } = await watch.next('change');
    expect(change).toMatchObject({ added: ['b'], changed: [], removed: [], withdrawn: [], hasOtherNames: false });
    expect(change.corpus).toEqual(await loadCorpus(dir));
  });

  test('that changes is taken up, whatever else stays the same object', async () => {
    const dir = await corpusFolder({ 'articles/b.md': other('b') });
    const corpus = await loadCorpus(dir);
    const watch = await watching(dir, { corpus });
    await writeFile(join(dir, 'articles/b.md'), other('b', {}, 'Orlan said yes.\n'));
    const { change } = await watch.next('change');
    expect(change).toMatchObject({ added: [], changed: ['b'], removed: [], withdrawn: [] });
    expect(bodies(change)).toEqual({ b: 'Orlan said yes.', [ID]: 'Ana Vale said no.' });
    const same = (id: string) => corpus.articles.find((article) => article.id === id);
    expect(change.corpus.articles.find(({ id }) => id === ID)).toBe(same(ID));
    expect(change.corpus.speakers).toBe(corpus.speakers);
    expect(change.corpus.terms).toBe(corpus.terms);
  });

  test('is taken up when an editor moves a new file over it, each time', async () => {
    const dir = await corpusFolder();
    const watch = await watching(dir);
    for (const body of ['Varga said one.', 'Varga said two.', 'Varga said six.']) {
      await saveOver(join(dir, ARTICLE), articleText({}, `${body}\n`));
      expect(bodies((await watch.next('change')).change)).toEqual({ [ID]: body });
    }
    await writeFile(join(dir, ARTICLE), articleText({}, 'Varga said ten.\n'));
    expect(bodies((await watch.next('change')).change)).toEqual({ [ID]: 'Varga said ten.' });
  });

  test('that is withdrawn stays, as withdrawn', async () => {
    const dir = await corpusFolder();
    const watch = await watching(dir);
    await writeFile(join(dir, ARTICLE), articleText({ status: 'withdrawn', note: 'Retracted.' }));
    const { change } = await watch.next('change');
    expect(change).toMatchObject({ changed: [ID], withdrawn: [ID], removed: [] });
    expect(change.corpus.articles).toMatchObject([{ id: ID, status: 'withdrawn' }]);
  });

  test('that is deleted is removed', async () => {
    const dir = await corpusFolder({ 'articles/b.md': other('b') });
    const watch = await watching(dir);
    await rm(join(dir, 'articles/b.md'));
    const { change } = await watch.next('change');
    expect(change).toMatchObject({ added: [], changed: [], removed: ['b'] });
    expect(Object.keys(bodies(change))).toEqual([ID]);
  });

  test('whose text another has is deleted: the other stays, is told, and is mended by a look at the folder', async () => {
    const dir = await corpusFolder({ 'articles/a.md': other('a'), 'articles/b.md': other('b', { sameTextAs: 'a' }) });
    const watch = await watching(dir);
    await rm(join(dir, 'articles/a.md'));
    const { change } = await watch.next('change');
    expect(change).toMatchObject({ removed: ['a'], changed: [] });
    expect(change.corpus.articles.find(({ id }) => id === 'b')?.sameTextAs).toBe('a');
    expect((await watch.next('fault')).text).toContain('b.md: sameTextAs: "a" is no article of the corpus');
    await writeFile(join(dir, 'articles/a.md'), other('a'));
    expect((await watch.next('mended')).file).toBe(join(dir, 'articles/b.md'));
  });

  test('that gets another name gets another id', async () => {
    const dir = await corpusFolder();
    const watch = await watching(dir);
    await rename(join(dir, ARTICLE), join(dir, 'articles/talks.md'));
    expect((await watch.next('change')).change).toMatchObject({ added: ['talks'], removed: [ID] });
  });

  test('is the same in another folder; changes there are seen', async () => {
    const dir = await corpusFolder();
    const watch = await watching(dir);
    await mkdir(join(dir, 'articles/2026/02'), { recursive: true });
    await rename(join(dir, ARTICLE), join(dir, 'articles/2026/02', `${ID}.md`));
    await writeFile(join(dir, 'articles/2026/02/b.md'), other('b'));
    expect((await watch.next('change')).change).toMatchObject({ added: ['b'], changed: [], removed: [] });
    await saveOver(join(dir, 'articles/2026/02', `${ID}.md`), articleText({}, 'Varga said ten.\n'));
    expect((await watch.next('change')).change).toMatchObject({ added: [], changed: [ID], removed: [] });
    await rename(join(dir, 'articles/2026'), join(dir, 'articles/older'));
    await writeFile(join(dir, 'articles/older/02/c.md'), other('c'));
    expect((await watch.next('change')).change).toMatchObject({ added: ['c'], changed: [], removed: [] });
  });
});

describe('a broken file', () => {
  test('is told once, its last good version stays, and it is told when it is mended', async () => {
    const dir = await corpusFolder({ 'articles/b.md': other('b') });
    const watch = await watching(dir);
    await writeFile(join(dir, ARTICLE), BROKEN);
    const { fault } = await watch.next('fault');
    expect(fault).toMatchObject({ file: join(dir, ARTICLE), line: 3 });
    await writeFile(join(dir, 'articles/c.md'), other('c'));
    const { change } = await watch.next('change');
    expect(change).toMatchObject({ added: ['c'], changed: [], removed: [] });
    expect(bodies(change)[ID]).toBe('Ana Vale said no.');
    await writeFile(join(dir, ARTICLE), articleText({}, 'Varga said ten.\n'));
    expect(await watch.next('mended')).toEqual({ kind: 'mended', file: join(dir, ARTICLE) });
    expect((await watch.next('change')).change).toMatchObject({ added: [], changed: [ID], removed: [] });
    expect(watch.told.map(({ kind }) => kind)).toEqual(['fault', 'change', 'mended', 'change']);
  });

  test('that is new is left out until it is mended', async () => {
    const dir = await corpusFolder();
    const watch = await watching(dir);
    await writeFile(join(dir, 'articles/b.md'), BROKEN);
    await watch.next('fault');
    await saveOver(join(dir, 'articles/b.md'), other('b'));
    await watch.next('mended');
    expect((await watch.next('change')).change).toMatchObject({ added: ['b'] });
  });

  test('with another fault than before is told of that, too, and once that it is mended', async () => {
    const dir = await corpusFolder();
    const watch = await watching(dir);
    await writeFile(join(dir, ARTICLE), BROKEN);
    await watch.next('fault');
    await writeFile(join(dir, ARTICLE), articleText({ url: 'nowhere' }));
    expect((await watch.next('fault')).fault.field).toBe('url');
    await writeFile(join(dir, ARTICLE), articleText());
    await watch.next('mended');
    await writeFile(join(dir, 'articles/b.md'), other('b'));
    await watch.next('change');
    expect(watch.told.map(({ kind }) => kind)).toEqual(['fault', 'fault', 'mended', 'change']);
  });

  test('that is whole again before it is looked at twice is not told: it was being written', async () => {
    const dir = await corpusFolder();
    const watch = await watching(dir, { times: { quietMs: 300 } });
    await writeFile(join(dir, 'articles/c.md'), BROKEN);
    await writeFile(join(dir, 'articles/b.md'), other('b'));
    // Broken when it was looked at for the first time, as "b" tells.
    expect((await watch.next('change')).change.added).toEqual(['b']);
    await writeFile(join(dir, 'articles/c.md'), other('c'));
    expect((await watch.next('change')).change.added).toEqual(['c']);
    expect(watch.told.map(({ kind }) => kind)).toEqual(['change', 'change']);
  });

  test('that is deleted takes its last good version with it', async () => {
    const dir = await corpusFolder({ 'articles/b.md': other('b') });
    const watch = await watching(dir);
    await writeFile(join(dir, 'articles/b.md'), BROKEN);
    await watch.next('fault');
    await rm(join(dir, 'articles/b.md'));
    await watch.next('mended');
    expect((await watch.next('change')).change).toMatchObject({ removed: ['b'] });
  });

  test.each([
    [
      'speakers.yaml',
      '- { id: 7 }\n',
      '- { id: teo-varga, name: Teo Varga, kind: person, pronoun: he, aliases: [] }\n',
    ],
    ['terms.yaml', '- talks: [\n', '- [talks, discussions]\n'],
  ])('%s: what was in it before stays', async (name, broken, mended) => {
    const dir = await corpusFolder();
    const corpus = await loadCorpus(dir);
    const watch = await watching(dir, { corpus });
    await writeFile(join(dir, name), broken);
    expect((await watch.next('fault')).fault.file).toBe(join(dir, name));
    await writeFile(join(dir, 'articles/b.md'), other('b'));
    const { change } = await watch.next('change');
    expect(change).toMatchObject({ added: ['b'], changed: [], removed: [], hasOtherNames: false });
    expect([change.corpus.speakers, change.corpus.terms]).toEqual([corpus.speakers, corpus.terms]);
    await writeFile(join(dir, name), mended);
    await watch.next('mended');
    const next = (await watch.next('change')).change;
    expect(next).toMatchObject({ added: [], changed: [], removed: [], hasOtherNames: true });
    expect(next.corpus).toEqual(await loadCorpus(dir));
  });

  test('with the address of another one: whoever has it keeps it, also when the other is read first', async () => {
    const dir = await corpusFolder({ 'articles/b.md': other('b') });
    const watch = await watching(dir);
    await writeFile(join(dir, 'articles/a.md'), other('b', {}, 'Dolen said no.\n'));
    const { fault } = await watch.next('fault');
    expect(fault).toMatchObject({ file: join(dir, 'articles/a.md'), field: 'url' });
    await rm(join(dir, 'articles/b.md'));
    const { change } = await watch.next('change');
    expect(change).toMatchObject({ added: ['a'], changed: [], removed: ['b'] });
  });

  test('of another kind is told', async () => {
    const dir = await corpusFolder();
    const watch = await watching(dir);
    await writeFile(join(dir, 'articles/b.txt'), other('b'));
    expect((await watch.next('fault')).text).toContain('is no article file');
    await rename(join(dir, 'articles/b.txt'), join(dir, 'articles/b.md'));
    await watch.next('mended');
    expect((await watch.next('change')).change).toMatchObject({ added: ['b'] });
  });

  test.skipIf(process.getuid?.() === 0)('that may not be read any more', async () => {
    const dir = await corpusFolder();
    const watch = await watching(dir);
    await chmod(join(dir, ARTICLE), 0);
    expect((await watch.next('fault')).text).toContain('no permission');
    await chmod(join(dir, ARTICLE), 0o644);
    await watch.next('mended');
  });
});

describe('a folder that is gone', () => {
  test('keeps everything, is told, and goes on when it is back', async () => {
    const dir = await corpusFolder({ 'articles/b.md': other('b') });
    const watch = await watching(dir);
    onTestFinished(() => rm(`${dir}-away`, { recursive: true, force: true }));
    await rename(dir, `${dir}-away`);
    expect((await watch.next('fault')).text).toBe(
      `${dir}: can't be read: it does not exist (a link may point nowhere). What was read last stays until it is back`,
    );
    await rename(`${dir}-away`, dir);
    expect(await watch.next('mended')).toEqual({ kind: 'mended', file: dir });
    await writeFile(join(dir, 'articles/c.md'), other('c'));
    const { change } = await watch.next('change');
    expect(change).toMatchObject({ added: ['c'], changed: [], removed: [] });
    expect(watch.told).toHaveLength(3);
  });

  test('so do articles that are gone all at once: their disk may be', async () => {
    const dir = await corpusFolder({ 'articles/b.md': other('b') });
    const watch = await watching(dir);
    await rm(join(dir, 'articles'), { recursive: true });
    expect((await watch.next('fault')).text).toMatch(/articles: (?:holds no articles|can't be read)/u);
    await mkdir(join(dir, 'articles'), { recursive: true });
    await writeFile(join(dir, ARTICLE), articleText());
    const { change } = await watch.next('change');
    expect(change).toMatchObject({ added: [], changed: [], removed: ['b'] });
    await writeFile(join(dir, 'articles/c.md'), other('c'));
    expect((await watch.next('change')).change).toMatchObject({ added: ['c'] });
  });
});

describe('reading again', () => {
  test('happens once for many files', async () => {
    const dir = await corpusFolder();
    const watch = await watching(dir, { times: { quietMs: 200, longestMs: 60_000 } });
    const ids = Array.from({ length: 150 }, (_, at) => `a${at + 100}`);
    for (const id of ids) await writeFile(join(dir, `articles/${id}.md`), other(id));
    expect((await watch.next('change')).change.added.toSorted()).toEqual(ids);
    expect(watch.told).toHaveLength(1);
  });

  test('waits no longer than it may while events go on', async () => {
    const dir = await corpusFolder();
    let ring: (name: string | null) => void = () => undefined;
    const spy: WatchFolder = (folder, onEvent) => {
      ring = onEvent;
      return watchFolder(folder, onEvent);
    };
    const watch = await watching(dir, { times: { quietMs: 50, longestMs: 200 }, watchFolder: spy });
    const ringing = setInterval(() => ring('x'), 5);
    onTestFinished(() => clearInterval(ringing));
    await writeFile(join(dir, 'articles/b.md'), other('b'));
    expect((await watch.next('change')).change.added).toEqual(['b']);
  });

  test('never happens twice at once', async () => {
    const dir = await corpusFolder();
    let [underway, most] = [0, 0];
    let heard: (name: string | null) => void = () => undefined;
    const spy: WatchFolder = (folder, onEvent) =>
      watchFolder(folder, (name) => {
        onEvent(name);
        heard(name);
      });
    const watch = await watching(dir, {
      times: { quietMs: 1 },
      watchFolder: spy,
      async onChange({ added }) {
        underway += 1;
        most = Math.max(most, underway);
        // While this one is taken up, the next one comes, and could be read.
        if (added[0] === 'b') {
          const isHeard = new Promise<void>((resolve) => {
            heard = (name) => (name === 'c.md' ? resolve() : undefined);
          });
          await writeFile(join(dir, 'articles/c.md'), other('c'));
          await isHeard;
          for (let times = 0; times < 20; times += 1) await loadCorpus(dir);
        }
        underway -= 1;
      },
    });
    await writeFile(join(dir, 'articles/b.md'), other('b'));
    expect((await watch.next('change')).change.added).toEqual(['b']);
    expect((await watch.next('change')).change.added).toEqual(['c']);
    expect(most).toBe(1);
  });

  test('is not told where a file was only touched, or saved as it was', async () => {
    const dir = await corpusFolder();
    const watch = await watching(dir);
    await utimes(join(dir, ARTICLE), new Date(), new Date());
    await saveOver(join(dir, ARTICLE), articleText());
    await writeFile(join(dir, 'articles/b.md'), other('b'));
    expect((await watch.next('change')).change).toMatchObject({ added: ['b'], changed: [] });
    expect(watch.told).toHaveLength(1);
  });

  test('finds what no event told of', async () => {
    const dir = await corpusFolder();
    const silent: WatchFolder = (folder) => watchFolder(folder, () => undefined);
    const watch = await watching(dir, { times: { pollMs: 20 }, watchFolder: silent });
    await writeFile(join(dir, 'articles/b.md'), other('b'));
    expect((await watch.next('change')).change).toMatchObject({ added: ['b'] });
    await saveOver(join(dir, 'articles/b.md'), other('b', {}, 'Dolen said no.\n'));
    expect((await watch.next('change')).change).toMatchObject({ changed: ['b'] });
  });

  test('goes on where the system watches no more folders, and says so once', async () => {
    const dir = await corpusFolder();
    const full: WatchFolder = () => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    };
    const watch = await watching(dir, { times: { pollMs: 20 }, watchFolder: full });
    expect((await watch.next('fault')).text).toContain('fs.inotify.max_user_watches');
    await writeFile(join(dir, 'articles/b.md'), other('b'));
    await watch.next('change');
    expect(watch.told.filter(({ kind }) => kind === 'fault')).toHaveLength(2);
  });

  test('finds what has changed between loading and watching', async () => {
    const dir = await corpusFolder();
    const corpus = await loadCorpus(dir);
    await writeFile(join(dir, ARTICLE), articleText({}, 'Varga said ten.\n'));
    const watch = await watching(dir, { corpus });
    expect((await watch.next('change')).change).toMatchObject({ added: [], changed: [ID], removed: [] });
  });

  test('goes on after a change that could not be taken up; the next one has both', async () => {
    const dir = await corpusFolder();
    const watch = await watching(dir, {
      onChange({ added }) {
        if (added.length === 1) throw new Error('not taken up');
      },
    });
    await writeFile(join(dir, 'articles/b.md'), other('b'));
    expect(await watch.next('error')).toMatchObject({ cause: { message: 'not taken up' } });
    await writeFile(join(dir, 'articles/c.md'), other('c'));
    expect((await watch.next('change')).change.added.toSorted()).toEqual(['b', 'c']);
  });

  test('ends with the signal', async () => {
    const dir = await corpusFolder();
    const watch = await watching(dir);
    await writeFile(join(dir, 'articles/b.md'), other('b'));
    await watch.next('change');
    await watch.stop();
    expect(watch.told).toHaveLength(1);
  });
});
