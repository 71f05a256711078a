// Several processes on one file, and processes that are killed: with the store as it is bundled, in processes of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'rolldown';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations/all.ts';
import { openStore } from '../../src/store/openStore.ts';
import { newFolder, rowsOf } from './files.ts';
import { newSchema, POSTGRES_URL } from './postgres.ts';

const CHILD = resolve('dist/storeChild.js');
const AT = new Date(Date.UTC(2026, 1, 12));

beforeAll(async () => {
  await build({
    input: 'test/store/child.ts',
    platform: 'node',
    external: ['libsql', 'pg'],
    logLevel: 'warn',
    output: { file: CHILD, format: 'esm', codeSplitting: false },
  });
});

interface Child {
  readonly process: ChildProcess;
  /** What it says, line by line, to its end. */
  readonly lines: AsyncIterableIterator<string>;
}

/** Started, and ready to begin with the first store. */
async function startChild(job: string, urls: string | readonly string[], before = ''): Promise<Child> {
  const command = `${before} exec "$0" "$@"`;
  const args = ['-c', command, process.execPath, CHILD, job, ...[urls].flat()];
  const child = spawn('sh', args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  return { process: child, lines };
}

function begin({ process: child }: Child): void {
  child.stdin?.write('begin\n');
}

/** What it says from now on. */
async function linesOf({ lines }: Child): Promise<string[]> {
  const said: string[] = [];
  for await (const line of lines) said.push(line);
  return said;
}

describe('processes that begin at the same moment', () => {
  test('make the tables once, and all of them can use them', async () => {
    const files = [1, 2, 3].map(() => join(newFolder(), 'store.sqlite'));
    const urls = files.map((file) => `file:${file}`);
    const children = await Promise.all([1, 2, 3, 4].map(() => startChild('open', urls)));
    const ends = children.map(({ process: child }) => once(child, 'exit'));
    for (const [round, file] of files.entries()) {
      for (const child of children) begin(child);
      const said = await Promise.all(children.map(async ({ lines }) => (await lines.next()).value));
      expect(said.sort()).toEqual(['false', 'false', 'false', 'true']);
      // Closed by all of them.
      const next = await Promise.all(children.map(async ({ lines }) => (await lines.next()).value));
      expect(next).toEqual(children.map(() => (round < files.length - 1 ? 'ready' : undefined)));
      expect(rowsOf(file, 'select version from schema_version')).toEqual([{ version: MIGRATIONS.length }]);
    }
    expect(await Promise.all(ends)).toEqual(ends.map(() => [0, null]));
  });

  test('that claim the same keys get each of them once', async () => {
    const file = join(newFolder(), 'store.sqlite');
    const children = await Promise.all([1, 2, 3].map(() => startChild('claim', `file:${file}`)));
    for (const child of children) begin(child);
    const said = await Promise.all(children.map(linesOf));
    expect(said.flat().sort()).toEqual(Array.from({ length: 300 }, (_, number) => `k${number}`).sort());
  });
});

describe.skipIf(POSTGRES_URL === null)('processes that begin at the same moment on PostgreSQL', () => {
  test('make the tables once, and get each key once', async () => {
    const schema = await newSchema();
    onTestFinished(schema.drop);
    const children = await Promise.all([1, 2, 3].map(() => startChild('claim', schema.url)));
    for (const child of children) begin(child);
    const said = await Promise.all(children.map(linesOf));
    expect(said.flat().sort()).toEqual(Array.from({ length: 300 }, (_, number) => `k${number}`).sort());
    expect(await schema.rowsOf('select version from schema_version')).toEqual([{ version: MIGRATIONS.length }]);
  });
});

describe('a process that is killed while it writes', () => {
  test.each([1, 40, 400])('loses nothing of what it acknowledged, killed after %i writes', async (writes) => {
    const file = join(newFolder(), 'store.sqlite');
    const child = await startChild('write', `file:${file}`);
    const ended = once(child.process, 'exit');
    begin(child);
    const acknowledged: string[] = [];
    for await (const line of child.lines) {
      acknowledged.push(line);
      if (acknowledged.length === writes) child.process.kill('SIGKILL');
    }
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(acknowledged.length).toBeGreaterThanOrEqual(writes);
    const store = await openStore(`file:${file}`);
    for (const number of acknowledged.map(Number)) {
      const request = `ask ${'ferries '.repeat(number % 100)}${number}`;
      expect(await store.findContext(`p${number}`)).toEqual({ request, page: number });
      expect(await store.claimOnce(`k${number}`, AT)).toBe(false);
    }
    await store.close();
    expect(rowsOf(file, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  test('leaves the file to another that is waiting', async () => {
    const file = join(newFolder(), 'store.sqlite');
    const child = await startChild('write', `file:${file}`);
    begin(child);
    await child.lines.next();
    const store = await openStore(`file:${file}`);
    const writing = Promise.all(Array.from({ length: 100 }, (_, number) => store.claimOnce(`own${number}`, AT)));
    child.process.kill('SIGKILL');
    expect(await writing).toEqual(Array.from({ length: 100 }, () => true));
    await store.close();
  });
});

describe('a process whose disk refuses', () => {
  test('is told so, and what was acknowledged before stays', async () => {
    const file = join(newFolder(), 'store.sqlite');
    // In blocks of 512 bytes: room for the tables and some dozens of writes.
    const child = await startChild('fill', `file:${file}`, 'ulimit -f 800;');
    begin(child);
    const said = await linesOf(child);
    expect(said.pop()).toBe(
      `disk: The disk with ${file} can't be read or written: look at the disk and its quotas; what was saved before stays.`,
    );
    expect(said.length).toBeGreaterThan(10);
    const store = await openStore(`file:${file}`);
    for (const number of said.map(Number)) {
      expect(await store.findContext(`p${number}`)).toEqual({ request: 'ferries '.repeat(500), page: number });
    }
    await store.saveContext('p', { request: 'speakers', page: 1 }, AT);
    await store.close();
  });
});
