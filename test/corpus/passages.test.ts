// Passages are the article's own words, to the letter, with ids and offsets that hold.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitPassages } from '../../src/corpus/passages.ts';
import type { Article, Passage } from '../../src/domain.ts';

function passagesOf(article: Partial<Pick<Article, 'id' | 'body' | 'captions'>>): Passage[] {
  return splitPassages({ id: 'talks', body: '', captions: [], ...article });
}

describe('paragraphs', () => {
  test.each([
    ['one blank line', 'One.\n\nTwo.', ['One.', 'Two.']],
    ['several blank lines', 'One.\n\n\n\nTwo.', ['One.', 'Two.']],
    ['a blank line that holds spaces and tabs', 'One.\n \t\nTwo.', ['One.', 'Two.']],
    ['a blank line that holds an ideographic space', 'One.\n\u3000\nTwo.', ['One.', 'Two.']],
    ['a blank line in a file with CR LF', 'One.\r\n\r\nTwo.\r\n', ['One.', 'Two.']],
    ['a blank line with spaces in a file with CR LF', 'One.\r\n  \r\nTwo.', ['One.', 'Two.']],
    ['a blank line between lines of both kinds', 'One.\n\r\nTwo.\r\n\nThree.', ['One.', 'Two.', 'Three.']],
  ])('are separated by %s', (_, body, expected) => {
    expect(passagesOf({ body }).map(({ text }) => text)).toEqual(expected);
  });

  test.each([
    ['LF', 'One\ntwo.'],
    ['CR LF', 'One\r\ntwo.'],
    ['CR alone', 'One\rtwo.'],
    ['the line separator U+2028', 'One\u2028two.'],
    ['LF with spaces around it', 'One \n  two.'],
  ])('keep a line break of %s within them', (_, body) => {
    expect(passagesOf({ body }).map(({ text }) => text)).toEqual([body]);
  });

  test('are lines of their own where one is too long to be part of a wrapped text', () => {
    const long = 'word '.repeat(40).trim();
    const passages = passagesOf({ body: `Head\n${long}. \n  Last.\n\nShort\nlines.` });
    expect(passages.map(({ text, offset }) => [text, offset])).toEqual([
      ['Head', 0],
      [`${long}.`, 5],
      ['Last.', long.length + 10],
      ['Short\nlines.', long.length + 17],
    ]);
  });

  test('leave out the white space at their ends, and only there', () => {
    const [passage] = passagesOf({ body: '\n\n  One  two.\t \n\n' });
    expect(passage).toMatchObject({ text: 'One  two.', offset: 4 });
  });

  test('are none in a body of white space', () => {
    expect(passagesOf({ body: ' \r\n\t\n\u00A0\n' })).toEqual([]);
  });

  test('of several million characters are split without exhausting the stack', () => {
    const body = 'word '.repeat(1_000_000);
    expect(passagesOf({ body: `${body}\n\nLast.` }).map(({ text }) => text.length)).toEqual([body.length - 1, 5]);
  });
});

describe('ids, numbers and offsets', () => {
  test('paragraphs come first, then captions, each counted from 1', () => {
    const passages = passagesOf({ id: 'vale-talks', body: 'One.\n\nTwo.', captions: ['Left.', 'Right.'] });
    expect(passages.map(({ id, articleId, kind, number }) => [id, articleId, kind, number])).toEqual([
      ['vale-talks#1', 'vale-talks', 'paragraph', 1],
      ['vale-talks#2', 'vale-talks', 'paragraph', 2],
      ['vale-talks#c1', 'vale-talks', 'caption', 1],
      ['vale-talks#c2', 'vale-talks', 'caption', 2],
    ]);
  });

  test('an offset is where the text starts in the body, also behind characters of two units', () => {
    const body = '\n😀 One.\r\n\r\n  Two “three”.\n';
    const passages = passagesOf({ body });
    expect(passages.map(({ offset }) => offset)).toEqual([1, 14]);
    for (const { offset, text } of passages) expect(body.slice(offset, offset + text.length)).toBe(text);
  });

  test("a caption's offset counts within the caption, whose ends are trimmed", () => {
    expect(passagesOf({ captions: ['  Ana Vale arrives. '] })).toMatchObject([
      { id: 'talks#c1', text: 'Ana Vale arrives.', offset: 2 },
    ]);
  });

  test('sentences are spans of the passage, not of the body', () => {
    const [, passage] = passagesOf({ body: 'One.\n\nVale left. Orr stayed.' });
    expect(passage?.sentences).toEqual([
      { start: 0, end: 10 },
      { start: 11, end: 22 },
    ]);
  });
});

describe('whatever the body holds', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\n',
      '\r\n',
      '\n\n',
      ' ',
      '\t',
      '\r',
      '\u2028',
      '\u3000',
      '\uFEFF',
      '. ',
      '?',
      '”',
      '。',
      'U.S. ',
      'a.m. ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const anyBody = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

  test('every text is found in the body at its offset, is trimmed and not empty', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        for (const { text, offset } of passagesOf({ body })) {
          expect(text).not.toBe('');
          expect(text).toBe(text.trim());
          expect(body.slice(offset, offset + text.length)).toBe(text);
        }
      }),
    );
  });

  test('the passages hold every character that is not white space, once and in order', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const texts = passagesOf({ body }).map(({ text }) => text);
        expect(withoutSpace(texts.join(''))).toBe(withoutSpace(body));
      }),
    );
  });

  test('no passage holds a blank line', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        for (const { text } of passagesOf({ body })) expect(text).not.toMatch(/\n[^\S\n]*\n/u);
      }),
    );
  });

  test('sentences are in order, do not overlap, are trimmed, and hold every character that is not white space', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        for (const { text, sentences } of passagesOf({ body })) {
          const words = sentences.map(({ start, end }) => text.slice(start, end));
          sentences.forEach(({ start }, index) => {
            expect(start).toBeGreaterThanOrEqual(sentences[index - 1]?.end ?? 0);
          });
          for (const sentence of words) {
            expect(sentence).not.toBe('');
            expect(sentence).toBe(sentence.trim());
          }
          expect(withoutSpace(words.join(''))).toBe(withoutSpace(text));
        }
      }),
    );
  });
});
