import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../src/answers/answer.ts';
import { answerRequest } from '../../src/answers/answerRequest.ts';
import { type Article, type Passage, type Statement, wordsOf } from '../../src/domain.ts';
import { composeAnswer } from '../../src/messages/compose.ts';
import { composeFinding, composeQuote, MAX_QUOTE_CHARS } from '../../src/messages/composeFinding.ts';
import type { FindingPart } from '../../src/messages/message.ts';
import { parseRequest } from '../../src/requests/request.ts';
import { storyOf } from '../storyOf.ts';
import { ALL, ARTICLE, app, ask, findingParts, quoteOf, REQUESTS, whoOf } from './shipped.ts';

function getPassage(id: string): { passage: Passage; article: Article } {
  const passage = app.index.findPassage(id);
  const article = passage && app.index.findArticle(passage.articleId);
  if (!passage || !article) throw new Error(`no passage ${id}`);
  return { passage, article };
}

/** "A senior U.S. official", also where "The official" points back to one. */
function isUnnamed({ speaker }: Statement): boolean {
  return !speaker.isNamed;
}

test('what was denied is said to be denied, in searches and in checks', () => {
  for (const text of ['who said pursuing nuclear weapons', 'check "pursuing nuclear weapons" by Tehran']) {
    const remarks = findingParts(ask(text)).flatMap((part) => part.remarks);
    expect(remarks).toContain('“has long denied”: this was denied, not affirmed.');
  }
});

describe('why a source is read so', () => {
  test.each([
    [
      'Lena Moss said ships wait.\n\n"Soon," she said.',
      '“she” refers to Lena Moss, the source of the statement before (in ¶ 1).',
      'Lena Moss',
    ],
    [
      'Lena Moss looked at the ships. "Soon," she said.',
      '“she” refers to Lena Moss, the only one named just before whom the word fits.',
      'Lena Moss',
    ],
    [
      'Foreign Minister Parviz Danesh met sailors.\n\n"Soon," the minister said.',
      '“the minister” refers to Parviz Danesh, the only one named before who is called so (in ¶ 1).',
      'Parviz Danesh',
    ],
    [
      'A port official said ships wait. The official said it rains.',
      '“The official” refers to “A port official”, the source of the statement before.',
      'A port official (not named)',
    ],
    ['"Soon," he said.', 'The article leaves open whom “he” means.', 'he (not named)'],
  ])('%s', (text, remark, who) => {
    const index = storyOf([text]);
    const statement = index.statements().at(-1);
    const finding = findingsOf(answerRequest(index, parseRequest('timeline'))).find(
      (one) => one.statement?.id === statement?.id,
    );
    if (!finding) throw new Error('no finding');
    const part = composeFinding(finding);
    expect(part.remarks).toContain(remark);
    expect(whoOf(part).split(' · ')[0]).toBe(who);
  });
});

describe('every answer', () => {
  test.each(REQUESTS)('%s: what is shown as printed stands in the passage, and the passage in the article', (text) => {
    for (const part of findingParts(ask(text))) {
      const { passage, article } = getPassage(part.citation.passageId);
      const source = passage.kind === 'caption' ? article.captions.join('\n') : article.body;
      expect(quoteOf(part)).not.toBe('');
      expect(passage.text).toContain(quoteOf(part));
      expect(source).toContain(passage.text);
    }
  });

  test.each(REQUESTS)('%s: every finding is cited in full', (text) => {
    for (const { citation } of findingParts(ask(text))) {
      const { passage, article } = getPassage(citation.passageId);
      expect(citation).toEqual({
        outlet: article.outlet,
        title: article.title,
        published: '12 Feb 2026',
        place: passage.kind === 'caption' ? `caption ${passage.number}` : `¶ ${passage.number}`,
        passageId: passage.id,
        url: article.url,
        status: 'usable',
      });
    }
  });

  test.each(REQUESTS.filter((text) => !/^source /u.test(text)))('%s: every finding says who, how and when', (text) => {
    const answer = answerRequest(app.index, parseRequest(text));
    const parts = findingParts(composeAnswer(answer, ALL));
    expect(parts).toHaveLength(findingsOf(answer).length);
    findingsOf(answer).forEach(({ statement, passage }, at) => {
      const who = whoOf(parts[at] as FindingPart).split(' · ');
      if (!statement) {
        expect(who).toEqual([expect.stringMatching(/CGTN, its own words$/u), 'nobody is named as saying it']);
        return;
      }
      expect(who[0]).toContain(statement.speaker.name);
      expect(who[0]?.includes('(not named)')).toBe(isUnnamed(statement));
      expect(who).toContain(wordsOf(passage, statement.cue));
      expect(who).toContain(statement.kind);
      const days = who.filter((fact) => /^day not stated$|^\w{3} \d+ Feb 2026(?: \(implied\))?$/u.test(fact));
      expect(days).toEqual([statement.saidOn ? expect.stringContaining('2026') : 'day not stated']);
      expect(days[0]?.includes('implied')).toBe(statement.saidOn?.certain === false);
    });
  });

  test('a pronoun is never shown without whom it is read as, and why', () => {
    const findings = findingsOf(answerRequest(app.index, parseRequest('timeline')));
    const parts = findingParts(ask('timeline'));
    const pronouns = findings.flatMap(({ statement, passage }, at) => {
      const words = statement?.source ? wordsOf(passage, statement.source) : '';
      return /^(?:he|she|it|they)$/iu.test(words) ? [{ words, remarks: parts[at]?.remarks.join(' '), statement }] : [];
    });
    expect(pronouns.length).toBeGreaterThan(2);
    for (const { words, remarks, statement } of pronouns) {
      expect(remarks).toContain(`“${words}”`);
      expect(remarks).toContain(statement?.speaker.name);
      expect(remarks).toMatch(/the statement before|the subject of its sentence/u);
    }
  });
});

test('"No nuclear weapons" is shown with who, to whom, when, how, the words, the reading of "he" and the source', () => {
  const [part, ...others] = findingParts(ask('who said "no nuclear weapons"'));
  expect(others).toEqual([]);
  expect(part && whoOf(part)).toBe(
    'Donald Trump, U.S. President · added · to Fox Business Network · Tue 10 Feb 2026 (implied) · direct',
  );
  expect(part?.quote.runs.find(({ style }) => style === 'matched')?.text).toBe('No nuclear weapons');
  expect(part?.remarks[0]).toMatch(/^“he” .*Donald Trump \(“Trump”\).*the statement before\.$/u);
  expect(part?.citation).toMatchObject({ outlet: 'CGTN', place: '¶ 4', passageId: `${ARTICLE}#4` });
});

test('a passage that the message has shown in full is not shown again: only the sentences of the statement', () => {
  const findings = findingsOf(answerRequest(app.index, parseRequest('speaker Pezeshkian')));
  const shown = new Set<string>();
  const [first, second] = findings.map((finding) => composeFinding(finding, shown));
  expect(first?.quote).toMatchObject({ isCutBefore: false, isCutAfter: false });
  expect(second?.quote).toMatchObject({ isCutBefore: true, isCutAfter: false });
  expect(second && quoteOf(second)).toBe('He said Iran would not yield to excessive demands or aggression.');
});

test('a passage that is too long is shown by whole sentences around the match, with the cuts flagged', () => {
  const sentences = Array.from({ length: 60 }, (_, at) => `Lena Oster counted ferry number ${at + 1}.`);
  const text = sentences.join(' ');
  const passage: Passage = {
    ...{ id: 'harbour#1', articleId: 'harbour', kind: 'paragraph', number: 1, offset: 0, text },
    sentences: sentences.map((words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })),
  };
  const start = text.indexOf('number 30.');
  const quote = composeQuote({
    passage,
    statement: null,
    isUnread: false,
    besides: [],
    marked: [],
    matched: [{ start, end: start + 9 }],
  });
  const shown = quote.runs.map((run) => run.text).join('');
  expect(shown.length).toBeLessThanOrEqual(MAX_QUOTE_CHARS);
  expect(text).toContain(shown);
  expect(shown).toMatch(/^Lena Oster counted .*number 30\.(?: Lena Oster counted .*\.)?$/u);
  expect(quote).toMatchObject({ isCutBefore: true, isCutAfter: true });
  expect(quote.runs.find(({ style }) => style === 'matched')?.text).toBe('number 30');
});
