// readBytes(bytes, about): what a server or a file gave, a page or a text, to a Draft.
import type { LocalDate } from '../domain.ts';
import { decodeBytes } from './decode.ts';
import type { Draft } from './draft.ts';
import { readPage } from './readPage.ts';
import { readText } from './readText.ts';

export interface BytesContext {
  /** As a server sent it, with its charset; null: none. */
  readonly contentType: string | null;
  /** Where it was fetched from. */
  readonly address: string;
  /** A day after it is in doubt. */
  readonly today: LocalDate;
}

/** What a server gave. @throws IntakeError */
export function readBytes(bytes: Uint8Array, { contentType, address, today }: BytesContext): Draft {
  const isHtml = !/^\s*text\/plain\b/iu.test(contentType ?? '') || looksLikeHtml(bytes);
  const { text } = decodeBytes(bytes, contentType, isHtml ? 'html' : 'text');
  if (isHtml) return readPage(text, { address, today });
  return { ...readText(text), url: { value: address, from: 'address' } };
}

export function looksLikeHtml(bytes: Uint8Array): boolean {
  // Latin letters of a tag are the same bytes in every encoding that is read, but for zeros between them.
  const start = Array.from(bytes.subarray(0, 4_096), (byte) => (byte === 0 ? '' : String.fromCharCode(byte))).join('');
  return /<(?:!doctype html|html|head|body|article|meta|div|p)\b/iu.test(start);
}
