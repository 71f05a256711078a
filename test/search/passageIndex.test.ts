// What makes one passage a better answer than another, each reason by itself.
import { describe, expect, test } from 'vitest';
import { article, storyOf } from '../storyOf.ts';

/** Ids of the passages found, best first. */
function found(texts: readonly string[], question: string, wanted: 'said' | 'number' | 'other' = 'other'): string[] {
  const index = storyOf(texts);
  return index.searchPassages(index.readQuery(question), wanted).map(({ item }) => item.id);
}

describe('the first of two passages with the same words', () => {
  test.each([
    [
      'in one sentence',
      ['Ships wait. The old crane is broken.', 'The crane lifts ships. It is old.'],
      'crane ships',
      'b#1',
    ],
    [
      'side by side',
      ['Ships that wait for weeks need a crane.', 'The ships crane over there is new to us.'],
      'ships crane',
      'b#1',
    ],
    ['in the order asked for', ['The office of the port was shut.', 'The port office was shut.'], 'port office', 'b#1'],
    ['as they are typed', ['Shipping was closed.', 'Ships were closed.'], 'ships closed', 'b#1'],
    [
      'more of them',
      ['The crane is old and broken.', 'The crane is old and the ships wait.'],
      'old crane ships',
      'b#1',
    ],
  ])('%s', (_, texts, question, first) => {
    expect(found(texts, question)[0]).toBe(first);
  });

  test('a number beside them where one is asked for', () => {
    const texts = ['The ships that left the port were old.', 'The ships that left the port were 40.'];
    expect(found(texts, 'how many ships left the port', 'number')[0]).toBe('b#1');
  });

  test('said by whom the question names, where only "he" is printed', () => {
    const index = storyOf([
      article({ id: 'a', body: 'The harbor fees are high, and sailors complain.\n\nGrell was born in Kelluth.' }),
      article({ id: 'b', body: 'Lena Moss spoke on Monday.\n\n"The harbor fees are high," she said.' }),
    ]);
    const hits = index.searchPassages(index.readQuery('what did Lena Moss say about harbor fees'), 'said');
    const ids = hits.map(({ item }) => item.id);
    expect(ids.indexOf('b#2')).toBeLessThan(ids.indexOf('a#1'));
  });

  test('a name that no text has: nothing answers, whatever else matches', () => {
    const index = storyOf(['Lena Moss met the harbor guild in Kelluth on Monday to settle the fees.']);
    const isAnswered = (question: string): boolean =>
      index.searchPassages(index.readQuery(question)).some(({ isAnswer }) => isAnswer);
    expect(isAnswered('Did Lena Moss meet the harbor guild in Kelluth?')).toBe(true);
    expect(isAnswered('Did Lena Moss meet the harbor guild in Torvik?')).toBe(false);
  });

  test('a word of the title counts, but less than in the passage', () => {
    const index = storyOf([
      article({ id: 'a', title: 'The crane', body: 'It was broken on Monday.' }),
      article({ id: 'b', title: 'The port', body: 'It was broken on Monday.' }),
      article({ id: 'c', title: 'The port', body: 'The crane was broken on Monday.' }),
    ]);
    const hits = index.searchPassages(index.readQuery('crane broken'));
    expect(hits.map(({ item }) => item.id)).toEqual(['c#1', 'a#1', 'b#1']);
  });
});

describe('many passages', () => {
  const texts = Array.from({ length: 1500 }, (_, at) => `The port has ship ${at}, a crane and a gate.`);
  texts[700] = 'The port has a crane, and Grell painted the gate red.';

  test('a rare word finds its passage among those of frequent ones', () => {
    const index = storyOf(texts.map((body, at) => article({ id: `n${at}`, body })));
    expect(index.searchPassages(index.readQuery('port crane gate painted'))[0]?.item.id).toBe('n700#1');
    expect(index.searchPassages(index.readQuery('port crane gate')).length).toBeGreaterThan(0);
    expect(index.passagesHaving(['gate', 'paint']).map(({ id }) => id)).toEqual(['n700#1']);
  });
});

test('a short word is read as another only beside the rest of the question, in a small corpus as a longer one only', () => {
  const letters = (at: number): string => String.fromCharCode(98 + (at % 20));
  const words = Array.from(
    { length: 5200 },
    (_, at) => `q${letters(at)}${letters(at / 20)}${letters(at / 400)}zz`,
  ).join(' ');
  const index = storyOf([`Large ships wait at the gate. ${words}.`, 'A page was torn.']);
  expect(index.readQuery('lage ships').concepts[0]?.corrected).toEqual(['large']);
  expect(index.readQuery('lage').concepts[0]?.corrected).toEqual([]);
  const small = storyOf(['Large ships wait at the gate.']);
  expect(small.readQuery('lage ships').concepts[0]?.corrected).toEqual(['large']);
  expect(small.readQuery('lage').concepts[0]?.corrected).toEqual([]);
  expect(small.readQuery('gat ships').concepts[0]?.corrected).toEqual([]);
});

test('no part of a passage has more of a question than the bound says', () => {
  const index = storyOf(['Varga said the harbor fees are high. Dolen said ships wait.']);
  const query = index.readQuery('harbor fees and ships');
  for (const statement of index.statements()) {
    const { coverage } = index.matchStatement(query, statement).factors;
    expect(index.mayMatch(query, coverage)(statement)).toBe(true);
    expect(index.mayMatch(query, 1.01)(statement)).toBe(false);
  }
});
