// writeCorrection(path, correction) and removeCorrections: a corrections file changed by the program, as a careful person would: other entries, their
// order and comments stay as they are, and whoever reads it meanwhile has the old file or the new one.
import { open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import type { Correction } from '../domain.ts';
import { CorpusError, IntakeError } from '../errors.ts';
import { type CorrectionsFile, parseCorrections } from './corrections.ts';
import { explain } from './files.ts';

/** Adds it, or puts it in the place of the one of the same words in the same passage. @throws CorpusError for a file with faults; IntakeError `file` */
export async function writeCorrection(path: string, correction: Correction): Promise<void> {
  const { text, file } = await readOrEmpty(path);
  const document = parseDocument(text);
  const entry = entryOf(correction);
  const at = file.corrections.findIndex((one) => isSame(one, correction));
  if (!isSeq(document.contents)) {
    const comment = document.commentBefore ?? document.comment;
    document.contents = document.createNode([entry]) as unknown as typeof document.contents;
    if (comment) document.commentBefore = comment;
    document.comment = null;
  } else if (at < 0) {
    // "[]" is what is left of a list whose last entry was taken away.
    if (document.contents.items.length === 0) document.contents.flow = false;
    document.addIn([], document.createNode(entry));
  } else replaceEntry(document, at, entry);
  await write(path, document.toString({ lineWidth: 0 }));
}

/** Takes away those at these positions; a file without entries and comments is removed. @throws as writeCorrection */
export async function removeCorrections(path: string, positions: readonly number[]): Promise<void> {
  const { text } = await readOrEmpty(path);
  const document = parseDocument(text);
  for (const position of [...positions].sort((a, b) => b - a)) document.deleteIn([position]);
  const isEmpty = !isSeq(document.contents) || document.contents.items.length === 0;
  if (isEmpty && !/^\s*#/mu.test(document.toString())) {
    await rm(path, { force: true }).catch((cause: unknown) => refuse(path, cause));
    return;
  }
  await write(path, document.toString({ lineWidth: 0 }));
}

/** They correct the same statement. */
export function isSame(a: Pick<Correction, 'passage' | 'words'>, b: Pick<Correction, 'passage' | 'words'>): boolean {
  return a.passage === b.passage && a.words === b.words;
}

type Entry = Record<string, unknown>;

/** In the order in which a person would write it. */
function entryOf({ passage, words, speaker, saidOn, content, by, on, reason }: Correction): Entry {
  const whose =
    speaker === null ? {} : speaker === 'none' ? { nobody: true } : 'id' in speaker ? { speaker: speaker.id } : speaker;
  return {
    passage: /^\d+$/u.test(passage) ? Number(passage) : passage,
    words,
    ...whose,
    ...(saidOn === null
      ? {}
      : { saidOn: saidOn.from === saidOn.to ? saidOn.from : { from: saidOn.from, to: saidOn.to } }),
    ...(content === null ? {} : { content }),
    ...(by === null ? {} : { by }),
    ...(on === null ? {} : { on }),
    ...(reason === null ? {} : { reason }),
  };
}

/** Key by key, so that comments beside those that stay are kept. */
function replaceEntry(document: Document, at: number, entry: Entry): void {
  const node = document.getIn([at], true);
  if (!isMap(node)) return;
  for (const key of ['speaker', 'name', 'nobody', 'saidOn', 'content', 'by', 'on', 'reason']) {
    const value = entry[key];
    if (value === undefined) document.deleteIn([at, key]);
    else if (document.getIn([at, key]) !== value) document.setIn([at, key], document.createNode(value));
  }
}

async function readOrEmpty(path: string): Promise<{ readonly text: string; readonly file: CorrectionsFile }> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    return refuse(path, cause);
  });
  return { text, file: checked(path, text) };
}

/** @throws CorpusError */
function checked(path: string, text: string): CorrectionsFile {
  const file = parseCorrections(path, text);
  if ('faults' in file) throw new CorpusError('faults', file.faults);
  return file;
}

/** What would not be read back is not written. */
async function write(path: string, text: string): Promise<void> {
  checked(path, text);
  // A name that begins with a dot is passed over by whoever reads the folder.
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.new`);
  try {
    const file = await open(draft, 'w');
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined);
    refuse(path, cause);
  }
}

function refuse(path: string, cause: unknown): never {
  throw new IntakeError('file', `${path} can't be changed: ${explain(cause)}. It is as it was.`, { cause });
}
