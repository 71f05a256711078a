// Messages as members of a channel paste them: each quotation found, whatever its marks, with the verdict a careful reader would give.
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../../src/answers/answer.ts';
import { answerRequest } from '../../../src/answers/answerRequest.ts';
import { createAppOver } from '../../../src/app.ts';
import { asOneLine } from '../../../src/requests/pasted.ts';
import { formatRequest, parseRequest } from '../../../src/requests/request.ts';
import { pastedStory } from './pastedStory.ts';

function check(message: string): readonly CheckResult[] {
  const { body } = answerRequest(pastedStory, parseRequest(`check ${message}`));
  return body.kind === 'checks' ? body.checks : [];
}

/** "verbatim gazette#1 Teo Varga": the verdict, where it stands, to whom it is ascribed. */
function verdicts(message: string): string[] {
  return check(message).map(({ verdict, finding, claimed }) =>
    [verdict, finding?.passage.id ?? '-', ...(claimed ? [claimed.name] : [])].join(' '),
  );
}

const OPEN = 'The harbor will stay open, whatever the storm may bring';

describe('marks', () => {
  test.each([
    [`"${OPEN}."`],
    [`“${OPEN}.”`],
    [`«${OPEN}»`],
    [`» ${OPEN} «`],
    [`„${OPEN}.“`],
    [`„${OPEN}.”`],
    [`'${OPEN}.'`],
    [`‘${OPEN}.’`],
    [`\`\`${OPEN}''`],
    [`‹${OPEN}›`],
    [`「${OPEN}」`],
    [OPEN],
    [OPEN.toUpperCase()],
    ['"The harbor 🚢 will stay open 🎉"'],
    [`“${OPEN}” 😂😂 is that real??`],
    ['hey @channel "the harbor will stay open", is that so?'],
  ])('%s', (message) => {
    expect(verdicts(message)).toEqual(['verbatim gazette#1']);
  });

  test.each([
    ['“Kelluth has built a ‘wall of distrust’ and that the council would not sell”'],
    ['“Kelluth has built a "wall of distrust" and that the council would not sell”'],
    ['"Kelluth has built a “wall of distrust” and that the council would not sell"'],
    ['\'Kelluth has built a "wall of distrust" and that the council would not sell.\''],
  ])('a pair within a pair belongs to the outer one: %s', (message) => {
    expect(verdicts(message)).toEqual(['paraphrase gazette#2']);
  });

  test.each([
    ['Varga said "the harbor will stay open'],
    ['The harbor will stay open" - Varga'],
    ['Varga said ‘the harbor will stay open’'],
    ["did varga really say 'the harbor will stay open'?"],
  ])('a mark that has lost its other half, single marks: %s', (message) => {
    expect(verdicts(message)).toEqual(['verbatim gazette#1 Teo Varga']);
    expect(check(message)[0]?.quotation).toMatch(/^[Tt]he harbor will stay open$/u);
  });

  test('an apostrophe is none', () => {
    expect(verdicts('"It\'s the crews who pay"')).toEqual(['verbatim gazette#3']);
    expect(verdicts('the crews\' boss said "It’s the crews who pay"')).toHaveLength(1);
  });
});

describe('block quotes', () => {
  test.each([
    ['> The harbor will stay open, whatever the storm may bring.', 'verbatim gazette#1'],
    ['> The harbor will stay open,\n> whatever the storm may bring.\n— Varga', 'verbatim gazette#1 Teo Varga'],
    ['> “The harbor will stay open.”\nDid Dolen say that?', 'another-speaker gazette#1 Mara Dolen'],
    ['>>> The harbor will stay open,\nwhatever the storm may bring.', 'verbatim gazette#1'],
    ['Varga:\n> The harbor will stay open', 'verbatim gazette#1 Teo Varga'],
    ['Dolen yesterday:\n> The harbor will stay open\nunbelievable', 'another-speaker gazette#1 Mara Dolen'],
    ['&gt; The harbor will stay open', 'verbatim gazette#1'],
    ['> Varga said "the harbor will stay open"', 'verbatim gazette#1 Teo Varga'],
  ])('%s: %s', (message, verdict) => {
    expect(verdicts(message)).toEqual([verdict]);
  });
});

describe('what is left out or put in', () => {
  test.each([
    ['"The harbor … whatever the storm may bring"'],
    ['"The harbor... whatever the storm may bring"'],
    ['"The harbor [...] whatever the storm may bring"'],
    ['"The harbor […] whatever the storm may bring"'],
    ['"The harbor (...) whatever the storm may bring"'],
    ['"The harbor . . . whatever the storm may bring"'],
    ['"…whatever the storm may bring…"'],
    ['"[The harbor] will stay open"'],
    ['"[T]he harbor will stay open"'],
    ['"[t]he harbor will stay open"'],
    ['"The harbor will stay open[,] whatever the storm may bring"'],
    ['"[Orlan\'s] harbor will stay open"'],
    ['"The harbor [of Orlan] will stay open"'],
    ['"the harbor will stay[ed] open, whatever the storm may bring"'],
    ['"The harbor will stay open [sic]"'],
  ])('%s', (message) => {
    expect(verdicts(message)).toEqual(['verbatim gazette#1']);
  });
});

describe('lines', () => {
  test.each([
    ['"The harbor will stay open,\nwhatever the storm\nmay bring."', 'verbatim gazette#1'],
    ['"The harbor will stay open, what-\never the storm may bring."', 'verbatim gazette#1'],
    ['"Negoti-\nations with Kelluth are at a dead end"', 'verbatim post#1'],
    ['"the long-\nterm fees will not rise"', 'paraphrase gazette#1'],
    ['"the long-term fees will not rise"', 'paraphrase gazette#1'],
    ['Varga said yesterday\nin the old town: "The harbor will stay open"', 'verbatim gazette#1 Teo Varga'],
  ])('%s: %s', (message, verdict) => {
    expect(verdicts(message)).toEqual([verdict]);
  });
});

describe('several quotations', () => {
  test.each([
    [
      '- "The harbor will stay open" (Varga)\n- "wall of distrust" (Varga)\n- "no crane, no ferry and no lamp"',
      ['verbatim gazette#1 Teo Varga', 'another-speaker gazette#2 Teo Varga', 'verbatim post#1'],
    ],
    [
      'Varga:\n- "The harbor will stay open"\n- "We counted 13 broken cranes"\nDolen:\n- "wall of distrust"',
      ['verbatim gazette#1 Teo Varga', 'verbatim gazette#1 Teo Varga', 'verbatim gazette#2 Mara Dolen'],
    ],
    [
      '1. "The harbor will stay open" Varga\n2. "wall of distrust" Dolen',
      ['verbatim gazette#1 Teo Varga', 'verbatim gazette#2 Mara Dolen'],
    ],
    [
      'Varga: The harbor will stay open\nDolen: They will not wait for another one\nMoss: Negotiations with Kelluth are at a dead end',
      ['verbatim gazette#1 Teo Varga', 'verbatim gazette#4 Mara Dolen', 'verbatim post#1 Moss'],
    ],
    [
      'Varga said "the harbor will stay open" while Dolen said "they will not wait for another one".',
      ['verbatim gazette#1 Teo Varga', 'verbatim gazette#4 Mara Dolen'],
    ],
    [
      'Varga: "the harbor will stay open"; Dolen: "no crane, no ferry and no lamp"',
      ['verbatim gazette#1 Teo Varga', 'another-speaker post#1 Mara Dolen'],
    ],
    [
      'Varga ("the harbor will stay open") and Dolen ("wall of distrust") disagree',
      ['verbatim gazette#1 Teo Varga', 'verbatim gazette#2 Mara Dolen'],
    ],
    ['"the harbor will stay open" "they will not wait for another one"', ['verbatim gazette#1', 'verbatim gazette#4']],
    [
      'Varga said "the harbor will stay open", and Lena Moss said: "no crane, no ferry and no lamp"',
      ['verbatim gazette#1 Teo Varga', 'verbatim post#1 Lena Moss'],
    ],
  ])('%s', (message, expected) => {
    expect(verdicts(message)).toEqual(expected);
  });

  test.each([
    ['"the harbor," Varga said, "will stay open, whatever the storm may bring"', 'verbatim gazette#1 Teo Varga'],
    ['"The harbor", he said, "will stay open"', 'verbatim gazette#1'],
    ['"Our fishermen," said Dolen, "have waited for eleven winters"', 'verbatim gazette#4 Mara Dolen'],
  ])('interrupted, it is one: %s', (message, verdict) => {
    expect(verdicts(message)).toEqual([verdict]);
  });

  test.each([
    [
      'Did you see this?\n"The harbor will stay open" - Varga\nAnd then Moss said "no crane, no ferry and no lamp"!',
      ['verbatim gazette#1 Teo Varga', 'verbatim post#1 Moss'],
    ],
    [
      'who said what?\nVarga: "The harbor will stay open"\nDolen: "no crane, no ferry and no lamp"',
      ['verbatim gazette#1 Teo Varga', 'another-speaker post#1 Mara Dolen'],
    ],
    [
      'what Varga said:\n"The harbor will stay open"\nand Dolen\n"no crane, no ferry and no lamp"',
      ['verbatim gazette#1 Teo Varga', 'another-speaker post#1 Mara Dolen'],
    ],
    ['I want to know who said this:\n"The harbor will stay open"\n- Varga\nthanks', ['verbatim gazette#1 Teo Varga']],
    [
      'Varga: "The harbor will stay open".\nwho said "no crane, no ferry and no lamp"? thanks',
      ['verbatim gazette#1 Teo Varga', 'verbatim post#1'],
    ],
    ['whether this is right\n"The harbor will stay open" - Varga', ['verbatim gazette#1 Teo Varga']],
    [
      'Breaking\nVarga told sailors: "The harbor will stay open"\ntimeline fees\ncompare a and b',
      ['verbatim gazette#1 Teo Varga'],
    ],
  ])('of a message that looks like another request: %s', (message, expected) => {
    expect(verdicts(message)).toEqual(expected);
  });

  test('more than forty are counted, not looked at', () => {
    const message = Array.from({ length: 45 }, () => '"the harbor will stay open"').join(', ');
    const { notes } = answerRequest(pastedStory, parseRequest(`check ${message}`));
    expect(check(message)).toHaveLength(40);
    expect(notes).toContainEqual({ kind: 'not-checked', quotations: 5 });
  });
});

describe('without quotation marks', () => {
  test.each([
    ['I think the harbor will stay open lol', ['verbatim gazette#1']],
    ['Is it true that Varga said the harbor will stay open?', ['verbatim gazette#1 Teo Varga']],
    ['Did Dolen really say that the harbor will stay open?', ['another-speaker gazette#1 Mara Dolen']],
    ['lol', ['too-short -']],
    ['Nice weather in the old town today. I had a sandwich. See you at five!', ['not-found -']],
    [
      'Varga said the harbor will stay open, whatever the storm may bring. Then somebody asked about the fish market and nobody had an answer. Dolen said the council would not sell the northern quay.',
      ['verbatim gazette#1 Teo Varga', 'paraphrase gazette#2 Mara Dolen'],
    ],
  ])('%s', (message, expected) => {
    expect(verdicts(message)).toEqual(expected);
  });

  test('how many of its sentences were found is told', () => {
    const message =
      'I had a sandwich. The harbor will stay open, whatever the storm may bring. See you at five! They will not wait for another one.';
    const { notes } = answerRequest(pastedStory, parseRequest(`check ${message}`));
    expect(notes).toContainEqual({ kind: 'by-sentence', sentences: 4, found: 2 });
  });
});

describe('printed, but not together', () => {
  test.each([
    ['"They will not wait for another one. They want boats, nets and a council that keeps its word."'],
    ['"Our fishermen have waited for eleven winters. They will not wait for another one."'],
    ['"Our fishermen have waited … nets and a council that keeps its word"'],
  ])('one statement, interrupted or over two paragraphs: %s', (message) => {
    expect(check(message)).toMatchObject([{ finding: { passage: { id: 'gazette#4' } }, apart: [] }]);
  });

  test.each([
    ['"The harbor will stay open. They will not wait for another one."', ['gazette#1', 'gazette#4']],
    ['"We counted 13 broken cranes. Negotiations with Kelluth are at a dead end."', ['gazette#1', 'post#1']],
  ])('two statements put together are no quotation: %s', (message, apart) => {
    expect(check(message)).toMatchObject([{ verdict: 'altered', apart }]);
  });

  test('a sentence that nobody said is told from one that somebody did', () => {
    expect(check('"Our fishermen have waited for eleven winters. The moon is made of cheese."')).toMatchObject([
      {
        verdict: 'altered',
        differences: [
          { kind: 'same', words: 'Our fishermen have waited for eleven winters.' },
          { kind: 'given', words: 'The moon is made of cheese.' },
        ],
      },
    ]);
  });
});

describe('altered', () => {
  test.each([
    ['"The council would sell the northern quay"', 'not', null],
    ['"They will wait for another one"', 'not', null],
    ['"The harbor will not stay open, whatever the storm may bring"', null, 'not'],
  ])('a "not" left out or put in: %s', (message, negation, added) => {
    expect(check(message)).toMatchObject([{ verdict: 'altered', omission: { negation, added } }]);
  });

  test.each([
    ['"We counted 30 broken cranes"', ['30'], ['13']],
    ['"Our fishermen have waited for twelve winters"', ['twelve'], ['eleven']],
    ['"Its the crews who pay for every day of waiting"', ['Its'], ['It’s']],
    ['"the crews who pay for each day of waiting"', ['each'], ['every']],
  ])('another word: %s', (message, given, printed) => {
    const [result] = check(message);
    const words = (kind: string): string[] =>
      (result?.differences ?? []).filter((one) => one.kind === kind).map((one) => one.words);
    expect(result?.verdict).toBe('altered');
    expect([words('given'), words('printed')]).toEqual([given, printed]);
    expect(result?.omission).toBeNull();
  });
});

describe('ascribed', () => {
  test.each([
    ['Dolen\'s tweet: "the harbor will stay open"', 'another-speaker gazette#1 Mara Dolen'],
    ['In Varga’s own words: "the harbor will stay open"', 'verbatim gazette#1 Teo Varga'],
    ['"the harbor will stay open" ~ Dolen', 'another-speaker gazette#1 Mara Dolen'],
    ['"It’s the crews who pay for every day of waiting" said a port official', 'verbatim gazette#3 a port official'],
    ['Varga, speaking on Harbor Radio: "the harbor will stay open"', 'verbatim gazette#1 Teo Varga'],
    ['As Varga put it, "the harbor will stay open."', 'verbatim gazette#1 Teo Varga'],
    ['Varga — "the harbor will stay open"', 'verbatim gazette#1 Teo Varga'],
    [
      'Can someone verify this? Varga: "The harbor will stay open" https://example.org/a',
      'verbatim gazette#1 Teo Varga',
    ],
    ['“They will not wait for another one” (Varga, 12 Feb)', 'another-speaker gazette#4 Teo Varga'],
  ])('%s: %s', (message, verdict) => {
    expect(verdicts(message)).toEqual([verdict]);
  });

  test('an address is nobody', () => {
    expect(verdicts('https://example.org/varga-x "they will not wait for another one"')).toEqual([
      'verbatim gazette#4',
    ]);
  });

  test.each([
    ['Harbor Gazette: "The northern road was closed by the storm"', 'verbatim gazette#3 Harbor Gazette', true],
    ['"The northern road was closed by the storm" (Harbor Gazette)', 'verbatim gazette#3 Harbor Gazette', true],
    ['HG reports "the northern road was closed by the storm"', 'verbatim gazette#3 Harbor Gazette', true],
    ['according to the Gazette, "the harbor will stay open"', 'verbatim gazette#1 Harbor Gazette', true],
    ['Velmora Post says "the harbor will stay open"', 'verbatim gazette#1 Velmora Post', false],
    ['Velmora Post: "The northern road was closed by the storm"', 'not-a-statement gazette#3 Velmora Post', false],
    ['North Wire: "the harbor will stay open"', 'verbatim gazette#1 The North Wire', false],
  ])('to an outlet, which need not have said it: %s', (message, verdict, isClaimed) => {
    expect(verdicts(message)).toEqual([verdict]);
    expect(check(message)).toMatchObject([{ isClaimed }]);
  });
});

test('a message is the same request once it is written out', () => {
  for (const message of [
    '> We are ready.\n— Varga',
    '- "a b"\n- "c d"',
    'Varga: a b c\nDolen: d e f',
    '"what-\never"',
  ]) {
    const request = parseRequest(`check ${message}`);
    expect(parseRequest(formatRequest(request))).toEqual(request);
  }
});

describe('as one line', () => {
  test.each([
    ['> We are\n> ready.\n— Varga', '“We are ready.” — Varga'],
    ['no\nlines', 'no lines'],
    ['- one\n- two', 'one / two'],
    ['Varga:\n- "one"\n- "two"', 'Varga: "one" / "two"'],
    ['Varga: one two\nDolen: three four', 'Varga: “one two” / Dolen: “three four”'],
    ['Note: one two', 'Note: one two'],
    ['a > b\nc', 'a > b c'],
    ['>>> one\ntwo\n\nthree', '“one two three”'],
    ['one\n\ntwo', 'one / two'],
    ['"one\n\ntwo"', '"one two"'],
    ['„one“\n- two', '„one“ / two'],
    ['> what-\n> ever', '“what‐ever”'],
  ])('%s: %s', (message, line) => {
    expect(asOneLine(message)).toBe(line);
  });
});

test.each([
  ['check > The harbor will stay open,\n> whatever the storm may bring.\n— Varga'],
  ['<@U024BE7LH> check\n> The harbor will stay open, whatever the storm may bring.\n- Varga'],
  ['hey bot, could you check this?\n&gt; *The harbor* will stay open, whatever the storm may bring.\n— Varga'],
  ['check _Varga_: “The harbor will stay open, whatever the storm may bring.” :fire:'],
])('with the mark-up of a platform: %s', (text) => {
  const app = createAppOver(pastedStory, (cause) => {
    throw cause;
  });
  const { json } = app.respond(text, { freeText: 'ask', page: 1, perPage: 10 });
  expect(json['checks']).toMatchObject([{ verdict: 'verbatim', claimed: 'Teo Varga', passageId: 'gazette#1' }]);
});

test('10,000 characters of any kind have an answer', () => {
  const messages = [
    'and the ',
    '"a b c d e" ',
    'Varga: ',
    'Varga said ',
    '… the ',
    '[x] ',
    '> a\n',
    '“',
    '- a: b c\n',
    "'a ",
    'a-\nb ',
  ];
  for (const part of messages) {
    const message = part.repeat(Math.ceil(10_000 / part.length));
    expect(check(message).length).toBeGreaterThan(0);
    expect(check(`"${message}"`).length).toBeGreaterThan(0);
  }
});
