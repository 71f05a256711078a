// The requests that list, compare and order statements, on invented articles.
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answers/answer.ts';
import { findingsOf, foundIn } from '../../src/answers/answer.ts';
import { answerRequest } from '../../src/answers/answerRequest.ts';
import { RequestError } from '../../src/errors.ts';
import { parseRequest } from '../../src/requests/request.ts';
import { article, storyOf } from '../storyOf.ts';

const index = storyOf([
  article({
    id: 'new',
    publishedOn: '2026-02-12',
    body: 'Orlan insisted it will not sell the harbor. Varga told reporters on Wednesday that the harbor will open.\n\nPort officials said ships wait. Hamo Reis was not at the talks.',
  }),
  article({
    id: 'old',
    publishedOn: '2026-02-05',
    body: 'Varga said Tuesday the harbor will open. Dolen said the fees are too high.\n\nLena Moss said the harbor is old.',
  }),
]);
const answer = (text: string): Answer => answerRequest(index, parseRequest(text));
const statements = (text: string): (string | undefined)[] =>
  findingsOf(answer(text))
    .filter(({ near }) => !near)
    .map(({ statement }) => statement?.id);

describe('speaker', () => {
  test('lists what one speaker said, newest first', () => {
    expect(statements('speaker Varga')).toEqual(['new#1.2', 'old#1.1']);
  });

  test('a government comes with the people who speak for it on the day, and with nobody who left', () => {
    expect(statements('speaker Orlan')).toEqual(['new#1.1', 'new#1.2', 'old#1.1']);
  });

  test('a topic limits it', () => {
    expect(statements('speaker Dolen about fees')).toEqual(['old#1.2']);
    expect(statements('speaker Dolen about harbor')).toEqual([]);
  });

  test('somebody without an entry is found by the name in the article', () => {
    expect(statements('speaker Lena Moss')).toEqual(['old#2.1']);
    expect(statements('speaker Moss')).toEqual(['old#2.1']);
  });

  test('a name in other words than the article’s is taken in only when nobody has it exactly, and told', () => {
    const ports = storyOf(['Port officials said ships wait.\n\nSenior port officials said the fees rise.']);
    const ids = (text: string): unknown => {
      const given = answerRequest(ports, parseRequest(text));
      const wider = given.notes.find((note) => note.kind === 'wider-source');
      return [findingsOf(given).map(({ statement }) => statement?.id), wider?.names ?? []];
    };
    expect(ids('speaker port officials')).toEqual([['a#1.1'], []]);
    expect(ids('speaker officials')).toEqual([
      ['a#1.1', 'a#2.1'],
      ['Port officials', 'Senior port officials'],
    ]);
    expect(ids('ask what did port officials say')).toEqual([['a#1.1', 'a#2.1'], ['Senior port officials']]);
  });

  test.each(['Captain Lena Moss', 'Deputy Minister Moss', 'Sen. Moss', 'pres. Moss'])(
    'a title that no article gives leads to the name behind it: %s',
    (name) => {
      expect(statements(`speaker ${name}`)).toEqual(['old#2.1']);
      expect(statements(`ask what did ${name} say about the harbor`)).toEqual(['old#2.1']);
    },
  );

  test('a title tells two of one name apart: without it neither is taken', () => {
    const hales = storyOf(['Prime Minister Jo Hale said the law was void. President Ada Hale said the law was fair.']);
    for (const name of ['Ambassador Hale', 'Mayor Ada Hale', 'General Hale']) {
      const { total, notes } = answerRequest(hales, parseRequest(`ask what did ${name} say about the law`));
      expect([name, total]).toEqual([name, name === 'Mayor Ada Hale' ? 1 : 0]);
      if (total > 0) expect(notes).toContainEqual({ kind: 'wider-source', name, names: ['Ada Hale'] });
    }
  });

  test.each(['an aide to Minister Moss', 'Melania Moss', 'Minister', 'General Moss'])('%s is nobody else', (name) => {
    expect(statements(`speaker ${name}`)).toEqual([]);
  });

  test('an outlet of the corpus is told from somebody unknown', () => {
    expect(answer('speaker harbor gazette').notes).toEqual([{ kind: 'outlet', name: 'Harbor Gazette' }]);
  });

  test('somebody who is only mentioned has said nothing, and the answer says where', () => {
    const empty = answer('speaker Hamo Reis');
    expect(empty.total).toBe(0);
    expect(empty.notes).toContainEqual({ kind: 'mentioned-only', name: 'Hamo Reis', passages: ['new#2'] });
  });

  test('a mistyped name is read, and the answer says as whom', () => {
    expect(statements('speaker Vagra')).toEqual(['new#1.2', 'old#1.1']);
    expect(answer('speaker Vagra').notes).toContainEqual({ kind: 'corrected', typed: 'Vagra', read: ['Teo Varga'] });
  });
});

describe('who said', () => {
  test('"by", "since" and "until" limit it', () => {
    expect(statements('who said harbor by Varga')).toEqual(['new#1.2', 'old#1.1']);
    expect(statements('who said harbor by Varga since Wednesday')).toEqual(['new#1.2']);
    expect(statements('who said harbor by Varga until 4 Feb')).toEqual(['old#1.1']);
  });

  test.each([
    ['who said harbor by Quill', 'Quill'],
    ['who said harbor by Ada Quill since Wednesday', 'Ada Quill'],
    ['who said harbor by Quill on Wednesday', 'Quill'],
    ['who said anything by Quill', 'Quill'],
    ['who said harbor by Hamo Reis', 'Hamo Reis'],
  ])('%s: nobody is called so, and what others say is only the nearest', (text, name) => {
    const { notes, total, body } = answer(text);
    expect(notes[0]).toEqual({ kind: 'unknown-speaker', name, nearest: null });
    expect(total).toBe(0);
    const found = foundIn(body);
    expect(found.every(({ near }) => near)).toBe(true);
    expect(found.length > 0).toBe(text.includes('harbor'));
  });

  test('"except" somebody whom nobody knows leaves nobody out, and the answer says so', () => {
    expect(statements('who said harbor except Quill')).toEqual(statements('who said harbor'));
    expect(answer('who said harbor except Quill').notes).toContainEqual({
      kind: 'unknown-speaker',
      name: 'Quill',
      nearest: null,
    });
  });

  test.each(['force', 'the quay', 'Wednesday'])('words behind "by" that are no name stay words: by %s', (words) => {
    expect(answer(`who said harbor by ${words}`).notes.map(({ kind }) => kind)).not.toContain('unknown-speaker');
  });

  test('what is named behind "by" in what somebody says is looked for', () => {
    const index = storyOf(['Varga said the crane was built by Quay Masters. Quay Masters met on Monday.']);
    const { total, notes } = answerRequest(index, parseRequest('who said the crane was built by Quay Masters'));
    expect(total).toBe(1);
    expect(notes).toEqual([]);
  });

  test('nothing found still shows the nearest, marked', () => {
    const empty = answer('who said the harbor burned');
    expect(empty.total).toBe(0);
    expect(findingsOf(empty).length).toBeGreaterThan(0);
    expect(findingsOf(empty).every(({ near }) => near)).toBe(true);
  });
});

describe('who said: limits', () => {
  test('words that somebody else said are shown as theirs, after a note', () => {
    const given = answer('who said fees by Varga');
    expect(given.total).toBe(0);
    expect(given.notes).toContainEqual({ kind: 'not-by', name: 'Teo Varga' });
    expect(findingsOf(given).map(({ statement, near }) => [statement?.id, near])).toEqual([['old#1.2', true]]);
  });

  test('words of another day are shown as such', () => {
    const given = answer('who said harbor by Varga until 1 Feb');
    expect(given.total).toBe(0);
    expect(given.notes).toContainEqual({ kind: 'not-on-days', from: null, to: '2026-02-01' });
  });
});

describe('ask', () => {
  test('the whole phrase before the verb is whose words are asked for', () => {
    expect(statements('ask what did the port officials say')).toEqual(['new#2.1']);
    expect(statements('ask what did Teo Varga say about the harbor')).toEqual(['new#1.2', 'old#1.1']);
  });

  test('a day limits by day said and is no part of the topic', () => {
    expect(statements('ask what did Varga say on Wednesday')).toEqual(['new#1.2']);
    expect(statements('ask what did Varga say about the harbor since 10 February')).toEqual(['new#1.2']);
  });

  test('a statement whose day no article gives does not pass for one of that day', () => {
    const given = answer('ask what did Dolen say on Tuesday');
    expect(given.total).toBe(0);
    expect(given.notes).toContainEqual({ kind: 'undated', statements: 1, areShown: true });
    expect(findingsOf(given).map(({ near }) => near)).toEqual([true]);
  });

  test('where somebody who said something on the topic is asked about, what others said is not shown', () => {
    const given = answer('ask what did Teo Varga say about the harbor');
    expect(given.total).toBeGreaterThan(0);
    for (const { near, statement } of findingsOf(given)) {
      if (near) expect(statement).toBeNull();
      else expect(statement?.speaker.name).toBe('Teo Varga');
    }
  });

  test('nothing on the topic: what else was said and what stands on the topic, nearest by words first, marked, and a note', () => {
    const given = answer('ask what did Dolen say about ships');
    expect(given.total).toBe(0);
    expect(given.notes).toContainEqual({ kind: 'none-about', name: 'Mara Dolen' });
    expect(findingsOf(given).map(({ statement }) => statement?.id)).toEqual(['old#1.2', 'new#2.1']);
    expect(findingsOf(given).every(({ near }) => near)).toBe(true);
  });

  test('somebody who is only mentioned is answered like speaker', () => {
    const given = answer('ask what did Hamo Reis say');
    expect(findingsOf(given)).toEqual([]);
    expect(given.notes).toContainEqual({ kind: 'mentioned-only', name: 'Hamo Reis', passages: ['new#2'] });
  });

  test('function words are never missed', () => {
    for (const text of ['ask when', 'who said anything', 'who said who'])
      expect(answer(text).notes.map(({ kind }) => kind)).not.toContain('unknown-words');
  });
});

describe('compare', () => {
  test('puts both sides under their names, also the one that said nothing', () => {
    const { body } = answer('compare Varga and Dolen on fees');
    expect(body.kind === 'findings' && body.groups.map(({ heading, findings }) => [heading, findings.length])).toEqual([
      [{ kind: 'speaker', name: 'Teo Varga' }, 0],
      [{ kind: 'speaker', name: 'Mara Dolen' }, 1],
    ]);
  });
});

describe('timeline', () => {
  test('orders statements by the day said, those without a day last', () => {
    const { body } = answer('timeline harbor');
    expect(
      body.kind === 'findings' &&
        body.groups.map(({ heading, findings }) => [heading, findings.map(({ statement }) => statement?.id)]),
    ).toEqual([
      [{ kind: 'day', from: '2026-02-03', to: '2026-02-03' }, ['old#1.1']],
      [{ kind: 'day', from: '2026-02-11', to: '2026-02-11' }, ['new#1.2']],
      [{ kind: 'no-day' }, ['old#2.1', 'new#1.1']],
    ]);
  });
});

describe('timeline of one speaker', () => {
  test.each([
    ['timeline by Varga', ['old#1.1', 'new#1.2']],
    ['timeline Teo Varga', ['old#1.1', 'new#1.2']],
    ['timeline harbor by Varga', ['old#1.1', 'new#1.2']],
    ['timeline Dolen on fees', ['old#1.2']],
    ['timeline by Orlan', ['old#1.1', 'new#1.2', 'new#1.1']],
    // A country is a topic as well.
    ['timeline Orlan', []],
    ['timeline by Hamo Reis', []],
  ])('%s', (text, expected) => {
    expect(statements(text)).toEqual(expected);
  });
});

describe('lists', () => {
  test('speakers: who has a name, with an entry or without, apart from who has none, each counted', () => {
    const { body } = answer('speakers');
    expect(
      body.kind === 'speakers' &&
        body.named.map(({ name, statements: count, lastSaidOn }) => [name, count, lastSaidOn]),
    ).toEqual([
      ['Teo Varga', 2, '2026-02-11'],
      ['Lena Moss', 1, null],
      ['Mara Dolen', 1, null],
      ['Orlan', 1, null],
    ]);
    expect(body.kind === 'speakers' && body.unnamed.map(({ name }) => name)).toEqual(['Port officials']);
  });

  test('speakers: a "he" that is left open is nobody’s row, and counted', () => {
    const open = storyOf([
      '"We wait," he said.',
      'Lena Moss said ships wait.\n\nHe said it rains. They said it snows.',
    ]);
    const { body, notes } = answerRequest(open, parseRequest('speakers'));
    expect(body.kind === 'speakers' && body.named.map(({ name }) => name)).toEqual(['Lena Moss']);
    expect(body.kind === 'speakers' && body.unnamed).toEqual([]);
    expect(notes).toEqual([{ kind: 'open-pronouns', statements: 3, words: ['he', 'they'] }]);
  });

  test('source: a passage by its id, or by that of a statement in it, between its neighbours', () => {
    for (const id of ['new#2', 'new#2.1']) {
      const { body } = answer(`source ${id}`);
      expect(body.kind === 'passage' && [body.view.before?.id, body.view.passage.id, body.view.after]).toEqual([
        'new#1',
        'new#2',
        null,
      ]);
    }
  });

  test('source: an article’s id alone gives its first passage', () => {
    const { body } = answer('source old');
    expect(body.kind === 'passage' && body.view.passage.id).toBe('old#1');
  });

  test('source: a passage that does not exist is refused with one that does', () => {
    expect(() => answer('source new#9')).toThrow(RequestError);
    expect(() => answer('source nowhere')).toThrow(
      expect.objectContaining({ code: 'unknown-passage', suggestion: 'source new#1' }),
    );
  });
});

describe('statements', () => {
  test('an article passage by passage, with every statement in the order of the text', () => {
    const { body } = answer('statements old');
    expect(
      body.kind === 'marked' &&
        body.passages.map(({ passage, findings }) => [passage.id, findings.map(({ statement }) => statement?.id)]),
    ).toEqual([
      ['old#1', ['old#1.1', 'old#1.2']],
      ['old#2', ['old#2.1']],
    ]);
  });

  test('an article that does not exist is refused with one that does', () => {
    expect(() => answer('statements nowhere')).toThrow(
      expect.objectContaining({ code: 'unknown-passage', suggestion: 'statements new' }),
    );
  });
});

describe('help', () => {
  test('every example has an answer', () => {
    const { body } = answer('help');
    const examples = body.kind === 'help' ? body.examples.map(({ text }) => text).filter((text) => text !== '') : [];
    expect(examples.length).toBeGreaterThan(3);
    for (const text of examples) expect(answer(text).total).toBeGreaterThan(0);
  });
});

test('the same index and request give the same answer', () => {
  for (const text of ['who said harbor', 'ask what will open', 'timeline', 'speakers'])
    expect(answer(text)).toEqual(answer(text));
});
