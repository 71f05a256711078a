// passageScore(features): one number from what a passage shows of a question. The weights were fitted to which passage answers which
// question, in three sets of public questions; CONTRIBUTING.md tells what was measured.
import { FEATURES, type Feature, type Wanted } from './passageFeatures.ts';

type Weights = Readonly<Record<Feature, number>>;

/** For a question of what somebody said, and for any other. */
const WEIGHTS: Readonly<Record<'said' | 'other', Weights>> = {
  said: {
    bm25: 2.4,
    coverage: 4.1,
    sentence: 5.2,
    titled: 0,
    order: 4.7,
    near: 1.4,
    window: 2.9,
    pairs: 0,
    loose: 0,
    exact: 4.8,
    title: -0.3,
    titleOnly: 0,
    speaker: 0.5,
    said: 0.75,
    saidBy: 2,
    year: 0,
    number: 0,
    name: 0,
    place: 0,
    first: 0,
    length: 0,
    article: 0,
  },
  other: {
    bm25: 5.8,
    coverage: 3.4,
    sentence: 6.5,
    titled: 0,
    order: 2.5,
    near: 0,
    window: 1.8,
    pairs: 0,
    loose: 0,
    exact: 3,
    title: 1.1,
    titleOnly: 7.8,
    speaker: 2.8,
    said: 0,
    saidBy: 2.0,
    year: 1.5,
    number: 1.5,
    name: 0.2,
    place: 0,
    first: 0,
    length: 0,
    article: 0,
  },
};
const VALUES = {
  said: Float64Array.from(FEATURES, (name) => WEIGHTS.said[name]),
  other: Float64Array.from(FEATURES, (name) => WEIGHTS.other[name]),
};

/** @param features in the order of FEATURES */
export function passageScore(features: Float64Array, wanted: Wanted): number {
  const values = wanted === 'said' ? VALUES.said : VALUES.other;
  let score = 0;
  for (let i = 0; i < values.length; i += 1) score += (values[i] as number) * (features[i] as number);
  return score;
}
