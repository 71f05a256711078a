// What a personal name looks like in running text and how two ways of writing one compare: "J. D. Marsh", "Salim al-Harthi",
// "Ana de la Cruz", "Hugo Reis Jr.", "Mr. Moss". Only shapes; who is meant is the cast's business (cast.ts).
import type { Span } from '../../domain.ts';
import { MARKS, pattern } from '../../patterns.ts';
import { TITLE_NOUNS } from '../lexicon.ts';
import { pronounOfGivenName } from './givenNames.ts';

/** A run of capitalised words: where its name begins and what stood before it. */
export interface NameRun extends Span {
  /** Without titles and the possessive's "'s": "Hugo Reis Jr.". */
  readonly name: string;
  /** Titles and whatever else was printed in capitals before the name: "Orlan Foreign Minister". '': none. */
  readonly lead: string;
  /** "Moss's": the name belongs to what follows. */
  readonly isPossessive: boolean;
}

const ABBREVIATION = String.raw`(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Rev|Prof|Adm|Maj)\.`;
const INITIALS = String.raw`\p{Lu}\.(?:[ \u00a0]?\p{Lu}\.){0,2}`;
const WORD = String.raw`(?:(?:al|el)-)?\p{Lu}(?:['’]?\p{Lu})?[\p{Ll}\p{M}][\p{L}\p{M}'’-]*`;
const TOKEN = `(?:${ABBREVIATION}|${INITIALS}|${WORD})`;
const PARTICLES = 'de|la|del|da|di|du|van|von|der|den|bin|ibn|ben|al|el|abu';
const RUN = pattern(String.raw`${TOKEN}(?:[ \u00a0]+(?:(?:${PARTICLES})[ \u00a0]+){0,2}${TOKEN}){0,7}`, 'y');
const SUFFIX = /^,?[ \u00a0](?:(?:Jr|Sr)\b\.?|(?:II|III|IV)\b)/u;
const POSSESSIVE = /['’]s?$/u;
/** Capitalised for standing first or for being a day: no part of a name. */
const OPENERS = new Set(
  `the a an but and on in at for as when while after before if so yet also then however still meanwhile asked both neither he she
   they it we i his her their its this that these those there what who why how not no one two monday tuesday wednesday
   thursday friday saturday sunday january february march april june july august september october november december
   u.s. u.n. u.k. e.u. d.c. vice`.split(/\s+/),
);
/** The last word of names that look like a person's and are not. */
const NO_PERSON = new Set(
  `house senate court university college street journal gazette post times news network committee council party states
   kingdom nations union ministry department office agency bank institute center centre hospital school church company corp
   inc group fund foundation association board commission congress parliament assembly army navy force forces guard guards
   service bureau police city county state island islands sea gulf strait press radio tv television act bill plan deal
   agreement accord committees officials republicans democrats east west america world war day administration campaign
   government harbor harbour port airport building tower hall park square river valley beach avenue road bridge review
   magazine herald tribune today daily weekly security affairs conference summit games cup league club museum library
   embassy consulate republic federation emirates arabia africa korea zealand york revolution`.split(/\s+/),
);

const WORD_CHARACTER = pattern(String.raw`[\p{L}\p{N}’]`);

/** Every capitalised run of the text, in its order; those that are nothing but titles or openers are left out. */
export function findNameRuns(text: string): NameRun[] {
  const runs: NameRun[] = [];
  let isWord = false;
  for (let at = 0; at < text.length; at += 1) {
    // Looking for the letter by its code and matching only there takes a third of the time of one search by pattern (measured).
    const code = text.charCodeAt(at);
    const mayBegin = !isWord && mayBeginName(code, text, at);
    isWord = code > 127 ? WORD_CHARACTER.test(text[at] ?? '') : WORD_CODES[code] === 1;
    if (!mayBegin) continue;
    RUN.lastIndex = at;
    const words = RUN.exec(text)?.[0];
    if (words === undefined) continue;
    const run = nameWithin(text, words, at);
    if (run) runs.push(run);
    at += words.length - 1;
    isWord = !words.endsWith('.');
  }
  return runs;
}

/** 1 for every code below 128 of a letter, a digit, an apostrophe or a hyphen. */
const WORD_CODES = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9'-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** A capital letter, any letter beyond ASCII, or the "al-" and "el-" of a name. */
function mayBeginName(code: number, text: string, at: number): boolean {
  if (code > 127 || (code >= 65 && code <= 90)) return true;
  return (code === 97 || code === 101) && text.startsWith('l-', at + 1);
}

function nameWithin(text: string, words: string, at: number): NameRun | null {
  const skipped = skipLead(text, words, at);
  if (skipped >= words.length) return null;
  const start = at + skipped;
  const whole = skipped === 0 ? words : words.slice(skipped);
  const isPossessive = POSSESSIVE.test(whole);
  const name = isPossessive ? whole.replace(POSSESSIVE, '') : whole;
  const behind = at + words.length;
  const mayGoOn = !isPossessive && name.includes(' ') && /[ ,.]/.test(text[behind] ?? '');
  const suffix = mayGoOn ? suffixLength(name, text.slice(behind, behind + 6)) : 0;
  const end = start + name.length + suffix;
  return { start, end, name: text.slice(start, end), lead: words.slice(0, skipped).trim(), isPossessive };
}

/** Of "Jr.", " III" or, where the run has taken in "Jr", its full stop. */
function suffixLength(name: string, behind: string): number {
  if (behind.startsWith('.')) return /[ \u00a0][JS]r$/u.test(name) ? 1 : 0;
  return SUFFIX.exec(behind)?.[0].length ?? 0;
}

/** Units of a run that stand before its name; all of them when it holds none. */
function skipLead(text: string, words: string, at: number): number {
  if (!/[ \u00a0]/u.test(words)) return isLead(words) ? words.length : 0;
  const parts = words.split(/[ \u00a0]+/u);
  const last = parts.length - 1;
  // "King said" is a title; "Lena King" is a name.
  const isNamedSo = isLead(parts[last] ?? '') && pronounOfGivenName(parts[last - 1] ?? '') !== null;
  const skip = parts.findLastIndex((word, position) => (position < last || !isNamedSo) && isLead(word)) + 1;
  if (skip === 0 && parts.length > 2 && OFFICE_OF.test(text.slice(Math.max(0, at - 40), at))) {
    // "Secretary of State Ana Vale", "Minister of Foreign Affairs Parviz Danesh": the name is the last two words.
    return words.lastIndexOf(parts[last - 1] ?? '', words.length - (parts[last] ?? '').length - 1);
  }
  if (skip > last) return words.length;
  let skipped = 0;
  for (let position = 0; position < skip; position += 1) {
    skipped = words.indexOf(parts[position] ?? '', skipped) + (parts[position] ?? '').length;
  }
  return skipped + (/^[ \u00a0]*/u.exec(words.slice(skipped))?.[0].length ?? 0);
}

function isLead(word: string): boolean {
  const lower = word.toLowerCase();
  return OPENERS.has(lower) || TITLE_NOUNS.has(lower.endsWith('.') ? lower.replace(/^([^.]+)\.$/u, '$1') : lower);
}

const OFFICE_OF = /\b(?:secretary|minister|director|head|chief|ministers?|undersecretary) of (?:the )?$/i;

/** "Jane Doe": two words or more, none of which shows that it is a place or a body ("Islamic Council", "Harbor Gazette"). */
export function isFullName({ name }: Pick<NameRun, 'name'>): boolean {
  const words = name.split(/[ \u00a0]+/u);
  const [first = ''] = words;
  if (words.length < 2 || words.some((word) => NO_PERSON.has(word.toLowerCase()))) return false;
  return !/(?:ian|ish|ese|ic)$/u.test(first) || pronounOfGivenName(first) !== null;
}

/** A key by which last names compare: "harthi" for "Salim al-Harthi", "cruz" for "Ana de la Cruz". '': no word in it. */
export function lastNameKey(name: string): string {
  const plain = name.replace(/,?\s+(?:Jr|Sr|II|III|IV)\.?$/u, '').replace(POSSESSIVE, '');
  const last = /[^ \u00a0]+$/u.exec(plain)?.[0] ?? '';
  return fold(last).replace(/^(?:al|el)-/u, '');
}

/** A key by which first names compare. */
export function firstNameKey(name: string): string {
  return fold(/^[^ \u00a0]+/u.exec(name)?.[0] ?? '');
}

function fold(word: string): string {
  if (/^[A-Za-z'.-]*$/.test(word)) return word.toLowerCase();
  return word.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(/’/gu, "'");
}

/** True for first names of one person, by their keys: "j." and "james", "lena" and "lena". */
export function isSameFirstName(a: string, b: string): boolean {
  if (a === b) return true;
  return a[0] === b[0] && (a.includes('.') || b.includes('.'));
}
