// unreadWords(index, text, checks): the words of a message beside its quotations that no check has looked at: "on Monday in Orlan". Said,
// so that nobody takes a verdict on the words for one on the day or the place.
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { CheckResult } from '../answer.ts';
import { CUE } from './cues.ts';
import { givenQuotations } from './given.ts';

/** Runs of words that are told; more are a whole conversation. Chosen by eye. */
const MOST_RUNS = 4;
/** In a longer text the quotations are what is asked about. Chosen by eye. */
const MOST_CHARS = 600;

/** Addresses, and numbers of a thread or a list: "2/". */
const NO_WORDS = /\bhttps?:\/\/\S+|(?<!\S)\d{1,2}[/.)](?=\s)/giu;
/** Words that say how a quotation is ascribed or asked about: they are read wherever they stand. */
const READ = new RegExp(
  `^(?:${CUE}|per|according|via|own|words?|quotes?|quoted|quotation|statement|post|tweet|true|right|correct|real|really|ever|actually|check|verify|confirm|please|breaking|news|reportedly|called|described|quoting|president|minister|senator|premier|leader|secretary|mr|mrs|ms|dr)$`,
  'iu',
);
const ASKED = /^\s*(?:is (?:this|that|it) (?:true|right|so|real)|did you see this|is that so)\s*\?*\s*$/iu;

/** In the order of the text; empty: all words were read. */
export function unreadWords(index: StoryIndex, text: string, checks: readonly CheckResult[]): string[] {
  if (text.length > MOST_CHARS) return [];
  const known = new Set(checks.flatMap(({ claimed }) => namesOf(claimed)).flatMap((name) => wordsIn(index, name)));
  const plain = text.replace(NO_WORDS, (part) => ' '.repeat(part.length));
  return besides(plain, checks)
    .flatMap((piece) => piece.split(/(?<=[.!?])\s|[,;:()/\n]|\s[–—-]+\s/u))
    .filter((piece) => !ASKED.test(piece))
    .flatMap((piece) => {
      const tokens = index.tokenize(piece);
      const isUnread = tokens.map(
        ({ word, isStop, start, end }) => !isStop && !known.has(word) && !READ.test(piece.slice(start, end)),
      );
      const [first, last] = [isUnread.indexOf(true), isUnread.lastIndexOf(true)];
      // The little words before them belong to them: "on Monday".
      let from = first;
      while (from > 0 && tokens[from - 1]?.isStop && !READ.test(tokens[from - 1]?.word ?? '')) from -= 1;
      return first < 0 ? [] : [piece.slice(tokens[from]?.start, tokens[last]?.end)];
    })
    .slice(0, MOST_RUNS);
}

/** What stands between the quotations; without marks, what stands around the words that were looked for. */
function besides(text: string, checks: readonly CheckResult[]): string[] {
  const given = givenQuotations(text);
  if (given.length > 0 && !(given.length === 1 && given[0] && given[0].end - given[0].start >= text.trim().length)) {
    const ends = [0, ...given.map(({ end }) => end)];
    return ends.map((end, at) => text.slice(end, given[at]?.start ?? text.length));
  }
  const [quotation = ''] = checks.map((check) => check.quotation);
  const at = text.indexOf(quotation);
  return at < 0 || quotation === '' ? [] : [text.slice(0, at), text.slice(at + quotation.length)];
}

function namesOf(claimed: CheckResult['claimed']): string[] {
  const roles = claimed?.speaker?.roles ?? [];
  return claimed
    ? [
        claimed.name,
        ...(claimed.typed === undefined ? [] : [claimed.typed]),
        ...(claimed.speaker?.aliases ?? []),
        ...roles.flatMap(({ title, names }) => [title, ...names]),
        ...(claimed.outlet === null ? [] : [claimed.outlet]),
      ]
    : [];
}

function wordsIn(index: StoryIndex, name: string): string[] {
  return index.tokenize(name).map(({ word }) => word);
}
