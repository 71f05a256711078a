// findArticle(corpus, named): the article that a curator names, by its id, its file or its address; or which ones are called nearly so.
import type { Article, ArticleId, Corpus } from '../domain.ts';
import { editDistance } from '../editDistance.ts';
import { RequestError } from '../errors.ts';

/** @throws RequestError `unknown-passage` with the nearest ids */
export function findArticle({ articles }: Pick<Corpus, 'articles'>, named: string): Article {
  const id = /^https?:/iu.test(named) ? named : (named.replace(/\.md$/u, '').split('/').at(-1) ?? named);
  const found = articles.find((article) => article.id === id || article.url === named);
  if (found) return found;
  throw unknownArticle(
    named,
    articles.map((article) => article.id),
  );
}

/** Ids that are told where none is right. Chosen by eye. */
const MOST_NEAR = 3;

function unknownArticle(id: ArticleId, ids: readonly ArticleId[]): RequestError {
  const parts = new Set(id.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const rated = ids.map((one) => {
    const shared = one
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((part) => part !== '' && parts.has(part)).length;
    return { one, distance: editDistance(id.toLowerCase(), one.toLowerCase(), 6), shared };
  });
  rated.sort((a, b) => a.distance - b.distance || b.shared - a.shared || (a.one < b.one ? -1 : 1));
  const near = rated.filter(({ distance, shared }) => distance <= 6 || shared > 0).slice(0, MOST_NEAR);
  const list = (near.length > 0 ? near : rated.slice(0, MOST_NEAR)).map(({ one }) => one).join(', ');
  return new RequestError(
    'unknown-passage',
    `No article is called "${id}". ${near.length > 0 ? 'The nearest' : 'Some that there are'}: ${list}.`,
  );
}
