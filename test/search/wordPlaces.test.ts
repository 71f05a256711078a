// Where words stand as they are typed: found by numbers, and the same as reading every text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { article, storyOf } from '../storyOf.ts';

const index = storyOf([
  'The ferry is not late. It is on time.\n\nThe harbor will open; the ferry will wait.',
  article({ id: 'gone', body: 'The ferry sank.', status: 'withdrawn' }),
  'What was it that he would do? The ferries wait.',
]);

function inOrder(words: string): string[] {
  return index.passagesInOrder(index.tokenize(words)).map(({ id }) => id);
}

function places(words: string): string[] {
  return [...index.placesOf(index.tokenize(words))].map(
    ({ passage, place: { before, start, end, behind } }) =>
      `${passage.id} ${before} ${passage.text.slice(start, end)} ${behind}`,
  );
}

describe('texts that have words in this order', () => {
  test.each([
    ['ferry late', ['a#1']],
    ['ferry wait', ['a#2']],
    ['the will', ['a#2']],
    ['it was', []],
    ['was it', ['c#1']],
    ['ferry', ['a#1', 'a#2']],
    ['ferry ferry', []],
    ['ferry moored', []],
    ['', []],
  ])('%s', (words, ids) => {
    expect(inOrder(words)).toEqual(ids);
  });
});

describe('places where words stand side by side, with the words around them', () => {
  test.each([
    ['the ferry', ['a#1 null The ferry 10', 'a#2 20 the ferry 32']],
    ['is', ['a#1 9 is 13', 'a#1 25 is 29']],
    ['on time', ['a#1 28 on time null']],
    ['ferry late', []],
  ])('%s', (words, expected) => {
    expect(places(words)).toEqual(expected);
  });
});

test('nothing is found in a withdrawn article', () => {
  expect(inOrder('ferry sank')).toEqual([]);
});

test('the same as by reading every text, whatever the words', () => {
  const word = fc.constantFrom('the', 'ferry', 'is', 'not', 'harbor', 'it', 'wait', 'will');
  const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(texts, fc.array(word, { minLength: 1, maxLength: 3 }), (lists, wanted) => {
      const story = storyOf([lists.map((list) => `${list.join(' ')}.`).join('\n\n')]);
      const tokens = story.tokenize(wanted.join(' '));
      const isInOrder = (text: string): boolean =>
        story.tokenize(text).reduce((at, { word }) => (word === tokens[at]?.word ? at + 1 : at), 0) === tokens.length;
      const all = story.shownPassages();
      expect(story.passagesInOrder(tokens)).toEqual(all.filter(({ text }) => isInOrder(text)));
      const isAt = (text: string, at: number): boolean =>
        tokens.every((token, offset) => story.tokenize(text)[at + offset]?.word === token.word);
      const expected = all.flatMap(({ id, text }) =>
        story.tokenize(text).flatMap(({ start }, at) => (isAt(text, at) ? [`${id} ${start}`] : [])),
      );
      expect([...story.placesOf(tokens)].map(({ passage, place }) => `${passage.id} ${place.start}`)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});
