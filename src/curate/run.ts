// runCorpus(words, parts): `corpus …` in the terminal: the command that its first word names.
import { editDistance } from '../editDistance.ts';
import { RequestError } from '../errors.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import type { Command, CurateParts } from './command.ts';
import { HELP, USAGE } from './help.ts';

/** Loaded only where they are asked for: an HTML parser is not needed to look at what is held. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  add: async () => (await import('./add.ts')).add,
  check: async () => (await import('./check.ts')).check,
  show: async () => (await import('./show.ts')).show,
  correct: async () => (await import('./correct.ts')).correct,
  update: async () => (await import('./update.ts')).update,
  held: async () => (await import('./held.ts')).held,
  approve: async () => (await import('./held.ts')).approve,
  refuse: async () => (await import('./held.ts')).refuse,
  poll: async () => (await import('./poll.ts')).poll,
};

/** `words`: what stands behind "corpus". @returns the exit status @throws IranTalksError */
export async function runCorpus(
  words: readonly string[],
  { createFetcher, ...parts }: Omit<CurateParts, 'fetcher'> & { readonly createFetcher: () => Fetcher },
): Promise<number> {
  const [name = 'help', ...rest] = words;
  if (name === 'help' || name === '--help' || name === '-h') return tell(HELP, parts);
  const load = COMMANDS[name];
  if (load === undefined) throw unknown(name);
  if (rest.includes('--help') || rest.includes('-h')) return tell(USAGE[name] ?? HELP, parts);
  const command = await load();
  let made: Fetcher | null = null;
  const fetcher = (): Fetcher => {
    made ??= createFetcher();
    return made;
  };
  try {
    return await command(rest, { ...parts, fetcher });
  } finally {
    await (made as Fetcher | null)?.close();
  }
}

function tell(text: string, { output }: Pick<CurateParts, 'output'>): number {
  output.write(text);
  return 0;
}

function unknown(name: string): RequestError {
  const names = Object.keys(COMMANDS);
  const near = names.find((one) => editDistance(one, name.toLowerCase(), 2) <= 2);
  const hint = near === undefined ? '' : ` Did you mean corpus ${near}?`;
  const message = `"corpus ${name}" is no command.${hint} There are ${names.join(', ')}.`;
  return new RequestError('unknown-request', message, near === undefined ? 'corpus help' : `corpus ${near}`);
}
