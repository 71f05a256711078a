// inRankOrder(query, found): statements that match, in the order in which their passages answer the question, among the nearest passages.
// A fifth of what people say in news is not read as a statement: the passage that has it should stand where it belongs all the same.

import type { PassageHit } from '../search/hit.ts';
import type { Wanted } from '../search/passageFeatures.ts';
import type { Query } from '../search/query.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Finding } from './answer.ts';
import { NEAR_COVERAGE, NEAREST } from './matching.ts';
import { answeringFinding } from './passages.ts';
import { isUnreadMatch } from './unread.ts';

export interface Ordering {
  /** Those that match, and, marked as nearest, others that are to stand behind. */
  readonly found: readonly Finding[];
  readonly wanted: Wanted;
  /** Whom the question asks about; '': nobody. */
  readonly subject: string;
  /** True where the nearest of others are no help, because something by the subject was found. */
  readonly isBySubject: boolean;
  readonly topic: string;
}

/** Best first. */
export function inRankOrder(
  index: StoryIndex,
  query: Query,
  { found, wanted, subject, isBySubject, topic }: Ordering,
): Finding[] {
  const hits = index.searchPassages(query, wanted);
  const hitOf = new Map(hits.map((hit) => [hit.item.id, hit]));
  const matches = found.filter(({ near }) => !near);
  const shown = new Set(matches.map(({ passage }) => passage.id));
  const nearest = hits
    .filter(({ item, coverage }) => !shown.has(item.id) && coverage >= NEAR_COVERAGE)
    .slice(0, NEAREST)
    .map((hit) => answeringFinding(index, query, hit, { asks: NOTHING, near: true }))
    .map((finding) => (isUnreadMatch(index, query, finding, subject) ? { ...finding, near: false } : finding))
    .filter((finding) => !isBySubject || mayBeBy(index, finding, subject));
  // Of what somebody said and is nearly as good, the order given decides, which is the newest first; of equal ones a match stands first.
  const step = wanted === 'words' ? 0 : index.readQuery(topic).concepts.length > 1 ? NEARLY : ONE_WORD;
  const all = [...matches, ...nearest].map((finding) => placed(finding, hitOf.get(finding.passage.id)));
  const best = Math.max(0, ...all.map(placeScore));
  const behind = (finding: Finding): number =>
    step === 0 ? best - placeScore(finding) : Math.floor((best - placeScore(finding)) / step);
  const ranked = all.sort((a, b) => behind(a) - behind(b));
  const others = found.filter(({ near, passage }) => near && !ranked.some((one) => one.passage.id === passage.id));
  return [...ranked, ...others];
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
  const name = index.tokenize(subject).findLast(({ isStop }) => !isStop)?.stem;
  const isOpen = statement?.speaker.resolvedBy === null && OPEN.test(statement.speaker.name);
  return isOpen || index.tokensOf(passage).some(({ stem }) => stem === name);
}

const OPEN = /^(?:he|she|they|it|we|i)$/i;
/** Scores, of up to about 25, that differ by less are nearly the same. Chosen on public questions: 1 loses 0.3 of 100 first passages. */
const NEARLY = 0.25;
/** By how much, of up to about 25. Chosen on public questions: it costs 0.2 of 100 first passages of "who said", 2 would cost 0.9. */
const MATCH = 0.5;
/** Of one word no passage speaks better than another: what differs is how near it stands to the speaker's name. */
const ONE_WORD = 5;
const NOTHING = { when: false, where: false };
