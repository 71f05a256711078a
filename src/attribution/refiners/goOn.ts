// goOn(drafts, views): a sentence that is nothing but a quotation, and that nobody else is read to have said, goes on with the
// statement of the sentence before it in its paragraph: `"A," said [X], according to Y. "B."` With words that were not quoted
// before it, it is a statement of its own, by the same speaker: `[X] said that A. "B."` Leaves alone: a quotation behind a sentence
// that tells of no saying, of a question or a denial, or of what two people said; and one that is only named: `"B." That was the title.`
import { type CueSense, overlaps, type Span } from '../../domain.ts';
import { findOverlapping } from '../bisect.ts';
import { type Draft, type SentenceView, unitsOf } from '../draft.ts';

/** In the given order, what is new at the end. */
export function goOn(drafts: readonly Draft[], views: readonly SentenceView[]): Draft[] {
  if (drafts.length === 0) return [];
  const all = [...drafts];
  const unitsIn = findOverlapping(
    all.flatMap((draft, at) => unitsOf(draft).map((span) => ({ span, at }))),
    ({ span }) => span,
  );
  /** The statements of the sentence before, by their places in `all`. */
  let before: number[] = [];
  for (const view of views) {
    const own = [...new Set(unitsIn(view.span).map(({ at }) => at))];
    const here = own.filter((at) => isOf(all[at], view));
    if (here.length > 0 || !isQuotation(view)) {
      before = here;
      continue;
    }
    const speaker = own.length > 0 ? all[own.at(-1) ?? 0] : mainOf(before, all, view);
    if (!speaker) continue;
    if (own.length > 0 || speaker.content.some((part) => isQuoted(part, view))) {
      for (const at of before) if (!own.includes(at)) extend(all, at, speaker, view.span);
    } else {
      before = [all.push({ ...speaker, content: [view.span], cited: null, rule: `${speaker.rule}, goes on` }) - 1];
    }
  }
  return all;
}

/** Who asks or denies does not go on with the answer. */
const NOT_GOING_ON: ReadonlySet<CueSense> = new Set(['asked', 'denied', 'rejected']);
const IS_TITLE = /^\s*(?:That|This|It|The words?|So)\s+(?:was|is|were|read|ran|went)\b/u;

/** The one statement of the sentence before that no other holds; undefined when two people made one each, or nobody goes on. */
function mainOf(before: readonly number[], all: readonly Draft[], view: SentenceView): Draft | undefined {
  const told = before.flatMap((at): Draft[] => (all[at] && all[at].content.length > 0 ? [all[at]] : []));
  const mains = told.filter(
    (draft) => !told.some((other) => other !== draft && other.content.some((part) => isWithin(draft.cue, part))),
  );
  const last = mains.at(-1);
  const who = ({ source }: Draft): string => (source ? view.masked.slice(source.start, source.end) : '');
  const first = mains.find(({ source }) => source !== null);
  if (!last?.source || /^(?:who|which|that)$/i.test(who(last)) || NOT_GOING_ON.has(last.sense)) return undefined;
  if (first && first !== last && who(first) !== who(last) && !/^(?:he|she|they)$/i.test(who(last))) return undefined;
  return IS_TITLE.test(view.passage.text.slice(view.span.end, view.span.end + 20)) ? undefined : last;
}

function isWithin(span: Span, part: Span): boolean {
  return part.start <= span.start && span.end <= part.end;
}

/** Adds words to a statement, and to what it tells: both have the same words. */
function extend(all: Draft[], at: number, { content: told }: Draft, words: Span): void {
  const draft = all[at];
  if (draft?.content.some((part) => told.some((other) => overlaps(part, other))))
    all[at] = { ...draft, content: [...draft.content, words] };
}

function isOf(draft: Draft | undefined, { span }: SentenceView): boolean {
  return draft !== undefined && span.start <= draft.cue.start && draft.cue.end <= span.end;
}

/** True for a sentence of nothing but quotations. */
function isQuotation({ masked, span, quotations }: SentenceView): boolean {
  return /^[·\s]+\.?$/u.test(masked.slice(span.start, span.end)) && quotations.every(({ isTerm }) => !isTerm);
}

function isQuoted(part: Span, { masked }: SentenceView): boolean {
  return masked.slice(part.start, part.end).includes('·');
}
