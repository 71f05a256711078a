// The conversation in a terminal. `runChat` with a prompt, history and completion when a person types; `answerLines` line
// by line, without prompts, when something is piped in. Both take their streams, so that tests can give their own.
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Answers one line; `page` counts from 1. Gives the text to print and what "more" should ask for. */
export type AnswerLine = (line: string, page: number) => { readonly text: string; readonly request: string | null };

export interface ChatOptions {
  readonly input: Readable;
  readonly output: Writable;
  readonly answer: AnswerLine;
  /** What is printed first, when somebody is there to read it. */
  readonly greeting: string;
  /** Completions of what has been typed. */
  readonly complete: (line: string) => readonly string[];
  /** What "more" gives before there is an answer. */
  readonly nothingYet: string;
}

export interface LinesOptions extends Pick<ChatOptions, 'input' | 'output' | 'answer' | 'nothingYet'> {
  /** Printed between two answers. */
  readonly between: string;
}

const LEAVE = /^(?:exit|quit|bye|q)$/iu;

/** Resolves when the person leaves: end of input, Ctrl-C, "exit". */
export function runChat(options: ChatOptions): Promise<void> {
  const { input, output, greeting, complete } = options;
  const answer = withMore(options);
  const lines = createInterface({
    input,
    output,
    terminal: true,
    historySize: 200,
    removeHistoryDuplicates: true,
    prompt: 'iran-talks> ',
    completer: (line: string) => [complete(line), line],
  });
  output.write(`${greeting}\n`);
  lines.prompt();
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      if (LEAVE.test(line.trim())) {
        lines.close();
        return;
      }
      if (line.trim() !== '') output.write(`\n${answer(line)}\n`);
      lines.prompt();
    });
    lines.on('SIGINT', () => lines.close());
    lines.on('close', () => {
      output.write('\n');
      resolve();
    });
  });
}

/** Answers every line that is not blank, in order; resolves at the end of input, or at "exit". */
export async function answerLines(options: LinesOptions): Promise<void> {
  const answer = withMore(options);
  let isFirst = true;
  for await (const line of createInterface({ input: options.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    if (LEAVE.test(line.trim())) break;
    const text = answer(line);
    const isWritten = options.output.write(isFirst ? text : options.between + text);
    isFirst = false;
    if (!isWritten) await new Promise((resolve) => options.output.once('drain', resolve));
  }
}

/** "more" is the next page of the last answer. */
function withMore({ answer, nothingYet }: Pick<ChatOptions, 'answer' | 'nothingYet'>): (line: string) => string {
  let last: { request: string; page: number } | undefined;
  return (line) => {
    const isMore = /^more$/iu.test(line.trim());
    if (isMore && !last) return nothingYet;
    const page = isMore && last ? last.page + 1 : 1;
    const reply = answer(isMore && last ? last.request : line, page);
    if (reply.request !== null) last = { request: reply.request, page };
    return reply.text;
  };
}
