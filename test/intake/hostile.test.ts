// Pages that were made to harm whoever reads them: what they cost, and what of them is kept or shown.
import { describe, expect, test } from 'vitest';
import { IntakeError } from '../../src/errors.ts';
import type { Draft } from '../../src/intake/draft.ts';
import { readPage } from '../../src/intake/readPage.ts';
import { readText } from '../../src/intake/readText.ts';

const WORDS = 'The harbour office said that the ferries would run again in spring, and nobody at the quay disagreed. ';
const BODY = `<article><p>${WORDS.repeat(4)}</p></article>`;
const ESCAPE = '&#27;';

function read(html: string): Draft {
  return readPage(`<html lang="en">${html}${BODY}`, { address: 'https://post.example/a', today: '2026-03-04' });
}

function linked(fields: object): string {
  const article = { '@type': 'NewsArticle', headline: 'Ferries to run', datePublished: '2026-03-04', ...fields };
  return `<script type="application/ld+json">${JSON.stringify(article)}</script>`;
}

describe('is read in the time of any other page', () => {
  const MANY = 200_000;
  // Each took from 40 s to hours.
  test.each([
    ['a title of nothing but dividers', `<title>${'a|'.repeat(MANY)}</title>`],
    ['a headline of one open tag', linked({ headline: `<${'a'.repeat(MANY)}` })],
    ['an author of dashes', linked({ author: `${'-'.repeat(MANY)}x` })],
    ['a byline of dashes', `<a rel="author">${'-'.repeat(MANY)}x</a>`],
    ['an author at many places', linked({ author: `x${' at A'.repeat(MANY / 5)}1` })],
    ['bylines within each other', `${'<div class="byline">'.repeat(190)}${'x '.repeat(MANY)}${'</div>'.repeat(190)}`],
    ['headings within each other', `${'<h1>'.repeat(190)}${'x '.repeat(MANY)}${'</h1>'.repeat(190)}`],
  ])('%s', (_, html) => {
    const start = performance.now();
    read(html);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

test('a text or a paragraph of more than an article has is in doubt, so that no feed takes it unasked', () => {
  const said = (length: number): string => `${'He said so. '.repeat(length / 12)}`;
  for (const text of [said(24_000), Array.from({ length: 40 }, () => said(12_000)).join('\n\n')]) {
    const page = `<article>${text
      .split('\n\n')
      .map((words, at) => `<p>${at} ${words}</p>`)
      .join('')}</article>`;
    const drafts = [readText(text), readPage(page, { address: 'https://post.example/a' })];
    for (const { doubts } of drafts)
      expect(doubts).toContainEqual({ field: 'body', reason: expect.stringMatching(/has \d{5,} characters/) });
  }
});

describe('what no file and no terminal should get', () => {
  test.each([
    ['an outlet', `<meta property="og:site_name" content="Po${ESCAPE}[31mst">`],
    ['a byline', `<meta name="author" content="Lena ${ESCAPE}[2J Oster">`],
    ['an author with half a character', linked({ author: 'Lena \ud800 Oster' })],
    ['a heading', `<meta property="og:title" content="Ferries to run again"><h1>Ferries ${ESCAPE}[2J to run</h1>`],
    ['what is left out', `<nav><p>${WORDS}${ESCAPE}[2J</p></nav>`],
  ])('is not in %s', (_, html) => {
    expect(JSON.stringify(read(html))).not.toMatch(/\\u001b|\\ud800/);
  });

  test('is refused in a title, and told without it', () => {
    const titles = [
      `<meta property="og:title" content="Ferries ${ESCAPE}]0;x&#7; to run">`,
      linked({ headline: 'a \ud800 b c' }),
    ];
    for (const html of titles) {
      const refusal = ((): unknown => {
        try {
          return read(html);
        } catch (cause) {
          return cause;
        }
      })();
      expect(refusal).toMatchObject({ code: 'encoding' });
      expect(String(refusal)).not.toMatch(/\p{Cc}|\p{Cs}/u);
    }
  });

  test('no error holds what moves a terminal or turns what is read', () => {
    expect(new IntakeError('file', 'a\u001b[2J\u009b1m\u202eb\nc').message).toBe('a[2J1mb\nc');
  });
});

test('what is too long for the corpus is not taken: the next source counts', () => {
  const draft = read(
    `<link rel="canonical" href="https://post.example/${'a'.repeat(2_100)}"><meta property="og:title" content="${WORDS.repeat(6)}">
    <meta property="og:site_name" content="${WORDS.repeat(3)}"><h1>Ferries to run again</h1>`,
  );
  expect(draft).toMatchObject({
    title: { value: 'Ferries to run again' },
    outlet: { value: 'post.example' },
    url: { value: 'https://post.example/a' },
  });
});
