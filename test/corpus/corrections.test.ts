// <id>.corrections.yaml beside an article: what is read, and every fault of it.
import { describe, expect, test } from 'vitest';
import { parseCorrections } from '../../src/corpus/corrections.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { ARTICLE, corpusFolder, faultsOf } from './corpusFolder.ts';

const BESIDE = ARTICLE.replace(/\.md$/u, '.corrections.yaml');

test('corrections are loaded with their article, in the order of the file', async () => {
  const dir = await corpusFolder({
    [BESIDE]: [
      '# Read with the minutes beside it.',
      '- { passage: 3, words: "said no", speaker: ana-vale, by: mk, on: 2026-02-14, reason: she signs it }',
      '- passage: c1',
      '  words: "no"',
      '  saidOn: { from: 2026-02-10, to: 2026-02-11 }',
      '- { passage: "1", words: "no", saidOn: 2026-02-10, name: Teo Varga, content: said no }',
      '- { passage: 1, words: "no", nobody: true }',
    ].join('\n'),
  });
  const empty = { speaker: null, saidOn: null, content: null, by: null, on: null, reason: null };
  expect((await loadCorpus(dir)).articles[0]?.corrections).toEqual([
    {
      passage: '3',
      words: 'said no',
      ...empty,
      speaker: { id: 'ana-vale' },
      by: 'mk',
      on: '2026-02-14',
      reason: 'she signs it',
    },
    { passage: 'c1', words: 'no', ...empty, saidOn: { from: '2026-02-10', to: '2026-02-11' } },
    {
      ...{ passage: '1', words: 'no', ...empty, speaker: { name: 'Teo Varga' } },
      ...{ saidOn: { from: '2026-02-10', to: '2026-02-10' }, content: 'said no' },
    },
    { passage: '1', words: 'no', ...empty, speaker: 'none' },
  ]);
});

test('a file with comments alone corrects nothing', () => {
  expect(parseCorrections('a.corrections.yaml', '# None left.\n\n')).toMatchObject({ corrections: [] });
});

describe('a fault is', () => {
  test.each<[string, string, string, string, number]>([
    ['no list', 'passage: 3', '', 'must be a list', 1],
    ['a passage that is none', '- { passage: x3, words: no, nobody: true }', '0.passage', 'number of a paragraph', 1],
    ['passage nought', '- { passage: 0, words: no, nobody: true }', '0.passage', 'number of a paragraph', 1],
    ['no words', '- { passage: 3, nobody: true }', '0.words', 'is missing', 1],
    ['empty words', '- { passage: 3, words: " ", nobody: true }', '0.words', 'is empty', 1],
    ['two speakers', '- { passage: 3, words: no, name: Ana Pell, nobody: true }', '0.nobody', 'contradicts name', 1],
    ['nobody: false', '- { passage: 3, words: no, nobody: false }', '0.nobody', 'true', 1],
    [
      'a day of what nobody said',
      '- { passage: 3, words: no, nobody: true, saidOn: 2026-02-10 }',
      '0.saidOn',
      'nobody said',
      1,
    ],
    ['nothing corrected', '- { passage: 3, words: no, reason: why not }', '0', 'corrects nothing', 1],
    ['a day that is none', '- { passage: 3, words: no, saidOn: 2026-02-30 }', '0.saidOn', 'day of the calendar', 1],
    [
      'days reversed',
      '- { passage: 3, words: no, saidOn: { from: 2026-02-10, to: 2026-02-09 } }',
      '0.saidOn',
      'lies before',
      1,
    ],
    ['a misspelt key', '- { passage: 3, words: no, speeker: ana-vale }', '0.speeker', 'no key', 1],
    [
      'an unknown speaker',
      '- passage: 1\n  words: no\n  speaker: ana-val',
      '0.speaker',
      'no speaker has the id "ana-val"',
      3,
    ],
    ['invalid YAML', '- { passage: 3', '', 'not valid YAML', 1],
  ])('%s', async (_, text, field, reason, line) => {
    const faults = await faultsOf({ [BESIDE]: text });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file: BESIDE, field, line });
    expect(faults[0]?.reason).toContain(reason);
  });

  test('each of several entries', async () => {
    const faults = await faultsOf({
      [BESIDE]: '- { passage: 3 }\n- { passage: 1, words: no, speaker: nobody-here }\n- 4\n',
    });
    expect(faults.map(({ field }) => field)).toEqual(['0.words', '2']);
  });

  test('a file beside no article', async () => {
    const faults = await faultsOf({ 'articles/other.corrections.yaml': '- { passage: 1, words: no, nobody: true }' });
    expect(faults).toMatchObject([
      { file: 'articles/other.corrections.yaml', reason: expect.stringContaining('corrects no article') },
    ]);
  });

  test('not missing speakers, where speakers.yaml is what can’t be read', async () => {
    const faults = await faultsOf({
      [BESIDE]: '- { passage: 1, words: no, speaker: new-one }',
      'speakers.yaml': '- {',
    });
    expect(faults.map(({ file }) => file)).toEqual(['speakers.yaml']);
  });
});
