// `check`: were these words printed, and as whose? On invented articles.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../../src/answers/answer.ts';
import { answerCheck } from '../../../src/answers/check/check.ts';
import { article, shippedApp, storyOf } from '../../storyOf.ts';

const index = storyOf([
  'Varga said Monday: "The harbor will stay open, whatever the storm may bring." Dolen said the fees are too high.',
  'The northern road was closed by the storm for three days.',
]);

function check(text: string): readonly CheckResult[] {
  const { body } = answerCheck(index, text);
  return body.kind === 'checks' ? body.checks : [];
}

describe('verdict', () => {
  test.each([
    ['"The harbor will stay open"', 'verbatim'],
    ['the HARBOR will stay open', 'verbatim'],
    ['“The harbor will stay open,”', 'verbatim'],
    ['"The harbor … whatever the storm may bring"', 'verbatim'],
    ['"The harbor [of Orlan] will stay open"', 'verbatim'],
    ['Varga said "the harbor will stay open"', 'verbatim'],
    ['Orlan: "the harbor will stay open"', 'verbatim'],
    ['Dolen said "the harbor will stay open"', 'another-speaker'],
    ['"The harbor will stay shut, whatever the storm may bring"', 'altered'],
    ['"The northern road was closed"', 'not-a-statement'],
    ['"Nobody shall pass these gates again"', 'not-found'],
    ['"…"', 'not-found'],
  ])('%s: %s', (text, verdict) => {
    expect(check(text).map((result) => result.verdict)).toEqual([verdict]);
  });
});

test('parts on both sides of an ellipsis must stand in the order given', () => {
  expect(check('"whatever the storm may bring … The harbor will stay open"')[0]?.verdict).not.toBe('verbatim');
});

test('differences are told word by word, in the words of each side', () => {
  expect(check('"The harbor will stay shut, whatever the storm brings"')[0]?.differences).toEqual([
    { kind: 'same', words: 'The harbor will stay' },
    { kind: 'given', words: 'shut' },
    { kind: 'printed', words: 'open' },
    { kind: 'same', words: 'whatever the storm' },
    { kind: 'given', words: 'brings' },
    { kind: 'printed', words: 'may' },
  ]);
});

test('a whole pasted message is looked at, quotation by quotation', () => {
  const results = check('I read "the harbor will stay open" and then "the fees are too high", and "we lost it all".');
  expect(results.map(({ verdict }) => verdict)).toEqual(['verbatim', 'paraphrase', 'not-found']);
});

test('an altered quotation also tells when it is ascribed to somebody else', () => {
  expect(check('Dolen said "the harbor will stay shut, whatever the storm may bring"')[0]).toMatchObject({
    verdict: 'altered',
    isClaimed: false,
    claimed: { name: 'Mara Dolen', speaker: { id: 'mara-dolen' } },
  });
});

describe('to whom words are ascribed', () => {
  const verdictAndClaim = (text: string): (string | null)[] =>
    check(text).flatMap(({ verdict, claimed }) => [verdict, claimed?.name ?? null]);

  test.each([
    ['Lena Oster said "the harbor will stay open"', 'Lena Oster'],
    ['Oster: "the harbor will stay open"', 'Oster'],
    ['oster says: "the harbor will stay open"', 'oster'],
    ['I read that Oster said "the harbor will stay open"', 'Oster'],
    ['According to Oster, "the harbor will stay open"', 'Oster'],
    ['Lena Oster, the harbor minister, told reporters on Monday: "the harbor will stay open"', 'Lena Oster'],
    ['"the harbor will stay open" — Oster', 'Oster'],
    ['"the harbor will stay open" - Oster, 2026', 'Oster'],
    ['"the harbor will stay open" by Oster', 'Oster'],
    ['"The harbor will stay open," Oster added.', 'Oster'],
    ['"The harbor will stay open," said Oster on Monday', 'Oster'],
    ['Oster "the harbor will stay open"', 'Oster'],
    ['Oster said the harbor will stay open', 'Oster'],
    ['"Oster said the harbor will stay open"', 'Oster'],
    ['Oster: the harbor will stay open', 'Oster'],
    ['the harbor will stay open - Oster', 'Oster'],
    ['Orlan officials said "the harbor will stay open"', 'Orlan officials'],
    ['Did Oster say "the harbor will stay open"?', 'Oster'],
    ['Has Oster said "the harbor will stay open"?', 'Oster'],
    ['Post: Oster said "the harbor will stay open"', 'Oster'],
    ['Tweet from Oster: "the harbor will stay open"', 'Oster'],
    ['"the harbor will stay open" was said by Oster', 'Oster'],
    ['Lena Oster thundered: "the harbor will stay open"', 'Lena Oster'],
    ['"the harbor will stay open", fumed Lena Oster on Monday', 'Lena Oster'],
    ['Mara Dolen warned: "the harbor will stay open"', 'Mara Dolen'],
    ['Dolen bellowed that "the harbor will stay open"', 'Mara Dolen'],
    ['"the harbor will stay open", per Dolen', 'Mara Dolen'],
    ['"the harbor will stay open" from Dolen', 'Mara Dolen'],
    ['"the harbor will stay open" is what Dolen called it', 'Mara Dolen'],
    ['Dolen\'s words: "the harbor will stay open"', 'Mara Dolen'],
    ['Dolen’s own words, "the harbor will stay open"', 'Mara Dolen'],
    ['In the words of Dolen, "the harbor will stay open"', 'Mara Dolen'],
    ['Dolen (Orlan): "the harbor will stay open"', 'Mara Dolen'],
    ['Breaking: Dolen hit back at Varga: "the harbor will stay open"', 'Mara Dolen'],
    ['Dolen accused Varga of "the harbor will stay open"', 'Mara Dolen'],
    ['After talks with Varga, Dolen thundered: "the harbor will stay open"', 'Mara Dolen'],
    ['Dolen bellowed that the harbor will stay open', 'Mara Dolen'],
    ['Dolen quoted Lena Oster as saying "the harbor will stay open"', 'Lena Oster'],
    ['Varga, quoting Dolen: "the harbor will stay open"', 'Mara Dolen'],
    ['North Wire reports that Dolen called it "the harbor will stay open"', 'Mara Dolen'],
    ['Dolen was quoted as saying "the harbor will stay open"', 'Mara Dolen'],
    ['1/ Dolen said "the harbor will stay open"', 'Mara Dolen'],
    ['Dolen told the council on Friday that the harbor will stay open', 'Mara Dolen'],
    ['Dolen bellowed the harbor will stay open', 'Mara Dolen'],
    ['the harbor will stay open, Dolen said', 'Mara Dolen'],
    ['the harbor will stay open (Dolen)', 'Mara Dolen'],
    ['the harbor will stay open, per Dolen', 'Mara Dolen'],
    ['According to Dolen, the harbor will stay open', 'Mara Dolen'],
  ])('%s: not Varga, who said it', (text, name) => {
    expect(verdictAndClaim(text)).toEqual(['another-speaker', name]);
  });

  test.each([
    'he said "the harbor will stay open"',
    'Somebody said "the harbor will stay open"',
    'Is this true: "the harbor will stay open"',
    'Quote: "the harbor will stay open"',
    '"the harbor will stay open", is that so?',
    'she warned: "the harbor will stay open"',
    'Dolen met Varga. He thundered: "the harbor will stay open"',
    'who said "the harbor will stay open"?',
    'Dolen didn’t say "the harbor will stay open"',
    'The Harbor Committee heard "the harbor will stay open"',
    'Talks collapsed: "the harbor will stay open"',
    'News: "the harbor will stay open"',
    'My friend shared "the harbor will stay open"',
  ])('%s: nobody', (text) => {
    expect(verdictAndClaim(text)).toEqual(['verbatim', null]);
  });

  test.each(['The president said "the harbor will stay open"', 'Orlan’s president: "the harbor will stay open"'])(
    '%s: whoever holds the office',
    (text) => {
      expect(check(text)).toMatchObject([{ verdict: 'verbatim', isClaimed: true }]);
    },
  );

  test('"he said" in front of words without quotation marks is no part of them', () => {
    expect(check('He said the harbor will stay open')).toMatchObject([{ verdict: 'verbatim', claimed: null }]);
  });

  test.each([
    ['Varga replied to Dolen: "the harbor will stay open"'],
    ['Varga hit back at Dolen: "the harbor will stay open"'],
    ['"the harbor will stay open", Varga told Dolen'],
    ['Varga: "the harbor will stay open" (to Dolen)'],
  ])('%s: the subject, not whom it is said to', (text) => {
    expect(verdictAndClaim(text)).toEqual(['verbatim', 'Teo Varga']);
  });

  test.each([
    ['Varga said "the harbor will stay open". He added "the storm may bring"', ['Teo Varga', 'Teo Varga']],
    ['Dolen said "the harbor will stay open". He added "the storm may bring"', ['Mara Dolen', undefined]],
  ])('%s: "he" goes on only where it fits', (text, names) => {
    expect(check(text).map(({ claimed }) => claimed?.name)).toEqual(names);
  });

  test('each quotation of a message has its own', () => {
    const results = check('Dolen said "the harbor will stay open", Varga said "the harbor will stay open"');
    expect(results.map(({ verdict }) => verdict)).toEqual(['another-speaker', 'verbatim']);
  });

  test('one name counts for quotations that only "and" joins', () => {
    const results = check('"the harbor will stay open" and "the storm may bring," Dolen said');
    expect(results.map(({ claimed }) => claimed?.name)).toEqual(['Mara Dolen', 'Mara Dolen']);
  });

  test('an unnamed source agrees when the article has all words of the claim', () => {
    const unnamed = storyOf(['Orlan and Velmora officials familiar with the fees said both ports remain closed.']);
    const verdicts = ['Velmora officials', 'officials', 'Ardenian officials'].map((name) => {
      const { body } = answerCheck(unnamed, `${name} said "both ports remain closed"`);
      return body.kind === 'checks' ? body.checks[0]?.verdict : null;
    });
    expect(verdicts).toEqual(['paraphrase', 'paraphrase', 'another-speaker']);
  });
});

describe('what is left out', () => {
  const told = storyOf(['"We are here," Varga said. "The harbor will not close. The fees, as ever, will not rise."']);
  const first = (text: string): CheckResult | undefined => {
    const { body } = answerCheck(told, text);
    return body.kind === 'checks' ? body.checks[0] : undefined;
  };

  test('is shown, and is no alteration as long as the sentence says the same', () => {
    expect(first('"The fees … will not rise"')).toMatchObject({
      verdict: 'verbatim',
      omission: null,
      differences: [
        { kind: 'same', words: 'The fees' },
        { kind: 'printed', words: 'as ever' },
        { kind: 'same', words: 'will not rise' },
      ],
    });
  });

  test('is an alteration when it is a negation', () => {
    expect(first('"The harbor will [...] close"')).toMatchObject({
      verdict: 'altered',
      omission: { negation: 'not', isAcrossSentences: false },
    });
  });

  test('is an alteration when it runs from one sentence into another', () => {
    expect(first('"The harbor will not … rise"')).toMatchObject({
      verdict: 'altered',
      omission: { negation: 'not', isAcrossSentences: true },
    });
  });

  test('nothing is left out between sentences that are quoted whole', () => {
    expect(first('"The harbor will not close. The fees, as ever"')).toMatchObject({
      verdict: 'verbatim',
      differences: [],
    });
  });
});

describe('words that were not read', () => {
  const unread = (text: string): readonly string[] =>
    answerCheck(index, text).notes.flatMap((note) => (note.kind === 'unread-words' ? note.words : []));

  test.each([
    ['Varga said on Monday in Velmora: "the harbor will stay open"', ['on Monday in Velmora']],
    ['"the harbor will stay open" in the North Wire since 2025', ['in the North Wire since 2025']],
    ['I think the harbor will stay open lol', ['I think', 'lol']],
    ['Varga, Monday: "the harbor will stay open" https://example.org/a', ['Monday']],
  ])('%s', (text, words) => {
    expect(unread(text)).toEqual(words);
  });

  test.each([
    ['"the harbor will stay open"'],
    ['Varga said "the harbor will stay open"'],
    ['"the harbor will stay open", per Varga'],
    ['"the harbor will stay open," said the Orlan president Varga'],
    ['Is it true that Varga said the harbor will stay open?'],
  ])('%s: none', (text) => {
    expect(unread(text)).toEqual([]);
  });
});

describe('too different to be the same', () => {
  const told = storyOf(['Varga told sailors the blockade was "an act of piracy" and "a wall of distrust."']);
  const first = (text: string): CheckResult | undefined => {
    const { body } = answerCheck(told, text);
    return body.kind === 'checks' ? body.checks[0] : undefined;
  };

  test.each(['"an act of war"', '"a wall of sound"'])('%s: only the nearest', (text) => {
    expect(first(text)).toMatchObject({ verdict: 'not-found', finding: null, nearest: { near: true } });
  });

  test.each(['"an act of pirracy"', '"an act of piracies"', '"a wall of trust"'])('%s: altered', (text) => {
    expect(first(text)).toMatchObject({ verdict: 'altered', nearest: null });
  });
});

describe('differences', () => {
  const words = [
    'the',
    'fleet',
    'will',
    'sail',
    'when',
    'the',
    'fleet',
    'must',
    'sail',
    'into',
    'the',
    'cold',
    'strait',
  ];
  const told = storyOf([`"${words.join(' ')}," Varga said.`]);
  const differencesOf = (text: string): CheckResult['differences'] => {
    const { body } = answerCheck(told, `"${text}"`);
    return body.kind === 'checks' ? (body.checks[0]?.differences ?? []) : [];
  };

  test('with what is the same they are the quotation, and a stretch of what is printed', () => {
    const edit = fc.record({
      at: fc.nat(words.length - 1),
      put: fc.constantFrom<readonly string[]>([], ['fleet'], ['the', 'the'], ['harbor'], ['will', 'not']),
      gone: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const given = edits.reduce<readonly string[]>(
          (list, { at, put, gone }) => [...list.slice(0, at), ...put, ...list.slice(at + gone)],
          words,
        );
        const differences = differencesOf(given.join(' '));
        if (differences.length === 0) return;
        const without = (kind: string): string =>
          differences.flatMap((one) => (one.kind === kind ? [] : [one.words])).join(' ');
        expect(without('printed')).toBe(given.join(' '));
        expect(` ${words.join(' ')} `).toContain(` ${without('given')} `);
      }),
    );
  });

  test.each([
    [
      'the fleet will sail … into the warm strait',
      [
        'the fleet will sail',
        'printed: when the fleet must sail',
        'into the',
        'given: warm',
        'printed: cold',
        'strait',
      ],
    ],
    [
      'the fleet will sail when the fleet [of Orlan] may sail',
      ['the fleet will sail when the fleet', 'printed: must', 'given: may', 'sail'],
    ],
    [
      'the fleet must sail when the fleet will sail',
      ['the fleet', 'given: must', 'printed: will', 'sail when the fleet', 'given: will', 'printed: must', 'sail'],
    ],
  ])('%s', (text, runs) => {
    expect(differencesOf(text).map(({ kind, words: run }) => (kind === 'same' ? run : `${kind}: ${run}`))).toEqual(
      runs,
    );
  });
});

describe('quotation marks of the outlet', () => {
  const told = storyOf(['Varga insisted the right of Orlan to open harbors is "beyond dispute."']);
  test.each([
    ['the right of Orlan to open harbors', 'paraphrase'],
    ['the right of Orlan to open harbors is beyond dispute', 'paraphrase'],
    ['"beyond dispute"', 'verbatim'],
  ])('%s: %s', (text, verdict) => {
    const { body } = answerCheck(told, text);
    expect(body.kind === 'checks' && body.checks.map((one) => one.verdict)).toEqual([verdict]);
  });
});

test('of several stretches the nearest is compared, not the one that begins first', async () => {
  const shipped = (await shippedApp()).index;
  const { body } = answerCheck(shipped, '"If it cannot we will have to see what the outcome is"');
  expect(body).toMatchObject({
    checks: [
      {
        verdict: 'altered',
        finding: { passage: { number: 2 } },
        differences: [
          { kind: 'same', words: 'If it cannot we will' },
          { kind: 'printed', words: 'just' },
          { kind: 'same', words: 'have to see what the outcome' },
          { kind: 'given', words: 'is' },
          { kind: 'printed', words: 'will' },
        ],
      },
    ],
  });
});

describe('too few words', () => {
  test.each(['"Varga"', '"the"', '"the harbor"', 'storm'])('%s: more are asked for', (text) => {
    expect(check(text)).toMatchObject([{ verdict: 'too-short', finding: null }]);
  });

  test('are enough where the whole printed quotation is that short', () => {
    const told = storyOf(['Varga insisted the harbor is "safe."']);
    const { body } = answerCheck(told, '"safe"');
    expect(body).toMatchObject({ checks: [{ verdict: 'verbatim' }] });
  });
});

describe('a name with a typing error', () => {
  const named = (text: string): unknown => answerCheck(index, text);

  test.each(['Vraga said "the harbor will stay open"', 'Teo Vargs: "the harbor will stay open"'])(
    '%s: is read, and that is told',
    (text) => {
      expect(named(text)).toMatchObject({
        body: { checks: [{ verdict: 'verbatim', claimed: { name: 'Teo Varga' } }] },
        notes: [{ kind: 'corrected', read: ['Teo Varga'] }],
      });
    },
  );

  test('of a name that is another one nothing is read', () => {
    expect(named('Vandermeer said "the harbor will stay open"')).toMatchObject({
      body: { checks: [{ verdict: 'another-speaker', claimed: { name: 'Vandermeer', speaker: null } }] },
      notes: [],
    });
  });
});

test('"he" of whom the article leaves open who is meant is nobody else', () => {
  const open = storyOf(['Varga met Halm Oster at the gate. He said the bridges would be painted green.']);
  const { body } = answerCheck(open, 'Varga said "the bridges would be painted green"');
  expect(body).toMatchObject({
    checks: [{ verdict: 'paraphrase', isClaimed: false, finding: { statement: { speaker: { name: 'He' } } } }],
  });
});

describe('printed by several outlets', () => {
  const body = '"The harbor will stay open, whatever the storm may bring," Varga said on Monday.';
  const told = storyOf([
    article({ id: 'late', outlet: 'Velmora Post', publishedOn: '2026-02-12', body }),
    article({ id: 'early', outlet: 'Harbor Gazette', publishedOn: '2026-02-10', body }),
    article({
      id: 'other',
      outlet: 'North Wire',
      publishedOn: '2026-02-12',
      body: 'Dolen said the harbor will stay open.',
    }),
  ]);
  const first = (text: string): CheckResult | undefined => {
    const { body: found } = answerCheck(told, text);
    return found.kind === 'checks' ? found.checks[0] : undefined;
  };

  test('is one finding, the earliest first, with the other place', () => {
    expect(first('"The harbor will stay open, whatever the storm may bring"')).toMatchObject({
      verdict: 'verbatim',
      finding: {
        article: { outlet: 'Harbor Gazette' },
        alsoIn: [{ finding: { article: { outlet: 'Velmora Post' } }, wording: [] }],
      },
    });
  });

  test('an outlet that was named stays first', () => {
    expect(first('Velmora Post: "The harbor will stay open, whatever the storm may bring"')).toMatchObject({
      isClaimed: true,
      finding: { article: { outlet: 'Velmora Post' } },
    });
  });

  test('what somebody else said in like words is another statement', () => {
    expect(first('Dolen said "the harbor will stay open"')).toMatchObject({
      finding: { article: { outlet: 'North Wire' }, alsoIn: [] },
    });
  });
});
