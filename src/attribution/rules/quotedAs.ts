// `[Coast Wire] quoted [Varga] as saying the ferry would sail`: what an outlet reports of somebody, and what that one said.
// Leaves alone: "Varga quoted a poem".
import { readClause, readSettings } from '../content.ts';
import { type Draft, draft, isSource, readSource, type SentenceView } from '../draft.ts';

const QUOTED = /\b(quoted|quotes|cited|cites) ([^·,;:]{2,90}?) as (saying|telling)\b/u;

export function readQuotedAs(view: SentenceView): Draft[] {
  const sentence = view.masked.slice(view.span.start, view.span.end);
  const match = / as (?:saying|telling)/u.test(sentence) ? QUOTED.exec(sentence) : null;
  const [whole = '', word = '', who = '', saying = ''] = match ?? [];
  if (!match || !isSource(who)) return [];
  const cueStart = view.span.start + match.index;
  const reading = readSource(view, view.span.start, cueStart);
  const end = cueStart + whole.length;
  const settings = readSettings(view, end, saying === 'telling' ? 'told' : 'said');
  const clause = readClause(view, settings.end);
  if (!reading || !clause) return [];
  const whoStart = cueStart + word.length + 1;
  return [
    draft({
      source: reading.source,
      cue: { start: reading.cueStart, end: cueStart + word.length },
      sense: 'reported',
      content: [clause],
      dateRegions: [...(settings.dateRegion ? [settings.dateRegion] : []), ...reading.between],
      cited: {
        source: { start: whoStart, end: whoStart + who.length },
        cue: { start: end - saying.length, end },
        sense: 'said',
      },
      isSure: true,
      rule: 'quotedAs',
    }),
  ];
}
