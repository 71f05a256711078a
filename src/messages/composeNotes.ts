// Notes of an answer as sentences: what was not found, what the corpus does not have at all, how a name was read.
import type { Note, Searched } from '../answers/answer.ts';
import type { LocalDate } from '../domain.ts';
import type { Fact } from '../requests/request.ts';
import { assertNever } from './message.ts';
import { type NextBy, promptTo } from './prompt.ts';
import { shorten } from './shorten.ts';
import { count, formatDay, formatRange, formatWeekday, list, quoted } from './words.ts';

/** "1 article, 14 passages, up to 12 Feb 2026". */
export function searchedWords(searched: Searched): string {
  return `${count(searched.articles, 'article')}, ${count(searched.passages, 'passage')}${upToWords(searched)}`;
}

/** ", up to 12 Feb 2026"; nothing where every article is withdrawn: then there is no newest day. */
export function upToWords({ articles, upTo }: Searched): string {
  return articles === 0 ? '' : `, up to ${formatDay(upTo)}`;
}

/** `nextBy`: see promptTo; requests to type where it is not given. */
export function noteWords(note: Note, searched: Searched, nextBy: NextBy = 'word'): string {
  switch (note.kind) {
    case 'nothing':
      return `${NOTHING[note.what]}: ${searchedWords(searched)}.`;
    case 'unknown-words':
      return `Not in it at all: ${note.words.join(', ')}.`;
    case 'corrected':
      return `${quoted(note.typed)} was read as ${list(note.read.map(quoted), 'or')}.`;
    case 'phrase-not-found':
      return `Nobody is quoted with ${quoted(note.phrase)} word by word; these statements have its words.`;
    case 'unknown-speaker':
      return note.nearest === null
        ? `Nobody called ${quoted(note.name)} says anything: ${searchedWords(searched)}. ${promptTo(['speakers'], nextBy)} to see who does.`
        : `Nobody called ${quoted(note.name)} says anything. Did you mean ${note.nearest}?`;
    case 'no-statements-by':
      return `No statement by ${note.name}: ${searchedWords(searched)}.`;
    case 'mentioned-only':
      return `${note.name.replace(/^the /u, 'The ')} is only mentioned, in ${note.passages.join(', ')}.`;
    case 'not-by':
      return `Not by ${note.name}. Said by others:`;
    case 'not-on-days':
      return notOnDaysWords(note.from, note.to);
    case 'not-in-outlet':
      return `Not in ${note.name}. In other outlets:`;
    case 'not-direct':
      return 'No direct quotation of this. In the outlet’s words, wholly or in part:';
    case 'only-by':
      return `Nobody but ${note.name} says this. From there:`;
    case 'unknown-outlet':
      return `No outlet of the corpus is called ${quoted(note.name)}; it has ${list(note.outlets, 'and')}.`;
    case 'undated':
      return undatedWords(note.statements, note.areShown);
    case 'none-about':
      return `No statement by ${note.name} is about this: ${searchedWords(searched)}.`;
    case 'nothing-else':
      return `Nothing else: ${searchedWords(searched)}.`;
    case 'unread':
      return 'These words were not read as anybody’s statement; in the passages somebody speaks.';
    case 'own-words':
      return 'Nobody is read as saying these words; they are printed as an outlet’s own.';
    case 'negated':
      return `The printed words say ${list(note.words.map(quoted), 'and')} where the question does not: ${note.passages.join(', ')}.`;
    case 'related-speakers':
      return `${promptTo(
        note.names.map((name) => `speaker ${name}`),
        nextBy,
      )}${note.areShown ? `. From ${note.names.length === 1 ? 'there' : 'them'}:` : '.'}`;
    case 'wider-source':
      return `For ${quoted(note.name)} these names were taken in: ${note.names.join('; ')}.`;
    case 'outlet':
      return `${note.name} is an outlet of the corpus; its own words are found with ask.`;
    case 'open-pronouns': {
      const are = note.statements === 1 ? 'is' : 'are';
      return `${count(note.statements, 'more statement')} ${are} by ${list(note.words.map(quoted), 'or')}; the articles leave open whom that means.`;
    }
    case 'same-side':
      return note.names.length === 1
        ? `Both sides are ${note.names[0]}.`
        : `${note.names[1]} speaks for ${note.names[0]}; each statement is shown once.`;
    case 'not-stated':
      return notStatedWords(note.fact, note.missing, note.of);
    case 'not-checked':
      return `${count(note.quotations, 'more quotation')} ${note.quotations === 1 ? 'was' : 'were'} not looked at: send them by themselves.`;
    case 'unread-words':
      return `Only the words of the quotation were checked, not ${list(
        note.words.map((words) => quoted(shorten(words, MAX_UNREAD_CHARS))),
        'and',
      )}.`;
    case 'by-sentence':
      return `Without quotation marks, each sentence was looked for: ${note.found} of ${note.sentences} found.`;
    case 'withdrawn':
      return `${count(note.articles, 'article')} withdrawn by the outlet ${note.articles === 1 ? 'is' : 'are'} not searched.`;
    case 'withdrawn-passage':
      return `${note.outlet} has withdrawn ${quoted(note.title)}; its words are not shown.`;
    default:
      return assertNever(note);
  }
}

/** Characters of a run of words that is told as not read. Chosen by eye. */
const MAX_UNREAD_CHARS = 80;

const NOTHING: Readonly<Record<(Note & { kind: 'nothing' })['what'], string>> = {
  statement: 'No statement in the corpus says this',
  passage: 'No passage in the corpus answers this',
  quotation: 'Not found, neither as given nor changed',
};

const ANNOUNCING: ReadonlySet<Note['kind']> = new Set([
  'not-by',
  'only-by',
  'not-on-days',
  'not-in-outlet',
  'not-direct',
]);

/** True when a note announces what is shown as nearest, so that no other line need do so. */
export function announcesNearest(notes: readonly Note[]): boolean {
  return notes.some((note) => ANNOUNCING.has(note.kind) || ('areShown' in note && note.areShown));
}

function notOnDaysWords(from: LocalDate | null, to: LocalDate | null): string {
  if (from !== null && to !== null) return `Not on ${formatRange({ from, to })}. On other days:`;
  if (from !== null) return `Not since ${formatWeekday(from)}. Said before:`;
  return to === null ? 'Not on that day. On other days:' : `Not until ${formatWeekday(to)}. Said later:`;
}

function undatedWords(statements: number, areShown: boolean): string {
  if (areShown) return 'No article states that it was said then. Said on a day that is not stated:';
  const rest = statements === 1 ? 'has no stated day and is not listed' : 'have no stated day and are not listed';
  return `${count(statements, 'more statement')} on this ${rest}.`;
}

const FACTS: Readonly<Record<Fact, string>> = {
  when: 'day',
  where: 'place',
  'to whom': 'addressee',
  why: 'reason',
};

function notStatedWords(fact: Fact, missing: number, of: number): string {
  const which = of === 1 ? '' : missing === of ? ' for any of them' : ` for ${missing} of ${of}`;
  return `No ${FACTS[fact]} is stated${which}.`;
}

/** All notes as one text, for `--json`; null when there are none. */
export function notesText(notes: readonly Note[], searched: Searched): string | null {
  return notes.length === 0 ? null : notes.map((note) => noteWords(note, searched)).join(' ');
}
