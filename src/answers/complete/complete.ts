// createCompletions(index): what somebody may be about to type, from the corpus. Every value, put into a request, has an answer with findings.
import type { StoryIndex } from '../../search/storyIndex.ts';
import { type Choice, type Completable, fitting, type Offers, type Room } from './choices.ts';
import { dateOffers } from './days.ts';
import { outletOffers, speakerOffers } from './names.ts';
import { passageOffers } from './passages.ts';
import { quotationOffers, wordsOffers } from './sayings.ts';
import { topicOffers } from './topics.ts';

export interface Completions {
  /** The best first; for '' what is asked about most, or the newest. */
  complete(what: Completable, typed: string, room: Room): readonly Choice[];
  /** Makes beforehand what the first completions need, a few milliseconds a step. */
  prepare(): Iterable<void>;
}

/** Longer texts complete nothing. UTF-16 units. */
const MOST_TYPED = 300;

export function createCompletions(index: StoryIndex): Completions {
  const offers: Readonly<Record<Completable, Offers>> = {
    speaker: speakerOffers(index),
    outlet: outletOffers(index),
    topic: topicOffers(index),
    words: wordsOffers(index),
    quotation: quotationOffers(index),
    passage: passageOffers(index),
    date: dateOffers(index),
  };
  return {
    complete: (what, typed, room) => fitting(offers[what].offer(typed.slice(0, MOST_TYPED), room), room),
    *prepare() {
      for (const one of Object.values(offers)) yield* one.steps();
    },
  };
}
