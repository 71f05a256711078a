// createLog(level): what whoever runs the bot reads: a line of JSON each, without anybody's words.
import { type Logger, pino } from 'pino';
import { IranTalksError } from './errors.ts';

export type { Logger } from 'pino';

/** Of an error only what tells what went wrong: bodies have what people wrote, addresses may have secrets. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { cause: fieldsOf } });
}

function fieldsOf(cause: unknown): unknown {
  if (!(cause instanceof Error)) return String(cause);
  const { name, message, stack } = cause;
  const { code, status, method } = cause as { code?: unknown; status?: unknown; method?: unknown };
  const inner = cause.cause === undefined ? {} : { cause: fieldsOf(cause.cause) };
  return { name, message, ...(cause instanceof IranTalksError ? {} : { stack }), code, status, method, ...inner };
}
