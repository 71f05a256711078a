import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ArticleChangeDetail,
  type ArticleSnapshot,
  changeBetween,
  snapshotOf,
} from '../../src/answers/articleChanges.ts';
import { wordChanges } from '../../src/answers/wordChanges.ts';
import type { Article } from '../../src/domain.ts';
import { article, storyOf } from '../storyOf.ts';

function snapshot(body: string, parts: Partial<Article> = {}): ArticleSnapshot {
  const index = storyOf([article({ id: 'a', body, ...parts })]);
  return JSON.parse(JSON.stringify(snapshotOf(index, 'a'))) as ArticleSnapshot;
}

function changed(before: ArticleSnapshot, after: ArticleSnapshot): ArticleChangeDetail {
  const change = changeBetween(before, after);
  if (!change) throw new Error('no change');
  return change;
}

const BODY = 'Rain fell on the piers of the old harbor all day.\n\nVarga said two ships wait in the bay.';

test('an article that is as it was is no change, nor is a remark of a curator', () => {
  expect(changeBetween(snapshot(BODY), snapshot(BODY))).toBeNull();
  expect(changeBetween(snapshot(BODY), snapshot(BODY, { note: 'Read twice.' }))).toBeNull();
  expect(changeBetween(snapshot(BODY, { status: 'withdrawn' }), snapshot('', { status: 'withdrawn' }))).toBeNull();
});

describe('kinds', () => {
  const other = BODY.replace('two', 'three');
  test.each<[string, ArticleSnapshot, ArticleSnapshot, ArticleChangeDetail['kind']]>([
    ['other words', snapshot(BODY), snapshot(other), 'changed'],
    ['another title', snapshot(BODY), snapshot(BODY, { title: 'Another' }), 'changed'],
    ['other words and a correction', snapshot(BODY), snapshot(other, { status: 'corrected' }), 'corrected'],
    ['a correction alone', snapshot(BODY), snapshot(BODY, { status: 'corrected' }), 'corrected'],
    ['corrected again', snapshot(BODY, { status: 'corrected' }), snapshot(other, { status: 'corrected' }), 'corrected'],
    ['taken back', snapshot(BODY), snapshot(other, { status: 'withdrawn' }), 'withdrawn'],
    ['there again', snapshot(BODY, { status: 'withdrawn' }), snapshot(BODY), 'restored'],
  ])('%s: %s', (_, before, after, kind) => {
    expect(changed(before, after).kind).toBe(kind);
  });
});

test('tells which words of which paragraph, and nothing of those that moved', () => {
  const after = `A new first paragraph is here.\n\n${BODY.replace('two ships', 'three boats')}`;
  expect(changed(snapshot(BODY), snapshot(after)).paragraphs).toEqual([
    { kind: 'paragraph', number: 1, before: null, after: 'A new first paragraph is here.', words: [] },
    {
      ...{ kind: 'paragraph', number: 3, before: 'Varga said two ships wait in the bay.' },
      after: 'Varga said three boats wait in the bay.',
      words: [{ gone: 'Varga said two ships wait in the', new: 'Varga said three boats wait in the' }],
    },
  ]);
});

test('tells of paragraphs and captions that are gone', () => {
  const before = snapshot(BODY, { captions: ['A ferry at the pier.'] });
  const after = snapshot('Varga said two ships wait in the bay.');
  expect(changed(before, after).paragraphs.map(({ kind, number, after: now }) => [kind, number, now])).toEqual([
    ['paragraph', 1, null],
    ['caption', 1, null],
  ]);
});

test('of a withdrawn article no words are kept, of another one its former title', () => {
  const { paragraphs, titleBefore } = changed(
    snapshot(BODY),
    snapshot(BODY, { status: 'withdrawn', title: 'Taken back' }),
  );
  expect([paragraphs, titleBefore]).toEqual([[], null]);
  expect(changed(snapshot(BODY), snapshot(BODY, { title: 'Another' })).titleBefore).toBe('An invented article');
});

describe('words', () => {
  test('that are near are told together, that are far apart by themselves', () => {
    const before = 'a b c d e f g h i j k l m n o p q r';
    expect(wordChanges(before, before.replace('b', 'B').replace('d', 'D'))).toHaveLength(1);
    expect(wordChanges(before, before.replace('b', 'B').replace('q', 'Q'))).toEqual([
      { gone: 'a b c d e', new: 'a B c d e' },
      { gone: 'n o p q r', new: 'n o p Q r' },
    ]);
  });

  const text = fc
    .array(fc.constantFrom('ships', 'wait', 'not', 'in', 'the', 'bay.'), { maxLength: 12 })
    .map((words) => words.join(' '));
  test('shown stand in their paragraph, and there are none only where nothing is different', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordChanges(before, after);
        expect(changes.length === 0).toBe(before === after);
        for (const change of changes) {
          expect(before).toContain(change.gone);
          expect(after).toContain(change.new);
          expect(change.gone).not.toBe(change.new);
        }
      }),
    );
  });
});
