// passageScore(features): one number from what a passage shows of a question, and whether it answers. The weights were fitted to which
// passage answers which question, in three sets of public questions; CONTRIBUTING.md tells how, and what was measured.
import { FEATURES, type Feature, type Wanted } from './passageFeatures.ts';

/** What is not named weighs nothing. */
type Weights = Readonly<Partial<Record<Feature, number>>>;

/** For a question of who said its words, of what somebody said, and for any other. */
const WEIGHTS: Readonly<Record<'words' | 'said' | 'other', Weights>> = {
  words: {
    coverage: 2.55,
    sentence: 2.83,
    order: 3.99,
    window: 3.32,
    pairs: 3.63,
    loose: 1.28,
    exact: 3.24,
    said: 0.72,
  },
  said: {
    bm25: 2.88,
    coverage: 3.66,
    sentence: 3.58,
    titled: 3.48,
    order: 3.81,
    exact: 4.28,
    saidBy: 2.57,
    first: 0.32,
    length: -0.67,
  },
  other: {
    bm25: 3.46,
    coverage: 2.78,
    sentence: 1.52,
    titled: 3.88,
    near: 0.95,
    window: 2.0,
    pairs: 1.46,
    loose: 2.19,
    exact: 3.26,
    title: 2.33,
    titleOnly: 4.08,
    saidBy: 0.36,
    year: 1.13,
    number: 0.78,
    name: 0.17,
    place: 0.67,
    first: 0.43,
    length: -3.63,
    article: 2.51,
  },
};

/** From where on a passage answers: the weights of a sum, and what it must reach. */
interface Line {
  readonly weights: Weights;
  /** In a corpus of one passage. */
  readonly least: number;
  /** The more passages there are, the more of them have a question's words by chance: what is added each time that they are e times as many. */
  readonly amongMany: number;
}

/**
 * How sure it is that a passage answers, as the logarithm of the odds: fitted to questions that passages answer, and to ones that they don't.
 * The lines are drawn where of 100 public questions that have an answer 5 fall below, on most passages. For what somebody says they
 * rise faster than was fitted (0.45 and 0.43): among few passages hardly any has a question's words by chance, and people ask in other words.
 */
const ANSWERS: Readonly<Record<'words' | 'said' | 'other', Line>> = {
  words: {
    weights: {
      bm25: 0.18,
      sentence: 0.98,
      order: 2.59,
      near: 2.17,
      window: 4.19,
      pairs: 0.18,
      loose: 2.02,
      exact: 1.85,
      said: 0.48,
      lacksRare: -0.57,
      lacksCommon: -2.93,
      unknownRare: -0.55,
      unknownCommon: 0.03,
      size: 0.8,
    },
    least: 2.9,
    amongMany: 0.8,
  },
  said: {
    weights: {
      bm25: 2.11,
      coverage: 4.23,
      sentence: 1.75,
      titled: 0.85,
      order: 1.62,
      pairs: 0.24,
      exact: 3.4,
      saidBy: 1.46,
      speaker: 0.1,
      article: 2.82,
      lacksNumber: -0.33,
      lacksRare: -1.0,
      lacksCommon: -2.56,
      unknownRare: 1.38,
      unknownCommon: 0.23,
      size: 3.25,
    },
    least: 1.2,
    amongMany: 1.25,
  },
  other: {
    weights: {
      bm25: 3.09,
      coverage: 0.81,
      sentence: 0.12,
      titled: 2.24,
      near: 1.17,
      pairs: 0.82,
      loose: 2.26,
      exact: 0.86,
      title: 2.04,
      titleOnly: 1.23,
      saidBy: 2.02,
      year: 0.51,
      number: 0.46,
      article: 1.52,
      lacksNumber: -0.68,
      lacksRare: -1.75,
      unknownRare: -0.25,
      unknownCommon: 1.59,
      size: 1.78,
      single: -0.5,
      unknown: -1.19,
      // Not fitted, but decided: who is in no text was met by nobody. It costs 1 of 500 questions that have an answer.
      unknownName: -20,
    },
    least: 2.35,
    amongMany: 0.32,
  },
};

const VALUES = {
  words: valuesOf(WEIGHTS.words),
  said: valuesOf(WEIGHTS.said),
  other: valuesOf(WEIGHTS.other),
};
const ANSWER_VALUES = {
  words: valuesOf(ANSWERS.words.weights),
  said: valuesOf(ANSWERS.said.weights),
  other: valuesOf(ANSWERS.other.weights),
};

/** @param features in the order of FEATURES */
export function passageScore(features: Float64Array, wanted: Wanted): number {
  return weighed(features, VALUES[kindOf(wanted)]);
}

/**
 * True for a passage that answers, false for one that only has some of the words.
 * @param features in the order of FEATURES
 * @param passages how many there are; above 0
 */
export function isAnswer(features: Float64Array, wanted: Wanted, passages: number): boolean {
  const kind = kindOf(wanted);
  if (kind === 'other' && (features[COVERAGE] as number) < LEAST_SHARE) return false;
  return weighed(features, ANSWER_VALUES[kind]) >= lineOf(kind, passages);
}

const COVERAGE = FEATURES.indexOf('coverage');
/**
 * Share of a question's weight without which nothing answers. Among 14 passages 0.6 of 100 public questions with an answer have less in theirs, among
 * more than 1,000 none; of those about another part of the article 3 of 100 more get nothing.
 */
const LEAST_SHARE = 0.2;

/**
 * The same where the one who is asked about says something of it in the passage: people ask in other words than were said, and whoever said it tells
 * much. How much lower the line is among few passages, and that it is as high as any among many, was chosen on 43 questions about 21 news
 * articles (7 instead of 10 lost, none of 130 without an answer found more) and on those made from PolNeAR's statements (91.2 instead of 91.8 of 100 get "nothing" without their article).
 */
export function isOwnAnswer(features: Float64Array, wanted: Wanted, passages: number): boolean {
  const kind = kindOf(wanted);
  const lower = kind === 'said' ? LOWER - LOWER_RISE * Math.max(0, Math.log(passages / FEW)) : 0;
  return weighed(features, ANSWER_VALUES[kind]) >= lineOf(kind, passages) - Math.max(0, lower);
}

const LOWER = 2;
const LOWER_RISE = 0.55;
/** Passages up to which the line is lower by LOWER. */
const FEW = 600;

function lineOf(kind: 'words' | 'said' | 'other', passages: number): number {
  const { least, amongMany } = ANSWERS[kind];
  return least + amongMany * Math.log(passages);
}

function kindOf(wanted: Wanted): 'words' | 'said' | 'other' {
  return wanted === 'words' || wanted === 'said' ? wanted : 'other';
}

/** What each feature gives of a score, those that give nothing left out, most first. */
export function partsOf(
  features: Float64Array,
  wanted: Wanted,
): { readonly feature: Feature; readonly gives: number }[] {
  const values = VALUES[kindOf(wanted)];
  return FEATURES.map((feature, at) => ({ feature, gives: (values[at] as number) * (features[at] as number) }))
    .filter(({ gives }) => gives !== 0)
    .sort((a, b) => b.gives - a.gives);
}

function valuesOf(weights: Weights): Float64Array {
  return Float64Array.from(FEATURES, (name) => weights[name] ?? 0);
}

function weighed(features: Float64Array, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += (values[i] as number) * (features[i] as number);
  return sum;
}
