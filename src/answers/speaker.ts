// `speaker <name> [about <topic>]`: what one speaker said, newest first. A government's own statements come with those
// of the people who speak for it; somebody who is only mentioned has said nothing here.
import type { Speaker, Statement } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Finding, Note } from './answer.ts';
import { isBy, readSpeaker } from './filters.ts';
import { findingOf, isOutermost, newestStatementsFirst, oneGroup } from './findings.ts';
import { notesOn, PASSAGE_COVERAGE } from './matching.ts';

type Part = Omit<Answer, 'request' | 'searched'>;

export function answerSpeaker(index: StoryIndex, name: string, about: string | null): Part {
  const { speaker, notes } = readSpeaker(index, name);
  if (!speaker) return withoutEntry(index, name, about);
  const part = aboutSpeaker(index, speaker, about, 'newest first');
  return { ...part, notes: [...notes, ...part.notes] };
}

/** The statements of a speaker's side, on a topic if one is given; nothing found is said with what the speaker is in the corpus. */
export function aboutSpeaker(
  index: StoryIndex,
  speaker: Speaker,
  about: string | null,
  order: 'newest first' | 'topic first',
): Part {
  const own = index.statements().filter((statement) => isOutermost(statement) && isBy(index, statement, speaker));
  const { findings, notes } = onTopic(index, own, about, order);
  const empty: Note[] =
    own.length === 0
      ? [{ kind: 'no-statements-by', name: speaker.name }, ...mentions(index, speaker.name)]
      : [{ kind: 'nothing', what: 'statement' }];
  return {
    reading: [speaker.name, ...topicWords(index, about)].join(' · '),
    body: { kind: 'findings', groups: oneGroup(findings) },
    total: findings.length,
    notes: [...(findings.length === 0 ? empty : []), ...notes],
  };
}

/** A topic as it is searched: "about the carrier?" is "carrier". */
function topicWords(index: StoryIndex, topic: string | null): string[] {
  const words = topic === null ? [] : index.readQuery(topic).concepts.map(({ text }) => text);
  return words.length === 0 ? [] : [words.join(' ')];
}

/** Statements on a topic, as findings; every statement when there is no topic. */
export function onTopic(
  index: StoryIndex,
  statements: readonly Statement[],
  topic: string | null,
  order: 'newest first' | 'topic first',
): { findings: Finding[]; notes: Note[] } {
  const sorted = [...statements].sort(newestStatementsFirst(index));
  const query = topic === null ? null : index.readQuery(topic);
  if (query === null || query.concepts.length === 0) {
    return { findings: sorted.map((statement) => findingOf(index, statement)), notes: [] };
  }
  const findings = sorted.flatMap((statement) => {
    const match = index.matchStatement(query, statement, 'setting');
    if (match.factors.coverage < PASSAGE_COVERAGE) return [];
    const factors = { bm25: 0, ...match.factors };
    return [findingOf(index, statement, { matched: match.matched, score: match.factors.coverage, factors })];
  });
  // A stable sort: findings of equal score stay newest first.
  if (order === 'topic first') findings.sort((a, b) => b.score - a.score);
  return { findings, notes: notesOn(query) };
}

/** Somebody without an entry in speakers.yaml: statements whose source has the name, word by word. */
function withoutEntry(index: StoryIndex, name: string, about: string | null): Part {
  const wanted = index.tokenize(name).map((token) => token.word);
  const own = index.statements().filter((statement) => {
    if (!isOutermost(statement) || statement.speaker.speakerId !== null || wanted.length === 0) return false;
    const words = index.tokenize(statement.speaker.name).map((token) => token.word);
    return wanted.every((word) => words.includes(word));
  });
  const { findings, notes } = onTopic(index, own, about, 'newest first');
  const unknown: Note[] = [{ kind: 'unknown-speaker', name, nearest: null }, ...mentions(index, name)];
  return {
    reading: about === null ? null : `${name} · ${about}`,
    body: { kind: 'findings', groups: oneGroup(findings) },
    total: findings.length,
    notes: [...(findings.length === 0 ? unknown : []), ...notes],
  };
}

/** Where somebody who says nothing is mentioned. */
function mentions(index: StoryIndex, name: string): Note[] {
  const query = index.readQuery(name);
  if (query.concepts.some((concept) => concept.isUnknown)) return notesOn(query);
  const hits = index.searchPassages(query).filter((hit) => hit.missing.length === 0);
  if (hits.length === 0) return [];
  return [{ kind: 'mentioned-only', name, passages: hits.slice(0, 5).map((hit) => hit.item.id) }];
}
