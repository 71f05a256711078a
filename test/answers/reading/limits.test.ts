// What limits a request besides its words: days, outlet, direct quotations; in free words and in every kind of request.
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import { findingsOf } from '../../../src/answers/answer.ts';
import { answerRequest } from '../../../src/answers/answerRequest.ts';
import { readLimits } from '../../../src/answers/reading/limits.ts';
import { readingWords } from '../../../src/messages/composeReading.ts';
import { parseRequest } from '../../../src/requests/request.ts';
import { article, storyOf } from '../../storyOf.ts';

const index = storyOf([
  article({
    id: 'g',
    outlet: 'Harbor Gazette',
    publishedOn: '2026-02-12',
    body: 'Varga told reporters on Wednesday that the harbor will open. "The harbor is ours," Dolen said on Tuesday. Dolen said the harbor is deep.',
  }),
  article({
    id: 't',
    outlet: 'Time',
    publishedOn: '2026-02-11',
    body: 'Varga said on Tuesday the harbor "must wait" for time to pass. The talks were held in the old town on Friday.',
  }),
  article({
    id: 'e',
    outlet: 'Écho du Port',
    publishedOn: '2026-02-05',
    body: '"No harbor fees," Varga said on Tuesday.',
  }),
]);
const answer = (text: string): Answer => answerRequest(index, parseRequest(text));
const found = (text: string): (string | undefined)[] =>
  findingsOf(answer(text))
    .filter(({ near }) => !near)
    .map(({ statement, passage }) => statement?.id ?? passage.id);
const near = (text: string): (string | undefined)[] =>
  findingsOf(answer(text))
    .filter((finding) => finding.near)
    .map(({ statement, passage }) => statement?.id ?? passage.id);
const reading = (text: string): string | null => {
  const read = answer(text).reading;
  return read && readingWords(read);
};

describe('is read as an outlet', () => {
  test.each([
    ['harbor in the Harbor Gazette', 'harbor', 'Harbor Gazette'],
    ['harbor according to HARBOR GAZETTE', 'harbor', 'Harbor Gazette'],
    ['according to Harbor Gazette, the harbor', 'the harbor', 'Harbor Gazette'],
    ['harbor, harbor gazette only', 'harbor', 'Harbor Gazette'],
    ['harbor only in Harbor Gazette', 'harbor', 'Harbor Gazette'],
    ['harbor published by Harbor Gazette', 'harbor', 'Harbor Gazette'],
    ['harbor as reported by Harbor Gazette?', 'harbor?', 'Harbor Gazette'],
    ['harbor from harbor gazette articles', 'harbor', 'Harbor Gazette'],
    ['harbor in echo du port', 'harbor', 'Écho du Port'],
    ['harbor in Time', 'harbor', 'Time'],
    ['harbor in TIME', 'harbor', 'Time'],
    ['harbor, time only', 'harbor', 'Time'],
  ])('%s', (text, words, outlet) => {
    expect(readLimits(index, text)).toMatchObject({ words, outlet });
  });
});

test.each([
  ['in small letters, a word that the articles use so', 'harbor in time'],
  ['without a word that leads to it', 'the Harbor Gazette and its editor'],
  ['another outlet', 'harbor in Coast Wire'],
  ['part of a name', 'harbor in the Gazette'],
  ['within quotation marks', 'harbor "in Harbor Gazette"'],
])('is no outlet: %s', (_, text) => {
  expect(readLimits(index, text)).toMatchObject({ words: text, outlet: null });
});

describe('is read as direct quotations only', () => {
  test.each([
    ['harbor direct only', 'harbor'],
    ['harbor, direct quotes only', 'harbor'],
    ['harbor, but only direct quotes', 'harbor'],
    ['only direct quotations about the harbor', 'about the harbor'],
    ['direct quotes by Varga', 'by Varga'],
    ['harbor (verbatim only)', 'harbor'],
    ['harbor word for word', 'harbor'],
    ['harbor in quotation marks', 'harbor'],
    ['harbor within quote marks only?', 'harbor?'],
    ['what did Varga say in his own words', 'what did Varga say'],
  ])('%s', (text, words) => {
    expect(readLimits(index, text)).toMatchObject({ words, isDirect: true });
  });

  test.each([
    'direct talks only',
    'indirect talks',
    'a direct threat',
    '"direct only"',
    'only Varga',
    'in other words',
  ])('not %s', (text) => {
    expect(readLimits(index, text)).toMatchObject({ words: text, isDirect: false });
  });
});

describe('every request with free words keeps to', () => {
  test.each([
    ['who said harbor on Wednesday', ['g#1.1']],
    ['who said harbor since Wednesday', ['g#1.1']],
    ['who said harbor between Tuesday and Wednesday', ['g#1.1', 'g#1.2', 't#1.1']],
    ['who said harbor before Tuesday', ['e#1.1']],
    ['who said harbor by Varga on Wednesday', ['g#1.1']],
    ['who said anything on Wednesday', ['g#1.1']],
    ['ask what did Varga say about the harbor on Wednesday', ['g#1.1']],
    ['ask what was said about the harbor on Wednesday', ['g#1.1']],
    ['speaker Varga about harbor since Wednesday', ['g#1.1']],
    ['speaker Varga since Wednesday', ['g#1.1']],
    ['speaker Varga on Wednesday', ['g#1.1']],
    ['compare Varga and Dolen on the harbor since Tuesday', ['g#1.1', 't#1.1', 'g#1.2']],
    ['compare Varga and Dolen since Wednesday', ['g#1.1']],
    ['timeline harbor since Wednesday', ['g#1.1']],
    ['timeline on Wednesday', ['g#1.1']],
  ])('its days: %s', (text, expected) => {
    expect(found(text).sort()).toEqual([...expected].sort());
  });

  test.each([
    ['who said harbor in Time', ['t#1.1']],
    ['who said harbor outlet:Time', ['t#1.1']],
    ['who said harbor outlet:"the harbor gazette" by Dolen', ['g#1.2', 'g#1.3']],
    ['who said harbor published by Time', ['t#1.1']],
    ['who said harbor by Varga in Time', ['t#1.1']],
    ['ask what did Varga say about the harbor in Time', ['t#1.1']],
    ['ask where were the talks held in Time', ['t#1']],
    ['speaker Varga about harbor in Time', ['t#1.1']],
    ['speaker Varga in Time', ['t#1.1']],
    ['compare Varga and Dolen on the harbor in Harbor Gazette', ['g#1.1', 'g#1.2', 'g#1.3']],
    ['timeline harbor in Time', ['t#1.1']],
  ])('its outlet: %s', (text, expected) => {
    expect(found(text).sort()).toEqual([...expected].sort());
  });

  test.each([
    ['who said harbor direct only', ['g#1.2', 'e#1.1']],
    ['who said harbor by Varga direct only', ['e#1.1']],
    ['ask what did Dolen say about the harbor, only direct quotes', ['g#1.2']],
    ['speaker Varga direct only', ['e#1.1']],
    ['compare Varga and Dolen on the harbor, direct only', ['e#1.1', 'g#1.2']],
    ['timeline harbor direct only', ['e#1.1', 'g#1.2']],
  ])('direct quotations: %s', (text, expected) => {
    expect(found(text).sort()).toEqual([...expected].sort());
  });

  test.each([
    ['who said harbor except Varga', ['g#1.2', 'g#1.3']],
    ['who else besides Varga said harbor?', ['g#1.2', 'g#1.3']],
    ['who said harbor except Dolen in Time', ['t#1.1']],
  ])('whom it leaves out: %s', (text, expected) => {
    expect(found(text).sort()).toEqual([...expected].sort());
  });
});

describe('a limit that leaves nothing is told, and what misses it follows as nearest:', () => {
  test.each([
    ['who said deep in Time', ['g#1.3'], { kind: 'not-in-outlet', name: 'Time' }],
    ['speaker Dolen in Time', ['g#1.2', 'g#1.3'], { kind: 'not-in-outlet', name: 'Time' }],
    ['who said must wait direct only', ['t#1.1'], { kind: 'not-direct' }],
    ['speaker Dolen about deep direct only', ['g#1.3'], { kind: 'not-direct' }],
    ['timeline deep direct only', ['g#1.3'], { kind: 'not-direct' }],
    ['who said harbor by Varga on Monday', ['g#1.1', 't#1.1', 'e#1.1'], { kind: 'not-on-days' }],
    ['who said deep since Tuesday', ['g#1.3'], { kind: 'undated', statements: 1, areShown: true }],
    ['who said deep except Dolen', ['g#1.3'], { kind: 'only-by', name: 'Mara Dolen' }],
    ['ask where were the talks held in Harbor Gazette', ['t#1'], { kind: 'not-in-outlet', name: 'Harbor Gazette' }],
    // Two limits, neither of which alone is in the way.
    ['who said deep by Dolen in Time, direct only', ['g#1.3'], { kind: 'not-in-outlet', name: 'Time' }],
  ])('%s', (text, expected, note) => {
    expect(found(text)).toEqual([]);
    expect(near(text).sort()).toEqual([...expected].sort());
    expect(answer(text).notes).toContainEqual(expect.objectContaining(note));
  });

  test('an outlet that the corpus does not have is named with those it has', () => {
    const given = answer('who said harbor outlet:Coast');
    expect(given.total).toBe(0);
    expect(given.notes).toContainEqual({
      kind: 'unknown-outlet',
      name: 'Coast',
      outlets: ['Harbor Gazette', 'Time', 'Écho du Port'],
    });
  });

  test('an outlet in free words that the corpus does not have stays a word, and is said to be unknown', () => {
    expect(answer('who said harbor in Coastline').notes).toContainEqual({
      kind: 'unknown-words',
      words: ['Coastline'],
    });
  });

  test('a mistyped outlet is read, and the answer says as which', () => {
    const given = answer('who said harbor outlet:"Harbour Gazette"');
    expect(given.total).toBe(3);
    expect(given.notes).toContainEqual({ kind: 'corrected', typed: 'Harbour Gazette', read: ['Harbor Gazette'] });
  });
});

test('what was printed by a day was said by then, also where no day is stated', () => {
  expect(found('who said deep until Thursday')).toEqual(['g#1.3']);
  expect(found('who said deep until Wednesday')).toEqual([]);
});

test('statements on the topic without a stated day are counted', () => {
  expect(answer('who said harbor since Tuesday').notes).toContainEqual({
    kind: 'undated',
    statements: 1,
    areShown: false,
  });
});

describe('the reading shows the limits', () => {
  test.each([
    ['who said harbor', null],
    ['who said harbor by Varga since 10 Feb', 'Teo Varga · harbor · since 10 Feb 2026'],
    ['who said harbor on Tuesday in Time', 'harbor · Tue 10 Feb 2026 · in Time'],
    ['who said harbor except Varga direct only', 'harbor · not Teo Varga · direct quotations only'],
    ['ask what did Varga say about the harbor until last week', 'Teo Varga · harbor · until 8 Feb 2026'],
    ['ask where were the talks held in Time', 'talks held · in Time'],
    ['ask where were the talks held', null],
    ['speaker Varga in early February', 'Teo Varga · 1 Feb 2026 to 10 Feb 2026'],
    ['compare Varga and Dolen on the harbor in Time', 'Teo Varga and Mara Dolen · harbor · in Time'],
    ['timeline harbor since Tuesday', 'harbor · since 10 Feb 2026'],
    ['timeline', null],
  ])('%s', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });
});

describe('a day without "on" or "since" that somebody has said', () => {
  const spoken = storyOf([
    'Varga said the storm of 11 September 2019 broke the harbor wall.\n\nDolen said on Tuesday the harbor wall must be mended.',
  ]);
  const said = (text: string): string[] =>
    findingsOf(answerRequest(spoken, parseRequest(text)))
      .filter(({ near }) => !near)
      .map(({ statement }) => statement?.id ?? '');

  test.each(['who said storm 11 September 2019', 'ask who said the storm of 11 september 2019 broke the wall'])(
    '%s: is looked for',
    (text) => {
      expect(said(text)).toEqual(['a#1.1']);
    },
  );

  test.each(['who said harbor wall Tuesday', 'ask who said harbor wall tuesday'])('%s: else it limits', (text) => {
    expect(said(text)).toEqual(['a#2.1']);
  });

  test('with "on" it always limits', () => {
    expect(said('who said storm on 11 September 2019')).toEqual([]);
  });
});

describe('outlet:', () => {
  test.each([
    ['timeline harbor outlet:"Harbor Gazette"', ['g#1.1', 'g#1.3', 'g#1.2']],
    ['timeline outlet:Time', ['t#1.1']],
    ['timeline outlet:time harbor', ['t#1.1']],
    ['speaker Varga outlet:"Écho du Port"', ['e#1.1']],
    ['speaker Varga about harbor outlet:echo du port', ['e#1.1']],
    ['speaker Varga outlet:Time about harbor', ['t#1.1']],
    ['compare Varga and Dolen outlet:Time', ['t#1.1']],
    ['compare Varga and Dolen on harbor outlet:"Time"', ['t#1.1']],
    ['ask what did Varga say outlet:"Time"', ['t#1.1']],
    ['ask what did Varga say about the harbor outlet:Time', ['t#1.1']],
    ['when: speaker Varga outlet:Time', ['t#1.1']],
  ])('%s', (text, ids) => {
    expect(found(text).sort()).toEqual([...ids].sort());
  });

  test.each(['timeline harbor', 'speaker Varga', 'compare Varga and Dolen', 'ask what did Varga say'])(
    '%s in an outlet that the corpus has not: nothing, and it is said',
    (text) => {
      expect(found(`${text} outlet:"North Wire"`)).toEqual([]);
      expect(answer(`${text} outlet:"North Wire"`).notes).toContainEqual(
        expect.objectContaining({ kind: 'unknown-outlet', name: 'North Wire' }),
      );
    },
  );

  test('a mistyped name is read, and it is said', () => {
    expect(answer('timeline harbor outlet:"Harbor Gazete"').notes).toContainEqual({
      kind: 'corrected',
      typed: 'Harbor Gazete',
      read: ['Harbor Gazette'],
    });
  });
});
