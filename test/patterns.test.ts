import { describe, expect, test } from 'vitest';
import { CAPITAL_FIRST, LETTER, MARKS, NUMBER, pattern } from '../src/patterns.ts';

/** Characters up to the end of the Cyrillic block on which two expressions differ. */
function differences(ours: RegExp, unicode: RegExp): string[] {
  const characters = Array.from({ length: 0x530 }, (_, code) => String.fromCharCode(code));
  return characters.filter((character) => ours.test(character) !== unicode.test(character));
}

describe('pattern', () => {
  test('letters, marks and numbers are Unicode’s in Latin, Greek and Cyrillic, but for modifiers', () => {
    expect(differences(NUMBER, /\p{N}/u)).toEqual([]);
    // Spacing modifiers and two Greek signs are no letters of a name; three places of the Greek block are empty.
    const left = /[\u02c6-\u02ee\u0374\u03f6\u038b\u038d\u03a2]/;
    expect(differences(LETTER, /\p{L}/u).filter((character) => !left.test(character))).toEqual([]);
    // Cyrillic's historic marks are left out.
    expect(
      differences(pattern(String.raw`\p{M}`), /\p{M}/u).filter((character) => !/[\u0483-\u0489]/.test(character)),
    ).toEqual([]);
  });

  test('capitals and small letters are Unicode’s in Western European names, Greek and Russian', () => {
    const common = /^[\0-ÿΆΈ-ΏΑ-ώЀ-џ]$/;
    for (const name of ['Lu', 'Ll']) {
      const found = differences(pattern(`\\p{${name}}`), new RegExp(`\\p{${name}}`, 'u'));
      expect(found.filter((character) => common.test(character) && !'µ\u038b\u038d\u03a2'.includes(character))).toEqual(
        [],
      );
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

  test('a class without ranges is refused, and says what there is', () => {
    expect(() => pattern(String.raw`\p{Script}`)).toThrow('\\p{Script} has no ranges: use one of Lu, Ll, L, M, N');
    expect(() => pattern('(')).toThrow(SyntaxError);
  });
});
