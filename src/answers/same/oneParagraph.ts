// groupParagraphs(index, findings): which findings without a statement are one paragraph of one text, printed by several articles. Only articles whose
// files say that they print the same text are looked at: else the outlet's own words are its own.
import type { Passage, Statement } from '../../domain.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Finding } from '../answer.ts';
import { likenessOf } from './likeness.ts';
import { articlesOfText, textOf } from './oneText.ts';
import { readPassageWording, readWording, type Wording } from './wording.ts';

/** In groups of at least one, each in the order given; of each article at most one, and no match with what is only nearest. */
export function groupParagraphs(index: StoryIndex, findings: readonly Finding[]): (readonly Finding[])[] {
  const groups: Finding[][] = [];
  const ofText = new Map<string, Finding[][]>();
  for (const finding of findings) {
    const text = textOf(index, finding.article.id);
    const others = (text !== null && ofText.get(text)) || [];
    const group = others.find((one) => one.every((other) => isOneFinding(index, other, finding)));
    if (group) {
      group.push(finding);
      continue;
    }
    const own = [finding];
    groups.push(own);
    if (text !== null) ofText.set(text, [...others, own]);
  }
  return groups;
}

function isOneFinding(index: StoryIndex, a: Finding, b: Finding): boolean {
  return (
    a.article.id !== b.article.id &&
    a.near === b.near &&
    a.isUnread === b.isUnread &&
    isOneParagraph(index, a.passage, b.passage)
  );
}

/** Almost the same words: as two statements of one speaker are the same, no "not", number or name different. */
function isOneParagraph(index: StoryIndex, a: Passage, b: Passage): boolean {
  if (a.kind !== b.kind) return false;
  if (a.text === b.text) return true;
  // Of what is withdrawn no words are in the index.
  if ([a, b].some(({ articleId }) => index.findArticle(articleId)?.status === 'withdrawn')) return false;
  return likenessOf(wordingOf(index, a), wordingOf(index, b), 'sure') !== null;
}

/** Every digest of every channel asks for them: kept as long as the index is. */
const elsewhere = new WeakMap<StoryIndex, Map<string, readonly Passage[]>>();
const wordings = new WeakMap<StoryIndex, Map<string, Wording>>();

function wordingOf(index: StoryIndex, passage: Passage): Wording {
  const kept = wordings.get(index) ?? new Map<string, Wording>();
  wordings.set(index, kept);
  const wording = kept.get(passage.id) ?? readPassageWording(index, passage);
  kept.set(passage.id, wording);
  return wording;
}

/** The same paragraph in the other articles of its text, that of a withdrawn one, too. */
export function printedElsewhere(index: StoryIndex, passage: Passage): readonly Passage[] {
  if (textOf(index, passage.articleId) === null) return [];
  const kept = elsewhere.get(index) ?? new Map<string, readonly Passage[]>();
  elsewhere.set(index, kept);
  let found = kept.get(passage.id);
  if (!found) {
    found = articlesOfText(index, passage.articleId)
      .filter((id) => id !== passage.articleId)
      .flatMap((id) => index.passagesOf(id))
      .filter((other) => isOneParagraph(index, passage, other));
    kept.set(passage.id, found);
  }
  return found;
}

/**
 * Whether all that a statement says stands in the same paragraph elsewhere (printedElsewhere): of two that are nearly alike one may have a statement
 * more. Of a withdrawn one only what is wholly alike is given there.
 */
export function isSaidIn(index: StoryIndex, statement: Statement, passage: Passage): boolean {
  if (index.findArticle(passage.articleId)?.status === 'withdrawn') return true;
  const left = new Map<string, number>();
  for (const { form } of wordingOf(index, passage).words) left.set(form, (left.get(form) ?? 0) + 1);
  return readWording(index, statement).words.every(({ form }) => {
    const count = left.get(form) ?? 0;
    left.set(form, count - 1);
    return count > 0;
  });
}
