// `corpus correct` and `corpus show`: what a curator sees and types, over real files.
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { correct } from '../../src/curate/correct.ts';
import { quotedForShell } from '../../src/curate/naming.ts';
import { show } from '../../src/curate/show.ts';
import { ARTICLE, articleText, corpusFolder } from '../corpus/corpusFolder.ts';
import { partsFor, type Ran, run } from './terminal.ts';

const ID = 'example-2026-02-12-talks';
const BESIDE = ARTICLE.replace(/\.md$/u, '.corrections.yaml');
const BODY = `Ana Vale said the old ferry will stop in May. Ina Moor said the harbor is closed.

"We will never sell the old lighthouse," read the placard. Rain fell.
`;
const SPEAKERS =
  '- { id: ana-vale, name: Ana Vale, kind: person, pronoun: she, aliases: [Vale] }\n- { id: ina-moor, name: Ina Moor, kind: person, pronoun: she, aliases: [the harbor master] }\n';

let dir: string;
beforeEach(async () => {
  dir = await corpusFolder({ [ARTICLE]: articleText({}, BODY), 'speakers.yaml': SPEAKERS });
});
const corrected = (...words: string[]): Promise<Ran> => run(correct, dir, ...words);
const file = (): Promise<string> => readFile(join(dir, BESIDE), 'utf8');
const corrections = async () => (await loadCorpus(dir)).articles[0]?.corrections;

test('a speaker by id, alias or name; what is different is shown, and the file holds it', async () => {
  const first = await corrected(
    ID,
    '1',
    '--words',
    'old ferry',
    '--speaker',
    'Moor',
    '--reason',
    'the minutes',
    '--by',
    'mk',
  );
  expect(first).toMatchObject({
    status: null,
    error: expect.stringContaining('Nobody in speakers.yaml is called "Moor"'),
  });
  const { status, output } = await corrected(
    ID,
    '1',
    '--words',
    'old ferry',
    '--speaker',
    'the harbor master',
    '--reason',
    'the minutes',
  );
  expect(status).toBe(0);
  expect(output).toContain(`${ID}#1.1 “the old ferry will stop in May`);
  expect(output).toContain('  speaker: Ana Vale → Ina Moor\n');
  expect(await file()).toBe(
    '- passage: 1\n  words: old ferry\n  speaker: ina-moor\n  on: 2026-02-14\n  reason: the minutes\n',
  );
});

test('a statement’s id stands for article, passage and words; what is corrected twice is one entry with both', async () => {
  await corrected(`${ID}#1.2`, '--name', 'Rae Sund');
  const { output } = await corrected(
    `${ID}#1.2`,
    '--from',
    '2026-02-09',
    '--to',
    '2026-02-10',
    '--content',
    'harbor is closed',
  );
  expect(output).toContain('day: day not stated → 9 Feb 2026 to 10 Feb 2026');
  expect(output).toContain('words: the harbor is closed → harbor is closed');
  expect(await corrections()).toMatchObject([
    { speaker: { name: 'Rae Sund' }, saidOn: { from: '2026-02-09', to: '2026-02-10' }, content: 'harbor is closed' },
  ]);
});

test('a statement is made where nobody was read, and one that is none is taken away; both are undone', async () => {
  const made = await corrected(`${ID}#2`, '--words', 'Rain fell', '--speaker', 'ana-vale');
  expect(made.output).toContain('speaker: nobody → Ana Vale');
  const gone = await corrected(`${ID}#1.1`, '--nobody');
  expect(gone.output).toContain('speaker: Ana Vale → nobody');
  expect((await corrected(ID, '2', '--words', 'Rain', '--undo')).output).toContain('Ana Vale → nobody');
  expect((await corrected(ID, '1', '--words', 'old ferry', '--undo')).output).toContain('nobody → Ana Vale');
  await expect(file()).rejects.toThrow('ENOENT');
  expect((await corrected(ID, '1', '--words', 'old ferry', '--undo')).error).toContain('Nothing is corrected there');
});

describe('nothing is written for', () => {
  test.each<[string, string[], string]>([
    [
      'words that are not printed there, and the passage is shown',
      [ID, '1', '--words', 'new ferry', '--nobody'],
      'Ana Vale said the old ferry',
    ],
    [
      'a speaker with a typing error',
      [ID, '1', '--words', 'old ferry', '--speaker', 'Ina Mor'],
      'Did you mean ina-moor (Ina Moor)?',
    ],
    ['an id with one', [ID, '1', '--words', 'old ferry', '--speaker', 'ina-mor'], 'Did you mean ina-moor (Ina Moor)?'],
    ['an unknown article', ['example-talks', '1', '--words', 'no', '--nobody'], `The nearest: ${ID}`],
    ['an unknown passage', [ID, '9', '--words', 'no', '--nobody'], 'there are 1 to 2'],
    ['an unknown statement', [`${ID}#1.7`, '--nobody'], `There are ${ID}#1.1, ${ID}#1.2`],
    ['a day that is none', [`${ID}#1.1`, '--said-on', '2026-02-30'], 'no day of the calendar'],
    ['days reversed', [`${ID}#1.1`, '--from', '2026-02-10', '--to', '2026-02-09'], 'lies before'],
    ['half a range', [`${ID}#1.1`, '--from', '2026-02-10'], 'both --from and --to'],
    ['two speakers', [`${ID}#1.1`, '--nobody', '--name', 'Rae Sund'], 'one of --speaker'],
    ['no change', [`${ID}#1.1`, '--reason', 'none'], 'Say what is right'],
    ['content that is not printed there', [`${ID}#1.1`, '--content', 'new ferry'], 'These words are not printed in'],
    ['a misspelt option', [`${ID}#1.1`, '--speker', 'ana-vale'], 'Did you mean --speaker?'],
    ['an option without its value', [`${ID}#1.1`, '--speaker'], 'speaker'],
    ['nothing at all', [], 'It is: corpus correct'],
    [
      'words that nobody was read as saying, without a speaker',
      [ID, '2', '--words', 'Rain fell', '--said-on', '2026-02-10'],
      'say who it was',
    ],
  ])('%s', async (_, words, message) => {
    const { status, error } = await corrected(...words);
    expect([status, error]).toEqual([null, expect.stringContaining(message)]);
    await expect(file()).rejects.toThrow('ENOENT');
  });
});

/** `steps`: what is waited for, and the keys that are then typed. */
async function answered(steps: [string, string[]][]): Promise<number> {
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const parts = { ...partsFor(dir, output), input, output };
  const said: string[] = [];
  output.on('data', (chunk: Buffer) => {
    said.push(chunk.toString());
    const [step] = steps;
    if (!step || !said.join('').includes(step[0])) return;
    steps.shift();
    // Keys are read one by one, as people type them.
    setImmediate(() => {
      for (const key of step[1]) input.write(key);
    });
  });
  return correct([ID], parts);
}

test('on a terminal it asks which statement, whose, and why', async () => {
  const steps: [string, string[]][] = [
    ['Which statement?', ['\r']],
    ['Who said it?', ['i', 'n', 'a', '\r']],
    ['Why?', ['m', 'i', 'n', '\r']],
  ];
  expect(await answered(steps)).toBe(0);
  expect(await corrections()).toMatchObject([{ passage: '1', speaker: { id: 'ina-moor' }, reason: 'min' }]);
});

test('a name that speakers.yaml does not have is asked for where nothing else is left to choose', async () => {
  const steps: [string, string[]][] = [
    ['Which statement?', ['\r']],
    ['Who said it?', ['z', 'z', '\r']],
    ['Whose name?', ['Z', 'o', 'e', '\r']],
    ['Why?', ['\r']],
  ];
  expect(await answered(steps)).toBe(0);
  expect(await corrections()).toMatchObject([{ passage: '1', speaker: { name: 'Zoe' }, reason: null }]);
});

test('show marks statements, tells who and by which rule, what nobody was read as saying, and what to type', async () => {
  await corrected(`${ID}#1.1`, '--speaker', 'ina-moor', '--reason', 'the minutes');
  await writeFile(join(dir, BESIDE), `${await file()}- { passage: 1, words: never printed, nobody: true }\n`);
  const { status, output } = await run(show, dir, ID);
  expect(status).toBe(0);
  const flat = output.replace(/\s+/gu, ' ');
  expect(flat).toContain('¶ 1 Ana Vale said ⟦1 the old ferry will stop in May⟧');
  expect(flat).toContain('1. Ina Moor · said');
  expect(flat).toMatch(/curator · read by: .+ → corpus correct \S+#1\.1 …/u);
  expect(flat).toContain(`→ corpus correct ${ID}#1.2 …`);
  expect(flat).toContain('Correction 2 is not used: words: stand neither in ¶ 1 nor elsewhere');
  for (const line of output.split('\n')) if (!line.includes(ID)) expect(line.length).toBeLessThanOrEqual(80);
  const json = JSON.parse((await run(show, dir, ID, '--json')).output) as {
    statements: { id: string }[];
    unused: object[];
  };
  expect([json.statements[0]?.id, json.unused.length]).toEqual([`${ID}#1.1`, 1]);
});

test('what show says to type can be typed as it stands, whatever is printed', async () => {
  const words = "We don't sell the `old` pier for $5\\now!";
  await writeFile(join(dir, ARTICLE), articleText({}, `Nets hang. “${words},” a placard at the gate.\n`));
  const json = JSON.parse((await run(show, dir, ID, '--json')).output) as { passages: { unread: string[] }[] };
  const [unread = ''] = json.passages[0]?.unread ?? [];
  expect(unread).toBe(words);
  const typed = quotedForShell(unread);
  expect((await run(show, dir, ID)).output.replace(/\s+/gu, ' ')).toContain(`--words ${typed} --speaker …`);
  expect(execFileSync('sh', ['-c', `printf %s ${typed}`], { encoding: 'utf8' })).toBe(unread);
});

test('words that are not printed are told with what is; a new reason is shown as what changed, and show tells it', async () => {
  const { error } = await corrected(`${ID}#1.1`, '--content', 'the new ferry');
  expect(error).toBe(
    `These words are not printed in ${ID}#1: “the new ferry”. It says, to the letter:\n${BODY.split('\n')[0]}`,
  );
  await corrected(`${ID}#1.1`, '--speaker', 'ina-moor');
  expect((await corrected(`${ID}#1.1`, '--speaker', 'ina-moor', '--reason', 'Misread.')).output).toContain(
    '  reason: none → Misread.\n',
  );
  expect((await run(show, dir, ID)).output.replace(/\s+/gu, ' ')).toContain('corrected: speaker (Misread.)');
});

test('what a curator calls no statement is told by show, with what takes it back', async () => {
  await corrected(ID, '2', '--words', 'We will never sell', '--speaker', 'Vale');
  await corrected(`${ID}#1.2`, '--nobody', '--reason', 'A rumour.');
  const flat = (await run(show, dir, ID)).output.replace(/\s+/gu, ' ');
  expect(flat).toMatch(
    /Correction 2: “.*harbor.*” is no statement \(A rumour\.\) → corpus correct .* 1 --words .* --undo/u,
  );
  expect(flat).not.toContain('nobody was read as saying “the harbor');
});

test('show of an unknown article names the nearest', async () => {
  expect((await run(show, dir, 'exampel-2026-02-12-talks')).error).toContain(`The nearest: ${ID}`);
});
