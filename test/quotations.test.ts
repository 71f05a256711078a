// What stands between quotation marks, mark by mark, and what only looks like one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotations, maskQuotations } from '../src/quotations.ts';

const quoted = (text: string): string[] => findQuotations(text).map(({ start, end }) => text.slice(start, end));

describe('findQuotations', () => {
  test.each([
    ['straight', '"We go," she said.', ['"We go,"']],
    ['curly', '“We go,” she said.', ['“We go,”']],
    ['curly, closed by the opening mark', '“We go,“ she said.', ['“We go,“']],
    ['curly, closed by a straight one', '“We go," she said.', ['“We go,"']],
    ['reversed', '”We go,“ she said.', ['”We go,“']],
    ['the same on both sides', '”We go,” she said.', ['”We go,”']],
    ['low and high', '„We go,“ she said.', ['„We go,“']],
    ['angled', '«We go,» she said.', ['«We go,»']],
    ['angled, reversed', '»We go,« she said.', ['»We go,«']],
    ['doubled single', "''We go,'' she said.", ["''We go,''"]],
    ['backticks', "``We go,'' she said.", ["``We go,''"]],
    ['single, curly', '‘We go,’ she said.', ['‘We go,’']],
    ['single, with apostrophes', "'We don't go to Orlan's port,' she said.", ["'We don't go to Orlan's port,'"]],
    ['single, with the plural of an owner', "'The ships' crews go,' she said.", ["'The ships' crews go,'"]],
    ['single around a term', "They want 'a common plan' for ships.", ["'a common plan'"]],
    ['two terms', "A 'common plan' and a 'free port' are wanted.", ["'common plan'", "'free port'"]],
    ['a mark that never closes', 'She said: "We go. We stay.', ['"We go. We stay.']],
    ['single within double', '“He said ‘go’ and left,” she said.', ['“He said ‘go’ and left,”']],
  ])('%s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  test.each([
    "The sailors' port is Orlan's, and the captains' too.",
    "In the '90s they sang rock 'n' roll.",
    'A board 4" wide and 6\' 2" long',
    'The port ” was ” there',
    "It wasn't Varga's.",
    '',
  ])('none: %s', (text) => {
    expect(quoted(text)).toEqual([]);
  });

  test('in order, none overlapping, each within the text', () => {
    const pieces = ['"', '“', '”', "'", '‘', '’', "''", '``', '«', '»', '„', 'a', 's', ' ', '. ', ', ', '4'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (list) => {
        const text = list.join('');
        let last = 0;
        for (const { start, end } of findQuotations(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
        expect(maskQuotations(text, findQuotations(text))).toHaveLength(text.length);
      }),
      { numRuns: 500 },
    );
  });
});
