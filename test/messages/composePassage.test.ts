// A passage that is asked for by its name is shown whole, however long; what stands around it is shown next to it, with marks where it is cut.
import { expect, test } from 'vitest';
import type { Part } from '../../src/messages/message.ts';
import { article } from '../storyOf.ts';
import { appOf, ask, corpus, findingParts } from './shipped.ts';

const paragraph = (name: string): string =>
  Array.from({ length: 40 }, (_, n) => `The ${name} board met for the ${n + 4}th time, as it had done before.`).join(
    ' ',
  );
const [first, second, third] = ['first', 'second', 'third'].map(paragraph) as [string, string, string];
const from = appOf({ ...corpus, articles: [article({ id: 'a', body: [first, second, third].join('\n\n') })] });

const wordsOf = (part: Part | undefined): string =>
  part?.kind === 'text' ? part.runs.map(({ text }) => text).join('') : '';

test('the passage whole, the end of the one before, the beginning of the one behind', () => {
  const message = ask('source a#2', { from });
  const [own] = findingParts(message);
  expect(own?.quote).toMatchObject({ isCutBefore: false, isCutAfter: false });
  expect(own?.quote.runs.map(({ text }) => text).join('')).toBe(second);
  const [before, after] = message.parts.filter(({ kind }) => kind === 'text').map(wordsOf);
  expect(before).toMatch(/^\[…\] The first board .* before\.$/u);
  expect(first.endsWith(before?.slice(4) ?? '?')).toBe(true);
  expect(after).toMatch(/^The third board .* before\. \[…\]$/u);
  expect(third.startsWith(after?.slice(0, -4) ?? '?')).toBe(true);
});

test('what is short is not cut', () => {
  const texts = ask('source 4')
    .parts.filter(({ kind }) => kind === 'text')
    .map(wordsOf);
  expect(texts.join(' ')).not.toContain('[…]');
});
