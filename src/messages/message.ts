// A Message: what a reader gets, laid out but bound to no platform. Plain data; each platform has one pure function that
// renders it, and every rendering must carry all of its words.
import type { ArticleStatus, PassageId, StatementId } from '../domain.ts';

/**
 * Words of one style. printed: from the article, to the letter. matched: printed, and what was looked for. left-out, put-in: printed but
 * not in a quotation that was given, and the other way round. here, first: printed in this article alone, and in the one that was first.
 */
export interface Run {
  readonly text: string;
  readonly style:
    | 'plain'
    | 'strong'
    | 'faint'
    | 'printed'
    | 'matched'
    | 'content'
    | 'left-out'
    | 'put-in'
    | 'here'
    | 'first';
}

/** Printed words. The runs, joined, are a substring of the passage; cut marks are added by the rendering. */
export interface Quote {
  readonly runs: readonly Run[];
  /** True where the passage goes on before or behind what is shown. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** Where the words stand. */
export interface Citation {
  readonly outlet: string;
  readonly title: string;
  /** "12 Feb 2026". */
  readonly published: string;
  /** "¶ 4" or "caption 1". */
  readonly place: string;
  readonly passageId: PassageId;
  readonly url: string;
  readonly status: ArticleStatus;
}

/** One finding: who, how, to whom, when; the printed words; why it is read so; the source. */
export interface FindingPart {
  readonly kind: 'finding';
  /** Null: nobody's statement. */
  readonly statementId: StatementId | null;
  /** True: no match, only near it; `who` says so, too. */
  readonly isNearest: boolean;
  /** The speaker first, then cue, addressee, venue, day, kind, chain. */
  readonly who: readonly Run[];
  readonly quote: Quote;
  /** Why a pronoun is read so, which day "Friday" is …; whole sentences. */
  readonly remarks: readonly string[];
  readonly citation: Citation;
  /** Where other articles carry the same statement; null: none does. */
  readonly also: Also | null;
}

/** The other places of a finding that is the first of several. */
export interface Also {
  /** What stands before the citation of the finding: "First of these". */
  readonly first: string;
  readonly places: readonly AlsoPart[];
  /** What names the places that are not shown one by one; null: all are. */
  readonly rest: string | null;
}

/** Another place: in its own words where they differ. The runs of style printed and here, joined, are substrings of its passage. */
export interface AlsoPart {
  /** "Also in", or "Again in" where the outlet is that of a place above. */
  readonly label: string;
  readonly citation: Citation;
  /** What is different there beside the words: "indirect", "day not stated". */
  readonly facts: readonly string[];
  /** Empty: its words are those of the first. */
  readonly runs: readonly Run[];
}

export type Part =
  | FindingPart
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly runs: readonly Run[] }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] };

/** One line of a list: what it is called, and what there is to say of it. */
export interface Row {
  readonly label: string;
  readonly detail: string;
}

export interface Message {
  /** The request, as it was read. */
  readonly title: string;
  /** "1 statement · 1 article, up to 12 Feb 2026", or '' where there is nothing to count. */
  readonly summary: string;
  readonly parts: readonly Part[];
  /** What to know or do next; whole sentences, below the parts. */
  readonly footer: readonly string[];
  /** Errors and answers that found nothing are shown to the asker alone where a platform can. */
  readonly isPrivate: boolean;
  /** Which of the findings these are, from 1; null: all of them. */
  readonly range: Range | null;
}

export interface Range {
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

/** For switches over a tagged union: a kind that has no branch is a type error. */
export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
