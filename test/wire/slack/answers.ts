// Answers of the Web API: `ok`, and Slack's way of saying no.
import type { Breach } from '../breach.ts';
import type { Answer } from '../httpAnswer.ts';

/** @example ok({ ts: '1.2' }) */
export function ok(body: Readonly<Record<string, unknown>> = {}): Answer {
  return { status: 200, body: { ok: true, ...body } };
}

/** @example refused('channel_not_found') */
export function refused(error: string, more: Readonly<Record<string, unknown>> = {}): Answer {
  return { status: 200, body: { ok: false, error, ...more } };
}

/** What Slack says to arguments that break its rules. */
export function invalid(breaches: readonly Breach[]): Answer {
  const isOfBlocks = breaches.every(({ path }) => path.startsWith('blocks'));
  const messages = breaches.map(({ path, reason }) => `[ERROR] ${reason} [json-pointer:/${path}]`);
  return refused(isOfBlocks ? 'invalid_blocks' : 'invalid_arguments', { response_metadata: { messages } });
}

/** @param retryAfter whole seconds, as Slack says it */
export function rateLimited(retryAfter: number): Answer {
  return { ...refused('ratelimited'), status: 429, headers: { 'retry-after': String(retryAfter) } };
}
