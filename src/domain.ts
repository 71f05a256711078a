// The vocabulary that every part shares: types and ids, and the few pure functions that belong to them alone.
// Imports nothing. Texts are never copied into these shapes: words are spans of a passage, so that what is shown can
// always be checked against what was printed.

/** File name of an article without `.md`: "cgtn-2026-02-12-trump-netanyahu". Stable for ever. */
export type ArticleId = string;
/** `<article>#<n>` for the n-th body paragraph, `<article>#c<n>` for the n-th caption; n counts from 1. */
export type PassageId = string;
/** `<passage>.<k>`, k counting from 1 in the order of the text; those that curators made come last, in the order of their file. */
export type StatementId = string;
/** Id of an entry of `corpus/speakers.yaml`: "donald-trump". */
export type SpeakerId = string;
/** A calendar day, `YYYY-MM-DD`, with no time and no zone: what a newspaper's date is. */
export type LocalDate = string;

/** Half-open `[start, end)` in UTF-16 units of one passage's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span that says which passage it lies in: the content of one statement may run into the next passage. */
export interface PassageSpan extends Span {
  readonly passageId: PassageId;
}

/** Days from `from` to `to`, both included; one day has `from === to`. */
export interface DateRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** usable: as published. corrected: the outlet changed it. withdrawn: the outlet took it back; it is never quoted. */
export type ArticleStatus = 'usable' | 'corrected' | 'withdrawn';

/** One published text, as the file in the corpus gives it. */
export interface Article {
  readonly id: ArticleId;
  readonly title: string;
  /** Who published it: "CGTN". */
  readonly outlet: string;
  readonly url: string;
  readonly publishedOn: LocalDate;
  readonly updatedOn: LocalDate | null;
  /** When a curator took it into the corpus. */
  readonly retrievedOn: LocalDate;
  /** BCP 47: "en", "fa". Statements are extracted only where the language is read. */
  readonly language: string;
  readonly byline: string | null;
  readonly status: ArticleStatus;
  /** A curator's remark. Never shown as printed words. */
  readonly note: string | null;
  readonly captions: readonly string[];
  /** Everything below the front matter, to the letter. */
  readonly body: string;
  /** What a curator has corrected of what is read in it, in the order of the file beside it. */
  readonly corrections: readonly Correction[];
  /** The article that has the same text, of an agency or another outlet, and was there first; null: none. */
  readonly sameTextAs: ArticleId | null;
}

/** A curator's correction of one statement of an article. It names the statement by printed words, so that it outlives another reading. */
export interface Correction {
  /** The passage within the article: "3", "c1". */
  readonly passage: string;
  /** Words of the statement's content as they are printed there; they name the statement that is corrected. */
  readonly words: string;
  /** speaker: who said it. none: nobody said it, it is no statement. null: the speaker is as it was read. */
  readonly speaker: { readonly id: SpeakerId } | { readonly name: string } | 'none' | null;
  /** When it was said; null: as it was read. */
  readonly saidOn: DateRange | null;
  /** The whole of what was said, as it is printed there, where too much or too little was read; null: as it was read. */
  readonly content: string | null;
  /** Who corrected it and when, for other curators; and why, which readers are told. */
  readonly by: string | null;
  readonly on: LocalDate | null;
  readonly reason: string | null;
}

/** One paragraph or caption: the unit of search and of citation. */
export interface Passage {
  readonly id: PassageId;
  readonly articleId: ArticleId;
  readonly kind: 'paragraph' | 'caption';
  /** n of the id, from 1. */
  readonly number: number;
  readonly text: string;
  /** Where `text` starts in the article's `body` (a caption: in the caption), UTF-16 units. */
  readonly offset: number;
  /** Sentences in order; white space between them belongs to none. */
  readonly sentences: readonly Span[];
}

export type SpeakerKind = 'person' | 'office' | 'government' | 'body' | 'outlet';
export type Pronoun = 'he' | 'she' | 'they' | 'it';

/** An office held from one day to another. */
export interface Role {
  /** As articles print it: "Iranian Foreign Minister". */
  readonly title: string;
  /** First and last day; null: open. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly speaksFor: SpeakerId | null;
  /** Ways articles name the holder: "the Israeli leader". */
  readonly names: readonly string[];
}

/** One word of a name and the other ways of writing it. */
export interface Spelling {
  readonly word: string;
  readonly variants: readonly string[];
}

/** Somebody who speaks or is spoken for under a name. Anonymous sources are never Speakers. */
export interface Speaker {
  readonly id: SpeakerId;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly pronoun: Pronoun;
  readonly aliases: readonly string[];
  /** Transliterations of words of the name: Araghchi, also Araqchi. */
  readonly spellings: readonly Spelling[];
  readonly roles: readonly Role[];
  readonly speaksFor: SpeakerId | null;
}

/** Words that mean the same in this story. */
export interface TermGroup {
  readonly words: readonly string[];
}

/** What the corpus folder holds. */
export interface Corpus {
  readonly articles: readonly Article[];
  readonly speakers: readonly Speaker[];
  readonly terms: readonly TermGroup[];
}

/** direct: all content within quotation marks. mixed: some of it. indirect: none. */
export type StatementKind = 'direct' | 'indirect' | 'mixed';

/** What the cue says of the act: "denied" is not "said". other: only the cue's own words tell ("blasted"). */
export type CueSense =
  | 'said'
  | 'told'
  | 'added'
  | 'wrote'
  | 'insisted'
  | 'denied'
  | 'warned'
  | 'repeated'
  | 'confirmed'
  | 'claimed'
  | 'argued'
  | 'asked'
  | 'vowed'
  | 'rejected'
  | 'announced'
  | 'suggested'
  | 'urged'
  | 'agreed'
  | 'reported'
  | 'according'
  | 'other';

/** How a Source's words led to a Speaker. curator: they did not; a curator has said who it was. */
export type ResolvedBy = 'name' | 'alias' | 'office' | 'pronoun' | 'description' | 'curator';

/**
 * Why a pronoun or a description was read as it was; shown to the reader together with the antecedent's words.
 * speaker-before: the one who spoke before. same-sentence: the subject of the sentence. named-before: the only one named just
 * before whom the pronoun fits. office-before: the only one named before with this office.
 */
export type ResolutionReason = 'speaker-before' | 'same-sentence' | 'named-before' | 'office-before';

/**
 * Whom a Source names. `speakerId` null with `resolvedBy` null: an unnamed source, shown in the article's own words.
 * `speakerId` null with `resolvedBy` 'name': somebody who is named but has no entry in `speakers.yaml`.
 */
export interface Resolution {
  readonly speakerId: SpeakerId | null;
  /** The Speaker's name, else the article's own words. */
  readonly name: string;
  /** True when `name` names somebody; false: the article's own words for somebody unnamed ("A senior U.S. official", "he"). */
  readonly isNamed: boolean;
  readonly resolvedBy: ResolvedBy | null;
  /** For pronouns and descriptions: the words they point back to, and the reason. */
  readonly antecedent: PassageSpan | null;
  readonly reason: ResolutionReason | null;
}

/** A day or days, and whether the article says so of this statement or it follows from a neighbouring one. */
export interface SaidOn extends DateRange {
  readonly certain: boolean;
  /** The article's words: "on Tuesday". Null: a curator has set the day. */
  readonly words: PassageSpan | null;
}

/** One link of a chain of reporting: "The Wall Street Journal". */
export interface Via {
  readonly name: string;
  readonly speakerId: SpeakerId | null;
  readonly words: PassageSpan;
}

/** Words taken over from the article, and whether they belong to this statement or to the one it continues. */
export interface Setting extends PassageSpan {
  readonly certain: boolean;
}

/** One attribution: somebody (source) said (cue) something (content). */
export interface Statement {
  readonly id: StatementId;
  readonly passageId: PassageId;
  /** The words naming who spoke: "he", "A senior U.S. official". Null: the article names nobody. */
  readonly source: PassageSpan | null;
  readonly speaker: Resolution;
  /** The words that attribute: "told", "has long denied". */
  readonly cue: PassageSpan & { readonly sense: CueSense };
  readonly kind: StatementKind;
  /** What was said, in the order of the text; at least one span, each at least one unit long. */
  readonly content: readonly PassageSpan[];
  readonly saidOn: SaidOn | null;
  /** To whom: "Fox Business Network". */
  readonly addressee: Setting | null;
  /** Where: "in a post on Truth Social". */
  readonly venue: Setting | null;
  /** Through whom, outermost first, without the outlet of the article itself. */
  readonly via: readonly Via[];
  /** The statement that carries this one ("X, citing Y, reported": Y's statement is carried by X's). */
  readonly carriedBy: StatementId | null;
  /** "reportedly", "Reports said": the article itself keeps a distance. */
  readonly hedged: boolean;
  /** Name of the rule that read it; "curator": nothing was read there, a curator made it. */
  readonly rule: string;
  /** What a curator has set of it; null: it is as it was read. */
  readonly corrected: Corrected | null;
}

/** Which parts of a statement a curator has set, and why. */
export interface Corrected {
  readonly speaker: boolean;
  readonly saidOn: boolean;
  readonly content: boolean;
  /** In the curator's words; null: not given. */
  readonly reason: string | null;
}

/** A date in prose with the days it stands for, counted from the publication date. */
export interface DateMention extends PassageSpan, DateRange {}

/** Finds the Speaker that words name, on a given day. Built in `attribution/speakers.ts`. */
export interface Gazetteer {
  readonly speakers: readonly Speaker[];
  /** @throws Error for an id that is not in `speakers`: ids come from this gazetteer, so that is a bug. */
  get(id: SpeakerId): Speaker;
  /** Whole words only, case and accents ignored, titles and "the" left out: "President Donald Trump". */
  find(
    words: string,
    on: LocalDate,
  ): { readonly speaker: Speaker; readonly by: 'name' | 'alias' | 'office' } | undefined;
  /** The speaker whose name is at most a typing error away, for "did you mean". */
  nearest(words: string): Speaker | undefined;
  /** What stands behind the titles of a name, as typed: "Dorn" of "Deputy Foreign Minister Dorn"; undefined where no title stands before it. */
  untitled(words: string): string | undefined;
  /** The office held on that day; null when there is none, also after it ended. */
  roleOn(id: SpeakerId, on: LocalDate): Role | null;
  /** True for the speaker itself and for those who speak for it on that day: Araghchi is on the side of Iran's government. */
  isOnSideOf(id: SpeakerId, side: SpeakerId, on: LocalDate): boolean;
}

/** Nothing new: nothing is posted, one line is, or one entry from the record that the channel has not had. */
export type WhenEmpty = 'silence' | 'line' | 'record';

/** What a channel's managers choose of its digest. */
export interface DigestSettings {
  /** "09:00", of 24 hours. */
  readonly time: string;
  /** IANA: "Europe/London". */
  readonly zone: string;
  /** 1 Monday to 7 Sunday, ascending, at least one. */
  readonly weekdays: readonly number[];
  /** Only what is about it; null: everything. */
  readonly topic: string | null;
  /** Only what they said, as typed; empty: everybody. */
  readonly speakers: readonly string[];
  readonly whenEmpty: WhenEmpty;
}

/** Why a platform takes nothing for a channel. removed: the bot was. gone: the channel is. */
export type Refusal = 'removed' | 'gone' | 'archived' | 'not-invited' | 'no-permission';

/** The words that a span covers. @throws Error when the span lies outside the passage: spans come from its text, so that is a bug. */
export function wordsOf(passage: Passage, span: Span): string {
  if (span.start < 0 || span.end > passage.text.length || span.start >= span.end) {
    throw new Error(`span ${span.start}-${span.end} lies outside ${passage.id} (${passage.text.length} units)`);
  }
  return passage.text.slice(span.start, span.end);
}

/** Whether statements are read in a language, by its BCP 47 code: in English alone. */
export function isRead(language: string): boolean {
  return /^en\b/iu.test(language);
}

/** True when the two share at least one unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
