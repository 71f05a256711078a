// viewsOf(passage): its sentences as rules need them.
import type { Span } from '../domain.ts';
import { pattern } from '../patterns.ts';
import type { Quotation } from '../quotations.ts';
import type { SentenceView } from './draft.ts';
import { QUOTED_CUES } from './lexicon.ts';

/** `"Vote!" [Varga] said as he left`: who spoke and a verb of saying, and no clause that would be said. */
const SPEAKER = pattern(
  String.raw`^(?:\p{Lu}[\p{L}\p{M}.'’-]*\s+){1,6}(?:${QUOTED_CUES})(?=[.,]|\s+(?:as|in|on|at|to|of|about|during|after|before|while|when|with|from|by|rhetorically|\p{Lu}\p{Ll}+day)\b)(?!.{0,40}\bthat\b)`,
  'u',
);

/** What all sentences of a passage share. */
type Whole = Omit<SentenceView, 'span' | 'quotations'>;
type View = Whole & { span: Span; quotations: Quotation[] };

/**
 * Sentences as rules need them, each with its quotations: where a quotation holds several sentences, they are one with the
 * words around it. One pass over both lists, so that a long passage takes no longer a word than a short one.
 */
export function viewsOf(whole: Whole, quotations: readonly Quotation[]): SentenceView[] {
  const views: View[] = [];
  let next = 0;
  for (const sentence of whole.passage.sentences) {
    const last = views.at(-1);
    const quoted = last?.quotations.at(-1)?.end ?? 0;
    // A mark at the end of a quotation ends no sentence where its speaker follows.
    const isGoingOn =
      quoted === last?.span.end &&
      last?.quotations[0]?.start === last?.span.start &&
      SPEAKER.test(whole.masked.slice(sentence.start, sentence.end));
    const view = last && (quoted > sentence.start || isGoingOn) ? last : viewOf(whole, sentence);
    view.span = { start: view.span.start, end: sentence.end };
    if (view !== last) views.push(view);
    for (let quotation = quotations[next]; quotation && quotation.start < sentence.end; quotation = quotations[next]) {
      view.quotations.push(quotation);
      next += 1;
    }
  }
  return views;
}

function viewOf({ passage, masked, introducesNext, isBelowQuotation }: Whole, span: Span): View {
  return { passage, masked, introducesNext, isBelowQuotation, span, quotations: [] };
}
