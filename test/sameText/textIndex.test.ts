// One text in several outlets is found, whatever they made of it, and what only looks like it is not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTextIndex, type TextIndex } from '../../src/sameText/textIndex.ts';
import { textWords } from '../../src/sameText/textWords.ts';
import { createNews } from '../bench/news/inventNews.ts';
import { measureSameText, sumOf } from './measure.ts';

test('of invented variants at least 95 of 100 are found, and at most 1 of 100 that are none', () => {
  const { rows } = measureSameText({ seed: 7, articles: 96, tried: 12 });
  const [same, apart] = [sumOf(rows, true), sumOf(rows, false)];
  expect(same.tried).toBeGreaterThanOrEqual(100);
  expect(same.found / same.tried).toBeGreaterThanOrEqual(0.95);
  expect(apart.tried).toBeGreaterThanOrEqual(70);
  expect(apart.found / apart.tried).toBeLessThanOrEqual(0.01);
  // No kind of variant is given up for the others.
  for (const { name, isSame, found, tried } of rows) if (isSame) expect(found / tried, name).toBeGreaterThan(0.8);
});

const news = createNews(3);
const TEXTS = Array.from({ length: 12 }, (_, number) => news.article(number * 8).body.split('\n\n'));
const [TEXT = [], OTHER = []] = TEXTS;

function indexOf(entries: Readonly<Record<string, readonly string[]>>): TextIndex {
  const index = createTextIndex();
  for (const [id, paragraphs] of Object.entries(entries)) index.add(id, paragraphs);
  return index;
}

describe('an index', () => {
  test('finds nothing while it is empty, and in a text without words', () => {
    expect(createTextIndex().find(TEXT)).toBeNull();
    const index = indexOf({ a: [], b: ['', '…'], c: TEXT });
    expect(index.find([])).toBeNull();
    expect(index.find(['— …'])).toBeNull();
  });

  test('forgets what is removed, and knows it again when it comes back', () => {
    const index = indexOf({ a: TEXT, b: OTHER });
    index.remove('a');
    index.remove('nobody');
    expect(index.find(TEXT)).toBeNull();
    expect(index.find(OTHER)).toEqual({ id: 'b', share: 1 });
    index.add('c', TEXT);
    expect(index.find(TEXT)).toEqual({ id: 'c', share: 1 });
  });

  test('has the newer text of an id alone', () => {
    const index = indexOf({ a: TEXT });
    index.add('a', OTHER);
    expect(index.find(TEXT)).toBeNull();
    expect(index.find(OTHER)?.id).toBe('a');
  });

  test('gives the nearest of several, of equals the first id, in whatever order they came', () => {
    const half = TEXT.slice(0, Math.ceil(TEXT.length * 0.6));
    const entries = { c: TEXT, a: TEXT, b: [...TEXT.slice(1), 'Rain fell on Orlan.'] };
    const [forth, back] = [indexOf(entries), indexOf(Object.fromEntries(Object.entries(entries).reverse()))];
    for (const asked of [TEXT, half, [...TEXT].reverse()]) {
      expect(forth.find(asked)).toEqual(back.find(asked));
    }
    expect(forth.find(TEXT)).toEqual({ id: 'a', share: 1 });
  });

  test('tells whatever it holds from each other, after any additions and removals', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('add', 'remove'), fc.nat(TEXTS.length - 1)), { maxLength: 24 });
    fc.assert(
      fc.property(steps, (all) => {
        const index = createTextIndex();
        const held = new Set<number>();
        for (const [kind, at] of all) {
          if (kind === 'add') index.add(`t${at}`, TEXTS[at] ?? []);
          else index.remove(`t${at}`);
          if (kind === 'add') held.add(at);
          else held.delete(at);
        }
        return TEXTS.every((text, at) => (index.find(text)?.id === `t${at}`) === held.has(at));
      }),
      { numRuns: 6 },
    );
  });
});

describe('short texts', () => {
  const brief =
    'The ferry to Orlan sank on Monday near the northern quay, and all of its crew were taken ashore by boats.';
  const index = indexOf({ brief: [brief], greeting: ['Good morning from Port Vale.'], long: TEXT });

  test.each([
    ['as it is', [brief], 'brief'],
    ['with a word changed', [brief.replace('sank', 'capsized')], 'brief'],
    ['a few words that are the same', ['Good morning from Port Vale!'], 'greeting'],
    ['a few words that begin alike', ['Good morning from Port Vale, and good night.'], null],
    ['within a long text', [...OTHER, brief], null],
    ['one paragraph of a long text', TEXT.slice(2, 3), null],
  ])('%s', (_, paragraphs, id) => {
    expect(index.find(paragraphs)?.id ?? null).toBe(id);
  });
});

describe('figures', () => {
  const daily = (day: string, [boxes, ships, tons, more]: readonly string[]): string[] => [
    `The port of Orlan counted ${boxes} boxes on ${day}, its harbor master said in the daily report.`,
    `Some ${ships} ships lay at the northern quay in the morning, and ${tons} tons of grain were brought ashore by noon.`,
    `The basin had a level of ${more} feet, and the gates were open for most of the day because of the calm sea.`,
  ];
  const index = indexOf({ monday: daily('Monday', ['1,204', '33', '900', '14']) });

  test('other ones in the same words are another day', () => {
    expect(index.find(daily('Tuesday', ['1,377', '28', '850', '15']))).toBeNull();
  });
  test('one that was corrected is the same text', () => {
    expect(index.find(daily('Monday', ['1,204', '35', '900', '14']))?.id).toBe('monday');
  });
});

test('house styles have the same words', () => {
  const [british, american] = [
    'The “programme” was organised by the centre’s 3 labour dialogues; défence travelled',
    'the "program" was organized by the center\'s three labor dialogs; defense traveled',
  ];
  expect(textWords(british)).toEqual(textWords(american));
});

test('scripts without white space, and others, are told apart, too', () => {
  const paragraphs = ['港口在星期一清晨关闭，所有船只都在北码头等待，直到海面平静下来才离开港湾。'];
  const index = indexOf({ zh: paragraphs, fa: ['کشتی‌ها در بندر منتظر بودند'] });
  expect(index.find([`新闻社：${paragraphs[0]}`])?.id).toBe('zh');
  expect(index.find(['别的船只今天没有来到这个港口，人们在码头上唱歌。'])).toBeNull();
});
