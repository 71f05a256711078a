// saysNothing(reading): what the trained reader takes for a statement and a reader would not: "the storm claimed four lives",
// "reporters were told", "it is said", "according to plan", "all told".
import type { CueSense, Span } from '../../domain.ts';
import { LETTER, pattern } from '../../patterns.ts';
import { NOTHING } from '../content.ts';
import { findSense } from '../lexicon.ts';
import type { Reading } from '../reader/reader.ts';
import { antecedentOf } from '../relative.ts';

const DENIED = /\b(?:not|never|nobody)\b|n['’]t\b/i;
/** Nobody, or a pronoun of a clause that leads to no one by itself. */
const NOBODY =
  /^(?:neither|nobody|no one|none|nothing)\b|^(?:which|that|whom|all|having|when(?:ever)?|while|so|because|(?:al)?though|like|other words)$/i;
/** Whoever stands before "was told" was told, and did not tell. */
const PASSIVE = /\b(?:is|are|was|were|be|been|being)\b/i;
const DONE_TO = new Set('told asked said denied warned informed reminded urged advised assured reported'.split(' '));
/** What somebody was asked or told, up to what they answered. */
const ANSWERED = pattern(
  String.raw`^\s+(?:about|by|whether|if|why|how|what|when|where|of)\b[^.!?·]*,\s+(?:\p{Ll}+ly\s+)?(?:said|says|replied|answered|responded|added|told)\b`,
  'u',
);
/** "According to plan" names nobody. */
const NO_AUTHORITY = /^(?:plan|schedule|custom|tradition|type|size|need|rank|age|their size|its size)$/i;
/** "Declined to say", "nobody expected him to say": it was not said. */
const UNSAID = pattern(
  String.raw`\b(?:declin|refus|fail|decid|expect|want|hope|plan|forg[eo]t|neglect|hesitat|prepar|agree|promis|bother|yet)\p{Ll}*\s+(?:[\p{L}’'.-]+\s+){0,3}to\s+$`,
  'u',
);
/** "Without saying", "stopped short of saying", "was convicted of saying": it was not said, or somebody else says that it was. */
const UNSAID_ING = pattern(
  String.raw`\b(?:of|for|from|without|into|to|avoid\p{Ll}*|stopp?\p{Ll}*|misquoted as|denie[sd]|deny|denying)\s+(?:having\s+)?$`,
  'i',
);
/** "Whether Varga said", "no evidence that Varga said", "if Varga said": nobody is shown to have said it. */
const OPEN =
  /(?:\b(?:whether|if|suppose|imagine|unless|did|denie[sd]|what|contrary to what)|\b(?:evidence|proof|rumou?rs?|claims?|suggestions?|thought|dream(?:ed|t)|doubts?|doubted|pretended|imagined) that)\s+$/i;
/** "Varga might say". */
const MODAL = /\b(?:might|may|could|should|would|will|ought|must)\b/i;
/** Who reads, shares or wears words is not who wrote them. */
const RELAYS = /^(?:retweeted|retweets|wore|liked)$/i;
/** "Lena Moss, whose rival [Varga]": the source of another clause. */
const OTHERS = pattern(String.raw`\b(?:whose|whom)\s+(?:\S+\s+){0,4}\p{Lu}\S*$`, 'u');
/** "[That] they sleep", "[to] light the lamps", "it [was] late": what is added, written, told or noted is a clause. */
const CLAUSE = pattern(
  String.raw`^(?:that|to|how|why|what|whether|if|when|not to)\b|\b(?:is|are|was|were|am|be|been|has|have|had|will|would|could|can|should|may|might|must|do|does|did|\p{L}+n['’]t|['’](?:s|re|ve|ll|d|m)|\p{Ll}{2,}ed|(?:he|she|they|it|we|I|there)\s+\p{L}+|\p{Ll}+(?:ought|ook|ent|ame|aid|old|eld))\b`,
);
const WITH_CLAUSE: ReadonlySet<CueSense> = new Set(['added', 'wrote', 'told']);
/** A word alone that says nothing: "who said it". And "reports said the dam …", of which "reports" was taken for the cue. */
const BARE = /^(?:(?:it|that|this|them|whom|who|which)[.?!]?$|(?:said|says)\s)/i;
/** "Described by Moss", not "said by telephone". */
const BY_SOMEBODY = /^\s+by\s(?!(?:tele)?phone|e-?mail|video|text|satellite|letter)/u;
/** "Three [confirmed] orders". */
const ADJECTIVE =
  /(?:^|\s)(?:an?|the|this|that|these|those|his|her|its|their|our|my|no|two|three|four|five|six|many|several|some|\d+)\s+$/i;
/** "Claimed four lives". */
const TAKEN = pattern(String.raw`^(?:\p{L}+\s+){0,3}(?:lives|life|victims)\b`);

interface Meaning {
  readonly sense: CueSense;
  readonly isQuoted: boolean;
  /** The passage's text, and the same with double-quoted words masked. */
  readonly text: string;
  readonly masked: string;
}

/** A reading with the words that the checks look at. */
interface Look extends Meaning {
  readonly reading: Reading;
  readonly source: Span;
  readonly cue: string;
  readonly who: string;
  /** The first part of the content, and all of them. */
  readonly says: string;
  readonly parts: readonly string[];
  /** Up to 60 characters before the cue. */
  readonly before: string;
}

export function saysNothing(reading: Reading, source: Span, meaning: Meaning): boolean {
  const { text, masked, sense, isQuoted } = meaning;
  const parts = reading.content.map((span) => text.slice(span.start, span.end));
  const look: Look = {
    sense,
    isQuoted,
    text,
    masked,
    reading,
    source,
    cue: masked.slice(reading.cue.start, reading.cue.end),
    who: text.slice(source.start, source.end),
    says: parts[0] ?? '',
    parts,
    before: masked.slice(Math.max(0, reading.cue.start - 60), reading.cue.start),
  };
  return isNobody(look) || isUnsaid(look) || (meaning.isQuoted ? isBare(look) : isBare(look) || isDeed(look));
}

const CAPITALISED = pattern(String.raw`^\p{Lu}\p{Ll}`);
const WITHIN_SENTENCE = pattern(String.raw`[\p{L},]\s+$`);

/** Whoever is named does not speak. */
function isNobody({ reading, source, cue, who, says, sense, before, text, masked }: Look): boolean {
  if (!LETTER.test(who) || NOBODY.test(who) || OTHERS.test(who) || findSense(who) !== undefined) return true;
  if (/^who$/i.test(who) && !antecedentOf(text, source.start)) return true;
  if (sense === 'according' && !/^(?:citing|quoting)$/u.test(reading.cueWord))
    return NO_AUTHORITY.test(who) || NO_AUTHORITY.test(says) || source.end <= reading.cue.start;
  // "Grace Notes, a potter": a capital within a sentence is a name's.
  if (CAPITALISED.test(cue) && WITHIN_SENTENCE.test(before.slice(-3))) return true;
  // "Varga, described by Moss as …": the one who is described does not speak.
  const isBefore = source.end <= reading.cue.start;
  if (isBefore && BY_SOMEBODY.test(masked.slice(reading.cue.end, reading.cue.end + 20))) return true;
  // "Varga, asked about the port, said …": but "Moss, a sailor, asked why no one came".
  const isAside =
    /,\s+(?:when\s+)?$/u.test(before) && ANSWERED.test(masked.slice(reading.cue.end, reading.cue.end + 160));
  if (isBefore && isAside && /^(?:asked|told|pressed|questioned)$/u.test(reading.cueWord)) return true;
  return DONE_TO.has(reading.cueWord) && PASSIVE.test(cue) && source.start < reading.cue.start;
}

/** It is told that it was not said, or only asked or supposed that it was. */
function isUnsaid({ reading, source, cue, before, masked, isQuoted }: Look): boolean {
  if (DENIED.test(cue) || UNSAID.test(before)) return true;
  if (/ing$/u.test(reading.cueWord) && UNSAID_ING.test(before)) return true;
  const ahead = masked.slice(Math.max(0, source.start - 40), source.start);
  // "“We go,” he will say, according to excerpts": the words are printed.
  const isModal = MODAL.test(cue) && !(isQuoted && /^will\s+(?:say|tell)$/i.test(cue));
  return source.start < reading.cue.start && (OPEN.test(ahead) || isModal);
}

/** There are no words that somebody could be shown to have said. "Citing" names a source, not what was said. */
function isBare({ reading, says, parts, isQuoted }: Look): boolean {
  if (NOTHING.test(says) || parts.every((part) => BARE.test(part))) return true;
  if (!isQuoted && parts.some((part) => /^(?:whom|what)[,.]?$/i.test(part))) return true;
  return /^(?:citing|quoting)$/u.test(reading.cueWord) || RELAYS.test(reading.cueWord);
}

const CALLED_ON = pattern(String.raw`^call\p{Ll}* on$`, 'i');

/** Without quotation marks: a noun, a deed or a thing that the reader took for words. */
function isDeed({ reading, source, cue, who, says, parts, sense, before, text }: Look): boolean {
  if (/ed$/u.test(reading.cueWord) && ADJECTIVE.test(before)) return true;
  const length = says.trim().split(/\s+/u).length;
  // "Moss called Tace": on the telephone.
  if (/^(?:call|spoke|speak)/i.test(reading.cueWord) && length < 4) return true;
  // "Her notes on the kiln": a noun, unless a clause follows.
  if (/^(?:his|her|its|their|my|our|your)$/i.test(who) && !/^that\b/i.test(says)) return true;
  if (/^not to be (?:named|identified|quoted)\b/i.test(says)) return true;
  const takesClause = WITH_CLAUSE.has(sense) || /^reads?$/u.test(reading.cueWord);
  if (takesClause && !parts.some((part) => CLAUSE.test(part))) return true;
  // "Was quoted a price"; "was quoted as saying" has a rule of its own.
  if (/^(?:quoted|cited)$/u.test(reading.cueWord) && PASSIVE.test(cue)) return true;
  // "The clock above the kiln told the hour": what was told stands right before who told it.
  const isBefore = ({ end }: Span): boolean => end < source.start && !text.slice(end, source.start).trim();
  if (sense === 'told' && reading.content.every(isBefore)) return true;
  // Two words ("dismissed the remarks") say nothing that could be quoted.
  if (sense === 'rejected') return length < 3;
  if (sense === 'claimed') return TAKEN.test(says);
  // "Called on an old friend" is a visit.
  return CALLED_ON.test(cue) && !/\bto\s/u.test(says);
}
