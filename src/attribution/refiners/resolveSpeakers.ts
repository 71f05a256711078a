// Source words to Speakers: names, aliases and offices through the gazetteer, on the day of the saying; people without an entry
// through the cast of the article; pronouns and "the official" through what was said before. Everything else stays in the
// article's own words.
import type { CueSense, DateRange, Gazetteer, Passage, Resolution, Span, Speaker, Statement } from '../../domain.ts';
import { wordsOf } from '../../domain.ts';
import { pattern } from '../../patterns.ts';
import type { Cast, Person } from '../cast/cast.ts';
import { pronounsOf, readLabel } from '../cast/labels.ts';
import { antecedentOf } from '../relative.ts';
import { readJoint } from './joint.ts';
import { personWithin } from './personWithin.ts';
import type { Referents } from './referents.ts';
import { resolveDescription } from './resolveDescriptions.ts';
import { isPronoun, resolvePronoun } from './resolvePronouns.ts';

/** A statement that no other one carries, and the position of its passage. */
export interface Spoken {
  readonly statement: Statement;
  readonly passage: number;
}

/** What resolving may look at. */
export interface ResolveContext {
  readonly passages: readonly Passage[];
  /** Position of the passage in `passages`. */
  readonly index: number;
  readonly gazetteer: Gazetteer;
  readonly cast: Cast;
  readonly referents: Referents;
  /** Statements of the article so far, in the order of the text. */
  readonly spoken: readonly Spoken[];
  /** The day of the saying where the article states it, else that of publication. */
  readonly on: DateRange;
  /** What is said, and the sense of the cue. */
  readonly content: readonly Span[];
  readonly sense: CueSense;
}

type Found = NonNullable<ReturnType<Gazetteer['find']>>;

/** Whom `source`, a span of the passage, names. Never guesses: what the article leaves open stays open. */
export function resolveSource(source: Span, passage: Passage, context: ResolveContext): Resolution {
  const words = wordsOf(passage, source);
  if (isPronoun(words)) return resolvePronoun(words, { ...context, source }, context) ?? inWords(words, false);
  if (/^who$/i.test(words)) return resolveRelative(source, passage, context);
  const whole = findOn(words, context);
  if (whole && isPartOfName(source, passage, whole.speaker)) return inWords(words, true);
  const { cast, index } = context;
  const isKnown = (part: string): boolean => Boolean(findOn(part, context) ?? cast.find(part, index));
  if (!whole && readJoint(words, isKnown)) return { ...inWords(words, true), resolvedBy: 'name' };
  const within = personWithin(source, passage, context);
  const found = whole ?? (within ? findOn(within.name, context) : undefined);
  // "Varga said" in an article that has introduced Lena Varga alone is no Teo Varga, whose alias it is.
  const isOther = within?.person !== undefined && within.person.speakerId !== found?.speaker.id;
  if (found && !(isOther && found.by === 'alias')) {
    const { speaker, by } = found;
    const { id: speakerId, name } = speaker;
    return { speakerId, name, isNamed: true, resolvedBy: by, antecedent: null, reason: null };
  }
  if (within) return byName(within.person, within.name);
  const described = resolveDescription(words, { passage: index, start: source.start }, context.referents);
  return described ?? inWords(words, isName(words, source, passage));
}

/** "Lena Moss, [who] said": whoever stands before it. */
function resolveRelative(source: Span, passage: Passage, context: ResolveContext): Resolution {
  const words = antecedentOf(passage.text, source.start);
  if (!words) return inWords(wordsOf(passage, source), false);
  const antecedent = { passageId: passage.id, ...words };
  return { ...resolveSource(words, passage, context), resolvedBy: 'pronoun', antecedent, reason: 'same-sentence' };
}

/** On the day of the saying; an office that changed hands on the days it may have been said is held by nobody for sure. */
function findOn(words: string, { gazetteer, on }: ResolveContext): Found | undefined {
  const first = gazetteer.find(words, on.from);
  if (on.from === on.to || first?.by !== 'office') return first;
  return gazetteer.find(words, on.to)?.speaker.id === first.speaker.id ? first : undefined;
}

const SEVERAL_WORDS = pattern(String.raw`^\p{Lu}\S*[ \u00a0]+\S`, 'u');

function byName(person: Person | undefined, name: string): Resolution {
  const resolution = { speakerId: person?.speakerId ?? null, isNamed: true, resolvedBy: 'name', reason: null } as const;
  const isShort = person !== undefined && person.name !== name && !SEVERAL_WORDS.test(name);
  if (isShort) return { ...resolution, name: person.name, antecedent: person.words };
  return { ...resolution, name, antecedent: null };
}

function inWords(words: string, isNamed: boolean): Resolution {
  return {
    speakerId: null,
    name: words,
    isNamed,
    resolvedBy: isNamed ? 'name' : null,
    antecedent: null,
    reason: null,
  };
}

const CALENDAR = pattern(
  String.raw`^\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*)\b`,
);

const NAME_BEHIND = pattern(String.raw`^\s+\p{Lu}\p{Ll}`);

/** "an official in [Washington]", "[Washington] Post": a capital that is only a place, or the first word of a longer name. */
function isPartOfName({ start, end }: Span, { text }: Passage, { kind }: Speaker): boolean {
  if (kind === 'person') return false;
  const behind = text.slice(end, end + 16);
  const isPlace = /\b(?:in|from|at|near|outside|around)\s+(?:the\s+)?$/u.test(
    text.slice(Math.max(0, start - 14), start),
  );
  return isPlace || (NAME_BEHIND.test(behind) && !CALENDAR.test(behind));
}

/** Bodies that are named through somebody or something: "Varga's office", "the Orlan ministry" is in the article's own words. */
const BODY = pattern(
  String.raw`^(?:[Tt]he\s+)?(?:\p{Lu}\S*\s+)*\p{Lu}\S*['’]s?\s+(?:office|government|ministry|campaign|administration|party|army|military|company|foundation)$`,
  'u',
);
const CAPITALS = pattern(String.raw`^(?:[Tt]he\s+)?(?:\p{Lu}[\p{L}\p{M}'’.&-]*\s+){1,5}\p{Lu}[\p{L}\p{M}'’.&-]*$`, 'u');

const CAPITAL_WORD = pattern(String.raw`^(?:(?:al|el)-)?\p{Lu}[\p{L}\p{M}'’-]+$`);

/** True for words that name somebody of whom nothing else is known: "The Harbor Gazette", "Moss", "Varga's office". Not "Reports". */
function isName(words: string, { start }: Span, { text }: Passage): boolean {
  if (BODY.test(words) || CAPITALS.test(words)) return true;
  if (!CAPITAL_WORD.test(words)) return false;
  const isFirst = /(?:^|[.!?:]["”’]?\s+|["“]\s*)$/u.test(text.slice(Math.max(0, start - 4), start));
  // "Officials said": a capital that only begins the sentence.
  const head = readLabel(words)?.head ?? '';
  return !isFirst || !pronounsOf(head).includes('they');
}
