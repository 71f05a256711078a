// findQuotations(text): what stands between quotation marks. Double marks of any kind (straight, curly, low, angled, reversed,
// and those written as two single ones), and single marks where they can't be apostrophes. A mark that never closes runs to
// the end of the passage. Feet and inches are no marks.
import type { Span } from './domain.ts';
import { matchesOf, pattern } from './patterns.ts';

/** A quotation: the span with its marks. */
export interface Quotation extends Span {
  /** Words in single marks that are no sentence of somebody ('freedom of action'): a cue may stand among them. */
  readonly isTerm: boolean;
  readonly isClosed: boolean;
}

/** Marks that close what a mark has opened. Those that open as well close only where a word ends. */
const CLOSING: Readonly<Record<string, readonly string[]>> = {
  '"': ['"', '”'],
  '“': ['”', '"', '“', "''"],
  '„': ['“', '”', '"'],
  '«': ['»'],
  '»': ['«', '»'],
  '”': ['”', '“'],
  '``': ["''", '”', '"'],
  "''": ["''"],
  '‘‘': ['’’', "''"],
  '’’': ['’’'],
};
const DOUBLE = /``|''|‘‘|’’|["“”„«»]/gu;
/** Marks that open where they stand; the others open only before a word and behind a space or a bracket. */
const OPENS_ANYWHERE = new Set(['“', '„', '«', '``', '‘‘', '"']);

/** Quotations in the order of the text, none overlapping. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open: { start: number; closing: readonly string[]; mark: string } | undefined;
  /** True between curly marks within straight ones. */
  let isInner = false;
  for (const match of matchesOf(DOUBLE, text)) {
    const [mark] = match;
    const end = match.index + mark.length;
    if (open?.mark === '"' && (isInner ? mark === '”' : mark === '“' && startsWord(text, match.index))) {
      // A straight mark closes the whole, also where an inner one is left open.
      isInner = !isInner;
    } else if (open === undefined) {
      isInner = false;
      if (opens(text, match.index, mark)) open = { start: match.index, closing: CLOSING[mark] ?? [], mark };
    } else if (open.closing.includes(mark) && (mark !== '“' || open.mark === '„' || endsWord(text, match.index, end))) {
      found.push({ start: open.start, end, isTerm: false, isClosed: true });
      open = undefined;
    }
  }
  if (open) found.push({ start: open.start, end: text.length, isTerm: false, isClosed: false });
  return [...found, ...findSingles(text, found)].sort((a, b) => a.start - b.start);
}

const INCHES = pattern(String.raw`^\p{N}"(?![\p{L}\p{N}])`);

function opens(text: string, at: number, mark: string): boolean {
  // 4" wide, 6' 2": a number, then a mark that no word follows.
  if (mark === '"') return !INCHES.test(text.slice(Math.max(0, at - 1), at + 2));
  return OPENS_ANYWHERE.has(mark) || (startsWord(text, at) && /[^\s.,;:!?]/u.test(text[at + mark.length] ?? ' '));
}

/** True where a space, a bracket or a dash stands before a mark. */
function startsWord(text: string, at: number): boolean {
  return at === 0 || /[\s([—–-]/u.test(text[at - 1] ?? '');
}

const ENDS_SPEECH = pattern(String.raw`[\p{L}\p{N}.,!?…]`, 'u');

/** True where a mark stands behind a word or its punctuation and before a space, a bracket or punctuation. */
function endsWord(text: string, at: number, end: number): boolean {
  return ENDS_SPEECH.test(text[at - 1] ?? '') && (end === text.length || /[\s.,;:!?)\]—–]/u.test(text[end] ?? ''));
}

const SINGLE = /(?<!['‘’])['‘’](?!['‘’])/gu;

const LETTER_OR_DOTS = pattern(String.raw`[\p{L}…]`);
const OF_SEVERAL = pattern(String.raw`^s.\s+\p{Ll}`, 'u');

/**
 * Single marks outside `doubles`: not Iran's, not the 'em. "The workers' bridge" ends no quotation that ends in a full stop or a
 * comma later.
 */
function findSingles(text: string, doubles: readonly Quotation[]): Quotation[] {
  const found: Quotation[] = [];
  let next = 0;
  let start: number | undefined;
  let likelyEnd: number | undefined;
  const close = (end: number | undefined, isTerm: boolean): void => {
    // Rock 'n' roll.
    if (start !== undefined && end !== undefined && end - start > 3) found.push({ start, end, isTerm, isClosed: true });
    start = undefined;
    likelyEnd = undefined;
  };
  for (const { index: at, 0: mark } of matchesOf(SINGLE, text)) {
    for (let double = doubles[next]; double && double.end <= at; double = doubles[next]) {
      if (start !== undefined && double.start > start) close(likelyEnd, true);
      next += 1;
    }
    if ((doubles[next]?.start ?? Number.POSITIVE_INFINITY) < at) continue;
    if (mark !== '’' && startsWord(text, at) && LETTER_OR_DOTS.test(text[at + 1] ?? '')) {
      close(likelyEnd, true);
      start = at;
    } else if (start !== undefined && mark !== '‘' && endsWord(text, at, at + 1)) {
      if (/[.,!?…]/u.test(text[at - 1] ?? '')) close(at + 1, false);
      else if (OF_SEVERAL.test(text.slice(at - 1, at + 8))) likelyEnd ??= at + 1;
      else close(likelyEnd ?? at + 1, true);
    }
  }
  close(likelyEnd, true);
  return found;
}

/** The text with every unit of a quotation that is no term replaced by `·`, same length: cues are looked for in this. */
export function maskQuotations(text: string, quotations: readonly Quotation[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, isTerm } of quotations) {
    if (isTerm) continue;
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
