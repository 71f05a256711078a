// What a text asks for behind an earlier request: the merged request in its own grammar, and texts that are no follow-ups.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerRequest, findFollowUp } from '../../../src/answers/answerRequest.ts';
import { asksForMore } from '../../../src/answers/followUp/followUp.ts';
import { formatRequest, parseRequest } from '../../../src/requests/request.ts';
import type { StoryIndex } from '../../../src/search/storyIndex.ts';
import { article, shippedApp, storyOf } from '../../storyOf.ts';

let index: StoryIndex;
beforeAll(async () => {
  index = (await shippedApp()).index;
});

const merged = (earlier: string, text: string): string | null => {
  const found = findFollowUp(index, parseRequest(text), parseRequest(earlier));
  return found && formatRequest(found);
};

const TABLE: readonly (readonly [earlier: string, text: string, merged: string])[] = [
  // Another speaker.
  ['who said missiles', 'and Netanyahu?', 'who said missiles by Netanyahu'],
  ['who said missiles', 'and the Iranian foreign minister?', 'who said missiles by the Iranian foreign minister'],
  ['who said missiles', 'And what about Iran’s side?', 'who said missiles by Iran’s side'],
  ['who said missiles', 'how about Araqchi', 'who said missiles by Araqchi'],
  ['who said missiles', 'the same for Iran', 'who said missiles by Iran'],
  ['who said missiles', 'same question for Iran?', 'who said missiles by Iran'],
  ['who said missiles', 'and U.S. officials?', 'who said missiles by U.S. officials'],
  ['who said missiles', 'Trump?', 'who said missiles by Trump'],
  ['who said missiles', 'only Trump', 'who said missiles by Trump'],
  ['who said missiles', 'by Trump', 'who said missiles by Trump'],
  ['who said missiles', 'hi, and Netanyahu, please?', 'who said missiles by Netanyahu'],
  ['who said missiles', 'and Pezeshkan?', 'who said missiles by Pezeshkan'],
  ['who said missiles by Iran', 'and Trump?', 'who said missiles by Trump'],
  ['who said missiles by Iran since Tuesday', 'and Trump?', 'who said missiles by Trump since Tuesday'],
  ['what did Trump say about missiles?', 'and Netanyahu?', 'ask what did Netanyahu say about missiles'],
  ['what did Trump say about missiles?', 'and what did Iran say?', 'ask what did Iran say about missiles'],
  ['what did Trump say?', 'and Iran?', 'ask what did Iran say'],
  ['Trump on missiles', 'and Iran?', 'ask what did Iran say about missiles'],
  ['speaker Trump', 'and Araghchi?', 'speaker Araghchi'],
  ['speaker Trump about missiles', 'and Araghchi?', 'speaker Araghchi about missiles'],
  ['compare Trump and Iran on missiles', 'and Netanyahu?', 'ask what did Netanyahu say about missiles'],
  ['timeline missiles', 'and Iran?', 'timeline missiles by Iran'],
  ['timeline', 'and Iran?', 'timeline by Iran'],
  ['timeline by Iran since Tuesday', 'and Trump?', 'timeline by Trump since Tuesday'],
  ['check "no nuclear weapons"', 'and Netanyahu?', 'check "no nuclear weapons" by Netanyahu'],
  ['check "no nuclear weapons" by Netanyahu', 'and Trump?', 'check "no nuclear weapons" by Trump'],
  ['when did Trump meet Netanyahu', 'and Pezeshkian?', 'ask when did Trump meet Pezeshkian'],
  [
    'has Trump ordered the carrier to deploy?',
    'and the Pentagon?',
    'ask has the Pentagon ordered the carrier to deploy',
  ],
  ['who met in Muscat', 'and Trump?', 'ask what did Trump say about Muscat'],
  ['who said missiles', 'Netanyahu too?', 'who said missiles by Netanyahu'],
  ['what did Trump say about missiles?', 'and Khamenei?', 'ask what did Khamenei say about missiles'],
  ['what did Trump say about missiles?', 'and any comment from Iran?', 'ask what did Iran say about missiles'],
  // Whole questions that lack their topic.
  ['who said missiles', 'what did Trump say about that?', 'who said missiles by Trump'],
  ['what did Trump say about missiles?', 'did Iran say so?', 'ask what did Iran say about missiles'],
  ['who said "no nuclear weapons"', 'when did Trump say that?', 'when: who said "no nuclear weapons" by Trump'],
  ['who said "no nuclear weapons"', 'did he say to whom?', 'to whom: who said "no nuclear weapons" by Donald Trump'],
  // Two, beside each other.
  ['who said missiles', 'and Trump and Iran?', 'compare Trump and Iran on missiles'],
  ['what did Trump say about missiles?', 'compare that with Iran', 'compare Trump and Iran on missiles'],
  // Less than before.
  ['who said missiles since Monday', 'any day', 'who said missiles'],
  ['who said missiles in CGTN by Trump', 'all outlets', 'who said missiles by Trump'],
  ['who said missiles by Trump', 'and everybody?', 'who said missiles'],
  // What every finding shows.
  ['who said missiles', 'source?', 'who said missiles'],
  ['what did Trump say about missiles', 'which outlet?', 'ask what did Trump say about missiles'],
  // Everybody else.
  ['who said missiles by Trump', 'who else?', 'who said missiles except Trump'],
  ['what did Trump say about missiles', 'anyone else?', 'who said missiles except Trump'],
  ['speaker Trump', 'who else?', 'speakers'],
  ['compare Trump and Iran on missiles', 'who else?', 'who said missiles'],
  ['who said missiles', 'but not Trump', 'who said missiles except Trump'],
  ['who said missiles by Iran', 'except Araghchi', 'who said missiles except Araghchi'],
  // Another topic.
  ['who said missiles', 'about the carrier', 'who said the carrier'],
  ['who said missiles by Trump', 'and the carrier?', 'who said the carrier by Trump'],
  ['what did Trump say?', 'about missiles', 'ask what did Trump say about missiles'],
  ['what did Trump say about missiles?', 'and about the carrier?', 'ask what did Trump say about the carrier'],
  ['speaker Trump', 'on missiles?', 'speaker Trump about missiles'],
  ['speaker Trump about missiles', 'what about the carrier', 'speaker Trump about the carrier'],
  ['compare Trump and Iran on missiles', 'and on the carrier?', 'compare Trump and Iran on the carrier'],
  ['compare Trump and Iran', 'about missiles', 'compare Trump and Iran on missiles'],
  ['timeline missiles', 'and the carrier?', 'timeline the carrier'],
  [
    'what did Trump say about missiles',
    'and in the Guardian?',
    'ask what did Trump say about missiles in the Guardian',
  ],
  ['when were the talks in Muscat', 'and in Washington?', 'ask when were the talks in Washington'],
  ['where were the talks?', 'and the celebrations?', 'ask where were the celebrations'],
  // Speaker and topic.
  ['who said missiles', 'and Trump on the carrier?', 'who said the carrier by Trump'],
  // Days.
  ['who said missiles', 'since Monday', 'who said missiles since Monday'],
  ['who said missiles', 'and on Tuesday?', 'who said missiles on Tuesday'],
  ['who said missiles on Tuesday', 'and on Wednesday?', 'who said missiles on Wednesday'],
  ['who said missiles since Tuesday', 'until Wednesday', 'who said missiles until Wednesday'],
  ['who said missiles by Trump', 'last week?', 'who said missiles last week by Trump'],
  ['who said missiles', 'what about Tuesday?', 'who said missiles Tuesday'],
  ['who said missiles', 'between Monday and Wednesday', 'who said missiles between Monday and Wednesday'],
  ['what did Trump say on Tuesday', 'and on Wednesday?', 'ask what did Trump say on Wednesday'],
  ['what happened on Friday', 'and on Wednesday?', 'ask what happened on Wednesday'],
  ['speaker Trump about missiles', 'since Wednesday', 'speaker Trump about missiles since Wednesday'],
  ['speaker Trump', 'since Wednesday', 'speaker Trump since Wednesday'],
  ['compare Trump and Iran', 'in February', 'compare Trump and Iran in February'],
  ['timeline', 'since Wednesday', 'timeline since Wednesday'],
  ['who said missiles', 'the same for Iran, but since Tuesday', 'who said missiles by Iran since Tuesday'],
  // Outlet and kind.
  ['who said missiles', 'in CGTN?', 'who said missiles outlet:CGTN'],
  ['who said missiles', 'according to cgtn', 'who said missiles outlet:CGTN'],
  ['what did Trump say about missiles', 'and in CGTN?', 'ask what did Trump say about missiles in CGTN'],
  ['who said missiles', 'direct only', 'who said missiles direct only'],
  ['who said missiles since Tuesday', 'only direct quotes, please', 'who said missiles since Tuesday direct only'],
  ['speaker Trump about missiles', 'verbatim only', 'speaker Trump about missiles direct only'],
  // One fact of what was found.
  ['who said missiles', 'when?', 'when: who said missiles'],
  ['who said missiles', 'and when was that?', 'when: who said missiles'],
  ['who said missiles by Trump', 'when did he say that?', 'when: who said missiles by Trump'],
  ['what did Trump say about missiles', 'on what day?', 'when: ask what did Trump say about missiles'],
  ['who said missiles', 'where?', 'where: who said missiles'],
  ['who said missiles', 'to whom?', 'to whom: who said missiles'],
  ['who said missiles', 'but why?', 'why: who said missiles'],
  ['check "wall of distrust"', 'when?', 'when: check "wall of distrust"'],
  ['source 4', 'to whom?', 'to whom: source 4'],
  ['when: who said missiles', 'where?', 'where: who said missiles'],
  ['when: who said missiles', 'and Araghchi?', 'when: who said missiles by Araghchi'],
  ['when: who said missiles', 'and the carrier?', 'who said the carrier'],
  // Who it was.
  ['check "no nuclear weapons"', 'who said it?', 'who said "no nuclear weapons"'],
  ['what did Trump say about missiles', 'who said that', 'who said missiles'],
  ['what did Trump say about missiles', 'who said that by Iran', 'who said missiles by Iran'],
  // He is whoever was asked about, or the one by whom all of it was found.
  [
    'what did Trump say about missiles',
    'what else did he say?',
    'ask what did Trump say, but not: ask what did Trump say about missiles',
  ],
  [
    'who said "wall of distrust"',
    'what else did he say?',
    'ask what did Masoud Pezeshkian say, but not: who said "wall of distrust"',
  ],
  [
    'check "no nuclear weapons"',
    'what else did he say?',
    'ask what did Donald Trump say, but not: check "no nuclear weapons"',
  ],
  [
    'what did Trump say, but not: who said missiles',
    'what else did he say?',
    'ask what did Trump say, but not: who said missiles',
  ],
  ['what did Trump say, but not: who said missiles', 'and Iran?', 'ask what did Iran say'],
  ['speaker Trump', 'what else did he say?', 'speaker Trump'],
  ['any comment from Araghchi?', 'about missiles', 'ask what did Araghchi say about missiles'],
  ['any comment from Khamenei?', 'about missiles', 'ask what did Khamenei say about missiles'],
  ['who said "wall of distrust"', 'did he mention aggression?', 'who said aggression by Masoud Pezeshkian'],
  ['who said "wall of distrust"', 'his view on the United States', 'who said the United States by Masoud Pezeshkian'],
  ['timeline since Wednesday', 'what else did Trump say', 'timeline by Trump since Wednesday'],
];

describe('behind an earlier request', () => {
  test.each(TABLE)('%s | %s', (earlier, text, expected) => {
    expect(merged(earlier, text)).toBe(expected);
  });
});

describe('starts anew', () => {
  test.each([
    ...[
      'who said the carrier',
      'who said "wall of distrust" by Trump',
      'speaker Trump',
      'speakers',
      'help',
      'timeline',
    ],
    ...['when were the talks?', 'when did Trump speak?', 'where did Pezeshkian speak?', 'where were the talks held'],
    ...['why did the talks fail?', 'to whom did Trump say so on Tuesday?', 'what did Iran say about the carrier'],
    ...['what did Iran say?', 'did Trump say no missiles?', 'has Trump ordered the carrier to deploy?'],
    ...[
      'Trump on the carrier',
      'the carrier',
      'the carrier?',
      'Trump',
      'Netanyahu and Trump met',
      'any comment from Trump?',
    ],
    ...['check "wall of distrust"', 'compare Trump and Iran', 'what happened on Friday', 'who met at the White House?'],
    ...['a second aircraft carrier strike group', 'ask when were the talks', 'and when were the talks?', 'and', 'and?'],
    ...['sources', 'source 4', 'who else met at the White House', 'that is all', 'anything from Trump?', 'is it true?'],
  ])('%s', (text) => {
    for (const earlier of ['who said missiles by Trump', 'what did Trump say about missiles', 'when were the talks?'])
      expect(merged(earlier, text)).toBeNull();
  });

  test.each(['speakers', 'sources', 'help', 'statements cgtn-2026-02-12-trump-netanyahu'])(
    'behind %s, which has no speaker and no topic',
    (earlier) => {
      for (const text of ['when?', 'and Netanyahu?', 'since Monday', 'who else?'])
        expect(merged(earlier, text)).toBeNull();
    },
  );

  test('"he" where several have spoken, or nobody', () => {
    for (const earlier of ['who said missiles', 'compare Trump and Iran on missiles', 'who said Khamenei'])
      expect(merged(earlier, 'what did he say about the carrier?')).toBeNull();
  });
});

describe('more', () => {
  test.each(['more', 'More!', 'show me more', 'next', 'next page, please', 'and more?', 'go on', 'the rest'])(
    '%s',
    (text) => {
      expect(asksForMore(index, text, parseRequest('who said missiles'))).toBe(true);
    },
  );

  test.each(['more missiles', 'who said more', 'no more', 'the next round', 'more about Trump'])('not %s', (text) => {
    expect(asksForMore(index, text, parseRequest('who said missiles'))).toBe(false);
  });

  test('"who else?" is the next page where everybody was asked about', () => {
    expect(asksForMore(index, 'who else?', parseRequest('who said missiles'))).toBe(true);
    expect(asksForMore(index, 'who else?', parseRequest('who said missiles by Trump'))).toBe(false);
  });
});

describe('a follow-up', () => {
  test('is a request that can be typed, and asks the same when it is typed again', () => {
    const requests = fc.constantFrom(...TABLE.map(([earlier]) => earlier));
    const texts = fc.constantFrom(...TABLE.map(([, text]) => text));
    fc.assert(
      fc.property(requests, fc.array(texts, { minLength: 1, maxLength: 4 }), (first, list) => {
        let request = parseRequest(first);
        for (const text of list) {
          const { request: next } = answerRequest(index, parseRequest(text), request);
          expect(parseRequest(formatRequest(next), 'refuse')).toEqual(next);
          request = next;
        }
      }),
      { numRuns: 200 },
    );
  });

  test('that leaves nothing to ask is a question of its own', () => {
    const earlier = parseRequest('ask since Wednesday');
    expect(answerRequest(index, parseRequest('any day'), earlier).request).toEqual(parseRequest('any day'));
  });

  test('finds what the merged request finds', () => {
    for (const [earlier, text, expected] of TABLE.filter((_, at) => at % 4 === 0)) {
      const found = answerRequest(index, parseRequest(text), parseRequest(earlier));
      expect(found).toEqual(answerRequest(index, parseRequest(expected)));
    }
  });

  test('to an outlet or with a name of two words is read as the corpus writes it', () => {
    const story = storyOf([article({ id: 'a', outlet: 'Harbor Gazette', body: 'Varga said the port is open.' })]);
    const read = (text: string): string =>
      formatRequest(answerRequest(story, parseRequest(text), parseRequest('who said port')).request);
    expect(read('in the harbor gazette?')).toBe('who said port outlet:Harbor Gazette');
    expect(read('and the Orlan president?')).toBe('who said port by the Orlan president');
  });
});
