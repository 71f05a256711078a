// introducedPeople(passages): who is named in full in an article, by last name, so that "Moss said" is read as Lena Moss where no
// entry of speakers.yaml names her. Two people of one last name make it ambiguous, and it is left as it stands.
import type { Passage, PassageSpan } from '../../domain.ts';
import { TITLE_NOUNS } from '../lexicon.ts';

/** A full name and where it stands first. */
export interface Introduced {
  readonly name: string;
  readonly words: PassageSpan;
}

/** Finds the one person of that last name who is introduced at or before `passageIndex`. */
export type FindIntroduced = (lastName: string, passageIndex: number) => Introduced | undefined;

const FULL_NAME =
  /(?<![\p{L}\p{N}'’-])\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s+\p{Lu}\.)?(?:\s+(?:de|van|von|bin|al|el|der|den|la|ben))?(?:\s+\p{Lu}\p{Ll}[\p{L}'’-]*){1,5}/gu;
const OPENER = /^(?:The|A|An|But|And|On|In|At|For|As|When|While|After|Before|If|So|Yet|Also|Mr|Mrs|Ms|Dr)$/u;

export function introducedPeople(passages: readonly Pick<Passage, 'id' | 'text'>[]): FindIntroduced {
  const byLastName = new Map<string, (Introduced & { readonly index: number })[]>();
  passages.forEach(({ id, text }, index) => {
    for (const match of text.matchAll(FULL_NAME)) {
      const words = match[0].split(/\s+/u);
      // "Deputy Foreign Minister Parviz Danesh": the name begins behind the last title.
      const isTitle = (word: string): boolean => OPENER.test(word) || TITLE_NOUNS.has(word.toLowerCase());
      const skip = words.findLastIndex(isTitle) + 1;
      if (words.length - skip < 2) continue;
      const start = match.index + match[0].indexOf(words[skip] ?? '');
      const name = text.slice(start, match.index + match[0].length).replace(/['’]s?$/u, '');
      const last = (name.split(/\s+/u).at(-1) ?? '').toLowerCase();
      const known = byLastName.get(last) ?? [];
      if (!known.some((other) => other.name === name)) {
        byLastName.set(last, [...known, { name, index, words: { passageId: id, start, end: start + name.length } }]);
      }
    }
  });
  return (lastName, passageIndex) => {
    const found = (byLastName.get(lastName.toLowerCase()) ?? []).filter(({ index }) => index <= passageIndex);
    return found.length === 1 ? found[0] : undefined;
  };
}
