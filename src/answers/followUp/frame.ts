// frameOf(index, request): a request taken apart into whose words, on what and within which limits, so that a follow-up can put another
// part in; requestOf(frame) puts it together again, in the form of the request that it was.

import { type Clauses, formatClauses } from '../../requests/clauses.ts';
import { isReadableDate } from '../../requests/dateWords.ts';
import { formatName } from '../../requests/names.ts';
import { parseRequest, type Request } from '../../requests/request.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import { splitButNot } from '../butNot.ts';
import { readClaims } from '../check/claims.ts';
import { partLimits } from '../reading/limits.ts';
import { findNamed, readLoosely } from '../reading/loose.ts';
import { outletNamed } from '../reading/outlets.ts';
import { readQuestion, whoSaidWords } from '../reading/question.ts';
import { findSource } from '../reading/sources.ts';
import { timelineOf } from '../timeline.ts';

/** Limits as they are typed. */
export interface TypedLimits {
  readonly days: readonly string[];
  /** By the name that the corpus has for it, else as typed. */
  readonly outlet: string | null;
  readonly isDirect: boolean;
}

export interface Frame extends TypedLimits {
  /** saying: "what did X say about Y"; passages: any other question, whose words are the topic. */
  readonly form: 'who-said' | 'saying' | 'passages' | 'speaker' | 'compare' | 'timeline' | 'check';
  /** Whose words; both sides of a comparison. */
  readonly names: readonly string[];
  readonly except: string | null;
  /** '': anything. */
  readonly topic: string;
}

const NO_TYPED: TypedLimits = { days: [], outlet: null, isDirect: false };
const ABOUT = /^(?:about|on|regarding|concerning)\s+/i;

/** Null for requests without such parts: `speakers`, `source 4`. */
export function frameOf(index: StoryIndex, request: Request): Frame | null {
  const frame = { names: [], except: null, topic: '', ...NO_TYPED };
  switch (request.kind) {
    case 'who-said':
      return whoSaidFrame(index, request);
    case 'ask':
      return questionFrame(index, splitButNot(request.question).asked);
    case 'speaker': {
      const name = typedLimits(index, request.name, true);
      const about = typedLimits(index, request.about ?? '');
      return { ...frame, form: 'speaker', names: [name.words], topic: about.words, ...both(name.limits, about.limits) };
    }
    case 'compare': {
      const [a, b] = [typedLimits(index, request.a, true), typedLimits(index, request.b, true)];
      const topic = typedLimits(index, request.topic ?? '');
      const limits = both(both(a.limits, b.limits), topic.limits);
      return { ...frame, form: 'compare', names: [a.words, b.words], topic: topic.words, ...limits };
    }
    case 'timeline': {
      const { words, limits } = typedLimits(index, request.topic ?? '');
      const { name, topic } = timelineOf(index, words);
      return { ...frame, form: 'timeline', names: name === null ? [] : [name], topic, ...limits };
    }
    case 'check': {
      const claims = readClaims(index, request.quotation);
      const names = claims.flatMap(({ claimed }) => (claimed ? [claimed.name] : [])).slice(0, 1);
      const topic = claims.map(({ quotation }) => `"${quotation}"`).join(' ');
      return { ...frame, form: 'check', names, topic };
    }
    case 'fact':
      return frameOf(index, request.of);
    default:
      return null;
  }
}

function whoSaidFrame(index: StoryIndex, request: Clauses): Frame {
  const { words, limits } = typedLimits(index, request.words);
  const by = request.by === null ? null : typedLimits(index, request.by, true);
  const outlet = request.outlet === null ? null : (outletNamed(index, request.outlet) ?? request.outlet);
  const own: TypedLimits = {
    days: [
      ...(request.since === null ? [] : [`since ${request.since}`]),
      ...(request.until === null ? [] : [`until ${request.until}`]),
    ],
    outlet,
    isDirect: request.isDirect,
  };
  const all = both(both(limits, by?.limits ?? NO_TYPED), own);
  return { form: 'who-said', names: by ? [by.words] : [], except: request.except, topic: words, ...all };
}

function questionFrame(index: StoryIndex, question: string): Frame {
  const { words, limits } = typedLimits(index, question);
  const topic = words.replace(/[\s?？؟!.]+$/, '');
  const frame = { names: [], except: null, topic, ...limits };
  const whoSaid = whoSaidWords(topic);
  if (whoSaid !== undefined) return { ...frame, form: 'who-said', topic: whoSaid };
  const read = readQuestion(topic);
  const isNamed = read.kind === 'saying' && (read.isName || findNamed(index, read.subject) !== undefined);
  const loose = read.kind === 'other' || !isNamed ? readLoosely(index, topic) : undefined;
  // "Any comment from Varga": nobody is called "any".
  if (read.kind === 'saying' && (isNamed || !loose || loose.who.kind === 'unknown'))
    return { ...frame, form: 'saying', names: [read.subject], topic: read.topic.replace(ABOUT, '') };
  if (loose && loose.who.kind !== 'unknown')
    return { ...frame, form: 'saying', names: [loose.name], topic: loose.topic };
  return { ...frame, form: 'passages' };
}

/** A text without its limits, and these. With `isName` a text that names somebody as it stands has none. */
export function typedLimits(index: StoryIndex, text: string, isName = false): { words: string; limits: TypedLimits } {
  const isNamed = isName && (index.story.gazetteer.find(text, index.asOf) ?? findSource(index, text, 'exact first'));
  if (isNamed) return { words: text, limits: NO_TYPED };
  const { words, days, outlet, direct } = partLimits(index, text);
  const limits = { days: days.map(({ typed }) => typed), outlet: outlet?.name ?? null, isDirect: direct !== null };
  return { words, limits };
}

function both(a: TypedLimits, b: TypedLimits): TypedLimits {
  return { days: [...a.days, ...b.days], outlet: b.outlet ?? a.outlet, isDirect: a.isDirect || b.isDirect };
}

/** @throws RequestError for a frame that no request can hold, such as a comparison without a side: a bug. */
export function requestOf(frame: Frame): Request {
  return parseRequest(textOf(frame));
}

function textOf(frame: Frame): string {
  const { form, names, topic } = frame;
  const [name = '', other = ''] = names;
  const limits = limitWords(frame);
  const about = topic === '' ? '' : ` about ${topic}`;
  switch (form) {
    case 'who-said':
      if (topic !== '') return `who said ${formatClauses(clausesOf(frame))}`;
      return name === '' ? `timeline${limits}` : `speaker ${name}${limits}`;
    case 'saying':
      return `ask what did ${name} say${/^(?:to|in|at|with|for|of|that)\s/i.test(topic) ? ` ${topic}` : about}${limits}`;
    case 'passages':
      return `ask ${topic}${limits}`;
    case 'speaker':
      return `speaker ${about === '' ? name : formatName(name)}${about}${limits}`;
    case 'compare':
      return `compare ${formatName(name)} and ${formatName(other)}${topic === '' ? '' : ` on ${topic}`}${limits}`;
    case 'timeline':
      return `timeline ${topic}${name === '' ? '' : ` by ${name}`}${limits}`;
    case 'check':
      return `check ${topic}${name === '' ? '' : ` by ${name}`}`;
  }
}

/** Days that have a clause of their own, and what else there is behind the words. */
function clausesOf({ topic, names, except, days, outlet, isDirect }: Frame): Clauses {
  const dateOf = (keyword: RegExp): string | null => {
    const found = days.map((typed) => keyword.exec(typed)?.[1] ?? '').find(isReadableDate);
    return found ?? null;
  };
  const since = dateOf(/^since\s+(.+)$/i);
  const until = dateOf(/^until\s+(.+)$/i);
  const rest = days.filter(
    (typed) => typed.replace(/^(?:since|until)\s+/i, '') !== (/^s/i.test(typed) ? since : until),
  );
  const by = names[0] ?? null;
  return { words: [topic, ...rest].join(' '), by, except, since, until, outlet, isDirect };
}

/** " since Monday in CGTN direct only". */
function limitWords({ days, outlet, isDirect }: TypedLimits): string {
  return [...days, ...(outlet === null ? [] : [`in ${outlet}`]), ...(isDirect ? ['direct only'] : [])]
    .map((words) => ` ${words}`)
    .join('');
}
