// `compare <a> and <b> on <topic>`: what both sides said, side by side.
import type { Speaker } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Finding, FindingGroup, Note } from './answer.ts';
import { mergeNotes } from './matching.ts';
import { bothLimits } from './reading/limits.ts';
import { readingOf, topicWords } from './reading/reading.ts';
import { aboutName, readAbout } from './speaker.ts';
import { isElsewhere } from './topic.ts';

export function answerCompare(
  index: StoryIndex,
  request: { readonly a: string; readonly b: string; readonly topic: string | null },
): Omit<Answer, 'request' | 'searched'> {
  const [first, second] = [readAbout(index, request.a, ''), readAbout(index, request.b, request.topic ?? '')];
  const topic = { ...second.topic, ...bothLimits(first.topic, second.topic) };
  const both = [first.words, second.words].map((name): Side => {
    const answer = aboutName(index, name, topic);
    const findings = answer.body.kind === 'findings' ? answer.body.groups.flatMap((group) => group.findings) : [];
    const read = index.story.gazetteer.find(name, index.asOf) ?? { speaker: index.story.gazetteer.nearest(name) };
    const speaker = read.speaker ?? null;
    return {
      name: speaker?.name ?? name,
      speaker,
      findings: findings.filter(({ near }) => !near),
      notes: answer.notes,
    };
  });
  const { sides, notes } = withoutShared(both);
  const groups = sides.map(({ name, findings }): FindingGroup => ({ heading: { kind: 'speaker', name }, findings }));
  const isEmpty = sides.every(({ findings }) => findings.length === 0);
  return {
    reading: readingOf({
      name: sides.map(({ name }) => name).join(' and '),
      words: topicWords(index, topic.words),
      limits: topic,
    }),
    body: { kind: 'findings', groups },
    total: sides.reduce((sum, { findings }) => sum + findings.length, 0),
    notes: mergeNotes([
      // What stands outside the limits is not shown beside the other side's.
      ...sides
        .flatMap((side) => side.notes)
        .filter((note) => (isEmpty || note.kind !== 'nothing') && (note.kind === 'undated' || !isElsewhere(note))),
      ...notes,
    ]).map((note) => ('areShown' in note ? { ...note, areShown: false } : note)),
  };
}

interface Side {
  readonly name: string;
  readonly speaker: Speaker | null;
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
}

/** One side when both are the same; a statement of both ("Iran and Pezeshkian") only under the one who made it. */
function withoutShared(both: readonly Side[]): { sides: readonly Side[]; notes: Note[] } {
  const [a, b] = both;
  if (!a || !b) return { sides: both, notes: [] };
  if (a.name === b.name) return { sides: [a], notes: [{ kind: 'same-side', names: [a.name] }] };
  const isIn = (side: Side, { statement }: Finding): boolean =>
    side.findings.some((finding) => finding.statement?.id === statement?.id);
  const shared = a.findings.filter((finding) => isIn(b, finding));
  if (shared.length === 0) return { sides: both, notes: [] };
  const [wide, narrow] = shared.every(({ speaker }) => speaker?.id !== a.speaker?.id) ? [a, b] : [b, a];
  const rest = { ...wide, findings: wide.findings.filter((finding) => !isIn(narrow, finding)) };
  const note: Note = { kind: 'same-side', names: [wide.name, narrow.name] };
  return { sides: wide === a ? [rest, b] : [a, rest], notes: [note] };
}
