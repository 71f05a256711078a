// What Slack and Discord put around words is taken off; what only looks like it stays.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/requests/markUp.ts';

const plain = (text: string): string => plainText(text).replace(/\s+/gu, ' ').trim();

describe('is taken off', () => {
  test.each([
    ['<@U024BE7LH> who said missiles', 'who said missiles'],
    ['<@U024BE7LH>, who said missiles', 'who said missiles'],
    ['<@!80351110224678912>: who said missiles', 'who said missiles'],
    ['who said missiles <@&165511591545143296>', 'who said missiles'],
    ['<@U024BE7LH|lena> who said missiles', 'who said missiles'],
    ['<!here> who said missiles', 'who said missiles'],
    ['<!subteam^SAZ94GDB8|@desk> who said missiles', 'who said missiles'],
    ['who said missiles in <#C024BE7LR|general>', 'who said missiles in general'],
    ['who said missiles <#C024BE7LR|>', 'who said missiles'],
    ['who said missiles <#80351110224678912>', 'who said missiles'],
    ['who said missiles since <!date^1770681600^{date_short}|10 Feb 2026>', 'who said missiles since 10 Feb 2026'],
    ['who said missiles since <t:1770681600:D>', 'who said missiles since 2026-02-10'],
    ['who said <https://example.org/a?b=c|the deal>', 'who said the deal'],
    ['who said [the deal](https://example.org/a)', 'who said the deal'],
    ['see <https://example.org/a>', 'see https://example.org/a'],
    ['<mailto:lena@example.org|lena@example.org> said fees', 'lena@example.org said fees'],
    ['</iran-talks who-said:1234567890> missiles', '/iran-talks who-said missiles'],
    ['who said *missiles*', 'who said missiles'],
    ['who said **missiles** and __ships__', 'who said missiles and ships'],
    ['who said ***missiles***', 'who said missiles'],
    ['who said *_~missiles~_*', 'who said missiles'],
    ['who said _the *second* carrier_', 'who said the second carrier'],
    ['who said ~~ships~~ ~missiles~', 'who said ships missiles'],
    ['who said ||no missiles||', 'who said no missiles'],
    ['who said `no missiles`', 'who said no missiles'],
    ['who said ```no missiles```', 'who said no missiles'],
    ['check\n```text\nno missiles\n```', 'check no missiles'],
    ['check "*No missiles*," he added', 'check "No missiles," he added'],
    ['check\n> No missiles\n> no ships', 'check No missiles no ships'],
    ['check\n&gt; No missiles', 'check No missiles'],
    ['>>> No missiles', 'No missiles'],
    ['# Ships\n-# small print', 'Ships small print'],
    [':wave: who said missiles :+1: :man-shrugging::skin-tone-2:', 'who said missiles'],
    ['who said missiles <:ship:80351110224678912> <a:wave:80351110224678912>', 'who said missiles'],
    ['who said AT&amp;T &lt;3', 'who said AT&T <3'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&lt;@U024BE7LH&gt;', '<@U024BE7LH>'],
    ['who said mis\u200Bsi\u00ADles\uFEFF', 'who said missiles'],
    [String.raw`who said \*missiles\*`, 'who said *missiles*'],
  ])('%j', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });
});

const KEPT = [
  'snake_case and a_b_c',
  '__proto and file__name',
  '2*3*4 is 24',
  '2 * 3 * 4',
  '2**3**4',
  'a < b and 5 > 3',
  'x<y>z',
  'about ~5 km and ~6 ships',
  'at 10:30:45, ratio 3:2:1',
  'he said:yes:no',
  'outlet:CGTN direct only',
  'when: who said missiles',
  'source cgtn-2026-02-12#4',
  'speaker Trump about #4',
  'R&D; Q&A &c.',
  'a || b || c',
  'it`s one mark',
  '* one star',
  "``quoted so''",
  'می\u200Cرود',
  '"no nuclear weapons, no missiles"',
  '[Iran] … (no) address',
];

test.each(KEPT)('%j stays', (text) => {
  expect(plainText(text)).toBe(text);
});

describe('whatever the text', () => {
  const character = fc.constantFrom(...'abc XYZ 012 é م 谈 .,;!?"“”’\'()-–/%$€=+'.split(''));
  const words = fc.array(character, { maxLength: 40 }).map((list) => list.join(''));

  test('text without marks stays to the letter', () => {
    fc.assert(fc.property(words, (text) => plainText(text) === text));
  });

  test('every mark around words comes off, and nothing else', () => {
    const marks = fc.constantFrom('*', '_', '~', '**', '__', '~~', '***', '||', '`', '``', '```');
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]+(?: [a-z]+){0,3}$/), marks, (text, mark) => {
        expect(plain(`see ${mark}${text}${mark}, please`).replace(' ,', ',')).toBe(`see ${text}, please`);
      }),
    );
  });

  const piece = fc.constantFrom(
    ...['*', '_', '~', '**', '__', '||', '>', '> ', '\n', '#', ':', ':smile:', '<@U1>', '<!here>', '<t:0>'],
    ...['<#C1|a>', '<https://a.b|c>', ' ', ' ', 'word', 'two words', '5', '"', '[a](https://b.c)'],
  );

  test('no mention, label or emoji is left, and no character is put in', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const found = plainText(text);
        expect(found).not.toMatch(/<@U1>|<!here>|<#C1\|a>|\(https:/u);
        expect(found.replaceAll('1970-01-01', '').length).toBeLessThanOrEqual(text.length + pieces.length);
      }),
      { numRuns: 8000 },
    );
  });

  // A pattern that tries every way to pair marks would run into the time limit of a test.
  test.each(['*', '_a', '||', '`', '```', '<@', ':a', '~~a ', '&lt;', '[a](', '**a*', '> '])(
    'thousands of %j are read in time',
    (mark) => {
      expect(plainText(mark.repeat(4000)).length).toBeLessThanOrEqual(4000 * mark.length);
    },
  );
});
