// deliveryErrorOf(cause, parts): what Discord, or the way to it, said to a digest, as the schedule understands it.
import { DiscordAPIError, RateLimitError } from 'discord.js';
import { DeliveryError, type DeliveryErrorCode } from '../errors.ts';
import type { Log } from '../platform/log.ts';
import { hasCode } from './send.ts';

interface Parts {
  readonly channel: string;
  /** Whether the bot is no longer in the server. */
  readonly isRemoved: () => Promise<boolean>;
  readonly log: Log;
}

/** True where Discord has refused it: it was not done, and another try would not change that. */
export function isNo(cause: unknown): boolean {
  return cause instanceof DiscordAPIError && cause.status >= 400 && cause.status < 500 && cause.status !== 429;
}

/** Never rejects. What is not known is logged, and may pass. */
export async function deliveryErrorOf(cause: unknown, { channel, isRemoved, log }: Parts): Promise<DeliveryError> {
  if (cause instanceof DeliveryError) return cause;
  if (cause instanceof RateLimitError) {
    const { retryAfter, timeToReset, sublimitTimeout } = cause;
    return new DeliveryError('transient', 'Discord asks to wait', {
      cause,
      retryAfter: Math.max(retryAfter, timeToReset, sublimitTimeout),
    });
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  const refused = (code: DeliveryErrorCode): DeliveryError => new DeliveryError(code, message, { cause });
  if (hasCode(cause, 'unknownChannel')) return refused('gone');
  if (hasCode(cause, 'missingAccess')) return refused((await isRemoved()) ? 'removed' : 'no-permission');
  if (hasCode(cause, 'missingPermissions')) return refused('no-permission');
  if (hasCode(cause, 'threadClosed')) return refused('archived');
  if (isNo(cause)) log.error({ channel, cause }, 'discord: a digest was refused for a reason that is not known');
  else log.warn({ channel, cause }, 'discord: a digest could not be sent just now');
  return refused('transient');
}
