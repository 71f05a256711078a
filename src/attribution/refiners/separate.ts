// separate(drafts, text): where the content of one statement reaches over another beside it, each keeps its own words:
// `"A," said [X]. "B," he added.`; `"A," [she] said, but, despite the tone, "B," said [Y].`; `[X] said it was "A," she said. "B."`.
// Leaves alone: what somebody tells of another's words ("[X] said that Y told …", `"A," Y said, [X] recalled`).
import { type CueSense, overlaps, type Span } from '../../domain.ts';
import { findOverlapping } from '../bisect.ts';
import type { Draft } from '../draft.ts';

/** Drafts whose cues overlap a span. */
type CuesIn = (span: Span) => readonly Draft[];

/** In the given order; a statement that keeps no words is left out. */
export function separate(drafts: readonly Draft[], text: string): Draft[] {
  const cuesIn = findOverlapping(drafts, ({ cue }) => cue);
  const cut = drafts.map((draft) => withoutFrame(withoutNext(draft, cuesIn), cuesIn, text));
  const cutCuesIn = findOverlapping(cut, ({ cue }) => cue);
  return cut.flatMap((draft) => withoutEarlier(draft, cutCuesIn, text));
}

/**
 * `"A," said [X]. "B," he added.`: a later span of content that holds the cue of another statement ends where that one's
 * content begins; `"A," [she] said, but "B," said [Y]. "C.": "C" goes on with Y's words. A statement inside the reported clause
 * itself ("X said that Y told …") stays: it shares no quotation.
 */
function withoutNext(draft: Draft, cuesIn: CuesIn): Draft {
  if (draft.content.length < 2) return draft;
  const others = (span: Span): Draft[] => cuesIn(span).filter((other) => other !== draft);
  const content = draft.content.flatMap((span, position): Span[] => {
    if (position === 0) return [span];
    const between = { start: draft.cue.end, end: span.start };
    const isNearer = (other: Draft): boolean => other.content.some((part) => overlaps(part, span));
    if (between.start < between.end && others(between).some(isNearer)) return [];
    const next = others(span).find(({ cue }) => span.start <= cue.start && cue.end <= span.end);
    if (!next) return [span];
    const end = Math.min(...next.content.map(({ start }) => start));
    return end - span.start > 1 ? [{ start: span.start, end: end - 1 }] : [];
  });
  return { ...draft, content };
}

/** `[X] said it was "A," she said`: behind the quotation, who spoke is told a second time. */
function withoutFrame(draft: Draft, cuesIn: CuesIn, text: string): Draft {
  const content = draft.content.map((part): Span => {
    const from = Math.max(part.start + 1, part.end - LONGEST_FRAME);
    if (part.start < draft.cue.end || from >= part.end) return part;
    for (const { source, cue } of cuesIn({ start: from, end: part.end })) {
      const start = Math.min(cue.start, source?.start ?? cue.start);
      const isLast = Math.max(cue.end, source?.end ?? 0) === part.end && start >= from;
      const closing = isLast ? /(?:,["”]|,'')(\s*)$/u.exec(text.slice(part.start, start)) : null;
      if (closing) return { start: part.start, end: start - (closing[1] ?? '').length };
    }
    return part;
  });
  return { ...draft, content };
}

const LONGEST_FRAME = 60;
/** Who tells what somebody told: the words in front may be a whole statement of another. */
const TELLING: ReadonlySet<CueSense> = new Set(['according', 'reported']);
const PRONOUN = /^(?:he|she|they)$/iu;
/** "After Dolen had said that …, [X] said:" */
const SUBORDINATE = /^(?:after|before|when|while|once|although|though|because|since)\s/iu;
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
    return isFrame && !/\p{L}/u.test(rest) ? [] : [part];
  });
  return content.length === 0 && draft.content.length > 0 ? [] : [{ ...draft, content }];
}

/** True when a statement, or its first words, stands within a part of another's content. */
function isClauseWithin({ source, cue, content }: Draft, part: Span): boolean {
  const isIn = ({ start, end }: Span): boolean => part.start <= start && end <= part.end;
  return source !== null && isIn(source) && isIn(cue) && content.some(isIn);
}

function unitsOf({ source, cue, content }: Draft): Span[] {
  return source ? [source, cue, ...content] : [cue, ...content];
}

function isQuoted({ content }: Draft, text: string): boolean {
  return content.some(({ start, end }) => /["“”„«»]|``|''/u.test(text.slice(start, end)));
}
