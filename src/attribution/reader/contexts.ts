// What the network is told of a candidate beside the words: how far it lies, and what stands around it. The numbers are part of
// the weights: changing any needs training again.
import { lastOfSentence } from './candidates.ts';
import type { Words } from './words.ts';

/** The decisions about edges, in the order of their weights. */
export const EDGES = ['rightStart', 'rightEnd', 'leftEnd', 'leftStart', 'sourceEnd', 'sourceStart'] as const;
export type Edge = (typeof EDGES)[number];

/** What a decision is about: the cue, the other edge of the same span (or the cue), and what was decided before. */
export interface Asked {
  readonly cue: number;
  readonly reference: number;
  readonly kind: number;
}

const NONE = 23;

/** Class of the distance from `to` to a candidate: 0 to 22, or 23 for the candidate -1. */
export function distanceOf(at: number, to: number): number {
  return at < 0 ? NONE : 11 + (at < to ? -bucket(to - at) : bucket(at - to));
}

/** Distances as twelve classes, wider with distance. */
function bucket(distance: number): number {
  if (distance <= 5) return distance;
  if (distance <= 7) return 6;
  if (distance <= 10) return 7;
  if (distance <= 15) return 8;
  if (distance <= 25) return 9;
  return distance <= 40 ? 10 : 11;
}

/** Class of what stands around a candidate: 0 to 39, 0 for the candidate -1. */
export function contextOf(words: Words, edge: Edge, { cue, reference, kind }: Asked, at: number): number {
  if (at < 0) return 0;
  const sentence = words.sentence[at] as number;
  switch (edge) {
    case 'rightEnd': {
      const passed = Math.min(sentence - (words.sentence[reference] as number), 4);
      const rest = Math.min(lastOfSentence(words, at) - at, 2);
      return 1 + passed + 5 * rest + (at + 1 < words.n && words.quoted[at + 1] ? 15 : 0);
    }
    case 'leftStart': {
      const passed = Math.min((words.sentence[reference] as number) - sentence, 4);
      return 1 + passed + (words.firstOf[sentence] === at ? 5 : 0);
    }
    case 'rightStart': {
      const isNext = at > lastOfSentence(words, cue);
      return 1 + (isNext ? 1 : 0) + (words.opensBehind[cue] === at ? 2 : 0) + 4 * kind;
    }
    case 'leftEnd':
      return 1 + kind + (words.closedBefore[cue] === at ? 7 : 0);
    case 'sourceEnd':
      return 1 + kind;
    case 'sourceStart':
      return 1;
  }
}
