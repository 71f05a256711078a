// ordered(answer, looked): statements on a topic, found by their words, as the question that asked for them is answered: those that answer, with
// passages that do, before the nearest; and why there is nothing, where there is.
import type { Statement } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Finding, Note } from './answer.ts';
import { oneGroup } from './findings.ts';
import { PASSAGE_COVERAGE } from './matching.ts';
import { inProse } from './mentions.ts';
import { inRankOrder } from './rankOrder.ts';
import { statementsOfSide } from './reading/filters.ts';
import { hasLimits, type Limits } from './reading/limits.ts';
import { findNamed } from './reading/loose.ts';
import { findSource } from './reading/sources.ts';
import { isElsewhere } from './topic.ts';
import { unreadNotes } from './unread.ts';
import { isWithinLimits } from './withinLimits.ts';

type Part = Omit<Answer, 'request' | 'searched'>;

/** What matched by its words and does not answer leaves nothing: that is told, with what else there is to say. */
export function reasoned(
  index: StoryIndex,
  notes: readonly Note[],
  findings: readonly Finding[],
  subject: string,
): Note[] {
  if (findings.some(({ near }) => !near) || notes.some(isReason)) return [...notes];
  const named = index.story.gazetteer.find(subject, index.asOf)?.speaker.name ?? subject;
  const why: Note =
    subject === '' ? { kind: 'nothing', what: 'statement' } : { kind: 'none-about', name: inProse(index, named) };
  return [why, ...notes];
}

function isReason(note: Note): boolean {
  return (
    note.kind === 'nothing' || isOfSpeaker(note) || (isElsewhere(note) && (note.kind !== 'undated' || note.areShown))
  );
}

function isNotNone({ kind }: Note): boolean {
  return kind !== 'none-about';
}

export interface Looked {
  readonly words: string;
  readonly subject: string;
  readonly topic: string;
  readonly limits: Limits;
}

/** Statements on a topic as `inRankOrder` has them, unless they are told to be outside the limits. */
export function ordered(index: StoryIndex, answer: Part, { words, subject, topic, limits }: Looked): Part {
  if (answer.body.kind !== 'findings' || (answer.total === 0 && answer.notes.some(isElsewhere))) return answer;
  const found = answer.body.groups.flatMap((group) => group.findings);
  const isOwn = bySubject(index, subject);
  const findings = inRankOrder(index, index.readQuery(words), {
    found,
    wanted: 'said',
    subject,
    isBySubject: isOwn,
    isFound: subject !== '' && found.some(isWhollyOn),
    topic,
    isWithin: (finding) => isWithinLimits(finding, limits),
    isLimited: hasLimits(limits),
  });
  const total = findings.filter(({ near }) => !near).length;
  const isSaid = findings.some(({ near, statement }) => !near && statement !== null && isOwn(statement));
  return {
    ...answer,
    total,
    notes: unreadNotes(
      reasoned(index, isSaid ? answer.notes.filter(isNotNone) : answer.notes, findings, subject),
      findings,
    ),
    body: { kind: 'findings', groups: oneGroup(findings) },
  };
}

/** Whose statements are the subject's is looked up once, and only where that is asked. */
function bySubject(index: StoryIndex, subject: string): (statement: Statement) => boolean {
  let own: ReadonlySet<Statement> | undefined;
  return (statement) => {
    own ??= new Set(statementsOf(index, subject));
    return own.has(statement);
  };
}

function statementsOf(index: StoryIndex, subject: string): readonly Statement[] {
  const named = findNamed(index, subject);
  if (named?.kind === 'speaker') return statementsOfSide(index, named.speaker);
  return findSource(index, subject, 'all')?.statements ?? [];
}

/** Not only of a part of what the question tells, which others may have said in full. */
function isWhollyOn({ near, grounds }: Finding): boolean {
  return !near && (grounds?.kind !== 'topic' || grounds.coverage >= PASSAGE_COVERAGE);
}

/** Says why nothing by the speaker is shown. */
export function isOfSpeaker({ kind }: Note): boolean {
  return kind === 'no-statements-by' || kind === 'none-about' || kind === 'unknown-speaker';
}
