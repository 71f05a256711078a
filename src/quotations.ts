// findQuotations(text): what stands between quotation marks. Straight, curly and angled double marks, and single ones
// where they can't be apostrophes. A mark that never closes runs to the end of the passage.
import type { Span } from './domain.ts';

/** A quotation: the span with its marks, and whether the marks are single ones ('freedom of action'). */
export interface Quotation extends Span {
  readonly isSingle: boolean;
  readonly isClosed: boolean;
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”"“', '„': '“”', '«': '»', '”': '”' };
// Opens after a space or a bracket, closes before a space or punctuation, has no mark inside: not Iran's, not the 'em.
const SINGLE =
  /(?<=^|[\s([—–-])['‘](?=\p{L})[^'‘’"“”]*?(?:(?<=\p{L})['’]\p{Ll}[^'‘’"“”]*?)*(?<=[\p{L}\p{N}.,!?])['’](?=[\s.,;:!?)\]—–]|$)/gu;

/** Quotations in the order of the text, none overlapping. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open: { start: number; closing: string } | undefined;
  for (const match of text.matchAll(/["“”„«»]/gu)) {
    const mark = match[0];
    if (open === undefined) {
      if (mark !== '»') open = { start: match.index, closing: CLOSING[mark] ?? mark };
    } else if (open.closing.includes(mark)) {
      found.push({ start: open.start, end: match.index + 1, isSingle: false, isClosed: true });
      open = undefined;
    }
  }
  if (open) found.push({ start: open.start, end: text.length, isSingle: false, isClosed: false });
  for (const match of text.matchAll(SINGLE)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!found.some((other) => span.start < other.end && other.start < span.end)) {
      found.push({ ...span, isSingle: true, isClosed: true });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The text with every unit inside double quotation marks replaced by `·`, same length: cues are looked for in this. */
export function maskQuotations(text: string, quotations: readonly Quotation[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, isSingle } of quotations) {
    if (isSingle) continue;
    parts.push(text.slice(at, start), '·'.repeat(end - start));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** 1 for every unit of the text that stands within quotation marks of any kind, marks included. */
export function quotedUnits(text: string, quotations: readonly Quotation[]): Uint8Array {
  const units = new Uint8Array(text.length);
  for (const { start, end } of quotations) units.fill(1, start, end);
  return units;
}
