// An agency's text in several outlets, as article files name it: its paragraphs are told once, its unnamed sources are one, and a channel that has had
// it from one outlet does not get it again from another.
import { describe, expect, test } from 'vitest';
import { type Finding, findingsOf } from '../../../src/answers/answer.ts';
import { answerRequest, answerUngrouped } from '../../../src/answers/answerRequest.ts';
import { articlesOfText, isOneText } from '../../../src/answers/same/oneText.ts';
import type { Article } from '../../../src/domain.ts';
import { composeAlso } from '../../../src/messages/composeAlso.ts';
import { parseRequest } from '../../../src/requests/request.ts';
import type { StoryIndex } from '../../../src/search/storyIndex.ts';
import { article, storyOf } from '../../storyOf.ts';
import { digestOf, keyOf, outline, SPEAKERS, seen } from '../digestOf.ts';

const NARRATION =
  'The northern harbor of Port Vale froze in the night, and forty ferries lay at the quay until the ice was broken at noon.';
const REPORTED = 'A port official said that forty broken cranes had been counted along the western quay.';
const HE = 'He said that the mill would have to close in March.';

const WIRE = article({
  id: 'wire',
  outlet: 'Ardenia Wire',
  publishedOn: '2026-02-11',
  body: `${NARRATION}\n\n${REPORTED}`,
});
const copy = (parts: Partial<Article> = {}): Article =>
  article({ ...WIRE, id: 'copy', outlet: 'Velmora Post', publishedOn: '2026-02-12', sameTextAs: 'wire', ...parts });
const edited = (body: string): Article => copy({ body });

function ask(index: StoryIndex, text: string): readonly Finding[] {
  return findingsOf(answerRequest(index, parseRequest(text)));
}
const placesOf = ({ statement, passage, alsoIn }: Finding): string[] => [
  statement?.id ?? passage.id,
  ...alsoIn.map(({ finding }) => finding.statement?.id ?? finding.passage.id),
];
const QUESTION = 'ask when did the northern harbor freeze';

describe('a paragraph without a statement', () => {
  test.each([
    ['the same words', NARRATION],
    ['another house style', `VELMORA, Feb. 12 — ${NARRATION.replace('harbor', 'harbour').replace('forty', '40')}`],
    ['a word more', NARRATION.replace('the ice was', 'the thick ice was')],
  ])('in %s is one finding, the first publication first', (_, body) => {
    for (const articles of [
      [WIRE, edited(body)],
      [edited(body), WIRE],
    ]) {
      const index = storyOf(articles);
      const answer = answerRequest(index, parseRequest(QUESTION));
      expect(findingsOf(answer).map(placesOf)).toEqual([['wire#1', 'copy#1']]);
      expect(answer.total).toBe(1);
      expect(findingsOf(answerUngrouped(index, parseRequest(QUESTION)))).toHaveLength(2);
    }
  });

  test.each([
    ['another number', NARRATION.replace('forty', 'fifty')],
    ['a "not"', NARRATION.replace('was broken', 'was not broken')],
    ['another name', NARRATION.replace('Port Vale', 'Port Orlan')],
    ['other words', 'The northern harbor of Port Vale froze, which harbor masters had feared for weeks.'],
  ])('with %s is a finding of its own', (_, body) => {
    const found = ask(storyOf([WIRE, edited(body)]), QUESTION);
    expect(found.map(placesOf).toSorted()).toEqual([['copy#1'], ['wire#1']]);
  });

  test('of an article that does not say that it is the same text is a finding of its own', () => {
    const found = ask(storyOf([WIRE, copy({ sameTextAs: null })]), QUESTION);
    expect(found.map(placesOf)).toHaveLength(2);
  });

  test('of three outlets is one finding, whether or not the first has it, or is there', () => {
    const more = copy({ id: 'more', outlet: 'Kelluth Courier', publishedOn: '2026-02-13' });
    const cut = article({ ...WIRE, body: REPORTED });
    expect(ask(storyOf([WIRE, copy(), more]), QUESTION).map(placesOf)).toEqual([['wire#1', 'copy#1', 'more#1']]);
    for (const first of [[cut], [], [{ ...WIRE, status: 'withdrawn' as const }]]) {
      expect(ask(storyOf([...first, more, copy()]), QUESTION).map(placesOf)).toEqual([['copy#1', 'more#1']]);
    }
  });

  test('twice in one article is not one of several places', () => {
    const twice = copy({ body: `${NARRATION}\n\n${NARRATION}` });
    const shown = ask(storyOf([WIRE, twice]), QUESTION).flatMap(placesOf);
    expect(shown.toSorted()).toEqual(['copy#1', 'copy#2', 'wire#1']);
  });

  test('of one day: that whose text the others have stands first', () => {
    const early = copy({ id: 'a-copy', publishedOn: WIRE.publishedOn });
    expect(ask(storyOf([early, WIRE]), QUESTION).map(placesOf)).toEqual([['wire#1', 'a-copy#1']]);
  });

  test('is told with its other outlet, and with words that are different there', () => {
    const told = (body: string) => {
      const [finding] = ask(storyOf([WIRE, edited(body)]), QUESTION);
      return finding ? composeAlso(finding)?.places[0] : undefined;
    };
    expect(told(NARRATION)).toMatchObject({ label: 'Also in', facts: ['in these words'], runs: [] });
    const { runs = [] } = told(NARRATION.replace('the ice was', 'the thick ice was')) ?? {};
    expect(runs.find(({ style }) => style === 'here')?.text).toBe('thick');
    expect(runs.map(({ text }) => text).join('')).toBe(NARRATION.replace('the ice was', 'the thick ice was'));
  });
});

describe('an unnamed source', () => {
  const statements = (articles: readonly Article[]): string[][] => ask(storyOf(articles), 'timeline').map(placesOf);

  test('of one text is one, without quoted words', () => {
    expect(statements([WIRE, copy()])).toEqual([['wire#2.1', 'copy#2.1']]);
    expect(statements([WIRE, copy({ sameTextAs: null })])).toEqual([['wire#2.1'], ['copy#2.1']]);
  });

  test('that says something else is another', () => {
    const other = edited(REPORTED.replace('forty', 'thirty'));
    expect(statements([WIRE, other])).toEqual([['wire#2.1'], ['copy#1.1']]);
  });

  test('"he", of whom the text leaves open who it is, is the same in its copy alone', () => {
    const [one, two] = [article({ ...WIRE, body: HE }), edited(HE)];
    expect(storyOf([one]).statements()[0]?.speaker).toMatchObject({ name: 'He', resolvedBy: null });
    expect(statements([one, two])).toEqual([['wire#1.1', 'copy#1.1']]);
    expect(statements([one, { ...two, sameTextAs: null }])).toEqual([['wire#1.1'], ['copy#1.1']]);
  });
});

describe('a digest', () => {
  const STORY = { speakers: SPEAKERS };
  const texts = { wire: article({ ...WIRE, body: `${NARRATION}\n\n${REPORTED}\n\n${HE}` }) };
  const index = storyOf([texts.wire, copy({ body: texts.wire.body })], STORY);
  const had = new Set(['wire#1', 'wire#2', 'wire#3'].map((id) => keyOf(index, id)));
  const copyKeys = ['copy#1', 'copy#2', 'copy#3'].map((id) => keyOf(index, id));

  test('has a text of two outlets once, and counts both as had', () => {
    const digest = digestOf(index);
    expect(outline(digest).join()).toContain('wire#2.1 + copy#2.1');
    const places = digest.groups.flatMap(({ topics }) => topics.flatMap(({ findings }) => findings.map(placesOf)));
    expect(places).toContainEqual(['wire#1', 'copy#1']);
    expect(places.flat()).toHaveLength(6);
    expect(places).toHaveLength(3);
    expect(digest.entries.toSorted()).toEqual([...had, ...copyKeys].toSorted());
  });

  test('does not have the copy of what was had: neither statements nor paragraphs, which count as had then', () => {
    const since = new Map([...seen(index)].filter(([key]) => copyKeys.includes(key)));
    const digest = digestOf(index, { had, since });
    expect([digest.groups, digest.isEmpty]).toEqual([[], true]);
    expect(digest.entries.toSorted()).toEqual(expect.arrayContaining(copyKeys.toSorted()));
    expect(digest.leftOut.find(({ reason }) => reason === 'had')?.passages.map(({ id }) => id)).toEqual([
      'copy#1',
      'copy#2',
      'copy#3',
    ]);
    // Decided on once, it stays so, whatever was had meanwhile.
    const again = digestOf(index, { had: new Set([...had, ...digest.entries]), since, only: digest.entries });
    expect(again.groups).toEqual([]);
  });

  test('has what only the copy has: a paragraph, and a statement in a paragraph that is nearly the same', () => {
    const body = [NARRATION, `${REPORTED} Varga said: "Nonsense."`, HE, 'Rain fell on Orlan in the evening.'].join(
      '\n\n',
    );
    const told = storyOf([texts.wire, copy({ body })], STORY);
    const digest = digestOf(told, { had, since: seen(told) });
    const places = digest.groups.flatMap(({ topics }) => topics.flatMap(({ findings }) => findings.map(placesOf)));
    expect(places).toEqual([['copy#2.2'], ['copy#4']]);
  });

  test('has the same words of an outlet whose article is not the same text', () => {
    const told = storyOf([texts.wire, copy({ body: texts.wire.body, sameTextAs: null })], STORY);
    const digest = digestOf(told, { had, since: seen(told) });
    expect(digest.groups.flatMap(({ topics }) => topics.flatMap(({ findings }) => findings))).toHaveLength(3);
  });

  test('does not have the copy, word for word, of what was withdrawn since', () => {
    const told = storyOf([{ ...texts.wire, status: 'withdrawn' }, copy({ body: texts.wire.body })], STORY);
    expect(digestOf(told, { had, since: seen(told) }).groups).toEqual([]);
  });
});

describe('which articles are one text', () => {
  const text = (id: string, sameTextAs: string | null): Article => article({ id, sameTextAs, body: 'Rain fell.' });

  test('is known, also where the first is gone, names another since, or each names the other', () => {
    const index = storyOf([
      ...[text('a', null), text('b', 'a'), text('c', 'b'), text('d', 'gone'), text('e', 'gone')],
      ...[text('x', 'y'), text('y', 'x'), text('alone', null)],
    ]);
    expect(articlesOfText(index, 'c').toSorted()).toEqual(['a', 'b', 'c']);
    expect(isOneText(index, 'a', 'c')).toBe(true);
    expect(isOneText(index, 'd', 'e')).toBe(true);
    expect(isOneText(index, 'x', 'y')).toBe(true);
    expect(isOneText(index, 'a', 'd')).toBe(false);
    expect(isOneText(index, 'alone', 'alone')).toBe(false);
    expect(articlesOfText(index, 'alone')).toEqual(['alone']);
  });
});
