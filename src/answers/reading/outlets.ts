// Outlets of the corpus by name, and where a request limits itself to one: "in CGTN", "according to CGTN", "CGTN only". Case and accents
// don't matter; aliases of an outlet that has an entry in speakers.yaml count ("WSJ").
import type { Span } from '../../domain.ts';
import { editDistance } from '../../editDistance.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Token } from '../../search/tokens.ts';
import type { Note } from '../answer.ts';

interface NamedOutlet {
  /** As the corpus writes it. */
  readonly outlet: string;
  /** One of its names, as folded words without "the". */
  readonly words: readonly string[];
}

const known = new WeakMap<StoryIndex, readonly NamedOutlet[]>();

/** Outlets of articles that may be shown, in the order of the corpus. */
export function outletsOf(index: StoryIndex): string[] {
  const shown = index.story.articles.filter(({ status }) => status !== 'withdrawn');
  return [...new Set(shown.map(({ outlet }) => outlet))];
}

/** The outlet that a name means, as the corpus writes it. */
export function outletNamed(index: StoryIndex, name: string): string | undefined {
  const wanted = wordsOf(index.tokenize(name)).join(' ');
  return namesOf(index).find(({ words }) => words.join(' ') === wanted)?.outlet;
}

/** The outlet that is meant; one that the corpus does not have is kept, so that nothing passes, and said to be unknown. */
export function outletMeant(
  index: StoryIndex,
  name: string,
): { readonly name: string; readonly notes: readonly Note[] } {
  const outlet = outletNamed(index, name);
  if (outlet !== undefined) return { name: outlet, notes: [] };
  const outlets = outletsOf(index);
  const most = name.length < SURE_LENGTH ? 1 : 2;
  const near = outlets.find(
    (one) => name.length >= 4 && editDistance(one.toLowerCase(), name.toLowerCase(), most) <= most,
  );
  if (near !== undefined) return { name: near, notes: [{ kind: 'corrected', typed: name, read: [near] }] };
  return { name, notes: [{ kind: 'unknown-outlet', name, outlets }] };
}

/** Names of as many letters may have two typing errors, as those of speakers. */
const SURE_LENGTH = 8;

const CLAUSE = /(?:^|(?<=[\s,;(]))outlet:\s*(?:["“„«]\s*([^"“”„«»]*[^"“”„«»\s])\s*["“”»]|(\S.*))/i;
const ENDS_NAME =
  /[\s,;]+(?:(?:since|until|before|after|between|about|by|except|direct|directly|only|on|last|this|and)\s.*|yesterday|today)$|[\s,.;:!?]+$/i;

/** `outlet:Gazette`, `outlet:"Harbor Gazette"`, whether the corpus has it or not; the words are those behind the colon. */
export function findOutletClause(index: StoryIndex, text: string): (Span & { readonly name: string }) | undefined {
  const match = CLAUSE.exec(text);
  if (!match) return undefined;
  const [whole, quoted, rest = ''] = match;
  if (quoted !== undefined) return { start: match.index, end: match.index + whole.length, name: quoted };
  const words = [...rest.matchAll(/\S+/gu)].map(({ 0: word, index: at }) => at + word.replace(/[,.;:!?]+$/, '').length);
  const known = words.filter((end) => outletNamed(index, rest.slice(0, end)) !== undefined).at(-1);
  const name = known === undefined ? rest.replace(ENDS_NAME, '') : rest.slice(0, known);
  return { start: match.index, end: match.index + whole.length - rest.length + name.length, name };
}

const BEFORE =
  /(?:^|(?<=[\s,;(]))(?:(?:as\s+)?(?:(?:published|printed|reported|carried|covered|quoted|cited|written|appeared|articles?|reports?|coverage|statements?)\s+)?(?:only\s+)?(in|on|from|by|at|per|via|of)|according\s+to|only|just|outlet:?)\s+(?:the\s+)?$/i;
const BEHIND = /^(?:['’]s?)?\s+(?:(?:articles?|reports?|reporting|coverage)\s+)?(?:only|alone)(?=$|[\s,.;:!?)])/i;
const ARTICLES = /^(?:['’]s?)?\s+(?:articles?|reports?|reporting|coverage)(?=$|[\s,.;:!?)])/i;

/** "What did CGTN report on missiles": what it printed, where it does not speak as somebody with an entry. */
const ASKED_BEFORE = /(?:did|does|do|has|have|had)\s+(?:the\s+)?$/i;
const ASKED_BEHIND =
  /^\s+(?:ever\s+|also\s+)?(?:report|write|written|publish|print|carry|cover)(?:s|ed|ied)?(?=$|[\s,.;:!?)])/i;

/** The first limit to an outlet, with the words that make it one; not the outlet as somebody who is asked about. */
export function findOutletLimit(index: StoryIndex, text: string): (Span & { readonly outlet: string }) | undefined {
  const tokens = index.tokenize(text);
  for (let at = 0; at < tokens.length; at += 1) {
    const named = namesOf(index).find(({ words }) => words.every((word, offset) => tokens[at + offset]?.word === word));
    const first = tokens[at];
    const last = tokens[at + (named?.words.length ?? 0) - 1];
    if (!named || !first || !last) continue;
    const asked = ASKED_BEFORE.exec(text.slice(0, first.start));
    const verb = asked && ASKED_BEHIND.exec(text.slice(last.end));
    if (asked && verb && !index.story.gazetteer.find(text.slice(first.start, last.end), index.asOf)) {
      return { start: asked.index, end: last.end + verb[0].length, outlet: named.outlet };
    }
    const before = BEFORE.exec(text.slice(0, first.start));
    const behind = BEHIND.exec(text.slice(last.end));
    const isSure = behind !== null || before?.[1] === undefined;
    if ((!before && !behind) || (!isSure && isOrdinary(index, text.slice(first.start, last.end)))) continue;
    const more = behind ?? (before ? ARTICLES.exec(text.slice(last.end)) : null);
    return { start: before?.index ?? first.start, end: last.end + (more?.[0].length ?? 0), outlet: named.outlet };
  }
  return undefined;
}

/** "Time" is an outlet, "in time" is none: a word typed in small letters that the corpus prints so as well. */
function isOrdinary(index: StoryIndex, typed: string): boolean {
  if (!/^\p{Ll}+$/u.test(typed)) return false;
  const stems = index.tokenize(typed).map(({ stem }) => stem);
  const printed = new RegExp(`(?<![\\p{L}\\p{N}])${typed}(?![\\p{L}\\p{N}])`, 'u');
  return index.passagesHaving(stems).some(({ text }) => printed.test(text));
}

/** Longest names first, so that "Harbor Gazette Weekly" is not "Harbor Gazette". */
function namesOf(index: StoryIndex): readonly NamedOutlet[] {
  const kept = known.get(index);
  if (kept) return kept;
  const { speakers } = index.story.gazetteer;
  const keyOf = (name: string): string => wordsOf(index.tokenize(name)).join(' ');
  const names = outletsOf(index).flatMap((outlet) => {
    const entry = speakers.find(
      ({ kind, name, aliases }) => kind === 'outlet' && [name, ...aliases].some((one) => keyOf(one) === keyOf(outlet)),
    );
    return [outlet, ...(entry ? [entry.name, ...entry.aliases] : [])].map((name) => ({
      outlet,
      words: wordsOf(index.tokenize(name)),
    }));
  });
  const found = names.filter(({ words }) => words.length > 0).sort((a, b) => b.words.length - a.words.length);
  known.set(index, found);
  return found;
}

function wordsOf(tokens: readonly Token[]): string[] {
  const words = tokens.map(({ word }) => word);
  return words[0] === 'the' ? words.slice(1) : words;
}
