// findArticle(corpus, id): the article that a curator names, by its id or its address; or which ones are called nearly so.
import type { Article, Corpus } from '../domain.ts';
import { editDistance } from '../editDistance.ts';
import { RequestError } from '../errors.ts';

/** Ids that are told where none has the name. */
const MOST_NEAR = 3;

/** @throws RequestError when there is none */
export function findArticle({ articles }: Corpus, named: string): Article {
  const id = named.replace(/\.md$/u, '').split('/').at(-1) ?? named;
  const found = articles.find((article) => article.id === id || article.url === named);
  if (found) return found;
  const near = nearestIds(articles, id);
  const hint = near.length > 0 ? ` Near it: ${near.join(', ')}.` : ' The command sources lists all.';
  throw new RequestError('incomplete', `No article has the id "${named}".${hint}`, near[0] ?? 'sources');
}

function nearestIds(articles: readonly Article[], id: string): string[] {
  const within = articles.filter((article) => article.id.includes(id) && id.length >= 3).map((article) => article.id);
  if (within.length > 0) return within.slice(0, MOST_NEAR);
  return articles
    .map((article) => ({ id: article.id, distance: editDistance(article.id, id, 6) }))
    .filter(({ distance }) => distance <= 6)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_NEAR)
    .map((one) => one.id);
}
