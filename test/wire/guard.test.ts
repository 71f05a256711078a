// No test reaches beyond this machine: in its own process, and in programs that it starts.
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { ended, start } from '../runMain.ts';
import { startDiscord } from './discord/server.ts';
import { takeRefused } from './guard.ts';

// Addresses and names that are set aside for documentation: nothing is there, were the guard not to hold.
const NOBODY = '192.0.2.1';
const NAME = 'nobody.example';

function errorOf(socket: Socket | WebSocket): Promise<Error> {
  return new Promise((resolve) => {
    socket.on('error', resolve);
  });
}

/** Runs a program's source in a process of its own, guarded. */
function runProgram(source: string, env: Record<string, string>) {
  return ended(start([process.execPath, '--input-type=module', '--eval', source], env));
}

describe('the guard refuses and writes down', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    ['fetch', () => fetch(`http://${NOBODY}/`).catch((error: Error) => error.cause), `${NOBODY}:80`],
    [
      'fetch of a name, before it is looked up',
      () => fetch(`https://${NAME}/`).catch((error: Error) => error.cause),
      `${NAME}:443`,
    ],
    ['a connection by port and host', () => errorOf(connect(8_080, NOBODY)), `${NOBODY}:8080`],
    ['a connection by options', () => errorOf(connect({ port: 1, host: '2001:db8::1' })), '2001:db8::1:1'],
    [
      'a connection whose own look-up leads away',
      () =>
        errorOf(
          connect({
            port: 1,
            host: NAME,
            lookup: (_, { all }, found) =>
              all ? found(null, [{ address: NOBODY, family: 4 }]) : found(null, NOBODY, 4),
          }),
        ),
      `${NAME} (${NOBODY}):1`,
    ],
    ['TLS', () => errorOf(connectTls(443, NAME)), `${NAME}:443`],
    ['a WebSocket', () => errorOf(new WebSocket(`ws://${NOBODY}:81`)), `${NOBODY}:81`],
  ])('%s', async (_, act, target) => {
    expect(String(await act())).toContain(`The tests' guard refused a connection to ${target}`);
    expect(takeRefused()).toEqual([`a connection to ${target} by process ${process.pid}`]);
  });

  test('what a program of its own does, also where that takes the error in silence', async () => {
    const { env } = await startDiscord();
    const { status } = await runProgram(`await fetch('https://${NAME}/').catch(() => {})`, env);
    expect(status).toBe(0);
    expect(takeRefused()).toEqual([
      expect.stringMatching(new RegExp(`^a connection to ${NAME}:443 by process \\d+$`, 'u')),
    ]);
  });

  test('on its standard error where nobody told it of a file', async () => {
    const { env } = await startDiscord();
    const { stderr } = await runProgram(`await fetch('https://${NAME}/').catch(() => {})`, {
      ...env,
      LOOPBACK_BREACHES: '',
    });
    expect(stderr).toMatch(
      new RegExp(`^The tests' guard refused a connection to ${NAME}:443 by process \\d+\\.$`, 'mu'),
    );
  });

  test('what a process does that such a program starts', async () => {
    const { env } = await startDiscord();
    const inner = `fetch('http://${NOBODY}/').catch(() => {})`;
    const outer = `import { execFileSync } from 'node:child_process'; execFileSync(process.execPath, ['--eval', ${JSON.stringify(inner)}]);`;
    await runProgram(outer, env);
    expect(takeRefused()).toHaveLength(1);
  });

  test.fails('and fails the test in which it happens', async () => {
    await fetch(`http://${NOBODY}/`).catch(() => {});
  });
});

test.each(['127.0.0.1', 'localhost', '127.1.2.3'])('the guard lets through %s', async (host) => {
  const server = createServer((socket) => socket.end('x')).listen(0, host);
  await new Promise((resolve) => {
    server.once('listening', resolve);
  });
  const { port } = server.address() as { port: number };
  const socket = connect({ port, host });
  const [data] = await new Promise<Buffer[]>((resolve) => {
    socket.on('data', (...chunks: Buffer[]) => resolve(chunks));
  });
  expect(String(data)).toBe('x');
  server.close();
});

test('the guard lets through a socket of the file system', async () => {
  const path = join(tmpdir(), `guard-${process.pid}.sock`);
  const server = createServer((socket) => socket.end()).listen(path);
  await new Promise((resolve) => {
    server.once('listening', resolve);
  });
  const socket = connect(path);
  await new Promise((resolve) => {
    socket.on('connect', resolve);
  });
  server.close();
});

test('a program of its own finds the local Discord by its environment', async () => {
  const discord = await startDiscord();
  const program = `
    import { Client } from 'discord.js';
    const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API_URL } });
    client.once('clientReady', async () => { console.log(client.user.tag); await client.destroy(); });
    await client.login(process.env.DISCORD_TOKEN);
  `;
  const { status, stdout, stderr } = await runProgram(program, discord.env);
  expect([status, stdout.trim(), stderr]).toEqual([0, 'iran-talks', '']);
});
