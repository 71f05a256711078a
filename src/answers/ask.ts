// `ask <question>`: passages that answer. A question about what somebody said is answered with that speaker's statements,
// one about what was said somewhere with statements made there; any other with passages, the sentence that answers marked,
// and the statement in it if there is one.
import type { DateRange, Statement } from '../domain.ts';
import type { Wanted } from '../search/passageFeatures.ts';
import type { Query } from '../search/query.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Finding, Note } from './answer.ts';
import { isWithin, limitsOf, splitDays, type Topic } from './days.ts';
import { NO_FILTERS } from './filters.ts';
import { isOutermost, oneGroup } from './findings.ts';
import { NEAR_COVERAGE, NEAREST, notesOn, PASSAGE_COVERAGE } from './matching.ts';
import { answeringFinding, dayFinding } from './passages.ts';
import { type Question, readQuestion, whoSaidWords, withoutFrame } from './question.ts';
import { findSource } from './sources.ts';
import { aboutName, aboutSource, aboutSpeaker, findOutlet } from './speaker.ts';
import { aboutStatements, asNear } from './topic.ts';
import { wantedOf } from './wanted.ts';
import { matchingStatements } from './whoSaid.ts';

type Part = Omit<Answer, 'request' | 'searched'>;

export function answerAsk(index: StoryIndex, question: string): Part {
  const whoSaid = whoSaidWords(question);
  if (whoSaid === undefined) return answerSaying(index, question) ?? answerFromPassages(index, question);
  const query = index.readQuery(whoSaid);
  const { findings, notes } = matchingStatements(index, query, NO_FILTERS);
  return part(inRankOrder(index, query, { found: findings, wanted: 'words', subject: '', topic: whoSaid }), {
    reading: `who said ${whoSaid}`,
    notes,
  });
}

interface Ordering {
  readonly found: readonly Finding[];
  readonly wanted: Wanted;
  /** Whom the question asks about; '': nobody. */
  readonly subject: string;
  readonly topic: string;
}

/**
 * Statements in the order of their passages, best first, among the nearest passages: what nobody is read as saying may be there.
 */
function inRankOrder(index: StoryIndex, query: Query, { found, wanted, subject, topic }: Ordering): Finding[] {
  const hits = index.searchPassages(query, wanted);
  const scores = new Map(hits.map(({ passageId, score }) => [passageId, score]));
  const matches = found.filter(({ near }) => !near);
  const shown = new Set(matches.map(({ passage }) => passage.id));
  const nearest = hits
    .filter(({ passageId, factors }) => !shown.has(passageId) && factors.coverage >= NEAR_COVERAGE)
    .slice(0, NEAREST)
    .map((hit) => answeringFinding(index, query, hit, { asks: NOTHING, near: true }))
    .filter((finding) => subject === '' || mayBeBy(index, finding, subject));
  // Of what somebody said and is nearly as good, the order given decides, which is the newest first; of equal ones a match stands first.
  const step = wanted === 'words' ? 0 : index.readQuery(topic).concepts.length > 1 ? NEARLY : ONE_WORD;
  const all = [...matches, ...nearest].map((finding) => ({ finding, score: scores.get(finding.passage.id) ?? 0 }));
  const best = Math.max(0, ...all.map(({ score }) => score));
  const behind = (score: number): number => (step === 0 ? best - score : Math.floor((best - score) / step));
  const ranked = all.sort((a, b) => behind(a.score) - behind(b.score)).map(({ finding }) => finding);
  const others = found.filter(({ near, passage }) => near && !ranked.some((one) => one.passage.id === passage.id));
  return [...ranked, ...others];
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
/** Of one word no passage speaks better than another: what differs is how near it stands to the speaker's name. */
const ONE_WORD = 5;
const NOTHING = { when: false, where: false };

/** Undefined when the question does not ask for what was said, or names nobody who could have said it. */
function answerSaying(index: StoryIndex, question: string): Part | undefined {
  const { words, days } = splitDays(index, question);
  const read = readQuestion(words);
  if (read.kind === 'other') return undefined;
  const topic: Topic = { words: read.topic, days };
  const subject = read.kind === 'saying' ? read.subject : '';
  const answer = answerRead(index, read, topic);
  return answer === undefined || isOpen(index, read.topic)
    ? answer
    : ordered(index, answer, { words, subject, topic: read.topic });
}

/** "About it" is about anything. */
function isOpen(index: StoryIndex, topic: string): boolean {
  return index.tokenize(topic).every(({ isStop }) => isStop);
}

/** Statements on a topic as `inRankOrder` has them, unless they are told to be of other days. */
function ordered(
  index: StoryIndex,
  answer: Part,
  { words, subject, topic }: { readonly words: string; readonly subject: string; readonly topic: string },
): Part {
  const isElsewhere = answer.notes.some(({ kind }) => kind === 'undated' || kind === 'not-on-days');
  if (answer.body.kind !== 'findings' || (answer.total === 0 && isElsewhere)) return answer;
  const found = answer.body.groups.flatMap((group) => group.findings);
  const whose = answer.total > 0 ? subject : '';
  const findings = inRankOrder(index, index.readQuery(words), { found, wanted: 'said', subject: whose, topic });
  return { ...answer, body: { kind: 'findings', groups: oneGroup(findings) } };
}

function answerRead(index: StoryIndex, read: Exclude<Question, { kind: 'other' }>, topic: Topic): Part | undefined {
  if (read.kind === 'said') return answerSaid(index, topic);
  const named = index.story.gazetteer.find(read.subject, index.asOf);
  if (named) return aboutSpeaker(index, named.speaker, topic, 'topic first');
  const source = findSource(index, read.subject, 'all');
  if (source) return aboutSource(index, { name: read.subject, source, topic, order: 'topic first' });
  // What an outlet says in its own name stands in its passages, not in statements.
  if (findOutlet(index, read.subject) !== undefined && read.topic !== '') return answerFromPassages(index, read.topic);
  if (!read.isName) return undefined;
  return aboutName(index, read.subject, topic);
}

/** "What was said in Tehran", "to reporters", "on Tuesday": statements made there, to them, then. */
function answerSaid(index: StoryIndex, topic: Topic): Part | undefined {
  const query = index.readQuery(topic.words);
  const isThere = ({ addressee, venue, passageId }: Statement): boolean => {
    const passage = index.findPassage(passageId);
    return [addressee, venue].some(
      (span) => span && passage && index.matchSpan(query, passage, span).factors.coverage >= PASSAGE_COVERAGE,
    );
  };
  const said = index.statements().filter(isOutermost);
  const there = said.filter(isThere);
  if (there.length === 0 && topic.days.length === 0) return undefined;
  const wanted = there.length > 0 ? { name: topic.words, topic: { words: '', days: topic.days } } : { name: '', topic };
  const found = aboutStatements(index, there.length > 0 ? there : said, { ...wanted, order: 'newest first' });
  return found.total > 0 ? found : undefined;
}

function answerFromPassages(index: StoryIndex, question: string): Part {
  const { words, days } = splitDays(index, withoutFrame(question));
  const query = index.readQuery(words);
  const findings = days.length > 0 && isOpen(index, words) ? onDays(index, days) : answering(index, question, words);
  const matches = findings.filter(({ near }) => !near);
  const dated = days.length === 0 ? matches : matches.filter((finding) => isOnDays(finding, days));
  if (dated.length > 0) {
    // What is nearly as good as a lone match is told as nearest: it may be what was meant.
    const least = BESIDE * (dated[0]?.score ?? 0);
    const others = findings
      .filter((finding) => finding.score >= least && !dated.includes(finding))
      .slice(0, Math.max(0, NEAREST - dated.length));
    return part([...dated, ...others.map(asNear)], { reading: null, notes: notesOn(query) });
  }
  const why: Note =
    matches.length > 0 ? { kind: 'not-on-days', ...limitsOf(days) } : { kind: 'nothing', what: 'passage' };
  const nearest = findings.slice(0, NEAREST).map(asNear);
  const notes = matches.length > 0 ? [...notesOn(query), why] : [why, ...notesOn(query)];
  return part(nearest, { reading: null, notes });
}

/** Share of the best match's score that the nearest have when they are shown beside it. Chosen by eye. */
const BESIDE = 0.5;

/** Passages that speak of at least some of the question, best first. */
function answering(index: StoryIndex, question: string, words: string): Finding[] {
  const query = index.readQuery(words);
  const asks = {
    when: /\b(?:when|what day|which day|what date)\b/iu.test(question),
    where: /\bwhere\b/iu.test(question),
  };
  return index
    .searchPassages(query, wantedOf(question))
    .filter((hit) => hit.factors.coverage >= NEAR_COVERAGE)
    .map((hit) => answeringFinding(index, query, hit, { asks, near: !hit.isAnswer }))
    .sort((a, b) => b.score - a.score);
}

/** Every passage that names one of the days, in the order of the corpus. */
function onDays(index: StoryIndex, days: readonly DateRange[]): Finding[] {
  return index.shownPassages().flatMap((passage) => {
    const date = index.datesIn(passage.id).find((mention) => isWithin(mention, days));
    return date ? [dayFinding(index, passage, date)] : [];
  });
}

/** The passage names the day, or its statement was made on it. */
function isOnDays({ dates, statement }: Finding, days: readonly DateRange[]): boolean {
  return dates.some((date) => isWithin(date, days)) || (statement?.saidOn ? isWithin(statement.saidOn, days) : false);
}

function part(findings: readonly Finding[], rest: Pick<Part, 'reading' | 'notes'>): Part {
  const total = findings.filter((finding) => !finding.near).length;
  return { body: { kind: 'findings', groups: oneGroup(findings) }, total, ...rest };
}
