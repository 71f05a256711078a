import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Passage, Span } from '../../src/domain.ts';
import { fitPassage } from '../../src/messages/fit.ts';

type Sentences = Pick<Passage, 'text' | 'sentences'>;

/** A passage of these sentences, one space between them. */
function passage(...texts: readonly string[]): Sentences {
  const sentences: Span[] = [];
  let start = 0;
  for (const text of texts) {
    sentences.push({ start, end: start + text.length });
    start += text.length + 1;
  }
  return { text: texts.join(' '), sentences };
}

/** The span of `words` in the passage. */
function spanOf({ text }: Sentences, words: string): Span {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

function shown(given: Sentences, focus: readonly Span[], maxChars: number): string {
  const { start, end, isCutBefore, isCutAfter } = fitPassage(given, focus, maxChars);
  return `${isCutBefore ? '…' : ''}${given.text.slice(start, end)}${isCutAfter ? '…' : ''}`;
}

describe('a passage of one, two, three …', () => {
  const given = passage('One is here.', 'Two is here.', 'Three is here.', 'Four is here.', 'Five is here.');

  test('that fits is shown whole', () => {
    expect(shown(given, [spanOf(given, 'Three')], given.text.length)).toBe(given.text);
  });

  test('and one character too many loses a whole sentence, not a character', () => {
    expect(shown(given, [], given.text.length - 1)).toBe('One is here. Two is here. Three is here. Four is here.…');
  });

  test('is shown around the focus, what stands before it first', () => {
    expect(shown(given, [spanOf(given, 'Three')], 28)).toBe('…Two is here. Three is here.…');
    expect(shown(given, [spanOf(given, 'Three')], 40)).toBe('One is here. Two is here. Three is here.…');
  });

  test('takes what stands behind when nothing before fits any more', () => {
    const uneven = passage('A first sentence that is rather long.', 'Two.', 'Three.', 'And a last one, long as well.');
    expect(shown(uneven, [spanOf(uneven, 'Two')], 12)).toBe('…Two. Three.…');
  });

  test('is shown from its first sentence when there is no focus', () => {
    expect(shown(given, [], 12)).toBe('One is here.…');
  });

  test('keeps everything between two parts of the focus', () => {
    const focus = [spanOf(given, 'Two'), spanOf(given, 'Four')];
    expect(shown(given, focus, 12)).toBe('…Two is here. Three is here. Four is here.…');
  });

  test('shows the sentence of the focus whole, also when it alone is longer than the limit', () => {
    const long = passage('It begins.', 'Oster did not say that the ferries would sail.', 'It ends.');
    expect(shown(long, [spanOf(long, 'the ferries would sail')], 10)).toBe(
      '…Oster did not say that the ferries would sail.…',
    );
  });

  test('without any sentence is shown whole', () => {
    expect(fitPassage({ text: 'x'.repeat(50), sentences: [] }, [], 10)).toEqual({
      start: 0,
      end: 50,
      isCutBefore: false,
      isCutAfter: false,
    });
  });
});

describe('for any passage, focus and limit', () => {
  const sentence = fc.string({ unit: fc.constantFrom(...'abc .,é谈'), minLength: 1, maxLength: 30 });
  const anything = fc
    .tuple(
      fc.array(sentence, { minLength: 1, maxLength: 10 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(20)), { maxLength: 3 }),
    )
    .map(([texts, places]) => {
      const given = passage(...texts);
      const focus = places.map(([at, length]): Span => {
        const start = at % given.text.length;
        return { start, end: Math.min(given.text.length, start + 1 + length) };
      });
      return { given, focus };
    });
  const limit = fc.integer({ min: 1, max: 200 });

  /** First and last sentence that the focus touches; the first sentence when it touches none. */
  function core({ sentences }: Sentences, focus: readonly Span[]): Span {
    const touched = sentences.filter((one) => focus.some((span) => span.start < one.end && one.start < span.end));
    return { start: (touched[0] ?? sentences[0])?.start ?? 0, end: (touched.at(-1) ?? sentences[0])?.end ?? 0 };
  }

  test('what is shown begins and ends with a whole sentence, and the flags say where the passage goes on', () => {
    fc.assert(
      fc.property(anything, limit, ({ given, focus }, maxChars) => {
        const fitted = fitPassage(given, focus, maxChars);
        expect(given.sentences.map(({ start }) => start)).toContain(fitted.start);
        expect(given.sentences.map(({ end }) => end)).toContain(fitted.end);
        expect(fitted.isCutBefore).toBe(fitted.start > 0);
        expect(fitted.isCutAfter).toBe(fitted.end < given.text.length);
      }),
    );
  });

  test('the sentences of the focus are all in it, and it keeps the limit unless they alone are longer', () => {
    fc.assert(
      fc.property(anything, limit, ({ given, focus }, maxChars) => {
        const { start, end } = fitPassage(given, focus, maxChars);
        const least = core(given, focus);
        expect(start).toBeLessThanOrEqual(least.start);
        expect(end).toBeGreaterThanOrEqual(least.end);
        if (end - start > maxChars) expect({ start, end }).toEqual(least);
      }),
    );
  });

  test('no further sentence would fit', () => {
    fc.assert(
      fc.property(anything, limit, ({ given, focus }, maxChars) => {
        const { start, end } = fitPassage(given, focus, maxChars);
        const before = given.sentences.findLast((one) => one.end <= start);
        const behind = given.sentences.find((one) => one.start >= end);
        if (before) expect(end - before.start).toBeGreaterThan(maxChars);
        if (behind) expect(behind.end - start).toBeGreaterThan(maxChars);
      }),
    );
  });
});
