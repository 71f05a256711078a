// articleOfDraft(draft, parts): what was found in a page, as the article file that it becomes.
import { type ArticleFields, articleId, formatArticle } from './corpus/articleFile.ts';
import type { ArticleId, LocalDate } from './domain.ts';
import type { Draft, Found } from './intake/draft.ts';

export interface DraftArticleParts {
  readonly retrievedOn: LocalDate;
  readonly sameTextAs: ArticleId | null;
  /** Null: what it says of itself where something was read from the address. */
  readonly note?: string | null;
  /** What a curator should look at while it is held. */
  readonly remarks?: readonly string[];
}

export interface DraftArticle {
  /** What its file would be called; another may have the name. */
  readonly id: ArticleId;
  readonly text: string;
}

/** Title, outlet, address, day and language must be there: `missingIn` of curate/complete.ts tells. */
export function articleOfDraft(draft: Draft, parts: DraftArticleParts): DraftArticle {
  const value = (found: Found<string> | null): string => found?.value ?? '';
  const fields: ArticleFields = {
    title: value(draft.title),
    outlet: value(draft.outlet),
    url: value(draft.url),
    publishedOn: value(draft.publishedOn),
    updatedOn: draft.updatedOn?.value ?? null,
    language: value(draft.language),
    retrievedOn: parts.retrievedOn,
    byline: draft.byline?.value ?? null,
    status: draft.status.value,
    captions: draft.captions,
    note: parts.note ?? noteOf(draft),
    sameTextAs: parts.sameTextAs,
    paragraphs: draft.paragraphs,
    remarks: parts.remarks ?? [],
  };
  return { id: articleId(fields), text: formatArticle(fields) };
}

/** What a reader of the file should know of its front matter. */
function noteOf({ title, publishedOn }: Draft): string | null {
  const read = [...(title?.from === 'address' ? ['title'] : []), ...(publishedOn?.from === 'address' ? ['date'] : [])];
  if (read.length === 0) return null;
  const subject = read.join(' and ').replace(/^./u, (letter) => letter.toUpperCase());
  return `${subject} ${read.length === 1 ? 'is' : 'are'} read from the article's address.`;
}
