import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp, type RespondOptions } from '../src/app.ts';
import { loadCorpus } from '../src/corpus/load.ts';
import type { Corpus } from '../src/domain.ts';
import { renderMessage } from '../src/terminal/render.ts';
import { reader } from './reader.ts';

const COMMANDS = [
  'who said',
  'ask',
  'speaker',
  'compare',
  'timeline',
  'check',
  'speakers',
  'sources',
  'source',
  'help',
];

let corpus: Corpus;
let app: App;
const faults: { cause: unknown; text: string }[] = [];

beforeAll(async () => {
  corpus = await loadCorpus('corpus');
  app = createApp(corpus, { reader, onFault: (cause, text) => faults.push({ cause, text }) });
});

function options(fields: Partial<RespondOptions> = {}): RespondOptions {
  return { freeText: 'ask', page: 1, perPage: 10, ...fields };
}

/** Words that requests are made of, and characters that break careless programs. */
const piece = fc.oneof(
  fc.constantFrom(...COMMANDS, 'by', 'since', 'until', 'about', 'and', 'on', 'Trump', 'Iran', 'missiles', 'he', 'when'),
  fc.constantFrom(
    '"',
    '“',
    '”',
    '?',
    '2026-02-31',
    '0000-00-00',
    'last week',
    '.*',
    '(?:',
    '[',
    '\\',
    '<script>',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('\u0000', '\u001b[2J', '\n', '\u202E', '\u200F', '\uFEFF', 'م', 'ذ', '谈', '🕊️'),
    maxLength: 6,
  }),
  // Lone surrogates among them.
  fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 4 }).map((codes) => String.fromCharCode(...codes)),
);
const anyText = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '));
const commandText = fc.tuple(fc.constantFrom(...COMMANDS), anyText).map((parts) => parts.join(' '));

describe('whatever the text', () => {
  test('there is an answer or a reason, and no fault', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, commandText),
        fc.constantFrom('ask' as const, 'refuse' as const),
        (text, freeText) => {
          faults.length = 0;
          const reply = app.respond(text, options({ freeText }));
          expect(faults).toEqual([]);
          expect(reply.outcome).not.toBe('fault');
          expect(renderMessage(reply.message, { width: 80, hasColours: false }).trim()).not.toBe('');
          expect(() => JSON.stringify(reply.json)).not.toThrow();
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each(
    COMMANDS.flatMap((word) => [word, word.slice(0, -1), `${word} `, `${word} "`, `${word} ?`, `/iran-talks ${word}`]),
  )('"%s" is answered or refused with a reason', (text) => {
    const { outcome, message } = app.respond(text, options({ freeText: 'refuse' }));
    expect(outcome).not.toBe('fault');
    expect(message.parts.length + message.footer.length).toBeGreaterThan(0);
  });

  test('no control character of the text reaches what is printed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { message } = app.respond(text, options());
        const printed = renderMessage(message, { width: 80, hasColours: false }).replaceAll('\n', '');
        expect(printed).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });

  test('the same text gets the same reply, also from an app made anew', () => {
    const again = createApp(corpus, { reader, onFault: () => undefined });
    fc.assert(
      fc.property(fc.oneof(commandText, fc.constantFrom('help', 'timeline', 'who said missiles')), (text) => {
        const reply = app.respond(text, options());
        expect(app.respond(text, options())).toEqual(reply);
        expect(again.respond(text, options())).toEqual(reply);
      }),
      { numRuns: 50 },
    );
  });

  test('an answer gives the request that asks for it again', () => {
    fc.assert(
      fc.property(commandText, (text) => {
        const { request, json } = app.respond(text, options());
        if (request !== null) expect(app.respond(request, options()).json).toEqual(json);
      }),
    );
  });
});

test('the mark-up of Slack and Discord changes nothing', () => {
  const wanted = app.respond('who said "no nuclear weapons" by Trump', options()).json;
  for (const text of [
    '<@U024BE7LH> who said *"no nuclear weapons"* by <https://example.org/t|Trump>',
    '<@!80351110224678912>, who said **"no nuclear weapons"** by __Trump__ :wave:',
    '&gt; who said `"no nuclear weapons"` by ||Trump||',
  ])
    expect(app.respond(text, options()).json).toEqual(wanted);
});

describe('a fault inside', () => {
  test('is turned into a private apology and given to onFault with the text', () => {
    const reported: unknown[] = [];
    const broken = createApp(corpus, { reader, onFault: (cause, text) => reported.push([cause, text]) });
    const cause = new Error('the index is damaged');
    Object.assign(broken.index, {
      searchStatements: () => {
        throw cause;
      },
    });
    const reply = broken.respond('who said missiles', options());
    expect(reply).toMatchObject({
      outcome: 'fault',
      request: null,
      message: { isPrivate: true },
      json: { error: { code: 'fault' } },
    });
    const text = renderMessage(reply.message, { width: 200, hasColours: false });
    expect(text).toContain('Something went wrong');
    expect(text).not.toContain(cause.message);
    expect(JSON.stringify(reply.json)).not.toContain(cause.message);
    expect(reported).toEqual([[cause, 'who said missiles']]);
  });

  test('does not keep the next request from its answer', () => {
    const broken = createApp(corpus, { reader, onFault: () => undefined });
    const whole = broken.index.searchStatements;
    Object.assign(broken.index, { searchStatements: undefined });
    expect(broken.respond('who said missiles', options()).outcome).toBe('fault');
    Object.assign(broken.index, { searchStatements: whole });
    expect(broken.respond('who said missiles', options()).outcome).toBe('answered');
  });

  test('a request that can’t be read is none', () => {
    faults.length = 0;
    const reply = app.respond('frobnicate', options({ freeText: 'refuse' }));
    expect(reply).toMatchObject({ outcome: 'unreadable', json: { error: { code: 'unknown-request' } }, request: null });
    expect(faults).toEqual([]);
  });
});
