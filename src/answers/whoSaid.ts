// `who said <words>`: statements whose content has the words. A string in quotation marks is looked for as it stands
// first; where nobody said it so, its words are, and the answer says that.
import type { Statement, StatementId } from '../domain.ts';
import type { Query } from '../search/query.ts';
import type { Hit, StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Finding, Note } from './answer.ts';
import { type Filters, isListed, passes, readDay, readSpeaker } from './filters.ts';
import { hitFinding, oneGroup } from './findings.ts';
import { NEAR_COVERAGE, NEAREST, notesOn } from './matching.ts';
import { relatedSpeakers } from './mentions.ts';
import { answeringFinding } from './passages.ts';
import type { WhoSaidRequest } from './request.ts';
import { findSource } from './sources.ts';
import { matchesOf, negationNotes } from './statementMatches.ts';

export function answerWhoSaid(index: StoryIndex, request: WhoSaidRequest): Omit<Answer, 'request' | 'searched'> {
  const by = request.by === null ? null : readSpeaker(index, request.by);
  // "limited by law": nobody is called so, then it is what is looked for.
  const source = by !== null && by.speaker === null ? findSource(index, request.by ?? '', 'exact first') : undefined;
  const isWord = by !== null && by.speaker === null && source === undefined;
  const words = isWord ? `${request.words} by ${request.by}` : request.words;
  const filters: Filters = {
    among: source ? { name: request.by ?? '', ids: idsOf(source.statements) } : null,
    by: by?.speaker ?? null,
    since: readDay(index, request.since, 'from'),
    until: readDay(index, request.until, 'to'),
  };
  const query = index.readQuery(words);
  const { findings, notes } = findStatements(index, query, filters);
  return {
    reading: readingOf(filters, words),
    body: { kind: 'findings', groups: oneGroup(findings) },
    total: findings.filter((finding) => !finding.near).length,
    notes: [...(by?.notes ?? []), ...notes],
  };
}

/** Ids, with those of statements that carry them: a carried statement is shown within the one that carries it. */
function idsOf(statements: readonly Statement[]): Set<StatementId> {
  return new Set(statements.flatMap(({ id, carriedBy }) => (carriedBy === null ? [id] : [id, carriedBy])));
}

/** Statements that match, or, when none does, what stands nearest, marked as such. */
export function findStatements(
  index: StoryIndex,
  query: Query,
  filters: Filters,
): { findings: Finding[]; notes: Note[] } {
  const hits = index.searchStatements(query).filter(({ item }) => isListed(index, item, filters.by));
  const found = amongHits(index, query, { hits, filters });
  if (found.findings.length > 0) return found;
  const limited = hits.filter(({ item }) => passes(index, item, filters));
  return { findings: nearest(index, query, limited), notes: found.notes };
}

/** Statements that match, or those that would but for the filters, as nearest; none of those that only have some of the words. */
export function matchingStatements(
  index: StoryIndex,
  query: Query,
  filters: Filters,
): { findings: Finding[]; notes: Note[] } {
  const hits = index.searchStatements(query).filter(({ item }) => isListed(index, item, filters.by));
  return amongHits(index, query, { hits, filters });
}

function amongHits(
  index: StoryIndex,
  query: Query,
  { hits, filters }: { readonly hits: readonly Hit<Statement>[]; readonly filters: Filters },
): { findings: Finding[]; notes: Note[] } {
  const { matching, notes } = matchesOf(index, query, hits);
  const passing = matching.filter(({ item }) => passes(index, item, filters));
  if (passing.length > 0) {
    const findings = passing.map((hit) => hitFinding(index, hit));
    return { findings, notes: [...notesOn(query), ...notes, ...negationNotes(passing)] };
  }
  if (matching.length > 0) {
    const { others, note } = elsewhere(index, matching, filters);
    const findings = others.map((hit) => hitFinding(index, hit, true));
    return { findings, notes: [...notesOn(query), ...notes, ...negationNotes(others), note] };
  }
  return { findings: [], notes: [{ kind: 'nothing', what: 'statement' }, ...notesOn(query)] };
}

/** Matches that the filters leave out, and which filter: by somebody else (whoever speaks for the same side first), or on other days. */
function elsewhere(
  index: StoryIndex,
  matching: readonly Hit<Statement>[],
  filters: Filters,
): { others: Hit<Statement>[]; note: Note } {
  const { by, among, since, until } = filters;
  const name = by?.name ?? among?.name ?? null;
  const byThem = matching.filter(({ item }) => passes(index, item, { ...filters, since: null, until: null }));
  if (name === null || byThem.length > 0) {
    return { others: byThem, note: { kind: 'not-on-days', from: since, to: until } };
  }
  const related = by === null ? [] : relatedSpeakers(index, by).map(({ id }) => id);
  const rank = ({ item }: Hit<Statement>): number => {
    const position = related.indexOf(item.speaker.speakerId ?? '');
    return position === -1 ? related.length : position;
  };
  const inDays = matching.filter(({ item }) => passes(index, item, { ...filters, by: null, among: null }));
  const others = (inDays.length > 0 ? inDays : [...matching]).sort((a, b) => rank(a) - rank(b));
  return { others, note: { kind: 'not-by', name } };
}

/** Statements with some of the words, else passages that print them without anybody saying so. */
function nearest(index: StoryIndex, query: Query, hits: readonly Hit<Statement>[]): Finding[] {
  const passages = index
    .searchPassages(query)
    .filter((hit) => hit.factors.coverage >= NEAR_COVERAGE)
    .map((hit) => answeringFinding(index, query, hit, { asks: { when: false, where: false }, near: true }));
  const statements = hits
    .filter((hit) => hit.factors.coverage >= NEAR_COVERAGE)
    .map((hit) => hitFinding(index, hit, true));
  const covered = new Set(statements.map((finding) => finding.passage.id));
  return [...statements, ...passages.filter((finding) => !covered.has(finding.passage.id))]
    .sort((a, b) => b.score - a.score)
    .slice(0, NEAREST);
}

function readingOf(filters: Filters, words: string): string | null {
  const parts = [filters.by?.name ?? filters.among?.name, words, since(filters.since), until(filters.until)].filter(
    (part) => part !== undefined,
  );
  return filters.by === null && filters.among === null && filters.since === null && filters.until === null
    ? null
    : parts.join(' · ');
}

function since(day: string | null): string | undefined {
  return day === null ? undefined : `since ${day}`;
}

function until(day: string | null): string | undefined {
  return day === null ? undefined : `until ${day}`;
}
