// `statements <article>`: an article with its statements marked, for a curator who checks what was read, and by which rule.
import { RequestError } from '../errors.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer } from './answer.ts';
import { findingOf } from './findings.ts';

/** @throws RequestError `unknown-passage` when no article has that id, with one that exists. */
export function answerMarked(index: StoryIndex, id: string): Omit<Answer, 'request' | 'searched'> {
  const article = index.findArticle(id.replace(/#.*$/u, ''));
  if (!article) {
    const [first] = index.story.articles;
    const hint = 'sources lists the articles.';
    throw new RequestError(
      'unknown-passage',
      `No article is called "${id}"; ${hint}`,
      first ? `statements ${first.id}` : null,
    );
  }
  if (article.status === 'withdrawn') {
    const note = { kind: 'withdrawn-passage', outlet: article.outlet, title: article.title } as const;
    return { reading: null, body: { kind: 'findings', groups: [] }, total: 0, notes: [note] };
  }
  const passages = index.passagesOf(article.id).map((passage) => ({
    passage,
    findings: index.statementsIn(passage.id).map((statement) => findingOf(index, statement, { passageId: passage.id })),
  }));
  const total = new Set(passages.flatMap(({ findings }) => findings.map(({ statement }) => statement))).size;
  return { reading: null, body: { kind: 'marked', article, passages }, total, notes: [] };
}
