// What somebody printed shows as it is on Discord, whatever it is made of; only our own marks are marks.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText, linkOf, markdownOf } from '../../src/discord/markdown.ts';
import type { Run } from '../../src/messages/message.ts';

const run = (text: string, style: Run['style'] = 'printed'): Run => ({ text, style });

describe('what could begin markup is escaped', () => {
  test.each([
    ['a *star* and __two__ lines', String.raw`a \*star\* and \_\_two\_\_ lines`],
    ['~~gone~~ ||hidden|| `code`', String.raw`\~\~gone\~\~ \|\|hidden\|\| \`code\``],
    ['<@123> and <#4> and <t:1:R>', String.raw`\<@123> and \<#4> and \<t:1:R>`],
    ['# Title', String.raw`\# Title`],
    ['-# small', String.raw`\-# small`],
    ['> quoted', String.raw`\> quoted`],
    ['- item', String.raw`\- item`],
    ['1984. It was late.', String.raw`1984\. It was late.`],
    ['first\n# second', 'first\n\\# second'],
    ['[here](https://example.org)', String.raw`[here\](https://example.org)`],
    [String.raw`a \ stroke`, String.raw`a \\ stroke`],
  ])('%j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });

  test.each([
    'U.S.-Israeli talks',
    'a deal (for now) - or not',
    '[Iran] said > 3.67 percent #4',
    'It was 1984. It was late.',
    '@everyone',
  ])('%j: as it is', (text) => {
    expect(escapeText(text)).toBe(text);
  });
});

describe('marks', () => {
  test.each([
    [[run('No '), run('missiles', 'matched'), run(', he said')], 'No **missiles**, he said'],
    [[run('No'), run(' missiles ', 'matched'), run('he said')], 'No **missiles** he said'],
    [[run('mis', 'matched'), run('siles', 'matched')], '**missiles**'],
    [[run('missiles', 'left-out'), run(' ', 'plain'), run('bombs', 'put-in')], '__missiles__ ~~bombs~~'],
    [[run(' ', 'matched')], ' '],
    [[run('# not a title', 'matched')], String.raw`**\# not a title**`],
    [[run('[a]'), run('(https://example.org)')], String.raw`[a\](https://example.org)`],
    [[run('*'), run('*', 'matched'), run('*')], String.raw`\***\***\*`],
  ])('%j', (runs, text) => {
    expect(markdownOf(runs)).toBe(text);
  });
});

test('a link keeps its words and its address', () => {
  expect(linkOf('Talks [live] *now*', 'https://example.org/a_(b)?q=<x>')).toBe(
    String.raw`[Talks \[live\] \*now\*](https://example.org/a_%28b%29?q=%3Cx%3E)`,
  );
});

const STYLES: Run['style'][] = ['plain', 'printed', 'matched', 'left-out', 'put-in', 'content', 'strong'];
const runs = fc.array(
  fc.record({
    text: fc.string({ unit: fc.constantFrom(...'ab *_~`|\\<>#-+[]().1\n@'), maxLength: 8 }),
    style: fc.constantFrom(...STYLES),
  }),
  { maxLength: 6 },
);

test('unescaped and without our marks, the words are those that were printed', () => {
  fc.assert(
    fc.property(runs, (some) => {
      const bare = markdownOf(some)
        .replace(/\\([\s\S])/gu, (_, character: string) => String.fromCodePoint(0xe000 + character.charCodeAt(0)))
        .replace(/\*\*|__|~~/gu, '')
        .replace(/[\uE000-\uE07F]/gu, (character) => String.fromCodePoint(character.charCodeAt(0) - 0xe000));
      expect(bare).toBe(some.map(({ text }) => text).join(''));
    }),
  );
});

test.each([
  ['https://news.example/a_b/c*d', 'https://news.example/a_b/c*d'],
  ['*see* https://news.example/a_b_c (_here_)', '\\*see\\* https://news.example/a_b_c (\\_here\\_)'],
  ['https://news.example/<@1>', 'https://news.example/\\<@1>'],
])('addresses stay whole: %s', (text, escaped) => {
  expect(escapeText(text)).toBe(escaped);
});

test('words that stand out side by side stand out as one', () => {
  const run = (text: string, style: Run['style']): Run => ({ text, style });
  expect(
    markdownOf([
      run('no', 'matched'),
      run(' ', 'printed'),
      run('bombs', 'matched'),
      run(', ', 'printed'),
      run('no', 'matched'),
    ]),
  ).toBe('**no bombs**, **no**');
});
