// Conversations printed word for word, a line a speaker. Invented people.
import { describe, expect, test } from 'vitest';
import { INVENTED, readText } from './readText.ts';

type Found = readonly (readonly [who: string | null, cue: string, ...says: string[]])[];

/** Who, cue and content of every statement. */
function read(text: string): Found {
  return readText(text, { speakers: INVENTED }).map(({ who, cue, says }) => [who, cue, ...says]);
}

describe('a transcript', () => {
  test('gives every line to whom it names, and what stands between two lines to the one above', () => {
    const text =
      'VARGA: Is the port open, as Moss said?\n\n(LAUGHTER)\n\nDOLEN: It is.\n\nI said so.\n\nVARGA: Thank you.';
    expect(read(text)).toEqual([
      ['VARGA', ':', 'Is the port open, as Moss said?'],
      ['DOLEN', ':', 'It is.', 'I said so.'],
      ['VARGA', ':', 'Thank you.'],
    ]);
  });

  test('may stand in a block whose paragraphs begin with a mark that none closes', () => {
    const text =
      'Transcript of the evening:\n\n"VARGA: Is “Port Day” on?\n\n"(CROSSTALK.)\n\n"DOLEN: It is.\n\n"VARGA: Thank you.';
    expect(read(text)).toEqual([
      ['VARGA', ':', 'Is “Port Day” on?'],
      ['DOLEN', ':', 'It is.'],
      ['VARGA', ':', 'Thank you.'],
    ]);
  });

  test('has speakers whom the article does not name otherwise, when they come back', () => {
    const text =
      'Here is a partial transcript:\n\nPELLAN: Is the port open?\n\nVARGA: It is.\n\nPELLAN: And tomorrow?\n\nVARGA: We wait.';
    expect(read(text)).toEqual([
      ['PELLAN', ':', 'Is the port open?'],
      ['VARGA', ':', 'It is.'],
      ['PELLAN', ':', 'And tomorrow?'],
      ['VARGA', ':', 'We wait.'],
    ]);
    const [first, second] = readText(text, { speakers: INVENTED });
    expect(first?.speaker).toBe('PELLAN');
    expect(second?.speaker).toBe('Teo Varga');
    expect(first?.statement.rule).toBe('transcript');
  });
});

describe('a transcript ends', () => {
  test('with the mark that closes its block', () => {
    const text =
      '"VARGA: We did not ask.\n\n"DOLEN: You did ask."\n\nThe port is big.\n\n"VARGA: We never asked.\n\n"DOLEN: No."';
    expect(read(text)).toEqual([
      ['VARGA', ':', 'We did not ask.'],
      ['DOLEN', ':', 'You did ask.'],
      ['VARGA', ':', 'We never asked.'],
      ['DOLEN', ':', 'No.'],
    ]);
  });

  test('before a paragraph with a quotation of its own', () => {
    const text = 'VARGA: We go.\n\n"It was a lie," said Lena Moss, who watched.\n\nDOLEN: We stay.';
    expect(read(text)).toEqual([
      ['VARGA', ':', 'We go.'],
      ['Lena Moss, who watched', 'said', '"It was a lie,"'],
      ['DOLEN', ':', 'We stay.'],
    ]);
  });
});

describe('no transcript', () => {
  test.each([
    ['a label that names nobody', 'FACTS: The port is open.\n\nVARGA: It is.\n\nFACTS: It closes at nine.'],
    ['one line of somebody unknown', 'PELLAN: Is the port open?\n\nVARGA: It is.'],
    ['nobody who is known', 'PELLAN: Is it open?\n\nRUSK: It is.\n\nPELLAN: And now?\n\nRUSK: It is.'],
    [
      'headings between two people',
      'VARGA: He leads.\n\nPREDICTION: Varga by four.\n\nVARGA: He has money.\n\nPREDICTION: A draw.',
    ],
    ['points', 'VARGA: 7/10\n\nDOLEN: 8/10'],
    ['one speaker alone', 'VARGA: The port is open.\n\nVARGA: It closes at nine.'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});
