// createPeople(seed): who speaks in an invented news corpus: people with and without an entry in speakers.yaml, governments and bodies, and
// the towns and outlets around them. Few of them speak often, most seldom.
import type { Speaker } from '../../../src/domain.ts';
import { createRandom, type Random } from './random.ts';
import { inventName } from './vocabulary.ts';

export interface Person {
  readonly first: string;
  readonly last: string;
  readonly pronoun: 'he' | 'she';
  /** "Harbor Minister", "an engineer". */
  readonly title: string;
  /** True for those with an entry in speakers.yaml. */
  readonly isListed: boolean;
}

export interface People {
  readonly people: readonly Person[];
  readonly governments: readonly string[];
  readonly bodies: readonly string[];
  readonly towns: readonly string[];
  readonly outlets: readonly string[];
  readonly speakers: readonly Speaker[];
  /** A person; the first are drawn most often. */
  draw(random: Random): Person;
}

const PEOPLE = 4000;
const LISTED = 150;
const TITLES =
  `Foreign Minister, Prime Minister, President, Harbor Minister, Finance Minister, Mayor, Governor, Senator, Ambassador, General,
  Energy Minister, Interior Minister, Health Minister, union leader, spokesman, engineer, professor, judge, farmer, doctor`.split(
    /,\s+/,
  );
const BODIES =
  'Council, Port Authority, Central Bank, Farmers Union, Supreme Court, Energy Agency, Red Lantern, Rail Company'.split(
    ', ',
  );
const OUTLETS = 'Gazette, Post, Wire, Herald, Times, Courier, Observer, Tribune, Mail, Radio'.split(', ');

export function createPeople(seed: number): People {
  const random = createRandom(seed, 'people');
  const distinct = (count: number, make: () => string): string[] => {
    const made = new Set<string>();
    while (made.size < count) made.add(make());
    return [...made];
  };
  const towns = distinct(600, () => inventName(random, 2));
  const governments = distinct(12, () => inventName(random, 3));
  const lasts = distinct(PEOPLE, () => inventName(random, 2));
  const firsts = distinct(200, () => inventName(random, 1) + random.pick(['a', 'o', 'i', 'en', 'us']));
  const people = lasts.map(
    (last, at): Person => ({
      first: random.pick(firsts),
      last,
      pronoun: random.chance(0.6) ? 'he' : 'she',
      title: random.pick(TITLES),
      isListed: at < LISTED,
    }),
  );
  const bodies = governments.flatMap((government) => BODIES.slice(0, 3).map((body) => `${government} ${body}`));
  return {
    ...{ people, governments, bodies, towns },
    outlets: distinct(40, () => `${random.pick(towns)} ${random.pick(OUTLETS)}`),
    speakers: speakersOf(people, governments, bodies),
    // The square of an even chance: half of what is said is said by a quarter of the people, a tenth by one in a hundred.
    draw: (by) => people[Math.floor(by.next() ** 3 * people.length)] as Person,
  };
}

function speakersOf(people: readonly Person[], governments: readonly string[], bodies: readonly string[]): Speaker[] {
  const idOf = (name: string): string => name.toLowerCase().replace(/\s+/g, '-');
  const plain = { spellings: [], roles: [], speaksFor: null, aliases: [] };
  return [
    ...governments.map((name): Speaker => ({ ...plain, id: idOf(name), name, kind: 'government', pronoun: 'it' })),
    ...bodies.map((name): Speaker => ({ ...plain, id: idOf(name), name, kind: 'body', pronoun: 'it' })),
    ...people
      .filter(({ isListed }) => isListed)
      .map(({ first, last, pronoun, title }, at): Speaker => {
        const government = governments[at % governments.length] ?? '';
        const office = {
          title: `${government} ${title}`,
          from: null,
          to: null,
          speaksFor: idOf(government),
          names: [],
        };
        // One holder an office: the loader would refuse two.
        const roles = at < governments.length ? [office] : [];
        return {
          ...plain,
          id: idOf(`${first} ${last}`),
          name: `${first} ${last}`,
          kind: 'person',
          pronoun,
          aliases: [last],
          roles,
        };
      }),
  ];
}
