// What counts as the same word, for passages and questions alike.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTokenizer } from '../../src/search/tokens.ts';

const tokenize = createTokenizer([{ spellings: [{ word: 'Araghchi', variants: ['Araqchi', 'Araghci'] }] }]);
const words = (text: string): string[] => tokenize(text).map(({ word }) => word);
const stems = (text: string): string[] => tokenize(text).map(({ stem }) => stem);

describe('words that are the same', () => {
  test.each([
    ['case', 'Nuclear', 'nuclear'],
    ['accents', 'Pezeškian', 'Pezeskian'],
    ['composed and decomposed accents', 'caf\u00e9', 'cafe\u0301'],
    ['thousands apart', '30 000', '30,000'],
    ['a dotted abbreviation', 'U.S.', 'US'],
    ['a dotted abbreviation without its last dot', 'U.S', 'US'],
    ['initials', 'H.W.', 'HW'],
    ['kinds of apostrophe', 'don’t', "don't"],
    ['a possessive', "Iran's", 'Iran'],
    ['a possessive with a curly apostrophe', 'Iran’s', 'Iran'],
    ['a listed transliteration', 'Araqchi', 'Araghchi'],
    ['a listed transliteration in another case', 'ARAGHCI', 'araghchi'],
    ['thousands', '1,000', '1000'],
    ['ordinals', '47th', '47'],
    ['percent', '60%', '60 percent'],
    ['Arabic and Persian letters', 'ايران', 'ایران'],
    ['a joiner inside a Persian word', 'می\u200Cرود', 'میرود'],
    ['full-width letters', 'ＮＰＴ', 'NPT'],
    ['letters that Unicode does not take apart', 'Løvås', 'lovas'],
  ])('%s: %s is %s', (_, a, b) => {
    expect(words(a)).toEqual(words(b));
  });

  test.each([
    ['negotiable', 'negotiations'],
    ['deploy', 'deployment'],
    ['missiles', 'missile'],
  ])('%s has the stem of %s', (a, b) => {
    expect(stems(a)).toEqual(stems(b));
  });
});

describe('words that are not the same', () => {
  test.each([
    ['Iran', 'Iraq'],
    ['2015', '2025'],
    ['3.67', '367'],
    ['ایران', 'عراق'],
  ])('%s is not %s', (a, b) => {
    expect(words(a)).not.toEqual(words(b));
  });
});

test('a hyphen separates words, so that "non-negotiable" is found by "negotiable"', () => {
  expect(words('U.S.-Israeli non-negotiable')).toEqual(['us', 'israeli', 'non', 'negotiable']);
});

test('a script without spaces is taken apart into words', () => {
  expect(words('伊朗核谈判').length).toBeGreaterThan(1);
});

test('function words are marked, negations and "US" are not', () => {
  const marked = tokenize('what did the US not say').map(({ word, isStop }) => [word, isStop]);
  expect(marked).toEqual([
    ['what', true],
    ['did', true],
    ['the', true],
    ['us', false],
    ['not', false],
    ['say', true],
  ]);
});

test('every token slices to its own words, in order and without overlap, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      let end = 0;
      for (const token of tokenize(text)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        expect(token.end).toBeLessThanOrEqual(text.length);
        expect(token.word).not.toBe('');
        const printed = text.slice(token.start, token.end);
        // Where words are not set apart, a word alone may be read otherwise than among its neighbours ("々").
        if (!/[\p{Lo}\p{Lm}]/u.test(printed)) expect(words(printed).join('')).toContain(token.word);
        end = token.end;
      }
    }),
    { numRuns: 500 },
  );
});
