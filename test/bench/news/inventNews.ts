// createNews(seed): an invented news corpus of any size: article by article, the same for the same seed. Events are told by several outlets,
// each with its own wording of what was said; people speak in direct, reported and mixed speech, under names, as "he", and unnamed.
import type { Article, Corpus } from '../../../src/domain.ts';
import { type Clause, capital, createLanguage, type Language, type Topic, WEEKDAYS } from './language.ts';
import { createPeople, type People, type Person } from './people.ts';
import { createRandom, type Random } from './random.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

export interface News {
  readonly speakers: Corpus['speakers'];
  /** The number-th article, counted from 0: some 750 words. */
  article(number: number): Article;
  readonly words: number;
}

/** Words of an article, about: it ends with the paragraph in which it reaches them. */
const ARTICLE_WORDS = 750;
/** A paragraph ends with the sentence in which it reaches as many. */
const PARAGRAPH_WORDS = 30;
/** Share of sentences in which somebody speaks. */
const SAID = 0.28;
/** Of eight articles four tell one event, two another, and two each one of their own. */
const EVENT_OF_EIGHT = [0, 0, 0, 0, 1, 1, 2, 3];
const EVENTS_OF_EIGHT = 4;
const THEMES = 40;
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
/** Events of one day. */
const EVENTS_A_DAY = 12;

/** Something that was said at an event. */
interface Utterance {
  readonly by: Person;
  readonly clause: Clause;
  /** Days before the event's own. */
  readonly daysBefore: number;
}

interface Event {
  readonly day: number;
  readonly topic: Topic;
  readonly utterances: readonly Utterance[];
}

export function createNews(seed: number): News {
  const vocabulary = createVocabulary(seed);
  const people = createPeople(seed);
  const themes = Array.from({ length: THEMES }, (_, theme) =>
    topicOf(vocabulary, createRandom(seed, 'theme', theme), 'common'),
  );
  const eventOf = (id: number): Event => {
    const random = createRandom(seed, 'event', id);
    const [own, theme] = [topicOf(vocabulary, random, 'rare'), random.pick(themes)];
    const topic = {
      noun: [...own.noun, ...theme.noun],
      verb: [...own.verb, ...theme.verb],
      adjective: [...own.adjective, ...theme.adjective],
    };
    const language = createLanguage(vocabulary, { topic, towns: people.towns }, random);
    const speakers = Array.from({ length: 3 }, () => people.draw(random));
    const utterances = Array.from({ length: 9 }, () => ({
      by: random.pick(speakers),
      clause: language.clause(),
      daysBefore: random.below(3),
    }));
    return { day: Math.floor(id / EVENTS_A_DAY), topic, utterances };
  };
  return {
    speakers: people.speakers,
    words: vocabulary.size,
    article(number) {
      const id = Math.floor(number / 8) * EVENTS_OF_EIGHT + (EVENT_OF_EIGHT[number % 8] ?? 0);
      return write(eventOf(id), { number, random: createRandom(seed, 'article', number), vocabulary, people });
    },
  };
}

function topicOf(vocabulary: Vocabulary, random: Random, kind: 'rare' | 'common'): Topic {
  const words = (wordClass: 'noun' | 'verb' | 'adjective', count: number): string[] =>
    Array.from({ length: count }, () =>
      kind === 'rare' ? vocabulary.drawRare(wordClass, random) : vocabulary.draw(wordClass, random),
    );
  return { noun: words('noun', 10), verb: words('verb', 5), adjective: words('adjective', 5) };
}

interface Writing {
  readonly number: number;
  readonly random: Random;
  readonly vocabulary: Vocabulary;
  readonly people: People;
}

function write(event: Event, { number, random, vocabulary, people }: Writing): Article {
  const language = createLanguage(vocabulary, { topic: event.topic, towns: people.towns }, random);
  const published = event.day + random.below(3);
  const reporter = createReporter(language, random, published);
  const told = event.utterances.filter(() => random.chance(0.6));
  const paragraphs: string[] = [];
  for (let words = 0; words < ARTICLE_WORDS; words += wordsIn(paragraphs.at(-1) ?? '')) {
    const sentences: string[] = [];
    while (wordsIn(sentences.join(' ')) < PARAGRAPH_WORDS) {
      const isSaid = random.chance(SAID);
      const own = { by: people.draw(random), clause: language.clause(), daysBefore: random.below(3) };
      sentences.push(isSaid ? reporter.report(told.shift() ?? own, event.day) : language.narration());
    }
    paragraphs.push(sentences.join(' '));
  }
  const id = `news-${String(number).padStart(6, '0')}`;
  const [outlet, town] = [random.pick(people.outlets), random.pick(people.towns)];
  return {
    id,
    title: `${town} ${language.noun()} and the ${language.adjective()} ${language.noun()}`,
    outlet,
    url: `https://example.org/${id}`,
    publishedOn: dayOf(published),
    updatedOn: null,
    retrievedOn: dayOf(published + 1),
    language: 'en',
    byline: null,
    status: 'usable',
    note: null,
    corrections: [],
    sameTextAs: null,
    captions: [],
    body: paragraphs.join('\n\n'),
  };
}

interface Reporter {
  /** The sentences by which this article tells what was said. */
  report(said: Utterance, eventDay: number): string;
}

const CUES = ['said', 'said', 'said', 'said', 'told reporters', 'added', 'insisted', 'warned', 'wrote', 'announced'];
const UNNAMED = [
  'A senior official',
  'Government officials',
  'A spokeswoman',
  'Two people familiar with the plan',
  'Officials',
];

function createReporter(language: Language, random: Random, published: number): Reporter {
  const named = new Set<Person>();
  let last: Person | undefined;
  /** "Mayor Teo Varga" at first, then "Varga", and "he" for whoever spoke before. */
  const nameOf = (person: Person): string => {
    const full = `${person.first} ${person.last}`;
    const isNew = !named.has(person);
    named.add(person);
    if (isNew) return random.chance(0.5) ? `${capital(person.title)} ${full}` : `${full}, the ${person.title},`;
    return person === last && random.chance(0.5) ? person.pronoun : person.last;
  };
  const dayWords = (daysAgo: number): string => {
    if (random.chance(0.5) || daysAgo > 6) return '';
    const weekday = WEEKDAYS[(new Date(FIRST_DAY + (published - daysAgo) * DAY_MS).getUTCDay() + 6) % 7] ?? '';
    return random.chance(0.5) ? ` on ${weekday}` : ` ${weekday}`;
  };
  return {
    report({ by, clause, daysBefore }, eventDay) {
      const isUnnamed = random.chance(0.12);
      const who = isUnnamed ? random.pick(UNNAMED) : nameOf(by);
      last = isUnnamed ? undefined : by;
      const inside = /^(?:he|she|[A-Z])/.test(who) && !isUnnamed ? who : who.charAt(0).toLowerCase() + who.slice(1);
      const when = dayWords(published - eventDay + daysBefore);
      const cue = random.pick(CUES);
      return random.pick([
        () => `"${capital(clause.quoted)}," ${inside} ${cue}${when}.`,
        () => `"${capital(clause.quoted)}," ${inside} ${cue}. "${capital(language.clause().quoted)}."`,
        () => `${capital(who)} said${when}: "${capital(clause.quoted)}."`,
        () => `${capital(who)} ${cue}${when} that ${clause.reported}.`,
        () => `${capital(who)} ${cue}${when} that ${clause.reported}.`,
        () =>
          `According to ${inside.replace(/^he$/, 'him').replace(/^she$/, 'her').replace(/,$/, '')}, ${clause.reported}.`,
        () =>
          `${capital(who)} said${when} that ${clause.reported} and called it "${language.adjective()} and ${language.adjective()}."`,
      ])();
    },
  };
}

function wordsIn(text: string): number {
  return text === '' ? 0 : text.split(' ').length;
}

function dayOf(day: number): string {
  return new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
}
