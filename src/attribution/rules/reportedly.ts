// `[Israel's government and security departments] reportedly do not expect the talks to succeed`: what somebody thinks or
// does, told at a distance. Leaves alone: "The meeting reportedly lasted three hours" (a meeting thinks nothing).
import { readClause } from '../content.ts';
import { type Draft, draft, readSource, type SentenceView } from '../draft.ts';

const REPORTEDLY =
  /\s(reportedly)\s+((?:do|does|did|has|have|had|is|are|was|were)\s+(?:not\s+)?)?(?:expects?|expected|believes?|believed|thinks?|thought|wants?|wanted|doubts?|doubted|considers?|considered|fears?|feared|plans?|planned|opposed?|opposes|considering)\b/i;

export function readReportedly(view: SentenceView): Draft[] {
  const sentence = view.masked.slice(view.span.start, view.span.end);
  const match = REPORTEDLY.exec(sentence);
  if (!match) return [];
  const cueStart = view.span.start + match.index + 1;
  const reading = readSource(view, view.span.start, cueStart);
  const content = readClause(view, cueStart + 'reportedly'.length);
  if (!reading || !content) return [];
  const cue = { start: cueStart, end: cueStart + 'reportedly'.length };
  return [
    draft({ source: reading.source, cue, sense: 'reported', content: [content], hedged: true, rule: 'reportedly' }),
  ];
}
