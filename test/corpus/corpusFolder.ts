// corpusFolder(files): a valid corpus in a temporary folder, with the files that a test puts in, damages or takes away.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { CorpusError, type Fault } from '../../src/errors.ts';

/** Path below the corpus folder to its content; null: the file of the valid corpus is left out. */
export type CorpusFiles = Readonly<Record<string, string | Uint8Array | null>>;

/** The one article of the valid corpus. */
export const ARTICLE = 'articles/example-2026-02-12-talks.md';

const FRONT_MATTER = {
  title: 'Two sides meet in Port Vale',
  outlet: 'Example Times',
  url: 'https://example.org/news/2026-02-12/talks',
  publishedOn: '2026-02-12',
  language: 'en',
  retrievedOn: '2026-02-13',
  status: 'usable',
} as const;

/**
 * Text of an article file. `fields` holds values as written in YAML, quotation marks included: another value, a further key,
 * or null for a field that is left out.
 */
export function articleText(
  fields: Readonly<Record<string, string | null>> = {},
  body = 'Ana Vale said no.\n',
): string {
  const lines = Object.entries<string | null>({ ...FRONT_MATTER, ...fields })
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${value}\n`);
  return `---\n${lines.join('')}---\n\n${body}`;
}

const SPEAKERS = '- { id: ana-vale, name: Ana Vale, kind: person, pronoun: she, aliases: [Vale] }\n';
const TERMS = '- [talks, negotiations]\n';

/** Writes the corpus and gives its path; the folder is removed when the test is over. */
export async function corpusFolder(files: CorpusFiles = {}): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'iran-talks-corpus-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return writeCorpus(dir, files);
}

/** Writes it into a folder that somebody else removes, and gives its path. */
export async function writeCorpus(dir: string, files: CorpusFiles = {}): Promise<string> {
  const valid = { [ARTICLE]: articleText(), 'speakers.yaml': SPEAKERS, 'terms.yaml': TERMS };
  for (const [path, content] of Object.entries<string | Uint8Array | null>({ ...valid, ...files })) {
    if (content === null) continue;
    await mkdir(dirname(join(dir, path)), { recursive: true });
    // Two articles may not share an address: those that a test does not give one get their own.
    const isOther = typeof content === 'string' && path !== ARTICLE;
    await writeFile(join(dir, path), isOther ? content.replace(FRONT_MATTER.url, `$&/${path}`) : content);
  }
  return dir;
}

/** Loads the folder and gives the error it must be refused with. */
export async function refusalOf(dir: string): Promise<CorpusError> {
  const outcome: unknown = await loadCorpus(dir).catch((cause: unknown) => cause);
  expect(outcome).toBeInstanceOf(CorpusError);
  return outcome as CorpusError;
}

/** The faults of a corpus with these files; `file` is given below the corpus folder, with `/`. */
export async function faultsOf(files: CorpusFiles): Promise<Fault[]> {
  const dir = await corpusFolder(files);
  return faultsBelow(dir, await refusalOf(dir));
}

/** The faults of an error with `file` below `dir`, with `/`. */
export function faultsBelow(dir: string, error: CorpusError): Fault[] {
  return error.faults.map((fault) => ({ ...fault, file: relative(dir, fault.file).split(sep).join('/') }));
}
