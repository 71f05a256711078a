// A quotation that goes on in the next paragraph is not closed at the end of this one: `Varga said: "We are ready.` The full stop
// belongs to what was said, as it would before a closing mark. Leaves alone: `Varga said "ready."`
import type { Span } from '../../domain.ts';
import type { Quotation } from '../../quotations.ts';
import type { Draft } from '../draft.ts';

/** Content that ends just before the end of an unclosed quotation ends with it. */
export function closeQuotations(drafts: readonly Draft[], quotations: readonly Quotation[], text: string): Draft[] {
  const last = quotations.at(-1);
  if (!last || last.isClosed) return [...drafts];
  const close = (span: Span): Span => {
    const isInside = span.end > last.start && /^[.,!?…]+$/u.test(text.slice(span.end, last.end));
    return isInside ? { start: span.start, end: last.end } : span;
  };
  return drafts.map((draft) => ({ ...draft, content: draft.content.map(close) }));
}
