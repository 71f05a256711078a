// reviseArticle(text, changes): an article file with some fields or its paragraphs changed; comments and order of its front matter stay.
import { isScalar, isSeq, parseDocument, Scalar } from 'yaml';
import type { ArticleFields } from './articleFile.ts';
import { splitFrontMatter } from './articles.ts';

/** Null takes a field out of the file. */
export type ArticleChanges = Partial<Omit<ArticleFields, 'remarks'>>;

/** @throws Error when the text is no article file: it was read as one before. */
export function reviseArticle(text: string, { paragraphs, ...fields }: ArticleChanges): string {
  const split = splitFrontMatter(text);
  if (split === null) throw new Error('no article file: it has no front matter');
  const document = parseDocument(split.front);
  for (const [key, value] of Object.entries(fields)) {
    const isNone = value === null || (Array.isArray(value) && value.length === 0);
    if (isNone) document.delete(key);
    else if (key === 'captions') document.set(key, captionsOf(document.createNode(value)));
    else if (value !== undefined) document.set(key, value);
  }
  const body = paragraphs === undefined ? split.body : `\n${paragraphs.join('\n\n')}\n`;
  return `---\n${document.toString({ lineWidth: 0 })}---\n${body}`;
}

function captionsOf(node: unknown): unknown {
  if (isSeq(node)) for (const item of node.items) if (isScalar(item)) item.type = Scalar.QUOTE_DOUBLE;
  return node;
}
