// Golden passages: for each folder here, the article of that name must split as passages.json says. The file was made from
// the published text, not from what the program gives: sentence ends were read by a person. Words are kept out of it but
// for the first and last three of each passage, which show a drift; a sum stands for the others.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { splitPassages } from '../../src/corpus/passages.ts';
import type { Passage } from '../../src/domain.ts';

interface GoldenPassage extends Pick<Passage, 'id' | 'kind' | 'number' | 'offset' | 'sentences'> {
  /** UTF-16 units. */
  readonly length: number;
  readonly first: string;
  readonly last: string;
  readonly sha256: string;
}

const GOLDEN = 'test/golden';
const SHIPPED = 'cgtn-2026-02-12-trump-netanyahu';

const { articles } = await loadCorpus('corpus');

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function summaryOf({ id, kind, number, offset, text, sentences }: Passage): GoldenPassage {
  const words = text.split(/\s+/u);
  const [first, last] = [words.slice(0, 3).join(' '), words.slice(-3).join(' ')];
  return { id, kind, number, offset, length: text.length, first, last, sha256: sha256(text), sentences };
}

const slugs = readdirSync(GOLDEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((slug) => readdirSync(join(GOLDEN, slug)).includes('passages.json'));

describe.each(slugs)('%s', (slug) => {
  const golden = JSON.parse(readFileSync(join(GOLDEN, slug, 'passages.json'), 'utf8')) as GoldenPassage[];
  const article = articles.find(({ id }) => id === slug);
  const passages = article ? splitPassages(article).map(summaryOf) : [];

  test('has as many passages as were published, in their order', () => {
    expect(passages.map(({ id }) => id)).toEqual(golden.map(({ id }) => id));
  });

  test.each(golden)('$id, "$first … $last"', (expected) => {
    expect(passages.find(({ id }) => id === expected.id)).toEqual(expected);
  });
});

// Sums of the text as it was handed over, line by line: the caption, then the thirteen paragraphs.
const CAPTION = '24471384fddaf10244576dde7c59c665546ccfcb508e72112cea03ae78e0e672';
const PARAGRAPHS = [
  '16320ed77468f626af729c149c4a5d360672827516d41de92742123fdb2d8bb9',
  '9cee3b31b9d3320f3616996b8a2ae5a6143ed56e76879a7c265d462b3d6493cc',
  '6d40b01987902df0a6d86d04ccef51c30a4da3ec668797a78a68ec9a7e9770c8',
  '1fe3debfdc184ba6b69518f81898619b8ccbc1512656e566296a5158e175e1d4',
  'b71836e7153d1e1ec8471c0995085ae2fd7d9e0760d95d03816246be4407f915',
  'b10394ed5bdebde9a7bfdd5a3c41e9e65a6f9a5aae53bf677e0bce2a2d4ca9ce',
  'c292a012a02ae9f60d3a401965c5990967c4d40ea4e4282581eeb6d00ec59834',
  '060018c4bd4bd1bfb5f4e09629d554963304c86df6813bcc593941cd4f4cb01a',
  'ea0bff5318060a4c80dbb2a657b4d811af0bfd684b7206a07cbf9a5e6f5163ca',
  'cbacea883d16d5f56fbab16b752ef2163392284d26ae5b20dc7e37ac9c55f18e',
  '8771110206699cb09edd6f1f49508e8fe339d76e047eb95a32db872182a64ea3',
  '49147962c6df1b64e7a083d81bb00756d9281e79a5f3347ff2c975a385174f09',
  '30d05aa37badafe396e8326a8d8f096230424ef97e2d3697d66eab537e104f14',
];

describe('the shipped article file', () => {
  test('holds the published paragraphs and caption to the letter, and no other text', async () => {
    // Read without the program's own splitting, so that the two can't be wrong together.
    const file = await readFile(`corpus/articles/${SHIPPED}.md`, 'utf8');
    const body = file.slice(file.indexOf('\n---\n') + '\n---\n'.length);
    expect(body.trim().split('\n\n').map(sha256)).toEqual(PARAGRAPHS);
    expect(articles.find(({ id }) => id === SHIPPED)?.captions.map(sha256)).toEqual([CAPTION]);
  });

  test.each(['CHOOSE YOUR LANGUAGE', '互联网新闻信息许可证', 'Disinformation report hotline'])(
    'leaves out the furniture of its page: %s',
    async (words) => {
      expect(await readFile(`corpus/articles/${SHIPPED}.md`, 'utf8')).not.toContain(words);
    },
  );
});
