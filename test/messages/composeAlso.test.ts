// A statement that several outlets carry, as its reader sees it: the first place marked, the others with what is different there.
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../../src/answers/answerRequest.ts';
import type { Article } from '../../src/domain.ts';
import { composeAnswer } from '../../src/messages/compose.ts';
import type { Also, AlsoPart, Message } from '../../src/messages/message.ts';
import { parseRequest } from '../../src/requests/request.ts';
import { renderMessage } from '../../src/terminal/render.ts';
import { article, storyOf } from '../storyOf.ts';
import { ALL, findingParts } from './shipped.ts';

const WORDS = 'the harbor fees are too high for small ferries';

function compose(articles: readonly Article[], text = 'who said harbor fees'): Message {
  return composeAnswer(answerRequest(storyOf(articles), parseRequest(text)), ALL);
}

type Body = readonly [day: number, body: string, outlet?: string];

/** Articles a, b, c … of outlets A, B, C … on the days of February given. */
function printed(...bodies: readonly Body[]): Article[] {
  return bodies.map(([day, body, outlet], at) => {
    const id = String.fromCharCode(97 + at);
    return article({ id, body, outlet: outlet ?? id.toUpperCase(), publishedOn: `2026-02-${day}` });
  });
}

function alsoOf(...bodies: readonly Body[]): Also {
  const [part] = findingParts(compose(printed(...bodies)));
  if (!part?.also) throw new Error('a finding with several places expected');
  return part.also;
}

function factsOf(first: string, other: string): readonly string[] {
  return alsoOf([11, first], [12, other]).places[0]?.facts ?? [];
}

describe('which was first', () => {
  test.each([
    ['on an earlier day', 12, 'First of these'],
    ['on the same day, which tells no order', 11, 'Among the first of these'],
  ])('%s', (_, day, label) => {
    expect(alsoOf([11, `Varga said ${WORDS}.`], [day, `Varga said ${WORDS}.`]).first).toBe(label);
  });
});

test('an outlet that carries it twice is said to do so', () => {
  const { places } = alsoOf(
    [11, `Varga said ${WORDS}.`, 'North Wire'],
    [12, `Varga said ${WORDS}.`, 'Velmora Post'],
    [13, `Varga said ${WORDS}.`, 'North Wire'],
  );
  expect(places.map(({ label, citation }) => `${label} ${citation.outlet}`)).toEqual([
    'Also in Velmora Post',
    'Again in North Wire',
  ]);
});

describe('what is different there is told', () => {
  test.each([
    ['nothing', `Varga said ${WORDS}.`, `Varga said ${WORDS}.`, ['in these words']],
    ['another cue', `Varga said ${WORDS}.`, `Varga insisted ${WORDS}.`, ['insisted', 'in these words']],
    ['the day', `Varga said ${WORDS}.`, `Varga said on Tuesday that ${WORDS}.`, ['Tue 10 Feb 2026', 'in these words']],
    ['no day', `Varga said on Tuesday that ${WORDS}.`, `Varga said ${WORDS}.`, ['day not stated', 'in these words']],
    ['to whom', `Varga said ${WORDS}.`, `Varga told reporters ${WORDS}.`, ['told', 'to reporters', 'in these words']],
    ['quotation marks', `Varga said ${WORDS}.`, `Varga said "${WORDS}."`, ['direct', 'in these words']],
    ['fewer words', `Varga said on the whole ${WORDS}.`, `Varga said ${WORDS}.`, ['fewer of these words']],
  ])('%s', (_, first, other, facts) => {
    expect(factsOf(first, other)).toEqual(facts);
  });

  test('the words that the article has for a source without a name', () => {
    const quoted = '"The harbor fees are too high for the small ferries of the bay,"';
    expect(factsOf(`${quoted} a port official said.`, `${quoted} a senior port official said.`)[0]).toBe(
      'by “a senior port official”',
    );
  });

  test('a correction', () => {
    const [first, other] = printed([11, `Varga said ${WORDS}.`], [12, `Varga said ${WORDS}.`]);
    if (!first || !other) throw new Error('two articles expected');
    const [part] = findingParts(compose([first, { ...other, status: 'corrected' }]));
    expect(part?.also?.places[0]).toMatchObject({
      facts: ['in these words', 'corrected since'],
      citation: { status: 'corrected' },
    });
  });
});

test('words put in from the first stand apart from those printed', () => {
  const place = alsoOf([11, `Varga said ${WORDS}.`], [12, `Varga said ${WORDS.replace('are', 'were')}.`]).places[0];
  const runs = (place as AlsoPart).runs.map(({ style, text }) => `${style}:${text}`);
  expect(runs).toEqual([
    'printed:the harbor fees ',
    'here:were',
    'plain: ',
    'first:are',
    'printed: too high for small ferries',
  ]);
});

test('more than five other places are named, none is left out', () => {
  const also = alsoOf(
    ...Array.from({ length: 9 }, (_, at): [number, string] => [11 + (at > 0 ? 1 : 0), `Varga said ${WORDS}.`]),
  );
  expect(also.places).toHaveLength(5);
  expect(also.rest).toBe('And in 3 more articles: G (g#1), H (h#1), I (i#1).');
});

describe('the summary', () => {
  const one = `Varga said ${WORDS}.`;
  test.each([
    [
      'one statement in several outlets',
      printed([11, one], [12, one], [12, one]),
      '1 statement in 3 outlets · 3 articles',
    ],
    ['in one outlet', printed([11, one, 'A'], [12, one, 'A']), '1 statement in 2 articles of one outlet · 2 articles'],
    ['in one article', printed([11, one]), '1 statement · 1 article'],
    [
      'some of several',
      printed([11, one], [12, `${one}\n\nDolen said the harbor fees are not high at all.`]),
      '2 statements, 1 of them in several articles · 2 articles',
    ],
  ])('%s', (_, articles, summary) => {
    expect(compose(articles).summary).toBe(`${summary}, up to ${articles.length === 1 ? 11 : 12} Feb 2026`);
  });
});

test('in a terminal of 80 columns', () => {
  const articles = [
    article({
      id: 'gazette-1',
      title: 'Varga ready for talks',
      publishedOn: '2026-02-11',
      body: 'Varga said on Tuesday that Orlan was "ready" for talks with Kelluth on the harbor fees.',
    }),
    article({
      id: 'post-1',
      title: 'No more waiting for talks, says the president of Orlan',
      outlet: 'Velmora Post',
      publishedOn: '2026-02-12',
      body: '"We are ready for talks with Kelluth on the harbor fees," Varga said.',
    }),
    article({
      id: 'wire-1',
      title: 'Orlan leader offers talks',
      outlet: 'North Wire',
      publishedOn: '2026-02-12',
      body: 'Varga said Orlan was "ready" for talks with Kelluth on the harbor fees.',
    }),
  ];
  const text = renderMessage(compose(articles, 'who said ready for talks'), { width: 80, hasColours: false });
  expect(text.split('\n')).toEqual([
    'who said ready for talks',
    '1 statement in 3 outlets · 3 articles, up to 12 Feb 2026',
    '',
    'Teo Varga, Orlan President · said · Tue 10 Feb 2026 · mixed',
    '│ Varga said on Tuesday that Orlan was "ready" for talks with Kelluth on the',
    '│ harbor fees.',
    '“on Tuesday” is Tue 10 Feb 2026.',
    'First of these: Harbor Gazette · Varga ready for talks · 11 Feb 2026 · ¶ 1 ·',
    'gazette-1#1',
    'https://example.org/gazette-1',
    'Also in: Velmora Post · No more waiting for talks, says the president of Orlan ·',
    '12 Feb 2026 · ¶ 1 · post-1#1 · day not stated · direct',
    'https://example.org/post-1',
    '│ "{only here: We are} {first: Orlan was} ready for talks with Kelluth on the',
    '│ harbor fees,"',
    'Also in: North Wire · Orlan leader offers talks · 12 Feb 2026 · ¶ 1 · wire-1#1 ·',
    'day not stated · in these words',
    'https://example.org/wire-1',
    '',
  ]);
});
