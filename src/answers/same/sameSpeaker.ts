// isSameSpeaker(a, b): whether two articles give words to the same source, as far as their own words tell. An unnamed source is the
// same only in the same words and number, and only together with quoted words that are the same: see likeness.ts.
import type { Statement } from '../../domain.ts';
import { editDistance } from '../../editDistance.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';

export interface Who {
  /** entry: in speakers.yaml. named: by a name without an entry. unnamed: "a senior official". */
  readonly kind: 'entry' | 'named' | 'unnamed';
  /** Speakers that may be the same have the same. */
  readonly key: string;
  /** The words of the name, folded, without function words; none of an entry, which its id tells. */
  readonly words: readonly string[];
}

export function readWho(index: StoryIndex, { speaker }: Statement): Who {
  if (speaker.speakerId !== null) return { kind: 'entry', key: `@${speaker.speakerId}`, words: [] };
  const words = wordsOf(index, speaker.name);
  if (!speaker.isNamed) return { kind: 'unnamed', key: `~${words.at(-1) ?? ''}`, words };
  return { kind: 'named', key: `:${words.at(-1)?.slice(0, LETTERS_OF_KEY) ?? ''}`, words };
}

/** Names are compared again and again: the words of each are kept as long as the index is. */
const known = new WeakMap<StoryIndex, Map<string, readonly string[]>>();

function wordsOf(index: StoryIndex, name: string): readonly string[] {
  let names = known.get(index);
  if (!names) {
    names = new Map();
    known.set(index, names);
  }
  let words = names.get(name);
  if (!words) {
    words = index.tokenize(name).flatMap(({ word, isStop }) => (isStop ? [] : [word]));
    names.set(name, words);
  }
  return words;
}

/** Transliterations of a name begin alike: Araghchi, Araqchi. */
const LETTERS_OF_KEY = 3;

export function isSameSpeaker(a: Who, b: Who): boolean {
  if (a.kind !== b.kind || a.key !== b.key) return false;
  if (a.kind === 'entry') return true;
  if (a.words.length === 0 || b.words.length === 0) return false;
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  // "officials" are several: the last word, which is the key, has its number.
  if (a.kind === 'unnamed') return short.every((word) => long.includes(word));
  // "Moss" is "Lena Moss"; "Lisa Moss" is not.
  return short.every((word, at) => isSameName(word, long[long.length - short.length + at] ?? ''));
}

function isSameName(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length) < 5 ? 0 : Math.min(a.length, b.length) < 8 ? 1 : 2;
  return a === b || editDistance(a, b, most) <= most;
}
