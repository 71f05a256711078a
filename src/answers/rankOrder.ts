// inRankOrder(query, found): which statements and passages answer a question of who said something or what somebody said, and the nearest,
// in the order in which their passages answer it. A fifth of what people say in news is not read as a statement, and of more the edges are
// not: the passage that has it should stand where it belongs all the same.

import { overlaps, type Passage, type Span, type Statement } from '../domain.ts';
import type { PassageHit } from '../search/hit.ts';
import type { Wanted } from '../search/passageFeatures.ts';
import type { Query } from '../search/query.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Finding } from './answer.ts';
import { findingOf, isOutermost, passageFinding } from './findings.ts';
import { NEAR_COVERAGE, NEAREST } from './matching.ts';
import { answeringFinding } from './passages.ts';
import { isTold, isUnsaid } from './unread.ts';

export interface Ordering {
  /** Those that match by their words, and, marked as nearest, others that are to stand behind. */
  readonly found: readonly Finding[];
  readonly wanted: Wanted;
  /** Whom the question asks about; '': nobody. */
  readonly subject: string;
  /** True for a statement by whom the question asks about. */
  readonly isBySubject: (statement: Statement) => boolean;
  /** True where the nearest of others are no help, because something by the subject was found. */
  readonly isFound: boolean;
  readonly topic: string;
  /** False for what is outside the limits that the question gives. */
  readonly isWithin: (finding: Finding) => boolean;
  /** True where it gives any: then the best passages of all may be outside of them. */
  readonly isLimited: boolean;
}

interface Candidate {
  readonly finding: Finding;
  readonly hit: PassageHit;
}

/** Best first. */
export function inRankOrder(index: StoryIndex, query: Query, ordering: Ordering): Finding[] {
  const { found, wanted, subject, isBySubject, isFound, topic, isLimited } = ordering;
  const hits = index.searchPassages(query, wanted);
  const hitOf = new Map(hits.map((hit) => [hit.item.id, hit]));
  const topicQuery = index.readQuery(topic);
  // Of what the question denies a statement's own words tell.
  const isSureOfBest = hits.some(({ isOnTopic }) => isOnTopic);
  const answers = ({ passage, statement }: Finding): boolean => {
    const hit = hitOf.get(passage.id);
    if (!hit) return isLimited || isSureOfBest;
    return subject !== '' && statement && isBySubject(statement) ? hit.isOnOwnTopic : hit.isOnTopic;
  };
  const isMatch = (finding: Finding): boolean => !finding.near && (isWhole(finding) || answers(finding));
  const matches = found.filter(isMatch);
  const shown = new Set(matches.map(({ passage }) => passage.id));
  const said = new Set(matches.map(({ statement }) => statement));
  const candidates = hits
    .filter(({ item, coverage }) => !shown.has(item.id) && coverage >= NEAR_COVERAGE)
    .slice(0, NEAREST)
    .map((hit) => {
      const finding = answeringFinding(index, query, hit, { asks: NOTHING, near: true });
      const isFar = hit.score < (hits[0]?.score ?? 0) - FAR;
      const answer = hit.isOnOwnTopic && !isFar ? answering(index, topicQuery, { finding, hit }, ordering) : undefined;
      return answer && !(answer.statement && said.has(answer.statement)) ? answer : finding;
    });
  const isSaid = isFound || (subject !== '' && candidates.some(({ near, statement }) => !near && statement !== null));
  const nearest = candidates.filter((finding) => !isSaid || mayBeBy(index, finding, subject));
  // Of what somebody said and is nearly as good, the order given decides, which is the newest first; of equal ones a match stands first.
  const step = wanted === 'words' ? 0 : topicQuery.concepts.length > 1 ? NEARLY : ONE_WORD;
  const all = [...matches, ...nearest].map((finding) => placed(finding, hitOf.get(finding.passage.id)));
  const best = Math.max(0, ...all.map(placeScore));
  const behind = (finding: Finding): number =>
    step === 0 ? best - placeScore(finding) : Math.floor((best - placeScore(finding)) / step);
  const ranked = all.sort((a, b) => behind(a) - behind(b));
  const others = found.filter(({ passage }) => !ranked.some((one) => one.passage.id === passage.id));
  // What has some of the words and does not answer is near at most.
  const demoted = others.filter(({ near }) => !near).map((finding) => ({ ...finding, near: true }));
  return [...ranked, ...others.filter(({ near }) => near), ...demoted.slice(0, NEAREST)];
}

/** It has every word of what is looked for: whatever else the passage has, somebody says it. */
function isWhole({ grounds }: Finding): boolean {
  if (grounds?.kind === 'statement') return grounds.factors.phrase > 0 || grounds.factors.coverage >= WHOLE;
  return grounds?.kind !== 'topic' || grounds.coverage >= WHOLE;
}

/**
 * A passage that answers, as the match that it is: the statement in it that has some of the words, else where somebody speaks who was not
 * read, else, where nobody is asked about, the outlet's own words. Undefined where none of these may be by whom the question asks about.
 */
function answering(
  index: StoryIndex,
  topic: Query,
  { finding, hit }: Candidate,
  { subject, isBySubject, isWithin }: Ordering,
): Finding | undefined {
  const { passage, marked, matched, score, grounds } = finding;
  const [sentence] = marked;
  // A quoted string is looked for as it stands.
  if (!sentence || (topic.phrases.length > 0 && hit.parts.phrase === 0)) return undefined;
  const own = subject === '' ? undefined : ownIn(index, topic, { passage, sentence }, isBySubject);
  if (own) {
    const said = findingOf(index, own, { passageId: passage.id, matched, score, grounds });
    // Days that the passage names need not be that of the statement.
    return isWithin({ ...said, dates: [] }) ? said : undefined;
  }
  if (!hit.isAnswer || !isWithin(finding)) return undefined;
  const whole = { start: 0, end: passage.text.length };
  if (index.rateSpan(topic, passage, whole).coverage < HALF) return undefined;
  if (finding.statement !== null) {
    const { coverage } = index.rateStatement(topic, finding.statement);
    if (subject !== '' && (!isBySubject(finding.statement) || topic.concepts.length < 2)) return undefined;
    if (subject === '' && coverage >= HALF) return { ...finding, near: false };
    // Words around what somebody says: whose they are was not read.
    const around = { ...passageFinding(index, passage, { matched, marked, score, grounds }), isUnread: true };
    return isWithin(around) ? around : undefined;
  }
  if (subject === '') return isUnsaid(passage, sentence) ? undefined : { ...finding, near: false };
  return isTold(index, { passage, sentence }, subject) ? { ...finding, near: false } : undefined;
}

/** The subject's statement in the sentence that answers; undefined where somebody else says more of the topic there. */
function ownIn(
  index: StoryIndex,
  topic: Query,
  { passage, sentence }: { readonly passage: Passage; readonly sentence: Span },
  isBySubject: Ordering['isBySubject'],
): Statement | undefined {
  const rated = index
    .statementsIn(passage.id)
    .filter(
      (statement) =>
        isOutermost(statement) &&
        statement.content.some((span) => span.passageId === passage.id && overlaps(span, sentence)),
    )
    .map((statement) => ({ statement, coverage: index.rateStatement(topic, statement).coverage }))
    .sort((a, b) => b.coverage - a.coverage);
  const own = rated.find(({ statement }) => isBySubject(statement));
  const most = rated[0]?.coverage ?? 0;
  return own && own.coverage >= SOME && own.coverage >= most * NEARLY_MOST ? own.statement : undefined;
}

/** A match stands before what is only nearest and hardly better. */
function placeScore({ score, near }: Finding): number {
  return score + (near ? 0 : MATCH);
}

/** With the score of its passage; 0 where that is not among the best. */
function placed(finding: Finding, hit: PassageHit | undefined): Finding {
  if (!hit) return { ...finding, score: 0, grounds: null };
  return { ...finding, score: hit.score, grounds: { kind: 'passage', parts: hit.parts, bonus: 0 } };
}

/** Where one speaker is asked about, a passage must name the speaker, or leave open who "he" is. */
function mayBeBy(index: StoryIndex, { statement, passage }: Finding, subject: string): boolean {
  const name = lastStem(index, subject);
  const isOpen = statement?.speaker.resolvedBy === null && OPEN.test(statement.speaker.name);
  return isOpen || index.tokensOf(passage).some(({ stem }) => stem === name);
}

function lastStem(index: StoryIndex, name: string): string | undefined {
  return index.tokenize(name).findLast(({ isStop }) => !isStop)?.stem;
}

const OPEN = /^(?:he|she|they|it|we|i)$/i;
/** Share of what is looked for that a statement has when it has all of it, but for rounding. */
const WHOLE = 0.99;
/**
 * Shares of what is looked for, in a passage that answers: what the passage must have, or a statement that may be anybody's; and what a
 * statement must have that is by whom the question asks about.
 */
const HALF = 0.5;
const SOME = 0.15;
/** Share of what another's statement beside it has. */
const NEARLY_MOST = 0.8;
/** Scores, of up to about 25, that differ by less are nearly the same. Chosen on public questions: 1 loses 0.3 of 100 first passages. */
const NEARLY = 0.25;
/** By how much, of up to about 25. Chosen on public questions: it costs 0.2 of 100 first passages of "who said", 2 would cost 0.9. */
const MATCH = 0.5;
/** By how much a passage may be worse than the best one and still answer beside it. Chosen on questions about the shipped article. */
const FAR = 6;
/** Of one word no passage speaks better than another: what differs is how near it stands to the speaker's name. */
const ONE_WORD = 5;
const NOTHING = { when: false, where: false };
