// The shape of an Answer: what was found, how the request was read, and what was searched. Data only; `compose` in
// messages puts it into words, `toJson` into the form for programs.
import type { Article, DateMention, LocalDate, Passage, PassageId, Span, Speaker, Statement } from '../domain.ts';
import type { Fact, Request } from '../requests/request.ts';
import type { PassageParts } from '../search/hit.ts';
import type { Factors } from '../search/rank.ts';

/** A passage that answers, with the statement in it that does (null: nobody is said to have said it). */
export interface Finding {
  readonly passage: Passage;
  /** Where cue, source and settings of `statement` stand: another passage where what was said goes on below it. */
  readonly cuePassage: Passage;
  readonly article: Article;
  readonly statement: Statement | null;
  /** True when somebody speaks in the sentence that answers, but was not read: neither a statement nor the outlet's own words. */
  readonly isUnread: boolean;
  /** Who else speaks in the passage, when `statement` is null: what is shown must not be taken for theirs. */
  readonly besides: readonly string[];
  /** The statements that `statement` carries: "X, citing Y, reported" carries Y's. */
  readonly carries: readonly Statement[];
  /** Of the statement's speaker: who it is and the office held on the day. Null: no entry in speakers.yaml. */
  readonly speaker: Speaker | null;
  readonly role: string | null;
  /** Words to make bold, in the passage. */
  readonly matched: readonly Span[];
  /** Sentences that answer; empty when the whole passage does. */
  readonly marked: readonly Span[];
  /** Dates that the passage names. */
  readonly dates: readonly DateMention[];
  readonly score: number;
  readonly grounds: Grounds | null;
  /** True: no match, only the nearest there is. */
  readonly near: boolean;
  /** Other articles that carry the statement, or this paragraph of the text that they print, too, in the order of their publication, all after this one or on the same day. */
  readonly alsoIn: readonly AlsoIn[];
}

/** An article that carries the same statement, or the same paragraph of one text, as a finding that was printed before. */
export interface AlsoIn {
  /** There, with its own passage and statement; its own `alsoIn` is empty. */
  readonly finding: Finding;
  /** Its words, where some of them differ from those of the first; empty: they are the same. */
  readonly wording: readonly WordingRun[];
  /** True when words of the first are missing before or behind them. */
  readonly isShorter: boolean;
}

/**
 * Printed words. same, here: of this article, as the first has them or not; these runs in order are the whole content. first: words of
 * the first that are not here. gap: what stands here between two parts of the content, left out; no words.
 */
export interface WordingRun {
  readonly kind: 'same' | 'here' | 'first' | 'gap';
  readonly words: string;
}

/**
 * What `score` is made of. statement: what was said. topic: the share of it that the statement speaks of. passage: all that it shows, and `bonus`, at
 * least 0, for a day or a place that was asked for and stands in the sentence that answers.
 */
export type Grounds =
  | { readonly kind: 'statement'; readonly factors: Factors }
  | { readonly kind: 'topic'; readonly coverage: number }
  | { readonly kind: 'passage'; readonly parts: PassageParts; readonly bonus: number };

/** Findings under one heading: a side of a comparison, a day of a timeline. */
export interface FindingGroup {
  readonly heading: Heading | null;
  readonly findings: readonly Finding[];
}

export type Heading =
  | { readonly kind: 'speaker'; readonly name: string }
  | { readonly kind: 'day'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly kind: 'no-day' };

/** Somebody to whom a request ascribes words: "Khamenei". `speaker` null: no entry in speakers.yaml. */
export interface Claim {
  readonly speaker: Speaker | null;
  /** The Speaker's name, else the words of the request. */
  readonly name: string;
  /** As it was typed, where it was read with a typing error. */
  readonly typed?: string;
  /** Where it is an outlet that is named: it need not have said the words, but have printed them. */
  readonly outlet: string | null;
}

/**
 * Every word given is printed in this order: verbatim (within quotation marks), paraphrase (in a statement, but in the
 * outlet's words), another-speaker (not by whom it is ascribed to), not-a-statement. altered: words were changed, or left
 * out in a way that may change the meaning. too-short: such words are in every text.
 */
export type Verdict =
  | 'verbatim'
  | 'paraphrase'
  | 'altered'
  | 'another-speaker'
  | 'not-a-statement'
  | 'too-short'
  | 'not-found';

/** Whether words that somebody quotes were printed, and as whose. */
export interface CheckResult {
  /** As given, without its outer marks. */
  readonly quotation: string;
  /** To whom the request ascribes it, if to anybody. */
  readonly claimed: Claim | null;
  /** True when the finding's statement is by the claimed speaker, or by somebody who speaks for it. */
  readonly isClaimed: boolean;
  readonly verdict: Verdict;
  readonly finding: Finding | null;
  /** Of a quotation that was not found: a statement that shares some of its words. */
  readonly nearest: Finding | null;
  /** The printed words and the given ones, word by word, where some were changed or left out. */
  readonly differences: readonly Difference[];
  /** What the words left out between the parts of a quotation ("… [Iran] …") may have changed. */
  readonly omission: Omission | null;
  /** Passages that print its sentences, where no one place has them all; else empty. */
  readonly apart: readonly PassageId[];
  /** How its words were read, where it was not found among several quotations; of a lone one the answer's notes tell it. */
  readonly notes: readonly Note[];
}

/** `negation`: the printed "not" that was left out; `added`: one that is not printed. */
export interface Omission {
  readonly negation: string | null;
  readonly added: string | null;
  readonly isAcrossSentences: boolean;
}

/** A run of words: in both, only in the printed text, or only in the quotation given. */
export interface Difference {
  readonly kind: 'same' | 'printed' | 'given';
  readonly words: string;
}

/** One row of `speakers`. `speaker` null: somebody without an entry, in the article's own words. */
export interface SpeakerRow {
  readonly name: string;
  /** False: an unnamed source. */
  readonly isNamed: boolean;
  readonly speaker: Speaker | null;
  readonly role: string | null;
  readonly statements: number;
  /** Newest day said, where the articles give any. */
  readonly lastSaidOn: LocalDate | null;
}

/** One row of `sources`. */
export interface SourceRow {
  readonly article: Article;
  readonly passages: number;
  readonly statements: number;
}

/** A passage with every statement in it, carried ones included. */
export interface MarkedPassage {
  readonly passage: Passage;
  readonly findings: readonly Finding[];
}

/** A passage among its neighbours. */
export interface PassageView {
  readonly passage: Passage;
  readonly article: Article;
  readonly statements: readonly Finding[];
  readonly before: Passage | null;
  readonly after: Passage | null;
}

/** One example of help; each has been answered before it is shown. */
export interface Example {
  readonly text: string;
  readonly usage: string;
}

/** What the request gave, by its kind. */
export type Body =
  | { readonly kind: 'findings'; readonly groups: readonly FindingGroup[] }
  | { readonly kind: 'checks'; readonly checks: readonly CheckResult[] }
  | { readonly kind: 'speakers'; readonly named: readonly SpeakerRow[]; readonly unnamed: readonly SpeakerRow[] }
  | { readonly kind: 'sources'; readonly sources: readonly SourceRow[] }
  | { readonly kind: 'passage'; readonly view: PassageView }
  | { readonly kind: 'marked'; readonly article: Article; readonly passages: readonly MarkedPassage[] }
  | { readonly kind: 'help'; readonly examples: readonly Example[] };

/** How a request was read, part by part: `compose` puts days and limits into words. */
export type Reading = readonly ReadingPart[];

export type ReadingPart =
  /** A speaker's name, or what is looked for. */
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'except'; readonly name: string }
  /** Null: open on that side. */
  | { readonly kind: 'days'; readonly from: LocalDate | null; readonly to: LocalDate | null }
  | { readonly kind: 'outlet'; readonly name: string }
  | { readonly kind: 'direct' };

export interface Answer {
  readonly request: Request;
  /** The request as it was read, where that says more than its text: "Donald Trump · carrier · since 10 Feb 2026". */
  readonly reading: Reading | null;
  readonly body: Body;
  /** Matches; nearest passages don't count. */
  readonly total: number;
  readonly searched: Searched;
  /** What the reader should know of how it was read or why there is nothing; whole sentences. */
  readonly notes: readonly Note[];
}

export interface Searched {
  readonly articles: number;
  readonly passages: number;
  /** Newest publication date. */
  readonly upTo: LocalDate;
}

/** Things to tell, as data: `compose` has the words. */
export type Note =
  | { readonly kind: 'nothing'; readonly what: 'statement' | 'passage' | 'quotation' }
  | { readonly kind: 'unknown-words'; readonly words: readonly string[] }
  | { readonly kind: 'corrected'; readonly typed: string; readonly read: readonly string[] }
  | { readonly kind: 'phrase-not-found'; readonly phrase: string }
  | { readonly kind: 'unknown-speaker'; readonly name: string; readonly nearest: string | null }
  | { readonly kind: 'no-statements-by'; readonly name: string }
  | { readonly kind: 'mentioned-only'; readonly name: string; readonly passages: readonly PassageId[] }
  /** Matches of somebody else follow as nearest. */
  | { readonly kind: 'not-by'; readonly name: string }
  /** Matches of other days follow as nearest. Null: open on that side. */
  | { readonly kind: 'not-on-days'; readonly from: LocalDate | null; readonly to: LocalDate | null }
  /** Matches of other outlets, or that are not wholly within quotation marks, follow as nearest. */
  | { readonly kind: 'not-in-outlet'; readonly name: string }
  | { readonly kind: 'not-direct' }
  /** Matches of the one who was left out follow as nearest. */
  | { readonly kind: 'only-by'; readonly name: string }
  /** Statements on the topic without a day said, where days were asked for. */
  | { readonly kind: 'undated'; readonly statements: number; readonly areShown: boolean }
  /** The speaker says something, but nothing about this. */
  | { readonly kind: 'none-about'; readonly name: string }
  /** All that was found is what was to be left out. */
  | { readonly kind: 'nothing-else' }
  /** Only passages match in which somebody speaks, who was not read. */
  | { readonly kind: 'unread' }
  /** Only an outlet's own words match. */
  | { readonly kind: 'own-words' }
  /** The printed words turn round what the question does not: "not". */
  | { readonly kind: 'negated'; readonly words: readonly string[]; readonly passages: readonly PassageId[] }
  /** Who speaks for or about somebody who says nothing. */
  | { readonly kind: 'related-speakers'; readonly names: readonly string[]; readonly areShown: boolean }
  /** Sources whose names hold the words asked for, and others. */
  | { readonly kind: 'wider-source'; readonly name: string; readonly names: readonly string[] }
  | { readonly kind: 'outlet'; readonly name: string }
  | { readonly kind: 'unknown-outlet'; readonly name: string; readonly outlets: readonly string[] }
  /** Statements by "he", "they", of whom the articles leave open who is meant: no two need be by one person. */
  | { readonly kind: 'open-pronouns'; readonly statements: number; readonly words: readonly string[] }
  /** Both sides of a comparison are one (one name), or the second speaks for the first. */
  | { readonly kind: 'same-side'; readonly names: readonly string[] }
  /** A fact that was asked for, and how many of the findings lack it. */
  | { readonly kind: 'not-stated'; readonly fact: Fact; readonly missing: number; readonly of: number }
  /** Quotations of a message beyond those that were looked at. */
  | { readonly kind: 'not-checked'; readonly quotations: number }
  /** Words beside the quotations of a message: what they say was not looked at. */
  | { readonly kind: 'unread-words'; readonly words: readonly string[] }
  /** A message without quotation marks was looked at sentence by sentence; those that nobody printed are not shown. */
  | { readonly kind: 'by-sentence'; readonly sentences: number; readonly found: number }
  | { readonly kind: 'withdrawn'; readonly articles: number }
  | { readonly kind: 'withdrawn-passage'; readonly outlet: string; readonly title: string };

/** What a request for statements or a check found, in the order shown; the nearest of the first are among it. */
export function foundIn(body: Body): readonly Finding[] {
  if (body.kind === 'checks') return body.checks.flatMap(({ finding }) => (finding ? [finding] : []));
  return body.kind === 'findings' ? body.groups.flatMap(({ findings }) => findings) : [];
}

/** All findings of an answer, in the order shown. */
export function findingsOf(answer: Answer): readonly Finding[] {
  const { body } = answer;
  switch (body.kind) {
    case 'findings':
      return body.groups.flatMap((group) => group.findings);
    case 'checks':
      return body.checks.flatMap(({ finding, nearest }) => [finding, nearest].filter((one) => one !== null));
    case 'passage':
      return body.view.statements;
    case 'marked':
      return body.passages.flatMap(({ findings }) => findings);
    case 'speakers':
    case 'sources':
    case 'help':
      return [];
  }
}
