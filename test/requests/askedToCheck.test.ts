// Questions that ask whether a quotation is right: what is checked, and what is asked as before.
import { describe, expect, test } from 'vitest';
import { formatRequest, parseRequest } from '../../src/requests/request.ts';

const read = (text: string): string => formatRequest(parseRequest(text));
const Q = '"the harbor stays open"';

describe('a quotation in marks is checked', () => {
  test.each([
    [`is this right: ${Q}?`, `check ${Q}`],
    ['Is this quote accurate? “the harbor stays open”', 'check “the harbor stays open”'],
    [`is it true that Varga said ${Q}?`, `check Varga said ${Q}`],
    [`isn't it true that Varga said ${Q} on Monday?`, `check Varga said ${Q} on Monday`],
    [`hi, do you know if it's true that Varga said ${Q}? thanks!`, `check Varga said ${Q}`],
    [`did Varga really say ${Q}?`, `check Varga said ${Q}`],
    [`did Varga say ${Q}?`, `check Varga said ${Q}`],
    [`did Varga say on Monday that ${Q}?`, `check Varga said on Monday that ${Q}`],
    [`has Teo Varga ever said ${Q} to reporters?`, `check Teo Varga said ${Q} to reporters`],
    [`is ${Q} a real quote?`, `check ${Q}`],
    [`is ${Q} real?`, `check ${Q}`],
    [`is ${Q} a real quote by Varga?`, `check ${Q} by Varga`],
    [`is ${Q} a quote of Varga?`, `check ${Q} Varga`],
    [`was ${Q} really said by Varga?`, `check ${Q} said by Varga`],
    [`is ${Q} from Varga?`, `check ${Q} from Varga`],
    [`is ${Q} what Varga said?`, `check Varga said ${Q}`],
    [`real or fake: ${Q}`, `check ${Q}`],
    [`true or false? Varga said ${Q}`, `check Varga said ${Q}`],
    [`fact-check: Varga said ${Q}`, `check Varga said ${Q}`],
    [`Varga said ${Q}, is that true?`, `check Varga said ${Q}`],
    [`${Q} - real or fake?`, `check ${Q}`],
    [`when: did Varga really say ${Q}?`, `when: check Varga said ${Q}`],
  ])('%s', (text, request) => {
    expect(read(text)).toBe(request);
    expect(read(request)).toBe(request);
  });
});

describe('is asked as before', () => {
  test.each([
    'did Varga say "open harbor"?',
    'is it true that the harbor stays open?',
    'did Varga say the harbor stays open?',
    `did anyone say ${Q}?`,
    `is ${Q} the plan of the guild?`,
    `did Varga say who called it ${Q}?`,
    `what does ${Q} mean?`,
    `is this the right ${Q} banner?`,
  ])('%s', (text) => {
    expect(read(text)).toBe(`ask ${text}`);
  });

  test.each([`ask is this right: ${Q}?`, `who said ${Q}`, `check ${Q} - real or fake?`])(
    'a request that says what it is stays so: %s',
    (text) => {
      expect(read(text)).toBe(text);
    },
  );
});
