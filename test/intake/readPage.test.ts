// Each invented page gives the article that a careful reader would copy from it.
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeBytes } from '../../src/intake/decode.ts';
import type { Draft } from '../../src/intake/draft.ts';
import { readPage } from '../../src/intake/readPage.ts';
import { encodePage } from './encodePage.ts';
import { PAGES } from './pages.ts';

describe.each(PAGES)('$slug', ({ html, expected }) => {
  let draft: Draft;
  beforeAll(() => {
    const { text } = decodeBytes(encodePage(html, expected.encoding), null, 'html');
    draft = readPage(text, { address: expected.address });
  });

  test.each(['title', 'outlet', 'byline', 'publishedOn', 'updatedOn', 'url', 'language'] as const)('%s', (field) => {
    expect(draft[field]).toEqual(expected[field]);
  });

  test('paragraphs, captions and status to the letter', () => {
    expect(draft.paragraphs).toEqual(expected.paragraphs);
    expect(draft.captions).toEqual(expected.captions);
    expect(draft.status).toEqual(expected.status ?? { value: 'usable', from: 'guess' });
  });

  test('what is left out is listed, and what is doubtful named', () => {
    expect(draft.leftOut).toEqual(expect.arrayContaining([...expected.leftOut]));
    expect(draft.doubts).toEqual(
      expected.doubts.map(({ field, reason }) => ({ field, reason: expect.stringContaining(reason) })),
    );
  });
});
