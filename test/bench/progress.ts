// createProgress(stream): what is going on, on one line that is rewritten where a terminal can, else a line for each step.

export interface Progress {
  /** The line from now on; the seconds since are counted behind it. */
  show(text: string): void;
  /** Takes the line away: a table follows. */
  clear(): void;
}

const EVERY_MS = 500;
const CLEAR_LINE = '\r\u001b[2K';

export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { show: (text) => stream.write(`${text}\n`), clear: () => undefined };
  let timer: NodeJS.Timeout | undefined;
  const clear = (): void => {
    clearInterval(timer);
    stream.write(CLEAR_LINE);
  };
  return {
    show(text) {
      clear();
      const started = Date.now();
      const write = (): boolean => stream.write(`${CLEAR_LINE}${text} ${Math.round((Date.now() - started) / 1000)} s`);
      write();
      timer = setInterval(write, EVERY_MS).unref();
    },
    clear,
  };
}
