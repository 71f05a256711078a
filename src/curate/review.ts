// reviewArticle(parts, id): one article of the corpus as a curator looks at it: its passages, what was read in them and corrected, and the file that
// corrects it. Only this article is read.

import { basename, join } from 'node:path';
import { correctStatements, type UnusedCorrection } from '../attribution/correct.ts';
import { createGazetteer } from '../attribution/speakers.ts';
import { correctionsPathOf } from '../corpus/corrections.ts';
import { listArticleFiles } from '../corpus/listFiles.ts';
import { loadCorpus } from '../corpus/load.ts';
import type { Article, ArticleId, Correction, Gazetteer, Passage, Statement } from '../domain.ts';
import { createStoryReader } from '../readStory.ts';
import { allOf } from '../search/allOf.ts';
import { buildStoryIndex, type StoryIndex } from '../search/storyIndex.ts';
import type { CurateParts } from './command.ts';
import { findArticle } from './findArticle.ts';

export interface Review {
  readonly article: Article;
  /** Of the file that corrects it, whether there is one or not. */
  readonly path: string;
  readonly gazetteer: Gazetteer;
  readonly passages: readonly Passage[];
  /** As corrected. */
  readonly statements: readonly Statement[];
  readonly unused: readonly UnusedCorrection[];
  /** Over this article alone; one that was withdrawn is in it as if it were not. */
  readonly index: StoryIndex;
  /** What it would be with other corrections. */
  corrected(corrections: readonly Correction[]): ReturnType<typeof correctStatements>;
}

/** @throws RequestError `unknown-passage` with the nearest ids; CorpusError */
export async function reviewArticle(
  { corpusDir, reader }: Pick<CurateParts, 'corpusDir' | 'reader'>,
  id: ArticleId,
): Promise<Review> {
  const corpus = await loadCorpus(corpusDir);
  const found = findArticle(corpus, id);
  const { files } = await listArticleFiles(join(corpusDir, 'articles'));
  const file =
    files.find((path) => basename(path) === `${found.id}.md`) ?? join(corpusDir, 'articles', `${found.id}.md`);
  const stories = createStoryReader(reader());
  const asRead: Article = { ...found, status: 'usable', corrections: [] };
  const { passages, statements: read } = allOf(stories.read({ ...corpus, articles: [asRead] }));
  const gazetteer = createGazetteer(corpus.speakers);
  const corrected: Review['corrected'] = (corrections) =>
    correctStatements({ passages, statements: read, publishedOn: found.publishedOn }, corrections, gazetteer);
  const { statements, unused } = corrected(found.corrections);
  const { terms } = corpus;
  const index = buildStoryIndex({ articles: [asRead], passages, statements, dates: [], gazetteer, terms });
  return { article: found, path: correctionsPathOf(file), gazetteer, passages, statements, unused, index, corrected };
}

/** "3" or "c1" of "a#3" or "a#c1". */
export function passageName({ id, articleId }: Passage): string {
  return id.slice(articleId.length + 1);
}
