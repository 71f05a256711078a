// `corpus check`: every fault with its place, and how much there is.
import { describe, expect, test } from 'vitest';
import { check } from '../../src/curate/check.ts';
import { ARTICLE, articleText, corpusFolder } from '../corpus/corpusFolder.ts';
import { run } from './terminal.ts';

const BESIDE = ARTICLE.replace(/\.md$/u, '.corrections.yaml');

test('a sound corpus has no faults, and is counted', async () => {
  const dir = await corpusFolder({
    [BESIDE]: '- { passage: 1, words: said no, name: Ina Moor }\n',
    'articles/b.md': articleText({ language: 'fa' }, 'Ana Vale said no.\n'),
  });
  const { status, output } = await run(check, dir);
  expect(status).toBe(0);
  expect(output.replace(/ +/gu, ' ')).toBe(
    'articles 2 en 1, fa 1; statements are read in English alone: 1 without\npassages 2\nstatements 1\nspeakers 1\ncorrections 1\nNo faults.\n',
  );
  const json = JSON.parse((await run(check, dir, '--json')).output) as object;
  expect(json).toEqual({
    ...{ faults: [], articles: 2, languages: { en: 1, fa: 1 }, unread: 1 },
    ...{ passages: 2, statements: 1, speakers: 1, corrections: 1 },
  });
});

describe('a fault, told with file, line and field, is', () => {
  test.each<[string, Record<string, string>, string]>([
    ['in an article', { [ARTICLE]: articleText({ url: null }) }, `${ARTICLE}:2: url: is missing`],
    [
      'in speakers',
      { 'speakers.yaml': '- { id: a, kind: person, pronoun: he }\n' },
      'speakers.yaml:1: a.name: is missing',
    ],
    ['in corrections', { [BESIDE]: '\n- { passage: 1, words: no }\n' }, `${BESIDE}:2: 0: corrects nothing`],
    [
      'a correction that corrects nothing any more',
      { [BESIDE]: '# Old.\n- passage: 1\n  words: never printed\n  nobody: true\n' },
      `${BESIDE}:3: 0.words: stand neither in ¶ 1 nor elsewhere in the article`,
    ],
    ['in what waits for approval', { 'held/b.md': 'No front matter.\n' }, 'held/b.md:1: has no front matter'],
  ])('%s', async (_, files, line) => {
    const dir = await corpusFolder(files);
    const { status, output } = await run(check, dir);
    expect(status).toBe(1);
    expect(output).toContain(`${dir}/${line}`);
    expect(output).toMatch(/\n1 fault\.\n$/u);
    const { faults } = JSON.parse((await run(check, dir, '--json')).output) as { faults: object[] };
    expect(faults).toHaveLength(1);
  });
});

test('words behind it are refused', async () => {
  expect((await run(check, 'nowhere', 'all')).error).toContain('corpus check takes no words');
});
