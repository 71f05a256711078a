// sideOf(index, statement): for whom somebody speaks: the government or body of their office on that day, else they themselves. An unnamed
// source is on the side that its own words name ("Israeli sources"), where they name one alone.
import type { Speaker, SpeakerId, Statement } from '../../domain.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import { dayOf } from '../findings.ts';

/** speaker: `key` is the same for all of one side. unnamed: nobody knows whose. unspoken: nobody says it. */
export type Side =
  | { readonly kind: 'speaker'; readonly key: string; readonly name: string }
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'unspoken' };

export function sideOf(index: StoryIndex, statement: Statement): Side {
  const { speakerId, name, isNamed } = statement.speaker;
  if (speakerId !== null) return sideOfSpeaker(index, speakerId, statement);
  if (isNamed) return { kind: 'speaker', key: `: ${name.toLowerCase()}`, name };
  const named = sideNamedIn(index, name);
  return named ? { kind: 'speaker', key: named.id, name: named.name } : { kind: 'unnamed' };
}

function sideOfSpeaker(index: StoryIndex, id: SpeakerId, statement: Statement): Side {
  const { gazetteer } = index.story;
  const on = dayOf(index, statement);
  const seen = new Set<SpeakerId>();
  let last = id;
  for (let next: SpeakerId | null = id; next !== null && !seen.has(next); ) {
    seen.add(next);
    last = next;
    next = gazetteer.roleOn(next, on)?.speaksFor ?? gazetteer.get(next).speaksFor;
  }
  return { kind: 'speaker', key: last, name: gazetteer.get(last).name };
}

/** Words that name a side, in order. */
interface SideWords {
  readonly words: readonly string[];
  readonly side: SpeakerId;
}

const known = new WeakMap<StoryIndex, readonly SideWords[]>();

/** The one government or body that a source's own words name; undefined where they name none, or several. */
function sideNamedIn(index: StoryIndex, name: string): Speaker | undefined {
  const words = wordsOf(index, name);
  const sides = new Set(
    sideWords(index)
      .filter(({ words: own }) => words.some((_, at) => own.every((word, more) => words[at + more] === word)))
      .map(({ side }) => side),
  );
  const [only, other] = sides;
  return only !== undefined && other === undefined ? index.story.gazetteer.get(only) : undefined;
}

/** Names of governments and of bodies that speak for nobody, "Iranian" of "Iranian President", and what is whose office. */
function sideWords(index: StoryIndex): readonly SideWords[] {
  const kept = known.get(index);
  if (kept) return kept;
  const { speakers, get } = index.story.gazetteer;
  const topOf = (id: SpeakerId): SpeakerId => {
    const seen = new Set<SpeakerId>();
    let last = id;
    for (let next: SpeakerId | null = id; next !== null && !seen.has(next); next = get(next).speaksFor) {
      seen.add(next);
      last = next;
    }
    return last;
  };
  const found = speakers.flatMap(({ id, kind, name, aliases, roles }): SideWords[] => {
    const isBody = kind === 'government' || kind === 'body' || kind === 'office';
    const own = isBody ? [name, ...aliases].map((one) => ({ words: wordsOf(index, one), side: topOf(id) })) : [];
    const offices = roles.flatMap(({ title, speaksFor }) =>
      speaksFor === null ? [] : [{ words: wordsOf(index, title).slice(0, 1), side: topOf(speaksFor) }],
    );
    return [...own, ...offices];
  });
  const words = found.filter((one) => one.words.length > 0);
  known.set(index, words);
  return words;
}

function wordsOf(index: StoryIndex, text: string): string[] {
  return index.tokenize(text).flatMap(({ word, isStop }) => (isStop ? [] : [word]));
}
