// What every `corpus …` command of the terminal is given. run.ts chooses the command.
import type { Readable, Writable } from 'node:stream';
import type { Reader } from '../attribution/reader/reader.ts';
import type { LocalDate } from '../domain.ts';
import type { Fetcher } from '../fetch/fetcher.ts';

export interface CurateParts {
  /** Folder with articles/, speakers.yaml, terms.yaml, and what curators add. */
  readonly corpusDir: string;
  /** Where feeds are kept track of. */
  readonly databaseUrl: string;
  readonly input: Readable & { readonly isTTY?: boolean };
  /** What was asked for: tables, results, JSON. */
  readonly output: Writable & { readonly isTTY?: boolean };
  /** Progress, warnings, questions' errors. */
  readonly errors: Writable & { readonly isTTY?: boolean };
  /** Columns, asked for each text. */
  readonly width: () => number;
  readonly hasColours: boolean;
  readonly today: () => LocalDate;
  /** Made when it is first needed; closed by run.ts. */
  readonly fetcher: () => Fetcher;
  readonly reader: () => Reader;
}

/** Exit status: 0 done, 1 something is wrong with corpus, page or disk, 2 the command can't be read. @throws IranTalksError */
export type Command = (words: readonly string[], parts: CurateParts) => Promise<number>;
