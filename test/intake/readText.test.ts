// Texts without markup: what stands in the file is what a curator would have typed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readText } from '../../src/intake/readText.ts';

const SHIPPED = join(import.meta.dirname, '../../corpus/articles/cgtn-2026-02-12-trump-netanyahu.md');

test('a page that was saved as lines, with its caption and its furniture, gives the article that ships', () => {
  const [, frontMatter = '', body = ''] = readFileSync(SHIPPED, 'utf8').split(/^---$/m);
  const { captions } = parse(frontMatter);
  const paragraphs = body.trim().split('\n\n');
  const furniture = ['SELECT YOUR LANGUAGE', '互联网新闻信息许可证10199990009', 'Rumour report hotline: 010-12345678'];
  const draft = readText([...captions, ...paragraphs, ...furniture].join('\n'));
  expect(draft).toMatchObject({ captions, paragraphs, leftOut: furniture, title: null, doubts: [] });
  expect(draft.language).toEqual({ value: 'en', from: 'guess' });
});

describe('paragraphs are apart', () => {
  test('by empty lines, where lines were broken by a machine', () => {
    const text =
      'The dam will be lower than planned, the envoy said on\nTuesday, and it will cost more than anybody had thought\nwhen it was drawn.\n\nNobody knows who pays for it, she said, and nobody asks in\nthe valley any more.';
    expect(readText(text).paragraphs).toEqual([
      'The dam will be lower than planned, the envoy said on Tuesday, and it will cost more than anybody had thought when it was drawn.',
      'Nobody knows who pays for it, she said, and nobody asks in the valley any more.',
    ]);
  });

  test('by lines, where each is a sentence or long', () => {
    const text = `The dam will be lower.\r\n${'It is known that it costs. '.repeat(6).trim()}\r\nNobody pays.`;
    expect(readText(text).paragraphs).toHaveLength(3);
  });

  test('by both, and white space within one is one space', () => {
    expect(readText('One\u00a0 two.\n \t\nThree\u3000four.\n').paragraphs).toEqual(['One two.', 'Three four.']);
  });
});

describe('a first line', () => {
  test('that is short and no sentence is taken for the title, and a doubt says so', () => {
    const draft = readText('Dam vote put off\nBy Mara Quill\n\nThe vote on the upper dam was put off on Thursday.');
    expect(draft.title).toEqual({ value: 'Dam vote put off', from: 'guess' });
    expect(draft.byline).toEqual({ value: 'Mara Quill', from: 'text' });
    expect(draft.paragraphs).toEqual(['The vote on the upper dam was put off on Thursday.']);
    expect(draft.doubts.map((doubt) => doubt.field)).toEqual(['title', 'byline', 'body']);
  });

  test('that is a sentence is a paragraph', () => {
    expect(readText('The vote was put off.\nNobody knows why.').title).toBeNull();
  });

  test('that stands alone is a paragraph', () => {
    expect(readText('Vote put off - envoy')).toMatchObject({ title: null, paragraphs: ['Vote put off - envoy'] });
  });
});

test('a correction in its own paragraph makes it corrected', () => {
  const draft = readText('The dam is 11 metres high.\n\nCORRECTION: The dam is 12 metres high.');
  expect(draft.status).toEqual({ value: 'corrected', from: 'text' });
});

test('invisible characters are taken out, and a doubt says so; the joiner of Persian stays', () => {
  const draft = readText('He said \u202eyes\u202c to\u200b it.\nمی\u200cگوید که نه.');
  expect(draft.paragraphs).toEqual(['He said yes to it.', 'می\u200cگوید که نه.']);
  expect(draft.doubts.map((doubt) => doubt.reason)).toEqual([
    expect.stringContaining('only'),
    expect.stringContaining('invisible'),
  ]);
});

describe('refused with what to do', () => {
  test.each([
    ['no text at all', ' \n\n', 'no-article', /apart by empty lines/],
    ['nothing but furniture', 'Share\nAdvertisement\n© 2026 Palm Wire', 'no-article', /apart by empty lines/],
    ['a damaged text', 'He said \ufffdno\ufffd.', 'encoding', /Copy it again/],
  ])('%s', (_, text, code, message) => {
    expect(() => readText(text)).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }));
  });
});
