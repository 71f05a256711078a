// isOneText(index, a, b): whether two articles print one text, as their files say (`sameTextAs`): an agency's story in several outlets.
import type { Article, ArticleId } from '../../domain.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';

export function isOneText(index: StoryIndex, a: ArticleId, b: ArticleId): boolean {
  const text = textOf(index, a);
  return text !== null && text === textOf(index, b);
}

/** What the articles of one text have in common: the id of the first; null: the text is in one article alone. */
export function textOf(index: StoryIndex, id: ArticleId): ArticleId | null {
  return textsOf(index).of.get(id) ?? null;
}

/** All articles of the text that an article prints, itself included, those that are withdrawn, too. */
export function articlesOfText(index: StoryIndex, id: ArticleId): readonly ArticleId[] {
  const { of, articles } = textsOf(index);
  return articles.get(of.get(id) ?? '') ?? [id];
}

interface Texts {
  readonly of: ReadonlyMap<ArticleId, ArticleId>;
  readonly articles: ReadonlyMap<ArticleId, readonly ArticleId[]>;
}

const known = new WeakMap<StoryIndex, Texts>();

function textsOf(index: StoryIndex): Texts {
  let texts = known.get(index);
  if (!texts) {
    const of = new Map<ArticleId, ArticleId>();
    const articles = new Map<ArticleId, ArticleId[]>();
    for (const article of index.story.articles) {
      const first = firstOf(index, article);
      if (first === article.id) continue;
      for (const id of articles.has(first) ? [article.id] : [first, article.id]) {
        of.set(id, first);
        articles.set(first, [...(articles.get(first) ?? []), id]);
      }
    }
    texts = { of, articles };
    known.set(index, texts);
  }
  return texts;
}

/** The first may be gone, or name another since, while the process goes on: then whatever is named last. In a circle the first id by letters. */
function firstOf(index: StoryIndex, article: Article): ArticleId {
  const passed = [article.id];
  for (let next = article.sameTextAs; next !== null; next = index.findArticle(next)?.sameTextAs ?? null) {
    const at = passed.indexOf(next);
    if (at !== -1) return passed.slice(at).sort()[0] ?? next;
    passed.push(next);
  }
  return passed.at(-1) ?? article.id;
}
