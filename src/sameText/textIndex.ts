// createTextIndex(): finds the text that is the same as a given one among many, by the runs of words that they share. Of long texts every eighth run
// is looked up, which leads to those that may be the same; these are compared by all their runs.
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { sharedText } from './sharedText.ts';

export interface SameText {
  readonly id: string;
  /** Of the shorter text, by runs of words, between 0 and 1. */
  readonly share: number;
}

export interface TextIndex {
  /** In place of what was added under this id before. */
  add(id: string, paragraphs: readonly string[]): void;
  remove(id: string): void;
  /** The one that shares most; of several alike that with the first id. Null: there is none. The same in whatever order texts were added. */
  find(paragraphs: readonly string[]): SameText | null;
}

/** One in so many runs, and the number up to which all are looked up. */
const SAMPLED = 8;
const ALL_UP_TO = 128;
/**
 * Share of a text's runs, by the sample, that another must have to be compared: what is the same has a third of the longer one's at least, and a
 * sample of a hundred is wrong by half of that in one of ten thousand.
 */
const LEAST_IN_SAMPLE = 0.15;
/** Texts that are compared run by run, those with most in common first. */
const MOST_COMPARED = 64;

interface Entry {
  readonly id: string;
  readonly text: Fingerprint;
}

export function createTextIndex(): TextIndex {
  const slots: (Entry | undefined)[] = [];
  const free: number[] = [];
  const slotOf = new Map<string, number>();
  /** Most runs stand in one text: a number takes less than a list. */
  const places = new Map<number, number | number[]>();

  const remove = (id: string): void => {
    const slot = slotOf.get(id);
    const entry = slot === undefined ? undefined : slots[slot];
    if (slot === undefined || !entry) return;
    for (const run of sampleOf(entry.text)) takeOut(places, run, slot);
    slots[slot] = undefined;
    slotOf.delete(id);
    free.push(slot);
  };

  return {
    remove,
    add(id, paragraphs) {
      remove(id);
      const slot = free.pop() ?? slots.length;
      const text = fingerprintOf(paragraphs);
      slots[slot] = { id, text };
      slotOf.set(id, slot);
      for (const run of sampleOf(text)) putIn(places, run, slot);
    },
    find(paragraphs) {
      const text = fingerprintOf(paragraphs);
      let best: SameText | null = null;
      for (const slot of likeliest(places, text, slots)) {
        const entry = slots[slot];
        const share = entry ? sharedText(text, entry.text) : null;
        if (!entry || share === null) continue;
        if (best === null || share > best.share || (share === best.share && entry.id < best.id)) {
          best = { id: entry.id, share };
        }
      }
      return best;
    },
  };
}

function sampleOf({ runs }: Fingerprint): Uint32Array {
  return runs.length <= ALL_UP_TO ? runs : runs.filter((run) => run % SAMPLED === 0);
}

function likeliest(
  places: ReadonlyMap<number, number | number[]>,
  text: Fingerprint,
  slots: readonly (Entry | undefined)[],
): number[] {
  const shared = new Map<number, number>();
  for (const run of sampleOf(text)) {
    const found = places.get(run) ?? [];
    for (const slot of typeof found === 'number' ? [found] : found) shared.set(slot, (shared.get(slot) ?? 0) + 1);
  }
  const least = (LEAST_IN_SAMPLE * text.runs.length) / SAMPLED;
  const idOf = (slot: number): string => slots[slot]?.id ?? '';
  return [...shared]
    .filter(([, runs]) => runs >= least)
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || (idOf(a) < idOf(b) ? -1 : 1))
    .slice(0, MOST_COMPARED)
    .map(([slot]) => slot);
}

function putIn(places: Map<number, number | number[]>, run: number, slot: number): void {
  const found = places.get(run);
  if (found === undefined) places.set(run, slot);
  else if (typeof found === 'number') places.set(run, [found, slot]);
  else found.push(slot);
}

function takeOut(places: Map<number, number | number[]>, run: number, slot: number): void {
  const found = places.get(run);
  if (typeof found === 'number' || found === undefined) {
    places.delete(run);
    return;
  }
  const [first, ...others] = found.filter((one) => one !== slot);
  if (first === undefined) places.delete(run);
  else places.set(run, others.length === 0 ? first : [first, ...others]);
}
