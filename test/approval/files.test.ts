// Held articles of a real folder, decided on in a chat.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Curator, createApproval } from '../../src/approval/approval.ts';
import type { Said } from '../../src/conversation/conversation.ts';
import { formatArticle } from '../../src/corpus/articleFile.ts';
import { createCuration } from '../../src/corpus/held.ts';
import { fitsSlack, textOf } from '../../src/slack/blocks.ts';

const text = (number: number): string =>
  formatArticle({
    title: `Ferries ${number}`,
    outlet: 'Harbour Post',
    url: `https://harbour.example/${number}`,
    publishedOn: `2026-03-0${number}`,
    language: 'en',
    retrievedOn: '2026-03-09',
    status: 'usable',
    captions: [],
    ...{ updatedOn: null, byline: null, note: null, sameTextAs: null },
    paragraphs: ['“The ferries stop,” Lena Oster said.'],
    remarks: [],
  });
const by: Curator = { platform: 'slack', community: 'T1', user: 'U1', refusal: async () => null, fits: fitsSlack };
const log = { debug() {}, info() {}, warn() {}, error() {} };
const actionOf = ({ buttons }: Said, label: string): string =>
  buttons.find((button) => button.label === label)?.action ?? '';
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'approval-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('what is approved is an article, what is refused is kept beside, and a file that can’t be read is named', async () => {
  const curation = createCuration(dir);
  for (const number of [1, 2, 3]) await curation.hold(`ferries-${number}`, text(number));
  const approval = createApproval({ curation, curatedFrom: [{ platform: 'slack', community: 'T1' }], log });
  const list = await approval.command('', by);
  const both = await Promise.all([
    approval.press(actionOf(list, 'Approve 1'), by),
    approval.press(actionOf(list, 'Refuse 2'), by),
  ]);
  expect(both.map(({ message }) => textOf(message))).toEqual([
    expect.stringContaining('Approved: Ferries 3;'),
    expect.stringContaining('Refused: Ferries 2.'),
  ]);
  expect(await readdir(join(dir, 'articles'))).toEqual(['ferries-3.md']);
  expect(await readdir(join(dir, 'held', 'refused'))).toEqual(['ferries-2.md']);
  await writeFile(join(dir, 'held', 'broken.md'), 'no front matter');
  expect(textOf((await approval.press(actionOf(list, 'Approve 3'), by)).message)).toContain('broken.md');
});
