// measureIn(dir): measure.ts in a process of its own, with the heap limited, and what it sends.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Progress } from './progress.ts';
import type { Measured, Message } from './result.ts';

const MEASURE = join(dirname(fileURLToPath(import.meta.url)), 'measure.js');
/** Mebibytes of V8's heap. Without a limit Node takes what it finds free (up to 4 GB here), and leaves garbage lying for as long. */
export const HEAP_LIMIT = 1700;
export const FLAGS: readonly string[] = ['--expose-gc', `--max-old-space-size=${HEAP_LIMIT}`];

/** Null: the process ran out of its heap. @throws Error when it ended in any other way. */
export function measureIn(
  dir: string,
  args: readonly string[],
  label: string,
  progress: Progress,
): Promise<Measured | null> {
  const child = spawn(process.execPath, [...FLAGS, MEASURE, dir, ...args], {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let result: Measured | undefined;
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-10_000);
  });
  child.on('message', (message: Message) => {
    if (message.kind === 'stage') progress.show(`${label}: ${message.stage}`);
    else result = message.result;
  });
  return new Promise((done, fail) => {
    child.on('error', fail).on('close', (status, signal) => {
      if (result) done(result);
      else if (/heap out of memory|Allocation failed/u.test(errors)) done(null);
      else fail(new Error(`measuring ${label} ended with ${status ?? signal}: ${errors}`));
    });
  });
}
