// `who said <words>`: statements whose content has the words. A string in quotation marks is looked for as it stands
// first; where nobody said it so, its words are, and the answer says that.
import type { Statement } from '../domain.ts';
import type { WhoSaidRequest } from '../requests/request.ts';
import type { Hit } from '../search/hit.ts';
import type { Query } from '../search/query.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Finding, Note } from './answer.ts';
import { elsewhere, undatedNote } from './elsewhere.ts';
import { hitFinding, oneGroup } from './findings.ts';
import { mergeNotes, NEAR_COVERAGE, NEAREST, notesOn } from './matching.ts';
import { answeringFinding } from './passages.ts';
import { type Filters, isListed, passes, type ReadWhoSaid, readWhoSaid } from './reading/filters.ts';
import { hasLimits, NO_LIMITS } from './reading/limits.ts';
import { readingOf } from './reading/reading.ts';
import { matchesOf, negationNotes } from './statementMatches.ts';
import { aboutStatements, asNear } from './topic.ts';
import { isNobodysMatch, unreadNotes } from './unread.ts';
import { isWithinLimits } from './withinLimits.ts';

export function answerWhoSaid(index: StoryIndex, request: WhoSaidRequest): Omit<Answer, 'request' | 'searched'> {
  const read = readWhoSaid(index, request);
  const { words, filters, nobody } = read;
  const name = filters.by?.name ?? filters.among?.name ?? nobody;
  const isLimited = name !== null || filters.except !== null || hasLimits(filters);
  const query = index.readQuery(words);
  if (isLimited && index.tokenize(words).every(({ isStop }) => isStop)) return anyWords(index, read, name ?? '');
  const found = findStatements(index, query, filters);
  const { findings, notes } = nobody === null ? found : asNearest(found);
  const except = filters.except?.name ?? null;
  return {
    reading:
      isLimited || words !== request.words
        ? readingOf({ name, except, words: asRead(query, words.replace(/^(?:the|an?)\s+/i, '')), limits: filters })
        : null,
    body: { kind: 'findings', groups: oneGroup(findings) },
    total: findings.filter((finding) => !finding.near).length,
    notes: nobody === null ? [...read.notes, ...notes] : mergeNotes([...read.notes, ...notes]),
  };
}

/** What others say, where nothing is by the one who was asked for: why there is nothing is told already. */
function asNearest({ findings, notes }: { readonly findings: readonly Finding[]; readonly notes: readonly Note[] }): {
  findings: Finding[];
  notes: Note[];
} {
  const onWords = notes.filter(({ kind }) => kind === 'corrected' || kind === 'unknown-words');
  return { findings: findings.slice(0, NEAREST).map(asNear), notes: onWords };
}

/** With the words that were read with a typing error as they were read. */
function asRead(query: Query, words: string): string {
  return query.concepts.reduce((read, { text, corrected: [word] }) => (word ? read.replace(text, word) : read), words);
}

/** "Who said anything on Tuesday": every statement within the limits. */
function anyWords(
  index: StoryIndex,
  { filters, notes, nobody }: ReadWhoSaid,
  name: string,
): Omit<Answer, 'request' | 'searched'> {
  if (nobody !== null) {
    const reading = readingOf({ name, words: '', limits: filters });
    return { reading, body: { kind: 'findings', groups: oneGroup([]) }, total: 0, notes };
  }
  const own = index
    .statements()
    .filter((item) => isListed(index, item, filters.by) && passes(index, item, { ...filters, ...NO_LIMITS }));
  const about = aboutStatements(index, own, { name, topic: { ...filters, words: '' }, order: 'newest first' });
  return { ...about, notes: [...notes, ...about.notes] };
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
  // Said by nobody, but printed.
  const isOwnWords = (finding: Finding): boolean =>
    isNobodysMatch(index, query, finding) && isWithinLimits(finding, filters);
  const limited = hits.filter(({ item }) => passes(index, item, filters));
  const findings = nearest(index, query, limited);
  const isPrinted = findings.every(({ near }) => near) && isByAnybody(filters) && findings.some(isOwnWords);
  const printed: Note[] = isPrinted ? [{ kind: 'own-words' }] : [];
  return { findings, notes: [...unreadNotes(found.notes, findings), ...printed] };
}

/** Nobody is asked for, or left out. */
function isByAnybody({ by, among, except }: Filters): boolean {
  return by === null && among === null && except === null;
}

/** Statements that match, or those that would but for the filters, as nearest; none of those that only have some of the words. */
export function matchingStatements(
  index: StoryIndex,
  query: Query,
  filters: Filters,
): { findings: Finding[]; notes: Note[] } {
  const hits = index.searchStatements(query, 'matches').filter(({ item }) => isListed(index, item, filters.by));
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
    return {
      findings,
      notes: [...notesOn(query), ...notes, ...negationNotes(passing), ...undatedNote(index, matching, filters)],
    };
  }
  if (matching.length > 0) {
    const { others, note } = elsewhere(index, matching, filters);
    const findings = others.map((hit) => hitFinding(index, hit, true));
    return { findings, notes: [...notesOn(query), ...notes, note] };
  }
  return { findings: [], notes: [{ kind: 'nothing', what: 'statement' }, ...notesOn(query)] };
}

/** Passages with some of the words as they answer, each by its statement that has most of them; what nobody was read as saying first. */
function nearest(index: StoryIndex, query: Query, hits: readonly Hit<Statement>[]): Finding[] {
  const near = hits.filter(({ factors }) => factors.coverage >= NEAR_COVERAGE);
  const statementIn = new Map([...near].reverse().map((hit) => [hit.passageId, hit]));
  const passages = index
    .searchPassages(query)
    .filter((hit) => hit.coverage >= NEAR_COVERAGE)
    .slice(0, NEAREST)
    .map((hit) => {
      const finding = answeringFinding(index, query, hit, { asks: { when: false, where: false }, near: true });
      if (finding.isUnread && isNobodysMatch(index, query, finding)) return { ...finding, near: false };
      const said = statementIn.get(hit.item.id);
      return said ? { ...hitFinding(index, said, true), score: finding.score, grounds: finding.grounds } : finding;
    });
  const covered = new Set(passages.map(({ passage }) => passage.id));
  const others = near.filter(({ passageId }) => !covered.has(passageId)).map((hit) => hitFinding(index, hit, true));
  return [...passages.filter((one) => !one.near), ...passages.filter((one) => one.near), ...others].slice(0, NEAREST);
}
