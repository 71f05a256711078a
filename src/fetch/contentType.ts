// Whether what a server sends may be a page or a feed: by its declared type before it is read, and by its first bytes once it is.
import { IntakeError } from '../errors.ts';
import type { FetchOptions } from './fetcher.ts';

type Wanted = FetchOptions['wanted'];

/** A server that says no more than that it has bytes says nothing. */
const UNKNOWN = /^(?:\*\/\*|(?:application|unknown)\/unknown|(?:application|binary)\/octet-stream)$/;
const OF_PAGE = /^(?:text\/html|application\/xhtml\+xml|text\/plain)$/;
const OF_FEED = /^(?:text\/.+|application\/(?:xml|json)|.+\+(?:xml|json))$/;

/** What is told of kinds that are often met, by type or by the bytes that a file of it begins with. */
const KINDS: readonly { readonly type: RegExp; readonly bytes: readonly string[]; readonly advice: string }[] = [
  { type: /^application\/(?:x-)?pdf$/, bytes: ['%PDF-'], advice: 'a PDF: save its text as .txt and add that' },
  {
    type: /^application\/(?:msword|rtf|vnd\.(?:openxmlformats|oasis|ms-).*)$|^text\/rtf$/,
    bytes: ['\xd0\xcf\x11\xe0', '{\\rtf'],
    advice: 'a document of a word processor: save its text as .txt and add that',
  },
  {
    type: /^image\//,
    bytes: ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF'],
    advice: 'a picture: type its words into a .txt file and add that',
  },
  {
    type: /^(?:audio|video)\//,
    bytes: ['ID3', 'OggS', '\x00\x00\x00\x18ftyp', '\x00\x00\x00\x20ftyp'],
    advice: 'sound or video: save a transcript as .txt and add that',
  },
  {
    type: /^application\/(?:zip|gzip|x-gzip|x-tar|x-7z-compressed)$/,
    bytes: ['PK\x03\x04', '\x1f\x8b'],
    advice: 'a packed file: unpack it and add the page or text in it',
  },
];

/** @throws IntakeError `content-type` where the declared type is neither; null or one that says nothing passes */
export function refuseType(contentType: string | null, wanted: Wanted): void {
  const type = typeOf(contentType);
  if (type === null || UNKNOWN.test(type)) return;
  if ((wanted === 'page' ? OF_PAGE : OF_FEED).test(type)) return;
  const kind = KINDS.find((one) => one.type.test(type));
  throw kind ? kindError(kind.advice) : otherError(`of the type "${type.slice(0, 80)}"`, wanted);
}

/** @throws IntakeError `content-type` where the bytes are none of a page or feed, whatever was declared */
export function refuseBytes(bytes: Uint8Array, contentType: string | null, wanted: Wanted): void {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, SNIFFED)).toString('latin1');
  const kind = KINDS.find((one) => one.bytes.some((first) => start.startsWith(first)));
  if (kind) throw kindError(kind.advice);
  const type = typeOf(contentType);
  // Of a declared type the reader tells what is wrong with its bytes: it may be UTF-16.
  if (type !== null && !UNKNOWN.test(type)) return;
  if (!/^(?:\xff\xfe|\xfe\xff)/.test(start) && isBinary(start)) throw otherError('no text', wanted);
}

/** Bytes that are looked at, and those that no text has: WHATWG MIME Sniffing, sections 7 and 3. */
const SNIFFED = 1_445;
const IN_TEXTS = [0x09, 0x0a, 0x0c, 0x0d, 0x1b];

/** `start`: a character a byte. */
function isBinary(start: string): boolean {
  return Array.from(start, (character) => character.charCodeAt(0)).some(
    (byte) => byte < 0x20 && !IN_TEXTS.includes(byte),
  );
}

function typeOf(contentType: string | null): string | null {
  const type = contentType?.split(/[;,]/)[0]?.trim().toLowerCase() ?? '';
  return type === '' ? null : type;
}

function kindError(advice: string): IntakeError {
  return new IntakeError('content-type', `This is ${advice}.`);
}

function otherError(what: string, wanted: Wanted): IntakeError {
  return new IntakeError(
    'content-type',
    wanted === 'page'
      ? `This is ${what}, not a page or a text: give the address of the article, or save its text as .txt and add that.`
      : `This is ${what}, not a feed: give the address of an RSS, Atom or JSON feed or of a news sitemap.`,
  );
}
