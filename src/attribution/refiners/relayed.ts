// `[Varga] was quoted by the Harbor Gazette as saying …`, `The Gazette quoted [Varga] as saying …`, `"…," [Varga] was quoted as saying by the
// Gazette.`: Varga speaks, through the Gazette. Leaves alone: "The price was quoted at 40", a quotation that says "quoted".
import type { Span } from '../../domain.ts';
import { findOverlapping } from '../bisect.ts';
import { readClause } from '../content.ts';
import { type Draft, draft, isSource, type SentenceView, trimSpan } from '../draft.ts';
import { firstUnit } from './mergeReadings.ts';

const AS = String.raw`as\s+(?:saying|telling|warning|insisting|denying)`;
const NAME = `[^·,;:()]{2,80}?`;
const WHEN = String.raw`(?:\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?`;
/** Each with groups for who speaks, the cue, and who quotes. */
const FORMS: readonly RegExp[] = [
  String.raw`(?<who>${NAME})\s+(?<cue>(?:was|were|is|has been)\s+quoted)${WHEN}\s+by\s+(?<by>${NAME})${WHEN}\s+${AS}`,
  String.raw`(?<who>${NAME})\s+(?<cue>(?:was|were|is|has been)\s+quoted)${WHEN}\s+${AS}(?:\s+by\s+(?<by>${NAME})(?=[.,]|${WHEN}[.,]?$))?`,
  String.raw`(?<by>${NAME})\s+(?<cue>(?:has\s+)?quote[sd])\s+(?<who>${NAME})${WHEN}\s+${AS}`,
].map((form) => new RegExp(String.raw`(?:^|[·,;]\s+)${form}\b`, 'dsu'));

interface Relayed {
  readonly draft: Draft;
  /** From the cue to "as saying": other cues that were read in it are no statements of their own. */
  readonly region: Span;
}

/** The drafts with those of such a sentence in the place of whatever else was read from its cue; in the order of the text. */
export function withRelayed(views: readonly SentenceView[], drafts: readonly Draft[]): readonly Draft[] {
  const relayed = views.flatMap(readRelayed);
  if (relayed.length === 0) return drafts;
  const replaced = findOverlapping(relayed, ({ region }) => region);
  const rest = drafts.filter(({ cue }) => replaced(cue).length === 0);
  const all = [...rest, ...relayed.map((one) => one.draft)];
  return all.sort((a, b) => firstUnit(a) - firstUnit(b) || a.cue.start - b.cue.start);
}

function readRelayed(view: SentenceView): Relayed[] {
  const text = view.masked.slice(view.span.start, view.span.end);
  if (!/\bquote[sd]\b/u.test(text)) return [];
  for (const form of FORMS) {
    const match = form.exec(text);
    const at = (group: string): Span | null => {
      const [start, end] = match?.indices?.groups?.[group] ?? [];
      const { span } = view;
      return start === undefined || end === undefined ? null : { start: span.start + start, end: span.start + end };
    };
    const [source, cue, via] = [at('who'), at('cue'), at('by')];
    if (!match || !source || !cue || !isSource(view.masked.slice(source.start, source.end))) continue;
    const end = view.span.start + match.index + match[0].length;
    const content = contentOf(view, cue, end);
    if (content.length === 0) continue;
    const found = draft({ source, cue, sense: 'said', content, via, rule: 'relayed' });
    return [{ draft: found, region: { start: cue.start, end } }];
  }
  return [];
}

/** The clause from `end`, else the quotations before the source. */
function contentOf(view: SentenceView, cue: Span, end: number): Span[] {
  const that = /^[\s,:]*(?:that\s+)?/u.exec(view.masked.slice(end, view.span.end))?.[0].length ?? 0;
  const clause = readClause(view, end + that);
  if (clause !== null && /[\p{L}·].*[\p{L}·]/su.test(view.masked.slice(clause.start, clause.end))) return [clause];
  const before = view.quotations.filter(({ isSingle, end: close }) => !isSingle && close <= cue.start);
  return before.flatMap((quotation) => trimSpan(view.passage.text, quotation) ?? []);
}
