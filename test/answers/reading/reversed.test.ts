// Requests whose first day is after the last, counted from Thursday 12 February 2026.
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../../../src/answers/answerRequest.ts';
import { RequestError } from '../../../src/errors.ts';
import { parseRequest } from '../../../src/requests/request.ts';
import { storyOf } from '../../storyOf.ts';

const index = storyOf(['Varga said on Tuesday that the fees must fall.']);
const earlier = parseRequest('who said fees');

function refusal(text: string, behind: typeof earlier | null = null): RequestError | null {
  try {
    answerRequest(index, parseRequest(text), behind);
    return null;
  } catch (cause) {
    if (cause instanceof RequestError) return cause;
    throw cause;
  }
}

describe('the wrong way round: refused, with the two days exchanged', () => {
  test.each([
    ['who said fees since 20 Feb until 1 Feb', 'who said fees since 1 Feb until 20 Feb'],
    ['who said fees until 1 Feb since 20 Feb', 'who said fees since 1 Feb until 20 Feb'],
    ['who said fees since Wednesday until Monday by Varga', 'who said fees by Varga since Monday until Wednesday'],
    ['who said fees between 20 Feb and 1 Feb', 'who said fees between 1 Feb and 20 Feb'],
    ['who said fees between 20 and 1 February by Varga', 'who said fees between 1 and 20 February by Varga'],
    ['who said fees after 10 Feb and before 3 Feb', 'who said fees after 3 Feb and before 10 Feb'],
    ['what did Varga say since 20 Feb until 1 Feb', 'ask what did Varga say since 1 Feb until 20 Feb'],
    ['what did Varga say between Wednesday and Monday', 'ask what did Varga say between Monday and Wednesday'],
    ['speaker Varga since 20 Feb until 1 Feb', 'speaker Varga since 1 Feb until 20 Feb'],
    ['speaker Varga about fees from 20 Feb to 1 Feb', 'speaker Varga about fees from 1 Feb to 20 Feb'],
    ['compare Varga and Dolen since February until January', 'compare Varga and Dolen since January until February'],
    ['timeline fees since 2026-02-20 until 2026-02-01', 'timeline fees since 2026-02-01 until 2026-02-20'],
    ['when: who said fees since 20 Feb until 1 Feb', 'when: who said fees since 1 Feb until 20 Feb'],
    ['when: timeline since yesterday until last week', 'when: timeline since last week until yesterday'],
  ])('%s', (text, suggestion) => {
    expect(refusal(text)).toMatchObject({ code: 'reversed-days', suggestion });
    expect(refusal(suggestion)).toBeNull();
  });

  test('the message says how the days were read', () => {
    expect(refusal('who said fees since Wednesday until 2026-02-01')?.message).toBe(
      '"Wednesday" (2026-02-11) is after "2026-02-01": the days are the wrong way round.',
    );
  });

  test('a follow-up: what is suggested stands for itself', () => {
    expect(refusal('and between 20 Feb and 1 Feb?', earlier)?.suggestion).toBe(
      'who said fees between 1 Feb and 20 Feb',
    );
  });
});

test.each([
  'who said fees since 1 Feb until 20 Feb',
  'who said fees since Tuesday until Tuesday',
  'who said fees from Monday to Sunday',
  'who said fees from 28 Dec to 3 Jan',
  'who said fees on Wednesday and Monday',
  'who said "between 20 Feb and 1 Feb"',
  'check "between 20 Feb and 1 Feb"',
])('not refused: %s', (text) => {
  expect(refusal(text)).toBeNull();
});
