// loggerOf(log): Bolt's own words in the log of whoever runs the bot: without bodies, which have what people wrote.
import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../platform/log.ts';

/** Bolt's news are our details; only its sentences are taken, no objects. */
export function loggerOf(log: Log): Logger {
  const words = (parts: readonly unknown[]): string =>
    parts
      .map((part) => (part instanceof Error ? part.message : typeof part === 'string' ? part : ''))
      .join(' ')
      .trim();
  return {
    debug: () => undefined,
    info: (...parts) => log.debug({}, `slack: ${words(parts)}`),
    warn: (...parts) => log.warn({}, `slack: ${words(parts)}`),
    error: (...parts) => log.error({}, `slack: ${words(parts)}`),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
