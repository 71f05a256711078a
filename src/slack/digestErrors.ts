// deliveryErrorOf(cause, parts): what Slack, or the way to it, said to a digest, as the schedule understands it.
import { DeliveryError, type DeliveryErrorCode, PlatformError } from '../errors.ts';
import type { Log } from '../platform/log.ts';
import { slackError } from './send.ts';

/** What Slack answers with: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const CODES: Readonly<Record<string, DeliveryErrorCode>> = {
  channel_not_found: 'not-invited',
  not_in_channel: 'not-invited',
  is_archived: 'archived',
  account_inactive: 'removed',
  token_revoked: 'removed',
  app_uninstalled: 'removed',
  invalid_auth: 'removed',
  team_access_not_granted: 'removed',
};

/** What is not known is logged, and may pass. */
export function deliveryErrorOf(
  cause: unknown,
  { channel, log }: { readonly channel: string; readonly log: Log },
): DeliveryError {
  if (cause instanceof DeliveryError) return cause;
  const { retryAfter } = cause as { retryAfter?: unknown };
  // In seconds.
  if (typeof retryAfter === 'number')
    return new DeliveryError('transient', 'Slack asks to wait', { cause, retryAfter: retryAfter * 1_000 });
  const error = slackError(cause);
  const message = error ?? (cause instanceof Error ? cause.message : String(cause));
  const code = isNotInstalled(cause) ? 'removed' : codeOf(error ?? '');
  if (code !== null) return new DeliveryError(code, message, { cause });
  log.warn({ channel, cause }, 'slack: a digest was not taken just now');
  return new DeliveryError('transient', message, { cause });
}

function codeOf(error: string): DeliveryErrorCode | null {
  return error.startsWith('restricted_action') ? 'no-permission' : (CODES[error] ?? null);
}

/** Bolt wraps what the store of installations says. */
export function isNotInstalled(cause: unknown): boolean {
  const { original } = cause as { original?: unknown };
  return [cause, original].some((each) => each instanceof PlatformError && each.code === 'not-installed');
}

/** The scope that the app was not granted, as Slack names it; null: that is not what is wrong. */
export function neededScope(cause: unknown): string | null {
  if (slackError(cause) !== 'missing_scope') return null;
  const { needed } = (cause as { data: { needed?: unknown } }).data;
  return typeof needed === 'string' ? needed : 'a scope';
}
