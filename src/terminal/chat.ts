// The conversation in a terminal. `runChat` with a prompt, history and completion when a person types; `answerLines` line
// by line, without prompts, when something is piped in. Both take their streams, so that tests can give their own.
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { keepingTyped } from './complete.ts';

/** Answers one line, which may go on from those before it. Gives the text to print and what the next line is to be answered with. */
export type AnswerLine<Context> = (
  line: string,
  context: Context | null,
) => { readonly text: string; readonly context: Context | null };

export interface ChatOptions<Context> {
  readonly input: Readable;
  readonly output: Writable;
  readonly answer: AnswerLine<Context>;
  /** What is printed first, when somebody is there to read it. */
  readonly greeting: string;
  /** Completions of what has been typed. */
  readonly complete: (line: string) => readonly string[];
}

export interface LinesOptions<Context> extends Pick<ChatOptions<Context>, 'input' | 'output' | 'answer'> {
  /** Printed between two answers. */
  readonly between: string;
}

const LEAVE = /^(?:exit|quit|bye|q)$/iu;

/** Resolves when the person leaves: end of input, Ctrl-C, "exit". */
export function runChat<Context>(options: ChatOptions<Context>): Promise<void> {
  const { input, output, greeting, complete } = options;
  const answer = inConversation(options.answer);
  const lines = createInterface({
    input,
    output,
    terminal: true,
    historySize: 200,
    removeHistoryDuplicates: true,
    prompt: 'iran-talks> ',
    completer: (line: string) => [keepingTyped(complete(line), line), line],
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
export async function answerLines<Context>(options: LinesOptions<Context>): Promise<void> {
  const answer = inConversation(options.answer);
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

/** Keeps from each answer what the next line is answered with. */
function inConversation<Context>(answer: AnswerLine<Context>): (line: string) => string {
  let context: Context | null = null;
  return (line) => {
    const reply = answer(line, context);
    context = reply.context;
    return reply.text;
  };
}
