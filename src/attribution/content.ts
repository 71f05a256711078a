// What stands behind a cue: to whom, where, when, and the reported clause with its right edge.
import type { Span } from '../domain.ts';
import { type SentenceView, trimSpan } from './draft.ts';
import { PARTICIPLE_CUES } from './lexicon.ts';

/** The parts behind a cue that are not content. */
export interface Settings {
  readonly addressee: Span | null;
  readonly venue: Span | null;
  readonly dateRegion: Span | null;
  /** Where the content begins. */
  readonly end: number;
}

const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const DAY = String.raw`(?:(?:late |early )?(?:on |last )?${WEEKDAY}(?: (?:morning|afternoon|evening|night))?|yesterday|today|on (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.? \d{1,2})`;
const PLACE = String.raw`in an? (?:\p{L}+ )?(?:statement|interview|post|speech|letter|message|tweet|video|address)(?: (?:on|to|with) (?:the )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*)?|at a (?:\p{L}+ )?(?:news|press) (?:conference|briefing)`;
const PERSON = String.raw`(?:the )?\p{Lu}[\p{L}.'’&-]*(?: (?:of |the )?\p{Lu}[\p{L}.'’&-]*)*|(?:the )?(?:reporters|journalists|lawmakers|state (?:TV|television|media)|supporters|parliament)|him|her|them|us|me`;
const AT_DAY = new RegExp(String.raw`^\s*(${DAY})(?=[\s,.:])`, 'u');
const AT_PLACE = new RegExp(String.raw`^\s*(${PLACE})(?=[\s,.:])`, 'u');
const AT_PERSON = new RegExp(String.raw`^\s*(${PERSON})(?=[\s,.:])`, 'u');
const STARTS_SETTING = /^\s*(?:in|during|at|on|after|before|from|to)\s/u;
/** Where an indirect content ends before the sentence does. */
const RIGHT_EDGE = new RegExp(
  String.raw`,\s+(?:while|even as|shortly (?:after|before)|amid|according to|citing|quoting|(?:${PARTICIPLE_CUES})\b)`,
  'iu',
);

/** "said nothing about it", "said little": that nothing was said is no content. */
export const NOTHING = /^(?:nothing|little|no more|anything|so|as much)\b/iu;

/** Reads "Fox Business Network on Tuesday that", "during celebrations in Tehran … that", "Tuesday". */
export function readSettings(view: SentenceView, cueEnd: number, takesAddressee: boolean): Settings {
  const limit = view.span.end;
  let at = cueEnd;
  let addressee: Span | null = null;
  let venue: Span | null = null;
  let dateRegion: Span | null = null;
  const take = (pattern: RegExp): Span | null => {
    const match = pattern.exec(view.masked.slice(at, limit));
    if (!match) return null;
    const end = at + match[0].length;
    const start = end - (match[1] ?? '').length;
    at = end;
    return { start, end };
  };
  if (takesAddressee) addressee = take(AT_PERSON);
  dateRegion = take(AT_DAY);
  venue = take(AT_PLACE);
  dateRegion ??= take(AT_DAY);
  const that = view.masked.slice(at, limit).search(/\bthat\s/u);
  const between = that < 0 ? '' : view.masked.slice(at, at + that);
  // "during celebrations in Tehran marking the 47th anniversary … that": up to "that" it is still the setting.
  if (that >= 0 && between.length < 160 && STARTS_SETTING.test(between) && !/[,;·]/u.test(between)) {
    const span = trimSpan(view.masked, { start: at, end: at + that });
    if (span !== null && venue === null) venue = span;
    dateRegion ??= span;
    at += that;
  }
  const skipped = /^[\s,:]*(?:that\s+)?/u.exec(view.masked.slice(at, limit))?.[0].length ?? 0;
  return { addressee, venue, dateRegion, end: at + skipped };
}

/** The reported clause from `start` to its right edge, without the sentence's full stop; null when nothing stands there. */
export function readClause(view: SentenceView, start: number): Span | null {
  const rest = view.masked.slice(start, view.span.end);
  const edge = RIGHT_EDGE.exec(rest);
  const end = edge ? start + edge.index : view.span.end;
  const clause = trimSpan(view.passage.text, { start, end });
  if (clause === null || NOTHING.test(view.masked.slice(clause.start, clause.end))) return null;
  // The stop belongs to the sentence, unless it stands inside the quotation.
  const last = view.masked[clause.end - 1];
  return last === '.' || last === ',' ? trimSpan(view.passage.text, clause, '.,') : clause;
}
