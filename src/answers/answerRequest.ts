// answerRequest(index, request): the one way from a request to its answer. Deterministic: same index, same answer.
import { RequestError } from '../errors.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer } from './answer.ts';
import { answerAsk } from './ask.ts';
import { answerCheck } from './check.ts';
import { answerCompare } from './compare.ts';
import { answerHelp } from './help.ts';
import { answerSource, answerSources, answerSpeakers } from './lists.ts';
import { answerMarked } from './marked.ts';
import { withdrawnNote } from './matching.ts';
import { parseRequest, type Request } from './request.ts';
import { answerSpeaker } from './speaker.ts';
import { answerTimeline } from './timeline.ts';
import { answerWhoSaid } from './whoSaid.ts';

/** @throws RequestError `unknown-passage` from `source`; every other request has an answer, also an empty one. */
export function answerRequest(index: StoryIndex, request: Request): Answer {
  const part = answerPart(index, request);
  const searched = { ...index.searched, upTo: index.asOf };
  return { ...part, request, searched, notes: [...part.notes, ...withdrawnNote(index)] };
}

function answerPart(index: StoryIndex, request: Request): Omit<Answer, 'request' | 'searched'> {
  switch (request.kind) {
    case 'who-said':
      return answerWhoSaid(index, request);
    case 'ask':
      return answerAsk(index, request.question);
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
