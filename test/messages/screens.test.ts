// A message in screens: nothing is lost, nothing is said twice, every screen fits.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlsoPart, FindingPart, Message, Part, Run } from '../../src/messages/message.ts';
import { screensOf } from '../../src/messages/screens.ts';

const citation = {
  outlet: 'Harbor Gazette',
  title: 'Ferries',
  published: '12 Feb 2026',
  place: '¶ 4',
  passageId: 'a#4',
  url: 'https://example.org/a',
  status: 'usable',
} as const;

function message(parts: readonly Part[], fields: Partial<Message> = {}): Message {
  return {
    title: 'who said ferries',
    summary: '1 statement',
    parts,
    footer: [],
    isPrivate: false,
    range: null,
    ...fields,
  };
}

function text(words: string): Part {
  return { kind: 'text', runs: [{ text: words, style: 'plain' }] };
}

function finding(words: string, also: readonly AlsoPart[] = []): FindingPart {
  return {
    kind: 'finding',
    statementId: 'a#4.1',
    isNearest: false,
    who: [{ text: 'Varga', style: 'strong' }],
    quote: { runs: [{ text: words, style: 'printed' }], isCutBefore: false, isCutAfter: false },
    remarks: ['A remark.'],
    citation,
    also:
      also.length === 0 ? null : { first: 'First of these', places: also, rest: 'And in 2 more articles: b#1, c#1.' },
  };
}

const place = (words: string): AlsoPart => ({
  label: 'Also in',
  citation,
  facts: [],
  runs: [{ text: words, style: 'printed' }],
});

/** The letters of everything but titles, in order. */
function wordsOf({ parts, footer }: Message): string {
  const join = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');
  const words = parts.map((part): string => {
    if (part.kind === 'heading') return part.text;
    if (part.kind === 'text') return join(part.runs);
    if (part.kind === 'rows') return part.rows.map(({ label, detail }) => `${label} ${detail}`).join(' ');
    const places = part.also?.places.map(({ runs }) => join(runs)) ?? [];
    return [join(part.quote.runs), ...part.remarks, ...places, part.also?.rest ?? ''].join(' ');
  });
  return [...words, ...footer].join(' ').replace(/\s+/g, ' ').trim();
}

const within =
  (most: number) =>
  (one: Message): boolean =>
    wordsOf(one).length <= most;

test('what fits is one screen, as it is', () => {
  const whole = message([text('Ferries wait.'), finding('Ships sail.')], { footer: ['Type help.'] });
  expect(screensOf(whole, within(500))).toEqual([whole]);
});

test('a message without parts is one screen', () => {
  expect(screensOf(message([]), within(10))).toHaveLength(1);
});

describe('what does not fit', () => {
  test('goes whole to the next screen; the footer stands on the last', () => {
    const screens = screensOf(
      message([finding('a'.repeat(60)), finding('b'.repeat(60))], { footer: ['End.'] }),
      within(90),
    );
    expect(screens.map(({ parts }) => parts.length)).toEqual([1, 1]);
    expect(screens.map(({ footer }) => footer)).toEqual([[], ['End.']]);
    expect(screens.map(({ title }) => title)).toEqual(['who said ferries', 'who said ferries']);
  });

  test('takes its heading along', () => {
    const parts: Part[] = [finding('a'.repeat(60)), { kind: 'heading', text: 'Tuesday' }, finding('b'.repeat(60))];
    const screens = screensOf(message(parts), within(90));
    expect(screens[1]?.parts.map(({ kind }) => kind)).toEqual(['heading', 'finding']);
  });

  test('a list goes on in the next screen', () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({ label: `speaker ${at}`, detail: `${at} statements` }));
    const screens = screensOf(message([{ kind: 'rows', rows }]), within(200));
    expect(screens.length).toBeGreaterThan(3);
    expect(screens.flatMap(({ parts }) => parts).flatMap((part) => (part.kind === 'rows' ? part.rows : []))).toEqual(
      rows,
    );
  });

  test('of other places come on the next screen, under the same speaker and citation', () => {
    const places = Array.from({ length: 4 }, (_, at) => place(`${at}`.repeat(40)));
    const screens = screensOf(message([finding('a'.repeat(60), places)]), within(160));
    expect(screens.length).toBeGreaterThan(1);
    for (const { parts } of screens)
      expect(parts[0]).toMatchObject({ kind: 'finding', who: [{ text: 'Varga' }], citation });
  });

  test('a passage is split at the end of a sentence, both pieces marked as cut', () => {
    const words = 'The ferries wait for the crane. Nobody mends it. The port is shut until spring.';
    const screens = screensOf(message([finding(words)]), within(60));
    const quotes = screens.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'finding' ? [part.quote] : [])),
    );
    expect(quotes[0]?.runs[0]?.text).toMatch(/\. $/);
    expect(quotes[0]?.isCutAfter).toBe(true);
    expect(quotes[1]?.isCutBefore).toBe(true);
  });
});

const word = fc.stringMatching(/^[a-z]{1,12}[.!]?$/);
const words = fc.array(word, { minLength: 1, maxLength: 60 }).map((list) => list.join(' '));
const anyPart: fc.Arbitrary<Part> = fc.oneof(
  words.map((one) => text(one)),
  words.map((one): Part => ({ kind: 'heading', text: one.slice(0, 40) })),
  fc.tuple(words, fc.array(words.map(place), { maxLength: 4 })).map(([one, places]) => finding(one, places)),
  fc
    .array(fc.record({ label: words, detail: words }), { minLength: 1, maxLength: 8 })
    .map((rows): Part => ({ kind: 'rows', rows })),
);

/** As platforms write it: with a mark where a quotation is cut. */
function lengthOf(one: Message): number {
  const marks = one.parts.flatMap((part) =>
    part.kind === 'finding' ? [part.quote.isCutBefore, part.quote.isCutAfter].filter(Boolean) : [],
  );
  return wordsOf(one).length + MARK.length * marks.length;
}

const MARK = ' […]';

test('whatever is cut, and wherever, every screen fits with its marks', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 60, max: 90 }), (one, most) => {
      const screens = screensOf(message([finding(one)]), (screen) => lengthOf(screen) <= most);
      for (const screen of screens) expect(lengthOf(screen)).toBeLessThanOrEqual(most);
    }),
    { numRuns: 200 },
  );
});

test('whatever the message, every screen fits and the screens together say all of it', () => {
  fc.assert(
    fc.property(fc.array(anyPart, { maxLength: 6 }), fc.integer({ min: 120, max: 2000 }), (parts, most) => {
      const whole = message(parts, { footer: ['End.'] });
      const screens = screensOf(whole, within(most));
      for (const screen of screens) expect(wordsOf(screen).length).toBeLessThanOrEqual(most);
      const letters = (one: string): string => one.replace(/\s/g, '');
      expect(letters(screens.map(wordsOf).join(''))).toBe(letters(wordsOf(whole)));
    }),
    { numRuns: 300 },
  );
});
