// createStemIndex(store): MiniSearch over the stems of a token store, function words left out. It is loaded from what the store has counted, in the
// form in which MiniSearch writes itself down: adding text by text takes three times as long. The tokenizer and the spelling are elsewhere.
import MiniSearch, { type AsPlainObject } from 'minisearch';
import { FLAG, type TokenStore } from './tokenStore.ts';

/** Rows of the store are its ids. */
export interface StemEntry {
  readonly id: number;
  readonly stems: string;
}

/** Steps of a few milliseconds, and one of about 100 for 20,000 rows; gives the index with the last one. */
export function* createStemIndex(store: TokenStore): Generator<void, MiniSearch<StemEntry>> {
  return MiniSearch.loadJS<StemEntry>(yield* plainIndexOf(store), {
    fields: ['stems'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { prefix: false, fuzzy: false },
  });
}

/** Rows that are counted in one step. */
const A_STEP = 512;

/** As if each row had been added in turn with its stems, spaces between them. */
function* plainIndexOf(store: TokenStore): Generator<void, AsPlainObject> {
  const { stems, flags } = store.columns();
  const postings: (Record<number, number> | undefined)[] = [];
  const documentIds: Record<string, number> = {};
  const fieldLength: Record<string, number[]> = {};
  let mean = 0;
  for (let row = 0; row < store.rows; row += 1) {
    const { from, to } = store.row(row);
    let different = 0;
    for (let at = from; at < to; at += 1) {
      if (((flags[at] as number) & FLAG.stop) > 0) continue;
      const stem = stems[at] as number;
      const rows = postings[stem] ?? {};
      postings[stem] = rows;
      const before = rows[row];
      if (before === undefined) different += 1;
      rows[row] = (before ?? 0) + 1;
    }
    // A text without words is one empty word there.
    const length = Math.max(1, different);
    documentIds[row] = row;
    fieldLength[row] = [length];
    mean = (mean * row + length) / (row + 1);
    if (row % A_STEP === 0) yield;
  }
  return {
    documentCount: store.rows,
    nextId: store.rows,
    documentIds,
    fieldIds: { stems: 0 },
    fieldLength,
    averageFieldLength: store.rows === 0 ? [] : [mean],
    storedFields: {},
    dirtCount: 0,
    index: postings.flatMap((rows, stem): AsPlainObject['index'] => (rows ? [[store.stem(stem), { 0: rows }]] : [])),
    serializationVersion: 2,
  };
}
