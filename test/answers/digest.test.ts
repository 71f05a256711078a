import { describe, expect, test } from 'vitest';
import type { ArticleChangeDetail } from '../../src/answers/articleChanges.ts';
import type { Digest } from '../../src/answers/digest.ts';
import { entryKey, entryKeys } from '../../src/answers/entryKeys.ts';
import { article, storyOf } from '../storyOf.ts';
import { digestOf, FROM, keyOf, outline, SEEN, SPEAKERS, seen, TERMS, TO } from './digestOf.ts';

const STORY = { speakers: SPEAKERS, terms: TERMS };
const TEXT = [
  'Teo Varga said nuclear weapons are no part of the talks with Velmora.',
  'Ada Brandt said that ferries will sail on Monday.',
  'The harbor was quiet in the morning, and gulls sat on the piers.',
  'Orlanian officials said the talks will go on.',
  'Lena Moss said rain is near. Varga said Velmora must wait.',
  'An official said that everything is fine.',
].join('\n\n');
const index = storyOf([TEXT], STORY);

function leftOut(digest: Digest): Record<string, string[]> {
  return Object.fromEntries(digest.leftOut.map(({ reason, passages }) => [reason, passages.map(({ id }) => id)]));
}

describe('groups', () => {
  test('by side, then by the most specific topic; unnamed sources by what their words name; what nobody says last', () => {
    expect(outline(digestOf(index))).toEqual([
      "Orlan's government / Nuclear weapons: a#1.1",
      "Orlan's government / Talks: a#4.1",
      "Orlan's government / Velmora: a#5.2",
      'Lena Moss / other: a#5.1',
      "Velmora's government / Ferries: a#2.1",
      'unnamed / other: a#6.1',
      'unspoken / other: a#3',
    ]);
  });

  test('a speaker is on the side of the office of that day', () => {
    const told = storyOf(
      [
        article({ id: 'a', publishedOn: '2025-03-01', body: 'Mara Dolen said that ships wait.' }),
        article({ id: 'b', publishedOn: '2026-03-01', body: 'Mara Dolen said that gardens bloom.' }),
      ],
      STORY,
    );
    expect(outline(digestOf(told))).toEqual(['Mara Dolen / other: b#1.1', "Orlan's government / other: a#1.1"]);
  });

  test('a source whose words name two sides is on none', () => {
    const told = storyOf(['Orlan and Velmora officials said that ships wait.'], STORY);
    expect(outline(digestOf(told))).toEqual(['unnamed / other: a#1.1']);
  });

  test('one statement in several outlets is one finding, and all its passages count as had', () => {
    const words = 'Teo Varga said that the northern ferries will never carry missiles again.';
    const told = storyOf([words, article({ id: 'b', outlet: 'Coast Courier', body: `Rain fell.\n\n${words}` })], STORY);
    const digest = digestOf(told);
    expect(outline(digest)[0]).toBe("Orlan's government / Ferries: a#1.1 + b#2.1");
    expect(digest.entries.toSorted()).toEqual([...entryKeys(told).keys()].toSorted());
  });

  test('words that go on in the next paragraph are shown with both', () => {
    const told = storyOf(['"The ferries wait," Varga said. "They wait for us.\n\n"And they will sail."'], STORY);
    const statements = told.statements();
    expect(statements.some(({ content }) => new Set(content.map(({ passageId }) => passageId)).size === 2)).toBe(true);
    const shown = digestOf(told).groups.flatMap(({ topics }) => topics.flatMap(({ findings }) => findings));
    expect(new Set(shown.map(({ passage }) => passage.id))).toEqual(new Set(['a#1', 'a#2']));
  });

  test('somebody who speaks but was not read is not the outlet itself', () => {
    const told = storyOf(['"Quite so, quite so."'], STORY);
    const [finding] = digestOf(told).groups.flatMap(({ topics }) => topics.flatMap(({ findings }) => findings));
    expect(finding?.isUnread).toBe(told.statements().length === 0);
  });
});

describe('what is new', () => {
  test('was first seen within the time, its ends included, and was not had', () => {
    const since = seen(index);
    since.set(keyOf(index, 'a#1'), FROM);
    since.set(keyOf(index, 'a#2'), TO);
    since.set(keyOf(index, 'a#3'), new Date(FROM.getTime() - 1));
    since.set(keyOf(index, 'a#4'), new Date(TO.getTime() + 1));
    since.delete(keyOf(index, 'a#5'));
    const digest = digestOf(index, { since, had: new Set([keyOf(index, 'a#6')]) });
    expect(digest.entries).toEqual([keyOf(index, 'a#1'), keyOf(index, 'a#2')]);
    expect(leftOut(digest)).toEqual({ before: ['a#3', 'a#4', 'a#5'], had: ['a#6'] });
    expect(digest.seenAt.get('a#2')).toEqual(TO);
  });

  test('is not what an outlet took back', () => {
    const told = storyOf([article({ id: 'a', body: 'Varga said ships wait.', status: 'withdrawn' }), 'Rain.'], STORY);
    const text = told.findPassage('a#1')?.text ?? '';
    expect(text).not.toBe('');
    const digest = digestOf(told, { since: new Map([...seen(told), [keyOf(told, 'a#1'), SEEN]]) });
    expect(leftOut(digest)['withdrawn']).toEqual(['a#1']);
    expect(digest.entries).toEqual([keyOf(told, 'b#1')]);
  });

  test('with a topic: what is about it, whoever says it', () => {
    const digest = digestOf(index, { topic: 'nuclear arms' });
    expect(outline(digest)).toEqual(["Orlan's government / Nuclear weapons: a#1.1"]);
    expect(leftOut(digest)).toEqual({ topic: ['a#2', 'a#3', 'a#4', 'a#5', 'a#6'] });
    expect(outline(digestOf(index, { topic: 'the gulls' }))).toEqual(['unspoken / other: a#3']);
    expect(outline(digestOf(index, { topic: 'about it' }))).toHaveLength(7);
  });

  test('with speakers: what they or those who speak for them say', () => {
    expect(outline(digestOf(index, { speakers: ['Orlan'] }))).toEqual([
      "Orlan's government / Nuclear weapons: a#1.1",
      "Orlan's government / Velmora: a#5.2",
    ]);
    const digest = digestOf(index, { speakers: ['brandt', 'Orlanian officials'] });
    expect(digest.entries).toEqual([keyOf(index, 'a#2'), keyOf(index, 'a#4')]);
    expect(leftOut(digest)).toEqual({ speaker: ['a#1', 'a#3', 'a#5', 'a#6'] });
  });

  test('with both: what they say about it', () => {
    const digest = digestOf(index, { speakers: ['Varga'], topic: 'nuclear weapons' });
    expect(digest.entries).toEqual([keyOf(index, 'a#1')]);
    expect(leftOut(digest)).toEqual({ speaker: ['a#2', 'a#3', 'a#4', 'a#6'], topic: ['a#5'] });
  });

  test('a name or word that nobody has is told', () => {
    const digest = digestOf(index, { speakers: ['Zork Blah'], topic: 'xylophones' });
    expect(digest.isEmpty).toBe(true);
    expect(digest.notes.map(({ kind }) => kind)).toEqual(['unknown-speaker', 'unknown-words']);
  });
});

describe('what was decided on', () => {
  test('is made again, whatever is had or new since', () => {
    const first = digestOf(index, { had: new Set([keyOf(index, 'a#2')]) });
    const again = digestOf(index, { had: new Set(first.entries), since: new Map(), only: first.entries });
    expect(outline(again)).toEqual(outline(first));
    expect(again.entries).toEqual(first.entries);
  });

  test('nothing stays nothing', () => {
    const digest = digestOf(index, { only: [] });
    expect([digest.isEmpty, digest.record, digest.entries]).toEqual([true, null, []]);
    expect(digestOf(index, { only: [], whenEmpty: 'silence' }).isSilent).toBe(true);
  });

  test('an entry from the record stays it', () => {
    const first = digestOf(index, { since: new Map() });
    const again = digestOf(index, { had: new Set(first.entries), only: first.entries });
    expect(again.record?.statement?.id).toBe(first.record?.statement?.id);
    expect(again.entries).toEqual(first.entries);
    expect(again.isEmpty).toBe(true);
  });
});

describe('nothing new', () => {
  const told = storyOf(
    [
      article({ id: 'a', publishedOn: '2026-02-10', body: 'Varga said ships wait.\n\nDolen said gardens bloom.' }),
      article({ id: 'b', publishedOn: '2026-02-12', body: 'Brandt said that ferries sail.' }),
    ],
    STORY,
  );
  const none = { since: new Map<string, Date>() };

  test('each digest has the newest statement that the channel has not had, until none is left', () => {
    const had = new Set<string>();
    const shown: (string | undefined)[] = [];
    for (let day = 0; day < 4; day += 1) {
      const digest = digestOf(told, { ...none, had });
      shown.push(digest.record?.passage.id);
      for (const entry of digest.entries) had.add(entry);
    }
    expect(shown).toEqual(['b#1', 'a#1', 'a#2', undefined]);
  });

  test('it is one that the channel wants to hear', () => {
    expect(digestOf(told, { ...none, speakers: ['Varga'] }).record?.passage.id).toBe('a#1');
    expect(digestOf(told, { ...none, topic: 'gardens' }).record?.passage.id).toBe('a#2');
    expect(digestOf(told, { ...none, topic: 'submarines' }).record).toBeNull();
  });

  test('a statement that the channel had from another outlet is none', () => {
    const words = 'Teo Varga said that the northern ferries will never carry missiles again.';
    const twice = storyOf([words, article({ id: 'b', outlet: 'Coast Courier', body: words })], STORY);
    expect(digestOf(twice, { ...none, had: new Set([keyOf(twice, 'a#1')]) }).record).toBeNull();
    expect(digestOf(twice, none).record?.alsoIn).toHaveLength(1);
  });

  test('silence and line have no entry', () => {
    const [silent, line] = [
      digestOf(told, { ...none, whenEmpty: 'silence' }),
      digestOf(told, { ...none, whenEmpty: 'line' }),
    ];
    expect([silent.isSilent, silent.record, silent.entries]).toEqual([true, null, []]);
    expect([line.isSilent, line.isEmpty, line.record]).toEqual([false, true, null]);
  });
});

describe('changes', () => {
  const detail: ArticleChangeDetail = {
    ...{
      kind: 'corrected',
      articleId: 'a',
      title: 'A',
      titleBefore: null,
      outlet: 'Harbor Gazette',
      url: 'https://example.org/a',
    },
    ...{ publishedOn: '2026-02-12', note: null },
    paragraphs: [{ kind: 'paragraph', number: 2, before: 'Rain fell.', after: 'Snow fell.', words: [] }],
  };
  const change = { key: 'change/a/2', at: SEEN, detail };

  test('are told by themselves, and count as had', () => {
    const digest = digestOf(index, { since: new Map(), changes: [change] });
    expect([digest.isEmpty, digest.isSilent, digest.record]).toEqual([false, false, null]);
    expect(digest.entries).toEqual(['change/a/2']);
    expect(digestOf(index, { since: new Map(), changes: [change], only: [] }).changes).toEqual([]);
  });

  test('a channel with a topic hears of them where it has had something of the article', () => {
    const of = (had: string[]): number =>
      digestOf(index, { topic: 'ferries', since: new Map(), changes: [change], had: new Set(had) }).changes.length;
    expect(of([])).toBe(0);
    expect(of([keyOf(index, 'a#2')])).toBe(1);
    const before = storyOf(['Rain fell.'], STORY);
    expect(of([keyOf(before, 'a#1')])).toBe(1);
  });
});

describe('keys', () => {
  test('are those of another process, and stay when paragraphs are put in before', () => {
    expect(keyOf(storyOf(['Ships wait.']), 'a#1')).toBe('94309a79caea33e6');
    const later = storyOf(['Rain fell.\n\nShips wait.']);
    expect(keyOf(later, 'a#2')).toBe('94309a79caea33e6');
    expect(keyOf(storyOf([article({ id: 'b', body: 'Ships wait.' })]), 'b#1')).not.toBe('94309a79caea33e6');
  });

  test('differ for a hundred thousand texts', () => {
    const keys = new Set(Array.from({ length: 100_000 }, (_, n) => entryKey('a', `Ship ${n} waits.`)));
    expect(keys.size).toBe(100_000);
  });

  test('of two alike in one article the first counts', () => {
    expect([...entryKeys(storyOf(['Ships wait.\n\nShips wait.'])).values()]).toEqual(['a#1']);
  });
});
