// createLanguage(vocabulary, topic, random): phrases and clauses of invented news, each clause as it would be quoted and as it would be reported.
import type { Random } from './random.ts';
import type { Vocabulary, WordClass } from './vocabulary.ts';

/** "we will not sell the quay" and "they would not sell the quay". */
export interface Clause {
  readonly quoted: string;
  readonly reported: string;
}

/** Words that a text is about, by class: they come up more often than elsewhere. */
export type Topic = Readonly<Record<'noun' | 'verb' | 'adjective', readonly string[]>>;

export interface Language {
  noun(): string;
  adjective(): string;
  verb(): string;
  nounPhrase(): string;
  clause(): Clause;
  /** A sentence of the outlet's own, in which nobody speaks. */
  narration(): string;
}

const IRREGULAR = new Map(
  'build:built pay:paid sell:sold buy:bought cut:cut leave:left keep:kept read:read send:sent hold:held'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const PLURALS = new Map([
  ['child', 'children'],
  ['fish', 'fish'],
]);
const NUMBERS = ['two', 'three', 'four', 'seven', '12', '13', '30', '48', '110', '1,200', '40,000'];
/** Share of words that a text takes from what it is about. */
const TOPICAL = 0.35;

export function createLanguage(
  vocabulary: Vocabulary,
  { topic, towns }: { readonly topic: Topic; readonly towns: readonly string[] },
  random: Random,
): Language {
  const word = (wordClass: Exclude<WordClass, 'adverb'>): string =>
    random.chance(TOPICAL) ? random.pick(topic[wordClass]) : vocabulary.draw(wordClass, random);
  const noun = (): string => word('noun');
  const adjective = (): string => word('adjective');
  const verb = (): string => word('verb');
  const adverb = (): string => vocabulary.draw('adverb', random);
  const town = (): string => random.pick(towns);
  const nounPhrase = (): string => {
    const core = `${random.chance(0.45) ? `${adjective()} ` : ''}${random.chance(0.3) ? plural(noun()) : noun()}`;
    const behind = random.chance(0.3) ? ` ${random.pick(['of', 'for', 'in', 'near', 'with'])} the ${noun()}` : '';
    return `the ${core}${behind}${random.chance(0.12) ? ` in ${town()}` : ''}`;
  };
  const behind = (): string =>
    random.chance(0.4)
      ? ` ${random.pick([`before the ${noun()}`, `after the ${noun()} in ${town()}`, `without the ${noun()}`, `next ${random.pick(['week', 'month', 'year'])}`, `because of ${nounPhrase()}`])}`
      : '';
  const simple = (): Clause => {
    const [subject, object, own] = [nounPhrase(), nounPhrase(), verb()];
    const rest = behind();
    const count = `${random.pick(NUMBERS)} ${plural(noun())}`;
    const quality = adjective();
    return random.pick<Clause>([
      { quoted: `${subject} will ${own} ${object}${rest}`, reported: `${subject} would ${own} ${object}${rest}` },
      { quoted: `we will ${own} ${object}${rest}`, reported: `they would ${own} ${object}${rest}` },
      { quoted: `we will not ${own} ${object}${rest}`, reported: `they would not ${own} ${object}${rest}` },
      { quoted: `${subject} is ${quality}${rest}`, reported: `${subject} was ${quality}${rest}` },
      { quoted: `${subject} is not ${quality}${rest}`, reported: `${subject} was not ${quality}${rest}` },
      { quoted: `${subject} has ${past(own)} ${object}`, reported: `${subject} had ${past(own)} ${object}` },
      { quoted: `${count} were ${past(own)} in ${town()}`, reported: `${count} had been ${past(own)} in the city` },
      { quoted: `nobody can ${own} ${object}${rest}`, reported: `nobody could ${own} ${object}${rest}` },
      { quoted: `${subject} must ${own} ${object}`, reported: `${subject} must ${own} ${object}` },
    ]);
  };
  return {
    ...{ noun, adjective, verb, nounPhrase },
    clause() {
      const first = simple();
      if (random.chance(0.65)) return first;
      const [second, joint] = [simple(), random.pick(['and', 'but', 'because', 'while', 'and that'])];
      return {
        quoted: `${first.quoted} ${joint.replace(' that', '')} ${second.quoted}`,
        reported: `${first.reported} ${joint} ${second.reported}`,
      };
    },
    narration() {
      const sentence = random.pick([
        () => `${nounPhrase()} ${past(verb())} ${nounPhrase()}${behind()}`,
        () =>
          `${nounPhrase()} was ${past(verb())} ${adverb()} in ${town()}, where ${nounPhrase()} ${past(verb())} ${nounPhrase()}`,
        () => `${random.pick(NUMBERS)} ${plural(noun())} ${past(verb())} ${nounPhrase()} on ${random.pick(WEEKDAYS)}`,
        () =>
          `${nounPhrase()}, which ${past(verb())} ${nounPhrase()} last ${random.pick(['week', 'year', 'month'])}, is ${adjective()}`,
        () => `in ${town()}, ${nounPhrase()} ${past(verb())} ${nounPhrase()} and ${past(verb())} ${nounPhrase()}`,
      ])();
      return `${capital(sentence)}.`;
    },
  };
}

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function past(verb: string): string {
  const irregular = IRREGULAR.get(verb);
  if (irregular !== undefined) return irregular;
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return /^[^aeiou]+[aeiou][bdgmnpt]$/.test(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`;
}

function plural(noun: string): string {
  const irregular = PLURALS.get(noun);
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
