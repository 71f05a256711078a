// Who is meant, when and where it was said, what carries what: everything that rules leave to the refiners.
import { describe, expect, test } from 'vitest';
import { INVENTED, readText, speaker } from '../readText.ts';

const read = (text: string, publishedOn?: string) =>
  readText(text, publishedOn === undefined ? { speakers: INVENTED } : { speakers: INVENTED, publishedOn });

describe('resolveSpeakers', () => {
  test('a name, an alias and another spelling lead to the same speaker', () => {
    for (const name of ['Teo Varga', 'Varga', 'Wargha', 'Orlan President Teo Varga']) {
      expect(read(`${name} said the port will open.`)[0]?.speaker).toBe('Teo Varga');
    }
  });

  test('a surname behind another first name is somebody else', () => {
    const [first] = read('Lena Varga said the port will open.');
    expect(first?.statement.speaker).toMatchObject({ speakerId: null, name: 'Lena Varga', resolvedBy: 'name' });
  });

  test('a last name is the person named in full before, where no entry names one', () => {
    const [, second] = read('Lena Moss, a sailor, said the port is old.\n\n"It is cold," Moss said.');
    expect(second?.statement.speaker).toMatchObject({ speakerId: null, name: 'Lena Moss', resolvedBy: 'name' });
    expect(second?.statement.speaker.antecedent).toMatchObject({ passageId: 'invented#1', start: 0, end: 9 });
  });

  test('a name with an office or a description is that person', () => {
    const names: readonly (readonly [string, string])[] = [
      ['Varga, the head of the port,', 'Teo Varga'],
      ['The chief negotiator, Lena Moss,', 'Lena Moss'],
      ['Lena Moss, who leads the other side,', 'Lena Moss'],
      ["Varga's deputy Ana Vale", 'Ana Vale'],
    ];
    for (const [source, name] of names) expect(read(`${source} said the port will open.`)[0]?.speaker).toBe(name);
  });

  test('a title before a name is no part of it', () => {
    const [first, second] = read('Deputy Foreign Minister Parviz Danesh said no. "Never," Danesh said.');
    expect(first?.speaker).toBe('Parviz Danesh');
    expect(second?.speaker).toBe('Parviz Danesh');
    expect(read('Senator Grace Vale, a sailor, warned that ships would wait.')[0]?.speaker).toBe('Grace Vale');
    expect(read('The mediator Salim al-Harthi said the gates will open.')[0]?.speaker).toContain('al-Harthi');
  });

  test('"According to X, A; B denied it": X and A, not B', () => {
    const [first] = read('According to Varga, the list was shared in January; Reis denied it, saying it came late.');
    expect(first).toMatchObject({ speaker: 'Teo Varga', says: ['the list was shared in January'] });
  });

  test('"who asked not to be named" makes nobody called "who" a speaker', () => {
    const text = 'An Orlan official, who asked not to be named because of the matter, said the annex is late.';
    for (const { who } of read(text)) expect(who).not.toBe('who');
  });

  test('an alias does not outweigh another person of that name whom the article introduces', () => {
    const [, second] = read('Lena Varga, a sailor, said the port is old. "It is cold," Varga said.');
    expect(second?.statement.speaker).toMatchObject({ speakerId: null, name: 'Lena Varga' });
    const [, same] = read('Teo Varga said the port is old. "It is cold," Varga said.');
    expect(same?.statement.speaker.speakerId).toBe('teo-varga');
  });

  test('somebody who speaks for a named person is not that person', () => {
    expect(read('A spokesman for Lena Moss said the port will open.')[0]?.statement.speaker.resolvedBy).toBeNull();
  });

  test('a last name that two people have, or that nobody has before, stays as it stands', () => {
    const [, , third] = read('Lena Moss said no ship came. Hugo Moss said one did. "It is cold," Moss said.');
    expect(third?.statement.speaker).toMatchObject({ name: 'Moss', antecedent: null });
    const [first] = read('"It is cold," Moss said.\n\nLena Moss is a sailor.');
    expect(first?.statement.speaker).toMatchObject({ name: 'Moss', antecedent: null });
  });

  test('an office is held by whoever held it on the day of publication', () => {
    const text = 'The Orlan president said the port will open.';
    expect(read(text, '2026-02-12')[0]?.speaker).toBe('Teo Varga');
    expect(read(text, '2024-02-12')[0]?.speaker).toBe('Mara Dolen');
    expect(read(text, '2019-02-12')[0]?.statement.speaker.speakerId).toBeNull();
  });

  test('a pronoun is the speaker of the statement before, with the reason', () => {
    const [, second] = read('Varga said the port will open. "No more delays," he added.');
    expect(second?.statement.speaker).toMatchObject({
      speakerId: 'teo-varga',
      resolvedBy: 'pronoun',
      reason: 'speaker-before',
    });
  });

  test('a pronoun that does not fit the speaker before stays open', () => {
    const [, second] = read('Varga said the port will open. She said it will not.');
    expect(second?.statement.speaker).toMatchObject({ speakerId: null, name: 'She', resolvedBy: null });
  });

  test('a pronoun is left open where somebody else of that pronoun stands nearer', () => {
    const text = '"We go," Varga said. Reis disagreed. "We stay," he said.';
    const reis = speaker({ id: 'hamo-reis', name: 'Hamo Reis', aliases: ['Reis'] });
    const [, second] = readText(text, { speakers: [...INVENTED, reis] });
    expect(second?.statement.speaker).toMatchObject({ speakerId: null, name: 'he', resolvedBy: null });
  });

  test('"the official" is the one official before, in the same number', () => {
    const [, one, many] = read(
      'A port official said the gates will open. The official added that ships wait. The officials said the gates are old.',
    );
    expect(one?.statement.speaker).toMatchObject({
      name: 'A port official',
      speakerId: null,
      resolvedBy: 'description',
    });
    expect(many?.statement.speaker).toMatchObject({ name: 'The officials', resolvedBy: null });
  });

  test('unnamed sources keep the words and the number of the article', () => {
    expect(read('Three harbor officials said the port will open.')[0]?.statement.speaker).toMatchObject({
      name: 'Three harbor officials',
      speakerId: null,
      resolvedBy: null,
    });
  });
});

describe('resolveSettings', () => {
  test('a weekday beside the cue is the last one up to publication, and certain', () => {
    const [first] = read('Varga said Friday the port will open.');
    expect(first?.statement.saidOn).toMatchObject({ from: '2026-02-06', to: '2026-02-06', certain: true });
  });

  test.each([
    ['a year that is printed', 'Varga said on June 1, 2024, that the port will open.', '2024-06-01'],
    ['a year without a comma', 'Varga told reporters on Feb. 6, 2025 that the port will open.', '2025-02-06'],
    [
      'no year, and a day that is still to come: the year before',
      'Varga said on June 1 that the port will open.',
      '2025-06-01',
    ],
    ['no year, and a day that is over', 'Varga said on Jan. 5 that the port will open.', '2026-01-05'],
    ['a day that another time zone may have', 'Varga said on Feb. 13 that the port will open.', '2026-02-13'],
  ])('%s', (_, text, day) => {
    const [first] = read(text);
    expect(first?.statement.saidOn).toMatchObject({ from: day, to: day, certain: true });
    expect(first?.says).toEqual(['the port will open']);
  });

  test('a weekday inside what was said is no day of saying', () => {
    expect(read('Varga said the port will open on Friday.')[0]?.statement.saidOn).toBeNull();
  });

  test('a statement that goes on takes over day, addressee and venue, as implied', () => {
    const [, second] = read(
      'Varga told the Harbor Gazette on Monday that the port will open. "Soon enough," he added.',
    );
    expect(second?.statement.saidOn).toMatchObject({ from: '2026-02-09', certain: false });
    expect(second?.statement.addressee).toMatchObject({ certain: false });
  });

  test('the day of what the saying followed is implied', () => {
    const [first] = read('Varga said the port will open, shortly after a meeting on Monday, even as ships wait.');
    expect(first?.statement.saidOn).toMatchObject({ from: '2026-02-09', certain: false });
  });

  test('another speaker takes over nothing', () => {
    const [, second] = read('Varga said Monday the port will open. Dolen said the gates are old.');
    expect(second?.statement.saidOn).toBeNull();
  });

  test('a venue between cue and "that" is kept in the words of the article', () => {
    const text = 'Varga said during a visit to the old harbor that the port will open.';
    const venue = read(text)[0]?.statement.venue;
    expect(text.slice(venue?.start, venue?.end)).toBe('during a visit to the old harbor');
  });
});

describe('chains', () => {
  test('what an outlet reports of others is linked to its report, and names the way it came', () => {
    const [outer, inner] = read('The Harbor Gazette, citing port officials, reported Monday that the gates will open.');
    expect(outer?.statement).toMatchObject({ via: [], carriedBy: null, saidOn: { from: '2026-02-09' } });
    expect(inner?.statement).toMatchObject({
      via: [{ name: 'The Harbor Gazette' }],
      carriedBy: outer?.statement.id,
      saidOn: null,
    });
  });

  test('"reportedly" and "Reports said" mark a hedge', () => {
    expect(read('Reports said the gates will open soon.')[0]?.statement.hedged).toBe(true);
    expect(read('Varga said the gates will open soon.')[0]?.statement.hedged).toBe(false);
  });
});

test('ids count the statements of a passage from 1, in the order of the text', () => {
  const ids = read('Varga said the port will open. "Soon," he added.\n\nDolen left.').map(
    ({ statement }) => statement.id,
  );
  expect(ids).toEqual(['invented#1.1', 'invented#1.2']);
});

test('an article in another language gives no statements', () => {
  expect(readText('Varga said the port will open.', { speakers: INVENTED, language: 'fa' })).toEqual([]);
});
