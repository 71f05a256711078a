// From a passage that was found to a Finding that says which sentence answers, and who says it.
import type { Passage, Span, Statement } from '../domain.ts';
import type { Query } from '../search/query.ts';
import { scoreOf } from '../search/rank.ts';
import type { Hit, StoryIndex } from '../search/storyIndex.ts';
import type { Finding } from './answer.ts';
import { findingOf, isOutermost, passageFinding } from './findings.ts';

/** A sentence that names a day answers "when" better than one that does not. */
const WHEN_BONUS = 1.25;

/**
 * A passage as the answer to a question: the sentence that speaks of most of it is marked, and the statement in that sentence,
 * if there is one, tells who speaks.
 */
export function answeringFinding(
  index: StoryIndex,
  query: Query,
  hit: Hit<Passage>,
  options: { readonly isWhen: boolean; readonly near: boolean },
): Finding {
  const passage = hit.item;
  const best = bestSentence(index, query, passage);
  const statement = bestStatement(index, query, passage, best);
  const isDated =
    options.isWhen &&
    index.datesIn(passage.id).some((date) => best !== undefined && date.start < best.end && best.start < date.end);
  const parts = {
    matched: hit.matched,
    marked: best ? [best] : [],
    score: hit.score * (isDated ? WHEN_BONUS : 1),
    factors: hit.factors,
    near: options.near,
  };
  return statement ? findingOf(index, statement, parts) : passageFinding(index, passage, parts);
}

/** The sentence that speaks of most of the question. */
function bestSentence(index: StoryIndex, query: Query, passage: Passage): Span | undefined {
  let best: { span: Span; score: number } | undefined;
  for (const span of passage.sentences) {
    const score = scoreOf({ bm25: 0, ...index.matchSpan(query, passage, span).factors });
    if (score > (best?.score ?? 0)) best = { span, score };
  }
  return best?.span;
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
        statement.content.some((span) => span.start < sentence.end && sentence.start < span.end),
    );
  const ranked = inSentence
    .map((statement) => ({ statement, score: scoreOf({ bm25: 0, ...index.matchStatement(query, statement).factors }) }))
    .sort((a, b) => b.score - a.score);
  return ranked[0]?.statement;
}
