// `"A," [X] said. "B."` is one statement: a sentence that is nothing but a quotation goes on with the one before.
// Leaves alone: a quotation in the next paragraph, and one that has its own cue.
import type { Span } from '../../domain.ts';
import type { Draft, SentenceView } from '../draft.ts';

/** `drafts[i]` are those of `sentences[i]`; gives the same shape. */
export function joinSplitQuotes(
  sentences: readonly SentenceView[],
  drafts: readonly (readonly Draft[])[],
): (readonly Draft[])[] {
  const joined = drafts.map((list) => [...list]);
  let last: { sentence: number; index: number } | undefined;
  sentences.forEach((view, position) => {
    const own = joined[position] ?? [];
    const quoted = own.findIndex((draft) => draft.rule === 'quoted');
    if (own.length > 0) {
      last = quoted >= 0 ? { sentence: position, index: quoted } : undefined;
      return;
    }
    const part = quotedPart(view);
    const target = last === undefined ? undefined : joined[last.sentence]?.[last.index];
    if (part === null || last === undefined || target === undefined) {
      last = undefined;
      return;
    }
    const content = [...target.content];
    const before = content.at(-1);
    // Sentences of one quotation are one span; a new quotation is a new span.
    const isSameQuotation =
      before !== undefined && !view.masked.slice(before.end, part.start).includes('"') && !startsQuotation(view);
    if (isSameQuotation) content[content.length - 1] = { start: before.start, end: part.end };
    else content.push(part);
    joined[last.sentence]?.splice(last.index, 1, { ...target, content });
  });
  return joined;
}

/** The sentence, when every unit of it stands within quotation marks. */
function quotedPart(view: SentenceView): Span | null {
  const words = view.masked.slice(view.span.start, view.span.end);
  return /^·+$/u.test(words) ? view.span : null;
}

function startsQuotation(view: SentenceView): boolean {
  return view.quotations.some((quotation) => quotation.start === view.span.start);
}
