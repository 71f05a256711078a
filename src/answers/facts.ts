// factOf(finding, fact): one fact of a finding, as the article states it: the day, the place, the addressee, the reason. And
// answerFact: the findings of a request again, those that state the fact first. What is not stated is null and told; nothing is inferred.
import { type DateRange, overlaps, type Passage, type Span } from '../domain.ts';
import type { Fact, FactRequest, Request } from '../requests/request.ts';
import type { Answer, Finding } from './answer.ts';

export interface StatedFact {
  /** The days, where they are asked for, else the words that state it. */
  readonly what: DateRange | { readonly passage: Passage; readonly span: Span };
  /** False: it follows from a neighbouring statement. */
  readonly isCertain: boolean;
}

/** Null: not stated. */
export function factOf(finding: Finding, fact: Fact): StatedFact | null {
  switch (fact) {
    case 'when':
      return dayOf(finding);
    case 'where':
      return finding.statement ? settingOf(finding, 'venue') : placeOf(finding);
    case 'to whom':
      return settingOf(finding, 'addressee');
    case 'why':
      return reasonOf(finding);
  }
}

type Part = Omit<Answer, 'request' | 'searched'>;

/** `answer` answers the request that the facts are asked of. */
export function answerFact({ fact, of }: FactRequest, answer: (request: Request) => Part): Part {
  const part = answer(of);
  const shown = matchesOf(part);
  if (shown.length === 0) return part;
  const missing = shown.filter((finding) => !isStated(finding, fact)).length;
  const notes =
    missing === 0 ? part.notes : [...part.notes, { kind: 'not-stated', fact, missing, of: shown.length } as const];
  if (part.body.kind !== 'findings') return { ...part, notes };
  const groups = part.body.groups.map(({ heading, findings }) => ({ heading, findings: statedFirst(findings, fact) }));
  return { ...part, body: { kind: 'findings', groups }, notes };
}

function matchesOf({ body }: Part): readonly Finding[] {
  if (body.kind === 'findings') return body.groups.flatMap(({ findings }) => findings.filter(({ near }) => !near));
  if (body.kind === 'checks') return body.checks.flatMap(({ finding }) => (finding ? [finding] : []));
  return body.kind === 'passage' ? body.view.statements : [];
}

/** In one of the articles that carry the statement. */
function isStated(finding: Finding, fact: Fact): boolean {
  return [finding, ...finding.alsoIn.map((also) => also.finding)].some((one) => factOf(one, fact) !== null);
}

/** Among matches, and among the nearest, in the order given. */
function statedFirst(findings: readonly Finding[], fact: Fact): Finding[] {
  const rank = (finding: Finding): number => (finding.near ? 2 : 0) + (isStated(finding, fact) ? 0 : 1);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

/** The day of the saying; where nobody speaks, the first day that the sentence names. */
function dayOf({ statement, dates, marked }: Finding): StatedFact | null {
  if (statement) return statement.saidOn && { what: statement.saidOn, isCertain: statement.saidOn.certain };
  const named = dates.find((date) => marked.length === 0 || marked.some((span) => overlaps(span, date)));
  return named ? { what: named, isCertain: true } : null;
}

function settingOf({ statement, cuePassage }: Finding, name: 'venue' | 'addressee'): StatedFact | null {
  const setting = statement?.[name];
  if (!setting || setting.passageId !== cuePassage.id) return null;
  return { what: { passage: cuePassage, span: setting }, isCertain: setting.certain };
}

const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’-]*(?:\.(?=\p{Lu}|,))*`;
/** "in Oman's capital, Muscat", "at the White House": a preposition and a name. */
const PLACE = new RegExp(
  String.raw`\b(?:in|at|near|off|outside)\s+(?:the\s+)?${NAME}(?:(?:,? | of (?:the )?)${NAME}|(?<=['’]s) [\p{Ll} ]{3,30},? ${NAME})*`,
  'gu',
);

function placeOf({ passage, marked, dates }: Finding): StatedFact | null {
  const place = spansOf(PLACE, passage.text).find(
    (span) => isIn(span, marked) && !dates.some((date) => overlaps(date, span)),
  );
  return place ? { what: { passage, span: place }, isCertain: true } : null;
}

/** Words that give a reason or a purpose. */
const REASON =
  /\b(?:because|due to|owing to|in order to|so as to|so that|on the grounds|in response to|as a result of|given that|aimed at)\b/giu;
/** What ends the clause of a reason before its sentence ends. */
const CLAUSE_END = /\s*[;!?"“”]|[.,\s]+$/u;

/** In the sentences of the statement, or in those that answer: from the words that give a reason to the end of their clause. */
function reasonOf({ statement, passage, marked }: Finding): StatedFact | null {
  const own = statement
    ? [statement.cue, ...statement.content].filter(({ passageId }) => passageId === passage.id)
    : marked;
  for (const sentence of passage.sentences.filter((one) => isIn(one, own))) {
    const reason = spansOf(REASON, passage.text).find((span) => overlaps(span, sentence));
    if (!reason) continue;
    const clause = passage.text.slice(reason.start, sentence.end);
    const span = { start: reason.start, end: reason.start + (CLAUSE_END.exec(clause)?.index ?? clause.length) };
    return { what: { passage, span }, isCertain: true };
  }
  return null;
}

function spansOf(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: words, index: start }) => ({ start, end: start + words.length }));
}

/** Anywhere, when there is nothing to be in. */
function isIn(span: Span, within: readonly Span[]): boolean {
  return within.length === 0 || within.some((other) => overlaps(span, other));
}
