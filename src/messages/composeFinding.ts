// composeFinding(finding): a finding in the words a reader needs to use it in an argument: who (with the office), the
// article's own cue, to whom, where, when, how, through whom; the printed words; why a pronoun is read so; the source.
import type { Finding } from '../answers/answer.ts';
import { factOf, type StatedFact } from '../answers/facts.ts';
import {
  isRead,
  type Passage,
  type PassageId,
  type PassageSpan,
  type ResolutionReason,
  type Span,
  type Statement,
  wordsOf,
} from '../domain.ts';
import type { Fact } from '../requests/request.ts';
import { citationOf } from './citation.ts';
import { composeAlso } from './composeAlso.ts';
import { fitPassage } from './fit.ts';
import type { FindingPart, Quote, Run } from './message.ts';
import { dayWords, formatRange, languageName, list, quoted } from './words.ts';

/** Characters of a passage that are shown before it is reduced to the sentences around the match. Chosen by eye. */
export const MAX_QUOTE_CHARS = 900;

/**
 * `shown`: passages that this message has shown in full; of these only the sentences of the statement are shown again. A
 * passage shown in full is added to it. `fact`: what is named first, before the speaker.
 */
export function composeFinding(
  finding: Finding,
  shown: Set<PassageId> = new Set(),
  fact: Fact | null = null,
): FindingPart {
  const isRepeated = finding.statement !== null && shown.has(finding.passage.id);
  const quote = composeQuote(finding, isRepeated ? 0 : MAX_QUOTE_CHARS);
  if (!quote.isCutBefore && !quote.isCutAfter) shown.add(finding.passage.id);
  return {
    kind: 'finding',
    statementId: finding.statement?.id ?? null,
    isNearest: finding.near,
    who: fact === null ? whoRuns(finding, null) : [...factRuns(finding, fact), ...whoRuns(finding, fact)],
    quote,
    remarks: remarksOn(finding),
    citation: citationOf(finding),
    also: composeAlso(finding),
  };
}

/** A whole passage or, where it is longer than `maxChars`, the sentences around what matters, as printed; 0: these alone. */
export function composeQuote(
  finding: Pick<Finding, 'passage' | 'statement' | 'isUnread' | 'besides' | 'matched' | 'marked'>,
  maxChars = MAX_QUOTE_CHARS,
): Quote {
  const { passage, statement, matched, marked } = finding;
  const inPassage = (statement?.content ?? []).filter((span) => span.passageId === passage.id);
  const content: readonly Span[] = statement ? inPassage : marked;
  const frame = statement ? [statement.cue, ...(statement.source ? [statement.source] : [])] : [];
  const own = statement === null && !finding.isUnread && finding.besides.length > 0 ? marked[0] : undefined;
  if (own) {
    // Others speak in this passage: only the sentence that is the outlet's own is shown under the outlet's name.
    const flags = { isCutBefore: own.start > 0, isCutAfter: own.end < passage.text.length };
    return { runs: styledRuns(passage, own, { matched, content }), ...flags };
  }
  const focus = [...content, ...frame.filter((span) => span.passageId === passage.id), ...matched];
  const shown = fitPassage(passage, focus, maxChars);
  return {
    runs: styledRuns(passage, shown, { matched, content }),
    isCutBefore: shown.isCutBefore,
    isCutAfter: shown.isCutAfter,
  };
}

function styledRuns(
  passage: Passage,
  shown: Span,
  styles: { readonly matched: readonly Span[]; readonly content: readonly Span[] },
): Run[] {
  const edges = new Set([shown.start, shown.end]);
  for (const { start, end } of [...styles.matched, ...styles.content]) {
    for (const edge of [start, end]) if (edge > shown.start && edge < shown.end) edges.add(edge);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, position): Run => {
    const end = sorted[position + 1] ?? shown.end;
    const isIn = (spans: readonly Span[]): boolean => spans.some((span) => span.start <= start && end <= span.end);
    const style = isIn(styles.matched) ? 'matched' : isIn(styles.content) ? 'content' : 'printed';
    return { text: passage.text.slice(start, end), style };
  });
}

/** "Tue 10 Feb 2026 · ", "place not stated · ". */
function factRuns(finding: Finding, fact: Fact): Run[] {
  const stated = factOf(finding, fact);
  const words = stated === null ? NOT_STATED[fact] : factWords(stated, fact);
  return [...nearestRun(finding), { text: words, style: 'strong' }, { text: ' · ', style: 'plain' }];
}

const NOT_STATED: Readonly<Record<Fact, string>> = {
  when: 'day not stated',
  where: 'place not stated',
  'to whom': 'addressee not stated',
  why: 'reason not stated',
};

function factWords({ what, isCertain }: StatedFact, fact: Fact): string {
  const implied = isCertain ? '' : ' (implied)';
  if (!('span' in what)) return `${formatRange(what)}${implied}`;
  const words = wordsOf(what.passage, what.span);
  if (fact === 'why') return quoted(words);
  return `${fact === 'to whom' ? 'to ' : ''}${words}${implied}`;
}

function nearestRun({ near }: Finding): Run[] {
  return near ? [{ text: 'nearest: ', style: 'faint' }] : [];
}

/** The passage tells a reader; this program did not see it. */
const UNREAD = ' · somebody speaks here; who it is was not read, see the passage';

/** Without the fact that is named before them. */
function whoRuns(finding: Finding, fact: Fact | null): Run[] {
  const { statement, cuePassage, article } = finding;
  const nearest: Run[] = fact === null ? nearestRun(finding) : [];
  if (!statement && !isRead(article.language))
    return [
      ...nearest,
      { text: `In ${article.outlet}`, style: 'strong' },
      { text: ` · in ${languageName(article.language)}: who says what is read in English alone`, style: 'plain' },
    ];
  if (!statement)
    return [
      ...nearest,
      { text: finding.isUnread ? `In ${article.outlet}` : `${article.outlet}, its own words`, style: 'strong' },
      { text: finding.isUnread ? UNREAD : ' · nobody is named as saying it', style: 'plain' },
    ];
  const facts = [
    cueWords(cuePassage, statement),
    ...(statement.addressee && fact !== 'to whom' ? [`to ${wordsOf(cuePassage, statement.addressee)}`] : []),
    ...(statement.venue && fact !== 'where' ? [wordsOf(cuePassage, statement.venue)] : []),
    ...(fact === 'when' ? [] : [dayWords(statement.saidOn)]),
    statement.kind,
    ...(statement.hedged ? [hedgeWords(statement)] : []),
    ...statement.via.map(({ name }) => `through ${name}`),
    ...finding.carries.map((carried) => `${wordsOf(cuePassage, carried.cue)} ${carried.speaker.name}`),
  ];
  return [
    ...nearest,
    { text: speakerWords(finding, statement), style: 'strong' },
    { text: ` · ${facts.join(' · ')}`, style: 'plain' },
  ];
}

/** Where a curator has made the statement beside no word that attributes, that is said. */
function cueWords(passage: Passage, { rule, cue, content }: Statement): string {
  const isOwn = content.some(({ passageId, start }) => passageId === cue.passageId && start === cue.start);
  return rule === 'curator' && isOwn ? 'attributed by a curator' : wordsOf(passage, cue);
}

function speakerWords({ role }: Finding, statement: Statement): string {
  const { name, speakerId, isNamed } = statement.speaker;
  if (speakerId !== null) return role === null ? name : `${name}, ${role}`;
  return isNamed ? name : `${name} (not named)`;
}

/** "reportedly" tells of somebody; it does not say that they said it. */
function hedgeWords({ rule }: Statement): string {
  return rule === 'reportedly' ? 'told of them, by whom is not stated' : 'hedged by the article';
}

function remarksOn(finding: Finding): string[] {
  const { statement, passage, cuePassage, marked, dates, article } = finding;
  const correction =
    article.status === 'corrected' ? ['The outlet has corrected this article since it was published.'] : [];
  if (!statement) {
    const shown = dates.filter(
      (date) => marked.length === 0 || marked.some((span) => span.start < date.end && date.start < span.end),
    );
    const others =
      finding.besides.length > 0 ? [`The passage also has statements by ${finding.besides.join('; ')}.`] : [];
    return [
      ...shown.map((date) => `${quoted(wordsOf(passage, date))} is ${formatRange(date)}.`),
      ...others,
      ...correction,
    ];
  }
  return [
    ...continuationRemark(finding),
    ...denialRemark(cuePassage, statement),
    ...resolutionRemark(finding, statement),
    ...curatorRemark(statement),
    ...settingRemark(cuePassage, statement),
    ...correction,
  ];
}

/** The cue of what is shown stands in another paragraph. */
function continuationRemark({ passage, cuePassage, statement }: Finding): string[] {
  if (passage.id === cuePassage.id || !statement) return [];
  const cue = quoted(wordsOf(cuePassage, statement.cue));
  return [`The quotation goes over several paragraphs: ${cue} stands in ¶ ${cuePassage.number}.`];
}

/** What somebody denied must not be read as what they said. */
function denialRemark(passage: Passage, { cue }: Statement): string[] {
  if (cue.sense !== 'denied' && cue.sense !== 'rejected') return [];
  return [`${quoted(wordsOf(passage, cue))}: this was ${cue.sense}, not affirmed.`];
}

/** "Speaker and day set by a curator (the caption names her)." */
function curatorRemark({ corrected }: Statement): string[] {
  if (corrected === null) return [];
  const { speaker, saidOn, content, reason } = corrected;
  const parts = [...(speaker ? ['speaker'] : []), ...(saidOn ? ['day'] : []), ...(content ? ['extent'] : [])];
  const words = `${list(parts, 'and')} set by a curator${reason === null ? '' : ` (${reason})`}.`;
  return [words.charAt(0).toUpperCase() + words.slice(1)];
}

function resolutionRemark({ cuePassage: passage, speaker }: Finding, statement: Statement): string[] {
  const { resolvedBy, antecedent, reason, name } = statement.speaker;
  // Told by curatorRemark.
  if (!statement.source || resolvedBy === 'curator') return [];
  const source = wordsOf(passage, statement.source);
  if (reason === 'same-sentence') {
    const meant = source.includes(name) ? quoted(source) : `${quoted(source)} (${name})`;
    return [`${quoted(wordsOf(passage, statement.cue))} has the subject of its sentence: ${meant}.`];
  }
  if (resolvedBy === 'pronoun' || resolvedBy === 'description') {
    const words = antecedent ? inPassage(passage, antecedent) : null;
    const meant = statement.speaker.isNamed ? name : quoted(name);
    const who = words === null || words === name ? meant : `${meant} (${quoted(words)})`;
    return [`${quoted(source)} refers to ${who}, ${reasonWords(reason, passage, antecedent)}.`];
  }
  if (resolvedBy === 'name' && antecedent)
    return [`${quoted(source)} is ${name}, named in full ${placeOf(passage, antecedent)}.`];
  if (resolvedBy === 'office') return [`${quoted(source)} is ${name}, who held the office on that day.`];
  if (resolvedBy === 'alias' && speaker?.kind === 'government') return [`${quoted(source)} stands for ${name}.`];
  return resolvedBy === null && /^(?:he|she|they|it)$/iu.test(source)
    ? [`The article leaves open whom ${quoted(source)} means.`]
    : [];
}

function reasonWords(reason: ResolutionReason | null, passage: Passage, antecedent: PassageSpan | null): string {
  const place = antecedent && antecedent.passageId !== passage.id ? ` (${placeOf(passage, antecedent)})` : '';
  if (reason === 'named-before') return `the only one named just before whom the word fits${place}`;
  if (reason === 'office-before') return `the only one named before who is called so${place}`;
  return `the source of the statement before${place}`;
}

/** "in the same passage" or "in ¶ 2". */
function placeOf(passage: Passage, { passageId }: PassageSpan): string {
  return passageId === passage.id
    ? 'in the same passage'
    : `in ${passageId.replace(/^.*#(c?)/u, (_, caption) => (caption ? 'caption ' : '¶ '))}`;
}

function settingRemark(passage: Passage, statement: Statement): string[] {
  const { saidOn, addressee, venue } = statement;
  // A day behind the cue is that of what the saying followed ("…, shortly after a meeting on Wednesday").
  const words = saidOn?.words ?? null;
  const isFollowed = saidOn?.certain === false && words !== null && words.start >= statement.cue.end;
  const followed = isFollowed && words ? inPassage(passage, words) : null;
  const taken = [
    ...(saidOn ? [{ what: 'the day', isTaken: !saidOn.certain && !isFollowed }] : []),
    ...(addressee ? [{ what: 'whom it was said to', isTaken: !addressee.certain }] : []),
    ...(venue ? [{ what: 'where', isTaken: !venue.certain }] : []),
  ].flatMap(({ what, isTaken }) => (isTaken ? [what] : []));
  const day = saidOn?.certain === true && words ? inPassage(passage, words) : null;
  const list = taken.length > 1 ? `${taken.slice(0, -1).join(', ')} and ${taken.at(-1)}` : taken.join('');
  return [
    ...(day !== null && saidOn && /\p{L}{3,}day/iu.test(day) ? [`${quoted(day)} is ${formatRange(saidOn)}.`] : []),
    ...(followed === null ? [] : [`The day is that of what it followed or preceded: ${quoted(followed)}.`]),
    ...(list === '' ? [] : [`${list.charAt(0).toUpperCase()}${list.slice(1)}: taken from the statement before.`]),
  ];
}

function inPassage(passage: Passage, span: PassageSpan): string | null {
  return span.passageId === passage.id ? wordsOf(passage, span) : null;
}
