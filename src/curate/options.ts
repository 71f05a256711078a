// readOptions(words, options): the options of a `corpus` command, strictly: what is no option of it is refused, with the nearest one.
import { parseArgs } from 'node:util';
import { nearestOption } from '../arguments.ts';
import { RequestError } from '../errors.ts';

/** text: an option that takes a value. flag: one that takes none. */
export type OptionKinds = Readonly<Record<string, 'text' | 'flag'>>;

export interface ReadOptions {
  /** Everything that is no option, in order. */
  readonly words: readonly string[];
  readonly texts: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
}

/** `command`: what stands before: "corpus add". @throws RequestError */
export function readOptions(command: string, words: readonly string[], kinds: OptionKinds): ReadOptions {
  const names = Object.keys(kinds);
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'text' ? 'string' : 'boolean' } as const]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const others: string[] = [];
  const texts: Record<string, string | undefined> = {};
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') others.push(token.value);
    if (token.kind !== 'option') continue;
    const kind = kinds[token.name];
    if (kind === undefined) throw unknownOption(command, token.rawName, names);
    if (kind === 'flag') {
      if (token.value !== undefined) throw refused(command, `${token.rawName} takes no value.`);
      flags.add(token.name);
    } else {
      const isNext = token.value?.startsWith('--') === true && !token.inlineValue;
      if (token.value === undefined || token.value.trim() === '' || isNext)
        throw refused(command, `${token.rawName} needs a value behind it.`);
      texts[token.name] = token.value.trim();
    }
  }
  return { words: others, texts, flags };
}

function unknownOption(command: string, option: string, names: readonly string[]): RequestError {
  const near = nearestOption(option, names);
  const all = names.map((name) => `--${name}`).join(', ');
  const hint = near === undefined ? '' : ` Did you mean --${near}?`;
  return refused(command, `"${option}" is no option of ${command}.${hint} There are ${all}.`);
}

function refused(command: string, message: string): RequestError {
  return new RequestError('incomplete', message, `${command} --help`);
}
