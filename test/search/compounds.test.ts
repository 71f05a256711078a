// One word for what texts spell as two, and two for what they spell as one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinedAt, partsOf } from '../../src/search/compounds.ts';
import { createTokenizer } from '../../src/search/tokens.ts';
import { storyOf } from '../storyOf.ts';

const tokenize = createTokenizer([]);

/** What a text of these words knows. */
function spelledIn(text: string) {
  const tokens = tokenize(text);
  return {
    tokenize,
    hasStem: (stem: string) => tokens.some((token) => token.stem === stem),
    hasWord: (word: string) => tokens.some((token) => token.word === word),
    isPair: (a: string, b: string) => tokens.some(({ stem }, at) => stem === a && tokens[at + 1]?.stem === b),
  };
}

describe('joined', () => {
  const join = (question: string, text: string): string | undefined => joinedAt(tokenize(question), 0, spelledIn(text));
  test.each([
    ['air strikes', 'The airstrikes went on.'],
    ['air-strikes', 'The airstrikes went on.'],
    ['light house', 'Two lighthouses stood there.'],
    ['light houses', 'A lighthouse stood there.'],
  ])('%s in: %s', (question, text) => {
    expect(join(question, text)).toBeDefined();
  });
  test.each([
    ['air strikes', 'The air was cold.', 'no text has it as one word'],
    ['harbor news', 'harbornews has the harbor news.', 'a text has them side by side'],
    ['air, strikes', 'The airstrikes went on.', 'a comma stands between'],
    ['the rapist', 'The therapist waits.', 'a function word'],
    ['go at', 'The goat waits.', 'too short'],
  ])('%s: not, %s (%s)', (question, text) => {
    expect(join(question, text)).toBeUndefined();
  });
});

describe('taken apart', () => {
  const apart = (word: string, text: string) => partsOf(tokenize(word)[0] as never, spelledIn(text));
  test.each([
    ['steelworkers', 'The steel workers wait.'],
    ['lighthouse', 'The light house is old.'],
  ])('%s in: %s', (word, text) => {
    expect(apart(word, text)).toHaveLength(2);
  });
  test.each([
    ['steelworkers', 'The workers of the steel mill wait.', 'they do not stand side by side'],
    ['steelworkers', 'The steelworkers and the steel workers wait.', 'a text has the word'],
    ['forthem', 'It was for them.', 'function words'],
  ])('%s: not, %s (%s)', (word, text) => {
    expect(apart(word, text)).toBeUndefined();
  });
});

test('however two words are spelled, the statement is found either way', () => {
  const word = fc.constantFrom('steel', 'light', 'house', 'water', 'front', 'fire', 'stone', 'wall', 'boat', 'yard');
  fc.assert(
    fc.property(word, word, (first, second) => {
      fc.pre(first !== second);
      const [one, two] = [first + second, `${first} ${second}`];
      for (const [printed, asked] of [
        [one, two],
        [two, one],
      ]) {
        const index = storyOf([`Varga said the ${printed} was closed in the cold night.`]);
        const found = index.searchStatements(index.readQuery(`the ${asked} closed`), 'matches');
        expect(found[0]?.factors.coverage).toBeGreaterThan(0.99);
      }
    }),
    { numRuns: 30 },
  );
});
