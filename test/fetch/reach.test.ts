// Private addresses are not reached: in whatever form they are spelled, behind names, redirects and second answers of a name server.
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { IntakeError } from '../../src/errors.ts';
import { createFetcher, createFetcherWithin } from '../../src/fetch/createFetcher.ts';
import type { Fetcher } from '../../src/fetch/fetcher.ts';
import type { Resolve } from '../../src/fetch/lookup.ts';
import { ANYWHERE, isPublicIp, PUBLIC_ONLY, type Reach } from '../../src/fetch/reach.ts';
import { readRedirect, readTarget } from '../../src/fetch/target.ts';
import { startSite } from './site.ts';

function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (cause) {
    if (cause instanceof IntakeError) return cause.code;
    throw cause;
  }
}

const kept = (fetcher: Fetcher): Fetcher => {
  onTestFinished(() => fetcher.close());
  return fetcher;
};
const always =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('an internet address', () => {
  test.each([
    ...['0.0.0.0', '0.1.2.3', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.255.254'],
    ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1', '192.168.1.1'],
    ...['198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.1.1.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::127.0.0.1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::ffff:0:10.0.0.1', 'fe80::1', 'fec0::1'],
    ...['fc00::1', 'fd12::1', 'ff02::1', '64:ff9b::10.0.0.1', '64:ff9b:1::1', '2002:7f00:1::', '2002:a00:1::1'],
    ...['2001:0:a00:1::', '2001:db8::1', '3fff::1', '100::1', '5f00::1', '2001:10::1', 'fe80::1%eth0'],
    ...['', 'news.example', '1.2.3', '1.2.3.4.5', '::g'],
  ])('%s is not public', (ip) => {
    expect(isPublicIp(ip)).toBe(false);
  });

  test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '11.0.0.1', '2606:4700::1', '2a00:1450::200e'])(
    '%s is public',
    (ip) => expect(isPublicIp(ip)).toBe(true),
  );
});

const PRIVATE = [
  ...['http://127.0.0.1/', 'http://127.1/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://2130706433/'],
  ...['http://0x7f000001/', 'http://017700000001/', 'http://127.0.0.1./', 'http://１２７.0.0.1/', 'http://0/'],
  ...['http://[::1]/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://[fe80::1]/'],
  ...['http://[64:ff9b::7f00:1]/', 'http://[2002:7f00:1::]/', 'http://[::127.0.0.1]/', 'http://169.254.169.254/'],
  ...['http://localhost/', 'http://LOCALHOST./', 'http://localhost../', 'http://a.localhost/', 'http://printer.local/'],
  ...[
    'http://ⓛocalhost/',
    'http://wiki/',
    'http://wiki./',
    'http://metadata.google.internal/',
    'http://nas.home.arpa/',
  ],
  ...['http:\\\\127.0.0.1\\', 'http:/127.0.0.1', '\thttp://127.0.0.1/\n', 'https://10.0.0.1/', 'http://%31%32%37.1/'],
];

describe('an address', () => {
  test('that is private in any spelling is refused without a connection', async () => {
    const site = await startSite({});
    const looked: string[] = [];
    const fetcher = kept(
      createFetcher({
        allowsPrivate: false,
        userAgent: 'test',
        resolve: async (name) => {
          looked.push(name);
          return [];
        },
      }),
    );
    for (const address of [...PRIVATE, site.at('/'), site.at('/').replace('127.0.0.1', 'localhost')]) {
      const outcome = fetcher.fetch(address, { wanted: 'page' });
      await expect(outcome, address).rejects.toMatchObject({ code: 'private' });
    }
    expect(site.connections()).toBe(0);
    expect(looked).toEqual([]);
  });

  test.each([
    ['', 'address'],
    ['news', 'address'],
    ['//news.example/a', 'address'],
    ['ftp://news.example/', 'address'],
    ['file:///etc/passwd', 'address'],
    ['javascript:alert(1)', 'address'],
    ['gopher://127.0.0.1/', 'address'],
    ['http://me@news.example/', 'address'],
    ['http://:secret@news.example/', 'address'],
    ['http://news.example:22/', 'address'],
    ['http://./', 'address'],
    ['http://news..example/', 'address'],
    ['https://news.example:8443/', 'address'],
    [`https://news.example/${'x'.repeat(2_000)}`, 'address'],
    ['https://news.example/', null],
    ['http://news.example:443/', null],
    ['http://8.8.8.8:80/', null],
  ])('%s: %s', (address, code) => {
    expect(codeOf(() => readTarget(address, PUBLIC_ONLY))).toBe(code);
  });

  test('is fetched without fragment and the dot at the end of its name, and its password is told to nobody', () => {
    expect(readTarget(' https://News.Example./a#b ', PUBLIC_ONLY).href).toBe('https://news.example/a');
    expect(() => readTarget('http://me:secret@news.example/', PUBLIC_ONLY)).toThrow(/^(?!.*secret)/);
  });

  test('of any kind is either refused or public, whatever is typed', () => {
    const part = fc.oneof(fc.webUrl(), fc.ipV4Extended(), fc.ipV6(), fc.domain(), fc.string());
    fc.assert(
      fc.property(part, fc.constantFrom('http://', 'https://', '', 'http://[', 'HTTP:'), (rest, start) => {
        const address = `${start}${rest}${start.endsWith('[') ? ']' : ''}`;
        const code = codeOf(() => readTarget(address, PUBLIC_ONLY));
        if (code !== null) return code === 'address' || code === 'private';
        const { protocol, hostname, username, port } = readTarget(address, PUBLIC_ONLY);
        const host = hostname.replace(/^\[|\]$/g, '');
        const isIp = /^[\d.]+$|:/.test(host);
        return (
          /^https?:$/.test(protocol) && username === '' && /^(?:80|443)?$/.test(port) && (!isIp || isPublicIp(host))
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('a redirect', () => {
  const from = new URL('https://news.example/a/b');
  test.each([
    ['c', 'https://news.example/a/c'],
    ['//other.example/', 'https://other.example/'],
    ['https://other.example/', 'https://other.example/'],
  ])('to %s leads to %s', (location, address) => {
    expect(readRedirect(from, location, PUBLIC_ONLY).href).toBe(address);
  });

  test.each([
    [null, 'redirects'],
    ['http://news.example/a/b', 'redirects'],
    ['https://127.0.0.1/', 'private'],
    ['//localhost/', 'private'],
    ['https://news.example:22/', 'address'],
  ])('to %s is refused', (location, code) => {
    expect(codeOf(() => readRedirect(from, location, PUBLIC_ONLY))).toBe(code);
  });

  test('from https to http is refused where all may be reached, too', () => {
    expect(codeOf(() => readRedirect(from, 'http://news.example/', ANYWHERE))).toBe('redirects');
  });
});

describe('a name', () => {
  /** Of this machine's addresses one plays the public internet: what is connected to beside it is seen. */
  const ONE: Reach = { ...PUBLIC_ONLY, isIp: (ip) => ip === '127.0.0.1', isPort: () => true };

  test.each([
    ['10.0.0.1'],
    ['127.0.0.1'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['64:ff9b::7f00:1'],
    ['8.8.8.8', '127.0.0.1'],
    ['not an address'],
  ])('that resolves to %s is refused', async (...addresses) => {
    const parts = { allowsPrivate: false, userAgent: 'test', resolve: always(...addresses) };
    const outcome = kept(createFetcher(parts)).fetch('http://news.example/', { wanted: 'page' });
    await expect(outcome).rejects.toMatchObject({ code: 'private', message: expect.stringContaining('news.example') });
  });

  test('behind a redirect that resolves to a private address is refused without a connection to it', async () => {
    const inside = await startSite({ '/': { body: 'inside' } });
    const outside = await startSite({
      '/name': { status: 302, headers: { location: `http://inside.example:${inside.port}/` } },
      '/ip': { status: 302, headers: { location: `http://127.0.0.2:${inside.port}/` } },
    });
    const resolve: Resolve = async (name) => [
      { address: name === 'inside.example' ? '127.0.0.2' : '127.0.0.1', family: 4 },
    ];
    const fetcher = kept(createFetcherWithin(ONE, { userAgent: 'test', resolve }));
    for (const path of ['/name', '/ip']) {
      const outcome = fetcher.fetch(`http://outside.example:${outside.port}${path}`, { wanted: 'page' });
      await expect(outcome).rejects.toMatchObject({ code: 'private' });
    }
    expect(outside.asked).toHaveLength(2);
    expect(inside.connections()).toBe(0);
  });

  test('is looked up once for a connection, and what was checked is what is connected to', async () => {
    const reached: (string | undefined)[] = [];
    const site = await startSite({
      '/': ({ socket }, response) => {
        reached.push(socket.localAddress);
        response.writeHead(200, { 'content-type': 'text/html', connection: 'close' }).end('x');
      },
    });
    const answers = ['127.0.0.1', '127.0.0.2'];
    const resolve: Resolve = async () => [{ address: answers.shift() ?? '', family: 4 }];
    const fetcher = kept(createFetcherWithin(ONE, { userAgent: 'test', resolve }));
    const ask = (): Promise<unknown> => fetcher.fetch(`http://news.example:${site.port}/`, { wanted: 'page' });
    await ask();
    // Asked again, the name server has changed its mind.
    await expect(ask()).rejects.toMatchObject({ code: 'private' });
    expect(reached).toEqual(['127.0.0.1']);
    expect(answers).toEqual([]);
  });

  test('that is private is reached where a setting allows it', async () => {
    const site = await startSite({ '/': { body: 'x' } });
    const parts = { allowsPrivate: true, userAgent: 'test', resolve: always('127.0.0.1') };
    const outcome = await kept(createFetcher(parts)).fetch(`http://wiki:${site.port}/`, { wanted: 'page' });
    expect(outcome).toMatchObject({ kind: 'fetched', address: `http://wiki:${site.port}/` });
  });
});
