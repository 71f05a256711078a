// Which statements of several articles are the same. The pairs stand in samePairs.ts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/answers/answer.ts';
import { findingOf } from '../../../src/answers/findings.ts';
import { likenessOf } from '../../../src/answers/same/likeness.ts';
import { groupSame } from '../../../src/answers/same/sameStatement.ts';
import { readWording } from '../../../src/answers/same/wording.ts';
import type { Article } from '../../../src/domain.ts';
import type { StoryIndex } from '../../../src/search/storyIndex.ts';
import { article, storyOf } from '../../storyOf.ts';
import { APART, SAME } from './samePairs.ts';

const TERMS = [{ words: ['talks', 'negotiations'] }, { words: ['deal', 'agreement'] }];

function findingsIn(index: StoryIndex): Finding[] {
  return index.statements().map((statement) => findingOf(index, statement));
}

/** The groups as ids of statements, each group in its order, the groups by their first. */
function groups(articles: readonly (string | Article)[]): string[] {
  const index = storyOf(articles, { terms: TERMS });
  return idsOf(groupSame(index, findingsIn(index)));
}

function idsOf(same: readonly (readonly Finding[])[]): string[] {
  return same.map((group) => group.map(({ statement }) => statement?.id).join(' ')).sort();
}

describe('the same statement', () => {
  test.each(SAME)('%s', (_, a, b) => {
    expect(groups([a, b])).toHaveLength(1);
    expect(groups([b, a])).toHaveLength(1);
  });
});

describe('not the same', () => {
  test.each(APART)('%s', (_, a, b) => {
    expect(groups([a, b])).toEqual(['a#1.1', 'b#1.1']);
    expect(groups([b, a])).toEqual(['a#1.1', 'b#1.1']);
  });
});

describe('days', () => {
  const FEES = 'Varga said the harbor fees are too high for small ferries.';
  const ON_TUESDAY = 'Varga said on Tuesday the harbor fees are too high for small ferries.';
  const on = (publishedOn: string, body: string, id: string): Article => article({ id, body, publishedOn });

  test.each([
    ['a week later', FEES, '2026-02-12', FEES, '2026-02-19', true],
    ['eight days later', FEES, '2026-02-12', FEES, '2026-02-20', false],
    [
      'weeks later, with the day',
      ON_TUESDAY,
      '2026-02-12',
      FEES.replace('said', 'said on February 10'),
      '2026-03-10',
      true,
    ],
    ['stated by one only', ON_TUESDAY, '2026-02-12', FEES, '2026-02-13', true],
    ['the Tuesday after', ON_TUESDAY, '2026-02-12', ON_TUESDAY, '2026-02-18', false],
    ['printed before it was said', FEES, '2026-02-07', ON_TUESDAY, '2026-02-12', false],
  ])('%s', (_, a, publishedA, b, publishedB, isSame) => {
    const found = groups([on(publishedA, a, 'a'), on(publishedB, b, 'b')]);
    expect(found).toEqual(isSame ? ['a#1.1 b#1.1'] : ['a#1.1', 'b#1.1']);
  });

  test('the earliest publication stands first, then the earliest day said, then the article by its id', () => {
    const articles = [on('2026-02-12', FEES, 'd'), on('2026-02-12', FEES, 'c'), on('2026-02-11', FEES, 'e')];
    expect(groups([...articles, on('2026-02-12', ON_TUESDAY, 'z')])).toEqual(['e#1.1 z#1.1 c#1.1 d#1.1']);
  });

  test('of two that are not the same as each other one is taken in by a third, not both', () => {
    const days = ['Monday', '', 'Wednesday'].map((day, at) =>
      on('2026-02-12', FEES.replace('said', day === '' ? 'said' : `said on ${day}`), 'abc'.charAt(at)),
    );
    expect(groups(days)).toEqual(['a#1.1 b#1.1', 'c#1.1']);
  });
});

test('two statements of one article are its own business', () => {
  const twice = 'Varga said the harbor fees are too high for small ferries.';
  expect(groups([`${twice}\n\n${twice}`])).toEqual(['a#1.1', 'a#2.1']);
});

test('each goes to the statement that it is most like', () => {
  const long = 'Varga said the harbor fees are too high for small ferries and their old crews.';
  const short = 'Varga said the harbor fees are too high for small ferries.';
  expect(groups([`${long}\n\n${short}`, short, long])).toEqual(['a#1.1 c#1.1', 'a#2.1 b#1.1']);
});

test('a match and what is only nearest are not put together', () => {
  const index = storyOf(['Varga said the harbor fees are too high.', 'Varga said the harbor fees are too high.']);
  const [match, nearest] = findingsIn(index);
  if (!match || !nearest) throw new Error('two statements expected');
  expect(idsOf(groupSame(index, [match, { ...nearest, near: true }]))).toEqual(['a#1.1', 'b#1.1']);
});

test('a statement is as like another one as that one is like it', () => {
  const bodies = [...SAME, ...APART].flatMap(([, a, b]) => [a, b]);
  const index = storyOf(
    bodies.map((body, at) => article({ id: `n${at}`, body })),
    { terms: TERMS },
  );
  const wordings = index.statements().map((statement) => readWording(index, statement));
  for (const [at, a] of wordings.entries()) {
    for (const b of wordings.slice(at + 1)) expect(likenessOf(a, b, 'sure')).toBe(likenessOf(b, a, 'sure'));
  }
});

test('whatever the order of the findings, the groups are the same, and each finding is in one', () => {
  const bodies = [...SAME, ...APART].flatMap(([, a, b]) => [a, b]);
  const index = storyOf(
    bodies.map((body, at) => article({ id: `n${at}`, body, publishedOn: `2026-02-${10 + (at % 5)}` })),
    { terms: TERMS },
  );
  const all = findingsIn(index);
  fc.assert(
    fc.property(fc.shuffledSubarray(all), (findings) => {
      const same = groupSame(index, findings);
      const inOrder = all.filter((finding) => findings.includes(finding));
      expect(idsOf(same)).toEqual(idsOf(groupSame(index, inOrder)));
      const ids = (list: readonly Finding[]): string[] => list.map(({ passage }) => passage.id).sort();
      expect(ids(same.flat())).toEqual(ids(findings));
    }),
    { numRuns: 40 },
  );
});
