import { expect, test } from 'vitest';
import type { Note } from '../../src/answers/answer.ts';
import { announcesNearest, noteWords } from '../../src/messages/composeNotes.ts';

const SEARCHED = { articles: 1, passages: 3, upTo: '2026-02-12' };
const ROWS: readonly (readonly [Note, string])[] = [
  [{ kind: 'not-by', name: 'Orlan' }, 'Not by Orlan. Said by others:'],
  [{ kind: 'not-on-days', from: '2026-02-10', to: null }, 'Not since Tue 10 Feb 2026. Said before:'],
  [{ kind: 'not-on-days', from: null, to: '2026-02-10' }, 'Not until Tue 10 Feb 2026. Said later:'],
  [{ kind: 'not-on-days', from: '2026-02-10', to: '2026-02-10' }, 'Not on Tue 10 Feb 2026. On other days:'],
  [{ kind: 'not-in-outlet', name: 'Harbor Gazette' }, 'Not in Harbor Gazette. In other outlets:'],
  [{ kind: 'not-stated', fact: 'when', missing: 1, of: 1 }, 'No day is stated.'],
  [{ kind: 'not-stated', fact: 'where', missing: 3, of: 3 }, 'No place is stated for any of them.'],
  [{ kind: 'not-stated', fact: 'to whom', missing: 2, of: 3 }, 'No addressee is stated for 2 of 3.'],
  [{ kind: 'not-direct' }, 'No direct quotation of this. In the outlet’s words, wholly or in part:'],
  [{ kind: 'only-by', name: 'Orlan' }, 'Nobody but Orlan says this. From there:'],
  [
    { kind: 'unknown-outlet', name: 'Coast', outlets: ['Harbor Gazette', 'Port Echo'] },
    'No outlet of the corpus is called “Coast”; it has Harbor Gazette and Port Echo.',
  ],
  [
    { kind: 'undated', statements: 1, areShown: false },
    '1 more statement on this has no stated day and is not listed.',
  ],
  [
    { kind: 'negated', words: ['not', 'no'], passages: ['a#1'] },
    'The printed words say “not” and “no” where the question does not: a#1.',
  ],
  [{ kind: 'related-speakers', names: ['A', 'B'], areShown: false }, 'Type speaker A or speaker B.'],
  [
    { kind: 'open-pronouns', statements: 3, words: ['he', 'they'] },
    '3 more statements are by “he” or “they”; the articles leave open whom that means.',
  ],
  [
    { kind: 'none-about', name: 'Orlan' },
    'No statement by Orlan is about this: 1 article, 3 passages, up to 12 Feb 2026.',
  ],
];

test.each(ROWS)('%o', (note, words) => {
  expect(noteWords(note, SEARCHED)).toBe(words);
});

test('a note that ends in a colon announces what is shown as nearest', () => {
  for (const [note, words] of ROWS) expect(announcesNearest([note])).toBe(words.endsWith(':'));
});
