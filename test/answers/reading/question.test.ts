// Whose words a question asks for, read from the question alone.
import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/answers/reading/question.ts';

describe('asks for the words of', () => {
  test.each([
    ['what did Varga say about fees?', 'Varga', 'about fees?'],
    ['what did the senior U.S. official say', 'the senior U.S. official', ''],
    ['what did U.S. officials say', 'U.S. officials', ''],
    ["what did Varga's office say", "Varga's office", ''],
    ['what is the position of Orlan on its harbor', 'Orlan', 'on its harbor'],
    ["what is Orlan's position on fees", 'Orlan', 'on fees'],
    ['does Orlan still want fees', 'Orlan', 'fees'],
    ['what Varga told reporters', 'Varga', 'reporters'],
  ])('%s', (text, subject, topic) => {
    expect(readQuestion(text)).toMatchObject({ kind: 'saying', subject, topic });
  });

  test.each(['what do the two sides want', 'what are the fees Orlan wants'])('%s: no name', (text) => {
    expect(readQuestion(text)).toMatchObject({ kind: 'saying', isName: false });
  });
});

test.each([
  ['what does Varga want', true],
  ['what is the position of Orlan on fees', true],
  ["what is Orlan's stance on fees", true],
  ['what did Varga say', false],
  ['what did Varga demand', true],
  ['why did Varga deny it', true],
  ['did Varga demand fees', false],
  ['has Varga denied it', false],
])('%s: what others tell as well: %s', (text, isTold) => {
  expect(readQuestion(text)).toMatchObject({ kind: 'saying', isTold });
});

test.each(['which judge denied the fees', 'who else denied the fees', 'who did not want fees'])(
  '%s: who it was is asked',
  (text) => {
    expect(readQuestion(text).kind).toBe('other');
  },
);

test.each(['what was said in Orlan', 'did anyone say so', 'what did they say'])('%s: of anybody', (text) => {
  expect(readQuestion(text).kind).toBe('said');
});

test.each(['when were the talks', 'who met at the port', 'who denied fees', 'say', ''])('%s: of nobody', (text) => {
  expect(readQuestion(text).kind).toBe('other');
});
