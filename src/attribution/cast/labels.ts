// What a noun phrase says that somebody is: "A senior U.S. official familiar with the talks" is an official, senior and U.S.;
// "Orlan Foreign Minister" a minister, Orlan and foreign. A later "the official" or "the foreign minister" is held against it.
import { pattern } from '../../patterns.ts';

/** Head noun, lower case, in the number it is printed in; words before it; how many there are, where a number says so. */
export interface Label {
  readonly head: string;
  readonly modifiers: readonly string[];
  readonly count: number | null;
}

const BEHIND =
  /[,;:(–—]|\s(?:who|whom|whose|that|which|familiar|with|for|of|at|in|from|close|on|to|by|near|briefed|based|involved|speaking|working|aware)(?:\s|$)/i;
const DETERMINERS = new Set(
  'a an the this that these those some many several few most other same such his her its their our my both'.split(' '),
);
const NUMBERS = new Map([
  ['one', 1],
  ['both', 2],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
]);
const SHORT = new Map([
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gov', 'governor'],
  ['gen', 'general'],
  ['col', 'colonel'],
  ['capt', 'captain'],
  ['adm', 'admiral'],
  ['prof', 'professor'],
  ['premier', 'prime minister'],
]);
/** Words that make another office of it: a vice president is not "the president". */
const RESTRICTING = new Set('vice deputy prime former ex then assistant under lieutenant shadow acting'.split(' '));

/** A noun for what the others are: "the lawmaker" may be a senator. */
const KINDS = new Map(
  Object.entries({
    lawmaker: 'senator representative congressman congresswoman legislator assemblyman assemblywoman parliamentarian',
    congressman: 'representative',
    congresswoman: 'representative',
    legislator: 'senator representative lawmaker',
    diplomat: 'ambassador envoy negotiator consul',
    envoy: 'ambassador negotiator',
    leader: 'president minister chancellor king chairman chairwoman chief',
    spokesperson: 'spokesman spokeswoman',
    official:
      'minister secretary director commissioner ambassador envoy spokesman spokeswoman spokesperson adviser advisor',
    officer: 'colonel captain commander major lieutenant sergeant',
    commander: 'general admiral colonel',
    group: 'organization organisation coalition committee council association union alliance foundation network',
    organization: 'group association foundation union alliance committee',
    newspaper: 'daily paper gazette journal times post herald tribune',
    paper: 'newspaper daily gazette journal times post herald tribune',
  }).map(([noun, kinds]) => [noun, new Set(kinds.split(' '))] as const),
);

const TAKEN_UP_BY = new Map<string, string[]>();
for (const [noun, kinds] of KINDS) {
  for (const kind of kinds) TAKEN_UP_BY.set(kind, [...(TAKEN_UP_BY.get(kind) ?? []), noun]);
}

const SHORTENED = pattern(String.raw`(?<=\p{L}{2})\.$`);
const IS_WORD = pattern(String.raw`^\p{L}{2,}$`);

/** Null where no noun in small or capital letters ends the phrase, or where two kinds of people are joined. */
export function readLabel(words: string): Label | null {
  const cut = BEHIND.exec(words)?.index ?? words.length;
  const parts = words
    .slice(0, cut)
    .toLowerCase()
    .replace(/['’]s\b/gu, '')
    .split(/\s+/u)
    .map((part) => part.replace(SHORTENED, ''))
    .map((part) => SHORT.get(part) ?? part)
    .join(' ')
    .split(/[ -]/u)
    .filter((part) => part !== '');
  const head = parts.at(-1) ?? '';
  const before = parts.slice(0, -1);
  if (!IS_WORD.test(head) || DETERMINERS.has(head) || isJoined(before)) return null;
  const count = before.map((part) => NUMBERS.get(part)).find((number) => number !== undefined) ?? null;
  const modifiers = before.filter((part) => !DETERMINERS.has(part) && !NUMBERS.has(part) && part !== 'and');
  return { head, modifiers, count };
}

const PLURAL = pattern(String.raw`\p{L}{3}s$`);

/** "officials and diplomats", "a diplomat and an official": two nouns. Not "Israeli and U.S. officials". */
function isJoined(before: readonly string[]): boolean {
  return before.some((part, position) => {
    const next = before[position + 1] ?? '';
    return part === 'and' && (PLURAL.test(before[position - 1] ?? '') || DETERMINERS.has(next) || NUMBERS.has(next));
  });
}

/** "the foreign minister", "those officials", "the two allies", "the Times"; null for anything that points back to nobody. */
export function readDescription(words: string): Label | null {
  if (!/^(?:the|this|that|these|those|both)\s+\S/i.test(words) || /[,;·"“”]/u.test(words)) return null;
  const label = readLabel(words);
  // "the House" is a name of its own, not short for "the White House".
  const isName = label !== null && !words.includes(label.head);
  return isName && !/^(?:times|post|journal|herald|gazette|tribune)$/u.test(label.head) ? null : label;
}

/** True when whoever is `label` may be taken up again as `description`. */
export function fitsLabel(description: Label, label: Label): boolean {
  const isSame = description.head === label.head;
  if (!isSame && !isKindOf(description.head, label.head)) return false;
  // "the leader" is a prime minister, not a foreign minister or a vice president.
  const isLeader = description.head.startsWith('leader') && !isSame;
  if (isLeader && !(label.head.startsWith('minister') ? label.modifiers.includes('prime') : isUnrestricted(label)))
    return false;
  if (description.count !== null && label.count !== null && description.count !== label.count) return false;
  if (!description.modifiers.every((word) => label.modifiers.includes(word))) return false;
  return label.modifiers.every((word) => !RESTRICTING.has(word) || !isSame || description.modifiers.includes(word));
}

function isUnrestricted({ modifiers }: Label): boolean {
  return !modifiers.some((word) => RESTRICTING.has(word));
}

function isKindOf(noun: string, other: string): boolean {
  if (KINDS.get(noun)?.has(other)) return true;
  const isPlural = noun.endsWith('s') && other.endsWith('s');
  return isPlural && (KINDS.get(noun.slice(0, -1))?.has(other.slice(0, -1)) ?? false);
}

/** Every head noun that a label with this one may be taken up by, itself first. */
export function headsFor(head: string): readonly string[] {
  const singular = TAKEN_UP_BY.get(head);
  if (singular) return [head, ...singular];
  const plural = head.endsWith('s') ? TAKEN_UP_BY.get(head.slice(0, -1)) : undefined;
  return plural ? [head, ...plural.map((noun) => `${noun}s`)] : [head];
}

const SHE_NOUNS =
  /^(?:spokeswoman|congresswoman|chairwoman|councilwoman|assemblywoman|businesswoman|policewoman|woman|queen|princess|actress|mother|wife|widow|daughter|sister|grandmother|mrs|ms|miss|lady|baroness|duchess)$/u;
const HE_NOUNS =
  /^(?:spokesman|congressman|chairman|councilman|assemblyman|businessman|policeman|man|king|prince|actor|father|husband|widower|son|brother|grandfather|mr|sir|lord|baron|duke|ayatollah|imam|sheikh|pope|bishop|rabbi)$/u;
const PERSONS = new Set(
  `official source spokesperson diplomat analyst aide adviser advisor minister expert lawmaker insider observer person
   witness commander general president chancellor leader secretary ambassador envoy senator representative governor chief
   speaker director negotiator lawyer attorney judge mayor captain colonel admiral officer soldier sailor professor teacher
   doctor nurse economist scientist researcher historian author writer journalist reporter editor activist candidate nominee
   voter resident student worker farmer executive manager owner founder strategist pollster consultant legislator
   congressperson deputy delegate counselor prosecutor investigator detective sheriff pastor priest friend colleague
   neighbor neighbour critic supporter opponent veteran coach player driver pilot mediator premier`.split(/\s+/),
);
const PEOPLE = /^(?:people|men|women|spokesmen|spokeswomen|allies|police)$/u;

/** Pronouns that take up such a noun. Empty: not known. */
export function pronounsOf(head: string): readonly ('he' | 'she' | 'it' | 'they')[] {
  if (SHE_NOUNS.test(head)) return ['she'];
  if (HE_NOUNS.test(head)) return ['he'];
  if (PERSONS.has(head)) return ['he', 'she'];
  if (PEOPLE.test(head)) return ['they'];
  if (head.endsWith('s') && !head.endsWith('ss') && head.length > 3) return ['they'];
  return ['it'];
}

/** True for a noun that is one person: "official", "spokeswoman". */
export function isPersonNoun(head: string): boolean {
  return PERSONS.has(head) || SHE_NOUNS.test(head) || HE_NOUNS.test(head);
}
