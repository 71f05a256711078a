// What reaches a database can be kept by all of them, and comes back to the letter.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText, unescapeText } from '../../src/store/textPlugin.ts';

const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });

describe('escapeText', () => {
  test.each([
    ['who said “missiles” 🕊️?\n\t', 'who said “missiles” 🕊️?\n\t'],
    ['a\0b', 'a\\u0000b'],
    ['\\', '\\u005c'],
    ['\\u0000', '\\u005cu0000'],
    ['\ud83dx', '\\ud83dx'],
    ['x\udd4a', 'x\\udd4a'],
    ['\udd4a\ud83d', '\\udd4a\\ud83d'],
  ])('writes %j as %j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
    expect(unescapeText(escaped)).toBe(text);
  });

  test('is undone by unescapeText, and leaves no NUL and no half of a surrogate pair', () => {
    const texts = fc.oneof(
      anyText,
      fc.string({ unit: fc.constantFrom('\\', 'u', '0', '5', 'c', '\0', '\ud83d', '\udd4a') }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const escaped = escapeText(text);
        expect(unescapeText(escaped)).toBe(text);
        expect(escaped.includes('\0')).toBe(false);
        expect(Buffer.from(escaped).toString()).toBe(escaped);
      }),
    );
  });
});
