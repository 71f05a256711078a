// `check`: were these words printed, and as whose? On invented articles.
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../src/answers/answer.ts';
import { answerCheck } from '../../src/answers/check.ts';
import { storyOf } from '../storyOf.ts';

const index = storyOf([
  'Varga said Monday: "The harbor will stay open, whatever the storm may bring." Dolen said the fees are too high.',
  'The northern road was closed by the storm for three days.',
]);

function check(text: string): readonly CheckResult[] {
  const { body } = answerCheck(index, text);
  return body.kind === 'checks' ? body.checks : [];
}

describe('verdict', () => {
  test.each([
    ['"The harbor will stay open"', 'verbatim'],
    ['the HARBOR will stay open', 'verbatim'],
    ['“The harbor will stay open,”', 'verbatim'],
    ['"The harbor … whatever the storm may bring"', 'verbatim'],
    ['"The harbor [of Orlan] will stay open"', 'verbatim'],
    ['Varga said "the harbor will stay open"', 'verbatim'],
    ['Orlan: "the harbor will stay open"', 'verbatim'],
    ['Dolen said "the harbor will stay open"', 'another-speaker'],
    ['"The harbor will stay shut, whatever the storm may bring"', 'altered'],
    ['"The northern road was closed"', 'not-a-statement'],
    ['"Nobody shall pass these gates again"', 'not-found'],
    ['"…"', 'not-found'],
  ])('%s: %s', (text, verdict) => {
    expect(check(text).map((result) => result.verdict)).toEqual([verdict]);
  });
});

test('parts on both sides of an ellipsis must stand in the order given', () => {
  expect(check('"whatever the storm may bring … The harbor will stay open"')[0]?.verdict).not.toBe('verbatim');
});

test('differences are told word by word, in the words of each side', () => {
  expect(check('"The harbor will stay shut, whatever the storm brings"')[0]?.differences).toEqual([
    { kind: 'same', words: 'The harbor will stay' },
    { kind: 'given', words: 'shut' },
    { kind: 'printed', words: 'open' },
    { kind: 'same', words: 'whatever the storm' },
    { kind: 'given', words: 'brings' },
    { kind: 'printed', words: 'may' },
  ]);
});

test('a whole pasted message is looked at, quotation by quotation', () => {
  const results = check('I read "the harbor will stay open" and then "the fees are too high", and "we lost it all".');
  expect(results.map(({ verdict }) => verdict)).toEqual(['verbatim', 'verbatim', 'not-found']);
});

test('an altered quotation also tells when it is ascribed to somebody else', () => {
  expect(check('Dolen said "the harbor will stay shut, whatever the storm may bring"')[0]).toMatchObject({
    verdict: 'altered',
    isClaimed: false,
    claimed: { id: 'mara-dolen' },
  });
});
