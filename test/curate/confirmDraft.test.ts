// What a curator is asked, by answers that are told beforehand.
import { expect, test } from 'vitest';
import type { Ask } from '../../src/curate/ask.ts';
import { confirmDraft } from '../../src/curate/confirmDraft.ts';
import type { Draft } from '../../src/intake/draft.ts';

const DRAFT: Draft = {
  title: { value: 'Ferries stop', from: 'heading' },
  outlet: null,
  byline: null,
  publishedOn: { value: '2026-03-04', from: 'address' },
  updatedOn: null,
  url: { value: 'https://harbour.example/1', from: 'address' },
  language: { value: 'en', from: 'html' },
  status: { value: 'usable', from: 'guess' },
  paragraphs: ['The ferries stop.'],
  captions: [],
  leftOut: [],
  doubts: [{ field: 'publishedOn', reason: 'the page has two days' }],
};

/** Answers in order; what is wrong with a text is found as on a terminal. */
function answering(...answers: (string | null)[]): Ask & { readonly questions: string[] } {
  const questions: string[] = [];
  const next = (question: string): string | null => {
    questions.push(question);
    return answers.shift() ?? null;
  };
  return {
    questions,
    text: async (message, { wrong }) => {
      const typed = next(message);
      const why = typed === null ? undefined : wrong(typed);
      if (why !== undefined) throw new Error(why);
      return typed;
    },
    choose: async (message, choices) => {
      const chosen = next(message);
      return choices.find(({ value }) => value === chosen)?.value ?? null;
    },
  };
}

test('what is missing is asked first; what is changed is no longer in doubt', async () => {
  const ask = answering('Harbour Post', 'publishedOn', '2026-03-05', 'add');
  const shown: Draft[] = [];
  const draft = await confirmDraft(DRAFT, { ask, show: (one) => shown.push(one) });
  expect(ask.questions).toEqual([
    'Outlet: who published it',
    'Add this article?',
    'Published on (YYYY-MM-DD)',
    'Add this article?',
  ]);
  expect(draft).toMatchObject({
    outlet: { value: 'Harbour Post', from: 'given' },
    publishedOn: { value: '2026-03-05', from: 'given' },
    doubts: [],
  });
  expect(shown).toHaveLength(2);
});

test.each([
  ['at a question', [null]],
  ['at the choice', ['Harbour Post', null]],
  ['by choosing it', ['Harbour Post', 'leave']],
])('left %s, nothing is to be written', async (_, answers) => {
  expect(await confirmDraft(DRAFT, { ask: answering(...answers), show: () => {} })).toBeNull();
});

test('what can be no day is told while it is typed', async () => {
  const ask = answering('Harbour Post', 'publishedOn', 'yesterday');
  await expect(confirmDraft(DRAFT, { ask, show: () => {} })).rejects.toThrow('needs a day of the calendar');
});
