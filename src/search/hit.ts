// What a search gives: a passage or a statement that has some of a question, where its words stand, and what it lacks.
import type { Passage, PassageId, Span } from '../domain.ts';
import type { Wanted } from './passageFeatures.ts';
import type { Factors, TextMatch } from './rank.ts';
import type { Token } from './tokens.ts';

/** How a text matches. `matched` are spans of the passage `passageId`: of a statement that goes on in other passages, the best. */
export interface PlacedMatch extends TextMatch {
  readonly passageId: PassageId;
}

/** A text that matches a query at least in part. */
export interface Hit<Item> {
  readonly item: Item;
  readonly passageId: PassageId;
  readonly score: number;
  readonly factors: Factors;
  readonly matched: readonly Span[];
  /** Negations of the text that turn round what the question does not. */
  readonly opposed: readonly Token[];
}

/** A passage that has some of a question. */
export interface PassageHit {
  readonly item: Passage;
  readonly score: number;
  /** The share of the question that it speaks of. */
  readonly coverage: number;
  /** Matched words in the order of the text; looked for when asked. */
  matched(): readonly Span[];
  /** True when it has enough of the question to answer it, whatever it denies. */
  readonly isOnTopic: boolean;
  /** The same where whoever the question asks about says something of it there, for which less is enough. */
  readonly isOnOwnTopic: boolean;
  /** True when it answers, false when it only has some of the words, or does not deny what the question denies. */
  readonly isAnswer: boolean;
  readonly parts: PassageParts;
}

/** What a passage's score is made of. */
export interface PassageParts {
  /** In the order of FEATURES. */
  readonly features: Float64Array;
  readonly wanted: Wanted;
  /** At most 0: for words that the question denies and the passage does not. */
  readonly denied: number;
  /** At least 0: for quoted strings that stand in it. */
  readonly phrase: number;
}

export function hitOf<Item>(item: Item, match: PlacedMatch, score: number): Hit<Item> {
  const { passageId, factors, matched, opposed } = match;
  return { item, passageId, score, factors, matched, opposed };
}
