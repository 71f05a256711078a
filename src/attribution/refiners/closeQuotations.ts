// Content that begins with a quotation holds all of it: `Varga said, "We are ready. We wait."` has no end at "ready.". One that goes on
// in the next paragraph is not closed at the end of this one: there the full stop belongs to what was said, as it would before a
// closing mark. Leaves alone: `Varga said "ready."`, and what begins or ends inside a quotation that was not its own.
import type { Span } from '../../domain.ts';
import type { Quotation } from '../../quotations.ts';
import { lowerBound } from '../bisect.ts';
import type { Draft } from '../draft.ts';

/** Content that ends inside the quotation it begins with ends with it, and so does what ends just before an unclosed one does. */
export function closeQuotations(drafts: readonly Draft[], quotations: readonly Quotation[], text: string): Draft[] {
  if (quotations.length === 0) return [...drafts];
  const close = (span: Span): Span => {
    const last = quotations[lowerBound(quotations, span.end) - 1];
    if (!last || last.isTerm || span.start > last.start || span.end >= last.end) return span;
    if (last.isClosed) return { start: span.start, end: last.end };
    const isOver = /^[.,!?…]+$/u.test(text.slice(span.end, last.end));
    return isOver ? { start: span.start, end: last.end } : span;
  };
  return drafts.map((draft) => ({ ...draft, content: draft.content.map(close) }));
}
