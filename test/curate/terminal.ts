// terminalFor(dir): what a `corpus …` command is given, with what it prints kept.
import { PassThrough } from 'node:stream';
import type { Command, CurateParts } from '../../src/curate/command.ts';
import { IranTalksError } from '../../src/errors.ts';
import { reader } from '../reader.ts';

export interface Ran {
  /** Null: it threw; the message is in `error`. */
  readonly status: number | null;
  readonly output: string;
  readonly error: string;
}

export function partsFor(corpusDir: string, output: PassThrough, width = 80): CurateParts {
  return {
    corpusDir,
    databaseUrl: 'file::memory:',
    input: new PassThrough(),
    output,
    errors: new PassThrough(),
    width: () => width,
    hasColours: false,
    today: () => '2026-02-14',
    fetcher: () => {
      throw new Error('nothing is fetched');
    },
    reader: () => reader,
  };
}

export async function run(command: Command, corpusDir: string, ...words: readonly string[]): Promise<Ran> {
  const output = new PassThrough();
  const text = (): string => String(output.read() ?? '');
  try {
    const status = await command(words, partsFor(corpusDir, output));
    return { status, output: text(), error: '' };
  } catch (cause) {
    if (!(cause instanceof IranTalksError)) throw cause;
    return { status: null, output: text(), error: cause.message };
  }
}
