// Feeds of every kind come out as one shape, and what is none says what to do.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IntakeError } from '../../src/errors.ts';
import { decodeFeed } from '../../src/feeds/decodeFeed.ts';
import type { Feed } from '../../src/feeds/feed.ts';
import { readFeed } from '../../src/feeds/readFeed.ts';
import { rss, sitemap } from './written.ts';

const ADDRESS = 'https://harbour.example/news/feed';
const read = (text: string): Feed => readFeed(text, { address: ADDRESS, contentType: null });
const NOON = new Date('2026-02-12T12:00:00Z');

const ATOM = `<?xml version="1.0"?><!-- made by hand --><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://harbour.example/base/">
  <title type="html">Harbour &amp;amp; Post</title><id>urn:feed</id><updated>2026-02-12T13:00:00Z</updated>
  <entry xml:lang="de_AT"><id>tag:harbour.example,2026:1</id><title type="html">&lt;i&gt;Ferries&lt;/i&gt; run</title>
    <link rel="self" href="/api/1"/><link rel="alternate" type="application/pdf" href="one.pdf"/><link rel="alternate" type="text/html" href="one?utm_source=feed&amp;id=1#top"/>
    <published>2026-02-12T12:00:00Z</published><updated>2026-02-12T13:00:00Z</updated><summary>On the pier.</summary>
    <source><title>Pier Agency</title></source></entry>
  <entry><id>https://harbour.example/two</id><title>Two</title><updated>2026-02-12T13:00:00Z</updated></entry>
  <entry><id>tag:none</id><title>Nowhere</title><updated>2026-02-12T13:00:00Z</updated></entry></feed>`;

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://harbour.example/"><title>Harbour Post</title><link>https://harbour.example/</link></channel>
  <item rdf:about="https://harbour.example/one"><title>Ferries run</title><link>https://harbour.example/one</link><dc:date>2026-02-12T12:00:00Z</dc:date><dc:language>en</dc:language><dc:publisher>Pier Agency</dc:publisher></item></rdf:RDF>`;

describe('a feed is read:', () => {
  test('RSS 2.0', () => {
    const text = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title><link>https://harbour.example/</link><language>en-gb</language>
      <item><title><![CDATA[Ferries & <b>boats</b> &#8217;til noon]]></title><link> /one?id=1&amp;utm_source=rss&amp;ref=rss&amp;source=pier#c </link><guid isPermaLink="false">77</guid>
      <pubDate>Thu, 12 Feb 2026 23:30:00 -0500</pubDate><description>&lt;p&gt;On the pier.&lt;/p&gt;</description><source url="https://pier.example/">Pier Agency</source></item>
      <item><title>By its guid</title><guid>https://harbour.example/two</guid></item>
      <item><title>No address</title><guid>78</guid></item><item><link></link></item></channel></rss>`;
    expect(read(text)).toEqual({
      title: 'Harbour Post',
      items: [
        {
          ids: ['77'],
          address: 'https://harbour.example/one?id=1&source=pier',
          title: 'Ferries & boats ’til noon',
          summary: 'On the pier.',
          publishedAt: new Date('2026-02-13T04:30:00Z'),
          publishedOn: '2026-02-12',
          ...{ updatedAt: null, outlet: 'Pier Agency', language: 'en-gb' },
        },
        {
          ...{ ids: ['https://harbour.example/two'], address: 'https://harbour.example/two', title: 'By its guid' },
          ...{ summary: null, publishedAt: null, publishedOn: null, updatedAt: null, outlet: null, language: 'en-gb' },
        },
      ],
      leftOut: 2,
      children: [],
      next: null,
    });
  });

  test('Atom', () => {
    const feed = read(ATOM);
    expect(feed).toMatchObject({ title: 'Harbour & Post', leftOut: 1 });
    expect(feed.items).toMatchObject([
      {
        ids: ['tag:harbour.example,2026:1'],
        address: 'https://harbour.example/base/one?id=1',
        title: 'Ferries run',
        summary: 'On the pier.',
        publishedAt: NOON,
        updatedAt: new Date('2026-02-12T13:00:00Z'),
        ...{ outlet: 'Pier Agency', language: 'de-AT' },
      },
      { address: 'https://harbour.example/two', publishedAt: null, language: 'fr' },
    ]);
  });

  test('RSS 1.0', () => {
    expect(read(RDF).items).toMatchObject([
      { address: 'https://harbour.example/one', publishedAt: NOON, outlet: 'Pier Agency', language: 'en' },
    ]);
  });

  test('RSS 0.91, with its document type', () => {
    const text = `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.example/rss-0.91.dtd"><rss version="0.91"><channel><title>t</title><item><title>x</title><link>one</link></item></channel></rss>\n<!-- cached -->`;
    expect(read(text).items).toMatchObject([{ address: 'https://harbour.example/news/one', title: 'x' }]);
  });

  test('JSON Feed', () => {
    const items = [
      { id: 1, url: '/one', title: 'Ferries run', date_published: '2026-02-12T12:00:00Z', content_text: 'Boats.' },
      { id: 'https://harbour.example/two' },
      { id: '3', title: 'Nowhere' },
      null,
    ];
    const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'H', language: 'en', items });
    const feed = read(`\ufeff${text}`);
    expect(feed.leftOut).toBe(2);
    expect(feed.items).toMatchObject([
      { ids: ['1'], address: 'https://harbour.example/one', summary: 'Boats.', publishedAt: NOON, language: 'en' },
      { address: 'https://harbour.example/two' },
    ]);
  });

  test('a news sitemap', () => {
    const text = sitemap([
      { address: 'https://harbour.example/one', title: 'Ferries &amp; <![CDATA[boats]]>', date: '2026-02-12' },
    ]);
    const other =
      '<url><loc>https://harbour.example/about</loc><image:image><image:loc>x</image:loc></image:image></url></urlset>';
    const feed = read(text.replace('</urlset>', other));
    expect(feed.leftOut).toBe(1);
    expect(feed.items).toMatchObject([
      {
        ...{ address: 'https://harbour.example/one', title: 'Ferries & boats', publishedOn: '2026-02-12' },
        ...{ outlet: 'Harbour Post', language: 'en' },
      },
    ]);
  });

  test('an index of sitemaps, the one that changed last first', () => {
    const entry = (name: string, date: string) =>
      `<sitemap><loc>https://harbour.example/${name}.xml</loc>${date && `<lastmod>${date}</lastmod>`}</sitemap>`;
    const text = `<sitemapindex>${entry('a', '')}${entry('b', '2026-02-11')}${entry('c', '2026-02-12T01:00Z')}</sitemapindex>`;
    expect(read(text).children.map((child) => child.slice(-5))).toEqual(['c.xml', 'b.xml', 'a.xml']);
  });

  test('one without items', () => {
    expect(read('<rss version="2.0"><channel><title>t</title></channel></rss>').items).toEqual([]);
    expect(read('{"version":"https://jsonfeed.org/version/1","title":"t","items":[]}').items).toEqual([]);
    expect(read('<urlset/>').items).toEqual([]);
  });
});

test('what is no text is left out of titles: controls, turned directions, mark-up', () => {
  const title = 'A\u202eB&#x202e;&amp;#8238;C &lt;script&gt;D&lt;/script&gt;\u0007&lt;3';
  expect(read(rss([{ address: '/x', title }])).items[0]?.title).toBe('ABC D <3');
  expect(read(rss([{ address: '/x', title: 'Caf\ufffd' }])).items[0]?.title).toBeNull();
});

test.each([
  [
    'comments without an end',
    `<rss version="2.0"><channel><title a="${'<!--'.repeat(100_000)}">x</title></channel></rss>`,
  ],
  [
    'long names around many elements',
    `<urlset>${`<${'a'.repeat(100_000)}>`.repeat(10)}${'<a>x</a>'.repeat(50_000)}${`</${'a'.repeat(100_000)}>`.repeat(10)}</urlset>`,
  ],
])('%s take no longer than other words', (_, text) => {
  const start = performance.now();
  try {
    readFeed(text, { address: 'https://harbour.example/feed', contentType: null });
  } catch (cause) {
    expect(cause).toBeInstanceOf(IntakeError);
  }
  expect(performance.now() - start).toBeLessThan(2_000);
});

describe('it is refused, with what to do:', () => {
  const BOMB = `<!DOCTYPE rss [${'<!ENTITY a "&b;&b;&b;">'.repeat(9)}]>`;
  test.each([
    ['nothing', ' \n', 'is empty'],
    ['a page', '<!doctype html><html><head><link rel="alternate"></head></html>', 'is a web page, not a feed'],
    ['a page that names RSS', '<p>All on RSS <rss version="2.0"></rss></p>', 'is neither RSS'],
    ['words', 'no feed today', 'is neither RSS'],
    ['another XML', '<svg><title>x</title></svg>', 'is neither RSS'],
    ['other JSON', '{"items":5}', 'is JSON, but no JSON Feed'],
    ['JSON of others', '{"items":[{"url":"/x"}]}', 'is JSON, but no JSON Feed'],
    ['JSON that was cut off', '{"version":"https://jsonfeed.org/version/1","items":[{"id"', 'was cut off'],
    ['entities of its own', `${BOMB}${rss([{ address: '/x', title: '&a;' }])}`, 'declares entities'],
    ['RSS that was cut off', rss([{ address: 'https://harbour.example/one' }]).slice(0, -30), 'was cut off'],
    ['a sitemap that was cut off', sitemap([{ address: '/x' }]).slice(0, -15), 'was cut off'],
    ['a sitemap without news', '<urlset><url><loc>/x</loc></url></urlset>', 'no news'],
    ['what is not closed', '<rss version="2.0"><channel><item></channel></rss>', 'is not well formed'],
    ['a sitemap that is nested deep', `<urlset>${'<a>'.repeat(99)}</urlset>`, 'is not well-formed'],
    ['more than is news', rss(Array.from({ length: 5_001 }, (_, n) => ({ address: `/${n}` }))), '5001 items'],
  ])('%s', (_, text, reason) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ name: 'IntakeError', code: 'feed', message: expect.stringContaining(reason) }),
    );
  });

  test.each([
    ['elements without end', `<rss version="2.0"><channel>${'<a>'.repeat(200_000)}</channel></rss>`],
    ['sections without end', `<rss version="2.0"><channel>${'<![CDATA['.repeat(50_000)}</channel></rss>`],
    ['angle brackets', `<rss version="2.0"><channel>${'<'.repeat(200_000)}</channel></rss>`],
    ['comments that open', `${'<!--'.repeat(100_000)}<rss version="2.0"></rss>`],
    ['declarations', `${'<?x?>'.repeat(50_000)}<rss version="2.0"></rss>`],
    ['JSON in JSON', `${'['.repeat(200_000)}`],
    ['a sitemap of comments', `<urlset>${'<!--'.repeat(100_000)}</urlset>`],
    ['a sitemap of tags', `<urlset>${'<url><loc>'.repeat(100_000)}</urlset>`],
  ])('a megabyte of %s, at once', (_, text) => {
    const start = performance.now();
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'feed' }));
    // A thousand times what it takes; what grows with the square takes minutes.
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('whatever it is, by an error that says so, or it is read', () => {
    const start = rss([
      { address: '/one', title: 'One', date: 'Thu, 12 Feb 2026' },
      { address: '/two', id: '2' },
    ]);
    const damaged = fc
      .tuple(
        fc.constantFrom(start, ATOM, RDF, sitemap([{ address: '/x', title: 'y' }])),
        fc.nat(),
        fc.nat(9),
        fc.string(),
      )
      .map(([text, at, much, put]) => {
        const place = at % text.length;
        return text.slice(0, place) + put + text.slice(place + much);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        try {
          for (const { address } of read(text).items) expect(address).toMatch(/^https?:\/\/[^#]+$/);
        } catch (cause) {
          expect(cause).toMatchObject({ name: 'IntakeError', code: 'feed' });
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('its bytes are read', () => {
  const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
  test.each([
    ['as UTF-8', Buffer.from('<a>Moß</a>'), null, '<a>Moß</a>'],
    ['as the server says', Buffer.from('<a>Moß</a>', 'latin1'), 'text/xml; charset="ISO-8859-1"', '<a>Moß</a>'],
    [
      'as they say',
      Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>Moß</a>', 'latin1'),
      'text/xml',
      '<?xml version="1.0" encoding="windows-1252"?><a>Moß</a>',
    ],
    ['as their mark says, whatever else does', utf16('<a>Moß</a>'), 'text/xml; charset=utf-8', '<a>Moß</a>'],
    ['as UTF-16 without a mark', Buffer.from('<a>ß</a>', 'utf16le'), null, '<a>ß</a>'],
  ])('%s', (_, bytes, type, text) => {
    expect(decodeFeed(bytes, type)).toBe(text);
  });

  test.each([
    ['that are not what they say', Buffer.from('ß', 'latin1'), null],
    ['in an encoding that is not known', Buffer.from('x'), 'text/xml; charset=klingon'],
  ])('or refused: %s', (_, bytes, type) => {
    expect(() => decodeFeed(bytes, type)).toThrow(expect.objectContaining({ name: 'IntakeError', code: 'encoding' }));
  });
});
