// saysNothing(reading): what the trained reader takes for a statement and a reader would not: "the storm claimed four lives",
// "reporters were told", "it is said", "according to plan", "all told".
import type { CueSense, Span } from '../../domain.ts';
import { NOTHING } from '../content.ts';
import type { Reading } from '../reader/reader.ts';

const DENIED = /\b(?:not|never|nobody)\b|n['’]t\b/iu;
/** Nobody, or a pronoun of a clause ("who asked not to be named") that leads to no one by itself. */
const NOBODY = /^(?:neither|nobody|no one|none|nothing)\b|^(?:who|which|that|whom|all)$/iu;
/** Whoever stands before "was told" was told, and did not tell. */
const PASSIVE = /\b(?:is|are|was|were|be|been|being)\b/iu;
const DONE_TO = new Set('told asked said denied warned informed reminded urged advised assured reported'.split(' '));
/** "According to plan" names nobody. */
const NO_AUTHORITY = /^(?:plan|schedule|custom|tradition|type|size|need|rank|age|their size|its size)$/iu;
/** "Claimed four lives". */
const TAKEN = /^(?:\p{L}+\s+){0,3}(?:lives|life|victims)\b/u;

interface Meaning {
  readonly sense: CueSense;
  readonly isQuoted: boolean;
  /** The passage's text, and the same with double-quoted words masked. */
  readonly text: string;
  readonly masked: string;
}

export function saysNothing(reading: Reading, source: Span, { sense, isQuoted, text, masked }: Meaning): boolean {
  const cue = masked.slice(reading.cue.start, reading.cue.end);
  const who = text.slice(source.start, source.end);
  const says = text.slice(reading.content[0]?.start, reading.content[0]?.end);
  if (!/\p{L}/u.test(who) || NOBODY.test(who) || NOTHING.test(says) || DENIED.test(cue)) return true;
  // "citing" names a source, not what was said.
  if (/^(?:citing|quoting)$/u.test(reading.cueWord)) return true;
  if (DONE_TO.has(reading.cueWord) && PASSIVE.test(cue) && source.start < reading.cue.start) return true;
  if (sense === 'according') return NO_AUTHORITY.test(who);
  if (isQuoted) return false;
  // "Was quoted a price"; "was quoted as saying" has a rule of its own.
  if (/^(?:quoted|cited)$/u.test(reading.cueWord) && PASSIVE.test(cue)) return true;
  // "The clock above the kiln told the hour": what was told stands behind a comma before who told it.
  const isBefore = ({ end }: Span): boolean => end < source.start && !text.slice(end, source.start).trim();
  if (sense === 'told' && reading.content.every(isBefore)) return true;
  // Two words ("dismissed the remarks") say nothing that could be quoted.
  if (sense === 'rejected') return says.trim().split(/\s+/u).length < 3;
  if (sense === 'claimed') return TAKEN.test(says);
  // "Called on an old friend" is a visit.
  return /^call\p{Ll}* on$/iu.test(cue) && !/\bto\s/u.test(says);
}
