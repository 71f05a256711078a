// storyOf(texts): an index over invented articles, and the index over the shipped corpus; for tests of search and answers.
import { createApp, readCorpus } from '../src/app.ts';
import { loadCorpus } from '../src/corpus/load.ts';
import type { Article, Speaker, TermGroup } from '../src/domain.ts';
import type { StoryIndex } from '../src/search/storyIndex.ts';
import { INVENTED } from './attribution/readText.ts';
import { reader } from './reader.ts';

export function article(parts: Partial<Article> & Pick<Article, 'id' | 'body'>): Article {
  return {
    title: 'An invented article',
    outlet: 'Harbor Gazette',
    url: `https://example.org/${parts.id}`,
    publishedOn: '2026-02-12',
    updatedOn: null,
    retrievedOn: '2026-02-12',
    language: 'en',
    byline: null,
    status: 'usable',
    note: null,
    corrections: [],
    sameTextAs: null,
    captions: [],
    ...parts,
  };
}

interface StoryOptions {
  readonly speakers?: readonly Speaker[];
  readonly terms?: readonly TermGroup[];
}

/** One article a text, named a, b, c …; or articles as given. */
export function storyOf(texts: readonly (string | Article)[], options: StoryOptions = {}): StoryIndex {
  const articles = texts.map((text, position) =>
    typeof text === 'string' ? article({ id: String.fromCharCode(97 + position), body: text }) : text,
  );
  return readCorpus({ articles, speakers: options.speakers ?? INVENTED, terms: options.terms ?? [] }, reader);
}

/** The program over the corpus that it ships with; a fault inside fails the test. */
export async function shippedApp(): Promise<ReturnType<typeof createApp>> {
  return createApp(await loadCorpus('corpus'), {
    reader,
    onFault: (cause) => {
      throw cause;
    },
  });
}
