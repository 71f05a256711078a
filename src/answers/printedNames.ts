// inPrintedNames(index, text): names that no article prints, as the articles print them: "Bibi" is looked for as "Netanyahu". Only
// names of speakers.yaml, and never within quotation marks: there the words themselves are looked for.
import type { Passage, Speaker } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';

const QUOTED = /(["“”„«»][^"“”„«»]+["“”„«»])/;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu;
const POSSESSIVE = /['’]s$/;
/** Words of the longest name that is looked up. */
const MOST_WORDS = 4;

export function inPrintedNames(index: StoryIndex, text: string): string {
  const { concepts } = index.readQuery(text);
  const missing = concepts.filter(({ isUnknown, corrected }) => isUnknown || corrected !== null);
  if (missing.length === 0) return text;
  return text
    .split(QUOTED)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : replaced(index, part, new Set(missing.map(({ text: word }) => word.replace(POSSESSIVE, '')))),
    )
    .join('');
}

function replaced(index: StoryIndex, text: string, missing: ReadonlySet<string>): string {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index: start }) => ({ start, end: start + word.length }));
  for (const [at, first] of words.entries()) {
    if (!missing.has(text.slice(first.start, first.end).replace(POSSESSIVE, ''))) continue;
    for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length -= 1) {
      const end = words[at + length - 1]?.end ?? first.end;
      const name = text.slice(first.start, end).replace(POSSESSIVE, '');
      const found = index.story.gazetteer.find(name, index.asOf);
      // Of a full name the articles have at least the last word.
      const printed = found && found.by !== 'name' ? printedName(index, found.speaker) : undefined;
      if (printed === undefined) continue;
      const rest = text.slice(first.start + name.length);
      return `${text.slice(0, first.start)}${printed}${replaced(index, rest, missing)}`;
    }
  }
  return text;
}

/** The name or alias that most passages have; the shorter of two. */
function printedName(index: StoryIndex, { name, aliases }: Speaker): string | undefined {
  const [best] = [name, ...aliases]
    .map((one) => ({ one, count: passagesWith(index, one).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.one.length - b.one.length);
  return best?.one;
}

function passagesWith(index: StoryIndex, words: string): readonly Passage[] {
  const stems = index.tokenize(words).flatMap(({ stem, isStop }) => (isStop ? [] : [stem]));
  return stems.length === 0 ? [] : index.passagesHaving(stems);
}
