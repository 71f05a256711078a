// Where somebody who says nothing is mentioned, under any name, and who speaks for the same side: what is left to tell
// when there is no statement.
import type { Passage, Speaker, Statement } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Token } from '../search/tokens.ts';
import type { Note } from './answer.ts';
import { isOutermost } from './findings.ts';
import { notesOn } from './matching.ts';

/** Passages named in one note. More would hide them. Chosen by eye. */
const MOST_MENTIONS = 5;

/** "the Pentagon", "the U.S. government": a name as it stands in a sentence, where articles print it so or it ends in a noun. */
export function inProse(index: StoryIndex, name: string): string {
  const speaker = index.story.gazetteer.find(name, index.asOf)?.speaker;
  if (!speaker || speaker.kind === 'person' || speaker.name !== name || /^(?:the|an?)\s/iu.test(name)) return name;
  const isNoun = /\s\p{Ll}+$/u.test(name) && !/['’]s?\s/u.test(name);
  const stems = index.tokenize(name).flatMap(({ stem, isStop }) => (isStop ? [] : [stem]));
  const isPrinted = (): boolean => index.passagesHaving(stems).some(({ text }) => text.includes(`the ${name}`));
  return isNoun || isPrinted() ? `the ${name}` : name;
}

/** Of a speaker with an entry: by name, alias and office. */
export function mentionsOf(index: StoryIndex, speaker: Speaker): Note[] {
  const { gazetteer } = index.story;
  const names = [speaker.name, ...speaker.aliases, ...speaker.roles.flatMap((role) => [role.title, ...role.names])];
  const passages = passagesWith(index, names, (name, passage) => {
    const on = index.findArticle(passage.articleId)?.publishedOn ?? index.asOf;
    return gazetteer.find(name, on)?.speaker.id === speaker.id;
  });
  return mentionNote(inProse(index, speaker.name), passages);
}

/** Of anybody else: by the words of the name, side by side. */
export function mentionsOfName(index: StoryIndex, name: string): Note[] {
  const query = index.readQuery(name);
  if (query.concepts.some((concept) => concept.isUnknown)) return notesOn(query);
  return mentionNote(
    name,
    passagesWith(index, [name], () => true),
  );
}

/** Speakers with statements whose name holds the last name ("Netanyahu's office"), then those of the same side. */
export function relatedSpeakers(index: StoryIndex, speaker: Speaker): Speaker[] {
  const { gazetteer } = index.story;
  const lastName = index.tokenize(speaker.name).at(-1)?.word ?? '';
  const side = gazetteer.roleOn(speaker.id, index.asOf)?.speaksFor ?? speaker.speaksFor ?? speaker.id;
  const ids = new Set(index.speakerIds());
  ids.delete(speaker.id);
  const others = [...ids].map((id) => gazetteer.get(id));
  const isNamesake = ({ name }: Speaker): boolean => index.tokenize(name).some(({ word }) => word === lastName);
  const sameSide = others.filter((other) => !isNamesake(other) && gazetteer.isOnSideOf(other.id, side, index.asOf));
  return [...(speaker.kind === 'person' ? others.filter(isNamesake) : []), ...sameSide];
}

/** Their statements, in the order of the speakers. */
export function statementsOf(index: StoryIndex, speakers: readonly Speaker[]): Statement[] {
  return speakers.flatMap(({ id }) => index.statementsBy(id).filter(isOutermost));
}

/** `areShown`: statements of theirs follow as nearest. */
export function relatedNote(speakers: readonly Speaker[], areShown: boolean): Note[] {
  return speakers.length === 0 ? [] : [{ kind: 'related-speakers', names: speakers.map(({ name }) => name), areShown }];
}

/** Passages with one of the names, side by side, that means whom it should there. */
function passagesWith(
  index: StoryIndex,
  names: readonly string[],
  isMeant: (name: string, passage: Passage) => boolean,
): Passage[] {
  const content = (tokens: readonly Token[]): Token[] => tokens.filter(({ isStop }) => !isStop);
  const wanted = names
    .map((name) => ({ name, words: content(index.tokenize(name)) }))
    .filter(({ words }) => words.length > 0);
  const found = wanted.flatMap(({ name, words }) =>
    index
      .passagesHaving(words.map(({ stem }) => stem))
      .filter((passage) => standsIn(words, content(index.tokensOf(passage))) && isMeant(name, passage)),
  );
  const ids = new Set(found.map(({ id }) => id));
  return ids.size === 0 ? [] : index.shownPassages().filter(({ id }) => ids.has(id));
}

/** The words side by side, as they are or with other endings. */
function standsIn(words: readonly Token[], tokens: readonly Token[]): boolean {
  const isAt = (at: number, key: 'word' | 'stem'): boolean =>
    words.every((word, offset) => tokens[at + offset]?.[key] === word[key]);
  return tokens.some((_, at) => isAt(at, 'word') || isAt(at, 'stem'));
}

function mentionNote(name: string, passages: readonly Passage[]): Note[] {
  if (passages.length === 0) return [];
  return [{ kind: 'mentioned-only', name, passages: passages.slice(0, MOST_MENTIONS).map(({ id }) => id) }];
}
