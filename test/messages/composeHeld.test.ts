// A page of held articles fits into one message of either platform, whatever was fetched.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitsDiscord } from '../../src/discord/embeds.ts';
import { composeHeld, type ToldHeld } from '../../src/messages/composeHeld.ts';
import { fitsSlack } from '../../src/slack/blocks.ts';

const told = (given: Partial<ToldHeld> = {}): ToldHeld => ({
  id: 'courier-ferries',
  title: 'Ferries run again',
  outlet: 'The Orlan Courier',
  url: 'https://courier.example/ferries',
  publishedOn: '2026-02-12',
  language: 'en',
  opening: 'Ferries run again.',
  sentences: [{ start: 0, end: 18 }],
  paragraphs: 1,
  sameTextAs: null,
  doubts: [],
  ...given,
});
const quoteOf = (article: ToldHeld) => {
  const [part] = composeHeld({ told: null, places: [article], from: 0, total: 1 }, fitsDiscord).message.parts;
  return part?.kind === 'finding' ? part.quote : null;
};

describe('the first paragraph', () => {
  const sentence = (length: number): string => `${'a '.repeat(length / 2 - 1)}b.`;

  test('is shown by whole sentences, with a mark where it goes on', () => {
    const opening = `${sentence(200)} ${sentence(500)}`;
    const sentences = [
      { start: 0, end: 200 },
      { start: 201, end: opening.length },
    ];
    expect(quoteOf(told({ opening, sentences }))).toMatchObject({ runs: [{ text: sentence(200) }], isCutAfter: true });
  });

  test('of one sentence that is too long ends between words', () => {
    const opening = `${'ferry '.repeat(400)}end.`;
    const quote = quoteOf(told({ opening, sentences: [{ start: 0, end: opening.length }] }));
    expect(quote?.isCutAfter).toBe(true);
    expect(opening.startsWith(`${quote?.runs[0]?.text} `)).toBe(true);
  });
});

test('an address that no platform takes is no link, and the article is told all the same', () => {
  const { message } = composeHeld(
    { told: null, places: [told({ url: `https://courier.example/${'x'.repeat(5_000)}` })], from: 0, total: 1 },
    fitsDiscord,
  );
  expect(message.parts).toMatchObject([{ kind: 'text' }]);
  expect(fitsDiscord(message) && fitsSlack(message)).toBe(true);
});

test.each([
  ['Discord', fitsDiscord],
  ['Slack', fitsSlack],
])('as many articles as fit are shown on %s, at least one', (_, fits) => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .tuple(fc.constantFrom('*', '<!channel>', 'word ', '😀', '\n'), fc.nat({ max: 900 }))
      .map(([text, times]) => text.repeat(times)),
  );
  const article = fc
    .record({
      id: fc.string({ minLength: 1, maxLength: 200 }),
      title: hostile,
      outlet: hostile,
      url: fc.nat({ max: 3_000 }).map((length) => `https://courier.example/${'x'.repeat(length)}`),
      opening: hostile,
      language: hostile,
      sameTextAs: fc.option(fc.string({ maxLength: 200 })),
      doubts: fc.array(hostile, { maxLength: 3 }),
    })
    .map((given) => told({ ...given, sentences: [{ start: 0, end: given.opening.length }] }));
  fc.assert(
    fc.property(fc.array(article, { minLength: 1, maxLength: 5 }), fc.option(hostile), (places, said) => {
      const reason = said === null ? null : said.slice(0, 1_600);
      const { message, shown } = composeHeld({ told: reason, places, from: 0, total: 9 }, fits);
      expect(shown).toBeGreaterThan(0);
      expect(fits(message)).toBe(true);
    }),
    { numRuns: 30 },
  );
});
