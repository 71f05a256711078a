// splitPassages(article): captions and paragraphs as Passages, to the letter, with stable ids and offsets.
import type { Article, Passage } from '../domain.ts';
import { splitSentences } from './sentences.ts';

/**
 * Body paragraphs in order, then captions. Paragraphs are separated by blank lines; a line break inside one is kept.
 * `article.body.slice(p.offset, p.offset + p.text.length) === p.text` for every paragraph.
 */
export function splitPassages(article: Pick<Article, 'id' | 'body' | 'captions'>): Passage[] {
  const passages: Passage[] = [];
  // A paragraph: lines that are not blank. Spaces at its ends, the \r of a Windows line among them, belong to none.
  for (const match of article.body.matchAll(/\S[^\n]*(?:\n(?![^\S\n]*(?:\n|$))[^\n]*)*/gu)) {
    const text = match[0].trimEnd();
    const number = passages.length + 1;
    passages.push(passage(article.id, { kind: 'paragraph', number, text, offset: match.index }));
  }
  article.captions.forEach((caption, index) => {
    const text = caption.trim();
    passages.push(passage(article.id, { kind: 'caption', number: index + 1, text, offset: caption.indexOf(text) }));
  });
  return passages;
}

function passage(articleId: string, parts: Pick<Passage, 'kind' | 'number' | 'text' | 'offset'>): Passage {
  const id = `${articleId}#${parts.kind === 'caption' ? 'c' : ''}${parts.number}`;
  return { id, articleId, ...parts, sentences: splitSentences(parts.text) };
}
