// correctStatements(read, corrections): what was read in an article with a curator's corrections: another speaker, day or content, a statement taken
// away, or one made where nothing was read. A correction names its statement by printed words, so that it outlives another reading and moves along
// with its paragraph. Pure.
import {
  type ArticleId,
  type Correction,
  type DateRange,
  type Gazetteer,
  type LocalDate,
  overlaps,
  type Passage,
  type PassageId,
  type PassageSpan,
  type Resolution,
  type SaidOn,
  type Span,
  type Statement,
} from '../domain.ts';
import { findQuotations, maskQuotations, quotedUnits } from '../quotations.ts';
import { kindOf } from './kind.ts';
import { findSense, mayBeCue } from './lexicon.ts';

/** What was read in one article. */
export interface ReadArticle {
  readonly passages: readonly Passage[];
  /** In the order of the text. */
  readonly statements: readonly Statement[];
  readonly publishedOn: LocalDate;
}

/** A correction that corrects nothing now. */
export interface UnusedCorrection {
  readonly articleId: ArticleId;
  /** Among the article's corrections, from 0. */
  readonly position: number;
  /** The part that can't be used, as the file calls it: "words", "content", "speaker". */
  readonly field: 'words' | 'content' | 'speaker';
  /** One sentence without a full stop. */
  readonly reason: string;
}

export interface CorrectedArticle {
  /** In the order of the text; ids of those that were read stay as they were. */
  readonly statements: readonly Statement[];
  readonly unused: readonly UnusedCorrection[];
}

/** Each correction in the order given, on what the ones before it have left. */
export function correctStatements(
  { passages, statements, publishedOn }: ReadArticle,
  corrections: readonly Correction[],
  gazetteer: Gazetteer,
): CorrectedArticle {
  if (corrections.length === 0) return { statements, unused: [] };
  const context: Context = { passages, publishedOn, gazetteer, nextId: idsAfter(statements) };
  const unused: UnusedCorrection[] = [];
  let now = statements;
  corrections.forEach((correction, position) => {
    const corrected = correctOne(now, correction, context);
    if ('reason' in corrected) unused.push({ articleId: passages[0]?.articleId ?? '', position, ...corrected });
    else now = corrected.statements;
  });
  return { statements: inOrder(now, passages), unused };
}

interface Context extends Omit<ReadArticle, 'statements'> {
  readonly gazetteer: Gazetteer;
  readonly nextId: (passage: PassageId) => string;
}

type Unused = Pick<UnusedCorrection, 'field' | 'reason'>;

function correctOne(
  statements: readonly Statement[],
  correction: Correction,
  context: Context,
): { readonly statements: readonly Statement[] } | Unused {
  const { passages, gazetteer } = context;
  const place = placeOf(correction, passages);
  if ('reason' in place) return place;
  const given = correction.speaker;
  if (given !== null && given !== 'none' && 'id' in given && !gazetteer.speakers.some(({ id }) => id === given.id))
    return { field: 'speaker', reason: `no speaker has the id "${given.id}"` };
  const found = statementAt(statements, place);
  if (given === 'none') return { statements: found ? without(statements, found) : statements };
  const content = correction.content === null ? null : contentOf(correction.content, place, passages);
  if (content !== null && 'reason' in content) return content;
  const speaker = given === null ? null : resolutionOf(given, context);
  const set = {
    speaker,
    content,
    saidOn: correction.saidOn === null ? null : saidOnOf(correction.saidOn),
    reason: correction.reason,
  };
  if (found) return { statements: replaced(statements, found, corrected(found, set, passages)) };
  if (speaker === null)
    return { field: 'words', reason: 'nobody was read as saying its words: say who it was, by speaker or name' };
  return { statements: [...statements, made(place, { ...set, speaker }, context)] };
}

/** Where the words of a correction stand. */
interface Place {
  readonly passage: Passage;
  /** All places in it, at least one. */
  readonly spans: readonly Span[];
}

/** In the passage that it names, else in the only other one that has the words: paragraphs may have been put in above it. */
function placeOf({ passage: name, words }: Correction, passages: readonly Passage[]): Place | Unused {
  const own = passages.find(({ id, articleId }) => id === `${articleId}#${name}`);
  if (own?.text.includes(words)) return { passage: own, spans: spansOf(words, own.text) };
  const others = passages.filter(({ text }) => text.includes(words));
  const [only] = others;
  const where = name.startsWith('c') ? `caption ${name.slice(1)}` : `¶ ${name}`;
  if (only === undefined) return { field: 'words', reason: `stand neither in ${where} nor elsewhere in the article` };
  if (others.length > 1)
    return { field: 'words', reason: `stand no more in ${where}, but in ${others.length} others: name one of them` };
  return { passage: only, spans: spansOf(words, only.text) };
}

function spansOf(words: string, text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    spans.push({ start: at, end: at + words.length });
  return spans;
}

/** The statement that a correction of these words in this passage would correct: see statementAt. */
export function findStatement(
  statements: readonly Statement[],
  passage: Passage,
  words: string,
): Statement | undefined {
  return statementAt(statements, { passage, spans: spansOf(words, passage.text) });
}

/** The one with all the words rather than some of them, of those the one with the least content, and what carries another before that one. */
function statementAt(statements: readonly Statement[], { passage, spans }: Place): Statement | undefined {
  let best: { readonly statement: Statement; readonly rank: readonly number[] } | undefined;
  for (const statement of statements) {
    const own = statement.content.filter(({ passageId }) => passageId === passage.id);
    const holds = spans.some((span) => own.some(({ start, end }) => start <= span.start && span.end <= end));
    if (!holds && !spans.some((span) => own.some((part) => overlaps(part, span)))) continue;
    const size = statement.content.reduce((sum, { start, end }) => sum + end - start, 0);
    const rank = [holds ? 0 : 1, size, statement.carriedBy === null ? 0 : 1];
    if (best === undefined || isBefore(rank, best.rank)) best = { statement, rank };
  }
  return best?.statement;
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, position) => value !== b[position]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}

/** The printed words, where they stand nearest to those that name the statement; blank lines part what goes on in the next passages. */
function contentOf(content: string, { passage, spans }: Place, passages: readonly Passage[]): PassageSpan[] | Unused {
  const at = passages.indexOf(passage);
  const parts = content.trim().split(/\n[^\S\n]*\n\s*/u);
  const found: PassageSpan[] = [];
  for (const [offset, words] of parts.entries()) {
    const own = passages[at + offset];
    const [first] = spans;
    const distance = ({ start, end }: Span): number =>
      offset > 0 || first === undefined || overlaps({ start, end }, first) ? 0 : Math.abs(start - first.start);
    const [span] = own ? spansOf(words, own.text).sort((a, b) => distance(a) - distance(b)) : [];
    if (own === undefined || span === undefined) return { field: 'content', reason: 'is not printed there' };
    found.push({ passageId: own.id, ...span });
  }
  return found;
}

function saidOnOf({ from, to }: DateRange): SaidOn {
  return { from, to, certain: true, words: null };
}

/** A name that is listed by now is that speaker's. */
function resolutionOf(
  given: { readonly id: string } | { readonly name: string },
  { gazetteer, publishedOn }: Context,
): Resolution {
  const by = { isNamed: true, resolvedBy: 'curator', antecedent: null, reason: null } as const;
  const listed = 'id' in given ? gazetteer.get(given.id) : gazetteer.find(given.name, publishedOn)?.speaker;
  if (listed) return { speakerId: listed.id, name: listed.name, ...by };
  return { speakerId: null, name: 'name' in given ? given.name : '', ...by };
}

interface Given {
  readonly speaker: Resolution | null;
  readonly content: readonly PassageSpan[] | null;
  readonly saidOn: SaidOn | null;
  readonly reason: string | null;
}

function corrected(statement: Statement, set: Given, passages: readonly Passage[]): Statement {
  const before = statement.corrected;
  // What was said in a transcript is direct without marks.
  const isKept = set.content === null || statement.rule === 'transcript';
  return {
    ...statement,
    speaker: set.speaker ?? statement.speaker,
    content: set.content ?? statement.content,
    kind: isKept ? statement.kind : kindIn(set.content ?? [], passages),
    saidOn: set.saidOn ?? statement.saidOn,
    corrected: {
      speaker: set.speaker !== null || before?.speaker === true,
      content: set.content !== null || before?.content === true,
      saidOn: set.saidOn !== null || before?.saidOn === true,
      reason: set.reason ?? before?.reason ?? null,
    },
  };
}

function kindIn(content: readonly PassageSpan[], passages: readonly Passage[]): Statement['kind'] {
  const texts = new Map(passages.map(({ id, text }) => [id, text]));
  return kindOf(
    content.map((span) => {
      const text = texts.get(span.passageId) ?? '';
      return { span, text, quoted: quotedUnits(text, findQuotations(text)) };
    }),
  );
}

/** Where nobody was read as saying the words. */
function made(
  { passage, spans }: Place,
  { speaker, content, saidOn, reason }: Given & { readonly speaker: Resolution },
  { passages, nextId }: Context,
): Statement {
  const [first = { start: 0, end: passage.text.length }] = spans;
  const said = content ?? [{ passageId: passage.id, ...first }];
  const begin = said[0] ?? { passageId: passage.id, ...first };
  return {
    id: nextId(passage.id),
    passageId: passage.id,
    source: null,
    speaker,
    cue: cueBeside(passage, begin, said),
    kind: kindIn(said, passages),
    content: said,
    saidOn,
    addressee: null,
    venue: null,
    via: [],
    carriedBy: null,
    hedged: false,
    rule: 'curator',
    corrected: { speaker: true, content: content !== null, saidOn: saidOn !== null, reason },
  };
}

/** The nearest word of the same sentence that may attribute; where there is none, the first word that was said. */
function cueBeside(passage: Passage, begin: Span, said: readonly PassageSpan[]): Statement['cue'] {
  const { id: passageId, text } = passage;
  const masked = maskQuotations(text, findQuotations(text));
  const sentence = passage.sentences.find((one) => overlaps(one, begin)) ?? { start: 0, end: text.length };
  const own = said.filter((span) => span.passageId === passageId);
  const words = [...masked.slice(sentence.start, sentence.end).matchAll(/[\p{L}\p{M}]+/gu)].map((match) => {
    const start = sentence.start + match.index;
    return { word: match[0], start, end: start + match[0].length };
  });
  const [cue] = words
    .filter((span) => mayBeCue(span.word) && !own.some((part) => overlaps(part, span)))
    .sort((a, b) => gap(a, begin) - gap(b, begin));
  if (cue) return { passageId, start: cue.start, end: cue.end, sense: findSense(cue.word) ?? 'other' };
  const first = /^\S+/u.exec(text.slice(begin.start, begin.end))?.[0] ?? text.charAt(begin.start);
  return { passageId, start: begin.start, end: begin.start + first.length, sense: 'other' };
}

function gap(a: Span, b: Span): number {
  return a.end <= b.start ? b.start - a.end : a.start - b.end;
}

/** What it carries names it among those it came through. */
function replaced(statements: readonly Statement[], before: Statement, after: Statement): Statement[] {
  const { source } = before;
  const { name, speakerId } = after.speaker;
  return statements.map((statement) => {
    if (statement === before) return after;
    if (statement.carriedBy !== before.id || source === null) return statement;
    const via = statement.via.map((link) => (isAt(link.words, source) ? { ...link, name, speakerId } : link));
    return { ...statement, via };
  });
}

/** What it carries is carried by nothing any more. */
function without(statements: readonly Statement[], gone: Statement): Statement[] {
  const { source } = gone;
  return statements.flatMap((statement) => {
    if (statement === gone) return [];
    if (statement.carriedBy !== gone.id) return [statement];
    const via = statement.via.filter(({ words }) => source === null || !isAt(words, source));
    return [{ ...statement, carriedBy: gone.carriedBy, via }];
  });
}

function isAt(a: PassageSpan, b: PassageSpan): boolean {
  return a.passageId === b.passageId && a.start === b.start;
}

/** Ids behind those that were read, whichever are taken away. */
function idsAfter(statements: readonly Statement[]): (passage: PassageId) => string {
  const last = new Map<PassageId, number>();
  for (const { id, passageId } of statements)
    last.set(passageId, Math.max(last.get(passageId) ?? 0, Number(id.slice(id.lastIndexOf('.') + 1))));
  return (passage) => {
    const number = (last.get(passage) ?? 0) + 1;
    last.set(passage, number);
    return `${passage}.${number}`;
  };
}

/** By where they are attributed; those that were read stay in their order. */
function inOrder(statements: readonly Statement[], passages: readonly Passage[]): readonly Statement[] {
  const isMade = ({ rule }: Statement): boolean => rule === 'curator';
  if (!statements.some(isMade)) return statements;
  const places = new Map(passages.map(({ id }, at) => [id, at]));
  const placeIn = ({ passageId }: Statement): number => places.get(passageId) ?? 0;
  const ordered = statements.filter((one) => !isMade(one));
  for (const one of statements.filter(isMade)) {
    const isBehind = (other: Statement): boolean =>
      placeIn(other) > placeIn(one) || (placeIn(other) === placeIn(one) && other.cue.start > one.cue.start);
    const at = ordered.findIndex(isBehind);
    ordered.splice(at < 0 ? ordered.length : at, 0, one);
  }
  return ordered;
}
