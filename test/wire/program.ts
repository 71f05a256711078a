// The whole program against a local platform: started as an operator would, with a store of its own, ended with the file's tests.
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, MAIN, start } from '../runMain.ts';

export interface Logged {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

export interface Bot {
  readonly child: ChildProcessWithoutNullStreams;
  /** Of its store: for a bot that goes on where this one ended. */
  readonly database: string;
  /** What it has logged so far. */
  readonly logs: readonly Logged[];
  /** The first line with this in its message, also one that has been. */
  logged(part: string): Promise<Logged>;
  /** Ends it as an operator would. @returns the exit status */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Its exit status, once it has ended; null: by a signal. */
  readonly ended: Promise<number | null>;
  /** Everything that it wrote, as it was. */
  readonly output: () => string;
}

/** Milliseconds in which a program starts, on a machine that does other things besides. */
export const STARTS = 20_000;

const started: (() => void)[] = [];
/** Milliseconds after which a program that a broken test has left behind ends. */
const LONGEST = 110_000;

/** Programs and folders of the file's tests: see cleanUp.ts. */
export function endStarted(): void {
  findReadings();
  readers = [];
  for (const end of started.splice(0).reverse()) end();
}

/** A folder that is gone after the file's tests. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bot-'));
  started.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The file of kept readings. */
const READINGS = 'statements.cache';
/** What a program has read in the shipped articles; undefined: none has yet. */
let kept: Buffer | undefined;
/** Folders of programs that read them by themselves. */
let readers: string[] = [];

/** In a new folder, with the readings of the shipped articles once a program has made them, as after a restart: a sixth of a start. */
function newDatabase(readsShipped: boolean): string {
  const folder = newFolder();
  findReadings();
  if (kept) writeFileSync(join(folder, READINGS), kept);
  else if (readsShipped) readers.push(folder);
  return `file:${join(folder, 'bot.sqlite')}`;
}

function findReadings(): void {
  kept ??= readers.map(readingsIn).find((found) => found !== undefined);
}

function readingsIn(folder: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, READINGS));
  } catch {
    return undefined;
  }
}

/** Starts the program without waiting for anything; with a store of its own, unless `env` names one. */
export function launch(env: Readonly<Record<string, string>>): Bot {
  const database = env['DATABASE_URL'] ?? newDatabase(env['CORPUS_DIR'] === undefined);
  const child = start([process.execPath, MAIN], { LOG_LEVEL: 'debug', ...env, DATABASE_URL: database }, LONGEST);
  started.push(() => child.kill('SIGKILL'));
  const logs: Logged[] = [];
  const waiting = new Set<() => void>();
  let [rest, output] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    logs.push(...lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Logged));
    for (const check of waiting) check();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const end = ended(child);
  return {
    child,
    database,
    logs,
    output: () => output,
    ended: end.then(({ status }) => status),
    logged: (part) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const found = logs.find(({ msg }) => msg.includes(part));
          if (!found) return;
          waiting.delete(check);
          resolve(found);
        };
        waiting.add(check);
        check();
        void end.then(() => reject(new Error(`The program ended without logging “${part}”:\n${output}`)));
      }),
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return (await end).status;
    },
  };
}
