import { describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import type { Article } from '../../src/domain.ts';
import { RequestError } from '../../src/errors.ts';
import { composeError, composeFault, type Page } from '../../src/messages/compose.ts';
import type { FindingPart } from '../../src/messages/message.ts';
import type { NextBy } from '../../src/messages/prompt.ts';
import { article, storyOf } from '../storyOf.ts';
import { ALL, ARTICLE, app, appOf, ask, corpus, findingParts, REQUESTS, textOf, whoOf } from './shipped.ts';

describe('pages', () => {
  test.each([1, 3, 7, 10])(
    'of %i together show every finding exactly once, in order, each with its range',
    (perPage) => {
      const whole = findingParts(ask('timeline'));
      const pages = Math.ceil(whole.length / perPage);
      const messages = Array.from({ length: pages }, (_, at) => ask('timeline', { page: { page: at + 1, perPage } }));
      // Not the quotations: each page shows a passage whole where it first stands on it.
      const shown = (parts: ReturnType<typeof findingParts>) => parts.map(({ who, citation }) => ({ who, citation }));
      expect(shown(messages.flatMap(findingParts))).toEqual(shown(whole));
      messages.forEach(({ footer }, at) => {
        const to = Math.min((at + 1) * perPage, whole.length);
        expect(footer.join(' ')).toContain(`${at * perPage + 1} to ${to} of ${whole.length}.`);
        expect(footer.join(' ').includes('Type more')).toBe(to < whole.length);
      });
    },
  );

  test('every page repeats the heading that its first finding stands under', () => {
    const [first, second] = [1, 2].map((page) => ask('timeline', { page: { page, perPage: 1 } }).parts[0]);
    expect(first).toEqual({ kind: 'heading', text: 'Tue 10 Feb 2026' });
    expect(second).toEqual(first);
  });

  test.each([1, 2, 3, 5])('of %i of a comparison show both sides while both have something left', (perPage) => {
    const of = (a: number, b: number) =>
      storyOf([
        article({
          id: 'a',
          body: Array.from({ length: a }, (_, at) => `Varga said fee ${at} must fall.`).join('\n\n'),
        }),
        article({
          id: 'b',
          body: Array.from({ length: b }, (_, at) => `Dolen said fee ${at} must rise.`).join('\n\n'),
        }),
      ]);
    for (const [a, b] of [
      [9, 3],
      [2, 6],
      [4, 4],
    ] as const) {
      const from = { index: of(a, b) };
      const whole = findingParts(ask('compare Varga and Dolen', { from }));
      expect(whole).toHaveLength(a + b);
      const pages = Array.from({ length: Math.ceil((a + b) / perPage) }, (_, at) => at + 1);
      const messages = pages.map((page) => ask('compare Varga and Dolen', { from, page: { page, perPage } }));
      const ids = (parts: readonly FindingPart[]) => parts.map(({ statementId }) => statementId);
      expect(ids(messages.flatMap(findingParts)).sort()).toEqual(ids(whole).sort());
      messages.forEach(({ range, parts }, at) => {
        const to = Math.min((at + 1) * perPage, a + b);
        expect(range).toEqual(to - at * perPage === a + b ? null : { from: at * perPage + 1, to, total: a + b });
        const sides = parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []));
        const areBothLeft = at * perPage + 1 < 2 * Math.min(a, b);
        if (perPage > 1 && areBothLeft) expect(sides).toEqual(['Teo Varga', 'Mara Dolen']);
        expect(new Set(sides).size).toBe(sides.length);
      });
    }
  });

  test('behind the last one there is nothing, and the message says so', () => {
    const { parts, footer } = ask('timeline', { page: { page: 99, perPage: 10 } });
    expect(parts).toEqual([]);
    expect(footer.join(' ')).toBe(`Nothing more: ${findingParts(ask('timeline')).length} in all.`);
  });

  test('the next page is asked for the way the reader can: with a word, or with an option', () => {
    const footer = (page: Page): string => ask('timeline', { page }).footer.join(' ');
    expect(footer({ page: 2, perPage: 5, nextBy: 'option' })).toMatch(
      /^6 to 10 of \d+\. Add --page 3 for the next 5\./u,
    );
    expect(footer({ page: 2, perPage: 5, nextBy: 'word' })).toMatch(/^6 to 10 of \d+\. Type more for the next 5\./u);
  });

  test('an answer of one page has no range', () => {
    expect(textOf(ask('who said "no nuclear weapons"'))).not.toMatch(/\d of \d|Type more/u);
  });
});

describe('nothing found', () => {
  test.each([
    'who said enrichment to 60 percent',
    'ask what did Lena Oster say about ferries',
    'speaker Pentagon',
    'speaker Oster',
    'timeline ferries',
    'check "the moon is made of cheese"',
    'compare Pentagon and Oster on ferries',
  ])('%s: the answer says what was searched and is shown to the asker alone', (text) => {
    const message = ask(text);
    expect(message.isPrivate).toBe(true);
    expect(message.title).toBe(text);
    expect(textOf(message)).toContain('1 article, 14 passages, up to 12 Feb 2026');
  });

  test('words that the corpus does not have at all are named', () => {
    expect(textOf(ask('who said enrichment to 60 percent'))).toContain('Not in it at all: enrichment, 60, percent.');
  });

  test('nearest passages stand under a line that says so, each marked as such', () => {
    const message = ask('who said "negotiations with Iran continue to fail"');
    expect(textOf(message)).toContain('Nearest in the corpus, and maybe about something else:');
    for (const part of findingParts(message)) expect(whoOf(part)).toMatch(/^nearest: /u);
  });

  test('a quotation that was not found is not announced as something near', () => {
    expect(textOf(ask('check "the moon is made of cheese"'))).not.toContain('Nearest');
  });

  test('somebody who is only mentioned is named as mentioned, with the place', () => {
    expect(textOf(ask('speaker Pentagon'))).toContain(`Pentagon is only mentioned, in ${ARTICLE}#12.`);
  });
});

describe('how it was read', () => {
  const reading = (text: string): string | undefined => /Read as: (.*)/u.exec(textOf(ask(text)))?.[1];

  test.each([
    ['who said missiles by Trump since Tuesday', 'Donald Trump · missiles · since 10 Feb 2026'],
    ['who said missiles in cgtn', 'missiles · in CGTN'],
    ['ask what did Bibi say about missiles', 'Benjamin Netanyahu · missiles'],
    ['ask when did Bibi meet Trump', 'Benjamin Netanyahu meet Donald Trump'],
    ['speaker Pentagon about misiles', 'Pentagon · missiles'],
  ])('%s', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  test.each(['speaker Donald Trump', 'timeline missiles', 'who said missiles', 'ask when were the talks in Muscat'])(
    'is not repeated where it says no more than the title: %s',
    (text) => {
      expect(reading(text)).toBeUndefined();
    },
  );
});

describe('one fact of what was found', () => {
  const who = (text: string): string[] => findingParts(ask(text)).map(whoOf);

  test('stands before the speaker, and is not repeated behind', () => {
    expect(who('when: who said "no nuclear weapons"')).toEqual([
      'Tue 10 Feb 2026 (implied) · Donald Trump, U.S. President · added · to Fox Business Network · direct',
    ]);
    expect(who('to whom: who said "no nuclear weapons"')[0]).toMatch(
      /^to Fox Business Network \(implied\) · Donald Trump/u,
    );
    expect(who('where: ask when were the talks in Muscat')[0]).toMatch(
      /^in Oman's capital, Muscat · CGTN, its own words/u,
    );
    expect(who('when: ask where were the talks in Muscat')[0]).toMatch(/^Fri 6 Feb 2026 · CGTN, its own words/u);
    expect(who('why: who said "joint action plan"')[0]).toMatch(
      /^“aimed at preparing a U\.S\.-Israeli 'joint action plan' in the event that negotiations with Iran produce no results” · /u,
    );
    expect(who('when: check "wall of distrust"')[0]).toMatch(/^Wed 11 Feb 2026 · Masoud Pezeshkian/u);
    expect(textOf(ask('to whom: source 9'))).toContain('to Russia · Seyed Abbas Araghchi');
  });

  test.each([
    ...[
      'when: who said missiles',
      'where: speaker Trump',
      'to whom: compare Trump and Iran on missiles',
      'when: timeline',
    ],
    ...['why: who said missiles', 'where: check "wall of distrust"', 'when: ask who met at the White House'],
  ])('%s: the same findings as without it, with all their words', (text) => {
    const plain = findingParts(ask(text.replace(/^[^:]*: /u, '')));
    const asked = findingParts(ask(text));
    const places = (parts: readonly FindingPart[]) => parts.map(({ citation }) => citation.passageId).sort();
    const names = (parts: readonly FindingPart[]) =>
      parts.flatMap(({ who }) => who.filter(({ style }) => style === 'strong')).length;
    expect(places(asked)).toEqual(places(plain));
    expect(names(asked)).toBe(2 * names(plain));
  });

  test('is said to be not stated, for each and in all', () => {
    expect(who('where: who said "no nuclear weapons"')[0]).toMatch(/^place not stated · Donald Trump/u);
    expect(textOf(ask('when: who said missiles'))).toContain('No day is stated for 3 of 5.');
  });
});

test('help tells those who manage a community what they can do beside, on a platform', () => {
  const page = { page: 1, perPage: 10 };
  expect(textOf(ask('help', { page: { ...page, nextBy: 'button' } }))).toContain('/iran-talks held shows articles');
  expect(textOf(ask('help', { page: { ...page, nextBy: 'word' } }))).not.toContain('/iran-talks held');
});

test('help tells how to go on in a conversation, and not on a command line, where nothing is remembered', () => {
  expect(textOf(ask('help'))).toContain('“who else?”');
  expect(textOf(ask('help', { page: { page: 1, perPage: 10, nextBy: 'option' } }))).not.toContain('“who else?”');
});

describe('a name in a sentence', () => {
  test.each([
    ['speaker Pentagon', 'No statement by the Pentagon:'],
    ['speaker Pentagon', 'The Pentagon is only mentioned, in'],
    ['who said missiles by Pentagon', 'Not by the Pentagon.'],
    ['who said missiles by Netanyahu', 'Not by Benjamin Netanyahu.'],
  ])('%s: %s', (text, sentence) => {
    expect(textOf(ask(text))).toContain(sentence);
  });

  test('what others deny is not told of somebody who says nothing of it', () => {
    expect(textOf(ask('who said missiles by Netanyahu'))).not.toContain('where the question does not');
  });
});

test('how many of what is shown is only the nearest is told beside the pages', () => {
  const { summary, footer } = ask('what did Trump say about missiles', { page: { page: 1, perPage: 2 } });
  expect(summary).toMatch(/^1 statement /u);
  expect(footer.join(' ')).toMatch(/1 to 2 of (\d+), \d+ of them only the nearest\./u);
});

describe('what to ask next', () => {
  test.each([
    ['speakers', 'Type speaker <name> to read', 'Ask “speaker <name>” to read'],
    ['sources', 'Type source <passage>, such as source', 'Ask “source <passage>”, such as “source'],
    ['speaker Oster', 'Type speakers to see who does.', 'Ask “speakers” to see who does.'],
    ['speaker Pentagon', 'Type speaker Donald Trump', 'Ask “speaker Donald Trump”'],
  ])('%s: %s; on a platform, where typing alone does nothing: %s', (text, typed, asked) => {
    expect(textOf(ask(text, { page: { ...ALL, nextBy: 'option' } }))).toContain(typed);
    const onPlatform = textOf(ask(text, { page: { ...ALL, nextBy: 'button' } }));
    expect(onPlatform).toContain(asked);
    expect(onPlatform).not.toMatch(/\btype\b/iu);
  });

  test('help, where a request can not be read; the same in the form for programs for every reader', () => {
    const reply = (text: string, nextBy: NextBy) => app.respond(text, { ...ALL, freeText: 'ask', nextBy });
    expect(textOf(reply('', 'word').message)).toContain('Type help to see');
    expect(textOf(reply('', 'button').message)).toContain('Ask “help” to see');
    expect(reply('speaker Oster', 'button').json).toEqual(reply('speaker Oster', 'option').json);
  });
});

describe('who sees it', () => {
  test.each(['who said "no nuclear weapons"', 'timeline', 'speakers', 'sources', 'help', 'source 4'])(
    '%s: everybody',
    (text) => {
      expect(ask(text).isPrivate).toBe(false);
    },
  );

  test('an error is for the asker alone and says what to type instead', () => {
    const message = composeError(new RequestError('unknown-request', 'No request begins with "tell".', 'ask tell'));
    expect(message.isPrivate).toBe(true);
    expect(textOf(message)).toBe('No request begins with "tell".\n\nDid you mean: ask tell\n');
    expect(textOf(composeError(new RequestError('empty', 'Nothing was asked.', 'help')))).toContain('Type help');
    expect(composeFault().isPrivate).toBe(true);
  });
});

describe('check', () => {
  test.each([
    ['Khamenei said "wall of distrust"', 'Ascribed to Khamenei; the article has it from Masoud Pezeshkian.'],
    ['Putin: "No nuclear weapons, no missiles"', 'Ascribed to Putin; the article has it from Donald Trump.'],
    ['Putin said "the meeting was aimed at preparing"', 'Ascribed to Putin; the article has it from Israeli sources.'],
    [
      'Putin said "Washington doubts it can secure an agreement"',
      'Ascribed to Putin; the article has it from a senior U.S. official.',
    ],
    ['Putin said "lingering tensions"', 'Ascribed to Putin; the article names nobody.'],
    ['U.S. officials: "both sides remain skeptical"', 'as the outlet’s paraphrase: not (all) within quotation marks.'],
    ['its right to peaceful nuclear energy is inalienable', 'as the outlet’s paraphrase'],
    ['"Tehran would ... negotiate over its missile program"', 'Left out: “not”, which turns the meaning round.'],
    ['"Tehran has ... core part of its national defense"', 'It joins words of different sentences.'],
    ['"Tehran would ... negotiate over its missile program"', 'Tehran would {printed: not} negotiate over'],
    ['"Trump"', 'Too short to tell whose words these are: give more of the quotation.'],
  ])('%s: %s', (text, sentence) => {
    expect(textOf(ask(`check ${text}`))).toContain(sentence);
  });
});

describe('a quotation that is checked', () => {
  const words = (count: number): string => Array.from({ length: count }, () => 'negotiations').join(' ');

  test('stands first and whole, also where it is not found', () => {
    const [first, verdict] = ask(`check "${words(100)}"`).parts;
    expect(first).toEqual({ kind: 'heading', text: `“${words(100)}”` });
    expect(verdict).toMatchObject({ runs: [{ text: 'Not found.' }] });
  });

  test('among others has the words that no article has under itself; alone, once below all', () => {
    const text = textOf(
      ask('check "zebras graze behind the quay" and "no nuclear weapons, no missiles" and "lions sleep"'),
    );
    expect(text).toContain(
      '“zebras graze behind the quay”\n\nNot found. Not in it at all: zebras, graze, behind, quay.',
    );
    expect(text).toContain('“lions sleep”\n\nNot found. Not in it at all: lions, sleep.');
    expect(text.match(/Not in it at all/gu)).toHaveLength(2);
    expect(textOf(ask('check "zebras graze"')).match(/Not in it at all: zebras, graze\./gu)).toHaveLength(1);
  });
});

describe('what was typed', () => {
  test('is shortened in titles, word by word and as a whole', () => {
    expect(ask(`who said ${'x'.repeat(500)}`).title).toBe(`who said ${'x'.repeat(59)}…`);
    const { title } = ask(`ask where ${'missiles '.repeat(100)}`);
    expect(title).toMatch(/^ask where (?:missiles )+missiles…$/u);
    expect(title.length).toBeLessThanOrEqual(200);
  });

  test('is shortened within its quotation marks', () => {
    const error = new RequestError('unknown-request', `No request begins with "${'x'.repeat(300)}".`, null);
    expect(textOf(composeError(error))).toBe(`No request begins with "${'x'.repeat(59)}…".\n`);
  });

  test('is shortened in errors, and what to do is not', () => {
    const typed = `${'long words '.repeat(100)}"${'y'.repeat(300)}`;
    const error = new RequestError('unknown-passage', `No passage is called "${typed}". See sources.`, `ask ${typed}`);
    const text = textOf(composeError(error));
    expect(text).toMatch(
      /^No passage is called "(?:long words )+long…?(?: words)?…"\. See sources\.\n\nDid you mean: ask /u,
    );
    expect(text.length).toBeLessThan(500);
  });
});

const invented: Article = {
  ...{
    id: 'harbour-ferries',
    title: 'Ferries',
    outlet: 'Harbour Post',
    url: 'https://harbour.example/1',
    language: 'en',
  },
  ...{
    publishedOn: '2026-02-20',
    updatedOn: null,
    retrievedOn: '2026-02-21',
    byline: null,
    note: null,
    corrections: [],
    sameTextAs: null,
    captions: [],
  },
  ...{ status: 'withdrawn', body: 'Lena Oster said the missiles of the ferries are not negotiable.\n' },
};
const withArticle = (article: Article): App => appOf({ ...corpus, articles: [article, ...corpus.articles] });

describe('an article in a language in which statements are not read', () => {
  const words = 'لنا اوستر گفت که کشتی‌ها دوباره حرکت می‌کنند';
  const persian: Article = { ...invented, status: 'usable', language: 'fa', body: `${words}.\n` };

  test('is found by its words, and marked: nobody is told to have been silent in it', () => {
    const text = textOf(ask('ask کشتی‌ها دوباره حرکت می‌کنند', { from: withArticle(persian) }));
    expect(text).toContain(words);
    expect(text).toContain('In Harbour Post · in Persian: who says what is read in English alone');
    expect(text).not.toContain('nobody is named');
  });
});

describe('articles that were corrected or withdrawn', () => {
  test('a withdrawn one is never quoted, and every answer counts it as not searched', () => {
    const from = withArticle(invented);
    const requests = REQUESTS.filter((text) => !/^source /u.test(text));
    for (const text of [
      ...requests,
      'who said ferries',
      'ask what did Oster say',
      'speaker Oster',
      'check "ferries are not"',
    ]) {
      const message = ask(text, { from });
      expect(findingParts(message).filter(({ citation }) => citation.outlet === 'Harbour Post')).toEqual([]);
      expect(textOf(message)).toContain('1 article withdrawn by the outlet is not searched.');
      expect(message.summary).toContain('1 article, up to 12 Feb 2026');
      if (text !== 'sources') expect(textOf(message)).not.toContain('Harbour Post');
    }
  });

  test('sources lists it, marked as withdrawn', () => {
    const rows = ask('sources', { from: withArticle(invented) }).parts.flatMap((part) =>
      part.kind === 'rows' ? part.rows : [],
    );
    expect(rows.find(({ label }) => label.includes('Harbour Post'))?.detail).toMatch(/· withdrawn ·/u);
    expect(rows.find(({ label }) => label.includes('CGTN'))?.detail).not.toContain('withdrawn');
  });

  test('when every article is withdrawn nothing is found, and no day is invented', () => {
    const from = appOf({
      ...corpus,
      articles: corpus.articles.map((article) => ({ ...article, status: 'withdrawn' as const })),
    });
    for (const text of ['who said missiles', 'timeline', 'ask when were the talks in Muscat']) {
      expect(findingParts(ask(text, { from }))).toEqual([]);
      expect(textOf(ask(text, { from }))).toMatch(/0 articles, 0 passages\./u);
    }
  });

  test('a corrected one is quoted with a remark', () => {
    const parts = findingParts(ask('who said ferries', { from: withArticle({ ...invented, status: 'corrected' }) }));
    expect(parts).toHaveLength(1);
    expect(parts[0]?.remarks).toContain('The outlet has corrected this article since it was published.');
    expect(parts[0]?.citation.status).toBe('corrected');
  });
});

test('help says where to ask, where that is not the prompt itself', () => {
  const footer = (page: Page): string => ask('help', { page }).footer.join(' ');
  expect(footer({ ...ALL, nextBy: 'button' })).toContain('In a thread: mention me.');
  expect(footer({ ...ALL, nextBy: 'word' })).not.toContain('mention me');
});
