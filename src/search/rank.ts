// rankText(query, tokens): how well a text answers a query, factor by factor. MiniSearch finds candidates by single
// stems; this looks at what it can't see: phrases, negation, how much of the question is covered, how close the words stand.
import type { Span } from '../domain.ts';
import { negationAt } from './negation.ts';
import { type Concept, matchedLength, type Query } from './query.ts';
import type { Token } from './tokens.ts';

/** What each factor gave, for `score` and for explaining it. All between 0 and 1, but for bm25 (0 and up). */
export interface Factors {
  readonly bm25: number;
  /** Share of the question's weight that the text speaks of. */
  readonly coverage: number;
  /** 1 when every quoted string stands in the text word by word, 0.5 when with other endings, else 0. */
  readonly phrase: number;
  /** 1 when the matched words stand side by side, falling with the distance between them. */
  readonly closeness: number;
}

export interface TextMatch {
  readonly factors: Omit<Factors, 'bm25'>;
  /** Matched words in the order of the text. */
  readonly matched: readonly Span[];
  readonly missing: readonly Concept[];
  /** Negations of words that the question has without one: "not" in "not negotiable" for "negotiable". */
  readonly opposed: readonly Token[];
}

/** Weight of a concept that is there, but without the "not" of the question (or the other way to say it is negated). */
const WITHOUT_NEGATION = 0.25;

/** `weightOf` gives a concept's weight, above 0: rare words count more. */
export function rankText(query: Query, tokens: readonly Token[], weightOf: (concept: Concept) => number): TextMatch {
  let total = 0;
  let covered = 0;
  const matched: Span[] = [];
  const missing: Concept[] = [];
  const places: number[] = [];
  const opposed: Token[] = [];
  for (const concept of query.concepts) {
    const weight = weightOf(concept);
    total += weight;
    const hits = occurrences(concept, tokens);
    const negated = hits.filter(({ at }) => negationAt(tokens, at) !== undefined);
    const agreeing = concept.polarity === 'negated' ? negated : hits;
    const best = agreeing.length > 0 ? agreeing : hits;
    if (best.length === 0) {
      missing.push(concept);
      continue;
    }
    if (concept.polarity === 'plain' && negated.length === hits.length) opposed.push(...negationsOf(tokens, hits));
    covered += agreeing.length > 0 ? weight : weight * WITHOUT_NEGATION;
    places.push(best[0]?.at ?? 0);
    for (const { at, length } of best) {
      matched.push({ start: (tokens[at] as Token).start, end: (tokens[at + length - 1] as Token).end });
    }
  }
  const phrases = query.phrases.map((phrase) => findPhrase(phrase, tokens));
  for (const found of phrases) if (found) matched.push(found.span);
  const phrase = phrases.length === 0 ? 0 : Math.min(...phrases.map((found) => found?.quality ?? 0));
  const coverage = total === 0 ? 0 : covered / total;
  return { factors: { coverage, phrase, closeness: closenessOf(places) }, matched: merge(matched), missing, opposed };
}

/** One number for sorting: coverage decides, then closeness and BM25; a phrase found lifts above everything else. */
export function scoreOf(factors: Factors): number {
  const { bm25, coverage, phrase, closeness } = factors;
  return phrase * 10 + coverage * coverage * (1 + bm25 / (bm25 + 10) + 0.5 * closeness);
}

function occurrences(concept: Concept, tokens: readonly Token[]): { at: number; length: number }[] {
  const found: { at: number; length: number }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const length = Math.max(...concept.alternatives.map((sequence) => matchedLength(tokens, at, sequence)));
    if (length > 0) {
      found.push({ at, length });
      at += length - 1;
    }
  }
  return found;
}

function negationsOf(tokens: readonly Token[], hits: readonly { at: number }[]): Token[] {
  return hits.flatMap(({ at }) => negationAt(tokens, at) ?? []);
}

/** The words of a phrase side by side: 1 as printed, 0.5 with other endings. */
export function findPhrase(
  phrase: readonly Token[],
  tokens: readonly Token[],
): { span: Span; quality: number } | undefined {
  for (const [key, quality] of [
    ['word', 1],
    ['stem', 0.5],
  ] as const) {
    for (let at = 0; at + phrase.length <= tokens.length; at += 1) {
      if (phrase.every((token, offset) => tokens[at + offset]?.[key] === token[key])) {
        const first = tokens[at] as Token;
        const last = tokens[at + phrase.length - 1] as Token;
        return { span: { start: first.start, end: last.end }, quality };
      }
    }
  }
  return undefined;
}

function closenessOf(places: readonly number[]): number {
  if (places.length < 2) return places.length;
  const spread = Math.max(...places) - Math.min(...places) + 1;
  return places.length / spread;
}

/** Sorted and without overlaps. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && span.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}
