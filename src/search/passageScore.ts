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
 * The lines are drawn where of 100 public questions that have an answer 5 fall below.
 */
const ANSWERS: Readonly<Record<'words' | 'said' | 'other', Line>> = {
  words: {
    weights: {
      bm25: 0.09,
      sentence: 0.7,
      order: 2.89,
      near: 2.01,
      window: 3.91,
      pairs: 0.13,
      loose: 2.07,
      exact: 1.78,
      said: 0.49,
      lacksRare: -0.15,
      lacksCommon: -1.83,
      unknownRare: -0.96,
      unknownCommon: -0.31,
      size: 0.74,
    },
    least: 4.86,
    amongMany: 0.54,
  },
  said: {
    weights: {
      bm25: 1.7,
      coverage: 2.77,
      sentence: 1.74,
      titled: 0.58,
      order: 1.74,
      pairs: 0.22,
      exact: 3.07,
      saidBy: 1.51,
      article: 4.82,
      lacksNumber: -0.42,
      lacksRare: -0.18,
      lacksCommon: -1.86,
      unknownRare: 1.06,
      unknownCommon: 0.06,
      size: 3.25,
    },
    least: 2.3,
    amongMany: 1.15,
  },
  other: {
    weights: {
      bm25: 3.58,
      coverage: 0.82,
      sentence: 0.13,
      titled: 2.25,
      near: 1.14,
      pairs: 0.78,
      loose: 2.03,
      exact: 0.64,
      title: 2.18,
      titleOnly: 1.57,
      saidBy: 2.23,
      year: 0.41,
      number: 0.66,
      article: 1.52,
      lacksNumber: -0.65,
      lacksRare: -1.76,
      unknownRare: -0.29,
      unknownCommon: 1.39,
      size: 1.69,
      single: -0.5,
      unknown: -0.92,
      // Not fitted, but decided: who is in no text was met by nobody. It costs 1 of 500 questions that have an answer.
      unknownName: -20,
    },
    least: 2.42,
    amongMany: 0.31,
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
  const { least, amongMany } = ANSWERS[kind];
  return weighed(features, ANSWER_VALUES[kind]) >= least + amongMany * Math.log(passages);
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
