// Who is named: people without an entry by their last names, two who speak together, bodies that bear a name.
import { describe, expect, test } from 'vitest';
import { INVENTED, readText } from '../readText.ts';

const read = (text: string) => readText(text, { speakers: INVENTED });
const last = (text: string) => read(text).at(-1)?.statement.speaker;

describe('somebody named in full is found by the last name', () => {
  test.each([
    ['J. D. Marsh, a sailor, said the port is old. "It is cold," Marsh said.', 'J. D. Marsh'],
    ['Salim al-Harthi said the gates open. "Soon," al-Harthi said.', 'Salim al-Harthi'],
    ['Ana de la Cruz said the gates open. "Soon," de la Cruz said.', 'Ana de la Cruz'],
    ['Ana de la Cruz said the gates open. "Soon," Cruz said.', 'Ana de la Cruz'],
    ['Jean-Luc O\'Vale said the gates open. "Soon," O\'Vale said.', "Jean-Luc O'Vale"],
    ['Lena Moss-Reis said the gates open. "Soon," Moss-Reis said.', 'Lena Moss-Reis'],
    ['Lena Moss met sailors.\n\nLena K. Moss is a captain.\n\n"Soon," Ms. Moss said.', 'Lena Moss'],
    ['Secretary of State Lena Moss met sailors. "Soon," Moss said.', 'Lena Moss'],
    ['Lena Moss of the Pilots Union met sailors. "Soon," Lena said.', 'Lena Moss'],
  ])('%s', (text, name) => {
    expect(last(text)).toMatchObject({ name, isNamed: true, speakerId: null, resolvedBy: 'name' });
  });

  test('"Jr." is no last name', () => {
    expect(last('Hugo Reis Jr. met sailors. "Soon," Reis said.')?.name).toBe('Hugo Reis Jr.');
  });

  test('a title and the last name of two people stay as they stand', () => {
    expect(last('Lena Moss and Hugo Moss met sailors. "Soon," Moss said.')).toMatchObject({
      name: 'Moss',
      antecedent: null,
    });
  });

  test('a body is nobody’s last name', () => {
    expect(last('The Harbor Moss Council met. "Soon," Moss said.')).toMatchObject({ name: 'Moss', antecedent: null });
  });
});

describe('what a source says beside the name is no part of it', () => {
  test.each([
    ['Lena Moss of the Pilots Union said no.', 'Lena Moss'],
    ['Lena Moss (P-Orlan) said no to the new port.', 'Lena Moss'],
    ['Former Harbor Secretary Lena Moss said no to the port.', 'Lena Moss'],
  ])('%s', (text, name) => {
    expect(last(text)?.name).toBe(name);
  });
});

describe('what else happened is no part of the source', () => {
  test.each([
    ['"We are ready," said Dolen, as Varga left.', 'Dolen'],
    ['"We are ready," said the head of the port as she left.', 'the head of the port'],
    ['"We are ready," said a sailor when Varga came.', 'a sailor'],
    ['"We are ready," said a man known as Grell.', 'a man known as Grell'],
    ['"We are ready," said Dolen as well as Grell.', 'Dolen as well as Grell'],
    ['"We are ready," said Dolen, who was elected after Varga left.', 'Dolen, who was elected after Varga left'],
  ])('%s', (text, who) => {
    expect(read(text).map(({ who }) => who)).toEqual([who]);
  });
});

describe('what two said is given to neither alone', () => {
  test.each([
    ['Roarke and Whitfield both said the port will open.', 'Roarke and Whitfield'],
    ['"We are ready," Varga and Dolen said.', 'Varga and Dolen'],
    ['Dolen and President Varga said the port will open.', 'Dolen and President Varga'],
    ['Varga, the mayor, and Reis said the port will open.', 'Varga, the mayor, and Reis'],
    ['Lena Moss, a pilot, and Dolen say the port will open.', 'Lena Moss, a pilot, and Dolen'],
    ['Varga, along with Reis, said the port will open.', 'Varga, along with Reis'],
    ['Varga and his aide said the port will open.', 'Varga and his aide'],
  ])('%s', (text, name) => {
    expect(read(text)).toHaveLength(1);
    expect(last(text)).toMatchObject({ name, speakerId: null, isNamed: true });
  });

  test.each([
    ['Parviz Danesh, the minister of trade and industry, said no to the port.', 'Parviz Danesh'],
    ['Reis left early, and Varga said the port will open.', 'Teo Varga'],
    ['Varga, who met Reis and Moss on Monday, said the port will open.', 'Teo Varga'],
  ])('%s is one speaker', (text, name) => {
    expect(last(text)?.name).toBe(name);
  });
});

describe('somebody who speaks for a name is not that name', () => {
  test.each([
    'A spokesman for President Varga said the port will open.',
    'An aide to Varga said the port will open.',
    "Dolen's office said the port will open.",
    "Varga's lawyer said the port will open.",
    'Varga supporters said the port will open.',
    'A spokesman for Varga’s office said the port will open.',
  ])('%s', (text) => {
    expect(last(text)?.speakerId).toBeNull();
  });

  test('a body that bears a name is named', () => {
    expect(last("Dolen's office said the port will open.")).toMatchObject({ isNamed: true, resolvedBy: 'name' });
    expect(last('A port official said the gates open.')).toMatchObject({ isNamed: false, resolvedBy: null });
  });
});

describe('the subject of a participle is that of its own sentence', () => {
  test('not the speaker of the sentence before', () => {
    const text =
      'A port official, who asked not to be named, said the port is closed. A second official disputed this, saying it is so.';
    for (const { speaker, says } of read(text)) {
      if (says.includes('it is so')) expect(speaker).toBe('A second official');
    }
    expect(read(text).map(({ speaker }) => speaker)).toContain('A port official');
  });

  test('"But he" is "he"', () => {
    const [, second] = read('Varga said the port will open. But he added that ships wait.');
    expect(second).toMatchObject({ who: 'he', speaker: 'Teo Varga' });
  });
});

describe('the name nearest to the cue is not always the subject', () => {
  test.each([
    ['The captain who met Dolen on Monday said the port will open.', 'The captain'],
    [
      'A spokesman for the union that Varga leads said that the port will open.',
      'A spokesman for the union that Varga leads',
    ],
    ['Hugo Reis, a sailor who left when Varga said that the port would open, is old.', 'Teo Varga'],
    ['Varga, flanked by Dolen, said the port will open.', 'Teo Varga'],
    ['Dolen, whose deputy Varga left, said the port will open.', 'Mara Dolen'],
    ['After meeting Varga, Dolen said the port will open.', 'Mara Dolen'],
    ['The aide to Dolen, Hamo Reis, said the port will open.', 'Hamo Reis'],
    ["President Teo Varga's spokesman, Hamo Reis, said the port will open.", 'Hamo Reis'],
    ['Lena Moss, the wife of Hugo Reis, said the port is old.', 'Lena Moss'],
  ])('%s', (text, name) => {
    expect(last(text)?.name).toBe(name);
  });
});

describe('what somebody is quoted by another as saying', () => {
  test.each([
    ['Varga was quoted by the Harbor Gazette as saying the port will open.', 'the port will open'],
    ['Varga was quoted on Monday by the Harbor Gazette as saying that the port will open.', 'the port will open'],
    ['"The port opens," Varga was quoted as saying by the Harbor Gazette.', '"The port opens,"'],
    ['"The port opens," Varga was quoted as saying by the Harbor Gazette on Monday.', '"The port opens,"'],
    ['The Harbor Gazette quoted Varga as saying that the port will open.', 'the port will open'],
  ])('%s', (text, says) => {
    expect(read(text).filter(({ speaker }) => speaker === 'Teo Varga')).toMatchObject([
      { says: [says], statement: { via: [{ name: expect.stringMatching(/^the Harbor Gazette$/i) }] } },
    ]);
  });

  test('the day between is the day said', () => {
    const [statement] = read('Varga was quoted on Monday by the Harbor Gazette as saying that the port will open.');
    expect(statement?.statement.saidOn).toMatchObject({ from: '2026-02-09', certain: true });
  });

  test('by whom need not be told', () => {
    expect(read('Varga was quoted as saying that the port will open.')).toMatchObject([
      { speaker: 'Teo Varga', says: ['the port will open'], statement: { via: [] } },
    ]);
  });

  test('a price that is quoted is no statement', () => {
    expect(read('The fee was quoted at forty.')).toEqual([]);
  });
});
