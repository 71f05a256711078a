// `[Varga] was quoted (by Coast Wire) as saying that …`, `"…," [Varga] was quoted as saying`, `Reporters were told by [Varga] that …`
// Leaves alone: "Reporters were told that …" (by whom is not stated), "Varga was quoted in the paper".
import type { Span } from '../../domain.ts';
import { pattern } from '../../patterns.ts';
import { readClause, readSettings } from '../content.ts';
import { type Draft, draft, isSource, readSource, type SentenceView } from '../draft.ts';
import { DAY } from '../lexicon.ts';

const BE = '(?:was|were|is|are|has been|have been|had been)';
const OUTLET = String.raw`(?:by|in) ((?:the )?\p{L}[\p{L}’'.-]*(?: \p{L}[\p{L}’'.-]*){0,4}?)`;
const QUOTED_AS = pattern(
  String.raw`\b${BE} (?:also |later |widely )?(?:quoted|cited|reported)(?: (${DAY}))?(?: ${OUTLET})?(?: (${DAY}))? as saying\b`,
  'd',
);
/** Behind the cue, where the quotation stands before it: `was quoted as saying by Coast Wire.` */
const BY_OUTLET = pattern(String.raw`^ ${OUTLET}(?<!\.)(?= ${DAY}|[.,]?\s*$)`, 'du');
const TOLD_BY = pattern(
  String.raw`^((?:\p{L}[\p{L}’'.-]* ){1,6}?)(${BE} (told|informed|warned|assured|reminded) by) ([^,·]{2,60}?) (?:that|not to|to) `,
  'u',
);

export function readPassive(view: SentenceView): Draft[] {
  const sentence = view.masked.slice(view.span.start, view.span.end);
  return readQuotedAs(view, sentence) ?? readToldBy(view, sentence) ?? [];
}

function readQuotedAs(view: SentenceView, sentence: string): Draft[] | undefined {
  const match = sentence.includes(' as saying') ? QUOTED_AS.exec(sentence) : null;
  if (!match) return undefined;
  const cue = { start: view.span.start + match.index, end: view.span.start + match.index + match[0].length };
  const reading = readSource(view, view.span.start, cue.start);
  if (!reading) return undefined;
  const behind = BY_OUTLET.exec(view.masked.slice(cue.end, view.span.end));
  const through = groupAt(match, 2, view.span.start) ?? groupAt(behind, 1, cue.end);
  const day = groupAt(match, 1, view.span.start) ?? groupAt(match, 3, view.span.start);
  const before = view.quotations.filter(({ end, isTerm }) => !isTerm && end <= reading.source.start);
  const settings = readSettings(view, cue.end, 'said');
  const clause = before.length > 0 ? null : readClause(view, settings.end);
  const content = clause ? [clause] : before.map(({ start, end }) => ({ start, end }));
  if (content.length === 0) return undefined;
  return [
    draft({
      source: reading.source,
      cue,
      sense: 'said',
      content,
      venue: settings.venue,
      dateRegions: [day, settings.dateRegion, ...reading.between].filter((region) => region !== null),
      through,
      isSure: true,
      rule: 'passive',
    }),
  ];
}

/** Where a group of a match stands, counted from `from`; null when it took no part. */
function groupAt(match: RegExpExecArray | null, group: number, from: number): Span | null {
  const at = match?.indices?.[group];
  return at ? { start: from + at[0], end: from + at[1] } : null;
}

function readToldBy(view: SentenceView, sentence: string): Draft[] | undefined {
  const match = sentence.includes('ed by ') || sentence.includes('told by ') ? TOLD_BY.exec(sentence) : null;
  const [whole = '', told = '', cueWords = '', word = '', who = ''] = match ?? [];
  if (!match || !isSource(who)) return undefined;
  const cueStart = view.span.start + told.length;
  const sourceStart = cueStart + cueWords.length + 1;
  const isOrder = !whole.endsWith('that ');
  const clause = readClause(view, isOrder ? sourceStart + who.length + 1 : view.span.start + whole.length);
  if (!clause) return undefined;
  return [
    draft({
      source: { start: sourceStart, end: sourceStart + who.length },
      cue: { start: cueStart, end: cueStart + cueWords.length },
      sense: word === 'warned' ? 'warned' : 'told',
      content: [clause],
      addressee: { start: view.span.start, end: cueStart - 1 },
      isSure: true,
      rule: 'passive',
    }),
  ];
}
