// Starts the built program as a shell would: see test/buildOnce.ts. It runs in dist/, where no .env of a developer is read,
// with an environment that holds PATH alone.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const MAIN = resolve('dist/main.js');
/** Lines of a stack trace. */
export const STACK = /^\s+at .*:\d+:\d+/mu;

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function start(
  [command, ...args]: readonly [string, ...string[]],
  env: Record<string, string> = {},
  timeout = 15_000,
): ChildProcessWithoutNullStreams {
  return spawn(command, args, { cwd: resolve('dist'), env: { PATH: process.env['PATH'], ...env }, timeout });
}

export function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((done, fail) => {
    child.on('error', fail).on('close', (status) => done({ status, stdout, stderr }));
  });
}

/** Runs it to its end, with `input` piped in. */
export function run(args: readonly string[], { input = '', env = {} } = {}): Promise<Ended> {
  const child = start([process.execPath, MAIN, ...args], env);
  child.stdin.end(input);
  return ended(child);
}
