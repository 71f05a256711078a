import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type App, type Context, createApp, type Reply, type RespondOptions } from '../src/app.ts';
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
        const { context, json } = app.respond(text, options());
        if (context !== null) expect(app.respond(context.request, options()).json).toEqual(json);
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

describe('a conversation', () => {
  /** Requests and pages as they were read, one for each text; null where it could not be. */
  const talk = (texts: readonly string[], perPage = 10): (string | null)[] => {
    let context: Context | null = null;
    return texts.map((text) => {
      const reply: Reply = app.respond(text, options({ context, perPage }));
      // As a store would keep it.
      context = JSON.parse(JSON.stringify(reply.context));
      return reply.outcome === 'answered' && context ? `${context.request} ${context.page}` : null;
    });
  };

  test('keeps speaker, topic and limits from text to text', () => {
    expect(
      talk(['who said missiles', 'and Araghchi?', 'since Monday', 'when?', 'and the carrier?', 'and Trump?']),
    ).toEqual([
      'who said missiles 1',
      'who said missiles by Araghchi 1',
      'who said missiles by Araghchi since Monday 1',
      'when: who said missiles by Araghchi since Monday 1',
      'who said the carrier by Araghchi since Monday 1',
      'who said the carrier by Trump since Monday 1',
    ]);
  });

  test('"more" is the next page of the last answer, and every new answer begins with its first', () => {
    expect(talk(['timeline', 'more', 'more', 'and Iran?', 'more', 'speakers', 'more'], 2)).toEqual([
      'timeline 1',
      'timeline 2',
      'timeline 3',
      'timeline by Iran 1',
      'timeline by Iran 2',
      'speakers 1',
      'speakers 2',
    ]);
  });

  test('shows on the next page what follows the first', () => {
    const first = app.respond('timeline', options({ perPage: 3 }));
    const next = app.respond('more', options({ perPage: 3, context: first.context }));
    expect(next.message).toEqual(app.respond('timeline', options({ perPage: 3, page: 2 })).message);
  });

  test('stays where it was when a text can’t be read', () => {
    expect(talk(['who said missiles', 'speaker', 'and Trump?', 'thanks!', 'when?'])).toEqual([
      'who said missiles 1',
      null,
      'who said missiles by Trump 1',
      null,
      'when: who said missiles by Trump 1',
    ]);
  });

  test('"who?" can be read behind a request', () => {
    expect(talk(['check "no nuclear weapons"', 'who?'])).toEqual([
      'check "no nuclear weapons" 1',
      'who said "no nuclear weapons" 1',
    ]);
  });

  test('"compare with" somebody can be read behind a request', () => {
    expect(talk(['compare with Iran', 'what did Trump say about missiles', 'compare with Iran'])).toEqual([
      null,
      'ask what did Trump say about missiles 1',
      'compare Trump and Iran on missiles 1',
    ]);
  });

  test('a complete request starts anew', () => {
    expect(talk(['who said missiles by Trump', 'when were the talks in Muscat?', 'more'])).toEqual([
      'who said missiles by Trump 1',
      'ask when were the talks in Muscat? 1',
      'ask when were the talks in Muscat? 2',
    ]);
  });

  test('what is typed with "ask" stands for itself', () => {
    expect(talk(['who said missiles', 'ask when?', 'who said missiles', 'ask Trump?'])).toEqual([
      'who said missiles 1',
      'ask when? 1',
      'who said missiles 1',
      'ask Trump? 1',
    ]);
  });

  test('has no more before there is an answer', () => {
    const { outcome, json, context } = app.respond('more', options());
    expect([outcome, context]).toEqual(['unreadable', null]);
    expect(json).toMatchObject({ error: { code: 'nothing-yet' } });
  });

  test.each(['when?', 'Where', 'why?', 'to whom?', 'who else?', 'what else did she say'])(
    'has nothing that %s goes on from before there is an answer',
    (text) => {
      const { outcome, json, context } = app.respond(text, options());
      expect([outcome, context]).toEqual(['unreadable', null]);
      expect(json).toMatchObject({ error: { code: 'nothing-yet', message: expect.stringContaining(text) } });
    },
  );

  test('what else somebody said is nothing that was shown', () => {
    const idsOf = (json: Readonly<Record<string, unknown>>): string[] =>
      (json['findings'] as { statement: { id: string } | null; near: boolean }[]).flatMap(({ statement, near }) =>
        statement && !near ? [statement.id] : [],
      );
    const first = app.respond('what did Trump say about missiles', options());
    const { json } = app.respond('what else did he say?', options({ context: first.context }));
    const shown = idsOf(first.json);
    expect(shown.length).toBeGreaterThan(0);
    expect(idsOf(json).length).toBeGreaterThan(0);
    expect(idsOf(json).filter((id) => shown.includes(id))).toEqual([]);
  });

  test('what else somebody said is on the next page where all was asked for', () => {
    expect(talk(['speaker Trump', 'what else did he say?', 'more'])).toEqual([
      'speaker Trump 1',
      'speaker Trump 2',
      'speaker Trump 3',
    ]);
  });

  test.each(['source 4', 'speakers', 'sources', 'check "no nuclear weapons"'])('%s has no more', (text) => {
    const { context } = app.respond(text, options());
    const { message } = app.respond('more', options({ context }));
    expect(message).toMatchObject({
      parts: [],
      footer: expect.arrayContaining(['Nothing more: all of it was shown.']),
    });
  });

  test('a context that this version can’t read is left aside', () => {
    for (const request of ['', 'frobnicate', 'who said', 'digest on 09:00']) {
      const context = { request, page: 3 };
      expect(app.respond('speakers', options({ context })).context).toEqual({ request: 'speakers', page: 1 });
    }
  });

  test('how a follow-up was read is shown, also where nothing is found', () => {
    const { context } = app.respond('who said carrier', options());
    const { message } = app.respond('and Netanyahu?', options({ context }));
    const shown = renderMessage(message, { width: 80, hasColours: false });
    expect(shown).toContain('who said carrier by Netanyahu');
    expect(shown).toContain('Read as: Benjamin Netanyahu · carrier');
    expect(shown).toContain('Not by Benjamin Netanyahu.');
  });

  test('whatever is said in it, each text has an answer or a reason', () => {
    const word = fc.constantFrom(
      ...[
        'and',
        'when?',
        'about',
        'Trump',
        'missiles',
        'who else?',
        'since Monday',
        'more',
        'what about',
        'he',
        'in CGTN',
      ],
      ...['direct only', 'who said', 'compare', 'Iran', 'the same for', '"', 'why?', 'what did he say', 'except', '?'],
    );
    const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(fc.oneof(text, anyText), { maxLength: 6 }), (texts) => {
        faults.length = 0;
        talk(texts);
        expect(faults).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
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
      context: null,
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
    expect(reply).toMatchObject({ outcome: 'unreadable', json: { error: { code: 'unknown-request' } }, context: null });
    expect(faults).toEqual([]);
  });
});
