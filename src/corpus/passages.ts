// splitPassages(article): captions and paragraphs as Passages, to the letter, with stable ids and offsets.
import type { Article, Passage } from '../domain.ts';
import { splitSentences } from './sentences.ts';

/**
 * Body paragraphs in order, then captions. Paragraphs are separated by blank lines; a line break inside one is kept, unless a
 * line is longer than wrapped text has them: then each line is a paragraph.
 * `article.body.slice(p.offset, p.offset + p.text.length) === p.text` for every paragraph.
 */
export function splitPassages(article: Pick<Article, 'id' | 'body' | 'captions'>): Passage[] {
  const passages: Passage[] = [];
  // A paragraph: lines that are not blank. Spaces at its ends, the \r of a Windows line among them, belong to none.
  for (const match of article.body.matchAll(/\S[^\n]*(?:\n(?![^\S\n]*(?:\n|$))[^\n]*)*/gu)) {
    for (const { text, offset } of unwrapped(match[0])) {
      const number = passages.length + 1;
      passages.push(passage(article.id, { kind: 'paragraph', number, text, offset: match.index + offset }));
    }
  }
  article.captions.forEach((caption, index) => {
    const text = caption.trim();
    passages.push(passage(article.id, { kind: 'caption', number: index + 1, text, offset: caption.indexOf(text) }));
  });
  return passages;
}

/** The texts of its body paragraphs, in order. */
export function paragraphsOf(article: Pick<Article, 'id' | 'body'>): string[] {
  return splitPassages({ ...article, captions: [] }).map(({ text }) => text);
}

/** Longest line that is taken for wrapped text: beyond it, a line is a paragraph of its own. */
const LONGEST_WRAPPED = 160;

/** The lines of a block, when they are too long to be those of one wrapped paragraph; otherwise the block. */
function unwrapped(block: string): { text: string; offset: number }[] {
  const lines = [...block.matchAll(/\S[^\n]*/gu)].map((line) => ({ text: line[0].trimEnd(), offset: line.index }));
  return lines.some(({ text }) => text.length > LONGEST_WRAPPED) ? lines : [{ text: block.trimEnd(), offset: 0 }];
}

function passage(articleId: string, parts: Pick<Passage, 'kind' | 'number' | 'text' | 'offset'>): Passage {
  const id = `${articleId}#${parts.kind === 'caption' ? 'c' : ''}${parts.number}`;
  return { id, articleId, ...parts, sentences: splitSentences(parts.text) };
}
