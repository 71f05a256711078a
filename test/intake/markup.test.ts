// Whatever markup a page sends, reading it ends at once: with its article, or with an error that says what to do. Nothing in it runs.
import { describe, expect, test } from 'vitest';
import { IntakeError } from '../../src/errors.ts';
import { LIMITS, tidyMarkup } from '../../src/intake/markup.ts';
import { readPage } from '../../src/intake/readPage.ts';

/** The code of the error that reading ends with, or the paragraphs; and how long it took, in milliseconds. */
function read(html: string): { result: string | readonly string[]; ms: number } {
  const start = performance.now();
  try {
    const { paragraphs } = readPage(html, { address: 'https://news.example/a' });
    return { result: paragraphs, ms: performance.now() - start };
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    return { result: error.code, ms: performance.now() - start };
  }
}

const SENTENCE = 'The dam will be lower than planned, the envoy said on Tuesday.';
const ARTICLE = `<article><h1>Dam</h1><p>${SENTENCE}</p></article>`;

describe('a page is refused in less than a second', () => {
  test.each([
    ['50 MB of nested tags', '<div>'.repeat(10_000_000)],
    ['2 MB of nested tags', '<div>'.repeat(400_000)],
    ['tags nested 501 deep', `${'<span>'.repeat(LIMITS.depth + 1)}x`],
    ['nested tags with other names', '<a><b><i><x-y>'.repeat(30_000)],
    ['more tags than any page of news', '<b></b>'.repeat(LIMITS.tags)],
    ['more entities than any page of news', `${ARTICLE}${'&amp;'.repeat(LIMITS.tags)}`],
    ['more end tags than any page of news', '</p>'.repeat(LIMITS.tags + 1)],
  ])('%s', (_, html) => {
    const { result, ms } = read(html);
    expect(result).toBe('markup');
    expect(ms).toBeLessThan(1_000);
  });
});

describe('a page is read in less than a second, and its article found', () => {
  test.each([
    ['9 MB of a script', `${ARTICLE}<script>${'x="<p>";'.repeat(1_100_000)}</script>`],
    ['a million comments that never end', `${ARTICLE}${'<!-- '.repeat(1_000_000)}`],
    ['50,000 scripts that never end', `${ARTICLE}${'<script>'.repeat(50_000)}`],
    ['50,000 drawings that never end', `${ARTICLE}${'<svg>'.repeat(50_000)}`],
    ['a tag with a million attributes', `<p ${'a=1 '.repeat(1_000_000)}>x</p>${ARTICLE}`],
    ['a tag whose quotation mark never ends', `${ARTICLE}<p class="${'x '.repeat(1_000_000)}`],
    ['10,000 "<" that are none', `${ARTICLE}${'< '.repeat(10_000)}`],
    [
      'a million entities, and none that grows',
      `<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]>${ARTICLE}<!-- ${'&a;'.repeat(1_000_000)} -->`,
    ],
    ['500 unclosed list items', `${'<li>x'.repeat(500)}${ARTICLE}`],
    [
      'JSON-LD that nests 100,000 deep',
      `<script type="application/ld+json">${'['.repeat(100_000)}${']'.repeat(100_000)}</script>${ARTICLE}`,
    ],
  ])('%s', (_, html) => {
    const { result, ms } = read(html);
    expect(result).toEqual([SENTENCE]);
    expect(ms).toBeLessThan(1_000);
  });
});

describe('tidied markup', () => {
  test.each([
    ['closes what is open', '<div><p>a<p>b<ul><li>c<li>d', '<div><p>a</p><p>b</p><ul><li>c</li><li>d</li></ul></div>'],
    ['ends a paragraph within which a block begins', '<p><b>a<div>b</div>', '<p><b>a</b></p><div>b</div>'],
    ['ignores end tags of what is not open', 'a</div></p>b', 'ab'],
    ['keeps "<" that begins no tag', 'a < b <3 c', 'a &lt; b &lt;3 c'],
    [
      'drops handlers and addresses of pictures',
      '<p onclick="x()" class=a><img src=x onerror=y>b</p>',
      '<p class="a">b</p>',
    ],
    ['reads quotation marks only behind "="', `<p "x class='a>b'>c</p>`, '<p class="a>b">c</p>'],
    ['lets no attribute end itself', `<p class='"><script>'>a</p>`, '<p class="&quot;>&lt;script>">a</p>'],
    ['cuts comments as browsers do', 'a<!-->b<!--->c<!-- > -- -->d<!x>e', 'abcde'],
    ['cuts a script with what looks like its end within', '<script>"</scripts>"</script >a', ' a'],
    ['cuts an open comment to the end', 'a<!-- b', 'a'],
  ])('%s', (_, html, expected) => {
    expect(tidyMarkup(html).html).toBe(expected);
  });

  test('sets JSON-LD and the language aside', () => {
    const { jsonLd, lang } = tidyMarkup(
      '<html lang=fa><script type="application/ld+json; charset=utf-8">{"a":1}</script><script>{"b":2}</script>',
    );
    expect({ jsonLd, lang }).toEqual({ jsonLd: ['{"a":1}'], lang: 'fa' });
  });
});

describe('a page without an article is refused, and says what to do', () => {
  test.each([
    ['nothing', ''],
    ['no markup', 'hello'],
    [
      'a list of links',
      `<main><ul>${'<li><a href="/1">Dam vote put off again by the council</a></li>'.repeat(30)}</ul></main>`,
    ],
    ['a wall of cookies', '<div><p>We use cookies to make this site better for you.</p><p>Accept all</p></div>'],
    [
      'an application without its script',
      '<div id="root"></div><noscript>You need JavaScript to read the news on this page of ours.</noscript>',
    ],
  ])('%s', (_, html) => {
    expect(() => readPage(html, { address: null })).toThrow(
      expect.objectContaining({ code: 'no-article', message: expect.stringContaining('in a .txt file and add that') }),
    );
  });
});

test('a damaged character in the article is refused; one in a menu is nobody’s words', () => {
  expect(read('<article><p>He said &#xFFFD;no&#xFFFD;, and left the room.</p></article>').result).toBe('encoding');
  expect(read(`<nav>\ufffd</nav>${ARTICLE}`).result).toEqual([SENTENCE]);
});
