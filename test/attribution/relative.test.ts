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
    ['The plan angered Lena Moss, who said so', 'Lena Moss'],
    ['Lena Moss, the chief negotiator, who said so', 'Lena Moss'],
    ['It angered Foreign Minister Parviz Danesh, who said so', 'Foreign Minister Parviz Danesh'],
    ['They spoke with the officials who said so', 'the officials'],
    ['There are two sailors who said so', 'two sailors'],
    ['He met voters who said so', 'voters'],
  ])('%s', (text, expected) => {
    expect(antecedent(text)).toMatch(new RegExp(`${expected}$`));
  });

  test.each([
    ['a spokesman for Lena Moss, who said so'],
    ['Opponents of Mara Dolen, who said so'],
    ['The killer of Mara Dolen, who said so'],
    ['Lena Moss and Hugo Reis, who said so'],
    ['He praised the captain of the Dawn, who said so'],
    ['It was not Mara Dolen who said so'],
    ['Nobody knows whether it was Varga who said so'],
    ['It helps those who said so'],
    ["Varga's, who said so"],
    ['She asks who said so'],
    ['He wondered aloud who said so'],
    ['who said so'],
  ])('leaves open: %s', (text) => {
    expect(antecedent(text)).toBeUndefined();
  });
});

test('the words after "who" are given to whom it stands for, and the reason is told', () => {
  const text = 'The plan angered Teo Varga, who said that ships were waiting.';
  const statements = readText(text, { speakers: INVENTED });
  expect(statements.find(({ who }) => who === 'who')).toMatchObject({
    speaker: 'Teo Varga',
    says: ['ships were waiting'],
    statement: { speaker: { speakerId: 'teo-varga', resolvedBy: 'pronoun', reason: 'same-sentence' } },
  });
});
