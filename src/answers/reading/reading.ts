// readingOf(parts): how a request was read, in the order in which readers see it: whose words, on what, on which days, in which outlet,
// only as direct quotations.
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Reading, ReadingPart } from '../answer.ts';
import { limitsOf } from './days.ts';
import type { Limits } from './limits.ts';

interface Read {
  /** Whose words; '' and null: anybody's. */
  readonly name: string | null;
  readonly except?: string | null;
  /** '': anything. */
  readonly words: string;
  readonly limits: Limits;
}

export function readingOf({ name, except = null, words, limits }: Read): Reading {
  const { days, outlet, isDirect } = limits;
  const named = [name ?? '', words].filter((part) => part !== '');
  return [
    ...named.map((part): ReadingPart => ({ kind: 'words', words: part })),
    ...(except === null ? [] : [{ kind: 'except', name: except } as const]),
    ...(days.length === 0 ? [] : [{ kind: 'days', ...limitsOf(days) } as const]),
    ...(outlet === null ? [] : [{ kind: 'outlet', name: outlet } as const]),
    ...(isDirect ? [{ kind: 'direct' } as const] : []),
  ];
}

/** The words of a topic that are looked for, as they were read: names in full, mistyped words corrected, function words left out. */
export function topicWords(index: StoryIndex, words: string): string {
  // "About it" is about anything.
  if (index.tokenize(words).every(({ isStop }) => isStop)) return '';
  return index
    .readQuery(words)
    .concepts.map(({ text, name, corrected }) => name ?? corrected[0] ?? text)
    .join(' ');
}
