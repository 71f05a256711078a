// `statements <article>`: our marks stand outside the printed words, each statement has its line with the rule that read it.
import { expect, test } from 'vitest';
import { answerMarked } from '../../src/answers/marked.ts';
import { composeMarked } from '../../src/messages/composeMarked.ts';
import { storyOf } from '../storyOf.ts';

const TEXT = '"We go," Varga said on Monday. "We go tonight." Dolen said the gates are shut.';
const index = storyOf([TEXT]);
const { body } = answerMarked(index, 'a');
const parts = composeMarked(body.kind === 'marked' ? body.passages : []);

test('without the marks the runs are the passage to the letter', () => {
  const [, text] = parts;
  const runs = text?.kind === 'text' ? text.runs : [];
  expect(
    runs
      .filter(({ style }) => style === 'printed')
      .map((run) => run.text)
      .join(''),
  ).toBe(TEXT);
  expect(runs.map((run) => run.text).join('')).toBe(
    '⟦1 "We go,"⟧ Varga said on Monday. ⟦1 "We go tonight."⟧ Dolen said ⟦2 the gates are shut⟧.',
  );
});

test('each statement has a line with source, resolution, id and rule', () => {
  const rows = parts.flatMap((part) => (part.kind === 'rows' ? part.rows : []));
  expect(rows.map(({ label }) => label.slice(0, 12))).toEqual(['1. Teo Varga', '2. Mara Dole']);
  expect(rows[0]?.detail).toMatch(/^“Varga”, alias · a#1\.1 · read by: quoted/u);
});
