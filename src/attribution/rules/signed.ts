// `"The canal is open." — [Teo Varga], ferryman`: a quotation with a name behind or below it. Below, the draft has no content yet:
// joinParagraphs gives it the quotations above. Leaves alone: "“…” – the old motto of the town" (no name), a dash inside a
// sentence, a list of demands.
import type { Span } from '../../domain.ts';
import { pattern } from '../../patterns.ts';
import { type Draft, draft, isSource, type SentenceView } from '../draft.ts';

/** A name of up to six words, and behind a comma what is told of it. */
const SIGNED = pattern(
  String.raw`(?:^|(?<=·[.,]?\s{0,3}))([―—–-]{1,2})\s*((?:@|\p{Lu})[^\s,;:·!?]*(?:\s+(?:(?:de|la|le|van|von|bin|of|the|for|and|&)\s+)*(?:@|\p{Lu})[^\s,;:·!?]*){0,5})(?:,\s[^;:·!?]{1,80}|\s\([^)]{1,40}\))?$`,
  'u',
);

export function readSigned(view: SentenceView): Draft[] {
  const { masked, span } = view;
  if (masked.slice(span.end).trim() !== '') return [];
  const sentence = masked.slice(span.start, span.end).replace(/\.$/u, '');
  const match = SIGNED.exec(sentence);
  const [whole, dash = '', who = ''] = match ?? [];
  if (!match || whole === undefined || !isSource(who)) return [];
  const start = span.start + match.index + whole.indexOf(who, whole.indexOf(dash) + dash.length);
  const cue = span.start + match.index + whole.indexOf(dash);
  const end = masked.slice(0, span.start + match.index).trimEnd().length;
  const parts = quotedBefore(masked, end);
  if (parts.length === 0 && !(end === 0 && view.isBelowQuotation)) return [];
  return [
    draft({
      source: { start, end: start + who.length },
      cue: { start: cue, end: cue + dash.length },
      sense: 'said',
      content: parts,
      isSure: true,
      rule: 'signed',
    }),
  ];
}

/** The quotations that end at `end` with nothing but spaces between them. */
function quotedBefore(masked: string, end: number): Span[] {
  let start = end;
  while (start > 0 && /[·\s]/u.test(masked[start - 1] ?? '')) start -= 1;
  return [...masked.slice(start, end).matchAll(/·+/gu)].map((part) => ({
    start: start + part.index,
    end: start + part.index + part[0].length,
  }));
}
