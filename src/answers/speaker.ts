// `speaker <name> [about <topic>]`: what one speaker said, newest first. A government's own statements come with those
// of the people who speak for it; somebody who is only mentioned has said nothing here.
import type { Speaker } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Note } from './answer.ts';
import { oneGroup } from './findings.ts';
import { mergeNotes, notesOn } from './matching.ts';
import { inProse, mentionsOf, relatedNote, relatedSpeakers, statementsOf } from './mentions.ts';
import { nobodyNotes, statementsOfSide, withinLimits } from './reading/filters.ts';
import { bothLimits, hasLimits, readLimits, type Topic } from './reading/limits.ts';
import { outletNamed } from './reading/outlets.ts';
import { readingOf, topicWords } from './reading/reading.ts';
import { findSource, type Source } from './reading/sources.ts';
import { aboutStatements, asNear, type Order, onTopic } from './topic.ts';

type Part = Omit<Answer, 'request' | 'searched'>;

export function answerSpeaker(index: StoryIndex, name: string, about: string | null): Part {
  const { words, topic } = readAbout(index, name, about ?? '');
  return aboutName(index, words, topic);
}

/** A name and a topic, whose limits may stand behind either: "Trump since Tuesday", "Trump about missiles since Tuesday". */
export function readAbout(index: StoryIndex, name: string, about: string): { words: string; topic: Topic } {
  const topic = readLimits(index, about);
  if (index.story.gazetteer.find(name, index.asOf) || findSource(index, name, 'exact first'))
    return { words: name, topic };
  const { words, ...limits } = readLimits(index, name);
  if (words === '' || !hasLimits(limits)) return { words: name, topic };
  const { words: looked, ...own } = topic;
  return { words, topic: { words: looked, ...bothLimits(limits, own) } };
}

/** What whoever is called so said: somebody with an entry, a source in the article's words, a name nearly like it. */
export function aboutName(index: StoryIndex, name: string, topic: Topic): Part {
  const named = index.story.gazetteer.find(name, index.asOf);
  if (named) return aboutSpeaker(index, named.speaker, topic, 'newest first');
  const source = findSource(index, name, 'exact first');
  if (source) return aboutSource(index, { name, source, topic, order: 'newest first' });
  const outlet = outletNamed(index, name);
  if (outlet !== undefined) return nobody(index, { name, topic }, [{ kind: 'outlet', name: outlet }]);
  const nearest = index.story.gazetteer.nearest(name);
  if (nearest) {
    const part = aboutSpeaker(index, nearest, topic, 'newest first');
    return { ...part, notes: [{ kind: 'corrected', typed: name, read: [nearest.name] }, ...part.notes] };
  }
  const notes = [...nobodyNotes(index, name), ...notesOn(index.readQuery(topic.words))];
  return nobody(index, { name, topic }, mergeNotes(notes));
}

/** The statements of a speaker's side, on a topic if one is given; nothing found is said with what the speaker is in the corpus. */
export function aboutSpeaker(index: StoryIndex, speaker: Speaker, topic: Topic, order: Order): Part {
  const own = statementsOfSide(index, speaker);
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
  const { kept } = withinLimits(index, statementsOf(index, related), topic);
  const { findings, notes } = onTopic(index, kept, topic.words, 'as given');
  const own: Note[] = [{ kind: 'no-statements-by', name: inProse(index, speaker.name) }, ...mentionsOf(index, speaker)];
  return {
    reading: readingOf({ name: speaker.name, words: topicWords(index, topic.words), limits: topic }),
    body: { kind: 'findings', groups: oneGroup(findings.map(asNear)) },
    total: 0,
    notes: [...own, ...notes, ...relatedNote(related, findings.length > 0)],
  };
}

function nobody(
  index: StoryIndex,
  { name, topic }: { readonly name: string; readonly topic: Topic },
  notes: readonly Note[],
): Part {
  const isPlain = topic.words === '' && !hasLimits(topic);
  const reading = isPlain ? null : readingOf({ name, words: topicWords(index, topic.words), limits: topic });
  return { reading, body: { kind: 'findings', groups: oneGroup([]) }, total: 0, notes };
}
