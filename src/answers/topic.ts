// Statements on a topic and on the days it names; when there are none, the nearest of them, and why they are no match.
import type { Statement } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Finding, Note } from './answer.ts';
import { limitsOf, type Topic, withinDays } from './days.ts';
import { findingOf, oneGroup } from './findings.ts';
import { NEAREST, notesOn, PASSAGE_COVERAGE } from './matching.ts';

export type Order = 'newest first' | 'topic first' | 'as given';

export interface Wanted {
  /** Whose statements they are, for notes and the reading; '': anybody's. */
  readonly name: string;
  readonly topic: Topic;
  readonly order: Order;
}

export function aboutStatements(
  index: StoryIndex,
  own: readonly Statement[],
  wanted: Wanted,
): Omit<Answer, 'request' | 'searched'> {
  const { name, topic, order } = wanted;
  const { kept, undated } = withinDays(own, topic.days);
  const { findings, notes } = onTopic(index, kept, topic.words, order);
  const leftOut = onTopic(index, undated, topic.words, order).findings;
  const dayNote: Note[] =
    leftOut.length === 0 ? [] : [{ kind: 'undated', statements: leftOut.length, areShown: false }];
  const found = findings.length > 0 ? { findings, note: dayNote } : nearestOf(index, own, { ...wanted, leftOut });
  return {
    reading: readingOf(index, name, topic),
    body: { kind: 'findings', groups: oneGroup(found.findings) },
    total: findings.length,
    notes: [...notes, ...found.note],
  };
}

/** "Donald Trump · carrier · since 2026-02-10". */
export function readingOf(index: StoryIndex, name: string, { words, days }: Topic): string {
  const topic = index
    .readQuery(words)
    .concepts.map(({ text }) => text)
    .join(' ');
  const { from, to } = limitsOf(days);
  const range = from === to ? from : `${from} to ${to}`;
  const day = from === null ? `until ${to}` : to === null ? `since ${from}` : range;
  return [name, topic, days.length === 0 ? '' : day].filter((part) => part !== '').join(' · ');
}

/** Statements on a topic, as findings; every statement when there is no topic. */
export function onTopic(
  index: StoryIndex,
  statements: readonly Statement[],
  topic: string,
  order: Order,
): { findings: Finding[]; notes: Note[] } {
  const inOrder = (found: Finding[]): Finding[] =>
    order === 'as given' ? found : found.sort((a, b) => newestFirst(index, a, b));
  // "About it" is about anything.
  if (index.tokenize(topic).every(({ isStop }) => isStop)) {
    return { findings: inOrder(statements.map((statement) => findingOf(index, statement))), notes: [] };
  }
  const query = index.readQuery(topic);
  const found = statements.filter(index.mayMatch(query, PASSAGE_COVERAGE)).flatMap((statement) => {
    const { factors, passageId, matched } = index.matchStatement(query, statement, 'setting');
    if (factors.coverage < PASSAGE_COVERAGE) return [];
    return [findingOf(index, statement, { passageId, matched, score: factors.coverage, factors })];
  });
  const findings = inOrder(found);
  // A stable sort: findings of equal score stay newest first.
  if (order === 'topic first') findings.sort((a, b) => b.score - a.score);
  return { findings, notes: notesOn(query) };
}

function newestFirst(index: StoryIndex, a: Finding, b: Finding): number {
  return a.statement && b.statement ? index.newestFirst(a.statement, b.statement) : 0;
}

export function asNear(finding: Finding): Finding {
  return { ...finding, near: true };
}

/** On the topic without a stated day, else on another day, else whatever they said. */
function nearestOf(
  index: StoryIndex,
  own: readonly Statement[],
  { name, topic, order, leftOut }: Wanted & { readonly leftOut: readonly Finding[] },
): { findings: Finding[]; note: Note[] } {
  if (leftOut.length > 0) {
    return { findings: leftOut.map(asNear), note: [{ kind: 'undated', statements: leftOut.length, areShown: true }] };
  }
  const otherDays = topic.days.length === 0 ? [] : onTopic(index, own, topic.words, order).findings;
  if (otherDays.length > 0) {
    return { findings: otherDays.map(asNear), note: [{ kind: 'not-on-days', ...limitsOf(topic.days) }] };
  }
  if (name === '') return { findings: [], note: [{ kind: 'nothing', what: 'statement' }] };
  const some = (order === 'as given' ? own : [...own].sort(index.newestFirst)).slice(0, NEAREST);
  const findings = some.map((statement) => asNear(findingOf(index, statement)));
  return { findings, note: [{ kind: 'none-about', name }] };
}
