// Questions that others answer, too: what somebody is told to have done or announced, and days whose words tell passages apart.
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../../src/answers/answerRequest.ts';
import { parseRequest } from '../../src/requests/request.ts';
import { storyOf } from '../storyOf.ts';

const index = storyOf([
  [
    'Hamo Reis met the mayor for an hour over the high fees of the northern pier.',
    'Varga said the ferry to Orlan will run again.',
    'For Varga, the loss of the ferry was the saddest day in the life of the harbor.',
    'The guild opened a school for pilots on 3 March 2024 in the old customs house, where the pilots of three towns learn to read charts and lights.',
    ...[
      'canteen',
      'garden',
      'chapel',
      'hall',
      'kitchen',
      'shop',
      'office',
      'theater',
      'stable',
      'bath',
      'bank',
      'bakery',
    ].map((house) => `The guild opened a ${house} for pilots.`),
  ].join('\n\n'),
]);

function found(text: string, story = index): (string | null)[][] {
  const { total, body } = answerRequest(story, parseRequest(text));
  const findings = body.kind === 'findings' ? body.groups.flatMap((group) => group.findings) : [];
  return findings
    .filter(({ near }) => !near)
    .slice(0, total)
    .map(({ passage, statement }) => [passage.id, statement?.speaker.name ?? null]);
}

test.each([
  ['ask what did Varga describe as the saddest day in the life of the harbor', 'a#3'],
  ['ask what did the guild open for pilots on 3 March 2024?', 'a#4'],
])('%s: the passage that tells it, said by nobody', (text, passage) => {
  expect(found(text)).toContainEqual([passage, null]);
});

test('a day that no passage names is still told to be outside', () => {
  expect(found('ask what did the guild open on 9 November 2023')).toEqual([]);
});

test.each(['ask what did Hamo Reis say about the fees', 'ask did Hamo Reis say anything about the fees'])(
  '%s: who is only mentioned has said nothing',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

test.each([
  ["ask what did Lena Moss say about Tuesday's vote", [['a#1', 'Lena Moss']]],
  ['ask what did Lena Moss say about the March vote', [['a#2', 'Lena Moss']]],
  ['ask what did Lena Moss say about the vote on Tuesday', []],
  ['ask what did Lena Moss say about the vote since Tuesday', []],
  ["ask what did Lena Moss say about Wednesday's vote", []],
])('%s: a day behind "about" is what was spoken of, where nothing was said on it', (text, expected) => {
  const votes = storyOf([
    'On Monday, Lena Moss said the council’s vote on Tuesday would be close.\n\nLena Moss said last week that no vote in March had been fair.',
    'The ferries wait.',
  ]);
  expect(found(text, votes)).toEqual(expected);
});

describe('what is asked for with "which" or "what" is part of what is looked for', () => {
  const rights = storyOf([
    'Lena Moss said the right to fish belongs to the islanders.\n\nLena Moss said the lamps of the harbor are old.\n\nLena Moss told the Harbor Gazette on Tuesday that rain is near.',
  ]);
  test.each([
    ['ask which right did Lena Moss say belongs to the islanders', ['a#1']],
    ['ask what kind of lamps did Lena Moss speak of', ['a#2']],
    ['ask what exactly did Lena Moss say', ['a#1', 'a#2', 'a#3']],
    ['ask in which tone did Lena Moss say it', ['a#1', 'a#2', 'a#3']],
    ['ask on which day did Lena Moss speak', ['a#1', 'a#2', 'a#3']],
  ])('%s', (text, passages) => {
    expect(found(text, rights).map(([passage]) => passage)).toEqual(passages);
  });
});

test.each([
  ['ask is Varga married', []],
  ['ask how does Varga compare the northern pier with the southern one', ['b#1']],
])('%s: a name alone answers nothing else', (text, passages) => {
  const story = storyOf([
    'Varga said the ferries wait.',
    'Varga said the northern pier is better than the southern one.',
  ]);
  expect(found(text, story).map(([passage]) => passage)).toEqual(passages);
});

test.each(["What did Tace's foreign ministry say?", "what did Varga's wife say about the ferries"])(
  '%s: an office or a relation that nobody has is nobody, and no other is found for it',
  (question) => {
    const story = storyOf([
      'Harbor Minister Lena Moss told Orlan on Monday that the ferries wait.',
      'Varga said the ferries wait.',
    ]);
    const answer = answerRequest(story, parseRequest(`ask ${question}`));
    expect([answer.total, answer.notes[0]?.kind]).toEqual([0, 'unknown-speaker']);
  },
);
