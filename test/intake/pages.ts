// Invented pages, each a folder: page.html, and expected.yaml, which was written by hand. Read once for all tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Value {
  readonly value: string;
  readonly from: string;
}

export interface Expected {
  readonly address: string | null;
  /** Of the bytes: an encoding of `encodePage`; left out: UTF-8. */
  readonly encoding?: string;
  readonly title: Value | null;
  readonly outlet: Value | null;
  readonly byline: Value | null;
  readonly publishedOn: Value | null;
  readonly updatedOn: Value | null;
  readonly url: Value | null;
  readonly language: Value | null;
  /** Left out: usable. */
  readonly status?: Value;
  readonly captions: readonly string[];
  readonly paragraphs: readonly string[];
  /** Among others. */
  readonly leftOut: readonly string[];
  /** All, in their order; each reason has these words. */
  readonly doubts: readonly { readonly field: string; readonly reason: string }[];
}

export interface InventedPage {
  readonly slug: string;
  readonly html: string;
  readonly expected: Expected;
}

const FOLDER = join(import.meta.dirname, 'pages');

export const PAGES: readonly InventedPage[] = readdirSync(FOLDER)
  .sort()
  .map((slug) => ({
    slug,
    html: readFileSync(join(FOLDER, slug, 'page.html'), 'utf8'),
    // Days stay texts.
    expected: parse(readFileSync(join(FOLDER, slug, 'expected.yaml'), 'utf8'), { schema: 'core' }),
  }));
