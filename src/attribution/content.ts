// What stands behind a cue: to whom, where, when, and the reported clause with its right edge. And what stands in front of the
// source: "In a statement on Monday, [X] said".
import type { CueSense, Span } from '../domain.ts';
import { pattern } from '../patterns.ts';
import { type SentenceView, trimSpan } from './draft.ts';
import { DAY, MANNERS, PARTICIPLE_CUES, TELLING, WEEKDAY } from './lexicon.ts';

/** The parts behind a cue that are not content. */
export interface Settings {
  readonly addressee: Span | null;
  readonly venue: Span | null;
  readonly dateRegion: Span | null;
  /** Where the content begins. */
  readonly end: number;
}

const NAME = String.raw`(?:the )?\p{Lu}[\p{L}\p{N}.'’&-]*(?: (?:of |the )?\p{Lu}[\p{L}\p{N}.'’&-]*)*`;
const MONTH_DAY = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.? \d`;
const PLACE = String.raw`[Ii]n an? (?:\p{L}+ )?(?:statement|interview|post|speech|letter|message|tweet|video|address)(?: (?:on|to|with) (?!${WEEKDAY}|${MONTH_DAY})${NAME})?|[Aa]t an? (?:\p{L}+ )?(?:news|press) (?:conference|briefing)(?: in ${NAME})?`;
/** People without a name: "the harbor council", "his aides", "reporters"; up to a word that opens what they were told. */
const PEOPLE = String.raw`(?:the|a|an|his|her|their|its|several|some|many|two|three)(?: \p{Ll}[\p{L}’'-]*){1,4}?(?<! (?:of|for|from|in|the|and))(?= (?:that|to|not|on|in|at|during|after|before|last|this|late|early|he|she|it|they|there|we|I|the|his|her|their|its|${WEEKDAY}) |[,.:])`;
/** "farmers", "fishermen": several people and nothing else. */
const SEVERAL = String.raw`(?!lies|tales|stories|jokes)\p{Ll}{2,}(?:s|men|women|people)(?= (?:that|to|not|on|in|at|during|after|before|last|this|${WEEKDAY}) |[,.:])`;
/** What a paper, a station or a council is called, in small letters. */
const BODY = `news|state|public|semi-official|television|TV|radio|agency|newspaper|daily|weekly|broadcaster|channel|outlet|network|magazine|website|media|station|committee|council|parliament|assembly|panel|court|reporters?|journalists?|lawmakers|senators|officials|ministers|lawyers|students|supporters|members|residents|delegates|audience`;
/** Words that stand in no such name: "Coast Wire the council" is two. */
const LITTLE =
  'the|an?|his|her|their|its|that|to|he|she|it|they|we|I|him|them|us|me|in|on|at|of|and|was|were|is|are|would|will|has|had';
/** What opens the words that somebody is told, or says where and when. */
const OPENS = `that|to|not|on|in|at|during|after|before|last|this|late|early|whether|how|why|${WEEKDAY}`;
/** "a Senate committee", "the Iranian news agency Mehr", "Kelluth state television": capitals and such a noun. */
const NAMED_BODY = String.raw`(?:(?:the|a|an|his|her|their|its|several|two|three) )?(?:(?!(?:${LITTLE}) )[\p{L}’'.&-]+ ){0,4}?(?:${BODY})(?: (?:${BODY}))*(?: of(?: the)?(?: \p{Lu}[\p{L}’'.&-]*)+)?(?:,? \p{Lu}[\p{L}’'.&-]*){0,3}(?= (?:${OPENS}|he|she|it|they|there|we|I|the|his|her|their|its) |[,.:])`;
/** Not the "the Iranian" of "the Iranian agency". */
const WHOLE_NAME = `${NAME}(?! (?:${BODY})[ ,.:])`;
const PERSON = `${NAMED_BODY}|${WHOLE_NAME}|(?:the )?(?:reporters|journalists|lawmakers|state (?:TV|television|media)|supporters|parliament)|him|her|them|us|me|${PEOPLE}|${SEVERAL}`;
const AT_DAY = pattern(String.raw`^\s*(${DAY})(?=[\s,.:])`, 'u');
const AT_PLACE = pattern(String.raw`^\s*(${PLACE})(?=[\s,.:])`, 'u');
const AT_PERSON = pattern(String.raw`^\s*(${PERSON})(?=[\s,.:])`, 'u');
/** "wrote on Skylark"; a month or a weekday is no place. */
const AT_PLATFORM = pattern(String.raw`^\s*(on (?!${WEEKDAY}|${MONTH_DAY})${NAME})(?=[\s,.:])`, 'u');
/** "told reporters in Kelluth on Tuesday": a place between the cue and a day. */
const AT_TOWN = pattern(String.raw`^\s*((?:in|at|from) ${NAME})(?= ${DAY}[\s,.:])`, 'u');
const STARTS_SETTING = /^\s*(?:in|during|at|on|after|before|from|to|aboard|outside|inside|near|via)\s/u;
/** Where an indirect content ends before the sentence does. */
const RIGHT_EDGE = pattern(
  String.raw`,\s+(?:while|even as|(?:(?:shortly|just|soon|hours|minutes|days|moments|weeks) )(?:after|before)|amid|according to|citing|quoting|(?:${PARTICIPLE_CUES}|${MANNERS}|${TELLING})\b)|\s+and then (?:left|went|walked|turned|sat|stood|flew|drove)\b|,?\s+and (?:then |later |also )?(?:called on|urged|vowed to|pledged to)\s|,\s+as \p{Ll}+ \p{Ll}+ed\b|,\s+an? (?:\p{Ll}+ )?(?:step|move|claim|charge|remark|comment|promise|plan|idea|demand|decision) (?:that|which|he|she|they)\b|\s+[—–]\s+(?:an?|the|something|words|remarks|comments)\s(?![^—–]*[—–])`,
  'i',
);
/** "Moss says no; [Varga says] …". */
const NEXT_SPEAKER = /;\s+(?:\S+\s+){1,3}(?:said|says|told|tells|added|insisted|insists|denied|denies)\b/u;

/** "said nothing about it", "said little": that nothing was said is no content. */
export const NOTHING = /^(?:nothing|little|no more|anything|so|as much)\b/i;

/** Reads "Fox Business Network on Tuesday that", "during celebrations in Tehran … that", "Tuesday". */
export function readSettings(view: SentenceView, cueEnd: number, sense: CueSense | undefined): Settings {
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
  if (sense === 'told') addressee = take(AT_PERSON);
  if (sense === 'wrote') venue = take(AT_PLATFORM);
  dateRegion = take(AT_DAY);
  venue ??= take(AT_PLACE) ?? take(AT_TOWN);
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

/** The longest lead that is looked at, in UTF-16 units. Chosen by eye. */
const MAX_LEAD = 100;
const SPEAKING = /^speaking\s/i;

/** What the words in front of the source say: "In an interview with Coast Wire on Sunday, ", "Also on Monday, ". */
export function readLead(
  view: SentenceView,
  lead: Span,
): { readonly venue: Span | null; readonly dateRegions: Span[] } {
  const words = view.masked.slice(lead.start, lead.end);
  if (words.length > MAX_LEAD || !/,\s*$/u.test(words))
    return { venue: null, dateRegions: isShort(words) ? [lead] : [] };
  const place = AT_PLACE.exec(words);
  const venue = place ? { start: lead.start, end: lead.start + place[0].length } : null;
  const rest = { start: venue?.end ?? lead.start, end: lead.end };
  const isDated = isShort(view.masked.slice(rest.start, rest.end)) || SPEAKING.test(words);
  return { venue, dateRegions: isDated ? [rest] : [] };
}

/** Short enough to date the saying, not something that happened before it. */
function isShort(words: string): boolean {
  return words.trim() !== '' && words.trim().split(/\s+/u).length <= 5;
}

/** The reported clause from `start` to its right edge, without the sentence's full stop; null when nothing stands there. */
export function readClause(view: SentenceView, start: number): Span | null {
  const rest = view.masked.slice(start, view.span.end);
  const edges = [RIGHT_EDGE.exec(rest), NEXT_SPEAKER.exec(rest)].flatMap((match) => (match ? [match.index] : []));
  const end = start + Math.min(rest.length, ...edges);
  const clause = trimSpan(view.passage.text, { start, end });
  if (clause === null || NOTHING.test(view.masked.slice(clause.start, clause.end))) return null;
  // The stop belongs to the sentence, unless it stands inside the quotation.
  const last = view.masked[clause.end - 1];
  return last === '.' || last === ',' ? trimSpan(view.passage.text, clause, '.,') : clause;
}

/** Cues that also take a thing: "added weight", "reported losses". They need "that", a quotation or a clause behind them. */
const TAKES_THINGS: ReadonlySet<CueSense> = new Set<CueSense>([
  'added',
  'wrote',
  'repeated',
  'confirmed',
  'claimed',
  'announced',
  'suggested',
  'reported',
  'vowed',
]);
const CLAUSE = /^·|\b(?:is|was|are|were|has|have|had|will|would|could|should|may|might|can|must|did|does|do)\b/i;

const TO_DO = pattern(String.raw`^to \p{Ll}`);

/** True when a cue of that sense takes these words as a thing and not as what was said: "added weight to the fleet". */
export function isThing(sense: CueSense, words: string): boolean {
  return TAKES_THINGS.has(sense) && !CLAUSE.test(words) && !(sense === 'vowed' && TO_DO.test(words));
}
