// A corrections file changed by the program: nothing that a person wrote in it is lost.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { parseCorrections } from '../../src/corpus/corrections.ts';
import { isSame, removeCorrections, writeCorrection } from '../../src/corpus/correctionsFile.ts';
import type { Correction } from '../../src/domain.ts';
import { CorpusError, IntakeError } from '../../src/errors.ts';

let dir: string;
let path: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'iran-talks-corrections-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  path = join(dir, 'a.corrections.yaml');
});

const ANY: Correction = {
  ...{ passage: '3', words: 'ships wait', speaker: { id: 'ana-vale' }, saidOn: null, content: null },
  ...{ by: null, on: null, reason: null },
};
const text = (): Promise<string> => readFile(path, 'utf8');
async function read(): Promise<readonly Correction[]> {
  const file = parseCorrections(path, await text());
  if ('faults' in file) throw new CorpusError('faults', file.faults);
  return file.corrections;
}

test('a new file is as a person would write it', async () => {
  await writeCorrection(path, {
    ...ANY,
    saidOn: { from: '2026-02-10', to: '2026-02-10' },
    by: 'mk',
    on: '2026-02-14',
    reason: 'she: signs',
  });
  expect(await text()).toBe(
    '- passage: 3\n  words: ships wait\n  speaker: ana-vale\n  saidOn: 2026-02-10\n  by: mk\n  on: 2026-02-14\n  reason: "she: signs"\n',
  );
  expect(await readdir(dir)).toEqual(['a.corrections.yaml']);
});

const WRITTEN = `# Checked against the minutes.

- { passage: 1, words: tugs wait, nobody: true } # not even she

# The letter.
- passage: 3
  words: ships wait # twice
  name: Ina Moor
  reason: she signs it
`;

test('comments, order and ways of writing stay, whatever is added, replaced or taken away', async () => {
  await writeFile(path, WRITTEN);
  await writeCorrection(path, { ...ANY, passage: 'c1', words: 'the "old" pier', speaker: 'none' });
  await writeCorrection(path, { ...ANY, reason: 'she signs it' });
  expect(await text()).toBe(
    `${WRITTEN.replace('  name: Ina Moor\n  reason: she signs it\n', '  reason: she signs it\n  speaker: ana-vale\n')}- passage: c1\n  words: the "old" pier\n  nobody: true\n`,
  );
  await removeCorrections(path, [1, 2]);
  expect(await text()).toContain(
    '# Checked against the minutes.\n\n- { passage: 1, words: tugs wait, nobody: true } # not even she\n',
  );
});

test('the last entry takes the file with it, unless somebody has written a comment', async () => {
  await writeCorrection(path, ANY);
  await removeCorrections(path, [0]);
  expect(await readdir(dir)).toEqual([]);
  await writeFile(path, `# Checked.\n\n- { passage: 1, words: no, nobody: true }\n`);
  await removeCorrections(path, [0]);
  expect([await read(), await text()]).toEqual([[], expect.stringContaining('# Checked.')]);
  await writeCorrection(path, ANY);
  expect([await read(), await text()]).toEqual([[ANY], expect.stringContaining('# Checked.')]);
  await writeFile(path, '# Only this.\n');
  await writeCorrection(path, ANY);
  expect([await read(), await text()]).toEqual([[ANY], expect.stringContaining('# Only this.')]);
});

test('a file with faults is left as it is, and so is one that can’t be written', async () => {
  await writeFile(path, '- { passage: 1 }\n');
  await expect(writeCorrection(path, ANY)).rejects.toBeInstanceOf(CorpusError);
  expect(await text()).toBe('- { passage: 1 }\n');
  await expect(writeCorrection(join(dir, 'gone', 'a.corrections.yaml'), ANY)).rejects.toBeInstanceOf(IntakeError);
});

test('whatever words are corrected, what is read back is what was written', async () => {
  const words = fc.oneof(
    fc.constantFrom(
      '60',
      'yes',
      'null',
      '~',
      '- no',
      '# no',
      '“no”',
      'a: b',
      "it's",
      '2026-02-10',
      '{x}',
      '*no',
      ' no ',
    ),
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((one) => one.trim() !== '' && !/\p{Cc}/u.test(one)),
  );
  const one = fc.record({ passage: fc.constantFrom('1', '2', 'c1'), words, reason: fc.option(words) });
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 5 }), async (list) => {
      await rm(path, { force: true });
      let wanted: Correction[] = [];
      for (const parts of list) {
        const correction = { ...ANY, ...parts };
        await writeCorrection(path, correction);
        const at = wanted.findIndex((other) => isSame(other, correction));
        wanted = at < 0 ? [...wanted, correction] : wanted.with(at, correction);
      }
      expect(await read()).toEqual(wanted);
    }),
    { numRuns: 15 },
  );
});
