// createFetcher(parts): pages and feeds from the web, with undici. Every address on the way is checked, redirects and what names resolve to included;
// sizes and times are bounded; cookies are neither kept nor sent, and nothing that was fetched is run.
import { Agent, type Dispatcher } from 'undici';
import { IntakeError } from '../errors.ts';
import { CODINGS, readBody } from './body.ts';
import { refuseBytes, refuseType } from './contentType.ts';
import { connectionError, statusError, timeoutError } from './failures.ts';
import type { Fetched, Fetcher, FetchOptions, Unchanged } from './fetcher.ts';
import { FETCH_LIMITS, type FetchLimits } from './limits.ts';
import { createLookup, type Resolve, resolveBySystem } from './lookup.ts';
import { ANYWHERE, PUBLIC_ONLY, type Reach } from './reach.ts';
import { codingsOf, freshFor, headerOf, retryAfter } from './serverSays.ts';
import { hostOf, readRedirect, readTarget } from './target.ts';

export interface FetcherParts {
  /** Opens private addresses and all ports; for tests and intranets. */
  readonly allowsPrivate: boolean;
  /** Product name and version, as servers are told it: see userAgent.ts. */
  readonly userAgent: string;
  readonly limits?: Partial<FetchLimits>;
  /** How names are looked up; as the system does when not given. */
  readonly resolve?: Resolve;
  /** Milliseconds since 1970; the system's clock when not given. */
  readonly now?: () => number;
}

export function createFetcher({ allowsPrivate, ...parts }: FetcherParts): Fetcher {
  return createFetcherWithin(allowsPrivate ? ANYWHERE : PUBLIC_ONLY, parts);
}

/** The same within other bounds. */
export function createFetcherWithin(reach: Reach, parts: Omit<FetcherParts, 'allowsPrivate'>): Fetcher {
  const limits = { ...FETCH_LIMITS, ...parts.limits };
  const agent = new Agent({
    // What lasts too long is ended by the clocks below; the connection itself by this one.
    connect: { lookup: createLookup(parts.resolve ?? resolveBySystem, reach), timeout: limits.answerMs },
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: MOST_HEADER_BYTES,
  });
  const client: Client = { agent, reach, limits, userAgent: parts.userAgent, now: parts.now ?? Date.now };
  return {
    fetch: (address, options) => fetchWithin(client, address, options),
    close: () => agent.destroy(),
  };
}

/** News sites send long policies along. Chosen by eye. */
const MOST_HEADER_BYTES = 65_536;

const ACCEPT = {
  page: 'text/html, application/xhtml+xml;q=0.9, text/plain;q=0.8, */*;q=0.1',
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1',
};

interface Client {
  readonly agent: Agent;
  readonly reach: Reach;
  readonly limits: FetchLimits;
  readonly userAgent: string;
  readonly now: () => number;
}

/** What ends a fetch before its time: the caller, or one of two clocks. */
interface Ending {
  readonly signal: AbortSignal;
  /** Waits for `work` no longer than until it begins to answer. */
  within<Result>(host: string, work: Promise<Result>): Promise<Result>;
}

async function fetchWithin(client: Client, address: string, options: FetchOptions): Promise<Fetched | Unchanged> {
  const { signal } = options;
  signal?.throwIfAborted();
  const url = readTarget(address, client.reach);
  const stop = new AbortController();
  const onAbort = (): void => stop.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  const total = setTimeout(() => stop.abort(timeoutError(url.host)), client.limits.totalMs);
  const within: Ending['within'] = async (host, work) => {
    const clock = setTimeout(() => stop.abort(timeoutError(host)), client.limits.answerMs);
    return work.finally(() => clearTimeout(clock));
  };
  try {
    return await follow(client, url, options, { signal: stop.signal, within });
  } catch (cause) {
    signal?.throwIfAborted();
    throw cause;
  } finally {
    clearTimeout(total);
    signal?.removeEventListener('abort', onAbort);
  }
}

async function follow(client: Client, first: URL, options: FetchOptions, ending: Ending): Promise<Fetched | Unchanged> {
  const passed: URL[] = [];
  let [url, isMoved] = [first, true];
  for (;;) {
    const response = await ask(client, url, options, ending);
    const { statusCode: status, headers, body } = response;
    try {
      if (!REDIRECTS.has(status)) return await take(client, { url, passed, isMoved, response }, options, ending);
      const next = readRedirect(url, headerOf(headers, 'location'), client.reach);
      passed.push(url);
      refuseEndless(passed, next, client.limits.mostRedirects);
      isMoved &&= status === 301 || status === 308;
      url = next;
    } finally {
      // What was not read to its end is of no use; that it is cut off is no fault.
      body.on('error', () => undefined).destroy();
    }
  }
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function refuseEndless(passed: readonly URL[], next: URL, most: number): void {
  const isLoop = passed.some(({ href }) => href === next.href);
  if (!isLoop && passed.length <= most) return;
  const reason = isLoop ? 'sends on in a circle, as sites do that want cookies' : `sends on more than ${most} times`;
  const advice = 'open it in a browser and give the address that it ends at, or save it as a file and add that';
  throw new IntakeError('redirects', `${next.host} ${reason}: ${advice}.`);
}

async function ask(
  { agent, userAgent }: Client,
  url: URL,
  { wanted, known }: FetchOptions,
  { signal, within }: Ending,
): Promise<Dispatcher.ResponseData> {
  const headers = {
    'user-agent': userAgent,
    accept: ACCEPT[wanted],
    'accept-encoding': CODINGS,
    ...conditionOf('if-none-match', known?.etag),
    ...conditionOf('if-modified-since', known?.lastModified),
  };
  try {
    const path = `${url.pathname}${url.search}`;
    return await within(url.host, agent.request({ origin: url.origin, path, method: 'GET', headers, signal }));
  } catch (cause) {
    throw connectionError(hostOf(url), signal.aborted ? signal.reason : cause);
  }
}

/** None of what could not stand in a header: it came from a server and was kept in a file. */
function conditionOf(name: string, value: string | null | undefined): Record<string, string> {
  return value && /^[\x20-\x7e]+$/.test(value) ? { [name]: value } : {};
}

interface Arrived {
  readonly url: URL;
  readonly passed: readonly URL[];
  readonly isMoved: boolean;
  readonly response: Dispatcher.ResponseData;
}

async function take(
  { limits, now }: Client,
  { url, passed, isMoved, response: { statusCode: status, headers, body } }: Arrived,
  { wanted, known }: FetchOptions,
  { signal }: Ending,
): Promise<Fetched | Unchanged> {
  const isKnown = Boolean(known?.etag || known?.lastModified);
  if (status === 304 && isKnown) return { kind: 'unchanged', freshFor: freshFor(headers) };
  if (status !== 200 && status !== 203) {
    const isWait = status === 429 || status === 503;
    throw statusError(url.host, status, isWait ? retryAfter(headers, now()) : null);
  }
  const contentType = headerOf(headers, 'content-type');
  refuseType(contentType, wanted);
  const length = headerOf(headers, 'content-length');
  const bytes = await readBody(body, {
    codings: codingsOf(headers),
    length: length !== null && /^\d+$/.test(length) ? Number(length) : null,
    limits,
  }).catch((cause: unknown) => {
    throw connectionError(hostOf(url), signal.aborted ? signal.reason : cause);
  });
  refuseBytes(bytes, contentType, wanted);
  return {
    kind: 'fetched',
    address: url.href,
    redirects: passed.map(({ href }) => href),
    isMoved: isMoved && passed.length > 0,
    contentType,
    bytes,
    etag: headerOf(headers, 'etag'),
    lastModified: headerOf(headers, 'last-modified'),
    freshFor: freshFor(headers),
  };
}
