// `speaker <name> [about <topic>]`: what one speaker said, newest first. A government's own statements come with those
// of the people who speak for it; somebody who is only mentioned has said nothing here.
import type { Speaker } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Note } from './answer.ts';
import { splitDays, type Topic, withinDays } from './days.ts';
import { isBy, isListed } from './filters.ts';
import { oneGroup } from './findings.ts';
import { mergeNotes, notesOn } from './matching.ts';
import { mentionsOf, mentionsOfName, relatedNote, relatedSpeakers, statementsOf } from './mentions.ts';
import { findSource, type Source } from './sources.ts';
import { aboutStatements, asNear, type Order, onTopic, readingOf } from './topic.ts';

type Part = Omit<Answer, 'request' | 'searched'>;

export function answerSpeaker(index: StoryIndex, name: string, about: string | null): Part {
  return aboutName(index, name, splitDays(index, about ?? ''));
}

/** What whoever is called so said: somebody with an entry, a source in the article's words, a name nearly like it. */
export function aboutName(index: StoryIndex, name: string, topic: Topic): Part {
  const named = index.story.gazetteer.find(name, index.asOf);
  if (named) return aboutSpeaker(index, named.speaker, topic, 'newest first');
  const source = findSource(index, name, 'exact first');
  if (source) return aboutSource(index, { name, source, topic, order: 'newest first' });
  const outlet = findOutlet(index, name);
  if (outlet !== undefined) return nobody(name, topic, [{ kind: 'outlet', name: outlet }]);
  const nearest = index.story.gazetteer.nearest(name);
  if (nearest) {
    const part = aboutSpeaker(index, nearest, topic, 'newest first');
    return { ...part, notes: [{ kind: 'corrected', typed: name, read: [nearest.name] }, ...part.notes] };
  }
  const notes = [...mentionsOfName(index, name), ...notesOn(index.readQuery(topic.words))];
  return nobody(name, topic, mergeNotes([{ kind: 'unknown-speaker', name, nearest: null }, ...notes]));
}

/** The outlet of an article, as the corpus writes it. */
export function findOutlet(index: StoryIndex, name: string): string | undefined {
  const wordsIn = (text: string): string =>
    index
      .tokenize(text)
      .flatMap(({ word, isStop }) => (isStop ? [] : word))
      .join(' ');
  const wanted = wordsIn(name);
  return index.story.articles.map(({ outlet }) => outlet).find((outlet) => wanted !== '' && wordsIn(outlet) === wanted);
}

/** The statements of a speaker's side, on a topic if one is given; nothing found is said with what the speaker is in the corpus. */
export function aboutSpeaker(index: StoryIndex, speaker: Speaker, topic: Topic, order: Order): Part {
  const own = index
    .statements()
    .filter((statement) => isBy(index, statement, speaker) && isListed(index, statement, speaker));
  if (own.length === 0) return aboutSilent(index, speaker, topic);
  return aboutStatements(index, own, { name: speaker.name, topic, order });
}

interface WantedSource {
  readonly name: string;
  readonly source: Source;
  readonly topic: Topic;
  readonly order: Order;
}

/** What a source without an entry said; names that only hold the words asked for are told. */
export function aboutSource(index: StoryIndex, { name, source, topic, order }: WantedSource): Part {
  const isRanked = source.wider.length > 0 && topic.words === '';
  const part = aboutStatements(index, source.statements, { name, topic, order: isRanked ? 'as given' : order });
  const wider: Note[] = source.wider.length === 0 ? [] : [{ kind: 'wider-source', name, names: source.wider }];
  return { ...part, notes: [...wider, ...part.notes] };
}

/** Somebody with an entry and no statement: where they are mentioned, and what was said for them on the topic. */
function aboutSilent(index: StoryIndex, speaker: Speaker, topic: Topic): Part {
  const related = relatedSpeakers(index, speaker);
  const { kept } = withinDays(statementsOf(index, related), topic.days);
  const { findings, notes } = onTopic(index, kept, topic.words, 'as given');
  const own: Note[] = [{ kind: 'no-statements-by', name: speaker.name }, ...mentionsOf(index, speaker)];
  return {
    reading: readingOf(index, speaker.name, topic),
    body: { kind: 'findings', groups: oneGroup(findings.map(asNear)) },
    total: 0,
    notes: [...own, ...notes, ...relatedNote(related, findings.length > 0)],
  };
}

function nobody(name: string, { words }: Topic, notes: readonly Note[]): Part {
  const reading = words === '' ? null : `${name} · ${words}`;
  return { reading, body: { kind: 'findings', groups: oneGroup([]) }, total: 0, notes };
}
