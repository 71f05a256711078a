// `"…," [Trump] said in a post on Truth Social.` and `"…," said [Trump] on Tuesday.`
// Leaves alone: a quotation that nobody in its sentence is said to have spoken (joined or dropped later).

import { pattern } from '../../patterns.ts';
import { readSettings } from '../content.ts';
import { type Draft, draft, isSource, type SentenceView } from '../draft.ts';
import { BETWEEN, QUOTED_CUES, senseOf } from '../lexicon.ts';

const SOURCE_CUE = pattern(
  String.raw`^\s*(?!(?:${QUOTED_CUES})\s)([^·,;\s][^·,;]{0,89}?)\s+((?:${BETWEEN}\s+)*(${QUOTED_CUES}))(?=[\s.,:])`,
  'i',
);
/** `"…," [Varga, who used to work in the port], said in May`: name, what is told of it, verb. */
const DESCRIBED_CUE = pattern(
  String.raw`^\s*(((?:the |an? )?[^·,;\s][^·,;]{0,59}),\s(?![^·;]{0,150}\b(?:whom|which)\b)[^·;]{2,150}?),\s+((?:${BETWEEN}\s+)*(${QUOTED_CUES}))(?=[\s.,:])`,
  'i',
);
const CUE_SOURCE = pattern(
  String.raw`^\s*((${QUOTED_CUES}))\s+([^·,;.]*?(?:\p{Lu}\.[^·,;.]*?)*)(?=[,.]|\s+(?:on|in|at|as|after|before|while|when|during)\s|$)`,
  'i',
);

export function readQuoted(view: SentenceView): Draft[] {
  const quoted = view.quotations.filter(
    (quotation) => !quotation.isTerm && quotation.start >= view.span.start && quotation.end <= view.span.end,
  );
  const [first] = quoted;
  if (!first || first.start !== view.span.start) return [];
  const rest = view.masked.slice(first.end, view.span.end);
  const before = SOURCE_CUE.exec(rest) ?? readDescribed(rest);
  const after = before ? null : CUE_SOURCE.exec(rest);
  const match = before ?? after;
  if (!match) return [];
  const [whole = '', a = '', b = '', c = ''] = match;
  const sourceWords = before ? (a.split(',')[0] ?? '') : c;
  if (!isSource(sourceWords)) return [];
  const at = first.end + (whole.length - whole.trimStart().length);
  const source = before
    ? { start: at, end: at + a.length }
    : { start: first.end + whole.length - c.length, end: first.end + whole.length };
  const cue = before
    ? { start: first.end + whole.length - b.length, end: first.end + whole.length }
    : { start: at, end: at + a.length };
  const sense = senseOf(before ? c : b);
  const settings = readSettings(view, Math.max(cue.end, source.end), sense);
  // The comma before the closing mark belongs to the sentence around the quotation, but it is printed inside: kept.
  const content = quoted.map(({ start, end }) => ({ start, end }));
  return [
    draft({
      source,
      cue,
      sense,
      content,
      addressee: settings.addressee,
      venue: settings.venue,
      dateRegions: settings.dateRegion ? [settings.dateRegion] : [],
      rule: 'quoted',
    }),
  ];
}

/** As SOURCE_CUE gives it: all, who, cue, its verb. */
function readDescribed(rest: string): string[] | null {
  const match = CUE_SOURCE.test(rest) ? null : DESCRIBED_CUE.exec(rest);
  return match ? [match[0], match[1] ?? '', match[3] ?? '', match[4] ?? ''] : null;
}
