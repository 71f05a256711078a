// readLimits(index, text): what limits a request besides its words: days ("since Tuesday"), an outlet of the corpus ("in CGTN"), direct
// quotations only. What stands within quotation marks is looked for and never read as a limit. Names that are no outlet of the corpus
// stay words, so that they are said to be unknown.
import type { DateRange, Span } from '../../domain.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Note } from '../answer.ts';
import { type DaySpan, daysOf, findDays, limitsOf, sharedDays } from './days.ts';
import { findOutletClause, findOutletLimit, outletMeant } from './outlets.ts';

export interface Limits {
  /** On one of these days; empty: on any. */
  readonly days: readonly DateRange[];
  /** As the corpus writes it; null: any. */
  readonly outlet: string | null;
  /** Only what stands wholly within quotation marks. */
  readonly isDirect: boolean;
}

export const NO_LIMITS: Limits = { days: [], outlet: null, isDirect: false };

/** What statements should be about, and what limits them. */
export interface Topic extends Limits {
  /** '': anything. */
  readonly words: string;
}

/** A text apart from the words that limit it, each limit as it was typed. */
export interface Parted {
  readonly words: string;
  readonly days: readonly (DaySpan & { readonly typed: string })[];
  readonly outlet: { readonly name: string; readonly typed: string } | null;
  /** "direct quotes only"; null: no such limit. */
  readonly direct: string | null;
}

const QUOTED = /["“”„«»][^"“”„«»]+["“”„«»]/g;
const BEFORE_DIRECT = String.raw`(?:(?:but|and|with|as|in)\s+)?(?:(?:only|just)\s+)?(?:in\s+)?`;
const DIRECTLY = [
  String.raw`direct(?:ly)?(?:\s+quoted)?\s+(?:quotes?|quotations?|speech)(?:\s+only)?`,
  String.raw`direct(?:ly)?(?:\s+(?:statements?|words))?\s+only`,
  String.raw`(?<=only\s+)direct(?:ly)?(?:\s+(?:statements?|words))?`,
  String.raw`(?:verbatim|word[- ]for[- ]word)(?:\s+(?:quotes?|quotations?))?(?:\s+only)?`,
  String.raw`(?:with)?in\s+quot(?:ation|e)\s+marks(?:\s+only)?`,
  String.raw`(?<=in\s+)(?:his|her|their|its) own words`,
];
const DIRECT = new RegExp(
  String.raw`(?:^|(?<=[\s,;(]))${BEFORE_DIRECT}(?:${DIRECTLY.join('|')})(?=$|[\s,.;:!?)])`,
  'i',
);
const ABOUT = /\b(?:about|on|over|of|regarding|concerning)\b/i;
/** Stands for a unit that belongs to a limit. */
const CUT = '\u0000';

export interface LimitOptions {
  /** The text is what somebody is looked for who said it, and a day in it may have been said. */
  readonly isSaying?: boolean;
  /** "About the December vote", "on Tuesday's talks": a day that stands alone behind "about" is what was spoken of. */
  readonly isOfDays?: boolean;
}

export function partLimits(
  index: StoryIndex,
  text: string,
  { isSaying = false, isOfDays = false }: LimitOptions = {},
): Parted {
  const clause = findOutletClause(index, text);
  let masked = maskOf(text, clause);
  const cut = ({ start, end }: Span): string => {
    masked = masked.slice(0, start) + CUT.repeat(end - start) + masked.slice(end);
    return text.slice(start, end).trim();
  };
  const days = findDays(masked, index.asOf)
    .filter(({ isBare }) => !(isSaying && isBare && isSaidAsAWhole(index, text)))
    .filter(({ isBare, start }) => !(isOfDays && isBare && ABOUT.test(text.slice(0, start))))
    .map((span) => ({ ...span, typed: cut(span) }));
  const direct = DIRECT.exec(masked);
  const kind = direct ? cut({ start: direct.index, end: direct.index + direct[0].length }) : null;
  const named = clause ? undefined : findOutletLimit(index, masked);
  const outlet = clause
    ? { name: outletMeant(index, clause.name).name, typed: text.slice(clause.start, clause.end) }
    : named
      ? { name: named.outlet, typed: cut(named) }
      : null;
  return { words: kept(text, masked), days, outlet, direct: kind };
}

/** The text, of the same length, without what is never read as a limit: quotations and the outlet's name. */
export function maskLimits(index: StoryIndex, text: string): string {
  return maskOf(text, findOutletClause(index, text));
}

function maskOf(text: string, clause: Span | undefined): string {
  const mask = (part: string): string => part.replace(QUOTED, (quotation) => '·'.repeat(quotation.length));
  if (!clause) return mask(text);
  return `${mask(text.slice(0, clause.start))}${CUT.repeat(clause.end - clause.start)}${mask(text.slice(clause.end))}`;
}

/** Some statement has (nearly) every word, the day or the name among them. */
export function isSaidAsAWhole(index: StoryIndex, text: string): boolean {
  const [best] = index.searchStatements(index.readQuery(text), 'matches');
  return best !== undefined && best.factors.coverage >= AS_A_WHOLE;
}

/** Share of a text's weight. Chosen by eye: a day is rarely a tenth of it. */
const AS_A_WHOLE = 0.9;

export function readLimits(index: StoryIndex, text: string, options: LimitOptions = {}): Topic {
  const { words, days, outlet, direct } = partLimits(index, text, options);
  return {
    words,
    days: daysOf(days),
    outlet: outlet?.name ?? null,
    isDirect: direct !== null,
  };
}

export function hasLimits({ days, outlet, isDirect }: Limits): boolean {
  return days.length > 0 || outlet !== null || isDirect;
}

/** Both sets of limits; of two outlets the second. */
export function bothLimits(a: Limits, b: Limits): Limits {
  return {
    days: a.days.length > 0 && b.days.length > 0 ? sharedDays(a.days, b.days) : [...a.days, ...b.days],
    outlet: b.outlet ?? a.outlet,
    isDirect: a.isDirect || b.isDirect,
  };
}

/**
 * Fewer limits, for when nothing meets all of them, with the note that says which one was in the way: each left out alone, then the
 * first two, then all.
 */
export function fewerLimits(limits: Limits): { readonly limits: Limits; readonly note: Note }[] {
  const notes: { readonly without: Partial<Limits>; readonly note: Note }[] = [
    ...(limits.isDirect ? [{ without: { isDirect: false }, note: { kind: 'not-direct' } as const }] : []),
    ...(limits.outlet === null
      ? []
      : [{ without: { outlet: null }, note: { kind: 'not-in-outlet', name: limits.outlet } as const }]),
    ...(limits.days.length === 0
      ? []
      : [{ without: { days: [] }, note: { kind: 'not-on-days', ...limitsOf(limits.days) } as const }]),
  ];
  const alone = notes.map(({ without, note }) => ({ limits: { ...limits, ...without }, note }));
  const together = notes.slice(1).map(({ note }, at) => ({
    limits: Object.assign({ ...limits }, ...notes.slice(0, at + 2).map(({ without }) => without)) as Limits,
    note,
  }));
  return [...alone, ...together];
}

/** The units that belong to no limit, without the gaps and commas that limits leave. */
function kept(text: string, masked: string): string {
  if (!masked.includes(CUT)) return text.trim();
  let words = '';
  for (let at = 0; at < text.length; at += 1) words += masked[at] === CUT ? ' ' : text[at];
  return words
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;:.!?)])/g, '')
    .replace(/\( ?\)/g, '')
    .replace(/^[\s,;:.]+|[\s,;:(]+$/g, '')
    .replace(/[,;:](?=[?!.])/g, '');
}
