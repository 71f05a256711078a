// Ranking on a tiny invented corpus: the order that a careful reader would give, with the reason beside each hit.
import { describe, expect, test } from 'vitest';
import { article, storyOf } from '../storyOf.ts';

const HARBOR = [
  'Varga said the harbor will open on Monday.',
  'Varga said the harbor will not open before spring.',
  'Dolen said the harbor fees are too high for small ships.',
  'The storm closed the northern road. The harbor was hardly touched.',
  'Dolen told the Harbor Gazette that "no new harbor fees" will be asked.',
  'Small ships waited outside. Fees were paid on the following day at the office of the harbor.',
];

describe('searchPassages', () => {
  const index = storyOf(HARBOR);
  const order = (text: string): string[] => index.searchPassages(index.readQuery(text)).map(({ item }) => item.id);

  test('harbor fees for small ships', () => {
    expect(order('harbor fees small ships').slice(0, 3)).toEqual([
      'c#1', // all four words in one clause
      'f#1', // all four, further apart
      'e#1', // two of them, side by side
    ]);
  });

  test('a word that is everywhere decides nothing against a rare one', () => {
    expect(order('harbor storm')[0]).toBe('d#1');
  });

  test('"not" is asked for: what is not denied comes after what is', () => {
    expect(order('the harbor will not open').slice(0, 2)).toEqual(['b#1', 'a#1']);
  });

  test('inflected words are found', () => {
    expect(order('opened harbors')).toContain('a#1');
  });
});

describe('searchStatements', () => {
  const index = storyOf(HARBOR);
  const found = (text: string): string[] => index.searchStatements(index.readQuery(text)).map(({ item }) => item.id);

  test('matches what was said, not the words around it', () => {
    expect(found('Gazette')).toEqual([]);
    expect(found('storm')).toEqual([]);
    expect(found('spring')).toEqual(['b#1.1']);
  });

  test('a phrase stands above its words', () => {
    expect(found('"new harbor fees"')[0]).toBe('e#1.1');
  });

  test('a phrase is not found across the words between two parts of a quotation', () => {
    const split = storyOf(['"We open the gates," Varga said. "Soon enough."']);
    const hits = split.searchStatements(split.readQuery('"gates soon"'));
    expect(hits[0]?.factors.phrase).toBe(0);
  });

  test('matched words are spans of the passage', () => {
    const [hit] = index.searchStatements(index.readQuery('high fees'));
    const text = index.findPassage('c#1')?.text ?? '';
    expect(hit?.matched.map(({ start, end }) => text.slice(start, end))).toEqual(['fees', 'high']);
  });

  test.each([
    ['no new harbor fees', ['no new harbor fees']],
    ['No New Harbor Fee', ['no new harbor fees']],
    ['"new harbor" and no fees', ['new harbor', 'fees']],
    ['fees of the new harbor', ['new', 'harbor', 'fees']],
  ])(
    '%s: all its words side by side in their order are marked as one run, function words with them',
    (words, marked) => {
      const hit = index.searchStatements(index.readQuery(words)).find(({ item }) => item.id === 'e#1.1');
      const text = index.findPassage('e#1')?.text ?? '';
      expect(hit?.matched.map(({ start, end }) => text.slice(start, end))).toEqual(marked);
    },
  );

  test('a run is not marked across the words between two parts of a quotation', () => {
    const split = storyOf(['"We open the gates," Varga said. "Soon enough."']);
    const [hit] = split.searchStatements(split.readQuery('the gates soon'));
    const text = split.findPassage('a#1')?.text ?? '';
    expect(hit?.matched.map(({ start, end }) => text.slice(start, end))).toEqual(['gates', 'Soon']);
  });
});

describe('readQuery', () => {
  const index = storyOf(HARBOR, { terms: [{ words: ['harbor', 'port'] }, { words: ['harbor fees', 'port dues'] }] });

  test('a synonym finds, also one of several words', () => {
    const [hit] = index.searchPassages(index.readQuery('port dues'));
    expect(hit?.coverage).toBe(1);
    expect(index.readQuery('port dues').concepts).toHaveLength(1);
  });

  test('a typing error is corrected to a word of the corpus, and said', () => {
    expect(index.readQuery('harobr').concepts[0]).toMatchObject({ corrected: ['harbor'], isUnknown: false });
  });

  test('a quoted string is looked for as it was read', () => {
    const [hit] = index.searchStatements(index.readQuery('"new harobr fees"'));
    expect(hit).toMatchObject({ passageId: 'e#1', factors: { phrase: 1 } });
  });

  test('a mistyped word of the question itself is none that is missed', () => {
    expect(index.readQuery('wher is the harbor, and waht').concepts.map(({ text }) => text)).toEqual(['harbor']);
  });

  test('a short word is never guessed', () => {
    expect(index.readQuery('fess').concepts[0]).toMatchObject({ corrected: [], isUnknown: true });
  });

  test('function words alone are still a question', () => {
    expect(index.readQuery('to be or not to be').concepts.length).toBeGreaterThan(0);
  });
});

describe('order', () => {
  test('equal passages: the newest article first, then by id', () => {
    const body = 'Varga said the harbor will open.';
    const index = storyOf([
      article({ id: 'b', body, publishedOn: '2026-01-01' }),
      article({ id: 'a', body, publishedOn: '2026-01-01' }),
      article({ id: 'c', body, publishedOn: '2026-02-01' }),
    ]);
    expect(index.searchPassages(index.readQuery('harbor')).map(({ item }) => item.id)).toEqual(['c#1', 'a#1', 'b#1']);
  });

  test('a withdrawn article is found by id and never by search', () => {
    const index = storyOf([article({ id: 'a', body: 'Varga said the harbor will open.', status: 'withdrawn' })]);
    expect(index.searchPassages(index.readQuery('harbor'))).toEqual([]);
    expect(index.searchStatements(index.readQuery('harbor'))).toEqual([]);
    expect(index.findPassage('a#1')).toBeDefined();
    expect(index.searched).toEqual({ articles: 0, passages: 0 });
  });
});
