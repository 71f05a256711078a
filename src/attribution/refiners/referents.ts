// createReferents(): what "the official", "the foreign minister", "the two allies" may point back to in an article: sources that have
// spoken and people who are named with an office. Nearest first: the paragraph, the one before, the whole article; where two
// different ones fit in the nearest of these that has any, the description stays open.
import type { PassageSpan, Resolution, SpeakerId } from '../../domain.ts';
import { fitsLabel, headsFor, type Label } from '../cast/labels.ts';

/** Somebody who can be taken up again. */
export interface Referent {
  readonly speakerId: SpeakerId | null;
  readonly name: string;
  readonly isNamed: boolean;
  /** The words that a description points back to. */
  readonly words: PassageSpan;
  /** speaker-before: they have spoken. office-before: they are named with an office. */
  readonly reason: NonNullable<Resolution['reason']>;
}

/** A place in an article: which passage, from 0, and where in it. */
export interface Place {
  readonly passage: number;
  readonly start: number;
}

export interface Referents {
  /** To be called in the order of the text. */
  add(label: Label, referent: Referent, place: Place): void;
  /** The one referent before `place` that the description fits. */
  find(description: Label, place: Place): Referent | undefined;
}

interface Entry extends Place {
  readonly label: Label;
  readonly referent: Referent;
}

/** Referents kept for a noun, the latest ones: more than one is rarely unique, and look-ups stay as fast at the end of an article. */
const MOST_KEPT = 12;

export function createReferents(): Referents {
  const byHead = new Map<string, Entry[]>();
  return {
    add(label, referent, place) {
      const entry = { label, referent, ...place };
      for (const head of headsFor(label.head)) {
        const known = byHead.get(head) ?? [];
        const others = known.filter(
          (other) =>
            other.label.head !== label.head || keyOf(other.referent) !== keyOf(referent) || !isSame(other.label, label),
        );
        byHead.set(head, [...others, entry].slice(-MOST_KEPT));
      }
    },
    find(description, place) {
      const fitting = (byHead.get(description.head) ?? []).filter(
        (entry) => isBefore(entry, place) && fitsLabel(description, entry.label),
      );
      const near = [place.passage, place.passage - 1, 0].map((from) =>
        fitting.filter(({ passage }) => passage >= from),
      );
      const nearest = near.find((entries) => entries.length > 0) ?? [];
      const last = nearest.at(-1)?.referent;
      if (last === undefined) return undefined;
      return nearest.every(({ referent }) => keyOf(referent) === keyOf(last)) ? last : undefined;
    },
  };
}

function keyOf({ speakerId, name }: Referent): string {
  return speakerId ?? `: ${name.toLowerCase()}`;
}

function isSame(a: Label, b: Label): boolean {
  return `${a.modifiers}` === `${b.modifiers}`;
}

function isBefore(entry: Place, place: Place): boolean {
  return entry.passage < place.passage || (entry.passage === place.passage && entry.start < place.start);
}
