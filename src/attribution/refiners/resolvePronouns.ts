// resolvePronoun(words, …): "he" is whoever spoke before, in the paragraph or shortly before it, when the pronoun fits them and
// nobody else whom it fits is named in between; failing that, the one person named in the sentence before. Everything else
// stays open: after a rival's name, after two who spoke together, after somebody of another pronoun.
import type { Resolution, Statement } from '../../domain.ts';
import type { Mention } from '../cast/cast.ts';
import { pronounsOf, readLabel } from '../cast/labels.ts';
import { mentionsIn, type PronounPlace, type Region, regionsBetween, sentenceBefore } from './between.ts';
import { readJoint } from './joint.ts';
import type { ResolveContext, Spoken } from './resolveSpeakers.ts';
import { hasUnnamedSubject, isUnknownSubject } from './unnamed.ts';

/** Paragraphs from a speaker to the pronoun that takes them up. Chosen by eye. */
const REACH = 2;

export function isPronoun(words: string): boolean {
  return /^(?:he|she|they|it)$/i.test(words);
}

/** Undefined: the article leaves it open. */
export function resolvePronoun(words: string, place: PronounPlace, context: ResolveContext): Resolution | undefined {
  const pronoun = words.toLowerCase();
  const [around, before] = [context.spoken.at(-2), context.spoken.at(-1)];
  if (before && place.index - before.passage <= REACH && mayMean(pronoun, before, context)) {
    // "Varga said Reis had told him so. He added": both have spoken.
    const isTwofold = around && isWithin(before.statement, around.statement) && mayMean(pronoun, around, context);
    if (isTwofold || hasRival(pronoun, before, place, context)) return undefined;
    return asSpeaker(pronoun, before.statement, context);
  }
  return isPersonal(pronoun) ? namedBefore(pronoun, place, context) : undefined;
}

function asSpeaker(pronoun: string, { speaker, source }: Statement, context: ResolveContext): Resolution {
  const person = speaker.isNamed ? context.cast.find(speaker.name, context.index) : undefined;
  if (person && isPersonal(pronoun)) context.cast.learn(person, pronoun);
  return { ...speaker, resolvedBy: 'pronoun', antecedent: speaker.antecedent ?? source, reason: 'speaker-before' };
}

function isPersonal(pronoun: string): pronoun is 'he' | 'she' {
  return pronoun === 'he' || pronoun === 'she';
}

/** Whether the pronoun can mean the source of that statement; yes for a named person of whom neither "he" nor "she" is known. */
function mayMean(pronoun: string, { statement, passage }: Spoken, { gazetteer, cast }: ResolveContext): boolean {
  const { speaker } = statement;
  if (speaker.speakerId !== null) return gazetteer.get(speaker.speakerId).pronoun === pronoun;
  if (isPronoun(speaker.name)) return false;
  if (speaker.isNamed && readJoint(speaker.name, () => true)) return pronoun === 'they';
  if (!speaker.isNamed) {
    const label = readLabel(speaker.name);
    // "A diplomat and a port official": two, of no one kind.
    if (label === null) return pronoun === 'they' && /\sand\s/u.test(speaker.name);
    return pronounsOf(label.head).some((other) => other === pronoun);
  }
  const person = cast.find(speaker.name, passage);
  // "Moss said": a single name may be anybody's; "The Harbor Gazette" is nobody.
  const isPerson = person !== undefined || /^\S+$/u.test(speaker.name);
  if (!isPerson) return pronoun === 'it';
  return isPersonal(pronoun) && (person?.pronoun ?? pronoun) === pronoun;
}

/** True for "Varga said Reis had told him": one has spoken in the other's words. */
function isWithin(inner: Statement, outer: Statement): boolean {
  return outer.content.some(
    ({ passageId, start, end }) => passageId === inner.passageId && start <= inner.cue.start && inner.cue.end <= end,
  );
}

/** `…," Varga said. Reis disagreed. "…," he said`: somebody else stands nearer, so "he" is left open. */
function hasRival(pronoun: string, before: Spoken, place: PronounPlace, context: ResolveContext): boolean {
  const { speaker, source, addressee } = before.statement;
  // Who goes on speaking ("he added") is not the one spoken to.
  const besides = [source, context.sense === 'added' ? addressee : null].filter((span) => span !== null);
  const isRival = (mention: Mention): boolean => {
    const { person } = mention;
    const isSame = person && (person.speakerId ?? person.name) === (speaker.speakerId ?? speaker.name);
    return !isSame && canMean(pronoun, mention, context);
  };
  return regionsBetween(before, place, besides).some(
    (region) => mentionsIn(region, context.cast).some(isRival) || hasStranger(pronoun, region, context),
  );
}

/** Whether the pronoun can mean whoever is named there: one person, one of several, or a body with an entry. */
function canMean(pronoun: string, { person, isAmbiguous, name }: Mention, { gazetteer, on }: ResolveContext): boolean {
  if (isPersonal(pronoun)) return person ? (person.pronoun ?? pronoun) === pronoun : isAmbiguous;
  return gazetteer.find(name, on.from)?.speaker.pronoun === pronoun;
}

/** Whether the region is about somebody whom the cast does not know. */
function hasStranger(pronoun: string, region: Region, { passages, cast, gazetteer, on }: ResolveContext): boolean {
  if (!isPersonal(pronoun)) return false;
  const text = passages[region.passage]?.text ?? '';
  const isStranger = (mention: Mention): boolean =>
    !mention.person && isUnknownSubject(mention, text) && !gazetteer.find(mention.name, on.from);
  return hasUnnamedSubject(text.slice(region.start, region.end)) || mentionsIn(region, cast).some(isStranger);
}

/** "Moss left the meeting early. "It is late," she said.": the one person named just before, whose pronoun is known. */
function namedBefore(pronoun: 'he' | 'she', place: PronounPlace, context: ResolveContext): Resolution | undefined {
  const regions = sentenceBefore(place);
  const possible = regions.flatMap((region) =>
    mentionsIn(region, context.cast)
      .filter((mention) => canMean(pronoun, mention, context))
      .map((mention) => ({ mention, passageId: context.passages[region.passage]?.id ?? '' })),
  );
  const [first] = possible;
  const person = first?.mention.person;
  if (!first || person?.pronoun !== pronoun || first.mention.isPossessive) return undefined;
  const isOpen =
    possible.some(({ mention }) => mention.person !== person) ||
    regions.some((region) => hasStranger(pronoun, region, context));
  if (isOpen) return undefined;
  const { speakerId, name } = person;
  const antecedent = { passageId: first.passageId, start: first.mention.start, end: first.mention.end };
  return { speakerId, name, isNamed: true, resolvedBy: 'pronoun', antecedent, reason: 'named-before' };
}
