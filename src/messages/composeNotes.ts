// Notes of an answer as sentences: what was not found, what the corpus does not have at all, how a name was read.
import type { Note, Searched } from '../answers/answer.ts';
import { assertNever } from './message.ts';
import { count, formatDay, quoted } from './words.ts';

/** "1 article, 14 passages, up to 12 Feb 2026". */
export function searchedWords(searched: Searched): string {
  return `${count(searched.articles, 'article')}, ${count(searched.passages, 'passage')}${upToWords(searched)}`;
}

/** ", up to 12 Feb 2026"; nothing where every article is withdrawn: then there is no newest day. */
export function upToWords({ articles, upTo }: Searched): string {
  return articles === 0 ? '' : `, up to ${formatDay(upTo)}`;
}

export function noteWords(note: Note, searched: Searched): string {
  switch (note.kind) {
    case 'nothing':
      return `${NOTHING[note.what]}: ${searchedWords(searched)}.`;
    case 'unknown-words':
      return `Not in it at all: ${note.words.join(', ')}.`;
    case 'corrected':
      return `${quoted(note.typed)} was read as ${quoted(note.read)}.`;
    case 'phrase-not-found':
      return `Nobody is quoted with ${quoted(note.phrase)} word by word; these statements have its words.`;
    case 'unknown-speaker':
      return note.nearest === null
        ? `Nobody called ${quoted(note.name)} says anything: ${searchedWords(searched)}. Type speakers to see who does.`
        : `Nobody called ${quoted(note.name)} says anything. Did you mean ${note.nearest}?`;
    case 'no-statements-by':
      return `No statement by ${note.name}: ${searchedWords(searched)}.`;
    case 'mentioned-only':
      return `${note.name} is only mentioned, in ${note.passages.join(', ')}.`;
    case 'withdrawn':
      return `${count(note.articles, 'article')} withdrawn by the outlet ${note.articles === 1 ? 'is' : 'are'} not searched.`;
    case 'withdrawn-passage':
      return `${note.outlet} has withdrawn ${quoted(note.title)}; its words are not shown.`;
    default:
      return assertNever(note);
  }
}

const NOTHING: Readonly<Record<(Note & { kind: 'nothing' })['what'], string>> = {
  statement: 'No statement in the corpus says this',
  passage: 'No passage in the corpus answers this',
  quotation: 'Not found, neither as given nor changed',
};

/** All notes as one text, for `--json`; null when there are none. */
export function notesText(notes: readonly Note[], searched: Searched): string | null {
  return notes.length === 0 ? null : notes.map((note) => noteWords(note, searched)).join(' ');
}
