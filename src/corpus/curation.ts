// Articles that were fetched by themselves and wait for a curator, as platforms and the terminal see them. held.ts keeps them.
import type { ArticleId, LocalDate } from '../domain.ts';

export interface HeldArticle {
  /** Also the id of the article once it is approved. */
  readonly id: ArticleId;
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly publishedOn: LocalDate;
  readonly language: string;
  /** First paragraph, whole. */
  readonly opening: string;
  readonly paragraphs: number;
  /** The article that has the same text; null: none. */
  readonly sameTextAs: ArticleId | null;
  /** What a curator should look at, in words; empty: nothing. */
  readonly doubts: readonly string[];
}

export interface Curation {
  /** Newest first, by day of publication, then id. @throws CorpusError for files that can't be read */
  held(): Promise<readonly HeldArticle[]>;
  /** Puts it among the articles. null: nothing is held under that id (somebody else was faster). @throws IntakeError `file`, `duplicate` */
  approve(id: ArticleId): Promise<HeldArticle | null>;
  /** Takes it off the list; its file is kept beside. null: as above. @throws IntakeError `file` */
  refuse(id: ArticleId): Promise<HeldArticle | null>;
}
