// Only a notice of the outlet makes an article corrected or withdrawn; news about corrections does not.
import { describe, expect, test } from 'vitest';
import { statusOf } from '../../src/intake/status.ts';

const NEWS = { text: 'The dam will be lower than planned, the envoy said.', isApart: false };

/** The status where the paragraph stands in the middle of five. */
function statusWith(text: string, isApart = false): string {
  return statusOf([NEWS, NEWS, { text, isApart }, NEWS, NEWS])?.status ?? 'usable';
}

describe('corrected', () => {
  test.each([
    'CORRECTION: The dam is 12 metres high, not 11.',
    'Correction (March 12, 2026): An earlier version gave a wrong height.',
    'Corrections & clarifications: the height was wrong.',
    'Clarification: the envoy spoke by telephone.',
    "Editor's note: This story has been corrected to say that the dam is 12 metres high.",
    '更正：大坝高12米。',
    'تصحيح: ارتفاع السد 12 مترا.',
  ])('%s', (text) => {
    expect(statusWith(text)).toBe('corrected');
  });
});

describe('withdrawn', () => {
  test.each([
    'RETRACTION: The letter was forged.',
    'WITHDRAWN: Envoy resigns.',
    "Editor's note: This article has been withdrawn because the letter was forged.",
  ])('%s', (text) => {
    expect(statusWith(text)).toBe('withdrawn');
  });
});

describe('usable', () => {
  test.each([
    'A correction of course is needed, the minister said.',
    'Correction fluid was found on the treaty, the court heard.',
    '"This article has been withdrawn," she told the delegates.',
    'This article has been withdrawn from the treaty, a delegate said.',
    'Retraction of the offer would end the talks, Brandt said.',
    'Amended drafts were handed to both sides.',
    'The paper said: CORRECTION: none.',
  ])('%s', (text) => {
    expect(statusWith(text)).toBe('usable');
  });
});

test('a sentence without a label counts where it stands apart, or first or last', () => {
  const text = 'This story has been withdrawn because the letter was forged.';
  expect(statusWith(text)).toBe('usable');
  expect(statusWith(text, true)).toBe('withdrawn');
  expect(statusOf([{ text, isApart: false }, NEWS, NEWS, NEWS, NEWS])?.status).toBe('withdrawn');
  expect(statusOf([NEWS, NEWS, NEWS, NEWS, { text, isApart: false }])?.status).toBe('withdrawn');
});
