// Greetings, carriers and thanks are no part of a request; words that only look like them are.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutCourtesy } from '../../src/requests/courtesy.ts';
import { formatRequest, parseRequest } from '../../src/requests/request.ts';

const read = (text: string): string => formatRequest(parseRequest(text, 'refuse'));

describe('a polite sentence is read as the request it holds', () => {
  test.each([
    ['hi, could you please tell me who said missiles?', 'who said missiles'],
    ['Hello there! Who said "no missiles"?', 'who said "no missiles"'],
    ['hey, who said missiles', 'who said missiles'],
    ['good morning all, who said missiles?', 'who said missiles'],
    ['@iran-talks who said missiles', 'who said missiles'],
    ['please: who said missiles', 'who said missiles'],
    ['so who said missiles', 'who said missiles'],
    ['ok, and who said missiles?', 'who said missiles'],
    ['who said missiles, please?', 'who said missiles'],
    ['who said missiles? Thanks a lot!', 'who said missiles'],
    ['who said missiles by Varga, thank you very much', 'who said missiles by Varga'],
    ['who said "no missiles" thx', 'who said "no missiles"'],
    ['who said missiles since Tuesday, if you can', 'who said missiles since Tuesday'],
    ['who has said missiles?', 'who said missiles'],
    ['who actually said "no missiles"', 'who said "no missiles"'],
    ['who was it that said missiles', 'who said missiles'],
    ['"wall of distrust" - who said that?', 'who said "wall of distrust"'],
    ["who said 'wall of distrust'", 'who said "wall of distrust"'],
    ['do you know who said missiles?', 'who said missiles'],
    ['does anyone remember who said missiles', 'who said missiles'],
    ['I was wondering who said missiles', 'who said missiles'],
    ['I wonder if you can tell me who said missiles', 'who said missiles'],
    ['my desk wants to know who said missiles', 'who said missiles'],
    ['can you check who said missiles', 'who said missiles'],
    ["I'd like to know what Varga said about fees, thanks!", 'ask what Varga said about fees'],
    ['I’d love to know what Varga said', 'ask what Varga said'],
    ['can you tell me whether Varga said the port is shut', 'ask Varga said the port is shut'],
    ['hey, can you check whether Varga said "no fees"', 'check whether Varga said "no fees"'],
    ['could you check if Varga said there would be fees', 'ask Varga said there would be fees'],
    ['please check "no fees"', 'check "no fees"'],
    ['check who said "no fees"?', 'who said "no fees"'],
    ['check who said what: Varga: "no fees"', 'check who said what: Varga: "no fees"'],
    ['check if this is right: Varga said there are no fees', 'check if this is right: Varga said there are no fees'],
    ['check I want to know who said this: "no fees"', 'check I want to know who said this: "no fees"'],
    ['may I ask when the talks were?', 'ask when the talks were?'],
    ['could you compare Varga and Dolen on fees please', 'compare Varga and Dolen on fees'],
    ['show me a comparison of Varga and Dolen', 'compare Varga and Dolen'],
    ['can we have a timeline of fees', 'timeline fees'],
    ['show me the timeline', 'timeline'],
    ['please list the speakers', 'speakers'],
    ['who are the speakers?', 'speakers'],
    ['what sources do you have?', 'sources'],
    ['sources please', 'sources'],
    ['do you have any comment from Varga?', 'ask any comment from Varga?'],
    ['quick question: when were the talks?', 'ask when were the talks?'],
    ['sorry, what did Varga say?', 'ask what did Varga say?'],
    ['can you help me find out what Varga said', 'ask what Varga said'],
    ['HI, COULD YOU TELL ME WHO SAID MISSILES?', 'who said MISSILES'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('words that are looked for stay', () => {
  test.each([
    ['who said thanks', 'who said thanks'],
    ['who said please', 'who said please'],
    ['who said thank you', 'who said thank you'],
    ['who said "hello, please"', 'who said "hello, please"'],
    ['who said "no missiles, please"', 'who said "no missiles, please"'],
    ['who said hello to Varga', 'who said hello to Varga'],
    ['who said could you please leave', 'who said could you please leave'],
    ['check "could you please leave"', 'check "could you please leave"'],
    ['check if it can, that will be a preference', 'check if it can, that will be a preference'],
    ['ask can Iran build one', 'ask can Iran build one'],
    ['can Iran build one', 'ask can Iran build one'],
    ['who met the speakers', 'ask who met the speakers'],
    ['who are the speakers of the house', 'ask who are the speakers of the house'],
    ['did the man who said fees leave', 'ask did the man who said fees leave'],
    ['is "I know who said fees" printed', 'ask is "I know who said fees" printed'],
    ['what did Varga do so well', 'ask what did Varga do so well'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('"so far nothing" and "well done" keep their first word', () => {
    expect(withoutCourtesy('so far nothing').text).toBe('so far nothing');
    expect(withoutCourtesy('well done').text).toBe('well done');
  });
});

test.each(['ok', 'great, thanks!', 'got it', 'hi', 'hello!', 'thanks', 'thank you so much!', 'please', 'hey there'])(
  '%s: nothing was asked, and help is offered',
  (text) => {
    expect(() => parseRequest(text)).toThrow(expect.objectContaining({ code: 'empty', suggestion: 'help' }));
  },
);

test('what is left holds no more courtesy', () => {
  const piece = fc.constantFrom(
    ...[
      'hi',
      'hey,',
      'please',
      'thanks',
      'can you',
      'tell me',
      'who said',
      'missiles',
      'so',
      'ok,',
      'I wonder',
      '?',
      '!',
    ],
    ...[
      '"',
      'check',
      'whether',
      'if you can',
      ', ',
      '-',
      'do you know',
      'who',
      'said',
      'speakers',
      'the timeline',
      'that',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const once = withoutCourtesy(pieces.join(' ')).text;
      expect(withoutCourtesy(once).text).toBe(once);
    }),
    { numRuns: 1500 },
  );
});
