// Somebody speaks in the sentence, and who it is was not read: a match that is nobody's statement.
import { describe, expect, test } from 'vitest';
import { type Answer, type Finding, findingsOf } from '../../src/answers/answer.ts';
import { answerRequest } from '../../src/answers/answerRequest.ts';
import { composeAnswer } from '../../src/messages/compose.ts';
import { parseRequest } from '../../src/requests/request.ts';
import { renderMessage } from '../../src/terminal/render.ts';
import { article, storyOf } from '../storyOf.ts';

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

describe('what is told not to have been said is no answer to who said it, whatever else the sentence has', () => {
  test.each([
    'Dolen did not say that the old dam would burst in spring.',
    'Dolen has never publicly claimed the old dam would burst in spring.',
    'Nobody at the guild said the old dam would burst in spring.',
    'Dolen declined to say whether the old dam would burst in spring.',
  ])('%s', (text) => {
    const story = storyOf([text, 'The ferries wait.']);
    for (const asked of [
      'who said the old dam would burst in spring',
      'ask who said the old dam would burst in spring',
    ]) {
      const found = answerRequest(story, parseRequest(asked));
      expect(found.total).toBe(0);
      expect(findingsOf(found)).toMatchObject([{ near: true, passage: { id: 'a#1' } }]);
    }
  });
});

test('what was not said in another clause takes nothing away', () => {
  const story = storyOf(['Nobody has ever said it so plainly, but the dam of Orlan is leaking.', 'The ferries wait.']);
  expect(answerRequest(story, parseRequest('ask who said the dam of Orlan is leaking')).total).toBe(1);
});

describe('asked who said it, the outlet’s own words are told as such', () => {
  const own = answer('ask who said painted gate, flooded cellar');
  test('the passage is a match that nobody says', () => {
    expect(matches('ask who said painted gate, flooded cellar')).toMatchObject([
      { passage: { id: 'b#1' }, statement: null, isUnread: false },
    ]);
    expect(own.notes).toEqual([{ kind: 'own-words' }]);
  });
  test('and that nobody is read as saying it stands before the passage', () => {
    const text = renderMessage(composeAnswer(own, { page: 1, perPage: 10 }), { width: 1000, hasColours: false });
    const [note, passage] = [text.indexOf('Nobody is read as saying these words'), text.indexOf('A painted gate')];
    expect(note).toBeGreaterThan(0);
    expect(passage).toBeGreaterThan(note);
  });
  test('words around a statement are somebody’s that was not read', () => {
    expect(matches('ask who said painted hall by the old well')).toMatchObject([
      { passage: { id: 'c#1' }, statement: null, isUnread: true },
    ]);
  });
});

describe('what a sentence tells of whom the question names', () => {
  const story = storyOf([
    [
      'Dolen, who has led the guild for years, fears the loss of the eastern pier.',
      'Dolen met the mayor of Orlan over the high fees of the northern pier. Talks on fees go on.',
      'Varga said the lighthouse of Orlan needs a keeper, after a walk with Dolen.',
      'According to Reis, the western pier is lost.',
    ].join('\n\n'),
  ]);
  const told = (text: string): Finding[] =>
    findingsOf(answerRequest(story, parseRequest(text))).filter(({ near }) => !near);
  test.each([
    ['ask what did Dolen say about the loss of the eastern pier', ['a#1']],
    ['ask did Dolen comment on the loss of the eastern pier', ['a#1']],
    ['ask what did Dolen say about the fees of the northern pier', []],
    ['ask what did Dolen say about the lighthouse of Orlan', []],
    ['ask what did Reis say about the western pier', ['a#4']],
  ])('%s', (text, passages) => {
    expect(told(text).map(({ passage }) => passage.id)).toEqual(passages);
  });
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

test.each([
  ['who said painted gate, flooded cellar', true],
  ['who said painted gate, flooded cellar by Varga', false],
  ['who said painted gate, flooded cellar since 20 Feb', false],
  ['who said painted gate, flooded lamps', false],
])('%s: that the outlet prints it as its own is told beside that nobody says it: %s', (text, isTold) => {
  const kinds = answer(text).notes.map(({ kind }) => kind);
  expect(kinds.includes('own-words')).toBe(isTold);
  expect(answer(text).total).toBe(0);
});

test('the reader is told to look, and sees the whole passage', () => {
  const message = composeAnswer(answer('who said late ferries and a broken crane'), { page: 1, perPage: 10 });
  const text = renderMessage(message, { width: 1000, hasColours: false });
  expect(text).toContain('In Harbor Gazette · somebody speaks here; who it is was not read, see the passage');
  expect(text).toContain(UNREAD);
  expect(text).not.toContain('its own words');
});

describe('in a passage that answers', () => {
  const story = storyOf([
    [
      'Mira Tesk denied that the school had hired a convicted burglar, while Orlan Mott said the school was a treasure.',
      'Nobody in the room with Orlan Mott wanted the orphanage to be closed before Christmas.',
      'Residents blame Mott and want the swimming pool filled with concrete.',
      'Orlan Mott, whom his rival Pell Dorn accused of burning the archive, left for the island.',
      'The photographer was arrested for stealing a goat from the convent, an hour before Mira Tesk said: "The weather is lovely."',
      'On Tuesday Mira Tesk said the cables were rotten, and Orlan Mott said on Monday that the bridge was closed for repairs.',
      'Supporters of Dorn believe that the airport is haunted by a drowned pilot.',
    ].join('\n\n'),
  ]);
  const told = (text: string): Finding[] =>
    findingsOf(answerRequest(story, parseRequest(text))).filter(({ near }) => !near);

  test.each([
    ['ask did Mott say the school hired a convicted burglar', 'Mira Tesk says it'],
    ['ask what did Mott say about closing the orphanage before Christmas', 'others want it, in a room with Mott'],
    ['ask what did Pia Mott say about closing the orphanage before Christmas', 'another of the name'],
    ['ask what did Mott say about the swimming pool filled with concrete', 'residents want it'],
    ['ask what did Mott say about burning the archive', 'Dorn accuses'],
    ['ask what did Dorn say about the haunted airport', 'supporters believe it'],
    ['ask who said the photographer was arrested for stealing a goat, direct only', 'it is no direct quotation'],
    ['ask who said "photographer was arrested for murder"', 'nowhere printed so'],
  ])('%s: nothing, %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test('a day that the passage names for another statement is not that of the speaker’s own', () => {
    expect(told('ask what did Mott say on Tuesday about the bridge closed for repairs')).toEqual([]);
    expect(told('ask what did Mott say on Monday about the bridge closed for repairs')).toHaveLength(1);
  });

  test('who says something on it is not told to say nothing on it', () => {
    const { notes, total } = answerRequest(
      story,
      parseRequest('ask what did Mott say about the chances of bridge repairs'),
    );
    expect(total).toBe(1);
    expect(notes.map(({ kind }) => kind)).not.toContain('none-about');
  });
});

test('among many equal statements each is a match, the one within the limits, too', () => {
  const many = Array.from({ length: 20 }, (_, at) =>
    article({
      id: `post-${at}`,
      outlet: 'Harbor Post',
      body: `Orlan Mott said that ferry fares for district ${at} would be frozen this year.`,
    }),
  );
  const one = article({
    id: 'island',
    outlet: 'Island Gazette',
    body: `Orlan Mott said on Monday that ferry fares would be frozen this year. ${'The council of the island sat late in the old hall. '.repeat(12)}`,
  });
  const others = Array.from({ length: 60 }, (_, at) =>
    article({
      id: `other-${at}`,
      outlet: 'Harbor Post',
      body: `The council of the town sat late in hall ${at} for the association.`,
    }),
  );
  const story = storyOf([...many, one, ...others]);
  const total = (text: string): number => answerRequest(story, parseRequest(text)).total;
  expect(total('ask what did Mott say in the Island Gazette about ferry fares frozen this year by the town')).toBe(1);
  expect(total('ask what did Mott say about ferry fares frozen for the association')).toBeGreaterThan(10);
});
