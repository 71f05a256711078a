// extractStatements(article): rules find drafts sentence by sentence, refiners join, clean and complete them, in the
// listed order. Pure and deterministic: the same article and gazetteer give the same statements.
import { type Gazetteer, isRead, type LocalDate, type Passage, type Statement } from '../domain.ts';
import { pattern } from '../patterns.ts';
import { findQuotations, maskQuotations, type Quotation, quotedUnits } from '../quotations.ts';
import { buildCast } from './cast/cast.ts';
import { complete, type PassageContext } from './complete.ts';
import type { Draft, Rule, SentenceView } from './draft.ts';
import type { Reader } from './reader/reader.ts';
import { addCited } from './refiners/addCited.ts';
import { addNested } from './refiners/addNested.ts';
import { closeQuotations } from './refiners/closeQuotations.ts';
import { dropOverlaps } from './refiners/dropOverlaps.ts';
import { goOn } from './refiners/goOn.ts';
import { isAllQuoted, joinParagraphs, opensQuotation, type ParagraphReading } from './refiners/joinParagraphs.ts';
import { joinSplitQuotes } from './refiners/joinSplitQuotes.ts';
import { linkCarried } from './refiners/linkCarried.ts';
import { inTextOrder, mergeReadings } from './refiners/mergeReadings.ts';
import { createReferents } from './refiners/referents.ts';
import { addPeople } from './refiners/resolveDescriptions.ts';
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
import { findTranscript, type TranscriptLine } from './transcript.ts';
import { viewsOf } from './views.ts';

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
  if (!isRead(article.language)) return [];
  const { publishedOn } = article;
  const passages = withoutStrayMarks(article.passages);
  const cast = buildCast(passages, gazetteer, publishedOn);
  const transcript = findTranscript(
    passages,
    (name, passage) =>
      cast.find(name, passage) !== undefined || gazetteer.find(name, publishedOn)?.speaker.kind === 'person',
  );
  const quotationsOf = ({ id, text }: Passage): readonly Quotation[] =>
    transcript.get(id)?.quotations ?? findQuotations(text);
  const tools: Tools = {
    gazetteer,
    reader,
    cast,
    transcript,
    quotationsOf,
    referents: createReferents(),
    spoken: [],
    passages,
  };
  const readings = passages.flatMap((passage, index) => {
    if (passage.kind === 'caption') return [];
    addPeople(passage.id, index, cast, tools.referents);
    return [readPassage(passage, index, publishedOn, tools)];
  });
  return joinParagraphs(readings);
}

/** What reading a passage needs beside it: what the article has told so far. */
interface Tools extends Pick<PassageContext, 'gazetteer' | 'cast' | 'referents' | 'passages' | 'spoken'> {
  readonly reader: Reader;
  readonly transcript: ReadonlyMap<string, TranscriptLine>;
  readonly quotationsOf: (passage: Passage) => readonly Quotation[];
}

function readPassage(passage: Passage, index: number, publishedOn: LocalDate, tools: Tools): ParagraphReading {
  const quotations = tools.quotationsOf(passage);
  const next = tools.passages[index + 1];
  const introducesNext = next?.kind === 'paragraph' && passage.text.endsWith(':') && opensQuotation(next.text);
  const isBelowQuotation = SIGNATURE.test(passage.text) && isQuotation(tools.passages[index - 1], tools);
  const line = tools.transcript.get(passage.id);
  if (line?.drafts.length === 0) return { passage, quotations, statements: [] };
  const mayHold =
    quotations.length > 0 ||
    introducesNext ||
    isBelowQuotation ||
    tools.reader.hasCue(passage) ||
    WITHOUT_CUE.test(passage.text);
  if (!mayHold) return { passage, quotations, statements: [] };
  const masked = maskQuotations(passage.text, quotations);
  const sentences = viewsOf({ passage, masked, introducesNext, isBelowQuotation }, quotations);
  const drafts = line?.drafts ?? readDrafts(passage, sentences, quotations, tools.reader);
  if (drafts.length === 0) return { passage, quotations, statements: [] };
  const quoted = quotedUnits(passage.text, quotations);
  const statements: Statement[] = [];
  const { gazetteer, cast, referents, spoken, passages } = tools;
  const starts = sentences.map(({ span }) => span);
  const context = { gazetteer, cast, referents, spoken, passages, passage, index, quoted, publishedOn, starts };
  for (const draft of drafts) complete(draft, context, statements);
  return { passage, quotations, statements: linkCarried(statements) };
}

/** What rules and reader find, as one list. */
function readDrafts(
  { text }: Passage,
  sentences: readonly SentenceView[],
  quotations: readonly Quotation[],
  reader: Reader,
): Draft[] {
  // Behind a quotation, a sentence may be its signature.
  const mayHold = (view: SentenceView): boolean =>
    quotations.length > 0 ||
    view.introducesNext ||
    view.isBelowQuotation ||
    reader.hasCue(view.passage, view.span) ||
    WITHOUT_CUE.test(text.slice(view.span.start, view.span.end));
  const found = sentences.map((view) => (mayHold(view) ? dropOverlaps(RULES.flatMap((rule) => rule(view))) : []));
  const readings = readTrained(reader, sentences);
  const merged = mergeReadings(joinSplitQuotes(sentences, found).flat(), readings, text);
  const chained = inTextOrder(addNested(addCited(merged, sentences), sentences));
  return goOn(closeQuotations(chained, quotations, text), sentences);
}

/** A straight mark that never closes in front of curly ones that do. */
const STRAY = /^"[^"“”]*“[^"“”]*”[^"]*$/su;

/**
 * `"Three men shouted “Vote!”`: where no quotation goes on from above or below, the first mark holds nobody's words. Every other
 * character stays in its place.
 */
function withoutStrayMarks(passages: readonly Passage[]): readonly Passage[] {
  const isOpen = (passage: Passage | undefined): boolean =>
    findQuotations(passage?.text ?? '').at(-1)?.isClosed === false;
  return passages.map((passage, index) => {
    const [above, below] = [passages[index - 1], passages[index + 1]];
    const isStray =
      STRAY.test(passage.text) && !above?.text.endsWith(':') && !below?.text.startsWith('"') && !isOpen(above);
    return isStray ? { ...passage, text: ` ${passage.text.slice(1)}` } : passage;
  });
}

/** "— Teo Varga": a paragraph that may name who has spoken the one above. */
const SIGNATURE = pattern(String.raw`^[―—–-]{1,2}\s*[@\p{Lu}]`);

function isQuotation(passage: Passage | undefined, { quotationsOf }: Tools): boolean {
  return passage?.kind === 'paragraph' && isAllQuoted(passage.text, quotationsOf(passage));
}

/** What rules read where neither a cue nor a quotation stands. */
const WITHOUT_CUE = /\b(?:reportedly|allegedly|put it|puts it)\b/i;
