// A quotation over several paragraphs is one statement; an answer shows the paragraph that has the words, and says where the cue is.
import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../src/answers/answer.ts';
import { answerRequest } from '../../src/answers/answerRequest.ts';
import { toJson } from '../../src/answers/json.ts';
import { composeFinding } from '../../src/messages/composeFinding.ts';
import { parseRequest } from '../../src/requests/request.ts';
import { storyOf } from '../storyOf.ts';

const index = storyOf([
  '“The harbor is safe,” Varga said on Monday. “It was closed for a year.\n\n“Every crane was painted green.”\n\nGulls came.',
  'Dolen told reporters:\n\n“No ferry sails at night.”',
]);
const finding = (text: string) => findingsOf(answerRequest(index, parseRequest(text)))[0];

describe('a quotation over several paragraphs', () => {
  test('is found by the words of a later paragraph, which is the one shown', () => {
    const found = finding('who said "crane was painted green"');
    expect(found).toMatchObject({ statement: { id: 'a#1.1' }, passage: { id: 'a#2' }, cuePassage: { id: 'a#1' } });
    expect(found?.matched.map(({ start, end }) => found.passage.text.slice(start, end))).toEqual([
      'crane was painted green',
    ]);
  });

  test('keeps speaker, cue and day, and names the paragraph of the cue', () => {
    const found = finding('who said "crane was painted green"');
    const part = found && composeFinding(found);
    expect(part?.who.map(({ text }) => text).join('')).toBe(
      'Teo Varga, Orlan President · said · Mon 9 Feb 2026 · direct',
    );
    expect(part?.remarks).toContain('The quotation goes over several paragraphs: “said” stands in ¶ 1.');
  });

  test('is verbatim to a check of words in a later paragraph', () => {
    const answer = answerRequest(index, parseRequest('check "every crane was painted green"'));
    expect(answer.body).toMatchObject({ checks: [{ verdict: 'verbatim', finding: { passage: { id: 'a#2' } } }] });
  });

  test('counts once, and is listed with each of its paragraphs', () => {
    const listed = answerRequest(index, parseRequest('source a#2')).body;
    expect(listed).toMatchObject({ view: { statements: [{ statement: { id: 'a#1.1' } }] } });
    const { body } = answerRequest(index, parseRequest('sources'));
    expect(body).toMatchObject({ sources: [{ statements: 1 }, { statements: 1 }] });
  });

  test('behind a colon is shown with its own paragraph', () => {
    const answer = answerRequest(index, parseRequest('speaker Dolen'));
    expect(findingsOf(answer)[0]).toMatchObject({ passage: { id: 'b#2' }, cuePassage: { id: 'b#1' } });
    expect(JSON.stringify(toJson(answer, { notes: () => null, reading: () => '' }))).toContain('"cue":"told"');
  });
});

describe('a statement that another one carries', () => {
  const carried = storyOf(['According to Coast Wire, Varga said the ferry would sail.']);
  const listed = (text: string) =>
    findingsOf(answerRequest(carried, parseRequest(text))).map(({ statement }) => statement?.speaker.name);

  test('is shown within it, and by itself to who asks for its speaker', () => {
    expect(listed('who said "ferry would sail"')).toEqual(['Coast Wire']);
    expect(listed('who said "ferry would sail" by Varga')).toEqual(['Teo Varga']);
    expect(listed('speaker Varga')).toEqual(['Teo Varga']);
  });
});
