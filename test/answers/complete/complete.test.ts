// What is offered while somebody types: that each value does what it promises, that bounds hold, what is found by which letters.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../../src/answers/answer.ts';
import { answerRequest } from '../../../src/answers/answerRequest.ts';
import type { Choice, Completable, Room } from '../../../src/answers/complete/choices.ts';
import { createCompletions } from '../../../src/answers/complete/complete.ts';
import { type App, createAppOver } from '../../../src/app.ts';
import { isReadableDate } from '../../../src/requests/dateWords.ts';
import { parseRequest } from '../../../src/requests/request.ts';
import type { StoryIndex } from '../../../src/search/storyIndex.ts';
import { INVENTED, speaker } from '../../attribution/readText.ts';
import { createNews } from '../../bench/news/inventNews.ts';
import { app as shipped } from '../../messages/shipped.ts';
import { article, storyOf } from '../../storyOf.ts';

/** Discord's, 23 April 2025: https://discord.com/developers/docs/interactions/receiving-and-responding */
const ROOM: Room = { choices: 25, units: 100 };
const KINDS: readonly Completable[] = ['speaker', 'outlet', 'topic', 'words', 'quotation', 'passage', 'date'];

const fail = (cause: unknown): never => {
  throw cause;
};

/** Names, outlets and words that hold words of the grammar, or that requests read as something else. */
const awkward = storyOf(
  [
    article({
      id: 'a',
      outlet: 'Harbor on Sunday',
      body: [
        'Envoys about to leave said the ferry fees would rise on Tuesday.',
        'Mara Dolen said: "No talks by Friday, no fees until Monday." She added that the harbor would "stay open [for now]".',
        'Officials from Orlan and Hale familiar with the talks said the pier was closed by order of the council.',
        'Hale said nobody had paid the harbor since last year. Hale also said the pier was closed until 30 February.',
        'Dolen said the council would not "leave the old town hall" and that the mayor "will never" sell it.',
        'The U.S. envoy on trade said the "quick… deal" was near, and that the bridge would not be opened to lorries before the end of the long and difficult negotiations on ferry fees.',
      ].join('\n\n'),
    }),
    article({
      id: 'b',
      outlet: 'The Long and Winding Gazette of the Outer Harbor Towns',
      publishedOn: '2026-02-10',
      body: 'Dolen told reporters on Monday that "the harbor is: open" and that Orlan would\nrepair the northern pier \u{1F6A2} soon. The Gazette reported that nobody came. He said so.',
    }),
    article({
      id: 'c',
      outlet: 'Withdrawn Weekly',
      status: 'withdrawn',
      body: 'Dolen said the secret tunnel was dug.',
    }),
  ],
  {
    speakers: [
      ...INVENTED,
      speaker({
        id: 'reis',
        name: 'Reis and Hale on Ferries',
        kind: 'body',
        pronoun: 'it',
        aliases: ['the Reis panel'],
      }),
    ],
    terms: [{ words: ['ferry fees', 'tolls'] }],
  },
);
const invented = ((): StoryIndex => {
  const news = createNews(3);
  return storyOf(
    Array.from({ length: 12 }, (_, number) => news.article(number)),
    { speakers: news.speakers },
  );
})();
const APPS: readonly (readonly [string, App])[] = [
  ['the shipped corpus', shipped],
  ['awkward names', createAppOver(awkward, fail)],
  ['invented news', createAppOver(invented, fail)],
];

const labels = (choices: readonly Choice[]): string[] => choices.map(({ label }) => label);
const values = (choices: readonly Choice[]): string[] => choices.map(({ value }) => value);
const offered = (what: Completable, typed: string, app: App = shipped): readonly Choice[] =>
  app.complete(what, typed, ROOM);

/** How many findings there are that are no nearest ones. */
function matches({ index }: App, text: string): number {
  const request = parseRequest(text, 'refuse');
  return findingsOf(answerRequest(index, request)).filter(({ near }) => !near).length;
}

const LETTERS = ['', ...'abcdefghijklmnopqrstuvwxyz0123456789"“'];
const TYPED = [
  ...LETTERS,
  'th',
  'the',
  'no',
  'not',
  'fee',
  'fes',
  'dol',
  'har',
  'talk',
  'on',
  'by',
  '10',
  'feb',
  'last',
];

/** Requests that a value is put into, as they are typed; each has findings but those of `date`, of which one has. */
const REQUESTS: Readonly<Record<Completable, (value: string) => readonly string[]>> = {
  speaker: (value) => [`speaker ${value}`, `compare ${value} and Nobody`, `timeline by ${value}`],
  outlet: (value) => [`who said anything outlet:${value}`],
  topic: (value) => [`timeline ${value}`],
  words: (value) => [`who said "${value}"`, `who said ${value}`],
  quotation: (value) => [`check ${value}`],
  passage: (value) => [`source ${value}`],
  date: (value) => [`who said anything since ${value}`, `who said anything until ${value}`],
};

describe.each(APPS)('in %s every value that is offered', (_, app) => {
  test.each(KINDS)('for %s has an answer with findings', (what) => {
    const all = new Set(TYPED.flatMap((typed) => values(offered(what, typed, app))));
    expect(all.size).toBeGreaterThan(0);
    for (const value of all) {
      if (what === 'passage') {
        const { body } = answerRequest(app.index, parseRequest(`source ${value}`));
        expect(body.kind === 'passage' && body.view.passage.id).toBe(value);
        continue;
      }
      const counts = REQUESTS[what](value).map((text) => matches(app, text));
      if (what === 'date') expect(Math.max(...counts), value).toBeGreaterThan(0);
      else if (what === 'speaker') expect(Math.min(...counts.slice(0, 2)), value).toBeGreaterThan(0);
      else expect(Math.min(...counts), value).toBeGreaterThan(0);
    }
  });

  test('for speaker is read as the one name everywhere', () => {
    for (const value of values(offered('speaker', '', app))) {
      const name = value.replace(/^“(.*)”$/u, '$1');
      expect(parseRequest(`speaker ${value}`)).toEqual({ kind: 'speaker', name, about: null });
      expect(parseRequest(`who said x by ${value}`)).toMatchObject({ words: 'x', by: name });
      expect(parseRequest(`compare Orlan and ${value} on fees`)).toMatchObject({ a: 'Orlan', b: name, topic: 'fees' });
    }
  });

  test('for words is printed so', () => {
    for (const value of values(offered('words', '', app))) {
      const [first] = findingsOf(answerRequest(app.index, parseRequest(`who said "${value}"`)));
      expect(first?.passage.text.replace(/\s+/gu, ' ')).toContain(value);
    }
  });

  test('for quotation is verbatim', () => {
    for (const value of new Set(TYPED.flatMap((typed) => values(offered('quotation', typed, app))))) {
      expect(value).toMatch(/^"[^"]+"$/u);
      const { body } = answerRequest(app.index, parseRequest(`check ${value}`));
      expect(body.kind === 'checks' && body.checks.map(({ verdict }) => verdict), value).toEqual(['verbatim']);
    }
  });

  test('for date can be read, and its label says which day it is', () => {
    for (const { label, value } of TYPED.flatMap((typed) => offered('date', typed, app))) {
      expect(isReadableDate(value)).toBe(true);
      expect(label).toMatch(/\b\d{1,2} \p{Lu}\p{Ll}+ \d{4}\b/u);
    }
  });
});

describe('bounds', () => {
  const apps = APPS.map(([, app]) => app);
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(...TYPED),
    fc
      .array(fc.constantFrom('the', 'fees', 'harbor', 'no', 'mi', '"', '2026', '12', 'Feb', 'ago', '#', '🚢'), {
        maxLength: 20,
      })
      .map((list) => list.join(' ')),
    fc.integer({ min: 0xd7f0, max: 0xe010 }).map((code) => String.fromCharCode(code)),
  );
  const room = fc.record({ choices: fc.integer({ min: 0, max: 30 }), units: fc.integer({ min: 0, max: 120 }) });

  test('hold for any text: as many, as long, nothing empty, nothing twice, no half character, no fault', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...apps),
        fc.constantFrom(...KINDS),
        typed,
        room,
        (app, what, text, { choices, units }) => {
          const all = app.complete(what, text, { choices, units });
          expect(all.length).toBeLessThanOrEqual(choices);
          for (const { label, value } of all)
            for (const shown of [label, value]) {
              expect(shown.length).toBeLessThanOrEqual(units);
              expect(shown.trim()).not.toBe('');
              expect(shown).not.toMatch(/\p{Cs}/u);
            }
          expect(new Set(values(all)).size).toBe(all.length);
          expect(new Set(labels(all)).size).toBe(all.length);
        },
      ),
      { numRuns: 600 },
    );
  });

  test('a thousand letters complete nothing slowly', () => {
    for (const what of KINDS) expect(offered(what, 'fees '.repeat(100_000), APPS[1]?.[1])).toBeDefined();
  });

  test('a fault is reported, and nothing is offered', () => {
    const faults: unknown[] = [];
    const broken = createAppOver({ ...awkward, tokenize: () => fail(new Error('broken')) }, (cause) =>
      faults.push(cause),
    );
    expect(broken.complete('words', 'fees', ROOM)).toEqual([]);
    expect(faults).toEqual([new Error('broken')]);
  });

  test('an empty corpus offers nothing', () => {
    const app = createAppOver(storyOf([]), fail);
    for (const what of KINDS) for (const text of ['', 'a', '12', 'today']) expect(offered(what, text, app)).toEqual([]);
  });
});

describe('speaker', () => {
  test('everybody who says something, the most statements first, with office and number', () => {
    expect(labels(offered('speaker', '')).slice(0, 3)).toEqual([
      'Donald Trump, U.S. President · 5 statements',
      "Iran's government · 3 statements",
      'A senior U.S. official · 2 statements',
    ]);
  });

  test.each([
    ['t', 'Donald Trump'],
    ['trmp', 'Donald Trump'],
    ['Tr', 'Donald Trump'],
    ['foreign', 'Seyed Abbas Araghchi'],
    ['the foreign min', 'Seyed Abbas Araghchi'],
    ['foriegn minister', 'Seyed Abbas Araghchi'],
    ['araqc', 'Seyed Abbas Araghchi'],
    ['wsj', 'The Wall Street Journal'],
    ['the', 'The Wall Street Journal'],
    ['tehran', "Iran's government"],
    ['isra so', 'Israeli sources'],
  ])('"%s" offers first %s', (typed, name) => {
    expect(values(offered('speaker', typed))[0]).toBe(name);
  });

  test('nobody who is only mentioned, no "he", nobody of a withdrawn article', () => {
    expect(values(offered('speaker', ''))).not.toContain('Benjamin Netanyahu');
    expect(values(offered('speaker', '', APPS[1]?.[1]))).not.toContain('He');
    expect(values(offered('outlet', '', APPS[1]?.[1]))).not.toContain('Withdrawn Weekly');
    expect(values(offered('words', 'secret tunnel', APPS[1]?.[1]))).toEqual([]);
  });

  test('a name that a request would take apart is offered in quotation marks', () => {
    expect(values(offered('speaker', 'envoys', APPS[1]?.[1]))).toEqual(['“Envoys about to leave”']);
  });
});

describe('topic', () => {
  test.each([
    ['m', 'missile'],
    ['misiles', 'missile'],
    ['nuc', 'nuclear'],
    ['weap', 'nuclear weapons'],
    ['middle', 'Middle East'],
  ])('"%s" offers first %s', (typed, topic) => {
    expect(values(offered('topic', typed))[0]).toBe(topic);
  });

  test('nobody who speaks, no day, and a pair that stands for its words', () => {
    const all = LETTERS.flatMap((typed) => values(offered('topic', typed)));
    for (const other of ['Trump', 'Netanyahu', 'Wednesday', 'United', 'East']) expect(all).not.toContain(other);
    expect(all).toContain('United States');
  });

  test('words that mean the same are counted under the first of them and found by each', () => {
    expect(labels(offered('topic', 'tol', APPS[1]?.[1]))).toEqual(['ferry fees · 2 statements']);
  });
});

describe('words and quotation', () => {
  test('"no nuc" offers what begins so', () => {
    expect(offered('words', 'no nuc')[0]).toEqual({
      label: 'No nuclear weapons, no missiles — Donald Trump',
      value: 'No nuclear weapons, no missiles',
    });
    expect(offered('quotation', 'no nuc')).toEqual([
      { label: '“No nuclear weapons, no missiles” — Donald Trump', value: '"No nuclear weapons, no missiles"' },
    ]);
  });

  test('what was denied is never shown as what was claimed', () => {
    expect(labels(offered('words', 'pursuing'))).toEqual([
      "pursuing nuclear weapons — Iran's government (has long denied)",
    ]);
  });

  test('words left out are marked on the side where they stand', () => {
    expect(labels(offered('words', 'peaceful'))).toEqual([
      "its right to peaceful nuclear energy is… — Iran's government",
    ]);
    const [limits] = offered('words', 'militant');
    expect(limits?.label).toMatch(/^….*militant groups.* — Netanyahu's office$/u);
    expect(limits?.value).toMatch(/^[^…]*militant groups[^…]*$/u);
  });

  test('no words are offered without the "not" before them', () => {
    for (const what of ['words', 'quotation'] as const)
      expect(labels(offered(what, 'leave the', APPS[1]?.[1]))).toEqual([]);
    const all = ['lorries', 'difficult', 'negotiations'].flatMap((typed) =>
      labels(offered('words', typed, APPS[1]?.[1])),
    );
    for (const label of all) if (label.includes('opened to lorries')) expect(label).toContain('not be opened');
  });

  test('words that a request would read as a date, or refuse, are cut before it', () => {
    const [paid] = values(offered('words', 'nobody had paid', APPS[1]?.[1]));
    expect(paid).toMatch(/^nobody had paid the harbor\b/u);
    expect(paid).not.toContain('last year');
    expect(parseRequest(`who said ${paid}`, 'refuse')).toMatchObject({ words: paid, since: null });
  });

  test('what nobody put in quotation marks is no quotation', () => {
    expect(offered('quotation', 'skeptical')).toEqual([]);
    expect(offered('words', 'skeptical')).toHaveLength(1);
  });
});

describe('passage', () => {
  test.each([
    ['', '#1'],
    ['4', '#4'],
    ['¶ 9', '#9'],
    ['cgtn-2026-02-12-trump-netanyahu#7', '#7'],
    ['caption', '#c1'],
    ['pezeshkian', '#10'],
    ['hezbolah', '#3'],
    ['c1', '#c1'],
  ])('"%s" offers first …%s', (typed, place) => {
    expect(values(offered('passage', typed))[0]).toBe(`cgtn-2026-02-12-trump-netanyahu${place}`);
  });

  test('the label says place, outlet and title', () => {
    expect(labels(offered('passage', 'muscat'))).toEqual([
      '¶ 11 · CGTN · Trump tells Netanyahu he wants to continue negotiations with Iran',
    ]);
  });
});

describe('date', () => {
  test.each([
    ['', 'today · Thursday, 12 February 2026'],
    ['yes', 'yesterday · Wednesday, 11 February 2026'],
    ['last w', 'last week · 2 February 2026 to 8 February 2026'],
    ['2026-02-1', '12 February 2026 · Thursday'],
    ['10 f', '10 February 2026 · Tuesday'],
    ['feburary', '12 February 2026 · Thursday'],
    ['3', '3 days ago · Monday, 9 February 2026'],
    ['1 day', '1 day ago · Wednesday, 11 February 2026'],
    ['3 March 2025', '3 March 2025 · Monday'],
    ['tuesday', 'tuesday · 10 February 2026'],
  ])('"%s" offers first %s', (typed, label) => {
    expect(labels(offered('date', typed))[0]).toBe(label);
  });

  test.each(['2026-13-40', 'the war'])('"%s" is no date', (typed) => {
    expect(values(offered('date', typed))).not.toContain(typed);
  });
});

test('what is prepared in steps is what is made at once, also when somebody types in between', () => {
  const all = (completions: ReturnType<typeof createCompletions>): unknown =>
    KINDS.map((what) => ['', 'f', 'no'].map((typed) => completions.complete(what, typed, ROOM)));
  const [atOnce, inSteps, between] = [
    createCompletions(invented),
    createCompletions(invented),
    createCompletions(invented),
  ];
  let steps = 0;
  for (const _ of inSteps.prepare()) steps += 1;
  expect(steps).toBeGreaterThan(20);
  for (const _ of between.prepare()) between.complete('words', 'f', ROOM);
  expect(all(inSteps)).toEqual(all(atOnce));
  expect(all(between)).toEqual(all(atOnce));
});
