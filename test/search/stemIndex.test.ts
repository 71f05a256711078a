// The index that is loaded from a token store is the one that MiniSearch makes of the same texts itself.
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { allOf } from '../../src/search/allOf.ts';
import { stems } from '../../src/search/query.ts';
import { createStemIndex } from '../../src/search/stemIndex.ts';
import { createTokenStore } from '../../src/search/tokenStore.ts';
import { createTokenizer } from '../../src/search/tokens.ts';

const word = fc.constantFrom(
  'Ships',
  'ship',
  'the',
  'harbor',
  'not',
  '60',
  'of',
  'constructor',
  '__proto__',
  'Häfen',
  '',
);

test('whatever the texts', () => {
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 12 }), (texts) => {
      const tokenize = createTokenizer([]);
      const store = createTokenStore();
      const added = new MiniSearch({
        fields: ['stems'],
        tokenize: (text) => text.split(' '),
        processTerm: (term) => term,
      });
      texts.forEach((words, id) => {
        const tokens = tokenize(words.join(' '));
        store.add(words.join(' '), tokens, []);
        added.add({ id, stems: stems(tokens).join(' ') });
      });
      const loaded = allOf(createStemIndex(store));
      expect(JSON.parse(JSON.stringify(loaded))).toEqual(JSON.parse(JSON.stringify(added)));
      for (const stem of ['ship', 'harbor', 'not', 'constructor'])
        expect(loaded.search(stem).map(({ id, score }) => [id, score])).toEqual(
          added.search(stem).map(({ id, score }) => [id, score]),
        );
    }),
  );
});
