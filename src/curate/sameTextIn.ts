// sameTextIn(draft, corpus): the article that has the same text, as one agency's story in several outlets; the one that the others name, where there
// are several.
import { paragraphsOf } from '../corpus/passages.ts';
import type { Article, Corpus } from '../domain.ts';
import type { Draft } from '../intake/draft.ts';
import { createTextIndex } from '../sameText/textIndex.ts';

export function sameTextIn({ paragraphs, url }: Draft, { articles }: Pick<Corpus, 'articles'>): Article | null {
  const index = createTextIndex();
  const byId = new Map(articles.map((article) => [article.id, article]));
  // An outlet's own earlier version is no second outlet; what was withdrawn is nobody's first.
  for (const article of articles)
    if (article.status !== 'withdrawn' && article.url !== url?.value) index.add(article.id, paragraphsOf(article));
  const found = byId.get(index.find(paragraphs)?.id ?? '');
  return found === undefined ? null : (byId.get(found.sameTextAs ?? '') ?? found);
}
