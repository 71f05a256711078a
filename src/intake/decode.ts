// decodeBytes(bytes, contentType, kind): the text of a page or file, whatever it is encoded in, or a clear refusal: a wrong guess would put damaged words
// into a quotation. In this order: byte order mark; UTF-16 that shows by its NULs; the charset of the Content-Type; what the page says of itself
// (meta, XML declaration); UTF-8, where it is that; windows-1252, which is what old pages without a word are.
//
// What is declared is not believed against the bytes: bytes that are UTF-8 are read as that, whatever legacy encoding is declared (servers
// send a default), and bytes that are not UTF-8 but declared as such are read as another declared encoding, or as windows-1252 where nothing in them is UTF-8.
import { IntakeError } from '../errors.ts';
import { tidyMarkup } from './markup.ts';
import { damageOf } from './printed.ts';

export interface Decoded {
  /** Without a byte order mark, replacement and control characters (of a page: outside its scripts). */
  readonly text: string;
  /** As TextDecoder names it: "utf-8", "windows-1252". */
  readonly encoding: string;
  /** The encoding is not the declared one, or none is declared. */
  readonly isGuessed: boolean;
}

/** What DOS put behind the last line. */
const END_OF_FILE = new RegExp(`${String.fromCharCode(0x1a)}$`);
/** HTML wants declarations within 1,024 bytes; real pages are later. */
const DECLARED_WITHIN = 4_096;
/** Characters of several bytes from which bytes that are UTF-8 are that by no accident; one is enough against windows-1252, in which none makes a word. */
const NO_ACCIDENT = 3;

/**
 * @param contentType - the header as it was sent; null: none
 * @throws IntakeError `encoding`
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null, kind: 'html' | 'text'): Decoded {
  const decoded = decode(bytes, contentType, kind);
  const text = decoded.text
    .replace(/^\ufeff/, '')
    .replace(/[\v\f]/g, '\n')
    .replace(END_OF_FILE, '');
  const damage = damageOf(text) && damageOf(kind === 'html' ? shownOf(text) : text);
  if (damage) {
    throw refusal(`holds the character ${damage}, which no printed text has (read as ${decoded.encoding})`);
  }
  return { ...decoded, text };
}

/** A page without its scripts, whose expressions may name any character. A page that is refused for its markup is refused by its reader. */
function shownOf(text: string): string {
  try {
    return tidyMarkup(text).html;
  } catch {
    return '';
  }
}

function decode(bytes: Uint8Array, contentType: string | null, kind: 'html' | 'text'): Decoded {
  const marked = ofMark(bytes);
  if (marked !== null) return { text: strictly(marked, bytes), encoding: marked, isGuessed: false };
  const wide = ofNuls(bytes);
  const declared = [ofHeader(contentType), kind === 'html' ? ofPage(bytes) : null].filter((label) => label !== null);
  if (wide !== null) return { text: strictly(wide, bytes), encoding: wide, isGuessed: !declared.includes(wide) };

  const utf8 = tryDecode('utf-8', bytes);
  const several = utf8 === null ? 0 : (utf8.match(/[^\0-\x7f]/gu)?.length ?? 0);
  const first = declared[0];
  if (utf8 !== null) {
    const isSurer = first === undefined || several >= (first === 'windows-1252' ? 1 : NO_ACCIDENT);
    // iso-2022-jp is ASCII with escapes.
    if (first === 'utf-8' || several === 0 ? first !== 'iso-2022-jp' : isSurer) {
      return { text: utf8, encoding: 'utf-8', isGuessed: first !== 'utf-8' && several > 0 };
    }
  }
  for (const label of declared) {
    if (label === 'utf-8' || label.startsWith('utf-16')) continue;
    return { text: strictly(label, bytes), encoding: label, isGuessed: label !== first };
  }
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', isGuessed: true };
  if (first === 'utf-8' && holdsUtf8(bytes)) {
    throw refusal('says that it is UTF-8 and is so only in part');
  }
  return { text: strictly('windows-1252', bytes), encoding: 'windows-1252', isGuessed: true };
}

function refusal(what: string): IntakeError {
  const help = "Copy the article's text from a browser into a .txt file, save it as UTF-8 and add that.";
  return new IntakeError('encoding', `The text ${what}. ${help}`);
}

function tryDecode(label: string, bytes: Uint8Array): string | null {
  try {
    if (label === 'windows-1252') return ofWindows1252(bytes);
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** U+0080 to U+009F as windows-1252 has them; bytes that it does not have stay, and are refused as control characters. */
const WINDOWS_1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];

/** Node 20's TextDecoder reads windows-1252 as if it were Latin-1, and loses every curly quotation mark. */
function ofWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes).toString('latin1');
  return latin.replace(HIGH, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character);
}

const HIGH = new RegExp(`[${String.fromCharCode(0x80)}-${String.fromCharCode(0x9f)}]`, 'g');

function strictly(label: string, bytes: Uint8Array): string {
  const text = tryDecode(label, bytes);
  if (text === null) throw refusal(`is said to be ${label}, but its bytes are not`);
  return text;
}

function ofMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: every other byte of its mark-up, spaces and digits is NUL. */
function ofNuls(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 2_048);
  const nuls = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (even + odd < head.length / 10 || head.length < 4) return null;
  if (odd > even * 4) return 'utf-16le';
  return even > odd * 4 ? 'utf-16be' : null;
}

function ofHeader(contentType: string | null): string | null {
  return encodingOf(/;\s*charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1]);
}

/** What the head of a page says. UTF-16 it can't be, where this can be read: HTML takes that as UTF-8. */
function ofPage(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN)).replace(/<!--[\s\S]*?-->/g, '');
  const label =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1];
  const encoding = encodingOf(label);
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}

/** The name that TextDecoder has for a label: windows-1252 for "iso-8859-1" and "ascii", as browsers take them. Null: no such encoding. */
function encodingOf(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** A well-formed character of several bytes is among them. */
function holdsUtf8(bytes: Uint8Array): boolean {
  return /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/.test(
    Buffer.from(bytes).toString('latin1'),
  );
}
