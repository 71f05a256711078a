// From a passage that was found to a Finding that says which sentence answers, and who says it.
import { type DateMention, overlaps, type Passage, type PassageSpan, type Span, type Statement } from '../domain.ts';
import type { PassageHit } from '../search/hit.ts';
import type { Query } from '../search/query.ts';
import { scoreOf } from '../search/rank.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Finding } from './answer.ts';
import { findingOf, isOutermost, passageFinding } from './findings.ts';

/** A sentence that names a day answers "when" better than one that does not, one that names a place "where". Scores go up to about 25. */
const WHEN_BONUS = 2;
const WHERE_BONUS = 2;
/** "talks on Friday in Oman's capital": a place this close behind what is asked about is its place. Chosen by eye. */
const PLACE_BEHIND = /^[^,;.]{0,40}?\b(?:in|at|near|off|outside)\s+(?:the\s+)?\p{Lu}/u;

/**
 * A passage as the answer to a question: the sentence that speaks of most of it is marked, and the statement in that sentence,
 * if there is one, tells who speaks.
 */
export function answeringFinding(
  index: StoryIndex,
  query: Query,
  hit: PassageHit,
  options: { readonly asks: { readonly when: boolean; readonly where: boolean }; readonly near: boolean },
): Finding {
  const passage = hit.item;
  const matched = hit.matched();
  const sentence = bestSentence(index, query, passage);
  const best = sentence?.span;
  const statement = bestStatement(index, query, passage, best);
  const isDated =
    options.asks.when &&
    index.datesIn(passage.id).some((date) => best !== undefined && date.start < best.end && best.start < date.end);
  const isPlaced =
    options.asks.where && best !== undefined && matched.some((span) => isBeforePlace(passage, best, span));
  const bonus = (isDated ? WHEN_BONUS : 0) + (isPlaced ? WHERE_BONUS : 0);
  const parts = {
    passageId: passage.id,
    matched,
    marked: best ? [best] : [],
    score: hit.score + bonus,
    grounds: { kind: 'passage', parts: hit.parts, bonus } as const,
    near: options.near,
  };
  return statement ? findingOf(index, statement, parts) : passageFinding(index, passage, parts);
}

/** The sentence that speaks of most of the question. */
function bestSentence(index: StoryIndex, query: Query, passage: Passage): { span: Span; score: number } | undefined {
  let best: { span: Span; score: number } | undefined;
  for (const span of passage.sentences) {
    const score = scoreOf(index.rateSpan(query, passage, span));
    if (score > (best?.score ?? 0)) best = { span, score };
  }
  return best;
}

function isBeforePlace(passage: Passage, sentence: Span, matched: Span): boolean {
  if (matched.start < sentence.start || matched.end > sentence.end) return false;
  return PLACE_BEHIND.test(passage.text.slice(matched.end, sentence.end));
}

/** A passage because it names a day: the sentence with the date, and the statement in it, made on that day. */
export function dayFinding(index: StoryIndex, passage: Passage, date: DateMention): Finding {
  const sentence = passage.sentences.find((span) => overlaps(span, date));
  const statement = index
    .statementsIn(passage.id)
    .find((one) => isOutermost(one) && one.saidOn?.certain === true && isAt(one.saidOn.words, date));
  const parts = { passageId: passage.id, matched: [date], marked: sentence ? [sentence] : [] };
  return statement ? findingOf(index, statement, parts) : passageFinding(index, passage, parts);
}

function isAt(words: PassageSpan | null, date: DateMention): boolean {
  return words !== null && words.passageId === date.passageId && overlaps(words, date);
}

/** The statement within the sentence whose content speaks of most of the question; none when the question is about its frame. */
function bestStatement(
  index: StoryIndex,
  query: Query,
  passage: Passage,
  sentence: Span | undefined,
): Statement | undefined {
  if (!sentence) return undefined;
  const inSentence = index
    .statementsIn(passage.id)
    .filter(
      (statement) =>
        isOutermost(statement) &&
        statement.content.some((span) => span.passageId === passage.id && overlaps(span, sentence)),
    );
  const ranked = inSentence
    .map((statement) => ({ statement, score: scoreOf(index.rateStatement(query, statement)) }))
    .sort((a, b) => b.score - a.score);
  return ranked[0]?.statement;
}
