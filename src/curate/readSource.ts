// readSource(source): what a curator names, an address, a file or standard input, to a Draft.
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { LocalDate } from '../domain.ts';
import { IntakeError } from '../errors.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import { decodeBytes } from '../intake/decode.ts';
import type { Draft } from '../intake/draft.ts';
import { looksLikeHtml, readBytes } from '../intake/readBytes.ts';
import { readPage } from '../intake/readPage.ts';
import { readText } from '../intake/readText.ts';

export interface SourceParts {
  /** A day after it is in doubt. */
  readonly today: () => LocalDate;
  readonly fetcher: () => Fetcher;
  readonly input: Readable;
}

/** Bytes of a file or of standard input: as much as may be fetched. */
const MOST_BYTES = 10_000_000;

/**
 * `source`: an address, the path of an HTML or text file, or "-" for standard input. `address`: of what is no address itself.
 * @throws IntakeError
 */
export async function readSource(
  source: string,
  address: string | null,
  { fetcher, input, today }: SourceParts,
): Promise<Draft> {
  if (isAddress(source)) {
    const fetched = await fetcher().fetch(source, { wanted: 'page' });
    if (fetched.kind === 'unchanged') throw new IntakeError('connection', `${source} gave nothing: try again.`);
    return readBytes(fetched.bytes, { ...fetched, today: today() });
  }
  const bytes = await readAll(source === '-' ? input : createReadStream(source));
  if (Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-'))
    throw new IntakeError('content-type', 'This is a PDF: save its text as .txt and add that.');
  const isHtml = /\.x?html?$/iu.test(source) || (!/\.(?:txt|text|md)$/iu.test(source) && looksLikeHtml(bytes));
  const { text } = decodeBytes(bytes, null, isHtml ? 'html' : 'text');
  if (text.trim() === '')
    throw new IntakeError('no-article', 'This is empty: give a page, or a text with blank lines between paragraphs.');
  return isHtml ? readPage(text, { address, today: today() }) : readText(text);
}

/** "https://…"; a path has no "://". */
export function isAddress(source: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//iu.test(source);
}

async function readAll(input: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of input) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      size += bytes.length;
      if (size > MOST_BYTES)
        throw new IntakeError('too-large', 'This has more than 10 MB: give the page of one article.');
      chunks.push(bytes);
    }
  } catch (cause) {
    if (cause instanceof IntakeError) throw cause;
    throw new IntakeError('file', `This can't be read: ${whyOf(cause)}.`, { cause });
  }
  return Buffer.concat(chunks);
}

function whyOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  if (code === 'ENOENT') return 'there is no such file. An address begins with https://';
  if (code === 'EISDIR') return 'it is a folder: name its files';
  if (code === 'EACCES' || code === 'EPERM') return 'this user has no permission to read it';
  return cause instanceof Error ? cause.message : String(cause);
}

/** How a source is called in messages. */
export function nameOf(source: string): string {
  return source === '-' ? 'standard input' : source;
}
