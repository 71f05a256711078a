// Several feeds for hours of an invented clock: polite to each host, and none stops another.
import { describe, expect, test } from 'vitest';
import { createHosts } from '../../src/feeds/hosts.ts';
import { expectOnce, fetcher, newWorld, page, START, settingOf, startSite } from './site.ts';
import { rss } from './written.ts';

describe('feeds that run', () => {
  test('are asked when they are due, whatever becomes of others', async () => {
    const [site, other, world] = [await startSite(), await startSite(), await newWorld()];
    world.settings.push(
      settingOf(`${site.origin}/good`),
      settingOf(`${other.origin}/bad`),
      settingOf('http://127.0.0.1:1/nobody'),
      settingOf(`${other.origin}/gone`, { every: 5 }),
    );
    site.paths.set('/good', () => ({
      body: rss([
        { address: `${site.origin}/a${Math.floor((world.clock.now.getTime() - START.getTime()) / 1_500_000)}` },
      ]),
    }));
    for (let at = 0; at < 9; at += 1) site.paths.set(`/a${at}`, page(`a${at}`));
    other.paths.set('/bad', { body: '<rss version="2.0"><channel><item>' });
    other.paths.set('/gone', { status: 410 });
    const broken: typeof fetcher = {
      fetch: (address, options) => {
        if (address.includes(':1/')) throw new TypeError('a bug');
        return fetcher.fetch(address, options);
      },
    };
    await world.runFor(3_600, world.feeds({ fetcher: broken }));
    expect(site.takeAsked().filter((path) => path === '/good').length).toBeGreaterThanOrEqual(4);
    expect(world.corpus.written.length).toBeGreaterThanOrEqual(2);
    expectOnce(world.corpus);
    // After 15 and 30 minutes; one that is gone for good never again.
    expect(other.takeAsked().sort()).toEqual(['/bad', '/bad', '/bad', '/gone']);
    expect(world.lines.filter((line) => line.includes('gone for good'))).toHaveLength(1);
    expect(world.lines).toContain('error feeds: a fault at a feed; it is gone on with later');
    // Until its entry changes.
    world.settings[3] = settingOf(`${other.origin}/gone`);
    await world.runFor(60);
    expect(other.takeAsked()).toContain('/gone');
  });

  test('are let go of when the process ends, and gone on with at once by another', async () => {
    const [site, world] = [await startSite(), await newWorld()];
    const addresses = ['/a', '/b', '/c'].map((path) => `${site.origin}${path}`);
    site.paths.set('/feed', { body: rss(addresses.map((address) => ({ address }))) });
    for (const path of ['/a', '/b', '/c']) site.paths.set(path, page(path));
    world.settings.push(settingOf(`${site.origin}/feed`));
    const stop = new AbortController();
    const stopping: typeof fetcher = {
      async fetch(address, options) {
        if (world.corpus.written.length === 1) stop.abort();
        options.signal?.throwIfAborted();
        return fetcher.fetch(address, options);
      },
    };
    await world.feeds({ fetcher: stopping }).run(stop.signal);
    expect(world.corpus.written).toHaveLength(1);
    expect(world.lines.filter((line) => !line.startsWith('info'))).toEqual([]);
    await world.runFor(30, world.feeds({ worker: 'w2' }));
    expect(world.corpus.urls().sort()).toEqual(addresses);
  });

  test('whose next look was set by a clock that was wrong are looked at', async () => {
    const [site, world] = [await startSite(), await newWorld()];
    site.paths.set('/feed', { body: rss([]) });
    world.settings.push(settingOf(`${site.origin}/feed`));
    world.later(400 * 86_400);
    await world.runFor(10);
    world.later(-400 * 86_400);
    site.takeAsked();
    await world.runFor(10);
    expect(site.takeAsked()).toEqual(['/feed']);
  });
});

describe('a host', () => {
  test('is asked one at a time, with two seconds between, whoever asks', async () => {
    const [site, world] = [await startSite(), await newWorld()];
    const starts: number[] = [];
    let [now, most] = [0, 0];
    const watched: typeof fetcher = {
      async fetch(address, options) {
        now += 1;
        most = Math.max(most, now);
        starts.push(world.clock.now.getTime());
        const fetched = await fetcher.fetch(address, options);
        now -= 1;
        return fetched;
      },
    };
    for (const name of ['x', 'y']) {
      const items = [1, 2, 3].map((at) => ({ address: `${site.origin}/${name}${at}` }));
      site.paths.set(`/${name}`, { body: rss(items) });
      for (const at of [1, 2, 3]) site.paths.set(`/${name}${at}`, page(`${name}${at}`));
      world.settings.push(settingOf(`${site.origin}/${name}`));
    }
    await world.runFor(120, world.feeds({ fetcher: watched }));
    expect(starts).toHaveLength(8);
    expect(most).toBe(1);
    for (const [at, start] of starts.entries()) expect(start - (starts[at - 1] ?? 0)).toBeGreaterThanOrEqual(2_000);
  });

  test('is not waited for by others, nor by those behind one that failed or was ended', async () => {
    let now = 0;
    const hosts = createHosts({
      now: () => new Date(now),
      async wait(ms, signal) {
        signal.throwIfAborted();
        now += ms;
      },
    });
    const never = new AbortController().signal;
    const ended = AbortSignal.abort(new Error('ended'));
    const order: string[] = [];
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = hosts.visit('https://a.example/1', () => held, never);
    const failing = hosts.visit('https://a.example/2', () => Promise.reject(new Error('broken')), never);
    const stopped = hosts.visit('https://a.example/3', async () => void order.push('3'), ended);
    const last = hosts.visit('https://a.example/4', async () => void order.push('4'), never);
    await hosts.visit('https://b.example/', async () => void order.push('b'), never);
    expect(order).toEqual(['b']);
    release();
    await first;
    await expect(failing).rejects.toThrow('broken');
    await expect(stopped).rejects.toThrow('ended');
    await last;
    expect(order).toEqual(['b', '4']);
  });

  test('that asked for it is left alone until then', () => {
    let now = 0;
    const hosts = createHosts({ now: () => new Date(now), wait: async () => {} });
    hosts.leaveAlone('https://a.example/x', new Date(5_000));
    hosts.leaveAlone('https://a.example/y', new Date(3_000));
    expect(hosts.leftAloneUntil('https://a.example/z')).toEqual(new Date(5_000));
    expect(hosts.leftAloneUntil('https://b.example/')).toBeNull();
    now = 5_000;
    expect(hosts.leftAloneUntil('https://a.example/z')).toBeNull();
  });
});
