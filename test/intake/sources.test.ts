// Each field is taken from the first of its sources that says something, in the order that the files document.
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../src/intake/draft.ts';
import { type PageContext, readPage } from '../../src/intake/readPage.ts';

const ADDRESS = 'https://www.courier.example/2026/03/07/dam.html';
const BODY =
  '<p>The dam will be lower than planned, the envoy said on Tuesday, and it will cost more than anybody in the four villages had thought when it was drawn eleven years ago.</p>';

function read(head: string, article = '', context: Partial<PageContext> = {}, html = '<html lang="en">'): Draft {
  return readPage(`${html}<head>${head}</head><body><article>${article}${BODY}</article></body></html>`, {
    address: ADDRESS,
    ...context,
  });
}

const linked = (fields: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Dam', ...fields })}</script>`;

/** Reads a page with all sources, then without the first, and so on; each must be found when it is the first left. */
function inOrder(
  sources: readonly (readonly [head: string, article: string])[],
  field: 'title' | 'outlet' | 'byline' | 'publishedOn' | 'updatedOn',
): unknown[] {
  return sources.map((_, index) => {
    const left = sources.slice(index);
    const draft = read(left.map(([head]) => head).join(''), left.map(([, article]) => article).join(''));
    return [draft[field]?.from, draft[field]?.value];
  });
}

describe('in order', () => {
  test('the title: JSON-LD, og:title, itemprop, heading, <title>', () => {
    const sources = [
      [linked({ headline: 'From the linked data' }), ''],
      ['<meta property="og:title" content="From Open Graph">', ''],
      ['', '<h2 itemprop="headline">From the property</h2>'],
      ['', '<h1>From the heading</h1>'],
      ['<title>From the title of the page | The Courier</title>', ''],
    ] as const;
    expect(inOrder(sources, 'title')).toEqual([
      ['json-ld', 'From the linked data'],
      ['open-graph', 'From Open Graph'],
      ['html', 'From the property'],
      ['heading', 'From the heading'],
      ['title', 'From the title of the page'],
    ]);
  });

  test('the outlet: JSON-LD, og:site_name, meta, itemprop, <title>, the host', () => {
    const sources = [
      [linked({ publisher: { name: 'Linked' } }), ''],
      ['<meta property="og:site_name" content="Graph">', ''],
      ['<meta name="application-name" content="Meta">', ''],
      ['', '<b itemprop="publisher"><i itemprop="name">Property</i></b>'],
      ['<title>Dam will be lower – The Title</title>', ''],
      ['', ''],
    ] as const;
    expect(inOrder(sources, 'outlet')).toEqual([
      ['json-ld', 'Linked'],
      ['open-graph', 'Graph'],
      ['meta', 'Meta'],
      ['html', 'Property'],
      ['title', 'The Title'],
      ['guess', 'courier.example'],
    ]);
  });

  test('the byline: JSON-LD, meta, itemprop, rel=author or a class', () => {
    const sources = [
      [linked({ author: [{ name: 'Ada Brook' }, 'Gus Merrin'] }), ''],
      ['<meta name="author" content="Kit Amber">', ''],
      ['', '<span itemprop="author">Rut Halden</span>'],
      ['', '<p class="byline">By Nora Veld | Updated 3 March</p>'],
    ] as const;
    expect(inOrder(sources, 'byline')).toEqual([
      ['json-ld', 'Ada Brook, Gus Merrin'],
      ['meta', 'Kit Amber'],
      ['html', 'Rut Halden'],
      ['byline', 'Nora Veld'],
    ]);
  });

  test('the day: JSON-LD, article:published_time, meta, itemprop, <time>, the address', () => {
    const sources = [
      [linked({ datePublished: '2026-03-01' }), ''],
      ['<meta property="article:published_time" content="2026-03-02T00:10:00+02:00">', ''],
      ['<meta name="sailthru.date" content="Tue, 03 Mar 2026 23:59:00 -0800">', ''],
      ['', '<span itemprop="datePublished" content="2026-03-04">today</span>'],
      ['', '<time datetime="2026-03-05">today</time>'],
      ['', ''],
    ] as const;
    expect(inOrder(sources, 'publishedOn')).toEqual([
      ['json-ld', '2026-03-01'],
      ['open-graph', '2026-03-02'],
      ['meta', '2026-03-03'],
      ['html', '2026-03-04'],
      ['time', '2026-03-05'],
      ['address', '2026-03-07'],
    ]);
  });

  test('the day of a change: JSON-LD, article:modified_time, meta, itemprop, <time>', () => {
    const sources = [
      [linked({ dateModified: '2026-03-11' }), ''],
      ['<meta property="article:modified_time" content="2026-03-12">', ''],
      ['<meta name="last-modified" content="2026-03-13">', ''],
      ['', '<time itemprop="dateModified" datetime="2026-03-14" class="updated">now</time>'],
      ['', '<p>Last updated <time datetime="2026-03-15">now</time></p>'],
    ] as const;
    expect(inOrder(sources, 'updatedOn')).toEqual([
      ['json-ld', '2026-03-11'],
      ['open-graph', '2026-03-12'],
      ['meta', '2026-03-13'],
      ['html', '2026-03-14'],
      ['time', '2026-03-15'],
    ]);
  });
});

describe('the day', () => {
  const dayOf = (text: string): string | undefined =>
    read(linked({ datePublished: text }), '', { address: 'https://a.example/x' }).publishedOn?.value;

  test.each([
    ['2026-02-11T23:30:00-05:00', '2026-02-11'],
    ['2026-02-11T00:30:00+05:30', '2026-02-11'],
    ['2026-02-11 23:30', '2026-02-11'],
    ['20260211T233000Z', '2026-02-11'],
    ['2026/2/11', '2026-02-11'],
    ['Wed, 11 Feb 2026 23:30:00 -0500', '2026-02-11'],
    ['February 11, 2026', '2026-02-11'],
    ['11th of February, 2026', '2026-02-11'],
    ['23:30, 11-Feb-2026', '2026-02-11'],
    ['2026年2月11日 23:30', '2026-02-11'],
    ['۲۰۲۶-۰۲-۱۱', '2026-02-11'],
    ['31.12.2025', '2025-12-31'],
    ['12/31/2025', '2025-12-31'],
    ['03/03/2026', '2026-03-03'],
    ['03/04/2026', undefined],
    ['2026-02-30', undefined],
    ['yesterday', undefined],
    ['1404/11/25', undefined],
  ])('%s is %s', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });

  test.each([
    ['https://a.example/2026/02/11/dam', '2026-02-11'],
    ['https://a.example/news/2026-02-11/dam.html', '2026-02-11'],
    ['https://a.example/20260211/dam', '2026-02-11'],
    ['https://a.example/dam-20260211.html', '2026-02-11'],
    ['https://a.example/n1/2026/0211/c1.html', '2026-02-11'],
    ['https://a.example/2026/feb/11/dam', '2026-02-11'],
    ['https://a.example/202602/11/dam.shtml', '2026-02-11'],
    ['https://a.example/story/2026021199', undefined],
    ['https://a.example/2026/02/dam', undefined],
    ['https://a.example/?d=2026-02-11', undefined],
  ])('of %s is %s', (address, day) => {
    expect(read('', '', { address }).publishedOn?.value).toBe(day);
  });

  test('behind today is not taken, and a doubt says so; tomorrow is, because somewhere it is', () => {
    const future = read(linked({ datePublished: '2026-03-10' }), '', { today: '2026-03-08' });
    expect(future.publishedOn).toEqual({ value: '2026-03-07', from: 'address' });
    expect(future.doubts).toContainEqual({
      field: 'publishedOn',
      reason: 'JSON-LD has 2026-03-10, which is in the future',
    });
    expect(read(linked({ datePublished: '2026-03-09' }), '', { today: '2026-03-08' }).publishedOn?.value).toBe(
      '2026-03-09',
    );
  });

  test('a day apart is the same day elsewhere; two are a doubt with both', () => {
    const doubts = (day: string): unknown =>
      read(linked({ datePublished: day })).doubts.filter((doubt) => doubt.field === 'publishedOn');
    expect(doubts('2026-03-06')).toEqual([]);
    expect(doubts('2026-03-05')).toEqual([
      { field: 'publishedOn', reason: 'JSON-LD has 2026-03-05, the address 2026-03-07' },
    ]);
  });

  test('of a change counts only if it is later', () => {
    expect(read(linked({ datePublished: '2026-03-07', dateModified: '2026-03-07T23:00' })).updatedOn).toBeNull();
  });
});

describe('the address', () => {
  test.each([
    [
      'a canonical of the same site',
      '<link rel="canonical" href="https://courier.example/dam?utm_medium=x&id=7#top">',
      'https://courier.example/dam?id=7',
      'html',
    ],
    [
      'a canonical of a name beside it',
      '<link rel="canonical" href="https://news.courier.example/dam">',
      'https://news.courier.example/dam',
      'html',
    ],
    [
      'og:url where there is no canonical',
      '<meta property="og:url" content="/dam">',
      'https://www.courier.example/dam',
      'open-graph',
    ],
    [
      'its own where the canonical is the front page',
      '<link rel="canonical" href="https://www.courier.example/">',
      ADDRESS,
      'address',
    ],
    [
      'its own where the canonical is another site’s',
      '<link rel="canonical" href="https://wire.example/dam">',
      ADDRESS,
      'address',
    ],
    [
      'its own where the canonical is no address of the web',
      '<link rel="canonical" href="javascript:alert(1)">',
      ADDRESS,
      'address',
    ],
  ])('is %s', (_, head, value, from) => {
    expect(read(head).url).toEqual({ value, from });
  });

  test('of another site is a doubt', () => {
    expect(read('<link rel="canonical" href="https://wire.example/dam">').doubts).toContainEqual({
      field: 'url',
      reason: 'the page names https://wire.example/dam of another site as its original',
    });
  });

  test('names below a shared one are different sites', () => {
    const draft = read('<link rel="canonical" href="https://wire.co.uk/dam">', '', {
      address: 'https://courier.co.uk/dam',
    });
    expect(draft.url?.value).toBe('https://courier.co.uk/dam');
  });

  test('of a saved page is what it says of itself, with a doubt', () => {
    const draft = read('<link rel="canonical" href="https://courier.example/dam">', '', { address: null });
    expect(draft.url).toEqual({ value: 'https://courier.example/dam', from: 'html' });
    expect(draft.doubts).toContainEqual({ field: 'url', reason: expect.stringContaining("can't be checked") });
    expect(read('', '', { address: null }).url).toBeNull();
  });
});

describe('the language', () => {
  const spanish = `<p>${'El embajador dijo el martes que la presa será más baja de lo previsto y que costará más de lo que nadie había pensado en los cuatro pueblos del valle. Nadie sabe quién pagará por ella; el ministro no quiso responder a las preguntas de la prensa. «No tenemos prisa», añadió antes de marcharse.'}</p>`;

  test('is the page’s, then Open Graph’s, then a meta element’s', () => {
    const head =
      '<meta property="og:locale" content="en_GB"><meta http-equiv="content-language" name="content-language" content="en-AU">';
    expect(read(head).language).toEqual({ value: 'en', from: 'html' });
    expect(read(head, '', {}, '').language).toEqual({ value: 'en-GB', from: 'open-graph' });
  });

  test('is that of the words, where they clearly are of another one', () => {
    const draft = readPage(`<html lang="en-US"><article>${spanish}</article>`, { address: null });
    expect(draft.language).toEqual({ value: 'es', from: 'guess' });
    expect(draft.doubts).toContainEqual({ field: 'language', reason: 'the page says en-US, its words are es' });
  });

  test('is the page’s, where few words are no proof', () => {
    expect(
      readPage('<html lang="fr"><article><p>Non, merci, dit-il.</p></article>', { address: null }).language?.value,
    ).toBe('fr');
  });
});

test('a title that was cut is taken whole from the heading; one that differs is a doubt', () => {
  const cut = read(linked({ headline: 'The dam will be lower than …' }), '<h1>The dam will be lower than planned</h1>');
  expect(cut.title).toEqual({ value: 'The dam will be lower than planned', from: 'heading' });
  const other = read(linked({ headline: 'Dam to shrink' }), '<h1>The dam will be lower than planned</h1>');
  expect(other.title?.value).toBe('Dam to shrink');
  expect(other.doubts[0]).toEqual({
    field: 'title',
    reason: 'the heading on the page is "The dam will be lower than planned"',
  });
});

test('JSON-LD with line breaks, commas and comments that JSON does not have is read', () => {
  const head =
    '<script type="application/ld+json">\n<!--\n{"@type":"NewsArticle","headline":"One\nline","author":{"name":"Ada &amp; Co",},}\n-->\n</script>';
  expect(read(head)).toMatchObject({ title: { value: 'One line' }, byline: { value: 'Ada & Co' } });
});
