// `"The canal is open." — [Teo Varga]`: a quotation with a name below or behind it.
// Leaves alone: "“…” – the old motto of the town" (no name), a dash inside a sentence.
import { type Draft, draft, isSource, type SentenceView } from '../draft.ts';

const SIGNED = /^([—–-]{1,2})\s*(\p{Lu}[^,;:·.!?]{1,60}(?:, [^;:·.!?]{1,60})?)$/u;

export function readSigned(view: SentenceView): Draft[] {
  const { masked, span } = view;
  const match = SIGNED.exec(masked.slice(span.start, span.end));
  const [, dash = '', who = ''] = match ?? [];
  if (!match || masked.slice(span.end).trim() !== '' || !isSource(who)) return [];
  const end = masked.slice(0, span.start).trimEnd().length;
  if (masked[end - 1] !== '·') return [];
  let start = end;
  while (start > 0 && masked[start - 1] === '·') start -= 1;
  return [
    draft({
      source: { start: span.end - who.length, end: span.end },
      cue: { start: span.start, end: span.start + dash.length },
      sense: 'said',
      content: [{ start, end }],
      isSure: true,
      rule: 'signed',
    }),
  ];
}
