// mergeFollowUp(index, request, earlier): "and Netanyahu?", "when?", "about missiles", "since Monday" behind an earlier request, as a
// request of its own that keeps the earlier speaker, topic and limits unless it names others. Text that asks for something complete
// ("who said X", "when were the talks") starts anew: null.

import { withoutCourtesy } from '../../requests/courtesy.ts';
import { type Fact, type FactRequest, formatRequest, parseRequest, type Request } from '../../requests/request.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import { splitButNot } from '../butNot.ts';
import { applyChange } from './applyChange.ts';
import { type Change, readChange } from './changes.ts';
import { type Frame, frameOf, requestOf } from './frame.ts';
import { contentOf } from './questionChanges.ts';

export interface Earlier {
  readonly request: Request;
  /** Whose words were found, where all are by one: whom "he" means. */
  readonly speaker: () => string | null;
}

const DEICTIC = '(?:that|this|it|so|these|those|them)';
const DEICTIC_ALONE = new RegExp(`^${DEICTIC}$`, 'i');
const WHO_SAID_IT = new RegExp(
  `^(?:who|by whom|whose words(?: (?:is|are|was|were) ${DEICTIC})?)(?: (?:said|says|is saying)(?: ${DEICTIC})?)?$`,
  'i',
);
const WHO_ELSE =
  /^(?:(?:who|any(?:one|body)|some(?:one|body)) else|by whom else|(?:any |the )?others)(?: (?:said|says|say)(?: (?:that|this|it|so|anything|something))?)?$/i;
const SAID_IT = `(?: (?:was|were|is) ${DEICTIC}(?: said)?| did (?:he|she|they|it) say ${DEICTIC})?`;
const FACTS: readonly (readonly [RegExp, Fact])[] = [
  [new RegExp(`^(?:when|(?:on )?(?:what|which) (?:day|date))${SAID_IT}$`, 'i'), 'when'],
  [new RegExp(`^(?:where|(?:in |at )?(?:what|which) place|on (?:what|which) occasion)${SAID_IT}$`, 'i'), 'where'],
  [
    new RegExp(
      `^(?:to whom|to who|who to|whom|who did (?:he|she|they|it) (?:tell(?: ${DEICTIC}(?: to)?)?|say ${DEICTIC} to))$`,
      'i',
    ),
    'to whom',
  ],
  [new RegExp(`^(?:why(?: so| not)?|how come|for what reason)${SAID_IT}$`, 'i'), 'why'],
];
/** "Did he say when?", "when did Trump say that?": a fact, of what somebody said. */
const SAY_WHEN = /^(?:did|does) (.+?) say (when|where|why|to whom)$/i;
const WHEN_SAY = new RegExp(`^(when|where|why|to whom) did (.+?) say ${DEICTIC}$`, 'i');
/** What every finding shows: asked for, the answer is shown again. */
const SOURCE = new RegExp(
  `^(?:the )?(?:source|link|url|outlet|article)s?$|^(?:which|what) (?:outlet|article|source)$|^says who$|^(?:who|which outlet) (?:reported|published|printed) ${DEICTIC}$|^where (?:is|was) ${DEICTIC} (?:from|published|printed|reported)$`,
  'i',
);
const MORE =
  /^(?:(?:show|give|see)(?: me)? )?(?:(?:some |any )?more(?: of (?:them|these|those|that))?|(?:the )?next(?: page| ones)?|go on|continue|the rest)$/i;

/** True for "more", and for "who else?" where no speaker was asked about: the others are on the next page. */
export function asksForMore(index: StoryIndex, text: string, earlier: Request | null): boolean {
  const words = bare(text);
  if (MORE.test(words)) return true;
  return earlier !== null && WHO_ELSE.test(words) && frameOf(index, earlier)?.names.length === 0;
}

const ELSE_BY =
  /^(?:what|anything|something) else(?: (?:did |does |has |have )?(?:he|she|they|it) (?:say|says|said))?$/i;

/** True for "when?", "who else?", "what else did she say?": nothing is asked for without an answer before it. */
export function onlyGoesOn(text: string): boolean {
  const words = bare(text);
  return FACTS.some(([pattern]) => pattern.test(words)) || WHO_ELSE.test(words) || ELSE_BY.test(words);
}

export function mergeFollowUp(index: StoryIndex, request: Request, earlier: Earlier): Request | null {
  const frame = frameOf(index, earlier.request);
  // "Who said that by Iran": the words are those of the earlier request.
  if (request.kind === 'who-said' && DEICTIC_ALONE.test(request.words)) {
    return frame && whoSaid(frame, request.by === null ? [] : [request.by]);
  }
  if (request.kind === 'compare' && DEICTIC_ALONE.test(request.a)) {
    return mergeFollowUp(index, { kind: 'ask', question: `compare with ${request.b}` }, earlier);
  }
  if (request.kind !== 'ask') return null;
  const text = bare(request.question);
  const fact = FACTS.find(([pattern]) => pattern.test(text))?.[1];
  if (fact !== undefined) return factRequest(fact, earlier.request);
  if (SOURCE.test(text)) return WITH_FACTS.has(earlier.request.kind) ? earlier.request : null;
  if (!frame) return null;
  const asked = factOfSomebody(text);
  if (asked) {
    const said = mergeFollowUp(index, { kind: 'ask', question: `what did ${asked.name} say about that` }, earlier);
    return said && factRequest(asked.fact, said);
  }
  if (WHO_SAID_IT.test(text)) return whoSaid(frame, []);
  if (WHO_ELSE.test(text)) return others(frame);
  const change = readChange(index, request.question, () =>
    frame.names.length === 1 ? (frame.names[0] ?? null) : earlier.speaker(),
  );
  return change && applied(index, { frame, change, earlier: earlier.request });
}

interface Applied {
  readonly frame: Frame;
  readonly change: Change;
  readonly earlier: Request;
}

function applied(index: StoryIndex, { frame: before, change, earlier }: Applied): Request | null {
  // What else somebody said is no matter of a quotation.
  const frame: Frame = change.isElse && before.form === 'check' ? { ...before, form: 'saying' } : before;
  const next = applyChange(index, frame, change);
  if (!next) return null;
  const request = change.isElse ? elseOf(next, earlier) : requestOf(next);
  // "When?", then "and Araghchi?": when Araghchi said it.
  return earlier.kind === 'fact' && change.topic === undefined ? factRequest(earlier.fact, request) : request;
}

/** All that somebody said but what was found before; the earlier request itself where it asked for all: the rest is on its next page. */
function elseOf(frame: Frame, earlier: Request): Request {
  const request = requestOf(frame);
  const before = earlier.kind === 'fact' ? earlier.of : earlier;
  const asked = before.kind === 'ask' ? splitButNot(before.question).asked : null;
  const isSame = asked === null ? sameText(before, request) : sameText({ kind: 'ask', question: asked }, request);
  if (isSame) return before;
  if (frame.form === 'timeline' || frame.form === 'compare') return request;
  const said = requestOf({ ...frame, form: 'saying', topic: '' });
  return parseRequest(`${formatRequest(said)}, but not: ${formatRequest(before)}`);
}

function sameText(a: Request, b: Request): boolean {
  const textOf = (request: Request): string => formatRequest(request).replace(/[\s?？؟.!]+$/, '');
  return textOf(a) === textOf(b);
}

function factOfSomebody(text: string): { readonly fact: Fact; readonly name: string } | null {
  const [, name, fact] = SAY_WHEN.exec(text) ?? [];
  if (name !== undefined && fact !== undefined) return { fact: fact.toLowerCase() as Fact, name };
  const [, asked, who] = WHEN_SAY.exec(text) ?? [];
  return asked === undefined || who === undefined ? null : { fact: asked.toLowerCase() as Fact, name: who };
}

/** Requests whose findings have a day, a place, an addressee. */
const WITH_FACTS: ReadonlySet<Request['kind']> = new Set([
  'who-said',
  'ask',
  'speaker',
  'compare',
  'timeline',
  'check',
  'source',
]);

function factRequest(fact: Fact, request: Request): FactRequest | null {
  const of = request.kind === 'fact' ? request.of : request;
  return WITH_FACTS.has(of.kind) ? { kind: 'fact', fact, of } : null;
}

/** Who said what the earlier request was about; null where it was about anything. */
function whoSaid(frame: Frame, names: readonly string[]): Request | null {
  const topic = frame.form === 'passages' ? contentOf(frame.topic) : frame.topic;
  return topic === '' ? null : requestOf({ ...frame, form: 'who-said', names, topic });
}

/** Who said it besides the one who was asked about; behind a comparison, everybody who did. */
function others(frame: Frame): Request | null {
  const [name, another] = frame.names;
  if (name === undefined) return null;
  return whoSaid({ ...frame, except: another === undefined ? name : null }, []) ?? { kind: 'speakers' };
}

/** Without courtesy, "and" and the marks at the end. */
function bare(text: string): string {
  return withoutCourtesy(text)
    .text.replace(/[\s?？؟!.,;:…]+$/, '')
    .replace(/^(?:and|but|so|ok|okay)\b[\s,]*/i, '');
}
