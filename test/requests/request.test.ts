// The grammar: what is read as what, what is refused with which suggestion, and that formatting gives the request back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RequestError } from '../../src/errors.ts';
import { formatRequest, parseRequest, type Request, type WhoSaidRequest } from '../../src/requests/request.ts';

const whoSaid = (words: string, clauses: Partial<WhoSaidRequest> = {}): WhoSaidRequest => ({
  kind: 'who-said',
  words,
  by: null,
  except: null,
  since: null,
  until: null,
  outlet: null,
  isDirect: false,
  ...clauses,
});

describe('parseRequest reads', () => {
  test.each<[string, Request]>([
    ['who said no nuclear weapons', whoSaid('no nuclear weapons')],
    ['Who said "no nuclear weapons"?', whoSaid('"no nuclear weapons"')],
    ['WHO SAID: missiles', whoSaid('missiles')],
    ['who said missiles ? ?', whoSaid('missiles')],
    ['whosaid missiles', whoSaid('missiles')],
    ['/iran-talks who said missiles', whoSaid('missiles')],
    ['who said missiles by Trump', whoSaid('missiles', { by: 'Trump' })],
    [
      'who said missiles by Trump since 10 Feb until Friday',
      whoSaid('missiles', { by: 'Trump', since: '10 Feb', until: 'Friday' }),
    ],
    ['who said missiles since last week', whoSaid('missiles', { since: 'last week' })],
    ['who said nothing changed since the war', whoSaid('nothing changed since the war')],
    ['who said "stand by me since Friday"', whoSaid('"stand by me since Friday"')],
    ['who said missiles since "last week"', whoSaid('missiles', { since: 'last week' })],
    [
      'who said missiles by "the Iranian foreign minister" until “10 Feb”',
      whoSaid('missiles', { by: 'the Iranian foreign minister', until: '10 Feb' }),
    ],
    ['who said missiles outlet:CGTN', whoSaid('missiles', { outlet: 'CGTN' })],
    [
      'who said missiles outlet: "Harbor Gazette" by Varga',
      whoSaid('missiles', { outlet: 'Harbor Gazette', by: 'Varga' }),
    ],
    ['who said the outlet closed', whoSaid('the outlet closed')],
    ['who said missiles direct only', whoSaid('missiles', { isDirect: true })],
    ['who said missiles, direct only, by Varga', whoSaid('missiles', { by: 'Varga', isDirect: true })],
    ['who said missiles by Varga, direct only', whoSaid('missiles', { by: 'Varga', isDirect: true })],
    ['who said "talks are direct only"', whoSaid('"talks are direct only"')],
    ['who said missiles except Varga since Tuesday', whoSaid('missiles', { except: 'Varga', since: 'Tuesday' })],
    ['who besides Varga said missiles?', whoSaid('missiles', { except: 'Varga' })],
    ['who said "stand by "me"', whoSaid('"stand by "me"')],
    ['who said nothing since this war began', whoSaid('nothing since this war began')],
    ['who said wait until decision day', whoSaid('wait until decision day')],
    ['ask when were the talks?', { kind: 'ask', question: 'when were the talks?' }],
    ['when were the talks?', { kind: 'ask', question: 'when were the talks?' }],
    ['ask "when were the talks"', { kind: 'ask', question: 'when were the talks' }],
    ['speaker Trump', { kind: 'speaker', name: 'Trump', about: null }],
    ['speaker "Donald Trump" about the carrier', { kind: 'speaker', name: 'Donald Trump', about: 'the carrier' }],
    ['speaker Trump about about missiles', { kind: 'speaker', name: 'Trump', about: 'missiles' }],
    ['speaker Trump about on "no missiles"', { kind: 'speaker', name: 'Trump', about: '"no missiles"' }],
    ['speaker Trump about about', { kind: 'speaker', name: 'Trump', about: null }],
    ['compare Trump and Iran on on missiles', { kind: 'compare', a: 'Trump', b: 'Iran', topic: 'missiles' }],
    ['compare Trump and Iran on about missiles', { kind: 'compare', a: 'Trump', b: 'Iran', topic: 'missiles' }],
    ['timeline about of missiles', { kind: 'timeline', topic: 'missiles' }],
    ['speaker Trump on missiles', { kind: 'speaker', name: 'Trump', about: 'missiles' }],
    ['speaker envoy on trade about deals', { kind: 'speaker', name: 'envoy on trade', about: 'deals' }],
    ['speaker "Israeli sources about deal"', { kind: 'speaker', name: 'Israeli sources', about: 'deal' }],
    ['compare "Trump and Iran on missiles"', { kind: 'compare', a: 'Trump', b: 'Iran', topic: 'missiles' }],
    ['timeline "missile program"', { kind: 'timeline', topic: 'missile program' }],
    ['source "4"', { kind: 'source', passage: '4' }],
    ['compare Trump and Iran on missiles', { kind: 'compare', a: 'Trump', b: 'Iran', topic: 'missiles' }],
    [
      'compare "Trump and Sons" and Iran on missiles',
      { kind: 'compare', a: 'Trump and Sons', b: 'Iran', topic: 'missiles' },
    ],
    ['compare Orlan with “Hale on ferries”', { kind: 'compare', a: 'Orlan', b: 'Hale on ferries', topic: null }],
    [
      'compare “Orlan to Hale” vs "Reis and Hale" about fees',
      { kind: 'compare', a: 'Orlan to Hale', b: 'Reis and Hale', topic: 'fees' },
    ],
    ['compare "Orlan" "Hale" and Reis', { kind: 'compare', a: '"Orlan" "Hale"', b: 'Reis', topic: null }],
    ['speaker "envoys on trade" about deals', { kind: 'speaker', name: 'envoys on trade', about: 'deals' }],
    ['speaker “envoys about to leave”', { kind: 'speaker', name: 'envoys about to leave', about: null }],
    ['compare Trump vs. Iran', { kind: 'compare', a: 'Trump', b: 'Iran', topic: null }],
    ['when: who said missiles', { kind: 'fact', fact: 'when', of: whoSaid('missiles') }],
    ['To whom: speaker Trump', { kind: 'fact', fact: 'to whom', of: { kind: 'speaker', name: 'Trump', about: null } }],
    ['why: when: who said missiles', { kind: 'fact', fact: 'why', of: whoSaid('missiles') }],
    ['where: the talks?', { kind: 'fact', fact: 'where', of: { kind: 'ask', question: 'the talks?' } }],
    ['statements by Trump on missiles', { kind: 'ask', question: 'statements by Trump on missiles' }],
    ['who from Orlan said missiles?', whoSaid('missiles', { by: 'Orlan' })],
    ['timeline', { kind: 'timeline', topic: null }],
    ['timeline of missiles', { kind: 'timeline', topic: 'missiles' }],
    ['check "wall of distrust"', { kind: 'check', quotation: '"wall of distrust"' }],
    ['source a-b#4', { kind: 'source', passage: 'a-b#4' }],
    ['  SPEAKERS  ', { kind: 'speakers' }],
    ['sources', { kind: 'sources' }],
    ['statements a-b', { kind: 'statements', article: 'a-b' }],
    ['help', { kind: 'help' }],
    ['the carrier', { kind: 'ask', question: 'the carrier' }],
    ['as I see it, nobody spoke', { kind: 'ask', question: 'as I see it, nobody spoke' }],
  ])('%s', (text, expected) => {
    expect(parseRequest(text)).toEqual(expected);
  });
});

describe('parseRequest refuses', () => {
  const refusal = (text: string, freeText: 'ask' | 'refuse' = 'refuse'): RequestError => {
    try {
      parseRequest(text, freeText);
    } catch (cause) {
      if (cause instanceof RequestError) return cause;
      throw cause;
    }
    throw new Error(`${text} was read`);
  };

  test.each([
    ['', 'empty', 'help'],
    ['   \u0000\u202E ', 'empty', 'help'],
    ['who said', 'incomplete', 'help'],
    ['speaker', 'incomplete', 'help'],
    ['compare Trump', 'incomplete', 'help'],
    ['compare Trump on Iran and missiles', 'incomplete', 'help'],
    ['check', 'incomplete', 'help'],
    ['who sad missiles', 'unknown-request', 'who said missiles'],
    ['woh said missiles', 'unknown-request', 'who said missiles'],
    ['spekaer Trump', 'unknown-request', 'speaker Trump'],
    ['timelnie', 'unknown-request', 'timeline'],
    ['who', 'incomplete', 'who said'],
    ['speakers Trump', 'unknown-request', 'speaker Trump'],
    ['sources now', 'unknown-request', 'sources'],
    ['help extra', 'unknown-request', 'help'],
    ['who said missiles since 2026-13-40', 'incomplete', 'help'],
    ['who said missiles since someday', 'incomplete', 'help'],
    ['who said missiles until 30 Feb by Trump', 'incomplete', 'help'],
    ['who said missiles since "last year"', 'incomplete', 'help'],
    ['missiles in Oman', 'unknown-request', 'ask missiles in Oman'],
    ['digest on 09:00', 'not-here', 'help'],
    ['held', 'not-here', 'help'],
    ['Held approve courier-ferries', 'not-here', 'help'],
    ['corpus add https://harbour.example/1', 'not-here', 'help'],
  ])('%j', (text, code, suggestion) => {
    expect(refusal(text)).toMatchObject({ code, suggestion });
  });

  test('a date that names no day is refused with the forms that are read', () => {
    expect(refusal('who said missiles since someday').message).toBe(
      '"someday" is no date that can be read: write 2026-02-10, 10 Feb, Tuesday, yesterday, 3 days ago, last week or February.',
    );
  });

  test('a suggestion can be read', () => {
    for (const text of ['who sad x', 'spekaer Trump', 'frobnicate']) {
      expect(() => parseRequest(refusal(text).suggestion ?? '', 'refuse')).not.toThrow();
    }
  });

  test('"who paid" is a question, not a slip', () => {
    expect(parseRequest('who paid for the ships', 'refuse').kind).toBe('ask');
  });
});

const WORDS = [
  'who',
  'said',
  'by',
  'since',
  'until',
  'Tuesday',
  '10 Feb',
  'ask',
  'speaker',
  'about',
  'compare',
  'and',
  'on',
  'of',
  'vs',
  'timeline',
  'check',
  'source',
  '"',
  '“',
  '”',
  '?',
  ':',
  'Trump',
  'by "the man since Friday"',
  'since "last week"',
  '"a about b"',
  '/iran-talks',
  'except',
  'outlet:',
  'outlet:CGTN',
  'direct only',
  'please',
  'besides',
  'when:',
  'to whom:',
];
const requestLike = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ maxLength: 5 })), { maxLength: 12 })
  .map((list) => list.join(' '));

const names = fc
  .array(
    fc.constantFrom('Hale', 'U.S.', 'about', 'on', 'and', 'With', 'to', 'vs', 'vs.', 'versus', 'by', 'since', 'of'),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((list) => list.join(' '));
/** What leads to a topic is none of it: no request that was parsed has such a one. */
const topics = names.filter((topic) => !/^(?:of|about|on)(?: |$)/u.test(topic));

describe('parseRequest and formatRequest', () => {
  test('parsing a formatted request gives it back', () => {
    fc.assert(
      fc.property(fc.oneof(requestLike, fc.string({ unit: 'binary' })), (text) => {
        let request: Request;
        try {
          request = parseRequest(text);
        } catch (cause) {
          expect(cause).toBeInstanceOf(RequestError);
          return;
        }
        expect(parseRequest(formatRequest(request), 'refuse')).toEqual(request);
      }),
      { numRuns: 1500 },
    );
  });

  test('names that hold the words of the grammar stay names', () => {
    fc.assert(
      fc.property(names, names, fc.option(topics), (a, b, topic) => {
        for (const request of [
          { kind: 'compare', a, b, topic },
          { kind: 'speaker', name: a, about: topic },
        ] as const)
          expect(parseRequest(formatRequest(request), 'refuse')).toEqual(request);
      }),
      { numRuns: 1200 },
    );
  });
});
