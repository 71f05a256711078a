// Written rules and the trained reader may read the same cue. The reader is the better judge of who speaks and where the content
// stands (statement F1 on core: the rules alone 62, both 82); a rule knows what is no content for sure (", while …", "that"), the
// addressee, the venue and the chain. So the two are put together, and what only one of them reads stays.
import { overlaps, type Span } from '../../domain.ts';
import { pattern } from '../../patterns.ts';
import { findOverlapping } from '../bisect.ts';
import { type Draft, unitsOf } from '../draft.ts';
import { MANNERS, SUBORDINATORS } from '../lexicon.ts';
import { separate } from './separate.ts';

/** "After [Dolen] had said that …" */
const SUBORDINATE = pattern(String.raw`^(?:${SUBORDINATORS})\s+$`, 'i');
const MANNER = pattern(String.raw`,\s+(?:${MANNERS})\b`);

/** In the order of the text, by source, cue and content, whichever comes first. */
export function mergeReadings(rules: readonly Draft[], readings: readonly Draft[], text: string): Draft[] {
  const used = new Set<Draft>();
  // "X, citing Y, reported": the rule has read the whole chain.
  const chains = findOverlapping(
    rules.flatMap(({ cited }) => (cited ? [cited] : [])),
    ({ cue }) => cue,
  );
  const rulesAt = findOverlapping(rules, ({ cue }) => cue);
  const sure = findOverlapping(
    rules.filter(({ isSure, content }) => isSure && content.length > 0),
    ({ content: [first, ...others] }) => ({ start: first?.start ?? 0, end: others.at(-1)?.end ?? first?.end ?? 0 }),
  );
  /** `SAILORS AGREE - [Varga]: "…"`: a quotation whose speaker is sure has no other in front of it. */
  const isTaken = ({ cue, content }: Draft): boolean =>
    content.every((part) =>
      sure(part).some((rule) => !overlaps(rule.cue, cue) && isWithin(part, rule) && !isWithin(cue, rule)),
    );
  const merged = readings
    .filter((reading) => chains(reading.cue).length === 0 && !isTaken(reading))
    .flatMap((reading): Draft[] => {
      const known = rulesAt(reading.cue);
      const rule = known.find((draft) => !used.has(draft));
      if (rule) {
        used.add(rule);
        return [combine(rule, reading, text)];
      }
      // "was quoted as saying" is one cue, though the reader may see two.
      if (known.some(({ isSure }) => isSure)) return [];
      return [{ ...reading, content: reading.content.map((span) => withoutThat(span, text)) }];
    });
  const mergedAt = findOverlapping(merged, ({ cue }) => cue);
  const rest = rules.filter((rule) => !used.has(rule) && mergedAt(rule.cue).length === 0);
  const all = [...rest, ...merged];
  return inTextOrder(separate(all, text).map((draft) => withoutMain(draft, text)));
}

/** "While [X] said …": the words end where the main clause begins. */
const CONCEDING = /(?:^|[.!?]["”']?\s+)(?:while|although|though|even though)\s+$/i;
const MAIN = pattern(
  String.raw`^.*(?=,\s+(?:(?:the|an?|no|he|she|they|it|we|I|his|her|their|its|many|most|some|others)\s|\p{Lu}))`,
  'su',
);

function withoutMain(draft: Draft, text: string): Draft {
  const [part, ...others] = draft.content;
  const { source, cue } = draft;
  if (!source || !part || others.length > 0 || part.start < cue.end) return draft;
  if (!CONCEDING.test(text.slice(Math.max(0, source.start - 16), source.start))) return draft;
  const words = text.slice(part.start, part.end);
  const length = /["“”]/u.test(words) ? 0 : (MAIN.exec(words)?.[0].length ?? 0);
  return length > 0 ? { ...draft, content: [{ start: part.start, end: part.start + length }] } : draft;
}

function isWithin(span: Span, { content }: Draft): boolean {
  return content.some((part) => part.start <= span.start && span.end <= part.end);
}

/** By where they begin; of two that begin together, by their cues. */
export function inTextOrder(drafts: readonly Draft[]): Draft[] {
  return [...drafts].sort((a, b) => firstUnit(a) - firstUnit(b) || a.cue.start - b.cue.start);
}

/** Where a draft begins in the text. */
export function firstUnit(draft: Draft): number {
  return Math.min(...unitsOf(draft).map(({ start }) => start));
}

function combine(rule: Draft, reading: Draft, text: string): Draft {
  // The subject of a participle or of "X, citing Y, reported" is known to the rule alone.
  const isKnown = rule.sharesSource || rule.cited !== null || rule.isSure;
  const isAccording = rule.sense === 'according';
  const source =
    isKnown || isAccording ? (rule.source ?? subjectRead(reading, text)) : withName(rule.source, reading.source, text);
  // `"Vote!" [Varga] said as he left`: the words in front are what was said.
  const isMissed =
    rule.rule === 'quoted' && !rule.content.some((part) => reading.content.some((given) => overlaps(part, given)));
  // "A, and B, [X] said.": the rule takes the whole sentence, of which the reader may see the last clause alone.
  const isTrailing = rule.rule === 'trailing' && (rule.content[0]?.end ?? 0) <= rule.cue.start;
  const behind = isTrailing ? reading.content.filter(({ start }) => start >= rule.cue.end) : [];
  const content =
    rule.isSure || isMissed || isTrailing
      ? [...rule.content, ...behind]
      : reading.content.map((given) => {
          const span = withoutAddressee(given, rule);
          const known = rule.content.find((part) => overlaps(part, span));
          return known ? cutTo(span, known, text) : withoutThat(span, text);
        });
  return { ...rule, source, content, rule: `${rule.rule}, ${reading.rule}` };
}

/** Whom the reader alone saw before a participle: "When they left, [his mother] refused, insisting …". "With the port closed" tells of nobody. */
function subjectRead({ source }: Draft, text: string): Span | null {
  return source && !/\bwith\s+$/i.test(text.slice(Math.max(0, source.start - 8), source.start)) ? source : null;
}

const ONLY_NAMES = pattern(String.raw`^(?:\s+(?!Just|Now|Also|Still)\p{Lu}[\p{L}'’-]*)+$`);

/** "Senator Grace Vale, a sailor,": where the reader took the description alone, the name before it belongs to it. */
function withName(rule: Span | null, reading: Span | null, text: string): Span | null {
  if (!rule || !reading) return reading;
  // The reader may see the last part of a name alone ("al-Harthi").
  const isPart = rule.end === reading.end && rule.start < reading.start;
  if (isPart) return SUBORDINATE.test(text.slice(rule.start, reading.start)) ? reading : rule;
  // … or the first, when the last could be a verb ("Grace Notes").
  const isCut = rule.start === reading.start && ONLY_NAMES.test(text.slice(reading.end, rule.end));
  if (isCut) return rule;
  if (rule.end > reading.start) return withoutManner(reading, text);
  return /^,\s*$/u.test(text.slice(rule.end, reading.start)) ? { start: rule.start, end: reading.end } : reading;
}

/** "An official, speaking on condition of anonymity": how somebody speaks is no part of who. */
function withoutManner(source: Span, text: string): Span {
  const manner = MANNER.exec(text.slice(source.start, source.end));
  return manner ? { start: source.start, end: source.start + manner.index } : source;
}

/** "Told [the keepers] to light the lamps": to whom is no part of what. */
function withoutAddressee(span: Span, { addressee, content }: Draft): Span {
  const start = content[0]?.start ?? span.start;
  const isInside = addressee !== null && addressee.start === span.start && start > addressee.end && start < span.end;
  return isInside ? { start, end: span.end } : span;
}

const CUT_OFF = pattern(String.raw`^(?:;|,\s+\p{L}|\s+[—–]\s|\s+and\s)`);
const GERUND = pattern(String.raw`^\p{Ll}+ing\s+$`);

/** A reading that begins where the rule's content does (but for "that") ends where the rule saw the content end for sure. */
function cutTo(span: Span, known: Span, text: string): Span {
  const begun = withoutThat(span, text);
  const isSameStart = Math.abs(begun.start - known.start) <= 1;
  const isEdge = known.end < begun.end && CUT_OFF.test(text.slice(known.end, known.end + 12));
  // "The lamps — all nine of them — would be lit": the reader stops at the first of a pair of dashes.
  const isPaired = begun.end < known.end && /^\s+[—–]\s[^—–.]*[—–]\s/u.test(text.slice(begun.end, known.end));
  // "The tram was “a friend,” and that no one …": the reader stops at the mark.
  const isListed = begun.end < known.end && /^\s+and that\s/u.test(text.slice(begun.end, known.end));
  // "Denied [closing] the port".
  const isGerund = known.start < begun.start && GERUND.test(text.slice(known.start, begun.start));
  if (isGerund) return { start: known.start, end: begun.end };
  return isSameStart && (isEdge || isPaired || isListed) ? { start: begun.start, end: known.end } : begun;
}

function withoutThat(span: Span, text: string): Span {
  const that = /^that\s+/i.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
  return { start: span.start + that, end: span.end };
}
