// createStoryReader(reader): corpora to Stories, again and again: what an article gives is kept, so that after a change only the articles that
// changed are read.
import { correctStatements, type UnusedCorrection } from './attribution/correct.ts';
import { findDates } from './attribution/dates.ts';
import { extractStatements } from './attribution/extract.ts';
import type { Reader } from './attribution/reader/reader.ts';
import { createGazetteer } from './attribution/speakers.ts';
import { splitPassages } from './corpus/passages.ts';
import type { Article, Corpus, DateMention, Gazetteer, Passage, Speaker, Statement } from './domain.ts';
import { allOf } from './search/allOf.ts';
import type { Story } from './search/storyIndex.ts';

export interface StoryReader {
  /** Steps of one article each, those aside that are kept; gives the story with the last one. */
  read(corpus: Corpus): Generator<void, Story>;
  /** Corrections in what was read last that correct nothing there: their words are gone, or their speaker. */
  unused(): readonly UnusedCorrection[];
}

/** What one article gives. */
export interface Extracted {
  readonly passages: readonly Passage[];
  /** As curators have corrected them. */
  readonly statements: readonly Statement[];
  readonly dates: readonly DateMention[];
  readonly unused: readonly UnusedCorrection[];
}

/** What articles gave in an earlier process. */
export interface StoryCache {
  /** What the article gives among these speakers; undefined: not known. */
  find(article: Article, speakers: readonly Speaker[]): Extracted | undefined;
  /** All that counts from now on, and which of it was not found. */
  keep(all: ReadonlyMap<Article, Extracted>, fresh: ReadonlySet<Article>, speakers: readonly Speaker[]): void;
}

/** Articles and speakers are told apart by identity: what has not changed must be the same object, as watchCorpus keeps it. */
export function createStoryReader(reader: Reader, cache?: StoryCache): StoryReader {
  let known: { readonly speakers: readonly Speaker[]; readonly gazetteer: Gazetteer } | null = null;
  // Who is meant depends on all speakers: with others, every article is read again.
  let kept = new WeakMap<Article, Extracted>();
  let unused: readonly UnusedCorrection[] = [];
  return {
    unused: () => unused,
    *read({ articles, speakers, terms }) {
      if (known?.speakers !== speakers) {
        known = { speakers, gazetteer: createGazetteer(speakers) };
        kept = new WeakMap();
      }
      const { gazetteer } = known;
      const own = kept;
      const passages: Passage[] = [];
      const statements: Statement[] = [];
      const dates: DateMention[] = [];
      const all = new Map<Article, Extracted>();
      const fresh = new Set<Article>();
      for (const article of articles) {
        let extracted = own.get(article);
        if (!extracted) {
          extracted = cache?.find(article, speakers);
          if (!extracted) {
            extracted = extract(article, gazetteer, reader);
            fresh.add(article);
          }
          own.set(article, extracted);
          yield;
        }
        all.set(article, extracted);
        passages.push(...extracted.passages);
        statements.push(...extracted.statements);
        dates.push(...extracted.dates);
      }
      cache?.keep(all, fresh, speakers);
      unused = [...all.values()].flatMap((extracted) => extracted.unused);
      return { articles, terms, passages, statements, dates, gazetteer };
    },
  };
}

/** The story at once: see createStoryReader. */
export function readStory(corpus: Corpus, reader: Reader, cache?: StoryCache): Story {
  return allOf(createStoryReader(reader, cache).read(corpus));
}

function extract(article: Article, gazetteer: Gazetteer, reader: Reader): Extracted {
  const { publishedOn, language, corrections } = article;
  const passages = splitPassages(article);
  const read = extractStatements({ publishedOn, language, passages }, gazetteer, reader);
  return {
    passages,
    ...correctStatements({ passages, statements: read, publishedOn }, corrections, gazetteer),
    dates: passages.flatMap((passage) => findDates(passage, publishedOn)),
  };
}
