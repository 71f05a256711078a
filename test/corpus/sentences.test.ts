// Where sentences end, as a table: text on the left, its sentences on the right.
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/corpus/sentences.ts';

const sentencesOf = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('a sentence ends', () => {
  test.each([
    ['Vale left. Orr stayed.', ['Vale left.', 'Orr stayed.']],
    ['Did Vale leave? Yes! Orr stayed.', ['Did Vale leave?', 'Yes!', 'Orr stayed.']],
    ['Vale said… Then she left.', ['Vale said…', 'Then she left.']],
    ['Really?! Yes.', ['Really?!', 'Yes.']],
    ['Vale left.\nOrr stayed.', ['Vale left.', 'Orr stayed.']],
    ['Vale left.\u00A0Orr stayed.', ['Vale left.', 'Orr stayed.']],
    ['(Vale left.) Orr stayed.', ['(Vale left.)', 'Orr stayed.']],
    ['Vale left without a stop', ['Vale left without a stop']],
    ['They met in 2015. Nothing followed.', ['They met in 2015.', 'Nothing followed.']],
    ['It rose 2.5 percent. Orr left.', ['It rose 2.5 percent.', 'Orr left.']],
    ['Vale said no. Orr said yes.', ['Vale said no.', 'Orr said yes.']],
    ['That is where he sat. Orr left.', ['That is where he sat.', 'Orr left.']],
  ])('%s', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });
});

describe('a sentence ends with the quotation mark behind its stop', () => {
  test.each([
    [
      'Any text "has got to be a good deal." "No delay," she added.',
      ['Any text "has got to be a good deal."', '"No delay," she added.'],
    ],
    ['“It is over.” Vale left.', ['“It is over.”', 'Vale left.']],
    ['"Stop!" Vale left.', ['"Stop!"', 'Vale left.']],
    ["She called it 'the end.' Orr left.", ["She called it 'the end.'", 'Orr left.']],
    ['«Нет.» Она ушла.', ['«Нет.»', 'Она ушла.']],
  ])('%s', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });
});

describe('a sentence goes on', () => {
  test.each([
    'U.S. President Ana Vale spoke.',
    'The U.S.-led talks went on.',
    'The U.S., Arden and others met.',
    'The meeting in Washington, D.C., ended.',
    'Mr. Vale met Mrs. Orr and Sen. Lund.',
    'The USS George H.W. Bush sailed.',
    'J. D. Orr spoke.',
    'Lt. Gov. Lund met Dr. Vale of St. Orr.',
    'Then-Sen. Lund met ex-Gov. Vale near Ft. Orr.',
    'They met on Wed. Feb. 11 in Arden.',
    'See No. 5 of the list.',
    'Vale, Ph.D. Lund and Orr met.',
    'Talks began at 5 p.m. Monday in Arden.',
    'Arden, e.g. Port Vale, was named.',
    '"Why?" she asked.',
    '"Stop!" he said.',
    '"It ended...," he said.',
    'What now? asked Vale.',
    'Talks at example.org went on.',
  ])('%s', (text) => {
    expect(sentencesOf(text)).toEqual([text]);
  });
});

describe('an abbreviation may end a sentence', () => {
  test.each([
    ['Vale flew to the U.S. The talks went on.', ['Vale flew to the U.S.', 'The talks went on.']],
    ['They met in Washington, D.C. It was late.', ['They met in Washington, D.C.', 'It was late.']],
    ['They met at the U.N. “They agreed,” Vale said.', ['They met at the U.N.', '“They agreed,” Vale said.']],
    ['Talks ended at 5 p.m. The two left.', ['Talks ended at 5 p.m.', 'The two left.']],
    ['She met Bo Orr Jr. They agreed.', ['She met Bo Orr Jr.', 'They agreed.']],
    ['It happened in the U.S.', ['It happened in the U.S.']],
  ])('%s', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });
});

describe('other scripts', () => {
  test.each([
    ['她说：“可以。”她走了。真的吗？是！', ['她说：“可以。”', '她走了。', '真的吗？', '是！']],
    ['她说「不。」然后走了。', ['她说「不。」', '然后走了。']],
    ['قال الوزير نعم. ثم ذهب؟ لا أعرف.', ['قال الوزير نعم.', 'ثم ذهب؟', 'لا أعرف.']],
    ['وہ آیا۔ وہ گیا۔', ['وہ آیا۔', 'وہ گیا۔']],
    ['वह आई। वह गई।', ['वह आई।', 'वह गई।']],
  ])('%s', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });
});

describe('white space belongs to no sentence', () => {
  test('spans are trimmed and count UTF-16 units', () => {
    expect(splitSentences('  😀 Vale left.  \n Orr stayed. ')).toEqual([
      { start: 2, end: 15 },
      { start: 19, end: 30 },
    ]);
  });

  test.each(['', ' \n\t '])('%j has no sentence', (text) => {
    expect(splitSentences(text)).toEqual([]);
  });
});
