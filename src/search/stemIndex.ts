// createStemIndex(): MiniSearch over stems. Texts are given as their stems; the tokenizer and the spelling are elsewhere, and the same for all.
import MiniSearch from 'minisearch';

export interface StemEntry<Id extends string | number> {
  readonly id: Id;
  /** Stems of what the text says, function words left out, with spaces between them. */
  readonly stems: string;
}

export function createStemIndex<Id extends string | number>(): MiniSearch<StemEntry<Id>> {
  return new MiniSearch<StemEntry<Id>>({
    fields: ['stems'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { prefix: false, fuzzy: false },
  });
}
