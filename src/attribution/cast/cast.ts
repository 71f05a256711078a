// buildCast(passages): who is named in an article. Somebody who is named in full once is found later by the last name, with what the
// article has said of them (labels, pronoun); two people of one last name make it ambiguous, and it is left as it stands.
// One pass over the text; every look-up costs the same however long the article is.
import type { Gazetteer, LocalDate, Passage, PassageSpan, Speaker, SpeakerId } from '../../domain.ts';
import { pattern } from '../../patterns.ts';
import { TITLE_NOUNS } from '../lexicon.ts';
import { type PersonPronoun, RESOLVED, readIntroduction } from './introduction.ts';
import { type Label, readLabel } from './labels.ts';
import { findNameRuns, firstNameKey, isFullName, isSameFirstName, lastNameKey, type NameRun } from './names.ts';

/** Somebody named in the article. */
export interface Person {
  /** The Speaker's name, else the name as first printed in full. */
  readonly name: string;
  /** Null: no entry in speakers.yaml. */
  readonly speakerId: SpeakerId | null;
  /** Where the article names them first. */
  readonly words: PassageSpan;
  /** Position of that passage in the article, from 0. */
  readonly passage: number;
  /** Null: the article does not tell. */
  readonly pronoun: PersonPronoun | null;
  /** What the article, or an office held on the day of publication, says that they are. */
  readonly labels: readonly Label[];
}

/** A place where somebody is named. */
export interface Mention extends NameRun {
  /** Undefined: nobody known, or one of several. */
  readonly person: Person | undefined;
  /** One of two or more people of that name. */
  readonly isAmbiguous: boolean;
}

/** Who is named where. `passage` is a position in the article, from 0. */
export interface Cast {
  /** The one person whom the name fits of those named up to that passage: a full name, a last name. */
  find(name: string, passage: number): Person | undefined;
  /** Names in the order of the passage's text, bodies and places among them. */
  mentionsIn(passage: number): readonly Mention[];
  /** Remembers the pronoun by which the article has taken the person up, where nothing else tells it. */
  learn(person: Person, pronoun: PersonPronoun): void;
}

type Known = { -readonly [Key in keyof Person]: Person[Key] } & {
  certainty: number;
  /** Mentions whose surroundings have been read. */
  told: number;
};

/** People of one last name that are told apart. More are as ambiguous as two. */
const MOST_OF_ONE_NAME = 20;

export function buildCast(
  passages: readonly Pick<Passage, 'id' | 'text'>[],
  gazetteer: Gazetteer,
  on: LocalDate,
): Cast {
  const byLastName = new Map<string, Known[]>();
  const byFirstName = new Map<string, Known[]>();
  /** Those of whom only a title and the last name have been printed: "Mr. Marsh". */
  const alone = new Map<string, Known>();
  const mentions: Mention[][] = [];
  const parts = remembered(partsOf);
  const speakerNamed = remembered((name) => gazetteer.find(name, on)?.speaker);

  const add = (map: Map<string, Known[]>, key: string, person: Known): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [person]);
    else if (known.length < MOST_OF_ONE_NAME && !known.includes(person)) known.push(person);
  };

  /** All whom the name may mean, at most `MOST_OF_ONE_NAME`. */
  const candidates = (name: string, passage: number): readonly Known[] => {
    const { first, last, isFull } = parts(name);
    const isMeant = (person: Known): boolean =>
      person.passage <= passage && (!isFull || isSameFirstName(parts(person.name).first, first));
    const known = byLastName.get(last)?.filter(isMeant) ?? NOBODY;
    if (isFull || known.length > 0) return known;
    // "Lena said": only of somebody whom the article shows to be a person.
    return byFirstName.get(first)?.filter((person) => person.passage <= passage && person.pronoun) ?? NOBODY;
  };

  /** The person whom a run introduces; undefined for a body, a place, or a word that may be anything. */
  const enter = (run: NameRun, words: PassageSpan, passage: number, text: string): Known | undefined => {
    const speaker = speakerNamed(run.name);
    const { first, last, isFull } = parts(run.name);
    if (speaker ? speaker.kind !== 'person' : !isUnlistedPerson(run, isFull, text)) return undefined;
    const before = speaker ? undefined : alone.get(last);
    if (before && isFull) {
      // "Mr. Marsh", whom a later paragraph names in full.
      Object.assign(before, { name: run.name, words, passage });
      alone.delete(last);
      add(byFirstName, first, before);
      return before;
    }
    const person = speaker ? listed(speaker, words, passage) : unlisted(run.name, words, passage);
    if (!speaker && !isFull) alone.set(last, person);
    add(byLastName, last, person);
    if (isFull || speaker) add(byFirstName, parts(person.name).first, person);
    return person;
  };

  const listed = (speaker: Speaker, words: PassageSpan, passage: number): Known => {
    const role = gazetteer.roleOn(speaker.id, on);
    const office = role ? readLabel(role.title) : null;
    const pronoun = speaker.pronoun === 'he' || speaker.pronoun === 'she' ? speaker.pronoun : null;
    return {
      ...unlisted(speaker.name, words, passage),
      speakerId: speaker.id,
      pronoun,
      labels: office ? [office] : [],
      certainty: Number.POSITIVE_INFINITY,
    };
  };

  passages.forEach(({ id, text }, passage) => {
    const runs = findNameRuns(text);
    mentions.push(
      runs.map((run, position) => {
        const known = candidates(run.name, passage);
        const words = { passageId: id, start: run.start, end: run.end };
        const person = known.length > 0 ? only(known) : enter(run, words, passage, text);
        if (person) tell(person, text, run, runs[position + 1]?.start ?? text.length);
        const { start, end, name, lead, isPossessive } = run;
        return { start, end, name, lead, isPossessive, person, isAmbiguous: known.length > 1 };
      }),
    );
  });
  return {
    find: (name, passage) => only(candidates(name, passage)),
    mentionsIn: (passage) => mentions[passage] ?? [],
    learn: (person, pronoun) => {
      if ((person as Known).certainty < RESOLVED) Object.assign(person, { pronoun, certainty: RESOLVED });
    },
  };
}

const NOBODY: readonly Known[] = [];

function only(known: readonly Known[]): Known | undefined {
  return known.length === 1 ? known[0] : undefined;
}

/** The function with its results kept: an article repeats its names. */
function remembered<Value>(compute: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    const value = known.get(name);
    if (value !== undefined || known.has(name)) return value as Value;
    const computed = compute(name);
    known.set(name, computed);
    return computed;
  };
}

/** "Lena Moss", "Mr. Moss"; not "Velmora", "the Moss Council", "Harbor Gazette". */
function isUnlistedPerson(run: NameRun, isFull: boolean, text: string): boolean {
  if (run.lead !== '') return TITLE_NOUNS.has(lastWordOf(run.lead)) || isFullName(run);
  return isFull && isFullName(run) && !/\bthe $/i.test(text.slice(Math.max(0, run.start - 5), run.start));
}

interface NameParts {
  readonly first: string;
  readonly last: string;
  /** "Lena Moss"; not "Moss", not "de la Cruz". */
  readonly isFull: boolean;
}

const PLAIN_TITLE = pattern(String.raw`^(?:\p{Ll}+ )+\S+$`, 'u');

function partsOf(name: string): NameParts {
  const isFull = /[ \u00a0]/u.test(name) && !PLAIN_TITLE.test(name);
  return { first: firstNameKey(name), last: lastNameKey(name), isFull };
}

function unlisted(name: string, words: PassageSpan, passage: number): Known {
  return { name, speakerId: null, words, passage, pronoun: null, labels: [], certainty: 0, told: 0 };
}

function lastWordOf(words: string): string {
  return (/[^ \u00a0]+$/u.exec(words)?.[0] ?? '').toLowerCase().replace(/\.$/u, '');
}

/** Adds what the words beside this mention tell of the person. */
function tell(person: Known, text: string, run: NameRun, reach: number): void {
  if (person.told >= MOST_TOLD) return;
  person.told += 1;
  const { labels, pronoun, certainty } = readIntroduction(text, run, reach, person.certainty);
  if (pronoun && certainty > person.certainty) Object.assign(person, { pronoun, certainty });
  const fresh = labels.filter(
    (label) =>
      !person.labels.some((known) => known.head === label.head && `${known.modifiers}` === `${label.modifiers}`),
  );
  if (fresh.length > 0) person.labels = [...person.labels, ...fresh];
}

/** Mentions of one person whose surroundings are read: an article says who somebody is where it names them first. Chosen by eye. */
const MOST_TOLD = 6;
