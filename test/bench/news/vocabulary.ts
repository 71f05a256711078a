// createVocabulary(seed): the words of an invented news corpus. Common ones are English, most of the rest are made of syllables; how often
// each is used falls with its rank, as in news (Zipf's law), so that an index has the long tail of rare words that a real one has.
import { createRandom, type Random } from './random.ts';

export type WordClass = 'noun' | 'verb' | 'adjective' | 'adverb';

export interface Vocabulary {
  /** A word of the class; frequent ones are drawn more often. */
  draw(wordClass: WordClass, random: Random): string;
  /** A word that is rare anywhere: what one event is about. */
  drawRare(wordClass: WordClass, random: Random): string;
  readonly size: number;
}

const COMMON: Readonly<Record<WordClass, string>> = {
  noun: `harbor fee minister council talk deal ferry bridge border school water price road worker union plan budget storm winter election
    village farmer tax law court report company bank market ship crew fish boat lamp crane tunnel railway hospital doctor nurse teacher
    student house rent wage strike contract investor tourist museum river dam flood fire forest mine coal gas oil pipeline grid factory
    engineer soldier guard weapon missile base treaty summit envoy embassy visa refugee camp aid food grain harvest drought vaccine clinic
    virus patient prison judge trial police crime drug theft fraud bribe audit loan debt bond currency export import tariff quota customs
    party leader member vote ballot campaign poll coalition cabinet reform bill veto speech letter promise threat warning offer demand
    answer question reason risk cost benefit delay failure success effort step measure order rule limit ban right duty peace war truce
    attack victim family child parent neighbor city town capital region coast island valley mountain bay square hall station airport
    runway flight pilot passenger train bus driver truck car engine fuel battery satellite network phone screen newspaper editor camera
    film song festival team coach player match record prize season week month year day night morning hour moment`,
  verb: `build close open raise lower pay sell buy sign reject accept discuss repair protect support oppose delay cancel extend limit allow
    ban fund cut share publish review study test inspect approve join leave visit attack defend evacuate rescue supply deliver replace
    expand reduce restore secure control monitor blame thank warn remind invite expect prepare finish start resume suspend abandon demand
    offer promise help stop keep move carry receive need want`,
  adjective: `new old high low large small long short early late public private local foreign northern southern eastern western central
    national regional annual monthly daily joint secret final first last major minor serious urgent legal illegal safe dangerous cheap
    expensive free fair clean strong weak young former senior military civil economic political social nuclear digital medical rural urban
    empty full broken frozen wooden open closed likely ready useful harmful broad narrow direct indirect quick slow`,
  adverb: `again already always soon still never often later together quickly slowly clearly fully partly largely recently finally openly
    quietly strongly closely nearly simply`,
};

const ONSETS = 'b br c ch cl d dr f fl g gl gr h j k kr l m n p pl pr qu r s sc sh sk sl st str t th tr v w z'.split(
  ' ',
);
const VOWELS = 'a e i o u a e i o u a e i o u ai ea ee ou'.split(' ');
const CODAS = ['', 'n', 'r', 'l', 's', 't', 'm', 'nd', 'rk', 'st', 'lt', 'ck', 'rn', 'x', 'd', 'p'];
/** Share of syllables before the last that end with a vowel. */
const OPEN_SYLLABLES = 0.75;
const ENDINGS: Readonly<Record<WordClass, readonly string[]>> = {
  noun: ['', '', '', 'ation', 'ment', 'ness', 'er', 'ity', 'ism', 'age'],
  verb: ['', '', 'ate', 'ize', 'en'],
  adjective: ['al', 'ive', 'ous', 'ic', 'ful', 'less', 'y'],
  adverb: ['ly', 'ally', 'ively'],
};
/** Words of each class that are made of syllables. */
const INVENTED: Readonly<Record<WordClass, number>> = { noun: 24_000, verb: 7000, adjective: 8000, adverb: 1000 };
/** Zipf's law as Mandelbrot put it: use falls with (rank + SHIFT) to the power of EXPONENT. */
const SHIFT = 2.7;
const EXPONENT = 1.05;

export function createVocabulary(seed: number): Vocabulary {
  const random = createRandom(seed, 'vocabulary');
  const seen = new Set<string>();
  const classes = Object.keys(COMMON) as WordClass[];
  const lists = new Map(classes.map((one) => [one, wordsOf(one, random, seen)]));
  const sums = new Map(classes.map((one) => [one, cumulated(lists.get(one)?.length ?? 0)]));
  const listOf = (one: WordClass): readonly string[] => lists.get(one) ?? [];
  return {
    size: seen.size,
    draw(one, by) {
      const own = sums.get(one) ?? new Float64Array(0);
      return listOf(one)[firstAbove(own, by.next() * (own.at(-1) ?? 0))] ?? '';
    },
    drawRare: (one, by) => by.pick(listOf(one).slice(COMMON[one].split(/\s+/).length)),
  };
}

/** A syllable or more, with a capital where it is a name. */
export function inventWord(random: Random, syllables: number): string {
  let word = '';
  for (let at = 1; at <= syllables; at += 1) {
    const isOpen = at < syllables && random.chance(OPEN_SYLLABLES);
    word += random.pick(ONSETS) + random.pick(VOWELS) + (isOpen ? '' : random.pick(CODAS));
  }
  return word;
}

export function inventName(random: Random, syllables: number): string {
  const word = inventWord(random, syllables);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function wordsOf(wordClass: WordClass, random: Random, seen: Set<string>): string[] {
  const words = COMMON[wordClass].split(/\s+/);
  for (const word of words) seen.add(word);
  for (let left = INVENTED[wordClass]; left > 0; ) {
    const word = inventWord(random, 1 + random.below(2)) + random.pick(ENDINGS[wordClass]);
    if (seen.has(word) || word.length < 4) continue;
    seen.add(word);
    words.push(word);
    left -= 1;
  }
  return words;
}

function cumulated(count: number): Float64Array {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) {
    sum += (rank + SHIFT) ** -EXPONENT;
    sums[rank] = sum;
  }
  return sums;
}

function firstAbove(sums: Float64Array, value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
