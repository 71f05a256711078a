// findPrinted(index, parts, claimed): where the words of a quotation stand to the letter, and what was left out between its
// parts. Of several places the best: a quotation must not be called altered where another passage has it whole.
import type { Passage, Span, Statement } from '../../domain.ts';
import { findQuotations } from '../../quotations.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import { isNegation, type Token } from '../../search/tokens.ts';
import type { Claim, Difference, Omission } from '../answer.ts';
import { dayOf, isOutermost } from '../findings.ts';
import { isBy } from '../reading/filters.ts';
import { describe } from './align.ts';

/** Where a passage prints every part in order. A run holds neighbouring words; between two runs some were left out. */
export interface Printed {
  readonly passage: Passage;
  readonly statement: Statement | null;
  readonly runs: readonly (readonly Token[])[];
  readonly isClaimed: boolean;
  /** True when the words stand within quotation marks; false: they are the outlet's, also where somebody is said to have said so. */
  readonly isQuoted: boolean;
  readonly omission: Omission | null;
  /** Words left out between two runs; not those by which the outlet interrupts what somebody said. */
  readonly gaps: readonly (readonly Token[])[];
}

/** The best place: nothing telling left out, then by the claimed speaker, then a statement, then within quotation marks. */
export function findPrinted(index: StoryIndex, parts: readonly Token[][], claimed: Claim | null): Printed | undefined {
  let best: { printed: Printed; rank: number } | undefined;
  const highest = 8 + (claimed ? 4 : 0) + 2 + 1;
  for (const passage of index.passagesInOrder(parts.flat())) {
    for (const printed of printedIn(index, passage, { parts, claimed })) {
      const { omission, isClaimed, statement, isQuoted } = printed;
      const rank = (omission ? 0 : 8) + (isClaimed ? 4 : 0) + (statement ? 2 : 0) + (isQuoted ? 1 : 0);
      const isBetter =
        !best || rank > best.rank || (rank === best.rank && skippedBy(printed) < skippedBy(best.printed));
      if (isBetter) best = { printed, rank };
      if (rank === highest && skippedBy(printed) === 0) return printed;
    }
  }
  return best?.printed;
}

function skippedBy({ gaps }: Printed): number {
  return gaps.reduce((sum, gap) => sum + gap.length, 0);
}

function printedIn(
  index: StoryIndex,
  passage: Passage,
  wanted: { readonly parts: readonly Token[][]; readonly claimed: Claim | null },
): Printed[] {
  const tokens = index.tokensOf(passage);
  // Carried statements too ("X, citing Y"): the words may be ascribed to Y.
  const statements = index.statementsIn(passage.id);
  const isIn = ({ content }: Statement, span: Span): boolean =>
    content.some((part) => part.passageId === passage.id && part.start <= span.start && span.end <= part.end);
  // Content that "she said" interrupts is also read without it.
  const interrupted = statements.filter(({ content }) => content.length > 1);
  const readings = [tokens, ...interrupted.map((one) => tokens.filter((token) => isIn(one, token)))];
  const places = readings.flatMap((reading) => placesOf(wanted.parts, reading));
  const quotations = places.length === 0 ? [] : findQuotations(passage.text);
  return places.map((place): Printed => {
    const runs = runsOf(place, tokens);
    const holding = statements.filter((one) => runs.every((run) => isIn(one, spanOf(run))));
    const { claimed } = wanted;
    const own = claimed ? holding.find((one) => isClaimedBy(index, one, claimed)) : undefined;
    const statement = own ?? holding.find(isOutermost) ?? null;
    const gaps = gapsOf(runs, tokens).map((gap) => (statement ? gap.filter((token) => isIn(statement, token)) : gap));
    const isQuoted =
      statement?.kind === 'direct' ||
      runs.map(spanOf).every((run) => quotations.some(({ start, end }) => start <= run.start && run.end <= end));
    return {
      ...{ passage, statement, runs, isQuoted, gaps },
      isClaimed: own !== undefined || (statement === null && isPrintedBy(index, passage, claimed)),
      omission: omissionOf(passage, runs, gaps),
    };
  });
}

/** Every place of the first part, with the nearest places of the others behind it. */
export function placesOf<Word extends Token>(parts: readonly Token[][], tokens: readonly Word[]): Word[][] {
  const isAt = (part: readonly Token[], at: number): boolean =>
    part.every((token, offset) => tokens[at + offset]?.word === token.word);
  const places: Word[][] = [];
  for (let start = 0; start < tokens.length; start += 1) {
    const place: Word[] = [];
    let at = start;
    for (const [position, part] of parts.entries()) {
      if (position > 0) while (at < tokens.length && !isAt(part, at)) at += 1;
      if (!isAt(part, at)) break;
      place.push(...tokens.slice(at, at + part.length));
      at += part.length;
      if (position === parts.length - 1) places.push(place);
    }
  }
  return places;
}

/** Words that stand side by side in the passage, together. */
function runsOf(place: readonly Token[], tokens: readonly Token[]): Token[][] {
  const at = new Map(tokens.map((token, position) => [token, position]));
  const runs: Token[][] = [];
  for (const token of place) {
    const last = runs.at(-1)?.at(-1);
    if (last && at.get(token) === (at.get(last) ?? 0) + 1) runs.at(-1)?.push(token);
    else runs.push([token]);
  }
  return runs;
}

function gapsOf(runs: readonly (readonly Token[])[], tokens: readonly Token[]): Token[][] {
  return runs.slice(1).map((run, position) => {
    const [from, to] = [spanOf(runs[position] ?? []).end, spanOf(run).start];
    return tokens.filter(({ start, end }) => from <= start && end <= to);
  });
}

/** What was left out that may change the meaning: a negation, or the end of a sentence. Null: neither. */
function omissionOf(
  passage: Passage,
  runs: readonly (readonly Token[])[],
  gaps: readonly (readonly Token[])[],
): Omission | null {
  const negation = gaps.flat().find(({ word }) => isNegation(word));
  const sentenceAt = (offset: number): number => passage.sentences.findIndex(({ end }) => offset < end);
  const isAcrossSentences = gaps.some((gap, position) => {
    const [before, behind] = [spanOf(runs[position] ?? []), spanOf(runs[position + 1] ?? [])];
    return gap.length > 0 && sentenceAt(before.start) !== sentenceAt(behind.start);
  });
  if (!negation && !isAcrossSentences) return null;
  const words = negation ? passage.text.slice(negation.start, negation.end) : null;
  return { negation: words, added: null, isAcrossSentences };
}

/** What stands in the passage from the first word to the last, with the words left out marked; empty: none were. */
export function omittedWords({ passage, runs, gaps }: Printed): Difference[] {
  if (gaps.every((gap) => gap.length === 0)) return [];
  const steps = runs.flatMap((run, position) => [
    ...run.map((token) => ({ printed: token, given: token })),
    ...(gaps[position] ?? []).map((token) => ({ printed: token })),
  ]);
  return describe({ steps }, { printed: passage.text, given: '' });
}

export function spanOf(run: readonly Token[]): Span {
  return { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 };
}

/**
 * True for a known speaker and those who speak for it. Other names agree when what is known of the speaker has all their
 * words: the name, the office on that day, the article's own words ("Israeli and U.S. officials familiar with …").
 */
export function isClaimedBy(index: StoryIndex, statement: Statement, claimed: Claim): boolean {
  const passage = index.findPassage(statement.passageId);
  if (passage && isPrintedBy(index, passage, claimed)) return true;
  if (claimed.speaker) return isBy(index, statement, claimed.speaker);
  const { source, speaker, passageId } = statement;
  const { gazetteer } = index.story;
  const words = source ? (index.findPassage(passageId)?.text.slice(source.start, source.end) ?? '') : '';
  const id = speaker.speakerId;
  const role = id === null ? null : gazetteer.roleOn(id, dayOf(index, statement));
  const known = new Set(
    index.tokenize([words, speaker.name, role?.title ?? '', ...(role?.names ?? [])].join(' ')).map(({ word }) => word),
  );
  return index.tokenize(claimed.name).every((token) => token.isStop || known.has(token.word));
}

/** An outlet that is named has printed the words, whoever said them. */
function isPrintedBy(index: StoryIndex, passage: Passage, claimed: Claim | null): boolean {
  return claimed !== null && claimed.outlet !== null && index.findArticle(passage.articleId)?.outlet === claimed.outlet;
}
