// Whom "who" stands for, and where that is not plain.
import { describe, expect, test } from 'vitest';
import { antecedentOf } from '../../src/attribution/relative.ts';
import { INVENTED, readText } from './readText.ts';

function antecedent(text: string): string | undefined {
  const span = antecedentOf(text, text.lastIndexOf('who'));
  return span && text.slice(span.start, span.end);
}

describe('antecedentOf', () => {
  test.each([
    ['The plan of Lena Moss, who said so', 'Lena Moss'],
    ['Lena Moss, the chief negotiator, who said so', 'Lena Moss'],
    ['It angered Foreign Minister Parviz Danesh, who said so', 'Foreign Minister Parviz Danesh'],
    ['They spoke with the officials who said so', 'the officials'],
    ['There are two people who said so', 'two people'],
    ['He met voters who said so', 'voters'],
    ['It helps those who said so', 'those'],
  ])('%s', (text, expected) => {
    expect(antecedent(text)).toMatch(new RegExp(`${expected}$`));
  });

  test.each([
    ['a spokesman for Lena Moss, who said so'],
    ["Varga's, who said so"],
    ['She asks who said so'],
    ['He wondered aloud who said so'],
    ['who said so'],
  ])('leaves open: %s', (text) => {
    expect(antecedent(text)).toBeUndefined();
  });
});

test('the words after "who" are given to whom it stands for, and the reason is told', () => {
  const text = 'The port will open, according to nobody but Teo Varga, who said that ships were waiting.';
  const statements = readText(text, { speakers: INVENTED });
  expect(statements.find(({ who }) => who === 'who')).toMatchObject({
    speaker: 'Teo Varga',
    says: ['ships were waiting'],
    statement: { speaker: { speakerId: 'teo-varga', resolvedBy: 'pronoun', reason: 'same-sentence' } },
  });
});
