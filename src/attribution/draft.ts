// What rules work on and what they give: a sentence with its quotations masked, and drafts of statements that the
// refiners complete (who is meant, when it was said, what continues what).
import type { CueSense, Passage, Span } from '../domain.ts';
import { matchesOf, pattern } from '../patterns.ts';
import type { Quotation } from '../quotations.ts';
import { BETWEEN, CLAUSE_WORDS, DAY, FINITE_CUES, UNNAMED_NOUNS } from './lexicon.ts';

/** One sentence as a rule sees it. All spans count in the passage's text. */
export interface SentenceView {
  readonly passage: Passage;
  readonly span: Span;
  /** The passage's text with double-quoted words replaced by `·`: a cue inside a quotation is no cue. */
  readonly masked: string;
  readonly quotations: readonly Quotation[];
  /** The passage ends in a colon, and the next one begins with a quotation or is a block quote. */
  readonly introducesNext: boolean;
  /** The paragraph above is nothing but a quotation, and this one may be its signature. */
  readonly isBelowQuotation: boolean;
}

/** Whom a source cites, and with which word. */
export interface Cited {
  readonly source: Span;
  readonly cue: Span;
  readonly sense: CueSense;
}

/** A statement whose words are found but not yet understood. */
export interface Draft {
  readonly source: Span | null;
  readonly cue: Span;
  readonly sense: CueSense;
  /** Empty: it stands in the next paragraph. */
  readonly content: readonly Span[];
  readonly addressee: Span | null;
  readonly venue: Span | null;
  /** Where a date belongs to the cue and not to the content: "on Tuesday that", "Also on Wednesday,". */
  readonly dateRegions: readonly Span[];
  /** Where a day stands that the saying followed or preceded: ", shortly after a meeting on Wednesday". */
  readonly impliedDateRegions: readonly Span[];
  /** For "X, citing Y, reported": Y and "citing". */
  readonly cited: Cited | null;
  /** Through whom it came: "was quoted by [Coast Wire] as saying". */
  readonly through: Span | null;
  readonly hedged: boolean;
  /** The subject is that of the statement before in its sentence ("…, insisting …"), `source` that of a sentence with none before. */
  readonly sharesSource: boolean;
  /** The form is so plain that the trained reader's source and content are not asked for. */
  readonly isSure: boolean;
  readonly rule: string;
}

/** Everything a draft takes of the text: who, cue, content. */
export function unitsOf({ source, cue, content }: Pick<Draft, 'source' | 'cue' | 'content'>): Span[] {
  return source ? [source, cue, ...content] : [cue, ...content];
}

/** One way of attributing. Gives its drafts in the order of the text; never throws. */
export type Rule = (sentence: SentenceView) => Draft[];

/** A draft of the named rule with everything else empty. */
export function draft(parts: Pick<Draft, 'source' | 'cue' | 'sense' | 'content' | 'rule'> & Partial<Draft>): Draft {
  return {
    addressee: null,
    venue: null,
    dateRegions: [],
    impliedDateRegions: [],
    cited: null,
    through: null,
    hedged: false,
    sharesSource: false,
    isSure: false,
    ...parts,
  };
}

const TRAILING_ADVERBS = pattern(String.raw`\s+${BETWEEN}$`, 'i');
const DAY_AT_END = pattern(String.raw`\s+${DAY}$`);
const NOT_A_SOURCE = pattern(String.raw`(?:^|\s)(?:${CLAUSE_WORDS})(?:\s|$)|[·:;()]`, 'i');
const PRONOUN = /^(?:he|she|they|it)$/i;
/** "All told, forty pots were lost." */
const NOBODY = /^(?:all|truth be)$/i;
const UNNAMED = pattern(String.raw`(?:^|\s)(?:${UNNAMED_NOUNS})(?:\s|$)`, 'i');
const CITING = /^(.+?), (citing|quoting) (.+)$/u;

/** Who stands before a cue, and what stands before them. */
export interface SourceReading {
  readonly source: Span;
  readonly cited: Cited | null;
  /** From the sentence's start to the source: "Also on Wednesday, ". Empty when nothing stands there. */
  readonly lead: Span;
  /** Where the words between source and cue begin: "has long". */
  readonly cueStart: number;
  /** A day between source and cue: "[Varga] last week said". At most one. */
  readonly between: readonly Span[];
}

/**
 * Reads the subject that ends at `cueStart`: "Despite Trump's tone, [Israeli and U.S. officials] said".
 * Gives undefined where no name, pronoun or unnamed person stands: "The meeting, he thought, said much".
 */
export function readSource(view: SentenceView, clauseStart: number, cueStart: number): SourceReading | undefined {
  let text = view.masked.slice(clauseStart, cueStart).trimEnd();
  for (let match = TRAILING_ADVERBS.exec(text); match; match = TRAILING_ADVERBS.exec(text)) {
    text = text.slice(0, match.index);
  }
  const adverbsStart = clauseStart + text.length;
  const day = DAY_AT_END.exec(text)?.[0] ?? '';
  text = text.slice(0, text.length - day.length);
  const between = day === '' ? [] : [{ start: adverbsStart - day.length, end: adverbsStart }];
  const isParenthetic = text.endsWith(',');
  if (isParenthetic) text = text.slice(0, -1);

  const citing = isParenthetic ? CITING.exec(text) : null;
  if (citing) {
    const [, who = '', word = '', cited = ''] = citing;
    const source = lastSegment(who, clauseStart);
    const end = clauseStart + text.length;
    const cueStart = clauseStart + who.length + ', '.length;
    return accept(
      view,
      source,
      { adverbsStart, clauseStart, between },
      {
        source: { start: end - cited.length, end },
        cue: { start: cueStart, end: cueStart + word.length },
        sense: 'according',
      },
    );
  }
  if (isParenthetic) {
    // "Araghchi, the foreign minister, said": the name stands before the commas.
    const comma = text.indexOf(', ');
    if (comma < 0) return undefined;
    return accept(view, lastSegment(text.slice(0, comma), clauseStart), { adverbsStart, clauseStart, between }, null);
  }
  return accept(view, lastSegment(text, clauseStart), { adverbsStart, clauseStart, between }, null);
}

/** The last part of `text` behind a comma, a dash or a quotation, as a span of the passage. */
function lastSegment(text: string, offset: number): Span {
  const cut = /^.*(?:, (?:and |but )?|[–—;·] ?|\s-{1,2}\s)/su.exec(text)?.[0].length ?? 0;
  const words = text.slice(cut);
  const start = offset + cut + (words.length - words.trimStart().length);
  return { start, end: offset + text.length };
}

/** "While [some sailors] say", "Later [she] added": what joins clauses is no part of who speaks. */
export const JOINING =
  /^(?:even )?(?:while|although|though|as|because|since|but|and|yet|then|later|earlier|afterwards?)\s+/i;

function accept(
  view: SentenceView,
  found: Span,
  place: { readonly adverbsStart: number; readonly clauseStart: number; readonly between: readonly Span[] },
  cited: Cited | null,
): SourceReading | undefined {
  const joining = JOINING.exec(view.masked.slice(found.start, found.end))?.[0].length ?? 0;
  const source = { start: found.start + joining, end: found.end };
  const words = view.masked.slice(source.start, source.end);
  if (!isSource(words)) return undefined;
  const { adverbsStart, clauseStart, between } = place;
  const gap = /^,?\s*/u.exec(view.masked.slice(adverbsStart, adverbsStart + 8))?.[0].length ?? 0;
  return { source, cited, lead: { start: clauseStart, end: source.start }, cueStart: adverbsStart + gap, between };
}

const NAME_WITHIN = pattern(String.raw`(?:^|\s)(?!The\s|A\s|An\s)\p{Lu}`);

/** A name, a pronoun or a person without a name, at most 14 words long, holding no clause of its own. */
export function isSource(words: string): boolean {
  if (words === '' || words.split(/\s+/u).length > 14 || NOT_A_SOURCE.test(words) || NOBODY.test(words)) return false;
  if (NO_NAME.test(words)) return false;
  return PRONOUN.test(words) || UNNAMED.test(words) || NAME_WITHIN.test(words);
}

/** Words that have a capital where a sentence begins. */
const NO_NAME = /^(?:as|while|(?:al)?though|but|so|having|like|because|when(?:ever)?|how|where|other words)$/i;

/** People without a name: "two officials", "the report". */
export function isUnnamed(words: string): boolean {
  return UNNAMED.test(words);
}

/** The sentence that holds a span, undefined when none does; `views` in the order of the text. Halves what is left each time. */
export function viewAt(views: readonly SentenceView[], span: Span): SentenceView | undefined {
  let low = 0;
  let high = views.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((views[middle]?.span.end ?? 0) < span.end) low = middle + 1;
    else high = middle;
  }
  const view = views[low];
  return view && view.span.start <= span.start && span.end <= view.span.end ? view : undefined;
}

/** Drops white space and the given marks at both ends; null when nothing is left. */
export function trimSpan(text: string, span: Span, marks = ''): Span | null {
  let { start, end } = span;
  const isLoose = (character: string | undefined): boolean =>
    character !== undefined && (/\s/u.test(character) || marks.includes(character));
  while (start < end && isLoose(text[start])) start += 1;
  while (end > start && isLoose(text[end - 1])) end -= 1;
  return start < end ? { start, end } : null;
}

const FINITE_CUE = pattern(String.raw`\b(?:${FINITE_CUES})\b`, 'gi');

/** Every finite cue of a sentence, or match of `cues`, that somebody stands before, in its order. */
export function* readCues(
  view: SentenceView,
  cues = FINITE_CUE,
): Generator<{ cueWord: Span; word: string; reading: SourceReading }> {
  const from = view.span.start;
  for (const match of matchesOf(cues, view.masked.slice(from, view.span.end))) {
    const [word] = match;
    const cueWord = { start: from + match.index, end: from + match.index + word.length };
    const reading = readSource(view, from, cueWord.start);
    if (reading && reading.source.end <= cueWord.start) yield { cueWord, word, reading };
  }
}
