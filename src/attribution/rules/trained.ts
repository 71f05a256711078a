// What the trained reader finds, as drafts: sentences that no written rule reads, such as `"…," marvelled [Varga], who …` or
// `[Varga] went on to explain that …`. Leaves alone: what nobody is named as saying, and cues that are denied ("did not say").
import type { CueSense, Span } from '../../domain.ts';
import { pattern } from '../../patterns.ts';
import { readClause, readLead, readSettings } from '../content.ts';
import { type Draft, draft, readSource, type SentenceView, trimSpan } from '../draft.ts';
import { AMOUNT, DAY, FINITE_CUES, findSense, readTail } from '../lexicon.ts';
import type { Reader, Reading } from '../reader/reader.ts';
import { subjectOf } from '../subject.ts';
import { saysNothing } from './lookalikes.ts';

/** What stands for words that are printed elsewhere: "[whom] he described as “a friend”". */
const RELATIVE = /^(?:that|whom|what)$/i;
const WORK = /\b(?:play|film|movie|book|song|novel|series|show|album|opera|poem|painting|documentary),?\s*$/i;

/** Drafts of a passage, `views` being its sentences. */
export function readTrained(reader: Reader, views: readonly SentenceView[]): Draft[] {
  const [first] = views;
  if (!first) return [];
  const { passage, masked } = first;
  let at = 0;
  const text = withKnownMarks(passage.text, views);
  return reader.read({ text, sentences: passage.sentences }).flatMap((found): Draft[] => {
    // Readings come in the order of the text, so one pass over the sentences finds each one's.
    while ((views[at]?.span.end ?? Number.POSITIVE_INFINITY) < found.cue.end) at += 1;
    const view = views[at];
    if (!view) return [];
    const { reading, tailSense } = withTail(withTeller(withSubject(found, view), view), masked);
    if (!reading.source) return [];
    const source = withoutDay(withoutOuter(reading.source, masked), masked);
    const content = reading.content
      .filter((part) => !RELATIVE.test(masked.slice(part.start, part.end)) && !isBeside(part, reading, view))
      .map((part) => (part.start >= reading.cue.end ? clauseOf(part, reading.cue, view) : part));
    const isQuoted = content.some(({ start, end }) => isSpeech(view, start, end));
    const sense = tailSense ?? findSense(reading.cueWord) ?? (isQuoted ? 'other' : undefined);
    if (sense === undefined || saysNothing(reading, source, { sense, isQuoted, masked, text: passage.text })) {
      return [];
    }
    const rule = isQuoted ? 'trained on quotations' : 'trained on clauses';
    return [toDraft(view, { cue: reading.cue, content, source, sense, rule })];
  });
}

/** "[Dolen] left the hall, arguing …": the reader may see the cue and not whose it is. */
function withSubject(reading: Reading, view: SentenceView): Reading {
  const isParticiple =
    /ing$/u.test(reading.cueWord) && /,\s+(?:while\s+)?$/u.test(view.masked.slice(view.span.start, reading.cue.start));
  if (reading.source || !isParticiple) return reading;
  return { ...reading, source: subjectOf(view, reading.cue.start) ?? null };
}

/** Behind "told" stands whom it was told, whoever the reader took for the speaker: `"We go," [Varga], who had waited, told reporters.` */
function withTeller(reading: Reading, view: SentenceView): Reading {
  const isTold = /^(?:tells?|told)$/u.test(reading.cueWord) && (reading.source?.start ?? -1) >= reading.cue.end;
  if (!isTold || /^\s*by\s/.test(view.masked.slice(reading.cue.end, reading.cue.end + 4))) return reading;
  const clause = Math.max(view.span.start, view.masked.lastIndexOf('·', reading.cue.start - 1) + 1);
  const teller = readSource(view, clause, reading.cue.start)?.source;
  return teller ? { ...reading, source: teller } : reading;
}

const OUTER = pattern(String.raw`^.*\b(?:${FINITE_CUES})\s+that\s+(?=\S)`, 'su');

/** "The Gazette reports that [Varga] said". */
function withoutOuter({ start, end }: Span, masked: string): Span {
  return { start: start + (OUTER.exec(masked.slice(start, end))?.[0].length ?? 0), end };
}

/** How and when somebody spoke, behind the cue; what they had been asked, before it. */
const SETTING = pattern(
  String.raw`^(?:\p{Ll}+-\p{Ll}+-\p{Ll}+ly\s+|\p{Ll}+ly\s+)?(?:as|while|when|after|before|during|amid|upon|at|in|on|to|from|of(?!\s+course\b)|about(?!\s+${AMOUNT}))\s[^·]*$`,
  'u',
);
const ASKED = /^(?:when\s+)?asked\s[^·]*$/i;
/** "As boos erupted, [Varga] said, “Quiet.”"; before “we must go”, the words could be what was said. */
const MEANWHILE = /^(?:as|when|while|after|once)\s[^·]*$/i;

const OPENED_SENTENCE = pattern(String.raw`^\P{L}+\p{Lu}`);

/** `"We go," [Varga] said as he left`, `Asked whether he would go, [Varga] said "No."`: the writer's words beside a quotation. */
function isBeside(part: Span, { content, cue }: Reading, { masked, passage }: SentenceView): boolean {
  const quoted = content.filter((span) => span !== part && /^·+$/u.test(masked.slice(span.start, span.end)));
  const words = masked.slice(part.start, part.end);
  if (part.start >= cue.end) {
    return SETTING.test(masked.slice(cue.end, part.end).trimStart()) && quoted.some(({ end }) => end <= cue.start);
  }
  const isSentence = ({ start }: Span): boolean => OPENED_SENTENCE.test(passage.text.slice(start, start + 4));
  if (part.end > cue.start) return false;
  return (ASKED.test(words) && quoted.length > 0) || (MEANWHILE.test(words) && quoted.some(isSentence));
}

/** "That in a time of need": what a clause begins with, when a comma and the clause follow. */
const FRONTED =
  /^(?:that\s+)?(?:in|at|with|without|after|before|if|when|while|by|since|because|despite|unless|given|under|during|among|until|once|although|though)\s[^,·]*$/i;

/** What was said behind the cue, with the edges that the reader may miss. */
function clauseOf(part: Span, cue: Span, view: SentenceView): Span {
  return withAmount(withClause(inSentence(part, view), view), cue, view.masked);
}

/** `said [it was late]. "We go."`: what is not quoted ends with its sentence; whose the quotation is is settled later. */
function inSentence(part: Span, { span, masked, passage }: SentenceView): Span {
  const isOver =
    part.start < span.end && span.end < part.end && masked[span.end - 1] !== '·' && masked[part.start] !== '·';
  return (isOver && trimSpan(passage.text, { start: part.start, end: span.end }, '.')) || part;
}

/** "That in a time of need[, the company could not wait]": the reader may stop at the comma. */
function withClause(part: Span, view: SentenceView): Span {
  const { masked } = view;
  const isFronted =
    masked[part.end] === ',' && part.end < view.span.end && FRONTED.test(masked.slice(part.start, part.end));
  const clause = isFronted ? readClause(view, part.end + 1) : null;
  return clause ? { start: part.start, end: clause.end } : part;
}

const NEAR_AMOUNT = /(?:^|\s)(?:about|around|over|under|nearly|almost|some)\s+$/;
const AMOUNT_FIRST = pattern(`^${AMOUNT}`, 'i');

/** "said [about 40 people had died]": the reader may begin at the number. */
function withAmount(part: Span, cue: Span, masked: string): Span {
  if (!AMOUNT_FIRST.test(masked.slice(part.start, part.start + 12))) return part;
  const word = NEAR_AMOUNT.exec(masked.slice(cue.end, part.start));
  return word ? { start: cue.end + word.index + 1, end: part.end } : part;
}

const LOOSE_DAY = pattern(String.raw`\s+${DAY}$`);

/** "[Varga] last week said", "said [Varga] on Monday". */
function withoutDay(source: Span, masked: string): Span {
  const day = LOOSE_DAY.exec(masked.slice(source.start, source.end));
  return day && day.index > 0 ? { start: source.start, end: source.start + day.index } : source;
}

/** "shot back", "according to", "called on": the word behind belongs to the cue and not to the content. */
function withTail(reading: Reading, masked: string): { reading: Reading; tailSense: CueSense | null } {
  const tail = readTail(reading.cueWord, masked.slice(reading.cue.end, reading.cue.end + 8));
  if (!tail) return { reading, tailSense: null };
  const end = reading.cue.end + tail.length;
  const content = reading.content.flatMap((span): Span[] => {
    if (span.start >= end || span.end <= reading.cue.end) return [span];
    const start = end + (/^\s*/u.exec(masked.slice(end, end + 8))?.[0].length ?? 0);
    return start < span.end ? [{ start, end: span.end }] : [];
  });
  if (content.length === 0) return { reading, tailSense: null };
  return { reading: { ...reading, content, cue: { start: reading.cue.start, end } }, tailSense: tail.sense };
}

/** True where words stand within quotation marks that are more than a title ('the play "The Bridge Is Safe"'). */
function isSpeech({ passage, masked, quotations }: SentenceView, start: number, end: number): boolean {
  if (!masked.slice(start, end).includes('·')) return false;
  const inside = quotations.filter((quotation) => quotation.start < end && start < quotation.end);
  return inside.length === 0 || inside.some((quotation) => !isTitle(passage.text, quotation));
}

const LONG_WORDS = pattern(String.raw`[\p{L}\p{N}’'-]{4,}`, 'g');
const CAPITAL_OR_NUMBER = pattern(String.raw`^[\p{Lu}\p{N}]`);

/** Behind "the play", "his book": every longer word with a capital. */
function isTitle(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end).match(LONG_WORDS) ?? [];
  return WORK.test(text.slice(Math.max(0, start - 16), start)) && words.every((word) => CAPITAL_OR_NUMBER.test(word));
}

/** Pairs of marks that the reader knows. */
const KNOWN_MARKS = /^(?:".*["”]|“.*”|«.*»|(?:``|'').*''|‘‘.*’’)$/su;

/** The text with “ and ” in the place of other pairs of marks, reversed, low and single ones, and single ones within straight ones. Same length. */
function withKnownMarks(text: string, views: readonly SentenceView[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, isTerm, isClosed } of views.flatMap(({ quotations }) => quotations)) {
    const words = text.slice(start, end);
    const hasInner = words.startsWith('"') && words.includes('“');
    if (isTerm || (!hasInner && (!isClosed || KNOWN_MARKS.test(words)))) continue;
    if (hasInner) parts.push(text.slice(at, start), words.replaceAll('“', '‘').replaceAll('”', '’'));
    else parts.push(text.slice(at, start), '“', text.slice(start + 1, end - 1), '”');
    at = end;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(at);
}

/** What a reading has come to. */
type Understood = Pick<Draft, 'cue' | 'content' | 'sense' | 'rule'> & { readonly source: Span };

const ONLY_DAY = pattern(String.raw`^,?\s+${DAY},?\s+$`);

/** "[Varga] on Sunday called". */
function dayBetween(source: Span, cue: Span, masked: string): Span[] {
  const between = { start: source.end, end: cue.start };
  return source.end < cue.start && ONLY_DAY.test(masked.slice(between.start, between.end)) ? [between] : [];
}

const DAY_BEHIND_QUOTATION = pattern(String.raw`·(\s+${DAY})$`);

/** `called it "a trap" [on Sunday]`: the day belongs to the saying. */
function withoutDayBehind(content: readonly Span[], masked: string): { parts: Span[]; day: Span | null } {
  const last = content.at(-1);
  const day = last ? DAY_BEHIND_QUOTATION.exec(masked.slice(last.start, last.end))?.[1] : undefined;
  if (!last || day === undefined) return { parts: [...content], day: null };
  const end = last.end - day.length;
  return { parts: [...content.slice(0, -1), { start: last.start, end }], day: { start: end, end: last.end } };
}

function toDraft(view: SentenceView, { cue, content: read, source, sense, rule }: Understood): Draft {
  const { parts: content, day } = withoutDayBehind(read, view.masked);
  // `"…," fumed [Varga] on Sunday`: what follows stands behind the name.
  const cueEnd = source.start >= cue.end && content.every(({ end }) => end <= cue.start) ? source.end : cue.end;
  const settings = readSettings(view, cueEnd, sense);
  // Settings reach up to the content; what begins inside it belongs to what was said.
  const isOutside = (span: Span | null): boolean =>
    span !== null && !content.some((part) => part.start < span.end && span.start < part.end);
  const lead: Span = { start: view.span.start, end: source.start };
  const before = lead.end > lead.start && isOutside(lead) ? readLead(view, lead) : { venue: null, dateRegions: [] };
  return draft({
    source,
    cue,
    sense,
    content,
    addressee: isOutside(settings.addressee) ? settings.addressee : null,
    venue: settings.venue && isOutside(settings.venue) ? settings.venue : before.venue,
    dateRegions: [
      ...(settings.dateRegion && isOutside(settings.dateRegion) ? [settings.dateRegion] : []),
      ...before.dateRegions,
      ...dayBetween(source, cue, view.masked),
      ...(day ? [day] : []),
    ],
    rule,
  });
}
