// answerRequest(index, request): the one way from a request to its answer. Deterministic: same index, same answer.
import { RequestError } from '../errors.ts';
import { formatRequest, parseRequest, type Request } from '../requests/request.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import { type Answer, foundIn, type Note } from './answer.ts';
import { answerAsk } from './ask.ts';
import { splitButNot, withoutFound } from './butNot.ts';
import { answerCheck } from './check/check.ts';
import { answerCompare } from './compare.ts';
import { answerFact } from './facts.ts';
import { type Earlier, mergeFollowUp } from './followUp/followUp.ts';
import { answerHelp } from './help.ts';
import { answerSource, answerSources, answerSpeakers } from './lists.ts';
import { answerMarked } from './marked.ts';
import { mergeNotes, withdrawnNote } from './matching.ts';
import { findOutletClause, outletMeant } from './reading/outlets.ts';
import { refuseReversed } from './reading/reversed.ts';
import { withPlaces } from './same/alsoIn.ts';
import { answerSpeaker } from './speaker.ts';
import { answerTimeline } from './timeline.ts';
import { answerWhoSaid } from './whoSaid.ts';

/**
 * `earlier`: the request before it in the same conversation; "and Netanyahu?" is then read as what it asks for, and the answer's
 * `request` is the one that was read.
 *
 * @throws RequestError `unknown-passage` from `source`, `reversed-days`; every other request has an answer, also an empty one.
 */
export function answerRequest(index: StoryIndex, request: Request, earlier: Request | null = null): Answer {
  const read = earlier === null ? request : (findFollowUp(index, request, earlier) ?? request);
  // First as it was read: what is suggested then stands for itself.
  for (const one of [read, request]) refuseReversed(index, one);
  return asAnswer(index, read, placedPart(index, read));
}

/** The same with each place of a statement as a finding of its own, as they were found: for measuring what is found. */
export function answerUngrouped(index: StoryIndex, request: Request): Answer {
  return asAnswer(index, request, answerPart(index, request));
}

function asAnswer(index: StoryIndex, request: Request, part: Part): Answer {
  const searched = { ...index.searched, upTo: index.asOf };
  return { ...part, request, searched, notes: [...part.notes, ...withdrawnNote(index)] };
}

/** What a request asks for as a follow-up; null: it is none, and stands for itself. */
export function findFollowUp(index: StoryIndex, request: Request, earlier: Request): Request | null {
  return mergeFollowUp(index, request, earlierOf(index, earlier));
}

function earlierOf(index: StoryIndex, request: Request): Earlier {
  return {
    request,
    speaker() {
      const { body } = answerPart(index, request);
      const found = foundIn(body);
      const names = new Set(found.flatMap(({ near, statement }) => (near ? [] : [statement?.speaker.name ?? ''])));
      const [name = '', another] = names;
      return name === '' || another !== undefined ? null : name;
    },
  };
}

/** Where the best stands first, a statement with several places stands where the best of them does. */
function placedPart(index: StoryIndex, request: Request): Part {
  if (request.kind === 'fact') return answerFact(request, (inner) => placedPart(index, inner));
  const place = request.kind === 'who-said' || request.kind === 'ask' ? 'best' : 'own day';
  return withPlaces(index, answerPart(index, request), place);
}

type Part = Omit<Answer, 'request' | 'searched'>;

function answerPart(index: StoryIndex, request: Request): Part {
  const part = plainPart(index, request);
  const notes = outletNotes(index, request);
  return notes.length === 0 ? part : { ...part, notes: mergeNotes([...notes, ...part.notes]) };
}

/** Of `outlet:Gazette` in requests that have no clause for it: that it is none of the corpus, or how it was read. */
function outletNotes(index: StoryIndex, request: Request): readonly Note[] {
  if (!/^(?:ask|speaker|compare|timeline)$/.test(request.kind)) return [];
  const clause = findOutletClause(index, formatRequest(request));
  return clause ? outletMeant(index, clause.name).notes : [];
}

function plainPart(index: StoryIndex, request: Request): Part {
  switch (request.kind) {
    case 'who-said':
      return answerWhoSaid(index, request);
    case 'ask': {
      const { asked, left } = splitButNot(request.question);
      const found = answerAsk(index, asked);
      return left === null ? found : withoutFound(found, answerPart(index, left));
    }
    case 'speaker':
      return answerSpeaker(index, request.name, request.about);
    case 'compare':
      return answerCompare(index, request);
    case 'timeline':
      return answerTimeline(index, request.topic);
    case 'check':
      return answerCheck(index, request.quotation);
    case 'speakers':
      return answerSpeakers(index);
    case 'sources':
      return answerSources(index);
    case 'statements':
      return answerMarked(index, request.article);
    case 'source':
      return answerSource(index, request.passage);
    case 'fact':
      return answerFact(request, (inner) => answerPart(index, inner));
    case 'help':
      return answerHelp(index, (text) => countMatches(index, text));
  }
}

function countMatches(index: StoryIndex, text: string): number {
  try {
    return answerPart(index, parseRequest(text)).total;
  } catch (cause) {
    if (cause instanceof RequestError) return 0;
    throw cause;
  }
}
