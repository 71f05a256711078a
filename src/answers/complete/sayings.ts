// wordsOffers, quotationOffers: what is printed as said, to the letter, cut where a word ends; the newest first where nothing else tells.
import { type CueSense, type Passage, type Span, type Statement, wordsOf } from '../../domain.ts';
import { findQuotations } from '../../quotations.ts';
import { formatRequest } from '../../requests/request.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import { isNegation, type Token } from '../../search/tokens.ts';
import { readClaims } from '../check/claims.ts';
import { isOutermost } from '../findings.ts';
import { readLimits } from '../reading/limits.ts';
import { type Choice, type Offers, type Room, shortened } from './choices.ts';
import { cutOf, firstShown, leavesOutNot, textOf } from './cutWords.ts';
import { buildLookUp, type LookUp } from './lookUp.ts';
import { readBack } from './readBack.ts';
import { inSlices, SLICE } from './slices.ts';

interface Row extends Span {
  readonly statement: Statement;
  readonly passage: Passage;
  /** What was said goes on before and behind it, at a quotation mark. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** Where the words are cut, and the form in which they are offered. */
interface Kind {
  spansOf(statement: Statement, passage: Passage): readonly Span[];
  /** False for words that would find nothing. */
  isTelling(tokens: readonly Token[]): boolean;
  /** False for words that a request reads otherwise. */
  isRead(words: string): boolean;
  /** True where what stands beside a quotation mark is part of the same. */
  readonly isPart: boolean;
  readonly marks: { readonly value: readonly [string, string]; readonly label: readonly [string, string] };
}

export function wordsOffers(index: StoryIndex): Offers {
  return offersOf(index, {
    spansOf: (statement, passage) => statement.content.filter(({ passageId }) => passageId === passage.id),
    isTelling: (tokens) => count(tokens) >= 2,
    isRead(words) {
      const text = formatRequest({ ...NO_CLAUSES, words });
      const request = readBack(text);
      if (request?.kind !== 'who-said' || formatRequest(request) !== text || request.words !== words) return false;
      return readLimits(index, words, { isSaying: true }).words === words;
    },
    isPart: true,
    marks: { value: ['', ''], label: ['', ''] },
  });
}

const NO_CLAUSES = {
  kind: 'who-said',
  by: null,
  except: null,
  since: null,
  until: null,
  outlet: null,
  isDirect: false,
} as const;

/** Fewer words may be anybody's; as many in a row are telling: see check/tooShort.ts. */
const TELLING_WORDS = 2;
const TELLING_ROW = 5;

export function quotationOffers(index: StoryIndex): Offers {
  return offersOf(index, {
    spansOf(statement, passage) {
      const quotations = findQuotations(passage.text).filter(({ isTerm, isClosed }) => !isTerm && isClosed);
      return statement.content.flatMap((span) =>
        span.passageId !== passage.id
          ? []
          : quotations
              .map(({ start, end }) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end) }))
              .filter(({ start, end }) => start < end),
      );
    },
    isTelling: (tokens) =>
      tokens.length >= TELLING_ROW || tokens.filter(({ isStop }) => !isStop).length >= TELLING_WORDS,
    isRead(words) {
      const [claim, ...others] = readClaims(index, `"${words}"`);
      return claim?.quotation === words && claim.claimed === null && others.length === 0;
    },
    isPart: false,
    marks: { value: ['"', '"'], label: ['“', '”'] },
  });
}

function count(tokens: readonly Token[]): number {
  return tokens.filter(({ isStop, word }) => !isStop && !isNegation(word)).length;
}

/** Readings that are kept: the same words are offered key by key. */
const MOST_KEPT = 5000;

function offersOf(index: StoryIndex, given: Kind): Offers {
  const known = new Map<string, boolean>();
  const kind: Kind = {
    ...given,
    isRead(words) {
      const is = known.get(words) ?? given.isRead(words);
      if (known.size >= MOST_KEPT) known.clear();
      known.set(words, is);
      return is;
    },
  };
  const made = inSlices(() => build(index, kind));
  return {
    steps: () => made.steps(),
    *offer(typed, room): Generator<Choice> {
      const { rows, lookUp } = made.get();
      const words = index.tokenize(typed).map(({ word }) => word);
      for (const row of lookUp.find(words, room.choices * 3)) {
        const choice = choiceOf(index, rows[row] as Row, { kind, words, room });
        if (choice) yield choice;
      }
    },
  };
}

function* build(index: StoryIndex, kind: Kind): Generator<void, { rows: readonly Row[]; lookUp: LookUp }> {
  const statements = index.statements().filter(isOutermost).sort(index.newestFirst);
  yield;
  const rows: Row[] = [];
  let seen = 0;
  for (const statement of statements) {
    seen += 1;
    if (seen % SLICE === 0) yield;
    for (const id of new Set(statement.content.map(({ passageId }) => passageId))) {
      const passage = index.findPassage(id);
      if (!passage) continue;
      for (const span of kind.spansOf(statement, passage).flatMap((one) => piecesOf(passage.text, one))) {
        const row = rowOf(index, { statement, passage, span });
        if (row && kind.isTelling(index.tokensOf(passage, row))) rows.push(row);
      }
    }
  }
  yield;
  const tokensOf = ({ passage, start, end }: Row): string[] =>
    index.tokensOf(passage, { start, end }).map(({ word }) => word);
  return { rows, lookUp: yield* buildLookUp(rowWords(rows, tokensOf)) };
}

/** Null where nothing is left, or where a "not" stands before it: `would not "leave the town"`. */
function rowOf(
  index: StoryIndex,
  { statement, passage, span }: { readonly statement: Statement; readonly passage: Passage; readonly span: Span },
): Row | null {
  const own = index.tokensOf(passage, span);
  const [first, last] = [own[0], own.at(-1)];
  const whole = statement.content.find(
    (one) => one.passageId === passage.id && one.start <= span.start && span.end <= one.end,
  );
  if (!first || !last || !whole) return null;
  const tokens = index.tokensOf(passage, whole);
  const at = tokens.findIndex(({ start }) => start === first.start);
  const end = tokens.findIndex(({ start }) => start === last.start);
  if (leavesOutNot(tokens, at)) return null;
  const [isCutBefore, isCutAfter] = [at > 0, end < tokens.length - 1];
  return { statement, passage, start: first.start, end: last.end, isCutBefore, isCutAfter };
}

function* rowWords(rows: readonly Row[], tokensOf: (row: Row) => string[]): Generator<string[][]> {
  for (const row of rows) yield [tokensOf(row)];
}

/** What stands between quotation marks, brackets and marks of omission, which mean something in a request. */
const APART = /["“”„«»[\]…]|\.{3}|(?!\s)[\p{Cc}\p{Cf}\p{Cs}]/gu;

function piecesOf(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  let at = start;
  for (const match of text.slice(start, end).matchAll(APART)) {
    pieces.push({ start: at, end: start + match.index });
    at = start + match.index + match[0].length;
  }
  return [...pieces, { start: at, end }].filter((piece) => piece.start < piece.end);
}

/** Units of a label that a speaker's name takes at most, of all. Chosen by eye. */
const NAME_SHARE = 0.35;

const MOST_FEWER = 6;

function choiceOf(
  index: StoryIndex,
  row: Row,
  { kind, words, room }: { readonly kind: Kind; readonly words: readonly string[]; readonly room: Room },
): Choice | null {
  const { marks } = kind;
  const name = ` — ${speakerOf(index, row.statement, room.units)}`;
  const [open, close] = marks.label;
  // With a mark on both sides where words are left out.
  const units = room.units - open.length - close.length - name.length - 2;
  const tokens = index.tokensOf(row.passage, row);
  const first = firstShown(tokens, words, units);
  if (first === null) return null;
  const cut = cutOf(row.passage.text, { tokens, from: first, units });
  // A few words fewer may be read as they stand.
  for (let { from, to } = cut; to > Math.max(from, cut.to - MOST_FEWER); to -= 1) {
    const shown = tokens.slice(from, to);
    if (!kind.isTelling(shown)) return null;
    const text = textOf(row.passage.text, shown);
    if (!kind.isRead(text)) continue;
    const [isBegun, isWhole] = kind.isPart ? [!row.isCutBefore, !row.isCutAfter] : [true, true];
    const [before, behind] = [from > 0 || !isBegun ? '…' : '', to < tokens.length || !isWhole ? '…' : ''];
    return {
      label: `${open}${before}${text}${behind}${close}${name}`,
      value: `${marks.value[0]}${text}${marks.value[1]}`,
    };
  }
  return null;
}

/** Senses of cues without which the words would read as the speaker's own claim: "denied", and those that only the printed words tell. */
const TELLING_SENSES: ReadonlySet<CueSense> = new Set(['denied', 'rejected', 'asked', 'warned', 'suggested', 'other']);
/** Units of a label that a cue takes at most. Chosen by eye. */
const CUE_UNITS = 24;

/** "Mara Dolen", "Mara Dolen (has long denied)". */
function speakerOf(index: StoryIndex, { speaker, cue }: Statement, units: number): string {
  const name = shortened(speaker.name, Math.max(1, Math.floor(units * NAME_SHARE)));
  const passage = index.findPassage(cue.passageId);
  if (!TELLING_SENSES.has(cue.sense) || !passage) return name;
  return `${name} (${shortened(wordsOf(passage, cue).replace(/\s+/gu, ' '), CUE_UNITS)})`;
}
