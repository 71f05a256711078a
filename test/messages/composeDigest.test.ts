import { describe, expect, test } from 'vitest';
import type { ArticleChangeDetail } from '../../src/answers/articleChanges.ts';
import { chartOf } from '../../src/messages/chart.ts';
import { composeDigest, type DigestHeading } from '../../src/messages/composeDigest.ts';
import { composePreview } from '../../src/messages/composePreview.ts';
import type { Message, Part } from '../../src/messages/message.ts';
import { screensOf } from '../../src/messages/screens.ts';
import { digestOf, keyOf, SEEN, SPEAKERS, TERMS } from '../answers/digestOf.ts';
import { article, storyOf } from '../storyOf.ts';

const STORY = { speakers: SPEAKERS, terms: TERMS };
const index = storyOf(
  [
    'Teo Varga said on Tuesday that nuclear weapons are no part of it.\n\nRain fell on the harbor.\n\nVarga said ships wait.',
    article({ id: 'b', outlet: 'Coast Courier', body: 'Ada Brandt said on Wednesday that ferries will sail.' }),
  ],
  STORY,
);
const HEAD: DigestHeading = {
  ...{ date: '2026-02-13', zone: 'Asia/Kathmandu', time: '09:00', isLate: false },
  from: new Date('2026-02-12T03:15:00Z'),
  now: new Date('2026-02-13T07:35:00Z'),
};
const NONE = { since: new Map<string, Date>() };
const DETAIL: ArticleChangeDetail = {
  ...{ kind: 'corrected', articleId: 'a', title: 'Ships', titleBefore: 'Boats', outlet: 'Harbor Gazette' },
  ...{ url: 'https://example.org/a', publishedOn: '2026-02-12', note: 'A number was wrong.' },
  paragraphs: [
    {
      kind: 'paragraph',
      number: 1,
      before: 'Two ships.',
      after: 'Three ships.',
      words: [{ gone: 'Two ships.', new: 'Three ships.' }],
    },
    { kind: 'paragraph', number: 2, before: null, after: 'Snow fell.', words: [] },
    { kind: 'caption', number: 1, before: 'A pier.', after: null, words: [] },
  ],
};

function wordsOf(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `# ${part.text}`;
    case 'text':
      return part.runs.map(({ text }) => text).join('');
    case 'rows':
      return part.rows.map(({ label, detail }) => `${label} | ${detail}`).join('\n');
    case 'finding':
      return `${part.who.map(({ text }) => text).join('')} :: ${part.quote.runs.map(({ text }) => text).join('')} :: ${part.remarks.join(' ')}`;
  }
}

function textOf({ parts }: Message): string {
  return parts.map(wordsOf).join('\n');
}

test('says of which day and zone it is, and how much of what it has', () => {
  const message = composeDigest(digestOf(index), HEAD);
  expect(message.title).toBe('U.S.–Iran talks · Fri 13 Feb 2026');
  expect(message.summary).toBe(
    '3 statements · 1 passage without a speaker · 2 articles watched, up to 12 Feb 2026 · 09:00 Asia/Kathmandu',
  );
  expect(message.isPrivate).toBe(false);
});

test('has every statement and passage below its side and topic', () => {
  const { parts } = composeDigest(digestOf(index), HEAD);
  const rows = parts.map((part) =>
    part.kind === 'finding' ? `${part.citation.outlet} ${part.citation.place}` : wordsOf(part),
  );
  expect(rows).toEqual([
    "# Orlan's government · Nuclear weapons",
    'Harbor Gazette ¶ 1',
    "# Orlan's government · Other",
    'Harbor Gazette ¶ 3',
    "# Velmora's government · Ferries",
    'Coast Courier ¶ 1',
    '# Printed without a speaker',
    'Harbor Gazette ¶ 2',
  ]);
});

test('what was corrected comes first, with the words that went and came', () => {
  const message = composeDigest(digestOf(index, { changes: [{ key: 'k', at: SEEN, detail: DETAIL }] }), HEAD);
  expect(textOf(message).split('\n').slice(0, 7)).toEqual([
    '# Corrected, withdrawn, changed',
    'Harbor Gazette has corrected “Ships”, 12 Feb 2026. https://example.org/a',
    'Remark of whoever looks after the corpus: A number was wrong.',
    'Title: before “Boats”, now “Ships”',
    '¶ 1: before “Two ships.”, now “Three ships.”',
    '¶ 2, new: “Snow fell.”',
    'Caption 1 of before, gone: “A pier.”',
  ]);
  expect(message.summary).toMatch(/^1 changed article · 3 statements/u);
});

test.each(['withdrawn', 'changed', 'restored'] as const)('an article that was %s is told of', (kind) => {
  const detail = { ...DETAIL, kind, titleBefore: null, note: null, paragraphs: [] };
  const digest = digestOf(index, { ...NONE, changes: [{ key: 'k', at: SEEN, detail }] });
  expect(textOf(composeDigest(digest, HEAD))).toContain(kind === 'restored' ? 'put back' : kind);
});

test('one that is late says so, and which gap it covers', () => {
  const message = composeDigest(digestOf(index), { ...HEAD, isLate: true });
  expect(textOf(message)).toContain(
    'Late: this digest was due on Fri 13 Feb 2026 at 09:00 (Asia/Kathmandu) and was made on Fri 13 Feb 2026, 13:20. It covers everything since the one of Thu 12 Feb 2026, 09:00.',
  );
  expect(message.summary).toContain('late');
});

describe('nothing new', () => {
  test('is one line', () => {
    const message = composeDigest(digestOf(index, { ...NONE, whenEmpty: 'line' }), HEAD);
    expect(textOf(message)).toBe('Nothing new since Thu 12 Feb 2026, 09:00 (Asia/Kathmandu); 2 articles watched.');
    expect(message.summary).toMatch(/^nothing new · 2 articles watched/u);
  });

  test('is an entry from the record, where there is one', () => {
    const message = composeDigest(digestOf(index, NONE), { ...HEAD, from: null });
    expect(wordsOf(message.parts[0] as Part)).toBe(
      'Nothing new; 2 articles watched. From the record, not posted here before:',
    );
    expect(message.parts.map(({ kind }) => kind)).toEqual(['text', 'finding']);
  });
});

test('a channel that wants not everything is told so, and that nobody has a name', () => {
  const text = textOf(composeDigest(digestOf(index, { topic: 'ferries', speakers: ['Brandt', 'Zork'] }), HEAD));
  expect(text).toContain('Only what is about “ferries” by Brandt or Zork. Nobody called “Zork” says anything');
  expect(text).toContain("# Velmora's government · Ferries");
});

test('in pages it has every part of the whole, in order', () => {
  const digest = digestOf(index, { changes: [{ key: 'k', at: SEEN, detail: DETAIL }] });
  const message = composeDigest(digest, HEAD);
  const pages = screensOf(message, (page) => textOf(page).length < 400);
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.flatMap(({ parts }) => parts).map(wordsOf)).toEqual(message.parts.map(wordsOf));
  expect(pages.every(({ summary }) => summary.includes('Asia/Kathmandu'))).toBe(true);
});

describe('preview', () => {
  test('is for the manager alone, and says why each thing is in or out', () => {
    const since = new Map([...digestOf(index).seenAt].map(([id, at]) => [keyOf(index, id), at]));
    since.delete(keyOf(index, 'a#3'));
    const digest = digestOf(index, { since, topic: 'nuclear weapons', had: new Set([keyOf(index, 'b#1')]) });
    const message = composePreview(digest, HEAD);
    const text = textOf(message);
    expect([message.isPrivate, message.title]).toEqual([true, 'Preview · U.S.–Iran talks · Fri 13 Feb 2026']);
    expect(text).toContain('In: first seen Thu 12 Feb 2026, 20:45, and not posted here before.');
    expect(text).toContain('1 passage: posted here already | b ¶ 1');
    expect(text).toContain('1 passage: not about “nuclear weapons” | a ¶ 2');
    expect(text).toContain('1 passage: first seen before this channel’s digests began, or long before the last one |');
    expect(message.footer.join(' ')).toContain('Each statement that is in is about “nuclear weapons”.');
  });

  test('tells where nothing would be posted', () => {
    const message = composePreview(digestOf(index, { ...NONE, whenEmpty: 'silence' }), HEAD);
    expect(textOf(message)).toContain('Nothing would be posted');
  });
});

describe('chart', () => {
  test('counts statements by side and day said', () => {
    expect(chartOf(digestOf(index))).toEqual({
      title: 'Statements by side and day said',
      labels: ['10 Feb', '11 Feb', '12 Feb'],
      series: [
        { name: "Orlan's government", values: [1, 0, 1] },
        { name: "Velmora's government", values: [0, 1, 0] },
      ],
      alternative:
        "Bar chart of 3 statements by side and day said. Orlan's government: 1 on 10 Feb, 1 on 12 Feb. Velmora's government: 1 on 11 Feb.",
    });
  });

  test('there is none of fewer than two statements', () => {
    expect(chartOf(digestOf(index, { topic: 'ferries' }))).toBeNull();
    expect(chartOf(digestOf(storyOf(['Rain fell.\n\nSnow fell.'])))).toBeNull();
  });

  test('keeps to what Slack draws, and counts every statement', () => {
    const names = 'Adams Brown Clark Davis Evans Foster Green Harris Irving Jones'.split(' ');
    const articles = Array.from({ length: 30 }, (_, at) => {
      const day = new Date(Date.UTC(2025, 11, 20) + at * 86_400_000).toISOString().slice(0, 10);
      const name = names[at % names.length];
      return article({
        id: `a${at}`,
        publishedOn: day,
        body: `Bartholomew Maximilian ${name} said that ship ${at} waits.`,
      });
    });
    const chart = chartOf(digestOf(storyOf(articles)));
    if (!chart) throw new Error('no chart');
    expect(chart.labels).toHaveLength(20);
    expect(chart.labels[0]).toBe('earlier');
    expect(chart.labels[1]).toBe('31 Dec 2025');
    expect(chart.series).toHaveLength(6);
    expect(new Set(chart.series.map(({ name }) => name)).size).toBe(6);
    expect([...chart.labels, ...chart.series.map(({ name }) => name)].every(({ length }) => length <= 20)).toBe(true);
    expect(chart.series.flatMap(({ values }) => values).reduce((a, b) => a + b, 0)).toBe(30);
    expect(chart.alternative.length).toBeLessThanOrEqual(1_000);
  });
});
