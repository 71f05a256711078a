// `who said <words>`: statements whose content has the words. A string in quotation marks is looked for as it stands
// first; where nobody said it so, its words are, and the answer says that.
import type { Statement } from '../domain.ts';
import type { Query } from '../search/query.ts';
import type { Hit, StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Finding, Note } from './answer.ts';
import { type Filters, passes, readDay, readSpeaker } from './filters.ts';
import { hitFinding, isOutermost, oneGroup } from './findings.ts';
import { isStatementMatch, NEAR_COVERAGE, NEAREST, notesOn } from './matching.ts';
import { answeringFinding } from './passages.ts';
import type { WhoSaidRequest } from './request.ts';

export function answerWhoSaid(index: StoryIndex, request: WhoSaidRequest): Omit<Answer, 'request' | 'searched'> {
  const by = request.by === null ? null : readSpeaker(index, request.by);
  // "limited by law": nobody is called so, then it is what is looked for.
  const words = by !== null && by.speaker === null ? `${request.words} by ${request.by}` : request.words;
  const filters: Filters = {
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

/** Statements that match, or, when none does, what stands nearest, marked as such. */
export function findStatements(
  index: StoryIndex,
  query: Query,
  filters: Filters,
): { findings: Finding[]; notes: Note[] } {
  const hits = index.searchStatements(query).filter(({ item }) => isOutermost(item) && passes(index, item, filters));
  const inPhrase = query.phrases.length === 0 ? [] : hits.filter((hit) => hit.factors.phrase > 0);
  // One word of a phrase that nobody used is no match: "we will never negotiate" is not every word on negotiations.
  const hasWords = query.phrases.length === 0 || query.concepts.length > 1;
  const matching = inPhrase.length > 0 ? inPhrase : hasWords ? hits.filter(isMatch) : [];
  const notes = notesOn(query);
  if (matching.length === 0) {
    return { findings: nearest(index, query, hits), notes: [{ kind: 'nothing', what: 'statement' }, ...notes] };
  }
  if (query.phrases.length > 0 && inPhrase.length === 0) {
    for (const phrase of query.phrases)
      notes.push({ kind: 'phrase-not-found', phrase: phrase.map((token) => token.word).join(' ') });
  }
  return { findings: matching.map((hit) => hitFinding(index, hit)), notes };
}

function isMatch(hit: Hit<Statement>): boolean {
  return isStatementMatch(hit.factors);
}

/** Statements with some of the words, else passages that print them without anybody saying so. */
function nearest(index: StoryIndex, query: Query, hits: readonly Hit<Statement>[]): Finding[] {
  const passages = index
    .searchPassages(query)
    .filter((hit) => hit.factors.coverage >= NEAR_COVERAGE)
    .map((hit) => answeringFinding(index, query, hit, { isWhen: false, near: true }));
  const statements = hits
    .filter((hit) => hit.factors.coverage >= NEAR_COVERAGE)
    .map((hit) => hitFinding(index, hit, true));
  const covered = new Set(statements.map((finding) => finding.passage.id));
  return [...statements, ...passages.filter((finding) => !covered.has(finding.passage.id))]
    .sort((a, b) => b.score - a.score)
    .slice(0, NEAREST);
}

function readingOf(filters: Filters, words: string): string | null {
  const parts = [filters.by?.name, words, since(filters.since), until(filters.until)].filter(
    (part) => part !== undefined,
  );
  return filters.by === null && filters.since === null && filters.until === null ? null : parts.join(' · ');
}

function since(day: string | null): string | undefined {
  return day === null ? undefined : `since ${day}`;
}

function until(day: string | null): string | undefined {
  return day === null ? undefined : `until ${day}`;
}
