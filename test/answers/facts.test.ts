// One fact of what was found: the day, the place, the addressee, the reason, as the article states it, and nothing where it does not.
import { describe, expect, test } from 'vitest';
import { type Answer, findingsOf } from '../../src/answers/answer.ts';
import { answerRequest } from '../../src/answers/answerRequest.ts';
import { factOf } from '../../src/answers/facts.ts';
import { wordsOf } from '../../src/domain.ts';
import { type Fact, parseRequest } from '../../src/requests/request.ts';
import { storyOf } from '../storyOf.ts';

const index = storyOf([
  'Varga said the ferries wait. Dolen told the Harbor Council on Tuesday that the ferries will sail because the ice is gone. "The ferries are ours," Lena Moss said on Wednesday in a speech.',
  'The talks on fees were held in Kestral, the old capital, on Friday. They failed.',
]);
const answer = (text: string): Answer => answerRequest(index, parseRequest(text));
const facts = (fact: Fact, text: string): (string | null)[] =>
  findingsOf(answer(`${fact}: ${text}`)).map((finding) => {
    const stated = factOf(finding, fact);
    if (stated === null) return null;
    return 'span' in stated.what ? wordsOf(stated.what.passage, stated.what.span) : stated.what.from;
  });

describe('of statements', () => {
  test('the day: those that state one first', () => {
    expect(facts('when', 'who said ferries').sort()).toEqual(['2026-02-10', '2026-02-11', null]);
    expect(facts('when', 'who said ferries').at(-1)).toBeNull();
  });

  test('the place', () => {
    expect(facts('where', 'who said ferries')).toEqual(['in a speech', null, null]);
  });

  test('to whom', () => {
    expect(facts('to whom', 'who said ferries')).toEqual(['the Harbor Council', null, null]);
  });

  test('the reason, to the end of its clause', () => {
    expect(facts('why', 'who said ferries')).toEqual(['because the ice is gone', null, null]);
  });

  test('how many state none is told', () => {
    expect(answer('to whom: who said ferries').notes).toContainEqual({
      kind: 'not-stated',
      fact: 'to whom',
      missing: 2,
      of: 3,
    });
    expect(answer('when: who said ferries by Dolen').notes).toEqual([]);
  });
});

describe('of passages in which nobody speaks', () => {
  test('the day and the place of the sentence that answers', () => {
    expect(facts('when', 'ask were the talks on fees held')[0]).toBe('2026-02-06');
    expect(facts('where', 'ask when were the talks on fees')[0]).toBe('in Kestral');
  });

  test('no addressee and no reason', () => {
    expect(facts('to whom', 'ask when were the talks on fees')[0]).toBeNull();
    expect(facts('why', 'ask when were the talks on fees')[0]).toBeNull();
  });
});

test('groups of a comparison and a timeline stay as they are', () => {
  const headings = (text: string): unknown => {
    const { body } = answer(text);
    return body.kind === 'findings' && body.groups.map(({ heading }) => heading);
  };
  for (const text of ['compare Varga and Dolen on ferries', 'timeline ferries'])
    expect(headings(`when: ${text}`)).toEqual(headings(text));
});

test('nothing found is told as the request itself tells it', () => {
  expect(answer('when: who said icebergs')).toEqual({
    ...answer('who said icebergs'),
    request: parseRequest('when: who said icebergs'),
  });
});
