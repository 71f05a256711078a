// createApp(corpus): the place where the parts meet. Reads the corpus once into an index and gives one function, `respond`,
// that every platform calls with a text and renders what it gives.
import type { Note } from './answers/answer.ts';
import { answerRequest } from './answers/answerRequest.ts';
import { toJson } from './answers/json.ts';
import { plainText } from './answers/markUp.ts';
import { formatRequest, parseRequest } from './answers/request.ts';
import { findDates } from './attribution/dates.ts';
import { extractStatements } from './attribution/extract.ts';
import type { Reader } from './attribution/reader/reader.ts';
import { createGazetteer } from './attribution/speakers.ts';
import { splitPassages } from './corpus/passages.ts';
import type { Article, Corpus, DateMention, Passage, Statement } from './domain.ts';
import { RequestError } from './errors.ts';
import { composeAnswer, composeError, composeFault, type Page } from './messages/compose.ts';
import { notesText } from './messages/composeNotes.ts';
import { readingWords } from './messages/composeReading.ts';
import type { Message } from './messages/message.ts';
import { buildStoryIndex, type StoryIndex } from './search/storyIndex.ts';

export interface RespondOptions extends Page {
  /** What text without a command word is: see parseRequest. */
  readonly freeText: 'ask' | 'refuse';
}

/** What a platform sends back. `unreadable`: nothing was searched. `fault`: a bug, given to `onFault`. */
export interface Reply {
  readonly outcome: 'answered' | 'unreadable' | 'fault';
  readonly message: Message;
  /** The answer or the error in the form for programs. */
  readonly json: Readonly<Record<string, unknown>>;
  /** The request in its own grammar, for asking for the next page; null when it could not be read. */
  readonly request: string | null;
}

export interface App {
  readonly index: StoryIndex;
  /** Never throws, whatever the text. */
  respond(text: string, options: RespondOptions): Reply;
}

/** What the app is made with. */
export interface Parts {
  readonly reader: Reader;
  /** Gets what `respond` caught and did not expect. */
  readonly onFault: (cause: unknown, text: string) => void;
}

export function createApp(corpus: Corpus, { reader, onFault }: Parts): App {
  const index = readCorpus(corpus, reader);
  return {
    index,
    respond(text, options) {
      try {
        const request = parseRequest(plainText(text), options.freeText);
        const answer = answerRequest(index, request);
        const notes = (list: readonly Note[]): string | null => notesText(list, answer.searched);
        const json = toJson(answer, { notes, reading: readingWords });
        return { outcome: 'answered', message: composeAnswer(answer, options), json, request: formatRequest(request) };
      } catch (cause) {
        if (cause instanceof RequestError) {
          const { code, message, suggestion } = cause;
          return {
            outcome: 'unreadable',
            message: composeError(cause),
            json: { error: { code, message, suggestion } },
            request: null,
          };
        }
        onFault(cause, text);
        const error = { code: 'fault', message: 'Something went wrong while answering.', suggestion: null };
        return { outcome: 'fault', message: composeFault(), json: { error }, request: null };
      }
    },
  };
}

/** Passages, statements and dates of every article, indexed. */
export function readCorpus(corpus: Corpus, reader: Reader): StoryIndex {
  const gazetteer = createGazetteer(corpus.speakers);
  const passages: Passage[] = [];
  const statements: Statement[] = [];
  const dates: DateMention[] = [];
  for (const article of corpus.articles) {
    const own = splitPassages(article);
    passages.push(...own);
    statements.push(...extractStatements({ ...readable(article), passages: own }, gazetteer, reader));
    dates.push(...own.flatMap((passage) => findDates(passage, article.publishedOn)));
  }
  return buildStoryIndex({ articles: corpus.articles, terms: corpus.terms, passages, statements, dates, gazetteer });
}

function readable({ publishedOn, language }: Article): { publishedOn: string; language: string } {
  return { publishedOn, language };
}
