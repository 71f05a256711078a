// givenQuotations(text): what somebody who pastes a text has put in quotation marks, whatever the marks: a pair within a pair belongs to
// the outer one, and "…," she said, "…" is one quotation where the second part goes on with the sentence of the first.
import type { Span } from '../../domain.ts';
import { findQuotations } from '../../quotations.ts';

export interface Given extends Span {
  /** Without the outer marks. */
  readonly words: string;
}

/** Pairs that findQuotations does not know, or would close at a straight mark within. */
const PAIRS = /“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|‹[^‹›]*›|「[^「」]*」|『[^『』]*』|＂[^＂]*＂/gu;
/** The whole text within single marks, with double ones inside. */
const WHOLE_SINGLE = /^\s*(?:'(?=[^"“]*["“])(?:[^']|(?<=\p{L})'(?=\p{L}))*'|‘(?=[^"“]*["“])[\s\S]*’)\s*$/u;
const OUTER = /^[\s"“”„«»‹›「」『』＂'‘’`]+|[\s"“”„«»‹›「」『』＂'‘’`]+$/gu;

/** In order; empty ones are left out. */
export function givenQuotations(text: string): Given[] {
  if (WHOLE_SINGLE.test(text)) return [{ start: 0, end: text.length, words: text.replace(OUTER, '') }];
  const pairs = [...text.matchAll(PAIRS)].filter(({ 0: whole, index }) => !isWithinStraight(text, index, whole.length));
  const masked = pairs.reduce((rest, { 0: whole, index }) => {
    return rest.slice(0, index) + ' '.repeat(whole.length) + rest.slice(index + whole.length);
  }, text);
  const spans: Span[] = [
    ...pairs.map(({ 0: whole, index }) => ({ start: index, end: index + whole.length })),
    ...findQuotations(masked),
  ];
  return withClosingAlone(text, spans)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start, end, words: text.slice(start, end).replace(OUTER, '') }))
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
}

/** `The harbor will stay open" - Varga`: a last mark that only closes has the text before it. */
function withClosingAlone(text: string, spans: readonly Span[]): Span[] {
  const last = spans.at(-1);
  const isAlone =
    last?.end === text.length &&
    /[\p{L}\p{N}.,!?…]/u.test(text[last.start - 1] ?? '') &&
    /^.(?:\s|$)/u.test(text.slice(last.start));
  if (!last || !isAlone) return [...spans];
  return [...spans.slice(0, -1), { start: spans.at(-2)?.end ?? 0, end: last.start + 1 }];
}

/** "… “wall of distrust” …": straight marks around, an odd number before and behind. */
function isWithinStraight(text: string, at: number, length: number): boolean {
  const count = (part: string): number => [...part.matchAll(/"/gu)].length;
  return count(text.slice(0, at)) % 2 === 1 && count(text.slice(at + length)) % 2 === 1;
}
