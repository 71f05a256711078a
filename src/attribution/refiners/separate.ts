// separate(drafts, text): where the content of one statement reaches over another beside it, each keeps its own words:
// `"A," said [X]. "B," he added.`; `"A," [she] said, but, despite the tone, "B," said [Y].`; `[X] said it was "A," she said. "B."`.
// Leaves alone: what somebody tells of another's words ("[X] said that Y told …", `"A," Y said, [X] recalled`).
import { type CueSense, overlaps, type Span } from '../../domain.ts';
import { LETTER, pattern } from '../../patterns.ts';
import { findOverlapping } from '../bisect.ts';
import { type Draft, unitsOf } from '../draft.ts';
import { SUBORDINATORS } from '../lexicon.ts';

/** Drafts whose cues overlap a span. */
type CuesIn = (span: Span) => readonly Draft[];

/** In the given order; a statement that keeps no words is left out. */
export function separate(drafts: readonly Draft[], text: string): Draft[] {
  const cuesIn = findOverlapping(drafts, ({ cue }) => cue);
  const cut = drafts.map((draft) => withoutFrame(withoutNext(draft, cuesIn, text), cuesIn, text));
  const cutCuesIn = findOverlapping(cut, ({ cue }) => cue);
  return cut.flatMap((draft) => withoutEarlier(draft, cutCuesIn, text));
}

/**
 * `"A," said [X]. "B," he added.`: a later span of content that holds the cue of another statement ends where that one's
 * content begins; `"A," [she] said, but "B," said [Y]. "C."`: "C" goes on with Y's words; `"A," [X] said. "B," [Y] said.`: "B" is Y's. A
 * statement inside the reported clause itself ("X said that Y told …") stays: it shares no quotation.
 */
function withoutNext(draft: Draft, cuesIn: CuesIn, text: string): Draft {
  if (draft.content.length < 2) return draft;
  const others = (span: Span): Draft[] => cuesIn(span).filter((other) => other !== draft);
  const content = draft.content.flatMap((span, position): Span[] => {
    if (position === 0) return [span];
    const between = { start: draft.cue.end, end: span.start };
    const isNearer = (other: Draft): boolean => other.content.some((part) => overlaps(part, span));
    if (between.start < between.end && others(between).some(isNearer)) return [];
    const behind = { start: span.end, end: span.end + LONGEST_FRAME };
    const isTheirs = (other: Draft): boolean => isNearer(other) && isBehind(other, span, text);
    if (span.start > draft.cue.end && others(behind).some(isTheirs)) return [];
    const next = others(span).find(({ cue }) => span.start <= cue.start && cue.end <= span.end);
    if (!next) return [span];
    const end = Math.min(...next.content.map(({ start }) => start));
    return end - span.start > 1 ? [{ start: span.start, end: end - 1 }] : [];
  });
  return { ...draft, content };
}

/** True when a quotation's speaker and verb follow it without another sentence or quotation between them. */
function isBehind({ source, cue }: Draft, span: Span, text: string): boolean {
  const start = Math.min(cue.start, source?.start ?? cue.start);
  return (
    start >= span.end &&
    /[,?!…]["”’']+$/u.test(text.slice(Math.max(0, span.end - 4), span.end)) &&
    !text.slice(span.end, start).trim()
  );
}

/** `[X] said it was "A," she said`: behind the quotation, who spoke is told a second time. */
function withoutFrame(draft: Draft, cuesIn: CuesIn, text: string): Draft {
  const content = draft.content.map((part): Span => {
    if (part.start < draft.cue.end) return part;
    for (const other of cuesIn(part)) {
      const start = Math.min(other.cue.start, other.source?.start ?? other.cue.start);
      const closing =
        start > part.start ? /(?:,["”]|,'')(\s*)$/u.exec(text.slice(Math.max(part.start, start - 12), start)) : null;
      if (other !== draft && closing) return { start: part.start, end: start - (closing[1] ?? '').length };
    }
    return part;
  });
  return { ...draft, content };
}

const LONGEST_FRAME = 60;
/** Who tells what somebody told: the words in front may be a whole statement of another. */
const TELLING: ReadonlySet<CueSense> = new Set(['according', 'reported']);
const PRONOUN = /^(?:he|she|they)$/i;
const SUBORDINATE = pattern(String.raw`^(?:${SUBORDINATORS})\s`, 'i');
/** Behind another's clause: what leads to the next quotation, and how long it is at most. */
const LEAD = /^[^"“„«]*?(?=["“„«]|``|'')/u;
const LONGEST_LEAD = 60;

/** What stands before the cue, without another's whole statement in front of it; none when nothing is left. */
function withoutEarlier(draft: Draft, cuesIn: CuesIn, text: string): Draft[] {
  const { source, cue, sense } = draft;
  if (!source || draft.cited || TELLING.has(sense)) return [draft];
  const content = draft.content.flatMap((part): Span[] => {
    if (part.end > cue.start) return [part];
    const clauses = cuesIn(part).filter((other) => other !== draft && isClauseWithin(other, part));
    const units = clauses.flatMap(unitsOf).filter(({ end }) => end <= part.end);
    if (units.length === 0) return [part];
    const end = Math.max(...units.map((unit) => unit.end));
    const rest = text.slice(end, part.end);
    const lead = LEAD.exec(rest)?.[0];
    if (lead !== undefined && clauses.some((other) => isQuoted(other, text))) {
      return lead.length > LONGEST_LEAD ? [] : [{ start: end + lead.length, end: part.end }];
    }
    const isFrame = PRONOUN.test(text.slice(source.start, source.end)) || SUBORDINATE.test(text.slice(part.start, end));
    return isFrame && !LETTER.test(rest) ? [] : [part];
  });
  return content.length === 0 && draft.content.length > 0 ? [] : [{ ...draft, content }];
}

/** True when a statement, or its first words, stands within a part of another's content. */
function isClauseWithin({ source, cue, content }: Draft, part: Span): boolean {
  const isIn = ({ start, end }: Span): boolean => part.start <= start && end <= part.end;
  return source !== null && isIn(source) && isIn(cue) && content.some(isIn);
}

function isQuoted({ content }: Draft, text: string): boolean {
  return content.some(({ start, end }) => /["“”„«»]|``|''/u.test(text.slice(start, end)));
}
