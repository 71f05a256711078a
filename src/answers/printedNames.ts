// inPrintedNames(index, text): names that no article prints, as the articles print them: "Bibi" is looked for as "Netanyahu". Only
// names of speakers.yaml, and never within quotation marks: there the words themselves are looked for.
import type { Speaker } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Token } from '../search/tokens.ts';

interface Unprinted {
  readonly words: readonly string[];
  /** What the articles print instead. */
  readonly printed: string;
}

const QUOTED = /(["“”„«»][^"“”„«»]+["“”„«»])/;
const known = new WeakMap<StoryIndex, readonly Unprinted[]>();

export function inPrintedNames(index: StoryIndex, text: string): string {
  const names = unprintedNames(index);
  if (names.length === 0) return text;
  const parts = text.split(QUOTED);
  return parts.map((part, at) => (at % 2 === 1 ? part : replaced(index, part, names))).join('');
}

function replaced(index: StoryIndex, text: string, names: readonly Unprinted[]): string {
  const tokens = index.tokenize(text);
  let end = 0;
  let result = '';
  for (let at = 0; at < tokens.length; at += 1) {
    const name = names.find(({ words }) => words.every((word, offset) => tokens[at + offset]?.word === word));
    const first = tokens[at];
    const last = tokens[at + (name?.words.length ?? 0) - 1];
    if (!name || !first || !last) continue;
    const possessive = /['’]s$/.exec(text.slice(last.start, last.end))?.[0] ?? '';
    result += `${text.slice(end, first.start)}${name.printed}${possessive}`;
    end = last.end;
    at += name.words.length - 1;
  }
  return result + text.slice(end);
}

/** Longest first. Kept as long as the index is: a question should not look through every name. */
function unprintedNames(index: StoryIndex): readonly Unprinted[] {
  const kept = known.get(index);
  if (kept) return kept;
  const names = index.story.gazetteer.speakers.flatMap((speaker) => unprintedOf(index, speaker));
  const found = names.sort((a, b) => b.words.length - a.words.length);
  known.set(index, found);
  return found;
}

/** Aliases, and offices that the speaker holds; of a full name the articles have at least the last word. */
function unprintedOf(index: StoryIndex, speaker: Speaker): Unprinted[] {
  const printed = printedName(index, speaker);
  if (printed === undefined) return [];
  return [...speaker.aliases, ...speaker.roles.flatMap(({ title, names }) => [title, ...names])].flatMap((name) => {
    const isMeant = index.story.gazetteer.find(name, index.asOf)?.speaker.id === speaker.id;
    const words = wordsOf(index.tokenize(name));
    return isMeant && words.length > 0 && passagesWith(index, name) === 0 ? [{ words, printed }] : [];
  });
}

/** The name or alias that most passages have; the shorter of two. */
function printedName(index: StoryIndex, { name, aliases }: Speaker): string | undefined {
  const [best] = [name, ...aliases]
    .map((one) => ({ one, count: passagesWith(index, one) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.one.length - b.one.length);
  return best?.one;
}

function passagesWith(index: StoryIndex, words: string): number {
  const stems = index.tokenize(words).flatMap(({ stem, isStop }) => (isStop ? [] : [stem]));
  return stems.length === 0 ? 0 : index.passagesHaving(stems).length;
}

function wordsOf(tokens: readonly Token[]): string[] {
  const words = tokens.map(({ word }) => word);
  return words[0] === 'the' ? words.slice(1) : words;
}
