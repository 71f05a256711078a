import { PassThrough, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type AnswerLine, answerLines, runChat } from '../../src/terminal/chat.ts';

const UP = '\u001b[A';
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

/** Answers every line, and keeps what it was asked and behind which line. "?" can't be read: what was before stays. */
function recorder(): { answer: AnswerLine<string>; asked: string[]; before: (string | null)[] } {
  const asked: string[] = [];
  const before: (string | null)[] = [];
  const answer: AnswerLine<string> = (line, context) => {
    asked.push(line);
    before.push(context);
    return { text: `<${line}>\n`, context: line === '?' ? context : line };
  };
  return { answer, asked, before };
}

function collected(stream: PassThrough): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

/** Types each of `keys` as one chunk, then leaves with `end`, which may be nothing for keys that leave by themselves. */
async function chat(keys: readonly string[], end: 'end of input' | 'nothing' = 'end of input') {
  const { answer, asked, before } = recorder();
  const [input, output] = [new PassThrough(), new PassThrough()];
  const text = collected(output);
  const complete = (line: string): string[] => {
    if (line === 'Tim') return ['timeline ferries', 'timeline tolls'];
    if (line === 'Times') return ['timeline ferries'];
    return ['speakers', 'timeline '].filter((word) => word.startsWith(line));
  };
  const left = runChat({ input, output, answer, greeting: 'WELCOME', complete });
  for (const key of keys) input.write(key);
  if (end === 'end of input') input.end();
  await left;
  return { asked, before, text: text() };
}

describe('a conversation', () => {
  test('opens with the greeting, then the prompt', async () => {
    const { text } = await chat([]);
    expect(text).toMatch(/^WELCOME\n/u);
    expect(text.indexOf('iran-talks> ')).toBeGreaterThan(text.indexOf('WELCOME'));
  });

  test('answers every line, and shows the prompt again behind each answer', async () => {
    const { text, asked } = await chat(['who said ferries\r', 'speakers\r']);
    expect(asked).toEqual(['who said ferries', 'speakers']);
    const [first, second] = [text.indexOf('<who said ferries>'), text.indexOf('<speakers>')];
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
    expect(text.slice(first, second)).toContain('iran-talks> ');
    expect(text.slice(second)).toContain('iran-talks> ');
  });

  test('answers several lines that were pasted at once, in order', async () => {
    expect((await chat(['help\rspeakers\rsources\r'])).asked).toEqual(['help', 'speakers', 'sources']);
  });

  test('a blank line gives the prompt and no answer', async () => {
    const { text, asked } = await chat(['\r', '   \r']);
    expect(asked).toEqual([]);
    expect(text.split('iran-talks> ').length).toBeGreaterThan(3);
  });

  test('the up arrow brings the last line back', async () => {
    expect((await chat(['speakers\r', 'help\r', UP, UP, '\r'])).asked).toEqual(['speakers', 'help', 'speakers']);
  });

  test('Tab leaves what is typed where several completions do not go on from it, and puts one that is left in its place', async () => {
    expect((await chat(['Tim', '\t', '\r', 'Times', '\t', '\r'])).asked).toEqual(['Tim', 'timeline ferries']);
  });

  test('Tab completes what has one completion', async () => {
    expect((await chat(['spe', '\t', '\r'])).asked).toEqual(['speakers']);
  });
});

describe('leaving', () => {
  test.each(['exit', 'quit', ' EXIT ', 'bye', 'q'])(
    '"%s" leaves, and what was typed behind it is not answered',
    async (line) => {
      expect((await chat([`${line}\rspeakers\r`], 'nothing')).asked).toEqual([]);
    },
  );

  test('Ctrl-C leaves, also in the middle of a line, which is not answered', async () => {
    expect((await chat(['help\r', 'speak', CTRL_C], 'nothing')).asked).toEqual(['help']);
  });

  test('Ctrl-D on an empty line leaves', async () => {
    expect((await chat(['help\r', CTRL_D], 'nothing')).asked).toEqual(['help']);
  });

  test('the last thing printed is a line break, so that the shell starts on a line of its own', async () => {
    expect((await chat([CTRL_C], 'nothing')).text).toMatch(/\n$/u);
  });

  test('"exit the deal" is a question, not a way out', async () => {
    expect((await chat(['exit the deal\r'])).asked).toEqual(['exit the deal']);
  });
});

describe('what the answer before left', () => {
  test('is given with the next line, and nothing with the first', async () => {
    const { before } = await chat(['timeline\r', 'more\r', 'and Dolen?\r']);
    expect(before).toEqual([null, 'timeline', 'more']);
  });

  test('stays when a line in between could not be read', async () => {
    expect((await chat(['timeline\r', '?\r', 'more\r'])).before).toEqual([null, 'timeline', 'timeline']);
  });
});

async function pipe(text: string, between = '\n') {
  const { answer, asked, before } = recorder();
  const [input, output] = [new PassThrough(), new PassThrough()];
  const printed = collected(output);
  input.end(text);
  await answerLines({ input, output, answer, between });
  output.end();
  return { asked, before, text: printed() };
}

describe('lines piped in', () => {
  test('are answered in order, without greeting or prompt, what separates answers between them', async () => {
    expect((await pipe('help\nspeakers\n')).text).toBe('<help>\n\n<speakers>\n');
    expect((await pipe('help\nspeakers\n', '')).text).toBe('<help>\n<speakers>\n');
  });

  test('blank lines are skipped, line breaks of Windows are line breaks', async () => {
    expect((await pipe('\n  \nhelp\r\n\r\n\nspeakers\r\n')).asked).toEqual(['help', 'speakers']);
  });

  test('the last line is answered without a line break behind it', async () => {
    expect((await pipe('help\nspeakers')).asked).toEqual(['help', 'speakers']);
  });

  test.each(['exit', ' QUIT '])('"%s" ends without a word, and what stands behind it is not answered', async (line) => {
    expect(await pipe(`help\n${line}\nspeakers\n`)).toMatchObject({ asked: ['help'], text: '<help>\n' });
  });

  test('nothing piped in gives nothing', async () => {
    expect(await pipe('')).toMatchObject({ asked: [], text: '' });
  });

  test('go on from the line before', async () => {
    expect((await pipe('timeline\n?\nmore\n')).before).toEqual([null, 'timeline', 'timeline']);
  });

  test('no line is answered while the output still has to take the answer before', async () => {
    const written: string[] = [];
    const output = new Writable({
      highWaterMark: 1,
      write(chunk, _encoding, done) {
        setImmediate(() => {
          written.push(String(chunk));
          done();
        });
      },
    });
    const { answer, asked } = recorder();
    const waiting: boolean[] = [];
    const watched: AnswerLine<string> = (line, context) => {
      waiting.push(output.writableNeedDrain);
      return answer(line, context);
    };
    const lines = Array.from({ length: 50 }, (_, at) => `ask ${at}`);
    const input = new PassThrough();
    input.end(lines.join('\n'));
    await answerLines({ input, output, answer: watched, between: '' });
    expect(asked).toEqual(lines);
    expect(waiting).not.toContain(true);
    expect(written).toEqual(lines.map((line) => `<${line}>\n`));
  });
});
