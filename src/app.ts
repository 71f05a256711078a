// createApp(corpus): the place where the parts meet. Reads the corpus once into an index and gives one function, `respond`,
// that every platform calls with a text and renders what it gives.
import type { Example, Note } from './answers/answer.ts';
import { answerRequest, findFollowUp } from './answers/answerRequest.ts';
import type { Choice, Completable, Room } from './answers/complete/choices.ts';
import { createCompletions } from './answers/complete/complete.ts';
import { asksForMore, onlyGoesOn } from './answers/followUp/followUp.ts';
import { toJson } from './answers/json.ts';
import { newestFindings } from './answers/newest.ts';
import { warmUpQuestions } from './answers/warmUp.ts';
import type { Reader } from './attribution/reader/reader.ts';
import type { Corpus } from './domain.ts';
import { RequestError } from './errors.ts';
import { composeAnswer, composeError, composeFault, type Page } from './messages/compose.ts';
import { composeHome } from './messages/composeHome.ts';
import { notesText } from './messages/composeNotes.ts';
import { readingWords } from './messages/composeReading.ts';
import type { Message } from './messages/message.ts';
import { readStory, type StoryCache } from './readStory.ts';
import { plainText } from './requests/markUp.ts';
import { pastedAsLine } from './requests/pasted.ts';
import { formatRequest, parseRequest, type Request } from './requests/request.ts';
import { buildStoryIndex, type StoryIndex } from './search/storyIndex.ts';

export interface RespondOptions extends Page {
  /** What text without a command word is: see parseRequest. */
  readonly freeText: 'ask' | 'refuse';
  /** What the conversation was given with its last reply; null: this is the first text of it. */
  readonly context?: Context | null;
}

/**
 * What a conversation must remember between two texts, so that "and Netanyahu?" and "more" can be read: plain data, as short as the
 * request itself.
 */
export interface Context {
  /** The last request that was answered, in its own grammar. */
  readonly request: string;
  /** The page that was shown, from 1. */
  readonly page: number;
}

/** What a platform sends back. `unreadable`: nothing was searched. `fault`: a bug, given to `onFault`. */
export interface Reply {
  readonly outcome: 'answered' | 'unreadable' | 'fault';
  readonly message: Message;
  /** The answer or the error in the form for programs. */
  readonly json: Readonly<Record<string, unknown>>;
  /** To be given with the next text: the request that was answered, else the context as it was; null: nothing was answered yet. */
  readonly context: Context | null;
}

export interface App {
  readonly index: StoryIndex;
  /** Never throws, whatever the text. */
  respond(text: string, options: RespondOptions): Reply;
  /** What somebody may be about to type, the best first; see Completions. Never throws, whatever was typed. */
  complete(what: Completable, typed: string, room: Room): readonly Choice[];
  /** A page about the bot itself. */
  home(): Message;
  /** Questions that this corpus answers, of several kinds, at most so many. */
  examples(most: number): readonly string[];
  /** Makes beforehand what the first completions need, a few milliseconds a step. */
  prepare(): Iterable<void>;
  /** Prepares completions, then answers a question nobody asked with each step, for a process that is to answer quickly from the first one on. */
  warmUp(): Iterable<void>;
}

/** What the app is made with. */
export interface Parts {
  readonly reader: Reader;
  /** Gets what `respond` and `complete` caught and did not expect. */
  readonly onFault: (cause: unknown, text: string) => void;
  /** What articles gave in an earlier process; undefined: they are read. */
  readonly cache?: StoryCache;
}

export function createApp(corpus: Corpus, { reader, onFault, cache }: Parts): App {
  return createAppOver(readCorpus(corpus, reader, cache), onFault);
}

/** The same over an index that is there already. */
export function createAppOver(index: StoryIndex, onFault: Parts['onFault']): App {
  const completions = createCompletions(index);
  const app: App = {
    index,
    complete(what, typed, room) {
      try {
        return completions.complete(what, typed, room);
      } catch (cause) {
        onFault(cause, typed);
        return [];
      }
    },
    home() {
      const { searched, body } = answerRequest(index, { kind: 'help' }, null);
      const examples = body.kind === 'help' ? body.examples : [];
      const statements = index.statements().length;
      return composeHome({ searched, statements, examples, newest: newestFindings(index, NEWEST) });
    },
    examples: (most) =>
      helpOf(index)
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .slice(0, most),
    prepare: () => completions.prepare(),
    *warmUp() {
      yield* app.prepare();
      for (const text of warmUpQuestions(index, WARM_UP)) {
        app.respond(text, { freeText: 'ask', page: 1, perPage: 5 });
        yield;
      }
    },
    respond(text, options) {
      const context = options.context ?? null;
      try {
        const { request, earlier, page } = readText(index, plainText(pastedAsLine(text)), options);
        const answer = answerRequest(index, request, earlier);
        const notes = (list: readonly Note[]): string | null => notesText(list, answer.searched);
        return {
          outcome: 'answered',
          message: composeAnswer(answer, { ...options, page }),
          // Made where it is asked for: as much work as the answer, and people read the message.
          get json() {
            return toJson(answer, { notes, reading: readingWords }, { isExplained: options.isExplained ?? false });
          },
          context: { request: formatRequest(answer.request), page },
        };
      } catch (cause) {
        if (cause instanceof RequestError) {
          const { code, message, suggestion } = cause;
          const json = { error: { code, message, suggestion } };
          return { outcome: 'unreadable', message: composeError(cause, options), json, context };
        }
        onFault(cause, text);
        const error = { code: 'fault', message: 'Something went wrong while answering.', suggestion: null };
        return { outcome: 'fault', message: composeFault(), json: { error }, context };
      }
    },
  };
  return app;
}

/** Statements on the page about the bot. Chosen by eye. */
const NEWEST = 3;

function helpOf(index: StoryIndex): readonly Example[] {
  const { body } = answerRequest(index, { kind: 'help' }, null);
  return body.kind === 'help' ? body.examples : [];
}

/** Questions after which answers are about as quick as they become. Measured on 18,164 and 2,429 passages. */
const WARM_UP = 600;

interface Read {
  readonly request: Request;
  /** The request before it, which a follow-up keeps to. */
  readonly earlier: Request | null;
  readonly page: number;
}

/** The next page of the last answer, or a request, which may go on from the last one. */
function readText(index: StoryIndex, text: string, { context, freeText, page }: RespondOptions): Read {
  const earlier = context ? earlierRequest(context) : null;
  if (freeText === 'ask' && asksForMore(index, text, earlier)) {
    if (!context || !earlier) throw new RequestError('nothing-yet', 'There is no answer yet to show more of.');
    return { request: earlier, earlier: null, page: context.page + 1 };
  }
  if (!earlier && onlyGoesOn(text)) {
    const message = `"${text.trim()}" goes on from an answer, and there is none yet: ask something first.`;
    throw new RequestError('nothing-yet', message, 'help');
  }
  // "Ask …" stands for itself.
  if (!earlier || ASKED.test(text)) return { request: parseRequest(text, freeText), earlier: null, page };
  const request = parseBehind(index, text, earlier);
  // "What else did she say?" behind all that she said: the next page.
  const isElse = /\belse\b/i.test(text) && context !== null && context !== undefined;
  const followUp = isElse ? findFollowUp(index, request, earlier) : null;
  if (followUp && context && formatRequest(followUp) === context.request)
    return { request: followUp, earlier: null, page: context.page + 1 };
  return { request, earlier, page };
}

const ASKED = /^\s*(?:\/iran-talks\s+)?ask\b/i;

/** "Who?" can't be read by itself, but behind another request. */
function parseBehind(index: StoryIndex, text: string, earlier: Request): Request {
  try {
    return parseRequest(text);
  } catch (cause) {
    const followUp = findFollowUp(index, { kind: 'ask', question: text }, earlier);
    if (followUp && cause instanceof RequestError) return followUp;
    throw cause;
  }
}

/** Null for a context of another version that this one can't read: the text is then the first of its conversation. */
function earlierRequest({ request }: Context): Request | null {
  try {
    return parseRequest(request);
  } catch (cause) {
    if (cause instanceof RequestError) return null;
    throw cause;
  }
}

/** Passages, statements and dates of every article, indexed. */
export function readCorpus(corpus: Corpus, reader: Reader, cache?: StoryCache): StoryIndex {
  return buildStoryIndex(readStory(corpus, reader, cache));
}
