// readArguments(words, options): what is typed behind a command, options told from words; what can't be read is refused with what can.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearestOption } from '../arguments.ts';
import { RequestError } from '../errors.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** @throws RequestError for an option that there is not, or one without its value */
export function readArguments<Known extends Options>(
  words: readonly string[],
  options: Known,
  usage: string,
): ReturnType<typeof parseArgs<{ options: Known; allowPositionals: true }>> {
  const unknown = words.find((word) => {
    const name = /^--([\p{L}-]+)(?:=|$)/u.exec(word)?.[1];
    return name !== undefined && !(name in options);
  });
  if (unknown !== undefined) {
    const near = nearestOption(unknown, Object.keys(options));
    const hint = near === undefined ? '' : ` Did you mean --${near}?`;
    throw new RequestError('incomplete', `No option is called "${unknown}".${hint} ${usage}`);
  }
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new RequestError('incomplete', `${message}. ${usage}`);
  }
}
