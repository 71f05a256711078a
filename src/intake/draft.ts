// What is read from a page or a text before it is an article: each field with where it was found, and what is to be asked about.
import type { ArticleStatus, LocalDate } from '../domain.ts';

/** Where a field was found, the most trusted first for most fields; `given`: the curator's own. */
export type Origin =
  | 'given'
  | 'json-ld'
  | 'open-graph'
  | 'meta'
  | 'time'
  | 'heading'
  | 'title'
  | 'byline'
  | 'address'
  | 'feed'
  | 'html'
  | 'text'
  | 'guess';

export interface Found<Value> {
  readonly value: Value;
  readonly from: Origin;
}

export type DraftField =
  | 'title'
  | 'outlet'
  | 'url'
  | 'publishedOn'
  | 'updatedOn'
  | 'language'
  | 'byline'
  | 'body'
  | 'captions'
  | 'status';

/** What a curator should look at, in words: "JSON-LD has 2026-02-11, the address 2026-02-12". */
export interface Doubt {
  readonly field: DraftField;
  readonly reason: string;
}

/** What was found of an article. Texts are as they are printed: entities decoded, white space within a paragraph made one space, nothing else changed. */
export interface Draft {
  readonly title: Found<string> | null;
  readonly outlet: Found<string> | null;
  readonly byline: Found<string> | null;
  readonly publishedOn: Found<LocalDate> | null;
  readonly updatedOn: Found<LocalDate> | null;
  /** The canonical address, where the page names one of its own site; else the one it was fetched from. */
  readonly url: Found<string> | null;
  /** BCP 47. */
  readonly language: Found<string> | null;
  readonly status: Found<ArticleStatus>;
  readonly paragraphs: readonly string[];
  readonly captions: readonly string[];
  /** Texts that were left out as page furniture, in the order of the page, for the curator to see. */
  readonly leftOut: readonly string[];
  readonly doubts: readonly Doubt[];
}
