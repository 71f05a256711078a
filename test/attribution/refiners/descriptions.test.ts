// "the official", "the foreign minister", "the two allies": whom they take up again, and where two fit.
import { describe, expect, test } from 'vitest';
import { INVENTED, readText, speaker } from '../readText.ts';

const last = (text: string) => readText(text, { speakers: INVENTED }).at(-1)?.statement.speaker;

describe('a description is who spoke before', () => {
  test.each([
    ['A port official said the gates open. The official added that ships wait.', 'A port official'],
    ['A port official said the gates open.\n\nThe official added that ships wait.', 'A port official'],
    ['Orlan and U.S. officials said both wait. The officials said the gates open.', 'Orlan and U.S. officials'],
    ['A ministry spokesman said no. "Never," the spokesman said.', 'A ministry spokesman'],
    ['The Harbor Ministry said the gates open. The ministry said ships wait.', 'The Harbor Ministry'],
    ["Dolen's office said the gates open. The office added that ships wait.", "Dolen's office"],
    ['The Pilots Group said the gates open. The group said ships wait.', 'The Pilots Group'],
    ['The captain of the old ship said it rains. The captain added that it snows.', 'The captain of the old ship'],
    ['Senators Grace Vale and Hugo Reis said no. The senators said it rains.', 'Senators Grace Vale and Hugo Reis'],
    ['Orlan and Brevia said the gates open. The two allies said ships wait.', 'Orlan and Brevia'],
    [
      'A U.S. official said no. A Brevian official said yes. The Brevian official said ships wait.',
      'A Brevian official',
    ],
  ])('%s', (text, name) => {
    expect(last(text)).toMatchObject({ name, resolvedBy: 'description', reason: 'speaker-before' });
  });

  test('of two in the article the one in the paragraph', () => {
    const text = 'A Brevian official said no.\n\nIt rained.\n\nA port official said yes. The official said ships wait.';
    expect(last(text)?.name).toBe('A port official');
  });
});

describe('a description is who is named with that office', () => {
  test.each([
    ['Foreign Minister Parviz Danesh met sailors.\n\n"We talked," the foreign minister said.', 'Parviz Danesh'],
    ['Foreign Minister Parviz Danesh met sailors.\n\n"We talked," the minister said.', 'Parviz Danesh'],
    ['Lena Moss, the prime minister, met sailors. "We talked," the prime minister said.', 'Lena Moss'],
    ['Sen. Grace Vale met sailors. The lawmaker said ships wait.', 'Grace Vale'],
    ['Orlan spokesman Hugo Reis met sailors. The spokesman said ships wait.', 'Hugo Reis'],
    ['Varga met sailors on Monday. "We talked," the president said.', 'Teo Varga'],
  ])('%s', (text, name) => {
    expect(last(text)).toMatchObject({ name, isNamed: true, resolvedBy: 'description', reason: 'office-before' });
  });

  test('the holder has an entry: the statement is theirs', () => {
    expect(last('Varga met sailors on Monday. "We talked," the president said.')?.speakerId).toBe('teo-varga');
  });
});

describe('a description stays open', () => {
  test.each([
    ['another number', 'A port official said the gates open. The officials said ships wait.'],
    ['two that fit', 'A port official said no. A Brevian official said yes. The official said ships wait.'],
    ['one of two', 'A Brevian diplomat and a port official said no. The official said ships wait.'],
    ['another office', 'Foreign Minister Parviz Danesh met sailors. "We talked," the defense minister said.'],
    ['a vice president', 'Vice President Parviz Danesh met sailors. "We talked," the president said.'],
    ['nobody before', 'The official said ships wait.\n\nA port official left.'],
    ['a name of its own', 'The Orlan House said the gates open. The House said ships wait.'],
  ])('%s', (_, text) => {
    expect(last(text)?.resolvedBy).not.toBe('description');
  });

  test('two presidents in one article', () => {
    const text = 'Varga met Brevian President Hamo Reis on Monday. "We talked," the president said.';
    expect(last(text)).toMatchObject({ name: 'the president', speakerId: null, resolvedBy: null });
  });
});

describe('an office or an alias is resolved by the day of the saying', () => {
  const text = (day: string): string => `The Orlan president said ${day}that the port will open.`;
  const holder = (day: string, publishedOn: string) =>
    readText(text(day), { speakers: INVENTED, publishedOn }).at(-1)?.statement.speaker.speakerId;

  test('stated in the article', () => {
    expect(holder('on Monday ', '2025-07-03')).toBe('mara-dolen');
    expect(holder('on Wednesday ', '2025-07-03')).toBe('teo-varga');
  });

  test('else that of publication', () => {
    expect(holder('', '2025-07-03')).toBe('teo-varga');
    expect(holder('', '2025-06-30')).toBe('mara-dolen');
  });
});

describe('metonyms', () => {
  const capital = speaker({
    id: 'brevia',
    name: 'Brevia',
    kind: 'government',
    pronoun: 'it',
    aliases: ['Tolmin', 'the Gray House'],
  });
  const who = (text: string) => readText(text, { speakers: [...INVENTED, capital] })[0]?.statement.speaker;

  test.each(['Tolmin', 'The Gray House', 'Brevia'])('%s speaks for its government', (name) => {
    expect(who(`${name} said the port will open.`)?.speakerId).toBe('brevia');
  });

  test.each([
    'The Tolmin Post said the port will open.',
    'Tolmin University researchers said the port will open.',
    'Officials in Tolmin said the port will open.',
    'An official in Tolmin said the port will open.',
    'Kerry Tolmin said the port will open.',
    'A Gray House spokesman said the port will open.',
    "Tolmin's mayor said the port will open.",
  ])('%s', (text) => {
    expect(who(text)).toMatchObject({ speakerId: null });
  });
});

test('whom somebody met is not what they are', () => {
  const text = 'The mayor, Hugo Reis, met the governor, Lena Moss. The governor said the dam was old.';
  expect(last(text)?.name).not.toBe('Hugo Reis');
});
