// decodeFeed(bytes, contentType): the text of a feed, in the encoding that it says it has: a byte order mark, then the server, then the XML declaration;
// else UTF-8.
import { IntakeError } from '../errors.ts';

/** Bytes in which the XML declaration stands. */
const HEAD = 200;

/** @throws IntakeError `encoding` */
export function decodeFeed(bytes: Uint8Array, contentType: string | null): string {
  const label = markOf(bytes) ?? charsetOf(contentType) ?? declared(bytes) ?? 'utf-8';
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch (cause) {
    const sentence = `The feed says that it is written in the encoding "${label.slice(0, 40)}", which is not known: tell its publisher, or remove it from feeds.yaml.`;
    throw new IntakeError('encoding', sentence, { cause });
  }
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    const sentence = `The feed is not written in ${label}, as it says: tell its publisher, or remove it from feeds.yaml.`;
    throw new IntakeError('encoding', sentence, { cause });
  }
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // "<" of an XML declaration without a mark.
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  return null;
}

function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

function declared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  return /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w-]+)["']/i.exec(head)?.[1] ?? null;
}
