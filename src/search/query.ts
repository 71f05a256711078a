// buildQuery(text): what a question asks for. A concept is one word, or one phrase that `terms.yaml` knows, with every
// other way of saying it; words that the corpus does not have are corrected when they are a typing error away, else kept
// as unknown, so that an answer can say so.
import type { Span } from '../domain.ts';
import { editDistance } from '../editDistance.ts';
import { nearestCommon, shareOf } from './commonWords.ts';
import { joinedAt, partsOf, type Spelled } from './compounds.ts';
import { negationAt } from './negation.ts';
import type { Term, Terms } from './terms.ts';
import { functionWords, isNegation, type Token } from './tokens.ts';

/** One thing that a match must speak of. */
export interface Concept {
  /** As typed: "2015 nuclear deal". */
  readonly text: string;
  /** Of whom it is a name or an office: "Benjamin Netanyahu" for "Bibi"; null: of nobody. */
  readonly name: string | null;
  /** The first word of it as it is looked for: folded, and corrected. */
  readonly word: string;
  /** Ways of saying it, each a sequence of stems that must stand side by side (stop words between them ignored). */
  readonly alternatives: readonly (readonly string[])[];
  /** negated: the question says "not" or "no" right before it. either: near enough to a "not" that both will do. */
  readonly polarity: 'plain' | 'negated' | 'either';
  /** No word of it is anywhere in the corpus. */
  readonly isUnknown: boolean;
  /** It is unknown and stands with a capital letter behind the question's first word: somebody or something that no text names. */
  readonly isUnknownName: boolean;
  /** number: digits, "two", "third". rare: a name, or no common word. common: any other. What a text lacks of a question tells the more. */
  readonly kind: 'number' | 'rare' | 'common';
  /** Words of the corpus that are taken for it where it seems mistyped, the likeliest first; else empty. */
  readonly corrected: readonly string[];
}

export interface Query {
  readonly concepts: readonly Concept[];
  /** Every word in its order, function words included; mistyped ones as they were read. */
  readonly words: readonly Token[];
  /** Strings in quotation marks, as their words in order, stop words included. */
  readonly phrases: readonly (readonly Token[])[];
}

/** What buildQuery must know of the corpus. */
export interface Vocabulary extends Spelled {
  readonly terms: Terms;
  /** Words of the corpus that are a typing error away, the likeliest first: which of several, the question's other stems decide. */
  correct(word: string, others: readonly string[]): readonly string[];
}

const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu;

export function buildQuery(text: string, vocabulary: Vocabulary): Query {
  const phrases = [...text.matchAll(QUOTED)]
    .map((match) => vocabulary.tokenize(match[1] ?? ''))
    .filter((tokens) => tokens.length > 0);
  const typed = vocabulary.tokenize(text);
  const isJoined = (at: number): boolean => joinedAt(typed, at, vocabulary) !== undefined;
  const tokens = typed.map((token, at) =>
    isFrame(token, vocabulary) && !isJoined(at) && !isJoined(at - 1) ? { ...token, isStop: true } : token,
  );
  // A question made of function words alone ("to be or not to be") is searched by them.
  const isAllStop = tokens.every((token) => token.isStop || isNegation(token.word));
  const readings = readMistyped(tokens, vocabulary);
  const concepts: Concept[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    if (isNegation(token.word) && !isAllStop) {
      at += 1;
      continue;
    }
    if (token.isStop && !isAllStop) {
      at += 1;
      continue;
    }
    const term = vocabulary.terms.longestAt(tokens, at) ?? compoundAt(tokens, at, vocabulary);
    const length = term.length;
    const span = { start: token.start, end: (tokens[at + length - 1] ?? token).end };
    concepts.push(
      concept(text, span, term.sequences, {
        token,
        name: term.name,
        polarity: polarityAt(tokens, at),
        vocabulary,
        readings,
      }),
    );
    at += length;
  }
  return {
    concepts: unique(concepts),
    words: corrected(tokens, concepts, vocabulary),
    phrases: phrases.map((phrase) => corrected(phrase, concepts, vocabulary)),
  };
}

/** A word as it is typed, or as texts spell it in two, or with the next in one. */
function compoundAt(tokens: readonly Token[], at: number, vocabulary: Vocabulary): Term {
  const { stem } = tokens[at] as Token;
  const joined = joinedAt(tokens, at, vocabulary);
  if (joined !== undefined)
    return { name: null, length: 2, sequences: [[stem, (tokens[at + 1] as Token).stem], [joined]] };
  const parts = partsOf(tokens[at] as Token, vocabulary);
  return { name: null, length: 1, sequences: [parts ?? [stem]] };
}

/** Words of a question's frame that say nothing by themselves: "how long did it go on", "was it possible to get one". */
const LIGHT = new Set(
  `go goes going went get gets getting got put puts let lets set able sort kind thing things stuff exactly actually really possible possibly
   enough anyway please regarding concerning mention mentioned comment comments commented
   more else again`.split(/\s+/),
);

/**
 * No text has it, and none need have it: a light word, or a function word that is mistyped ("wher", "waht", "somebodh"). Shorter ones are one letter
 * away from too many others.
 */
function isFrame({ word, stem, isStop }: Token, vocabulary: Vocabulary): boolean {
  if (isStop || vocabulary.hasStem(stem)) return false;
  if (LIGHT.has(word)) return true;
  if (word.length < 4) return false;
  return FRAME_WORDS.some((frame) => frame[0] === word[0] && editDistance(word, frame, 1) === 1);
}

const FRAME_WORDS = [...functionWords()].filter((word) => word.length >= 4 && !/^th/.test(word));

/** What the words that no text has may stand for. The longest first: what they are read as helps to read the shorter ones. */
function readMistyped(tokens: readonly Token[], vocabulary: Vocabulary): ReadonlyMap<string, readonly string[]> {
  const known = stems(tokens).filter((stem) => vocabulary.hasStem(stem));
  const isCompound = (at: number): boolean => compoundAt(tokens, at, vocabulary).sequences.flat().length > 1;
  const unknown = tokens.filter(
    ({ stem, isStop }, at) =>
      !isStop && !vocabulary.hasStem(stem) && !isCompound(at) && !joinedAt(tokens, at - 1, vocabulary),
  );
  const readings = new Map<string, readonly string[]>();
  for (const { word } of [...unknown].sort((a, b) => b.word.length - a.word.length)) {
    const read = vocabulary.correct(word, known);
    const [first] = vocabulary.tokenize(read[0] ?? '');
    if (first) known.push(first.stem);
    readings.set(word, read);
  }
  return readings;
}

/** Words with the mistyped ones as they were read. */
function corrected(words: readonly Token[], concepts: readonly Concept[], vocabulary: Vocabulary): readonly Token[] {
  const read = new Map(
    concepts.flatMap(({ text, corrected }) => {
      const [first] = corrected;
      const [typed] = first === undefined ? [] : vocabulary.tokenize(text);
      const [word] = vocabulary.tokenize(first ?? '');
      return typed && word ? [[typed.word, word] as const] : [];
    }),
  );
  if (read.size === 0) return words;
  return words.map((token) => {
    const found = read.get(token.word);
    return found ? { ...token, word: found.word, stem: found.stem } : token;
  });
}

/** Stems without stop words: the form in which sequences are compared. */
export function stems(tokens: readonly Token[]): string[] {
  return tokens.filter((token) => !token.isStop).map((token) => token.stem);
}

function polarityAt(tokens: readonly Token[], at: number): Concept['polarity'] {
  if (negationAt(tokens, at, 1)) return 'negated';
  return negationAt(tokens, at) ? 'either' : 'plain';
}

interface ConceptContext {
  readonly name: string | null;
  readonly token: Token;
  readonly polarity: Concept['polarity'];
  readonly vocabulary: Vocabulary;
  /** By word: what mistyped ones are read as. */
  readonly readings: ReadonlyMap<string, readonly string[]>;
}

function concept(text: string, span: Span, alternatives: Concept['alternatives'], context: ConceptContext): Concept {
  const { token, name, polarity, vocabulary, readings } = context;
  const words = text.slice(span.start, span.end);
  const isKnown = alternatives.some((sequence) => sequence.every((stem) => vocabulary.hasStem(stem)));
  const { word } = token;
  const kind = kindOf(words, token);
  const base = { text: words, name, kind, polarity, isUnknownName: false };
  if (isKnown) return { ...base, word, alternatives, isUnknown: false, corrected: [] };
  // A function word is looked for when there is nothing else; it is neither mistyped nor missed.
  const corrected = token.isStop ? [] : (readings.get(word) ?? []);
  const read = corrected.flatMap((one) => vocabulary.tokenize(one).slice(0, 1));
  const [first] = read;
  // A word that no text has may still nearly mean one that a text has, however it is typed.
  const common = first ? undefined : nearestCommon(word);
  if (!first && common !== undefined && !token.isStop) {
    return { ...base, kind: 'common', word, alternatives: [[common]], isUnknown: true, corrected: [] };
  }
  if (!first) {
    const isUnknownName = !token.isStop && span.start > 0 && /^\p{Lu}\p{Ll}/u.test(words);
    return { ...base, word, alternatives, isUnknown: !token.isStop, isUnknownName, corrected: [] };
  }
  return { ...base, word: first.word, alternatives: read.map(({ stem }) => [stem]), isUnknown: false, corrected };
}

const NUMBER_WORDS = new Set(
  `one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion
   first second third fourth fifth sixth seventh eighth ninth tenth once twice`.split(/\s+/),
);

function kindOf(text: string, { word, stem }: Token): Concept['kind'] {
  if (/^\p{N}/u.test(word) || NUMBER_WORDS.has(word)) return 'number';
  return /^\p{Lu}/u.test(text) || shareOf(stem) === 0 ? 'rare' : 'common';
}

/** How many tokens from `at` on spell `sequence`, stop words between them skipped; 0: none. */
export function matchedLength(tokens: readonly Token[], at: number, sequence: readonly string[]): number {
  let next = at;
  for (const [position, stem] of sequence.entries()) {
    while (position > 0 && tokens[next]?.isStop === true && tokens[next]?.stem !== stem) next += 1;
    if (tokens[next]?.stem !== stem) return 0;
    next += 1;
  }
  return sequence.length === 0 ? 0 : next - at;
}

function unique(concepts: readonly Concept[]): Concept[] {
  const seen = new Set<string>();
  return concepts.filter((concept) => {
    const key = concept.alternatives
      .map((sequence) => sequence.join(' '))
      .sort()
      .join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
