// feeds.yaml: what it may say, and that every fault is told with its line.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readFeeds } from '../../src/corpus/feedsFile.ts';
import { formatFault } from '../../src/errors.ts';

function fileOf(text: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'iran-talks-feeds-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'feeds.yaml');
  if (text !== null) writeFileSync(path, text);
  return path;
}

const PLAIN = { outlet: null, include: [], exclude: [], every: 15, approval: 'ask', language: null };

async function faultsOf(text: string): Promise<string[]> {
  const path = fileOf(text);
  const read = await readFeeds(path);
  return 'faults' in read ? read.faults.map((fault) => formatFault(fault).slice(path.length)) : [];
}

test('a feed needs no more than its address', async () => {
  expect(await readFeeds(fileOf('- address: https://harbour.example/feed\n'))).toEqual({
    feeds: [{ ...PLAIN, address: 'https://harbour.example/feed' }],
  });
});

test('a feed may say all else', async () => {
  const text = `- address: HTTPS://Harbour.example
  outlet: Harbour Post
  include: [ferry, "harbour talks"]
  exclude: [football]
  every: 5
  approval: take
  language: pt-BR
`;
  expect(await readFeeds(fileOf(text))).toEqual({
    feeds: [
      {
        ...{ address: 'https://harbour.example/', outlet: 'Harbour Post', include: ['ferry', 'harbour talks'] },
        ...{ exclude: ['football'], every: 5, approval: 'take', language: 'pt-BR' },
      },
    ],
  });
});

test.each([
  ['no file', null],
  ['an empty file', ''],
  ['comments alone', '# - address: https://harbour.example/feed\n'],
  ['an empty list', '[]'],
])('%s has no feeds', async (_, text) => {
  expect(await readFeeds(fileOf(text))).toEqual({ feeds: [] });
});

test('a link that points nowhere is a fault', async () => {
  const path = fileOf(null);
  symlinkSync('/nowhere/feeds.yaml', path);
  expect(await readFeeds(path)).toMatchObject({ faults: [{ reason: expect.stringContaining('does not exist') }] });
});

test('every fault is told, with its line', async () => {
  const text = `- address: ftp://harbour.example/
- outlet: Harbour Post
- address: https://harbour.example/feed
  every: 4
  aproval: take
- address: https://harbour.example/b
  every: "15"
  include: ferry
  exclude: ["!"]
  approval: maybe
  language: english
- address: https://harbour.example/c
- address: https://HARBOUR.example/c
- address: https://harbour.example/${'x'.repeat(400)}
`;
  expect(await faultsOf(text)).toEqual([
    ':1: 0.address: "ftp://harbour.example/" is not an address that begins with https:// or http://',
    ':2: 1.address: is missing: give an address that begins with https:// or http://',
    ':4: 2.every: 4 is not a whole number of minutes from 5 to 1440',
    ':5: 2.aproval: is no key that this file can have: correct its spelling or remove it',
    ':8: 3.include: must be a list ([one, two], or lines that begin with "- "), not "ferry"',
    ':9: 3.exclude.0: has no letter: give a word or a phrase',
    ':7: 3.every: "15" is not a whole number of minutes from 5 to 1440',
    ':10: 3.approval: "maybe" is not one of ask, take',
    ':11: 3.language: "english" is not a language code such as en, fa or zh-CN',
    ':13: 5.address: https://harbour.example/c is in this file twice: keep one entry',
    ':14: 6.address: has 424 characters: give at most 400',
  ]);
});

test.each([
  ['a list of addresses', '- https://harbour.example/feed\n'],
  ['one entry without a list', 'address: https://harbour.example/feed\n'],
  ['no YAML', '- address: [\n'],
])('%s is a fault', async (_, text) => {
  expect(await faultsOf(text)).toHaveLength(1);
});
