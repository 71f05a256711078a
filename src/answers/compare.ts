// `compare <a> and <b> on <topic>`: what both sides said, side by side.
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer, FindingGroup, Note } from './answer.ts';
import { answerSpeaker } from './speaker.ts';

export function answerCompare(
  index: StoryIndex,
  request: { readonly a: string; readonly b: string; readonly topic: string | null },
): Omit<Answer, 'request' | 'searched'> {
  const sides = [request.a, request.b].map((name) => {
    const answer = answerSpeaker(index, name, request.topic);
    const findings = answer.body.kind === 'findings' ? answer.body.groups.flatMap((group) => group.findings) : [];
    const read = index.story.gazetteer.find(name, index.asOf) ?? { speaker: index.story.gazetteer.nearest(name) };
    return { name: read.speaker?.name ?? name, findings, notes: answer.notes };
  });
  const groups = sides.map(({ name, findings }): FindingGroup => ({ heading: { kind: 'speaker', name }, findings }));
  const isEmpty = sides.every(({ findings }) => findings.length === 0);
  return {
    reading: [sides.map(({ name }) => name).join(' and '), ...(request.topic === null ? [] : [request.topic])].join(
      ' · ',
    ),
    body: { kind: 'findings', groups },
    total: sides.reduce((sum, { findings }) => sum + findings.length, 0),
    notes: unique(sides.flatMap(({ notes }) => notes).filter((note) => isEmpty || note.kind !== 'nothing')),
  };
}

/** Each note once, and one list of unknown words for both sides. */
function unique(notes: readonly Note[]): Note[] {
  const words = notes.flatMap((note) => (note.kind === 'unknown-words' ? note.words : []));
  const others = new Map(
    notes.filter(({ kind }) => kind !== 'unknown-words').map((note) => [JSON.stringify(note), note]),
  );
  return [
    ...others.values(),
    ...(words.length > 0 ? [{ kind: 'unknown-words', words: [...new Set(words)] } as const] : []),
  ];
}
