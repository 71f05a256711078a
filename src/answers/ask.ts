// `ask <question>`: passages that answer. A question about what somebody said is answered with that speaker's statements,
// one about what was said somewhere with statements made there; any other with passages, the sentence that answers marked,
// and the statement in it if there is one.
import { type DateRange, overlaps, type Passage, type Span, type Statement } from '../domain.ts';
import type { Wanted as PassageWanted } from '../search/passageFeatures.ts';
import type { Query } from '../search/query.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Finding, Note } from './answer.ts';
import { isOutermost, oneGroup } from './findings.ts';
import { mergeNotes, NEAR_COVERAGE, NEAREST, notesOn, PASSAGE_COVERAGE } from './matching.ts';
import { answeringFinding, dayFinding } from './passages.ts';
import { inRankOrder } from './rankOrder.ts';
import { mayTell, readAmount } from './reading/amounts.ts';
import { isWithin } from './reading/days.ts';
import { NO_FILTERS } from './reading/filters.ts';
import { fewerLimits, hasLimits, type Limits, NO_LIMITS, readLimits, type Topic } from './reading/limits.ts';
import { findNamed, type Named, readLoosely } from './reading/loose.ts';
import { outletNamed } from './reading/outlets.ts';
import { type Question, readQuestion, whoSaidWords, withoutFrame } from './reading/question.ts';
import { readingOf, topicWords } from './reading/reading.ts';
import { findSource } from './reading/sources.ts';
import { wantedOf } from './reading/wanted.ts';
import { isOfSpeaker, ordered, reasoned } from './saidOn.ts';
import { aboutName, aboutSource, aboutSpeaker } from './speaker.ts';
import { aboutStatements, asNear } from './topic.ts';
import { unreadNotes } from './unread.ts';
import { matchingStatements } from './whoSaid.ts';
import { isWithinLimits, withoutOutside } from './withinLimits.ts';

type Part = Omit<Answer, 'request' | 'searched'>;

export function answerAsk(index: StoryIndex, question: string): Part {
  const asked = readLimits(index, question, { isSaying: whoSaidWords(question) !== undefined });
  const whoSaid = whoSaidWords(asked.words);
  if (whoSaid !== undefined)
    return withoutOutside(answerAnybody(index, whoSaid, { ...asked, words: `who said ${whoSaid}` }), asked);
  const said = answerSaying(index, asked);
  if (said === undefined) return withoutOutside(answerFromPassages(index, question, asked), asked);
  return withoutOutside(said.total > 0 ? said : (answerOfDays(index, question, asked) ?? said), asked);
}

/** "What did Varga say about Tuesday's vote": nothing on a Tuesday, but something of it. Undefined where no day can be meant so. */
function answerOfDays(index: StoryIndex, question: string, asked: Topic): Part | undefined {
  const spoken = readLimits(index, question, { isOfDays: true });
  if (spoken.days.length === asked.days.length) return undefined;
  const answer = answerSaying(index, spoken);
  if (answer?.body.kind !== 'findings') return undefined;
  const isOfDays = ({ passage, statement, marked, near, dates }: Finding): boolean => {
    const told = statement?.content.filter((span) => span.passageId === passage.id) ?? marked;
    return !near && dates.some((date) => isWithin(date, asked.days) && told.some((span) => overlaps(span, date)));
  };
  const findings = answer.body.groups.flatMap((group) => group.findings).filter(isOfDays);
  return findings.length === 0 ? undefined : part(findings, answer);
}

/** What anybody said on it, as `who said` finds it; `asked.words` is how the question was read. */
function answerAnybody(index: StoryIndex, topic: string, asked: Topic): Part {
  const query = index.readQuery(topic);
  const { findings, notes } = matchingStatements(index, query, { ...NO_FILTERS, ...asked });
  const reading = readingOf({ name: null, words: asked.words, limits: asked });
  const ordered = inRankOrder(index, query, {
    found: findings,
    wanted: 'words',
    subject: '',
    isBySubject: () => true,
    isFound: false,
    topic,
    isWithin: (finding) => isWithinLimits(finding, asked),
    isLimited: hasLimits(asked),
  });
  return part(ordered, { reading, notes: unreadNotes(reasoned(index, notes, ordered, ''), ordered) });
}

/** Undefined when the question does not ask for what was said, or names nobody who could have said it. */
function answerSaying(index: StoryIndex, asked: Topic): Part | undefined {
  const { words } = asked;
  const read = readQuestion(words);
  if (read.kind === 'other') return answerLoosely(index, asked);
  const topic: Topic = { ...asked, words: read.topic };
  const subject = read.kind === 'saying' ? read.subject : '';
  const answer = answerRead(index, read, topic) ?? answerLoosely(index, asked);
  if (answer === undefined || isOpen(index, read.topic)) return answer;
  const looked = subject === '' ? words : `${subject} about ${read.topic}`;
  const found = ordered(index, answer, { words: looked, subject, topic: read.topic, limits: asked });
  return found.total === 0 && read.kind === 'saying' && read.isTold ? toldOf(index, found, read, asked) : found;
}

/** What X wants and never said itself, as others tell it of X: passages that answer and name X beside it. */
function toldOf(
  index: StoryIndex,
  said: Part,
  { subject, topic }: { readonly subject: string; readonly topic: string },
  asked: Topic,
): Part {
  const told = answerFromPassages(index, asked.words, asked);
  if (told.body.kind !== 'findings') return said;
  const query = index.readQuery(subject);
  const about = index.readQuery(topic);
  const isOfTopic = (passage: Passage, sentence: Span): boolean =>
    about.concepts.length === 0 || index.rateSpan(about, passage, sentence).coverage >= TOLD_COVERAGE;
  const findings = told.body.groups
    .flatMap((group) => group.findings)
    .filter(({ near, passage, marked: [sentence] }) => {
      if (near || !sentence) return false;
      return index.rateSpan(query, passage, sentence).coverage >= PASSAGE_COVERAGE && isOfTopic(passage, sentence);
    });
  return findings.length === 0
    ? said
    : part(findings, { reading: said.reading, notes: said.notes.filter(isOfSpeaker) });
}

/** Share of the topic that the sentence must have that tells of somebody. Chosen by eye. */
const TOLD_COVERAGE = 0.2;

/** "Trump on missiles": where somebody is called so, what they said on it; where the name is nobody's, only what is nearest. */
function answerLoosely(index: StoryIndex, asked: Topic): Part | undefined {
  const { words } = asked;
  const read = readLoosely(index, words);
  if (!read) return undefined;
  const topic: Topic = { ...asked, words: read.topic };
  if (read.who.kind === 'speaker' || read.who.kind === 'source') {
    const answer = aboutNamed(index, read.who, topic);
    const { name: subject, topic: about } = read;
    const looked = { words: `${subject} about ${about}`, subject, topic: about, limits: asked };
    if (isOpen(index, read.topic)) return answer;
    const found = ordered(index, answer, looked);
    return found.total === 0 && asksForMore(words)
      ? toldOf(index, found, { subject: read.name, topic: read.topic }, asked)
      : found;
  }
  if (read.who.kind === 'anybody')
    return answerAnybody(index, read.topic, { ...asked, words: topicWords(index, read.topic) });
  const nearest = answerFromPassages(index, words, { ...asked, ...NO_LIMITS });
  const findings = nearest.body.kind === 'findings' ? nearest.body.groups.flatMap((group) => group.findings) : [];
  const notes = read.who.kind === 'nobody' ? aboutName(index, read.name, topic).notes : [NO_PASSAGE, ...nearest.notes];
  const near = part(findings.slice(0, NEAREST).map(asNear), { reading: null, notes: mergeNotes(notes) });
  return asksForMore(words) ? toldOf(index, near, { subject: read.name, topic: read.topic }, asked) : near;
}

/** "What did the guild criticize the mayor for", "according to the guild, who …": what is told of them answers, too. Not "did the guild mention it". */
function asksForMore(question: string): boolean {
  return QUESTION_WORD.test(question);
}

const QUESTION_WORD = /\b(?:what|which|who|whom|whose|when|where|why|how)\b(?! about\b)/i;

function aboutNamed(index: StoryIndex, who: Named, topic: Topic): Part {
  if (who.kind === 'source') return aboutSource(index, { ...who, topic, order: 'topic first' });
  const about = aboutSpeaker(index, who.speaker, topic, 'topic first');
  return { ...about, notes: [...who.notes, ...about.notes] };
}

/** "About it" is about anything. */
function isOpen(index: StoryIndex, topic: string): boolean {
  return index.tokenize(topic).every(({ isStop }) => isStop);
}

function answerRead(index: StoryIndex, read: Exclude<Question, { kind: 'other' }>, topic: Topic): Part | undefined {
  if (read.kind === 'said') return answerSaid(index, topic);
  const named = index.story.gazetteer.find(read.subject, index.asOf);
  if (named) return aboutSpeaker(index, named.speaker, topic, 'topic first');
  const source = findSource(index, read.subject, 'all');
  if (source) return aboutSource(index, { name: read.subject, source, topic, order: 'topic first' });
  // What an outlet says in its own name stands in its passages, not in statements.
  const outlet = outletNamed(index, read.subject);
  if (outlet !== undefined && read.topic !== '') return answerFromPassages(index, read.topic, { ...topic, outlet });
  const near = findNamed(index, read.subject);
  if (near) return aboutNamed(index, near, topic);
  if (!read.isName) return undefined;
  return aboutName(index, read.subject, topic);
}

/** "What was said in Tehran", "to reporters", "on Tuesday": statements made there, to them, then. */
function answerSaid(index: StoryIndex, topic: Topic): Part | undefined {
  const query = index.readQuery(topic.words);
  const isThere = ({ addressee, venue, passageId }: Statement): boolean => {
    const passage = index.findPassage(passageId);
    return [addressee, venue].some(
      (span) => span && passage && index.rateSpan(query, passage, span).coverage >= PASSAGE_COVERAGE,
    );
  };
  const said = index.statements().filter(isOutermost);
  const there = said.filter(isThere);
  if (there.length === 0 && !hasLimits(topic)) return undefined;
  const wanted = there.length > 0 ? { name: topic.words, topic: { ...topic, words: '' } } : { name: '', topic };
  const found = aboutStatements(index, there.length > 0 ? there : said, { ...wanted, order: 'newest first' });
  return found.total > 0 ? found : undefined;
}

function answerFromPassages(index: StoryIndex, question: string, asked: Topic): Part {
  const words = withoutFrame(asked.words);
  const query = index.readQuery(words);
  const isOfDays = asked.days.length > 0 && isOpen(index, words);
  const findings = isOfDays ? onDays(index, asked.days) : answering(index, question, words);
  const matches = isOnlyNamed(index, question, query) ? [] : findings.filter(({ near }) => !near);
  const within = matches.filter((finding) => isWithinLimits(finding, asked));
  const meeting = within.length > 0 || asked.days.length === 0 ? within : byDayWords(index, question, asked);
  const isRenamed = query.concepts.some(
    ({ name, text }) => name !== null && !name.toLowerCase().includes(text.toLowerCase()),
  );
  const isRead = hasLimits(asked) || isRenamed || query.concepts.some(({ corrected }) => corrected.length > 0);
  const reading = isRead
    ? readingOf({ name: null, words: isOfDays ? '' : topicWords(index, words), limits: asked })
    : null;
  if (meeting.length > 0) {
    // What is nearly as good as a lone match is told as nearest: it may be what was meant.
    const least = BESIDE * (meeting[0]?.score ?? 0);
    const others = findings
      .filter((finding) => finding.score >= least && !meeting.includes(finding))
      .slice(0, Math.max(0, NEAREST - meeting.length));
    return part([...meeting, ...others.map(asNear)], { reading, notes: notesOn(query) });
  }
  const why = fewerLimits(asked).find(({ limits }) => matches.some((finding) => isWithinLimits(finding, limits)));
  const others = findings.length > 0 ? findings : onDays(index, asked.days);
  const nearest = (why ? matches.filter((finding) => isWithinLimits(finding, why.limits)) : others).slice(0, NEAREST);
  const notes = why ? [...notesOn(query), why.note] : [NO_PASSAGE, ...notesOn(query)];
  return part(nearest.map(asNear), { reading, notes });
}

/** The words of a day, "14 November", tell passages apart that have the other words of the question alike. */
function byDayWords(index: StoryIndex, question: string, limits: Limits): Finding[] {
  return answering(index, question, withoutFrame(question)).filter(
    (finding) => !finding.near && isWithinLimits(finding, limits),
  );
}

/** "How old is Trump", "is Trump married", where no text has that word: that a passage names him answers it as little as any other. */
function isOnlyNamed(index: StoryIndex, question: string, query: Query): boolean {
  const known = query.concepts.filter(({ isUnknown }) => !isUnknown);
  if (!ASKS_MORE.has(wantedOf(question)) && known.length === query.concepts.length) return false;
  return known.length > 0 && known.every(({ text }) => index.story.gazetteer.find(text, index.asOf));
}

const ASKS_MORE: ReadonlySet<PassageWanted> = new Set(['number', 'place', 'day']);

const NO_PASSAGE: Note = { kind: 'nothing', what: 'passage' };

/** Share of the best match's score that the nearest have when they are shown beside it. Chosen by eye. */
const BESIDE = 0.5;

/** Passages that speak of at least some of the question, best first. */
function answering(index: StoryIndex, question: string, words: string): Finding[] {
  const query = index.readQuery(words);
  const asks = {
    when: /\b(?:when|what day|which day|what date)\b/iu.test(question),
    where: /\bwhere\b/iu.test(question),
  };
  const amount = readAmount(question);
  const tells = ({ text }: Passage): boolean => amount === undefined || mayTell(amount, text);
  return (
    index
      .searchPassages(query, wantedOf(question))
      // Of those that do not answer only the nearest are shown.
      .filter((hit, place) => hit.coverage >= NEAR_COVERAGE && (hit.isAnswer || place < NEAREST))
      .map((hit) => answeringFinding(index, query, hit, { asks, near: !hit.isAnswer || !tells(hit.item) }))
      .sort((a, b) => b.score - a.score)
  );
}

/** Every passage that names one of the days, in the order of the corpus. */
function onDays(index: StoryIndex, days: readonly DateRange[]): Finding[] {
  return index.shownPassages().flatMap((passage) => {
    const date = index.datesIn(passage.id).find((mention) => isWithin(mention, days));
    return date ? [dayFinding(index, passage, date)] : [];
  });
}

function part(findings: readonly Finding[], rest: Pick<Part, 'reading' | 'notes'>): Part {
  const total = findings.filter((finding) => !finding.near).length;
  return { body: { kind: 'findings', groups: oneGroup(findings) }, total, ...rest };
}
