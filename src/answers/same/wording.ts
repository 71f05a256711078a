// readWording(index, statement): what a statement's content says, word by word, in the form in which two outlets can be compared:
// without function words, what means the same written the same, each with what turns it round. The words themselves stay spans.
import type { Passage, Span, Statement } from '../../domain.ts';
import { findQuotations } from '../../quotations.ts';
import { negationAt } from '../../search/negation.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import { isNegation, type Token } from '../../search/tokens.ts';
import { formAt, ownNames } from './forms.ts';
import { isDay, isReversing, type Modal, modalOf, numberOf } from './opposites.ts';

/** A word, or words that are one name or term, that tells something. */
export interface TellingWord {
  /** Equal where the words mean the same: see forms.ts. */
  readonly form: string;
  readonly stem: string;
  readonly kind: 'word' | 'name' | 'number' | 'day';
  /** True behind "not". */
  readonly isNegated: boolean;
  /** "refuse", which turns the word behind it round as "not" does. */
  readonly isReversing: boolean;
  /** True where nothing stands between it and the telling word before but function words. */
  readonly isLinked: boolean;
  readonly modal: Modal | null;
  /** Position of its first token among those of the content. */
  readonly at: number;
}

export interface Wording {
  /** Of a statement; null: the words are a whole passage. */
  readonly cue: Statement['cue'] | null;
  /** What a clause with "if" or "when" at the beginning conditions stands before it, as where the clause is printed last. */
  readonly tokens: readonly Token[];
  /** For each token 1 where it stands within quotation marks. */
  readonly quoted: Uint8Array;
  /** In order, without names of the speaker's own side: "Iran is ready" is "we are ready". */
  readonly words: readonly TellingWord[];
}

/** A token, and the passage that it stands in. */
interface Placed {
  readonly token: Token;
  readonly passage: Passage;
  readonly isQuoted: boolean;
}

export function readWording(index: StoryIndex, statement: Statement): Wording {
  return wordingOf(index, clauseLast(placedTokens(index, statement)), {
    cue: statement.cue,
    isOwn: ownNames(index, statement),
  });
}

/** The same of all words of a passage. */
export function readPassageWording(index: StoryIndex, passage: Passage): Wording {
  const quotations = findQuotations(passage.text);
  const placed = index.tokensOf(passage).map((token) => placedIn(passage, token, quotations));
  return wordingOf(index, placed, { cue: null, isOwn: () => false });
}

function wordingOf(
  index: StoryIndex,
  placed: readonly Placed[],
  { cue, isOwn }: Pick<Wording, 'cue'> & { readonly isOwn: (form: string) => boolean },
): Wording {
  const tokens = placed.map(({ token }) => token);
  const words: TellingWord[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { token, passage } = placed[at] as Placed;
    const isTelling = !token.isStop && !isNegation(token.word);
    const { form, length } = isTelling ? formAt(index, tokens, at) : { form: '', length: 1 };
    if (isTelling && !isOwn(form)) words.push(readWord(tokens, { at, form, passage, before: words.at(-1) }));
    at += length;
  }
  return { cue, tokens, quoted: Uint8Array.from(placed, ({ isQuoted }) => Number(isQuoted)), words };
}

interface WordPlace {
  readonly at: number;
  readonly form: string;
  readonly passage: Passage;
  readonly before: TellingWord | undefined;
}

function readWord(tokens: readonly Token[], { at, form, passage, before }: WordPlace): TellingWord {
  const token = tokens[at] as Token;
  const { word, stem } = token;
  return {
    form,
    stem,
    at,
    kind: numberOf(word) !== undefined ? 'number' : isDay(word) ? 'day' : isName(token, passage) ? 'name' : 'word',
    isNegated: negationAt(tokens, at) !== undefined,
    isReversing: isReversing(stem),
    isLinked: before !== undefined && isLinked(tokens, before.at, at),
    modal: modalBefore(tokens, at),
  };
}

function placedTokens(index: StoryIndex, { content, kind }: Statement): Placed[] {
  return content.flatMap((span, position) => {
    const passage = index.findPassage(span.passageId);
    if (!passage) return [];
    const quotations = kind === 'mixed' ? findQuotations(passage.text) : [];
    return index.tokensOf(passage, span).map((token, at): Placed => {
      // What stands between two spans is a break.
      const own = position > 0 && at === 0 ? { ...token, isAfterBreak: true } : token;
      return kind === 'direct' ? { token: own, passage, isQuoted: true } : placedIn(passage, own, quotations);
    });
  });
}

function placedIn(passage: Passage, token: Token, quotations: readonly Span[]): Placed {
  return { token, passage, isQuoted: quotations.some(({ start, end }) => start <= token.start && token.end <= end) };
}

/** A capital where a small letter could stand: not where a sentence or a quotation begins. */
function isName({ start }: Token, { text, sentences }: Passage): boolean {
  const initial = text.charCodeAt(start);
  const isCapital = initial < 128 ? initial >= 0x41 && initial <= 0x5a : /^\p{Lu}/u.test(text.slice(start, start + 2));
  if (!isCapital || /["“„«'‘]/u.test(text[start - 1] ?? '')) return false;
  const sentence = sentences.findLast((one) => one.start <= start);
  return sentence !== undefined && /[\p{L}\p{N}]/u.test(text.slice(sentence.start, start));
}

function isLinked(tokens: readonly Token[], before: number, at: number): boolean {
  for (let next = before + 1; next <= at; next += 1) if (tokens[next]?.isAfterBreak === true) return false;
  return true;
}

const CONDITIONS = new Set('if when once unless until before after while although though because since as'.split(' '));

/** "If talks fail, the port will close" as "the port will close if talks fail". */
function clauseLast(placed: readonly Placed[]): readonly Placed[] {
  const [first] = placed;
  if (!first || !CONDITIONS.has(first.token.word)) return placed;
  const sentence = first.passage.sentences.find(({ end }) => first.token.start < end);
  const isIn = ({ passage, token }: Placed): boolean =>
    passage === first.passage && token.start < (sentence?.end ?? Number.POSITIVE_INFINITY);
  const end = placed.findLastIndex(isIn) + 1;
  const comma = placed.findIndex(({ token }, at) => at > 0 && token.isAfterBreak);
  if (comma === -1 || comma >= end) return placed;
  return [...placed.slice(comma, end), ...placed.slice(0, comma), ...placed.slice(end)];
}

/** The modal verb that a word stands behind, at most three tokens away. */
function modalBefore(tokens: readonly Token[], at: number): Modal | null {
  for (let back = at - 1; back >= Math.max(0, at - 3) && tokens[back + 1]?.isAfterBreak !== true; back -= 1) {
    const modal = modalOf(tokens[back]?.word ?? '');
    if (modal) return modal;
  }
  return null;
}
