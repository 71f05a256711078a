// Answers of the REST interface: what a route gives back, and Discord's way of saying no.
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { Breach } from '../breach.ts';
import type { Answer } from '../httpAnswer.ts';

export const NO_CONTENT: Answer = { status: 204 };

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** @example refusal(403, RESTJSONErrorCodes.MissingPermissions, 'Missing Permissions') */
export function refusal(status: number, code: number, message: string, errors?: unknown): Answer {
  return { status, body: { message, code, ...(errors === undefined ? {} : { errors }) } };
}

/** What Discord says to a body that breaks its rules, each field with its reason. */
export function invalidBody(breaches: readonly Breach[]): Answer {
  const errors: Record<string, unknown> = {};
  for (const { path, reason } of breaches) {
    const keys = path.split(/[.[\]]+/u).filter((key) => key !== '');
    let place = errors;
    for (const key of keys) {
      place[key] ??= {};
      place = place[key] as Record<string, unknown>;
    }
    place['_errors'] ??= [];
    (place['_errors'] as unknown[]).push({ code: 'INVALID', message: reason });
  }
  return refusal(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'Invalid Form Body', errors);
}

/**
 * Too many requests; the client must wait.
 * @param retryAfter seconds, as Discord says it; a test says 0.05
 */
export function rateLimited(retryAfter: number, { isGlobal = false }: { isGlobal?: boolean } = {}): Answer {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global: isGlobal },
    headers: {
      'retry-after': String(retryAfter),
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': String(retryAfter),
      'x-ratelimit-scope': isGlobal ? 'global' : 'user',
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
}
