// What a score is made of: the parts of every finding's score are its score.
import { beforeAll, describe, expect, test } from 'vitest';
import { findingsOf } from '../../src/answers/answer.ts';
import { answerRequest } from '../../src/answers/answerRequest.ts';
import { explainScore } from '../../src/answers/explain.ts';
import { toJson } from '../../src/answers/json.ts';
import { composeAnswer } from '../../src/messages/compose.ts';
import { parseRequest } from '../../src/requests/request.ts';
import type { StoryIndex } from '../../src/search/storyIndex.ts';
import { shippedApp } from '../storyOf.ts';

let index: StoryIndex;
beforeAll(async () => {
  index = (await shippedApp()).index;
});

const answerTo = (text: string): ReturnType<typeof answerRequest> => answerRequest(index, parseRequest(text));
const WORDING = { notes: () => null, reading: () => '' };

describe('the parts of a score are the score', () => {
  test.each([
    'who said no nuclear weapons',
    'who said "wall of distrust"',
    'who said enrichment of nuclear fuel',
    'who said negotiate over its missile program',
    'ask when were the talks in Muscat',
    'ask where did Pezeshkian speak?',
    'ask what did Trump say about the carrier?',
    'ask who said joint military action',
    'ask how many centrifuges does Iran have',
    'speaker Trump about deal',
    'timeline missiles',
  ])('%s', (text) => {
    const findings = findingsOf(answerTo(text));
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      const parts = explainScore(finding);
      expect(parts.reduce((sum, { gives }) => sum + gives, 0)).toBeCloseTo(finding.score, 8);
      expect(parts.map(({ gives }) => gives)).toEqual([...parts.map(({ gives }) => gives)].sort((a, b) => b - a));
    }
  });
});

test('a passage that does not deny what the question denies has a lower score', () => {
  const factors = findingsOf(answerTo('ask what is not negotiable')).map((finding) =>
    explainScore(finding).map(({ factor }) => factor),
  );
  expect(factors.flat()).toContain('denied words');
});

describe('explained only when asked for', () => {
  const page = { page: 1, perPage: 10 };

  test('in text, under the printed words', () => {
    const remarks = (isExplained: boolean): string[] =>
      composeAnswer(answerTo('who said no nuclear weapons'), { ...page, isExplained }).parts.flatMap((part) =>
        part.kind === 'finding' ? part.remarks.filter((remark) => remark.startsWith('Score')) : [],
      );
    expect(remarks(true)).toEqual([expect.stringMatching(/^Score [\d.]+: coverage 1\.00, /)]);
    expect(remarks(false)).toEqual([]);
  });

  test('in JSON', () => {
    const json = (isExplained: boolean): string =>
      JSON.stringify(toJson(answerTo('who said no nuclear weapons'), WORDING, { isExplained }));
    expect(json(true)).toContain('"explained":[{"factor":"coverage"');
    expect(json(false)).not.toContain('explained');
  });
});
