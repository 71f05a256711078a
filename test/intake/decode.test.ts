// Bytes become the text that was printed, or a refusal that says what to do; never damaged words.
import { describe, expect, test } from 'vitest';
import { IntakeError } from '../../src/errors.ts';
import { decodeBytes } from '../../src/intake/decode.ts';
import { encodePage } from './encodePage.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof IntakeError) return error.code;
    throw error;
  }
  return 'nothing';
}

describe('the encoding is', () => {
  test.each([
    ['UTF-8 by its mark', utf8('\ufeff<p>“é”'), 'text/html; charset=windows-1252', 'utf-8', false],
    ['UTF-16 by its mark, little end first', encodePage('<p>“é”', 'utf-16le'), null, 'utf-16le', false],
    [
      'UTF-16 by its mark, big end first',
      encodePage('<p>“é”', 'utf-16be'),
      'text/html; charset=utf-8',
      'utf-16be',
      false,
    ],
    ['UTF-16 by its NULs', encodePage('<p>“é”', 'utf-16be-without-mark'), null, 'utf-16be', true],
    ['the header’s', encodePage('<p>“é”', 'windows-1252'), 'text/html; charset="ISO-8859-1"', 'windows-1252', false],
    [
      'the header’s rather than the page’s',
      encodePage('<meta charset=koi8-r><p>é', 'windows-1252'),
      'text/html;charset=latin1',
      'windows-1252',
      false,
    ],
    [
      'the page’s, in meta charset',
      encodePage("<meta charset='windows-1251'><p>«Да»", 'windows-1251'),
      'text/html',
      'windows-1251',
      false,
    ],
    [
      'the page’s, in http-equiv',
      encodePage('<meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><p>نعم', 'windows-1256'),
      null,
      'windows-1256',
      false,
    ],
    [
      'the page’s, in an XML declaration',
      encodePage('<?xml version="1.0" encoding="iso-8859-2"?><p>ťž', 'iso-8859-2'),
      null,
      'iso-8859-2',
      false,
    ],
    [
      'the page’s, behind 2,000 bytes of comments',
      encodePage(`<!-- ${'x'.repeat(2_000)} --><meta charset=big5><p>談判`, 'big5'),
      null,
      'big5',
      false,
    ],
    ['UTF-8 where nothing is said', utf8('<p>“é”'), null, 'utf-8', true],
    ['UTF-8 where a server sends its default', utf8('<p>“é”'), 'text/html; charset=iso-8859-1', 'utf-8', true],
    ['UTF-8 where a page says windows-1251', utf8('<meta charset="windows-1251"><p>“Да”, “нет”'), null, 'utf-8', true],
    ['windows-1252 where nothing is said', encodePage('<p>“é”', 'windows-1252'), null, 'windows-1252', true],
    [
      'windows-1252 where UTF-8 is said of no byte that is it',
      encodePage('<p>“é”', 'windows-1252'),
      'text/html; charset=utf-8',
      'windows-1252',
      true,
    ],
    [
      'the page’s where the header wrongly says UTF-8',
      encodePage('<meta charset=windows-1251><p>«Да»', 'windows-1251'),
      'text/html; charset=utf-8',
      'windows-1251',
      true,
    ],
    ['UTF-8 where an unknown one is said', utf8('<meta charset="klingon"><p>é'), null, 'utf-8', true],
    ['ASCII is UTF-8, and no guess', utf8('<p>plain'), 'text/html; charset=utf-8', 'utf-8', false],
  ])('%s', (_, bytes, contentType, encoding, isGuessed) => {
    const decoded = decodeBytes(bytes, contentType, 'html');
    expect(decoded).toMatchObject({ encoding, isGuessed });
    expect(decoded.text).toMatch(/“é”|<p>é|«Да»|نعم|ťž|談判|“Да”|plain/);
  });

  test('not read from a text, which may quote a page', () => {
    const bytes = encodePage('<meta charset="windows-1251"> “é”', 'windows-1252');
    expect(decodeBytes(bytes, null, 'text')).toMatchObject({
      encoding: 'windows-1252',
      text: '<meta charset="windows-1251"> “é”',
    });
  });

  test('windows-1252 with its curly marks, not Latin-1', () => {
    const bytes = Uint8Array.of(0x93, 0x80, 0x85, 0x8e, 0x9f, 0x94, 0xa0, 0xff);
    expect(decodeBytes(bytes, 'text/plain', 'text').text).toBe('“€…ŽŸ”\u00a0ÿ');
  });
});

describe('refused with what to do', () => {
  test.each([
    ['UTF-8 in part only', Uint8Array.from([...utf8('“é”'), 0x93, 0x20]), 'text/plain; charset=utf-8'],
    ['an odd number of bytes of UTF-16', Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x42]), null],
    [
      'bytes that the declared encoding does not have',
      Uint8Array.from([0x41, 0xff, 0xff, 0xff]),
      'text/plain; charset=euc-kr',
    ],
    ['a replacement character', utf8('He said \ufffdno\ufffd.'), 'text/plain; charset=utf-8'],
    ['a NUL', utf8('a\0b'), null],
    ['a control character of windows-1252 read as Latin-1', utf8('\u0093no\u0094'), null],
    ['a byte that windows-1252 does not have', Uint8Array.of(0x41, 0x81, 0xe9), null],
  ])('%s', (_, bytes, contentType) => {
    expect(codeOf(() => decodeBytes(bytes, contentType, 'text'))).toBe('encoding');
    expect(() => decodeBytes(bytes, contentType, 'text')).toThrow(/save it as UTF-8 and add that/);
  });

  test('but not for an odd character in a script, which is no text', () => {
    const page = '<script>var odd = /[\ufffd\u0093]/</script><p>Even.</p>';
    expect(decodeBytes(utf8(page), null, 'html').encoding).toBe('utf-8');
    expect(codeOf(() => decodeBytes(utf8(`${page}\u0093`), null, 'html'))).toBe('encoding');
  });
});

test('what typewriters and DOS left is taken out: form feeds and the end of the file', () => {
  expect(decodeBytes(utf8('One.\fTwo.\u001a'), null, 'text').text).toBe('One.\nTwo.');
});
