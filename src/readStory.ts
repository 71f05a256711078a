// createStoryReader(reader): corpora to Stories, again and again: what an article gives is kept, so that after a change only the articles that
// changed are read.
import { findDates } from './attribution/dates.ts';
import { extractStatements } from './attribution/extract.ts';
import type { Reader } from './attribution/reader/reader.ts';
import { createGazetteer } from './attribution/speakers.ts';
import { splitPassages } from './corpus/passages.ts';
import type { Article, Corpus, DateMention, Gazetteer, Passage, Speaker, Statement } from './domain.ts';
import type { Story } from './search/storyIndex.ts';

export interface StoryReader {
  /** Steps of one article each, those aside that are kept; gives the story with the last one. */
  read(corpus: Corpus): Generator<void, Story>;
}

/** What one article gives. */
interface Extracted {
  readonly passages: readonly Passage[];
  readonly statements: readonly Statement[];
  readonly dates: readonly DateMention[];
}

/** Articles and speakers are told apart by identity: what has not changed must be the same object, as watchCorpus keeps it. */
export function createStoryReader(reader: Reader): StoryReader {
  let known: { readonly speakers: readonly Speaker[]; readonly gazetteer: Gazetteer } | null = null;
  // Who is meant depends on all speakers: with others, every article is read again.
  let kept = new WeakMap<Article, Extracted>();
  return {
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
      for (const article of articles) {
        let extracted = own.get(article);
        if (!extracted) {
          extracted = extract(article, gazetteer, reader);
          own.set(article, extracted);
          yield;
        }
        passages.push(...extracted.passages);
        statements.push(...extracted.statements);
        dates.push(...extracted.dates);
      }
      return { articles, terms, passages, statements, dates, gazetteer };
    },
  };
}

/** The story at once: see createStoryReader. */
export function readStory(corpus: Corpus, reader: Reader): Story {
  return allOf(createStoryReader(reader).read(corpus));
}

/** Takes all steps at once. */
export function allOf<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function extract(article: Article, gazetteer: Gazetteer, reader: Reader): Extracted {
  const { publishedOn, language } = article;
  const passages = splitPassages(article);
  return {
    passages,
    statements: extractStatements({ publishedOn, language, passages }, gazetteer, reader),
    dates: passages.flatMap((passage) => findDates(passage, publishedOn)),
  };
}
