// Pages and feeds from a real server of this machine: what is given back, what ends too early, too late or too large, and every failure as an
// IntakeError that tells what to do.
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { IntakeError } from '../../src/errors.ts';
import { createFetcher, type FetcherParts } from '../../src/fetch/createFetcher.ts';
import type { Fetched, Fetcher, FetchOptions } from '../../src/fetch/fetcher.ts';
import { userAgentOf } from '../../src/fetch/userAgent.ts';
import { type SiteAnswer, startSite } from './site.ts';

const PAGE = '<p>The ferries of Port Vale wait for the ice to go.</p>';

function fetcher(parts: Partial<FetcherParts> = {}): Fetcher {
  const made = createFetcher({ allowsPrivate: true, userAgent: userAgentOf('1.2.3'), ...parts });
  onTestFinished(() => made.close());
  return made;
}

async function fetched(address: string, options: Partial<FetchOptions> = {}, parts = {}): Promise<Fetched> {
  const result = await fetcher(parts).fetch(address, { wanted: 'page', ...options });
  if (result.kind !== 'fetched') throw new Error('unchanged');
  return result;
}

async function failureOf(address: string, options: Partial<FetchOptions> = {}, parts = {}): Promise<IntakeError> {
  const outcome: unknown = await fetcher(parts)
    .fetch(address, { wanted: 'page', ...options })
    .catch((cause: unknown) => cause);
  expect(outcome).toBeInstanceOf(IntakeError);
  const error = outcome as IntakeError;
  // A sentence that tells what to do.
  expect(error.message).toMatch(/^\S.*(?::|\.) .*\.$/u);
  return error;
}

const textOf = ({ bytes }: Fetched): string => new TextDecoder().decode(bytes);

describe('what a server gave', () => {
  test('comes with its address, type, tags, and how long it may be kept', async () => {
    const headers = {
      'content-type': 'text/html; charset=windows-1252',
      etag: 'W/"7"',
      'last-modified': 'Thu, 12 Feb 2026 08:00:00 GMT',
      'cache-control': 'public, max-age=600',
      age: '60',
    };
    const site = await startSite({ '/a?b=1': { headers, body: PAGE } });
    const result = await fetched(`${site.at('/a?b=1')}#top`);
    expect({ ...result, bytes: textOf(result) }).toEqual({
      kind: 'fetched',
      address: site.at('/a?b=1'),
      redirects: [],
      isMoved: false,
      contentType: headers['content-type'],
      bytes: PAGE,
      etag: headers.etag,
      lastModified: headers['last-modified'],
      freshFor: 540_000,
    });
  });

  test('was asked for by name and version, without cookies, with the types that are wanted', async () => {
    const site = await startSite({ '/': { body: PAGE, headers: { 'set-cookie': 'a=b' } }, '/f': { body: PAGE } });
    const one = fetcher();
    await one.fetch(site.at('/'), { wanted: 'page' });
    await one.fetch(site.at('/f'), { wanted: 'feed' });
    const [page, feed] = site.asked.map(({ headers }) => headers);
    expect(page).toMatchObject({ 'user-agent': expect.stringMatching(/^iran-talks\/1\.2\.3 /) });
    expect(page?.accept).toMatch(/^text\/html/);
    expect(page).not.toHaveProperty('if-none-match');
    expect(feed?.accept).toMatch(/^application\/atom\+xml/);
    expect(feed).not.toHaveProperty('cookie');
  });

  test.each([
    ['no-store', 0],
    ['max-age=99999999999999999999', 2 ** 31 * 1_000],
    ['s-maxage=5', null],
    ['max-age="30"', 30_000],
    ['max-age=-1', null],
    ['public', null],
  ])('Cache-Control "%s" lets it be kept for %s ms', async (control, ms) => {
    const site = await startSite({ '/': { body: PAGE, headers: { 'cache-control': control } } });
    expect((await fetched(site.at('/'))).freshFor).toBe(ms);
  });

  test('is unchanged where the server says so of what it gave before', async () => {
    const headers = { etag: '"8"', 'cache-control': 'max-age=60' };
    const site = await startSite({
      '/': ({ headers: given }, response) => {
        const isSame = given['if-none-match'] === '"8"' && given['if-modified-since'] !== undefined;
        response.writeHead(isSame ? 304 : 200, { ...headers, 'content-type': 'text/html' }).end(isSame ? '' : PAGE);
      },
    });
    const known = { etag: '"8"', lastModified: 'Thu, 12 Feb 2026 08:00:00 GMT' };
    const one = fetcher();
    expect(await one.fetch(site.at('/'), { wanted: 'feed', known })).toEqual({ kind: 'unchanged', freshFor: 60_000 });
    expect(await one.fetch(site.at('/'), { wanted: 'feed' })).toMatchObject({ kind: 'fetched', etag: '"8"' });
  });

  test('a kept tag that could not stand in a header is not sent', async () => {
    const site = await startSite({ '/': { body: PAGE } });
    await fetched(site.at('/'), { known: { etag: '"a"\r\nx-more: 1', lastModified: null } });
    expect(site.asked[0]?.headers).not.toHaveProperty('if-none-match');
    expect(site.asked[0]?.headers).not.toHaveProperty('x-more');
  });

  test('304 to a first question is no page', async () => {
    const site = await startSite({ '/': { status: 304 } });
    expect(await failureOf(site.at('/'))).toMatchObject({ code: 'status', status: 304 });
  });
});

describe('redirects', () => {
  const to = (location: string, status = 301): SiteAnswer => ({ status, headers: { location } });

  test.each([
    [[301, 308], true],
    [[301, 302], false],
    [[303, 307], false],
  ])('%j are followed; moved for good: %s', async ([first, second], isMoved) => {
    const site = await startSite({ '/1': to('/2', first), '/2': to('3', second), '/3': { body: PAGE } });
    const result = await fetched(site.at('/1'));
    expect(result).toMatchObject({ address: site.at('/3'), redirects: [site.at('/1'), site.at('/2')], isMoved });
    expect(textOf(result)).toBe(PAGE);
  });

  const chain = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`/${at}`, to(`/${at + 1}`)]));

  test('five are followed, a sixth is not', async () => {
    const site = await startSite({ ...chain, '/6': { body: PAGE } });
    expect((await fetched(site.at('/1'))).redirects).toHaveLength(5);
    expect(await failureOf(site.at('/0'))).toMatchObject({ code: 'redirects' });
    expect(site.asked.map(({ path }) => path)).not.toContain('/0/6');
  });

  test('in a circle end at once', async () => {
    const site = await startSite({ '/1': to('/2'), '/2': to('/1') });
    expect((await failureOf(site.at('/1'))).message).toMatch(/in a circle/);
    expect(site.asked).toHaveLength(2);
  });

  test.each([
    ['nowhere', { status: 302 }, 'redirects'],
    ['to what is no address', to('http://[1'), 'redirects'],
    ['to a file', to('file:///etc/hosts'), 'address'],
    ['to data', to('data:text/html,x'), 'address'],
    ['with a password', to('http://me:secret@127.0.0.1/'), 'address'],
  ])('%s are refused', async (_, answer, code) => {
    const site = await startSite({ '/': answer });
    const error = await failureOf(site.at('/'));
    expect(error.code).toBe(code);
    expect(error.message).not.toMatch(/secret/);
  });
});

describe('what is packed', () => {
  const packed = (coding: string, body: Uint8Array): SiteAnswer => ({ headers: { 'content-encoding': coding }, body });

  test.each([
    ['gzip', gzipSync(PAGE)],
    ['X-GZIP', gzipSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
    ['deflate', deflateSync(PAGE)],
    ['deflate', deflateRawSync(PAGE)],
    ['identity', Buffer.from(PAGE)],
    ['gzip, br', brotliCompressSync(gzipSync(PAGE))],
  ])('%s is unpacked', async (coding, body) => {
    const site = await startSite({ '/': packed(coding, body) });
    expect(textOf(await fetched(site.at('/')))).toBe(PAGE);
  });

  const bomb = Buffer.alloc(3_000_000);
  test.each([
    ['gzip', gzipSync(bomb)],
    ['br', brotliCompressSync(bomb)],
    ['deflate', deflateSync(bomb)],
    ['gzip, gzip', gzipSync(gzipSync(bomb))],
  ])('%s that unfolds beyond the limit is stopped', async (coding, body) => {
    expect(body.byteLength).toBeLessThan(5_000);
    const site = await startSite({ '/': packed(coding, body) });
    const error = await failureOf(site.at('/'), {}, { limits: { mostBytes: 1_000_000 } });
    expect(error).toMatchObject({ code: 'too-large', message: expect.stringContaining('1 MB') });
  });

  test.each([
    ['not packed as it says', packed('gzip', Buffer.from(PAGE))],
    ['cut off', packed('gzip', gzipSync(PAGE).subarray(0, -12))],
    ['cut off', packed('br', brotliCompressSync(PAGE).subarray(0, -4))],
    ['packed in an unknown way', packed('zstd', Buffer.from(PAGE))],
    ['packed three times', packed('gzip,gzip,gzip', gzipSync(gzipSync(gzipSync(PAGE))))],
  ])('%s is told', async (_, answer) => {
    const site = await startSite({ '/': answer });
    expect(await failureOf(site.at('/'))).toMatchObject({ code: 'encoding' });
  });
});

describe('sizes', () => {
  const limits = { mostBytes: 1_000, mostCompressedBytes: 500 };

  test.each([
    ['declared', true],
    ['not declared', false],
  ])('more than the limit, %s', async (_, isDeclared) => {
    let written = 0;
    const site = await startSite({
      '/': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html', ...(isDeclared ? { 'content-length': '5000' } : {}) });
        response.write('x'.repeat(1_001));
        written += 1;
      },
    });
    expect(await failureOf(site.at('/'), {}, { limits })).toMatchObject({ code: 'too-large' });
    expect(written).toBe(1);
  });

  test('exactly the limit is taken; packed it may be half', async () => {
    const noise = Buffer.from(Array.from({ length: 900 }, (_, at) => (Math.imul(at + 1, 2_654_435_761) >>> 13) & 0xff));
    const site = await startSite({
      '/a': { body: 'x'.repeat(1_000) },
      '/b': { body: gzipSync(noise), headers: { 'content-encoding': 'gzip' } },
    });
    expect((await fetched(site.at('/a'), {}, { limits })).bytes).toHaveLength(1_000);
    expect(await failureOf(site.at('/b'), {}, { limits })).toMatchObject({ code: 'too-large' });
  });

  test('headers without end', async () => {
    const site = await startSite({
      '/': (_, response) => response.writeHead(200, { 'x-long': 'x'.repeat(70_000) }).end(PAGE),
    });
    expect(await failureOf(site.at('/'))).toMatchObject({ code: 'too-large' });
  });
});

describe('times', () => {
  test('a server that never answers', async () => {
    const site = await startSite({ '/': () => undefined });
    expect(await failureOf(site.at('/'), {}, { limits: { answerMs: 30 } })).toMatchObject({ code: 'timeout' });
  });

  test('a page that comes drop by drop', async () => {
    const site = await startSite({
      '/': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).write('<p>');
        const drops = setInterval(() => response.write('.'), 5);
        response.on('close', () => clearInterval(drops));
      },
    });
    expect(await failureOf(site.at('/'), {}, { limits: { totalMs: 40, answerMs: 30 } })).toMatchObject({
      code: 'timeout',
    });
  });

  test('a name that nobody resolves', async () => {
    const resolve = (): Promise<never> => new Promise(() => undefined);
    const error = await failureOf('http://news.example/', {}, { resolve, limits: { answerMs: 30 } });
    expect(error).toMatchObject({ code: 'timeout', message: expect.stringContaining('news.example') });
  });

  test('an aborted signal throws its own reason, before, while waiting and within the page', async () => {
    const reason = new Error('enough');
    const one = fetcher();
    const site = await startSite({ '/wait': () => stop?.abort(reason), '/half': (_, response) => half(response) });
    let stop: AbortController | null = new AbortController();
    const half = (response: { write(text: string): void }): void => {
      response.write('<p>');
      stop?.abort(reason);
    };
    const asked = (path: string): Promise<unknown> =>
      one.fetch(site.at(path), { wanted: 'page', ...(stop ? { signal: stop.signal } : {}) });
    await expect(asked('/wait')).rejects.toBe(reason);
    await expect(asked('/wait')).rejects.toBe(reason);
    expect(site.asked).toHaveLength(1);
    stop = new AbortController();
    await expect(asked('/half')).rejects.toBe(reason);
  });
});

describe('types', () => {
  test.each([
    ['page', 'text/html; charset=utf-8', PAGE],
    ['page', 'application/xhtml+xml', PAGE],
    ['page', 'Text/Plain', 'Ferries wait.'],
    ['page', 'application/octet-stream', 'Ferries wait.'],
    ['page', '', '\ufeffFerries wait.'],
    ['feed', 'application/rss+xml', '<rss/>'],
    ['feed', 'text/xml', '<rss/>'],
    ['feed', 'application/feed+json', '{}'],
    ['feed', 'text/html', '<rss/>'],
    ['feed', '', '<rss/>'],
  ] as const)('for a %s "%s" is taken', async (wanted, type, body) => {
    const site = await startSite({
      '/': (_, response) => response.writeHead(200, type === '' ? {} : { 'content-type': type }).end(body),
    });
    expect((await fetched(site.at('/'), { wanted })).contentType).toBe(type === '' ? null : type);
  });

  test.each([
    ['page', 'application/pdf', '', /^This is a PDF: save its text as \.txt and add that\.$/],
    ['page', 'text/html', '%PDF-1.7 …', /^This is a PDF/],
    ['page', '', '%PDF-1.7 …', /^This is a PDF/],
    ['page', '', 'abc\u0000def', /no text/],
    ['page', 'image/png', '', /a picture/],
    ['page', 'video/mp4', '', /transcript/],
    ['page', 'application/zip', '', /unpack/],
    ['page', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', '', /word processor/],
    ['page', 'application/json', '{}', /"application\/json"/],
    ['feed', 'application/pdf', '', /^This is a PDF/],
    ['feed', 'application/javascript', '', /not a feed/],
  ] as const)('for a %s "%s" (%s) is refused', async (wanted, type, body, message) => {
    const site = await startSite({
      '/': (_, response) => response.writeHead(200, type === '' ? {} : { 'content-type': type }).end(body),
    });
    const error = await failureOf(site.at('/'), { wanted });
    expect(error).toMatchObject({ code: 'content-type', message: expect.stringMatching(message) });
  });

  test('UTF-16 without a type is text', async () => {
    const site = await startSite({
      '/': (_, response) => response.writeHead(200).end(Buffer.from('\ufeffFerries wait.', 'utf16le')),
    });
    expect((await fetched(site.at('/'))).bytes).toHaveLength(28);
  });
});

describe('failures', () => {
  test.each([
    [401, /log-in/],
    [402, /paid/],
    [403, /programs/],
    [404, /no such page/],
    [410, /withdrawn/],
    [418, /refuses/],
    [429, /too often/],
    [451, /programs/],
    [500, /fault of its own/],
    [503, /fault of its own/],
    [204, /no page/],
    [300, /no page/],
  ])('status %s', async (status, message) => {
    const site = await startSite({ '/': { status } });
    expect(await failureOf(site.at('/'))).toMatchObject({
      code: 'status',
      status,
      retryAfter: null,
      message: expect.stringMatching(message),
    });
  });

  const now = (): number => Date.parse('Thu, 12 Feb 2026 08:00:00 GMT');
  test.each([
    [429, '120', 120_000],
    [503, 'Thu, 12 Feb 2026 09:30:00 GMT', 5_400_000],
    [503, 'Thu, 12 Feb 2026 07:00:00 GMT', 0],
    [429, 'soon', null],
    [429, '-5', null],
    [500, '120', null],
  ])('status %s with Retry-After "%s" is to be waited for %s ms', async (status, after, retryAfter) => {
    const site = await startSite({ '/': { status, headers: { 'retry-after': after } } });
    expect(await failureOf(site.at('/'), {}, { now })).toMatchObject({ code: 'status', status, retryAfter });
  });

  /** A server that is none of HTTP. */
  async function rawServer(onSocket: (socket: Socket) => void): Promise<string> {
    const server = createServer(onSocket.length === 0 ? () => undefined : onSocket).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const address = server.address();
    return `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  test('nothing listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    const port = typeof address === 'object' ? address?.port : 0;
    const error = await failureOf(`http://127.0.0.1:${port}/`);
    expect(error).toMatchObject({ code: 'connection', message: expect.stringContaining('Nothing answers') });
  });

  test.each([
    ['ENOTFOUND', /No server has the name news\.example/],
    ['EAI_AGAIN', /can't be looked up now/],
  ])('a name whose look-up ends with %s', async (code, message) => {
    const resolve = (): Promise<never> => Promise.reject(Object.assign(new Error('getaddrinfo'), { code }));
    const error = await failureOf('https://news.example/', {}, { resolve });
    expect(error).toMatchObject({ code: 'connection', message: expect.stringMatching(message) });
  });

  test('a name without any address', async () => {
    const error = await failureOf('http://news.example/', {}, { resolve: async () => [] });
    expect(error.message).toMatch(/No server has the name/);
  });

  test('the connection breaks before and within the page', async () => {
    const site = await startSite({
      '/before': (request) => request.socket.destroy(),
      '/within': (request, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100' });
        response.write('<p>', () => request.socket.destroy());
      },
    });
    for (const path of ['/before', '/within']) {
      expect((await failureOf(site.at(path))).message).toMatch(/broke the connection off/);
    }
  });

  test('TLS with a server that has none', async () => {
    const site = await startSite({});
    const error = await failureOf(site.at('/').replace('http:', 'https:'));
    expect(error).toMatchObject({ code: 'connection', message: expect.stringMatching(/not secure/) });
  });

  test('something else than HTTP', async () => {
    const host = await rawServer((socket) => socket.on('error', () => undefined).end('220 mail.example ESMTP\r\n'));
    expect((await failureOf(`http://${host}/`)).message).toMatch(/does not speak HTTP/);
  });

  test('after it was closed', async () => {
    const site = await startSite({ '/': { body: PAGE } });
    const one = fetcher();
    await one.close();
    await expect(one.fetch(site.at('/'), { wanted: 'page' })).rejects.toMatchObject({ code: 'connection' });
  });
});
