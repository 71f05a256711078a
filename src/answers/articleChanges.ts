// changeBetween(before, after): what an outlet did to an article since it was last seen: corrected, withdrawn, changed, restored, and which words
// of which paragraph. Plain data, so that it can be kept as JSON.
import type { ArticleId, ArticleStatus, LocalDate } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import { type Attributions, attributionsIn, type CuratedSpeaker, curatedSpeakers } from './attributions.ts';
import { likeness, type WordChange, wordChanges } from './wordChanges.ts';

/** A paragraph or caption as it was printed. */
export interface Paragraph {
  readonly kind: 'paragraph' | 'caption';
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** An article as it was seen. */
export interface ArticleSnapshot {
  readonly id: ArticleId;
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly publishedOn: LocalDate;
  readonly status: ArticleStatus;
  /** A curator's remark. */
  readonly note: string | null;
  readonly paragraphs: readonly Paragraph[];
  /** Who said what in it; undefined: it was taken down by a version that did not. */
  readonly attributions?: Attributions;
}

/** One paragraph that is not as it was. */
export interface ParagraphChange {
  readonly kind: Paragraph['kind'];
  /** Where it stands now; of one that is gone: where it stood. */
  readonly number: number;
  /** Null: it is new. */
  readonly before: string | null;
  /** Null: it is gone. */
  readonly after: string | null;
  /** Of one that is neither new nor gone. */
  readonly words: readonly WordChange[];
}

export interface ArticleChangeDetail {
  /**
   * restored: it had been withdrawn. changed: without the outlet's saying that it is a correction. curated: the outlet did nothing, a curator has
   * corrected what was read in it.
   */
  readonly kind: 'corrected' | 'withdrawn' | 'changed' | 'restored' | 'curated';
  readonly articleId: ArticleId;
  readonly title: string;
  /** Where the title was another; else null. */
  readonly titleBefore: string | null;
  readonly outlet: string;
  readonly url: string;
  readonly publishedOn: LocalDate;
  /** Gone and new ones in the order of the article. Empty of one that was withdrawn: its words are quoted no more. */
  readonly paragraphs: readonly ParagraphChange[];
  /** A curator's remark on it; never printed words. */
  readonly note: string | null;
  /** Whose words a curator has corrected; undefined: it was taken down by a version that did not tell. */
  readonly curated?: readonly CuratedSpeaker[];
}

/** @throws Error for an article that is not in the index, which is a bug. */
export function snapshotOf(index: StoryIndex, id: ArticleId): ArticleSnapshot {
  const article = index.findArticle(id);
  if (!article) throw new Error(`article ${id} is not in the index`);
  const { title, outlet, url, publishedOn, status, note } = article;
  const paragraphs = index.passagesOf(id).map(({ kind, number, text }) => ({ kind, number, text }));
  return {
    id,
    title,
    outlet,
    url,
    publishedOn,
    status,
    note,
    paragraphs,
    attributions: attributionsIn(index, article),
  };
}

/** Null: nothing of it is different for a reader. */
export function changeBetween(before: ArticleSnapshot, after: ArticleSnapshot): ArticleChangeDetail | null {
  const { id, title, outlet, url, publishedOn, note } = after;
  const isWithdrawn = after.status === 'withdrawn';
  // Of a withdrawn article nothing more is told than that it is.
  const paragraphs = isWithdrawn ? [] : paragraphChanges(before.paragraphs, after.paragraphs);
  const curated = isWithdrawn ? [] : curatedSpeakers(before, after);
  const kind =
    kindOf(before, after, paragraphs.length > 0 || title !== before.title) ?? (curated[0] ? 'curated' : null);
  if (kind === null) return null;
  const titleBefore = title === before.title || isWithdrawn ? null : before.title;
  return { kind, articleId: id, title, titleBefore, outlet, url, publishedOn, paragraphs, note, curated };
}

function kindOf(
  before: ArticleSnapshot,
  after: ArticleSnapshot,
  hasOtherWords: boolean,
): ArticleChangeDetail['kind'] | null {
  if (after.status === 'withdrawn') return before.status === 'withdrawn' ? null : 'withdrawn';
  if (before.status === 'withdrawn') return 'restored';
  if (after.status === 'corrected' && (before.status !== 'corrected' || hasOtherWords || after.note !== before.note))
    return 'corrected';
  return hasOtherWords ? 'changed' : null;
}

/** Share of words by which a paragraph is taken for another one's new form. Chosen by eye. */
const ALIKE = 0.5;

/** Paragraphs that only moved are not among them. */
function paragraphChanges(before: readonly Paragraph[], after: readonly Paragraph[]): ParagraphChange[] {
  const gone = without(before, after);
  const made = without(after, before);
  const changes = made.map((paragraph): ParagraphChange => {
    const { kind, number, text } = paragraph;
    const [best] = gone
      .filter((old) => old.kind === kind)
      .map((old) => ({ old, share: likeness(old.text, text) }))
      .filter(({ share }) => share >= ALIKE)
      .sort((a, b) => b.share - a.share);
    if (!best) return { kind, number, before: null, after: text, words: [] };
    gone.splice(gone.indexOf(best.old), 1);
    return { kind, number, before: best.old.text, after: text, words: wordChanges(best.old.text, text) };
  });
  const lost = gone.map(
    ({ kind, number, text }): ParagraphChange => ({ kind, number, before: text, after: null, words: [] }),
  );
  const place = ({ kind, number }: ParagraphChange): number => (kind === 'caption' ? 1e6 : 0) + number;
  return [...changes, ...lost].sort((a, b) => place(a) - place(b));
}

/** Those whose text is not among the others, each of which stands for one. */
function without(paragraphs: readonly Paragraph[], others: readonly Paragraph[]): Paragraph[] {
  const left = new Map<string, number>();
  for (const { kind, text } of others) left.set(`${kind} ${text}`, (left.get(`${kind} ${text}`) ?? 0) + 1);
  return paragraphs.filter(({ kind, text }) => {
    const key = `${kind} ${text}`;
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}
