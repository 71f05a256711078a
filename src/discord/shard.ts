// What a process of many has to know of it: without discord.js, which not every process needs.
import type { PlatformError, PlatformErrorCode } from '../errors.ts';

/** True in a process that manageShards has started. */
export function isShard(env: Readonly<Record<string, string | undefined>>): boolean {
  return env['SHARDING_MANAGER'] !== undefined;
}

/** What such a process tells the one that started it before it ends: that it need not be started again. */
export interface Refusal {
  readonly refused: { readonly code: PlatformErrorCode; readonly message: string };
}

/** Null for what would be worth another try. */
export function refusalFor({ code, message }: PlatformError): Refusal | null {
  return code === 'connection' ? null : { refused: { code, message } };
}
