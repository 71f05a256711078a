// "he", "she", "it", "they": whom the article means, with the reason, and where it leaves that open.
import { describe, expect, test } from 'vitest';
import { INVENTED, readText, speaker } from '../readText.ts';

const RIVALS = [...INVENTED, speaker({ id: 'hamo-reis', name: 'Hamo Reis', aliases: ['Reis'] })];
const last = (text: string) => readText(text, { speakers: RIVALS }).at(-1)?.statement.speaker;

describe('a pronoun is the speaker before', () => {
  test.each([
    ['in the paragraph', 'Varga said the port will open. He added that ships wait.', 'Teo Varga'],
    ['in the paragraph above', 'Varga said the port will open.\n\n"No more delays," he said.', 'Teo Varga'],
    ['over a paragraph', 'Varga said it is old.\n\nThe port was built in 1950.\n\nHe said it waits.', 'Teo Varga'],
    ['across a chain', 'Varga said the port is old.\n\nHe said it waits.\n\n"Soon," he said.', 'Teo Varga'],
    ['without an entry, by the title', '"It is cold," Mr. Marsh said.\n\n"We wait," he said.', 'Marsh'],
    ['without an entry, by the noun', 'Spokeswoman Kim Orr said no.\n\n"Never," she said.', 'Kim Orr'],
    ['without an entry, by the first name', '"It is cold," Lena Moss said. "We wait," she said.', 'Lena Moss'],
    ['without an entry or a hint', '"It is cold," Jori Pell said. "We wait," he added.', 'Jori Pell'],
    ['unnamed', 'A senior official said the gates will open. "We know," he said.', 'A senior official'],
    ['a body', 'Varga’s office said the gates will open. It added that ships wait.', 'Varga’s office'],
    ['several', 'Two officials said the gates will open. They added that ships wait.', 'Two officials'],
    [
      'two by name',
      'Roarke and Whitfield said the gates will open. They added that ships wait.',
      'Roarke and Whitfield',
    ],
  ])('%s', (_, text, name) => {
    expect(last(text)).toMatchObject({ name, resolvedBy: 'pronoun', reason: 'speaker-before' });
  });

  test('whom it means is shown where it was named', () => {
    const found = last('Varga said the port will open.\n\nHe said it will not.');
    expect(found?.antecedent).toEqual({ passageId: 'invented#1', start: 0, end: 5 });
  });

  test('"he added" passes over the one spoken to', () => {
    expect(last('Varga told Reis that the port will open. "It was hard," he added.')?.name).toBe('Teo Varga');
  });
});

describe('a pronoun is the only one named just before', () => {
  test.each([
    ['Moss, the captain, met Varga. "We go," he said.', 'Teo Varga'],
    ['Varga left the meeting early. "It is late," he said.', 'Teo Varga'],
    ['Varga looked at the ships.\n\n"It is late," he said.', 'Teo Varga'],
    ['"We go," Hugo Brandt said. Lena Moss disagreed. "We stay," she said.', 'Lena Moss'],
  ])('%s', (text, name) => {
    expect(last(text)).toMatchObject({ name, resolvedBy: 'pronoun', reason: 'named-before' });
  });
});

describe('a pronoun stays open', () => {
  test.each([
    ['after a rival with an entry', '"We go," Varga said. Reis disagreed. "We stay," he said.'],
    ['after a rival whom nobody introduced', '"We go," Hugo Brandt said. Pell disagreed. "We stay," he said.'],
    ['after a rival without a name', '"We go," Hugo Brandt said. An aide disagreed. "We stay," he said.'],
    ['after a rival in the paragraph between', 'Varga said no.\n\nReis looked on.\n\nHe said the port waits.'],
    ['for two who were named together', 'Varga met Reis on Monday. "We talked," he said.'],
    ['after two who spoke together', 'Varga and Reis said the port will open. He added that ships wait.'],
    ['for another pronoun', 'Varga said the port will open. She said it will not.'],
    ['for a known "she"', 'Lena Moss said the port will open. He said it will not.'],
    ['for a body', 'The ministry said the port will open. He said it will not.'],
    ['too far away', 'Varga said no.\n\nIt rained.\n\nIt snowed.\n\nIt rained.\n\n"We wait," he said.'],
    ['at the beginning', '"We wait," he said.'],
    ['behind a possessive', 'Varga\'s lawyer left. "We wait," he said.'],
  ])('%s', (_, text) => {
    expect(last(text)).toMatchObject({ speakerId: null, isNamed: false, resolvedBy: null, antecedent: null });
  });

  test('once taken up as "she", nobody is "he"', () => {
    const text = '"It is cold," Jori Pell said. "We wait," she said.\n\n"It is warm," Pell said. "We go," he said.';
    expect(last(text)).toMatchObject({ name: 'he', resolvedBy: null });
  });
});
