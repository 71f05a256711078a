// The command grammar: parseRequest(text) and formatRequest(request). Knows words and their order, not the corpus: names,
// topics and dates stay as typed and are read when the request is answered.

import { editDistance } from '../editDistance.ts';
import { RequestError } from '../errors.ts';
import { askedToCheck } from './askedToCheck.ts';
import { type Clauses, formatClauses, readClauses } from './clauses.ts';
import { withoutCourtesy } from './courtesy.ts';
import { formatName, formatNameAlone, readNameAndTopic, readTwoNames, withoutOuterQuotes } from './names.ts';
import { pastedAsLine } from './pasted.ts';

/** Words looked for, quotation marks included, and what limits them. */
export interface WhoSaidRequest extends Clauses {
  readonly kind: 'who-said';
}

/** What can be asked of findings: the day, the place, the addressee, the reason. */
export type Fact = 'when' | 'where' | 'to whom' | 'why';

export type Request =
  | WhoSaidRequest
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'speaker'; readonly name: string; readonly about: string | null }
  | { readonly kind: 'compare'; readonly a: string; readonly b: string; readonly topic: string | null }
  | { readonly kind: 'timeline'; readonly topic: string | null }
  | { readonly kind: 'check'; readonly quotation: string }
  | { readonly kind: 'source'; readonly passage: string }
  | { readonly kind: 'statements'; readonly article: string }
  | { readonly kind: 'speakers' }
  | { readonly kind: 'sources' }
  | { readonly kind: 'help' }
  | FactRequest;

/** A request again, with one fact of what it finds named first. */
export interface FactRequest {
  readonly kind: 'fact';
  readonly fact: Fact;
  readonly of: Exclude<Request, FactRequest>;
}

/** How each request is typed, in the order of help. */
export const USAGE: Readonly<Record<Request['kind'], string>> = {
  'who-said':
    'who said <words> [by <speaker>] [except <speaker>] [since <date>] [until <date>] [outlet:<name>] [direct only]',
  ask: 'ask <question>',
  speaker: 'speaker <name> [about <topic>]',
  compare: 'compare <a> and <b> [on <topic>]',
  timeline: 'timeline [<topic>] [by <speaker>]',
  check: 'check <quotation>',
  speakers: 'speakers',
  sources: 'sources',
  source: 'source <passage>',
  statements: 'statements <article>',
  help: 'help',
  fact: 'when: <request>, or where:, to whom:, why:',
};

const COMMANDS = [
  'ask',
  'speaker',
  'compare',
  'timeline',
  'check',
  'speakers',
  'sources',
  'source',
  'statements',
  'help',
] as const;
const QUESTION =
  /^(?:who|whom|whose|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\b|[?؟？]\s*$/iu;
/**
 * Reads one request. `freeText` says what text without a command word is: a question ('ask', in conversations), or a
 * question only when it looks like one ('refuse', on the command line, where it is more often a slip).
 *
 * @throws RequestError `empty`, `incomplete` (a command without what it needs), `unknown-request` (with the nearest
 * reading as `suggestion`), `not-here` (digests and held articles, which commands of a platform are for).
 */
export function parseRequest(text: string, freeText: 'ask' | 'refuse' = 'ask'): Request {
  const line = cleanText(pastedAsLine(text));
  // What stands behind "ask" is a question of its own.
  const { text: clean, isAsked } = /^(?:(?:when|where|to whom|why):\s*)*ask\b/iu.test(line)
    ? { text: line, isAsked: false }
    : withoutCourtesy(line);
  if (clean === '') throw new RequestError('empty', 'Nothing was asked.', 'help');
  const whoSaid = /^who[ -]?(?:said|says)\b[:,]?\s*(.*)$/iu.exec(clean);
  if (whoSaid) return parseWhoSaid(whoSaid[1] ?? '');
  const asked = parseFact(clean);
  if (asked) return asked;
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/u.exec(clean) ?? [];
  const word = first.toLowerCase().replace(/[:,]$/u, '');
  if (word === 'digest')
    throw new RequestError(
      'not-here',
      'Digests are set by a slash command, in the channel that is to get them: type /iran-talks digest on 09:00 Europe/London there.',
      'help',
    );
  if (/^held(?:\s+(?:approve|refuse)\b.*)?$/isu.test(clean))
    throw new RequestError(
      'not-here',
      'Articles that wait are approved by a slash command, /iran-talks held, or in the terminal: npm run iran-talks -- corpus held.',
      'help',
    );
  if (/^corpus\s+(?:add|check|show|correct|update|held|approve|refuse|poll|help)(?:\s|$)/iu.test(clean))
    throw new RequestError(
      'not-here',
      'Articles are added and corrected on the command line, by whoever looks after the corpus: npm run iran-talks -- corpus help.',
      'help',
    );
  const command = COMMANDS.find((name) => name === word);
  // "Statements by Trump" are asked for, "statements cgtn-…" listed.
  const isAskedFor = command === 'statements' && /^(?:by|from|of|about|on|in|since) /iu.test(rest);
  if (command && !isAskedFor) return parseCommand(command, rest);
  const checked = askedToCheck(clean);
  if (checked !== null) return { kind: 'check', quotation: checked };
  if (/^who\s*[?？؟]*$/iu.test(clean))
    throw new RequestError('incomplete', `Which words? ${USAGE['who-said']}`, 'who said');
  const slip = mistypedWhoSaid(clean);
  if (slip !== null) throw unknownRequest(`${first} ${rest.split(' ')[0]}`, slip);
  if (isAsked || isAskedFor || QUESTION.test(clean)) return { kind: 'ask', question: questionOf(clean) };
  const nearest = nearestReading(word, clean);
  // In a conversation "as I said" is no mistyped "ask": there only a longer or a lone word is taken for a slip.
  const isSlip = nearest !== null && (freeText === 'refuse' || word.length >= 5 || rest === '');
  if (isSlip || freeText === 'refuse') {
    throw unknownRequest(first, nearest ?? `ask ${clean}`);
  }
  return { kind: 'ask', question: questionOf(clean) };
}

/** The text of a request, in the form that parseRequest gives back unchanged. */
export function formatRequest(request: Request): string {
  switch (request.kind) {
    case 'who-said':
      return `who said ${formatClauses(request)}`;
    case 'ask':
      return `ask ${request.question}`;
    case 'speaker':
      return request.about === null
        ? `speaker ${formatNameAlone(request.name)}`
        : `speaker ${formatName(request.name)} about ${request.about}`;
    case 'compare':
      return `compare ${formatName(request.a)} and ${formatName(request.b)}${request.topic === null ? '' : ` on ${request.topic}`}`;
    case 'timeline':
      return request.topic === null ? 'timeline' : `timeline ${request.topic}`;
    case 'check':
      return `check ${request.quotation}`;
    case 'statements':
      return `statements ${request.article}`;
    case 'source':
      return `source ${request.passage}`;
    case 'fact':
      return `${request.fact}: ${formatRequest(request.of)}`;
    case 'speakers':
    case 'sources':
    case 'help':
      return request.kind;
  }
}

/** One line, without control and direction characters, which could hide or turn round what a reader sees. */
function cleanText(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) =>
    /[\u200C\u200D]/u.test(character) ? character : ' ',
  );
  return line
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\/iran-talks\s*/iu, '');
}

/** "when: who said missiles". */
function parseFact(text: string): FactRequest | null {
  const [, fact = '', rest = ''] = /^(when|where|to whom|why):\s*(\S.*)$/iu.exec(text) ?? [];
  if (fact === '') return null;
  const inner = parseRequest(rest);
  return { kind: 'fact', fact: fact.toLowerCase() as Fact, of: inner.kind === 'fact' ? inner.of : inner };
}

function parseWhoSaid(text: string): WhoSaidRequest {
  const clauses = readClauses(text.replace(/(?<=\S)(?:\s*[?？؟])+$/u, ''));
  if (clauses.words.trim() === '') throw new RequestError('incomplete', `Which words? ${USAGE['who-said']}`, 'help');
  return { kind: 'who-said', ...clauses };
}

function parseCommand(command: (typeof COMMANDS)[number], rest: string): Request {
  const need = (value: string, question: string): string => {
    if (value === '') throw new RequestError('incomplete', `${question} ${USAGE[command]}`, 'help');
    return value;
  };
  switch (command) {
    case 'ask':
      return { kind: 'ask', question: need(questionOf(rest), 'What is the question?') };
    case 'speaker': {
      const { name, topic } = readNameAndTopic(rest);
      return { kind: 'speaker', name: need(name, 'Which speaker?'), about: orNull(withoutLead(topic ?? '')) };
    }
    case 'compare':
      return parseCompare(rest);
    case 'timeline':
      return { kind: 'timeline', topic: orNull(topicOf(rest)) };
    case 'check':
      return { kind: 'check', quotation: need(rest, 'Which words?') };
    case 'statements':
      return { kind: 'statements', article: need(withoutOuterQuotes(rest), 'Which article?') };
    case 'source':
      return { kind: 'source', passage: need(withoutOuterQuotes(rest), 'Which passage?') };
    case 'speakers':
    case 'sources':
    case 'help': {
      if (/^\P{L}*$/u.test(rest) && !/\p{N}/u.test(rest)) return { kind: command };
      const suggestion = command === 'speakers' ? `speaker ${rest}` : command;
      throw new RequestError('unknown-request', `"${command}" stands alone, without "${rest}".`, suggestion);
    }
  }
}

/** "of missiles" and "\"missiles\"" are missiles, in any order and however often. */
function topicOf(text: string): string {
  const topic = withoutLead(withoutOuterQuotes(text));
  return topic === text ? topic : topicOf(topic);
}

/** "About missiles" behind "about", as an option of a platform may have it, is missiles. */
function withoutLead(topic: string): string {
  return topic.replace(/^(?:\s*(?:of|about|on)(?=\s|$))+\s*/iu, '');
}

function parseCompare(rest: string): Request {
  const { a, b, topic } = readTwoNames(rest);
  if (a === '' || b === '') throw new RequestError('incomplete', `Which two? ${USAGE.compare}`, 'help');
  return { kind: 'compare', a, b, topic: orNull(withoutLead(topic ?? '')) };
}

function orNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** The question that is left without quotation marks and courtesy around it; never nothing of something. */
function questionOf(text: string): string {
  const whole = withoutOuterQuotes(text);
  const plain = withoutCourtesy(whole).text || whole;
  return plain === text ? text : questionOf(plain);
}

function unknownRequest(words: string, suggestion: string): RequestError {
  return new RequestError('unknown-request', `No request begins with "${words}".`, suggestion);
}

/** "who siad …", "woh said …", "whosaid …": listed, because "who paid" is only one letter away from "who said". */
function mistypedWhoSaid(clean: string): string | null {
  const match =
    /^(?:who (?:sad|siad|sai|sadi|saiid|saidd|sid)|(?:woh|hwo|whp|wo|whoo) (?:said|says)|who?siad|whosaid)\b\s*(.*)$/iu.exec(
      clean,
    );
  return match ? `who said ${match[1] ?? ''}`.trim() : null;
}

/** The request that was probably meant by a mistyped command word, or null. */
function nearestReading(word: string, clean: string): string | null {
  const most = word.length <= 4 ? 1 : 2;
  const close = COMMANDS.map((name) => ({ name, distance: editDistance(word, name, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)[0];
  if (!close) return null;
  return `${close.name} ${clean.slice(word.length).trim()}`.trim();
}
