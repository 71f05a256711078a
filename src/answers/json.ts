// toJson(answer): the form for programs. Its keys are documented in README ("For programs") and only ever added to.
import { type PassageSpan, type Statement, wordsOf } from '../domain.ts';
import { formatRequest } from '../requests/request.ts';
import type { AlsoIn, Answer, CheckResult, Finding, Note, Reading, SpeakerRow } from './answer.ts';
import { findingsOf } from './answer.ts';
import { explainScore } from './explain.ts';

type Json = Record<string, unknown>;

/** What puts notes and readings into words. */
export interface Wording {
  readonly notes: (notes: readonly Note[]) => string | null;
  readonly reading: (reading: Reading) => string;
}

export interface JsonOptions {
  /** Each finding says what its score is made of. */
  readonly isExplained: boolean;
}

/** One plain object; offsets count UTF-16 units of the passage's text, ends exclusive. */
export function toJson(answer: Answer, wording: Wording, { isExplained }: JsonOptions = { isExplained: false }): Json {
  return {
    request: formatRequest(answer.request),
    reading: answer.reading && wording.reading(answer.reading),
    findings: findingsOf(answer).map((finding) => ({
      ...findingJson(finding),
      ...(isExplained ? { explained: explainedJson(finding) } : {}),
    })),
    total: answer.total,
    searched: answer.searched,
    note: wording.notes(answer.notes),
    ...bodyJson(answer, wording),
  };
}

function bodyJson({ body }: Answer, { notes }: Wording): Json {
  switch (body.kind) {
    case 'findings':
    case 'marked':
      return {};
    case 'checks':
      return { checks: body.checks.map((check) => ({ ...checkJson(check), note: notes(check.notes) })) };
    case 'speakers':
      return { speakers: body.named.map(speakerRowJson), unnamed: body.unnamed.map(speakerRowJson) };
    case 'sources':
      return {
        sources: body.sources.map(({ article: { body: _, captions: __, ...article }, passages, statements }) => ({
          ...article,
          passages,
          statements,
        })),
      };
    case 'passage': {
      const { passage, before, after, article } = body.view;
      const short = (one: typeof before): Json | null => (one ? { passageId: one.id, text: one.text } : null);
      return {
        passage: { passageId: passage.id, text: passage.text, article: articleJson(article) },
        before: short(before),
        after: short(after),
      };
    }
    case 'help':
      return { usage: body.examples };
  }
}

function findingJson(finding: Finding): Json {
  return { ...placeJson(finding), alsoIn: finding.alsoIn.map(alsoJson) };
}

function alsoJson({ finding, wording, isShorter }: AlsoIn): Json {
  return {
    ...placeJson(finding),
    wording: wording.map(({ kind, words }) => ({ kind, words })),
    isShorter,
  };
}

function placeJson(finding: Finding): Json {
  const { passage, article, statement } = finding;
  return {
    passageId: passage.id,
    text: passage.text,
    statement: statement ? statementJson(statement, finding) : null,
    article: articleJson(article),
    paragraph: passage.kind === 'caption' ? null : passage.number,
    caption: passage.kind === 'caption' ? passage.number : null,
    dates: finding.dates.map(({ start, end, from, to }) => ({
      words: passage.text.slice(start, end),
      from,
      to,
      span: [start, end],
    })),
    matched: finding.matched.map(({ start, end }) => [start, end]),
    marked: finding.marked.map(({ start, end }) => [start, end]),
    score: Number(finding.score.toFixed(4)),
    near: finding.near,
    unread: finding.isUnread,
  };
}

function explainedJson(finding: Finding): Json[] {
  return explainScore(finding).map(({ factor, gives }) => ({ factor, gives: Number(gives.toFixed(4)) }));
}

function statementJson(statement: Statement, { passage, cuePassage, speaker, role, carries }: Finding): Json {
  const words = (span: PassageSpan | null): string | null => (span ? wordsOf(cuePassage, span) : null);
  const { addressee, venue, saidOn } = statement;
  return {
    id: statement.id,
    speaker: {
      id: statement.speaker.speakerId,
      name: statement.speaker.name,
      role,
      kind: speaker?.kind ?? (statement.speaker.isNamed ? 'unlisted' : 'unnamed'),
      resolvedBy: statement.speaker.resolvedBy,
      reason: statement.speaker.reason,
    },
    source: words(statement.source),
    cue: words(statement.cue),
    sense: statement.cue.sense,
    kind: statement.kind,
    content: statement.content
      .filter(({ passageId }) => passageId === passage.id)
      .map(({ start, end }) => [start, end]),
    saidOn: saidOn ? { from: saidOn.from, to: saidOn.to, certain: saidOn.certain, words: words(saidOn.words) } : null,
    addressee: words(addressee),
    // Where and to whom, in the article's words; `addressee` alone is there too.
    venue: [words(addressee), words(venue)].filter((part) => part !== null).join(', ') || null,
    via: statement.via.map(({ name }) => ({ name })),
    cites: carries.map((carried) => ({ id: carried.id, name: carried.speaker.name })),
    hedged: statement.hedged,
    rule: statement.rule,
    corrected: statement.corrected,
  };
}

function articleJson({ id, title, outlet, url, publishedOn, language, status }: Finding['article']): Json {
  return { id, title, outlet, url, publishedOn, language, status };
}

function checkJson({ quotation, claimed, verdict, finding, nearest, differences, apart }: CheckResult): Json {
  return {
    quotation,
    claimed: claimed?.name ?? null,
    verdict,
    passageId: finding?.passage.id ?? null,
    nearest: nearest?.passage.id ?? null,
    differences,
    apart,
  };
}

function speakerRowJson({ name, isNamed, speaker, role, statements, lastSaidOn }: SpeakerRow): Json {
  return {
    id: speaker?.id ?? null,
    name,
    kind: speaker?.kind ?? (isNamed ? 'unlisted' : 'unnamed'),
    role,
    statements,
    lastSaidOn,
  };
}
