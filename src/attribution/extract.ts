// extractStatements(article): rules find drafts sentence by sentence, refiners join, clean and complete them, in the
// listed order. Pure and deterministic: the same article and gazetteer give the same statements.
import type {
  DateMention,
  DateRange,
  Gazetteer,
  LocalDate,
  Passage,
  PassageSpan,
  Span,
  Statement,
  StatementKind,
  Via,
} from '../domain.ts';
import { findQuotations, maskQuotations, type Quotation, quotedUnits } from '../quotations.ts';
import { lowerBound } from './bisect.ts';
import { buildCast } from './cast/cast.ts';
import { findDates } from './dates.ts';
import type { Cited, Draft, Rule, SentenceView } from './draft.ts';
import type { Reader } from './reader/reader.ts';
import { addCited } from './refiners/addCited.ts';
import { addNested } from './refiners/addNested.ts';
import { closeQuotations } from './refiners/closeQuotations.ts';
import { dropOverlaps } from './refiners/dropOverlaps.ts';
import { joinParagraphs, opensQuotation, type ParagraphReading } from './refiners/joinParagraphs.ts';
import { joinSplitQuotes } from './refiners/joinSplitQuotes.ts';
import { linkCarried } from './refiners/linkCarried.ts';
import { inTextOrder, mergeReadings } from './refiners/mergeReadings.ts';
import { createReferents } from './refiners/referents.ts';
import { addPeople, addSource } from './refiners/resolveDescriptions.ts';
import { readDayBefore, resolveSettings } from './refiners/resolveSettings.ts';
import { type ResolveContext, resolveSource, type Spoken } from './refiners/resolveSpeakers.ts';
import { wholeSource } from './refiners/wholeSource.ts';
import { readAsPutIt } from './rules/asPutIt.ts';
import { readIntroducing } from './rules/introducing.ts';
import { readNamed } from './rules/named.ts';
import { readParticiples } from './rules/participle.ts';
import { readPassive } from './rules/passive.ts';
import { readQuoted } from './rules/quoted.ts';
import { readQuotedAs } from './rules/quotedAs.ts';
import { readReported } from './rules/reported.ts';
import { readReportedly } from './rules/reportedly.ts';
import { readSigned } from './rules/signed.ts';
import { readTrailing } from './rules/trailing.ts';
import { readTrained } from './rules/trained.ts';

/** The article as the engine sees it. */
export interface ReadableArticle {
  readonly passages: readonly Passage[];
  readonly publishedOn: LocalDate;
  /** BCP 47. Statements are read in English only; another language gives none. */
  readonly language: string;
}

// Order matters where two rules could read one cue: the more exact one comes first (see dropOverlaps).
const RULES: readonly Rule[] = [
  readPassive,
  readQuotedAs,
  readAsPutIt,
  readSigned,
  readIntroducing,
  readNamed,
  readQuoted,
  readTrailing,
  readReported,
  readParticiples,
  readReportedly,
];

/** Every statement of the article, in the order of the text. Captions are not read: nobody speaks in them. */
export function extractStatements(article: ReadableArticle, gazetteer: Gazetteer, reader: Reader): Statement[] {
  if (!/^en\b/i.test(article.language)) return [];
  const { passages, publishedOn } = article;
  const cast = buildCast(passages, gazetteer, publishedOn);
  const tools: Tools = { gazetteer, reader, cast, referents: createReferents(), spoken: [], passages };
  const readings = passages.flatMap((passage, index) => {
    if (passage.kind === 'caption') return [];
    addPeople(passage.id, index, cast, tools.referents);
    return [readPassage(passage, index, publishedOn, tools)];
  });
  return joinParagraphs(readings);
}

/** What reading a passage needs beside it: what the article has told so far. */
interface Tools extends Pick<ResolveContext, 'gazetteer' | 'cast' | 'referents' | 'passages'> {
  readonly reader: Reader;
  /** Statements of the article that no other one carries; each is added when it is complete. */
  readonly spoken: Spoken[];
}

function readPassage(passage: Passage, index: number, publishedOn: LocalDate, tools: Tools): ParagraphReading {
  const next = tools.passages[index + 1];
  const introducesNext = next?.kind === 'paragraph' && passage.text.endsWith(':') && opensQuotation(next.text);
  const quotations = findQuotations(passage.text);
  const mayHold = quotations.length > 0 || tools.reader.hasCue(passage) || WITHOUT_CUE.test(passage.text);
  if (!mayHold) return { passage, quotations, statements: [] };
  const masked = maskQuotations(passage.text, quotations);
  const sentences = viewsOf({ passage, masked, introducesNext }, quotations);
  const found = sentences.map((view) => dropOverlaps(RULES.flatMap((rule) => rule(view))));
  const readings = readTrained(tools.reader, sentences);
  const merged = mergeReadings(joinSplitQuotes(sentences, found).flat(), readings, passage.text);
  const chained = inTextOrder(addNested(addCited(merged, sentences), sentences));
  const drafts = closeQuotations(chained, quotations, passage.text);
  const quoted = quotedUnits(passage.text, quotations);
  const statements: Statement[] = [];
  const context = { ...tools, passage, index, quoted, publishedOn, starts: sentences.map(({ span }) => span) };
  for (const draft of drafts) complete(draft, context, statements);
  return { passage, quotations, statements: linkCarried(statements) };
}

/** What rules read where neither a cue nor a quotation stands. */
const WITHOUT_CUE = /\b(?:reportedly|allegedly|put it|puts it)\b/iu;

type Whole = Pick<SentenceView, 'passage' | 'masked' | 'introducesNext'>;

/**
 * Sentences as rules need them, each with its quotations: where a quotation holds several sentences, they are one with the
 * words around it. One pass over both lists, so that a long passage takes no longer a word than a short one.
 */
function viewsOf({ passage, masked, introducesNext }: Whole, quotations: readonly Quotation[]): SentenceView[] {
  const views: (Whole & { span: Span; quotations: Quotation[] })[] = [];
  let next = 0;
  for (const sentence of passage.sentences) {
    const last = views.at(-1);
    const isInside = (last?.quotations.at(-1)?.end ?? 0) > sentence.start;
    const view = last && isInside ? last : { passage, masked, introducesNext, span: sentence, quotations: [] };
    view.span = { start: view.span.start, end: sentence.end };
    if (view !== last) views.push(view);
    for (let quotation = quotations[next]; quotation && quotation.start < sentence.end; quotation = quotations[next]) {
      view.quotations.push(quotation);
      next += 1;
    }
  }
  return views;
}

interface PassageContext extends Omit<Tools, 'reader'> {
  readonly passage: Passage;
  /** Position of the passage in the article, from 0. */
  readonly index: number;
  /** 1 for every unit within quotation marks. */
  readonly quoted: Uint8Array;
  readonly publishedOn: LocalDate;
  /** Spans of the sentences as the rules saw them. */
  readonly starts: readonly Span[];
}

const HEDGE = /\b(?:reportedly|allegedly)\b/iu;

/** Adds the statement of a draft, and the one it carries ("X, citing Y, reported"), to `statements`. */
function complete(draft: Draft, context: PassageContext, statements: Statement[]): void {
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
    : resolveSource(source, passage, { ...context, on, content: draft.content, sense: draft.sense });
  const isBySame =
    before && (before.speaker.speakerId ?? before.speaker.name) === (resolution.speakerId ?? resolution.name);
  const continues = shared || draft.sense === 'added' || (resolution.resolvedBy === 'pronoun' && isBySame);
  const statement: Statement = {
    id: `${passage.id}.${statements.length + 1}`,
    passageId: passage.id,
    source,
    speaker: resolution,
    cue: { ...place(draft.cue), sense: draft.sense },
    kind: kindOf(draft.content, context),
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
  };
  statements.push(statement);
  context.spoken.push({ statement, passage: index });
  const isPerson = context.cast.find(resolution.name, index) !== undefined;
  const words = passage.text.slice(source.start, source.end);
  addSource(statement, words, { passage: index, isPerson, referents: context.referents });
  if (draft.cited) statements.push(carriedStatement(statement, draft.cited, context, statements));
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
  return regions.flatMap(({ start, end }) =>
    findDates({ id: passage.id, text: passage.text.slice(start, end) }, publishedOn).map((date) => ({
      ...date,
      start: date.start + start,
      end: date.end + start,
    })),
  );
}

/** By words within quotation marks: all of them, some, or none. */
function kindOf(content: readonly Span[], context: PassageContext): StatementKind {
  let words = 0;
  let quoted = 0;
  for (const span of content) {
    for (const match of context.passage.text.slice(span.start, span.end).matchAll(/[\p{L}\p{N}]+/gu)) {
      const at = span.start + match.index;
      words += 1;
      if (context.quoted[at] === 1) quoted += 1;
    }
  }
  if (quoted === 0) return 'indirect';
  return quoted === words ? 'direct' : 'mixed';
}
