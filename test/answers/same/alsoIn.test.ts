// Statements of several outlets as one finding: what each place says, where it stands in the answer, and that nothing is lost.
import { describe, expect, test } from 'vitest';
import { type Answer, type Finding, findingsOf } from '../../../src/answers/answer.ts';
import { answerRequest, answerUngrouped } from '../../../src/answers/answerRequest.ts';
import { toJson } from '../../../src/answers/json.ts';
import { parseRequest } from '../../../src/requests/request.ts';
import { article, storyOf } from '../../storyOf.ts';
import { APART, SAME } from './samePairs.ts';

const GAZETTE = article({
  id: 'gazette',
  publishedOn: '2026-02-11',
  body: 'Varga said on Tuesday that Orlan was "ready" for talks with Kelluth.\n\nDolen said the dam is safe.',
});
const POST = article({
  id: 'post',
  outlet: 'Velmora Post',
  publishedOn: '2026-02-12',
  body: '"We are ready for talks with Kelluth," Varga said. He said the ice on the bay is thin.',
});
const UPDATE = article({
  id: 'update',
  outlet: 'Velmora Post',
  publishedOn: '2026-02-13',
  body: '"We," Varga said, "are ready for talks with Kelluth."\n\nDolen said that the dam is safe.',
});
const index = storyOf([POST, UPDATE, GAZETTE]);

function ask(text: string): Answer {
  return answerRequest(index, parseRequest(text));
}

function placesOf({ statement, alsoIn }: Finding): (string | undefined)[] {
  return [statement?.id, ...alsoIn.map(({ finding }) => finding.statement?.id)];
}

test('one finding with its places, the earliest printed first', () => {
  const answer = ask('who said ready for talks');
  expect(findingsOf(answer).map(placesOf)).toEqual([['gazette#1.1', 'post#1.1', 'update#1.1']]);
  expect(answer.total).toBe(1);
});

test('the words of a place, told apart from those of the first', () => {
  const [finding] = findingsOf(ask('who said ready for talks'));
  expect(finding?.alsoIn.map(({ wording }) => wording)).toEqual([
    [
      { kind: 'same', words: '"' },
      { kind: 'here', words: 'We are' },
      { kind: 'first', words: 'Orlan was' },
      { kind: 'same', words: ' ready for talks with Kelluth,"' },
    ],
    [
      { kind: 'same', words: '"' },
      { kind: 'here', words: 'We' },
      { kind: 'same', words: ',"' },
      { kind: 'gap', words: '' },
      { kind: 'same', words: '"' },
      { kind: 'here', words: 'are' },
      { kind: 'first', words: 'Orlan was' },
      { kind: 'same', words: ' ready for talks with Kelluth."' },
    ],
  ]);
});

test('the same words need not be shown again', () => {
  const [finding] = findingsOf(ask('who said the dam is safe'));
  expect(finding?.alsoIn).toMatchObject([{ wording: [], isShorter: false, finding: { article: { id: 'update' } } }]);
});

test('every word that is shown of a place is printed there, in its order, and nothing of its content is missing', () => {
  for (const [, a, b] of SAME) {
    const story = storyOf([a, b]);
    for (const finding of findingsOf(answerRequest(story, { kind: 'timeline', topic: null }))) {
      for (const { finding: other, wording } of finding.alsoIn) {
        const contents = (one: Finding): string[] =>
          (one.statement?.content ?? []).map((span) => one.passage.text.slice(span.start, span.end));
        const own = wording.filter(({ kind }) => kind !== 'first');
        const shown = own.map(({ kind, words }) => (kind === 'gap' ? '\n' : words)).join('');
        if (wording.length > 0) expect(shown).toBe(contents(other).join('\n'));
        for (const run of wording) if (run.kind === 'first') expect(contents(finding).join('\n')).toContain(run.words);
      }
    }
  }
});

describe('no statement is lost, and none is shown twice', () => {
  const bodies = [...SAME, ...APART].flatMap(([, a, b]) => [a, b]);
  const story = storyOf(
    bodies.map((body, at) =>
      article({ id: `n${at}`, body, outlet: `Outlet ${at % 7}`, publishedOn: `2026-02-${10 + (at % 5)}` }),
    ),
  );
  test.each([
    'timeline',
    'timeline ferry',
    'speaker Varga',
    'speaker port official',
    'compare Varga and Dolen on council',
    'who said harbor fees',
    'ask what did Varga say about the quay',
    'ask who said cranes',
  ])('%s', (text) => {
    const request = parseRequest(text);
    const [each, grouped] = [answerUngrouped(story, request), answerRequest(story, request)];
    const keyOf = ({ statement, passage, near }: Finding): string => `${near} ${statement?.id ?? passage.id}`;
    const shown = findingsOf(grouped).flatMap((one) => [one, ...one.alsoIn.map(({ finding }) => finding)]);
    expect(shown.map(keyOf).sort()).toEqual(findingsOf(each).map(keyOf).sort());
    expect(shown.length).toBeGreaterThan(findingsOf(grouped).length);
    expect(grouped.total).toBe(findingsOf(grouped).filter(({ near }) => !near).length);
  });
});

describe('where it stands', () => {
  const texts = [
    article({ id: 'a', publishedOn: '2026-02-11', body: 'Varga said the harbor fees are too high for small ferries.' }),
    article({
      id: 'b',
      publishedOn: '2026-02-12',
      body: 'Varga said on Tuesday that the harbor fees are too high for small ferries.',
    }),
    article({
      id: 'c',
      publishedOn: '2026-02-12',
      body: 'Varga said on Wednesday that the northern quay is full of small ferries.',
    }),
  ];
  const story = storyOf(texts);
  const groupsOf = (text: string): unknown => {
    const { body } = answerRequest(story, parseRequest(text));
    return (
      body.kind === 'findings' && body.groups.map(({ heading, findings }) => [heading?.kind, ...findings.map(placesOf)])
    );
  };

  test('in a timeline under the day that one of the places states, and no heading is left empty', () => {
    expect(groupsOf('timeline')).toEqual([
      ['day', ['a#1.1', 'b#1.1']],
      ['day', ['c#1.1']],
    ]);
  });

  test('newest first by that day', () => {
    expect(groupsOf('speaker Varga')).toEqual([[undefined, ['c#1.1'], ['a#1.1', 'b#1.1']]]);
  });

  test('best first where the best of its places stood', () => {
    const [each] = [answerUngrouped(story, parseRequest('who said fees too high'))].map((answer) => findingsOf(answer));
    expect(each?.map(({ statement }) => statement?.id)).toEqual(['b#1.1', 'a#1.1']);
    expect(groupsOf('who said fees too high')).toEqual([[undefined, ['a#1.1', 'b#1.1']]]);
  });

  test('a side of a comparison that has nothing keeps its heading', () => {
    expect(groupsOf('compare Varga and Dolen on fees')).toEqual([['speaker', ['a#1.1', 'b#1.1']], ['speaker']]);
  });
});

test('for programs a place has the keys of a finding, and its wording', () => {
  const { findings } = toJson(ask('who said ready for talks'), { notes: () => null, reading: () => '' }) as {
    findings: Record<string, unknown>[];
  };
  expect(findings).toMatchObject([
    {
      passageId: 'gazette#1',
      alsoIn: [
        {
          passageId: 'post#1',
          paragraph: 1,
          isShorter: false,
          statement: { id: 'post#1.1' },
          article: { outlet: 'Velmora Post' },
        },
        { passageId: 'update#1', article: { outlet: 'Velmora Post' } },
      ],
    },
  ]);
  expect(findings[0]).not.toHaveProperty('wording');
});
