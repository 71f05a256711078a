// What number a question asks for, and whether a text has one that may be it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../../src/answers/answer.ts';
import { answerRequest } from '../../../src/answers/answerRequest.ts';
import { mayTell, readAmount } from '../../../src/answers/reading/amounts.ts';
import { parseRequest } from '../../../src/requests/request.ts';
import { storyOf } from '../../storyOf.ts';

function tells(question: string, text: string): boolean {
  const amount = readAmount(question);
  if (amount === undefined) throw new Error(`${question} asks for no number`);
  return mayTell(amount, text);
}

describe('what is asked for', () => {
  test.each([
    ['how many ferries does the guild have?', 'count', 'ferries'],
    ['How many of the old cranes were sold', 'count', ''],
    ['at how many northern piers', 'count', 'piers'],
    ['how long did the council sit', 'duration', ''],
    ['how much would a new crane cost', 'measure', ''],
    ['what percentage of the fees', 'measure', ''],
    ['What time did the council meet?', 'clock', ''],
  ])('%s', (question, kind, of) => {
    expect(readAmount(question)).toMatchObject({ kind, of });
  });

  test.each([
    'how did the council vote',
    'how long ago was the pier built',
    'no matter how big the crane is',
    'who wrote the song "How Long the Night"',
    'in what time is the song written',
    'what did Varga say about the fees',
  ])('no number: %s', (question) => {
    expect(readAmount(question)).toBeUndefined();
  });
});

describe('a text that may tell it, and one that does not', () => {
  test.each([
    ['how many ferries', 'The guild runs 12 ferries.', 'The guild has run ferries since 1998.'],
    ['how many ferries', 'Two dozen ferries lay idle.', 'The ferries lay idle for two weeks.'],
    ['how many ferries', 'A single ferry went out.', 'On 14 March the ferries went out.'],
    ['how many times did they meet', 'It was their seventh meeting.', 'They met on Tuesday.'],
    [
      'how many ferries does the guild have',
      'It bought its seventh ferry.',
      'It was their seventh evening in the old hall of the town, and nobody asked about the ferries.',
    ],
    ['how many ferries does the guild have', 'The guild has no ferries left.', '"No fees, no ferries," he added.'],
    ['how many ferries are there', 'There are currently no ferries.', '"No talks, no ferries."'],
    ['how many ferries were lost', 'No ferries in the town of Orlan were lost.', 'No. No ferries!'],
    ['how many ferries were lost', 'No ferries were lost.', 'There must be no talk. "No ferries."'],
    ['how many weeks did it last', 'It lasted two weeks.', 'All went home.'],
    ['how many people came', 'Some 1500 people came.', 'People came in 1500.'],
    ['how many cranes did the 12 piers have', 'Forty cranes stood there.', 'The 12 piers had cranes.'],
    ['how long did the council sit', 'The council sat for three hours.', 'The council sat in the old hall.'],
    ['how long did the council sit', 'It sat until dawn.', 'It was seated by the window.'],
    ['how much did the crane cost', 'The crane cost $40,000.', 'The crane came within two weeks.'],
    ['how old is the pier', 'The pier is 90 years old.', 'The pier was built of oak.'],
    ['what percentage of members voted', 'Half voted.', 'The members voted in the second week.'],
    ['how many ships had the fleet', 'The fleet had 1200 ships.', 'The fleet sailed in 1200 to the islands.'],
    ['how many drowned', 'At least 12 may have drowned.', 'Some drowned on 12 May.'],
    ['how much did the crane cost', 'The crane cost 1500 crowns.', 'The crane was bought in 1500.'],
    ['how much is the entry', 'The entry costs nothing.', 'The entry is on the left.'],
    ['how often does the ferry run', 'It runs every hour.', 'It runs to Orlan.'],
    ['how often does the council meet', 'It meets once a week.', 'It meets in the hall.'],
    ['how far is the pier', 'The pier is a mile from the chapel.', 'The pier is behind the chapel.'],
    ['how many goats survived', 'None survived.', 'The goats were seen.'],
    ['how many of the 12 were rescued', 'All 12 were rescued.', 'The 12 were rescued.'],
    ['how old is the lighthouse', 'It was built in 1911.', 'It was built of stone.'],
    ['how long has Reis led the choir', 'From 1990 onwards he led it.', 'He leads it well.'],
    ['what time did the council meet', 'They met at 9:30.', 'They met on 9 March.'],
    ['what time did the council meet', 'They met at noon.', 'They met for three hours.'],
  ])('%s', (question, telling, other) => {
    expect([tells(question, telling), tells(question, other)]).toEqual([true, false]);
  });

  test('any number that no unit, month or year stands beside is a count', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 999 }),
        fc.constantFrom('ferries', 'cranes', 'old ropes'),
        (number, things) => {
          const counted = things.split(' ').at(-1) ?? '';
          expect(tells(`how many ${counted} are there`, `There are ${number} ${things} at the pier.`)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});

test('a passage without the number is the nearest, not the answer', () => {
  const index = storyOf([
    'The guild sold the ferries of the northern pier.',
    'Reis bought 12 cranes of the southern pier.',
  ]);
  const matches = (text: string): number =>
    findingsOf(answerRequest(index, parseRequest(text))).filter(({ near }) => !near).length;
  expect(matches('ask when did the guild sell the ferries of the northern pier')).toBe(1);
  expect(matches('ask how long did the guild own the ferries of the northern pier')).toBe(0);
  expect(matches('ask how many cranes of the southern pier did Reis buy')).toBe(1);
});
