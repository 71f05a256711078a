// Somebody speaks in the sentence, and who it is was not read: a match that is nobody's statement.
import { describe, expect, test } from 'vitest';
import { type Answer, type Finding, findingsOf } from '../../src/answers/answer.ts';
import { answerRequest } from '../../src/answers/answerRequest.ts';
import { composeAnswer } from '../../src/messages/compose.ts';
import { parseRequest } from '../../src/requests/request.ts';
import { renderMessage } from '../../src/terminal/render.ts';
import { storyOf } from '../storyOf.ts';

const UNREAD = 'What Lena Moss calls "late ferries and a broken crane" is a scandal.';
const index = storyOf([
  UNREAD,
  'A painted gate and a flooded cellar kept the office shut. Varga said the roof leaks.',
  'Varga said in the painted hall by the old well that the roof leaks.',
]);
const answer = (text: string): Answer => answerRequest(index, parseRequest(text));
const matches = (text: string): Finding[] => findingsOf(answer(text)).filter(({ near }) => !near);

test('the sentence is not read as a statement: else these tests show nothing', () => {
  expect(index.statementsIn('a#1')).toEqual([]);
});

describe('the passage is a match, without a speaker', () => {
  test.each([
    'who said late ferries and a broken crane',
    'ask who said late ferries, broken crane',
    'ask what did Lena Moss say about late ferries and the broken crane',
  ])('%s', (text) => {
    expect(matches(text)).toMatchObject([{ passage: { id: 'a#1' }, statement: null, isUnread: true }]);
    expect(answer(text).total).toBe(1);
    expect(answer(text).notes.map(({ kind }) => kind)).not.toContain('nothing');
  });
});

test('a demand that was not read, in a passage with a statement that was', () => {
  const story = storyOf(['Lena Moss said the roof leaks. Dolen had earlier demanded its immediate repair.']);
  for (const text of ['who said immediate repair', 'ask did Dolen demand the immediate repair']) {
    const [first] = findingsOf(answerRequest(story, parseRequest(text)));
    expect(first).toMatchObject({ near: false, statement: null, isUnread: true });
  }
});

describe('no match', () => {
  test.each([
    ['who said painted gate, flooded cellar', 'the outlet’s own words'],
    ['who said painted hall by the old well', 'words around a statement that was read'],
    ['who said late ferries and a broken anchor', 'not all the words'],
    ['who said ferries', 'one word alone'],
    ['ask what did Varga say about late ferries and the broken crane', 'somebody who is not named in the sentence'],
  ])('%s: %s', (text) => {
    expect(matches(text)).toEqual([]);
  });
});

test('the reader is told to look, and sees the whole passage', () => {
  const message = composeAnswer(answer('who said late ferries and a broken crane'), { page: 1, perPage: 10 });
  const text = renderMessage(message, { width: 1000, hasColours: false });
  expect(text).toContain('In Harbor Gazette · somebody speaks here; who it is was not read, see the passage');
  expect(text).toContain(UNREAD);
  expect(text).not.toContain('its own words');
});
