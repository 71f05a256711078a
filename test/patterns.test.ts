import { describe, expect, test } from 'vitest';
import { CAPITAL_FIRST, LETTER, MARKS, matchesOf, pattern } from '../src/patterns.ts';

/** Characters of a block on which ours and Unicode's class differ. */
function differences(name: string, [from, to]: readonly [number, number]): string[] {
  const ours = pattern(`\\p{${name}}`);
  const unicode = new RegExp(`\\p{${name}}`, 'u');
  const characters = Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index));
  return characters.filter((character) => ours.test(character) !== unicode.test(character));
}

const WESTERN = [0, 0xff] as const;
const LATIN = [0, 0x24f] as const;
const GREEK = [0x391, 0x3c9] as const;
const CYRILLIC = [0x400, 0x45f] as const;

describe('pattern', () => {
  test('letters are Unicode’s in Latin, Greek and Cyrillic', () => {
    // Signs of numbers and units, and an empty place of the Greek block.
    expect(differences('L', LATIN)).toEqual(['ª', 'µ', 'º']);
    expect(differences('L', GREEK)).toEqual(['\u03a2']);
    expect(differences('L', CYRILLIC)).toEqual([]);
  });

  test('numbers and marks are Unicode’s in English print', () => {
    expect(differences('N', LATIN)).toEqual(['²', '³', '¹']);
    expect(differences('M', [0, 0x36f])).toEqual([]);
  });

  test('capitals and small letters are Unicode’s in Western European names, Greek and Russian', () => {
    for (const name of ['Lu', 'Ll']) {
      expect(differences(name, WESTERN).filter((character) => character !== 'µ')).toEqual([]);
      expect(differences(name, GREEK).filter((character) => character !== '\u03a2')).toEqual([]);
      expect(differences(name, CYRILLIC)).toEqual([]);
    }
  });

  test.each(['Šarić', 'Łukasz', 'Çelik', 'İpek', 'Ōta', 'Østby', 'Ștefan', 'Ếch', 'Ívar', 'Žižka', 'Ελένη', 'Юрий'])(
    '%s is a capitalised word',
    (name) => {
      expect(pattern(String.raw`^\p{Lu}\p{Ll}+$`).test(name)).toBe(true);
      expect(CAPITAL_FIRST.test(name)).toBe(true);
    },
  );

  test.each(['šuma', 'élan', 'naïve', 'çay', 'łan', 'юг'])('%s is a word of small letters', (word) => {
    expect(pattern(String.raw`^\p{Ll}+$`).test(word)).toBe(true);
  });

  test.each(['שלום', 'سلام', '伊朗', 'テヘラン', '이란', 'भारत', 'ประเทศ'])('%s begins with a letter', (word) => {
    expect(LETTER.test(word[0] ?? '')).toBe(true);
    expect(CAPITAL_FIRST.test(word)).toBe(false);
  });

  test('classes are read within brackets, outside them and turned round', () => {
    expect('Ana-Łu, 3x'.match(pattern(String.raw`[\p{L}\p{N}-]+`, 'g'))).toEqual(['Ana-Łu', '3x']);
    expect('Ana-Łu, 3x'.match(pattern(String.raw`[^\p{L}\p{N}-]+`, 'g'))).toEqual([', ']);
    expect('Ana-Łu, 3x'.match(pattern(String.raw`\P{L}+`, 'g'))).toEqual(['-', ', 3']);
    expect(pattern(String.raw`[\]\p{Lu}]$`, 'i').test('é')).toBe(true);
    expect('e\u0301a\u030a'.replace(MARKS, '')).toBe('ea');
  });

  test('matches are those of matchAll, whatever was asked before, and empty ones end', () => {
    const words = pattern(String.raw`\p{L}*`, 'g');
    words.lastIndex = 3;
    const found = (text: string): [string, number][] => matchesOf(words, text).map((match) => [match[0], match.index]);
    expect(found('Ana')).toEqual([
      ['Ana', 0],
      ['', 3],
    ]);
    for (const text of ['Ana, Łu', '', '—']) {
      words.lastIndex = 0;
      expect(found(text)).toEqual([...text.matchAll(words)].map((match) => [match[0], match.index]));
    }
  });

  test('a class without ranges is refused, and says what there is', () => {
    expect(() => pattern(String.raw`\p{Script}`)).toThrow('\\p{Script} has no ranges: use one of Lu, Ll, L, M, N');
    expect(() => pattern('(')).toThrow(SyntaxError);
  });
});
