// What the program promises its readers, whatever they ask: one group of tests a promise, over requests of every kind, made-up ones and
// any text at all. The article's file is read here by other code than the program's.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { RespondOptions } from '../src/app.ts';
import type { PassageSpan } from '../src/domain.ts';
import type { FindingPart, Message, Run } from '../src/messages/message.ts';
import { ARTICLE, app, findingParts, quoteOf, REQUESTS, textOf, whoOf } from './messages/shipped.ts';

const OPTIONS: RespondOptions = { freeText: 'ask', page: 1, perPage: 1000 };
const [, head = '', body = ''] = readFileSync(`corpus/articles/${ARTICLE}.md`, 'utf8').split(/^---\n/mu);
const FRONT = parse(head) as { title: string; outlet: string; url: string; captions: string[] };
/** "4" or "c1" and the words printed there. */
const PRINTED = new Map<string, string>([
  ...body
    .trim()
    .split(/\n{2,}/u)
    .map((paragraph, at) => [String(at + 1), paragraph.replace(/\n/gu, ' ')] as const),
  ...FRONT.captions.map((caption, at) => [`c${at + 1}`, caption] as const),
]);
const WORDS = [...new Set([...PRINTED.values()].join(' ').match(/[\p{L}\p{N}.'-]+/gu))];
const NAMES = 'Trump Netanyahu Araghchi Pezeshkian Khamenei Hamas Iran Israel Vance WSJ Pentagon Varga he the'.split(
  ' ',
);

const words = fc.array(fc.constantFrom(...WORDS, 'not', 'never', 'ferries', 'snapback'), {
  minLength: 1,
  maxLength: 8,
});
const name = fc.constantFrom(...NAMES);
const made = fc
  .tuple(
    fc.constantFrom(
      'who said W',
      'who said "W"',
      'who said W by N',
      'who said W except N',
      'ask W',
      'did N say W',
      'what did N say about W',
      'when W',
      'speaker N about W',
      'compare N and Iran on W',
      'timeline W',
      'check "W"',
      'check N said "W"',
      'N: W',
      'W since Tuesday',
      'to whom: who said W',
    ),
    words,
    name,
  )
  .map(([form, some, who]) => form.replaceAll('N', who).replaceAll('W', some.join(' ')));
const asked = fc.oneof(fc.constantFrom(...REQUESTS), made, made, fc.string({ unit: 'grapheme', maxLength: 60 }));

const answer = (text: string): Message => app.respond(text, OPTIONS).message;
const printedAt = (part: FindingPart): string => PRINTED.get(part.citation.passageId.replace(/^.*#/u, '')) ?? '';
const printed = ({ passageId, start, end }: PassageSpan): string =>
  PRINTED.get(passageId.replace(/^.*#/u, ''))?.slice(start, end) ?? '';
const textsOf = (runs: readonly Run[], styles: readonly Run['style'][]): string[] =>
  runs.filter(({ style }) => styles.includes(style)).map(({ text }) => text);

/** Every answer to one of many questions. */
function forAll(check: (message: Message, text: string) => void): void {
  fc.assert(
    fc.property(asked, (text) => check(answer(text), text)),
    { numRuns: 200 },
  );
}

describe('1. verbatim: what is shown as said or printed is a substring of the passage that is named', () => {
  test('quotations of findings', () => {
    let seen = 0;
    forAll((message) => {
      for (const part of findingParts(message)) {
        seen += 1;
        const passage = printedAt(part);
        const quote = quoteOf(part);
        expect(passage).toContain(quote);
        // Where a part is shown, marks say so, and it is whole sentences.
        expect(part.quote.isCutBefore).toBe(!passage.startsWith(quote));
        expect(part.quote.isCutAfter).toBe(!passage.endsWith(quote));
        if (part.quote.isCutAfter) expect(quote).toMatch(/[.!?]["”]?$/u);
        expect(quote).toMatch(/^["“(\p{Lu}\p{N}/]/u);
      }
    });
    expect(seen).toBeGreaterThan(300);
  });

  test('words of other kinds: differences of a check, passages, marked articles', () => {
    const all = [...PRINTED.values()].join('\n');
    forAll((message) => {
      for (const part of message.parts)
        if (part.kind === 'text')
          for (const run of textsOf(part.runs, ['printed', 'matched', 'content', 'left-out']))
            expect(all).toContain(run);
    });
  });

  test('the terminal shows the quotation to the letter', () => {
    forAll((message) => {
      const shown = textOf(message);
      for (const part of findingParts(message)) expect(shown).toContain(quoteOf(part));
    });
  });
});

describe('2. attributed: who, how, when, through whom and where it is printed', () => {
  test('every finding', () => {
    forAll((message) => {
      for (const part of findingParts(message)) {
        expect(part.citation).toMatchObject({ outlet: FRONT.outlet, title: FRONT.title, url: FRONT.url });
        expect(part.citation.published).toBe('12 Feb 2026');
        expect(part.citation.place).toMatch(/^(?:¶ \d+|caption \d+)$/u);
        const who = whoOf(part);
        // A passage that was asked for by its number is nobody's answer.
        if (part.statementId === null)
          expect(who).toMatch(/its own words · nobody is named|somebody speaks here|^CGTN · (?:¶|caption) \d+$/u);
        else expect(who).toMatch(/ · (?:direct|indirect|mixed)\b/u);
        if (part.statementId !== null) expect(who).toMatch(/day not stated|\d{1,2} \w{3} \d{4}/u);
      }
    });
  });

  test('a pronoun is read as somebody only with a remark that says why', () => {
    const readAs = app.index
      .statements()
      .filter(({ source, speaker }) => source && /^(?:he|she|it|they)$/iu.test(printed(source)) && speaker.speakerId);
    expect(readAs.length).toBeGreaterThan(2);
    for (const { passageId, source } of readAs) {
      const [, place = ''] = passageId.split('#');
      expect(textOf(answer(`source ${place}`))).toContain(`“${source && printed(source)}” refers to `);
    }
  });
});

describe('3. honest when empty', () => {
  test('nothing found says what was searched and up to which day; what follows is marked as nearest', () => {
    let empty = 0;
    forAll((message, text) => {
      if (!message.summary.startsWith('nothing found')) return;
      empty += 1;
      expect(message.summary).toContain('1 article, up to 12 Feb 2026');
      expect(message.isPrivate).toBe(true);
      for (const part of findingParts(message)) expect(whoOf(part), text).toMatch(/^nearest: /u);
    });
    expect(empty).toBeGreaterThan(50);
  });

  test('people who are only mentioned never appear as speakers', () => {
    const silent = /^(?:nearest: )?(?:Benjamin Netanyahu(?! ·? ?['’]s)|Ali Khamenei|Hamas|Hezbollah)(?![’'])/u;
    forAll((message) => {
      for (const part of findingParts(message)) expect(whoOf(part)).not.toMatch(silent);
    });
  });

  test('no finding is a match of words that nobody printed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^z[bcdfghjklmnpqrstvwxz]{6,10}$/), name, (word, who) => {
        for (const text of [`who said ${word}`, `who said "${word}"`, `ask did ${who} say ${word}`, `${word} ${word}`])
          expect(findingParts(answer(text)).filter((part) => !whoOf(part).startsWith('nearest: '))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('4. always an answer or a reason', () => {
  test('any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(asked, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const { outcome, message } = app.respond(text, OPTIONS);
        expect(outcome).not.toBe('fault');
        expect(textOf(message).trim()).not.toBe('');
        if (outcome === 'answered') return;
        expect(message.isPrivate).toBe(true);
        // What went wrong, and what to do.
        expect(textOf(message)).toMatch(/\b(?:Type|Did you mean|such as|Ask|Write|Give)\b/u);
      }),
      { numRuns: 200 },
    );
  });
});

describe('5. leaks nothing', () => {
  const ESCAPE = String.fromCodePoint(27);
  // Control characters but the line break, and those that turn the direction of what follows.
  const HIDDEN = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

  test.each([
    `who said ${ESCAPE}[2J${ESCAPE}]0;owned\u0007 missiles`,
    `ask \u202esdrawkcab missiles`,
    `who said "${ESCAPE}[31mno missiles"`,
    `check "${ESCAPE}[31mno missiles\u009b"`,
    `speaker ${ESCAPE}c`,
    `${ESCAPE}[31m`,
  ])('control characters of a request do not come back: %j', (text) => {
    expect(textOf(answer(text))).not.toMatch(HIDDEN);
  });

  test('nor any of those in made-up text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(ESCAPE, '\u202e', '\u2066', '\u009b', '[2J', 'Trump', ' ', '"', 'who said '),
          maxLength: 12,
        }),
        (text) => {
          expect(textOf(answer(text))).not.toMatch(HIDDEN);
        },
      ),
    );
  });
});
