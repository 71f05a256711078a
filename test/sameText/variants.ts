// What outlets make of an agency's story, and what only looks like it: made of invented articles, the same for the same seed.
import type { Random } from '../bench/news/random.ts';

export interface Variant {
  readonly name: string;
  readonly make: (random: Random, material: Material) => readonly string[];
}

export interface Material {
  readonly paragraphs: readonly string[];
  /** Another article of the same event, in its own words. */
  readonly sameEvent: readonly string[];
  /** Any other article. */
  readonly other: readonly string[];
}

/** Each is the same text as its material. */
export const SAME: readonly Variant[] = [
  { name: 'as it is', make: (_, { paragraphs }) => paragraphs },
  { name: 'with a dateline', make: (random, { paragraphs }) => withDateline(random, paragraphs) },
  { name: 'cut at the end', make: (random, { paragraphs }) => cut(random, paragraphs) },
  { name: 'in another order', make: (random, { paragraphs }) => reordered(random, paragraphs) },
  { name: 'in another house style', make: (random, { paragraphs }) => inHouseStyle(random, paragraphs) },
  {
    name: 'with some words changed',
    make: (random, { paragraphs, other }) => withOtherWords(random, paragraphs, other),
  },
  { name: 'with paragraphs added', make: (random, { paragraphs, other }) => withParagraphs(random, paragraphs, other) },
  {
    name: 'with captions in between',
    make: (random, { paragraphs, other }) => withCaptions(random, paragraphs, other),
  },
  {
    name: 'all of these together',
    make: (random, { paragraphs, other }) =>
      withCaptions(
        random,
        withParagraphs(
          random,
          withOtherWords(random, inHouseStyle(random, reordered(random, cut(random, paragraphs))), other),
          other,
        ),
        other,
      ),
  },
];

/** None is the same text as its material. */
export const APART: readonly Variant[] = [
  { name: 'another article', make: (_, { other }) => other },
  { name: 'the same event in other words', make: (_, { sameEvent }) => sameEvent },
  {
    name: 'the same quotations in another article',
    make: (random, { paragraphs, sameEvent }) => withQuotations(random, paragraphs, sameEvent),
  },
  {
    name: 'a follow-up with its background',
    make: (random, { paragraphs, other }) => [...other, ...somewhere(random, paragraphs, 2 + random.below(2))],
  },
  { name: 'the next day of a template', make: (random, { paragraphs }) => template(random, paragraphs) },
  {
    name: 'a live blog that shares a third',
    make: (random, { paragraphs, other }) => {
      const shared = somewhere(random, paragraphs, Math.round(paragraphs.length / 3));
      return [...other.slice(0, paragraphs.length - shared.length), ...shared];
    },
  },
];

/** The daily numbers of a port: words that stay, with figures in between that do not. */
export function template(random: Random, paragraphs: readonly string[]): readonly string[] {
  const figure = (): string => String(100 + random.below(9_000));
  return paragraphs.map((paragraph) =>
    paragraph
      .split(' ')
      .map((word, at) => (at % 15 === 7 ? figure() : word))
      .join(' '),
  );
}

function withDateline(random: Random, [first = '', ...rest]: readonly string[]): string[] {
  return [`${random.pick(['PORT VALE, Feb. 12 (Wire) -', 'ORLAN (Agency) —'])} ${first}`, ...rest];
}

/** At least half of the words is kept. */
function cut(random: Random, paragraphs: readonly string[]): readonly string[] {
  const all = wordsIn(paragraphs);
  let kept = Math.ceil(paragraphs.length * (0.5 + 0.4 * random.next()));
  while (wordsIn(paragraphs.slice(0, kept)) * 2 < all) kept += 1;
  return paragraphs.slice(0, kept);
}

function wordsIn(paragraphs: readonly string[]): number {
  return paragraphs.join(' ').split(' ').length;
}

function reordered(random: Random, paragraphs: readonly string[]): string[] {
  const moved = [...paragraphs];
  for (let times = 0; times < 4; times += 1) {
    const [taken = ''] = moved.splice(random.below(moved.length), 1);
    moved.splice(random.below(moved.length + 1), 0, taken);
  }
  return moved;
}

const STYLES: readonly (readonly [RegExp, string])[] = [
  [/"([^"]*)"/g, '“$1”'],
  [/'/g, '’'],
  [/or\b/g, 'our'],
  [/ized\b/g, 'ised'],
  [/\bprogram\b/g, 'programme'],
  [/\bsaid on (\w+day)\b/g, 'said $1'],
  [/\bseven\b/g, '7'],
  [/ and /g, ' & '],
];

function inHouseStyle(random: Random, paragraphs: readonly string[]): string[] {
  const styles = STYLES.filter(() => random.chance(0.7));
  return withDateline(random, paragraphs).map((paragraph) =>
    styles.reduce((text, [from, to]) => text.replace(from, to), paragraph),
  );
}

/** Four words of a hundred are others, gone or new. */
function withOtherWords(random: Random, paragraphs: readonly string[], other: readonly string[]): string[] {
  const words = other.join(' ').split(' ');
  return paragraphs.map((paragraph) =>
    paragraph
      .split(' ')
      .flatMap((word) => {
        if (!random.chance(0.04)) return [word];
        return random.pick<string[]>([[], [random.pick(words)], [word, random.pick(words)]]);
      })
      .join(' '),
  );
}

function withParagraphs(random: Random, paragraphs: readonly string[], other: readonly string[]): string[] {
  return insert(random, paragraphs, somewhere(random, other, 1 + random.below(2)));
}

function withCaptions(random: Random, paragraphs: readonly string[], other: readonly string[]): string[] {
  const captions = somewhere(random, other, 3).map((text) => `${text.split(' ').slice(0, 14).join(' ')}. Photo: Vale`);
  return insert(random, paragraphs, captions);
}

/** Its own narration, with all that is quoted in the first article told in it. */
function withQuotations(random: Random, paragraphs: readonly string[], event: readonly string[]): string[] {
  const quoted = paragraphs.flatMap((text) => text.match(/"[^"]+"/g) ?? []);
  return insert(
    random,
    event,
    quoted.map((words) => `${words} it was said at the meeting.`),
  );
}

function insert(random: Random, paragraphs: readonly string[], more: readonly string[]): string[] {
  const all = [...paragraphs];
  for (const one of more) all.splice(random.below(all.length + 1), 0, one);
  return all;
}

function somewhere(random: Random, paragraphs: readonly string[], count: number): readonly string[] {
  const start = random.below(Math.max(1, paragraphs.length - count));
  return paragraphs.slice(start, start + count);
}
