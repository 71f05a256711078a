// Statements on a topic within its limits; when there are none, the nearest of them, and why they are no match.
import type { Statement } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Finding, Note } from './answer.ts';
import { findingOf, oneGroup } from './findings.ts';
import { NEAREST, notesOn, PASSAGE_COVERAGE, SPEAKER_COVERAGE } from './matching.ts';
import { inProse } from './mentions.ts';
import { withinLimits } from './reading/filters.ts';
import { fewerLimits, type Topic } from './reading/limits.ts';
import { readingOf, topicWords } from './reading/reading.ts';

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
  const { kept, undated } = withinLimits(index, own, topic);
  const { findings, notes } = onTopic(index, kept, topic.words, order);
  const leftOut = onTopic(index, undated, topic.words, order).findings;
  const dayNote: Note[] =
    leftOut.length === 0 ? [] : [{ kind: 'undated', statements: leftOut.length, areShown: false }];
  const found = findings.length > 0 ? { findings, note: dayNote } : nearestOf(index, own, { ...wanted, leftOut });
  return {
    reading: readingOf({ name, words: topicWords(index, topic.words), limits: topic }),
    body: { kind: 'findings', groups: oneGroup(found.findings) },
    total: findings.length,
    // What there is none of is said first; what announces the nearest stands right before them.
    notes: found.note.some(isElsewhere) ? [...notes, ...found.note] : [...found.note, ...notes],
  };
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
  const matching = (least: number): Finding[] =>
    statements.filter(index.mayMatch(query, least)).flatMap((statement) => {
      const { factors, passageId, matched } = index.matchStatement(query, statement, 'setting');
      if (factors.coverage < least) return [];
      const grounds = { kind: 'topic', coverage: factors.coverage } as const;
      return [findingOf(index, statement, { passageId, matched, score: factors.coverage, grounds })];
    });
  const found = matching(PASSAGE_COVERAGE);
  const findings = inOrder(found.length === 0 && order === 'topic first' ? matching(SPEAKER_COVERAGE) : found);
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

/** On the topic without a stated day, else outside the limits, else whatever they said. */
function nearestOf(
  index: StoryIndex,
  own: readonly Statement[],
  { name, topic, order, leftOut }: Wanted & { readonly leftOut: readonly Finding[] },
): { findings: Finding[]; note: Note[] } {
  if (leftOut.length > 0) {
    return { findings: leftOut.map(asNear), note: [{ kind: 'undated', statements: leftOut.length, areShown: true }] };
  }
  for (const { limits, note } of fewerLimits(topic)) {
    const { findings } = onTopic(index, withinLimits(index, own, limits).kept, topic.words, order);
    if (findings.length > 0) return { findings: findings.map(asNear), note: [note] };
  }
  if (name === '') return { findings: [], note: [{ kind: 'nothing', what: 'statement' }] };
  const some = (order === 'as given' ? own : [...own].sort(index.newestFirst)).slice(0, NEAREST);
  const findings = some.map((statement) => asNear(findingOf(index, statement)));
  return { findings, note: [{ kind: 'none-about', name: inProse(index, name) }] };
}

/** True for notes after which statements on the topic follow that miss a limit. */
export function isElsewhere({ kind }: Note): boolean {
  return kind === 'undated' || kind === 'not-on-days' || kind === 'not-in-outlet' || kind === 'not-direct';
}
