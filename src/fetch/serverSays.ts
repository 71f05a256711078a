// What a server's headers say: how long its answer may be kept, how long to wait, where to go, how the body is compressed.
import type { IncomingHttpHeaders } from 'node:http';

/** The header's value; several of one name joined as HTTP joins them; null: there is none. */
export function headerOf(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  const joined = (typeof value === 'string' ? value : (value ?? []).join(', ')).trim();
  return joined === '' ? null : joined;
}

/** Seconds; RFC 9111 takes longer ones for as many. */
const LONGEST_SECONDS = 2 ** 31;

/** Milliseconds for which Cache-Control lets an answer be kept, those it was on its way (Age) taken off; null: it does not say. */
export function freshFor(headers: IncomingHttpHeaders): number | null {
  const control = headerOf(headers, 'cache-control')?.toLowerCase();
  if (control === undefined) return null;
  if (/(?:^|[\s,])no-(?:store|cache)(?:$|[\s,=])/.test(control)) return 0;
  const seconds = secondsOf(/(?:^|[\s,])max-age\s*=\s*"?(\d+)/.exec(control)?.[1]);
  if (seconds === null) return null;
  return Math.max(0, seconds - (secondsOf(headerOf(headers, 'age') ?? undefined) ?? 0)) * 1_000;
}

/** Milliseconds from `now` (of the epoch, too) until Retry-After, which is seconds or a date; null: none, or neither of them. */
export function retryAfter(headers: IncomingHttpHeaders, now: number): number | null {
  const value = headerOf(headers, 'retry-after');
  if (value === null) return null;
  const seconds = secondsOf(value);
  if (seconds !== null) return seconds * 1_000;
  // Date.parse reads much that is no date of HTTP: "-5", "1.5".
  const at = /^[a-z]{3}/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

function secondsOf(words: string | undefined): number | null {
  return words !== undefined && /^\d+$/.test(words) ? Math.min(Number(words), LONGEST_SECONDS) : null;
}

/** Names of Content-Encoding in the order in which they were applied. */
export function codingsOf(headers: IncomingHttpHeaders): readonly string[] {
  const names = headerOf(headers, 'content-encoding')?.toLowerCase().split(',') ?? [];
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
}
