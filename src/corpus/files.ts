// Reads text files of the corpus and refuses what would put damaged words into a quotation: bytes that are not UTF-8,
// UTF-16 files, replacement characters left by an earlier wrong conversion, control characters.
import { readFile } from 'node:fs/promises';
import type { Fault } from '../errors.ts';

/** The text of a file without a byte order mark, or what is wrong with it. Never throws. */
export async function readText(path: string): Promise<{ text: string } | { faults: Fault[] }> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    return { faults: [{ file: path, field: '', reason: `can't be read: ${explain(cause)}` }] };
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { faults: [{ file: path, field: 'encoding', reason: 'is UTF-16: save it as UTF-8' }] };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const line = lineOfIndex(bytes.toString('utf8'), bytes.toString('utf8').indexOf('\uFFFD'));
    const reason = 'is not UTF-8 (perhaps windows-1252): save it as UTF-8 and check quotation marks and accents';
    return { faults: [{ file: path, field: 'encoding', reason, line }] };
  }
  // U+0080 to U+009F: what windows-1252 quotation marks become when they are converted as if they were Latin-1.
  const damaged = /\uFFFD|(?![\t\n\r])\p{Cc}/u.exec(text);
  if (damaged) {
    const code = damaged[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const reason = `holds the character U+${code}, which no printed text has: copy the text again from its source`;
    return { faults: [{ file: path, field: 'encoding', reason, line: lineOfIndex(text, damaged.index) }] };
  }
  return { text };
}

/** What a system error means, in words. */
export function explain(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'it does not exist (a link may point nowhere)';
    case 'EACCES':
    case 'EPERM':
      return 'this user has no permission to read it';
    case 'ENOTDIR':
      return 'a file stands where a folder is wanted';
    case 'EISDIR':
      return 'it is a folder, not a file';
    default:
      return cause instanceof Error ? cause.message : String(cause);
  }
}

/** 1-based line of a UTF-16 index. */
function lineOfIndex(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
