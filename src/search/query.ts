// buildQuery(text): what a question asks for. A concept is one word, or one phrase that `terms.yaml` knows, with every
// other way of saying it; words that the corpus does not have are corrected when they are a typing error away, else kept
// as unknown, so that an answer can say so.
import type { Span, TermGroup } from '../domain.ts';
import { editDistance } from '../editDistance.ts';
import { negationAt } from './negation.ts';
import { isNegation, type Token, type Tokenizer } from './tokens.ts';

/** One thing that a match must speak of. */
export interface Concept {
  /** As typed: "2015 nuclear deal". */
  readonly text: string;
  /** The first word of it as it is looked for: folded, and corrected. */
  readonly word: string;
  /** Ways of saying it, each a sequence of stems that must stand side by side (stop words between them ignored). */
  readonly alternatives: readonly (readonly string[])[];
  /** negated: the question says "not" or "no" right before it. either: near enough to a "not" that both will do. */
  readonly polarity: 'plain' | 'negated' | 'either';
  /** No word of it is anywhere in the corpus. */
  readonly isUnknown: boolean;
  /** The corpus's word that was taken for it, when it seems mistyped. */
  readonly corrected: string | null;
}

export interface Query {
  readonly concepts: readonly Concept[];
  /** Every word in its order, function words included; mistyped ones as they were read. */
  readonly words: readonly Token[];
  /** Strings in quotation marks, as their words in order, stop words included. */
  readonly phrases: readonly (readonly Token[])[];
}

/** What buildQuery must know of the corpus. */
export interface Vocabulary {
  readonly tokenize: Tokenizer;
  readonly terms: readonly TermGroup[];
  hasStem(stem: string): boolean;
  /** The word of the corpus that is a typing error away, if there is one: which of several, the question's other stems decide. */
  correct(word: string, others: readonly string[]): string | undefined;
}

const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu;

export function buildQuery(text: string, vocabulary: Vocabulary): Query {
  const phrases = [...text.matchAll(QUOTED)]
    .map((match) => vocabulary.tokenize(match[1] ?? ''))
    .filter((tokens) => tokens.length > 0);
  const tokens = vocabulary
    .tokenize(text)
    .map((token) => (isFrame(token, vocabulary) ? { ...token, isStop: true } : token));
  // A question made of function words alone ("to be or not to be") is searched by them.
  const isAllStop = tokens.every((token) => token.isStop || isNegation(token.word));
  const groups = vocabulary.terms.map(({ words }) => words.map((word) => stems(vocabulary.tokenize(word))));
  const known = stems(tokens).filter((stem) => vocabulary.hasStem(stem));
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
    const term = longestTerm(tokens, at, groups);
    const length = term?.length ?? 1;
    const span = { start: token.start, end: (tokens[at + length - 1] ?? token).end };
    concepts.push(
      concept(text, span, term?.group ?? [[token.stem]], {
        token,
        polarity: polarityAt(tokens, at),
        vocabulary,
        known,
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

const FRAME = ['where', 'when', 'what', 'which', 'whose', 'does', 'about', 'said', 'says'];

/** "wher", "waht": a word of the question's frame, mistyped. */
function isFrame({ word, stem, isStop }: Token, vocabulary: Vocabulary): boolean {
  if (isStop || word.length < 4 || vocabulary.hasStem(stem)) return false;
  return FRAME.some((frame) => frame[0] === word[0] && editDistance(word, frame, 1) === 1);
}

/** Words with the mistyped ones as they were read. */
function corrected(words: readonly Token[], concepts: readonly Concept[], vocabulary: Vocabulary): readonly Token[] {
  const read = new Map(
    concepts.flatMap(({ text, corrected }) => {
      const [typed] = corrected === null ? [] : vocabulary.tokenize(text);
      const [word] = corrected === null ? [] : vocabulary.tokenize(corrected);
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
  readonly token: Token;
  readonly polarity: Concept['polarity'];
  readonly vocabulary: Vocabulary;
  /** The question's stems that the corpus has. */
  readonly known: readonly string[];
}

function concept(text: string, span: Span, alternatives: readonly string[][], context: ConceptContext): Concept {
  const { token, polarity, vocabulary, known } = context;
  const words = text.slice(span.start, span.end);
  const isKnown = alternatives.some((sequence) => sequence.every((stem) => vocabulary.hasStem(stem)));
  const { word } = token;
  if (isKnown) return { text: words, word, alternatives, polarity, isUnknown: false, corrected: null };
  // A function word is looked for when there is nothing else; it is neither mistyped nor missed.
  const corrected = token.isStop ? undefined : vocabulary.correct(token.word, known);
  if (corrected === undefined) {
    return { text: words, word, alternatives, polarity, isUnknown: !token.isStop, corrected: null };
  }
  const [first] = vocabulary.tokenize(corrected);
  const read = first ?? token;
  return { text: words, word: read.word, alternatives: [[read.stem]], polarity, isUnknown: false, corrected };
}

/** The longest phrase of `terms.yaml` that begins at `at`, as the number of tokens it takes and its whole group. */
function longestTerm(
  tokens: readonly Token[],
  at: number,
  groups: readonly (readonly string[][])[],
): { length: number; group: string[][] } | undefined {
  let best: { length: number; group: string[][] } | undefined;
  for (const group of groups) {
    for (const sequence of group) {
      const length = matchedLength(tokens, at, sequence);
      if (length > (best?.length ?? 0))
        best = { length, group: [sequence, ...group.filter((other) => other !== sequence)] };
    }
  }
  return best;
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
