// A curator's corrections over what was read: each names its statement by printed words.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctStatements } from '../../src/attribution/correct.ts';
import { extractStatements } from '../../src/attribution/extract.ts';
import { createGazetteer } from '../../src/attribution/speakers.ts';
import { splitPassages } from '../../src/corpus/passages.ts';
import { type Correction, type Passage, type Statement, wordsOf } from '../../src/domain.ts';
import { reader } from '../reader.ts';
import { INVENTED } from './readText.ts';

const gazetteer = createGazetteer(INVENTED);
const publishedOn = '2026-02-12';
const ID = 'teo-varga';

function correction(parts: Partial<Correction> & Pick<Correction, 'words'>): Correction {
  return { passage: '1', speaker: null, saidOn: null, content: null, by: null, on: null, reason: null, ...parts };
}

function read(body: string, language = 'en'): { passages: Passage[]; statements: Statement[] } {
  const passages = splitPassages({ id: 'a', body, captions: ['A ferry, “old as the hills”, at the pier.'] });
  return { passages, statements: extractStatements({ passages, publishedOn, language }, gazetteer, reader) };
}

function correctIn(body: string, ...corrections: Partial<Correction>[]) {
  const before = read(body);
  const given = corrections.map((one) => correction({ words: '', ...one }));
  const { statements, unused } = correctStatements({ ...before, publishedOn }, given, gazetteer);
  const content = (one: Statement | undefined): string[] =>
    (one?.content ?? []).map((span) => {
      const passage = before.passages.find(({ id }) => id === span.passageId);
      return passage ? wordsOf(passage, span) : '';
    });
  return { before: before.statements, statements, unused, content, passages: before.passages };
}

const BODY = 'Dolen said the ferry will stop in May. Varga said the harbor will open in June.';

describe('a correction', () => {
  test('gives a statement another speaker and leaves every other one as it was', () => {
    const reason = 'the minutes name him';
    const { before, statements, unused } = correctIn(BODY, { words: 'ferry will stop', speaker: { id: ID }, reason });
    expect(unused).toEqual([]);
    expect(statements[0]).toEqual({
      ...before[0],
      speaker: {
        speakerId: ID,
        name: 'Teo Varga',
        isNamed: true,
        resolvedBy: 'curator',
        antecedent: null,
        reason: null,
      },
      corrected: { speaker: true, saidOn: false, content: false, reason },
    });
    expect(statements[1]).toBe(before[1]);
  });

  test('gives it a name that nobody is listed under, or that of the one who is', () => {
    const given = correctIn(
      BODY,
      { words: 'ferry', speaker: { name: 'Ana Pell' } },
      { words: 'harbor', speaker: { name: 'Mara Dolen' } },
    );
    expect(given.statements.map(({ speaker }) => [speaker.speakerId, speaker.name])).toEqual([
      [null, 'Ana Pell'],
      ['mara-dolen', 'Mara Dolen'],
    ]);
  });

  test('sets a day without words of the article', () => {
    const day = { from: '2026-02-10', to: '2026-02-10' };
    const { statements } = correctIn(BODY, { words: 'harbor', saidOn: day });
    expect(statements[1]).toMatchObject({
      saidOn: { ...day, certain: true, words: null },
      corrected: { saidOn: true },
    });
  });

  test('sets the whole content, also over several paragraphs, and how it was said', () => {
    const body = 'Dolen said that "ships wait" in the bay.\n\nTugs are "late".';
    const { statements, content } = correctIn(body, {
      words: 'ships wait',
      content: '"ships wait"\n\nTugs are "late"',
    });
    expect(content(statements[0])).toEqual(['"ships wait"', 'Tugs are "late"']);
    expect(statements[0]).toMatchObject({ id: 'a#1.1', kind: 'mixed' });
    expect(correctIn(body, { words: 'ships wait', content: '"ships wait"' }).statements[0]?.kind).toBe('direct');
  });

  test('takes a statement away, and no id of another one changes', () => {
    const { statements, before } = correctIn(BODY, { words: 'ferry', speaker: 'none' });
    expect(statements.map(({ id }) => id)).toEqual([before[1]?.id]);
  });

  test('of what carries another statement renames the chain, and takes only itself away', () => {
    const body = 'The Harbor Gazette, citing two officials, reported that the ferry will stop in May.';
    const { before } = correctIn(body);
    expect(before).toHaveLength(2);
    const named = correctIn(body, { words: 'ferry will stop', speaker: { name: 'Canal Post' } }).statements;
    expect(named[1]?.via.map(({ name }) => name)).toEqual(['Canal Post']);
    const alone = correctIn(body, { words: 'ferry will stop', speaker: 'none' }).statements;
    expect(alone.map(({ carriedBy, via }) => [carriedBy, via])).toEqual([[null, []]]);
  });

  test('makes a statement where none was read, in the order of the text, behind the last id', () => {
    const body = `${BODY} Rain fell.`;
    const { statements, content, before } = correctIn(
      body,
      { words: 'ferry', speaker: 'none' },
      { words: 'Rain fell', speaker: { name: 'Ana Pell' } },
    );
    const made = statements.find(({ rule }) => rule === 'curator');
    expect(made).toMatchObject({
      source: null,
      kind: 'indirect',
      speaker: { name: 'Ana Pell', resolvedBy: 'curator' },
    });
    expect(made?.id).toBe(`a#1.${before.length + 1}`);
    expect(content(made)).toEqual(['Rain fell']);
    const caption = correctIn(BODY, { passage: 'c1', words: 'old as the hills', speaker: { id: ID } }).statements;
    expect(caption.at(-1)).toMatchObject({ id: 'a#c1.1', passageId: 'a#c1', kind: 'direct' });
  });

  test('finds the word that attributes beside what it makes', () => {
    const { passages } = read(BODY);
    const { statements } = correctStatements(
      { passages, statements: [], publishedOn },
      [correction({ words: 'the harbor will open', speaker: { id: ID } })],
      gazetteer,
    );
    expect(statements[0]?.cue).toMatchObject({ sense: 'said', start: BODY.lastIndexOf('said') });
  });

  test('moves along with its paragraph, and with none where several have its words', () => {
    const moved = correctIn(`Rain fell.\n\n${BODY}`, { words: 'ferry will stop', speaker: { id: ID } });
    expect([moved.unused, moved.statements[0]?.speaker.speakerId]).toEqual([[], ID]);
    const many = correctIn(`Rain fell.\n\n${BODY}\n\n${BODY}`, { words: 'ferry will stop', speaker: { id: ID } });
    expect(many.unused).toMatchObject([{ articleId: 'a', position: 0, field: 'words' }]);
    expect(many.statements).toEqual(many.before);
  });

  test.each<[string, Partial<Correction>, string]>([
    ['words that are printed nowhere', { words: 'the ferry will go', speaker: { id: ID } }, 'words'],
    ['words whose typographic marks are others', { words: '“ferry”', speaker: { id: ID } }, 'words'],
    ['content that is not printed there', { words: 'ferry', content: 'the ferry will go' }, 'content'],
    ['a speaker who is listed no more', { words: 'ferry', speaker: { id: 'nobody-here' } }, 'speaker'],
    ['a day of what nobody said', { words: 'Dolen', saidOn: { from: '2026-02-10', to: '2026-02-10' } }, 'words'],
  ])('with %s is told and changes nothing', (_, given, field) => {
    const { statements, before, unused } = correctIn(BODY, given);
    expect(unused.map((one) => one.field)).toEqual([field]);
    expect(statements).toEqual(before);
  });
});

test('whatever is corrected, ids stay unique, what was read keeps its own, and every span lies in its passage', () => {
  const body = `${BODY}\n\n"Ships wait," Dolen said. He added that tugs wait, too.\n\nRain fell.`;
  const { passages } = read(body);
  const paragraphs = passages.filter(({ kind }) => kind === 'paragraph');
  const anything = fc.record({
    at: fc.nat(paragraphs.length - 1),
    from: fc.double({ min: 0, max: 0.99, noNaN: true }),
    length: fc.integer({ min: 1, max: 40 }),
    whose: fc.constantFrom<Correction['speaker']>({ id: ID }, { name: 'Ana Pell' }, 'none', null),
    hasContent: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 6 }), (list) => {
      const given = list.map(({ at, from, length, whose, hasContent }) => {
        const text = paragraphs[at]?.text ?? '';
        const words = text.slice(Math.floor(from * text.length)).slice(0, length);
        const content = hasContent && words.trim() !== '' ? words.trim() : null;
        return correction({
          passage: String(at + 1),
          words,
          speaker: whose,
          content: whose === 'none' ? null : content,
        });
      });
      const before = read(body).statements;
      const { statements } = correctStatements({ passages, statements: before, publishedOn }, given, gazetteer);
      const ids = statements.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { id, cue, content, rule } of statements) {
        if (rule !== 'curator') expect(before.find((one) => one.id === id)?.cue).toEqual(cue);
        for (const span of [cue, ...content]) {
          const passage = passages.find((one) => one.id === span.passageId);
          expect(passage && wordsOf(passage, span)).toBeTruthy();
        }
      }
    }),
    { numRuns: 40 },
  );
});
