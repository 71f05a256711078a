// complete(draft): a statement of what was found: who is meant, when and where it was said, what it carries.

import { shiftDay } from '../dates.ts';
import type { DateMention, DateRange, LocalDate, Passage, PassageSpan, Span, Statement, Via } from '../domain.ts';
import { lowerBound } from './bisect.ts';
import { findDates } from './dates.ts';
import type { Cited, Draft } from './draft.ts';
import { kindOf } from './kind.ts';
import { addSource } from './refiners/resolveDescriptions.ts';
import { readDayBefore, resolveSettings } from './refiners/resolveSettings.ts';
import { type ResolveContext, resolveSource, type Spoken } from './refiners/resolveSpeakers.ts';
import { wholeSource } from './refiners/wholeSource.ts';

/** What completing a draft needs beside it: its passage, and what the article has told so far. */
export interface PassageContext extends Pick<ResolveContext, 'gazetteer' | 'cast' | 'referents' | 'passages'> {
  /** Statements of the article that no other one carries; each is added when it is complete. */
  readonly spoken: Spoken[];
  readonly passage: Passage;
  /** Position of the passage in the article, from 0. */
  readonly index: number;
  /** 1 for every unit within quotation marks. */
  readonly quoted: Uint8Array;
  readonly publishedOn: LocalDate;
  /** Spans of the sentences as the rules saw them. */
  readonly starts: readonly Span[];
}

const HEDGE = /\b(?:reportedly|allegedly)\b/i;

/** Adds the statement of a draft, and the one it carries ("X, citing Y, reported"), to `statements`. */
export function complete(draft: Draft, context: PassageContext, statements: Statement[]): void {
  const { passage, index } = context;
  const place = (span: Span): PassageSpan => ({ passageId: passage.id, start: span.start, end: span.end });
  const before = context.spoken.at(-1)?.passage === index ? context.spoken.at(-1)?.statement : undefined;
  const shared = draft.sharesSource && before && isSameSentence(before.cue, draft.cue, context) ? before : undefined;
  const named = draft.source ? place(wholeSource(draft.source, draft.cue, passage.text)) : null;
  const source = shared ? shared.source : named;
  if (source === null) return;
  const dates = datesIn(draft.dateRegions, context);
  const [on = { from: context.publishedOn, to: context.publishedOn }] = dates;
  const resolution = shared
    ? { ...shared.speaker, antecedent: source, reason: 'same-sentence' as const }
    : resolveSource(source, passage, resolving(context, on, draft));
  // "Correction: “…”": a word before a colon names somebody only where it is known to.
  if (draft.rule.startsWith('named') && !isKnownPerson(resolution, context)) return;
  const isBySame =
    before && (before.speaker.speakerId ?? before.speaker.name) === (resolution.speakerId ?? resolution.name);
  const continues = shared || draft.sense === 'added' || (resolution.resolvedBy === 'pronoun' && isBySame);
  const statement: Statement = {
    id: `${passage.id}.${statements.length + 1}`,
    passageId: passage.id,
    source,
    speaker: resolution,
    cue: { ...place(draft.cue), sense: draft.sense },
    kind: kindOf(draft.content.map((span) => ({ span, text: passage.text, quoted: context.quoted }))),
    content: draft.content.map(place),
    ...resolveSettings(draft, passage.id, {
      dates,
      implied: datesIn(draft.impliedDateRegions, context),
      before: continues ? before : undefined,
      dayBefore: readDayBefore(draft.dateRegions, passage, before),
    }),
    via: draft.through ? [viaOf(draft.through, context, on)] : [],
    carriedBy: null,
    hedged:
      draft.hedged ||
      HEDGE.test(passage.text.slice(draft.cue.start, draft.cue.end)) ||
      /^report$|\breports$/i.test(resolution.name),
    rule: draft.rule,
    corrected: null,
  };
  statements.push(statement);
  context.spoken.push({ statement, passage: index });
  const isPerson = context.cast.find(resolution.name, index) !== undefined;
  const words = passage.text.slice(source.start, source.end);
  addSource(statement, words, { passage: index, isPerson, referents: context.referents });
  if (draft.cited) statements.push(carriedStatement(statement, draft.cited, context, statements));
}

/** What resolving a source needs of the passage's context. Named one by one: this is made for every draft. */
function resolving(
  { passages, index, gazetteer, cast, referents, spoken }: PassageContext,
  on: DateRange,
  { content, sense }: Pick<Draft, 'content' | 'sense'>,
): ResolveContext {
  return { passages, index, gazetteer, cast, referents, spoken, on, content, sense };
}

function isKnownPerson({ speakerId, name }: Statement['speaker'], { gazetteer, cast, index }: PassageContext): boolean {
  if (speakerId !== null) return gazetteer.get(speakerId).kind === 'person';
  return cast.find(name, index) !== undefined;
}

function viaOf(span: Span, context: PassageContext, on: DateRange): Via {
  const { passage } = context;
  const { name, speakerId } = resolveSource(span, passage, {
    ...context,
    on,
    spoken: [],
    content: [],
    sense: 'reported',
  });
  return { name, speakerId, words: { passageId: passage.id, start: span.start, end: span.end } };
}

/** "…, insisting …" has the subject of its own sentence, not that of the one before. */
function isSameSentence(a: Span, b: Span, { starts }: PassageContext): boolean {
  return lowerBound(starts, a.start + 1) === lowerBound(starts, b.start + 1);
}

function carriedStatement(
  outer: Statement,
  cited: Cited,
  context: PassageContext,
  earlier: readonly Statement[],
): Statement {
  const { passage, publishedOn } = context;
  const place = (span: Span): PassageSpan => ({ passageId: passage.id, start: span.start, end: span.end });
  const on = { from: publishedOn, to: publishedOn };
  const speaker = resolveSource(cited.source, passage, {
    ...context,
    on,
    spoken: [],
    content: outer.content,
    sense: 'according',
  });
  const via =
    outer.source === null
      ? []
      : [{ name: outer.speaker.name, speakerId: outer.speaker.speakerId, words: outer.source }];
  return {
    ...outer,
    id: `${passage.id}.${earlier.length + 1}`,
    source: place(cited.source),
    speaker,
    cue: { ...place(cited.cue), sense: cited.sense },
    // When the unnamed sources spoke is not stated; the date is that of the report.
    saidOn: null,
    addressee: null,
    venue: null,
    via,
    carriedBy: outer.id,
    rule: cited.sense === 'according' ? 'citing' : outer.rule,
  };
}

/** Days named beside the cue; only there, because reading dates in every passage would take longer than all else. */
function datesIn(regions: readonly Span[], { passage, publishedOn }: PassageContext): DateMention[] {
  return regions.flatMap(({ start, end }) => {
    const words = passage.text.slice(start, end);
    return findDates({ id: passage.id, text: words }, publishedOn).map((date) => {
      const { from, to } = asPast(date, words.slice(date.start, date.end), publishedOn);
      return { ...date, from, to, start: date.start + start, end: date.end + start };
    });
  });
}

/** Days behind the publication that a time zone or a late edition may make up for. */
const LATE_DAYS = 7;

/** What is printed was said before: "said on June 1", printed in May, is of the year before. A year that is printed stays. */
function asPast({ from, to }: DateRange, words: string, publishedOn: LocalDate): DateRange {
  const isPast = from <= shiftDay(publishedOn, LATE_DAYS);
  // The 29th of February has no day a year before.
  if (isPast || !/\d/.test(words) || /\d{4}/.test(words) || /-02-29$/.test(from)) return { from, to };
  const before = (day: LocalDate): LocalDate => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return { from: before(from), to: before(to) };
}
